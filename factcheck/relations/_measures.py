"""Measures: whether a rate of change is of the amounts that a frame found beside it.

In: a Passage and a Claim with a rate or a delta and amounts. Out: whether anything tells that the rate is another
thing's. The one idea: a rate belongs to the measure, the place and the stretch of time that its own clause names.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

from factcheck.model import Claim, Figure, Passage
from factcheck.relations._levels import CHANGED_BY
from factcheck.relations._spoken import stem
from factcheck.relations._terms import OF_ANOTHER_TERM, home_of, pronoun_moves, rate_and_amounts
from factcheck.units import Kind
from factcheck.vocabulary import turns

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
_IT = re.compile(r"(?:That|This|It|Those|These)\b(?! (?:also )?(?:said|says|added|noted))")
_AHEAD = re.compile(
    r"\b(?:(?:expected|set|due|likely) to|expects?|forecasts?|predicts?|aims?|plans?|hopes?|will|would|should)\b"
)
_PLACE = re.compile(
    r"\b(?:in|at|of) (?:the )?((?!January|February|March|April|May|June|July|August|September|October|November|December|Q[1-4])[A-Z][a-z]+)"
)


def _of_another_kind(passage: Passage, claim: Claim) -> bool:
    """Whether the sentence of the rate names a kind of measure, or a place, that the sentence of the amounts does not."""
    rate, amounts = rate_and_amounts(claim)
    if rate is None or not amounts:
        return False
    said, stated = home_of(passage, rate), home_of(passage, amounts[0])
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
    rate, amounts = rate_and_amounts(claim)
    home = passage.document.sentence(rate.start) if rate is not None else None
    if rate is None or not amounts or home is None:
        return False
    told = home_of(passage, rate)
    start = max((match.end() for match in _BUT.finditer(told, 0, rate.start - home.start)), default=0)
    return _CONSTANT.search(told, start) is not None


_BUT = re.compile(r", (?:but|while|although|though|whereas)\b")  # what stands before it is said of another rate


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


def _in_apposition(passage: Passage, claim: Claim) -> bool:
    """Whether the rate describes what changed: "its price for ingots, minimum 99.97%, to $4.50 from $3.95"."""
    text = passage.document.text
    return any(
        passage.led_by(_DESCRIBES, each, 24) and text.startswith(",", each.end) for each in claim.figures("rate")
    )


_DESCRIBES = re.compile(r", (?:minimum|maximum|at least|purity|grade|about) \Z")


def _assumed(passage: Passage, claim: Claim) -> bool:
    """Whether the amounts are what a forecast of something else assumes: "assuming a rate of 1.71, against 1.69, it saw exports up 3%"."""
    home = passage.document.sentence(claim.figures("new")[0].start) if claim.figures("new") else None
    return home is not None and _ASSUMES.search(passage.document.text, home.start, home.end) is not None


_ASSUMES = re.compile(r"\b(?:assum(?:ing|es?|ed)|on the assumption)\b", re.IGNORECASE)


def _base_of_another(passage: Passage, claim: Claim) -> bool:
    """Whether the new amount is what an earlier rate is on: "up 5% on the 7.2m of last year and 8% higher than the 7.1m"."""
    return any(passage.led_by(_ON_THE, each, 40) for each in claim.figures("new"))


_ON_THE = re.compile(r"(?:%|per ?cent)(?: [a-z]+)? (?:on|than|over|above|below) (?:an? |the )?\Z")


def _a_fixing(passage: Passage, claim: Claim) -> bool:
    """Whether the amounts are a rate of exchange that another sentence tells: "the rate per 100 yen was 1,130, against 1,075"."""
    rate, amounts = rate_and_amounts(claim)
    if rate is None or not amounts or home_of(passage, rate) == home_of(passage, amounts[0]):
        return False
    return _FIXING.search(home_of(passage, amounts[0])) is not None


_FIXING = re.compile(
    r"\brates? (?:per|for|of|to) (?:the |a )?(?:\d+ )?(?:yen|dollar|mark|pound|euro|franc|sterling)\b|\bto the (?:dollar|pound|euro)\b"
)


def _said_by_it(passage: Passage, claim: Claim) -> bool:
    """Whether the sentence of the rate tells what a report says further: "It estimates that shipping will fall by 10%"."""
    rate, amounts = rate_and_amounts(claim)
    if rate is None or not amounts or rate.start < amounts[0].start:
        return False
    home = passage.document.sentence(rate.start)
    if home is None or passage.document.sentence(amounts[0].start) == home:
        return False
    return _IT_SAYS.match(passage.document.text, home.start, home.end) is not None


_IT_SAYS = re.compile(
    r"(?:It|This|That) (?:also )?(?:said|says|estimat|expect|predict|forecast|believ|add|not|project)\w*"
)


_ONWARD = re.compile(r", (?:and|taking|bringing|pushing|lifting|leaving|sending|putting|raising)\b")


def _onward(passage: Passage, claim: Claim) -> bool:
    """Whether the amounts are of what the rate led to: "rose 0.8%, taking the annual rate to 10.2% from 9.4%"."""
    rate, amounts = rate_and_amounts(claim)
    if rate is None or not amounts or rate.start > amounts[0].start or amounts[0].quantity.sort is not Kind.PERCENT:
        return False
    return _ONWARD.search(passage.document.text, rate.end, amounts[0].start) is not None


def _described(passage: Passage, claim: Claim) -> bool:
    """Whether the rate describes a thing whose own rate changed: "with a 25% deposit has fallen to 4.2% from 5.2%"."""
    rate, amounts = rate_and_amounts(claim)
    if rate is None or not amounts or rate.start > amounts[0].start or amounts[0].quantity.sort is not Kind.PERCENT:
        return False
    return not CHANGED_BY.search(passage.document.text, max(0, rate.reach.start - 24), rate.reach.start)


_TO_ANOTHER = re.compile(
    r" (?:at|to|on|from|over|(?:higher|lower|more|less|greater) than|(?:up|down) on|above|below) (?:an? |the |about |some |around )?[$£€]?\d"
)


def _led_elsewhere(passage: Passage, claim: Claim) -> bool:
    """Whether the rate leads to an amount that is none of the claim's: "revenue was £843m (£801m), with costs up 3% at £512m"."""
    rate, amounts = rate_and_amounts(claim)
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
    rate, amounts = rate_and_amounts(claim)
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


def _of_its_own_subject(passage: Passage, claim: Claim) -> bool:
    """Whether the sentence before says the rate of a thing, or of a month, that the sentence of the amounts does not name.

    "Same-store sales rose 15%. It has 224 shops, up from 208"; "fell 41% in January. In all, it was 205 in February, from 210".
    """
    rate, amounts = rate_and_amounts(claim)
    if rate is None or not amounts or rate.start > amounts[0].start:
        return False
    told = home_of(passage, amounts[0])
    home = passage.document.sentence(rate.start)
    if home is None or told == home_of(passage, rate) or pronoun_moves(told):
        return False
    before = passage.document.text[home.start : rate.reach.start]
    beside = passage.within(home.start, rate.start)
    if any(each.quantity.sort is Kind.PERCENT and _moved_by(passage, each) for each in beside):
        return True  # "oil reserves rose 225%, while those of gas were up 6%. The firm has 605,682 barrels, up from"
    month = _MONTH.match(passage.document.text, rate.end) or next(reversed(list(_MONTH.finditer(before))), None)
    stated = {each[1] for each in _MONTH.finditer(told, 0, told.rfind(amounts[-1].quantity.surface))}
    if month is not None and stated and month[1] not in stated:
        return True
    moved = [turn for turn in turns(before) if len(before) - turn.end < _CLOSE]
    head = _HEAD.search(before, 0, moved[-1].start) if moved else None
    return head is not None and stem(head[1]) not in {stem(word) for word in _WORD.findall(told)}


def _moved_by(passage: Passage, rate: Figure) -> bool:
    return passage.led_by(CHANGED_BY, rate, 24)


_MONTH = re.compile(
    r" ?\b(?:in |of )?(January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_CLOSE = 24  # code points between a verb and its rate: "rose by nearly 15%"
_HEAD = re.compile(
    r"(?<!\bin )(?<!\bin the )(?<!\bto )(?<!\bof )(?<!\bat )(?<!\bfor )\b([A-Za-z]{4,}) (?:(?:has|have|had|was|were|is|are|also|then|sharply|slightly|already) )*\Z"
)
_WORD = re.compile(r"[A-Za-z]{4,}")
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
    _, amounts = rate_and_amounts(claim)
    if len(amounts) < 2:
        return False
    between = text[amounts[0].end : amounts[-1].start]
    olds = claim.figures("old")
    began = bool(olds) and _BEGAN.match(text, olds[0].end) is not None and between.lstrip().startswith(",")
    return began or (";" in between and not _FORMER.search(between.partition(";")[2]))


AGAINST: tuple[Callable[[Passage, Claim], bool], ...] = (
    *OF_ANOTHER_TERM,
    _of_another_kind,
    _at_constant_rates,
    _a_holding,
    _in_apposition,
    _assumed,
    _base_of_another,
    _a_fixing,
    _said_by_it,
    _onward,
    _described,
    _led_elsewhere,
    _one_off,
    _in_another_tie,
    _of_its_own_subject,
    _too_far,
    _a_balance,
    _beside,
)


def of_one_measure(passage: Passage, claim: Claim) -> bool:
    """Whether nothing tells that a rate and the amounts beside it are of different things."""
    return not any(tells(passage, claim) for tells in AGAINST)
