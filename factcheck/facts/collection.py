"""The collection: facts and claims as they come in from Python or from a file, and the Report of all of them.

In: figures as written, claims as written. Out: Facts. The one idea: a fact sheet is a document too. Each figure has its
place in it, so that every report can show the line; in Python the lines are written as facts and claims come in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from factcheck.claims import Assertable, Claim, evaluated, quantity_of
from factcheck.errors import BadFacts, FactcheckError
from factcheck.facts import naming, stating, together
from factcheck.facts.defining import defined
from factcheck.facts.grammar import Call, Equation, Literal, Misread, statement
from factcheck.facts.nouns import Entry, Fact, Place, Sheet, Stated
from factcheck.formula import Constant, Node, Role
from factcheck.model import Document, Figure, Report, Span
from factcheck.references import Reference
from factcheck.relations import WORD, Relation, load
from factcheck.repair import repairs


class Facts:
    """A collection of named figures and the claims between them."""

    def __init__(self, **values: Any) -> None:
        """Each value is a figure as a text would write it ("about 27,000 km²"), a number, a pint quantity, or, behind an
        equals sign, an expression over other facts ("= territory - held").

        Raises NotAQuantity, UnknownUnit, and BadFacts for a bad name, an unknown one or a circle of definitions.
        """
        self.path = ""  # of the file that it was read from
        self.source = ""  # the fact sheet as text: that file, or what was said in Python, a line each
        self._sheet = Sheet()
        self._put([self._written(name, value) for name, value in values.items()])

    @classmethod
    def read(cls, source: str, path: str, entries: Iterable[Entry], claims: Iterable[tuple[str, Place]]) -> Facts:
        """The facts and claims of a file, each with its place. Raises BadFacts."""
        facts = cls()
        facts.path, facts.source = path, source
        facts._put(entries)
        for text, place in claims:
            facts._claim(text, place)
        return facts

    def __iter__(self) -> Iterator[Fact]:
        return iter(self._sheet.facts.values())

    def __len__(self) -> int:
        return len(self._sheet.facts)

    def __contains__(self, name: object) -> bool:
        return name in self._sheet.facts

    def __getitem__(self, name: str) -> Fact:
        return self._sheet.facts[name]

    def __repr__(self) -> str:
        origin = f" from {self.path}" if self.path else ""
        return f"<Facts{origin}: {', '.join(self._sheet.facts)}; {len(self.claims)} claims>"

    @property
    def claims(self) -> tuple[Stated, ...]:
        """The claims, in the order in which they were made."""
        return tuple(self._sheet.claims)

    def add(self, name: str, value: Any, *, source: str = "", when: str = "", aliases: Iterable[str] = ()) -> Fact:
        """Add one fact: who says so, its year or date, and other names that a text may use for it.

        Raises what the constructor raises.
        """
        self._put([replace(self._written(name, value), source=source, when=str(when), aliases=tuple(aliases))])
        return self[name]

    def claim(self, statement: Any, /, **roles: Any) -> Claim:
        """Make a claim. It is judged at once on its own (and is true where it is consistent); `check` judges all together.

        It is an equation as written ("held / territory = 15%"), a `sympy.Eq` over the names, or a relation: in one string
        ("share(part=held, whole=territory, share='15%')"), or by its name or as an object, with its roles as arguments,
        each the name of a fact, a figure, or a list of them.

        Raises BadFacts where it cannot be read or its dimensions do not fit, BadRelation for an equation that is no
        formula, MissingRole and UnitMismatch for a relation's roles.
        """
        before = self.source
        try:
            if roles or isinstance(statement, Assertable | Relation):
                with self._placing(Place(Span(0, 0))):
                    text, parsed, relation = self._called(statement, roles)
                return Claim(self._state(text, self._line(text), parsed, relation).check)
            if isinstance(statement, str):
                return Claim(self._claim(statement, self._line(statement)).check)
            if hasattr(statement, "lhs") and hasattr(statement, "rhs"):
                text = f"{statement.lhs} = {statement.rhs}"
                return Claim(self._state(text, self._line(text), self._equation(statement)).check)
        except FactcheckError:
            self.source = before
            raise
        raise BadFacts(f"{statement!r} is neither an equation nor a relation")

    @property
    def references(self) -> tuple[Reference, ...]:
        """The facts as figures that a text is held against: `factcheck.check(text, facts=facts)`."""
        return tuple(naming.references(self, self.path))

    def check(self, prove: bool = False, seconds: float = 10) -> Report:
        """Judge all claims, each on its own and all together.

        With `prove`, z3 has the last word on whether they can all be true, and so many seconds for it; raises
        MissingExtra where it is not installed.
        """
        prover = None
        if prove:
            from factcheck.prove import Prover

            prover = Prover(seconds)
        found = together.judged(self._sheet, prover)
        stated = [claim.check for claim in self._sheet.claims]
        document, kinds = Document(self.source, self.source, ()), load()
        mended = (
            replace(each, repairs=repairs(each, kinds, document, stated)) if each.claim.kind in kinds else each
            for each in stated
        )
        return Report(document, self.figures, (*mended, *found.checks), found.sets)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures of the sheet in the order of their places: those of the facts, and those in the claims."""
        stated = [fact.figure for fact in self if fact.figure is not None]
        literal = [figure for claim in self._sheet.claims for figure in claim.literals.values()]
        return tuple(sorted((*stated, *literal), key=lambda figure: figure.span))

    # --- in -----------------------------------------------------------------------------------------------------------

    def _written(self, name: str, value: Any) -> Entry:
        """A fact said in Python, as a line of the sheet."""
        surface = value if isinstance(value, str) else quantity_of(value).surface
        start = len(self.source)
        place = self._line(surface, f"{name} " if surface.startswith("=") else f"{name} = ")
        return Entry(name, value, Span(start, start + len(name)), place)

    def _line(self, text: str, before: str = "") -> Place:
        """Append a line to the sheet."""
        start = len(self.source) + len(before)
        self.source += f"{before}{text}\n"
        return Place(Span(start, start + len(text)))

    def _put(self, entries: Iterable[Entry]) -> None:
        sheet = self._sheet
        sheet.facts, sheet.dimensions = defined(entries, sheet.facts, sheet.dimensions, self._placing)

    def _claim(self, text: str, place: Place) -> Stated:
        with self._placing(place):
            parsed = statement(text, self._sheet.facts, f"{len(self._sheet.claims)}.")
        return self._state(text, place, parsed)

    def _state(self, text: str, place: Place, parsed: Equation | Call, relation: Relation | None = None) -> Stated:
        literals = {key: _figure(text, place, each) for key, each in parsed.literals.items()}
        with self._placing(place):
            if isinstance(parsed, Equation):
                stated = stating.equation(text, place.span, parsed, literals, self._sheet)
            else:
                kind = relation or stating.named(parsed.relation)
                stated = stating.call(text, place.span, parsed, kind, literals, self._sheet)
        self._sheet.claims.append(stated)
        return stated

    def _called(self, relation: Any, roles: Mapping[str, Any]) -> tuple[str, Call, Relation]:
        """A relation with its roles as arguments, and the line that says the same."""
        kind = stating.named(relation) if isinstance(relation, str) else getattr(relation, "relation", relation)
        if not isinstance(kind, Relation):
            raise Misread(f"{relation!r} is no relation")
        call = Call(kind.name, {}, {}, {})
        text = f"{kind.name}("
        for role, given in roles.items():
            text += f"{'' if text.endswith('(') else ', '}{role}="
            many = given if isinstance(given, list | tuple) else [given]
            keys = []
            for number, value in enumerate(many):
                text += ", " if number else "[" if len(many) > 1 else ""
                if isinstance(value, str) and value in self:
                    keys.append(value)
                    text += value
                    continue
                keys.append(f"{len(self._sheet.claims)}.{len(call.literals) + len(call.words)} {value}")
                if isinstance(value, str) and kind.roles.get(role) == WORD:
                    call.words[keys[-1]] = surface = value
                else:
                    quantity = quantity_of(value)
                    surface, start = value if isinstance(value, str) else quantity.surface, len(text) + 1
                    call.literals[keys[-1]] = Literal(quantity, start, start + len(surface))
                text += f"'{surface}'"
            text += "]" if len(many) > 1 else ""
            call.roles[role] = tuple(keys)
        return f"{text})", call, kind

    def _equation(self, equation: Any) -> Equation:
        """A sympy equation over the names of facts."""
        names = sorted(symbol.name for symbol in equation.free_symbols)
        for name in names:
            if name not in self:
                raise BadFacts(f"{name!r} is no fact here; there are {', '.join(self._sheet.facts)}")
        sides = [evaluated(side, {name: Role(name) for name in names}) for side in (equation.lhs, equation.rhs)]
        left, right = (side if isinstance(side, Node) else Constant(side) for side in sides)
        return Equation(left, right, (str(equation.lhs), str(equation.rhs)), {})

    @contextmanager
    def _placing(self, place: Place) -> Iterator[None]:
        """Give what goes wrong inside it its place in the sheet."""
        try:
            yield
        except Misread as error:
            raise self._wrong(error.why, place.part(error.at, error.at).start) from None
        except FactcheckError as error:
            if self.path and not isinstance(error, BadFacts):
                raise self._wrong(str(error), place.span.start) from error
            raise

    def _wrong(self, why: str, at: int) -> BadFacts:
        """An error with the line and the column of an offset, where the sheet is a file."""
        if not self.path:
            return BadFacts(why)
        return BadFacts(why, self.path, *Document(self.source, "", ()).line_and_column(at))


def _figure(text: str, place: Place, literal: Literal) -> Figure:
    """A figure that stands in a claim, its hedge left out of its span."""
    surface, reach = literal.quantity.surface, place.part(literal.start, literal.end)
    at = text.find(surface, literal.start, literal.end)
    return Figure(place.part(at, at + len(surface)) if at >= 0 else reach, literal.quantity, reach)
