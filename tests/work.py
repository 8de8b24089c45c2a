"""How much work a call is: the lines of Python that it runs. They are counted, not timed, so that no busy machine fails a test.

What C does in one call, a pattern above all, is not seen here: `tests/benchmarks/hostile_text.py` times it.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

from hostile import filled


def lines_run(call: Callable[[], object]) -> int:
    """The lines of Python that a call runs, itself and all it calls, each time round a loop counted again.

    No garbage is collected meanwhile: what others do then (hypothesis times it, in Python) is none of the call's work.
    """
    count = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += 1
        return trace

    before, collected = sys.gettrace(), gc.isenabled()
    gc.disable()
    sys.settrace(trace)
    try:
        call()
    finally:
        sys.settrace(before)
        if collected:
            gc.enable()
    return count


def grows_linearly(call: Callable[[str], object], unit: str, sizes: tuple[int, int] = (2_000, 16_000)) -> bool:
    """Whether a longer text of the same unit takes no more than its share of the work, and half as much again."""
    short, long = sizes
    call(filled(unit, 100))  # what is made once, at the first text, is no part of it
    least = lines_run(lambda: call(filled(unit, short)))
    most = lines_run(lambda: call(filled(unit, long)))
    return most < 1.5 * long / short * max(least, 200)
