"""Repairs: the single edits that would make an inconsistent claim hold, likeliest cause first.

In: an inconsistent Check, its relation and its document. Out: Repairs. The one idea: every cause that is known to make
wrong figures (two digits swapped, a scale slip, the wrong base) is tried on every figure, and the judge says which mend
the claim; none of them is claimed to be what the writer meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice, takewhile

from factcheck.model import Check, Document, Repair, Span, Verdict
from factcheck.relations import DATE, Relation
from factcheck.repair import dates, digits, reckoning, scales, times, units
from factcheck.repair.broken import Broken, Edit
from factcheck.repair.computed import computed
from factcheck.repair.direction import direction

MOST = 4  # shown for one claim: further ones help nobody

_TOKENS = re.compile(r"[\w.,]+|\s+|.")

Cause = Callable[[Broken, int], Iterator[Edit]]
# From the likeliest to the least: an edit that names its cause before the plain arithmetic, one of few that could fit by
# chance before one of many.
CAUSES: tuple[Cause, ...] = (
    reckoning.points,
    dates.weekday,
    dates.nearest,
    dates.last,
    dates.swapped,
    dates.leap,
    dates.century,
    times.swapped,
    times.carried,
    digits.swapped,
    reckoning.wrong_way,
    units.factor,
    units.other,
    units.inverted,
    units.sign,
    scales.word,
    scales.power,
    dates.turned,
)
# These fit by chance too often to stand beside one of the others.
FAINT: tuple[Cause, ...] = (digits.mistyped,)
PLAIN: tuple[Cause, ...] = (computed, dates.again, dates.year)


def repairs(
    check: Check, relations: Mapping[str, Relation], document: Document, peers: Sequence[Check] = ()
) -> tuple[Repair, ...]:
    """The edits after each of which the claim is consistent; `peers` are all checks of the document.

    Each figure is mended in one way that names its cause, if any does; what the others imply for the figure that the
    message speaks of is always there, for the further figures only where no cause is known. An edit that mends another
    finding as well comes first; one that would make another claim wrong is left out, where there is a better one.
    """
    if check.verdict is not Verdict.INCONSISTENT:
        return ()
    broken = Broken(check, relations, document, peers)
    places = range(len(check.claim.roles))
    derived = [place for place in places if check.claim.roles[place][0] == broken.derived]
    order = [*derived, *(place for place in places if place not in derived)]
    turned = list(direction(broken))
    named = list(_named(broken, CAUSES, order)) or list(_named(broken, FAINT, order))
    explained = derived and (named or turned)
    plain = [
        edit for place in (derived if explained else order) for cause in PLAIN for edit in _first(broken, cause, place)
    ]
    plain = [edit for edit in plain if edit.place in derived or not broken.far(edit)] or plain
    gains = {edit: broken.gain(edit) for edit in (*named, *plain)}
    if any(gain >= 0 for gain in gains.values()):
        named, plain = ([edit for edit in edits if gains[edit] >= 0] for edits in (named, plain))
    first = [edit for edit in (*named, *plain) if gains[edit] > 0]
    edits = _unlike(broken, [*first, *named])[: MOST - len(turned) - bool(plain)]
    return (*turned, *(_repair(broken, edit) for edit in _unlike(broken, [*edits, *plain])[: MOST - len(turned)]))


def _named(broken: Broken, causes: Sequence[Cause], order: Sequence[int]) -> Iterator[Edit]:
    """For each figure the first cause that mends the claim; for a date every one."""
    mended: set[int] = set()
    for cause in causes:
        for place in order:
            if place not in mended or broken.fill(place) == DATE:
                edits = _first(broken, cause, place)
                mended |= {edit.place for edit in edits}
                yield from edits


def _first(broken: Broken, cause: Cause, place: int) -> list[Edit]:
    """The first edit of a cause that mends the claim, if any does."""
    was = broken.quantity(place).surface
    return list(islice((edit for edit in cause(broken, place) if edit.surface != was and broken.holds(edit)), 1))


def _unlike(broken: Broken, edits: Iterable[Edit]) -> list[Edit]:
    """No two edits that say the same: the first reason for it is the likelier."""
    seen: dict[tuple[int, object], Edit] = {}
    for edit in edits:
        seen.setdefault((edit.place, broken.said(edit)), edit)
    return list(seen.values())


def _repair(broken: Broken, edit: Edit) -> Repair:
    """The edit in the source. Where markup stands inside a figure, the words that stay are left out of it."""
    span, new, document = broken.figure(edit.place).span, edit.surface, broken.document
    old = document.text[span.start : span.end]
    if document.source[span.start : span.end].split() != old.split():
        pairs = zip(_TOKENS.findall(old)[::-1], _TOKENS.findall(new)[::-1], strict=False)
        tail = sum(len(one) for one, _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        span, new = Span(span.start, span.end - tail), new[: len(new) - tail]
    return Repair(span, new, edit.reason)
