"""z3 has the last word on a network, and never contradicts propagation."""

from __future__ import annotations

import sys
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_network import addition, networks, ratio, values

import factcheck
from factcheck.facts import Facts
from factcheck.formula import Constant, Node, Power, Role
from factcheck.interval import Interval
from factcheck.network import Constraint, solve
from factcheck.prove import Prover

SECONDS = 5.0


def prove(sets: dict[str, Interval], constraints: list[Constraint]) -> tuple[Constraint, ...] | None:
    return Prover(SECONDS)(sets, constraints)


def table(corner: int) -> tuple[dict[str, Interval], list[Constraint]]:
    """Two rows and two columns with their sums; the first cell less the last is fixed by the sums at 10."""
    sets = {name: Interval() for name in ("a", "b", "c", "d")}
    sets |= {name: Interval.point(value) for name, value in (("a+b", 60), ("c+d", 40), ("a+c", 50), ("b+d", 50))}
    sets["a-d"] = Interval.point(corner)
    claims = [addition(f"{x}+{y}", [x, y], f"{x}+{y}") for x, y in ("ab", "cd", "ac", "bd")]
    return sets, [*claims, addition("a-d", ["a-d", "d"], "a")]


def test_propagation_does_not_refute_a_table_with_margins_and_z3_does() -> None:
    sets, claims = table(corner=15)
    assert not solve(sets, claims).conflict
    found = prove(sets, claims)
    assert found and "a-d" in {claim.label for claim in found}
    for left_out in found:
        assert prove(sets, [each for each in found if each is not left_out]) == ()


def test_a_table_that_can_be_filled_is_proved_so() -> None:
    assert prove(*table(corner=10)) == ()


def test_a_conflict_is_found_beside_what_cannot_be_decided() -> None:
    sets, claims = table(corner=15)
    sets |= {"x": Interval(), "y": Interval()}
    hard = Constraint("hard", Power(Role("x"), 40), Role("y") + 1)
    assert prove(sets, [hard]) is None
    found = prove(sets, [hard, *claims])
    assert found and hard not in found


def test_without_time_nothing_is_decided() -> None:
    assert Prover(0)(*table(corner=15)) is None


def test_a_division_by_what_must_be_zero_is_impossible() -> None:
    sets = {"x": Interval.between(-5, 5), "y": Interval(), "zero": Interval.point(0)}
    claims = [Constraint("x is 0", Role("x"), Role("zero")), Constraint("y = 1/x", Role("y"), 1 / Role("x"))]
    found = prove(sets, claims)
    assert found is not None and {each.label for each in found} == {"x is 0", "y = 1/x"}


@given(networks(), st.data())
@settings(deadline=None)
def test_z3_finds_true_values_possible(
    network: tuple[dict[str, Fraction], list[Constraint]], data: st.DataObject
) -> None:
    true, constraints = network
    sets = {name: Interval.around(value, data.draw(values), data.draw(values)) for name, value in true.items()}
    assert prove(sets, constraints) in ((), None)


@st.composite
def trees(draw: st.DrawFn, names: list[str], depth: int = 2) -> Node:
    """A small expression with names that may stand more than once."""
    if depth == 0 or draw(st.booleans()):
        return draw(st.sampled_from([*map(Role, names), Constant(Fraction(draw(st.integers(-3, 3))))]))
    left, right = draw(trees(names, depth - 1)), draw(trees(names, depth - 1))
    operation = draw(st.sampled_from(["+", "-", "*", "/", "**"]))
    if operation == "**":
        return left ** draw(st.integers(-2, 3))
    if operation == "/" and right == Constant(Fraction(0)):
        return left
    return {"+": left + right, "-": left - right, "*": left * right, "/": left / right}[operation]


@st.composite
def systems(draw: st.DrawFn) -> tuple[dict[str, Interval], list[Constraint]]:
    """Any sets, any constraints: most cannot hold, some can."""
    names = ["a", "b", "c"]
    ends = st.one_of(st.none(), st.integers(-20, 20).map(Fraction))
    sets = {}
    for name in names:
        low, high = draw(ends), draw(ends)
        if low is not None and high is not None and low > high:
            low, high = high, low
        sets[name] = Interval(low, high)
    return sets, [
        Constraint(f"{number}", draw(trees(names)), draw(trees(names))) for number in range(draw(st.integers(1, 4)))
    ]


@given(systems())
@settings(deadline=None, max_examples=60)
def test_what_propagation_refutes_z3_never_finds_possible(
    system: tuple[dict[str, Interval], list[Constraint]],
) -> None:
    sets, constraints = system
    refuted = solve(sets, constraints).conflict
    if refuted:
        assert Prover(0.3)(sets, constraints) != ()
        assert Prover(0.3)(sets, refuted) != ()


@given(systems())
@settings(deadline=None, max_examples=60)
def test_a_conflict_of_z3_holds_as_soon_as_one_claim_is_left_out(
    system: tuple[dict[str, Interval], list[Constraint]],
) -> None:
    sets, constraints = system
    found = Prover(0.3)(sets, constraints)
    for left_out in found or ():
        rest = [each for each in found or () if each is not left_out]
        assert Prover(0.3)(sets, rest) in ((), None)
        assert not solve(sets, rest).conflict


def test_a_linear_share_of_an_open_whole_is_decided() -> None:
    sets = {
        "part": Interval(Fraction(0), None),
        "whole": Interval(Fraction(1), None),
        "rest": Interval.point(10),
        "15%": Interval.between(Fraction(29, 200), Fraction(31, 200)),
        "80%": Interval.between(Fraction(159, 200), Fraction(161, 200)),
    }
    claims = [
        ratio("part", "part", "whole", "15%"),
        ratio("rest", "rest", "whole", "80%"),
        addition("sum", ["part", "rest"], "whole"),
    ]
    found = prove(sets, claims)
    assert found is not None and len(found) == 3


def test_without_z3_it_is_said_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "z3", None)
    facts = Facts(a="12", b="48")
    facts.claim("a / b = 25%")
    with pytest.raises(factcheck.MissingExtra, match=r"pip install 'factcheck-numbers\[prove\]'"):
        facts.check(prove=True)
    assert isinstance(factcheck.MissingExtra("x", "y"), ImportError)


def test_a_fact_sheet_is_proved_impossible_though_each_claim_holds() -> None:
    facts = Facts(
        **dict.fromkeys(("men_for", "men_against", "women_for", "women_against"), "0-100 votes"),
        men="60 votes",
        women="40 votes",
        ayes="50 votes",
        noes="50 votes",
    )
    for claim in (
        "men_for + men_against = men",
        "women_for + women_against = women",
        "men_for + women_for = ayes",
        "men_against + women_against = noes",
        "men_for - women_against = 30 votes",
    ):
        assert facts.claim(claim)
    (finding,) = facts.check(prove=True).findings
    assert finding.claim.kind == "network" and "men_for - women_against = 30 votes" in finding.message
