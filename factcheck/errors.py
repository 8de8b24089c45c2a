"""What can go wrong. A contradiction between figures is a value (a Check), and an exception only where one asserts that
there is none; all else is misuse.

FactcheckError
├── NotAQuantity    (ValueError)   a string holds no figure, or more than one
├── UnknownUnit     (ValueError)   a unit that no table knows
├── UnitMismatch    (TypeError)    figures whose units cannot stand in these roles together
├── MissingRole     (TypeError)    a claim lacks a role, or names one that its relation does not have
├── BadFacts        (ValueError)   a fact or a claim of a fact sheet that cannot be read, with its place in the file
├── BadRelation     (ValueError)   a relation whose formula cannot be traced or inverted, or whose frame cannot be read
├── MissingExtra    (ImportError)  what was asked for needs a package that is not installed
├── Unreadable      (OSError)      a source that cannot be read as text
└── Inconsistent    (AssertionError)  what `assert_consistent` raises; in interfaces/assertion.py, since it has a Report
"""

from __future__ import annotations


class FactcheckError(Exception):
    """The root of all errors that factcheck raises on purpose."""


class NotAQuantity(FactcheckError, ValueError):
    """A string that was to be one figure holds none, or more than one."""

    def __init__(self, surface: str, why: str = "holds no figure") -> None:
        self.surface, self.why = surface, why
        super().__init__(f"{surface!r} {why}; write one figure with its unit, such as 'about 27,000 km²'")


class UnknownUnit(FactcheckError, ValueError):
    """A unit that neither pint nor factcheck's own table knows."""

    def __init__(self, unit: str) -> None:
        self.unit = unit
        super().__init__(f"unknown unit {unit!r}")


class UnitMismatch(FactcheckError, TypeError):
    """Figures whose units cannot stand in their roles together."""

    def __init__(self, relation: str, why: str) -> None:
        self.relation, self.why = relation, why
        super().__init__(f"{relation}: {why}")


class MissingRole(FactcheckError, TypeError):
    """A claim lacks a role of its relation, or names one that the relation does not have."""

    def __init__(self, relation: str, why: str) -> None:
        self.relation, self.why = relation, why
        super().__init__(f"{relation}: {why}")


class BadRelation(FactcheckError, ValueError):
    """A relation that cannot be used: its formula or one of its frames is not of the form that README describes."""

    def __init__(self, relation: str, why: str) -> None:
        self.relation, self.why = relation, why
        super().__init__(f"relation {relation!r}: {why}")


class BadFacts(FactcheckError, ValueError):
    """A fact or a claim of a fact sheet that cannot be read: what is wrong, where it is known, and what to do."""

    def __init__(self, why: str, path: str = "", line: int = 0, column: int = 0) -> None:
        self.why, self.path, self.line, self.column = why, path, line, column
        place = ":".join(str(part) for part in (path, line, column) if part)
        super().__init__(f"{place}: {why}" if place else why)


class MissingExtra(FactcheckError, ImportError):
    """What was asked for needs a package that only an extra installs."""

    def __init__(self, what: str, extra: str) -> None:
        self.what, self.extra = what, extra
        super().__init__(f"{what}: pip install 'factcheck-numbers[{extra}]'")


class Unreadable(FactcheckError, OSError):
    """A source that cannot be read as text."""

    def __init__(self, path: str, why: str) -> None:
        self.path, self.why = path, why
        super().__init__(f"{path}: {why}")
