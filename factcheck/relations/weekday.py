"""A full date and the day of the week it is said to be."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from factcheck.model import Claim, Passage, When
from factcheck.relations import DATE, WEEKDAY, Example, Silent, relation


def dated(passage: Passage, found: list[Claim]) -> Iterable[Claim]:
    """Full dates only; one without a year is taken nearest the publication date, where that is stated."""
    for claim in found:
        (date,), (day,) = claim.figures("date"), claim.figures("weekday")
        when = date.quantity.when
        if when is None or when.day is None or when.month is None:
            continue
        if when.year is None:
            if passage.published is None:
                continue
            when = _nearest(when, passage.published)
        if when.date is None:
            continue
        readings = [
            (("date", replace(date, quantity=replace(date.quantity, when=each))), ("weekday", day))
            for each in (when, when.other)
            if each is not None
        ]
        yield Claim(claim.kind, readings[0], (), tuple(readings[1:]))


def _nearest(when: When, published: dt.date) -> When:
    years = [replace(when, year=published.year + shift) for shift in (-1, 0, 1)]
    return min(years, key=lambda each: abs((each.date - published).days) if each.date else 10**6)


@relation(
    reads="as_printed",
    roles={"date": DATE, "weekday": WEEKDAY},
    frames={
        "en": [
            "{weekday} [,] [the] {date}",
            "{date} [,] {weekday}",
            "{date} ({weekday})",
            "{date}, a {weekday}",
            "{date} was|is|fell|falls [on] [a] {weekday}",
        ]
    },
    says={"weekday": "{date} is a {weekday}", "not": "not a {stated}"},
    examples=[
        Example("The council met on Tuesday, 12 September 2017."),
        Example("The council met on Monday, 12 September 2017.", finds="12 September 2017 is a Tuesday, not a Monday"),
        Silent("The council met on Monday, 12 September."),
    ],
    candidates=dated,
)
def weekday(date: Any) -> Any:
    """A full date and the day of the week it is said to be."""
    return (date - 1) % 7
