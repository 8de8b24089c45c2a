"""Numbers in messages and edits, written as the text writes its own.

In: an exact value and the quantity it is to look like. Out: a string such as "$1.20bn" or "14.2%". The one idea: the
surface itself is the format; only its number is replaced, with the scale, separators and decimals that it has.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from factcheck.interval import Interval
from factcheck.model import Form, Number, Quantity
from factcheck.units import Kind, measure

DIGITS = re.compile(r"(?:(?<!\d)\.)?\d(?:[\d,.'’\u00a0\u2009\u202f ]*\d)?")
_SEPARATOR = re.compile(r"\d([,'’\u00a0\u2009\u202f ])\d{3}(?!\d)")
# A figure in a sentence may be rounded by this share of it, no more: 14.6 percent is told as 15, 0.76 not as 1.
COARSE = Fraction(5, 100)
FINEST = 6  # further decimals at most
_PLURALS = {
    "penny": "pence",
    "person": "people",
    "man": "men",
    "woman": "women",
    "child": "children",
    "foot": "feet",
    "inch": "inches",
}
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


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

    A quantity in words is answered in words where they are as plain ("four years" by "seven years"), else by digits:
    "half" by "58%", "doubled" by "2.3 times".
    """
    surface = quantity.surface
    if quantity.unit.kind is Kind.WEEKDAY:
        return DAYS[int(value) % 7]
    match = DIGITS.search(surface)
    if match is None or quantity.upper or quantity.number.divisor != 1:
        return in_words(value, quantity)
    shown = _printed(value, quantity.number, match.group(), more)
    sign = "-" if shown.startswith("-") and not quantity.signed else ""
    before = surface[: match.start()].rstrip("-−") if quantity.signed else surface[: match.start()]
    return sign + before + (shown[1:] if sign else shown) + _noun(surface[match.end() :], quantity, shown == "1")


def telling(value: Fraction, quantity: Quantity, said: str = "") -> str:
    """A value as the quantity is written, with the further decimals it takes to tell it truly, and from what is said.

    >>> from factcheck.units import NUMBER
    >>> telling(Fraction(78, 100), Quantity("750", Number(750), NUMBER))
    '0.8'
    """
    number = quantity.number
    if number.divisor != 1 or not DIGITS.search(quantity.surface):
        return like(value, quantity)
    for more in range(FINEST):
        step = number.place / 10**more
        nearest = (value / step + Fraction(1, 2)).__floor__() * step
        shown = like(value, quantity, more)
        if shown != said and abs(nearest - value) <= abs(value) * COARSE:
            break
    return shown


def both(low: Fraction, high: Fraction, quantity: Quantity, more: int = 0) -> str:
    """Two values, written as the range that the quantity is: "8-13 km" for "3-5 miles"."""
    assert quantity.upper is not None
    found = list(DIGITS.finditer(quantity.surface))
    if len(found) < 2:
        return f"{short(low)} to {in_words(high, quantity)}"
    first, last = found[0], found[-1]
    surface = quantity.surface
    return (
        surface[: first.start()]
        + _printed(low, quantity.number, first.group(), more)
        + surface[first.end() : last.start()]
        + _printed(high, quantity.upper, last.group(), more)
        + surface[last.end() :]
    )


def _printed(value: Fraction, number: Number, digits: str, more: int) -> str:
    """A value with the decimals, the scale and the separators of the digits that stand for a number."""
    places = len(digits.rpartition(".")[2]) if "." in digits else 0
    printed = value / Fraction(10) ** (number.exponent + places)
    shown = fixed(printed, places + more, _separator(digits, printed))
    idle = more or number.exponent + places > 0  # "$66m" where the text has "$6.5m", but "$4.00" as it has "$1.35"
    shown = shown.rstrip("0").rstrip(".") if idle and "." in shown else shown
    return shown.replace("0.", ".", 1) if digits.startswith(".") and shown.startswith(("0.", "-0.")) else shown


def _noun(tail: str, quantity: Quantity, single: bool) -> str:
    """What follows the number, its noun in the singular for one, in the plural for more, where that changes."""
    name = quantity.unit.name
    if single == (quantity.value == 1) or quantity.unit.kind not in (Kind.COUNT, Kind.PHYSICAL):
        return tail
    if not name.isalpha() or not tail.lower().endswith((name, plural(name))):
        return tail
    other = name if single else plural(name)
    return f"{tail[: len(tail) - len(tail.lstrip())]}{other}"


def in_words(value: Fraction, quantity: Quantity) -> str:
    """A value for a quantity that is not written in digits: a count as a word, a share as a percentage."""
    number, name = quantity.number, quantity.unit.name
    if number.form is Form.FRACTION and quantity.unit.kind in (Kind.NUMBER, Kind.COUNT):
        return f"{short(value * 100)}%"
    if quantity.unit.kind is Kind.MULTIPLE:
        return times(value) if quantity.surface else f"{short(value)} times"
    if quantity.unit.kind is Kind.PERCENT:
        return f"{short(value)}%"
    said = spelt(number.mantissa) if number.form is Form.WORDS and not number.exponent else ""
    wanted = spelt(int(value)) if value.denominator == 1 and 1 <= value <= max(12, number.mantissa) else ""
    if said and wanted and quantity.surface.lower().startswith(said):
        wanted = wanted.capitalize() if quantity.surface[0].isupper() else wanted
        return wanted + _noun(quantity.surface[len(said) :], quantity, value == 1)
    if quantity.unit.kind is Kind.CURRENCY and quantity.surface:  # half a penny
        name = quantity.surface.split()[-1].lower()
    return f"{short(value)} {name if not name.isalpha() or abs(value) == 1 else plural(name)}".strip()


def plural(name: str) -> str:
    """A noun or a unit in the plural."""
    return _PLURALS.get(name) or (f"{name[:-1]}ies" if re.search(r"[^aeiou]y\Z", name) else f"{name}s")


def times(value: Fraction) -> str:
    """A multiple as one says it.

    >>> times(Fraction(2)), times(Fraction(3)), times(Fraction(229, 100)), times(Fraction(1, 2)), times(Fraction(3, 5))
    ('twice', 'three times', '2.29 times', 'half', '60% of')
    """
    if value == Fraction(1, 2):
        return "half"
    if value == 2:
        return "twice"
    if 0 < value < 1:
        return f"{short(value * 100)}% of"
    whole = value.denominator == 1 and 3 <= value <= 12
    return f"{spelt(int(value)) if whole else short(value)} times"


_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def spelt(number: int) -> str:
    """A whole number from one to ninety-nine in words; any other is an empty string.

    >>> spelt(7), spelt(21), spelt(100)
    ('seven', 'twenty-one', '')
    """
    if 1 <= number <= len(_ONES):
        return _ONES[number - 1]
    if not 20 <= number <= 99:
        return ""
    tens, ones = divmod(number, 10)
    return _TENS[tens - 2] + (f"-{_ONES[ones - 1]}" if ones else "")


def listed(surfaces: Sequence[str]) -> str:
    """Words as a list.

    >>> listed(["18", "7", "4 ounces"])
    '18, 7 and 4 ounces'
    """
    return " and ".join(filter(None, (", ".join(surfaces[:-1]), surfaces[-1])))


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
    if values.low == values.high:
        return like(values.low, quantity, more)
    in_digits = quantity if DIGITS.search(quantity.surface) else replace(quantity, surface="")
    low, high = (_bound(value, in_digits, more) for value in (values.low, values.high))
    if low == high:
        return low
    match = DIGITS.search(low)
    tail = low[match.end() :] if match else ""
    once = low[: len(low) - len(tail)] if tail.strip() and high.endswith(tail) else low  # "75.9 to 77.8%"
    return f"{once} to {high}"


def _bound(value: Fraction, quantity: Quantity, more: int) -> str:
    """An end of a set; no "$0 billion" for what is little."""
    shown = like(value, quantity, more)
    digits = DIGITS.search(shown)
    return telling(value, quantity) if value and digits and not re.search("[1-9]", digits.group()) else shown


def years(values: Interval) -> str:
    """A set of ages as the whole years that birthdays count: "54", "54 or 55", "54 to 57"."""
    if values.low is None or values.high is None:
        return "any age"
    first, last = values.low.__floor__(), values.high.__ceil__() - 1 if values.high_open else values.high.__floor__()
    return str(first) if last <= first else f"{first} {'or' if last == first + 1 else 'to'} {last}"


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
