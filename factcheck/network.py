"""Networks: claims that share figures, judged together.

In: named sets of values and constraints (two sides over the names that are to be equal). Out: the narrowed sets, or the
smallest set of constraints that cannot all hold. The one idea: each constraint, read forwards and turned round to every
name, takes from a set what no assignment can use; a true assignment is never taken, so an empty set is a proof.
Propagation does not refute every impossible system (a 2x2 table with margins is the standard one that it does not).
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from factcheck.formula import Node, equated, leaves
from factcheck.interval import Interval

# A narrowing by less than this share of the width is not carried on: a slow limit is worth no time. Sound, since the
# wider set is kept.
LEAST_GAIN = Fraction(1, 1000)
# Nor is a constraint read more often than this: a = b + 1 and a = b climb for ever where nothing bounds them.
MOST_READINGS = 100
# Ends with longer fractions than this, or farther out, are widened outward, so that arithmetic stays cheap: squares of
# squares would fill the memory.
FINEST = 10**30
FARTHEST = Fraction(10**60)


@dataclass(frozen=True, slots=True, eq=False)
class Constraint:
    """Two sides that are to be equal; their leaves are the names of sets."""

    label: str
    left: Node
    right: Node
    names: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        both = (*leaves(self.left), *leaves(self.right))
        object.__setattr__(self, "names", tuple(dict.fromkeys(name for name, _ in both)))


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
    sets: Mapping[str, Interval], constraints: Sequence[Constraint]
) -> tuple[dict[str, Interval], list[Constraint] | None]:
    """The narrowed sets and None, or the sets so far and the constraints that led to an empty one."""
    current = {(name, 0): values for name, values in sets.items()}
    touching: dict[str, list[int]] = defaultdict(list)
    for number, constraint in enumerate(constraints):
        for name in constraint.names:
            touching[name].append(number)
    behind: dict[str, frozenset[int]] = defaultdict(frozenset)  # name -> the constraints that narrowed it
    queue = deque(range(len(constraints)))
    queued = set(queue)
    readings = [0] * len(constraints)
    while queue:
        number = queue.popleft()
        queued.discard(number)
        if readings[number] == MOST_READINGS:
            continue
        readings[number] += 1
        constraint = constraints[number]
        causes: frozenset[int] | None = None
        for key, values in equated(constraint.left, constraint.right, current).items():
            met = current[key] & _coarser(values)
            if met == current[key]:
                continue
            if causes is None:
                causes = frozenset({number}).union(*(behind[name] for name in constraint.names))
            if not met:
                return _by_name(current), [constraints[each] for each in sorted(causes)]
            if not _worthwhile(current[key], met):
                continue
            current[key] = met
            behind[key[0]] = causes
            for other in touching[key[0]]:
                if other not in queued:
                    queue.append(other)
                    queued.add(other)
    return _by_name(current), None


def _by_name(sets: Mapping[tuple[str, int], Interval]) -> dict[str, Interval]:
    return {name: values for (name, _), values in sets.items()}


def _worthwhile(before: Interval, after: Interval) -> bool:
    if before.width is None or after.width is None or not before.width:
        return True
    return (before.width - after.width) >= before.width * LEAST_GAIN


def _coarser(values: Interval) -> Interval:
    """The same set, or a slightly wider one whose ends are shorter numbers."""
    low, high = _shorter(values.low, down=True), _shorter(values.high, down=False)
    same = low == values.low, high == values.high
    return Interval(low, high, values.low_open and same[0], values.high_open and same[1])


def _shorter(end: Fraction | None, down: bool) -> Fraction | None:
    """An end, moved outward where it is too long a number."""
    if end is None or (end.denominator <= FINEST and abs(end) <= FARTHEST):
        return end
    if abs(end) > FARTHEST:
        inward = (end > 0) == down
        return (FARTHEST if down else -FARTHEST) if inward else None
    scaled = end.numerator * FINEST
    return Fraction(scaled // end.denominator if down else -(-scaled // end.denominator), FINEST)


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
