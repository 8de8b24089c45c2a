"""Figures: every quantity of a text, with its unit and its hedge.

In: a text. Out: Figures in order, apart. The one idea: two stages; a scan that anchors on digits and number words,
and small compiled tails that are matched at the anchor: number, scale, unit or counted noun, hedge.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from factcheck import units
from factcheck.errors import NotAQuantity
from factcheck.figures import digits, nouns, numbers, spelt, words
from factcheck.figures.dates import dates
from factcheck.figures.elided import handed_on
from factcheck.figures.ranges import joined
from factcheck.figures.silence import addresses, silent
from factcheck.model import Figure, Quantity, Span
from factcheck.units import Kind


def _trie(listed: Iterable[str]) -> str:
    """Words as one pattern that branches letter by letter: quick to fail on other words."""
    heads: dict[str, set[str]] = {}
    words_ = set(listed)
    for word in filter(None, words_):
        heads.setdefault(word[0], set()).add(word[1:])
    branches = [re.escape(head) + _trie(tails) for head, tails in sorted(heads.items())]
    return f"(?:{'|'.join(branches)})" + ("?" if "" in words_ else "") if branches else ""


# "a" begins a figure before a scale, a fraction or a unit that is one of it: "a third", "a metre (3 ft)", "a week-long".
_ONE_OF = (
    "inch foot yard mile metre meter kilometre kilometer centimetre centimeter pound kilo litre percentage basis per "
    "year month week day hour minute decade century"
).split()
_FIRST = sorted({word[0] for word in words.BEGINNINGS})
_BEGINNING = "|".join(
    f"[{head}{head.upper()}]{_trie(word[1:] for word in (*words.BEGINNINGS, 'minus') if word[0] == head)}"
    for head in _FIRST
)
_WORDS = rf"(?=[{''.join(_FIRST)}aAq{''.join(_FIRST).upper()}])(?:(?:{_BEGINNING})\b|[Aa]n? {_trie((*words.AFTER_ARTICLE, *_ONE_OF))}\b|(?<=remaining )quarter\b)"
# A scan opens with what the engine tells apart quickly: anything but a letter.
_WORD = re.compile(rf"[^a-zA-Z0-9.,;:!?)\]#@$%&+=À-ɏ]{_WORDS}")
_OPENING = re.compile(_WORDS)


def read(text: str) -> tuple[Figure, ...]:
    """All figures of a text."""
    hushed = sorted(addresses(text))
    found = numbers.runs(text)
    return tuple(handed_on(text, joined(text, _read(text, found, dates(text, found), hushed))))


def _read(text: str, in_digits: Iterable[int], placed: Iterable[Figure], hushed: Iterable[Span]) -> Iterator[Figure]:
    """Figures of every sort in order; where a date and a number overlap, the one that begins first is taken."""
    waiting, silences = iter(placed), iter(hushed)
    date, hush = next(waiting, None), next(silences, None)
    at = taken = 0
    for start, in_words in _anchors(text, in_digits):
        while hush is not None and hush.start <= start:
            while date is not None and date.start < hush.end:
                if date.end <= hush.start:
                    yield date
                date = next(waiting, None)
            at = max(at, hush.end)
            hush = next(silences, None)
        if start < at:
            continue
        while date is not None and date.span.end <= start:
            yield date
            taken = date.span.end
            date = next(waiting, None)
        if date is not None and date.span.start <= start:
            at = date.span.end
            continue
        if not in_words and (quiet := silent(text, start)) is not None:
            at = quiet
            continue
        figure = spelt.figure(text, start) if in_words else digits.figure(text, start)
        if figure is None or figure.span.start < taken:
            at = start + 1
            continue
        end, reach = figure.span.end, figure.reach.end
        while date is not None and date.span.start < end:
            date = next(waiting, None)
        yield figure
        at = taken = reach if reach > end else end
    if date is not None:
        yield date
    yield from waiting


def parse(string: str) -> Quantity:
    """The one figure that a string is: "about 27,000 km²", "$1.13bn", "two-thirds", "12 September 2017".

    Raises NotAQuantity where it holds none, or more than one, or words besides.
    """
    stripped = string.strip()
    found = read(stripped)
    if not found:
        raise NotAQuantity(string)
    if len(found) > 1:
        raise NotAQuantity(string, "holds more than one figure")
    figure = found[0]
    rest = (stripped[: figure.reach.start] + stripped[max(figure.reach.end, figure.end) :]).strip(" .,")
    if rest and rest.lower() not in ("a", "an", "the", "aged"):
        if figure.quantity.unit.kind is Kind.NUMBER and not stripped[: figure.reach.start].strip():
            noun = rest.lower()
            if re.fullmatch(r"[a-z]+(?:[ -][a-z]+){0,2}", noun):
                return replace(figure.quantity, unit=units.count(nouns.singular(noun.split(" ")[-1])), surface=stripped)
            units.find(rest)  # says which unit is unknown
        raise NotAQuantity(string, f"holds {rest!r} besides its figure")
    return figure.quantity


def _anchors(text: str, in_digits: Iterable[int]) -> list[tuple[int, bool]]:
    """Where a figure may begin, in order: the offset, and whether it is in words."""
    found = [(start, False) for start in in_digits]
    found += [(match.start() + 1, True) for match in _WORD.finditer(text)]
    if _OPENING.match(text):
        found.append((0, True))
    found.sort()
    return found
