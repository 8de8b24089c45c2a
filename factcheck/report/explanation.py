"""A kind of claim explained, from its own file: what it means, its formula, how it reads its figures, its examples.

In: a Relation. Out: text for a terminal.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from factcheck.model import Reading
from factcheck.relations import AGE, DATE, LENGTH, Example, Relation

WIDTH = 100

_READS = {
    Reading.ROUNDED: (
        "Every figure may have been rounded on its own, by half its last printed place; hedges widen it further. "
        "The claim is consistent where some values within these bounds fit."
    ),
    Reading.CONVERTED: (
        "The figure printed first is taken as exact, since the writer converted that one; the second must lie within one "
        "unit of its last significant place, and within 15%."
    ),
    Reading.AS_PRINTED: "The printed values decide; equality is allowed.",
}


def listing(relations: Iterable[Relation]) -> str:
    """Every kind in a line."""
    return "\n".join(f"{relation.name:<12} {relation.doc}" for relation in relations)


def explanation(relation: Relation) -> str:
    """One kind in full."""
    lines = [f"{relation.name}: {relation.doc}", ""]
    lines += [f"  {formula}" for formula in relation.formulas]
    lines += ["", *textwrap.wrap(_reads(relation), WIDTH), ""]
    for example in relation.examples:
        lines.append(f"  {example.text}")
        lines.append(
            f"    -> {_outcome(example.finds, example.undecided) if isinstance(example, Example) else _SILENT}"
        )
    lines += ["", f"To silence it on a line of Markdown or HTML: <!-- factcheck: ignore {relation.name} -->"]
    return "\n".join(lines)


def _reads(relation: Relation) -> str:
    fills = set(relation.roles.values())
    if AGE in fills:
        return "An age is in whole years, as birthdays count them: 54 is from 54 up to 55. A date without a day is all its days."
    if {DATE, LENGTH} <= fills:
        return (
            f"{_READS[relation.reads]} A span of years may count both its ends, or only the whole years between them."
        )
    return _READS[relation.reads]


_SILENT = "nothing to check"


def _outcome(finds: str, undecided: bool) -> str:
    return finds or ("undecided: it holds only in a loose reading" if undecided else "holds")
