"""The nouns of a fact sheet: Place, Entry, Fact, Stated, Sheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from factcheck.facts.dimensions import Dimension
from factcheck.formula import Node
from factcheck.interval import Interval
from factcheck.model import Check, Figure, Quantity, Span
from factcheck.network import Constraint


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands in the fact sheet; `exact` where the sheet shows it letter for letter, without escapes."""

    span: Span
    exact: bool = True

    def part(self, start: int, end: int) -> Span:
        """The place of a part of the text."""
        return Span(self.span.start + start, self.span.start + end) if self.exact else self.span


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact as given, before it is read."""

    name: str
    value: Any
    key: Span  # where its name stands
    place: Place  # where its value stands
    source: str = ""
    when: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A named figure, as stated or as defined by others."""

    name: str
    surface: str  # as written: "about 27,000 km²", or "= territory - held"
    place: Span  # where that stands in the fact sheet
    figure: Figure | None  # None where it is defined by others
    definition: Node | None = None  # an expression over other facts
    source: str = ""  # who says so
    when: str = ""  # as written: "2017" or "2017-09-12"
    aliases: tuple[str, ...] = ()  # other names that a text uses for it

    @property
    def quantity(self) -> Quantity | None:
        """What is stated; None where it is defined by others."""
        return None if self.figure is None else self.figure.quantity


@dataclass(frozen=True, slots=True)
class Stated:
    """A claim as read and judged on its own, and what it says to the network."""

    text: str
    place: Span
    check: Check
    constraints: tuple[Constraint, ...]  # none for what the network does not reckon with: dates, currencies
    literals: Mapping[str, Figure]  # leaf of a constraint -> a figure that stands in the claim itself
    hidden: Mapping[str, Interval] = field(default_factory=dict)  # leaf -> the set of what is neither fact nor figure


@dataclass(slots=True)
class Sheet:
    """What has been said so far: the facts by name, their dimensions (None of a date), and the claims in order."""

    facts: dict[str, Fact] = field(default_factory=dict)
    dimensions: dict[str, Dimension | None] = field(default_factory=dict)
    claims: list[Stated] = field(default_factory=list)
