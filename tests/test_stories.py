"""Two figures say the same where they agree as far as they are rounded; a slip is one figure mistyped."""

from __future__ import annotations

import pytest

from factcheck.figures import parse
from factcheck.stories import agree, alike, slip


@pytest.mark.parametrize(
    ("one", "other"),
    [("$1.6bn", "$1.58bn"), ("27,000 people", "26,870 people"), ("about 4%", "3.8%"), ("4 May 1871", "4 May 1871")],
)
def test_what_is_rounded_from_the_other_says_the_same(one: str, other: str) -> None:
    assert agree(parse(one), parse(other)) and agree(parse(other), parse(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [("$50", "$51.25"), ("more than $60bn", "$95.6bn"), ("12 people", "13 people"), ("4 May 1871", "5 May 1871")],
)
def test_what_is_only_near_the_other_does_not(one: str, other: str) -> None:
    assert not agree(parse(one), parse(other))


@pytest.mark.parametrize(("one", "other"), [("$45m", "$54m"), ("2,850 jobs", "2,580 jobs"), ("1.4%", "14%")])
def test_swapped_changed_or_shifted_digits_are_a_slip(one: str, other: str) -> None:
    assert slip(parse(one), parse(other))


def test_two_small_numbers_are_no_slip_of_each_other() -> None:
    assert not slip(parse("12 jobs"), parse("13 jobs"))


@pytest.mark.parametrize(
    ("one", "other"), [("$45m", "45m euros"), ("12%", "12 years"), ("2 men", "2 men"), ("1871", "1871")]
)
def test_figures_of_two_sorts_and_those_that_are_common_are_not_alike(one: str, other: str) -> None:
    assert not alike(parse(one), parse(other))
