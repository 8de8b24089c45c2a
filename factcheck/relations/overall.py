"""An overall figure, and those of two groups that make the whole up: however many are in each, it lies between theirs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from typing import Any

from factcheck.interval import Interval
from factcheck.model import Claim, Figure, Passage
from factcheck.relations import AMOUNT, WORD, Example, Silent, relation
from factcheck.units import Kind

# Two groups that leave nobody out, or hardly anyone: with a third the overall figure may lie outside.
_HALVES = (
    ("men males male boys husbands", "women females female girls wives"),
    ("urban towns cities", "rural villages"),
    ("public state", "private independent"),
    ("domestic", "foreign overseas export international"),
    ("full-time full-timers", "part-time part-timers"),
    ("owners homeowners owner-occupiers", "renters tenants"),
    ("single unmarried", "married"),
    ("adults", "children minors"),
    ("graduates", "non-graduates"),
)
_SIDES = {word: (pair, side) for pair, sides in enumerate(_HALVES) for side in (0, 1) for word in sides[side].split()}
_OF = r"(?:of|for|among|amongst|in|by|at) (?:all |the |our |its )?([a-z-]+)\b"
_BEHIND = re.compile(rf"(?: [a-z]+)? {_OF}")
_AHEAD = re.compile(
    rf"(?:{_OF}(?: [a-z]+)?|\b(male|female|urban|rural|public|private)(?: [a-z]+){{1,3}}?),?(?: (?:it|they|the (?:rate|figure|share)))?"
    r"(?: (?:is|was|are|were|stood at|stands at|at|have|had|earn|earned|got|get))? \Z"
)
# What an overall figure of anything but per cents must be called: a number of men and one of women make a sum.
_MEAN = re.compile(
    r"\b(?:averag\w+|means?|typical\w*|median|rates?|expectancy|scores?|hourly|weekly pay|per|an? (?:head|person|hour|litre|kilo))\b",
    re.IGNORECASE,
)
_GAP = re.compile(r"\b(?:gap|difference|margin|lead|more|less|fewer|points?)\b", re.IGNORECASE)
LIKE_A_SUM = Fraction(1, 10)  # of the overall figure: parts that come so near to it, or to all, may be added up


def of_both_halves(passage: Passage, found: list[Claim]) -> Iterable[Claim]:
    """What the frames found, where the groups are the two that make up the whole; the plain mean with the weights' reach."""
    text = passage.document.text
    for claim in found:
        (whole,), parts = claim.figures("mean"), claim.figures("part")
        home = passage.document.sentence(whole.start)
        percent = whole.quantity.sort is Kind.PERCENT
        if home is None or len(parts) != 2 or any(each.quantity.upper for each in (whole, *parts)):
            continue
        if not _halves(text, parts) or not (percent or _MEAN.search(text, home.start, home.end)):
            continue
        if _GAP.search(text, home.start, home.end) or _of_another_time(passage, whole, parts[0]):
            continue
        one, other = (each.quantity.size for each in parts)
        sums = (whole.quantity.size, Fraction(1)) if percent else (whole.quantity.size,)
        if one == other or any(abs(one + other - each) <= each * LIKE_A_SUM for each in sums):
            continue
        reach = abs(one - other) / 2
        yield replace(claim, words=(*claim.words, ("pull", Interval.between(-reach, reach))))


def _of_another_time(passage: Passage, whole: Figure, part: Figure) -> bool:
    """Whether one of the two is dated and the other is not: "6%; the male rate was 9% in May"."""
    dated = [any(each.quantity.when for each in passage.within(near.end, near.end + DATED)) for near in (whole, part)]
    return dated[0] != dated[1]


DATED = 16  # code points behind a figure in which its date stands


def _halves(text: str, parts: tuple[Figure, ...]) -> bool:
    """Whether the groups beside two figures are the two that make up a whole: "9% of men and 8% of women"."""
    for groups in (
        [_BEHIND.match(text, each.end) for each in parts],
        [_AHEAD.search(text, max(0, each.reach.start - 60), each.reach.start) for each in parts],
    ):
        one, other = (_SIDES.get(each[each.lastindex or 0], (-1, 0)) if each else (-1, 0) for each in groups)
        if one[0] == other[0] >= 0 and one[1] != other[1]:
            return True
    return False


@relation(
    reads="rounded",
    roles={"part": AMOUNT, "mean": AMOUNT, "pull": WORD},
    frames={
        "en": [
            "{mean} ... ({part} .. and|but {part} ..)",
            "{mean} .. : .. {part} .. and|but .. {part}",
            "{mean} .. ; .. {part} .. and|but .. {part}",
            "{mean} , {part} .. and|but {part}",
            "{part} .. and|but .. {part} ... PAUSE [or|and] {mean} overall|altogether",
            "overall|altogether .. {mean} ... ; {part} .. and|but .. {part}",
        ]
    },
    says={
        "mean": "an overall figure lies between {part}",
        "not": "not at {stated}",
        "room": "anywhere from",
    },
    examples=[
        Example("Unemployment is 7% (8% among men and 6% among women)."),
        Example(
            "Unemployment is 6% (9% among men and 8% among women).",
            finds="an overall figure lies between 9% and 8%, not at 6%",
        ),
        Example("Life expectancy was 79 years: 77 years for men and 81 years for women."),
        Example("Life expectancy was 83 years: 77 years for men and 81 years for women.", finds="not at 83 years"),
        Example("Some 67% of men and 59% of women agreed, 63% overall."),
        Silent("Of the staff 42% are graduates: 25% of men and 17% of women."),
        Silent("Unemployment is 7% (9% among the young and 8% among the old)."),
        Silent("The fair drew 7,000 visitors: 9,000 for men and 8,000 for women."),
        Silent("Some 7% were undecided. Among men 9% agreed and among women 8%."),
    ],
    candidates=of_both_halves,
)
def mean(*part: Any, pull: Any) -> Any:
    """An overall figure and those of the two groups that make the whole up: it lies between them."""
    return sum(part) / len(part) + pull
