"""Amounts as a text tells them: each with the words on either side; and claims made of them.

In: a Passage. Out: its amounts that may be parts or wholes, and Claims of the kind `total` whose parts are such amounts.
The one idea: what is introduced as of another time, or as a change, is no part of anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from factcheck.interval import Interval
from factcheck.model import Claim, Figure, Passage, Quantity
from factcheck.relations._spoken import averaged, says_a_gap
from factcheck.units import Kind

KIND = "total"
Reading = tuple["Told | None", tuple["Told", ...]]  # the whole, None for a hundred per cent, and its parts

FAR = 2  # sentences that may lie between a part and what stands before it
MANY = 7  # amounts that may stand before what is left
# A slip makes a sum so much too small or too large; what is farther off was never meant as one.
SLIP = (Fraction(1, 2), Fraction(9, 5))


@dataclass(frozen=True, slots=True)
class Told:
    """An amount as the text tells it: its figure, the number of its sentence, and the words on either side."""

    figure: Figure
    sentence: int
    before: str  # since the figure before it, or since its sentence began
    after: str  # from its own noun to the next figure, or to the end of its sentence

    @property
    def value(self) -> Fraction:
        """In the base unit of its dimension."""
        return self.figure.quantity.size

    @property
    def noun(self) -> str:
        """The counted noun; empty where there is none."""
        unit = self.figure.quantity.unit
        return unit.name if unit.kind is Kind.COUNT else ""

    @property
    def money(self) -> bool:
        """Whether it is in a currency."""
        return self.figure.quantity.unit.kind is Kind.CURRENCY

    @property
    def share(self) -> bool:
        """Whether it is a part of a hundred."""
        return self.figure.quantity.sort is Kind.PERCENT


_ADDED = frozenset({Kind.COUNT, Kind.NUMBER, Kind.CURRENCY, Kind.PHYSICAL, Kind.PERCENT, Kind.POINT})


def told_in(passage: Passage) -> list[Told]:
    """Every amount that may be a part or a whole."""
    text, sentences = passage.document.text, passage.document.sentences
    figures = [each for each in passage.figures if each.quantity.unit.kind in _ADDED and not _unsummed(each.quantity)]
    paired = _paired(text, figures)
    found: list[Told] = []
    number = 0
    for k, figure in enumerate(figures):
        while number < len(sentences) - 1 and sentences[number].end <= figure.start:
            number += 1
        quantity, home = figure.quantity, sentences[number]
        start = max(home.start, figures[k - 1].end if k else 0)
        end = min(home.end, figures[k + 1].reach.start if k + 1 < len(figures) else len(text))
        each = Told(figure, number, text[start : figure.reach.start].lower(), text[figure.start : end].lower())
        again = each.before.endswith("(") and quantity.unit.kind in (Kind.PHYSICAL, Kind.CURRENCY)
        beside = each.share and _BESIDE.search(each.before)
        aside = not beside and _ASIDE.search(each.before)
        mean = averaged(passage, figure) or _APIECE.match(text, figure.end)
        if not again and not aside and not mean and k not in paired and not says_a_gap(passage, figure):
            found.append(each)
    return found


def _paired(text: str, figures: Sequence[Figure]) -> set[int]:
    """The places of the sides of a score and of the ends of a range: "by 62 to 36", "rises of 1% to 3%"."""
    return {
        side
        for k, (first, second) in enumerate(pairwise(figures))
        if text[first.end : second.start] in _TO
        and first.quantity.unit.kind in (Kind.NUMBER, Kind.PERCENT)
        and not _FROM.search(text, max(0, first.reach.start - 24), first.reach.start)
        for side in (k, k + 1)
    }


_TO = (" to ", "-", "–")
_FROM = re.compile(r"\bfrom (?:[a-z]+ )?\Z")


def _unsummed(quantity: Quantity) -> bool:
    """Whether amounts like it are beside the point: ages, stretches of time, temperatures, what describes a thing."""
    compound = COMPOUND.search(quantity.surface) is not None  # a five-storey block
    gap = _FEWER.search(quantity.surface) is not None
    return gap or quantity.age or compound or quantity.unit.dimension in ("[time]", "[temperature]")


_FEWER = re.compile(r" (?:fewer|less)\b")  # "two fewer golds" are none
COMPOUND = re.compile(r"[\da-z]-(?!one|two|three|four|five|six|seven|eight|nine)[a-z]{3,}\Z")


# What introduces an amount of another time, or a change.
_ASIDE = re.compile(
    r"(?:\b(?:from|than|against|(?:compared|comparison) (?:with|to)|versus|vs\.?|above|below)(?: (?!(?:and|was|were|is|are|of|at|to)\b)[\w'’-]+){0,3}"
    r"|\b(?:by|over|under|(?<!made )(?<!make )(?<!makes )(?<!making )(?<!taking )(?<!took )(?<!take )(?<!takes )(?<!taken )up|down|rose|fell|risen|fallen|an? (?:rise|fall|increase|decrease|drop|gain|loss) of|aged?)"
    r"(?: (?:the|its|about|another|as))?|(?:quarter|year|month|week|season|half|decade)['’]s) \Z"
)
# A mean, or what each of several comes to, is no part of a sum.
_APIECE = re.compile(r" (?:each|apiece|at a time|on average|a head|per head)\b")
_BESIDE = re.compile(r"\bcompared (?:with|to) \Z")  # men compared to 41% of women


def alike(a: Told, b: Told) -> bool:
    """Whether two amounts may be added: of one unit, and where both count a noun of one noun."""
    one, other = a.figure.quantity, b.figure.quantity
    if a.share or b.share:
        return a.share and b.share
    if one.unit.kind in (Kind.COUNT, Kind.NUMBER):
        return other.unit.kind in (Kind.COUNT, Kind.NUMBER) and (not a.noun or not b.noun or a.noun == b.noun)
    return one.unit.kind is other.unit.kind and one.comparable(other)


def before(told: Sequence[Told], k: int) -> list[Told]:
    """The amounts of its sort that stand before one, in order; the whole before its part in "12 of the 40"."""
    found: list[Told] = []
    near = told[k].sentence
    for each in (told[i] for i in range(k - 1, -1, -1)):
        if near - each.sentence > FAR or len(found) == MANY:
            break
        if alike(each, told[k]) and all(alike(each, other) for other in found):
            found.append(each)
            near = each.sentence
    found.reverse()
    for m in range(len(found) - 1):
        if found[m].sentence == found[m + 1].sentence and OF_ITS.fullmatch(found[m + 1].before):
            found[m : m + 2] = found[m + 1], found[m]
    return found


OF_ITS = re.compile(r"(?: [a-z-]+){0,2} of (?:(?!and\b)[\w'’-]+ ){0,3}\Z")


def spans(*told: Told) -> set[str]:
    """The stretches of time that are named beside amounts, in their own clauses."""
    return {span for each in told for span in _SPAN.findall(lead(each.before) + " " + clause(each.after))}


_SPAN = re.compile(r"\b(?:quarter|half|months?|weeks?|(?:last|next|previous) [a-z]+|(?:19|20)\d\d)\b")
OF_TOTAL = re.compile(r"\bof (?:the total|the whole|these|those|them|which|whom)\b")


def lead(text: str) -> str:
    """The clause that a stretch ends with."""
    return _STOP.split(text)[-1]


def clause(text: str) -> str:
    """The clause that a stretch begins with."""
    return _STOP.split(text, maxsplit=1)[0]


_STOP = re.compile(r"[,;.]? (?:and|while|but|with) |[,;:)]")


# Amounts that are not read as figures.
_UNREAD = re.compile(
    r"\b(?:a (?:quarter|third|half|few|further)|half (?:of|the|a)|another|both|none|several|many|(?<!the )most|dozens|others|except"
    r"|(?<!-)one (?:was|is|had|in|to|of|from))\b"
)


def all_read(parts: Iterable[Told]) -> bool:
    """Whether no part behind these is told in words that are no figure."""
    return not any(_UNREAD.search(each.after) for each in parts)


def chosen(readings: Sequence[Reading], sure: bool) -> Iterator[Claim]:
    """The reading of the fewest parts that comes out; else the first of all, where the words are sure and a slip explains it."""
    fitting = [(whole, parts) for whole, parts in readings if holds(whole, parts)]
    if fitting:
        yield claim(*min(fitting, key=lambda reading: len(reading[1])))
        return
    whole, parts = readings[0]
    total = whole.value if whole else Fraction(1)
    if sure and SLIP[0] * total <= sum(each.value for each in parts) <= SLIP[1] * total:
        yield claim(whole, parts)


def holds(whole: Told | None, parts: Sequence[Told]) -> bool:
    """Whether the parts make the whole, to within rounding."""
    made = together(each.figure for each in parts)
    return bool(made & (whole.figure.quantity.base() if whole else Interval.point(1)))


def together(figures: Iterable[Figure]) -> Interval:
    """What figures make together, each with its own rounding."""
    made = Interval.point(0)
    for figure in figures:
        made = made + figure.quantity.base()
    return made


def claim(whole: Told | None, parts: Sequence[Told]) -> Claim:
    """The claim that parts make a whole; without one, a hundred per cent."""
    roles = [("part", each.figure) for each in parts] + ([("total", whole.figure)] if whole else [])
    words = () if whole else (("total", Interval.point(1)),)
    return Claim(KIND, tuple(sorted(roles, key=lambda each: each[1].span)), words)


def of_one(claim: Claim) -> bool:
    """Whether the parts are shares, and their total the whole."""
    return "total" in dict(claim.words)


def sum_of(claim: Claim) -> Fraction:
    """What the parts of a claim come to, in the base unit of their dimension."""
    return sum((figure.quantity.size for figure in claim.figures("part")), Fraction(0))


def total_of(claim: Claim) -> Fraction:
    """The total of a claim in that unit; of shares, the whole."""
    figures = claim.figures("total")
    return figures[0].quantity.size if figures else Fraction(1)
