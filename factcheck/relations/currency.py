"""One amount in two currencies. There is no built-in rate; all pairs of one text must agree on theirs."""

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from typing import Any

from factcheck.interval import Interval
from factcheck.model import Claim, Passage
from factcheck.relations import MONEY, WORD, Example, Silent, relation

# Rates move between the days that one text speaks of; pairs whose rates lie no farther apart than this may both be
# right. (Major currencies moved by less than this in nine of ten years from 1999 to 2024, by the ECB's reference rates.)
DRIFT = Fraction(85, 100), Fraction(115, 100)
FAR = Fraction(1, 3), Fraction(3)  # pairs told of different years: no farther than this, but for a slip of the scale


def agreeing(passage: Passage, found: list[Claim]) -> Iterable[Claim]:
    """Each pair, with the rate on which most pairs of the same two currencies agree."""
    pairs = list({claim.roles: _unhedged(claim) for claim in found if _codes(claim)[0] != _codes(claim)[1]}.values())
    groups: dict[frozenset[str], list[Claim]] = {}
    for claim in pairs:
        groups.setdefault(frozenset(_codes(claim)), []).append(claim)
    for claims in groups.values():
        first = _codes(claims[0])
        rates = [_rate(claim) if _codes(claim) == first else 1 / _rate(claim) for claim in claims]
        years = [_years(passage, claim) for claim in claims]
        dated = sum(map(bool, years)) > 1 and len({year for each in years for year in each}) > 1
        for claim, year in zip(claims, years, strict=True):
            fellows = [rate for rate, other in zip(rates, years, strict=True) if not dated or other == year]
            alone = len(fellows) < 2 or (dated and len(year) > 1)
            common = _common(rates, FAR) if alone else _common(fellows, DRIFT)
            known = common if _codes(claim) == first else 1 / common
            yield Claim(claim.kind, claim.roles, (("rate", known),))


def _years(passage: Passage, claim: Claim) -> frozenset[int]:
    """The years that the sentence of a pair speaks of."""
    home = passage.document.sentence(claim.span.start)
    whens = [figure.quantity.when for figure in passage.within(home.start, home.end)] if home else []
    return frozenset(when.year for when in whens if when is not None and when.year is not None)


def _codes(claim: Claim) -> tuple[str, str]:
    (_, a), (_, b) = claim.roles
    return a.quantity.unit.dimension, b.quantity.unit.dimension


def _unhedged(claim: Claim) -> Claim:
    """A hedge holds for both figures of a pair alike, and so for neither against the other."""
    roles = tuple(
        (role, replace(figure, quantity=replace(figure.quantity, hedge=None))) for role, figure in claim.roles
    )
    return replace(claim, roles=roles)


def _rate(claim: Claim) -> Interval:
    (_, a), (_, b) = claim.roles
    return b.quantity.base() / a.quantity.base()


def _common(rates: list[Interval], room: tuple[Fraction, Fraction]) -> Interval:
    """The rates of the largest set of pairs that agree, the earliest where there are two, with room for drift."""
    if len(rates) < 2:
        return Interval.between(0, None, open=True)
    sets = [[other for other in rates if other & _drifted(rate, room)] for rate in rates]
    largest = max(sets, key=len)
    hull = largest[0]
    for rate in largest:
        hull |= rate
    return _drifted(hull, room)


def _drifted(rate: Interval, room: tuple[Fraction, Fraction]) -> Interval:
    if rate.low is None or rate.high is None:
        return Interval.between(0, None, open=True)
    return Interval(rate.low * room[0], rate.high * room[1])


@relation(
    reads="rounded",
    roles={"a": MONEY, "b": MONEY, "rate": WORD},
    frames={
        "en": [
            "{a} .. ({b})",
            "{a} .. ({b} SEP {_}",
            "{a} .. ({_} SEP {b}",
            "{a} .. ({_} SEP {_} SEP {b})",
            "{a} .. (or {b})",
            "{a}, or {b}",
            "{a} .. [,] equivalent|equal to {b}",
            "{a} or|and|to|- {a'} ({b} or|and|to|- {b'})",
        ]
    },
    says={
        "b": "at the rate of the other pairs, {a} is {b}",
        "b?": "{a} is stated as {stated}, and no other pair says at what rate",
    },
    examples=[
        Example("The bid was worth £800m ($1.5bn), well above the £400m ($750m) offered in May."),
        Example(
            "The bid was worth £800m ($1.5bn), well above the £400m ($750bn) offered in May.",
            finds="at the rate of the other pairs, £400m is $0.8bn, not $750bn",
        ),
        Example("Hall bought it in 1985 for $10m (£8.5m) and sold it in 1990 for $30m (£16m)."),
        Silent("The firm made $3bn ($1.6bn after tax)."),
    ],
    candidates=agreeing,
)
def b(a: Any, rate: Any) -> Any:
    """One amount in two currencies; all pairs in a text must imply one rate."""
    return a * rate
