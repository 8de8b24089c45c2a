"""Claims: an equation or a relation over facts, judged on its own and turned into constraints for the network.

In: what the grammar read. Out: a Stated. The one idea: a relation over stated figures is the very claim that
`factcheck.share(...)` makes, with the same judge; an equation is two trees, in which what is defined by others is
written out before it is judged.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from difflib import get_close_matches
from typing import Any

from factcheck.claims import Assertable
from factcheck.facts.defining import written_out
from factcheck.facts.dimensions import Dimension, dimension, dimension_of, same, written
from factcheck.facts.grammar import Call, Equation, Misread
from factcheck.facts.judging import Sides, judged, values
from factcheck.facts.nouns import Sheet, Stated
from factcheck.formula import Formula, Node, Role, leaves, rebuilt
from factcheck.interval import LINE, Interval
from factcheck.model import Check, Claim, Figure, Reading, Span
from factcheck.network import Constraint
from factcheck.relations import AGE, DATE, LIST, MONEY, WEEKDAY, Relation, load

# Roles that the network does not reckon with: dates have no one base unit, and two currencies no rate.
_ALONE = (AGE, DATE, LIST, MONEY, WEEKDAY)


def equation(text: str, place: Span, parsed: Equation, literals: Mapping[str, Figure], sheet: Sheet) -> Stated:
    """State an equation. Raises Misread where dimensions do not fit or it divides by zero."""
    known, shown = _known(literals, sheet), _shown(literals)
    left, right = parsed.left, parsed.right
    same(left, dimension(left, known, shown), right, dimension(right, known, shown), shown)
    check = _judged("equation", place, (left, right), parsed.texts, literals, sheet)
    return Stated(text, place, check, (Constraint(text, left, right),), literals)


def call(
    text: str, place: Span, parsed: Call, relation: Relation, literals: Mapping[str, Figure], sheet: Sheet
) -> Stated:
    """State a relation by name. Raises Misread, MissingRole and UnitMismatch."""
    stated = {name: fact.figure for name, fact in sheet.facts.items() if fact.figure is not None} | dict(literals)
    used = [key for keys in parsed.roles.values() for key in keys if key not in parsed.words]
    if all(key in stated for key in used):
        filled: dict[str, Any] = {}
        for role, keys in parsed.roles.items():
            values = [parsed.words[key] if key in parsed.words else stated[key] for key in keys]
            filled[role] = values[0] if len(values) == 1 else values
        check = Assertable(relation)(**filled).check
        check = replace(check, claim=replace(check.claim, place=place))
        said, hidden = _said(
            text, parsed, relation, check.claim, _known(literals, sheet), _shown(literals), len(sheet.claims)
        )
        return Stated(text, place, check, said, literals, hidden)
    said, hidden = _said(text, parsed, relation, None, _known(literals, sheet), _shown(literals), len(sheet.claims))
    if len(said) != 1 or hidden:
        defined = next(key for key in used if key not in stated)
        raise Misread(f"{defined!r} is defined by others, and {relation.name}(...) needs stated figures here")
    one = said[0]
    texts = written(one.right, _shown(literals)), written(one.left, _shown(literals))
    check = _judged(relation.name, place, (one.right, one.left), texts, literals, sheet)
    return Stated(text, place, check, said, literals)


def named(name: str) -> Relation:
    """A relation by its name. Raises Misread with those there are."""
    found = load()
    if name not in found:
        near = get_close_matches(name, found, 1)
        meant = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(found)}"
        raise Misread(f"no relation is called {name!r}; {meant}")
    return found[name]


def _judged(
    kind: str,
    place: Span,
    sides: tuple[Node, Node],
    texts: tuple[str, str],
    literals: Mapping[str, Figure],
    sheet: Sheet,
) -> Check:
    left, right = (written_out(side, sheet.facts) for side in sides)
    figures: dict[str, Figure] = {}
    for name, _ in (*leaves(left), *leaves(right)):
        figure = literals[name] if name in literals else sheet.facts[name].figure
        assert figure is not None
        figures[name] = figure
    _one_scale(figures)
    roles = tuple((name if name in sheet.facts else "stated", figure) for name, figure in figures.items())
    quantities = {name: figure.quantity for name, figure in figures.items()}
    return judged(Sides(left, right, texts, quantities), Claim(kind, roles, place=place))


def _one_scale(figures: Mapping[str, Figure]) -> None:
    """Degrees of one scale add up; those of two scales, with zeros of their own, do not."""
    scales = {each.quantity.unit.name for each in figures.values() if each.quantity.unit.offset}
    units = {each.quantity.unit.name for each in figures.values() if each.quantity.unit.dimension == "[temperature]"}
    if scales and len(units) > 1:
        raise Misread(f"mixes {' and '.join(sorted(units))}; give all temperatures in one unit, or use conversion(...)")


def _known(literals: Mapping[str, Figure], sheet: Sheet) -> dict[str, Dimension | None]:
    return sheet.dimensions | {key: dimension_of(figure.quantity) for key, figure in literals.items()}


def _shown(literals: Mapping[str, Figure]) -> dict[str, str]:
    return {key: figure.quantity.surface for key, figure in literals.items()}


# --- constraints ----------------------------------------------------------------------------------------------------

Said = tuple[tuple[Constraint, ...], dict[str, Interval]]  # and the sets of names that are neither facts nor figures


def _said(
    text: str,
    parsed: Call,
    relation: Relation,
    claim: Claim | None,
    known: Mapping[str, Dimension | None],
    shown: Mapping[str, str],
    number: int,
) -> Said:
    """What a relation says to the network: its formulas over the names that fill its roles."""
    if any(fill in _ALONE for fill in relation.roles.values()):
        return (), {}
    if relation.reads is Reading.CONVERTED:
        return _converted(text, parsed, relation, claim, number)
    words = dict(claim.words) if claim else {}
    said, hidden = [], {}
    counts = {role: len(keys) for role, keys in parsed.roles.items()}
    complete = [formula for formula in relation.formulas if not _gaps(formula, parsed)]
    # "down 40p, or 8%, at 460p": what no figure fills gets a name of its own, by which two formulas are joined
    for formula in complete or [each for each in relation.formulas if len(_gaps(each, parsed)) == 1]:

        def put(role: Role) -> Role:
            if role.name in words or role.name not in parsed.roles:
                name = f"{number} {role.name}"
                hidden[name] = Interval(words[role.name].low, words[role.name].high) if role.name in words else LINE
                return Role(name)
            return Role(parsed.roles[role.name][role.index])

        result, tree = put(Role(formula.yields)), rebuilt(formula.tree(counts), put)
        if all(name in known for name, _ in (*leaves(result), *leaves(tree))):
            same(result, dimension(result, known, shown), tree, dimension(tree, known, shown), shown)
        said.append(Constraint(text, result, tree))
    return tuple(said), hidden


def _gaps(formula: Formula, parsed: Call) -> set[str]:
    return {formula.yields, *formula.roles} - formula.variadic - set(parsed.roles)


def _converted(text: str, parsed: Call, relation: Relation, claim: Claim | None, number: int) -> Said:
    """One amount in two units: equal but for what the two printed figures differ by, and the rounding of the first."""
    if claim is None:
        return (), {}
    first, second = (claim.figures(role)[0].quantity for role in relation.roles)
    sizes = [quantity.size for quantity in (first, second)]
    width = values(first, loose=True).width
    if first.unit.offset or second.unit.offset or first.upper or second.upper or width is None:
        return (), {}
    if dimension_of(first) != dimension_of(second):
        return (), {}
    room = max(abs(sizes[0] - sizes[1]), second.number.significant_place * second.unit.factor) + width
    one, other = (parsed.roles[role][0] for role in relation.roles)
    slack = f"{number} slack"
    return (Constraint(text, Role(one), Role(other) + Role(slack)),), {slack: Interval.around(0, room)}
