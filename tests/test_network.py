"""Networks: propagation takes nothing that is true, and a conflict is a smallest one."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from factcheck.formula import Role
from factcheck.interval import Interval
from factcheck.network import Constraint, Network, solve


def ratio(label: str, part: str, whole: str, result: str) -> Constraint:
    return Constraint(label, Role(result), Role(part) / Role(whole))


def addition(label: str, parts: list[str], result: str) -> Constraint:
    return Constraint(label, Role(result), sum((Role(part) for part in parts[1:]), Role(parts[0])))


def test_what_is_not_stated_is_implied_by_the_rest() -> None:
    found = solve(
        {"held": Interval.point(12), "all": Interval(), "left": Interval(), "share": Interval.point(Fraction(1, 4))},
        [ratio("share", "held", "all", "share"), addition("sum", ["held", "left"], "all")],
    )
    assert found == Network(
        {
            "held": Interval.point(12),
            "all": Interval.point(48),
            "left": Interval.point(36),
            "share": Interval.point(Fraction(1, 4)),
        }
    )


def test_claims_that_hold_one_by_one_can_be_impossible_together() -> None:
    sets = {
        "a": Interval.point(10),
        "b": Interval.point(20),
        "c": Interval(),
        "half": Interval.point(Fraction(1, 2)),
        "x": Interval.point(1),
        "y": Interval(),
    }
    claims = [
        addition("a and b are c", ["a", "b"], "c"),
        ratio("a is half of c", "a", "c", "half"),
        addition("x and x are y", ["x", "x"], "y"),
    ]
    assert all(not solve(sets, [claim]).conflict for claim in claims)
    assert {claim.label for claim in solve(sets, claims).conflict} == {"a and b are c", "a is half of c"}


values = st.fractions(min_value=1, max_value=100, max_denominator=8)


@st.composite
def networks(draw: st.DrawFn) -> tuple[dict[str, Fraction], list[Constraint]]:
    """True values, and constraints that they satisfy."""
    true = {f"v{k}": draw(values) for k in range(4)}
    constraints = []
    for k in range(draw(st.integers(1, 5))):
        a, b = draw(st.sampled_from(sorted(true))), draw(st.sampled_from(sorted(true)))
        name = f"r{k}"
        if a == b or draw(st.booleans()):
            true[name] = true[a] + true[b]
            constraints.append(addition(name, [a, b], name))
        else:
            true[name] = true[a] / true[b]
            constraints.append(ratio(name, a, b, name))
    return true, constraints


@given(networks(), st.data())
def test_propagation_never_takes_a_true_assignment(
    network: tuple[dict[str, Fraction], list[Constraint]], data: st.DataObject
) -> None:
    true, constraints = network
    sets = {name: Interval.around(value, data.draw(values), data.draw(values)) for name, value in true.items()}
    found = solve(sets, constraints)
    assert not found.conflict
    assert all(true[name] in values for name, values in found.sets.items())


@given(networks(), st.data())
def test_a_conflict_holds_as_soon_as_one_claim_is_left_out(
    network: tuple[dict[str, Fraction], list[Constraint]], data: st.DataObject
) -> None:
    true, constraints = network
    wrong = data.draw(st.sampled_from([each.label for each in constraints]))
    sets = {name: Interval.point(value * 3 + 1 if name == wrong else value) for name, value in true.items()}
    conflict = solve(sets, constraints).conflict
    assert conflict
    for left_out in conflict:
        assert not solve(sets, [each for each in conflict if each is not left_out]).conflict
