"""The judge: does what the figures of a claim imply meet what is stated, as sets of values?

In: a Claim and its Relation. Out: a Check. The one idea: every figure is a set (design §4: rounding and hedge taken
in); the formula carries the sets of all but one role to that one; the claim is consistent where the two meet in the
tight sets, undecided where they meet only in the loose ones, inconsistent else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from fractions import Fraction

from factcheck.converted import converts
from factcheck.errors import UnknownUnit
from factcheck.formula import Formula
from factcheck.interval import Interval
from factcheck.model import Check, Claim, Figure, Form, Quantity, Reading, Verdict
from factcheck.relations import AGE, COUNT, DATE, LENGTH, WEEKDAY, Relation
from factcheck.units import Kind, Unit, find
from factcheck.wording import like, short, span

# How far a hedge may move a figure where the printed values decide, as a share of it (design, 2026).
PRINTED_REACH = Fraction(10, 100)
Key = tuple[str, int]
DAY, YEAR = Fraction(86400), Fraction(31557600)  # seconds; the year is pint's, 365.25 days
# Which verdict to prefer among several ways to read the same words: one that holds is taken.
_PREFERRED = {Verdict.CONSISTENT: 0, Verdict.UNDECIDED: 1, Verdict.INCONSISTENT: 2}


def judge(claim: Claim, relation: Relation) -> Check:
    """Judge a claim under its plainest reading, or under another that holds."""
    checks = [_judged(reading, relation) for reading in _readings(claim)]
    return min(checks, key=lambda check: _PREFERRED[check.verdict])


def _readings(claim: Claim) -> Iterator[Claim]:
    for roles in (claim.roles, *claim.readings):
        yield Claim(claim.kind, roles, claim.words, claim.readings)


@dataclass(frozen=True, slots=True)
class Case:
    """A claim with every role turned into sets: at face value, tight and loose."""

    relation: Relation
    keys: Mapping[Key, Figure]  # (role, index) -> figure; word-filled roles have none
    face: Mapping[Key, Interval]
    tight: Mapping[Key, Interval]
    loose: Mapping[Key, Interval]
    units: Mapping[Key, Unit]  # in which an implied value is shown


def _judged(claim: Claim, relation: Relation) -> Check:
    if relation.reads is Reading.CONVERTED:
        first, second = (claim.figures(role)[0].quantity for role in relation.roles)
        fit, wanted, sentence, by_rounding = converts(first, second)
        return Check(claim, fit, sentence, " ".join(second.surface.split()), wanted, by_rounding)
    case = _case(claim, relation)
    outcomes = []
    for formula in relation.formulas:
        needed = {formula.yields, *formula.roles} - formula.variadic
        if all((role, 0) in case.tight for role in needed) and _any_part(formula, case):
            outcomes.append(_outcome(formula, case, case.tight, case.loose, case.face))
    if not outcomes:
        outcomes.extend(_chained(case))
    if not outcomes:
        return Check(claim, Verdict.UNDECIDED, "nothing here can be reckoned from the rest")
    order = [formula.yields for formula in relation.formulas]
    outcomes.sort(key=lambda each: (-_PREFERRED[each[0]], order.index(each[1].yields)))
    verdict, formula, implied, stated, face = outcomes[0]
    return _phrased(claim, case, verdict, formula, implied, stated, face)


def _any_part(formula: Formula, case: Case) -> bool:
    return not formula.variadic or any((role, 0) in case.tight for role in formula.variadic)


Outcome = tuple[Verdict, Formula, Interval, Interval, Interval]


def _outcome(
    formula: Formula,
    case: Case,
    tight: Mapping[Key, Interval],
    loose: Mapping[Key, Interval],
    face: Mapping[Key, Interval],
) -> Outcome:
    key = (formula.yields, 0)
    sides = {role for role in formula.roles}
    implied = formula.forward({each: values for each, values in tight.items() if each[0] in sides})
    stretched = formula.forward({each: values for each, values in loose.items() if each[0] in sides})
    plain = formula.forward({each: values for each, values in face.items() if each[0] in sides})
    if implied & tight[key]:
        verdict = Verdict.CONSISTENT
    elif stretched & loose[key] or not stretched:  # an empty set is a division by zero: nothing can be told
        verdict = Verdict.UNDECIDED
    else:
        verdict = Verdict.INCONSISTENT
    return verdict, formula, implied, tight[key], plain


def _chained(case: Case) -> Iterator[Outcome]:
    """Rate, delta and new are stated but old is not: one formula turned round fills the gap of the other."""
    for filler in case.relation.formulas:
        missing = [role for role in filler.roles if (role, 0) not in case.tight and role not in filler.variadic]
        if len(missing) != 1 or (filler.yields, 0) not in case.tight:
            continue
        role = missing[0]
        for formula in case.relation.formulas:
            have = all((each, 0) in case.tight or each == role for each in (formula.yields, *formula.roles))
            if formula is filler or role not in formula.roles or not have:
                continue
            filled = [
                {**sets, (role, 0): filler.solve(role, 0, _only(filler, sets))}
                for sets in (case.tight, case.loose, case.face)
            ]
            yield _outcome(formula, case, *filled)


def _only(formula: Formula, sets: Mapping[Key, Interval]) -> dict[Key, Interval]:
    return {key: values for key, values in sets.items() if key[0] == formula.yields or key[0] in formula.roles}


def _case(claim: Claim, relation: Relation) -> Case:
    keys: dict[Key, Figure] = {}
    counts: dict[str, int] = {}
    for role, figure in claim.roles:
        keys[role, counts.get(role, 0)] = figure
        counts[role] = counts.get(role, 0) + 1
    words = dict(claim.words)
    sign = words.pop("sign", Interval.point(1))
    units = _units(keys, relation)
    finest = _finest(keys, relation, units)
    sets: list[dict[Key, Interval]] = []
    for loose in (None, False, True):
        values: dict[Key, Interval] = {}
        for key, figure in keys.items():
            value = _values(figure.quantity, key, relation, keys, units, finest, loose)
            if key[0] in relation.signed and not (figure.quantity.signed and _negative(value)):
                value = value * sign
            values[key] = value
        for role, value in words.items():
            # equality is allowed: "rose to 3.7 from 3.7" may have risen from 3.66
            values[role, 0] = Interval(value.low, value.high)
        sets.append(values)
    face, tight, loosest = sets
    return Case(relation, keys, face, tight, loosest, units)


def _negative(values: Interval) -> bool:
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
            span = DAY if _in_days(keys, relation) else YEAR
            units[role, index] = replace(unit, factor=(unit.factor if unit.dimension == "[time]" else YEAR) / span)
        if relation.roles[role] == COUNT:
            units[role, index] = replace(unit, factor=_counted(unit, keys))
    return units


def _counted(unit: Unit, keys: Mapping[Key, Figure]) -> Fraction:
    """The factor of a count beside a rate: 18 kilograms at $6 a gram are 18,000; 750,000 shares are as many."""
    for figure in keys.values():
        per = figure.quantity.unit.per
        if per and unit.kind is Kind.PHYSICAL:
            with suppress(UnknownUnit):
                step = find(per)
                if step.dimension == unit.dimension:
                    return unit.factor / step.factor
    return Fraction(1)


def _in_days(keys: Mapping[Key, Figure], relation: Relation) -> bool:
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
    if quantity.when is not None and fill in (DATE, WEEKDAY):
        return _moment(quantity, relation, keys)
    if relation.reads is Reading.AS_PRINTED and not quantity.hedge and not quantity.age:
        loose = None
    if fill == AGE and not quantity.hedge and loose is not None:
        return Interval(quantity.number.value, (quantity.upper or quantity.number).value + 1, False, True) * unit.factor
    if fill == LENGTH and DATE in relation.roles.values() and unit.name == "year" and loose is not None:
        # a span of years may count both its ends, or only whole years between them
        return quantity.stated(loose) * unit.factor + Interval.between(-1, 1)
    if loose is None:
        low, high = quantity.number.value, (quantity.upper or quantity.number).value
        return Interval.between(min(low, high), max(low, high)) * unit.factor
    if relation.reads is Reading.AS_PRINTED and not quantity.age:
        # the printed value decides; a hedge moves it a little, never as far as the word can be stretched
        value = quantity.number.value
        reach = Interval.around(value, abs(value) * PRINTED_REACH)
        return (quantity.stated(loose) & reach | Interval.point(value)) * unit.factor
    within = None if finest is None or key[0] not in relation.amounts else finest / unit.factor
    return quantity.stated(loose, within) * unit.factor


def _moment(quantity: Quantity, relation: Relation, keys: Mapping[Key, Figure]) -> Interval:
    """A date in years or in days, as the relation's length or its weekday wants it."""
    assert quantity.when is not None
    if relation.roles.get("weekday") == WEEKDAY and quantity.when.weekday is not None and quantity.when.day is None:
        return Interval.point(quantity.when.weekday)
    found = quantity.when.days if _in_days(keys, relation) else quantity.when.years
    return found if found is not None else Interval()


# --- the sentence ---------------------------------------------------------------------------------------------------


def _phrased(
    claim: Claim, case: Case, verdict: Verdict, formula: Formula, implied: Interval, stated: Interval, face: Interval
) -> Check:
    relation, key = case.relation, (formula.yields, 0)
    figure = case.keys.get(key)
    surfaces: dict[str, str] = {role: _gap(case, role, formula) for role in formula.roles}
    seen: set[str] = set()
    for (role, _), each in case.keys.items():
        surface = " ".join(each.quantity.surface.split())
        surfaces[role] = f"{surfaces[role]} + {surface}" if (role, 1) in case.keys and role in seen else surface
        seen.add(role)
    if figure is None:  # a word's role: a direction, or the constant whole
        middle = face.middle or Fraction(0)
        name = f"{key[0]}{'>' if middle > 0 else '<' if middle < 0 else '='}0"
        template = relation.says.get(name) or relation.says.get(key[0], f"{formula}")
        message = template.format_map(_Shown({**surfaces, key[0]: f"{short(middle * 100)}%"}))
        if verdict is Verdict.INCONSISTENT and (wrong := relation.says.get("not")):
            message += f", {wrong.format_map(_Shown(surfaces))}"
        return Check(claim, verdict, message, "", "", False)
    quantity, unit = figure.quantity, case.units[key]
    sign = -1 if key[0] in relation.signed and _negative(stated) and not quantity.signed else 1
    surfaces.pop(key[0])
    template = relation.says.get(key[0], f"{formula}: {{{key[0]}}}")

    def say(shown: str) -> str:
        return template.format_map(_Shown({**surfaces, key[0]: shown}))

    return worded(claim, verdict, quantity, Fraction(sign) / unit.factor, implied, stated, face, say, relation.says)


def worded(
    claim: Claim,
    verdict: Verdict,
    quantity: Quantity,
    scale: Fraction,
    implied: Interval,
    stated: Interval,
    face: Interval,
    say: Callable[[str], str],
    says: Mapping[str, str] | None = None,
) -> Check:
    """A verdict as a Check: what is implied, written as the stated quantity is, `say` making a sentence of it.

    `scale` takes a value to the quantity's unit; `face` is what is implied at face value; `says` may hold a relation's own
    words for what else than rounding leaves room, and for what holds only loosely.
    """
    wanted, says = " ".join(quantity.surface.split()), says or {}
    central = face.middle * scale if face.middle is not None else None
    hedged = f"{quantity.hedge.word} {wanted}" if quantity.hedge else wanted
    message = say("any value" if central is None else _distinct(central, quantity, verdict, wanted))
    by_rounding = verdict is Verdict.CONSISTENT and not (central is not None and central / scale in stated)
    extent = span(implied * scale, quantity, 1)
    if verdict is Verdict.INCONSISTENT:
        message += f", not {hedged}"
    elif by_rounding:
        message += f"; {says.get('room', 'with rounding')} {extent}, so {hedged} holds"
    elif verdict is Verdict.UNDECIDED:
        message += f"; {hedged} {says.get('loose', 'is a loose way to put it')}"
    return Check(claim, verdict, message, span(stated * scale, quantity, 1), extent, by_rounding)


def _gap(case: Case, role: str, judged: Formula) -> str:
    """A role that no figure fills, as the other formula reckons it at face value."""
    for formula in case.relation.formulas:
        if (
            formula is not judged
            and role in formula.roles
            and (role, 0) not in case.face
            and (formula.yields, 0) in case.face
        ):
            with suppress(KeyError):
                value = formula.solve(role, 0, _only(formula, case.face)).middle
                fellow = next((key for key in case.keys if key[0] in case.relation.amounts), None)
                if value is not None and fellow is not None:
                    return like(value / case.units[fellow].factor, case.keys[fellow].quantity)
    return role


def _distinct(value: Fraction, quantity: Quantity, verdict: Verdict, wanted: str) -> str:
    """A value in the quantity's own form, with as many further decimals as it takes to differ from a wrong one."""
    for more in range(4):
        shown = like(value, quantity, more)
        if shown != wanted or verdict is not Verdict.INCONSISTENT:
            break
    return like(value, quantity, 1) if verdict is not Verdict.INCONSISTENT else shown


class _Shown(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "?"
