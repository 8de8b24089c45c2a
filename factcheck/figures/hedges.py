"""Hedges: the words that widen a figure, before it and after it.

In: a text and where a figure stands in it. Out: the Hedge, and how far it reaches. The one idea: a table (hedges.txt)
that names for each hedge its side, its widths and its source; here it is only looked up.
"""

from __future__ import annotations

import functools
import re
from fractions import Fraction
from importlib.resources import files

from factcheck.model import Hedge

BEFORE, AFTER = "before", "after"
REACH = 34  # code points that the longest hedge and the small words behind it may take


@functools.cache
def table() -> dict[str, dict[str, Hedge]]:
    """Side -> words -> Hedge."""
    found: dict[str, dict[str, Hedge]] = {BEFORE: {}, AFTER: {}}
    for line in files("factcheck.figures").joinpath("hedges.txt").read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        words, side, below, above, *flag = line.split("\t")
        found[side][words] = Hedge(words, _widths(below), _widths(above), bool(flag))
    return found


def _widths(cell: str) -> tuple[Fraction | None, Fraction | None]:
    tight, _, loose = cell.partition("/")
    return _width(tight), _width(loose)


def _width(cell: str) -> Fraction | None:
    return None if cell == "*" else Fraction(cell)


# Small words that may stand between a hedge and its number.
_SMALL = r"(?:(?:a|an|the|another|just|its|their|one|a total of|a record|a further|an extra|an additional) )?"


@functools.cache
def _pattern() -> tuple[re.Pattern[str], frozenset[str]]:
    words = sorted(table()[BEFORE], key=len, reverse=True)
    wordy = "|".join(re.escape(each).replace(r"\ ", r"\s") for each in words if each[0].isalpha())
    signs = "|".join(re.escape(each) for each in words if not each[0].isalpha())
    last = frozenset(each.split(" ")[-1] for each in words)
    return re.compile(rf"(?:(?<![\w'’-])({wordy})\s{_SMALL}|({signs})\s?)\Z", re.IGNORECASE), last


_LAST = re.compile(r"[^\s]+\Z")


def before(text: str, start: int) -> tuple[Hedge, int] | None:
    """The hedge that ends where a figure starts, and where the hedge starts."""
    last = text[start - 1] if start else ""
    if not last.isspace() and last not in "~≈":
        return None
    pattern, lasts = _pattern()
    head = text[max(0, start - REACH) : start]
    words = head.split()
    # a hedge's last word stands right before the figure, or one small word or three before it
    if last not in "~≈" and not lasts.intersection([each.lower() for each in words[-4:]]):
        return None
    found = pattern.search(head)
    if found is None:
        return None
    surface = " ".join((found.group(1) or found.group(2)).lower().split())
    if surface.split(" ")[-1] in _PREPOSITIONS and _preposition(words, surface, head):
        return None
    return table()[BEFORE][surface], start - len(head) + found.start()


# "worked over the 3 years", "under 5 governments": a determiner or a verb of place makes a preposition of the hedge.
_PLACES = frozenset(
    (
        "sprawl sprawled stretch stretched spread ruled presided presides fought walk walked flew turned look "
        "looked takes took took spans"
    ).split()
)


_PREPOSITIONS = frozenset("over under above below around about near than".split())


def _preposition(words: list[str], surface: str, head: str) -> bool:
    tail = head[head.lower().rfind(surface) + len(surface) :].strip().lower()
    if tail in ("the", "its", "their", "a", "an") and surface in ("over", "under", "above", "below"):
        return True
    if tail in ("the", "its", "their") and surface.split(" ")[-1] in ("than", "above", "below", "under", "over"):
        return True  # "less than the 47.3% forecast" compares two figures, it does not hedge one
    if surface not in ("over", "under", "above", "below", "around", "about", "near"):
        return False
    place = next((k for k in range(len(words) - 1, -1, -1) if words[k].lower() == surface), 0)
    return place > 0 and words[place - 1].lower() in _PLACES


@functools.cache
def _after_pattern() -> re.Pattern[str]:
    words = sorted(table()[AFTER], key=len, reverse=True)
    wordy = "|".join(re.escape(each).replace(r"\ ", r"\s") for each in words if each[0].isalpha())
    signs = "|".join(re.escape(each) for each in words if not each[0].isalpha())
    return re.compile(rf"(?:\s({wordy})|({signs}))(?![\w])", re.IGNORECASE)


def after(text: str, end: int) -> tuple[Hedge, int] | None:
    """The hedge that starts where a number or a figure ends, and where the hedge ends."""
    if text[end : end + 1] not in (" ", "-", "+", "\n"):
        return None
    found = _after_pattern().match(text, end)
    if found is None:
        return None
    return table()[AFTER][" ".join((found.group(1) or found.group(2)).lower().split())], found.end()
