"""How fast figures are read: `python tests/benchmarks/read_figures.py [FILE ...]`, in MB/s and articles/s on one core.

Without files it reads five made-up reports (news.txt), over and over, each time with other digits, so that no cache helps
more than it would in life. Time goes by figures rather than bytes, so that their density is printed too: the news of
agencies and broadcasters has a figure in every 110 to 130 bytes, a company's results one in every 50.
"""

from __future__ import annotations

import random
import re
import sys
import time
from pathlib import Path

from factcheck import figures

NEWS = Path(__file__).with_name("news.txt")
_VARIED = re.compile(r"(?<=[,.\d])\d(?=\D)")  # the last digit of a number of several: what kind it is stays


def articles(copies: int = 60) -> list[str]:
    """The reports, many times over, with other digits in each copy."""
    chance = random.Random(2026)
    text = NEWS.read_text("utf-8")
    return [_VARIED.sub(lambda _: str(chance.randint(1, 9)), text) for _ in range(copies)]


def main() -> None:
    texts = [Path(each).read_text("utf-8") for each in sys.argv[1:]] or articles()
    figures.read(texts[0])
    size = sum(len(each.encode()) for each in texts)
    best = float("inf")
    for _ in range(7):
        begin = time.process_time()
        count = sum(len(figures.read(each)) for each in texts)
        best = min(best, time.process_time() - begin)
    print(
        f"{size / best / 1e6:.2f} MB/s, {len(texts) / best:.0f} articles/s of {size / len(texts) / 1000:.1f} kB, "
        f"{best / max(count, 1) * 1e6:.1f} µs a figure, a figure in {size / max(count, 1):.0f} bytes"
    )


if __name__ == "__main__":
    main()
