"""How fast figures are read: `python tests/benchmarks/read_figures.py [FILE ...]`, in MB/s and articles/s on one core.

Without files it reads a made-up article. Time goes by figures rather than bytes, so that their density is printed too.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from factcheck import figures

ARTICLE = """\
Norline, the ferry operator, said on Tuesday that its profit had risen 12% to £4.2m in the year to 31 March 2019, as
more people than it had planned for took to the sea. The company carried 1.3 million passengers on its 14 routes, up
from 1.1 million a year earlier, and its fuel bill fell by nearly a third. It will hire 250 new workers and buy two
ships of 9,500 tonnes each, which can do 21 knots (39 km/h). Its chief executive, who joined in 2012, told reporters
that nobody had expected the summer to be as good as it was, and that the coming one would have to be paid for by hard
work. Shares in the firm closed 3.5 pence higher at 128p, having lost about half of their value since their peak.

The harbour at its home town, which is older than any of the houses round it, is to be dredged again after the storms
of the winter. Fishermen had complained to the council that they could no longer land their catch at low water.
"""


def main() -> None:
    articles = [Path(each).read_text("utf-8") for each in sys.argv[1:]] or [ARTICLE] * 200
    figures.read(articles[0])
    size = sum(len(each.encode()) for each in articles)
    best = float("inf")
    for _ in range(5):
        begin = time.process_time()
        count = sum(len(figures.read(each)) for each in articles)
        best = min(best, time.process_time() - begin)
    print(
        f"{size / best / 1e6:.2f} MB/s, {len(articles) / best:.0f} articles/s, {best / max(count, 1) * 1e6:.1f} µs a figure"
    )


if __name__ == "__main__":
    main()
