"""Formulas: a Python function traced once into a small expression tree, read forwards and inverted to any role.

In: a function such as `def share(part, whole): return part / whole`. Out: a Formula, which computes with intervals,
rationals or any other numbers. The one idea: each role stands once in the tree, so that interval arithmetic over it
is exact, and walking from the root to a role turns the formula round.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from factcheck.errors import BadRelation
from factcheck.interval import EMPTY, LINE, Interval

# The largest exponent a formula may have: a user's formula must not fill the memory.
MAX_EXPONENT = 64


class Node:
    """A node of an expression tree; arithmetic on nodes grows the tree."""

    __slots__ = ()

    # sum(parts) begins with a zero, and what is taken off may be an empty sum
    def __add__(self, other: Node | int | Fraction) -> Node:
        return self if other == 0 else Binary("+", self, _node(other))

    def __radd__(self, other: int | Fraction) -> Node:
        return self if other == 0 else Binary("+", _node(other), self)

    def __sub__(self, other: Node | int | Fraction) -> Node:
        return self if other == 0 else Binary("-", self, _node(other))

    def __rsub__(self, other: int | Fraction) -> Node:
        return Binary("-", _node(other), self)

    def __mul__(self, other: Node | int | Fraction) -> Node:
        return Binary("*", self, _node(other))

    def __rmul__(self, other: int | Fraction) -> Node:
        return Binary("*", _node(other), self)

    def __truediv__(self, other: Node | int | Fraction) -> Node:
        return Binary("/", self, _node(other))

    def __rtruediv__(self, other: int | Fraction) -> Node:
        return Binary("/", _node(other), self)

    def __mod__(self, other: Node | int | Fraction) -> Node:
        return Binary("%", self, _node(other))

    def __neg__(self) -> Node:
        return Binary("-", Constant(Fraction(0)), self)

    def __pow__(self, exponent: int) -> Node:
        if not isinstance(exponent, int) or abs(exponent) > MAX_EXPONENT:
            raise TypeError(f"an exponent must be a whole number from -{MAX_EXPONENT} to {MAX_EXPONENT}")
        return Power(self, exponent)

    def __bool__(self) -> bool:
        raise TypeError("a formula cannot branch on the value of a role")


@dataclass(frozen=True, slots=True)
class Role(Node):
    """A leaf: a role by name, and which of several figures that fill it."""

    name: str
    index: int = 0

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Constant(Node):
    """A leaf: a fixed number."""

    value: Fraction

    def __str__(self) -> str:
        return str(self.value)


@dataclass(frozen=True, slots=True)
class Binary(Node):
    """Two nodes joined by + - * / or %."""

    operator: str
    left: Node
    right: Node

    def __str__(self) -> str:
        left, right = str(self.left), str(self.right)
        rank = _RANK[self.operator]
        if isinstance(self.left, Binary) and _RANK[self.left.operator] < rank:
            left = f"({left})"
        if isinstance(self.right, Binary) and (
            _RANK[self.right.operator] < rank or (self.operator in "-/%" and _RANK[self.right.operator] == rank)
        ):
            right = f"({right})"
        return f"{left} {self.operator} {right}"


@dataclass(frozen=True, slots=True)
class Power(Node):
    """A node to a whole power."""

    base: Node
    exponent: int

    def __str__(self) -> str:
        base = f"({self.base})" if isinstance(self.base, Binary | Power) else str(self.base)
        return f"{base}**{self.exponent}"


_RANK = {"+": 1, "-": 1, "*": 2, "/": 2, "%": 2}

Values = Mapping[tuple[str, int], Any]  # (role, index) -> an Interval, Fraction, sympy symbol, ...


def _node(value: Node | int | Fraction) -> Node:
    if isinstance(value, Node):
        return value
    if isinstance(value, float):
        raise TypeError(f"a formula takes whole numbers and Fractions, not the float {value}")
    return Constant(Fraction(value))


@dataclass(frozen=True, slots=True)
class Formula:
    """One formula of a relation: the role it yields, and how from the others."""

    yields: str
    roles: tuple[str, ...]  # of the right-hand side, as in the function's signature
    variadic: frozenset[str]  # those that any number of figures may fill: *part
    function: Callable[..., Any]

    @classmethod
    def of(cls, function: Callable[..., Any]) -> Formula:
        """Read a function: it yields the role it is named for; `*part` may be filled many times, `minus=()` any number or none.

        Raises BadRelation where it cannot be traced, or where a role stands twice or not at all.
        """
        name = function.__name__
        roles, variadic = [], set()
        for parameter in inspect.signature(function).parameters.values():
            roles.append(parameter.name)
            if parameter.kind is parameter.VAR_POSITIONAL or parameter.default == ():
                variadic.add(parameter.name)
        formula = cls(name, tuple(roles), frozenset(variadic), function)
        tree = formula.tree({role: 2 if role in variadic else 1 for role in roles})
        leaves = list(_leaves(tree))
        for role in roles:
            count = leaves.count(Role(role))
            if count != 1:
                raise BadRelation(name, f"its formula must hold the role {role!r} once; it holds it {count} times")
        return formula

    def tree(self, counts: Mapping[str, int]) -> Node:
        """The expression tree where each role is filled by so many figures."""
        arguments: list[Any] = []
        keywords: dict[str, Any] = {}
        for parameter in inspect.signature(self.function).parameters.values():
            many = tuple(Role(parameter.name, index) for index in range(counts.get(parameter.name, 0)))
            if parameter.kind is parameter.VAR_POSITIONAL:
                arguments.extend(many)
            elif parameter.name in self.variadic:
                keywords[parameter.name] = many
            elif parameter.kind is parameter.KEYWORD_ONLY:
                keywords[parameter.name] = many[0]
            else:
                arguments.append(Role(parameter.name))
        try:
            return _node(self.function(*arguments, **keywords))
        except (TypeError, ValueError, AttributeError) as error:
            raise BadRelation(self.yields, f"its formula cannot be traced: {error}") from error

    def __str__(self) -> str:
        tree = self.tree({role: 2 if role in self.variadic else 1 for role in self.roles})
        return f"{self.yields} = {tree}"

    def forward(self, values: Values) -> Any:
        """What the other roles imply for the one it yields. Values may be of any type that has the arithmetic."""
        return evaluate(_traced(self, tuple(sorted(_counts(values).items()))), values)

    def solve(self, role: str, index: int, values: Mapping[tuple[str, int], Interval]) -> Interval:
        """What all other roles, the yielded one among them, imply for one role of the right-hand side.

        >>> share = Formula.of(_example)
        >>> share.solve("part", 0, {("_example", 0): Interval.point(Fraction(1, 4)), ("whole", 0): Interval.point(48)})
        [12, 12]
        """
        if role == self.yields:
            result = self.forward(values)
            assert isinstance(result, Interval)
            return result
        counts = _counts(values)
        counts[role] = max(counts.get(role, 0), index + 1)
        return _invert(_traced(self, tuple(sorted(counts.items()))), Role(role, index), values[self.yields, 0], values)


def _example(part: Any, whole: Any) -> Any:
    """The formula of the doctest above; its name stands in for `share`."""
    return part / whole


@functools.lru_cache(512)
def _traced(formula: Formula, counts: tuple[tuple[str, int], ...]) -> Node:
    """The tree for so many figures a role: traced once, read many times."""
    return formula.tree(dict(counts))


def _counts(values: Mapping[tuple[str, int], Any]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for role, index in values:
        counts[role] = max(counts.get(role, 0), index + 1)
    return counts


def evaluate(node: Node, values: Values) -> Any:
    """The value of a tree, roles looked up by name and index."""
    if isinstance(node, Role):
        return values[node.name, node.index]
    if isinstance(node, Constant):
        return node.value
    if isinstance(node, Power):
        return evaluate(node.base, values) ** node.exponent
    assert isinstance(node, Binary)
    left, right = evaluate(node.left, values), evaluate(node.right, values)
    if node.operator == "%":
        return left % int(right)
    return _OPERATORS[node.operator](left, right)


_OPERATORS: dict[str, Callable[[Any, Any], Any]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
}


def _leaves(node: Node) -> Sequence[Role]:
    if isinstance(node, Role):
        return (node,)
    if isinstance(node, Binary):
        return (*_leaves(node.left), *_leaves(node.right))
    return _leaves(node.base) if isinstance(node, Power) else ()


def leaves(node: Node) -> tuple[tuple[str, int], ...]:
    """The (role, index) of each leaf, from left to right, as often as it stands in the tree."""
    return tuple((leaf.name, leaf.index) for leaf in _leaves(node))


def rebuilt(node: Node, put: Callable[[Role], Node]) -> Node:
    """The same tree with other nodes in the place of its roles."""
    if isinstance(node, Role):
        return put(node)
    if isinstance(node, Power):
        return Power(rebuilt(node.base, put), node.exponent)
    if isinstance(node, Binary):
        return Binary(node.operator, rebuilt(node.left, put), rebuilt(node.right, put))
    return node


def equated(left: Node, right: Node, values: Mapping[tuple[str, int], Interval]) -> dict[tuple[str, int], Interval]:
    """The sets of all leaves, narrowed to what allows both sides to be equal; all empty where nothing does.

    One walk up and one down (forward-backward contraction, HC4 of Benhamou et al., 1999): exact for a leaf that stands
    once, an enclosure for one that stands more often.

    >>> a, b = Role("a"), Role("b")
    >>> equated(a, 2 * b, {("a", 0): Interval.between(0, 10), ("b", 0): Interval.between(4, 9)})
    {('a', 0): [8, 10], ('b', 0): [4, 5]}
    """
    up = _walked(left, values), _walked(right, values)
    meeting = up[0].values & up[1].values
    found: dict[tuple[str, int], Interval] = {}
    for side in up:
        _narrow(side, meeting, values, found)
    return found


@dataclass(frozen=True, slots=True)
class _Walked:
    """A node with the set of values that it can take."""

    node: Node
    values: Interval
    below: tuple[_Walked, ...] = ()


def _walked(node: Node, values: Mapping[tuple[str, int], Interval]) -> _Walked:
    if isinstance(node, Role):
        return _Walked(node, values[node.name, node.index])
    if isinstance(node, Power):
        base = _walked(node.base, values)
        return _Walked(node, base.values**node.exponent, (base,))
    if isinstance(node, Binary):
        left, right = _walked(node.left, values), _walked(node.right, values)
        if node.operator == "%":
            assert isinstance(node.right, Constant)
            return _Walked(node, left.values % int(node.right.value), (left, right))
        return _Walked(node, _OPERATORS[node.operator](left.values, right.values), (left, right))
    assert isinstance(node, Constant)
    return _Walked(node, Interval.point(node.value))


def _narrow(
    walked: _Walked,
    result: Interval,
    values: Mapping[tuple[str, int], Interval],
    found: dict[tuple[str, int], Interval],
) -> None:
    """Carry a set of results down to the leaves."""
    node, result = walked.node, walked.values & result
    if isinstance(node, Role):
        key = node.name, node.index
        found[key] = found.get(key, values[key]) & result
    elif isinstance(node, Power):
        (base,) = walked.below
        _narrow(base, _root(result, node.exponent, base.values) if result else EMPTY, values, found)
    elif isinstance(node, Binary):
        left, right = walked.below
        for side, other, on_left in ((left, right, True), (right, left, False)):
            _narrow(side, _undo(node.operator, on_left, result, other.values) if result else EMPTY, values, found)


def _interval(value: Any) -> Interval:
    return value if isinstance(value, Interval) else Interval.point(value)


def _invert(node: Node, role: Role, result: Interval, values: Mapping[tuple[str, int], Interval]) -> Interval:
    """The values of one leaf for which the tree can take a value of `result`."""
    if node == role:
        return result
    if isinstance(node, Power):
        return _invert(node.base, role, _root(result, node.exponent), values)
    assert isinstance(node, Binary)
    on_left = role in _leaves(node.left)
    other = _interval(evaluate(node.right if on_left else node.left, values))
    return _invert(node.left if on_left else node.right, role, _undo(node.operator, on_left, result, other), values)


def _undo(operator: str, on_left: bool, result: Interval, other: Interval) -> Interval:
    """x, where x <operator> other = result (or other <operator> x = result)."""
    if operator == "+":
        return result - other
    if operator == "-":
        return result + other if on_left else other - result
    if operator == "*":
        # 0 * x = 0 holds for every x
        return LINE if 0 in other and 0 in result else result / other
    if operator == "/":
        if on_left:
            return result * other if other != Interval.point(0) else EMPTY
        return LINE if 0 in other and 0 in result else other / result
    return LINE  # a remainder tells nothing about the size of what was divided


def _root(result: Interval, exponent: int, among: Interval = LINE) -> Interval:
    """An enclosure of the values in `among` whose power is in `result`: exact where the roots are rational, else outward."""
    if exponent == 0:
        return LINE
    if exponent < 0:
        return _root(1 / result, -exponent, among)
    if exponent == 1:
        return result
    if exponent % 2:
        return Interval(
            None if result.low is None else _nth_root(result.low, exponent, up=False),
            None if result.high is None else _nth_root(result.high, exponent, up=True),
        )
    if result.high is not None and result.high < 0:
        return EMPTY
    top = None if result.high is None else _nth_root(result.high, exponent, up=True)
    bottom = None if result.low is None or result.low < 0 else _nth_root(result.low, exponent, up=False)
    if bottom is not None and among.low is not None and among.low >= 0:
        return Interval(bottom, top)
    if bottom is not None and among.high is not None and among.high <= 0:
        return -Interval(bottom, top)
    return Interval(None if top is None else -top, top)


def _nth_root(value: Fraction, exponent: int, up: bool) -> Fraction:
    """The root of a rational, exact where it is one, else within one part in 2**40 on the stated side."""
    if value < 0:
        return -_nth_root(-value, exponent, not up)
    scale = 1 << 40
    target = value.numerator * scale**exponent // value.denominator
    low, high = 0, 1 << (target.bit_length() // exponent + 1)
    while low < high:
        middle = (low + high + 1) // 2
        if middle**exponent <= target:
            low = middle
        else:
            high = middle - 1
    floor = Fraction(low, scale)
    return floor if not up or floor**exponent == value else Fraction(low + 1, scale)
