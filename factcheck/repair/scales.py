"""Slips of scale: million for billion, a decimal point misplaced, three noughts lost.

In: a broken claim and one of its figures. Out: Edits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from factcheck.model import Form
from factcheck.relations import DATE, WEEKDAY
from factcheck.repair.broken import Broken, Edit
from factcheck.repair.computed import surfaces
from factcheck.wording import like

_WORDS = (("thousand", "million", "billion", "trillion"), ("k", "m", "bn", "tn"), ("K", "M", "B", "T"))
_SCALE = re.compile(r"(?<=[\d ])(thousand|million|billion|trillion|k|m|bn|tn|[KMBT])\b")
NEAR = Fraction(5, 100)  # how far from a conversion's result a figure may be that was a factor of ten off
DECIMALS = 2  # that a figure may gain
POWERS = (10, 100, 1000, 1_000_000)  # of a figure that the message does not speak of only the first


def word(broken: Broken, place: int) -> Iterator[Edit]:
    """The next scale word up or down; on a figure without one, none."""
    quantity = broken.quantity(place)
    surface = quantity.surface
    match = _SCALE.search(surface)
    if match is None or broken.open:
        return
    row = next(each for each in _WORDS if match.group() in each)
    at = row.index(match.group())
    for step, times in ((-1, Fraction(1, 1000)), (1, Fraction(1000))):
        if 0 <= at + step < len(row):
            other = row[at + step]
            edited = surface[: match.start()] + other + surface[match.end() :]
            yield Edit(place, edited, f"{match.group()} for {other}", value=quantity.number.value * times)


def power(broken: Broken, place: int) -> Iterator[Edit]:
    """A thousand times too much or too little, or a decimal point in the wrong place."""
    quantity = broken.quantity(place)
    number = quantity.number
    if broken.open or number.form is not Form.DIGITS or number.divisor != 1 or quantity.upper is not None:
        return
    if broken.fill(place) in (DATE, WEEKDAY) or not number.value:
        return
    derived = broken.claim.roles[place][0] == broken.derived
    for factor in POWERS if derived else POWERS[:1]:
        for times in (Fraction(factor), Fraction(1, factor)):
            value = number.value * times
            more = next(
                (more for more in range(DECIMALS + 1) if (value / number.place * 10**more).denominator == 1), None
            )
            scaled = number.exponent + number.decimals
            if more is None or (more and quantity.exact) or (scaled and value >= 10 ** (scaled + 3)):
                continue  # no "41.75 cases", no "40,000 million"
            if broken.converted and (quantity.unit.offset or abs(value - (broken.value(place) or 0)) > value * NEAR):
                continue  # what a conversion makes is known to the digit
            reason = f"{factor:,} times too {'little' if times > 1 else 'much'}"
            for surface in surfaces(broken, place) if broken.converted else (like(value, quantity, more),):
                yield Edit(place, surface, reason, value=value)
