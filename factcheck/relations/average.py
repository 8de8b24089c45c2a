"""Some values and their mean."""

import re
from collections.abc import Iterable
from typing import Any

from factcheck.model import Claim, Passage
from factcheck.relations import AMOUNT, Example, Silent, relation
from factcheck.relations._spoken import of_one_noun


def of_these(passage: Passage, found: list[Claim]) -> Iterable[Claim]:
    """Means of one sort of thing; one "a carry" or "each" is of these values only where it lies among them."""
    for claim in of_one_noun(passage, found):
        (mean,) = claim.figures("mean")
        if _COMPARES.match(passage.document.text, mean.end):
            continue
        values = sorted(figure.quantity.value for figure in claim.figures("part"))
        if claim.roles[0][0] == "mean" and len(values) < FEWEST:
            continue  # "averaged 14 degrees in May, with 22 on the 9th and 3 on the 2nd"
        kinds = {figure.quantity.unit.name for figure in claim.figures("part")}
        if len(kinds) > 1 and abs(values[0]) * APART < abs(values[-1]):
            continue  # "not out in six, and made 1,914 runs"
        per = (
            mean.quantity.unit.per
            or _YEARLY.match(passage.document.text, mean.end)
            or _PER.match(passage.document.text, mean.end)
        )
        if not per or values[0] <= mean.quantity.value <= values[-1]:
            yield claim


FEWEST = 3  # values behind their mean: two are its extremes
APART = 50  # values of one sort are seldom so many times apart
_COMPARES = re.compile(
    r"(?: [\w’'-]+)?,? (?:more|fewer|less|higher|lower|better|worse|above|below|over|under|up|down)\b"
)
_YEARLY = re.compile(r"[^.;]{0,40}\b(?:each|per|a|every) (?:year|month|week|day|season)\b|[^.;]{0,40}\bannually\b")
_PER = re.compile(r"(?: [\w’'-]+)? (?:an?|per|each|every|apiece|to the)\b")


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
        ]
    },
    rounded="mean",
    says={"mean": "the mean of {part} is {mean}"},
    examples=[
        Example("The jars held 18, 7, 15 and 4 ounces, an average of 11 ounces."),
        Example(
            "The jars held 18, 7, 15 and 4 ounces, an average of 14 ounces.",
            finds="the mean of 18, 7, 15 and 4 ounces is 11 ounces, not 14 ounces",
        ),
        Example("She read 14, 22 and 17 books in three months, an average of 18."),
        Silent("The jars held 18 ounces on average."),
        Silent("He ran for 1,204 and 891 yards in two seasons, an average of 4.4 yards a carry."),
        Silent("Hall had 18 points and seven rebounds, an average of two more than in 2010."),
    ],
    candidates=of_these,
)
def mean(*part: Any) -> Any:
    """Some values and the mean that they are said to have."""
    return sum(part) / len(part)
