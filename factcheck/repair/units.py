"""Slips of conversion: the factor of another unit, the wrong way round, another currency's sign.

In: a broken conversion or pair of currencies and one of its figures. Out: Edits, most of them the computed figure with
the reason why the stated one came out as it did.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from fractions import Fraction

from factcheck.errors import UnknownUnit
from factcheck.interval import Interval
from factcheck.model import Verdict
from factcheck.repair.broken import Broken, Edit
from factcheck.repair.computed import surfaces
from factcheck.units import Kind, Unit, find
from factcheck.wording import DIGITS

# Units that share a name: who looks up the factor of one may get another's.
_FAMILIES = (
    ("mile", "nautical_mile"),
    ("ton", "long_ton", "metric_ton"),
    ("gallon", "imperial_gallon"),
    ("pint", "imperial_pint"),
    ("quart", "imperial_quart"),
    ("fluid_ounce", "imperial_fluid_ounce"),
    ("ounce", "troy_ounce"),
    ("pound", "troy_pound"),
)


def factor(broken: Broken, place: int) -> Iterator[Edit]:
    """The computed figure of a conversion, where the factor of another unit gives the stated one."""
    if broken.converted and place == 1 and (reason := _factor(broken)):
        for surface in surfaces(broken, place):
            yield Edit(place, surface, reason)


def _factor(broken: Broken) -> str:
    first, second = broken.quantity(0), broken.quantity(1)
    a, b = first.unit, second.unit
    if first.upper or second.upper or not first.number.value or a.dimension != b.dimension:
        return ""
    stated, value = second.number.value, first.number.value
    room = second.number.significant_place / 2
    for wrong, reason in _wrong_factors(a, b):
        if abs(value * wrong - stated) <= max(room, abs(stated) / 100):
            return reason
    one, other = DIGITS.search(first.surface), DIGITS.search(second.surface)
    if one and other and a.offset == b.offset and abs(value * b.factor / a.factor - stated) <= room:
        tails = first.surface[one.end() :], second.surface[other.end() :]
        return f"converted the wrong way: {one.group()}{tails[1]} is {other.group()}{tails[0]}"
    return ""


def _wrong_factors(a: Unit, b: Unit) -> Iterator[tuple[Fraction, str]]:
    right = a.factor / b.factor
    for unit, up in ((a, True), (b, False)):
        name, power = _raised(unit)
        for other in next((family for family in _FAMILIES if name in family), ()):
            with suppress(UnknownUnit):
                ratio = (_find(other).factor / _find(name).factor) ** power
                if other != name:
                    yield right * ratio if up else right / ratio, f"the factor of the {other.replace('_', ' ')}"
    (one, power), (other, _) = bases = _raised(a), _raised(b)
    if all(raised > 1 for _, raised in bases):
        with suppress(UnknownUnit):
            linear = _find(one).factor / _find(other).factor
            yield linear, "the factor of the length"
            if power == CUBE:
                yield linear**2, "the factor of the square"
    elif a.dimension == "[length]":
        yield right**2, "the factor of the square"


CUBE = 3


def _raised(unit: Unit) -> tuple[str, int]:
    """The name of a unit without its power and what it is per, and the power: kilometer, 2 of "kilometer ** 2 / year"."""
    name, _, power = unit.name.partition(" / ")[0].partition(" ** ")
    return name, int(power) if power.isdigit() else 1


# Units of one sort that are mistaken for each other, short and in full.
_SORTS = (
    "mm/millimetres cm/centimetres m/metres km/kilometres in/inches ft/feet yd/yards miles/miles",
    "sq_m/square_metres sq_km/square_kilometres sq_ft/square_feet sq_miles/square_miles acres/acres ha/hectares",
    "g/grams kg/kilograms tonnes/tonnes oz/ounces lb/pounds",
    "km/h/kilometres_per_hour mph/miles_per_hour knots/knots",
    "°C/°C °F/°F",
    "ml/millilitres litres/litres gallons/gallons",
)


def other(broken: Broken, place: int) -> Iterator[Edit]:
    """Another unit with the same number: 8,000 square miles for 8,000 square feet."""
    surface = broken.quantity(place).surface
    match = DIGITS.search(surface)
    if not broken.converted or match is None or broken.quantity(place).upper is not None:
        return
    number, unit = surface[: match.end()], surface[match.end() :]
    for sort in _SORTS:
        for each in sort.split():
            brief, _, full = each.rpartition("/")
            written = (brief if len(unit.strip()) <= BRIEF else full).replace("_", " ")
            if "meter" in unit or "liter" in unit:
                written = written.replace("metre", "meter").replace("litre", "liter")
            space = unit[: len(unit) - len(unit.lstrip())]
            found = _find_or_none(written)
            fellow = broken.quantity(1 - place).unit
            if (
                found
                and found.dimension == fellow.dimension
                and found.factor != fellow.factor
                and unit.strip() != written
            ):
                yield Edit(place, number + space + written, f"{unit.strip()} for {written}")


BRIEF = 8  # letters of "sq miles"; longer unit names are in full


def _find_or_none(name: str) -> Unit | None:
    with suppress(UnknownUnit):
        return find(name)
    return None


def _find(name: str) -> Unit:
    return find(name.replace("_", " "))


def inverted(broken: Broken, place: int) -> Iterator[Edit]:
    """The computed sum, where the rate was multiplied instead of divided."""
    if broken.relation.name != "currency" or place != 1:
        return
    rate = dict(broken.claim.words).get("rate")
    if rate is None or rate.high is None:
        return
    sets = broken.case.tight
    if sets["a", 0] / rate & sets["b", 0]:
        for surface in surfaces(broken, place):
            yield Edit(place, surface, "converted at the inverted rate")


_SIGN = re.compile(r"[^\w\s.,]+|[A-Z]{1,3}[$£]")


def sign(broken: Broken, place: int) -> Iterator[Edit]:
    """Another currency's sign, where the other pairs of the text give its rate."""
    if broken.relation.name != "currency":
        return
    here, there = broken.quantity(place), broken.quantity(1 - place)
    mark = _SIGN.match(here.surface)
    if mark is None:
        return
    for peer in broken.peers:
        if peer.claim.kind != "currency" or peer.verdict is Verdict.INCONSISTENT:
            continue
        pair = [figure.quantity for _, figure in peer.claim.roles]
        codes = [each.unit.dimension for each in pair]
        if there.unit.dimension not in codes or here.unit.dimension in codes:
            continue
        other = pair[1 - codes.index(there.unit.dimension)]
        known = pair[codes.index(there.unit.dimension)]
        theirs = _SIGN.match(other.surface)
        if theirs is None or other.unit.kind is not Kind.CURRENCY:
            continue
        rate = other.base() / known.base()  # of the fixed figure's currency in the other one
        words: tuple[tuple[str, Interval], ...] = (("rate", rate if place == 1 else 1 / rate),)
        yield Edit(
            place, theirs.group() + here.surface[mark.end() :], f"{mark.group()} for {theirs.group()}", words=words
        )
