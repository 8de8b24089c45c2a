"""Broken claims, and edits of them: what every cause of a wrong figure is tried on.

In: an inconsistent Check with the document it stands in. Out: what each figure would have to be, and whether an edit of
one makes the claim hold. The one idea: an edit is a string in the figure's place; it is read again where it stands, so
that what mends the claim here also mends it in the text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

from factcheck import figures
from factcheck.cases import Case, Key, case
from factcheck.converted import carried
from factcheck.interval import LINE, Interval
from factcheck.judge import consistent, judge
from factcheck.model import Check, Claim, Document, Figure, Quantity, Reading, Verdict, When
from factcheck.relations import AMOUNT, DATE, WEEKDAY, WORD, Relation
from factcheck.units import Kind

FAR = Fraction(20)  # times as much, or as little, is no mend of a figure that the message does not speak of
WIDEST = Fraction(25, 100)  # no rounding or drift of rates moves a figure by more of it
REACH = 80  # code points on either side of a figure that tell how it is read


@dataclass(frozen=True, slots=True)
class Edit:
    """One figure written otherwise."""

    place: int  # which figure of the claim, in its order
    surface: str  # what stands there instead
    reason: str
    role: str = ""  # what it then is to the claim, where that changes: the rate becomes a delta
    words: tuple[tuple[str, Interval], ...] = ()  # what the claim's words then say, where that changes
    value: Fraction | None = None  # of a plain number, in its unit: one that is far off need not be judged


class Broken:
    """An inconsistent claim in its document; `peers` are all checks of the document."""

    def __init__(
        self, check: Check, relations: Mapping[str, Relation], document: Document, peers: Sequence[Check] = ()
    ) -> None:
        self.claim, self.document, self.relations = check.claim, document, relations
        self.relation = relations[check.claim.kind]
        self.peers = [peer for peer in peers if peer is not check]
        self._reads: dict[tuple[int, str], Quantity | None] = {}
        self._rooms: dict[int, Interval | None] = {}
        self.converted = self.relation.reads is Reading.CONVERTED
        keys: list[Key] = []
        for role, _ in self.claim.roles:
            keys.append((role, sum(key[0] == role for key in keys)))
        self.keys = tuple(keys)

    @cached_property
    def case(self) -> Case:
        """The claim's sets; not for conversions, which have a rule of their own."""
        return case(self.claim, self.relation)

    @cached_property
    def derived(self) -> str:
        """The role that writers derive from the others, and the finding names: a share, a total."""
        there = {role for role, _ in self.claim.roles} | {role for role, _ in self.claim.words}
        if self.converted:
            return list(self.relation.roles)[1]
        for formula in self.relation.formulas:
            if {formula.yields, *formula.roles} - formula.variadic <= there:
                return formula.yields
        return self.relation.formulas[0].yields

    def figure(self, place: int) -> Figure:
        return self.claim.roles[place][1]

    def quantity(self, place: int) -> Quantity:
        return self.claim.roles[place][1].quantity

    def fill(self, place: int) -> str:
        """What fills the figure's role: an amount, a ratio, a date, which may be said twice like an amount."""
        role = self.relation.roles[self.claim.roles[place][0]]
        return DATE if role == AMOUNT and self.quantity(place).when is not None else role

    @cached_property
    def open(self) -> bool:
        """Whether any of an unbounded range of figures would do, as where a word only says which is larger."""
        return not self.converted and all(None in (each.low, each.high) for each in self._word_values())

    @cached_property
    def wide(self) -> bool:
        """Whether any of a range of figures would do, so that none is what the others imply."""
        return not self.converted and not any(each.is_point for each in self._word_values(inner=True))

    @cached_property
    def within(self) -> bool:
        """Whether the range is a word's within the formula, which the figures beside the derived one have set."""
        return self.wide and any(each.is_point for each in self._word_values())

    def _word_values(self, inner: bool = False) -> list[Interval]:
        """The set of each formula's yield: a word's, or a point where a figure states it; `inner`: or of a word within it."""
        roles, face = self.relation.roles, self.case.face
        found = []
        for formula in self.relation.formulas:
            own = face.get((formula.yields, 0), LINE) if roles[formula.yields] == WORD else Interval.point(0)
            within = [face[role, 0] for role in formula.roles if inner and roles[role] == WORD and (role, 0) in face]
            found.append(next((each for each in (own, *within) if not each.is_point), Interval.point(0)))
        return found

    def expected(self, place: int, tight: bool = False) -> Interval | None:
        """What the other figures imply for one, in its own unit: at face value, or with rounding and hedges."""
        quantity = self.quantity(place)
        if self.converted:
            other = self.quantity(1 - place)
            if other.upper is not None or other.unit.dimension != quantity.unit.dimension:
                return None
            return Interval.point(carried(other.number.value, other.unit, quantity.unit))
        key = self.keys[place]
        found = self.case.implied(key, self.case.tight if tight else self.case.face)
        if found is None or found.empty or found.low is None or found.high is None:
            return None
        return found if self.fill(place) in (DATE, WEEKDAY) else found / self.case.scales[key]

    def expected_range(self, place: int) -> tuple[Fraction, Fraction] | None:
        """The same for a range that another range was converted to."""
        other, unit = self.quantity(1 - place), self.quantity(place).unit
        if not self.converted or other.upper is None or other.unit.dimension != unit.dimension:
            return None
        low, high = (carried(number.value, other.unit, unit) for number in (other.number, other.upper))
        return low, high

    def value(self, place: int) -> Fraction | None:
        """The one value that they imply at face value, the middle of several; None where there is none of its sign."""
        expected = self.expected(place)
        middle = expected.middle if expected else None
        quantity = self.quantity(place)
        signed = (middle or 0) * quantity.number.value > 0 or quantity.unit.offset
        return middle if middle and signed else None

    def holds(self, edit: Edit) -> bool:
        """Whether the claim is consistent once the edit is made."""
        if edit.value is not None and self._hopeless(edit.place, edit.value):
            return False
        if self.within and self.claim.roles[edit.place][0] != self.derived:
            return False
        quantity = self._read(edit.place, edit.surface)
        if quantity is None:
            return False
        roles = list(self.claim.roles)
        role, figure = roles[edit.place]
        roles[edit.place] = (edit.role or role, replace(figure, quantity=quantity))
        readings: tuple[tuple[tuple[str, Figure], ...], ...] = ()
        if quantity.when is not None and quantity.when.other is not None:  # 3/11/2014
            other = replace(figure, quantity=replace(quantity, when=quantity.when.other))
            readings = (tuple((*roles[: edit.place], (role, other), *roles[edit.place + 1 :])),)
        edited = Claim(self.claim.kind, tuple(roles), edit.words or self.claim.words, readings)
        return consistent(edited, self.relation)

    def _hopeless(self, place: int, value: Fraction) -> bool:
        """Whether a value lies so far from what the others imply that it is no mend; judging it would take longer."""
        if place not in self._rooms:
            self._rooms[place] = self.expected(place)
        room, quantity = self._rooms[place], self.quantity(place)
        if self.open:
            return off(quantity.number.value, Interval.point(value)) > abs(value) * WIDEST
        if room is None or quantity.hedge or quantity.unit.offset:
            return False
        return off(value, room) > abs(value) * WIDEST

    def gain(self, edit: Edit) -> int:
        """How many other findings about the same figure the edit mends, less how many it makes."""
        span, quantity = self.figure(edit.place).span, self._read(edit.place, edit.surface)
        gained = 0
        for peer in self.peers:
            if quantity is None or all(figure.span != span for _, figure in peer.claim.roles):
                continue
            roles = tuple(
                (role, replace(figure, quantity=quantity) if figure.span == span else figure)
                for role, figure in peer.claim.roles
            )
            then = judge(replace(peer.claim, roles=roles, readings=()), self.relations[peer.claim.kind]).verdict
            wrong = Verdict.INCONSISTENT
            gained += (peer.verdict is wrong and then is Verdict.CONSISTENT) - (
                peer.verdict is not wrong and then is wrong
            )
        return gained

    def said(self, edit: Edit) -> object:
        """What an edit makes the figure say: "$800,000 billion" and "$800 trillion" are the same."""
        quantity = self._read(edit.place, edit.surface)
        return quantity and (quantity.number.value, quantity.unit, quantity.when, quantity.upper)

    def far(self, edit: Edit) -> bool:
        """Whether an edit changes a figure so much that it is no likely mend."""
        quantity = self._read(edit.place, edit.surface)
        was = self.quantity(edit.place).number.value
        return quantity is not None and bool(was) and not 1 / FAR < quantity.number.value / was < FAR

    def _read(self, place: int, surface: str) -> Quantity | None:
        """The figure that a string is in the place of another; None where it would not be read as one."""
        if (place, surface) not in self._reads:
            self._reads[place, surface] = self._reread(place, surface)
        return self._reads[place, surface]

    def _reread(self, place: int, surface: str) -> Quantity | None:
        figure, text = self.figure(place), self.document.text
        begin = max(0, figure.start - REACH)
        before, after = text[begin : figure.start], text[figure.end : figure.end + REACH]
        for found in figures.read(before + surface + after):
            if found.start == len(before) and found.end == len(before) + len(surface):
                return _as_before(figure.quantity, found.quantity)
        return None


def _as_before(old: Quantity, new: Quantity) -> Quantity | None:
    """The new figure with what the claim knew of the old one: the year of a date, the hedge that was set aside."""
    kinds = {new.unit.kind, old.unit.kind}
    if len(kinds) > 1 and not any(kinds <= sort for sort in _SORTS):
        return None
    when: When | None = new.when
    if when and old.when and when.year is None:
        when = replace(when, year=old.when.year)
    return replace(new, when=when, hedge=old.hedge, age=old.age)


def off(value: Fraction, room: Interval) -> Fraction:
    """How far a value lies from a set that has both ends."""
    assert room.low is not None and room.high is not None
    return max(room.low - value, value - room.high, Fraction(0))


# Kinds of one sort: a rate that becomes points, a share in words that becomes per cent, a count that loses its noun.
_SORTS = ({Kind.PERCENT, Kind.POINT, Kind.NUMBER}, {Kind.COUNT, Kind.NUMBER}, {Kind.MULTIPLE, Kind.NUMBER})
