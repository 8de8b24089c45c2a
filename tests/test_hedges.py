"""Hedges before and after a figure, and words that only look like them."""

from __future__ import annotations

import pytest

from factcheck import figures
from factcheck.figures import hedges


def hedge(sentence: str) -> str | None:
    """The hedge of a sentence's only figure."""
    (figure,) = figures.read(sentence)
    return figure.quantity.hedge.word if figure.quantity.hedge else None


@pytest.mark.parametrize(
    "words",
    sorted(
        each
        for each in hedges.table()[hedges.BEFORE]
        if each[0].isalpha() and each not in ("sub-", "north of", "south of")
    ),
)
def test_every_hedge_of_the_table_is_read_before_a_figure(words: str) -> None:
    (figure,) = figures.read(f"They sold {words} 4,300 tonnes there.")
    assert figure.quantity.hedge is not None
    assert figure.quantity.hedge.word == words
    assert figure.reach.start == len("They sold ")


@pytest.mark.parametrize("words", sorted(hedges.table()[hedges.AFTER]))
def test_every_hedge_of_the_table_is_read_behind_a_figure(words: str) -> None:
    joint = "" if not words[0].isalpha() else " "
    (figure,) = figures.read(f"They sold 4,300{joint}{words} there.")
    assert figure.quantity.hedge is not None
    assert figure.quantity.hedge.word == words


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Some 31% failed.", "some"),
        ("SOME 31% failed.", "some"),
        ("It cost (about $5) then.", "about"),
        ("It cost “nearly $5” then.", "nearly"),
        ("It took more\nthan 40% of them.", "more than"),
        ("It was up to a record 40%.", "up to"),
        ("It reached about a further 40%.", "about"),
        ("It was ~40% then.", "~"),
        ("It runs at sub-7 nanometres.", "sub-"),
        ("It lasted for over six years.", "over"),
        ("It hired an estimated 4,300 people.", "an estimated"),
        ("It holds >40% of it.", ">"),
        ("It holds ≥ 40% of it.", "≥"),
        ("It drew c.300 of them.", "c."),
        ("It is north of $5m now.", "north of"),
        ("It made 30-odd chairs.", "-odd"),
        ("It made 4,300 chairs or so.", "or so"),
    ],
)
def test_a_hedge_is_found_however_it_stands(sentence: str, word: str) -> None:
    assert hedge(sentence) == word


@pytest.mark.parametrize(
    "sentence",
    [
        "They worked over the 3 years.",
        "The rule spread over 12 years.",
        "It is less than the 47.3% forecast.",
        "He is the handsome 54-year-old.",
        "> 40% of them left.",
        "The road north of 5 villages.",
        "A total of 40 patients came.",
        "An average of 5 patients came.",
        "A record 13.3% came.",
        "Some of the 40 patients came.",
    ],
)
def test_what_only_looks_like_a_hedge_is_none(sentence: str) -> None:
    assert hedge(sentence) is None


def test_nearly_lies_below_and_more_than_lies_above() -> None:
    table = hedges.table()[hedges.BEFORE]
    assert table["nearly"].below[0] and not table["nearly"].above[0]
    assert table["more than"].above[0] and not table["more than"].below[0]
    assert table["more than"].open and not table["at least"].open
    assert table["more than"].above[1] is None


def test_a_tight_width_is_never_wider_than_its_loose_one() -> None:
    for side in hedges.table().values():
        for each in side.values():
            for tight, loose in (each.below, each.above):
                assert loose is None or (tight is not None and tight <= loose), each.word
