"""Clauses: a document's sentences written as skeletons, one letter a figure, one arrow a direction word.

In: a Document and its figures. Out: a Passage with two skeletons. The one idea: once figures and direction words are
single characters, what ties figures together is a short pattern over a short string, whatever stands in between.
The plain skeleton leaves out what hangs on a head figure (brackets, dates, "or 89 cents a share"), so that
"$94.2m, or 89 cents a share, from $85m, or 83 cents" is as plain as "C from C".
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from bisect import bisect_left
from importlib.resources import files

from factcheck.model import Document, Figure, Form, Passage, Quantity, Skeleton
from factcheck.units import Kind

END = "‖"  # of a sentence
RISE, FALL, BREAK = "↑", "↓", "¦"
ARROWS = {"RISE": RISE, "FALL": FALL, "BREAK": BREAK}

# The letter of a figure, by what it is. Frames name them through the roles they fill (links.py).
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


@functools.cache
def words(language: str = "en") -> dict[str, tuple[str, ...]]:
    """The table of words.txt: class -> its words, longest first."""
    found: dict[str, list[str]] = {}
    for line in files("factcheck").joinpath("words.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            name, spoken, listed = line.split("\t")
            if spoken == language:
                found.setdefault(name, []).extend(each.strip() for each in listed.split(","))
    return {name: tuple(sorted(each, key=len, reverse=True)) for name, each in found.items()}


@functools.cache
def _arrows() -> tuple[re.Pattern[str], dict[str, str]]:
    table = {word: ARROWS[name] for name, listed in words().items() if name in ARROWS for word in listed}
    alternatives = "|".join(map(re.escape, sorted(table, key=len, reverse=True)))
    return re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w'’-]| short of| through | than)"), table


def passage(document: Document, figures: tuple[Figure, ...], published: dt.date | None = None) -> Passage:
    """Write the document as skeletons."""
    full = _full(document, figures)
    return Passage(document, figures, full, _plain(full), published)


_CAPITAL = re.compile(r"[A-Z]")
_COMPARES = re.compile(
    r"[a-z%)]?(?:, (?:and |but )?(?:was |is |well |still |far |slightly )?| - | and (?:was |is )?)\Z"
)
_SHAPED = re.compile(r"(?<=[A-Z])[- ](?:tall|long|wide|high|deep|thick|square|square-foot)(?![\w-])")
_TWICE = re.compile(r"([↑↓])(?: \1)+")
_SPACE = re.compile(r"\s+")
_QUOTES = re.compile(r"[\"“”«»*_↑↓¦‖]|(?<!\w)['‘’]|['’](?!\w)")


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
                pieces.append(f"{hedge.word} ")  # "stood at 47.6%, above 45.3%" compares as well as hedges
            pieces.append(letter(figure.quantity))
            at = max(at, figure.reach.end)
            k += 1
        pieces.append(_QUOTES.sub("", text[at : sentence.end].lower()) + END)
    pattern, table = _arrows()
    skeleton = _SPACE.sub(" ", "".join(pieces).replace("—", " - ").replace("–", " - "))
    skeleton = _SHAPED.sub("", skeleton)
    skeleton = _TWICE.sub(r"\1", pattern.sub(lambda match: table[match.group()], skeleton))
    return Skeleton(skeleton, {match.start(): number for number, match in enumerate(_CAPITAL.finditer(skeleton))})


# What hangs on a head figure: a bracket; a per-share price in apposition; a date, a weekday or a stretch of time with
# its preposition; a date as a possessor ("the third quarter's 5.1 %").
_ATTACHED = re.compile(
    r" ?\([^()‖]{0,200}\)"
    r"|(?:(?<=‖)|\A) ?(?:in|on|by|at|for|since|during|from|between|until|as of|earlier)(?: (?:the|late|early|fiscal|mid|year|month|and|to|last|summer|spring|autumn|winter))* [DTW](?:,? (?:and|to|-|of|in)? ?[DTW]){0,2},? "
    r"|(?: the| last| its)? [DTW]s(?= )"
    r"|,? or B(?:,(?= (?:from|to|compared|against|versus|up|[↑↓])))?"
    r"|,?(?: (?:from|to|in|on|by|for|since|until|at|of|during|through|late|early|mid|the|last|between|and|year|years|ended|ending|fiscal|month|months)){1,4} [DTW](?!s )"
    r"(?:,? (?:[DTW]|to [DTW]|and [DTW]|- [DTW])){0,3}"
    r"| (?:for|over|in|during|within|after)(?: the)?(?: last| past| first| next| latest| final)? Y(?: to D| ended D| ending D| of D)?"
)
_BRACKETED = re.compile(r"\(([^()‖]{4,200})\)")


def _plain(full: Skeleton) -> Skeleton:
    pieces: list[str] = []
    kept: list[int] = []
    at = 0
    places, order = list(full.positions), list(full.positions.values())  # both ascend

    def keep(start: int, end: int) -> None:
        pieces.append(full.text[start:end])
        kept.extend(order[bisect_left(places, start) : bisect_left(places, end)])

    for match in _ATTACHED.finditer(full.text):
        keep(at, match.start())
        at = match.end()
    keep(at, len(full.text))
    for match in _BRACKETED.finditer(full.text):  # what stands in brackets is a clause of its own
        pieces.append(" ")
        keep(*match.span(1))
        pieces.append(END)
    text = "".join(pieces)
    return Skeleton(text, {match.start(): kept[k] for k, match in enumerate(_CAPITAL.finditer(text))})
