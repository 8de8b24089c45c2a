"""Two amounts, and the gap between them."""

from typing import Any

from factcheck.relations import AMOUNT, Example, Silent, relation


@relation(
    reads="rounded",
    roles={"larger": AMOUNT, "smaller": AMOUNT, "gap": AMOUNT},
    frames={
        "en": [
            "{larger} ... and .. {smaller} .. , a margin|gap|difference|lead of {gap}",
            "{larger} to {smaller}, a margin|gap|difference|lead of {gap}",
        ]
    },
    says={"gap": "{larger} less {smaller} is {gap}"},
    examples=[
        Example("Hill took 2,909 votes and Moss 2,411, a margin of 498."),
        Example("Hill took 2,909 votes and Moss 2,411, a margin of 598.", finds="is 498, not 598"),
        Silent("Hill took 2,909 votes by a margin that surprised many."),
    ],
)
def gap(larger: Any, smaller: Any) -> Any:
    """Two amounts, and the gap between them."""
    return larger - smaller
