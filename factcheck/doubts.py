"""Doubts: findings that another figure nearby would set right. Then it is the link that is wrong, not a figure.

In: a finding and its passage. Out: whether it is in doubt. The one idea: a text of right figures ties each to its own
fellows; where a claim over several sentences fails, but holds with a figure of the same sort that stands in one of them
or in the one before, that figure was meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.judge import judge
from factcheck.model import Check, Claim, Figure, Passage, Verdict
from factcheck.relations import Relation

FEWEST = 3  # figures of a claim of which one may have been taken for another; of two, any third would do
MOST = 24  # figures that are tried in the place of each


def in_doubt(check: Check, relation: Relation, passage: Passage) -> bool:
    """Whether a finding would hold with another figure of the passage in the place of one of its own."""
    claim = check.claim
    if check.verdict is not Verdict.INCONSISTENT or len(claim.roles) < FEWEST or claim.place is not None:
        return False
    homes = {passage.document.sentence(figure.start) for _, figure in claim.roles}
    if len(homes) < 2:
        return False  # the words of one sentence tie its figures well enough
    return any(judge(other, relation).verdict is Verdict.CONSISTENT for other in _others(claim, passage))


def _others(claim: Claim, passage: Passage) -> Iterator[Claim]:
    """The claim with each figure near it in the place of each of its own that it could stand for."""
    own = {figure.span for _, figure in claim.roles}
    near = [each for each in _near(claim, passage) if each.span not in own and each.quantity.when is None]
    for number, (role, figure) in enumerate(claim.roles):
        for each in [each for each in near if _alike(figure, each)][:MOST]:
            roles = (*claim.roles[:number], (role, each), *claim.roles[number + 1 :])
            yield replace(claim, roles=tuple(sorted(roles, key=lambda role: role[1].span)), readings=())


def _near(claim: Claim, passage: Passage) -> tuple[Figure, ...]:
    """The figures of the sentences that the claim stands in, and of the one before."""
    sentences = passage.document.sentences
    first = next((k for k, span in enumerate(sentences) if span.end > claim.span.start), 0)
    home = passage.document.sentence(claim.roles[-1][1].start)
    return passage.within(sentences[max(0, first - 1)].start, home.end if home else claim.span.end)


def _alike(figure: Figure, other: Figure) -> bool:
    a, b = figure.quantity, other.quantity
    return a.sort is b.sort and a.unit.dimension == b.unit.dimension and a.unit.per == b.unit.per and a.age == b.age
