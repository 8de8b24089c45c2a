"""Dates, years, decades, quarters, weekdays and clock times.

In: a text. Out: figures with their When. The one idea: a scan that anchors on month names, weekday names and four
digits, then small patterns at the anchor; the calendar is the standard library's.
"""

from __future__ import annotations

import re

from factcheck.figures.nouns import plural
from factcheck.model import Figure, Number, Quantity, Span, When
from factcheck.units import DATE, TIME, WEEKDAY, Kind
from factcheck.units import match as match_unit

MONTHS = {
    name: number
    for number, names in enumerate(
        (
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
        ),
        1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon mo",
            "tuesday tues tue tu",
            "wednesday wed we weds",
            "thursday thurs thur thu th",
            "friday fri fr",
            "saturday sat sa",
            "sunday sun su",
        )
    )
    for name in names.split()
}
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)"
_YEAR = r"(?:1[0-9]\d\d|20\d\d)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_GAP = r"[ \u00a0]"

# What a date begins with. Two scans, each quick because it starts from few characters: digits, and names.
_DIGITS = re.compile(
    rf"(?:(?P<dmy>{_DAY}(?:st|nd|rd|th)?(?:{_GAP}of)?{_GAP}{_MONTH}\b)"
    rf"|(?P<numeric>\d{{1,4}}[-/.]\d{{1,2}}(?:[-/.]\d{{1,4}})?(?![\w/]|[-.]\d))"
    r"|(?P<decade>(?:1[0-9]|20)\d0['’]?s\b)"
    r"|(?P<bc>\d{1,4} ?(?:BC|BCE|AD|CE)\b)"
    rf"|(?P<year>{_YEAR}(?![\w%])(?![,.]\d)(?! (?:GMT|BST|EST|hrs)))"
    r"|(?P<clock>\d{1,2}(?:[.:][0-5]\d)?[ \u00a0]?(?:[ap]\.?m\b\.?|o['’]clock)|(?:[01]?\d|2[0-3]):[0-5]\d(?![\d.:])|[0-2]\d[0-5]\d (?:GMT|BST|EST|hrs|hours)\b)"
    r"|(?P<century>\d{1,2}(?:st|nd|rd|th)[ -][Cc]entury)"
    r"|(?P<quarter>[1-4](?:st|nd|rd|th)[ -](?:fiscal[ -])?quarter\b))"
)
_NAMES = re.compile(
    r"(?:(?P<month>(?:January|February|March|April|May|June|July|August|September|October|November|December|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b)"
    r"|(?P<weekday>(?:Monday|Mon|Mo|Tuesday|Tues|Tue|Tu|Wednesday|Weds|Wed|We|Thursday|Thurs|Thur|Thu|Th|Friday|Fri|Fr|Saturday|Sat|Sa|Sunday|Sun|Su)\b)"
    r"|(?P<quarter>Q[1-4]\b(?: (?:of )?(?:FY ?)?\d{2,4})?|H[12] \d{4}\b)"
    r"|(?P<fiscal>FY ?\d{2,4}\b))"
)
# Rare words are found faster by the letter than by a pattern; each is looked at from a little before.
_RARE = {
    "quarter": re.compile(
        r"\b(?P<quarter>(?:first|second|third|fourth|final|last)[ -](?:fiscal[ -])?quarter\b(?! century))"
    ),
    "half": re.compile(r"\b(?P<quarter>(?:first|second|final|last)[ -]half\b(?! century))"),
    "fiscal": re.compile(r"\b(?P<fiscal>fiscal(?: year)? ?\d{2,4}\b)"),
    "noon": re.compile(r"\b(?P<noon>noon\b)"),
    "midnight": re.compile(r"\b(?P<noon>midnight\b)"),
    "midday": re.compile(r"\b(?P<noon>midday\b)"),
}
_DAY_FIRST = re.compile(
    rf"({_DAY})(?:st|nd|rd|th)?(?:{_GAP}of)?{_GAP}({_MONTH})\b\.?(?:,?{_GAP}({_YEAR})(?![\w%])(?!,\d))?"
)
_MONTH_FIRST = re.compile(
    rf"({_MONTH})\b\.?(?:{_GAP}({_DAY})(?:st|nd|rd|th)?(?![\w%]|[.,:]\d|{_GAP}(?:per|million|billion|%)))?(?:(?:,{_GAP}?|{_GAP}|{_GAP}of{_GAP})({_YEAR})(?![\w%])(?!,\d))?"
)
_SEASON = re.compile(rf"({_YEAR})[-–/](\d{{1,2}})(?![\d\w])")
_PREPOSITION = re.compile(
    r"(?:\b(?:in|since|by|from|until|till|of|during|before|after|between|to|through|and|early|late|mid|year|fiscal|summer|winter|autumn|fall|"
    r"spring|christmas|easter|around|circa|about|c\.|for|on|the|this|that|his|her|its|their|our|than|or|season|cup|games|olympics|born|b\.|edition|election|"
    r"back|end|beginning|start|ended|ending|d\.|died|est\.|established|founded|january|february|march|april|may|june|july|august|september|october|november|december)[ ,]*|[(–—-] ?|\d ?[/-]|\A|[/;] ?)\Z",
    re.IGNORECASE,
)
_ANCIENT = re.compile(
    r"(?:\b(?:in|since|by|from|until|till|of|during|before|after|between|early|late|mid|year|ad|born|b\.|c\.|ca\.)[ -]|[(–—] ?|\d ?[-/] ?|"
    r"\b(?:between|from) \d{4} (?:and|to) )\Z",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"[  -]([a-z]+)")
_BARE_MAY = re.compile(
    r"(?:\b(?:in|since|by|from|until|of|last|this|next|early|late|mid|to|through|during|and|between|on|end)[ -]|[(,–-] ?)\Z",
    re.IGNORECASE,
)


def dates(text: str) -> list[Figure]:
    """Every date, year, weekday and clock time of a text, in order and apart."""
    anchors: list[re.Match[str]] = []
    for name in _CAPITALS.finditer(text):
        start = name.start()
        if not (start and text[start - 1].isalnum()):
            match = _NAMES.match(text, start)
            if match is not None:
                anchors.append(match)
    for word, pattern in _RARE.items():
        at = text.find(word)
        while at >= 0:
            match = pattern.search(text, max(0, at - 14), at + len(word) + 12)
            if match is not None:
                anchors.append(match)
            at = text.find(word, at + len(word))
    for run in _RUN.finditer(text):
        start, end = run.span()
        # most numbers can be no date: what is neither of four digits nor followed by a date's own signs is passed over
        if end - start != 4:
            follower, beyond = text[end : end + 1], text[end + 1 : end + 2]
            if follower in _SPACES:
                if beyond not in _SPACED:
                    continue
            elif follower not in _FOLLOWERS or (follower in ".:/-" and not beyond.isdigit()):
                continue
        if start and not _opens(text, start):
            continue
        match = _DIGITS.match(text, start)
        if match is not None:
            anchors.append(match)
    anchors.sort(key=_start)
    found: list[Figure] = []
    at = 0
    for match in anchors:
        start, kind = match.start(), match.lastgroup
        if start < at or kind is None:
            continue
        read = _READERS[kind](text, match)
        if read is None:
            continue
        at, when = read
        unit = TIME if kind in ("clock", "noon") else WEEKDAY if kind == "weekday" else DATE
        number = Number(when.weekday if unit is WEEKDAY and when.weekday is not None else when.year or 0)
        span = Span(start, at)
        found.append(Figure(span, Quantity(text[start:at], number, unit, when=when), span))
    return found


_RUN = re.compile(r"[0-9]+")
_SPACES = frozenset(" \u00a0")
_SPACED = frozenset("JFMASONDBCaop")  # 12 May, 3 of June, 44 BC, 9 a.m., 5 o'clock
_FOLLOWERS = frozenset(".:/-snrtaApPBJFMASOND’'")
# The first letters of what _NAMES matches: a pattern that starts from twelve capitals alone is quick to fail.
_CAPITALS = re.compile(
    r"J(?:an|un|ul|AN|UN|UL)|F(?:eb|ri|EB|r\b|Y)|M(?:ar|ay|on|AR|AY|o\b)|A(?:pr|ug|PR|UG)|S(?:ep|at|un|EP|a\b|u\b)|O(?:ct|CT)|N(?:ov|OV)|"
    r"D(?:ec|EC)|T(?:ue|hu|u\b|h\b)|W(?:ed|e\b)|Q[1-4]|H[12] "
)


def _start(match: re.Match[str]) -> int:
    return match.start()


def _opens(text: str, start: int) -> bool:
    """Whether a date may begin at a digit: not inside a word, a sum of money or a longer number, but after 1914-."""
    last = text[start - 1]
    if last in "-–—/":
        head = text[max(0, start - 5) : start - 1]
        return last in "–—" or (len(head) == 4 and head.isdigit()) or not (head and head[-1].isalnum())
    return not (last.isalnum() or last in "$£€¥#_") and not (last in ".," and start > 1 and text[start - 2].isdigit())


_Read = tuple[int, When] | None


def _month(name: str) -> int:
    return MONTHS[name.lower()]


def _dmy(text: str, match: re.Match[str]) -> _Read:
    full = _DAY_FIRST.match(text, match.start())
    if full is None:
        return None
    year = full.group(3)
    return full.end() - (1 if not year and text[full.end() - 1] == "." else 0), When(
        int(year) if year else None, _month(full.group(2)), int(full.group(1))
    )


def _named(text: str, match: re.Match[str]) -> _Read:
    full = _MONTH_FIRST.match(text, match.start())
    if full is None:
        return None
    name, day, year = full.groups()
    if not day and not year:
        before = text[max(0, match.start() - 12) : match.start()]
        if name in ("May", "March", "Mar", "Jan", "August", "April", "June", "MAY", "MARCH") and not _BARE_MAY.search(
            before
        ):
            return None
        return match.start() + len(name), When(None, _month(name))
    end = full.end()
    if day and not year and not text[end - 1].isalnum():
        end -= 1
    return end, When(int(year) if year else None, _month(name), int(day) if day else None)


def _numeric(text: str, match: re.Match[str]) -> _Read:
    surface = match.group()
    parts = re.split(r"[-/.]", surface)
    marks = re.findall(r"[-/.]", surface)
    season = _SEASON.match(text, match.start())
    if season and len(parts) == 2:
        first, second = int(season.group(1)), int(season.group(2))
        if second in ((first + 1) % 100, (first + 1) % 10) and "." not in surface:
            return season.end(), When(first, months=24)
        return None
    if len(parts) != 3 or marks[0] != marks[1]:
        return None
    if len(parts[0]) == 4:
        year, month, day = int(parts[0]), int(parts[1]), int(parts[2]) if len(parts[2]) <= 2 else 0
        return (
            (match.end(), When(year, month, day))
            if 1 <= month <= 12 and 1 <= day <= 31 and 1000 <= year <= 2100
            else None
        )
    if len(parts[2]) not in (2, 4) or (len(parts[2]) == 2 and marks[0] == "."):
        return None
    a, b, year = (int(part) for part in parts)
    year += 0 if year > 99 else 2000 if year < 50 else 1900
    if not 1000 <= year <= 2100 or max(a, b) > 31 or min(a, b) < 1:
        return None
    if a > 12 and b > 12:
        return None
    if a > 12 or marks[0] == ".":
        return (match.end(), When(year, b, a)) if b <= 12 else None
    if b > 12:
        return match.end(), When(year, a, b)
    return match.end(), When(year, b, a, other=When(year, a, b) if a != b else None)


def _weekday(text: str, match: re.Match[str]) -> _Read:
    name = match.group().lower()
    number = WEEKDAYS.get(name)
    if number is None:
        return None
    if not name.endswith("day"):
        after = text[match.end() : match.end() + 24]
        before = text[max(0, match.start() - 12) : match.start()]
        near = re.match(rf"\.? ?,? ?(?:the )?(?:{_DAY}(?:st|nd|rd|th)?[ /-]|{_MONTH}\b|\d{{4}}-)", after)
        if not near and not re.search(r"\d ?\(\Z|\d[ ,]+\Z", before):
            return None
    return match.end(), When(weekday=number)


def _year(text: str, match: re.Match[str]) -> _Read:
    start, end = match.span()
    season = _SEASON.match(text, start)
    year = int(match.group())
    if season:
        second = int(season.group(2))
        if second in ((year + 1) % 100, (year + 1) % 10):
            return season.end(), When(year, months=24)
    before = text[max(0, start - 14) : start]
    placed = bool(_PREPOSITION.search(before))
    counted = _COUNTED.match(text, end)
    follows = counted.group(1) if counted else ""
    if text[end : end + 1] == "-" and follows:
        return None  # 1500-metre, 2000-page
    if follows and (plural(follows) or follows in _UNITS) and not _determined(before, year):
        return None
    if re.match(r" ?[-–] ?\d{4}\b", text[end : end + 8]) and not re.match(rf" ?[-–] ?{_YEAR}", text[end : end + 8]):
        return None
    measured = (
        match_unit(text, end + 1) if text[end : end + 1] == " " and not text[end + 1 : end + 2].isupper() else None
    )
    if measured is not None and not _determined(before, year) and measured[0].kind is not Kind.CURRENCY:
        return None
    if year < 1800 and not _ANCIENT.search(before):
        return None
    if not placed and not 1900 <= year <= 2050:
        return None
    if re.match(r" (?:[A-Z]\w+ )?(?:GMT|BST|hours)", text[end : end + 12]):
        return None
    return end, When(year)


_UNITS = frozenset(
    (
        "people km m kg g mph men women children staff tonnes tons square cubic per percent of more new metres "
        "meters feet words by jobs million billion"
    ).split()
)
_DETERMINED = re.compile(r"\b(?:the|this|his|her|their|its|our|in|of|for|a|since|during|[A-Z]\w+(?:['’]s)?) \Z")


def _determined(before: str, year: int) -> bool:
    """Whether what stands before a number before a plural makes it a year: the 2012 games, Norline's 2018 sales."""
    if re.search(r"\b(?:the|this|his|her|their|its|our|for|'s|’s) \Z", before):
        return True
    return 1950 <= year <= 2049 and bool(re.search(r"(?:['’]s?|\b[A-Z][a-z]+) \Z", before))


def _decade(text: str, match: re.Match[str]) -> _Read:
    digits = re.sub(r"\D", "", match.group())
    year = int(digits) if len(digits) == 4 else 1900 + int(digits)
    return match.end(), When(year, months=1200 if year % 100 == 0 and year < 2000 else 120)


def _clock(text: str, match: re.Match[str]) -> _Read:
    surface = match.group().lower()
    digits = [int(each) for each in re.findall(r"\d+", surface)]
    if len(digits) == 1 and digits[0] > 99:
        digits = [digits[0] // 100, digits[0] % 100]
    hour, minute = digits[0], digits[1] if len(digits) > 1 else 0
    half = re.search(r"[ap](?=\.?m)", surface)
    if half and hour <= 12:
        hour = hour % 12 + (12 if half.group() == "p" else 0)
    if hour > 24 or minute > 59:
        return None
    end = match.end()
    if surface.endswith(".") and "a.m" not in surface and "p.m" not in surface:
        end -= 1
    return end, When(hour=hour, minute=minute)


_QUARTERS = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "final": 4,
    "last": 4,
}


def _quarter(text: str, match: re.Match[str]) -> _Read:
    surface = match.group()
    year = re.search(r"\d{4}", surface)
    after = re.match(r" (?:of )?(?:fiscal )?(\d{4})\b", text[match.end() : match.end() + 16])
    end = match.end() + (after.end() if after and not year else 0)
    named = year.group() if year else after.group(1) if after else None
    if surface[0] in "QH" and surface[1].isdigit():
        size, part = (3, int(surface[1])) if surface[0] == "Q" else (6, int(surface[1]))
    else:
        word = re.sub(r"^the ", "", surface).split("-")[0].split(" ")[0]
        size, part = (6 if surface.endswith("half") else 3), _QUARTERS[word]
        if size == 6 and part > 2:
            part = 2
        if (
            size == 6
            and not named
            and not re.match(r" of (?:the )?(?:year|fiscal)", text[match.end() : match.end() + 12])
        ):
            return None  # the second half of a match
    return end, When(int(named) if named else None, (part - 1) * size + 1 if named else None, None, size)


def _fiscal(text: str, match: re.Match[str]) -> _Read:
    digits = re.search(r"\d+", match.group())
    assert digits is not None
    year = int(digits.group())
    if year < 100:
        year += 2000
    return (match.end(), When(year, months=24)) if 1900 <= year <= 2100 else None


def _century(text: str, match: re.Match[str]) -> _Read:
    number = int(re.match(r"\d+", match.group()).group())  # type: ignore[union-attr]
    return match.end(), When((number - 1) * 100 + 1, months=1200)


def _era(text: str, match: re.Match[str]) -> _Read:
    number = int(re.match(r"\d+", match.group()).group())  # type: ignore[union-attr]
    before_christ = "B" in match.group()
    return match.end(), When(1 - number if before_christ else number)


def _noon(text: str, match: re.Match[str]) -> _Read:
    return match.end(), When(hour=0 if match.group() == "midnight" else 12, minute=0)


_READERS = {
    "dmy": _dmy,
    "numeric": _numeric,
    "month": _named,
    "weekday": _weekday,
    "year": _year,
    "decade": _decade,
    "clock": _clock,
    "quarter": _quarter,
    "fiscal": _fiscal,
    "century": _century,
    "bc": _era,
    "noon": _noon,
}
