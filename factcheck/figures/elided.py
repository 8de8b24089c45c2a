"""Elided units: what is written once for two figures: "2.7bn to 4.3bn rupees", "$24.2 to $33 billion", "from 98 kg to 86".

In: a text and its figures, ranges joined. Out: the same figures, units and scales handed to the bare numbers that share
them. The one idea: only what stands between two neighbours decides.
"""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from factcheck import units
from factcheck.figures.words import SCALES
from factcheck.model import Figure, Form, Number, Quantity
from factcheck.units import NUMBER, ORDINAL, Kind

_SHARED = re.compile(
    r"(?:,?[ \u00a0](?:and|or|to|by|but)(?: (?:just|only|over|under|about|almost|nearly|to|more than|less than|some|around|above|below))?[ \u00a0]|, |-(?:by|to)-|[ \u00a0]?[-–x×/][ \u00a0]?|[ \u00a0])\Z"
)
_SUSPENDED = re.compile(r"-(?:,? (?:and|or|to)|,) ")  # 18- and 19-year-olds
_SCALED = re.compile(r",? (?:and|or|to) |, ")
# "From 5 to 8": no range, but two amounts that share a unit.
FROM = re.compile(r"\bfrom (?:(?!(?:to|at) )[\w’']+ ){0,4}\Z", re.IGNORECASE)
_APART = 24  # between two that may share a unit: " and more than "


def handed_on(text: str, found: list[Figure]) -> list[Figure]:
    """The figures of a text, with the units that are written once for several of them."""
    for k in range(len(found) - 2, -1, -1):
        if found[k + 1].span.start - found[k].span.end <= _APART:
            found[k] = _shared(text, found[k], found[k + 1])
    _hand_on(text, found)
    return found


# "2.4 million people, up from 1.9 million": the noun is left out the second time.
_LEFT_OUT = re.compile(
    r"[^.;:()\n]{0,40}\b(?:(?:up|down|rise|fall|increase|decrease|drop) from|compared (?:with|to)|from|including|against|versus)(?: (?:just|only|about|some|nearly))? \Z"
)


def _hand_on(text: str, found: list[Figure]) -> None:
    """Give a bare number the unit of the figure before it: "from 98 kilograms to 86"."""
    last: Figure | None = None
    for k, figure in enumerate(found):
        quantity = figure.quantity
        if quantity.when is not None or quantity.unit is ORDINAL:
            continue
        if quantity.unit is NUMBER and last is not None and quantity.number.form in (Form.DIGITS, Form.WORDS):
            kind, gap = last.quantity.unit.kind, text[last.end : figure.start]
            to = gap == " to " and FROM.search(text, max(0, last.reach.start - 30), last.reach.start)
            if (to and kind in (Kind.PHYSICAL, Kind.PERCENT, Kind.COUNT)) or (
                kind is Kind.COUNT
                and len(gap) < 60
                and not quantity.age
                and _comparable(last.quantity.number, quantity.number)
                and _LEFT_OUT.fullmatch(gap)
            ):
                figure = found[k] = replace(figure, quantity=replace(quantity, unit=last.quantity.unit))
        last = figure


def _comparable(a: Number, b: Number) -> bool:
    """Whether two numbers may count the same: not the 14 routes and the 1.1 million passengers."""
    return bool(a.value) and Fraction(1, COMPARABLE) <= b.value / a.value <= COMPARABLE


_ROUND = re.compile(r"[a-z]+ (hundred|dozen)\b(?! and)", re.IGNORECASE)
_OWN_SCALE = re.compile(r"\d ?[A-Za-z]|[a-z]{3}")
COMPARABLE = 20  # how many times as large as printed one of two numbers may be that share a scale


def scaled_alike(a: Quantity, b: Quantity) -> Number | None:
    """The first of two numbers under the scale that is written once, behind the second: $24.2 to $33 billion."""
    low, high = a.number, b.number
    if low.form is high.form is Form.WORDS and low.value < 20 and (round_ := _ROUND.match(b.surface)):
        size = SCALES[round_[1].lower()]  # two or three hundred
        return Number(low.mantissa * size, 0, 1, Form.WORDS) if low.value * size < high.value else None
    scale = high.exponent + high.decimals
    if scale < 3 or low.exponent + low.decimals or low.divisor != 1 or low.form is not high.form:
        return None
    if low.form is Form.DIGITS and _OWN_SCALE.search(a.surface):
        return None
    ratio = low.value * 10**scale / high.value if high.value else Fraction(0)
    if not Fraction(1, COMPARABLE) <= ratio <= COMPARABLE:
        return None
    return replace(low, exponent=low.exponent + scale)


def _shared(text: str, left: Figure, right: Figure) -> Figure:
    """A bare number takes the unit of the next figure where they are listed or paired."""
    a, b = left.quantity, right.quantity
    if a.unit.kind is Kind.CURRENCY and a.unit is b.unit and not b.when:
        scaled = scaled_alike(a, b) if _SCALED.fullmatch(text[left.end : right.start]) else None
        return left if scaled is None else replace(left, quantity=replace(a, number=scaled))
    if a.unit.kind is b.unit.kind is Kind.PHYSICAL and text[left.end : right.start] in (" or ", "/", " ("):
        top, over, per = b.unit.name.partition(" / ")
        if over and " / " not in a.unit.name and units.find(top).dimension == a.unit.dimension:
            return replace(left, quantity=replace(a, unit=units.rate(a.unit, per)))  # 5 litres or 1.3 gallons a minute
        return left
    if b.age and a.unit is NUMBER and _SUSPENDED.fullmatch(text[left.end : right.start]):
        return replace(left, quantity=replace(a, unit=b.unit, age=True))
    if (
        a.unit is not NUMBER
        or a.when
        or b.unit.kind not in (Kind.PHYSICAL, Kind.CURRENCY, Kind.PERCENT, Kind.COUNT)
        or b.age
        or b.unit.per
    ):
        return left
    if a.number.form in (Form.FRACTION, Form.FACTOR) or b.number.form in (Form.FRACTION, Form.FACTOR):
        return left
    gap = text[left.end : right.start]
    if gap == ", " and (b.unit.kind is Kind.PERCENT or a.number.value >= 1000):
        return left  # "ended at 16,644, 16 per cent up"
    if not _SHARED.fullmatch(gap) or gap.isspace():
        return left
    if gap in (" - ", " – ", " — ") and text[right.end : right.end + 2] in (" -", " –", " —"):
        return left  # "of the 770, 154 - 20 percent - were women"
    if b.unit.kind is Kind.PERCENT and "or" in gap and (gap == ", or " or not _comparable(a.number, b.number)):
        return left  # "74, or 35 percent", "12,000 or 25% of them"
    if b.unit.kind is Kind.CURRENCY and not text[right.end - 1].isalpha():
        return left  # "$5": the symbol stands before its own number
    if b.unit.kind is Kind.COUNT and "to" not in gap and "or" not in gap and "-" not in gap and "and" not in gap:
        return left
    scaled = scaled_alike(a, b) if _SCALED.fullmatch(gap) else None
    return replace(left, quantity=replace(a, unit=b.unit, number=scaled or a.number))
