"""Years and longer: 2003, 2012-13, the '90s, 44 BC, the 19th century, Q3 2020, fiscal 2004.

In: a text and a match where one may stand. Out: the years that begin there, nothing where the digits count or measure.
The one idea: four digits are a year by the words round them; a plural or a unit behind makes them a number, a label
before them makes them a name.
"""

from __future__ import annotations

import re

from factcheck.figures.days import YEAR, Pieces
from factcheck.figures.days import century as in_century
from factcheck.figures.nouns import plural
from factcheck.model import When
from factcheck.units import Kind
from factcheck.units import match as match_unit

_ERA = r"(?:BCE?|AD|CE|B\.C\.(?:E\.)?|A\.D\.|C\.E\.)(?!\w)"
_ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
        "sixteenth seventeenth eighteenth nineteenth twentieth twenty-first".split(),
        1,
    )
}
_LATE = "|".join(word for word, number in _ORDINALS.items() if number > 10)  # "his fifth century" is cricket's

DIGITS = {
    "decade": r"(?:1[0-9]|20)\d0['’]?s\b|(?:(?<=['’])|(?<=0s and )|(?<=0s or )|(?<=0s to )|(?<=0s, ))[1-9]0s\b",
    "century": rf"\d{{1,2}}(?:st|nd|rd|th)[ -][Cc]entury\b(?: {_ERA})?",
    "era": rf"\d{{1,4}} ?{_ERA}",
    "pair": rf"{YEAR}[-–/]\d{{1,2}}(?![\w%]|[-–./,]\d)",
    "year": rf"{YEAR}(?![\w%]|[,.]\d)",
    "short": r"(?<=['’])\d\d\b(?!['’]?s\b|[%,.:]\d)",
    "quarter": r"[1-4](?:st|nd|rd|th)[ -](?:fiscal[ -])?quarter\b",
}
NAMES = {
    "anno": r"A\.?D\.? ?\d{1,4}\b(?![,.]\d)",
    "quarter": r"Q[1-4]\b(?: (?:of )?(?:FY ?)?\d{2,4}\b)?|H[12] \d{4}\b",
    "fiscal": r"FY ?\d{2,4}\b(?:[-–/]\d{2}\b)?",
}
RARE = {
    "quarter": r"(?:first|second|third|fourth|final|last)[ -](?:fiscal[ -])?quarter\b(?! century)",
    "half": r"(?:first|second|final|last)[ -]half\b(?! century)",
    "fiscal": r"fiscal(?: year)? ?\d{2,4}\b(?:[-–/]\d{2}\b)?",
    "century": rf"(?:{_LATE})[ -]century\b(?: {_ERA})?",
}

_PAIR = re.compile(r"[-–/](\d{1,2})(?![\d\w%]|[.,]\d)")
_FOLLOWING = re.compile(r" ?[-–] ?\d{4}(?!\d)")
_FOLLOWING_YEAR = re.compile(rf" ?[-–] ?{YEAR}(?![\d,]\d)")
_NOUN = re.compile(r"[ \u00a0-]([a-z]+)")
_ZONE = re.compile(r" (?:GMT|BST|UTC|EST|EDT|hrs|hours)\b")
# What a year stands behind: the last word before it, or one of these signs.
_SIGNS = re.compile(r"(?:[(–—-] ?|\d ?[/-]|\A|[/;] ?)\Z")
_WORD = re.compile(r"([A-Za-z]{1,14})\.?[ ,-]{1,3}\Z")
_PLACING = frozenset(
    "in since by from until till of during before after between to through and early late mid pre post year fiscal summer winter "
    "autumn fall spring christmas easter around circa c ca about for on the this that his her its their our than or season cup "
    "games olympics born b edition election back end beginning start ended ending d died est established founded "
    "january february march april may june july august september october november december".split()
)
# Before a year that could as well be a number of things only these will do.
_ANCIENT = frozenset(
    "in since by from until till of during before after between early late mid pre post year ad born b c ca circa".split()
)
_OLD = re.compile(r"(?:[(–—] ?|\d ?[-/] ?|\b(?:between|from) \d{4} (?:and|to) )\Z")
_EVENTS = frozenset("season cup games olympics edition election christmas easter".split())  # World Cup 2018 day five
_PREFIXES = frozenset("early late mid pre post".split())
# Behind these a number is a name, or a count.
_LABELS = frozenset(
    "no nos page pages p pp flight room route channel article section resolution extension ext lot item rule sec model part at "
    "sold bought scored killed cost paid raised weighs weighed hired employs employed holds held seats only nearly almost some "
    "approximately roughly exactly".split()
)
_AMOUNT = re.compile(
    r"\b(?:total|crowd|force|army|average|record|population|number|staff|price|cost|value|worth|out|sum) of \Z"
)
# "the Act of 1707", "the war of 1745", but not "a wall of 1500".
_OF_OLD = re.compile(
    r"\b(?:[A-Z]\w{1,20}|treaty|act|war|year|years|battle|spring|summer|autumn|winter|revolution|rising|siege|fire|plague|end|"
    r"beginning|start|\d\d?) of \Z"
)
_COUNTED = frozenset(
    "people km m kg g mph men women children staff tonnes tons square cubic of more new metres meters feet words jobs".split()
)
_SCALED = frozenset("per percent million billion trillion".split())
_DETERMINED = re.compile(rf"(?:\b(?:the|this|his|her|their|its|our|for|'s|’s)|\b{YEAR} (?:and|or)) \Z")
_OWNED = re.compile(r"(?:['’]s?|\b[A-Z][a-z]+) \Z")


def _season(year: int, second: str) -> bool:
    """Whether 2004-05 or 2004-5 is a season: the year and the next."""
    return int(second) == (year + 1) % (100 if len(second) == 2 else 10)


_PLAINLY = (" in ", " since ")
PLAIN = 1800  # before it, even "in 1500," may be a number of things


def year(text: str, match: re.Match[str]) -> Pieces:
    """2003; 2012-13; 1914-18 as two."""
    start = match.start()
    stated, end = int(match.group()[:4]), start + 4
    pair = _PAIR.match(text, end)
    if pair is not None and _season(stated, pair.group(1)):
        return ((start, pair.end(), When(stated, months=24)),)
    if pair is None and text.endswith(_PLAINLY, 0, start) and text[end : end + 1] in ".,;)\n" and stated >= PLAIN:
        return ((start, end, When(stated)),)  # most years
    before = text[max(0, start - 26) : start]
    if not _is_year(text, end, before, stated):
        return ()
    if pair is not None and text[end] != "/" and len(pair.group(1)) == 2 and int(pair.group(1)) > stated % 100:
        noun = _NOUN.match(text, pair.end())
        if not _placed(before) or (noun is not None and _counts(noun.group(1), before, stated)):
            return ()  # Model 2004-12, 1950-60 seats
        second = When(stated - stated % 100 + int(pair.group(1)))
        return (start, end, When(stated)), (pair.start(1), pair.end(), second)
    return ((start, end, When(stated)),)


def _placed(before: str) -> bool:
    """Whether what stands before a number is what stands before a year."""
    word = _WORD.search(before)
    return (word is not None and word.group(1).lower() in _PLACING) or _SIGNS.search(before) is not None


def _is_year(text: str, end: int, before: str, stated: int) -> bool:
    last = _WORD.search(before)
    word = last.group(1).lower() if last else ""
    if before[-1:] == "-" and before[-2:-1].isalpha() and word not in _PREFIXES:
        return False
    if word in _LABELS or (word == "of" and _AMOUNT.search(before)):
        return False
    if stated < 1800 and not (word in _ANCIENT or _OLD.search(before)):
        return False
    if stated < 1800 and word == "of" and not _OF_OLD.search(before):
        return False
    if not 1900 <= stated <= 2050 and not _placed(before):
        return False
    sign = text[end : end + 1]
    if sign in " \u00a0-–":
        noun = _NOUN.match(text, end)
        if noun is not None and (sign == "-" or noun.group(1) in _SCALED or _counts(noun.group(1), before, stated)):
            return False  # 1500-metre, 2000-page, 1900 per cent, 2000 seats
        if _FOLLOWING.match(text, end) and not _FOLLOWING_YEAR.match(text, end):
            return False
        if _ZONE.match(text, end):
            return False
        if sign == " " and not text[end + 1 : end + 2].isupper():
            measured = match_unit(text, end + 1)
            if (
                measured is not None
                and measured[0].kind is not Kind.CURRENCY
                and not (word in _EVENTS or _DETERMINED.search(before))
            ):
                return False
    return True


def _counts(noun: str, before: str, stated: int) -> bool:
    """Whether a noun behind the number is counted by it, where nothing shows a year: the 2012 games, Norline's 2018 sales."""
    if not (plural(noun) or noun in _COUNTED) or _DETERMINED.search(before):
        return False
    return not (1950 <= stated <= 2049 and _OWNED.search(before))


_SHORTENED = re.compile(
    r"\b(?:of|in|since|from|until|till|by|summer|winter|spring|autumn|fall|season|early|late) ['’‘]\Z"
)


def short(text: str, match: re.Match[str]) -> Pieces:
    """The summer of '69: a century is left out."""
    start, end = match.span()
    if not _SHORTENED.search(text, max(0, start - 12), start):
        return ()
    return ((start, end, When(in_century(int(match.group())))),)


_DECADE_BEFORE = re.compile(r"(\d\d)\d0s(?:,? ['’]?\d0s){0,3}(?:,| and| or| to) ['’]?\Z")


def decade(text: str, match: re.Match[str]) -> Pieces:
    """The 1990s; the '90s; the 1800s, a century."""
    surface = match.group()
    before = _DECADE_BEFORE.search(text, max(0, match.start() - 32), match.start())
    hundreds = int(before[1]) if before else 19
    number = int(surface[:4]) if surface[:4].isdigit() else 100 * hundreds + int(surface[:2])
    return ((*match.span(), When(number, months=1200 if number % 100 == 0 and number < 2000 else 120)),)


_LEADING = re.compile(r"\d+")


def _number(match: re.Match[str]) -> int:
    found = _LEADING.search(match.group())
    assert found is not None  # its pattern asks for digits
    return int(found.group())


def century(text: str, match: re.Match[str]) -> Pieces:
    """The 19th century; the 5th century BC."""
    surface = match.group()
    number = _number(match) if surface[0].isdigit() else _ORDINALS[surface[: surface.lower().index("century") - 1]]
    if not 1 <= number <= 30:
        return ()
    first = 1 - 100 * number if "B" in surface else 100 * (number - 1) + 1
    return ((*match.span(), When(first, months=1200)),)


def era(text: str, match: re.Match[str]) -> Pieces:
    """44 BC; 79 AD; AD 79."""
    number = _number(match)
    return ((*match.span(), When(1 - number if "B" in match.group() else number)),)


_PARTS = {
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
_OF_YEAR = re.compile(r" (?:of )?(?:fiscal )?(\d{4})\b")
_OF_A_YEAR = re.compile(r" of (?:the )?(?:year|fiscal)")
_FOUR = re.compile(r"\d{4}")


def quarter(text: str, match: re.Match[str]) -> Pieces:
    """The third quarter of 2003; Q3 2020; the second half of 2004, but not that of a match."""
    surface, (start, end) = match.group(), match.span()
    within, behind = _FOUR.search(surface), _OF_YEAR.match(text, end)
    stated = int(within.group()) if within else int(behind.group(1)) if behind else None
    if surface[0] in "QH":
        size, part = (3 if surface[0] == "Q" else 6), int(surface[1])
    else:
        size, part = (6 if surface.endswith("half") else 3), _PARTS[re.split("[ -]", surface)[0]]
        if size == 6 and stated is None and not _OF_A_YEAR.match(text, end):
            return ()
    part = min(part, 12 // size)
    if behind is not None and within is None:
        end = behind.end()
    return ((start, end, When(stated, None if stated is None else (part - 1) * size + 1, None, size)),)


def fiscal(text: str, match: re.Match[str]) -> Pieces:
    """FY2014; fiscal year 2004: it may begin in the year before, so that it covers two."""
    number = _number(match)
    number += 2000 if number < 100 else 0
    return ((*match.span(), When(number, months=24)),) if 1900 <= number <= 2100 else ()


READERS = {
    "decade": decade,
    "century": century,
    "era": era,
    "anno": era,
    "year": year,
    "pair": year,
    "short": short,
    "quarter": quarter,
    "half": quarter,
    "fiscal": fiscal,
}
