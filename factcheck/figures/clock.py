"""Clock times: 2.15pm, 14:30, 9 a.m., 10 o'clock, 1430 GMT, noon.

In: a text and a match where a time may stand. Out: the hour and the minute, nothing where it is a score or a duration.
The one idea: a half of the day, a zone or "o'clock" makes a time of any number; without them only 14:30 is one.
"""

from __future__ import annotations

import re

from factcheck.figures.days import Pieces
from factcheck.model import When

_ZONE = r"(?:GMT|BST|UTC|CET|CEST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|ET|PT|hrs)\b"
_HALF = r"[ \u00a0]?[aApP]\.?[mM]\b\.?"

DIGITS = {
    "clock": rf"\d{{1,2}}(?:[.:][0-5]\d)?(?:{_HALF}(?: {_ZONE})?| ?o['’]clock\b)|(?:[01]?\d|2[0-3])[.:]?[0-5]\d {_ZONE}"
    r"|(?:[01]?\d|2[0-3]):[0-5]\d(?![\d.:])"
}
RARE = {
    "noon": r"(?:12 ?)?noon\b",
    "midday": r"midday\b",
    "midnight": r"(?:12 ?)?midnight\b",
}
_NUMBERS = re.compile(r"\d+")
_AFTERNOON = re.compile(r"[pP]\.?[mM]")
_MORNING = re.compile(r"[aA]\.?[mM]")
# "3:45" alone may be a race: these show a time of day, and the others show a race of an hour or more.
_PLACED = re.compile(
    r"(?:\b(?:at|by|until|till|from|before|after|around|about|since|between|to|and) |\d ?[-–] ?|[\[(] ?|, )\Z"
)
_RACED = re.compile(
    r"\b(?:time of|times of|ran|clocked|clocking|won in|finished in|swam|rowed|timed at|record of|best of|ratio of) \Z"
)


def clock(text: str, match: re.Match[str]) -> Pieces:
    """A time of day in digits."""
    surface, (start, end) = match.group(), match.span()
    numbers = [int(each) for each in _NUMBERS.findall(surface)]
    if len(numbers) == 1 and numbers[0] > 99:
        numbers = [numbers[0] // 100, numbers[0] % 100]
    hour, minute = numbers[0], numbers[1] if len(numbers) > 1 else 0
    if surface[-1].isdigit():
        before = text[max(0, start - 14) : start]
        if _RACED.search(before) or (match.group().index(":") == 1 and not _PLACED.search(before)):
            return ()
    halved = bool(_AFTERNOON.search(surface)) - bool(_MORNING.search(surface))
    if halved and hour <= 12:
        hour = hour % 12 + (12 if halved > 0 else 0)
    if hour > 24 or minute > 59:
        return ()
    if surface.endswith(".") and surface[-3] != ".":
        end -= 1  # the sentence's, not that of p.m.
    return ((start, end, When(hour=hour, minute=minute)),)


def noon(text: str, match: re.Match[str]) -> Pieces:
    """Noon and midnight."""
    return ((*match.span(), When(hour=0 if match.group().endswith("night") else 12, minute=0)),)


READERS = {"clock": clock, "noon": noon, "midday": noon, "midnight": noon}
