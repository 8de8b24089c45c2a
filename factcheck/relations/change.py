"""One amount at two times, and by how much it changed: in its unit, in per cent, or both."""

import re
from collections.abc import Iterable
from typing import Any

from factcheck.model import Claim, Figure, Passage
from factcheck.relations import (
    AMOUNT,
    DIFFERENCE,
    RATIO,
    Example,
    Silent,
    listed,
    of_one_noun,
    of_one_topic,
    only_better,
    relation,
    says_a_change,
    says_a_gap,
)
from factcheck.relations._levels import CHANGED_BY, of_one_level
from factcheck.relations._measures import of_one_measure
from factcheck.relations._told import COMPOUND
from factcheck.relations._turns import said_of_another
from factcheck.units import Kind

_MOVED = re.compile(r"\b(?:up|down|rose|fell|gained|dropped|slipped|climbed)(?: by)? \Z")
_MEANT = re.compile(r" points?\b|[,.;)]| (?:from|since|on|to|over|in)\b")


def _of_one_subject(passage: Passage, claim: Claim) -> bool:
    """Whether the sentence of a change has the subject of the one before it, which states the amount."""
    subjects = []
    for figure in (claim.roles[0][1], claim.roles[1][1]):
        home = passage.document.sentence(figure.start)
        words = re.findall(r"[a-z]{3,}", passage.document.text[home.start : figure.start].lower()) if home else []
        subjects.append(words[:SUBJECT])
    first, second = subjects
    return len(set(first) & set(second) - _EMPTY) >= 2


SUBJECT = 6  # words of three letters or more in which a sentence names its subject
_EMPTY = frozenset("the and for our its was were has had been this that with from".split())


def _said_in_points(passage: Passage, figure: Figure) -> bool:
    """Whether a bare number beside percentages is one of points: a small one, between a direction word and the old share."""
    text = passage.document.text
    return bool(_MOVED.search(text, max(0, figure.start - 12), figure.start) and _MEANT.match(text, figure.end))


_LEVEL = re.compile(r"\b(?:to|from|at) \Z")
_LOST = re.compile(r"\b(?:lost|shed|gained|added) \Z")


def _may_be_a_range(passage: Passage, claim: Claim) -> bool:
    """Whether "by $3m to $5m" may say how much, where nothing else says from what."""
    deltas, news = claim.figures("delta"), claim.figures("new")
    if not (deltas and news) or claim.figures("old") or passage.between(deltas[0], news[0]).strip() != "to":
        return False
    return 1 < news[0].quantity.number.value / (deltas[0].quantity.number.value or 1) < RANGE


def _a_level(passage: Passage, claim: Claim) -> bool:
    """Whether a rate behind the new level is its share of something, or a delta is a range of levels."""
    order = [role for role, _ in claim.roles]
    (new,), deltas = claim.figures("new"), claim.figures("delta")
    if order == ["delta", "new", "rate"] and new.quantity.unit.kind is not Kind.CURRENCY:
        return True  # "fell by 49,000 to 963,000, or 20.7%"
    if deltas and any(each.quantity.upper is not None for role, each in claim.roles if role != "rate"):
        return "old" in order  # "the midpoint by 10 cents, to a range of"
    return False


def _of_since_then(passage: Passage, claim: Claim) -> bool:
    """Whether what stands behind the new amount is of a longer way: "12p to 288p, a loss of 30% since January"."""
    (new,) = claim.figures("new")
    return any(
        each.start > new.end
        and (_SINCE.match(passage.document.text, each.end) or _SINCE.search(passage.between(new, each)))
        for role, each in claim.roles
        if role in ("rate", "delta")
    )


_SINCE = re.compile(r"[^.,;]*\b(?:since|so far|underlying|reflecting|after)\b")


def _pronoun_leads(passage: Passage, new: Figure, rate: Figure) -> bool:
    """Whether the sentence of the rate says "that" or "it" of the amount before it: "That was 38% down on the $30m of May"."""
    home = passage.document.sentence(rate.start)
    return home is not None and new.start < home.start and _PRONOUN.match(passage.document.text, home.start) is not None


_POINT = re.compile(r"[ -](?:of a )?points?\b")
_AS_MANY = re.compile(r" as (?:many|much|large|long|high|big)\b")
_PRONOUN = re.compile(
    r"(?:That|This|It|They|Those|These) (?:was|is|were|are|represents|represented|marks|marked|would be)\b"
)


def _of_one_story(passage: Passage, new: Figure, old: Figure) -> bool:
    """Whether an old amount that a later sentence tells is of what the new one is of: "It had been", "A year earlier"."""
    home = passage.document.sentence(old.start)
    if home is None or home.start <= new.start or of_one_topic(passage, new, old):
        return True
    return _EARLIER.search(passage.document.text, home.start, old.start) is not None


_EARLIER = re.compile(
    r"\b(?:it|they|that|this|those|year|month|week|quarter|season|earlier|before|ago|previous\w*|last|(?:1[5-9]|20)\d\d)\b",
    re.IGNORECASE,
)
CLAUSE = 60  # code points around a rate in which its clause says what it is of
RANGE = 3  # how many times its low end the high end of a range may be


def of_one_thing(passage: Passage, found: list[Claim]) -> Iterable[Claim]:
    """Not where the rate is a level ("growth to 1.2%"), nor where rate and amounts stand in sentences about other things."""
    text = passage.document.text
    for claim in of_one_noun(passage, found):
        rates, news = claim.figures("rate"), claim.figures("new")
        deltas = [figure for figure in claim.figures("delta") if figure.quantity.unit.kind is Kind.PERCENT]
        shares = any(figure.quantity.sort is Kind.PERCENT for figure in news)
        bare = any(figure.quantity.unit.kind is Kind.NUMBER for figure in claim.figures("delta"))
        if bare and shares and not all(_said_in_points(passage, figure) for figure in claim.figures("delta")):
            continue  # "raised four times, from 1% to 2%"; but "on 34%, up three from 31%"
        if any(text[figure.end : figure.end + 4] != " of " for figure in deltas):
            continue  # "rose 5% from 40% to 45%" is no rise of five points; "a rise of 3% of GDP" is
        if news and _LOST.search(text, max(0, news[0].reach.start - 8), news[0].reach.start):
            continue  # "lost 1,200 members, a drop of 8%"
        if _may_be_a_range(passage, claim) or _a_level(passage, claim):
            continue
        if only_better(passage, claim):
            continue
        if any(_POINT.match(text, each.end) for each in rates):
            continue  # "rose 3/8 point to 102 1/8"
        if _of_since_then(passage, claim):
            continue
        if any(_AS_MANY.match(text, each.end) for each in rates):
            continue  # "from 19,000 to 6,100, less than a third as many"
        if any(each.quantity.sort is Kind.NUMBER for each in rates):
            continue  # "34%, up three from 31%" are points
        if [role for role, _ in claim.roles] == ["new", "delta", "rate"] and shares and listed(passage, news[0]):
            continue  # "22% of the one group and 31% of the other, nine points or 29% less"
        if any(_LEVEL.search(text, max(0, each.reach.start - 8), each.reach.start) for each in claim.figures("delta")):
            continue  # "which rose to $19.3m from $16.8m"
        if rates and _LEVEL.search(text, max(0, rates[0].reach.start - 8), rates[0].reach.start):
            continue
        together = (
            rates and news and passage.document.sentence(rates[0].start) == passage.document.sentence(news[0].start)
        )
        if together and rates[0].end < news[0].start and _ELSEWHEN.search(passage.between(rates[0], news[0])):
            continue  # "down 40% since January, and closed at 88p"
        if [role for role, _ in claim.roles] == ["new", "rate", "old"] and listed(passage, news[0]):
            continue  # "$150m on roads and $100m on rail, 25% more than the $200m of 2021"
        if (
            [role for role, _ in claim.roles] == ["new", "delta", "rate"]
            and not together
            and not _of_one_subject(passage, claim)
        ):
            continue
        olds = claim.figures("old")
        if news and olds and not _of_one_story(passage, news[0], olds[0]):
            continue
        if news and olds and not of_one_level(passage, news[0], olds[0]):
            continue
        if not of_one_measure(passage, claim) or said_of_another(passage, claim):
            continue
        if any(_describes(passage, each) for each in claim.figures("delta")):
            continue  # "its nominees on the 15-member board to nine from six", "its premium 97 octane petrol to 96.8 cents from 97"
        if any(says_a_change(passage, each) is not None for role in ("old", "new") for each in claim.figures(role)):
            continue
        if any(says_a_gap(passage, figure) for role in ("old", "new") for figure in claim.figures(role)):
            continue
        if (
            rates
            and news
            and not _pronoun_leads(passage, news[0], rates[0])
            and not of_one_topic(passage, rates[0], news[0], CLAUSE if rates[0].start < news[0].start else None)
        ):
            continue
        yield claim


def _describes(passage: Passage, delta: Figure) -> bool:
    """Whether a number describes what changed, and does not say by how much."""
    if COMPOUND.search(delta.quantity.surface):
        return True
    if passage.led_by(CHANGED_BY, delta, 40):
        return False
    return delta.quantity.unit.kind is Kind.NUMBER or _SINGULAR.search(delta.quantity.surface) is not None


_SINGULAR = re.compile(r"\d (?:member|seat|nation|state|person|room|bed|page|man|woman)\Z")
_ELSEWHEN = re.compile(r"\A[^.]*\b(?:and|since)\b")


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
            "CHANGE ... {rate} (FROM .. {old} TO .. {new})",
            "CHANGE ... {rate} (.. {old} to .. {new})",
            "CHANGE ... {rate} ... ({old} → .. {new})",
            "CHANGE ... {rate} ... TO .. {new} (FROM .. {old})",
            "CHANGE ... {rate} ... TO .. {new} (.. VERSUS .. {old})",
            "CHANGE ... {rate} ... TO .. {new} ({_}: .. {old})",
            "CHANGE ... {rate} ... {new}; ... BEFORE .. {old}",
            "CHANGE ... {rate} ... {new} // ... BEFORE .. {old}",
            "CHANGE .. {_} TO .. {_} and .. {rate} TO .. {new} FROM .. {old}",
            # both amounts, then the rate
            "FROM .. {old} TO .. {new} .. PAUSE .. {rate} .. CHANGE",
            "FROM .. {old} TO .. {new} .. PAUSE .. CHANGE .. {rate} !of",
            "FROM .. {old} TO .. {new}, a difference of {rate}",
            "CHANGE ... FROM .. {old} .. [,] TO .. {new} .. PAUSE [or] {rate} !of",
            "CHANGE ... FROM .. {old} .. [,] TO .. {new} .. ({rate}",
            "CHANGE ... TO .. {new} .. FROM .. {old} .. PAUSE [or] {rate} !of",
            "CHANGE ... TO .. {new} .. FROM .. {old} .. ({rate}",
            "CHANGE ... TO .. {new} .. FROM .. {old} .. PAUSE .. {rate} .. CHANGE",
            "CHANGE ... TO .. {new} .. FROM .. {old} .. PAUSE .. CHANGE .. {rate} !of",
            "{new} ({_}: .. {old}) PAUSE .. CHANGE .. {rate} !of",
            "{new} (.. {old}) PAUSE .. CHANGE of {rate} !of",
            "{new} ({old}) , CHANGE [by] {rate} !of",
            "{new} ... CHANGE of {rate} ... , when .. {old}",
            "CHANGE ... {rate} ... TO .. {new} .. , having ended|closed|finished [the previous|last|day|session before] [session|day] at .. {old}",
            "{new} .... {rate} .. {sign:PREMIUM|DISCOUNT} .. {old}",
            "{new} //^ that|it|this|they|those ... {rate} .. {sign:PREMIUM|DISCOUNT} .. {old}",
            "{sign:LOSING} ... {rate} !of ... TO .. {new} ... FROM .. {old}",
            "{new} (.. {old}) PAUSE growth of {rate}",
            "{new} ... VERSUS .. {old} .. PAUSE growth of {rate}",
            # the new amount is the subject, or the head of an apposition
            "{new} ... CHANGE .. {rate} .. BASE .. {old}",
            "{new} ... {rate} .. CHANGE .. BASE .. {old}",
            "{new} ... , CHANGE .. {rate} .. BASE .. {old}",
            "{new} //^ that|it|this|they|those ... {rate} .. CHANGE .. BASE .. {old}",
            "{new} //^ that|it|this|they|those ... CHANGE .. {rate} .. BASE .. {old}",
            "{new} //^ that|it|this|they|those ... {rate} .. {sign:OVER|UNDER} .. {old}",
            "{new} ... {rate} .. {sign:OVER|UNDER} .. {old}",
            "{new} ... VERSUS .. {old} .. PAUSE .. {rate} .. CHANGE",
            "{new} ... VERSUS .. {old} .. PAUSE .. CHANGE .. {rate} !of",
            "{new} ... VERSUS .. {old} .. , {rate} {sign:MORE|LESS} !than",
            "was|were|cost|stood {old} .... now|today|is .. {new} .. PAUSE .. {sign:CHANGE} of {rate}",
            "{new} ... {rate} .. {sign:MORE|LESS} than ... , when .. {old}",
            "({new} or {_}) was|were|is .. {rate} {sign:MORE|LESS} than .. ({old}",
            "{new} ... {rate} .. {sign:MORE|LESS} than ({old})",
            "CHANGE ... {rate} ... TO .. {new} , BEFORE .. {old}",
            "CHANGE ... {rate} TO .. {new} ({old})",
            "{rate} .. {sign:MORE} ... at {new} , after .. {old}",
            "{rate} .. CHANGE ... at {new} , after .. {old}",
            # the next sentence has the amounts, or the rate
            "CHANGE ... {rate} // ... TO .. {new} ... FROM .. {old}",
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
            # the change in the unit of the amounts
            "CHANGE [by] .. {delta} ... TO .. {new} ... FROM .. {old}",
            "CHANGE [by] .. {delta} ... FROM .. {old} .. [,] TO .. {new}",
            "CHANGE [by] .. {delta} ... TO .. {new} ({_}: .. {old})",
            "CHANGE ... FROM .. {old} .. [,] TO .. {new} .. PAUSE .. CHANGE of .. {delta}",
            "FROM .. {old} .. [,] TO .. {new} .. PAUSE .. {delta} .. CHANGE",
            "{new} ... CHANGE .. {delta} .. BASE .. {old}",
            "CHANGE [by] .. {delta} ... TO .. {new} , BEFORE .. {old}",
            "{new} ... , CHANGE [by] .. {delta} ... when .. {old}",
            "{new} .. PAUSE {sign:EXTRA} .. {delta} .. on .. {old}",
            "{new} // ... CHANGE [by] .. {delta} ... BEFORE .. {old}",
            "CHANGE [by] .. {delta} ... TO .. {new} .. , having ended|closed|finished [the previous|last|day|session before] [session|day] at .. {old}",
            "CHANGE [by] .. {delta} ... TO .. {new}; .. had [ended|closed|finished] ended|closed|finished ... at .. {old}",
            "{sign:LOSING} .. {delta} ... TO .. {new}; .. had [ended|closed|finished] ended|closed|finished ... at .. {old}",
            "{new} ... {delta} .. {sign:MORE|LESS} than ... , when .. {old}",
            "{new} ... , {delta} .. CHANGE .. from|on .. {old}",
            # the change both ways, beside the new amount
            "{sign:LOSING} .. {rate} !of [PAUSE] or .. {delta} ... TO .. {new}",
            "{sign:LOSING} .. {delta} [PAUSE] or .. {rate} !of ... TO .. {new}",
            "CHANGE .. {delta} TO .. {new}, a loss [on the day] of {rate} !since",
            "CHANGE .. {rate} TO .. {new}, a|an CHANGE of {delta} !since",
            "CHANGE .. {delta} [PAUSE] or .. {rate} ... TO .. {new}",
            "CHANGE .. {rate} [PAUSE] or .. {delta} ... TO .. {new}",
            "CHANGE .. {delta} ({rate}) ... TO .. {new}",
            "CHANGE .. {delta} TO .. {new} .. PAUSE .. CHANGE .. {rate} !of",
            "CHANGE .. {delta} TO .. {new} .. PAUSE .. loss|gain of {rate}",
            "CHANGE .. {rate} ({delta}) ... TO .. {new}",
            "CHANGE [by] .. {delta} TO .. {new} .. PAUSE or .. {rate}",
            "{delta} {sign:MORE} at .. {new} .. PAUSE .. CHANGE .. {rate} !of",
            "{delta} CHANGE at .. {new} .. PAUSE .. CHANGE .. {rate} !of",
            "{new} ... {delta} {sign:MORE|LESS} than .. [,] or|and .. CHANGE of .. {rate} !of",
            "{new} ... CHANGE .. {delta} [PAUSE] or .. {rate}",
            "{new} ... CHANGE .. {rate} [PAUSE] or .. {delta}",
            "{new} .... CHANGE .. {_} or .. {_} .. [,] and|is [is|was|were] {sign:CHANGE} .. {delta} or .. {rate}",
            "{new} .... CHANGE .. {_} or .. {_} .. [,] BREAK [is|was|were] {sign:CHANGE} .. {delta} or .. {rate}",
            "{new} // ... CHANGE [by] .. {delta} [PAUSE] or .. {rate}",
            "{new} ... CHANGE .. {delta} ({rate})",
            "{new} ... , {delta} ... {sign:OVER|UNDER} ... , .. {rate} CHANGE",
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
