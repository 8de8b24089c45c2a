"""Bounds: whether what a word such as "above" compares are the two amounts beside it.

In: a Passage and the two amounts that a frame found, in the order of the text. Out: whether anything tells that they are
not compared. The one idea: both are levels of one thing, written in one way, and the word stands in the first one's clause.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from factcheck.model import Claim, Figure, Form, Passage
from factcheck.relations._comparisons import COMPARES, VERSUS, of_another_clause, of_one_subject
from factcheck.relations._contests import is_race
from factcheck.relations._exchange import exchange_rate
from factcheck.relations._levels import of_another_beside
from factcheck.relations._spoken import closes, half_of_score, listed
from factcheck.units import Kind

# Of which less is better, so that "beats" and "better" do not say which of two amounts is the larger.
LESS_IS_BETTER = re.compile(
    r"\b(?:loss(?:es)?|lost|deficits?|debts?|costs?|bills?|fares?|rents?|prices?|ratio|waits?|times?|delays?|emissions|deaths|errors|accidents|arrears|rates? of (?:injur|accident|error|infection|crime|death)\w*)\b"
)


def _one_of_many(passage: Passage, first: Figure, second: Figure) -> bool:
    """Whether the first is one of several, or a half of a score: "heard 212 witnesses over 54 days, more than the 180"."""
    if listed(passage, first) or half_of_score(passage, first) or half_of_score(passage, second):
        return True
    return of_another_beside(passage, first, second)


def _behind_no_rival(passage: Passage, first: Figure, second: Figure) -> bool:
    """Whether what an amount is behind is no rival with its own: "valued at £60m, behind plans to spend £40m"."""
    behind = _BEHIND.search(passage.between(first, second))
    return behind is not None and _RIVALS.fullmatch(behind[1]) is None


_BEHIND = re.compile(r"\bbehind (.*)\Z")
_RIVALS = re.compile(
    r"(?:its |the |(?!Plan|Schedule)[A-Z][\w.&’'-]* ){1,4}(?:[a-z]+['’]s? )?(?:at |on |with |of |worth )?(?:[$£€])?"
)


def _a_rank(passage: Passage, first: Figure, second: Figure) -> bool:
    """Whether one is a place in a list: "Reed, seeded 12, beat the fourth seed to reach her third final in 14 events"."""
    return any(passage.led_by(_RANKED, each, 12) for each in (first, second))


_RANKED = re.compile(r"\b(?:seeded|ranked|rated|[Nn]umber|[Nn]o\.?) \Z")


def _at_a_rate(passage: Passage, first: Figure, second: Figure) -> bool:
    """Whether more words say what the amount behind a level is of: "above the target of 4%, at 2.4% a quarter"."""
    return passage.led_by(_AT, second, 6) and second.start > first.start and not closes(passage, second)


_AT = re.compile(r", at \Z")


def _placed_ahead(passage: Passage, first: Figure, second: Figure) -> bool:
    """Whether bare numbers stand ahead of one another, as strokes do that are fewer: "finished on 68, ahead of Reed on 70"."""
    bare = first.quantity.unit.kind is second.quantity.unit.kind is Kind.NUMBER
    return bare and _AHEAD_OF.search(passage.between(first, second)) is not None


_AHEAD_OF = re.compile(r"\bahead of [^,;]*\b(?:on|at) \Z")


def _written_otherwise(passage: Passage, first: Figure, second: Figure) -> bool:
    """Whether one is a fraction and the other none, or bare numbers are not of one size: they are of two things."""
    a, b = first.quantity, second.quantity
    if (a.number.form is Form.FRACTION) != (b.number.form is Form.FRACTION):
        return True
    bare = Kind.NUMBER in (a.unit.kind, b.unit.kind) and {a.unit.kind, b.unit.kind} <= {Kind.NUMBER, Kind.COUNT}
    if bare or is_race(first, second):
        return not (a.size and b.size) or not 1 / APART <= a.size / b.size <= APART
    return False


APART = 5  # bare numbers whose ratio is larger measure different things


def _no_levels(passage: Passage, first: Figure, second: Figure) -> bool:
    """Whether both are years, one names a race, or begins a range: "just inside the ten-to-14 range"."""
    if all(_YEAR.fullmatch(each.quantity.surface) for each in (first, second)):
        return True
    text = passage.document.text
    return _RANGES_ON.match(text, second.end) is not None or any(
        _EVENT.match(text, each.end) for each in (first, second)
    )


_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_RANGES_ON = re.compile(r"[ -]to[ -]\d")
# "The 60m record holder", "the 100m final": a distance that names a race.
_EVENT = re.compile(
    r"(?: |-)(?:metres? |meters? )?(?:(?:world|indoor|olympic|european) )?(?:champion|record|title|hurdles|final|heat|race|relay|gold|silver|bronze|medal|freestyle|butterfly|breaststroke|backstroke|sprint|steeplechase)\b"
)


def _a_gap(passage: Passage, first: Figure, second: Figure) -> bool:
    """Whether the first says how far the other is surpassed: "$1.25 better than the $18.50", "twice the 40, more than"."""
    return _GAP.match(passage.between(first, second)) is not None or passage.led_by(_TIMES_THE, first, 16)


_GAP = re.compile(
    r" ?(?:\([^()]{0,30}\) |, or \S+(?: per ?cent)?,? )?(?:[a-z]+(?:er|re|ss) (?:than|of)|above|below|(?:under|over)(?= (?:the|an?|its|last|that|[$£€\d]))|ahead of|short of|up on|down on)\b"
)
_TIMES_THE = re.compile(r"\b(?:twice|double|triple|treble|half|times) (?:the|its|his|her|their) \Z")


def _a_step(passage: Passage, first: Figure, second: Figure) -> bool:
    """Whether the first is a step in money, as no lead is: "raising the price of lead by half a cent to 26.5 cents"."""
    money = first.quantity.unit.kind is Kind.CURRENCY
    return money and passage.led_by(_BY, first, 6) and passage.between(first, second) == " to "


_BY = re.compile(r"\bby \Z")


def _told_further(passage: Passage, first: Figure, second: Figure) -> bool:
    """Whether more words say what the second is of: "fewer than Lloyds, which has 300 in London alone", "the 40 until May"."""
    text = passage.document.text
    if _TOLD_OF.search(passage.between(first, second)) and not closes(passage, second):
        return True
    return bool(_UNTIL.match(text, second.end) or _SINCE.match(text, second.end))


_TOLD_OF = re.compile(r", (?:which|who|where|when)\b[^,]*\Z")
_UNTIL = re.compile(r"[^.,;]{0,20}\b(?:until|till)\b")
_SINCE = re.compile(r" (?:before|ago|earlier)\b")


def _will_pass(passage: Passage, first: Figure, second: Figure) -> bool:
    """Whether it may yet pass the second: "at 1,050, could push prices below 1,000"."""
    return _PUSHED.search(passage.between(first, second)) is not None


_PUSHED = re.compile(
    r"\b(?:push|tak|send|driv|forc|bring|mov|pull|fall|drop|ris|slip|go)(?:e|es|ing)? (?:[a-z]+ ){0,3}(?:above|below|under|over|beyond|past) "
)


def _beaten_by_less(passage: Passage, first: Figure, second: Figure) -> bool:
    """Whether what beats the other may be the smaller: "Our heating bill was £610. That beats the £720 of last year."."""
    between, text = passage.between(first, second), passage.document.text
    near = text[max(0, first.start - 60) : first.start] + between
    return _BEATS_IT.search(between) is not None and LESS_IS_BETTER.search(near) is not None


_BEATS_IT = re.compile(r"\. (?:That|It|This) (?:still )?(?:beats?|beat|tops|topped)\b")


def _said_of_another(passage: Passage, first: Figure, second: Figure) -> bool:
    """Whether a noun between is what compares, or what is beaten has been said.

    "12 abstained, a majority larger than the 40 expected"; "beating expectations, with sales at £1.2bn".
    """
    between = passage.between(first, second)
    return bool(_OF_ITSELF.search(between) or _BEATEN.search(between)) or not of_one_subject(passage, first, second)


_OF_ITSELF = re.compile(
    r"[,–—-] an? (?:[\w-]+ )?(?:majority|margin|lead|gap|difference|rise|fall|increase|drop|gain|loss|decline|surplus|deficit|average|ratio|sum|total|amount|aggregate)\b"
)
_BEATEN = re.compile(r"\b(?:beat|exceed|topp|eclips|surpass)\w*\b[^,]*(?:, (?:with|and) | and )")


def _does_better(passage: Passage, first: Figure, second: Figure) -> bool:
    """Whether it is another case that does better: "25 mph with six aboard. With two aboard, she does better than 27"."""
    return _BETTER_THAN.search(passage.between(first, second)) is not None


_BETTER_THAN = re.compile(r"\b(?:do|does|did|doing) (?:even )?(?:better|more) than \Z")


def _a_forecast(passage: Passage, first: Figure, second: Figure) -> bool:
    """Whether the first is what was expected, and a third between them what it was: "forecasts of 750m, against 224m, less than May's 527m"."""
    third = [each for each in passage.within(first.end, second.start) if each.quantity.comparable(first.quantity)]
    return bool(third) and passage.led_by(_FORECASTS, first, 80) and passage.led_by(_VERSUS, third[0], 40)


_FORECASTS = re.compile(r"\b(?:forecasts?|expectations?|predictions?|estimates?) [^,;.]*\Z")
_VERSUS = re.compile(r"\b(?:compared (?:with|to)|against|versus)\b[^.;,]*\Z")


def _compared_with_once(passage: Passage, first: Figure, second: Figure) -> bool:
    """Whether they are only held side by side: "only 5%, compared with 4% a year ago"."""
    between = passage.between(first, second)
    if not VERSUS.match(between) or COMPARES.search(between) or _BUT_FEW.search(between):
        return False
    if passage.led_by(_A_RECORD, first, 16):
        return False
    return _ONCE.match(passage.document.text, second.end) is not None


_BUT_FEW = re.compile(r"\b(?:just|only) \Z")
_A_RECORD = re.compile(r"\brecord (?:high of )?\Z")
_ONCE = re.compile(
    r"[^.,;]{0,30}\b(?:ago|years?(?![ -]olds?\b)|month|week|quarter|earlier|before|previous\w*|last|in (?:\d{4}|[A-Z][a-z]+ber|January|February|March|April|May|June|July|August))\b"
)

AGAINST: tuple[Callable[[Passage, Figure, Figure], bool], ...] = (
    _one_of_many,
    _behind_no_rival,
    _at_a_rate,
    _a_rank,
    _placed_ahead,
    _written_otherwise,
    _no_levels,
    _a_gap,
    _a_step,
    _told_further,
    _will_pass,
    exchange_rate,
    _beaten_by_less,
    _said_of_another,
    _does_better,
    _a_forecast,
    _compared_with_once,
)


def are_compared(passage: Passage, claim: Claim) -> bool:
    """Whether nothing tells that the two amounts of a claim are not those compared."""
    first, second = (figure for _, figure in claim.roles)
    strict = any(0 not in values for _, values in claim.words)
    if strict and of_another_clause(passage, first, second, passage.between(first, second)):
        return False
    return not any(tells(passage, first, second) for tells in AGAINST)
