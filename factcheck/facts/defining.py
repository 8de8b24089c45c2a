"""Definitions: facts that are expressions over other facts, "= territory - held".

In: new entries beside the facts there are. Out: all facts and their dimensions, or a Misread with the entry at fault. The
one idea: names are known before any definition is read, so that the order of lines does not matter; a walk along the
definitions finds circles and the order in which dimensions can be told.
"""

from __future__ import annotations

import keyword
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager

from factcheck.claims import quantity_of
from factcheck.facts.dimensions import Dimension, dimension, dimension_of
from factcheck.facts.grammar import Misread, expression
from factcheck.facts.nouns import Entry, Fact, Place
from factcheck.formula import Node, Role, leaves, rebuilt
from factcheck.model import Figure

RESERVED = ("facts", "claims")
# Definitions of definitions grow: none, and no claim, holds more figures than this once all are written out.
MOST_LEAVES = 2000
# Definitions may lean on others so many deep: a spreadsheet's worth, and no stack's end.
DEEPEST = 100

Placing = Callable[[Place], AbstractContextManager[None]]


def defined(
    entries: Iterable[Entry], before: Mapping[str, Fact], known: Mapping[str, Dimension | None], placing: Placing
) -> tuple[dict[str, Fact], dict[str, Dimension | None]]:
    """The facts with the new ones among them, and the dimensions of all. `placing` gives an error its place."""
    facts, dimensions = dict(before), dict(known)
    waiting: dict[str, Entry] = {}
    for entry in entries:
        with placing(Place(entry.key)):
            _named(entry.name, facts)
        if isinstance(entry.value, str) and entry.value.lstrip().startswith("="):
            waiting[entry.name] = entry
            facts[entry.name] = _fact(entry, entry.value)
            continue
        with placing(entry.place):
            fact = facts[entry.name] = _stated(entry)
        dimensions[entry.name] = dimension_of(fact.figure.quantity) if fact.figure else None
    for name, entry in waiting.items():
        with placing(entry.place):
            facts[name] = _fact(entry, entry.value, definition=expression(entry.value.replace("=", " ", 1), facts))
    for name in _in_order(waiting, facts, placing):
        definition = facts[name].definition
        assert definition is not None
        with placing(waiting[name].place):
            dimensions[name] = dimension(definition, dimensions, {})
            written_out(definition, facts)
    return facts, dimensions


def written_out(node: Node, facts: Mapping[str, Fact]) -> Node:
    """A tree with the definitions of its facts in their place, so that its leaves are stated. Raises Misread."""
    count = 0

    def put(role: Role) -> Node:
        nonlocal count
        count += 1
        if count > MOST_LEAVES:
            raise Misread(f"holds more than {MOST_LEAVES} figures once all definitions are written out")
        fact = facts.get(role.name)
        return role if fact is None or fact.definition is None else rebuilt(fact.definition, put)

    return rebuilt(node, put)


def _named(name: str, taken: Mapping[str, Fact]) -> None:
    if not name.isidentifier() or keyword.iskeyword(name) or name in RESERVED:
        raise Misread(f"{name!r} cannot be the name of a fact; write letters, digits and underscores")
    if name in taken:
        raise Misread(f"{name!r} is stated twice; give one of the two another name")


def _fact(entry: Entry, surface: str, figure: Figure | None = None, definition: Node | None = None) -> Fact:
    return Fact(
        entry.name,
        surface,
        entry.place.span,
        figure,
        definition,
        entry.source,
        entry.when,
        entry.aliases,
    )


def _stated(entry: Entry) -> Fact:
    quantity = quantity_of(entry.value)
    surface = entry.value if isinstance(entry.value, str) else quantity.surface
    at = surface.find(quantity.surface)
    span = entry.place.part(at, at + len(quantity.surface)) if at >= 0 else entry.place.span
    return _fact(entry, surface, Figure(span, quantity, entry.place.span))


def _in_order(waiting: Mapping[str, Entry], facts: Mapping[str, Fact], placing: Placing) -> Iterator[str]:
    """The defined facts, each after those that it leans on; a circle is a Misread that shows it."""
    done: set[str] = set()

    def visit(name: str, path: tuple[str, ...]) -> Iterator[str]:
        if name in done or name not in waiting:
            return
        with placing(waiting[name].place):
            if name in path:
                circle = " → ".join((*path[path.index(name) :], name))
                raise Misread(f"is defined in a circle: {circle}; state one of them as a figure")
            if len(path) > DEEPEST:
                raise Misread(f"leans on more than {DEEPEST} definitions below one another")
        definition = facts[name].definition
        assert definition is not None
        for other, _ in leaves(definition):
            yield from visit(other, (*path, name))
        done.add(name)
        yield name

    for name in waiting:
        yield from visit(name, ())
