"""factcheck: a spell checker for numbers.

>>> import factcheck
>>> report = factcheck.check("12 of 48 patients (40%) relapsed.")
>>> print(report.findings[0].message)
12 of 48 patients is 25%, not 40%
>>> bool(factcheck.share(part="12", whole="48", share="25%"))
True

Every public name is loaded on its first use, so that the import costs next to nothing. Each kind of claim is a name
too: factcheck.share, factcheck.change, factcheck.total ...
"""

from __future__ import annotations

TYPE_CHECKING = False  # typing.TYPE_CHECKING, without the time that importing typing takes
if TYPE_CHECKING:
    from typing import Any

    from factcheck.claims import Claim, Quantity, relation
    from factcheck.errors import (
        BadFacts,
        BadRelation,
        FactcheckError,
        MissingExtra,
        MissingRole,
        NotAQuantity,
        UnitMismatch,
        UnknownUnit,
        Unreadable,
    )
    from factcheck.facts import Facts
    from factcheck.interfaces.assertion import Inconsistent, assert_consistent
    from factcheck.interval import Interval
    from factcheck.model import Check, Figure, Report, Verdict
    from factcheck.pipeline import check
    from factcheck.references import Reference
    from factcheck.relations import Example, Silent

_HOMES = {
    "check": "pipeline",
    "assert_consistent": "interfaces.assertion",
    "Inconsistent": "interfaces.assertion",
    "Facts": "facts",
    "Quantity": "claims",
    "Claim": "claims",
    "relation": "claims",
    "Reference": "references",
    "Example": "relations",
    "Silent": "relations",
    "Interval": "interval",
    "Check": "model",
    "Figure": "model",
    "Report": "model",
    "Verdict": "model",
    **dict.fromkeys(
        (
            "BadFacts",
            "BadRelation",
            "FactcheckError",
            "MissingExtra",
            "MissingRole",
            "NotAQuantity",
            "UnitMismatch",
            "UnknownUnit",
            "Unreadable",
        ),
        "errors",
    ),
}

__all__ = [
    "BadFacts",
    "BadRelation",
    "Check",
    "Claim",
    "Example",
    "FactcheckError",
    "Facts",
    "Figure",
    "Inconsistent",
    "Interval",
    "MissingExtra",
    "MissingRole",
    "NotAQuantity",
    "Quantity",
    "Reference",
    "Report",
    "Silent",
    "UnitMismatch",
    "UnknownUnit",
    "Unreadable",
    "Verdict",
    "assert_consistent",
    "check",
    "relation",
]


def _kinds() -> set[str]:
    """The kinds of claims, without loading them: each is a file of relations/; with an underscore, none is."""
    from pkgutil import iter_modules

    return {each.name for folder in __path__ for each in iter_modules([f"{folder}/relations"]) if each.name[0] != "_"}


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name in _HOMES:
        value = getattr(import_module(f"factcheck.{_HOMES[name]}"), name)
    elif name in _kinds():
        value = import_module("factcheck.claims").named(name)
    else:
        raise AttributeError(f"factcheck has no name and no kind of claim {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*__all__, *_kinds()})
