"""A formula traced once reads the same forwards, turned round, and in sympy's eyes."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import BadRelation
from factcheck.formula import Formula
from factcheck.interval import Interval
from factcheck.relations import load

FORMULAS = [formula for relation in load().values() for formula in relation.formulas]
positive = st.fractions(min_value=Fraction(1, 20), max_value=500, max_denominator=20)


def keys(formula: Formula) -> list[tuple[str, int]]:
    return [
        (role, index)
        for role in formula.roles
        for index in range(2 if role in formula.variadic and role != "minus" else 1)
    ]


@pytest.mark.parametrize("formula", FORMULAS, ids=str)
@given(data=st.data())
def test_a_formula_inverted_and_applied_gives_back_its_figure(formula: Formula, data: st.DataObject) -> None:
    values = {key: data.draw(positive) for key in keys(formula)}
    result = formula.forward(values)
    points = {key: Interval.point(value) for key, value in values.items()}
    points[formula.yields, 0] = Interval.point(result)
    for role, index in values:
        rest = {key: value for key, value in points.items() if key != (role, index)}
        assert values[role, index] in formula.solve(role, index, rest)


@pytest.mark.parametrize("formula", FORMULAS, ids=str)
def test_sympy_agrees_on_what_a_formula_gives(formula: Formula) -> None:
    if "%" in str(formula):
        return
    names = keys(formula)
    symbols = {key: sympy.Symbol(f"{key[0]}_{key[1]}", positive=True) for key in names}
    numbers = {key: Fraction(7 + 3 * place, 2 + place) for place, key in enumerate(names)}
    symbolic = sympy.sympify(formula.forward({key: symbols[key] for key in names}))
    exact = symbolic.subs(
        {symbols[key]: sympy.Rational(value.numerator, value.denominator) for key, value in numbers.items()}
    )
    assert Fraction(int(exact.p), int(exact.q)) == formula.forward(numbers)


def test_a_role_that_stands_twice_is_refused() -> None:
    def growth(new: Any, old: Any) -> Any:
        return (new - old) / old

    with pytest.raises(BadRelation, match="role 'old' once; it holds it 2 times"):
        Formula.of(growth)


def test_a_formula_that_branches_or_computes_with_floats_is_refused() -> None:
    def capped(part: Any, whole: Any) -> Any:
        return part / whole if part else 0

    def scaled(part: Any) -> Any:
        return part * 0.5

    for function in (capped, scaled):
        with pytest.raises(BadRelation, match="cannot be traced"):
            Formula.of(function)


def test_a_formula_writes_itself_with_the_brackets_it_needs() -> None:
    def margin(price: Any, cost: Any, tax: Any) -> Any:
        return (price - cost) / (1 + tax)

    assert str(Formula.of(margin)) == "margin = (price - cost) / (1 + tax)"


@given(st.fractions(min_value=1, max_value=99, max_denominator=7), st.integers(2, 5))
def test_a_root_encloses_the_base(base: Fraction, exponent: int) -> None:
    def power(side: Any) -> Any:
        return side**exponent

    found = Formula.of(power).solve("side", 0, {("power", 0): Interval.point(base**exponent)})
    assert base in found
