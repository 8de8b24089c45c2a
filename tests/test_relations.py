"""Every relation keeps what its file promises: its examples, its formulas, its frames."""

from __future__ import annotations

import pytest

from factcheck.formula import Node, Role
from factcheck.frames import frame
from factcheck.model import Verdict
from factcheck.pipeline import check
from factcheck.relations import Example, Relation, Silent, load

RELATIONS = list(load().values())
EXAMPLES = [(kind, example) for kind in RELATIONS for example in kind.examples]


@pytest.mark.parametrize(
    ("kind", "example"), EXAMPLES, ids=lambda each: getattr(each, "name", getattr(each, "text", ""))
)
def test_every_example_is_read_as_its_relation_and_judged_as_it_says(kind: Relation, example: Example | Silent) -> None:
    report = check(example.text)
    own = [each for each in report.checks if each.claim.kind == kind.name]
    if isinstance(example, Silent):
        assert own == [], "a trap must stay silent"
        assert report.findings == ()
        return
    assert own, "an example must be read as a claim, else its silence proves nothing"
    if example.finds:
        assert [each.claim.kind for each in report.findings] == [kind.name]
        assert example.finds in report.findings[0].message
    else:
        assert report.findings == ()
        expected = Verdict.UNDECIDED if example.undecided else Verdict.CONSISTENT
        assert {each.verdict for each in own} == {expected}


@pytest.mark.parametrize("kind", RELATIONS, ids=lambda kind: kind.name)
def test_every_relation_has_examples_of_both_kinds_and_a_trap(kind: Relation) -> None:
    claims = [example for example in kind.examples if isinstance(example, Example)]
    assert 3 <= len(kind.examples) <= 20
    assert any(example.finds for example in claims)
    assert any(not example.finds for example in claims)
    assert any(isinstance(example, Silent) for example in kind.examples)
    assert len({example.text for example in kind.examples}) == len(kind.examples)


def test_what_itself_rose_is_a_part_and_no_step() -> None:
    parts = check(
        "Mill revenues were $471.4 million. Home revenues of $273.9 million increased 22%, "
        "and foreign revenues of $197.5 million increased 59%."
    )
    assert [(each.claim.kind, each.verdict) for each in parts.checks] == [("total", Verdict.CONSISTENT)]
    step = check("Sales were $273.9 million, and are $471.4 million now, an increase of $197.5 million.")
    assert [(each.claim.kind, each.verdict) for each in step.checks] == [("change", Verdict.CONSISTENT)]


@pytest.mark.parametrize("kind", RELATIONS, ids=lambda kind: kind.name)
def test_every_relation_says_in_one_line_what_it_means(kind: Relation) -> None:
    assert kind.doc and "\n" not in kind.doc and kind.doc.endswith(".") and len(kind.doc) < 120


@pytest.mark.parametrize("kind", RELATIONS, ids=lambda kind: kind.name)
def test_every_frame_can_be_read_and_fills_only_roles_of_its_relation(kind: Relation) -> None:
    for frames in kind.frames.values():
        for source in frames:
            made = frame(source, tuple(kind.roles.items()))
            assert {slot.role for slot in made.slots if slot.role} <= set(kind.roles)


@pytest.mark.parametrize("kind", RELATIONS, ids=lambda kind: kind.name)
def test_every_role_stands_once_in_each_formula(kind: Relation) -> None:
    for formula in kind.formulas:
        tree = formula.tree({role: 1 for role in formula.roles})
        leaves = _leaves(tree)
        assert sorted(leaf.name for leaf in leaves) == sorted(formula.roles)


def _leaves(node: Node) -> list[Role]:
    if isinstance(node, Role):
        return [node]
    return [
        leaf
        for name in ("left", "right", "base")
        if isinstance(child := getattr(node, name, None), Node)
        for leaf in _leaves(child)
    ]
