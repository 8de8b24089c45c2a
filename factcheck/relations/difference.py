"""Two amounts, and the gap between them."""

import re
from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from typing import Any

from factcheck.model import Claim, Figure, Passage
from factcheck.relations import (
    AMOUNT,
    DIFFERENCE,
    Example,
    Silent,
    half_of_score,
    of_one_noun,
    passes_a_figure,
    relation,
    says_a_gap,
)
from factcheck.units import Kind

# "Plus or minus 4 points": a margin of error is no gap.
_MARGIN = re.compile(r"(?:minus|±|\+/-|error)[\w ]*\Z")


def in_order(passage: Passage, found: list[Claim]) -> Iterable[Claim]:
    """A gap has no direction: the larger of two amounts is the larger one, whichever is named first."""
    text = passage.document.text
    for claim in of_one_noun(passage, found):
        (larger,), (smaller,), (gap,) = (claim.figures(role) for role in ("larger", "smaller", "gap"))
        if (says_a_gap(passage, larger) and larger.start < gap.start) or (
            says_a_gap(passage, smaller) and smaller.start < gap.start
        ):
            continue
        if (
            smaller.quantity.unit.kind is Kind.NUMBER
            and larger.end < gap.start < smaller.start
            and passes_a_figure(passage, larger, gap)
        ):
            continue  # "two friends, walked 9 miles, four more than the five"
        home = passage.document.sentence(larger.start)
        if (
            home
            and gap.start > smaller.start > larger.start
            and any(each.quantity.comparable(larger.quantity) for each in passage.within(home.start, larger.start))
        ):
            continue  # a third amount stands beside the two
        if gap.quantity.signed or _MARGIN.search(text, max(0, gap.reach.start - 30), gap.start):
            continue
        if any(figure.quantity.upper for _, figure in claim.roles) or not _whole_score(passage, claim):
            continue
        if _value(larger, smaller) < _value(smaller, larger):
            other = {"larger": "smaller", "smaller": "larger"}
            claim = replace(claim, roles=tuple((other.get(role, role), figure) for role, figure in claim.roles))
        yield claim


def _whole_score(passage: Passage, claim: Claim) -> bool:
    """Whether no figure is half of a score, but for "by 12 points, 98-86"."""
    halves = [figure for _, figure in claim.roles if half_of_score(passage, figure)]
    (first,) = claim.figures("gap")
    return not halves or (len(halves) == 2 and passage.between(first, halves[0]).strip() == ",")


def _value(figure: Figure, fellow: Figure) -> Fraction:
    """The amount in base units; a bare number is in its fellow's."""
    bare = figure.quantity.unit.kind is Kind.NUMBER
    return figure.quantity.number.value * (fellow if bare else figure).quantity.unit.factor


@relation(
    reads="rounded",
    roles={"larger": AMOUNT, "smaller": AMOUNT, "gap": DIFFERENCE},
    frames={
        "en": [
            "{larger} .... {gap=CUNYBQ} .. OVER .. {smaller}",
            "{larger} .. PAUSE {gap=CUNYBQ} over|above|past .. target|limit|goal|budget|forecast|record|quota|mark ... {smaller}",
            "{larger} ... {gap=CUNYBQ} .. OVER ... ({smaller}",
            "{larger} ... {gap=CUNYBQ} .. OVER .. , which|who .. {smaller}",
            "{smaller} .... {gap=CUNYBQ} .. UNDER .. {larger}",
            "{smaller} ... {gap=CUNYBQ} .. UNDER .. , who|which .. {larger}",
            "{larger} ... {smaller} .. PAUSE .. GAP ... {gap}",
            "{larger} ... {smaller} .. PAUSE .. {gap} .. GAP",
            "{larger} ... {smaller} //^ that|this|the ... GAP ... {gap}",
            "GAP between .. {larger} ... and .. {smaller} ... is|was|of .. {gap}",
            "{gap} .. GAP between .. {larger} ... and .. {smaller}",
            "LEADS ... by .. {gap} .... {larger} to|against .. {smaller}",
            "LEADS ... by .. {gap} .. , {larger} - {smaller}",
            "LEADS ... by .. {gap} .. , {larger}-{smaller}",
            "LEADS ... by .. {gap} // ... {larger} to|against|- .. {smaller}",
            "{larger} ... LEADS ... {smaller} PAUSE by {gap}",
            "deficit|surplus|gap ... {gap} .... exports|imports ... {larger} .... imports|exports ... {smaller}",
            "deficit|surplus|gap ... {gap} // ... exports|imports ... {larger} .... imports|exports ... {smaller}",
            "{smaller} // ... {larger}, or {gap} more",
            "{larger} // ... {smaller}, or {gap} less",
            "{smaller} //^ that|it|this ... {gap=CUNYBQ} .. UNDER .. {larger}",
            "{larger} //^ that|it|this ... {gap=CUNYBQ} .. OVER .. {smaller}",
        ]
    },
    says={"gap": "{larger} less {smaller} is {gap}"},
    examples=[
        Example("Hill took 2,909 votes and Moss 2,411, a margin of 498."),
        Example(
            "Hill took 2,909 votes and Moss 2,411, a margin of 598.", finds="2,909 votes less 2,411 is 498, not 598"
        ),
        Example("The fund raised £1.2m, £200,000 more than the £1m target."),
        Example(
            "The fund raised £1.2m, £450,000 more than the £1m target.",
            finds="£1.2m less £1m is £200,000, not £450,000",
        ),
        Example("Women earn 52% of what men do in one and 36% in the other, a gap of 16 points."),
        Silent("Hill took 2,909 votes by a margin that surprised many."),
    ],
    candidates=in_order,
)
def gap(larger: Any, smaller: Any) -> Any:
    """Two amounts, and the gap between them."""
    return larger - smaller
