"""Slips of reckoning in percentages and sums: the wrong base, the wrong whole, a part left out or counted twice.

In: a broken claim and one of its figures. Out: Edits, most of them the computed figure with the reason why the stated
one came out as it did. The one idea: the wrong way to reckon is itself a small formula; where it gives the stated figure,
that is what happened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from factcheck.interval import Interval
from factcheck.repair.broken import Broken, Edit
from factcheck.repair.computed import surfaces
from factcheck.units import Kind

_PERCENT = re.compile(r"(?<=\d)(?: ?%| per cent| percent)\Z")
ONE = Interval.point(1)


def points(broken: Broken, place: int) -> Iterator[Edit]:
    """The difference of two percentages, called per cent."""
    if broken.relation.name != "change" or broken.claim.roles[place][0] != "rate":
        return
    kinds = {figure.quantity.unit.kind for role, figure in broken.claim.roles if role in ("old", "new")}
    surface = broken.quantity(place).surface
    match = _PERCENT.search(surface)
    if kinds == {Kind.PERCENT} and match:
        one = surface[: match.start()] == "1"
        unit = f" percentage point{'' if one else 's'}"
        yield Edit(place, surface[: match.start()] + unit, "the difference of two percentages is in points", "delta")


def wrong_way(broken: Broken, place: int) -> Iterator[Edit]:
    """The computed figure, where a wrong formula gives the stated one."""
    if broken.claim.roles[place][0] != broken.derived:
        return
    reason = _REASONS.get(broken.relation.name, _none)(broken)
    if reason:
        for surface in surfaces(broken, place):
            yield Edit(place, surface, reason)


def _none(broken: Broken) -> str:
    return ""


def _change(broken: Broken) -> str:
    sets = broken.case.face
    stated, old, new = broken.case.tight.get(("rate", 0)), sets.get(("old", 0)), sets.get(("new", 0))
    if stated is None or old is None or new is None:
        return ""
    if ONE - old / new & stated:
        return "reckoned on the new figure, not on the old"
    if new / old & stated:
        return "the new figure in per cent of the old, not the change"
    return ""


def _share(broken: Broken) -> str:
    sets = broken.case.face
    stated, part, whole = broken.case.tight["share", 0], sets["part", 0], sets["whole", 0]
    if part / whole * Fraction(1, 100) & stated:
        return "a ratio, not multiplied by 100"
    if ONE - part / whole & stated:
        return "the share of the rest"
    if part / (whole - part) & stated:
        return "reckoned on the rest, not on the whole"
    return ""


def _total(broken: Broken) -> str:
    """Whether the stated total lacks one of three parts or more, or holds one twice."""
    sets, key = broken.case.face, ("total", 0)
    total = broken.case.implied(key, sets)
    if total is None:
        return ""
    stated = broken.case.tight[key]
    parts = {each: figure for each, figure in broken.case.keys.items() if each[0] == "part"}
    for each, figure in parts.items():
        surface = " ".join(figure.quantity.surface.split())
        if len(parts) > 2 and total - sets[each] & stated:
            return f"{surface} left out"
        if total + sets[each] & stated:
            return f"{surface} counted twice"
    return ""


_REASONS = {"change": _change, "share": _share, "total": _total}
