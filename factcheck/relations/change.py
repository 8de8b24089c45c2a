"""One amount at two times, and by how much it changed: in its unit, in per cent, or both."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from factcheck.model import Claim, Passage
from factcheck.relations import AMOUNT, DIFFERENCE, RATIO, Example, Silent, relation
from factcheck.relations._agreeing import changes
from factcheck.relations._changes import reads_as_one
from factcheck.relations._measures import of_one_measure
from factcheck.relations._spoken import apart_from, of_one_noun, only_better
from factcheck.relations._steps import steps
from factcheck.relations._turns import said_of_another


def of_one_thing(passage: Passage, found: list[Claim]) -> Iterable[Claim]:
    """Those whose rate, word and amounts are of one thing, as far as the words around them tell."""
    known = [
        _of_any(passage, _with_old(passage, claim))
        for claim in of_one_noun(passage, found)
        if not (only_better(passage, claim) or said_of_another(passage, claim))
        and reads_as_one(passage, claim)
        and of_one_measure(passage, claim)
    ]
    yield from known
    fitting = list(apart_from(known, changes(passage, known)))
    yield from fitting
    yield from apart_from([*known, *fitting], steps(passage, [*known, *fitting]))


def _with_old(passage: Passage, claim: Claim) -> Claim:
    """The claim with what the change is from, where that follows the change in both its forms: "up by £2m, or 20%, from £10m"."""
    if claim.figures("old") or claim.roles[-1][0] == "new":
        return claim
    text, last, (new,) = passage.document.text, claim.span.end, claim.figures("new")
    after = passage.within(last, last + NEAR)
    if not after or not after[0].quantity.comparable(new.quantity) or after[0].quantity.when is not None:
        return claim
    if not _FROM.fullmatch(text, last, after[0].reach.start):
        return claim
    return replace(claim, roles=(*claim.roles, ("old", after[0])), readings=())


NEAR = 40  # code points behind a change in which "from" may lead to the old amount
_FROM = re.compile(r"\)?,? (?:from|on|over|compared with|against) (?:the )?(?:[a-z’']+ ){0,3}")


MOST = 6  # figures before an amount that it may be taken for


def _of_any(passage: Passage, claim: Claim) -> Claim:
    """The claim with each amount before "an increase of 6% on last year's 17p" as a reading: it may be of any of them."""
    (new, *more), (old, *_) = claim.figures("new"), claim.figures("old") or (None,)
    if more or old is None or claim.roles[0][0] != "new" or claim.roles[-1][0] != "old":
        return claim
    others = [
        each
        for each in passage.before(new)[-MOST:]
        if each.quantity.when is None and each.quantity.comparable(new.quantity)
    ]
    readings = tuple(
        tuple((role, each if role == "new" else figure) for role, figure in claim.roles) for each in others
    )
    return replace(claim, readings=(*claim.readings, *readings))


def delta(old: Any, new: Any) -> Any:
    """The change in the unit of the amounts."""
    return new - old


@relation(
    reads="rounded",
    roles={"rate": RATIO, "delta": DIFFERENCE, "old": AMOUNT, "new": AMOUNT},
    signed="rate delta",
    chained=[delta],
    frames={
        "en": [
            # the verb or noun, then the rate, then both amounts
            "CHANGE .. {rate} !of ... TO .. {new} ... FROM .. {old}",
            "CHANGE ... {rate} !of ... TO .. {new} ... FROM .. {old}",
            "CHANGE .. {rate} !of ... FROM .. {old} .. [,] TO .. {new}",
            "CHANGE ... {rate} !of ... FROM .. {old} .. [,] TO .. {new}",
            "{rate} .. CHANGE ... TO .. {new} ... FROM .. {old}",
            "{rate} .. CHANGE ... FROM .. {old} .. [,] TO .. {new}",
            "{rate} .. CHANGE ... TO .. {new} ({_}: .. {old})",
            "{sign:LOSING} .. {rate} of its|his|her|their .. , CHANGE FROM .. {old} .. [,] TO .. {new}",
            "CHANGE ... {rate} (FROM .. {old} TO .. {new})",
            "CHANGE ... {rate} (.. {old} to .. {new})",
            "CHANGE ... {rate} ... ({old} → .. {new})",
            "CHANGE ... {rate} ... TO .. {new} (FROM .. {old})",
            "{sign:OFF} {rate=P} to .. {new} ... FROM .. {old}",
            "CHANGE ... {rate} ... TO .. {new} (.. VERSUS .. {old})",
            "CHANGE ... {rate} ... TO .. {new} ({_}: .. {old})",
            # both amounts, then the rate
            "FROM .. {old} TO .. {new} .. PAUSE .. {rate} .. CHANGE",
            "FROM .. {old} TO .. {new} .. PAUSE .. CHANGE .. {rate} !of",
            "FROM .. {old} TO .. {new}, a difference of {rate}",
            "CHANGE ... FROM .. {old} .. TO .. {new} .. PAUSE a loss|gain of {rate}",
            "CHANGE ... FROM .. {old} .. [,] TO .. {new} .. PAUSE [or] [by] {rate} !of",
            "CHANGE ... FROM .. {old} .. [,] TO .. {new} .. ({rate}",
            "CHANGE ... TO .. {new} .. FROM .. {old} .. PAUSE [or] {rate} !of",
            "CHANGE ... TO .. {new} .. FROM .. {old} .. ({rate}",
            "CHANGE ... TO .. {new} .. FROM .. {old} .. PAUSE .. {rate} .. CHANGE",
            "CHANGE ... TO .. {new} .. FROM .. {old} .. PAUSE .. CHANGE .. {rate} !of",
            "{new} ({_}: .. {old}) PAUSE .. CHANGE .. {rate} !of",
            "{new} (.. {old}) PAUSE .. CHANGE of {rate} !of",
            "{new} ({old}) , CHANGE [by] {rate} !of",
            "CHANGE ... {rate} ... TO .. {new} .. , having [ended|closed|finished] [the] [previous|last] [day|session|week] at .. {old}",
            "{new} .... {rate} .. {sign:PREMIUM|DISCOUNT} .. {old}",
            "{new} //^ that|it|this|they|those ... {rate} .. {sign:PREMIUM|DISCOUNT} .. {old}",
            "{new} (.. {old}) PAUSE growth of {rate}",
            "{new} ... VERSUS .. {old} .. PAUSE growth of {rate}",
            # the new amount is the subject, or the head of an apposition
            "{new} ... CHANGE .. {rate} .. BASE .. {old}",
            "{new} ... {rate} .. CHANGE .. BASE .. {old}",
            "{new} ... , CHANGE .. {rate} .. BASE .. {old}",
            "{new} //^ that|it|this|they|those ... {rate} .. CHANGE .. BASE .. {old}",
            "{new} //^ that|it|this|they|those ... CHANGE .. {rate} .. BASE .. {old}",
            "{new} //^ that|it|this|they|those ... {rate} !of .. {sign:OVER|UNDER} .. {old}",
            "{new} ... {rate} !of .. {sign:OVER|UNDER} .. {old}",
            "{new} ... VERSUS .. {old} .. PAUSE .. {rate} .. CHANGE",
            "{new} ... VERSUS .. {old} .. PAUSE .. CHANGE .. {rate} !of",
            "{new} ... VERSUS .. {old} .. , {rate} {sign:MORE|LESS} !than",
            "was|were|cost|stood {old} .... now|today|is .. {new} .. PAUSE .. {sign:CHANGE} of {rate}",
            "{new} ... {rate} .. {sign:MORE|LESS} than ... , when .. {old}",
            "({new} or {_}) was|were|is .. {rate} {sign:MORE|LESS} than .. ({old}",
            "CHANGE ... {rate} ... TO .. {new} , BEFORE .. {old}",
            "CHANGE ... {rate} TO .. {new} ({old})",
            "{rate} CHANGE at .. {new} ({_}: .. {old})",
            "{rate} CHANGE at .. {new} [in] [early|late|morning|afternoon|midday] [trading|trade|dealings] , CHANGE [by] {delta}",
            "{rate} .. {sign:MORE|LESS} at .. {new} , after closing|ending|finishing .. {old}",
            # the next sentence has the amounts, or the rate
            "CHANGE ... {rate} // ... FROM .. {old} .. [,] TO .. {new}",
            "CHANGE ... {rate} /// ... {new} ... FROM .. {old}",
            "CHANGE ... {rate} // ... SAME ... TO .. {new} ... FROM .. {old}",
            "CHANGE ... {rate} // ... SAME ... FROM .. {old} .. [,] TO .. {new}",
            "CHANGE ... {rate} // ... {new} ... SAME FROM .. {old}",
            "{rate} .. CHANGE /// ... {new} ... FROM .. {old}",
            "{rate} .. CHANGE // ... FROM .. {old} .. [,] TO .. {new}",
            "{new} ... VERSUS .. {old} //^ that|this|it|they|those ... CHANGE .. {rate} !of",
            "{new} ... VERSUS .. {old} //^ that|this|it|they|those ... {rate} .. CHANGE",
            "FROM .. {old} .. [,] TO .. {new} //^ that|this|it|they|those ... CHANGE .. {rate} !of",
            "FROM .. {old} .. [,] TO .. {new} //^ that|this|it|they|those ... {rate} .. CHANGE",
            "CHANGE [by] .. {_} [,] FROM .. {_} [,] TO .. {_} [,] and .. by {rate} !of [,] FROM .. {old} [,] TO .. {new}",
            "CHANGE [by] .. {_} [,] TO .. {_} FROM .. {_} [,] and .. by {rate} !of [,] TO .. {new} FROM .. {old}",
            "{new} ... {delta} .. {sign:MORE|LESS} than .. {old} ... , [or|and] .. CHANGE of .. {rate} !of",
            "{new} .. , CHANGE FROM .. {old} ... , .. {sign:LOSING} .. {rate} of its|their|his|her",
            "{new} .. , CHANGE FROM .. {_} ... BREAK .. {rate} !of .. {sign:OVER|UNDER} .. {old}",
            "{new} ... after .. {old} ... , a|an CHANGE of {rate} !of",
            "{new} .... {sign:PREMIUM|DISCOUNT} .. {rate} .. over|to|on|from .. {old}",
            "{rate} .. CHANGE ... TO .. {new} ... , CHANGE FROM .. {old}",
            "CHANGE .. {rate} TO .. {new} VERSUS .. {_=P} and .. {old}",
            "CHANGE .. {rate} TO .. {new} ... VERSUS .. {_=P} CHANGE to .. {old}",
            "{new} ... {rate=P} {sign:BEHIND} .. {old}",
            "CHANGE .. {rate} !of ... TO .. {new} .. , CHANGE FROM .. {old}",
            "{rate=P} .. {sign:OVER|UNDER} .. at .. {new} VERSUS .. {old}",
            "CHANGE [by] .. {rate} !of ... , totalling|totaling|reaching .. {new} .. VERSUS .. {old}",
            "{new} .. , {_=P} MORE than .. and {rate} .. CHANGE .. BASE .. {old}",
            "{new} ... {rate} {sign:MORE|LESS} than .. ({old})",
            "{rate=P} over .. budget|target|estimate of {old} , having cost .. {new}",
            "{new} ... {rate} CHANGE on|from .. ({old})",
            "CHANGE [by] .. {rate=P} ; ... FROM .. {old=P} TO .. {new=P}",
            # the change in the unit of the amounts
            "CHANGE [by] .. {delta} ... TO .. {new} ... FROM .. {old}",
            "CHANGE [by] .. {delta} ... FROM .. {old} .. [,] TO .. {new}",
            "{delta} CHANGE ... TO .. {new} ... FROM .. {old}",
            "CHANGE by {delta} ... , SAME to .. {new} VERSUS .. {old}",
            "{delta} CHANGE ... FROM .. {old} .. [,] TO .. {new}",
            "CHANGE [by] .. {delta} ... TO .. {new} ({_}: .. {old})",
            "CHANGE ... FROM .. {old} .. [,] TO .. {new} .. PAUSE .. CHANGE of .. {delta}",
            "CHANGE ... TO .. {new} .. FROM .. {old} .. PAUSE a|an CHANGE of {delta}",
            "{delta} .. {sign:MORE|LESS} at .. {new} , after closing|ending|finishing .. {old}",
            "FROM .. {old} .. [,] TO .. {new} .. PAUSE .. {delta} .. CHANGE",
            "{new} ... CHANGE .. {delta} .. BASE .. {old}",
            "CHANGE [by] .. {delta} ... TO .. {new} , BEFORE .. {old}",
            "{new} ... , CHANGE [by] .. {delta} ... when .. {old}",
            "CHANGE [by] .. {delta} ... TO .. {new} .. , having [ended|closed|finished] [the] [previous|last] [day|session|week] at .. {old}",
            "CHANGE [by] .. {delta} ... TO .. {new}; .. had [ended|closed|finished] ended|closed|finished ... at .. {old}",
            "{sign:LOSING} .. {delta} ... TO .. {new}; .. had [ended|closed|finished] ended|closed|finished ... at .. {old}",
            "{new} ... {delta} .. {sign:MORE|LESS} than ... , when .. {old}",
            "{new} ... , [a|an|the] {delta} .. CHANGE .. from|on .. {old}",
            # the change both ways, beside both amounts or the new one
            "CHANGE [by] .. {delta} [PAUSE] or .. {rate} ... FROM .. {old} .. [,] TO .. {new}",
            "CHANGE [by] .. {delta} [PAUSE] or .. {rate} ... TO .. {new} ... FROM .. {old}",
            "CHANGE [by] .. {rate} [PAUSE] or .. {delta} ... TO .. {new} ... FROM .. {old}",
            "CHANGE [by] .. {delta} ({rate}) ... FROM .. {old} .. [,] TO .. {new}",
            "CHANGE [by] .. {delta} ({rate}) ... TO .. {new} ... FROM .. {old}",
            "{delta} CHANGE at .. {new} .. PAUSE a loss|gain of {rate} !of",
            "CHANGE [by] {rate} AT {new} , CHANGE [by] {delta}",
            "CHANGE .. {rate} !of ... TO .. {new} .. , {delta} .. {sign:MORE|LESS} than",
            "CHANGE ... {rate} ... , adding {delta} to .... to .. {new}",
            "{sign:LOSING} .. {rate} !of [PAUSE] or .. {delta} ... TO .. {new}",
            "{sign:LOSING} .. {delta} [PAUSE] or .. {rate} !of ... TO .. {new}",
            "CHANGE .. {rate} TO .. {new}, a|an CHANGE of {delta} !since",
            "CHANGE .. {delta} [PAUSE] or .. {rate} ... TO .. {new}",
            "CHANGE .. {rate} [PAUSE] or .. {delta} ... TO .. {new}",
            "CHANGE .. {delta} ({rate}) ... TO .. {new}",
            "CHANGE .. {delta} TO .. {new} .. PAUSE .. CHANGE .. {rate} !of",
            "CHANGE .. {delta} TO .. {new} .. PAUSE .. loss|gain of {rate}",
            "CHANGE .. {rate} ({delta}) ... TO .. {new}",
            "CHANGE [by] .. {delta} TO .. {new} .. PAUSE or .. {rate}",
            "{delta} {sign:MORE} at .. {new} .. PAUSE .. CHANGE .. {rate} !of",
            "{new} ... , {delta} ... {sign:OVER|UNDER} ... , .. {rate} CHANGE",
            "{new} ... {delta} {sign:MORE|LESS} than .. , [or|and] .. CHANGE of .. {rate} !of",
            "{new} ... CHANGE .. {delta} [PAUSE] or .. {rate}",
            "{new} ... CHANGE .. {rate} [PAUSE] or .. {delta}",
            "{new} .... CHANGE .. {_} or .. {_} .. [,] [and] [BREAK] [is|was|were] {sign:CHANGE} .. {delta} or .. {rate}",
            "{new} // ... CHANGE [by] .. {delta} [PAUSE] or .. {rate}",
            "{new} ... CHANGE .. {delta} ({rate})",
        ]
    },
    says={
        "rate>0": "{new} is {rate} up on {old}",
        "rate<0": "{new} is {rate} down on {old}",
        "rate=0": "{old} and {new} are the same",
        "delta>0": "{new} is {delta} up on {old}",
        "delta<0": "{new} is {delta} down on {old}",
        "delta=0": "{old} and {new} are the same",
        "not>0": "not {stated} down",
        "not<0": "not {stated} up",
    },
    examples=[
        Example("Revenue rose 76% to $1.13bn from $639m."),
        Example("Revenue rose 67% to $1.13bn from $639m.", finds="$1.13bn is 77% up on $639m, not 67%"),
        Example("Shares closed up 64 pence, or 6%, at 1130p."),
        Example("Shares closed up 64 pence, or 9%, at 1130p.", finds="1130p is 6% up on 1,066 pence, not 9%"),
        Example(
            "The bid is 355p a share. That is a 43% premium to the 289p at which they closed.",
            finds="355p a share is 23% up on 289p, not 43%",
        ),
        Example("The average lost 0.7%, or 78 points, to close at 11,531."),
        Silent("Sales rose 9 per cent to $165 million."),
        Silent("The firm will close 14 of its 212 shops and cut 1,300 jobs, or about 7% of its staff."),
        Example("The rate rose 5% from 40% to 45%.", finds="45% is 13% up on 40%, not 5%"),
        Silent("It cut 3% of its staff, bringing the total to 14,000 from 16,500 two years ago."),
        Example("Profits fell 40% in the quarter. The line made a profit of £75m compared with £125m a year earlier."),
        Silent("Revenue was $4.2bn, an increase of 8%. Earnings per share were $1.20, compared with $1.05."),
        Silent("It cut its forecast for growth to 1.2% from 1.5% for this year and to 1.8% from 2% for next."),
        Example("Sales were £3.1m against £3.4m a year before, 9% less."),
        Example(
            "The shop sold 9,100 pies, 16% more than in 2003, when it sold 8,600.",
            finds="9,100 pies is 6% up on 8,600, not 16%",
        ),
        Example(
            "A pint has gone up by 9p to £2.29, having been £2.02 last winter.",
            finds="£2.29 is 27p up on £2.02, not 9p",
        ),
        Example(
            "Sales of jams and pickles came to $92.9 million. Sales of jams were down by $14 million, or 17.1%.",
            finds="$92.9 million is 13.1% down on $106.9 million, not 17.1%",
        ),
        Silent("Sales of jams came to $92.9 million. Profit at the dairy was down by $14 million, or 17.1%."),
        Silent("The lodge lost 1,200 members last year, a drop of 8% from 15,000."),
        Silent("The recall will cut its profits by £3m to £5m, or 7%."),
    ],
    candidates=of_one_thing,
)
def rate(old: Any, new: Any) -> Any:
    """An old and a new amount, and the change between them, in its unit or in per cent."""
    return new / old - 1
