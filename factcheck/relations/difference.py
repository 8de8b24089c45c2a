"""Two amounts, and the gap between them."""

from typing import Any

from factcheck.relations import AMOUNT, Example, Silent, relation


@relation(
    reads="rounded",
    roles={"larger": AMOUNT, "smaller": AMOUNT, "gap": AMOUNT},
    frames={
        "en": [
            "{larger} ... and .. {smaller} .. , a margin|gap|difference|lead of {gap}",
            "{larger} PAUSE {gap=CUN} OVER .. {smaller}",
            "{smaller} PAUSE {gap=CUN} UNDER .. {larger}",
            "{larger} to {smaller}, a margin|gap|difference|lead of {gap}",
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
        Silent("Hill took 2,909 votes by a margin that surprised many."),
    ],
)
def gap(larger: Any, smaller: Any) -> Any:
    """Two amounts, and the gap between them."""
    return larger - smaller
