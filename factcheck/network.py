"""Networks: claims that share figures, judged together.

In: named sets of values and constraints (a formula with a name for each role). Out: the narrowed sets, or the
smallest set of constraints that cannot all hold. The one idea: each formula, read forwards and turned round to every
role, takes from a set what no assignment can use; a true assignment is never taken, so an empty set is a proof.
Propagation does not refute every impossible system (a 2x2 table with margins is the standard one that it does not).
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from factcheck.formula import Formula
from factcheck.interval import Interval

# A narrowing by less than this share of the width is not carried on: a slow limit is worth no time. Sound, since the
# wider set is kept.
LEAST_GAIN = Fraction(1, 1000)
# Ends with longer fractions than this are widened outward to it, so that arithmetic stays cheap.
FINEST = 10**30


@dataclass(frozen=True, slots=True)
class Constraint:
    """A formula over named quantities: `names` says for each (role, index), the yielded one included, whose set it is."""

    label: str
    formula: Formula
    names: Mapping[tuple[str, int], str]


@dataclass(frozen=True, slots=True)
class Network:
    """The outcome: what each name may still be, and, where the claims cannot all hold, a smallest set that cannot."""

    sets: Mapping[str, Interval]
    conflict: tuple[Constraint, ...] = ()


def solve(sets: Mapping[str, Interval], constraints: Sequence[Constraint]) -> Network:
    """Propagate to a fixpoint; where some set becomes empty, find a smallest conflict by leaving constraints out."""
    narrowed, used = _propagated(sets, constraints)
    if used is None:
        return Network(narrowed)
    return Network(sets, tuple(_smallest(sets, used)))


def _propagated(
    sets: Mapping[str, Interval], constraints: Iterable[Constraint]
) -> tuple[dict[str, Interval], list[Constraint] | None]:
    """The narrowed sets and None, or the sets so far and the constraints that led to an empty one."""
    current = dict(sets)
    touching: dict[str, list[Constraint]] = defaultdict(list)
    for constraint in constraints:
        for name in dict.fromkeys(constraint.names.values()):
            touching[name].append(constraint)
    behind: dict[str, set[int]] = defaultdict(set)  # name -> ids of the constraints that narrowed it
    by_id = {id(constraint): constraint for constraint in constraints}
    queue = deque(constraints)
    queued = set(by_id)
    while queue:
        constraint = queue.popleft()
        queued.discard(id(constraint))
        values = {key: current[name] for key, name in constraint.names.items()}
        for key, name in constraint.names.items():
            rest = (
                values
                if key[0] == constraint.formula.yields
                else {other: each for other, each in values.items() if other != key}
            )
            if key[0] == constraint.formula.yields:
                rest = {other: each for other, each in values.items() if other[0] != key[0]}
            met = current[name] & _coarser(constraint.formula.solve(*key, rest))
            if met == current[name]:
                continue
            causes = {id(constraint)}.union(*(behind[each] for each in constraint.names.values()))
            if not met:
                return current, [by_id[each] for each in by_id if each in causes | behind[name]]
            if not _worthwhile(current[name], met):
                continue
            current[name] = values[key] = met
            behind[name] |= causes
            for other in touching[name]:
                if id(other) not in queued:
                    queue.append(other)
                    queued.add(id(other))
    return current, None


def _worthwhile(before: Interval, after: Interval) -> bool:
    if before.width is None or after.width is None or not before.width:
        return True
    return (before.width - after.width) >= before.width * LEAST_GAIN


def _coarser(values: Interval) -> Interval:
    """The same set, or a slightly wider one whose ends are shorter fractions."""
    low, high = values.low, values.high
    if low is not None and low.denominator > FINEST:
        low = Fraction(low.numerator * FINEST // low.denominator, FINEST)
    if high is not None and high.denominator > FINEST:
        high = Fraction(-(-high.numerator * FINEST // high.denominator), FINEST)
    return Interval(low, high, values.low_open, values.high_open)


def _smallest(sets: Mapping[str, Interval], constraints: list[Constraint]) -> list[Constraint]:
    """A subset that cannot hold, and can as soon as any one is left out; large pieces are tried first, then single ones."""
    kept = list(constraints)
    size = len(kept) // 2
    while size:
        at = 0
        while at < len(kept):
            rest = kept[:at] + kept[at + size :]
            _, used = _propagated(sets, rest)
            if used is None:
                at += size
            else:
                kept = [each for each in rest if any(each is other for other in used)]
                at = 0 if size > 1 else at
        size = min(size // 2, len(kept) // 2) if size > 1 else 0
    return kept
