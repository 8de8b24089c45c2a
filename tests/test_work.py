"""The work of a whole check grows with the text, and the measure of it (work.py) can tell when it does not."""

from __future__ import annotations

import gc

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


def test_what_runs_when_garbage_is_collected_is_not_counted() -> None:
    def passing(phase: str, info: dict[str, int]) -> None:
        assert phase and info

    def littering() -> None:
        for _ in range(5_000):
            loop: list[object] = []
            loop.append(loop)

    quiet = lines_run(littering)
    gc.callbacks.append(passing)
    try:
        assert lines_run(littering) == quiet
    finally:
        gc.callbacks.remove(passing)


def test_a_square_is_no_line() -> None:
    assert grows_linearly(lambda text: [each for each in text], "a")
    assert not grows_linearly(lambda text: [text[at] for at in range(len(text)) for _ in range(at // 8)], "a")
