"""How reading time grows on text made to be slow: `python tests/benchmarks/hostile_text.py`, the worst growth of each stage.

A stage is timed on each unit of tests/hostile.py, said over and over, and on eight times as much: 8 is linear, 64 is the
square. The tests count the lines of Python that run (tests/work.py); what a pattern does inside one call shows only here.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1]))

import hostile

from factcheck import check, figures
from factcheck.figures.dates import dates
from factcheck.text import document

SHORT, LONG = 20_000, 160_000
STAGES: list[tuple[str, list[str], Callable[[str], object], int]] = [
    ("document, plain", hostile.MARKUP, lambda text: document(text, "plain"), 1),
    ("document, markdown", hostile.MARKUP, lambda text: document(text, "markdown"), 1),
    ("document, html", hostile.MARKUP, lambda text: document(text, "html"), 1),
    ("dates", hostile.DATES, dates, 1),
    ("figures", hostile.FIGURES, figures.read, 10),
    ("check", hostile.FIGURES + hostile.CLAIMS + hostile.FINDINGS, check, 10),
]  # and what part of the sizes is enough, a stage being slow


def seconds(call: Callable[[str], object], text: str) -> float:
    times = []
    for _ in range(3):
        begin = time.process_time()
        call(text)
        times.append(time.process_time() - begin)
    return median(times)


def main() -> None:
    for name, units, call, part in STAGES:
        call(units[0])
        growth = {}
        for unit in units:
            short = seconds(call, hostile.filled(unit, SHORT // part))
            growth[unit] = seconds(call, hostile.filled(unit, LONG // part)) / max(short, 0.001), short
        for unit in sorted(growth, key=lambda each: growth[each], reverse=True)[:2]:
            times, short = growth[unit]
            print(
                f"{name}: {times:.1f} times as long for eight times {unit!r}; {short / SHORT * part * 1e9:.0f} ns a character"
            )


if __name__ == "__main__":
    main()
