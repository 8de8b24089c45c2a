"""Parts, and the total they add up to."""

from typing import Any

from factcheck.relations import AMOUNT, Example, Silent, relation


@relation(
    reads="rounded",
    roles={"part": AMOUNT, "minus": AMOUNT, "total": AMOUNT},
    frames={
        "en": [
            "{part+} and .. {part}, SUM {total}",
            "{part+} and .. {part} ... SUM {total}",
            "SUM {total}: .. {part+} and .. {part}",
            "{total}: .. {part+} and .. {part}",
            "{total} = {part} + {part}",
            "{part} + {part} = {total}",
            "{part=P} ... {total:REST} .. {part=P}",
            "{part=P} // ... {total:REST} .. {part=P}",
        ]
    },
    says={"total": "{part} is {total}"},
    examples=[
        Example("The fund paid $6.1 million and $1.2 million, in total $7.3 million."),
        Example(
            "The fund paid $6.1 million and $1.2 million, in total $8.3 million.",
            finds="is $7.3 million, not $8.3 million",
        ),
        Silent("Some 18% of teachers and 11% of nurses agreed."),
    ],
)
def total(*part: Any, minus: Any = ()) -> Any:
    """Parts, and the total they add up to; percentages of one whole make 100."""
    return sum(part) - sum(minus)
