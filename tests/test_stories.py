"""Two figures say the same where they agree as far as they are rounded; a slip is one figure mistyped."""

from __future__ import annotations

import pytest

from factcheck import check
from factcheck.figures import parse
from factcheck.relations._stories import agree, alike, slip


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


def test_words_are_no_slip_of_each_other() -> None:
    assert not slip(parse("nine people"), parse("five people"))
    assert slip(parse("nine people"), parse("nine people"))


@pytest.mark.parametrize(
    "text",
    [
        "At least 14 people were killed and 60 wounded. Fifteen of the wounded were children.",
        "At least 123 people were killed. The mayor said that 132 people were missing.",
        "The Thirty Years' War ruined the town. It had held a monopoly for 30 years.",
        "The Reds won, leading by as many as 18. Cole averaged 18 points.",
        "The mill grew at a rate of 3.8% in the last quarter of 2004. Growth was at a rate of 4% in the third quarter.",
        "The mill grew at a rate of 3.8% in May. It is expected to grow at a rate of about 4% in June.",
        "The chapel has walls 5 feet thick. A gap on the north side is 5 feet wide.",
        "The chapel changes style 5 feet (1.5 m) up. A blocked door is 5 feet (1.5 m) wide.",
        "She hit 12 aces. She saved 11 of 12 break points.",
        "It will pay an interim dividend of 4.1p. Last year it paid an interim of 4p.",
        "Alder's profit rose by 26%. It put up its dividend by 26%.",
        "The plan would cover Peru's 10.3 million people. Chad has 10 million people.",
    ],
)
def test_what_two_figures_are_of_keeps_equal_ones_apart(text: str) -> None:
    assert not [each for each in check(text).checks if each.claim.kind == "restatement"]


@pytest.mark.parametrize(
    "text",
    [
        "The blast killed 14 miners. The 14 miners were from Hale.",
        "The chapel has walls 5 feet thick. At the east end the walls are 5 feet thick.",
        "Alder's profit rose by 26%. The 26% rise in profit was a record.",
        "Norline is to cut 2,850 jobs. It said that 2,850 posts would go.",
        "Peru has 10.3 million people. Peru's 10.3 million people are young.",
        "Floods killed 1,240 people. The deaths of the 1,240 people shocked Hale.",
        "Sales fell by 12.6%. Turnover was hit: the 12.6% drop was its worst.",
    ],
)
def test_what_is_of_one_thing_is_still_tied(text: str) -> None:
    assert [each for each in check(text).checks if each.claim.kind == "restatement"]


def test_two_small_numbers_are_no_slip_of_each_other() -> None:
    assert not slip(parse("12 jobs"), parse("13 jobs"))


@pytest.mark.parametrize(
    ("one", "other"), [("$45m", "45m euros"), ("12%", "12 years"), ("2 men", "2 men"), ("1871", "1871")]
)
def test_figures_of_two_sorts_and_those_that_are_common_are_not_alike(one: str, other: str) -> None:
    assert not alike(parse(one), parse(other))
