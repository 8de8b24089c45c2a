"""One equation judged on its own, as the judge does a relation: do its two sides meet, as sets of values?

In: two trees whose leaves are stated figures. Out: a Check. The one idea: each figure is read as rounded on its own (no
more coarsely than its partners of the same dimension); where a name stands more than once, its set is cut into pieces
and each is tried, so that the answer errs on the side of consistent.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from factcheck.facts.dimensions import dimension, dimension_of
from factcheck.facts.grammar import Misread
from factcheck.formula import Node, Role, evaluate, leaves
from factcheck.interval import EMPTY, Interval
from factcheck.messages import Compared, worded
from factcheck.model import Check, Claim, Form, Quantity, Verdict
from factcheck.units import Kind, measure
from factcheck.wording import in_unit

Key = tuple[str, int]
Sets = Mapping[Key, Interval]
# How finely the sets of names that stand more than once are cut: one such name, two, three or more.
_PIECES = {1: 64, 2: 12, 3: 5}


def values(quantity: Quantity, loose: bool = False, finest: Fraction | None = None, mixed: bool = False) -> Interval:
    """The set of a figure in base units. `finest`: of its partners, in base units; `mixed`: beside other units.

    A ton beside kilograms may be any of the tons: the hull of its readings. A temperature is taken without its offset, as
    equations of one scale want it; `mixed` scales are refused before.
    """
    factor, powers = measure(quantity.unit)
    stated = quantity.stated(loose, None if finest is None else finest / factor)
    found = stated * factor
    for other in quantity.unit.others if mixed else ():
        if measure(other)[1] == powers:
            found |= stated * measure(other)[0]
    return found


def mixed_units(quantities: Iterable[Quantity]) -> set[str]:
    """The dimensions, as text, for which there is more than one unit."""
    units: dict[str, set[str]] = {}
    for quantity in quantities:
        units.setdefault(str(dimension_of(quantity)), set()).add(quantity.unit.name)
    return {dimension for dimension, names in units.items() if len(names) > 1}


@dataclass(frozen=True, slots=True)
class Sides:
    """An equation whose leaves are all stated figures."""

    left: Node
    right: Node
    texts: tuple[str, str]  # as written
    quantities: Mapping[str, Quantity]  # leaf -> its figure


def judged(sides: Sides, claim: Claim) -> Check:
    """Judge one equation. Raises Misread where it divides by zero."""
    face, tight, loose = (dict(_sets(sides.quantities, which)) for which in (None, False, True))
    meets, left, right = _meeting(sides, tight)
    verdict = Verdict.CONSISTENT
    if not meets:
        meets, widest, other = _meeting(sides, loose)
        if not widest or not other:
            raise Misread("divides by zero")
        verdict = Verdict.UNDECIDED if meets else Verdict.INCONSISTENT
    plain = evaluated(sides.left, face), evaluated(sides.right, face)
    stated = sides.right if isinstance(sides.right, Role) else sides.left
    if not isinstance(stated, Role):
        return _both(sides, claim, verdict, (left, right), plain)
    implied, said, at_face, text = (
        (left, right, plain[0], sides.texts[0]) if stated is sides.right else (right, left, plain[1], sides.texts[1])
    )
    quantity = sides.quantities[stated.name]
    scale = 1 / measure(quantity.unit)[0]
    outcome = Compared(verdict, implied, said, at_face)
    return worded(claim, outcome, quantity, scale, lambda shown: f"{text} is {shown}")


def evaluated(node: Node, sets: Sets) -> Interval:
    """The value of a tree as a set."""
    found = evaluate(node, sets)
    return found if isinstance(found, Interval) else Interval.point(found)


def _both(
    sides: Sides, claim: Claim, verdict: Verdict, found: tuple[Interval, Interval], plain: tuple[Interval, Interval]
) -> Check:
    """Neither side is one figure: both are reckoned, and shown in the unit of one of the figures."""
    quantity = like_of(sides.left, sides.quantities)
    left, right = (in_unit(each, quantity) for each in found)
    by_rounding = verdict is Verdict.CONSISTENT and not plain[0] & plain[1]
    joined = ", but" if verdict is Verdict.INCONSISTENT else " and"
    message = f"{sides.texts[0]} is {left}{joined} {sides.texts[1]} is {right}"
    if verdict is Verdict.UNDECIDED:
        message += "; they meet only in a loose reading"
    return Check(claim, verdict, message, right, left, by_rounding)


def like_of(node: Node, quantities: Mapping[str, Quantity]) -> Quantity | None:
    """One of a tree's figures that measures the same as the tree, and in whose unit its value can be shown."""
    known = {name: dimension_of(quantity) for name, quantity in quantities.items()}
    wanted = dimension(node, known, {}) or {}
    # a quotient of two counts is no count; only a percentage can stand for it
    ratio = not wanted and not isinstance(node, Role) and getattr(node, "operator", "") not in ("+", "-")
    for name, _ in leaves(node):
        quantity = quantities.get(name)
        if quantity and known[name] == wanted and (not ratio or quantity.unit.kind is Kind.PERCENT):
            return quantity
    return None


def _sets(quantities: Mapping[str, Quantity], loose: bool | None) -> Iterator[tuple[Key, Interval]]:
    """Each figure's set; `loose` None is face value."""
    mixed = mixed_units(quantities.values())
    finest = _finest(quantities.values())
    for name, quantity in quantities.items():
        if loose is None:
            low, high = quantity.number.value, (quantity.upper or quantity.number).value
            yield (name, 0), Interval.between(min(low, high), max(low, high)) * measure(quantity.unit)[0]
        else:
            beside = str(dimension_of(quantity)) in mixed
            yield (name, 0), values(quantity, loose, finest.get(_sort(quantity)), beside)


def _finest(quantities: Iterable[Quantity]) -> dict[str, Fraction]:
    """For each sort of figure of which there are several, the finest significant place among them, in base units."""
    places: dict[str, list[Fraction]] = {}
    for quantity in quantities:
        if quantity.number.form not in (Form.FRACTION, Form.FACTOR) and not quantity.hedge:
            place = quantity.number.significant_place * measure(quantity.unit)[0]
            places.setdefault(_sort(quantity), []).append(place)
    return {sort: min(found) for sort, found in places.items() if len(found) > 1}


def _sort(quantity: Quantity) -> str:
    """What a figure's partners are: those of its dimension, or those that have none and count as it does."""
    kind = Kind.COUNT if quantity.unit.kind is Kind.NUMBER else quantity.unit.kind
    return str(dimension_of(quantity) or kind.value)


def _meeting(sides: Sides, sets: Sets) -> tuple[bool, Interval, Interval]:
    """Whether the sides meet, and both as sets: over those pieces of the repeated names where they meet, if any."""
    keys = (*leaves(sides.left), *leaves(sides.right))
    repeated = sorted({key for key in keys if keys.count(key) > 1 and not sets[key].is_point})
    if not repeated or any(sets[key].width is None for key in repeated):
        left, right = evaluated(sides.left, sets), evaluated(sides.right, sets)
        return bool(left & right), left, right
    pieces = _PIECES[min(3, len(repeated))]
    held, every = (EMPTY, EMPTY), (EMPTY, EMPTY)
    for cut in itertools.product(*(_cut(sets[key], pieces) for key in repeated[:3])):
        box = {**sets, **dict(zip(repeated, cut, strict=False))}
        left, right = evaluated(sides.left, box), evaluated(sides.right, box)
        every = every[0] | left, every[1] | right
        if left & right:
            held = held[0] | left, held[1] | right
    return (True, *held) if held[0] else (False, *every)


def _cut(whole: Interval, pieces: int) -> list[Interval]:
    assert whole.low is not None and whole.high is not None
    step = (whole.high - whole.low) / pieces
    ends = [whole.low + step * number for number in range(pieces)] + [whole.high]
    return [Interval(low, high) & whole for low, high in itertools.pairwise(ends)]
