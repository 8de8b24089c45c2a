"""When someone was born, a later date, and the age then."""

import re
from collections.abc import Iterable
from typing import Any

from factcheck.model import Claim, Figure, Passage
from factcheck.relations import AGE, DATE, Example, Silent, relation
from factcheck.units import Kind


def of_one_person(passage: Passage, found: list[Claim]) -> Iterable[Claim]:
    """In a text that opens with one birth date, an age that stands beside a later date is of that person."""
    yield from found
    opening = passage.document.sentences[:_OPENING][-1].end if passage.document.sentences else 0
    births = {str(figure.quantity.when): figure for figure in _births(passage) if figure.start < opening}
    if len(births) != 1:
        return
    birth = next(iter(births.values()))
    taken = {figure.span for claim in found for role, figure in claim.roles if role == "age"}
    dates = [
        figure for figure in passage.figures if figure.quantity.unit.kind is Kind.DATE and figure.span != birth.span
    ]
    for figure in passage.figures:
        if not figure.quantity.age or figure.span in taken or figure.start < birth.end:
            continue
        if not _AGED.search(passage.document.text, max(0, figure.start - 16), figure.start):
            continue  # "18- to 24-year-olds" are others
        home = passage.document.sentence(figure.start)
        near = [date for date in dates if home and home.start <= date.start < home.end and _stated(date)]
        if len(near) == 1:
            yield Claim("age", (("birth", birth), ("at", near[0]), ("age", figure)))


_OPENING = 3  # sentences in which a life's dates are given
_AGED = re.compile(r"\b(?:aged|age|age of) \Z")
_BORN = re.compile(r"\b(?:born|b\.)[^‖D]{0,40}D|(D) ?- ?D\)")


def _births(passage: Passage) -> Iterable[Figure]:
    """Dates said to be of a birth: "born on D", or the first of a life's two in brackets."""
    text, positions = passage.full.text, passage.full.positions
    for match in _BORN.finditer(text):
        figure = passage.figures[positions[match.start(1) if match.group(1) else match.end() - 1]]
        if _stated(figure):
            yield figure


def _stated(figure: Figure) -> bool:
    return figure.quantity.when is not None and figure.quantity.when.year is not None


@relation(
    reads="rounded",
    roles={"birth": DATE, "at": DATE, "age": AGE},
    frames={
        "en": [
            "born .. {birth} ... died ... {at} ... {age=A}",
            "born .. {birth} // ... died ... {at} ... {age=A}",
            "({birth} - {at}) ... died ... {age=A}",
            "({birth} - {at}) ... died ... at {age=N}",
            "born .. {birth} ... turned {age} ... in|on {at}",
            "({birth} - {at}, {age})",
        ]
    },
    says={"age": "from {birth} to {at} is {age}"},
    examples=[
        Example("She was born on 23 January 1928 and died on 31 July 2017, aged 89."),
        Example(
            "She was born on 23 January 1928 and died on 31 July 2017, aged 98.",
            finds="from 23 January 1928 to 31 July 2017 is 89 years, not 98",
        ),
        Example("Ada Brook (3 May 1954 - 9 June 2009) was a painter. She moved to Leeds in 1977 at the age of 23."),
        Silent("Ms Hall was born on 3 May 1970. In 2020 the programme took in 24-year-olds."),
        Silent("He was 54 and lived in Leeds."),
    ],
    candidates=of_one_person,
)
def age(birth: Any, at: Any) -> Any:
    """When someone was born, a later date, and the age in whole years then."""
    return at - birth
