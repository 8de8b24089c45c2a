"""Lines: from an offset in a source to its line and column, and to the line itself.

In: a source and offsets into it. Out: places, counted from 1, columns in code points. The one idea: the line starts are
found once, and each offset is looked up among them by bisection, so that a long text with many findings stays linear.
"""

from __future__ import annotations

from bisect import bisect_right

from factcheck.model import Span


class Lines:
    """The lines of a source.

    >>> lines = Lines("12 of 48\\nrelapsed")
    >>> lines.place(10), lines.span(2)
    ((2, 2), Span(start=9, end=17))
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self._starts = [0, *(at + 1 for at, character in enumerate(source) if character == "\n")]

    def place(self, offset: int) -> tuple[int, int]:
        """The line and the column of an offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def span(self, line: int) -> Span:
        """Where a line stands, its line break left out."""
        start = self._starts[line - 1]
        end = self._starts[line] - 1 if line < len(self._starts) else len(self.source)
        return Span(start, end - 1 if end > start and self.source[end - 1] == "\r" else end)
