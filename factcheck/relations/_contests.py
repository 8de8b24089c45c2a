"""Contests: which of two figures is the better one, and whether the better one is the larger.

In: a Passage and figures of it. Out: what a race, a rank or a record says of them, or None where its sense is open. The
one idea: more is better but for times in a race, and where nothing says that it is so, nothing is said.
"""

from __future__ import annotations

import re

from factcheck.model import Figure, Passage
from factcheck.units import Kind


def is_race(first: Figure, second: Figure) -> bool:
    """Whether two stretches of time are those of a race: to the fraction of a second, or one of them."""
    times = [figure.quantity for figure in (first, second)]
    return all(each.unit.dimension == "[time]" and each.unit.factor <= 60 for each in times) and any(
        each.number.decimals or ":" in each.surface for each in times
    )


def wins(passage: Passage, first: Figure, between: str) -> bool | None:
    """Whether the first of two times in a race is the shorter, and so the better one; None where that is open."""
    if _FAILS.search(between) or _HEATS.search(between) or _ASTERN.match(between):
        return None
    if passage.led_by(_BY, first, 20):
        return None
    if _BARRIER.match(between) or passage.led_by(_BREAKS, first, 20):
        return False
    cues = [match.lastgroup for match in _PACE.finditer(between)]
    return cues[-1] == "better" if cues else None


def rank(passage: Passage, figure: Figure) -> int:
    """Which place the figure is said to be won with: the ordinal right before it; 0 where there is none."""
    before = reversed(passage.before(figure))
    place = next((each for each in before if each.quantity.unit.kind is Kind.ORDINAL), None)
    if place is None or not _WITH.fullmatch(passage.between(place, figure)):
        return 0
    if _THE.search(passage.document.text, max(0, place.start - 6), place.start):
        return 0
    return int(place.quantity.value)


def of_one_contest(passage: Passage, first: Figure, second: Figure) -> bool:
    """Whether two ranks with what won them are of two rivals in one contest, in which more is better: not golf."""
    if _WON.isdisjoint(figure.quantity.unit.name for figure in (first, second)):
        return False
    between, text = passage.between(first, second), passage.document.text
    if _ELSEWHERE.search(between) or not _RIVAL.search(between):
        return False
    one, other = (_OF.match(text, figure.end) for figure in (first, second))
    return one is None or other is None or one.group() == other.group()


def is_record(passage: Passage, first: Figure, between: str) -> bool:
    """Whether an amount that stands before "the previous best" is a record, and one of the high ones."""
    old = _OLD.search(between)
    home = passage.document.sentence(first.start)
    before = passage.document.text[home.start : first.reach.start] if home else ""
    if _BEATS.search(between) and _FEWER.search(f"{before} {first.quantity.surface} {between}"):
        return False
    if old is None:
        return True
    if _BY.search(before):
        return False
    if _OFFICE.match(between, old.end()):
        return False
    around = before + between
    return (
        bool(_EVER.search(before + between[: old.start()])) and not _LOW.search(around) and not _MISSES.search(between)
    )


_PACE = re.compile(
    r"\b(?:(?P<better>ahead|clear of|edg(?:e|ed|ing)|beat(?:ing|s)?|shatter\w*|break\w*|broke|smash\w*|better\w*|improv\w*"
    r"|lower(?:ed|ing)|eclips\w*|whose|followed|second|third|fourth|runner-up)"
    r"|(?P<worse>short of|outside|slower|behind|off|adrift|beaten|lost|down on|equal\w*|match\w*))\b"
)
_FAILS = re.compile(r"\b(?:fail\w*|miss\w*|not|never|could)\b|n[’']t\b")
_BARRIER = re.compile(r" (?:barrier|mark)\b")
_BREAKS = re.compile(r"\b(?:break|breaking|broke|broken|beat) \Z")
_BY = re.compile(
    r"\b(?:by|add\w*|cut\w*|tak\w*|took|knock\w*|shav\w*|improv\w*)(?: (?:just|only|about|a|some|nearly))? \Z"
)
_HEATS = re.compile(r"\b(?:heats?|semi-?finals?|final|qualifying|lap|leg|splits?|run|round)\b")
_ASTERN = re.compile(r" (?:behind|ahead|clear|off|faster|slower|outside|inside|quicker|adrift)\b")
_WITH = re.compile(r"(?: place)?,? (?:with|on) (?:about |just |only )?")
_THE = re.compile(r"\b(?:the|an?|his|her|its|their) \Z")
_WON = frozenset({"percent", "vote", "point", "goal", "medal", "seat", "win"})
_ELSEWHERE = re.compile(r"\b[Ii]n (?:[A-Z]|\d)|\b(?:he|she|they|it|again)\b")
_RIVAL = re.compile(r"\b[A-Z]|\b(?:and|while|with) the\b")
_OF = re.compile(r" of (?:the )?[a-z]+")
_OLD = re.compile(
    r"\b(?:previous|old|former|past|earlier) (?:[a-z]+ )?(?:best|record|mark|high|highest|largest|biggest|peak)\b"
)
_OFFICE = re.compile(r" (?:office|keeper|holder|book|label|company|shop|store|player|collection)")
_EVER = re.compile(
    r"\b(?:record|ever|best|new|most|more|(?:high|larg|bigg|long|heavi|tall|old)est|beat\w*|break\w*|broke)\b"
)
_LOW = re.compile(r"\b(?:low|(?:low|few|small|fast|quick|short|young|light)est)\b")
_MISSES = re.compile(
    r"\b(?:short|miss\w*|fail\w*|below|under|outside|equal\w*|match\w*|tied|level|not|behind|shy|off)\b"
)
_BEATS = re.compile(r"\b(?:beat\w*|better\w*|break\w*|broke|improv\w*|eclips\w*|smash\w*|record|best)\b")
# What is the better, the less there is of it.
_FEWER = re.compile(
    r"\b(?:us(?:e|es|ed|ing)|consum\w+|conced\w+|emit\w*|emissions|errors?|faults?|strokes?|moves|rounds?|par|fast\w*|quick\w*|penalt\w+|smallest|fewest|lowest|low)\b"
)
