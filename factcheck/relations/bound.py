"""Two amounts, and a word that says which is above the other."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from factcheck.model import Claim, Figure, Form, Passage
from factcheck.relations import AMOUNT, WORD, Example, Silent, half_of_score, listed, of_one_noun, relation
from factcheck.units import Kind


def short(lower: Any, upper: Any) -> Any:
    """By how much the lower one falls short, below zero."""
    return lower - upper


def compared(passage: Passage, found: list[Claim]) -> Iterable[Claim]:
    """The word that compares is no hedge of the figure it stands before."""
    for claim in of_one_noun(passage, found):
        if all(figure.quantity.unit.dimension == "[time]" for _, figure in claim.roles) and _RECORD.search(
            passage.document.text, claim.span.start, claim.span.end
        ):
            continue  # the shorter time is the better one
        if listed(passage, claim.roles[0][1]) or any(half_of_score(passage, figure) for _, figure in claim.roles):
            continue
        if not _alike(claim) or _GAP.match(passage.between(claim.roles[0][1], claim.roles[1][1])):
            continue
        roles = tuple((role, _plain(figure)) for role, figure in claim.roles)
        yield replace(claim, roles=roles)


def _alike(claim: Claim) -> bool:
    """Whether the two are written in one way, and bare numbers are of one size, so that they can be of one thing."""
    a, b = (figure.quantity for _, figure in claim.roles)
    if (a.number.form is Form.FRACTION) != (b.number.form is Form.FRACTION):
        return False
    if Kind.NUMBER in (a.unit.kind, b.unit.kind) and {a.unit.kind, b.unit.kind} <= {Kind.NUMBER, Kind.COUNT}:
        return bool(a.value and b.value) and 1 / APART <= a.value / b.value <= APART
    return True


# "$1.25 better than the $18.50" says how far the one is above, not what it is.
_GAP = re.compile(r" ?(?:[a-z]+(?:er|re|ss) (?:than|of)|above|below|under|over|ahead of|short of|up on|down on)\b")
_RECORD = re.compile(r"\b(?:record|best|beat|beating|mark|break|broke|broken|smash|clock|ran|title)")
APART = 5  # bare numbers whose ratio is larger measure different things


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
            "{upper} .... {excess:OVER} .. {lower}",
            "{lower} .... {short:UNDER} .. {upper}",
            "{upper} FROM .. {_} .... {excess:OVER} .. {lower}",
            "{lower} FROM .. {_} .... {short:UNDER} .. {upper}",
            "{upper} .... {excess:OVER} .. {_} .... {excess:OVER} .. {lower}",
            "{upper} .... UNDER .. {_} .... {excess:OVER} .. {lower}",
            "{lower} .... OVER .. {_} .... {short:UNDER} .. {upper}",
            "{lower} //^ [the] that|this|it|figure|total .... {_} .... {short:UNDER} .. {upper}",
            "{upper} //^ [the] that|this|it|figure|total .... {_} .... {excess:OVER} .. {lower}",
            "{upper} //^ that|this|it|the ... {excess:OVER} .. {lower}",
            "{lower} //^ that|this|it|the ... {short:UNDER} .. {upper}",
            "{upper} ... {excess:ONLY} .. {lower}",
            "{upper} .... {excess:BEATS} ... {lower}",
            "{excess:RECORD} {upper} .... after|compared|against ... {lower}",
            "won|wins|first ... {upper} // ... {excess:RANKED} {_} with|on .. {lower}",
            "with .. {upper=PN} .... {excess:RANKED} {_=O} with|on .. {lower=PN}",
            "{upper} PAUSE {excess:FOLLOWED} ... with|on|at .. {lower}",
            "{excess:LEAD} ... by {upper} to {lower}",
            "{upper=PN} .... {excess:WITH} .. {_=O} on|with|at .. {lower=PN}",
            "{excess:MORE} ... ({upper}) .. than ... ({lower})",
            "{lower=P} .... figure|number|rate|share|proportion {excess:CHANGE} to {upper=P}",
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
