"""Mends of times of day that there are none of: minutes the other way round or carried over, the hour of the next day.

In: a broken claim of a time. Out: Edits. The one idea: the time is written as the text writes it; the words of the claim
then hold the hour and the minute that the edit has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.interval import Interval
from factcheck.repair.broken import Broken, Edit

_TIME = re.compile(r"(\d\d?)([.:]?)(\d\d)(.*)", re.DOTALL)


def swapped(broken: Broken, place: int) -> Iterator[Edit]:
    """The digits of the hour or the minutes the other way round: 14:75 for 14:57."""
    for hour, minute in ((_turned(broken, 1), None), (None, _turned(broken, 3))):
        yield from _written(broken, place, "two digits swapped", hour, minute)


def carried(broken: Broken, place: int) -> Iterator[Edit]:
    """The hour that so many minutes make, or the next day's, or the afternoon's: 14:75 is 15:15, 25:30 is 01:30."""
    found = _TIME.match(broken.quantity(place).surface)
    if found is None:
        return
    hour, minute = divmod(60 * int(found[1]) + int(found[3]), 60)
    if "a" in found[4].lower() and 12 < int(found[1]) < 24:
        afternoon = found[4].replace("a", "p").replace("A", "P")
        yield from _written(broken, place, "in the afternoon", hour - 12, None, afternoon)
    elif hour > 24:
        yield from _written(broken, place, "on the next day", hour % 24, minute)
    else:
        yield from _written(
            broken, place, f"{int(found[3])} minutes are {int(found[3]) - 60} past the hour", hour, minute
        )


def _turned(broken: Broken, group: int) -> int | None:
    """Two digits of the time the other way round."""
    found = _TIME.match(broken.claim.roles[0][1].quantity.surface)
    return int(found[group][::-1]) if found is not None and len(found[group]) == 2 else None


def _written(
    broken: Broken, place: int, reason: str, hour: int | None, minute: int | None, behind: str | None = None
) -> Iterator[Edit]:
    """The time with another hour or other minutes, in the digits that the text gives them."""
    found, words = _TIME.match(broken.quantity(place).surface), dict(broken.claim.words)
    if broken.relation.name != "date" or found is None or (hour is None and minute is None):
        return
    hour, minute = int(found[1]) if hour is None else hour, int(found[3]) if minute is None else minute
    if hour > 24 or minute > 59:
        return
    surface = f"{hour:0{len(found[1])}d}{found[2]}{minute:02d}{found[4] if behind is None else behind}"
    if behind is not None:
        surface = surface.lstrip("0")
    now = {"hour": Interval.point(hour), "minute": Interval.point(minute)}
    yield Edit(place, surface, reason, words=tuple((words | {key: now[key] for key in now if key in words}).items()))
