"""Projections: a skeleton with only the figures of one sort, so that what ties them stands side by side.

In: a Passage. Out: skeletons in which the amounts of one sort are M (percentages S), the figures that may stand beside
them keep their letters, and all others are points. The one idea: amounts are tied to amounts of their own sort; what
else a sentence tells is in the way.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from factcheck.contents import Contents, Vocabulary
from factcheck.frames import AMOUNTS, BARRED, OTHER, SHARES, SLOTS
from factcheck.model import END, Form, Passage, Quantity, Skeleton
from factcheck.relations import AMOUNT, DATE, DIFFERENCE, FACTOR, LENGTH, Relation
from factcheck.units import Kind
from factcheck.vocabulary import AND, ARROWS

# The letters of the figures that are of one sort: percentages and fractions are.
SORTS = ("C", "PF", "U", "N", "B", "Y", "Q", "R")


@dataclass(slots=True)
class Projections:
    """The projections of a passage, each made when first asked for."""

    passage: Passage
    layers: dict[str, _Layer] = field(default_factory=dict)
    made: dict[tuple[str, str], tuple[tuple[Skeleton, Contents], ...]] = field(default_factory=dict)

    def skeletons(self, relation: Relation, layer: str) -> tuple[tuple[Skeleton, Contents], ...]:
        """What a relation's frames of a layer are laid over: of each sort of amounts, where it has amounts."""
        beside = besides(tuple(relation.roles.items()))
        if (layer, beside) not in self.made:
            if beside == _ANY:
                whole = self._layer(layer)
                found = [(whole.skeleton, Contents.of(whole.skeleton, whole.vocabulary))]
            elif beside == _TIMES:
                whole = self._layer(layer)
                timed = whole.of_times()
                found = [(timed, Contents.of(timed, whole.vocabulary))]
            else:
                # stretches of time and prices by the piece are what hangs on others, except among themselves
                laid = ((sort, "full" if sort in "BY" else layer) for sort in SORTS)
                found = [each for sort, name in laid if (each := self._layer(name).projection(sort, beside))]
            self.made[layer, beside] = tuple(found)
        return self.made[layer, beside]

    def _layer(self, name: str) -> _Layer:
        if name not in self.layers:
            self.layers[name] = _Layer(self.passage, getattr(self.passage, name))
        return self.layers[name]


_ANY, _TIMES = "*", "D"
_TIMED = frozenset("DYOATW")


@functools.cache
def besides(fills: tuple[tuple[str, str], ...]) -> str:
    """The letters that may stand beside a relation's amounts: its rates, its factors, points where there is a gap.

    All of them, where a relation has no amounts and looks at all figures alike; a stretch between two dates may pass
    whatever is counted or paid.
    """
    kinds = {fill for _, fill in fills}
    if DATE in kinds and LENGTH in kinds:
        return _TIMES
    if not kinds & {AMOUNT, DIFFERENCE}:
        return _ANY
    letters = {letter for fill in kinds - {AMOUNT} for letter in ("Q" if fill == DIFFERENCE else SLOTS.get(fill, ""))}
    if FACTOR in kinds:
        letters.add("F")  # "half the 8,150 of May"
    return "".join(sorted(letters))


@dataclass(slots=True)
class _Layer:
    """One skeleton of a passage, with what all its projections need: found once, when first asked for."""

    passage: Passage
    skeleton: Skeleton
    vocabulary: Vocabulary = field(init=False)
    places: list[int] = field(init=False)
    others: dict[int, str] = field(default_factory=dict)  # of each figure the sign that it is where it plays no part
    amounts: dict[str, frozenset[int]] = field(default_factory=dict)  # sort -> where its figures stand

    def __post_init__(self) -> None:
        self.vocabulary = Vocabulary.of(self.skeleton.text)
        self.places = list(self.skeleton.positions)

    def of_times(self) -> Skeleton:
        """The skeleton with dates, ages, ordinals and stretches of time as figures; others are points."""
        text = self.skeleton.text
        letters = {place: text[place] if text[place] in _TIMED else OTHER for place in self.places}
        return Skeleton("".join(letters.get(k, each) for k, each in enumerate(text)), self.skeleton.positions)

    def quantity(self, number: int) -> Quantity:
        """The quantity of the figure at one of the places."""
        return self.passage.figures[self.skeleton.positions[self.places[number]]].quantity

    def projection(self, sort: str, beside: str) -> tuple[Skeleton, Contents] | None:
        """The skeleton with only the amounts of one sort as figures, and letters that may stand beside them.

        None where there are fewer than two such amounts. Sentences without any, that stand beside none either, are
        left out.
        """
        if sort not in self.amounts:
            self.amounts[sort] = self._amounts(sort)
        amounts = self.amounts[sort]
        if len(amounts) < 2:
            return None
        if not self.others:
            self.others = {place: self._other(place) for place in self.places}
        own = SHARES if sort == "PF" else AMOUNTS
        text = self.skeleton.text
        letters = {
            place: own if place in amounts else text[place] if text[place] in beside else self.others[place]
            for place in self.places
        }
        if own == SHARES and "Q" in beside:
            letters |= {place: "Q" for number, place in enumerate(self.places) if points(self.quantity(number))}
        skeleton, starts = _extract(self.skeleton, self.vocabulary.ends, letters, sorted(amounts))
        return skeleton, Contents.of(skeleton, self.vocabulary, starts)

    def _amounts(self, sort: str) -> frozenset[int]:
        """Where the figures of a sort stand. A bare number that is paired with one is of its sort as well."""
        text = self.skeleton.text
        if not any(letter in text for letter in sort):
            return frozenset()
        return frozenset(
            place
            for number, place in enumerate(self.places)
            if (text[place] in sort and not (sort == "Y" and self._two_year(number)))
            or (text[place] == "N" and sort == "C" and self._elided(number))
            or (text[place] in "NC" and text[place] not in sort and self._paired(number, sort))
            or (text[place] == "B" and sort == "C" and self._beside_money(number))
        )

    def _elided(self, number: int) -> bool:
        """Whether a bare number of millions takes the currency of its sentence: "exports were $12.4bn, imports 14.6bn"."""
        here, text = self.quantity(number), self.skeleton.text
        if here.unit.kind is not Kind.NUMBER or here.number.form is Form.FRACTION or here.number.exponent < MILLION:
            return False
        for other in range(number - 1, -1, -1):
            fellow = self.quantity(other)
            if END in text[self.places[other] : self.places[number]]:
                return False
            if fellow.unit.kind is Kind.CURRENCY:
                return fellow.number.exponent >= MILLION
            if fellow.unit.kind in (Kind.COUNT, Kind.PHYSICAL):
                return False
        return False

    def _two_year(self, number: int) -> bool:
        """Whether a length of time says which note it is, and is no amount: but "the two-minute barrier" is one."""
        behind = self.skeleton.text[self.places[number] + 1 :][:8]
        return "-" in self.quantity(number).surface and not behind.startswith((" barrier", " mark"))

    def _beside_money(self, number: int) -> bool:
        """Whether a price by the piece leads to one without, or the other way round: "from $1,160 a kilowatt-hour to $156".

        Behind its own change as well: "rose 12 cents, or 2.1%, to $5.84 a bushel".
        """
        here, text, places = self.quantity(number), self.skeleton.text, self.places
        for other, start, end in ((number + 1, number, number + 1), (number - 1, number - 1, number)):
            if not 0 <= other < len(places) or text[places[other]] != "C":
                continue
            fellow = self.quantity(other)
            if here.unit.dimension == fellow.unit.dimension and _PAIRS.fullmatch(text, places[start] + 1, places[end]):
                return True
        if number < 2 or text[places[number - 2]] != "C":
            return False
        moved = self.quantity(number - 2)
        return here.unit.dimension == moved.unit.dimension and bool(
            _MOVED_TO.fullmatch(text, places[number - 2] + 1, places[number])
        )

    def _priced(self, number: int) -> bool:
        """Whether a price stands behind one of its sentence that says what it is per: "$44.10 a tonne, $3.40 below the $47.50 of May"."""
        here, text = self.quantity(number), self.skeleton.text
        for other in range(number - 1, max(-1, number - 4), -1):
            fellow = self.quantity(other)
            ends = text.count(END, self.places[other], self.places[number])
            if ends > 1:
                return False
            if text[self.places[other]] == "B" and here.unit.dimension == fellow.unit.dimension:
                alike = here.number.decimals == fellow.number.decimals or here.unit.factor != fellow.unit.factor
                room = LATER if ends else APART
                near = fellow.value and 1 <= room * abs(here.value / fellow.value) <= room**2
                return bool(alike and near)
        return False

    def _other(self, place: int) -> str:
        return BARRED if _LED.search(self.skeleton.text, max(0, place - _LEAD), place) else OTHER

    def _paired(self, number: int, sort: str) -> bool:
        """Whether a bare number, or a price without its "a share", takes the unit of the amount it is paired with.

        "From 2.7bn to 4.3bn rupees", "to 285p a share from 260p"; behind an amount only one that is written as it is.
        """
        here, text, places = self.quantity(number), self.skeleton.text, self.places
        money = here.unit.kind is Kind.CURRENCY
        if here.number.form is Form.FRACTION or not (here.unit.kind is Kind.NUMBER or (money and sort == "B")):
            return False
        before = number - 2 if number > 1 and text[places[number - 1]] in "PFX" else number - 1
        if money and self._priced(number):
            return True
        for other, start, end in ((number + 1, number, number + 1), (before, before, number)):
            if not 0 <= other < len(places) or text[places[other]] not in sort:
                continue
            fellow = self.quantity(other)
            moved = money and _MOVED_TO.fullmatch(text, places[start] + 1, places[end])
            if not moved and not _PAIRS.fullmatch(text, places[start] + 1, places[end]):
                continue
            if money and here.unit.dimension != fellow.unit.dimension:
                continue
            if moved:
                return True  # a change is far smaller than what it leads to
            if not fellow.number.value or not 1 <= APART * abs(here.number.value / fellow.number.value) <= APART**2:
                continue  # the 7,613 who wait 12 months
            scale, other_scale = (each.exponent + each.decimals for each in (here.number, fellow.number))
            millions = scale >= MILLION and other_scale >= MILLION and not money  # "$2.77bn, up from 844m"
            if scale == other_scale or millions or (other > number and not money):
                return True
        return False


def _extract(
    skeleton: Skeleton, ends: Sequence[int], letters: Mapping[int, str], amounts: Sequence[int]
) -> tuple[Skeleton, list[int]]:
    """The sentences that hold an amount and their neighbours, with new letters; where others stood, one is empty.

    Beside it, where each sentence of the skeleton starts in it, and where the last one ends.
    """
    pieces: list[str] = []
    positions: dict[int, int] = {}
    starts: list[int] = []
    shift = start = 0  # what has been left out so far
    text, places = skeleton.text, list(skeleton.positions)
    held = [False] * (len(ends) + 2)
    for place in amounts:
        held[bisect_right(ends, place) + 1] = True
    for number, end in enumerate(ends):
        starts.append(start - shift)
        if held[number] or held[number + 1] or held[number + 2]:
            at = start
            for place in places[bisect_left(places, start) : bisect_left(places, end)]:
                pieces += text[at:place], letters[place]
                positions[place - shift] = skeleton.positions[place]
                at = place + 1
            pieces.append(text[at:end])
        elif pieces and pieces[-1] != END:
            pieces.append(END)
            shift += end - start - len(END)
        else:
            shift += end - start
        start = end
    return Skeleton("".join(pieces), positions), [*starts, start - shift]


def points(quantity: Quantity) -> bool:
    """Whether these are points: percentage points, where they stand beside percentages."""
    return quantity.unit.kind is Kind.POINT or (quantity.unit.kind is Kind.COUNT and quantity.unit.name == "point")


_MOVED_TO = re.compile(r",? \(?(?:or )?[PF]\)?,? to (?:[a-z]+ ){0,4}")  # "12 cents, or 2.1%, to $5.84 a bushel"
_LED = re.compile(r"\b(?:to|at|from)(?: (?:a|an|the|about|just|only|nearly|record|new|[a-z]+ of)){0,3} \Z")
APART = 20  # a bare number that is so many times another amount is of another sort
LATER = 3  # the same, in the sentence behind
MILLION = 6  # the power of ten of the least scale word behind which a bare number is an amount
_LEAD = 30  # code points before a figure in which the word that leads to it stands
_PAIRS = re.compile(
    r",? (?:to|&|or|of|from|against|-)(?: [a-z]+){0,2} ?"
    rf"|[^A-Z{OTHER}{BARRED}{END}{ARROWS}{AND}¦,;()]{{0,30}},? (?:to|from|against) "
    rf"|, [{ARROWS}] (?:by )?"
    rf"|[^A-EG-OQ-WYZ{END}{AND}¦;()]{{0,40}}[{ARROWS}] over "
    rf"|[^A-EG-OQ-WYZ{END}{AND}¦;()]{{0,80}}(?:from|against|(?:than|above|below|over|under|on|X) (?:the|its|his|her|their|last|this)) (?:[a-z'’]+ ){{0,3}}"  # down 9% from 45.9 million
)
