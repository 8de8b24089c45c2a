"""Links: from clauses to claims, by laying the relations' frames over the skeletons. Knows no relation by name.

In: a Passage and the relations. Out: Claims. The one idea: words assert the link, arithmetic never makes one. Amounts
are tied to amounts of their own sort, so each sort is looked at alone: in its *projection* the figures of other sorts
are points that a gap may pass, and the figures of a claim stand next to each other. Where frames overlap, the one
that explains more figures wins.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from itertools import combinations

from factcheck.clauses import letter
from factcheck.frames import (
    BARRED,
    CLOSE,
    COMPARING,
    FORMER,
    INTRODUCED,
    OTHER,
    Frame,
    alternatives,
    branched,
    frame,
    pattern,
)
from factcheck.interval import Interval
from factcheck.model import Claim, Figure, Passage, Skeleton
from factcheck.projections import Projections, points
from factcheck.relations import DIFFERENCE, Relation
from factcheck.units import POINT, Kind
from factcheck.vocabulary import ARROWS, FALL, words

# The value that a word gives to the role it fills: "rose" a delta above zero, "others" all that is left of the whole.
NOT_BELOW, NOT_ABOVE = Interval.between(0, None), Interval.between(None, 0)
ABOVE, BELOW, WHOLE = Interval.between(0, None, open=True), Interval.between(None, 0, open=True), Interval.point(1)
WORD_VALUES = {
    **dict.fromkeys(("RISE", "OVER", "ONLY", "RANKED", "FOLLOWED", "RECORD", "BEATS", "LEAD", "WITH", "MORE"), ABOVE),
    **dict.fromkeys(("LIKELIER", "SURPASSED", "OLDBEST", "CARRIED", "LEADS"), ABOVE),
    **dict.fromkeys(("FALL", "UNDER", "SOLE", "LESS", "RARER", "TRAILED", "BENEATH", "BEHIND", "MISSED"), BELOW),
    **dict.fromkeys(("LOWEST", "AVERAGED", "EBB"), NOT_BELOW),
    **dict.fromkeys(("HIGHEST", "PEAK"), NOT_ABOVE),
    **dict.fromkeys(("VOTED", "LEAVES", "SPLIT", "OTHERS", "AGAINST"), WHOLE),
    **dict.fromkeys(("MAKES", "BRINGS", "THEM", "THESE", "ALL", "IT", "WHOM", "PREP"), NOT_BELOW),
}

LOWERING = frozenset(("FALL", "UNDER", "LESS", "LOSING", "DISCOUNT", "BEHIND", "OFF"))  # all other signs raise


def claims(passage: Passage, relations: Iterable[Relation], language: str = "en") -> list[Claim]:
    """All claims that the words of the document make, in text order, each figure set claimed once a kind."""
    found: list[Claim] = []
    unframed: set[str] = set()  # kinds that no words assert: they leave what words do as it is
    sheet = Projections(passage)
    for relation in relations:
        laid: list[Claim] = []
        if not relation.frames:
            unframed.add(relation.name)
        for layer, frames in _layers(relation.frames.get(language, ()), tuple(relation.roles.items())):
            for skeleton, contents in sheet.skeletons(relation, layer):
                for each, start, end in contents.stretches(frames):
                    laid.extend(_laid(each, relation, passage, skeleton, start, end))
        found.extend(laid if relation.candidates is None else relation.candidates(passage, laid))
    return sorted(_explaining_most(found, unframed), key=lambda claim: (claim.span, claim.kind))


@functools.cache
def _layers(sources: tuple[str, ...], fills: tuple[tuple[str, str], ...]) -> tuple[tuple[str, tuple[Frame, ...]], ...]:
    """A relation's frames by the skeleton that they are laid over, in their order."""
    layers: dict[str, list[Frame]] = {}
    for each in (one for source in sources for one in alternatives(source)):
        made = frame(each, fills)
        layers.setdefault(made.layer, []).append(made)
    return tuple((layer, tuple(frames)) for layer, frames in layers.items())


def _laid(
    frame: Frame, relation: Relation, passage: Passage, skeleton: Skeleton, start: int, end: int
) -> Iterator[Claim]:
    """The claims that a frame makes of a stretch of a skeleton."""
    search = pattern(frame.source).search
    match = search(skeleton.text, start, end)
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
        match = search(skeleton.text, match.start() + 1, end)


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
        if (
            slot.only
            and (amount or not slot.role)
            and any(letter(passage.figures[skeleton.positions[place]].quantity) not in slot.only for place in filled)
        ):
            return False
        words = introduced.get(start) if amount else None
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


# These introduce a figure only behind a direction word: "a rise on the 3.3%".
_AFTER_CHANGE = {"BASE", "on", "over"}


@functools.cache
def _introducing() -> tuple[tuple[frozenset[str], re.Pattern[str]], ...]:
    """The two families of words that introduce a figure, each with the pattern that finds what it introduces."""
    families = []
    for family, between in ((COMPARING, CLOSE), (FORMER, INTRODUCED)):
        listed = [word for name in family - _AFTER_CHANGE for word in words().get(name, (name,))]
        changed = rf"|[{ARROWS}] (?:on|over)\b{between}" if family is FORMER else ""
        found = rf"\b(?:{branched(listed)})(?!\w| which\b| whom\b|[ -](?:expected|forecast|usual)\b){between}"
        families.append((family, re.compile(rf"(?:{found}{changed})([A-Z])")))
    return tuple(families)


# "Revenue from rents of £5m" tells where it came from, not from what.
_SOURCE = re.compile(
    r"\b(?:loss|losses|profits?|income|revenues?|sales|earnings|proceeds|receipts|gains?|cash|flow) \Z"
)
_OF = re.compile(r"from [a-z][a-z -]* of ")


@functools.lru_cache(64)
def _introduced(text: str) -> dict[int, frozenset[str]]:
    """The figures that a comparing word or "from" introduces, and the words behind which a slot may take them."""
    found: dict[int, frozenset[str]] = {}
    for family, finder in _introducing():
        for match in finder.finditer(text):
            if _SOURCE.search(text, max(0, match.start() - 12), match.start()) and _OF.search(match.group()):
                continue
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
                found[role] = Interval.point(-1 if name in LOWERING else 1)
        else:
            found[role] = WORD_VALUES[name]
    return tuple(found.items())


def _claim(
    relation: Relation, roles: tuple[tuple[str, Figure], ...], spoken: tuple[tuple[str, Interval], ...]
) -> Claim | None:
    """The claim, if its figures can stand in these roles together."""
    shares = any(role in relation.amounts and figure.quantity.sort is Kind.PERCENT for role, figure in roles)
    if shares:
        roles = tuple((role, _inpoints(figure)) for role, figure in roles)
    ordered = tuple(sorted(roles, key=lambda each: each[1].span))
    if len({figure.span for _, figure in ordered}) < len(ordered):
        return None
    amounts = [(role, figure.quantity) for role, figure in ordered if role in relation.amounts]
    for (role, a), (other, b) in combinations(amounts, 2):
        gap = DIFFERENCE in (relation.roles[role], relation.roles[other])
        if not a.comparable(b) and not (gap and {a.sort, b.sort} == {Kind.PERCENT, Kind.POINT}):
            return None
    return Claim(relation.name, ordered, spoken)


def _inpoints(figure: Figure) -> Figure:
    """A gap of "16 points" between percentages is one of percentage points."""
    quantity = figure.quantity
    counted = points(quantity) and quantity.unit.kind is Kind.COUNT
    return replace(figure, quantity=replace(quantity, unit=POINT)) if counted else figure


def _explaining_most(found: Sequence[Claim], unframed: Set[str]) -> list[Claim]:
    """Of claims over the same figures the first; of one whose figures are all in another, the other.

    Further ways to fill one kind's roles from the same figures become readings of the first.
    """
    groups: dict[frozenset[tuple[int, int]], list[Claim]] = {}
    for claim in found:
        key = frozenset((figure.start, figure.end) for _, figure in claim.roles)
        groups.setdefault(key, []).append(claim)
    kept: list[Claim] = []
    holders: dict[tuple[int, int], list[frozenset[tuple[int, int]]]] = {}
    for key, each in groups.items():
        if all(claim.kind in unframed or claim.reckoned for claim in each):
            continue
        for span in key:
            holders.setdefault(span, []).append(key)
    for key, claims in groups.items():
        if len(key) > 1 and any(key < other for other in holders.get(next(iter(key)), ())):
            continue
        first = claims[0]
        readings = tuple(
            dict.fromkeys(
                roles
                for claim in claims
                if claim.kind == first.kind
                for roles in (claim.roles, *claim.readings)
                if roles != first.roles
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
