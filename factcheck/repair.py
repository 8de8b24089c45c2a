"""Repairs: the single edits that would make an inconsistent claim hold, likeliest cause first.

In: an inconsistent Check, its relation, and the judge. Out: Repairs. The one idea: every cause that is known to make
wrong figures (a digit swapped, a scale slip, the wrong base) is tried on every figure, and the judge says which mend
the claim; none of them is claimed to be what the writer meant.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction

from factcheck.interval import Interval
from factcheck.model import Check, Claim, Figure, Number, Quantity, Repair, Verdict
from factcheck.relations import DATE, WEEKDAY, Relation
from factcheck.units import Kind
from factcheck.wording import DIGITS, decimals, like

Judge = Callable[[Claim, Relation], Check]
MOST = 6  # shown for one claim: further ones help nobody
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SCALES = {
    "million": "billion",
    "billion": "million",
    "m": "bn",
    "bn": "m",
    "trillion": "billion",
    "thousand": "million",
}


def repairs(check: Check, relation: Relation, judge: Judge) -> tuple[Repair, ...]:
    """The edits of one figure each after which the judge finds the claim consistent."""
    if check.verdict is not Verdict.INCONSISTENT:
        return ()
    found: dict[tuple[int, str], tuple[int, Repair]] = {}
    computed: set[int] = set()  # one computed figure for each is enough
    for place, (role, figure) in enumerate(check.claim.roles):
        for rank, reason, surface, quantity in _edits(role, figure, check, relation, judge):
            if (
                surface == figure.quantity.surface
                or (figure.start, surface) in found
                or (rank == 2 and place in computed)
            ):
                continue
            if judge(_with(check.claim, place, quantity), relation).verdict is Verdict.CONSISTENT:
                if rank == 2:
                    computed.add(place)
                found[figure.start, surface] = rank, Repair(figure.span, surface, reason)
    ranked = sorted(found.values(), key=lambda each: (each[0], each[1].span))
    return tuple(repair for _, repair in ranked[:MOST])


Edit = tuple[int, str, str, Quantity]  # rank, reason, new surface, new quantity


def _with(claim: Claim, place: int, quantity: Quantity) -> Claim:
    roles = list(claim.roles)
    role, figure = roles[place]
    roles[place] = (role, replace(figure, quantity=quantity))
    return Claim(claim.kind, tuple(roles), claim.words)


def _edits(role: str, figure: Figure, check: Check, relation: Relation, judge: Judge) -> Iterator[Edit]:
    quantity = figure.quantity
    if relation.roles[role] in (DATE, WEEKDAY):
        yield from _calendar(role, quantity, check, relation)
        return
    match = DIGITS.search(quantity.surface)
    if match is None or quantity.upper is not None or quantity.number.divisor != 1:
        return
    yield from _typing(quantity, match.span())
    yield from _scale(quantity, match.end())
    if quantity.unit.kind is Kind.PERCENT and relation.name == "change":
        yield from _points(quantity, check)
    yield from _computed(role, quantity, check, relation)


def _typing(quantity: Quantity, span: tuple[int, int]) -> Iterator[Edit]:
    """Two digits swapped, one dropped or doubled."""
    surface = quantity.surface
    places = [k for k in range(*span) if surface[k].isdigit()]
    for left, right in itertools.pairwise(places):
        if surface[left] != surface[right]:
            edited = list(surface)
            edited[left], edited[right] = surface[right], surface[left]
            yield from _retyped(quantity, "".join(edited), "two digits swapped")
    for place in places:
        yield from _retyped(quantity, surface[:place] + surface[place] + surface[place:], "a digit dropped")
        if len(places) > 1:
            yield from _retyped(quantity, surface[:place] + surface[place + 1 :], "a digit doubled")


def _retyped(quantity: Quantity, surface: str, reason: str) -> Iterator[Edit]:
    match = DIGITS.search(surface)
    if match is None:
        return
    digits = "".join(each for each in match.group() if each.isdigit())
    if digits.startswith("0") and len(digits) > 1 and not match.group().startswith("0."):
        return
    number = replace(quantity.number, mantissa=int(digits) * (-1 if quantity.number.mantissa < 0 else 1))
    regrouped = like(number.value, replace(quantity, number=number))
    yield 0, reason, regrouped, replace(quantity, surface=regrouped, number=number)


def _scale(quantity: Quantity, end: int) -> Iterator[Edit]:
    head, tail = quantity.surface[:end], quantity.surface[end:]
    word = tail.strip().split(" ")[0]
    other = _SCALES.get(word)
    if other is None:
        return
    powers = {"thousand": 3, "m": 6, "million": 6, "bn": 9, "billion": 9, "trillion": 12}
    shift = powers[other] - powers[word]
    number = replace(quantity.number, exponent=quantity.number.exponent + shift)
    surface = head + tail.replace(word, other, 1)
    yield 1, f"{word} for {other}", surface, replace(quantity, surface=surface, number=number)


def _points(quantity: Quantity, check: Check) -> Iterator[Edit]:
    """The difference of two percentages, called per cent."""
    old, new = check.claim.figures("old"), check.claim.figures("new")
    if not old or not new or any(each[0].quantity.unit.kind is not Kind.PERCENT for each in (old, new)):
        return
    gap = abs(new[0].quantity.value - old[0].quantity.value)
    rate = gap / old[0].quantity.value * 100 if old[0].quantity.value else gap
    if abs(quantity.value) == gap:
        surface = like(rate, quantity, 1)
        match = DIGITS.search(surface)
        places = len(match.group().partition(".")[2]) if match else 0
        number = Number(round(rate * 10**places), -places)
        yield (
            0,
            f"{quantity.surface} is the difference in percentage points",
            surface,
            replace(quantity, surface=surface, number=number),
        )


def _computed(role: str, quantity: Quantity, check: Check, relation: Relation) -> Iterator[Edit]:
    """What the other figures imply, at the precision that the text uses."""
    values: dict[tuple[str, int], Interval] = {}
    units = {}
    counts: dict[str, int] = {}
    here = None
    # a bare number has its fellows' unit
    fellow = next(
        (
            figure.quantity.unit.factor
            for _, figure in check.claim.roles
            if figure.quantity.unit.kind in (Kind.PHYSICAL, Kind.CURRENCY)
        ),
        Fraction(1),
    )
    for each, figure in check.claim.roles:
        key = (each, counts.get(each, 0))
        counts[each] = key[1] + 1
        sign = (
            -1 if each in relation.signed and dict(check.claim.words).get("sign", Interval.point(1)).high == -1 else 1
        )
        factor = figure.quantity.unit.factor if figure.quantity.unit.kind is not Kind.NUMBER else fellow
        values[key] = Interval.point(figure.quantity.number.value * factor * sign)
        units[key] = factor * sign
        if figure.quantity is quantity:
            here = key
    values |= {(word, 0): interval for word, interval in check.claim.words if word != "sign"}
    if here is None:
        return
    for formula in relation.formulas:
        if here[0] not in (formula.yields, *formula.roles):
            continue
        try:
            implied = formula.solve(
                *here, {key: value for key, value in values.items() if key != here or key[0] == formula.yields}
            )
        except KeyError:
            continue
        if implied.middle is None or not implied.is_point:
            continue
        value = implied.middle / units[here]
        if not value or value < 0 <= quantity.number.mantissa:
            continue
        for more in (0, 1):
            surface = like(value, quantity, more)
            match = DIGITS.search(surface)
            if match is None:
                continue
            places = len(match.group().partition(".")[2])
            exponent = quantity.number.exponent + decimals(quantity) - places
            mantissa = round(value / Fraction(10) ** exponent)
            yield (
                2,
                "as the other figures imply",
                surface,
                replace(quantity, surface=surface, number=Number(mantissa, exponent)),
            )
        return


def _calendar(role: str, quantity: Quantity, check: Check, relation: Relation) -> Iterator[Edit]:
    """Both mends of a weekday clash: the day of the week, or the nearest date that falls on it."""
    dates, days = check.claim.figures("date"), check.claim.figures("weekday")
    if not dates or not days or dates[0].quantity.when is None or days[0].quantity.when is None:
        return
    date, weekday = dates[0].quantity.when.date, days[0].quantity.when.weekday
    if date is None or weekday is None:
        return
    if relation.roles[role] == WEEKDAY:
        name = _DAYS[date.weekday()]
        if len(quantity.surface) > 4:
            yield (
                0,
                "the day on which that date fell",
                name,
                replace(
                    quantity,
                    surface=name,
                    number=Number(date.weekday()),
                    when=replace(days[0].quantity.when, weekday=date.weekday()),
                ),
            )
        return
    shift = (weekday - date.weekday() + 3) % 7 - 3
    moved = date + dt.timedelta(days=shift)
    match = DIGITS.search(quantity.surface)
    if moved.month == date.month and str(date.day) in quantity.surface and match:
        surface = quantity.surface.replace(str(date.day), str(moved.day), 1)
        yield (
            0,
            f"the nearest {_DAYS[weekday]}",
            surface,
            replace(quantity, surface=surface, when=replace(dates[0].quantity.when, day=moved.day)),
        )
