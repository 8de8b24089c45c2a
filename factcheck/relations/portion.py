"""Some of a number of things: never more than there are of them."""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from factcheck.interval import Interval
from factcheck.model import Claim, Figure, Form, Passage
from factcheck.relations import AMOUNT, WORD, Example, Silent, relation
from factcheck.relations._told import COMPOUND
from factcheck.units import Kind

_OF = re.compile(
    r" (?:out )?of (?:(?:all )?(?:the|its|their|his|her|our|these|those) |[\w’'-]+['’]s? |the [\w’'-]+['’]s? )\Z"
)
# What was planned may be passed: "90 of 80 planned samples".
_PLANNED = re.compile(
    r"\d+ (?:[\w-]+ ){0,2}?(?:planned|expected|targeted|needed|required|budgeted|intended|requested|promised|forecast|scheduled|ordered)\b"
)
_OUT_OF = re.compile(r" (?:out )?of \Z")
# Before a number that is a name: "page 52 of the 12 books".
_NAMED = re.compile(
    r"\b(?:no|nos|number|page|chapter|verse|article|section|line|part|day|week|year|season|stage|round|level|lot|rule|aged?|and|to|from|-)\.? ?\Z",
    re.IGNORECASE,
)


TIMES = 3  # so many times as many are no slip, but of something else: "35,000 of the two models"
FEWEST = 10


def of_as_many(passage: Passage, found: list[Claim]) -> Iterable[Claim]:
    """Counts "of the" count behind them, where they are no fewer than that: all the others are as they should be."""
    for part, whole in pairwise(passage.figures):
        if not (_counts(part) and _counts(whole)):
            continue
        if not 1 <= part.quantity.value / (whole.quantity.value or 1) < TIMES or whole.quantity.value < FEWEST:
            continue
        nouns = {each.quantity.unit.name for each in (part, whole) if each.quantity.unit.kind is Kind.COUNT}
        between = passage.between(part, whole)
        told = _OF.fullmatch(between) or (_OUT_OF.fullmatch(between) and whole.quantity.unit.kind is Kind.COUNT)
        planned = _PLANNED.match(passage.document.text, whole.start)
        if told and not planned and len(nouns) <= 1 and not passage.led_by(_NAMED, part, 12):
            roles = (("part", part), ("whole", whole))
            yield Claim("portion", roles, (("others", Interval.between(0, whole.quantity.size)),))


def _counts(figure: Figure) -> bool:
    """Whether a figure says how many there are of something."""
    quantity = figure.quantity
    plain = quantity.unit.kind in (Kind.COUNT, Kind.NUMBER) and not quantity.unit.per and quantity.when is None
    whole = quantity.number.form in (Form.DIGITS, Form.WORDS) and quantity.number.divisor == 1 and not quantity.upper
    return (
        plain
        and whole
        and not quantity.hedge
        and not quantity.number.decimals
        and not COMPOUND.search(quantity.surface)
    )


@relation(
    reads="as_printed",
    roles={"part": AMOUNT, "whole": AMOUNT, "others": WORD},
    says={"part": "no more than all of {whole} can be meant", "room": "from"},
    examples=[
        Example("It won 40 of the 40 seats."),
        Example("It won 67 of the state's 40 seats.", finds="no more than all of 40 seats can be meant, not 67"),
        Example("We had 365 of 350 councils.", finds="no more than all of 350 councils can be meant, not 365"),
        Silent("It won 12 of the 40 seats."),
        Silent("Read page 52 of the 12 books."),
        Silent("It sold 40 boxes of 12 pens."),
    ],
    candidates=of_as_many,
)
def part(whole: Any, others: Any) -> Any:
    """Some of a number of things: no more than there are of them."""
    return whole - others
