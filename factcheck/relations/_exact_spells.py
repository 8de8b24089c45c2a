"""Exact spells: a length of years, months or days, and two dates of its sentence that lie just so far apart.

In: a Passage, and the figures that claims have already. Out: Claims of the kind `duration` that hold. The one idea: that of
_exact.py: of some fifty years that two dates may lie apart, chance seldom hits the very number that the sentence says.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from itertools import combinations

from factcheck.model import Claim, Figure, Passage, Span, When
from factcheck.relations._spells import dated
from factcheck.units import Kind

LEAST = 3  # two years lie between many dates
MOST = 4  # dates of one sentence that are tried
_ELSEWHEN = re.compile(r"[ -](?:ago|old|younger|older|senior|junior|from now|to come|each|apiece|or)\b")
_JUBILEE = re.compile(r" (?:anniversary|birthday|jubilee)\b")
_PARTS = re.compile(r"\b(?:every|each|first|last|next|past|aged|between|within|a|per)(?: (?:the|his|her|its))? \Z")


def exact_spells(passage: Passage, taken: Container[Span]) -> Iterator[Claim]:
    """A claim for each length of a sentence that two of its dates, and no other two, make exactly."""
    for length in passage.figures:
        home = passage.document.sentence(length.start) if length.span not in taken else None
        if home is None or not _counts_time(passage, length):
            continue
        dates = [each for each in passage.within(home.start, home.end) if _plain(each)]
        if not 2 <= len(dates) <= MOST:
            continue
        unit = "year" if length.quantity.unit.kind is Kind.ORDINAL else length.quantity.unit.name
        fits = [
            (start, end)
            for pair in combinations(dates, 2)
            for start, end in (pair, pair[::-1])
            if _apart(start, end, unit) == length.quantity.number.value
        ]
        if len(fits) == 1:
            roles = (("length", length), ("start", fits[0][0]), ("end", fits[0][1]))
            yield Claim("duration", tuple(sorted(roles, key=lambda each: each[1].span)))


def _counts_time(passage: Passage, figure: Figure) -> bool:
    """Whether a figure is a plain length of time, or the number of an anniversary."""
    quantity, text = figure.quantity, passage.document.text
    if quantity.hedge or quantity.upper or quantity.age or quantity.when or quantity.number.value < LEAST:
        return False
    if quantity.unit.kind is Kind.ORDINAL:
        return _JUBILEE.match(text, figure.end) is not None
    whole = quantity.unit.dimension == "[time]" and quantity.number.value.denominator == 1
    return whole and not _ELSEWHEN.match(text, figure.end) and not passage.led_by(_PARTS, figure, 16)


def _plain(figure: Figure) -> bool:
    """Whether a figure is a date with its year, and no decade or century."""
    when = figure.quantity.when
    sole = dated(figure) and figure.quantity.upper is None and figure.quantity.hedge is None
    return sole and when is not None and when.year is not None and not when.months and when.other is None


def _apart(start: Figure, end: Figure, unit: str) -> int | None:
    """How many whole years, months or days lie between two dates, as far as both are told; None where they are not."""
    a, b = start.quantity.when, end.quantity.when
    if a is None or b is None or a.year is None or b.year is None:
        return None
    if unit == "year" and (a.month is None or b.month is None):
        return b.year - a.year
    if unit == "year" and a.month and b.month:
        return b.year - a.year - ((b.month, b.day or 31) < (a.month, a.day or 1))
    if unit == "month" and a.month and b.month:
        return (b.year - a.year) * 12 + b.month - a.month
    return _days(a, b) if unit in ("day", "week") else None


def _days(a: When, b: When) -> int | None:
    return (b.date - a.date).days if a.date and b.date else None
