"""The last word on a network: whether all its claims can be true, asked of z3 (the extra `prove`).

In: named sets and constraints, as for the network. Out: the constraints of a smallest conflict, none where all can hold,
or None where z3 could not tell in time. The one idea: propagation looks at one constraint at a time; a solver looks at
all. What is linear is decided always: figures that are points are put in as numbers, and a figure that stands in one claim
only ("held / territory = 15%") is a pair of bounds, 14.5% * territory <= held <= 15.5% * territory.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from factcheck.errors import MissingExtra
from factcheck.formula import Binary, Constant, Node, Power, Role, leaves
from factcheck.interval import Interval
from factcheck.network import Constraint

# A higher power is left undecided: z3 multiplies powers of sums out, and a fact sheet must not fill the memory.
HIGHEST = 8
_ONE = Interval.point(1)

Sets = Mapping[str, Interval]


class Prover:
    """Asks z3 within a time limit that all its questions share."""

    def __init__(self, seconds: float) -> None:
        """Raises MissingExtra where z3 is not installed."""
        try:
            import z3
        except ImportError as error:
            raise MissingExtra("to prove that claims can all be true needs z3-solver", "prove") from error
        self.z3: Any = z3
        self.deadline = time.monotonic() + seconds

    def __call__(self, sets: Sets, constraints: Sequence[Constraint]) -> tuple[Constraint, ...] | None:
        """A smallest set of constraints that cannot all hold, () where all can, None where undecided in the time.

        Constraints that share no open figure are decided apart, so that a hard corner does not hide a conflict elsewhere.
        """
        problem = _Problem(self.z3, sets, constraints, self.deadline)
        undecided = False
        for part in _apart(sets, constraints):
            possible = problem.possible(part)
            if possible is False:
                return tuple(problem.smallest(part))
            undecided = undecided or possible is None
        return None if undecided else ()


def _apart(sets: Sets, constraints: Sequence[Constraint]) -> Iterator[list[Constraint]]:
    """The constraints in groups that share no name whose value is open."""
    group: dict[str, str] = {}

    def root(name: str) -> str:
        while group.setdefault(name, name) != name:
            group[name] = name = group[group[name]]
        return name

    for constraint in constraints:
        free = [name for name in constraint.names if not sets[name].is_point]
        for name in free[1:]:
            group[root(name)] = root(free[0])
    parts: dict[str, list[Constraint]] = {}
    for number, constraint in enumerate(constraints):
        free = [name for name in constraint.names if not sets[name].is_point]
        parts.setdefault(root(free[0]) if free else f"{number}", []).append(constraint)
    yield from parts.values()


@dataclass(frozen=True, slots=True)
class _Quotient:
    """A tree as one fraction of polynomials; both sides with the values that they can take."""

    top: Any  # a Fraction or a z3 expression
    bottom: Any
    tops: Interval
    bottoms: Interval


class _Problem:
    """Sets and constraints as z3 sees them."""

    def __init__(self, z3: Any, sets: Sets, constraints: Sequence[Constraint], deadline: float) -> None:
        self.z3, self.sets, self.deadline = z3, sets, deadline
        self.uses = Counter(name for each in constraints for name, _ in (*leaves(each.left), *leaves(each.right)))
        self.encodings: dict[Constraint, tuple[list[Any], bool, bool]] = {}

    def possible(self, constraints: Sequence[Constraint]) -> bool | None:
        """Whether the constraints can all hold; None where z3 cannot tell in time."""
        formulas: list[Any] = []
        linear = True
        for constraint in constraints:
            if constraint not in self.encodings:
                encoding = _Encoding(self.z3, self.sets, self.uses)
                self.encodings[constraint] = encoding.constraint(constraint), encoding.linear, encoding.high
            said, straight, high = self.encodings[constraint]
            formulas += said
            linear = linear and straight
            if high:
                return None
        names = dict.fromkeys(name for constraint in constraints for name in constraint.names)
        formulas += [bound for name in names for bound in _bounds(self.z3, name, self.sets[name])]
        solver = self.z3.SolverFor("QF_LRA" if linear else "QF_NRA")
        left = self.deadline - time.monotonic()
        if left <= 0:
            return None
        solver.set("timeout", max(1, int(left * 1000)))
        solver.add(*formulas)
        answer = solver.check()
        return True if answer == self.z3.sat else False if answer == self.z3.unsat else None

    def smallest(self, constraints: list[Constraint]) -> list[Constraint]:
        """A subset that cannot hold and can as soon as one is left out; what could not be told in time is kept."""
        kept, size = list(constraints), max(1, len(constraints) // 2)
        while True:
            at = 0
            while at < len(kept):
                rest = kept[:at] + kept[at + size :]
                if rest and self.possible(rest) is False:
                    kept = rest
                else:
                    at += size
            if size == 1:
                return kept
            size = max(1, min(size, len(kept)) // 2)


def _bounds(z3: Any, name: str, within: Interval) -> Iterator[Any]:
    value = z3.Real(name)
    if within.low is not None:
        low = _fixed(z3, within.low)
        yield value > low if within.low_open else value >= low
    if within.high is not None:
        high = _fixed(z3, within.high)
        yield value < high if within.high_open else value <= high


def _fixed(z3: Any, value: Fraction) -> Any:
    return z3.Q(value.numerator, value.denominator)


class _Encoding:
    """One constraint as z3 formulas."""

    def __init__(self, z3: Any, sets: Sets, uses: Mapping[str, int]) -> None:
        self.z3, self.sets, self.uses = z3, sets, uses
        self.linear, self.high = True, False
        self.conditions: list[Any] = []

    def constraint(self, constraint: Constraint) -> list[Any]:
        """The formulas that say the two sides are equal."""
        for side, other in ((constraint.right, constraint.left), (constraint.left, constraint.right)):
            if isinstance(side, Role) and self.uses[side.name] == 1 and not self.sets[side.name].is_point:
                found = self.quotient(other)
                if 0 not in found.bottoms:
                    return [*self.within(found, self.sets[side.name]), *self.conditions]
                self.conditions.clear()
        self.linear = True
        left, right = self.quotient(constraint.left), self.quotient(constraint.right)
        gap = self.sum(self.product(left.top, right.bottom), self.product(right.top, left.bottom), -1)
        return [*self.conditions, self.true(gap == 0)]

    def within(self, found: _Quotient, values: Interval) -> Iterator[Any]:
        """low <= top / bottom <= high, multiplied out; the bottom has one sign."""
        positive = found.bottoms.low is not None and found.bottoms.low >= 0
        scale = Fraction(1 if positive else -1)
        for end, is_open, sign in ((values.low, values.low_open, 1), (values.high, values.high_open, -1)):
            if end is not None:
                gap = self.sum(
                    self.product(found.top, scale * sign), self.product(found.bottom, end * scale * sign), -1
                )
                yield self.true(gap > 0 if is_open else gap >= 0)

    def true(self, formula: Any) -> Any:
        """A formula, or what Python already knows of it."""
        return self.z3.BoolVal(formula) if isinstance(formula, bool) else formula

    def product(self, a: Any, b: Any) -> Any:
        """A product; of two that are open, it is not linear."""
        if isinstance(a, Fraction) and isinstance(b, Fraction):
            return a * b
        if isinstance(b, Fraction):
            a, b = b, a
        if isinstance(a, Fraction):
            return Fraction(0) if a == 0 else b if a == 1 else _fixed(self.z3, a) * b
        self.linear = False
        return a * b

    def sum(self, a: Any, b: Any, sign: int) -> Any:
        """A sum or a difference."""
        if isinstance(a, Fraction) and isinstance(b, Fraction):
            return a + sign * b
        a, b = (_fixed(self.z3, each) if isinstance(each, Fraction) else each for each in (a, b))
        return a + b if sign > 0 else a - b

    def quotient(self, node: Node) -> _Quotient:
        """A tree as one fraction."""
        if isinstance(node, Role):
            values = self.sets[node.name]
            value = values.low if values.is_point else self.z3.Real(node.name)
            return _Quotient(value, Fraction(1), values, _ONE)
        if isinstance(node, Constant):
            return _Quotient(node.value, Fraction(1), Interval.point(node.value), _ONE)
        if isinstance(node, Power):
            return self.power(node)
        assert isinstance(node, Binary) and node.operator in "+-*/"
        left, right = self.quotient(node.left), self.quotient(node.right)
        if node.operator == "/":
            self.conditions.append(self.true(right.top != 0))
            if isinstance(right.top, Fraction) and right.top:
                once = 1 / right.top
                right = _Quotient(self.product(right.bottom, once), Fraction(1), right.bottoms * once, _ONE)
            else:
                right = _Quotient(right.bottom, right.top, right.bottoms, right.tops)
        if node.operator in "*/":
            return _Quotient(
                self.product(left.top, right.top),
                self.product(left.bottom, right.bottom),
                left.tops * right.tops,
                left.bottoms * right.bottoms,
            )
        sign = 1 if node.operator == "+" else -1
        return _Quotient(
            self.sum(self.product(left.top, right.bottom), self.product(right.top, left.bottom), sign),
            self.product(left.bottom, right.bottom),
            left.tops * right.bottoms + right.tops * left.bottoms * sign,
            left.bottoms * right.bottoms,
        )

    def power(self, node: Power) -> _Quotient:
        base, exponent = self.quotient(node.base), abs(node.exponent)
        self.high = self.high or exponent > HIGHEST
        top, bottom = Fraction(1), Fraction(1)
        for _ in range(min(exponent, HIGHEST)):
            top, bottom = self.product(top, base.top), self.product(bottom, base.bottom)
        tops, bottoms = base.tops**exponent, base.bottoms**exponent
        if node.exponent >= 0:
            return _Quotient(top, bottom, tops, bottoms)
        self.conditions.append(self.true(top != 0))
        return _Quotient(bottom, top, bottoms, tops)
