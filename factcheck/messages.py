"""Messages: what comparing the stated with the implied shows, in one sentence that an editor would say.

In: a claim, its Case and the Outcome. Out: a Check. The one idea: the relation's file says the arithmetic ("{part} of
{whole} is {share}"), with a sentence of its own for a rise and a fall where they differ (`rate>0`, `rate<0`, `rate=0`);
what follows (", not 40%", "; with rounding 75.9 to 77.8%, so 76% holds") is the same for all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from factcheck.cases import Case, Key, negative
from factcheck.formula import Formula
from factcheck.interval import Interval
from factcheck.model import Check, Claim, Figure, Form, Quantity, Verdict
from factcheck.relations import AGE, Relation
from factcheck.units import Kind
from factcheck.wording import DAYS, like, listed, short, span, telling, times, years

_OPTIONAL = re.compile(r"\[([^\[\]{]*\{(\w+)\}[^\[\]{]*)\]")  # "[ less {minus}]": only where the claim has such figures


@dataclass(frozen=True, slots=True)
class Compared:
    """What comparing shows: the implied set, the stated one, and what the face values imply."""

    verdict: Verdict
    implied: Interval
    stated: Interval
    face: Interval


@dataclass(frozen=True, slots=True)
class Outcome(Compared):
    """What comparing by one formula shows."""

    formula: Formula


def phrased(claim: Claim, case: Case, outcome: Outcome) -> Check:
    """The check, with its sentence."""
    key = (outcome.formula.yields, 0)
    template, sign = _template(case.relation, outcome)
    twice = "{stated}" in template  # the sentence sets two figures side by side, and denies nothing
    surfaces = _surfaces(case, outcome.formula, twice)
    template = _OPTIONAL.sub(lambda match: match[1] if match[2] in surfaces else "", template)
    figure = case.keys.get(key)
    if figure is None:  # a word's role: a direction, or the constant whole
        value = "" if outcome.face.middle is None else f"{short(outcome.face.middle * 100)}%"
        message = template.format_map({**surfaces, key[0]: value})
        if outcome.verdict is Verdict.INCONSISTENT:
            message += _denied(case.relation, sign, surfaces, "")
        return Check(claim, outcome.verdict, message)
    if case.relation.roles[key[0]] == AGE or figure.quantity.age:
        shown, stated, implied = _in_years(outcome)
    else:
        shown, stated, implied = _in_its_unit(case, key, figure.quantity, outcome, sign)
    holds_at_face = outcome.face.middle is None or outcome.face.middle in outcome.stated
    by_rounding = outcome.verdict is Verdict.CONSISTENT and not holds_at_face
    said = _said(figure)
    unbounded = case.relation.says.get(f"{key[0]}?") if outcome.face.low is None or outcome.face.high is None else None
    if unbounded and outcome.verdict is Verdict.CONSISTENT:  # nothing to hold it against
        return Check(claim, outcome.verdict, unbounded.format_map({**surfaces, "stated": said}))
    message = template.format_map({**surfaces, key[0]: shown, "stated": said})
    if twice:
        message += ", which may be the same" if by_rounding or outcome.verdict is Verdict.UNDECIDED else ""
    elif outcome.verdict is Verdict.INCONSISTENT:
        turned = negative(outcome.stated) != negative(outcome.face) and outcome.face != Interval.point(0)
        message += _denied(case.relation, sign, surfaces, said, turned)
    else:
        message += _held(outcome.verdict, by_rounding, implied, said, case.relation.says)
    return Check(claim, outcome.verdict, message, stated, implied, by_rounding)


def worded(claim: Claim, outcome: Compared, quantity: Quantity, scale: Fraction, say: Callable[[str], str]) -> Check:
    """The check of a claim that is no relation's: `say` makes a sentence of what is implied.

    `scale` takes a value to the unit of the quantity, which is the stated figure.
    """
    wanted, holds = _surface(quantity), outcome.verdict is not Verdict.INCONSISTENT
    said = f"{quantity.hedge.word} {wanted}" if quantity.hedge else wanted
    value, extent = outcome.face.middle, span(outcome.implied * scale, quantity, 1)
    if value is None:
        message = say("any value")
    else:
        message = say(like(value * scale, quantity, 1) if holds else telling(value * scale, quantity, wanted))
    by_rounding = outcome.verdict is Verdict.CONSISTENT and not (value is not None and value in outcome.stated)
    message += _held(outcome.verdict, by_rounding, extent, said, {}) if holds else f", not {said}"
    return Check(claim, outcome.verdict, message, span(outcome.stated * scale, quantity, 1), extent, by_rounding)


def _held(verdict: Verdict, by_rounding: bool, implied: str, said: str, says: Mapping[str, str]) -> str:
    """How a claim that is no finding holds; `says` may name what else than rounding leaves room, and what is loose in it."""
    if verdict is Verdict.UNDECIDED:
        return f"; {said} {says.get('loose', 'is a loose way to put it')}"
    return f"; {says.get('room', 'with rounding')} {implied}, so {said} holds" if by_rounding else ""


def _surfaces(case: Case, formula: Formula, hedged: bool) -> dict[str, str]:
    """What stands for each role in the sentence: the figures as written, several as a list; a word's value."""
    several: dict[str, list[str]] = {}
    for (role, _), figure in case.keys.items():
        full = hedged or figure.quantity.unit.kind is Kind.MULTIPLE
        several.setdefault(role, []).append(_said(figure) if full else _surface(figure.quantity))
    found = {role: listed(each) for role, each in several.items()}
    for role in formula.roles:
        if role in found or role in formula.variadic:
            continue
        word = case.face.get((role, 0))
        if word is None:
            found[role] = _gap(case, role, formula)
        else:
            bounded = word.low is not None and word.high is not None
            found[role] = short(word.low) if word.low is not None and bounded else role
    return found


def _surface(quantity: Quantity) -> str:
    """The figure as written; in words without the capital that began a sentence."""
    surface = " ".join(quantity.surface.split())
    return surface if quantity.number.form is Form.DIGITS else surface[:1].lower() + surface[1:]


def _said(figure: Figure) -> str:
    """The stated figure with its hedge; "tripled" as what it is, three times."""
    quantity = figure.quantity
    plain = times(quantity.number.value) if quantity.unit.kind is Kind.MULTIPLE else _surface(quantity)
    plain = DAYS[quantity.number.mantissa % 7] if quantity.unit.kind is Kind.WEEKDAY else plain
    return f"{quantity.hedge.word} {plain}" if quantity.hedge else plain


def _gap(case: Case, role: str, formula: Formula) -> str:
    """A role that no figure fills, as the other formula reckons it at face value."""
    found = case.gap(role, formula, case.face)
    fellow = next((key for key in case.keys if key[0] in case.relation.amounts), None)
    if found is None or found.middle is None or fellow is None:
        return role
    quantity = case.keys[fellow].quantity
    return telling(found.middle / case.units[fellow].factor, quantity, _surface(quantity))


def _template(relation: Relation, outcome: Outcome) -> tuple[str, str]:
    """The relation's sentence for what it yields, and the sign that chose it, where the relation has one for each."""
    role, middle = outcome.formula.yields, outcome.face.middle or Fraction(0)
    sign = ">0" if middle > 0 else "<0" if middle < 0 else "=0"
    if f"{role}{sign}" in relation.says:
        return relation.says[f"{role}{sign}"], sign
    return relation.says.get(role, f"{outcome.formula}: {{{role}}}"), ""


def _denied(relation: Relation, sign: str, surfaces: Mapping[str, str], said: str, turned: bool = False) -> str:
    """What a finding denies: ", not 40%"; for a direction or a whole what the relation's file says."""
    own = relation.says.get(f"not{sign}" if not said or turned else "not", "")
    if said and "{stated}" not in own:
        own = "not {stated}"
    return f", {own.format_map({**surfaces, 'stated': said})}" if own else ""


def _in_years(outcome: Outcome) -> tuple[str, str, str]:
    implied = years(outcome.implied)
    return f"{implied} {'year' if implied == '1' else 'years'}", years(outcome.stated), implied


def _in_its_unit(case: Case, key: Key, quantity: Quantity, outcome: Outcome, sign: str) -> tuple[str, str, str]:
    """The figure that the others imply, the stated set and the implied one; where words say "down", no minus."""
    if quantity.unit.kind is Kind.DATE:
        return _surface(quantity), _surface(quantity), _surface(quantity)
    scale = case.scales[key]
    value = None if outcome.face.middle is None else outcome.face.middle / scale
    if value is not None and sign and key[0] in case.relation.signed:
        value = abs(value)
    wrong = outcome.verdict is Verdict.INCONSISTENT
    shown = "" if value is None else telling(value, quantity, _surface(quantity)) if wrong else like(value, quantity, 1)
    return shown, span(outcome.stated / scale, quantity, 1), span(outcome.implied / scale, quantity, 1)
