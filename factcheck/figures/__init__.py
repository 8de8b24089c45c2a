"""Figures: every quantity of a text, with its unit and its hedge.

In: a text. Out: Figures in order, apart. The one idea: two stages; a scan that anchors on digits and number words,
and small compiled tails that are matched at the anchor: number, scale, unit or counted noun, hedge.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from factcheck import units
from factcheck.errors import NotAQuantity
from factcheck.figures import digits, nouns, numbers, spelt, words
from factcheck.figures.dates import dates
from factcheck.figures.ranges import joined
from factcheck.figures.silence import addresses, silent
from factcheck.model import Figure, Quantity, Span
from factcheck.units import Kind

# Both scans open with a small set of characters, to which the engine skips quickly.
_DIGIT = re.compile(rf"[0-9{''.join(numbers.VULGAR)}][0-9,.]*")


def _trie(listed: Iterable[str]) -> str:
    """Words as one pattern that branches on the first letter, large or small: quick to fail on other words."""
    heads: dict[str, list[str]] = {}
    for word in sorted(set(listed), key=len, reverse=True):
        heads.setdefault(word[0], []).append(word[1:])
    return "|".join(f"[{head}{head.upper()}](?:{'|'.join(tails)})" for head, tails in heads.items())


# "a" begins a figure before a scale, a fraction or a unit that is one of it: "a third", "a metre (3 ft)".
_ONE_OF = (
    "inch|foot|yard|mile|metre|meter|kilometre|kilometer|centimetre|centimeter|pound|kilo|litre|percentage|basis|per|"
    "year|month|week|day|hour|minute|decade|century"
)
_WORDS = rf"(?:(?:{_trie((*words.BEGINNINGS, 'minus'))})\b|[Aa]n? (?:{words.AFTER_ARTICLE}|(?:{_ONE_OF})\b))"
_WORD = re.compile(rf"[ \n\t\"'(\[\-—–“‘’”/*_\u00a0|>]{_WORDS}")
_OPENING = re.compile(_WORDS)


def read(text: str) -> tuple[Figure, ...]:
    """All figures of a text."""
    placed = dates(text)
    hushed = sorted(addresses(text))
    figures = list(_read(text, placed, hushed))
    return tuple(joined(text, figures))


def _read(text: str, placed: Sequence[Figure], hushed: Sequence[Span]) -> Iterator[Figure]:
    """Figures of every sort in order; where a date and a number overlap, the one that begins first is taken."""
    dated, hush, at, taken = 0, 0, 0, 0
    for start, in_words in _anchors(text):
        if start < at:
            continue
        while hush < len(hushed) and hushed[hush].end <= start:
            hush += 1
        if hush < len(hushed) and hushed[hush].start <= start:
            at = hushed[hush].end
            continue
        while dated < len(placed) and placed[dated].end <= start:
            yield placed[dated]
            taken = placed[dated].end
            dated += 1
        if dated < len(placed) and placed[dated].start <= start:
            at = placed[dated].end
            continue
        quiet = None if in_words else silent(text, start)
        if quiet is not None:
            at = quiet
            continue
        figure = spelt.figure(text, start) if in_words else digits.figure(text, start)
        if figure is None or figure.start < taken:
            at = start + 1
            continue
        while dated < len(placed) and placed[dated].start < figure.end:
            dated += 1
        yield figure
        at = taken = max(figure.end, figure.reach.end)
    yield from placed[dated:]


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


def _anchors(text: str) -> list[tuple[int, bool]]:
    """Where a figure may begin, in order: the offset, and whether it is in words."""
    found = [(match.start(), False) for match in _DIGIT.finditer(text)]
    found += [(match.start() + 1, True) for match in _WORD.finditer(text)]
    if _OPENING.match(text):
        found.append((0, True))
    found.sort()
    return found
