"""A date that the calendar has: no 31 November, no 29 February 2023."""

from calendar import monthrange
from collections.abc import Iterable
from typing import Any

from factcheck.interval import Interval
from factcheck.model import Claim, Passage
from factcheck.relations import DATE, WORD, Example, Silent, relation
from factcheck.units import Kind


def stated(passage: Passage, found: list[Claim]) -> Iterable[Claim]:
    """Every date with a day, a month and, for February, a year."""
    for figure in passage.figures:
        when = figure.quantity.when
        if figure.quantity.unit.kind is not Kind.DATE or when is None or when.day is None or when.month is None:
            continue
        if when.other is not None or (when.year is None and when.month == 2 and when.day == 29):
            continue  # another reading may fit; leap years are not known
        if 1 <= when.month <= 12:
            last = monthrange(2000 if when.year is None else max(when.year, 1), when.month)[1]
            words = (
                ("day", Interval.point(when.day)),
                ("last", Interval.point(last)),
                ("spare", Interval.between(0, None)),
            )
            yield Claim("date", (("date", figure),), words)


@relation(
    reads="as_printed",
    roles={"date": DATE, "day": WORD, "last": WORD, "spare": WORD},
    says={
        "spare>0": "{date} is in the calendar",
        "spare=0": "{date} is in the calendar",
        "spare<0": "there is no {date}: that month has {last} days",
    },
    examples=[
        Example("It happened on 30 November 2014."),
        Example("It happened on 31 November 2014.", finds="there is no 31 November 2014: that month has 30 days"),
        Example("She was born on 29 February 2024."),
        Example("She was born on 29 February 2023.", finds="there is no 29 February 2023: that month has 28 days"),
        Silent("Chapter 31 was set in November."),
    ],
    candidates=stated,
)
def spare(day: Any, last: Any) -> Any:
    """A date that the calendar has; 31 November is none."""
    return last - day
