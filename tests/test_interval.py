"""Intervals are exact: every pointwise result is held, and operations undo each other where they can."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.interval import EMPTY, Interval

rationals = st.fractions(min_value=-50, max_value=50, max_denominator=12)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low = draw(st.none() | rationals)
    high = draw(st.none() | rationals.filter(lambda value: low is None or value >= low))
    return draw(
        st.just(
            Interval(low, high, draw(st.booleans()) and low is not None, draw(st.booleans()) and high is not None)
        ).filter(bool)
        if low is None or high is None or low < high
        else st.just(Interval(low, high))
    )


@st.composite
def members(draw: st.DrawFn) -> tuple[Interval, Fraction]:
    values = draw(intervals())
    low = values.low if values.low is not None else (values.high or Fraction(0)) - 20
    high = values.high if values.high is not None else low + 40
    value = low + (high - low) * draw(st.fractions(min_value=0, max_value=1, max_denominator=9))
    return (values, value) if value in values else (Interval(low, high), value)


@given(members(), members())
def test_a_result_holds_every_pointwise_result(a: tuple[Interval, Fraction], b: tuple[Interval, Fraction]) -> None:
    (x, p), (y, q) = a, b
    assert p + q in x + y
    assert p - q in x - y
    assert p * q in x * y
    if q:
        assert p / q in x / y
        assert any(p / q in piece for piece in x.quotients(y))


@given(members(), st.integers(-3, 4))
def test_a_power_holds_every_pointwise_power(a: tuple[Interval, Fraction], exponent: int) -> None:
    values, value = a
    if value or exponent >= 0:
        assert value**exponent in values**exponent


@given(intervals(), intervals())
def test_a_hull_holds_both_and_an_intersection_is_in_both(a: Interval, b: Interval) -> None:
    assert a.within(a | b) and b.within(a | b)
    assert (a & b).within(a) and (a & b).within(b)


@given(intervals(), rationals)
def test_adding_a_point_and_taking_it_away_changes_nothing(values: Interval, shift: Fraction) -> None:
    assert values + shift - shift == values


@given(intervals(), rationals.filter(bool))
def test_multiplying_and_dividing_by_a_point_changes_nothing(values: Interval, factor: Fraction) -> None:
    assert values * factor / factor == values


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (Interval.between(1, 2) / Interval.between(0, 1), "[1, ∞)"),
        (Interval.between(1, 2) / Interval.point(0), "∅"),
        (Interval.between(-1, 2) ** 2, "[0, 4]"),
        (Interval.between(0, None, open=True) * Interval.between(2, 3), "(0, ∞)"),
        (Interval.point(9) % 7, "[2, 2]"),
        (Interval.between(0, 1, open=True) & Interval.point(1), "∅"),
    ],
)
def test_ends_are_open_closed_or_unbounded_as_they_must_be(found: Interval, expected: str) -> None:
    assert str(found) == expected


def test_nothing_comes_of_nothing() -> None:
    assert not EMPTY + Interval.point(1)
    assert not Interval.point(1) * EMPTY
    assert (EMPTY | Interval.point(1)) == Interval.point(1)
