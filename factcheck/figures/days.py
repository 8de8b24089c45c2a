"""Days and months: 12 September 2017, Sept. 12-14, 9/10/2014, Friday.

In: a text and a match where a day, a month or a weekday may stand. Out: the dates that begin there, none where it is
something else. The one idea: names and digits are tables; what "9/10" or "May" is, its neighbours say.
"""

from __future__ import annotations

import re

from factcheck.figures.words import before
from factcheck.model import When

# What a reader gives: where each date begins and ends, and what it says.
Pieces = tuple[tuple[int, int, When], ...]


def _numbered(first: int, *names: str) -> dict[str, int]:
    return {name: number for number, listed in enumerate(names, first) for name in listed.split()}


MONTHS = _numbered(
    1,
    "january jan",
    "february feb",
    "march mar",
    "april apr",
    "may",
    "june jun",
    "july jul",
    "august aug",
    "september sept sep",
    "october oct",
    "november nov",
    "december dec",
)
WEEKDAYS = _numbered(
    0,
    "monday mon mo",
    "tuesday tues tue tu",
    "wednesday weds wed we",
    "thursday thurs thur thu th",
    "friday fri fr",
    "saturday sat sa",
    "sunday sun su",
)
_LONG = "January February March April May June July August September October November December"
MONTH = (
    "(?:"
    + "|".join([*_LONG.split(), *_LONG.upper().split(), *"Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec".split()])
    + ")"
)
YEAR = r"(?:1[0-9]\d\d|2[01]\d\d)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_GAP = r"[ \u00a0]"
_TH = r"(?:st|nd|rd|th)?"
_JOINT = rf"(?:{_GAP}?[-–]{_GAP}?|{_GAP}(?:to|and|or){_GAP})"

DIGITS = {
    "dmy": rf"{DAY}{_TH}(?:{_JOINT}{DAY}{_TH})?(?:(?:{_GAP}of)?{_GAP}|-){MONTH}\b",
    "numeric": r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?|(?![\w/]|[-.]\d))|\d{1,2}/\d{1,2}(?= ?\((?:Mon|Tue|Wed|Thu|Fri|Sat|Sun))",
}
NAMES = {
    "month": rf"{MONTH}\b",
    "weekday": rf"(?:{'|'.join(sorted({name.capitalize() for name in WEEKDAYS}, key=len, reverse=True))})\b",
}

_CLOSES = r"(?![\w%]|,\d)"  # no longer number, no share
_DAY_FIRST = re.compile(
    rf"(?:({DAY}){_TH}({_JOINT}))?({DAY}){_TH}(?:(?:{_GAP}of)?{_GAP}|-)({MONTH})\b\.?(?:(?:,?{_GAP}|-)({YEAR}|['’]\d\d){_CLOSES})?"
)
_MONTH_FIRST = re.compile(
    rf"({MONTH})\b\.?(?:{_GAP}({DAY}){_TH}(?![\w%]|[.,:]\d|{_GAP}(?:per|million|billion|%))(?:({_JOINT})({DAY}){_TH}(?![\w%/:]|[.,]\d))?)?"
    rf"(?:(?:,{_GAP}?|{_GAP}|{_GAP}of{_GAP})({YEAR}|['’]\d\d){_CLOSES})?"
)
# Before "12 and 14 March" these show that both are days; after "March 12 and 14" these show that nothing is counted.
_BOTH = re.compile(r"\b(?:on|between|the|for|of|until|from|both|by|since)[ \u00a0]\Z", re.IGNORECASE)
_UNCOUNTED = re.compile(
    r"(?!\w)(?! (?!(?:in|at|to|for|when|while|as|after|before|and|with|from|but|on|the|by|was|were|is|are)\b)\w)"
)


def _year(written: str | None) -> int | None:
    """2004 as it is; '04 and '99 in the century that is nearer."""
    if written is None:
        return None
    return int(written) if len(written) == 4 else century(int(written[1:]))


def century(digits: int) -> int:
    """A year of two digits: those from 30 on are of the last century (2026)."""
    return digits + (1900 if digits >= 30 else 2000)


def day_first(text: str, match: re.Match[str]) -> Pieces:
    """12 September 2017; 12-15 March; the 5th and 6th of June."""
    full = _DAY_FIRST.match(text, match.start())
    if full is None:
        return ()
    first, joint, second, name, year = full.groups()
    end = full.end() - (1 if not year and text[full.end() - 1] == "." else 0)
    stated, month = _year(year), MONTHS[name.lower()]
    last = (full.start(3), end, When(stated, month, int(second)))
    if not first or int(first) >= int(second):
        return (last,)
    if joint.strip() in ("and", "or") and not _BOTH.search(text, max(0, full.start() - 9), full.start()):
        return (last,)
    return (full.start(), full.start(2), When(stated, month, int(first))), last


# Months that are also names or words; bare, they are months only behind one of these, or beside another month.
_DOUBTFUL = frozenset("May March Mar Jan August April June MAY MARCH".split())
# What shows that a name which is also a word, or a woman's, is a month: the word before it, a sign, or another month.
_PLACING = frozenset("in since by from until of last this next early late mid through during between on end".split())
_PLACED = re.compile(rf"(?:[(,–-] ?|{MONTH}(?: (?:and|or|to) |/))\Z", re.IGNORECASE)
_BESIDE = re.compile(rf"(?:[-–/]| (?:and|to) ){MONTH}\b")


def month_first(text: str, match: re.Match[str]) -> Pieces:
    """September 12, 2017; Sept. 12-14; March 2003; in May."""
    full = _MONTH_FIRST.match(text, match.start())
    if full is None:
        return ()
    start, end = full.span()
    name, first, joint, second, year = full.groups()
    month, stated = MONTHS[name.lower()], _year(year)
    if not first and not year:
        if name in _DOUBTFUL and not (
            before(text, start) in _PLACING
            or _PLACED.search(text, max(0, start - 16), start)
            or _BESIDE.match(text, start + len(name))
        ):
            return ()
        return ((start, start + len(name), When(None, month)),)
    if not first:
        return ((start, end, When(stated, month)),)
    if not second:
        return ((start, end, When(stated, month, int(first))),)
    if int(second) <= int(first) or (joint.strip() not in "-–" and not year and not _UNCOUNTED.match(text, end)):
        return ((start, full.start(3), When(None, month, int(first))),)
    return (
        (start, full.start(3), When(stated, month, int(first))),
        (full.start(4), end, When(stated, month, int(second))),
    )


# A short form is a weekday before a date, in brackets behind one, or behind one where the phrase ends.
_NEAR = re.compile(rf"\.? ?,? ?(?:the )?(?:{DAY}{_TH}(?:{_GAP}(?:of )?{MONTH}\b|[/.-]\d)|{MONTH}\.? \d|\d{{4}}-)")
_BEHIND = re.compile(rf"(?:{MONTH}\.? \d{{1,2}}|{MONTH}\.? |[/.-])\d{{1,4}},? \Z|{MONTH}\.?,? \Z")
_BRACKETED = re.compile(r"\d ?\(\Z")


def weekday(text: str, match: re.Match[str]) -> Pieces:
    """Friday; a short form only beside a date."""
    start, end = match.span()
    name = match.group().lower()
    if not name.endswith("day") and not _NEAR.match(text, end):
        after = text[end : end + 1]
        if not (after == ")" and _BRACKETED.search(text, max(0, start - 3), start)) and not (
            after in ("", ".", ",", ";", "\n") and _BEHIND.search(text, max(0, start - 22), start)
        ):
            return ()
    return ((start, end, When(weekday=WEEKDAYS[name])),)


_MARKS = re.compile(r"[-/.]")


def numeric(text: str, match: re.Match[str]) -> Pieces:
    """2014-10-31, 31/10/2014, 31.10.2014, 9/10/2014 with its other reading, 4/23 (Fri)."""
    surface, (start, end) = match.group().partition("T")[0], match.span()
    parts, marks = [int(part) for part in _MARKS.split(surface)], _MARKS.findall(surface)
    if len(parts) == 2:
        first, second, year = *parts, None
    elif marks[0] != marks[1]:
        return ()
    elif len(_MARKS.split(surface)[0]) == 4:
        year, first, second = parts
        fits = 1000 <= year <= 2100 and 1 <= first <= 12 and 1 <= second <= 31
        return ((start, end, When(year, first, second)),) if fits else ()
    else:
        first, second, year = parts
        width = len(_MARKS.split(surface)[2])
        if width == 2 and marks[0] != ".":
            year += 2000 if year < 50 else 1900
        elif width != 4 or not 1000 <= year <= 2100:
            return ()
    if max(first, second) > 31 or min(first, second) < 1 or (first > 12 and second > 12):
        return ()
    if first > 12 or marks[0] == ".":  # with stops the day comes first
        return ((start, end, When(year, second, first)),) if second <= 12 else ()
    if second > 12:
        return ((start, end, When(year, first, second)),)
    other = When(year, first, second) if first != second else None
    return ((start, end, When(year, second, first, other=other)),)


READERS = {"dmy": day_first, "month": month_first, "weekday": weekday, "numeric": numeric}
