"""Ratios, odds and race times; and nothing where the same marks make a score, a verse or a time of day."""

from __future__ import annotations

from fractions import Fraction

import pytest

from factcheck import figures
from factcheck.units import RATIO

RATIOS = {
    "3": ["a ratio of 3:1", "a ratio of 3 to 1", "a 3-1 ratio", "a 3-to-1 ratio", "odds of 3/1", "odds of 3-1", "a three-to-one ratio",
          "outnumbered three to one", "a margin of three to one", "a 3:1 lead", "a three to one majority", "odds of three to one"],
    "7/2": ["odds of 7/2", "odds of 7-2", "a 7/2 favourite", "the 7-2 clear favourite", "odds of 7 to 2", "odds of 7:2"],
    "100": ["a 100-1 shot", "a 100/1 outsider", "odds of 100/1", "a scale of 100:1"],
    "2.6": ["a ratio of 2.6:1", "they stand 2.6:1 now"],
    "16/9": ["a 16:9 screen", "an aspect ratio of 16:9"],
    "2/3": ["odds cut to 4/6", "odds of 4/6"],
}  # fmt: skip


@pytest.mark.parametrize(("value", "phrase"), [(value, each) for value, all_ in RATIOS.items() for each in all_])
def test_one_ratio_has_many_spellings(value: str, phrase: str) -> None:
    (figure,) = figures.read(f"It was {phrase}, they said.")
    assert figure.quantity.unit is RATIO
    assert figure.quantity.value == Fraction(value)


@pytest.mark.parametrize(
    ("phrase", "seconds"),
    [("1:48.32", "108.32"), ("a time of 2:03:59", "7439"), ("clocked 1:02:03.5", "3723.5"), ("59:59.9", "3599.9")],
)
def test_a_race_time_is_in_seconds(phrase: str, seconds: str) -> None:
    (figure,) = figures.read(f"It was {phrase} then.")
    assert figure.quantity.unit.name == "second"
    assert figure.quantity.value == Fraction(seconds)


@pytest.mark.parametrize(
    "sentence",
    ["Read John 3:16 again.", "Romans 8:28 says so.", "They won 3-1.", "It fell from three to one.", "He ran it in 3:30.",
     "He ran for 2:03:59 there.", "Meet me, 14:30:05 sharp.", "A 9-to-5 job.", "A nine-to-five job.", "It is 5 to 8 miles."],
)  # fmt: skip
def test_what_only_looks_like_a_ratio_is_none(sentence: str) -> None:
    assert not [
        each for each in figures.read(sentence) if each.quantity.unit in (RATIO,) or ":" in each.quantity.surface
    ]
