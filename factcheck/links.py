"""Links: from clauses to claims, by laying the relations' frames over the skeletons. Knows no relation by name.

In: a Passage and the relations. Out: Claims. The one idea: words assert the link, arithmetic never makes one; where
frames overlap, the one that explains more figures wins.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from factcheck.clauses import END, FALL, RISE, words
from factcheck.frames import Frame, branched, frame, pattern, possible
from factcheck.interval import Interval
from factcheck.model import Claim, Figure, Form, Passage, Quantity, Skeleton
from factcheck.relations import (
    AMOUNT,
    Relation,
)
from factcheck.units import Kind

# The value that a word gives to the role it fills. (REST: "the remaining 15 percent" are what is left of the whole.)
ABOVE, BELOW, WHOLE = Interval.between(0, None, open=True), Interval.between(None, 0, open=True), Interval.point(1)
WORD_VALUES = {
    **dict.fromkeys(("RISE", "OVER", "ONLY", "RANKED", "FOLLOWED", "RECORD", "BEATS", "LEAD"), ABOVE),
    **dict.fromkeys(("FALL", "UNDER"), BELOW),
    **dict.fromkeys(("REST", "VOTED", "LEAVES", "SPLIT", "WOMEN"), WHOLE),
}
ARROWS = {RISE: "RISE", FALL: "FALL"}


def claims(passage: Passage, relations: Iterable[Relation], language: str = "en") -> list[Claim]:
    """All claims that the words of the document make, in text order, each figure set claimed once a kind."""
    found: list[Claim] = []
    for relation in relations:
        laid: list[Claim] = []
        fills = tuple(relation.roles.items())
        for source in relation.frames.get(language, ()):
            laid.extend(_laid(frame(source, fills), relation, passage))
        found.extend(laid if relation.candidates is None else relation.candidates(passage, laid))
    return sorted(_explaining_most(found), key=lambda claim: (claim.span, claim.kind))


def _laid(frame: Frame, relation: Relation, passage: Passage) -> Iterator[Claim]:
    skeleton = passage.full if frame.on_full else passage.plain
    compared = _compared(skeleton.text)
    if not possible(frame, skeleton.text):
        return
    search = pattern(frame.source).search
    match = search(skeleton.text)
    while match:
        if any(
            match.start(group) in compared and not beside and relation.roles[role] == AMOUNT
            for group, role, _, beside in frame.roles
        ):
            match = search(skeleton.text, match.start() + 1)
            continue
        for primes in range(3):
            roles = tuple(
                (role, passage.figures[number])
                for group, role, marks, _ in frame.roles
                if marks == primes and match.group(group)
                for number in _numbers(skeleton, *match.span(group))
            )
            if roles and (claim := _claim(relation, roles, _spoken(frame, match, relation))):
                yield claim
        match = search(skeleton.text, match.start() + 1)


@functools.cache
def _comparison() -> re.Pattern[str]:
    listed = branched((*words()["OVER"], *words()["UNDER"]))
    return re.compile(rf"\b(?:{listed})(?!\w)[^A-Z{END},;()]{{0,40}}([A-Z])")


@functools.lru_cache(8)
def _compared(text: str) -> frozenset[int]:
    """Where the figures stand that a comparing word introduces: they are no one's new or old value."""
    return frozenset(match.start(1) for match in _comparison().finditer(text))


def _numbers(skeleton: Skeleton, start: int, end: int) -> list[int]:
    return [skeleton.positions[place] for place in range(start, end) if place in skeleton.positions]


def _spoken(frame: Frame, match: re.Match[str], relation: Relation) -> tuple[tuple[str, Interval], ...]:
    found: dict[str, Interval] = {}
    for group, role, kind in frame.words:
        surface = match.group(group)
        if surface is None or role in found:
            continue
        name = ARROWS.get(surface, kind)
        if role == "sign":
            if relation.signed:
                found[role] = Interval.point(-1 if name in ("FALL", "UNDER") else 1)
        else:
            found[role] = WORD_VALUES[name]
    return tuple(found.items())


def _claim(
    relation: Relation, roles: tuple[tuple[str, Figure], ...], spoken: tuple[tuple[str, Interval], ...]
) -> Claim | None:
    """The claim, if its figures can stand in these roles together."""
    ordered = tuple(sorted(roles, key=lambda each: each[1].span))
    if len({figure.span for _, figure in ordered}) < len(ordered):
        return None
    amounts = [figure.quantity for role, figure in ordered if relation.roles[role] == AMOUNT]
    if any(not comparable(a, b) for a, b in combinations(amounts, 2)):
        return None
    return Claim(relation.name, ordered, spoken)


def comparable(a: Quantity, b: Quantity) -> bool:
    """Whether two amounts can be of one sort: a bare number takes its fellow's unit, counted nouns may differ in word."""
    kinds = {_sort(a), _sort(b)}
    if a.unit.per != b.unit.per and a.unit.per and b.unit.per:
        return False
    if kinds <= {Kind.COUNT, Kind.NUMBER} or kinds == {Kind.POINT} or kinds == {Kind.PERCENT}:
        return True
    if Kind.NUMBER in kinds and Kind.POINT not in kinds:
        return True
    if len(kinds) > 1:
        return False
    return a.unit.dimension == b.unit.dimension or any(
        x.dimension == y.dimension for x in (a.unit, *a.unit.others) for y in (b.unit, *b.unit.others)
    )


def _sort(quantity: Quantity) -> Kind:
    """The kind of its unit; a fraction such as a third is of the percentages' kind."""
    return (
        Kind.PERCENT
        if quantity.number.form is Form.FRACTION and quantity.unit.kind is Kind.NUMBER
        else quantity.unit.kind
    )


def _explaining_most(found: Sequence[Claim]) -> list[Claim]:
    """Of claims over the same figures the first; of one whose figures are all in another, the other.

    Further ways to fill one kind's roles from the same figures become readings of the first.
    """
    groups: dict[frozenset[tuple[int, int]], list[Claim]] = {}
    for claim in found:
        key = frozenset((figure.start, figure.end) for _, figure in claim.roles)
        groups.setdefault(key, []).append(claim)
    kept: list[Claim] = []
    holders: dict[tuple[int, int], list[frozenset[tuple[int, int]]]] = {}
    for key in groups:
        for span in key:
            holders.setdefault(span, []).append(key)
    for key, claims in groups.items():
        if len(key) > 1 and any(key < other for other in holders[next(iter(key))]):
            continue
        first = claims[0]
        readings = tuple(
            dict.fromkeys(
                claim.roles for claim in claims[1:] if claim.kind == first.kind and claim.roles != first.roles
            )
        )
        kept.append(Claim(first.kind, first.roles, first.words, readings))
    return _merged(kept)


def _merged(claims: Sequence[Claim]) -> list[Claim]:
    """Claims of one kind that differ in one figure only are one claim with several readings: one of them is meant."""
    found: dict[tuple[str, frozenset[tuple[str, Figure]]], int] = {}
    kept: list[Claim] = []
    for claim in claims:
        rests = [(claim.kind, frozenset(claim.roles) - {each}) for each in claim.roles] if len(claim.roles) > 2 else []
        place = next((found[rest] for rest in rests if rest in found), None)
        if place is None:
            found.update(dict.fromkeys(rests, len(kept)))
            kept.append(claim)
        else:
            first = kept[place]
            kept[place] = Claim(first.kind, first.roles, first.words, (*first.readings, claim.roles))
    return kept
