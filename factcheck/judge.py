"""The judge: does what the figures of a claim imply meet what is stated, as sets of values?

In: a Claim and its Relation. Out: a Check. The one idea: every figure is a set (rounding and hedge taken in); the
formula carries the sets of all but one role to that one; the claim is consistent where the two meet in the tight sets,
undecided where they meet only in the loose ones, inconsistent else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.cases import Case, Key, case, only
from factcheck.converted import converts
from factcheck.formula import Formula
from factcheck.interval import Interval
from factcheck.messages import Outcome, phrased
from factcheck.model import Check, Claim, Reading, Verdict
from factcheck.relations import Relation

# Which verdict to prefer among several ways to read the same words: one that holds is taken.
_PREFERRED = {Verdict.CONSISTENT: 0, Verdict.UNDECIDED: 1, Verdict.INCONSISTENT: 2}


def judge(claim: Claim, relation: Relation) -> Check:
    """Judge a claim under its plainest reading, or under another that holds."""
    checks = [_judged(reading, relation) for reading in _readings(claim)]
    return min(checks, key=lambda check: _PREFERRED[check.verdict])


def consistent(claim: Claim, relation: Relation) -> bool:
    """Whether a claim is consistent, without the sentence that says why."""
    for reading in _readings(claim):
        if relation.reads is Reading.CONVERTED:
            verdict = _judged(reading, relation).verdict
        else:
            outcomes = _outcomes(case(reading, relation))
            verdict = outcomes[0].verdict if outcomes else Verdict.UNDECIDED
        if verdict is Verdict.CONSISTENT:
            return True
    return False


def _readings(claim: Claim) -> Iterator[Claim]:
    for roles in (claim.roles, *claim.readings):
        yield Claim(claim.kind, roles, claim.words, claim.readings)


def _judged(claim: Claim, relation: Relation) -> Check:
    if relation.reads is Reading.CONVERTED:
        first, second = (claim.figures(role)[0].quantity for role in relation.roles)
        fit, wanted, sentence, by_rounding = converts(first, second)
        return Check(claim, fit, sentence, " ".join(second.surface.split()), wanted, by_rounding)
    sets = case(claim, relation)
    outcomes = _outcomes(sets)
    if not outcomes:
        return Check(claim, Verdict.UNDECIDED, "nothing here can be reckoned from the rest")
    return phrased(claim, sets, outcomes[0])


def _outcomes(sets: Case) -> list[Outcome]:
    """What each formula that has all its roles shows, the worst first."""
    formulas = sets.relation.formulas
    outcomes = [
        _outcome(formula, sets.tight, sets.loose, sets.face) for formula in formulas if _complete(formula, sets)
    ] or list(_chained(sets))
    order = [formula.yields for formula in formulas]
    return sorted(outcomes, key=lambda each: (-_PREFERRED[each.verdict], order.index(each.formula.yields)))


def _complete(formula: Formula, sets: Case) -> bool:
    """Whether all its roles are filled, of those that many figures may fill at least one."""
    needed = {formula.yields, *formula.roles} - formula.variadic
    return all((role, 0) in sets.tight for role in needed) and (
        not formula.variadic or any((role, 0) in sets.tight for role in formula.variadic)
    )


def _outcome(
    formula: Formula, tight: Mapping[Key, Interval], loose: Mapping[Key, Interval], face: Mapping[Key, Interval]
) -> Outcome:
    key = (formula.yields, 0)
    implied, stretched, plain = (
        formula.forward({each: values for each, values in sets.items() if each[0] in formula.roles})
        for sets in (tight, loose, face)
    )
    if implied & tight[key]:
        verdict = Verdict.CONSISTENT
    elif stretched & loose[key] or not stretched:  # an empty set is a division by zero: nothing can be told
        verdict = Verdict.UNDECIDED
    else:
        verdict = Verdict.INCONSISTENT
    return Outcome(verdict, implied, tight[key], plain, formula)


def _chained(sets: Case) -> Iterator[Outcome]:
    """Rate, delta and new are stated but old is not: one formula turned round fills the gap of the other."""
    for filler in sets.relation.formulas:
        missing = [role for role in filler.roles if (role, 0) not in sets.tight and role not in filler.variadic]
        if len(missing) != 1 or (filler.yields, 0) not in sets.tight:
            continue
        role = missing[0]
        for formula in sets.relation.formulas:
            have = all((each, 0) in sets.tight or each == role for each in (formula.yields, *formula.roles))
            if formula is filler or role not in formula.roles or not have:
                continue
            yield _outcome(
                formula,
                *(
                    {**values, (role, 0): filler.solve(role, 0, only(filler, values))}
                    for values in (sets.tight, sets.loose, sets.face)
                ),
            )
