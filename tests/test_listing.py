"""Lists are read item by item, and what may be two items is counted as one or two."""

from __future__ import annotations

import pytest

from factcheck.relations._listing import beginning, ending, lines

READ = [
    ("Alder, Birch and Cedar stood.", 3, 3),
    ("Anna, 5, and Mira, 2, were safe.", 2, 2),
    ("Tom Hall, an entrepreneur, and Ann Lee, a senator from Ohio, gave up.", 2, 2),
    ("Legal adviser Tom Hall, commercial director Ann Lee and board member Jo Birch left.", 3, 3),
    ("the Mitre in York, the Old Bell in Hull (once the Bear) and the Castle", 3, 3),
    ("1949, 1951 and 1955, and once in Wales", 3, 3),
    ("the 4th, 17th and 6th, in line", 3, 3),
    ("falling prices and a huge push", 2, 2),
    ("Tom and Will, and a daughter", 2, 2),
    ("Leeds, Hull and York, and Ripon", 3, 4),
    ("Bosnia and Herzegovina, Serbia and Croatia", 2, 4),
    ("Law & Order, The Shield and Lost", 3, 3),
]


@pytest.mark.parametrize(("text", "low", "high"), READ)
def test_a_list_has_as_many_items_as_a_reader_counts(text: str, low: int, high: int) -> None:
    listing = beginning(text, 0, len(text))
    assert listing is not None
    assert (listing.low, listing.high) == (low, high)


@pytest.mark.parametrize("text", ["Alder said it would", "he left and Birch stayed", "including Alder and Birch", ""])
def test_a_clause_is_no_list(text: str) -> None:
    assert beginning(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("But losses at Alder Re, Birch and the Old Bell", "Alder Re, Birch and the Old Bell"),
        ("In Paris, Alder and Birch", "Alder and Birch"),
        ("She rang Tom Hall and Ann Lee", "Tom Hall and Ann Lee"),
    ],
)
def test_a_list_is_read_back_from_its_end(text: str, listed: str) -> None:
    listing = ending(text, 0, len(text))
    assert listing is not None
    assert text[listing.span.start : listing.span.end] == listed


def test_lines_of_one_list_are_counted_and_a_paragraph_ends_it() -> None:
    text = "Steps:\n\n- One\n  goes on\n- Two\n\nA paragraph.\n\n- Three\n"
    listing = lines(text, 6)
    assert listing is not None
    assert listing.high == 2
    numbered = lines("Steps:\n1. One\n2. Two\n1. Another list\n2. Its second\n", 6)
    assert numbered is not None
    assert numbered.high == 2
    inner = "- Two parts:\n  - One\n  - Two\n- The next\n- The last\n"
    nested = lines(inner, inner.index(":") + 1)
    assert nested is not None
    assert nested.high == 2
    assert lines("\n- Two parts:\n- One\n- Two\n", 13) is None
