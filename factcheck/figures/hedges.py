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
_SMALL = (
    "a total of", "a record", "a further", "an extra", "an additional", "another", "a", "an", "the", "just", "its", "their",
    "one",
)  # fmt: skip


@functools.cache
def _small_by_last_word() -> dict[str, tuple[str, ...]]:
    return {
        last: tuple(each for each in _SMALL if each.split(" ")[-1] == last)
        for last in (each.split(" ")[-1] for each in _SMALL)
    }


@functools.cache
def _longest() -> dict[str, int]:
    """Of each word that ends a hedge before a figure, how many words the longest such hedge has."""
    found: dict[str, int] = {}
    for each in table()[BEFORE]:
        words = each.split(" ")
        if words[-1] not in _SIGNS:
            found[words[-1]] = max(found.get(words[-1], 0), len(words))
    return found


@functools.cache
def _endings() -> frozenset[str]:
    return _SIGNS.union(_longest(), _small_by_last_word())


_OPENERS = "([\"'“‘—–-,;"


_SIGNS = frozenset("~≈<>≤≥")


def _sign(text: str, start: int, last: str) -> tuple[Hedge, int] | None:
    """A hedge that a figure is joined to: ~5, ≥5, c.300, sub-7."""
    if last in _SIGNS:
        return table()[BEFORE][last], start - 1
    if last == "." and text[start - 2 : start] == "c.":
        return table()[BEFORE]["c."], start - 2
    if last == "-" and text[max(0, start - 5) : start].lower().lstrip(" (\n") == "sub-":
        return table()[BEFORE]["sub-"], start - 4
    return None


def before(text: str, start: int) -> tuple[Hedge, int] | None:
    """The hedge that ends where a figure starts, and where the hedge starts."""
    last = text[start - 1] if start else ""
    if not last.isspace():
        return _sign(text, start, last)
    nearest = text[max(0, start - 16) : start].rsplit(None, 1)
    if not nearest or nearest[-1].lower().lstrip(_OPENERS) not in _endings():
        return None
    if nearest[-1] in _SIGNS:  # "> 5 km" at a line's start is a quotation
        return (table()[BEFORE][nearest[-1]], start - 2) if text[start - 3 : start - 2] == " " else None
    tokens = text[max(0, start - REACH) : start].lower().split()
    known = table()[BEFORE]
    for small in ("", *_small_by_last_word().get(tokens[-1], ())):
        between = small.count(" ") + 1 if small else 0
        if between >= len(tokens) or " ".join(tokens[len(tokens) - between :]) != small:
            continue
        end = len(tokens) - between
        for count in range(min(end, _longest().get(tokens[end - 1].lstrip(_OPENERS), 0)), 0, -1):
            words = " ".join(tokens[end - count : end]).lstrip(_OPENERS)
            if words in known:
                if words == "up to" and end > count and tokens[end - count - 1] in _MOVED:
                    return None  # "edged up to $1.144bn from $1.099bn"
                if words.split(" ")[-1] in _PREPOSITIONS and _preposition(" ".join(tokens), words, small):
                    return None
                if (
                    words == "over"
                    and end > count
                    and tokens[end - count - 1] in _GROWN
                    and not _RATE.match(text, start)
                ):
                    return None  # "an increase over $898m" compares; "a gain over 580%" hedges
                return known[words], _back(text, start, count + between, words)
    return None


def _back(text: str, start: int, count: int, words: str) -> int:
    """Where the last so many words before an offset begin."""
    head = text[max(0, start - REACH) : start]
    left = head.rsplit(None, count)
    before = head.find(left[-count], len(left[0]) if len(left) > count else 0)
    opening = left[-count].lower().find(words.split(" ")[0])
    return start - len(head) + before + max(opening, 0)


# "worked over the 3 years", "under 5 governments": a determiner or a verb of place makes a preposition of the hedge.
_PLACES = frozenset(
    (
        "sprawl sprawled stretch stretched spread ruled presided presides fought walk walked flew turned look "
        "looked takes took took spans"
    ).split()
)


_GROWN = frozenset(
    "increase increases rise gain gains growth improvement advance premium jump decrease decline".split()
)
_RATE = re.compile(r"[\d.,]{1,12}(?: ?%|[ -]per ?cent)")
_MOVED = frozenset(
    "edged inched crept ticked nudged moved went shot pushed climbed jumped rose picked back go goes going gone edging inching creeping ticking nudging climbing moving".split()
)
_PREPOSITIONS = frozenset("over under above below around about near than".split())


def _preposition(phrase: str, words: str, small: str) -> bool:
    """Whether a hedge is a preposition here; `small` is what stands between it and the number."""
    last = words.split(" ")[-1]
    if small in ("the", "its", "their", "a", "an") and words in ("over", "under", "above", "below"):
        return True
    if small in ("the", "its", "their") and last in ("than", "above", "below", "under", "over"):
        return True  # "less than the 47.3% forecast" compares two figures, it does not hedge one
    if words not in ("over", "under", "above", "below", "around", "about", "near"):
        return False
    verb = phrase[: len(phrase) - len(small) - bool(small) - len(words)].split()
    return bool(verb) and verb[-1] in _PLACES


_AFTER_LETTERS = frozenset("oapgi±")


@functools.cache
def _after_pattern() -> re.Pattern[str]:
    words = sorted(table()[AFTER], key=len, reverse=True)
    wordy = "|".join(re.escape(each).replace(r"\ ", r"\s") for each in words if each[0].isalpha())
    signs = "|".join(re.escape(each) for each in words if not each[0].isalpha())
    return re.compile(rf"(?:\s({wordy})|({signs}))(?![\w])", re.IGNORECASE)


def after(text: str, end: int) -> tuple[Hedge, int] | None:
    """The hedge that starts where a number or a figure ends, and where the hedge ends."""
    behind = text[end : end + 2]
    if behind[:1] not in (" ", "-", "+", "\n") or (behind[0] != "+" and behind[1:] not in _AFTER_LETTERS):
        return None
    found = _after_pattern().match(text, end)
    if found is None:
        return None
    return table()[AFTER][" ".join((found.group(1) or found.group(2)).lower().split())], found.end()
