"""A kind of claim explained, from its own file: what it means, its formula, how it reads its figures, its examples.

In: a Relation. Out: text for a terminal.
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.model import Reading
from factcheck.relations import Example, Relation

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
    lines += ["", _READS[relation.reads], ""]
    for example in relation.examples:
        lines.append(f"  {example.text}")
        if isinstance(example, Example):
            lines.append(f"    -> {example.finds}" if example.finds else "    -> holds")
        else:
            lines.append("    -> nothing to check")
    return "\n".join(lines)
