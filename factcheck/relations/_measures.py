"""Measures: whether a rate of change is of the amounts that a frame found beside it.

In: a Passage and a Claim with a rate or a delta and amounts. Out: whether anything tells that the rate is another
thing's. The one idea: a rate belongs to the measure, the place and the stretch of time that its own clause names.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

from factcheck.model import Claim, Figure, Passage
from factcheck.relations._levels import CHANGED_BY, SERIES, YEAR_ON
from factcheck.units import Kind

# A part of what is measured, which grows apart from the whole.
_PARTS = re.compile(
    r"\b(?:same-store|like-for-like|underlying|comparable|organic|unit|adjusted|core|wholesale|retail|online|domestic|overseas|"
    r"export|interim|half-year|volumes?)\b",
    re.IGNORECASE,
)
# Profits and sales of several sorts; one that is said of no sort may be any of them.
_SORTS = re.compile(r"\b(?:gross|operating|pre-?tax|net|full-year)\b", re.IGNORECASE)
_CONSTANT = re.compile(r"\bconstant (?:currenc|exchange)|\bexcluding currency|\blike-for-like|\borganic", re.IGNORECASE)
_AHEAD = re.compile(r"\b(?:expects?|forecasts?|predicts?|aims?|plans?|hopes?|will|would|should)\b")
_PLACE = re.compile(
    r"\b(?:in|at|of) (?:the )?((?!January|February|March|April|May|June|July|August|September|October|November|December|Q[1-4])[A-Z][a-z]+)"
)


def _home(passage: Passage, figure: Figure) -> str:
    home = passage.document.sentence(figure.start)
    return passage.document.text[home.start : home.end] if home else ""


def _rate_and_amounts(claim: Claim) -> tuple[Figure | None, list[Figure]]:
    rates = claim.figures("rate") or claim.figures("delta")
    return (rates[0] if rates else None), [each for role, each in claim.roles if role in ("new", "old")]


def _of_another_kind(passage: Passage, claim: Claim) -> bool:
    """Whether the sentence of the rate names a kind of measure, or a place, that the sentence of the amounts does not."""
    rate, amounts = _rate_and_amounts(claim)
    if rate is None or not amounts:
        return False
    said, stated = _home(passage, rate), _home(passage, amounts[0])
    if said == stated:
        return False
    parts, others = ({each.lower() for each in _PARTS.findall(text)} for text in (said, stated))
    sorts, further = ({each.lower() for each in _SORTS.findall(text)} for text in (said, stated))
    if sorts and further and not sorts & further:
        return True
    places, elsewhere = (set(_PLACE.findall(text)) for text in (said, stated))
    ahead = _AHEAD.search(stated) and not _AHEAD.search(said)
    return bool(parts - others or (places and elsewhere and places.isdisjoint(elsewhere)) or ahead)


def _at_constant_rates(passage: Passage, claim: Claim) -> bool:
    """Whether the rate leaves out what the reported amounts take in."""
    rate, amounts = _rate_and_amounts(claim)
    return rate is not None and bool(amounts) and _CONSTANT.search(_home(passage, rate)) is not None


def _a_step(passage: Passage, claim: Claim) -> bool:
    """Whether it is the latest step of a series, and the old amount is from longer ago."""
    olds = claim.figures("old")
    rate, amounts = _rate_and_amounts(claim)
    if rate is None or not olds or rate.start > amounts[0].start:
        return False
    text = _home(passage, olds[0])
    start = text.find(olds[0].quantity.surface)
    return bool(
        SERIES.search(text) and YEAR_ON.search(text, max(start, 0)) and not YEAR_ON.search(text, 0, max(start, 0))
    )


_FURTHER = re.compile(r"\bhaving (?:risen|fallen|gained|lost|climbed|dropped|slipped)\b")


def _of_longer(passage: Passage, claim: Claim) -> bool:
    """Whether the rate is that of a longer way: "at 452p, having fallen 30% from 646p"."""
    start, end = claim.roles[0][1].end, claim.roles[-1][1].start
    return _FURTHER.search(passage.document.text, start, end) is not None and len(claim.roles) > 2


_ONWARD = re.compile(r", (?:and|taking|bringing|pushing|lifting|leaving|sending|putting|raising)\b")


def _onward(passage: Passage, claim: Claim) -> bool:
    """Whether the amounts are of what the rate led to: "rose 0.8%, taking the annual rate to 10.2% from 9.4%"."""
    rate, amounts = _rate_and_amounts(claim)
    if rate is None or not amounts or rate.start > amounts[0].start or amounts[0].quantity.sort is not Kind.PERCENT:
        return False
    return _ONWARD.search(passage.document.text, rate.end, amounts[0].start) is not None


def _described(passage: Passage, claim: Claim) -> bool:
    """Whether the rate describes a thing whose own rate changed: "with a 25% deposit has fallen to 4.2% from 5.2%"."""
    rate, amounts = _rate_and_amounts(claim)
    if rate is None or not amounts or rate.start > amounts[0].start or amounts[0].quantity.sort is not Kind.PERCENT:
        return False
    return not CHANGED_BY.search(passage.document.text, max(0, rate.reach.start - 24), rate.reach.start)


_TO_ANOTHER = re.compile(r" (?:at|to) (?:an? |the |about |some |around )?[$£€]?\d")


def _led_elsewhere(passage: Passage, claim: Claim) -> bool:
    """Whether the rate leads to an amount that is none of the claim's: "revenue was £843m (£801m), with costs up 3% at £512m"."""
    rate, amounts = _rate_and_amounts(claim)
    match = _TO_ANOTHER.match(passage.document.text, rate.end) if rate is not None else None
    return match is not None and not any(each.start <= match.end() <= each.end for each in amounts)


_ONE_OFF = re.compile(
    r"\b(?:before|after|excluding|including|without|net of)(?: of)? (?:an? |the |its )?(?:[\w-]+ ){0,2}(?:gains?|loss(?:es)?|charges?)\b",
    re.IGNORECASE,
)


def _one_off(passage: Passage, claim: Claim) -> bool:
    """Whether the gain is one that is left out or taken in: "before a gain of 9 cents, they were $1.03"."""
    rate, amounts = _rate_and_amounts(claim)
    if rate is None or not amounts:
        return False
    home = passage.document.sentence(rate.start)
    return home is not None and _ONE_OFF.search(passage.document.text, home.start, rate.start) is not None


_TIMES_THE = re.compile(r"\b(?:twice|double|triple|treble|half|times) (?:the|its|his|her|their) \Z")


def _in_another_tie(passage: Passage, claim: Claim) -> bool:
    """Whether the new amount is what another is a multiple of: "twice the 210p of May, and 23% above the 390p of June"."""
    text = passage.document.text
    return any(
        _TIMES_THE.search(text, max(0, each.reach.start - 16), each.reach.start) is not None
        for each in claim.figures("new")
    )


WIDE = 6  # amounts that are so many times apart, beside a rate below one half, are not what it is of


def _too_far(passage: Passage, claim: Claim) -> bool:
    news, olds, rates = (claim.figures(role) for role in ("new", "old", "rate"))
    if not (news and olds and rates) or rates[0].quantity.number.value * rates[0].quantity.unit.factor > Fraction(1, 2):
        return False
    one, other = (abs(each.quantity.number.value * each.quantity.unit.factor) for each in (news[0], olds[0]))
    return one > WIDE * other or other > WIDE * one


def _a_balance(passage: Passage, claim: Claim) -> bool:
    """Whether they are balances, plus and minus, which have no rate."""
    text = passage.document.text
    return bool(claim.figures("rate")) and any(
        each.quantity.unit.kind is Kind.NUMBER
        and (each.quantity.signed or text.endswith(("plus ", "minus "), 0, each.start))
        for _, each in claim.roles
    )


_FORMER = re.compile(r"\b(?:from|against|compared|versus|had been|stood|than)\b")
_BEGAN = re.compile(r" (?:when|at the (?:start|beginning|end) of)\b")


def _beside(passage: Passage, claim: Claim) -> bool:
    """Whether the two amounts stand side by side, one here and one there, or the old one is from where a longer time began."""
    text = passage.document.text
    _, amounts = _rate_and_amounts(claim)
    if len(amounts) < 2:
        return False
    between = text[amounts[0].end : amounts[-1].start]
    olds = claim.figures("old")
    began = bool(olds) and _BEGAN.match(text, olds[0].end) is not None and between.lstrip().startswith(",")
    return began or (";" in between and not _FORMER.search(between.partition(";")[2]))


AGAINST: tuple[Callable[[Passage, Claim], bool], ...] = (
    _of_another_kind,
    _at_constant_rates,
    _a_step,
    _of_longer,
    _onward,
    _described,
    _led_elsewhere,
    _one_off,
    _in_another_tie,
    _too_far,
    _a_balance,
    _beside,
)


def of_one_measure(passage: Passage, claim: Claim) -> bool:
    """Whether nothing tells that a rate and the amounts beside it are of different things."""
    return not any(tells(passage, claim) for tells in AGAINST)
