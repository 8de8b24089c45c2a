"""Links: from clauses to claims, by laying the relations' frames over the skeletons. Knows no relation by name.

In: a Passage and the relations. Out: Claims. The one idea: words assert the link, arithmetic never makes one. Amounts
are tied to amounts of their own sort, so each sort is looked at alone: in its *projection* the figures of other sorts
are points that a gap may pass, and the figures of a claim stand next to each other. Where frames overlap, the one
that explains more figures wins.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from factcheck.clauses import AND, ARROWS, END, FALL, words
from factcheck.frames import (
    AMOUNTS,
    BARRED,
    CLOSE,
    COMPARING,
    FORMER,
    OTHER,
    SHARES,
    SHORT,
    SLOTS,
    Frame,
    branched,
    frame,
    pattern,
    possible,
)
from factcheck.interval import Interval
from factcheck.model import Claim, Figure, Form, Passage, Quantity, Skeleton
from factcheck.relations import AMOUNT, DIFFERENCE, Relation
from factcheck.units import POINT, Kind

# The value that a word gives to the role it fills. (REST: "the remaining 15 percent" are what is left of the whole.)
ABOVE, BELOW, WHOLE = Interval.between(0, None, open=True), Interval.between(None, 0, open=True), Interval.point(1)
WORD_VALUES = {
    **dict.fromkeys(("RISE", "OVER", "ONLY", "RANKED", "FOLLOWED", "RECORD", "BEATS", "LEAD"), ABOVE),
    **dict.fromkeys(("FALL", "UNDER"), BELOW),
    **dict.fromkeys(("REST", "VOTED", "LEAVES", "SPLIT", "WOMEN", "MEN", "OTHERS", "AGAINST"), WHOLE),
    **dict.fromkeys(("MAKES", "THESE", "ALL"), Interval.between(0, None)),
}
# The letters of the figures that are of one sort: percentages and fractions are.
SORTS = ("C", "PF", "U", "N", "B", "Y", "Q", "R")


def claims(passage: Passage, relations: Iterable[Relation], language: str = "en") -> list[Claim]:
    """All claims that the words of the document make, in text order, each figure set claimed once a kind."""
    found: list[Claim] = []
    sheet = _Sheet(passage)
    for relation in relations:
        laid: list[Claim] = []
        fills = tuple(relation.roles.items())
        for source in relation.frames.get(language, ()):
            made = frame(source, fills)
            for skeleton in sheet.skeletons(relation, made.layer):
                laid.extend(_laid(made, relation, passage, skeleton))
        found.extend(laid if relation.candidates is None else relation.candidates(passage, laid))
    return sorted(_explaining_most(found), key=lambda claim: (claim.span, claim.kind))


@dataclass(slots=True)
class _Sheet:
    """The skeletons of a passage and their projections, each made when first asked for."""

    passage: Passage
    made: dict[tuple[str, str], tuple[Skeleton, ...]] = field(default_factory=dict)

    def skeletons(self, relation: Relation, layer: str) -> tuple[Skeleton, ...]:
        """Those that a relation's frames are laid over: of its amounts' sorts, where it has amounts."""
        skeleton: Skeleton = getattr(self.passage, layer)
        if not relation.amounts:
            return (skeleton,)
        beside = besides(relation)
        if (layer, beside) not in self.made:
            # stretches of time and prices by the piece are what hangs on others, except among themselves
            projected = (
                projection(self.passage, self.passage.full if sort in "BY" else skeleton, sort, beside)
                for sort in SORTS
            )
            self.made[layer, beside] = tuple(each for each in projected if each is not None)
        return self.made[layer, beside]


def besides(relation: Relation) -> str:
    """The letters that may stand beside a relation's amounts: its rates, its factors, points where there is a gap."""
    fills = {fill for fill in relation.roles.values() if fill != AMOUNT}
    return "".join(
        sorted({letter for fill in fills for letter in ("Q" if fill == DIFFERENCE else SLOTS.get(fill, ""))})
    )


def projection(passage: Passage, skeleton: Skeleton, sort: str, beside: str) -> Skeleton | None:
    """A skeleton in which only the amounts of one sort, and letters that may stand beside them, are figures.

    None where there are fewer than two such amounts. A bare number that is paired with an amount is of its sort:
    "from 2.7bn to 4.3bn rupees".
    """
    own = SHARES if sort == "PF" else AMOUNTS
    letters = list(skeleton.text)
    amounts = 0
    places = list(skeleton.positions)
    for number, place in enumerate(places):
        here = skeleton.text[place]
        if here in sort or (here in "NC" and _paired(passage, skeleton, places, number, sort)):
            letters[place] = own
            amounts += 1
        elif own == SHARES and "Q" in beside and _points(passage.figures[skeleton.positions[place]].quantity):
            letters[place] = "Q"
        elif here not in beside:
            letters[place] = BARRED if _LED.search(skeleton.text, max(0, place - _LEAD), place) else OTHER
    return Skeleton("".join(letters), skeleton.positions) if amounts > 1 else None


def _points(quantity: Quantity) -> bool:
    """Whether these are points: percentage points, where they stand beside percentages."""
    return quantity.unit.kind is Kind.POINT or (quantity.unit.kind is Kind.COUNT and quantity.unit.name == "point")


_LED = re.compile(r"\b(?:to|at|from)(?: (?:a|an|the|about|just|only|nearly|record|new|[a-z]+ of)){0,3} \Z")
_LEAD = 30  # code points before a figure in which the word that leads to it stands
_PAIRS = re.compile(
    r",? (?:to|&|or|of|from|against|-)(?: [a-z]+){0,2} ?"
    rf"|[^A-Z{OTHER}{BARRED}{END}{ARROWS}{AND}¦,;()]{{0,30}},? (?:to|from|against) "
)


def _paired(passage: Passage, skeleton: Skeleton, places: Sequence[int], number: int, sort: str) -> bool:
    """Whether a bare number, or a price without its "a share", takes the unit of the amount it is paired with.

    "From 2.7bn to 4.3bn rupees", "to 285p a share from 260p"; behind an amount only one that is written as it is.
    """
    here = passage.figures[skeleton.positions[places[number]]].quantity
    money = here.unit.kind is Kind.CURRENCY
    if here.number.form is Form.FRACTION or not (here.unit.kind is Kind.NUMBER or (money and sort == "B")):
        return False
    for other, start, end in ((number + 1, number, number + 1), (number - 1, number - 1, number)):
        if not 0 <= other < len(places) or skeleton.text[places[other]] not in sort:
            continue
        fellow = passage.figures[skeleton.positions[places[other]]].quantity
        if not _PAIRS.fullmatch(skeleton.text, places[start] + 1, places[end]):
            continue
        scale, other_scale = (each.exponent + each.decimals for each in (here.number, fellow.number))
        alike = scale == other_scale
        if money and here.unit.dimension != fellow.unit.dimension:
            continue
        if alike or (other > number and not money):
            return True
    return False


def _laid(frame: Frame, relation: Relation, passage: Passage, skeleton: Skeleton) -> Iterator[Claim]:
    if not possible(frame, skeleton.text):
        return
    search = pattern(frame.source).search
    match = search(skeleton.text)
    while match:
        if _fits(frame, match, relation, skeleton, passage):
            for primes in range(3):
                roles = tuple(
                    (slot.role, passage.figures[number])
                    for slot in frame.slots
                    if slot.role and slot.primes == primes and match.group(slot.group)
                    for number in _numbers(skeleton, *match.span(slot.group))
                )
                if roles and (claim := _claim(relation, roles, _spoken(frame, match, relation))):
                    yield claim
        match = search(skeleton.text, match.start() + 1)


def _fits(frame: Frame, match: re.Match[str], relation: Relation, skeleton: Skeleton, passage: Passage) -> bool:
    """Whether a match keeps what the pattern cannot say: letters, introducing words, and that no own figure is passed."""
    introduced = _introduced(skeleton.text)
    places: set[int] = set()
    for slot in frame.slots:
        start, end = match.span(slot.group)
        if start < 0:
            continue
        filled = [place for place in range(start, end) if place in skeleton.positions]
        places.update(filled)
        amount = slot.role in relation.amounts
        if not amount:
            continue
        if slot.only and any(passage.full.letters[skeleton.positions[place]] not in slot.only for place in filled):
            return False
        words = introduced.get(start)
        if words is not None and slot.behind.isdisjoint(words):
            return False
    if any((match[a] in FALL) != (match[b] in FALL) for a, b in frame.same):
        return False
    if not relation.amounts or not places:
        return True
    text = skeleton.text
    return all(
        place in places or text[place] in (OTHER, BARRED)
        for place in range(min(places), max(places))
        if place in skeleton.positions
    )


@functools.cache
def _introducing() -> tuple[tuple[frozenset[str], re.Pattern[str]], ...]:
    """The two families of words that introduce a figure, each with the pattern that finds what it introduces."""
    families = []
    for family, between in ((COMPARING, CLOSE), (FORMER, SHORT)):
        listed = [word for name in family - {"BASE"} for word in words().get(name, (name,))]
        families.append((family, re.compile(rf"\b(?:{branched(listed)})(?!\w| which\b| whom\b){between}([A-Z])")))
    return tuple(families)


@functools.lru_cache(64)
def _introduced(text: str) -> dict[int, frozenset[str]]:
    """The figures that a comparing word or "from" introduces, and the words behind which a slot may take them."""
    found: dict[int, frozenset[str]] = {}
    for family, finder in _introducing():
        for match in finder.finditer(text):
            found[match.start(1)] = found.get(match.start(1), frozenset()) | family
    return found


def _numbers(skeleton: Skeleton, start: int, end: int) -> list[int]:
    return [skeleton.positions[place] for place in range(start, end) if place in skeleton.positions]


def _spoken(frame: Frame, match: re.Match[str], relation: Relation) -> tuple[tuple[str, Interval], ...]:
    found: dict[str, Interval] = {}
    for group, role, kind in frame.words:
        surface = match.group(group)
        if surface is None or role in found:
            continue
        name = kind if surface not in ARROWS else "FALL" if surface in FALL else "RISE"
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
    shares = any(role in relation.amounts and _sort(figure.quantity) is Kind.PERCENT for role, figure in roles)
    if shares:
        roles = tuple((role, _in_points(figure)) for role, figure in roles)
    ordered = tuple(sorted(roles, key=lambda each: each[1].span))
    if len({figure.span for _, figure in ordered}) < len(ordered):
        return None
    amounts = [(role, figure.quantity) for role, figure in ordered if role in relation.amounts]
    for (role, a), (other, b) in combinations(amounts, 2):
        gap = DIFFERENCE in (relation.roles[role], relation.roles[other])
        if not comparable(a, b) and not (gap and {_sort(a), _sort(b)} == {Kind.PERCENT, Kind.POINT}):
            return None
    return Claim(relation.name, ordered, spoken)


def _in_points(figure: Figure) -> Figure:
    """A gap of "16 points" between percentages is one of percentage points."""
    quantity = figure.quantity
    counted = _points(quantity) and quantity.unit.kind is Kind.COUNT
    return replace(figure, quantity=replace(quantity, unit=POINT)) if counted else figure


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
