"""A date that the calendar has, a time that the clock has, a life that runs forwards: no 31 November, 25:30, 1950–1921."""

import re
from calendar import monthrange
from collections.abc import Iterable
from typing import Any

from factcheck.interval import Interval
from factcheck.model import Claim, Figure, Passage, When
from factcheck.relations import DATE, WORD, Example, Silent, relation
from factcheck.relations._backwards import forwards
from factcheck.units import Kind

_MORNING = re.compile(r"[aA]\.?[mM]\b")


def stated(passage: Passage, found: list[Claim]) -> Iterable[Claim]:
    """Every date with a day, a month and, for February, a year; every time of day; every life and term with both ends."""
    for figure in passage.figures:
        when = figure.quantity.when
        if when is None:
            continue
        if when.hour is not None and when.month is None:
            yield from _time(figure, when)
        elif figure.quantity.unit.kind is Kind.DATE and when.day is not None and when.month is not None:
            yield from _day(figure, when)
    for start, end in forwards(passage):
        yield Claim("date", (("start", start), ("end", end)), (("lasts", _FORWARDS),))


_FORWARDS = Interval.between(0, None)


def _day(figure: Figure, when: When) -> Iterable[Claim]:
    if when.other is not None or (when.year is None and when.month == 2 and when.day == 29):
        return  # another reading may fit; leap years are not known
    if when.month is not None and when.day is not None and 1 <= when.month <= 12:
        last = monthrange(2000 if when.year is None else max(when.year, 1), when.month)[1]
        yield _within(figure, "spare", day=when.day, last=last)


def _time(figure: Figure, when: When) -> Iterable[Claim]:
    hour, minute, hours = when.hour or 0, when.minute or 0, 12 if _MORNING.search(figure.quantity.surface) else 24
    if minute > 59:
        yield _within(figure, "left", minute=minute, minutes=59)
    elif figure.quantity.surface[0].isdigit():
        yield _within(figure, "ahead", hour=hour, hours=hours)


def _within(figure: Figure, spared: str, **words: int) -> Claim:
    points = tuple((role, Interval.point(number)) for role, number in words.items())
    return Claim("date", (("date", figure),), (*points, (spared, _FORWARDS)))


def ahead(hour: Any, hours: Any) -> Any:
    """How far the hour is from the last there is, in the day or in the morning."""
    return hours - hour


def left(minute: Any, minutes: Any) -> Any:
    """How far the minute is from the last there is."""
    return minutes - minute


def lasts(start: Any, end: Any) -> Any:
    """How long a life or a term lasts: no less than nothing."""
    return end - start


@relation(
    reads="as_printed",
    roles=dict.fromkeys(("date", "start", "end"), DATE)
    | dict.fromkeys("day last spare hour hours ahead minute minutes left lasts".split(), WORD),
    says={
        "spare": "{date} is in the calendar",
        "spare<0": "there is no {date}: that month has {last} days",
        "ahead": "{date} is a time of day",
        "ahead<0": "there is no {date}: the hours end at {hours}",
        "left": "{date} is a time of day",
        "left<0": "there is no {date}: the minutes end at {minutes}",
        "lasts": "{start} is before {end}",
        "lasts<0": "{start} is after {end}",
    },
    examples=[
        Example("It happened on 30 November 2014."),
        Example("It happened on 31 November 2014.", finds="there is no 31 November 2014: that month has 30 days"),
        Example("She was born on 29 February 2024."),
        Example("She was born on 29 February 2023.", finds="there is no 29 February 2023: that month has 28 days"),
        Example("The ferry leaves at 14:45 on Fridays."),
        Example("The ferry leaves at 14:75 on Fridays.", finds="there is no 14:75: the minutes end at 59"),
        Example("The first shock came at 25:30 GMT.", finds="there is no 25:30 GMT: the hours end at 24"),
        Example("The shop opens at 14:30 a.m.", finds="there is no 14:30 a.m.: the hours end at 12"),
        Example("Anna Holm (1921–1950) wrote two books."),
        Example("Anna Holm (1950–1921) wrote two books.", finds="1950 is after 1921"),
        Example("Holm was mayor of the town from 1950 to 1921.", finds="1950 is after 1921"),
        Example("Holm was born in 1950 in Bergen and died in 1921.", finds="1950 is after 1921"),
        Silent("Chapter 31 was set in November."),
        Silent("The goal came at 25:30 of the second half."),
        Silent("The target was moved from 2030 to 2025."),
    ],
    chained=[ahead, left, lasts],
    candidates=stated,
)
def spare(day: Any, last: Any) -> Any:
    """A date that the calendar has, a time that the clock has, a life or a term that does not end before it begins."""
    return last - day
