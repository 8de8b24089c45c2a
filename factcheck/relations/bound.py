"""Two amounts, and a word that says which is above the other."""

from typing import Any

from factcheck.relations import AMOUNT, WORD, Example, Silent, relation


def short(lower: Any, upper: Any) -> Any:
    """By how much the lower one falls short, below zero."""
    return lower - upper


@relation(
    reads="as_printed",
    roles={"upper": AMOUNT, "lower": AMOUNT, "excess": WORD, "short": WORD},
    chained=[short],
    frames={
        "en": [
            "{upper} PAUSE ... {excess:OVER} ... {lower}",
            "{lower} PAUSE ... {short:UNDER} ... {upper}",
            "{upper} {excess:OVER} .. {lower}",
            "{lower} {short:UNDER} .. {upper}",
        ]
    },
    says={
        "excess>0": "{upper} is more than {lower}",
        "excess<0": "{upper} is less than {lower}",
        "excess=0": "{upper} and {lower} are the same",
        "short>0": "{lower} is more than {upper}",
        "short<0": "{lower} is less than {upper}",
        "short=0": "{lower} and {upper} are the same",
    },
    examples=[
        Example("Profit reached £546m, ahead of the forecast of £532m."),
        Example("Profit reached £523m, ahead of the forecast of £532m.", finds="£523m is less than £532m"),
        Silent("Profit reached £523m, more than expected."),
    ],
)
def excess(upper: Any, lower: Any) -> Any:
    """Two amounts, and a word that says which is above the other."""
    return upper - lower
