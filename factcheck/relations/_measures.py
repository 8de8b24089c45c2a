"""Measures: whether a rate of change is of the amounts that a frame found beside it.

In: a Passage and a Claim with a rate or a delta and amounts. Out: whether anything tells that the rate is another
thing's. The one idea: a rate belongs to the measure, the place and the stretch of time that its own clause names.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

from factcheck.model import Claim, Figure, Passage
from factcheck.relations import names_a_year
from factcheck.relations._levels import CHANGED_BY, SERIES, YEAR_ON
from factcheck.units import Kind

# A part of what is measured, which grows apart from the whole.
_PARTS = re.compile(
    r"\b(?:same-store|like-for-like|underlying|comparable|organic|unit|adjusted|core|wholesale|retail|online|domestic|overseas|"
    r"export|interim|volumes?)\b",
    re.IGNORECASE,
)
# Profits and sales of several sorts; one that is said of no sort may be any of them.
_SORTS = re.compile(r"\b(?:gross|operating|pre-?tax|net|full-year)\b", re.IGNORECASE)
_CONSTANT = re.compile(
    r"\bon an? (?:comparable|same)[- ](?:store|sales|shop)|\bconstant (?:currenc|exchange)|\bexcluding currency|\blike-for-like|\borganic",
    re.IGNORECASE,
)
_IT = re.compile(r"(?:That|This|It|Those|These)\b")
_AHEAD = re.compile(
    r"\b(?:(?:expected|set|due|likely) to|expects?|forecasts?|predicts?|aims?|plans?|hopes?|will|would|should)\b"
)
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
    ahead = bool(_AHEAD.search(stated)) != bool(_AHEAD.search(said)) and not _IT.match(said)
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


_AGAINST = re.compile(r"\b(?:against|versus|with|to) (?:an? |the )?\Z")
_DATED = re.compile(r"[^,;]{0,20} in (?:[A-Z][a-z]+ )?(?:1[89]|20)\d\d")
_SHORT = re.compile(
    r"\b(?:week|weekly|monthly|daily)\b|\b(?:in|last|this) (?:month|January|February|March|April|May|June|July|August|September|October|November|December)\b"
)


def _a_holding(passage: Passage, claim: Claim) -> bool:
    """Whether the rate is a stake or a level and no change: "its 35% stake will fall to £230m", "up from a revised 75%"."""
    text = passage.document.text
    return any(
        _STAKE.match(text, each.end) is not None or passage.led_by(_FROM_A, each, 32)
        for each in claim.figures("rate")
        if each.quantity.sort is Kind.PERCENT
    )


_STAKE = re.compile(
    r"[ -](?:[a-z]+ )?(?:stake|share|interest|holding|owned|shareholding|minority|majority|convertible|coupon|notes?|bonds?|debentures?)\b"
)
_FROM_A = re.compile(
    r"\b(?:from|against|with|after|following|despite)(?: (?:an?|the|its))?(?: (?:revised|previous|earlier|record|provisional|estimated|rising|falling|rise of|fall of|increase of|gain of|drop of|growth of|decline of))* \Z"
)


def _in_another_row(passage: Passage, claim: Claim) -> bool:
    """Whether the rate is of an earlier time: "after a 4.3% fall in May and a 3.5% fall a year ago", "the previous rise of 1.7%"."""
    return any(passage.led_by(_EARLIER, each, 120) for each in claim.figures("rate"))


_EARLIER = re.compile(
    r"\bafter\b(?:[^.;]|\.\d)*\band (?:an? )?\Z|\bafter [a-z]+ing (?:by )?\Z|\b(?:previous|prior|earlier)\b[^.;,]{0,24} (?:rise|increase|fall|decline|drop|gain|growth) of \Z"
)


def _in_apposition(passage: Passage, claim: Claim) -> bool:
    """Whether the rate describes what changed: "its price for ingots, minimum 99.97%, to $4.50 from $3.95"."""
    text = passage.document.text
    return any(
        passage.led_by(_DESCRIBES, each, 24) and text.startswith(",", each.end) for each in claim.figures("rate")
    )


_DESCRIBES = re.compile(r", (?:minimum|maximum|at least|purity|grade|about) \Z")


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
    rate, amounts = _rate_and_amounts(claim)
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
    rate, _ = _rate_and_amounts(claim)
    if rate is None or not olds or olds[0].start < rate.start:
        return False
    return _AGO.match(passage.document.text, rate.end) is not None and not passage.led_by(_FORMERLY, olds[0], 32)


_AGO = re.compile(
    r" (?:from|on|over|than|above|below) (?:its (?:level|total) (?:of )?)?(?:(?:a|the|one) (?:[a-z]+ )?|last )(?:year|month|week|quarter)\b(?!['’])"
)
_FORMERLY = re.compile(r"\b(?:from|against|compared with|compared to|was|were|when|stood at) (?:\w+ )?\Z")


def _rates_compared(passage: Passage, claim: Claim) -> bool:
    """Whether two rates of change are compared: "within its range of 3 to 5%, rising 4.6%, compared with 7% in May"."""
    olds, rates = claim.figures("old"), claim.figures("rate")
    if not (olds and rates) or olds[0].quantity.sort is not Kind.PERCENT or olds[0].start < rates[0].start:
        return False
    return _COMPARED.fullmatch(passage.between(rates[0], olds[0])) is not None


_COMPARED = re.compile(r"[^.;]{0,30},? (?:compared (?:with|to)|against|versus|after) (?:an? |the )?")


def _assumed(passage: Passage, claim: Claim) -> bool:
    """Whether the amounts are what a forecast of something else assumes: "assuming a rate of 1.71, against 1.69, it saw exports up 3%"."""
    home = passage.document.sentence(claim.figures("new")[0].start) if claim.figures("new") else None
    return home is not None and _ASSUMES.search(passage.document.text, home.start, home.end) is not None


_ASSUMES = re.compile(r"\b(?:assum(?:ing|es?|ed)|on the assumption)\b", re.IGNORECASE)


def _of_the_next_event(passage: Passage, claim: Claim) -> bool:
    """Whether behind the amounts another change is told: "fell from 58% in 1982 to 13.6% in 1985, rose by 20%"."""
    rates, news = claim.figures("rate"), claim.figures("new")
    if not (rates and news) or rates[0].start < news[0].start:
        return False
    return _THEN.fullmatch(passage.between(news[0], rates[0])) is not None


_THEN = re.compile(r"[^,;]{0,40}, (?:then )?(?:rose|fell|grew|increased|declined|dropped|climbed) (?:by )?")


def _base_of_another(passage: Passage, claim: Claim) -> bool:
    """Whether the new amount is what an earlier rate is on: "up 5% on the 7.2m of last year and 8% higher than the 7.1m"."""
    return any(passage.led_by(_ON_THE, each, 40) for each in claim.figures("new"))


_ON_THE = re.compile(r"(?:%|per ?cent)(?: [a-z]+)? (?:on|than|over|above|below) (?:an? |the )?\Z")


def _a_fixing(passage: Passage, claim: Claim) -> bool:
    """Whether the amounts are a rate of exchange that another sentence tells: "the rate per 100 yen was 1,130, against 1,075"."""
    rate, amounts = _rate_and_amounts(claim)
    if rate is None or not amounts or _home(passage, rate) == _home(passage, amounts[0]):
        return False
    return _FIXING.search(_home(passage, amounts[0])) is not None


_FIXING = re.compile(
    r"\brates? (?:per|for|of|to) (?:the |a )?(?:\d+ )?(?:yen|dollar|mark|pound|euro|franc|sterling)\b|\bto the (?:dollar|pound|euro)\b"
)


def _said_by_it(passage: Passage, claim: Claim) -> bool:
    """Whether the sentence of the rate tells what a report says further: "It estimates that shipping will fall by 10%"."""
    rate, amounts = _rate_and_amounts(claim)
    if rate is None or not amounts or rate.start < amounts[0].start:
        return False
    home = passage.document.sentence(rate.start)
    return home is not None and _IT_SAYS.match(passage.document.text, home.start, home.end) is not None


_IT_SAYS = re.compile(
    r"(?:It|This|That) (?:also )?(?:said|says|estimat|expect|predict|forecast|believ|add|not|project)\w*"
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


_TO_ANOTHER = re.compile(
    r" (?:at|to|on|from|over|(?:higher|lower|more|less|greater) than|(?:up|down) on|above|below) (?:an? |the |about |some |around )?[$£€]?\d"
)


def _led_elsewhere(passage: Passage, claim: Claim) -> bool:
    """Whether the rate leads to an amount that is none of the claim's: "revenue was £843m (£801m), with costs up 3% at £512m"."""
    rate, amounts = _rate_and_amounts(claim)
    match = _TO_ANOTHER.match(passage.document.text, rate.end) if rate is not None else None
    if match is None or any(each.start <= match.end() <= each.end for each in amounts):
        return False
    return not any(each.quantity.when is not None for each in passage.within(match.end() - 4, match.end()))


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
    like = news[0].quantity.unit.dimension == olds[0].quantity.unit.dimension
    one, other = (
        abs(each.quantity.number.value * (each.quantity.unit.factor if like else 1)) for each in (news[0], olds[0])
    )
    return one > WIDE * other or other > WIDE * one


def _a_balance(passage: Passage, claim: Claim) -> bool:
    """Whether they are balances, plus and minus, which have no rate."""
    text = passage.document.text
    return bool(claim.figures("rate")) and any(
        each.quantity.unit.kind is Kind.NUMBER
        and (each.quantity.signed or text.endswith(("plus ", "minus "), 0, each.start))
        for _, each in claim.roles
    )


_FORMER = re.compile(
    r"\b(?:had [a-z ]*(?:finished|ended|closed|opened|started)|from|against|compared|versus|had been|stood|than)\b"
)
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
    _a_short_step,
    _a_holding,
    _in_another_row,
    _in_apposition,
    _of_points,
    _on_last_year,
    _of_each_year,
    _on_the_year,
    _on_a_time,
    _rates_compared,
    _assumed,
    _of_the_next_event,
    _base_of_another,
    _a_fixing,
    _said_by_it,
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
