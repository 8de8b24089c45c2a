"""All claims of a fact sheet together: which cannot all be true, and what they imply for each figure.

In: a Sheet. Out: conflicts as Checks of the kind "network", and each figure beside what is implied for it. The one idea:
claims that are wrong on their own are left out first, so that what is named here is news; a conflict in the loose sets
is a finding, one only in the tight sets is undecided.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from factcheck.facts.defining import written_out
from factcheck.facts.dimensions import dimension_of
from factcheck.facts.judging import like_of, mixed_units, values
from factcheck.facts.nouns import Sheet, Stated
from factcheck.formula import Role
from factcheck.interval import EMPTY, LINE, Interval
from factcheck.model import Check, Claim, Figure, Implied, Quantity, Span, Verdict
from factcheck.network import Constraint, solve

# Each is found with the claims of the others left out; further ones help nobody.
MOST_CONFLICTS = 20
SHOWN = 6  # claims quoted in one message

Sets = Mapping[str, Interval]
# The last word on sets and constraints: those of a smallest conflict, none where all can be true, None where undecided.
Prover = Callable[[Sets, Sequence[Constraint]], "tuple[Constraint, ...] | None"]


@dataclass(frozen=True, slots=True)
class Together:
    """The outcome: what to report of the claims together, and of each figure."""

    checks: tuple[Check, ...]
    sets: tuple[Implied, ...]


def judged(sheet: Sheet, prover: Prover | None = None) -> Together:
    """Judge all claims of a sheet together; `prover` is asked where propagation finds no conflict."""
    system = _System(sheet)
    left = list(system.constraints)
    checks: list[Check] = []
    for verdict, sets in ((Verdict.INCONSISTENT, system.loose), (Verdict.UNDECIDED, system.tight)):
        while len(checks) < MOST_CONFLICTS:
            conflict: tuple[Constraint, ...] | None = solve(sets, left).conflict
            if conflict == () and prover is not None:
                conflict = prover(sets, left)
                if conflict is None:
                    checks.append(system.unproven(left))
                    prover = None
            if not conflict:
                break
            if len(conflict) > 1 or verdict is Verdict.INCONSISTENT:
                checks.append(system.check(conflict, verdict, sets))
            claims = [each for each in conflict if each in system.stated] or conflict
            left = [each for each in left if each not in claims]
    return Together(tuple(checks), tuple(system.implied(solve(system.tight, left).sets)))


class _System:
    """A sheet as sets and constraints, and the way back from them to its figures and claims."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        heard = [claim for claim in sheet.claims if claim.check.verdict is not Verdict.INCONSISTENT]
        self.figures: dict[str, Figure] = {
            fact.name: fact.figure
            for fact in sheet.facts.values()
            if fact.figure and sheet.dimensions[fact.name] is not None
        }
        for claim in heard:
            self.figures |= claim.literals
        self.stated: dict[Constraint, Stated] = {each: claim for claim in heard for each in claim.constraints}
        self.definitions = {
            Constraint(f"{fact.name} {fact.surface}", Role(fact.name), fact.definition): fact
            for fact in sheet.facts.values()
            if fact.definition is not None
        }
        self.constraints = (*self.definitions, *self.stated)
        quantities = {name: figure.quantity for name, figure in self.figures.items()}
        self.quantities: dict[str, Quantity] = {
            name: quantity for name, quantity in quantities.items() if dimension_of(quantity) is not None
        }
        mixed = mixed_units(self.quantities.values())
        self.tight, self.loose = (
            {
                **{
                    name: values(quantity, loose, mixed=str(dimension_of(quantity)) in mixed)
                    for name, quantity in self.quantities.items()
                },
                **{fact.name: LINE for fact in self.definitions.values()},
                **{name: hidden for claim in heard for name, hidden in claim.hidden.items()},
            }
            for loose in (False, True)
        )

    def place(self, constraint: Constraint) -> Span:
        """Where a claim or a definition stands."""
        return self.stated[constraint].place if constraint in self.stated else self.definitions[constraint].place

    def check(self, conflict: Sequence[Constraint], verdict: Verdict, sets: Sets) -> Check:
        """A conflict in a sentence, with what its claims imply for each of their figures."""
        texts = list(dict.fromkeys(constraint.label for constraint in conflict))
        more = f" and {len(texts) - SHOWN} more" if len(texts) > SHOWN else ""
        quoted = "; ".join(texts[:SHOWN]) + more
        message = (
            f"cannot all be true: {quoted}; any of their figures may be the wrong one"
            if verdict is Verdict.INCONSISTENT
            else f"hold together only in a loose reading: {quoted}"
        )
        names = list(dict.fromkeys(name for each in conflict for name in each.names if name in self.quantities))
        return Check(
            self._claim(names, self.place(next((each for each in conflict if each in self.stated), conflict[0]))),
            verdict,
            message,
            claims=tuple(sorted({self.place(constraint) for constraint in conflict})),
            sets=tuple(self._others(names, conflict, sets)),
        )

    def unproven(self, constraints: Sequence[Constraint]) -> Check:
        """The prover ran out of time."""
        names = list(dict.fromkeys(name for each in constraints for name in each.names if name in self.quantities))
        message = "whether all claims can be true together could not be decided in the time given"
        return Check(self._claim(names, self.place(constraints[-1])), Verdict.UNDECIDED, message)

    def _claim(self, names: Sequence[str], place: Span) -> Claim:
        roles = tuple((name if name in self.sheet.facts else "stated", self.figures[name]) for name in names)
        return Claim("network", roles, place=place)

    def _others(self, names: Sequence[str], conflict: Sequence[Constraint], sets: Sets) -> Iterator[Implied]:
        """For each figure, what the claims and the other figures leave for it, its own statement set aside."""
        for name in names:
            found = solve({**sets, name: LINE}, conflict)
            implied = EMPTY if found.conflict else found.sets[name]
            yield self._implied(name, self.figures[name].span, self.quantities[name], sets[name], implied)

    def implied(self, sets: Sets) -> Iterator[Implied]:
        """Each fact beside what all claims together leave of it."""
        for fact in self.sheet.facts.values():
            if fact.definition is not None:
                quantity = like_of(written_out(fact.definition, self.sheet.facts), self.quantities)
                yield self._implied(fact.name, fact.place, quantity, None, sets[fact.name])
            elif fact.figure is not None and fact.name in self.quantities:
                yield self._implied(
                    fact.name, fact.figure.span, fact.figure.quantity, self.tight[fact.name], sets[fact.name]
                )

    def _implied(
        self, name: str, span: Span, quantity: Quantity | None, stated: Interval | None, implied: Interval
    ) -> Implied:
        label = name if name in self.sheet.facts else self.figures[name].quantity.surface
        return Implied(label, span, stated, implied, quantity)
