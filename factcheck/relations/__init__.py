"""What a relation is; each file of this folder holds one, and the folder is the registry.

In: a function that is a formula, decorated. Out: a Relation, which says what roles it has, how it reads its figures,
by which frames a text asserts it, and which examples prove all that. Nothing registers on import: `load()` reads the
folder when a check first needs it.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from factcheck.errors import BadRelation
from factcheck.formula import Formula
from factcheck.model import Claim, Passage, Reading


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that asserts the relation; `finds` is what the tool says where it does not hold."""

    text: str
    finds: str = ""
    undecided: bool = False  # it holds only in the loose reading of a hedge


@dataclass(frozen=True, slots=True)
class Silent:
    """A trap: a sentence that looks like the relation, and asserts nothing of the kind."""

    text: str


# A document relation: from the passage and the claims that the relation's frames found in it to those that stand.
Candidates = Callable[[Passage, list[Claim]], Iterable[Claim]]


# What a role may be filled by, and thereby which figures a frame's slot takes.
AMOUNT = (
    "amount"  # a figure with a unit that its fellow amounts share: money, lengths, people, percentages of one whole
)
DIFFERENCE = "difference"  # a difference of two amounts: of their sort, or points where they are percentages
RATIO = "ratio"  # a percentage, a fraction, two in five
FACTOR = "factor"  # double, threefold, 2.5 times
MEASURE = "measure"  # a figure with a physical unit
MONEY = "money"  # a figure in a currency
RATE = "rate"  # so much per something
COUNT = "count"  # a plain number of things
LENGTH = "length"  # a stretch of time
LIST = "list"  # what is listed, a figure whose value is its length
DATE, WEEKDAY, AGE = "date", "weekday", "age"
WORD = "word"  # never a figure in the text: a direction, the constant whole


@dataclass(frozen=True, slots=True)
class Relation:
    """A kind of claim. `formulas` are named for the role they yield; the first that has all its roles is judged."""

    name: str
    doc: str  # one line: the README row and the editor's hover
    reads: Reading
    roles: Mapping[str, str]  # role -> what fills it, one of the constants above
    formulas: tuple[Formula, ...]
    frames: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # language -> frames (see frames.py)
    examples: tuple[Example | Silent, ...] = ()
    says: Mapping[str, str] = field(default_factory=dict)  # yielded role -> the arithmetic as a sentence
    signed: frozenset[str] = frozenset()  # roles that take the sign of the clause's direction word: fell 5 %
    rounded: frozenset[str] = frozenset()  # roles whose counts are rounded too: a mean of 18 books may be 17.7
    candidates: Candidates | None = None  # looks at the whole document: keeps, drops or adds to what the frames found

    @property
    def amounts(self) -> frozenset[str]:
        """The roles whose figures are of one sort, the gap between two of them included."""
        return frozenset(role for role, fill in self.roles.items() if fill in (AMOUNT, DIFFERENCE))

    def formula(self, yields: str) -> Formula | None:
        """The formula that yields a role."""
        return next((formula for formula in self.formulas if formula.yields == yields), None)


def relation(
    *,
    reads: str,
    roles: Mapping[str, str],
    frames: Mapping[str, Iterable[str]] | None = None,
    examples: Iterable[Example | Silent] = (),
    says: Mapping[str, str] | None = None,
    signed: str = "",
    rounded: str = "",
    chained: Iterable[Callable[..., Any]] = (),
    candidates: Candidates | None = None,
    name: str = "",
) -> Callable[[Callable[..., Any]], Relation]:
    """Make a Relation of a formula; `chained` holds further formulas of the same kind.

    Raises BadRelation where a formula cannot be traced, holds a role twice, or names one that `roles` does not.
    """

    def make(function: Callable[..., Any]) -> Relation:
        kind = name or function.__module__.rpartition(".")[2]
        formulas = tuple(Formula.of(each) for each in (function, *chained))
        for formula in formulas:
            unknown = {formula.yields, *formula.roles} - set(roles)
            if unknown:
                raise BadRelation(
                    kind, f"its formula {formula.yields!r} has roles that `roles` lacks: {sorted(unknown)}"
                )
        return Relation(
            kind,
            inspect.getdoc(function) or "",
            Reading(reads),
            dict(roles),
            formulas,
            {language: tuple(each) for language, each in (frames or {}).items()},
            tuple(examples),
            dict(says or {}),
            frozenset(signed.split()),
            frozenset(rounded.split()),
            candidates,
        )

    return make


@functools.cache
def load() -> Mapping[str, Relation]:
    """Every relation of the folder, by name, in the order of the names."""
    found: dict[str, Relation] = {}
    for module in sorted(iter_modules(__path__), key=lambda each: each.name):
        for value in vars(import_module(f"{__name__}.{module.name}")).values():
            if isinstance(value, Relation):
                found[value.name] = value
    return found
