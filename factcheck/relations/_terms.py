"""Terms: whether a rate of change is of the stretch of time that the amounts beside it are of.

In: a Passage and a Claim with a rate or a delta and amounts. Out: whether anything tells that it is another month's, a
year's, or of what came before or after. The one idea: a step of a week leads from the week before, not from a year ago.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from factcheck.model import Claim, Figure, Passage
from factcheck.relations._levels import FROM, SERIES, YEAR_ON
from factcheck.relations._spoken import names_a_year
from factcheck.units import Kind
from factcheck.vocabulary import turns


def home_of(passage: Passage, figure: Figure) -> str:
    home = passage.document.sentence(figure.start)
    return passage.document.text[home.start : home.end] if home else ""


def rate_and_amounts(claim: Claim) -> tuple[Figure | None, list[Figure]]:
    rates = claim.figures("rate") or claim.figures("delta")
    return (rates[0] if rates else None), [each for role, each in claim.roles if role in ("new", "old")]


def pronoun_moves(sentence: str) -> bool:
    """Whether a sentence begins with a pronoun and which way it went: "They rose to £55m from £50m"."""
    moved = turns(sentence[:_VERB_ENDS]) if _PRONOUN.match(sentence) else []
    return bool(moved)


_PRONOUN = re.compile(r"(?:It|They) ")
_VERB_ENDS = 24  # code points in which a pronoun's verb ends: "They have since risen"


def _a_step(passage: Passage, claim: Claim) -> bool:
    """Whether it is the latest step of a series, and the old amount is from longer ago."""
    olds = claim.figures("old")
    rate, amounts = rate_and_amounts(claim)
    if rate is None or not olds or rate.start > amounts[0].start or passage.led_by(FROM, olds[0], 24):
        return False
    text = home_of(passage, olds[0])
    start = text.find(olds[0].quantity.surface)
    return bool(
        SERIES.search(text) and YEAR_ON.search(text, max(start, 0)) and not YEAR_ON.search(text, 0, max(start, 0))
    )


def _a_short_step(passage: Passage, claim: Claim) -> bool:
    """Whether a step in units is one week's or month's, and the old amount is from a year ago: "fell 38 last week to 801, against 1,248 a year ago"."""
    deltas, news, olds = (claim.figures(role) for role in ("delta", "new", "old"))
    if not (deltas and news and olds) or not deltas[0].start < news[0].start < olds[0].start:
        return False
    if deltas[0].quantity.sort is Kind.PERCENT or not passage.led_by(_AGAINST, olds[0], 24):
        return False
    home = passage.document.sentence(olds[0].start)
    text = passage.document.text
    if home is None or not (YEAR_ON.search(text, olds[0].end, home.end) or _DATED.match(text, olds[0].end)):
        return False
    return (
        _SHORT.search(text, home.start, news[0].start) is not None
        or SERIES.search(text, home.start, home.end) is not None
    )


def _a_month_and_a_year(passage: Passage, claim: Claim) -> bool:
    """Whether the rate is a month's and the next sentence tells what it was a year ago: "rose 0.8% in May to 232. A year ago it stood at 203"."""
    olds = claim.figures("old")
    rate, _ = rate_and_amounts(claim)
    if rate is None or not olds or home_of(passage, rate) == home_of(passage, olds[0]):
        return False
    return (
        _A_YEAR_AGO.match(home_of(passage, olds[0])) is not None and _SHORT.search(home_of(passage, rate)) is not None
    )


_A_YEAR_AGO = re.compile(r"(?:A|One) year (?:ago|earlier|before)\b|Last year\b|In [A-Z][a-z]+ (?:19|20)\d\d\b")
_AGAINST = re.compile(r"\b(?:against|versus|with|to) (?:an? |the )?\Z")


_DATED = re.compile(r"[^,;]{0,20} in (?:[A-Z][a-z]+ )?(?:1[89]|20)\d\d")


_SHORT = re.compile(
    r"\b(?:week|weekly|monthly|daily)\b|\b(?:in|last|this) (?:month|January|February|March|April|May|June|July|August|September|October|November|December)\b"
)


def _in_another_row(passage: Passage, claim: Claim) -> bool:
    """Whether the rate is of an earlier time: "after a 4.3% fall in May and a 3.5% fall a year ago", "the previous rise of 1.7%"."""
    return any(passage.led_by(_EARLIER, each, 120) for each in claim.figures("rate"))


_EARLIER = re.compile(
    r"\bafter\b(?:[^.;]|\.\d)*\band (?:an? )?\Z|\bafter [a-z]+ing (?:by )?\Z|\b(?:previous|prior|earlier)\b[^.;,]{0,24} (?:rise|increase|fall|decline|drop|gain|growth) of \Z"
)


def _of_points(passage: Passage, claim: Claim) -> bool:
    """Whether a step between percentages is one of a month, and the old one of a year ago: "rose 0.6% to 53.6%, against 67.3% a year ago"."""
    rates, news, olds = (claim.figures(role) for role in ("rate", "new", "old"))
    if not (rates and news and olds) or news[0].quantity.sort is not Kind.PERCENT:
        return False
    home = passage.document.sentence(olds[0].start)
    return (
        home is not None
        and passage.led_by(_AGAINST, olds[0], 24)
        and YEAR_ON.search(passage.document.text, olds[0].end, home.end) is not None
    )


def _on_last_year(passage: Passage, claim: Claim) -> bool:
    """Whether the rate is on last year, and the amount compared with is another's: "$181m, against $148m for coffee, a drop of 42% from last year"."""
    rates, olds = claim.figures("rate"), claim.figures("old")
    if not (rates and olds) or rates[0].start < olds[0].start or not _AGO.match(passage.document.text, rates[0].end):
        return False
    between = passage.between(olds[0], rates[0])
    dated = any(names_a_year(each) for each in passage.within(olds[0].end, rates[0].start))
    return not dated and not YEAR_ON.search(between) and passage.led_by(_AGAINST, olds[0], 24)


def _of_each_year(passage: Passage, claim: Claim) -> bool:
    """Whether the rate is one of each year of several: "by £500m to £2.7bn, an annual rise of 3.4%"."""
    deltas, rates = claim.figures("delta"), claim.figures("rate")
    return bool(deltas and rates) and passage.led_by(_ANNUAL, rates[0], 40)


_ANNUAL = re.compile(
    r"\b(?:annual|yearly) (?:[a-z]+ )?(?:of )?\Z|\baverage (?:rise|increase|growth|gain|fall|decline|drop) of \Z"
)


def _on_the_year(passage: Passage, claim: Claim) -> bool:
    """Whether the rate is on the year and the old amount of last month: "rose 70% in May, year-on-year, to £8.1bn from £5.7bn in April"."""
    rate, amounts = rate_and_amounts(claim)
    olds = claim.figures("old")
    if rate is None or not olds or rate.start > amounts[0].start:
        return False
    text, home = passage.document.text, passage.document.sentence(rate.start)
    if home is None or _MONTH.match(text, olds[0].end) is None:
        return False
    if _YEARLY.search(text, rate.end, amounts[0].start):
        return True
    before = text[
        max(0, home.start - NEARBY) : home.start
    ]  # "against 146,610 in April", where other rates are on the year
    return passage.led_by(_AGAINST, olds[0], 24) and _YEARLY.search(before) is not None


NEARBY = 300  # code points before a sentence in which it is told what rates are on


_YEARLY = re.compile(r"\byear[- ]on[- ]year\b|\b(?:on|from) (?:a|the) year (?:ago|earlier|before)\b")


_MONTH = re.compile(
    r" in (?:the (?:previous|prior) month|January|February|March|April|May|June|July|August|September|October|November|December)\b(?! (?:of )?(?:1[89]|20)\d\d)"
)


def _on_a_time(passage: Passage, claim: Claim) -> bool:
    """Whether the base is a time and the amount behind it another thing's: "65% of capacity, up 10% from a year ago with trucks at 73%"."""
    olds = claim.figures("old")
    rate, _ = rate_and_amounts(claim)
    if rate is None or not olds or olds[0].start < rate.start:
        return False
    return _AGO.match(passage.document.text, rate.end) is not None and not passage.led_by(_FORMERLY, olds[0], 32)


_AGO = re.compile(
    r" (?:from|on|over|than|above|below) (?:its (?:level|total) (?:of )?)?(?:(?:a|the|one) (?:[a-z]+ )?|last )(?:year|month|week|quarter|season)\b(?![-'’])"
)


_FORMERLY = re.compile(r"\b(?:from|against|compared with|compared to|was|were|when|stood at) (?:\w+ )?\Z")


def _rates_compared(passage: Passage, claim: Claim) -> bool:
    """Whether two rates of change are compared: "within its range of 3 to 5%, rising 4.6%, compared with 7% in May"."""
    olds, rates = claim.figures("old"), claim.figures("rate")
    if not (olds and rates) or olds[0].quantity.sort is not Kind.PERCENT or olds[0].start < rates[0].start:
        return False
    return _COMPARED.fullmatch(passage.between(rates[0], olds[0])) is not None


_COMPARED = re.compile(r"[^.;]{0,30},? (?:compared (?:with|to)|against|versus|after) (?:an? |the )?")


def _of_the_next_event(passage: Passage, claim: Claim) -> bool:
    """Whether behind the amounts another change is told: "fell from 58% in 1982 to 13.6% in 1985, rose by 20%"."""
    rates, news = claim.figures("rate"), claim.figures("new")
    if not (rates and news) or rates[0].start < news[0].start:
        return False
    return _THEN.fullmatch(passage.between(news[0], rates[0])) is not None


_THEN = re.compile(r"[^,;]{0,40}, (?:then )?(?:rose|fell|grew|increased|declined|dropped|climbed) (?:by )?")


_FURTHER = re.compile(r"\bhaving (?:risen|fallen|gained|lost|climbed|dropped|slipped)\b")


def _of_longer(passage: Passage, claim: Claim) -> bool:
    """Whether the rate is that of a longer way: "at 452p, having fallen 30% from 646p"."""
    start, end = claim.roles[0][1].end, claim.roles[-1][1].start
    return _FURTHER.search(passage.document.text, start, end) is not None and len(claim.roles) > 2


# What tells that a rate is of another stretch of time.
OF_ANOTHER_TERM: tuple[Callable[[Passage, Claim], bool], ...] = (
    _a_step,
    _a_short_step,
    _a_month_and_a_year,
    _in_another_row,
    _of_points,
    _on_last_year,
    _of_each_year,
    _on_the_year,
    _on_a_time,
    _rates_compared,
    _of_the_next_event,
    _of_longer,
)
