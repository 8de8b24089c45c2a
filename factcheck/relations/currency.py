"""One amount in two currencies. There is no built-in rate; all pairs of one text must agree on theirs."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from factcheck.interval import Interval
from factcheck.model import Claim, Passage
from factcheck.relations import MONEY, WORD, Example, Silent, relation

# Rates move between the days that one text speaks of; pairs whose rates lie no farther apart than this may both be
# right. (Major currencies moved by less than this in nine of ten years from 1999 to 2024, by the ECB's reference rates.)
DRIFT = Fraction(15, 100)


def agreeing(passage: Passage, found: list[Claim]) -> Iterable[Claim]:
    """Each pair, with the rate that the other pairs of the same two currencies imply."""
    pairs = [claim for claim in found if _codes(claim)[0] != _codes(claim)[1]]
    implied = [(_codes(claim), _rate(claim)) for claim in pairs]
    for claim, (codes, _) in zip(pairs, implied, strict=True):
        others = [
            rate if names == codes else 1 / rate
            for other, (names, rate) in zip(pairs, implied, strict=True)
            if other.roles != claim.roles and set(names) == set(codes)
        ]
        yield Claim(claim.kind, claim.roles, (("rate", _common(others)),))


def _codes(claim: Claim) -> tuple[str, str]:
    (_, a), (_, b) = claim.roles
    return a.quantity.unit.dimension, b.quantity.unit.dimension


def _rate(claim: Claim) -> Interval:
    (_, a), (_, b) = claim.roles
    return b.quantity.base(True) / a.quantity.base(True)


def _common(rates: list[Interval]) -> Interval:
    """The rates that the other pairs allow, with room for drift; any where there is none, or where they quarrel."""
    if not rates:
        return Interval.between(0, None, open=True)
    common = rates[0]
    for rate in rates[1:]:
        common |= rate
    if common.low is None or common.high is None:
        return Interval.between(0, None, open=True)
    return Interval(common.low * (1 - DRIFT), common.high * (1 + DRIFT))


@relation(
    reads="rounded",
    roles={"a": MONEY, "b": MONEY, "rate": WORD},
    frames={"en": [
        "{a} ({b})",
        "{a} .. ({b})",
        "{a} .. ({_} ;|, {b})",
        "{a} .. ({_} ;|, {_} ;|, {b})",
        "{a} .. (or {b})",
        "{a}, or {b}",
        "{a} or|and|to|- {a'} ({b} or|and|to|- {b'})",
    ]},
    says={"b": "at the rate of the other pairs, {a} is {b}"},
    examples=[
        Example("The bid was worth £800m ($1.5bn), well above the £400m ($750m) offered in May."),
        Example(
            "The bid was worth £800m ($1.5m), well above the £400m ($750m) offered in May.",
            finds="at the rate of the other pairs, £800m is",
        ),
        Silent("The firm made $3bn ($1.6bn after tax)."),
    ],
    candidates=agreeing,
)
def b(a: Any, rate: Any) -> Any:
    """One amount in two currencies; all pairs in a text must imply one rate."""
    return a * rate
