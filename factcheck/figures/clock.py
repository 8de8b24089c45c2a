"""Clock times: 2.15pm, 14:30, 9 a.m., 10 o'clock, 1430 GMT, noon.

In: a text and a match where a time may stand. Out: the hour and the minute, nothing where it is a score or a duration.
The one idea: a half of the day, a zone or "o'clock" makes a time of any number; without them only 14:30 is one.
"""

from __future__ import annotations

import re

from factcheck.figures.days import Pieces
from factcheck.figures.words import ONES
from factcheck.model import When

_ZONE = r"(?:GMT|BST|UTC|CET|CEST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|ET|PT|hrs)\b"
_HALF = r"[ \u00a0]?[aApP]\.?[mM]\b\.?"

DIGITS = {
    "span": rf"\d{{1,2}}(?:[.:][0-5]\d)?(?=(?:[-–]| to )\d{{1,2}}(?:[.:][0-5]\d)?{_HALF})",
    "clock": rf"\d{{1,2}}(?:[.:][0-5]\d)?(?:{_HALF}(?: {_ZONE})?| ?o['’]clock\b)|(?:[01]?\d|2[0-3])[.:]?[0-5]\d {_ZONE}"
    r"|(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:]|\.\d)",
    "misclock": rf"\d{{1,2}}[.:]\d\d{_HALF}|\d\d[.:]?\d\d (?:GMT|UTC|BST|CES?T|E[SD]T)\b|[0-5]\d:\d\d(?![\d:]|\.\d)",
}
_HOURS = {word: hour for word, hour in ONES.items() if 1 <= hour <= 12}
_HOUR = rf"(?:{'|'.join(_HOURS)}|1[0-2]|[1-9])"
_PAST = {"twenty-five": 25, "twenty": 20, "ten": 10, "five": 5, "quarter": 15, "half": 30}
RARE = {
    "oclock": rf"{_HOUR} ?o['’]clock\b",
    "past": rf"(?:{'|'.join(_PAST)})(?: minutes)? past {_HOUR}\b(?![-.:]\d)",
    "to": rf"quarter to {_HOUR}(?= (?:on|in|at|this|that|and|when|until)\b|[,;)]|\.(?!\d)|\Z)",
    "noon": r"(?:12 ?)?noon\b",
    "midday": r"midday\b",
    "midnight": r"(?:12 ?)?midnight\b",
}
# What to look for where it is not the name of the form.
SOUGHT = {"oclock": "clock", "to": "quarter to"}
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


# What makes a time of day of digits that no clock shows: a preposition where the minutes are too many (no race and no
# recording shows 75 seconds either), the day itself where the hours are, since 25:30 may be a place in a recording.
_CLOCKED = re.compile(r"\b(?:at|by|until|till|from|before|after|since) \Z")
_OF_DAY = re.compile(
    r" (?:on |last |next |this )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|tomorrow|tonight|yesterday|local time)\b"
)
_PARTS = re.compile(r"\b(?:odds|ratio|split|shares?|mix(?:ed|ture)?|stood|chance|verses?|psalm|sura)\b", re.IGNORECASE)


def misclock(text: str, match: re.Match[str]) -> Pieces:
    """A time of day that there is none of: 25:30 GMT, 9:75am; not a share of 20:80, 25:30 of a film or 0.75 pm of gold."""
    surface, (start, end) = match.group(), match.span()
    digits = "".join(_NUMBERS.findall(surface))
    hour, minute = int(digits[:-2]), int(digits[-2:])
    led = _CLOCKED.search(text, max(0, start - 8), start)
    if surface[-1].isdigit():
        apart = hour + minute == 100 or _PARTS.search(text, max(0, start - 40), start)
        if not led or apart or (hour > 24 and not _OF_DAY.match(text, end)):
            return ()
    elif "m" in surface.lower() and ":" not in surface and not led:
        return ()
    if surface.endswith(".") and surface[-3] != ".":
        end -= 1
    return ((start, end, When(hour=hour, minute=minute)),)


_CLOSING = re.compile(rf"(?:[-–]| to )(\d{{1,2}})(?:[.:](\d\d))?({_HALF})")


def span(text: str, match: re.Match[str]) -> Pieces:
    """Two times that share a half of the day, or pass over noon: 5-7pm, 10-2pm."""
    closing = _CLOSING.match(text, match.end())
    if closing is None:
        return ()
    numbers = [int(each) for each in _NUMBERS.findall(match.group())]
    first, last, later = numbers[0], int(closing[1]), bool(_AFTERNOON.search(closing[3]))
    if not (1 <= first <= 12 and 1 <= last <= 12):
        return ()
    earlier = later if first % 12 <= last % 12 else not later
    begin = When(hour=first % 12 + 12 * earlier, minute=numbers[1] if len(numbers) > 1 else 0)
    end = When(hour=last % 12 + 12 * later, minute=int(closing[2] or 0))
    stop = closing.end() - (closing[3].endswith(".") and closing[3][-3] != ".")
    return (*match.span(), begin), (closing.start(1), stop, end)


def noon(text: str, match: re.Match[str]) -> Pieces:
    """Noon and midnight."""
    return ((*match.span(), When(hour=0 if match.group().endswith("night") else 12, minute=0)),)


_AT = re.compile(r"\b(?:at|by|until|from|till|before|after) (?:a )?\Z")


def spoken(text: str, match: re.Match[str]) -> Pieces:
    """Ten o'clock, half past two, at a quarter to six."""
    surface, form = match.group().lower(), match.lastgroup
    if form == "to" and not _AT.search(text, max(0, match.start() - 10), match.start()):
        return ()  # from a quarter to six tenths
    word = re.split(" ?o['’]", surface)[0] if form == "oclock" else surface.rpartition(" ")[2]
    hour = _HOURS.get(word) or int(word)
    if form == "to":
        hour = hour - 1 or 12
    minute = 45 if form == "to" else 0 if form == "oclock" else _PAST[surface.split(" ")[0]]
    return ((*match.span(), When(hour=hour, minute=minute)),)


READERS = {
    "oclock": spoken,
    "past": spoken,
    "to": spoken,
    "span": span,
    "clock": clock,
    "misclock": misclock,
    "noon": noon,
    "midday": noon,
    "midnight": noon,
}
