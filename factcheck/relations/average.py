"""Some values and their mean."""

from typing import Any

from factcheck.relations import AMOUNT, Example, Silent, relation


@relation(
    reads="rounded",
    roles={"part": AMOUNT, "mean": AMOUNT},
    frames={
        "en": [
            "{part+} ... and .. {part} ... a|an average|mean of {mean}",
            "{part+} ... and .. {part} ... average|averaged|averaging [of] {mean}",
            "{part+} ... and .. {part} ... , or {mean} .. on average",
            "average|mean ... {part+} ... and .. {part} ... is|was {mean}",
            "average|mean|averaged ... {mean} .. , with .. {part+} ... and .. {part}",
            "{part+} ... and .. {part}; .. average|mean of the .. is|was {mean}",
        ]
    },
    says={"mean": "the mean of {part} is {mean}"},
    examples=[
        Example("The jars held 18, 7, 15 and 4 ounces, an average of 11 ounces."),
        Example(
            "The jars held 18, 7, 15 and 4 ounces, an average of 14 ounces.",
            finds="the mean of 18, 7, 15 and 4 ounces is 11 ounces, not 14 ounces",
        ),
        Silent("The jars held 18 ounces on average."),
    ],
)
def mean(*part: Any) -> Any:
    """Some values and the mean that they are said to have."""
    return sum(part) / len(part)
