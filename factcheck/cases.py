"""Cases: a claim with every role turned into sets of values, in one unit: what the judge and the repairs reckon with.

In: a Claim and its Relation. Out: a Case. The one idea: all that depends on how figures of one claim stand beside each
other (a bare number's unit, the finest place, a fall's sign, dates in years or in days) is settled here, once.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from fractions import Fraction

from factcheck.errors import UnknownUnit
from factcheck.formula import Formula
from factcheck.interval import Interval
from factcheck.model import Claim, Figure, Form, Quantity, Reading
from factcheck.relations import AGE, COUNT, DATE, DIFFERENCE, LENGTH, WEEKDAY, Relation
from factcheck.units import Kind, Unit, find

# How far a hedge may move a figure where the printed values decide, as a share of it (design, 2026).
PRINTED_REACH = Fraction(10, 100)
Key = tuple[str, int]
DAY, YEAR = Fraction(86400), Fraction(31557600)  # seconds; the year is pint's, 365.25 days


@dataclass(frozen=True, slots=True)
class Case:
    """A claim with every role turned into sets: at face value, tight and loose."""

    relation: Relation
    keys: Mapping[Key, Figure]  # (role, index) -> figure; word-filled roles have none
    face: Mapping[Key, Interval]
    tight: Mapping[Key, Interval]
    loose: Mapping[Key, Interval]
    units: Mapping[Key, Unit]  # in which each is read
    scales: Mapping[Key, Fraction]  # a figure's number times this is its value: the unit's factor, with a fall's sign

    def implied(self, key: Key, sets: Mapping[Key, Interval]) -> Interval | None:
        """What the others' sets, all at face value or all tight, imply for one figure; None where they do not reach it."""
        for formula in self.relation.formulas:
            if key[0] not in (formula.yields, *formula.roles):
                continue
            values = dict(sets)
            for role in {formula.yields, *formula.roles} - formula.variadic - {key[0]}:
                if (role, 0) not in values and (found := self.gap(role, formula, sets, key)) is not None:
                    values[role, 0] = found
            with suppress(KeyError):
                return formula.solve(*key, only(formula, values))
        return None

    def gap(
        self, role: str, judged: Formula, sets: Mapping[Key, Interval], besides: Key | None = None
    ) -> Interval | None:
        """A role that no figure fills, as another formula than the judged one reckons it, without one figure."""
        for formula in self.relation.formulas:
            there = {formula.yields, *formula.roles}
            if formula is judged or role not in formula.roles or (besides and besides[0] in there):
                continue
            with suppress(KeyError):
                return formula.solve(role, 0, only(formula, sets))
        return None


def only(formula: Formula, sets: Mapping[Key, Interval]) -> dict[Key, Interval]:
    """The sets of the roles that a formula has."""
    return {key: values for key, values in sets.items() if key[0] == formula.yields or key[0] in formula.roles}


def case(claim: Claim, relation: Relation) -> Case:
    """Turn a claim's roles into sets."""
    keys: dict[Key, Figure] = {}
    counts: dict[str, int] = {}
    for role, figure in claim.roles:
        keys[role, counts.get(role, 0)] = figure
        counts[role] = counts.get(role, 0) + 1
    words = dict(claim.words)
    sign = words.pop("sign", Interval.point(1))
    units = _units(keys, relation)
    finest = _finest(keys, relation, units)
    scales: dict[Key, Fraction] = {}
    sets: list[dict[Key, Interval]] = []
    for loose in (None, False, True):
        values: dict[Key, Interval] = {}
        for key, figure in keys.items():
            value = _values(figure.quantity, key, relation, keys, units, finest, loose)
            turned = key[0] in relation.signed and not (figure.quantity.signed and negative(value))
            values[key] = value * sign if turned else value
            scales[key] = units[key].factor * (-1 if turned and negative(sign) else 1)
        for role, value in words.items():
            # equality is allowed: "rose to 3.7 from 3.7" may have risen from 3.66
            values[role, 0] = Interval(value.low, value.high)
        sets.append(values)
    face, tight, loosest = sets
    return Case(relation, keys, face, tight, loosest, units, scales)


def negative(values: Interval) -> bool:
    """Whether no value of a set is above zero."""
    return values.high is not None and values.high <= 0


def _units(keys: Mapping[Key, Figure], relation: Relation) -> dict[Key, Unit]:
    """The unit each figure is read in: its own, or its fellows' where it is a bare number beside them."""
    amounts = [figure.quantity.unit for (role, _), figure in keys.items() if role in relation.amounts]
    fellow = next((unit for unit in amounts if unit.kind not in (Kind.NUMBER, Kind.COUNT)), None)
    units = {}
    for (role, index), figure in keys.items():
        unit = figure.quantity.unit
        bare = unit.kind is Kind.NUMBER and figure.quantity.number.form is not Form.FRACTION
        units[role, index] = fellow if fellow and bare and role in relation.amounts else unit
        if relation.roles[role] in (LENGTH, AGE) and DATE in relation.roles.values():
            # dates are reckoned in years, or in days where the length is
            span = DAY if in_days(keys, relation) else YEAR
            units[role, index] = replace(unit, factor=(unit.factor if unit.dimension == "[time]" else YEAR) / span)
        if relation.roles[role] == COUNT:
            units[role, index] = replace(unit, factor=_counted(unit, keys))
    return units


def _counted(unit: Unit, keys: Mapping[Key, Figure]) -> Fraction:
    """The factor of a count beside a rate: 18 kilograms at $6 a gram are 18,000; 750,000 shares are as many."""
    for figure in keys.values():
        if (
            unit.kind is Kind.PHYSICAL
            and figure.quantity.unit.kind is Kind.PHYSICAL
            and figure.quantity.unit.name != unit.name  # a kilowatt is so much a second, and counted here
            and " / " in figure.quantity.unit.dimension
        ):
            return unit.factor  # miles an hour, and hours
        per = figure.quantity.unit.per
        if per and unit.kind is Kind.PHYSICAL:
            with suppress(UnknownUnit):
                step = find(per)
                if step.dimension == unit.dimension:
                    return unit.factor / step.factor
    return Fraction(1)


def in_days(keys: Mapping[Key, Figure], relation: Relation) -> bool:
    """Whether the dates of a claim are reckoned in days, not in years."""
    return WEEKDAY in relation.roles.values() or any(
        relation.roles[role] == LENGTH and figure.quantity.unit.name in ("day", "week", "hour", "fortnight")
        for (role, _), figure in keys.items()
    )


def _finest(keys: Mapping[Key, Figure], relation: Relation, units: Mapping[Key, Unit]) -> Fraction | None:
    """The finest significant place among the amounts, in the base of their unit; None where there are no partners."""
    if len(relation.formulas[0].roles) == 1:
        return None  # one amount said twice: each with its own rounding
    places = []
    for (role, index), figure in keys.items():
        quantity = figure.quantity
        if role in relation.amounts and quantity.number.form not in (Form.FRACTION, Form.FACTOR) and not quantity.hedge:
            places.append(quantity.number.significant_place * units[role, index].factor)
    return min(places) if len(places) > 1 else None


def _values(
    quantity: Quantity,
    key: Key,
    relation: Relation,
    keys: Mapping[Key, Figure],
    units: Mapping[Key, Unit],
    finest: Fraction | None,
    loose: bool | None,
) -> Interval:
    """The set of a figure in the base unit; `loose` None is face value."""
    fill, unit = relation.roles[key[0]], units[key]
    if quantity.when is not None:
        return _moment(quantity, relation, keys)
    if relation.reads is Reading.AS_PRINTED and not quantity.hedge and not quantity.age:
        loose = None
    if fill == AGE and not quantity.hedge and loose is not None:
        return Interval(quantity.number.value, (quantity.upper or quantity.number).value + 1, False, True) * unit.factor
    if fill == LENGTH and DATE in relation.roles.values() and unit.name in ("year", "month") and loose is not None:
        # a span of years or months may count both its ends, or only the whole ones between them
        return quantity.stated(loose) * unit.factor + Interval.between(-unit.factor, unit.factor)
    if loose is None:
        low, high = quantity.number.value, (quantity.upper or quantity.number).value
        return Interval.between(min(low, high), max(low, high)) * unit.factor
    if relation.reads is Reading.AS_PRINTED and not quantity.age:
        # the printed value decides; a hedge moves it a little, never as far as the word can be stretched
        value = quantity.number.value
        reach = Interval.around(value, abs(value) * PRINTED_REACH)
        return (quantity.stated(loose) & reach | Interval.point(value)) * unit.factor
    within = None if finest is None or key[0] not in relation.amounts else finest / unit.factor
    if within is not None and fill == DIFFERENCE:
        within = max(within, quantity.number.place)  # "fell £97m to £233.6m": a step is told in whole millions
    if key[0] in relation.rounded and quantity.exact:
        return Interval.around(quantity.number.value, quantity.number.place / 2) * unit.factor
    return quantity.stated(loose, within) * unit.factor


def _moment(quantity: Quantity, relation: Relation, keys: Mapping[Key, Figure]) -> Interval:
    """A date in years or in days, as the relation's length or its weekday wants it."""
    assert quantity.when is not None
    if relation.roles.get("weekday") == WEEKDAY and quantity.when.weekday is not None and quantity.when.day is None:
        return Interval.point(quantity.when.weekday)
    found = quantity.when.days if in_days(keys, relation) else quantity.when.years
    return found if found is not None else Interval()
