"""Two numbers with a mark between them: ratios 3:1, odds of 7/2, race times 1:48.32, heights 5'6".

In: a text and a number that another one follows behind a colon, a stroke, a hyphen or "to". Out: the Figure that the two
make, or None. The one idea: the same marks stand in scores, verses and times of day, so that a word must say what it is,
unless the numbers can be nothing else.
"""

from __future__ import annotations

import re

from factcheck import units
from factcheck.figures.measure import hedged, plain
from factcheck.figures.words import ONES
from factcheck.model import Figure, Number
from factcheck.units import RATIO

_FIRST = re.compile(r"(\d{1,3})(?:\.(\d{1,2}))?(?=:|-|/| to )")
_SECOND = re.compile(
    r"(:| to |-to-|[-/])(?:(\d{1,3})(?:\.(\d{1,2}))?|(one|two|three|four|five))(?![\w/]|[:–-]\w|\.\d)", re.IGNORECASE
)
# What makes a ratio of two numbers: a word before them, in the same sentence, or right behind.
_SAID = re.compile(r"\b(?:ratio|scale|leverage|proportion)s?\b[^.;:\d]{0,20}\Z", re.IGNORECASE)
_ODDS = re.compile(r"\bodds\b[^.;]{0,80}\Z", re.IGNORECASE)
_AGAINST = re.compile(r"\b(?:margin|majority|outnumber\w*|outvoted)\b[^.;:\d]{0,24}\Z", re.IGNORECASE)
_SAID_BEHIND = re.compile(
    r"[ -](?:ratio|odds|scale|split|mix|(?:joint |second |clear |hot )?favou?rites?|outsiders?|shots?|leverage|aspect)\b"
)
_VERSE = re.compile(r"\b[A-Z][a-z]+ \Z")


def pair(text: str, start: int) -> Figure | None:
    """The ratio, odds or time that two numbers in digits make."""
    first = _FIRST.match(text, start)
    if first is None:
        return None
    whole, decimals = first[1], first[2] or ""
    number = Number(int(whole + decimals), -len(decimals))
    return _race(text, start) or ratio(text, start, first.end(), number)


def ratio(text: str, start: int, end: int, number: Number) -> Figure | None:
    """The ratio of a number that ends here and the one that follows."""
    second = _SECOND.match(text, end)
    if second is None or (second[1].lower() == " to " and text[max(0, start - 5) : start].lower() == "from "):
        return None  # "his majority fell from 167 to 66"
    mark, digits, decimals = second[1], second[2] or str(ONES.get((second[4] or "").lower(), 0)), second[3] or ""
    below = int(digits + decimals)
    if not below or not (_said(text, start, second.end(), mark) or _plain(text, start, mark, number, digits)):
        return None
    above = number.mantissa * 10 ** len(decimals)
    return hedged(text, start, second.end(), Number(above, number.exponent, below), RATIO)


def _said(text: str, start: int, end: int, mark: str) -> bool:
    head = max(0, start - 100)
    return bool(
        _SAID.search(text, head, start)
        or (_SAID_BEHIND.match(text, end) and (mark != "-to-" or text[end] == " "))
        or ((mark in "-/" or "to" in mark) and _ODDS.search(text, head, start))
        or ("to" in mark and (_AGAINST.search(text, head, start) or text.startswith((" majority", " margin"), end)))
    )  # fmt: skip


def _plain(text: str, start: int, mark: str, number: Number, digits: str) -> bool:
    """Whether nothing but a ratio is written so: 3:1, 60:40, 2.6:1, 3-to-1; no time of day, no verse."""
    if mark == "-to-":
        return digits == "1"
    timely = len(digits) == 2 and int(digits) < 60 and number.value <= 24
    return mark == ":" and not timely and not _VERSE.search(text, max(0, start - 20), start)


_RACE = re.compile(r"(?:(\d{1,2}):)?(\d{1,2}):(\d\d)(?:\.(\d{1,2}))?(?![\d:]|\.\d)")
_RACED = re.compile(r"\b(?:times? of|ran|clock(?:ed|ing)|won in|finished in|timed at|record of|best of) \Z")


def _race(text: str, start: int) -> Figure | None:
    """A race time in seconds: 1:48.32; 2:03:59 where a word says so."""
    match = _RACE.match(text, start)
    if match is None or not (match[4] or (match[1] and _RACED.search(text, max(0, start - 14), start))):
        return None
    parts = match[4] or ""
    whole = int(match[1] or 0) * 3600 + int(match[2]) * 60 + int(match[3])
    number = Number(int(f"{whole}{parts}"), -len(parts), decimals=len(parts))
    return plain(text, start, match.end(), number, units.find("second"), None)


_FEET = re.compile(r"(\d{1,2})['′’] ?(\d{1,2})(½)?(?:[\"″”]|''|′′)")


def height(text: str, start: int) -> Figure | None:
    """Feet and inches by their marks: 5'6"."""
    match = _FEET.match(text, start)
    if match is None or int(match[2]) > 11:
        return None
    inches = 2 * (12 * int(match[1]) + int(match[2])) + bool(match[3])
    number = Number(inches, 0, 24) if match[3] else Number(inches // 2, 0, 12)
    return hedged(text, start, match.end(), number, units.find("foot"))
