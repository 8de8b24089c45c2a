"""Two amounts, and a word that says which is above the other."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from factcheck.model import Claim, Figure, Passage
from factcheck.relations import AMOUNT, WORD, Example, Silent, relation


def short(lower: Any, upper: Any) -> Any:
    """By how much the lower one falls short, below zero."""
    return lower - upper


def compared(passage: Passage, found: list[Claim]) -> Iterable[Claim]:
    """The word that compares is no hedge of the figure it stands before."""
    for claim in found:
        roles = tuple((role, _plain(figure)) for role, figure in claim.roles)
        yield replace(claim, roles=roles)


def _plain(figure: Figure) -> Figure:
    quantity = figure.quantity
    one_sided = quantity.hedge is not None and (quantity.hedge.below[1] is None or quantity.hedge.above[1] is None)
    return replace(figure, quantity=replace(quantity, hedge=None)) if one_sided else figure


@relation(
    reads="as_printed",
    roles={"upper": AMOUNT, "lower": AMOUNT, "excess": WORD, "short": WORD},
    chained=[short],
    frames={
        "en": [
            "{upper} PAUSE ... {excess:OVER} ... {lower}",
            "{lower} PAUSE ... {short:UNDER} ... {upper}",
            "{upper} is|was|were|are .. {excess:OVER} .. {lower}",
            "{lower} is|was|were|are .. {short:UNDER} .. {upper}",
            "{upper} ... and .. {excess:OVER} ... {lower}",
            "{lower} ... and|but .. {short:UNDER} ... {upper}",
            "{lower} BREAK ... {short:UNDER} ... {upper}",
            "{upper} // the|this|that|its|it ... {excess:OVER} .. {lower}",
            "{lower} // the|this|that|its|it ... {short:UNDER} .. {upper}",
            "{upper} ... {excess:ONLY} .. {lower}",
            "{upper=CUNPB} ... {excess:BEATS} ... {lower}",
            "won|wins|first ... {upper=PN} // ... {excess:RANKED} {_=O} with|on .. {lower=PN}",
            "with .. {upper=PN} ... {excess:RANKED} {_=O} with|on .. {lower=PN}",
            "{upper=PN} PAUSE {excess:FOLLOWED} ... with|on .. {lower=PN}",
            "{excess:RECORD} {upper} PAUSE after|compared|against ... {lower}",
            "{lower=P} ... BREAK ... figure|number|rate|share|proportion {excess:CHANGE} to {upper=P}",
            "{excess:LEAD} ... by {upper} to {lower}",
            "a record {upper} PAUSE ... {excess:OVER} .. {lower}",
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
        Silent("Sales rose 5%, more than 20 analysts said."),
    ],
    candidates=compared,
)
def excess(upper: Any, lower: Any) -> Any:
    """Two amounts, and a word that says which is above the other."""
    return upper - lower
