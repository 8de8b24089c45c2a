"""Two amounts, and the gap between them."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from factcheck.model import Claim, Passage
from factcheck.relations import AMOUNT, DIFFERENCE, Example, Silent, of_one_noun, relation


def in_order(passage: Passage, found: list[Claim]) -> Iterable[Claim]:
    """A gap has no direction: the larger of two amounts is the larger one, whichever is named first."""
    for claim in of_one_noun(passage, found):
        (larger,), (smaller,), (gap,) = (claim.figures(role) for role in ("larger", "smaller", "gap"))
        if gap.quantity.signed or any(figure.quantity.upper for _, figure in claim.roles):
            continue  # "plus or minus 4 points", "54-46"
        if larger.quantity.base().middle is None or smaller.quantity.base().middle is None:
            continue
        if (
            larger.quantity.number.value * larger.quantity.unit.factor
            < smaller.quantity.number.value * smaller.quantity.unit.factor
        ):
            other = {"larger": "smaller", "smaller": "larger"}
            claim = replace(claim, roles=tuple((other.get(role, role), figure) for role, figure in claim.roles))
        yield claim


@relation(
    reads="rounded",
    roles={"larger": AMOUNT, "smaller": AMOUNT, "gap": DIFFERENCE},
    frames={
        "en": [
            "{larger} ... {gap} .. OVER .. {smaller}",
            "{larger} ... {gap} .. OVER .. (.. {smaller}",
            "{larger} ... {gap} .. OVER .. , which .. {smaller}",
            "{smaller} ... {gap} .. UNDER .. {larger}",
            "{smaller} ... {gap} .. UNDER .. , who|which .. {larger}",
            "{larger} ... {smaller} .. PAUSE .. GAP ... {gap}",
            "{larger} ... {smaller} .. PAUSE .. {gap} .. GAP",
            "{larger} ... {smaller} //^ that|this|the ... GAP ... {gap}",
            "GAP between .. {larger} ... and .. {smaller} ... is|was|of .. {gap}",
            "{gap} .. GAP between .. {larger} ... and .. {smaller}",
            "LEADS ... by .. {gap} .... {larger} to|against|- .. {smaller}",
            "LEADS ... by .. {gap} // ... {larger} to|against|- .. {smaller}",
            "{larger} ... LEADS ... {smaller} PAUSE by {gap}",
        ]
    },
    says={"gap": "{larger} less {smaller} is {gap}"},
    examples=[
        Example("Hill took 2,909 votes and Moss 2,411, a margin of 498."),
        Example("Hill took 2,909 votes and Moss 2,411, a margin of 598.", finds="is 498, not 598"),
        Example("The fund raised £1.2m, £200,000 more than the £1m target."),
        Example("The fund raised £1.2m, £450,000 more than the £1m target.", finds="is £200,000, not £450,000"),
        Example("Women earn 52% of what men do in one and 36% in the other, a gap of 16 points."),
        Silent("Hill took 2,909 votes by a margin that surprised many."),
    ],
    candidates=in_order,
)
def gap(larger: Any, smaller: Any) -> Any:
    """Two amounts, and the gap between them."""
    return larger - smaller
