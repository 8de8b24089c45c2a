"""Claims as code: relations that are called with strings, pint quantities or figures, and can be asserted.

In: `share(part="12", whole="48", share="25%")`. Out: a Claim with its Check. The one idea: it is the same claim, judged
by the same judge, as a text that says so would make.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from numbers import Rational
from typing import Any

from factcheck import figures, model, units
from factcheck.clauses import letter
from factcheck.errors import BadRelation, MissingRole, NotAQuantity, UnitMismatch
from factcheck.formula import MAX_EXPONENT
from factcheck.frames import SLOTS
from factcheck.interval import Interval
from factcheck.judge import judge
from factcheck.links import WORD_VALUES
from factcheck.relations import AMOUNT, FACTOR, WORD, Example, Relation, Silent, load
from factcheck.relations import relation as declare

WORDS = {"rise": "RISE", "fall": "FALL", "above": "OVER", "below": "UNDER"}


@dataclass(frozen=True, slots=True, init=False)
class Quantity:
    """A figure as it would be written, or a pint quantity: its unit, its hedge and the set of values it states.

    >>> Quantity("about 27,000 km²").interval
    [25650, 28350]
    >>> Quantity("$1.13bn").unit
    'USD'

    Raises NotAQuantity where a string is not one figure, UnknownUnit where no table knows its unit.
    """

    read: model.Quantity

    def __init__(self, value: Any) -> None:
        object.__setattr__(self, "read", quantity_of(value))

    @property
    def magnitude(self) -> Fraction:
        """The number in the unit, the lower end of a range."""
        return self.read.value

    @property
    def unit(self) -> str:
        """The unit's name: pint's, an ISO 4217 code, 'percent', a counted noun."""
        return self.read.unit.name

    @property
    def hedge(self) -> str:
        """The hedge as read, or an empty string."""
        return self.read.hedge.word if self.read.hedge else ""

    @property
    def interval(self) -> Interval:
        """The set of values that the words allow, in the unit."""
        scale = self.read.unit.factor if self.read.unit.kind is units.Kind.CURRENCY else Fraction(1)
        return self.read.stated() * scale

    def to_pint(self) -> Any:
        """The face value as a pint quantity; raises UnitMismatch where the unit is not a physical one."""
        return units.to_pint(self.read.number.value, self.read.unit)

    def __str__(self) -> str:
        return f"{self.hedge} {self.read.surface}".strip()


def quantity_of(value: Any) -> model.Quantity:
    """A string, a number, a pint quantity or a figure as the quantity it states. Raises NotAQuantity, UnknownUnit."""
    if isinstance(value, Quantity):
        return value.read
    if isinstance(value, model.Figure):
        return value.quantity
    if isinstance(value, model.Quantity):
        return value
    if isinstance(value, str):
        return figures.parse(value)
    if isinstance(value, bool):
        raise NotAQuantity(repr(value), "is not a number")
    if isinstance(value, Rational | float | Decimal):
        return model.Quantity(str(value), _number(value), units.NUMBER)
    if hasattr(value, "magnitude") and hasattr(value, "units"):
        exact, unit = units.from_pint(value)
        return model.Quantity(f"{value.magnitude} {value.units:~}", _number(exact), unit)
    raise NotAQuantity(repr(value), "is neither a string, a number nor a pint quantity")


def _number(value: Any) -> model.Number:
    """A number with the digits that its decimal form shows."""
    if isinstance(value, float | Decimal):
        _, digits, exponent = Decimal(str(value)).as_tuple()
        if not isinstance(exponent, int):
            raise NotAQuantity(str(value), "is not finite")
        mantissa = int("".join(map(str, digits))) * (-1 if value < 0 else 1)
        return model.Number(mantissa, exponent, decimals=max(0, -exponent))
    exact = Fraction(value)
    for exponent in range(0, 30):
        if 10**exponent % exact.denominator == 0:
            return model.Number(int(exact * 10**exponent), -exponent, decimals=exponent)
    return model.Number(exact.numerator, 0, exact.denominator)


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim made in code; true where it is consistent, so that `assert share(...)` asserts it."""

    check: model.Check

    @property
    def verdict(self) -> model.Verdict:
        """Consistent, undecided or inconsistent."""
        return self.check.verdict

    @property
    def message(self) -> str:
        """The arithmetic in one sentence."""
        return self.check.message

    def __bool__(self) -> bool:
        return self.check.verdict is model.Verdict.CONSISTENT

    def __str__(self) -> str:
        return f"{self.check.claim.kind}: {self.verdict.value}: {self.message}"

    __repr__ = __str__


@dataclass(frozen=True, slots=True)
class Assertable:
    """A relation that can be called: each role a string, a number, a pint quantity, or a list of them for many parts.

    >>> bool(named("share")(part="12 patients", whole="48 patients", share="25%"))
    True
    """

    relation: Relation

    def __call__(self, **roles: Any) -> Claim:
        """Make and judge the claim. Raises MissingRole for a role that lacks or is unknown, UnitMismatch for one that cannot be."""
        return Claim(judge(self._claim(roles), self.relation))

    def _claim(self, roles: Mapping[str, Any]) -> model.Claim:
        relation, name = self.relation, self.relation.name
        unknown = sorted(set(roles) - set(relation.roles))
        if unknown:
            raise MissingRole(name, f"has no role {unknown[0]!r}; its roles are {', '.join(relation.roles)}")
        placed: list[tuple[str, model.Figure]] = []
        words: list[tuple[str, Interval]] = []
        for role, given in roles.items():
            if relation.roles[role] == WORD:
                words.append((role, _word(name, role, given)))
                continue
            for value in given if isinstance(given, list | tuple) else [given]:
                quantity = quantity_of(value)
                if letter(quantity) not in SLOTS[relation.roles[role]] + (
                    "N" if relation.roles[role] == FACTOR else ""
                ):
                    raise UnitMismatch(
                        name, f"{quantity.surface!r} cannot be its {role}, which is {_A[relation.roles[role]]}"
                    )
                nowhere = model.Figure(model.Span(0, 0), quantity, model.Span(0, 0))
                placed.append((role, value if isinstance(value, model.Figure) else nowhere))
        _complete(relation, {*roles})
        amounts = [figure.quantity for role, figure in placed if role in relation.amounts]
        for other in amounts[1:]:
            if not amounts[0].comparable(other):
                raise UnitMismatch(name, f"{amounts[0].surface!r} and {other.surface!r} are not of one sort")
        return model.Claim(name, tuple(placed), tuple(words))


_A = {
    "amount": "an amount with a unit",
    "difference": "an amount, or percentage points",
    "ratio": "a percentage or a fraction",
    "factor": "a multiple such as 'double'",
    "measure": "a physical quantity",
    "money": "a sum of money",
    "rate": "so much per something",
    "count": "a number",
    "length": "a stretch of time",
    "date": "a date",
    "weekday": "a day of the week",
    "age": "an age",
}


def _word(name: str, role: str, given: Any) -> Interval:
    if isinstance(given, Interval):
        return given
    if given in WORDS:
        return WORD_VALUES[WORDS[given]]
    raise MissingRole(name, f"the role {role!r} is a word: one of {', '.join(map(repr, WORDS))}, or an Interval")


def _complete(relation: Relation, given: set[str]) -> None:
    """Whether some formula of the relation has all its roles, alone or with one gap that another fills."""
    for formula in relation.formulas:
        needed = {formula.yields, *formula.roles} - formula.variadic
        gaps = needed - given
        if not gaps or (len(gaps) == 1 and len(given) > 2 and len(relation.formulas) > 1):
            return
    formula = relation.formulas[0]
    lacking = sorted({formula.yields, *formula.roles} - formula.variadic - given)
    raise MissingRole(
        relation.name, f"lacks {', '.join(lacking)}; it needs {formula.yields} and {', '.join(formula.roles)}"
    )


@functools.cache
def named(name: str) -> Assertable:
    """A relation of factcheck's own by its name; raises KeyError where there is none."""
    return Assertable(load()[name])


def relation(equation: Any = None, **settings: Any) -> Any:
    """Make a relation of one's own, of a function as a decorator or of a `sympy.Eq` whose left side is one symbol.

    Takes what `factcheck.relations.relation` takes; roles that `roles` leaves out are amounts. Raises BadRelation.
    """

    def make(function: Callable[..., Any]) -> Assertable:
        names = [function.__name__, *inspect.signature(function).parameters]
        roles = {role: AMOUNT for role in names} | dict(settings.get("roles", {}))
        return Assertable(
            declare(**{"reads": "rounded", "name": function.__name__, **settings, "roles": roles})(function)
        )

    return make if equation is None else make(_function(equation))


def _function(equation: Any) -> Callable[..., Any]:
    """A sympy equation as a function of its right side's symbols, named for its left side; nothing is parsed or executed."""
    left, right = equation.lhs, equation.rhs
    if not left.is_Symbol:
        raise BadRelation(str(equation), "the left side must be one symbol: the role that it yields")
    names = sorted(symbol.name for symbol in right.free_symbols)

    def function(*values: Any) -> Any:
        return evaluated(right, dict(zip(names, values, strict=True)))

    function.__name__ = left.name
    kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
    function.__signature__ = inspect.Signature([inspect.Parameter(name, kind) for name in names])  # type: ignore[attr-defined]
    return function


def evaluated(node: Any, values: Mapping[str, Any]) -> Any:
    """A sympy expression over values by name; nothing is parsed or executed. Raises BadRelation for what is no formula."""
    if node.is_Symbol:
        return values[node.name]
    if node.is_Rational:
        return Fraction(int(node.p), int(node.q))
    if node.is_Pow and node.exp.is_Integer and abs(int(node.exp)) <= MAX_EXPONENT:
        base, exponent = evaluated(node.base, values), int(node.exp)
        return base if exponent == 1 else 1 / base if exponent == -1 else base**exponent
    if node.is_Add or node.is_Mul:
        return functools.reduce(
            (lambda a, b: a + b) if node.is_Add else (lambda a, b: a * b),
            [evaluated(each, values) for each in node.args],
        )
    raise BadRelation(str(node), "a formula may hold symbols, rational numbers, + - * / and whole powers")


__all__ = ["Assertable", "Claim", "Example", "Iterable", "Quantity", "Silent", "named", "relation"]
