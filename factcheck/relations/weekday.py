"""A full date and the day of the week it is said to be."""

import datetime as dt
import re
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
            for each in (when, when.other, _old_style(passage, when))
            if each is not None
        ]
        yield Claim(claim.kind, readings[0], (), tuple(readings[1:]))


def _old_style(passage: Passage, when: When) -> When | None:
    """The day that a date of the Julian calendar was, where it may be one: in Britain until 1752, in Russia until 1918."""
    date = when.date
    if date is None or date >= _LAST_JULIAN or (date >= _BRITISH and not _JULIAN.search(passage.document.text)):
        return None
    century = date.year // 100 - ((date.month, date.day) < (3, 1) and date.year % 100 == 0)
    there = date + dt.timedelta(days=century - century // 4 - 2)
    return replace(when, year=there.year, month=there.month, day=there.day, other=None)


_BRITISH, _LAST_JULIAN = dt.date(1752, 9, 14), dt.date(1923, 3, 1)  # when Britain changed, and Greece, the last to
_JULIAN = re.compile(
    r"\b(?:Old Style|O\.S\.|Julian calendar|Russian?|Petrograd|St Petersburg|Greece|Greek|Serbian?|Bulgarian?|Romanian?)\b"
)


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
        Example(
            "The duke died on Sunday, 5 November 1605, Old Style no longer kept elsewhere.",
            finds="5 November 1605 is a Saturday, not a Sunday",
        ),
        Silent("The council met on Monday, 12 September."),
    ],
    candidates=dated,
)
def weekday(date: Any) -> Any:
    """A full date and the day of the week it is said to be."""
    return (date - 1) % 7
