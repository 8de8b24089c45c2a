"""The work of a whole check grows with the text, and the measure of it (work.py) can tell when it does not."""

from __future__ import annotations

import hostile
import pytest
from work import grows_linearly, lines_run

from factcheck import check


@pytest.mark.parametrize("unit", hostile.CLAIMS)
def test_a_check_takes_work_in_proportion_to_the_text(unit: str) -> None:
    assert grows_linearly(check, unit, sizes=(4_000, 16_000))


def test_work_is_counted_the_same_each_time() -> None:
    text = "Sales rose 5% to $21m from $20m."
    check(text)
    assert lines_run(lambda: check(text)) == lines_run(lambda: check(text)) > 1000


def test_a_square_is_no_line() -> None:
    assert grows_linearly(lambda text: [each for each in text], "a")
    assert not grows_linearly(lambda text: [text[at] for at in range(len(text)) for _ in range(at // 8)], "a")
