"""Dates, years, decades, quarters, weekdays and clock times.

In: a text. Out: figures with their When, in order and apart. The one idea: three scans that each look for little (a run
of digits, the first letters of a name, a rare word), then one small pattern at the anchor that tells which form may
stand there, and that form's reader; the calendar is the standard library's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from factcheck.figures import clock, days, numbers, years
from factcheck.model import Figure, Number, Quantity, Span, When
from factcheck.units import DATE, TIME, WEEKDAY

_READERS = {**days.READERS, **years.READERS, **clock.READERS}
_TIMES = frozenset(clock.READERS)


def _forms(*tables: dict[str, str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{name}>{form})" for table in tables for name, form in table.items()))


# What may stand at an anchor; the first form that fits is asked.
_AT_DIGITS = _forms(clock.DIGITS, days.DIGITS, years.DIGITS)
_AT_NAME = _forms(days.NAMES, years.NAMES)
# Rare words are found faster by a plain search than by a pattern; each is looked at from a little before.
_AT_WORD = {
    name: (clock.SOUGHT.get(name, name), re.compile(rf"\b(?P<{name}>{form})"))
    for name, form in {**years.RARE, **clock.RARE}.items()
}
_BEFORE, _BEHIND = 16, 14

# A run of digits that may begin a date: not inside a word, a sum of money or a longer number; four digits, or up to four
# before what a date goes on with, or two behind an apostrophe.
_RUN = re.compile(
    r"[0-9](?<![\w$£€¥#].)(?<![0-9][.,].)(?:[0-9]{3}(?![0-9])|[0-9]{0,3}+(?:[-–snrtaApPBCJFMASOND’']|[.:/][0-9]|"
    r"[ \u00a0][JFMASONDBCGPEUaAopt–-])|(?<=['’‘].)[0-9](?![0-9]))"
)
# The first letters of every name: a pattern that starts from a few capitals alone is quick to fail.
_CAPITALS = re.compile(
    r"J(?:an|un|ul|AN|UN|UL)|F(?:eb|ri|EB|r\b|Y)|M(?:ar|ay|on|AR|AY|o\b)|A(?:pr|ug|PR|UG|D ?\d|\.D)|S(?:ep|at|un|EP|a\b|u\b)|"
    r"O(?:ct|CT)|N(?:ov|OV)|D(?:ec|EC)|T(?:ue|hu|u\b|h\b)|W(?:ed|e\b)|Q[1-4]|H[12] "
)
# Behind a hyphen a date begins only after a date itself, or one of these.
_PREFIXED = re.compile(r"(?<![A-Za-z])(?:[Mm]id|[Ee]arly|[Ll]ate|[Pp]re|[Pp]ost|[ap]\.?m\.?)-\Z")


def dates(text: str, digits: Iterable[int] | None = None) -> list[Figure]:
    """Every date, year, weekday and clock time of a text, in order and apart.

    `digits`: where its runs of digits begin, if that is known.
    """
    if digits is None:
        digits = numbers.runs(text)
    found: list[Figure] = []
    at = 0
    for match in sorted(_anchors(text, digits), key=_start):
        kind = match.lastgroup
        if match.start() < at or kind is None:
            continue
        for start, end, when in _READERS[kind](text, match):
            unit = TIME if kind in _TIMES else DATE if when.weekday is None else WEEKDAY
            number = Number(when.year or 0 if when.weekday is None else when.weekday)
            span = Span(start, end)
            found.append(Figure(span, Quantity(text[start:end], number, unit, when=when), span))
            at = end
    return _inherited(text, found)


def _start(match: re.Match[str]) -> int:
    return match.start()


def _anchors(text: str, digits: Iterable[int]) -> Iterator[re.Match[str]]:
    for name in _CAPITALS.finditer(text):
        start = name.start()
        if not (start and text[start - 1].isalnum()):
            match = _AT_NAME.match(text, start)
            if match is not None:
                yield match
    for word, form in _AT_WORD.values():
        at = text.find(word)
        while at >= 0:
            match = form.search(text, max(0, at - _BEFORE), at + len(word) + _BEHIND)
            if match is not None:
                yield match
            at = text.find(word, at + len(word))
    read = 0
    for start in digits:
        run = _RUN.match(text, start) if start >= read else None
        if run is None:
            continue
        read = run.end()
        if start and text[start - 1] in "-/" and not _follows(text, start):
            continue
        match = _AT_DIGITS.match(text, start)
        if match is not None:
            yield match


def _follows(text: str, start: int) -> bool:
    """Whether a date may begin behind a hyphen or a stroke: after 1914-, mid-, 9am-, not after F- or 0-."""
    head = text[max(0, start - 5) : start - 1]
    if (len(head) == 4 and head.isdigit()) or not (head and head[-1].isalnum()):
        return True
    return text[start - 1] == "-" and _PREFIXED.search(text, max(0, start - 8), start) is not None


_JOINT = re.compile(r"\.? ?(?:[-–—]|to|until|through|till) ?")
_JOINT_AND = re.compile(r"\.? and ")
_BETWEEN = re.compile(r"\b(?:between|both|[Bb]etween) (?:the )?\Z")


def _inherited(text: str, found: list[Figure]) -> list[Figure]:
    """A date without a year that runs to one with it has the same: 4 June to 8 July 2004; one in December the year before."""
    for k in range(len(found) - 1, 0, -1):
        first, last = found[k - 1].quantity.when, found[k].quantity.when
        if first is None or last is None or first.year is not None or first.month is None or last.year is None:
            continue
        if last.month is None or (first.day is None) != (last.day is None):
            continue
        start, end = found[k - 1].end, found[k].start
        if _JOINT.fullmatch(text, start, end) or (
            _JOINT_AND.fullmatch(text, start, end)
            and _BETWEEN.search(text, max(0, found[k - 1].start - 14), found[k - 1].start)
        ):
            found[k - 1] = _dated(found[k - 1], first, last.year - (first.month > last.month))
    return found


def _dated(figure: Figure, when: When, year: int) -> Figure:
    return replace(figure, quantity=replace(figure.quantity, number=Number(year), when=replace(when, year=year)))
