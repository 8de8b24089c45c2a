"""Whether two figures are one amount in two units, written by a writer who converted one and rounded.

In: two quantities, in the order printed. Out: a verdict, what the second should say, and the sentence. The rule: the
first figure is exact, because the writer converted that figure, and the second must lie within one unit of its last
significant place, and within 15 %; or the second is exact, and the first is what it converts to, correctly rounded to
the last printed digit. Measured on 129 real conversions in 2026, the first half alone raised no alarm on a right one
and caught 92 % of one-digit slips, where overlap of rounding intervals catches 64 %.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import product

from factcheck.interval import Interval
from factcheck.model import Form, Number, Quantity, Verdict
from factcheck.units import Kind, Unit, of_each
from factcheck.wording import both, like, plural, telling

SHARE = Fraction(15, 100)  # a converted figure never lies farther off than this
STORM = 5  # where both are whole multiples of it, as storm winds are, the step is at least it


def converts(first: Quantity, second: Quantity) -> tuple[Verdict, str, str, bool]:
    """Verdict, implied figure, sentence, and whether it holds only by rounding. Any reading of either unit may fit."""
    readings = product((first.unit, *first.unit.others), (second.unit, *second.unit.others))
    pairs = [
        (a, b)
        for a, b in ((of_each(one), of_each(other)) for one, other in readings)
        if a.kind is Kind.PHYSICAL and b.kind is Kind.PHYSICAL and a.dimension == b.dimension
    ]
    if not pairs:
        return _twin(first, second)
    results = [_fits(first, second, a, b, shift) for a, b in pairs for shift in _shifts(a, b)]
    holds = next((result for result in results if result[0] is Verdict.CONSISTENT), None)
    return holds or results[0]


def _shifts(a: Unit, b: Unit) -> tuple[bool, ...]:
    """Temperatures convert as points and, where both are small enough to be one, as differences."""
    return (True,) if a.offset or b.offset else (False,)


def _fits(first: Quantity, second: Quantity, a: Unit, b: Unit, points: bool) -> tuple[Verdict, str, str, bool]:
    readings = [True, False] if points and _may_be_difference(first) else [points]
    best: tuple[Verdict, str, str, bool] | None = None
    for shifted in readings:
        values = [carried(number.value, a, b, shifted) for number in _ends(first)]
        wanted = [number.value for number in _ends(second)]
        if len(values) != len(wanted):  # a range beside a single figure: it must hold it
            ok = (
                min(values) * (1 - SHARE) <= wanted[0] <= max(values) * (1 + SHARE)
                if len(wanted) == 1
                else (min(wanted) * (1 - SHARE) <= values[0] <= max(wanted) * (1 + SHARE))
            )
            exact = ok
        else:
            pairs = list(zip(values, wanted, _ends(second), _ends(first), strict=True))
            ok = all(_near(value, said, number, source, second, first) for value, said, number, source in pairs)
            exact = all(abs(value - said) <= number.place / 2 for value, said, number, _ in pairs)
            if not ok:  # the writer may have converted the other way round, and rounded what is printed first
                back = [carried(number.value, b, a, shifted) for number in _ends(second)]
                ok = all(
                    _near(value, source.value, source, number, first, second)
                    if first.hedge
                    else _rounded(value, source)
                    for value, source, number in zip(back, _ends(first), _ends(second), strict=True)
                )
        implied = _with_unit(_shown(values, second), second)
        sentence = f"{_said(first)} is {implied}"
        if not ok:
            sentence += f", not {_said(second)}"
        result = (Verdict.CONSISTENT if ok else Verdict.INCONSISTENT, implied, sentence, ok and not exact)
        if ok:
            return result
        best = best or result
    assert best is not None
    return best


def _may_be_difference(quantity: Quantity) -> bool:
    """Whether a temperature can be a warming or a spread: the linker marks none, so small ones may be either."""
    return all(abs(number.value) <= 15 for number in _ends(quantity))


def _ends(quantity: Quantity) -> tuple[Number, ...]:
    return (quantity.number,) if quantity.upper is None else (quantity.number, quantity.upper)


def carried(value: Fraction, a: Unit, b: Unit, points: bool = True) -> Fraction:
    """A number in one unit, in another of its dimension; temperatures as `points`, or as differences."""
    base = value * a.factor + (a.offset if points else 0)
    return (base - (b.offset if points else 0)) / b.factor


def _near(value: Fraction, said: Fraction, number: Number, source: Number, second: Quantity, first: Quantity) -> bool:
    step = (
        number.significant_place if number.form in (Form.DIGITS, Form.WORDS) and number.divisor == 1 else number.place
    )
    if said and said % STORM == 0 and source.value % STORM == 0:
        step = max(step, Fraction(STORM))
    if number.form is Form.FRACTION or number.divisor != 1:
        step = max(step, abs(said) * Fraction(5, 100))
    if source.mantissa < source.divisor:
        step = max(step, abs(said) * Fraction(10, 100))  # "half a metre" is said of 45 centimetres
    room = min(step, max(abs(said) * SHARE, number.place / 2))
    if second.hedge:
        allowed = second.stated(loose=True)
        if value in (allowed | Interval.around(said, room)):
            return True
    if second.unit.offset or first.unit.offset:
        room = step  # a share of a temperature means nothing: its zero is arbitrary
    return abs(value - said) <= room


def _rounded(value: Fraction, number: Number) -> bool:
    """Whether a value is printed so in digits, to the last of them."""
    digits = number.form is Form.DIGITS and number.divisor == 1
    return digits and abs(value - number.value) <= number.place / 2


def _said(quantity: Quantity) -> str:
    return _with_unit(
        _spoken(quantity.surface) if quantity.upper is not None else " ".join(quantity.surface.split()), quantity
    )


def _with_unit(surface: str, quantity: Quantity) -> str:
    """With the unit's name, where the text has it only further on: "49.5 x 42 cm"."""
    name = quantity.unit.name.replace("_", " ")
    bare = not any(character.isalpha() or character in "°'\"′″$£€" for character in surface)
    return f"{surface} {plural(name)}" if bare and quantity.unit.name.isidentifier() else surface


def _spoken(surface: str) -> str:
    """A range as a sentence has it: "5 to 8 miles" for "(between) 5 and 8 miles"."""
    return " ".join("to" if word == "and" else word for word in surface.split())


def _shown(values: list[Fraction], quantity: Quantity) -> str:
    single = Quantity(quantity.surface, quantity.number, quantity.unit)
    if quantity.upper is not None:
        return _spoken(both(values[0], values[-1], quantity))
    if len(values) == 1:
        more = abs(values[0]) < 10 * quantity.number.place  # "1.83 m" beside "6 ft", not "2 m"
        return like(values[0], single, 1) if more and values[0] >= quantity.number.place else telling(values[0], single)
    return " to ".join(like(value, single) for value in values)


def _twin(first: Quantity, second: Quantity) -> tuple[Verdict, str, str, bool]:
    """The units measure different things, whatever the numbers."""
    source, said = _said(first), _said(second)
    sorts = _SORTS.get(first.unit.dimension), _SORTS.get(second.unit.dimension)
    sentence = f"{source} and {said} do not measure the same thing"
    if all(sorts):
        sentence = f"{source} is {sorts[0]}, {said} is {sorts[1]}"
    return Verdict.INCONSISTENT, "", sentence, False


_SORTS = {
    "[length]": "a length",
    "[length] ** 2": "an area",
    "[length] ** 3": "a volume",
    "[length] / [time]": "a speed",
    "[mass]": "a weight",
    "[time]": "a time",
    "[temperature]": "a temperature",
}
