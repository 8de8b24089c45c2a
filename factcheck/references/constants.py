"""Physical constants, as pint gives them: the speed of light, the astronomical unit.

In: constants.tsv, which build.py makes of pint, so that no check loads pint. Out: References, exact ones.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck import units
from factcheck.model import Number, Quantity
from factcheck.references.reference import Reference
from factcheck.references.tables import lines


def constants() -> Iterator[Reference]:
    """All of the table."""
    for name, called, openings, value, unit in lines("constants.tsv"):
        yield Reference(
            name,
            Quantity(f"{value} {unit}", _number(value), units.find(unit)),
            tuple(called.split(",")),
            tuple(filter(None, openings.split(","))),
            source="pint",
        )


def _number(value: str) -> Number:
    whole, _, decimals = value.replace(",", "").partition(".")
    return Number(int(whole + decimals), -len(decimals), decimals=len(decimals))
