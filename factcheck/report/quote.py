"""Quotes: the source lines that hold a claim's figures, each figure underlined.

In: the lines of a source and the spans of figures. Out: pairs of lines of text, with the line's number in a margin. The
one idea: a row is about WIDTH characters at most, so that no terminal wraps it and the marks stay below their figures; a
long line is shown as windows around its figures, and a figure that runs over a line break is underlined on both lines.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from factcheck.model import Span
from factcheck.report.lines import Lines

WIDTH = 100  # of a quoted row in characters, margin left out
ROWS = 8  # of a claim whose figures are spread further, the first and the last rows are shown
_SNAP = 8  # a window is widened to the line's end, or narrowed to a word's, by up to so many characters

Row = tuple[int, Span, list[Span]]  # the line's number, what of it is shown, what of that is underlined


def quoted(lines: Lines, spans: Iterable[Span], colour: str = "", off: str = "") -> Iterator[str]:
    """The rows that show the spans, each followed by its marks; `colour` is put before the marks and `off` after."""
    rows = [row for line, marked in _by_line(lines, spans) for row in _windows(lines, line, marked)]
    margin = max((len(str(line)) for line, _, _ in rows), default=1)
    for at, (line, shown, marked) in enumerate(rows):
        if len(rows) > ROWS and ROWS // 2 <= at < len(rows) - ROWS // 2:
            if at == ROWS // 2:
                yield f"  {'':{margin}} ⋮"
            continue
        whole = lines.span(line)
        head = "… " if shown.start > whole.start else ""
        tail = " …" if shown.end < whole.end else ""
        text, marks = _row(lines.source, shown, marked)
        yield f"  {line:{margin}} | {head}{text}{tail}"
        yield f"  {'':{margin}} | {' ' * len(head)}{_coloured(marks, colour, off)}"


def _by_line(lines: Lines, spans: Iterable[Span]) -> list[tuple[int, list[Span]]]:
    """The lines that the spans touch, in order, each with the pieces of the spans that stand on it."""
    found: dict[int, list[Span]] = {}
    for span in sorted(set(spans)):
        first, _ = lines.place(span.start)
        last, _ = lines.place(max(span.start, span.end - 1))
        for line in range(first, last + 1):
            whole = lines.span(line)
            piece = Span(max(span.start, whole.start), min(span.end, whole.end))
            indented = len(lines.source[piece.start : piece.end]) - len(lines.source[piece.start : piece.end].lstrip())
            if piece.start + indented < piece.end:
                found.setdefault(line, []).append(Span(piece.start + indented, piece.end))
    return sorted(found.items())


def _windows(lines: Lines, line: int, marked: list[Span]) -> Iterator[Row]:
    """A short line as it is; a long one as windows, each as many figures as fit in it and what stands around them."""
    whole = lines.span(line)
    if _width(lines.source[whole.start : whole.end]) <= WIDTH:
        yield line, whole, marked
        return
    here: list[Span] = []
    for span in marked:
        if here and span.end - here[0].start > WIDTH:
            yield _window(lines.source, line, whole, here)
            here = []
        here.append(span)
    yield _window(lines.source, line, whole, here)


def _window(source: str, line: int, whole: Span, marked: list[Span]) -> Row:
    first = marked[0].start
    last = min(max(span.end for span in marked), first + WIDTH)
    room = (WIDTH - (last - first)) // 2
    left, right = max(whole.start, first - room), min(whole.end, last + room)
    left = whole.start if left - whole.start < _SNAP else left + _cut(source[left : min(left + _SNAP, first)])
    right = whole.end if whole.end - right < _SNAP else right - _cut(source[max(right - _SNAP, last) : right][::-1])
    return line, Span(left, right), marked


def _cut(edge: str) -> int:
    """How many characters at a window's edge are the rest of a word."""
    for at, character in enumerate(edge):
        if character.isspace():
            return at + 1
    return 0


def _row(source: str, shown: Span, marked: list[Span]) -> tuple[str, str]:
    """A window's text, control characters blanked, and the marks below it, as wide as what they mark."""
    text: list[str] = []
    marks: list[str] = []
    for at in range(shown.start, shown.end):
        character = source[at] if source[at].isprintable() else " "
        text.append(character)
        marks.append(("^" if any(span.start <= at < span.end for span in marked) else " ") * _cells(character))
    return "".join(text).rstrip(), "".join(marks).rstrip()


def _width(text: str) -> int:
    return len(text) if text.isascii() else sum(map(_cells, text))


def _cells(character: str) -> int:
    """How many cells a terminal gives a character: none to an accent of its own, two to a wide one."""
    if character < "\u0300":
        return 1
    if unicodedata.combining(character) or unicodedata.category(character) == "Me":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _coloured(marks: str, colour: str, off: str) -> str:
    indent = len(marks) - len(marks.lstrip())
    return f"{marks[:indent]}{colour}{marks[indent:]}{off}" if colour else marks
