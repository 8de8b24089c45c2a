"""Numbers in messages and edits, written as the text writes its own.

In: an exact value and the quantity it is to look like. Out: a string such as "$1.20bn" or "14.2%". The one idea: the
surface itself is the format; only its digits are replaced, with the scale, separators and decimals that it has.
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from factcheck.interval import Interval
from factcheck.model import Form, Quantity
from factcheck.units import Kind, measure

DIGITS = re.compile(r"\d(?:[\d,.'’\u00a0\u2009\u202f ]*\d)?")
_SEPARATOR = re.compile(r"\d([,'’\u00a0\u2009\u202f ])\d{3}(?!\d)")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
RATIOS = (Kind.PERCENT, Kind.POINT)


def decimals(quantity: Quantity) -> int:
    """How many digits the surface shows behind the decimal point."""
    match = DIGITS.search(quantity.surface)
    if not match or "." not in match.group():
        return 0
    return len(match.group().rpartition(".")[2])


def fixed(value: Fraction, places: int, separator: str = ",") -> str:
    """A rational with so many decimals, halves away from zero, thousands set apart; exact, no float on the way.

    >>> fixed(Fraction(12345), 0), fixed(Fraction(1, 8), 2), fixed(Fraction(-1, 2), 0)
    ('12,345', '0.13', '-1')
    """
    scaled = abs(value) * 10**places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    digits = f"{whole:0{places + 1}d}"
    head, tail = (digits[:-places], digits[-places:]) if places else (digits, "")
    grouped = f"{int(head):,}".replace(",", separator) if separator and len(head) > 3 else head
    return ("-" if value < 0 and whole else "") + grouped + (f".{tail}" if tail else "")


def like(value: Fraction, quantity: Quantity, more: int = 0) -> str:
    """A value, in the quantity's unit (percent as percent), written as the quantity is; `more` further decimals.

    A quantity in words is answered by digits: "half" by "58%" where it is a share, "twelve" by "14".
    """
    surface = quantity.surface
    if quantity.unit.kind is Kind.WEEKDAY:
        return DAYS[int(value) % 7]
    if quantity.age:
        value = Fraction(value.numerator // value.denominator)  # whole years, as birthdays count them
    match = DIGITS.search(surface)
    if match is None or quantity.upper or quantity.number.divisor != 1:
        return in_words(value, quantity, more)
    places = decimals(quantity)
    scale = quantity.number.exponent + places
    printed = value / Fraction(10) ** scale
    places += more
    if more:
        shown = fixed(printed, places, _separator(match.group(), printed))
        shown = shown.rstrip("0").rstrip(".") if "." in shown else shown
    else:
        shown = fixed(printed, places, _separator(match.group(), printed))
    sign = "-" if shown.startswith("-") and not quantity.signed else ""
    before = surface[: match.start()].rstrip("-−") if quantity.signed else surface[: match.start()]
    return sign + before + (shown[1:] if sign else shown) + surface[match.end() :]


def in_words(value: Fraction, quantity: Quantity, more: int = 0) -> str:
    """A value for a quantity that is not written in digits: a share as a percentage, all else as a plain number."""
    if quantity.number.form is Form.FRACTION and quantity.unit.kind in (Kind.NUMBER, Kind.COUNT):
        return f"{short(value * 100)}%"
    if quantity.unit.kind is Kind.MULTIPLE:
        return f"{short(value)} times"
    if quantity.unit.kind is Kind.PERCENT:
        return f"{short(value)}%"
    name = quantity.unit.name
    plural = "s" if name.isalpha() and abs(value) != 1 and name != "person" else ""
    return f"{short(value)} {'people' if name == 'person' and abs(value) != 1 else name}{plural}".strip()


def short(value: Fraction) -> str:
    """A value to three significant digits or so, as one would say it."""
    size = abs(value)
    places = 0 if size >= 100 or value.denominator == 1 else 1 if size >= 10 else 2 if size >= 1 else 3
    shown = fixed(value, places)
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def _separator(digits: str, value: Fraction) -> str:
    match = _SEPARATOR.search(digits)
    if match:
        return match.group(1)
    # as the text has it: "1207" stays without, but a number that grows past 9,999 is set apart
    return "" if len(digits) >= 4 and abs(value) < 10000 else ","


def span(values: Interval, quantity: Quantity, more: int = 0) -> str:
    """A set of values in the quantity's unit, as one would say it: "75.9 to 77.8%", "more than 40"."""
    if values.low is None and values.high is None:
        return "any value"
    if values.low is None:
        assert values.high is not None
        return ("less than " if values.high_open else "at most ") + like(values.high, quantity, more)
    if values.high is None:
        return ("more than " if values.low_open else "at least ") + like(values.low, quantity, more)
    low, high = like(values.low, quantity, more), like(values.high, quantity, more)
    if low == high:
        return low
    return f"{low} to {high}"


def in_unit(values: Interval, quantity: Quantity | None) -> str:
    """A set in base units, written as a quantity is; where there is none, as plain numbers."""
    if quantity is not None:
        return span(values / measure(quantity.unit)[0], quantity, 1)
    low, high = ("" if end is None else _plain(end) for end in (values.low, values.high))
    if low and high:
        return low if low == high else f"{low} to {high}"
    return f"at least {low}" if low else f"at most {high}" if high else "any value"


def _plain(value: Fraction) -> str:
    if not value or Fraction(1, 100) <= abs(value) < 10**12:
        return short(value)
    return f"{Decimal(value.numerator) / Decimal(value.denominator):.3g}"
