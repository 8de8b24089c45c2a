"""Two amounts, and the gap between them."""

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from typing import Any

from factcheck.model import Claim, Figure, Passage
from factcheck.relations import AMOUNT, DIFFERENCE, Example, Silent, relation
from factcheck.relations._gaps import between_them
from factcheck.relations._spoken import apart_from, of_one_noun
from factcheck.relations._steps import gaps
from factcheck.units import Kind


def in_order(passage: Passage, found: list[Claim]) -> Iterable[Claim]:
    """A gap has no direction: the larger of two amounts is the larger one, whichever is named first."""
    known: list[Claim] = []
    for claim in of_one_noun(passage, found):
        (larger,), (smaller,) = claim.figures("larger"), claim.figures("smaller")
        if _value(larger, smaller) < _value(smaller, larger):
            other = {"larger": "smaller", "smaller": "larger"}
            claim = replace(claim, roles=tuple((other.get(role, role), figure) for role, figure in claim.roles))
        if between_them(passage, claim):
            known.append(claim)
    yield from known
    yield from apart_from(known, gaps(passage, known))


def _value(figure: Figure, fellow: Figure) -> Fraction:
    """The amount in base units; a bare number is in its fellow's."""
    bare = figure.quantity.unit.kind is Kind.NUMBER
    return figure.quantity.number.value * (fellow if bare else figure).quantity.unit.factor


@relation(
    reads="rounded",
    roles={"larger": AMOUNT, "smaller": AMOUNT, "gap": DIFFERENCE},
    frames={
        "en": [
            "{larger} .... {gap=CUNYBQ} .. OVER|UNDER .. {smaller}",
            "{larger} .. PAUSE {gap=CUNYBQ} over|above|past .. target|limit|goal|budget|forecast|record|quota|mark ... {smaller}",
            "{larger} ... {gap=CUNYBQ} .. OVER ... ({smaller}",
            "{larger} ... {gap=CUNYBQ} .. OVER .. , which|who .. {smaller}",
            "{smaller} ... {gap=CUNYBQ} .. UNDER .. , who|which .. {larger}",
            "{larger} ... {smaller} .. PAUSE .. GAP ... {gap}",
            "{larger} ... {smaller} .. PAUSE .. {gap} .. GAP",
            "GAP between .. {larger} ... and .. {smaller} ... is|was|of .. {gap}",
            "{gap} .. GAP between .. {larger} ... and .. {smaller}",
            "LEADS ... by .. {gap} .... {larger} to|against .. {smaller}",
            "LEADS ... by .. {gap} .. , {larger} - {smaller}",
            "LEADS ... by .. {gap} // ... {larger} to|against|- .. {smaller}",
            "{larger} from {_} , {gap=CUNYBQ} .. OVER ... , who|which have|has {smaller}",
            "{larger} ... LEADS ... {smaller} PAUSE by {gap}",
            "lost|carried|passed|approved|rejected|won|backed by .. {gap} .. , {larger} to|- .. {smaller}",
            "lost|carried|passed|approved|rejected|won|backed by .. {gap} .. , {smaller} to|- .. {larger}",
            "deficit|surplus|gap|shortfall .... {gap} .... EARNED .... {larger} .... SPENT .... {smaller}",
            "deficit|surplus|gap|shortfall .... {gap} .... SPENT .... {larger} .... EARNED .... {smaller}",
            "deficit|surplus|gap|shortfall .... {gap} /// ... EARNED .... {larger} .... SPENT .... {smaller}",
            "EARNED .... {larger} .... SPENT .... {smaller} .... deficit|surplus|shortfall of {gap}",
            "SPENT .... {larger} .... EARNED .... {smaller} .... deficit|surplus|shortfall of {gap}",
            "GAP of {gap} , {larger} ... and|to|against .. {smaller}",
            "GAP between ... ({larger}) ... and ... ({smaller}) ... is|was|of .. {gap}",
            "GAP of {gap} between ... ({larger}) ... and ... ({smaller})",
            "{larger} .... {gap=CUNYBQ} OVER|UNDER ... ({smaller})",
            "{larger} .. , {gap} more|higher|taller|longer|heavier|larger|wider|deeper|bigger than ... [,] at|on|with {smaller}",
            "{smaller} .. , {gap} below|short ... at {larger}",
            "{smaller} .. and ... {larger} .. , {gap} longer|more|higher|taller|heavier !than",
            "held|holds|retained|kept|took|captured|gained .. by .. {gap} .... {larger} to|against|- .. {smaller}",
            "{larger} .. , {gap} more than .. , who|which have|has|had|got|scored|managed|polled|took|made|won {smaller}",
            "{larger} .. , {gap} more than .. , .. , who|which have|has|had|got|scored|managed|polled|took|made|won {smaller}",
            "{smaller} ... {gap} BEHIND ... , on {larger}",
            "{gap} UNDER .. {larger} .. , CHANGING {smaller}",
            "{gap} UNDER .. {larger} .. , taking|selling|reaching {smaller}",
            "{smaller=Y} .. , {gap=Y} faster|quicker than .. {larger=YN}",
            "GAP between ... on|at|with {larger} , and ... on|at|with {smaller} , is|was .. {gap}",
            "{smaller} .. , {gap} fewer|less than ... , on {larger}",
            "{smaller} .. , {gap} fewer|less than ... , who|which have|has|had|got|scored {larger}",
            "{smaller} .. PAUSE {gap} BEHIND .. {larger}",
            "{smaller} .. PAUSE {gap} BEHIND ... , who|which .. {larger}",
            "{larger} .... OVER|UNDER .. {smaller} .. by {gap}",
            "{larger} .... BEATS .. {smaller} .. by {gap}",
            "lead|ahead .... {gap=QN} // ... {larger} ... {smaller}",
            "{gap=QN} .. ahead // ... {larger} ... {smaller}",
            "{larger} //^ that|it|this ... {gap=CUNYBQ} .. OVER|UNDER .. {smaller}",
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
        Example("Hill is four points ahead of Reed. The poll gives Hill 46% of the vote and Reed 42%."),
        Example(
            "The deficit grew to $60bn. Exports fell to $95bn, while imports grew to $165bn.",
            finds="$165bn less $95bn is $70bn, not $60bn",
        ),
        Example("It had a majority of 292, 385 voting for it and 93 against."),
        Example("Ely are fourth with 38 points, three behind the leaders, March, who have 41."),
        Silent("Hill's lead was four points last month. The new poll gives Hill 46% and Reed 41%."),
        Silent("The deficit rose to $60bn. Exports rose $3bn and imports fell $5bn."),
        Silent("Ely are three points ahead with 31. They have won nine games and drawn four."),
        Silent("Hill is six points ahead of Reed. In Kent Hill has 41% and Reed 25%."),
        Silent("Hill took 2,909 votes by a margin that surprised many."),
    ],
    candidates=in_order,
)
def gap(larger: Any, smaller: Any) -> Any:
    """Two amounts, and the gap between them."""
    return larger - smaller
