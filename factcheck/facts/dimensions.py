"""Dimensions: may these figures be reckoned with as a claim says?

In: a tree and the dimension of each of its leaves. Out: the tree's own, or a Misread that names what does not fit. The one
idea: metres, dollars and seconds carry a dimension; counts, percentages and bare numbers carry none.
"""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.facts.grammar import Misread
from factcheck.formula import Binary, Constant, Node, Power, Role, rebuilt
from factcheck.model import Quantity
from factcheck.units import Kind, measure

Dimension = Mapping[str, int]  # base dimension -> power; none of a count
# What cannot be added, divided or multiplied; relations such as age(...) and weekday(...) take it.
NO_NUMBERS = (Kind.DATE, Kind.TIME, Kind.WEEKDAY, Kind.ORDINAL)


def dimension_of(quantity: Quantity) -> Dimension | None:
    """The dimension of a figure; None for a date and the like, which is no number."""
    return None if quantity.unit.kind in NO_NUMBERS else measure(quantity.unit)[1]


def dimension(node: Node, known: Mapping[str, Dimension | None], shown: Mapping[str, str]) -> Dimension | None:
    """The dimension of a tree; None where it is only made of zeros, which fit any. Raises Misread.

    `shown`: how a leaf is to be called in a message.
    """
    if isinstance(node, Role):
        found = known[node.name]
        if found is None:
            raise Misread(
                f"{shown.get(node.name, node.name)!r} is a date or a place in an order, not an amount; use a relation "
                "such as age(...), duration(...) or weekday(...)"
            )
        return found
    if isinstance(node, Constant):
        return {} if node.value else None
    if isinstance(node, Power):
        return _power(dimension(node.base, known, shown) or {}, node.exponent)
    assert isinstance(node, Binary)
    left, right = dimension(node.left, known, shown), dimension(node.right, known, shown)
    if node.operator in "+-":
        return same(node.left, left, node.right, right, shown)
    return _product(left or {}, right or {}, 1 if node.operator == "*" else -1)


def same(
    left: Node, one: Dimension | None, right: Node, other: Dimension | None, shown: Mapping[str, str]
) -> Dimension | None:
    """The dimension of two sides that are added or compared. Raises Misread where they have not the same."""
    if one is None or other is None:
        return other if one is None else one
    if one != other:
        raise Misread(
            f"{written(left, shown)!r} is {_named(one)}, but {written(right, shown)!r} is {_named(other)}: "
            "they cannot be added or compared"
        )
    return one


def written(node: Node, shown: Mapping[str, str]) -> str:
    """A tree as a message shows it, literals as figures."""
    return str(rebuilt(node, lambda role: Role(shown.get(role.name, role.name))))


def _named(found: Dimension) -> str:
    if not found:
        return "a plain number"
    return " ".join(f"{base.strip('[]')}{'' if power == 1 else f'**{power}'}" for base, power in sorted(found.items()))


def _product(left: Dimension, right: Dimension, sign: int) -> Dimension:
    powers = dict(left)
    for base, power in right.items():
        powers[base] = powers.get(base, 0) + sign * power
    return {base: power for base, power in powers.items() if power}


def _power(found: Dimension, exponent: int) -> Dimension:
    return {base: power * exponent for base, power in found.items() if exponent}
