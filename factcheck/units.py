"""Units: from a surface form to a unit, and exact conversion between units of one dimension.

In: words as they stand in a text ("sq km", "US$", "barrels a day"). Out: Units, whose factors are exact rationals.
The one idea: every physical unit and factor is pint's, read once into `units.tsv` so that checking a text need not
load pint; `units.txt` holds, a line each, what pint lacks or what newsrooms read otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

ONE = Fraction(1)
ZERO = Fraction(0)


class Kind(Enum):
    """What sort of thing a unit measures; figures of different kinds are never compared."""

    PHYSICAL = "physical"
    CURRENCY = "currency"
    PERCENT = "percent"
    POINT = "percentage point"
    COUNT = "count"  # a counted noun: 48 patients
    NUMBER = "number"  # a bare number
    MULTIPLE = "multiple"  # double, threefold, 2.5 times
    RATIO = "ratio"  # 3:1, odds
    ORDINAL = "ordinal"
    DATE = "date"  # a day, month, year, decade
    TIME = "time"  # of the clock
    WEEKDAY = "weekday"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure. `factor` and `offset` take a magnitude to the base of its dimension: base = factor * x + offset."""

    name: str  # as in reports: 'kilometer ** 2', 'USD', 'percent', 'seat', '' for a bare number
    kind: Kind
    dimension: str = ""  # '[length] ** 2'; the ISO code for a currency; the noun for a count; a rate adds ' / ' + dimension
    factor: Fraction = ONE  # exact; cents: 1/100; percent: 1/100
    offset: Fraction = ZERO  # in the base unit: kelvin for temperatures, 0 for all else
    others: tuple[Unit, ...] = ()  # further units that the same surface may mean: a ton, gallon, mile, pound
    per: str = ""  # of a rate on a count or currency: what it is per ('share', 'barrel', 'year'), else ''
