"""A rise in per cent and how many times as much it makes: what has tripled is up by 200 per cent, not by 300."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from factcheck.model import Claim, Figure, Form, Passage
from factcheck.relations import FACTOR, RATIO, Example, Silent, relation
from factcheck.units import Kind

# Behind the percentage, what makes it one of something else than what has doubled.
_ELSEWHERE = re.compile(
    r"(?: (?:rise|increase|fall|drop|growth|gain|decline|jump|cut))? (?:in|of|for|at|on)(?: the| its| their)? (?!year|month|quarter|decade|last|past|previous|prior|\d)[A-Za-z]"
)
# Behind what doubles, the thing that it doubles: "prices rose 3%, halving the deficit".
_ANOTHER = re.compile(
    r" (?:the|its|his|her|their|our|an?|[\w’']+['’]s?) (?!year|month|quarter|decade|last|past|space|course|time)[a-z]"
)


def of_one_rise(passage: Passage, found: list[Claim]) -> Iterable[Claim]:
    """Those whose percentage is said of nothing else; what has quadrupled, or more, to half of that in either direction."""
    for claim in found:
        (rate,), (factor,) = claim.figures("rate"), claim.figures("factor")
        home = passage.document.sentence(rate.start)
        shares = (
            [each for each in passage.within(home.start, home.end) if each.quantity.sort is Kind.PERCENT]
            if home
            else []
        )
        text = passage.document.text
        if len(shares) > 1 or _ELSEWHERE.match(text, rate.end) or _ANOTHER.match(text, factor.end):
            continue
        if factor.quantity.number.value >= MANY:
            roles = tuple((role, _to_a_half(figure) if role == "factor" else figure) for role, figure in claim.roles)
            claim = replace(claim, roles=roles)
        yield claim
    yield from _told_again(passage)


def _told_again(passage: Passage) -> Iterable[Claim]:
    """ "The mill will quadruple its output. ... Output is to grow by 400%": of one noun, and the very slip, or right."""
    text, sentences = passage.document.text, passage.document.sentences
    for factor in passage.figures:
        quantity = factor.quantity
        its = _ITS.match(text, factor.end) if quantity.unit.kind is Kind.MULTIPLE and quantity.hedge is None else None
        home = passage.document.sentence(factor.start) if its else None
        if its is None or home is None:
            continue
        number = bisect_left(sentences, home)
        for later in sentences[number + 1 : number + 1 + NEAR]:
            grows = re.compile(rf"\b{its[1]} (?:\w+ ){{0,4}}?{_GROWS} by \Z", re.IGNORECASE)
            for rate in passage.within(later.start, later.end):
                slip = rate.quantity.size in (quantity.number.value, quantity.number.value - 1)
                if rate.quantity.unit.kind is Kind.PERCENT and slip and passage.led_by(grows, rate, LEAD):
                    yield Claim("growth", (("factor", _to_a_half(factor)), ("rate", rate)))


NEAR, LEAD = 2, 60  # sentences on; code points in which the noun and its growth lead to the percentage
_ITS = re.compile(
    r" (?:its|the|their) (?:[a-z]+ ){0,2}?([a-z]{4,})(?=[.,;]|\n| (?:in|by|to|from|over|within|this|next)\b)"
)
_GROWS = "(?:grow|grows|grew|grown|rise|rises|rose|risen|increase|increases|increased|expand|expands|expanded)"


def _to_a_half(factor: Figure) -> Figure:
    """A factor that is read to half of one in either direction."""
    number = replace(factor.quantity.number, form=Form.DIGITS)
    return replace(factor, quantity=replace(factor.quantity, number=number))


MANY = 4  # from here on the word's own width would let 400 per cent pass for "quadrupled"


@relation(
    reads="rounded",
    roles={"rate": RATIO, "factor": FACTOR},
    signed="rate",
    frames={
        "en": [
            "{factor=X} .. PAUSE [a|an] CHANGE of {rate=P}",
            "{factor=X} .. , CHANGE [by] {rate=P}",
            "{factor=X} .. (CHANGE [by|of] {rate=P}",
            "{factor=X} .. (a {rate=P} CHANGE",
            "{factor=X} .. , a {rate=P} CHANGE",
            "CHANGE [by] {rate=P} .. , {factor=X}",
        ]
    },
    says={
        "rate>0": "{factor} as much is {rate} more",
        "rate=0": "{factor} as much is {rate} more",
        "rate<0": "{factor} as much is {rate} less",
    },
    examples=[
        Example("Sales tripled, a rise of 200%."),
        Example("Sales tripled, a rise of 300%.", finds="three times as much is 200% more, not 300%"),
        Example("Sales rose 300%, quadrupling in four years."),
        Example("Sales rose 400%, quadrupling in four years.", finds="four times as much is 300% more, not 400%"),
        Example("The number of herons has halved, a drop of 50%."),
        Example(
            "The mill will quadruple its output. Under the plan output is to grow by 400 per cent.",
            finds="four times as much is 300 per cent more, not 400 per cent",
        ),
        Silent("Sales tripled, with a rise of 40% in Asia."),
        Silent("Sales tripled, while profit was up 300%."),
    ],
    candidates=of_one_rise,
)
def rate(factor: Any) -> Any:
    """A rise in per cent, and how many times as much it makes."""
    return factor - 1
