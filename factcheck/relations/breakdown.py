"""Breakdowns: a whole and the parts that a text tells of it, be it over four sentences.

In: a Passage. Out: Claims of the kind `total`. The one idea: words close a list, sums never do. A list is closed where
its last part is what is left ("the remaining 40"), where two parts are the halves of a known pair (on farms, off farms)
or the two things that the whole was said to be in ("cash and notes"). A list that no word closes may be one of many;
it counts only where it comes out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from factcheck.interval import Interval
from factcheck.model import Claim, Figure, Passage
from factcheck.relations import of_one_topic, says_a_gap
from factcheck.units import Kind

KIND = "total"
Roles = tuple[tuple[str, Figure], ...]

FAR = 2  # sentences that may lie between a part and what stands before it
MANY = 7  # amounts that may stand before what is left
# A slip makes a sum so much too small or too large; what is farther off was never meant as one.
SLIP = (Fraction(57, 100), Fraction(7, 4))


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
        return self.figure.quantity.number.value * self.figure.quantity.unit.factor

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


def breakdowns(passage: Passage) -> Iterator[Claim]:
    """All that are told."""
    text = passage.document.text
    if not _CUE.search(text):
        return
    told = _told(passage)
    for k, last in enumerate(told):
        if _LEFT.search(last.before):
            yield from _left_over(passage, told, k)


_CUE = re.compile(r"\b(?:remaining|remainder|rest|other|balance)\b")


# --- amounts and their words -----------------------------------------------------------------------------------------

_ADDED = frozenset({Kind.COUNT, Kind.NUMBER, Kind.CURRENCY, Kind.PHYSICAL, Kind.PERCENT, Kind.POINT})


def _told(passage: Passage) -> list[Told]:
    """Every amount that may be a part or a whole."""
    text, sentences = passage.document.text, passage.document.sentences
    figures = [figure for figure in passage.figures if figure.quantity.unit.kind in _ADDED]
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
        timed = quantity.age or quantity.unit.dimension == "[time]"
        if not again and not timed and not _ASIDE.search(each.before) and not says_a_gap(passage, figure):
            found.append(each)
    return found


# What introduces an amount of another time, or a change.
_ASIDE = re.compile(
    r"(?:\b(?:from|than|against|(?:compared|comparison) (?:with|to)|versus|vs\.?|above|below)(?: (?!and\b)[\w'’-]+){0,3}"
    r"|\b(?:by|over|under|up|down|rose|fell|risen|fallen|an? (?:rise|fall|increase|decrease|drop|gain|loss) of|aged?)"
    r"(?: (?:the|its|about|another|as))?|(?:quarter|year|month|week|season|half|decade)['’]s) \Z"
)


def _alike(a: Told, b: Told) -> bool:
    """Whether two amounts may be added: of one unit, and where both count a noun of one noun."""
    one, other = a.figure.quantity, b.figure.quantity
    if a.share or b.share:
        return a.share and b.share
    if one.unit.kind in (Kind.COUNT, Kind.NUMBER):
        return other.unit.kind in (Kind.COUNT, Kind.NUMBER) and (not a.noun or not b.noun or a.noun == b.noun)
    return one.unit.kind is other.unit.kind and one.comparable(other)


# --- what is left ----------------------------------------------------------------------------------------------------

_LEFT = re.compile(
    r"\b(?:remaining|(?:the|its|his|her|their) (?:other|rest|remainder|balance))(?:,| of| -| being|:)?(?: (?:or|some))? \Z"
)
_OF_ITS = re.compile(r"(?: [a-z-]+){0,2} of (?:[\w'’-]+ ){0,3}\Z")
_OF_LEFT = re.compile(r"[a-z -]* of (?:the|its|his|her|their) \w+ \Z")


def _left_over(passage: Passage, told: Sequence[Told], k: int) -> Iterator[Claim]:
    """What is left of a whole, after the parts that were told before."""
    last = told[k]
    if k and told[k - 1].sentence == last.sentence and _OF_LEFT.fullmatch(last.before):
        told, k = (*told[: k - 1], last), k - 1  # "two of the other three": a part of what is left
    pool = _before(told, k)
    if not pool:
        return
    if last.share:
        sure = len(pool) == 1 and _all_read(pool)
        yield from _chosen([(None, (*pool[j:], last)) for j in reversed(range(len(pool)))], sure)
        return
    readings = [
        (pool[i], (*pool[j:], last))
        for i in reversed(range(len(pool) - 1))
        for j in range(i + 1, len(pool))
        if _is_whole(pool[i], (*pool[j:], last))
        and (
            not last.money
            or of_one_topic(passage, pool[i].figure, pool[j].figure)
            or of_one_topic(passage, pool[i].figure, last.figure)
        )
    ]
    if not readings:
        return
    whole, parts = readings[0]
    outer = tuple(each for each in parts if not _NESTED.search(each.before))
    if 1 < len(outer) < len(parts):
        readings.append((whole, outer))
    yield from _chosen(readings, len(outer) == len(parts) and _all_read((whole, *parts[:-1])))


def _before(told: Sequence[Told], k: int) -> list[Told]:
    """The amounts of its sort that stand before one, in order; the whole before its part in "12 of the 40"."""
    found: list[Told] = []
    near = told[k].sentence
    for each in reversed(told[:k]):
        if near - each.sentence > FAR or len(found) == MANY:
            break
        if _alike(each, told[k]) and all(_alike(each, other) for other in found):
            found.append(each)
            near = each.sentence
    found.reverse()
    for m in range(len(found) - 1):
        if found[m].sentence == found[m + 1].sentence and _OF_ITS.fullmatch(found[m + 1].before):
            found[m : m + 2] = found[m + 1], found[m]
    return found


def _is_whole(whole: Told, parts: Sequence[Told]) -> bool:
    """Whether an amount may be the whole of those behind it: more than each, and no fellow of theirs."""
    if whole.value <= max(each.value for each in parts) or _OF_THEM.search(whole.after):
        return False
    part = parts[0]
    if whole.sentence != part.sentence or part.figure.start < whole.figure.start:
        return True
    return bool(_LINK.search(whole.after) or _OF_THEM.search(part.after) or _OF_ITS.search(whole.before))


_OF_THEM = re.compile(r"\A\S+(?: \w+){0,3} of (?:them|these|those|that|which|whom|it)\b")
_LINK = re.compile(r"[:;(–—]| - |\b(?:which|whom?|that|with|of (?:them|these|those|it)|[a-z]{3,}ing)\b")
_NESTED = re.compile(r"\b(?:of (?:which|whom)|including|among)\b")
# Amounts that are not read as figures.
_UNREAD = re.compile(
    r"\b(?:one|another|half|quarter|third|both|none|some|several|many|most|few|dozens|others|a further|except)\b"
)


def _all_read(parts: Iterable[Told]) -> bool:
    return not any(_UNREAD.search(each.after) for each in parts)


# --- claims ----------------------------------------------------------------------------------------------------------


def _chosen(readings: Iterable[tuple[Told | None, tuple[Told, ...]]], sure: bool) -> Iterator[Claim]:
    """The first reading that comes out; else the first of all, where the words are sure and a slip explains it."""
    listed = list(readings)
    for whole, parts in listed:
        if _holds(whole, parts):
            yield _claim(whole, parts)
            return
    whole, parts = listed[0]
    total = whole.value if whole else Fraction(1)
    if sure and SLIP[0] <= sum(each.value for each in parts) / total <= SLIP[1]:
        yield _claim(whole, parts)


def _holds(whole: Told | None, parts: Sequence[Told]) -> bool:
    total = Interval.point(0)
    for each in parts:
        total = total + each.figure.quantity.base()
    return bool(total & (whole.figure.quantity.base() if whole else Interval.point(1)))


def _claim(whole: Told | None, parts: Sequence[Told]) -> Claim:
    roles = [("part", each.figure) for each in parts] + ([("total", whole.figure)] if whole else [])
    words = () if whole else (("total", Interval.point(1)),)
    return Claim(KIND, tuple(sorted(roles, key=lambda each: each[1].span)), words)
