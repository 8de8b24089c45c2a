"""The computed figure: what the other figures imply for one, at the precision that the text uses.

In: a broken claim and one of its figures. Out: Edits, the roundest first: each further one shows one more place, since a
round figure need not fit. Words are answered by words where there are some: "half" by "a quarter", "tripled" by "doubled".
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.model import Form, Quantity
from factcheck.relations import AGE, DATE, LIST, WEEKDAY
from factcheck.repair.broken import Broken, Edit
from factcheck.units import Kind
from factcheck.wording import COARSE, both, like, spelt

REASON = "as the other figures imply"
NEAR = Fraction(25, 1000)  # how far a round figure may stand from what is implied, as a share of it
FINER = 4  # further decimals that are tried
_PARTS = {
    Fraction(1, 2): "half", Fraction(1, 3): "a third", Fraction(2, 3): "two-thirds", Fraction(1, 4): "a quarter",
    Fraction(3, 4): "three-quarters", Fraction(1, 5): "a fifth", Fraction(2, 5): "two-fifths",
    Fraction(3, 5): "three-fifths", Fraction(4, 5): "four-fifths", Fraction(1, 6): "a sixth",
    Fraction(1, 8): "an eighth", Fraction(1, 10): "a tenth",
}  # fmt: skip
_SERIES = (
    {Fraction(1, 2): "halved", Fraction(2): "doubled", Fraction(3): "tripled", Fraction(4): "quadrupled"},
    {Fraction(1, 2): "halving", Fraction(2): "doubling", Fraction(3): "tripling", Fraction(4): "quadrupling"},
    {Fraction(1, 2): "half", Fraction(2): "double", Fraction(3): "triple", Fraction(4): "quadruple"},
    {Fraction(1, 2): "half", Fraction(2): "twice"}
    | {Fraction(number): f"{spelt(number)} times" for number in range(3, 11)},
    {Fraction(number): f"{spelt(number)}fold" for number in range(2, 11)},
)


def computed(broken: Broken, place: int) -> Iterator[Edit]:
    """What the figure would have to be; where any of a range would do, its nearest end for the figure that is derived."""
    if broken.wide:
        yield from _nearest(broken, place)
        return
    for surface in surfaces(broken, place):
        yield Edit(place, surface, REASON)


def _nearest(broken: Broken, place: int) -> Iterator[Edit]:
    expected, quantity = broken.expected(place), broken.quantity(place)
    if (
        expected is None
        or expected.low is None
        or expected.high is None
        or broken.claim.roles[place][0] != broken.derived
    ):
        return
    end = expected.low if quantity.number.value < expected.low else expected.high
    yield Edit(place, like(end, quantity), "the nearest that the others allow")


def surfaces(broken: Broken, place: int) -> Iterator[str]:
    """The computed figure, written as the text writes its own, coarser to finer."""
    quantity = broken.quantity(place)
    if broken.fill(place) in (DATE, WEEKDAY, LIST):
        return
    if quantity.upper is not None:
        yield from _range(broken, place)
        return
    value = broken.value(place)
    if value is None:
        return
    if broken.fill(place) == AGE or quantity.age:
        value = Fraction(value.__floor__())
    form = quantity.number.form
    if form is Form.FRACTION:
        yield from _part(value, broken, place)
    elif form is Form.FACTOR:
        yield from _multiple(value, quantity)
    elif form is Form.WORDS or quantity.number.divisor != 1:
        yield like(Fraction(round(value)) if quantity.exact else value, quantity)
    else:
        yield from _digits(value, quantity)


def _digits(value: Fraction, quantity: Quantity) -> Iterator[str]:
    number = quantity.number
    if quantity.exact:
        yield like(value, quantity)
        return
    percent = quantity.unit.kind in (Kind.PERCENT, Kind.POINT)
    if not number.decimals and not percent:
        place = number.significant_place
        while place > number.place:
            if abs(rounded(value, place) - value) <= abs(value) * NEAR:
                yield like(rounded(value, place), quantity)
            place /= 10
    for more in range(FINER + 1):
        shown = rounded(value, number.place / 10**more)
        if shown and (percent or abs(shown - value) <= abs(value) * COARSE):
            yield like(value, quantity, more)


def rounded(value: Fraction, place: Fraction) -> Fraction:
    """A value at a place, halves up.

    >>> rounded(Fraction(2349), Fraction(100)), rounded(Fraction(1, 4), Fraction(1, 2))
    (Fraction(2300, 1), Fraction(1, 2))
    """
    return (value / place + Fraction(1, 2)).__floor__() * place


def _range(broken: Broken, place: int) -> Iterator[str]:
    """A range beside a range, as conversions have them: both ends."""
    quantity = broken.quantity(place)
    ends = broken.expected_range(place)
    if ends is not None:
        for more in range(FINER):
            yield both(*ends, quantity, more)


def _part(value: Fraction, broken: Broken, place: int) -> Iterator[str]:
    """A share in words: the nearest that there is a word for, else in per cent."""
    surface, figure = broken.quantity(place).surface, broken.figure(place)
    of = "" if broken.document.text[figure.end : figure.end + 4].strip().startswith("of") else " of"
    if surface.lower().startswith("one in ") and 0 < value < Fraction(2, 3):
        yield _cased(f"one in {spelt(round(1 / value))}", surface)
    nearest = min(_PARTS, key=lambda part: abs(part - value))
    word = _PARTS[nearest]
    yield _cased(word + (of if surface.lower() == "half" and word != "half" else ""), surface)
    yield f"{like(value, broken.quantity(place))}{of if surface.lower() == 'half' else ''}"


def _multiple(value: Fraction, quantity: Quantity) -> Iterator[str]:
    """A multiple in words: the nearest of its series, "doubled" for "tripled"."""
    surface = quantity.surface.lower()
    for series in _SERIES:
        if surface in series.values():
            yield _cased(series[min(series, key=lambda factor: abs(factor - value))], quantity.surface)
            return
    if surface[0].isdigit() or surface.endswith("times"):
        yield like(value, quantity)


def _cased(word: str, like: str) -> str:
    return word[0].upper() + word[1:] if like[0].isupper() else word
