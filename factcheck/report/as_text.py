"""The report as lines: where, what, the quoted words underlined, what is stated, what the others imply, what would mend it.

In: a path and its Report. Out: lines of text, with or without colour.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.model import Check, Report, Span, Verdict

WIDTH = 100  # of a quoted line: a longer one is shown as a window round its figures
_COLOURS = {Verdict.INCONSISTENT: "\033[1;31m", Verdict.UNDECIDED: "\033[33m", Verdict.CONSISTENT: "\033[32m"}
_OFF = "\033[0m"


def as_text(path: str, report: Report, every: bool = False, colour: bool = False) -> Iterator[str]:
    """The findings of one document; with `every`, the other checks too."""
    for check in report.checks:
        if every or check.verdict is Verdict.INCONSISTENT:
            yield from _check(path, report, check, every, colour)


def _check(path: str, report: Report, check: Check, every: bool, colour: bool) -> Iterator[str]:
    line, column = report.document.line_and_column(check.claim.span.start)
    label = check.claim.kind if check.verdict is Verdict.INCONSISTENT else f"{check.claim.kind}: {check.verdict.value}"
    if colour:
        label = f"{_COLOURS[check.verdict]}{label}{_OFF}"
    yield f"{path}:{line}:{column}: {label}: {check.message}"
    if check.verdict is not Verdict.INCONSISTENT:
        return
    yield from _quoted(report.document.source, [figure.span for _, figure in check.claim.roles])
    if check.stated and check.implied:
        yield f"    stated: {check.stated}; the others imply: {check.implied}"
    for repair in check.repairs:
        was = " ".join(report.document.source[repair.span.start : repair.span.end].split())
        yield f"    would hold with {repair.replacement} for {was} ({repair.reason})"
    yield ""


def _quoted(source: str, spans: Sequence[Span]) -> Iterator[str]:
    """The source lines that hold the figures, each with its figures underlined."""
    for start, end in dict.fromkeys(_line(source, span.start) for span in spans):
        here = [span for span in spans if start <= span.start < end or (span.start == end == start)]
        first, last = min(span.start for span in here), min(end, max(span.end for span in here))
        left, right = start, end
        if end - start > WIDTH:
            room = max(0, WIDTH - (last - first)) // 2
            left, right = max(start, first - room), min(end, last + room)
            left = start if left - start < 8 else left
            right = end if end - right < 8 else right
        head, tail = ("… " if left > start else ""), (" …" if right < end else "")
        shown = "".join(character if character.isprintable() else " " for character in source[left:right])
        marks = [" "] * len(shown)
        for span in here:
            for place in range(max(span.start, left), min(span.end, right)):
                marks[place - left] = "^"
        yield f"    {head}{shown}{tail}"
        yield f"    {' ' * len(head)}{''.join(marks).rstrip()}"


def _line(source: str, offset: int) -> tuple[int, int]:
    start = source.rfind("\n", 0, offset) + 1
    end = source.find("\n", offset)
    return start, len(source) if end < 0 else end


def summary(reports: Sequence[Report], errors: int = 0) -> str:
    """The closing line: figures read, claims checked, claims inconsistent, figures in no claim."""
    figures = sum(len(report.figures) for report in reports)
    checks = [check for report in reports for check in report.checks]
    wrong = sum(check.verdict is Verdict.INCONSISTENT for check in checks)
    used = sum(len({figure.start for check in report.checks for _, figure in check.claim.roles}) for report in reports)
    parts = [
        f"{_many(figures, 'figure')} read",
        f"{_many(len(checks), 'claim')} checked",
        f"{wrong} inconsistent",
        f"{_many(figures - used, 'figure')} in no claim",
    ]
    if errors:
        parts.append(f"{_many(errors, 'file')} could not be read")
    return ", ".join(parts) + "."


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
