"""What is spoken of as known: "the 1.7 percent drop", "five of the eight men", and the figure that it repeats.

In: a Story. Out: pairs of figures that say the same thing, or should. The one idea: a determiner and a noun point back to
a figure that was said of that noun; where none agrees, the claim is only made if a single one can be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.model import Form
from factcheck.relations._stories import (
    AHEAD,
    FAR,
    KINDS,
    NEARBY,
    PERSONS,
    TOKEN,
    Pair,
    Story,
    agree,
    mistyped,
    of_another,
    stems,
)
from factcheck.units import Kind

_NEW = "other|first|last|next|past|top|remaining|only|extra|previous|additional|latest|final|new|old|average|current|another|rest|more|earlier"
_KNOWN = re.compile(
    rf"(?P<of>\bof )?(?:\b(?:the|its|his|her|their|this|these|those)|\w['’]s?)(?: (?!(?:{_NEW})\b)[a-z][a-z-]+)? \Z"
)
_NOUN = re.compile(
    r"(?:[ -](?!(?:of|in|on|at|by|for|from|to|with|or|as|is|are|was|were|be|been|has|have|had|it|that|this|which|who|will|would|said|says|when|after|than|[a-z]+ed by)\b)(?:[a-z][a-z'’-]*|[↑↗↓↘])){1,3}"
)
_IN = re.compile(r" (?:in|of) (?:(?:the|its|their|his|her) )?([a-z]{3,})")
# Nothing follows that says which: "the 204 pupils who passed" are not all pupils.
_CLOSED = r"(?=[,.;:‖¦&]| (?:is|are|was|were|will|would|has|had|have|may|might|could|can|on|came|says|said) )"
_ALONE = re.compile(rf"(?:{_NOUN.pattern})?{_CLOSED}")
_TURN = re.compile(rf"{_NOUN.pattern}(?:{_IN.pattern})?{_CLOSED}")  # "the 16.2 percent drop in exports"
_TURNS = frozenset("↑↓")


def known(story: Story) -> Iterator[Pair]:
    """ "Sales fell 1.7 percent ... the 1.7 percent sales drop"; "eight protesters ... five of the eight men"."""
    sorts: dict[object, list[int]] = {}
    for number, figure in enumerate(story.figures):
        quantity = figure.quantity
        if quantity.unit.kind not in KINDS or quantity.when or quantity.age or quantity.upper:
            continue
        counts = quantity.unit.kind in (Kind.COUNT, Kind.NUMBER)
        sort = Kind.COUNT if counts else (quantity.unit.kind, quantity.unit.dimension, quantity.unit.per)
        before = sorts.setdefault(sort, [])
        place = story.places[number]
        known = _KNOWN.search(story.skeleton, max(0, place - FAR), place)
        if known is not None and quantity.number.form not in (Form.FRACTION, Form.FACTOR):
            noun = _noun(story, number)
            named = [
                other
                for other in before[-AHEAD:]
                if story.homes[other] < story.homes[number]
                and _named(story, other, number, noun, bool(known["of"]))
                and not of_another(story, other, number)
            ]
            first = next((other for other in named if agree(story.figures[other].quantity, quantity)), None)
            if first is None and len(named) == 1 and _known_one(story, named[0], number, noun, before):
                first = named[0]
            if first is not None:
                yield story.figures[first], figure
        before.append(number)


def _noun(story: Story, number: int) -> frozenset[str]:
    """The stems of the noun that a figure stands before, its own if it counts; of a rise or a fall also what it is in."""
    quantity = story.figures[number].quantity
    if quantity.unit.kind is Kind.COUNT:
        return stems(TOKEN.findall(quantity.surface.lower()))
    behind = _NOUN.match(story.skeleton, story.places[number] + 1)
    if behind is None:
        return frozenset()
    noun = stems(TOKEN.findall(behind.group()))
    within = _IN.match(story.skeleton, behind.end()) if noun <= _TURNS else None
    return noun | stems(within.groups() if within else ())


def _named(story: Story, first: int, second: int, noun: frozenset[str], whole: bool) -> bool:
    """Whether the first figure is said of the noun before which the second stands, with the same turn, up or down."""
    a, b = story.figures[first].quantity, story.figures[second].quantity
    if b.unit.kind is Kind.COUNT and a.unit.kind is Kind.COUNT:
        return b.number.value >= 3 and (a.unit.name == b.unit.name or (whole and b.unit.name in PERSONS))
    if {a.unit.kind, b.unit.kind} & {Kind.COUNT, Kind.NUMBER} and b.number.value < 10:
        return False  # the Three Gorges
    said = story.said(first, NEARBY)
    turns = noun & _TURNS
    if whole and not noun and b.unit.kind in (Kind.COUNT, Kind.NUMBER):
        return True
    return turns <= said and bool(noun & said - turns or (turns and noun == turns))


def _known_one(story: Story, first: int, second: int, noun: frozenset[str], before: Sequence[int]) -> bool:
    """Whether the second figure can only be the first one, mistyped: nothing that follows or owns it makes it another's."""
    b = story.figures[second]
    if not mistyped(story, first, second) or any(agree(story.figures[k].quantity, b.quantity) for k in before):
        return False
    place = story.places[second]
    alone = _TURN if noun & _TURNS else _ALONE
    if not alone.match(story.skeleton, place + 1) or _HIS.search(story.skeleton, max(0, place - FAR), place):
        return False
    home = story.sentences[story.homes[first]]
    owner = _OWNER.search(story.text, max(0, b.start - FAR), b.start)
    names = [*_NAME.findall(story.text, b.end, b.end + 2 * FAR), *(owner.groups() if owner else ())]
    return all(name in story.text[home.start : home.end] for name in names)


_HIS = re.compile(r"\b(?:his|her|their) (?:[a-z]+ )?\Z")
_NAME = re.compile(r"(?<![.!?] )(?<=\s)[A-Z][\w-]+")
_OWNER = re.compile(r"\b([A-Z][\w-]+)['’]s? (?:[a-z]+ )?\Z")
