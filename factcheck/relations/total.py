"""Parts, and the total they add up to."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from factcheck.model import Claim, Figure, Form, Passage
from factcheck.relations import AMOUNT, WORD, Example, Silent, relation
from factcheck.relations._breakdown import breakdowns
from factcheck.relations._exact import exact
from factcheck.relations._spoken import apart_from, half_of_score, says_a_gap
from factcheck.relations._sums import add_up
from factcheck.relations._told import of_one, sum_of, together
from factcheck.relations._wholes import beyond_all
from factcheck.units import Kind


def asserted(passage: Passage, found: list[Claim]) -> Iterable[Claim]:
    """Of the lists beside a total those that are said to make it up, and the breakdowns that go over sentences."""
    known: list[Claim] = []
    for claim in found:
        claim = _without_gaps(passage, _without_heading(passage, claim))
        if not of_one(claim) and len(claim.figures("part")) + len(claim.figures("minus")) < 2:
            continue
        if not add_up(passage, claim) or (claim.roles[0][0] == "total" and half_of_score(passage, claim.roles[0][1])):
            continue  # "by 115-113, and two to her rival"
        known += _of_hundred(passage, claim) if of_one(claim) else [claim]
    known += (*breakdowns(passage), *beyond_all(passage))
    yield from known
    yield from apart_from(known, exact(passage))


def _without_heading(passage: Passage, claim: Claim) -> Claim:
    """Without a first part that only says how many, or how much, the others are: "its three clubs have 40, 50 and 60 members"."""
    parts = claim.figures("part")
    if claim.roles[-1][0] != "total" or claim.roles[0][0] != "part" or len(parts) < 3:
        return claim
    bare = parts[0].quantity.unit.kind is Kind.COUNT and re.fullmatch(r"[\d.,]+", parts[1].quantity.surface)
    beside = passage.between(parts[0], parts[1])
    listed = re.fullmatch(",|,? and", passage.between(parts[1], parts[2]).rstrip())
    heads = listed and bare and re.search("[a-z]", beside)
    # "The two were merged": it stands for what was named
    stands = (
        parts[0].quantity.unit.kind is Kind.NUMBER
        and parts[0].quantity.number.form is Form.WORDS
        and passage.document.text.endswith(("The ", "the "), 0, parts[0].start)
    )
    return replace(claim, roles=claim.roles[1:]) if heads or stands or _TOGETHER.match(beside) else claim


def _without_gaps(passage: Passage, claim: Claim) -> Claim:
    """Without parts that only say how far another is from what it was: "640 staff, 85 more than a year ago, and a further 2,900"."""
    roles = tuple(each for each in claim.roles if each[0] != "part" or not says_a_gap(passage, each[1]))
    return replace(claim, roles=roles)


_TOGETHER = re.compile(r" (?:together|combined|between them|in all|altogether|in total)\b")


# What says that a share is what is left of the whole.
REST = ("remain", "rest", "other", "balance", "leaving", "leaves")
REACH = 300  # code points back, about two sentences


def _of_hundred(passage: Passage, claim: Claim) -> Iterable[Claim]:
    """Shares of one whole. What is left may be left after more parts than the nearest: all that stand before are tried."""
    *_, (_, before), (_, last) = claim.roles
    left = any(word in passage.between(before, last).lower() for word in REST)
    if sum_of(claim) < 1 and (not left or _goes_on(passage, last)):
        return  # who did not answer may have been left out, or be told of next
    first = claim.roles[0][1]
    earlier = passage.within(first.start - REACH, first.start)
    ratios = [figure for figure in reversed(earlier[-6:]) if _ratio(figure)]
    if not ratios or len(claim.roles) > 2:
        yield claim
        return
    readings = tuple(
        tuple(("part", figure) for figure in (*reversed(ratios[:count]), *(figure for _, figure in claim.roles)))
        for count in range(1, len(ratios) + 1)
    )
    # with other shares at hand the two alone prove nothing wrong: only a reading that holds is worth a word
    fitting = [roles for roles in (claim.roles, *readings) if 1 in together(figure for _, figure in roles)]
    if fitting:
        yield replace(claim, roles=fitting[0])


def _goes_on(passage: Passage, last: Figure) -> bool:
    """Whether a further share hangs on the last: "and others at 9%, with 7% unsure"."""
    behind = passage.within(last.end, last.end + BEHIND)[:1]
    return any(_ratio(figure) and _MORE.fullmatch(passage.between(last, figure)) for figure in behind)


BEHIND = 60  # code points
_MORE = re.compile(r"[^.;:]{0,40},? (?:with|and|while|but|plus)(?: [\w’'-]+){0,3} ?|[^.;:,]{0,40}[,(] ?")


def _ratio(figure: Figure) -> bool:
    return figure.quantity.unit.kind is Kind.PERCENT or figure.quantity.number.form is Form.FRACTION


@relation(
    reads="rounded",
    roles={"part": AMOUNT, "minus": AMOUNT, "rest": WORD, "total": AMOUNT},
    frames={
        "en": [
            # said to be a sum
            "{part+} ... and .. {part} ... SUM {total}",
            "{part=N} , {part=N} ; total , {total=N}",
            "{part+} ... and .. {part} .. CHANGE , SUM {total}",
            "{part} ... which|together|added|coupled with|to .. {part} ... MAKES .. {total}",
            "{minus} ... and .. {part} .. , NET {total}",
            "{part} ... and .. {minus} .. , NET {total}",
            "{part+} ... and .. {part} .. PAUSE .. {total} [in] all|total|altogether",
            "SUM {total} .. , {part+} ... and .. {part}",
            "{total} = {part+} + {part}",
            "{part+} + {part} = {total}",
            "{part} - {minus} = {total}",
            "{part} ... another|further|additional|extra .. {part} ... {rest:MAKES} .. {total}",
            "{total} ... , {part} of {rest:THEM} in|for|to|from|at|on|by ... and .. {part} in|for|to|from|at|on|by",
            "{total} ... : {part} in|through|for|on|from|to|via|that|who|which|with ... and .. {part} in|through|for|on|from|to|via|that|who|which|with",
            "{total=N} .. : {part=N} in|through|for|on|from|to|via|at .. , {part=N} in|through|for|on|from|to|via|at .. and .. {part=N} in|through|for|on|from|to|via|at|off|of",
            "{total=C} ... , {part=C} {rest:PREP} ... and .. {part=C} PREP",
            "{part} ... and .. spent|paid|spends|pays|lost|costs|wages|expenses|outgoings .. {minus} ... , leaving|giving .. flow|profit|surplus|balance|cash of {total}",
            "{total=N} .. , winning|won {part=N} .. , losing|lost {part=N} .. and drawing|drew {part=N}",
            "won|winning {part=N} of .. {total=N} .. , losing|lost {part=N} and drawing|drawn|drew {part=N}",
            "won|winning {part=N} of .. {total=N} .. , drawing|drew|drawn {part=N} and losing|lost {part=N}",
            "profit|earnings|income .. {part} // .. costs|charges|interest|tax .. {minus} .. , resulting in|giving|leaving .. profit|loss|earnings|income .. of .. {total}",
            "won|winning {part=N} of .. {total=N} .. and lost {part=N}",
            "profit of {part} .. , after|against a loss of {part} ... PAUSE a turnaround|swing of {total}",
            "rounds of {part+=N} and {part=N} for [a] [total] [of] {total=N}",
            "{part} ... together|along with .. {part} .. PAUSE .. {total} altogether",
            "{part} // ... another|further|additional|extra .. {part} ... {rest:MAKES} .. {total}",
            "{part} ... BRINGS .. from {part} to {total}",
            "{part} ... BRINGS .. to {total} from {part}",
            "{part} ... on top of .. {part} ... BRINGS .. to {total}",
            "{part} ... on top of .. {part} ... making .. {total}",
            "{part} ... on top of .. {part} ... PAUSE .. SUM {total}",
            "{part} ... and ... {part} , or {total} for",
            "{part} of .. {total} ... and .. {part} ... leaving a|the balance|remainder of {part}",
            "{part} of .. {total} .. , leaving .. {part}",
            # listed behind their total
            "{total} ... , {part} of which|whom|them ... , {part} .. and .. {part}",
            "{total} ... , {part} of which|whom|them ... and .. {part}",
            "{total} ... , reflecting|including .. {part} in|of ... and .. {part} in|of",
            "{total} .. ; {part} from|by|in|to ... and .. {part} from|by|in|to",
            "{total} ... : {part} .. and {part}",
            "{total} - {part} of .. and .. {part} of",
            "{total=N} .. , {part=N} .. and {part=N}",
            "({total=C}) ... ({part=C}) ... and .. ({part=C})",
            "^ of [the] {total=N} .. , {part+=N} ... and .. {part=N}",
            "{total} ... , {part} of it|them|which .. and {part}",
            "{total}: .. {part+} ... and .. {part}",
            "{total=N} .. - {part+=N} ... and .. {part=N}",
            "{total=N} ({part+=N} .. and .. {part=N}",
            "{total=N} PAUSE {part+=N} ... and .. {part=N}",
            "{total} ... COMPRISE .. {part+} ... and .. {part}",
            "{total} ... , {part} of {rest:IT} .. for|to|in|from ... and .. {part}",
            "{total} ... , of {rest:WHOM} .. {part+} ... and .. {part}",
            "{total} ... , of {rest:WHOM} .. {part} .... and .. {part}",
            "{total} // that|this|it .. COMPRISE .. {part+} ... and .. {part}",
            "{total=N} ... , {part=N} {rest:PREP} ... and .. {part=N} PREP",
            "{total:SPLIT} ... {part+=P} ... and .. {part=P}",
            "{part+=P} ... and .. {part=P} .. , with {total:OTHERS} .. {part=P}",
            "{part=P} .. , .. {part=P} and .. {total:OTHERS} on|at|with {part=P}",
            "{part+=P} ... and .. {part=P} //^ {total:OTHERS} ... {part=P}",
            # what is left
            "{part=P} ... {total:LEAVES} {part=P}",
            # two sides, or all answers
            "{total:VOTED} ... {part=P} to {part=P}",
            "{part=P} .. FOR ... {part=P} .. AGAINST .... {part=P} .. {total:OTHERS}",
            "{part=P} .. FOR .... {part=P} .. {total:AGAINST}",
            # parts of it, which cannot be more than the whole
        ]
    },
    says={"total": "{part}[ less {minus}] make {total}", "not": "not 100%"},
    examples=[
        Example("The fund paid $6.1 million and $1.2 million, in total $7.3 million."),
        Example(
            "The fund paid $6.1 million and $1.2 million, in total $8.3 million.",
            finds="$6.1 million and $1.2 million make $7.3 million, not $8.3 million",
        ),
        Example("About 85% of the plots are sown. The remaining 15% lie fallow."),
        Example(
            "Some 65% of the plots are sown. The remaining 45% lie fallow.", finds="65% and 45% make 110%, not 100%"
        ),
        Example(
            "The blast killed 14 people, seven soldiers and five civilians.",
            finds="seven soldiers and five civilians make 12 people, not 14 people",
        ),
        Example(
            "The council owns 640 houses. It let 212 of them. A trust holds 96 houses. The other 332 houses are empty."
        ),
        Example(
            "The council owns 940 houses. It let 212 of them. A trust holds 96 houses. The other 332 houses are empty.",
            finds="212, 96 houses and 332 houses make 640 houses, not 940 houses",
        ),
        Example(
            "Rye stocks came to 51.2 million tons, a record. On-farm stocks of 41.5 million tons were up 8%, and off-farm"
            " stocks, at 36.7 million tons, were down 3%.",
            finds="41.5 million tons and 36.7 million tons make 78.2 million tons, not 51.2 million tons",
        ),
        Example(
            "It paid $182 million in cash and notes. Of this, it gave $125 million in cash and $57 million of notes."
        ),
        Example(
            "Sales were $482 million. Excluding $14 million from acquisitions, sales would have been $468 million."
        ),
        Example("They finished with 31 wins, 24 losses and five draws in their 60 games."),
        Example("It has cash of $164 million and debts of $420 million, for net debt of $256 million."),
        Example("Of the nurses asked, 59% were women and 31% men.", finds="59% and 31% make 90%, not 100%"),
        Example("The fleet has 47 lorries - 29 Volvos, 12 MANs and six tankers."),
        Example("The village is 75% farmers, 15% weavers and 10% potters."),
        Silent("The ward has 48 patients, 12 nurses and three doctors."),
        Silent("Some 18% of teachers and 11% of nurses agreed."),
        Silent(
            "The bank holds $50 million. It owes $12 million to Reed and the other $20 million of its debt to Cole."
        ),
        Silent("Of the 41 runners, 20 men and 12 women finished."),
        Silent("There were 2,113 people, 812 households and 571 families in the town."),
    ],
    candidates=asserted,
)
def total(*part: Any, minus: Any = (), rest: Any = ()) -> Any:
    """Parts, and the total they add up to; percentages of one whole make 100."""
    return sum(part) - sum(minus) + sum(rest)
