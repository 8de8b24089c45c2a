"""Clauses: a document's sentences written as skeletons, one letter a figure, one arrow a direction word.

In: a Document and its figures. Out: a Passage with three skeletons. The one idea: once figures and direction words are
single characters, what ties figures together is a short pattern over a short string, whatever stands in between.
The bracketed skeleton leaves out what hangs on a head figure (dates, "or 89 cents a share"), the plain one brackets
too, so that "$94.2m, or 89 cents a share, from $85m, or 83 cents" is as plain as "C from C".
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterable

from factcheck.model import END, Document, Figure, Form, Passage, Quantity, Skeleton
from factcheck.units import Kind
from factcheck.vocabulary import ARROWS, marks, words

# The letter of a figure, by what it is. Frames name them through the roles they fill (frames.py).
LETTERS = {
    Kind.PERCENT: "P",
    Kind.POINT: "Q",
    Kind.CURRENCY: "C",
    Kind.PHYSICAL: "U",
    Kind.COUNT: "N",
    Kind.NUMBER: "N",
    Kind.MULTIPLE: "X",
    Kind.RATIO: "R",
    Kind.ORDINAL: "O",
    Kind.DATE: "D",
    Kind.TIME: "T",
    Kind.WEEKDAY: "W",
}
FRACTION, AGE, DURATION, PER = "F", "A", "Y", "B"


def letter(quantity: Quantity) -> str:
    """The letter that stands for a figure in a skeleton."""
    unit = quantity.unit
    if quantity.age:
        return AGE
    if unit.kind in (Kind.CURRENCY, Kind.COUNT, Kind.NUMBER) and unit.per and unit.per not in _PERIODS:
        return PER
    if unit.kind is Kind.PHYSICAL and unit.dimension == "[time]":
        return DURATION
    if quantity.number.form is Form.FRACTION and unit.kind in (Kind.NUMBER, Kind.COUNT):
        return FRACTION
    return LETTERS[unit.kind]


# "$5m a year" is an amount like another; "$5 a share" is a price.
_PERIODS = frozenset({"year", "month", "week", "day", "hour", "quarter"})


def passage(document: Document, figures: tuple[Figure, ...], published: dt.date | None = None) -> Passage:
    """Write the document as skeletons."""
    full = _full(document, figures)
    attached = [match.span() for match in _ATTACHED.finditer(full.text)]
    converted = [match.span() for match in _CONVERTED.finditer(full.text) if _two_units(full, match, figures)]
    bracketed, _ = _without(full, sorted(attached + converted))
    brackets = [match.span() for match in _BRACKETS.finditer(bracketed.text)]
    plain, inner = _without(bracketed, brackets)
    return Passage(document, figures, full, bracketed, _joined(plain, inner), published)


def _two_units(full: Skeleton, match: re.Match[str], figures: tuple[Figure, ...]) -> bool:
    """Whether a bracket says the amount before it once more, in another unit or currency."""
    before, first = (figures[full.positions[match.start(group)]].quantity.unit for group in (1, 2))
    return before.kind is first.kind and before.name != first.name


_CAPITAL = re.compile(r"[A-Z]")
_COMPARES = re.compile(r"[a-z%)]?(?:, (?:but )?(?:was |is |well |still |far |slightly )?| - | and (?:was |is )?)\Z")
_DEFINITE = re.compile(r"(?:the|its|his|her|their|our|last|this|a|an|\w+['’]s)\b")
_SHAPED = re.compile(r"(?<=[A-Z])[- ](?:tall|long|wide|high|deep|thick|square|square-foot)(?![\w-])")
_TWICE = re.compile(rf"([{ARROWS}])(?: \1)+")
_SPACE = re.compile(r"\s+")
_QUOTES = re.compile(rf"[\"“”«»*_{ARROWS}¦‖·¤&]|(?<!\w)['‘’]|['’](?!\w)")


def _full(document: Document, figures: tuple[Figure, ...]) -> Skeleton:
    pieces: list[str] = []
    k, text = 0, document.text
    compared = {*words()["OVER"], *words()["UNDER"]}
    for sentence in document.sentences:
        at = sentence.start
        while k < len(figures) and figures[k].start < sentence.end:
            figure = figures[k]
            between = _QUOTES.sub("", text[at : figure.reach.start].lower())
            pieces.append(between)
            hedge = figure.quantity.hedge
            if hedge is not None and hedge.word in compared and _COMPARES.search(between):
                # "stood at 47.6%, above 45.3%" compares as well as hedges; "and more than 40,000" only hedges
                behind = text[figure.reach.start + len(hedge.word) : figure.start].lower()
                if hedge.word in ("above", "below") or _DEFINITE.search(behind):
                    pieces.append(f"{hedge.word} ")
            pieces.append(letter(figure.quantity))
            at = max(at, figure.reach.end)
            k += 1
        pieces.append(_QUOTES.sub("", text[at : sentence.end].lower()) + END)
    pattern, table = marks()
    skeleton = _SPACE.sub(" ", "".join(pieces).replace("--", " - ").replace("—", " - ").replace("–", " - "))
    skeleton = _SHAPED.sub("", skeleton)
    skeleton = _TWICE.sub(r"\1", pattern.sub(lambda match: table[match.group()], skeleton))
    return Skeleton(skeleton, {match.start(): number for number, match in enumerate(_CAPITAL.finditer(skeleton))})


# A level that a date belongs to, rather than the other way round.
_LEVEL = (
    " (?:[a-z]+ ){0,2}(?:total|level|figure|estimate|average|peak|record|result|price|close|count)s? (?:of|at) [A-Z]"
)
# What hangs on a head figure: a bracket; a per-share price in apposition; a date, a weekday or a stretch of time with
# its preposition; a date as a possessor ("the third quarter's 5.1 %").
_ATTACHED = re.compile(
    rf"(?<= the) [DT](?={_LEVEL})"  # "the January total of 216,000"
    r"|(?:(?<=‖)|\A) ?(?:in|on|by|at|for|since|during|from|between|until|as of|earlier)(?: (?:the|late|early|fiscal|mid|year|month|&|to|last|summer|spring|autumn|winter))* [DTW](?:,? (?:&|to|-|of|in)? ?[DTW]){0,2},? "
    r"|(?: the| last| its)? [DTW]s(?= )"
    r"|,? or B(?:,(?= (?:from|to|compared|against|versus|up|[↑↓↗↘])))?"
    rf"|,?(?: (?:from|to|in|on|by|for|since|until|at|of|during|through|before|after|around|late|early|mid|the|last|between|&|year|years|end|start|beginning|ended|ending|fiscal|month|months)){{1,4}} [DTW](?!s |{_LEVEL})"
    r"(?:,? (?:[DTW]|to [DTW]|& [DTW]|- [DTW])){0,3}"
    r"| (?:for|over|in|during|within|after)(?: the)?(?: last| past| first| next| latest| final| previous| preceding| prior| same| following)? Y(?: to D| ended D| ending D| of D)?"
)
_BRACKETS = re.compile(r" ?\([^()‖]{0,200}\)")
_CONVERTED = re.compile(r"(?<=([UC])) ?\((?:or )?([UC])[^()a-z‖]{0,12}\)")
_CLAUSE = 6  # shorter brackets, their marks counted, hold no clause


def _without(skeleton: Skeleton, left_out: Iterable[tuple[int, int]]) -> tuple[Skeleton, list[Skeleton]]:
    """A skeleton without some stretches, and these as skeletons of their own. The stretches are in order, and may overlap."""
    places, order = list(skeleton.positions), list(skeleton.positions.values())  # both ascend
    kept: list[Skeleton] = []
    out: list[Skeleton] = []

    def piece(start: int, end: int) -> Skeleton:
        within = range(bisect_left(places, start), bisect_left(places, end))
        return Skeleton(skeleton.text[start:end], {places[k] - start: order[k] for k in within})

    at = 0
    for start, end in left_out:
        if start >= at:
            kept.append(piece(at, start))
            out.append(piece(start, end))
            at = end
    kept.append(piece(at, len(skeleton.text)))
    return _concatenated(kept), out


def _joined(plain: Skeleton, brackets: list[Skeleton]) -> Skeleton:
    """A skeleton with what stood in its brackets behind it: each is a clause of its own."""
    pieces = [plain]
    for each in brackets:
        if len(each.text) >= _CLAUSE:
            inner = each.text.strip().strip("()")
            shift = each.text.index(inner)
            pieces.append(Skeleton(f" {inner}{END}", {place - shift + 1: k for place, k in each.positions.items()}))
    return _concatenated(pieces)


def _concatenated(pieces: Iterable[Skeleton]) -> Skeleton:
    texts: list[str] = []
    positions: dict[int, int] = {}
    length = 0
    for each in pieces:
        texts.append(each.text)
        for place, number in each.positions.items():
            positions[place + length] = number
        length += len(each.text)
    return Skeleton("".join(texts), positions)
