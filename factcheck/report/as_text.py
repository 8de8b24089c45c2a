"""The report as lines: where, what, the quoted words underlined, what is stated, what the others imply, what would mend it.

In: a path and its Report. Out: lines of text, with or without colour.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Check, Implied, Report, Verdict
from factcheck.report.lines import Lines
from factcheck.report.quote import quoted
from factcheck.wording import in_unit

_COLOURS = {Verdict.INCONSISTENT: "\033[1;31m", Verdict.UNDECIDED: "\033[33m", Verdict.CONSISTENT: "\033[32m"}
_OFF = "\033[0m"


def as_text(path: str, report: Report, every: bool = False, colour: bool = False) -> Iterator[str]:
    """The findings of one document; with `every`, the other checks too, a line each."""
    lines = Lines(report.document.source)
    for check in report.checks:
        if every or check.verdict is Verdict.INCONSISTENT:
            yield from _check(path, lines, check, colour)
    for each in report.sets if every else ():
        line, column = lines.place(each.span.start)
        yield f"{plain(path)}:{line}:{column}: {plain(implied(each, 'all claims together leave'))}"


def _check(path: str, lines: Lines, check: Check, colour: bool) -> Iterator[str]:
    line, column = lines.place(check.claim.span.start)
    paint, off = (_COLOURS[check.verdict], _OFF) if colour else ("", "")
    wrong = check.verdict is Verdict.INCONSISTENT
    label = check.claim.kind if wrong else f"{check.claim.kind}: {check.verdict.value}"
    yield f"{plain(path)}:{line}:{column}: {paint}{label}{off}: {plain(check.message)}"
    if not wrong:
        return
    yield from quoted(lines, [figure.span for _, figure in check.claim.roles], paint, off)
    if check.stated not in check.message or check.implied not in check.message:  # sets, where rounding makes them
        yield f"    stated: {check.stated}; the others imply: {check.implied}"
    for each in check.sets:
        yield f"    {plain(implied(each, 'these claims imply'))}"
    for repair in check.repairs:
        was = plain(" ".join(lines.source[repair.span.start : repair.span.end].split()))
        yield f"    would hold with {repair.replacement} for {was} ({repair.reason})"
    yield ""


def implied(each: Implied, says: str) -> str:
    """A fact's two sets in a line."""
    shown = "no value at all" if each.implied.empty else in_unit(each.implied, each.quantity)
    stated = f"stated {in_unit(each.stated, each.quantity)}; " if each.stated is not None else ""
    return f"{each.name}: {stated}{says} {shown}"


def plain(text: str) -> str:
    """A text for one line of a terminal: what would move the cursor or colour the rest is shown as a question mark.

    >>> plain("a\\x1b[31mb\\nc")
    'a?[31mb?c'
    """
    return "".join(
        character if character.isprintable() or (character.isspace() and character not in _BREAKS) else "?"
        for character in text
    )


_BREAKS = frozenset("\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029")


class Tally:
    """What the closing line counts, over all documents."""

    def __init__(self) -> None:
        self.figures = self.claims = self.inconsistent = self.unused = 0

    def add(self, report: Report) -> None:
        """Count one document."""
        used = {figure.span for check in report.checks for _, figure in check.claim.roles}
        self.figures += len(report.figures)
        self.claims += len(report.checks)
        self.inconsistent += len(report.findings)
        self.unused += sum(figure.span not in used for figure in report.figures)

    def line(self, failed: int = 0) -> str:
        """Figures read, claims checked, claims inconsistent, figures in no claim; `failed` files that were not checked."""
        parts = [
            f"{_many(self.figures, 'figure')} read",
            f"{_many(self.claims, 'claim')} checked",
            f"{self.inconsistent} inconsistent",
            f"{_many(self.unused, 'figure')} in no claim",
        ]
        if failed:
            parts.append(f"{_many(failed, 'file')} could not be checked")
        return ", ".join(parts) + "."


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
