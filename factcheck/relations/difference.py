"""Two amounts, and the gap between them."""

import re
from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from typing import Any

from factcheck.model import Claim, Figure, Passage
from factcheck.relations import (
    AMOUNT,
    DIFFERENCE,
    Example,
    Silent,
    closes,
    half_of_score,
    listed,
    of_one_noun,
    passes_a_figure,
    relation,
    says_a_gap,
)
from factcheck.units import Kind

_BY = re.compile(r"\w(?:ed|en) by (?:about |just |only |some |nearly )?\Z")
_WITH_BOTH = re.compile(r", (?:with|on) (?:exports|imports|revenues?|receipts|income|spending|expenditure|outlays)\b")
_BETWEEN = re.compile(r" between\b")
_SAID = re.compile(r"\b(?:said|says|added|noted)\b")
_RIVAL = re.compile(r", (?:who|which|on|with)\b[^,]*\Z")
_WITH_MORE = re.compile(r" (?:with|including|after|before|once|when)\b")
_GAP_IS = re.compile(r",? (?:is|was) \Z")
_AND = re.compile(r", and \Z")
_METALS = re.compile(r"\b(?:copper|zinc|nickel|tin|octane|ore|petrol|gasoline|smelter)\b", re.IGNORECASE)
_ADJUSTED = re.compile(r"\b(?:unadjusted|seasonally adjusted)\b", re.IGNORECASE)
_THIS_MONTH = re.compile(r"(?:This|That) (?:month|year|week|quarter|season)\b")
_THEN = re.compile(r"[^,;]*\b(?:last|ago|earlier|previous\w*|before)\b")
_OF = re.compile(r" (?:in|of) (?:[a-z]+ )?(?:spending|expenditure|outlays|imports|exports|revenues?|receipts|income)\b")
CLAUSE = 40  # code points before an amount in which its clause says what it is of
_QUALIFIED = re.compile(
    r"\b(?:spending|expenditure|outlays|revenues?|receipts|income|exports|imports|sales) (?:on|from|of|to|by) "
    r"(?:the |its |all )?(\w+)[^.,;]*\Z",
    re.IGNORECASE,
)
_STEP = re.compile(
    r"\b(?:rose|fell|grew|up|down|increased|decreased|declined|dropped|climbed|gained|jumped|slipped|dipped)"
    r"(?: by)?(?: about| just| only| some| nearly)? \Z"
)
_YEAR = re.compile(r"\b(?:year|months)\b")
_SCORE = re.compile(r",? ?(?:to|against|-|–)(?: (?:the|his|her|their))?(?: [A-Z][\w.]*(?:['’]s)?){0,3} ?")
_MARK = re.compile(r"[,;.:()\d]| and ")
_ALIASES = {"Tories": "Conservatives", "Tory": "Conservatives", "Conservative": "Conservatives"}
_NO_NAMES = {"The", "This", "That", "But", "And", "For", "His", "Her", "Its", "Now", "With"}
_NAME = re.compile(r"(?<![.?!] )\b[A-Z][a-z]{2,}")
# "Plus or minus 4 points": a margin of error is no gap.
_INTRODUCED = re.compile(r"\b(?:to|over|on|of|from|than) the \Z")
_AVERAGE = re.compile(r"\baverage of \Z")
_MARGIN = re.compile(r"(?:minus|±|\+/-|error)[\w ]*\Z")


def in_order(passage: Passage, found: list[Claim]) -> Iterable[Claim]:
    """A gap has no direction: the larger of two amounts is the larger one, whichever is named first."""
    text = passage.document.text
    for claim in of_one_noun(passage, found):
        (larger,), (smaller,), (gap,) = (claim.figures(role) for role in ("larger", "smaller", "gap"))
        if (says_a_gap(passage, larger) and larger.start < gap.start) or (
            says_a_gap(passage, smaller) and smaller.start < gap.start
        ):
            continue
        first, second = sorted((larger, smaller), key=lambda figure: figure.start)
        if first.end < gap.start < second.start:
            if second.quantity.unit.kind is Kind.NUMBER and passes_a_figure(passage, first, gap):
                continue  # "two friends, walked 9 miles, four more than the five"
            if listed(passage, first):
                continue  # "£30m for rail and £10m for buses, £20m more than last year's £80m"
        if gap.start > smaller.start > larger.start and any(
            each.quantity.comparable(larger.quantity) for each in passage.before(larger)
        ):
            continue  # a third amount stands beside the two
        home = passage.document.sentence(gap.start)
        if home is not None and (
            (_METALS.search(text, home.start, home.end) or _ADJUSTED.search(text, home.start, home.end))
            or _THIS_MONTH.match(text, home.start)
        ):
            continue  # "Lead 443,850, Zinc 598,550": no lead over anybody; "This month's reserves were"
        # "a gulf of 29 points between those (98%) and those (69%)"; "narrowed to £0.9bn, with exports of £4.2bn and imports"
        told = _BETWEEN.match(text, gap.end) is not None or _WITH_BOTH.match(text, gap.end) is not None
        last = max(larger, smaller, key=lambda figure: figure.start)
        rival = last.start > gap.start and _RIVAL.search(passage.between(gap, last)) is not None
        if (rival and not closes(passage, last)) or (told and gap.start > last.start and not closes(passage, gap)):
            continue  # "40 more than the Tories, who have 12 in Scotland"; "is wider by £4,000 than in 2010"
        if _WITH_MORE.match(text, gap.end):
            continue  # "leaving a surplus of $12bn with services"
        if _GAP_IS.search(passage.between(*sorted((last, gap), key=lambda each: each.start))) and not closes(
            passage, gap
        ):
            continue
        if first.end < gap.start and passage.led_by(_AND, gap, 8):
            continue  # "it is 1.3 times the book value of $15.20 in June, and $1.25 better than the $18.50"
        if smaller.start < gap.start and _SAID.search(passage.between(smaller, gap)):
            continue  # "May's was £866m, and he said the year's would be £1.5bn below the £14.8bn"
        if passage.led_by(_BY, gap, 40):
            continue  # "above the £4m forecast, helped by £1m of savings"
        if not told and gap.start < min(larger.start, smaller.start) and not _of_one_race(passage, claim):
            continue
        if smaller.start < gap.start and passage.led_by(_INTRODUCED, smaller, 16):
            continue  # "a premium to the 289p of May, but 15p short of the 370p": neither is what falls short
        if any(_AVERAGE.search(text, max(0, each.reach.start - 14), each.reach.start) for _, each in claim.roles):
            continue  # "7,900, an average of 395"
        if _of_several(passage, claim):
            continue
        if gap.quantity.signed or _MARGIN.search(text, max(0, gap.reach.start - 30), gap.start):
            continue
        if any(figure.quantity.upper for _, figure in claim.roles) or not _whole_score(passage, claim):
            continue
        if _value(larger, smaller) < _value(smaller, larger):
            other = {"larger": "smaller", "smaller": "larger"}
            claim = replace(claim, roles=tuple((other.get(role, role), figure) for role, figure in claim.roles))
        yield claim


def _of_several(passage: Passage, claim: Claim) -> bool:
    """Whether "that is 0.8p more than" may be said of any of several amounts of the sentence before."""
    (_, first), (_, last) = claim.roles[0], claim.roles[-1]
    home = passage.document.sentence(first.start)
    if home is None or last.start < home.end or claim.roles[0][0] == "gap":
        return False
    beside = passage.within(home.start, home.end)
    return len([each for each in beside if each.quantity.comparable(first.quantity)]) > 1


def _of_one_race(passage: Passage, claim: Claim) -> bool:
    """Whether a lead told first is the one between two percentages that follow: of now, and of who is named beside them."""
    (larger,), (smaller,), (gap,) = (claim.figures(role) for role in ("larger", "smaller", "gap"))
    first, second = sorted((larger, smaller), key=lambda figure: figure.start)
    text = passage.document.text
    home, there = (passage.document.sentence(figure.start) for figure in (gap, first))
    if home is None or there is None:
        return False
    if _NO_GAP.search(text, max(0, gap.reach.start - 16), gap.reach.start) or _TO.fullmatch(
        passage.between(gap, first)
    ):
        return False  # "ahead with 31", "after three rounds", "ahead by five wins to three"
    if _of_another_place(text[home.start : gap.start], text[gap.end : first.start], text[first.end : there.end]):
        return False
    if any(_STEP.search(text, max(0, figure.start - 30), figure.start) for figure in (first, second)):
        return False  # "exports rose $3bn"
    told = text[home.start : home.end].lower()
    for figure in (first, second):
        qualified = _QUALIFIED.search(text, max(there.start, figure.reach.start - CLAUSE), figure.reach.start)
        if qualified and qualified[1].lower() not in told:
            return False  # "spending on defence", beside the deficit of the whole budget
    if any(_OF.match(text, figure.end) for figure in (gap, first, second)):
        return False  # "the deficit, with $400bn of spending": it is the spending that this is
    if home != there and _THEN.match(text, gap.end, home.end):
        return False
    if home != there and bool(_YEAR.search(text, home.start, home.end)) != bool(
        _YEAR.search(text, there.start, there.end)
    ):
        return False
    counted = gap.quantity.unit.kind in (Kind.COUNT, Kind.NUMBER) and home != there  # a lead, and whose scores?
    if (gap.quantity.unit.kind is not Kind.POINT and not counted) or _SCORE.fullmatch(passage.between(first, second)):
        return True
    named = _names(text[home.start : home.end] if home != there else text[home.start : gap.start])
    if not named & _names(_beside(passage, larger)):
        return False
    shares = [each for each in passage.within(there.start, there.end) if each.quantity.comparable(first.quantity)]
    return bool(named & _names(_beside(passage, smaller))) or (first is larger and len(shares) == 2)


def _of_another_place(before: str, lead: str, behind: str) -> bool:
    """Whether what follows a lead is said of a place or a group that it is not said of: "in Scotland Labour has 41%"."""
    opened = [match[1] for match in _OPENS.finditer(lead)]
    placed = _PLACED.findall(f"{lead} {behind}")
    return any(word not in before and word not in _ANYWHERE for word in (*opened, *placed))


_NO_GAP = re.compile(r"\b(?:after|with|on|in|at|for|over|through|before)(?: (?:the|his|her|their|its))? \Z")
_TO = re.compile(r"(?: [a-z]+)? to ")
_OPENS = re.compile(
    r"(?:[.;:,] (?:and |but |while )?)(?:[Ii]n|[Aa]mong|[Ww]ith|[Tt]o|[Aa]t|[Ff]rom|[Ff]or|[Oo]n|[Oo]f)(?: the)? ([\w'’]+)"
)
_PLACED = re.compile(r"\b(?:in|among|with|to|at)(?: the)? ([A-Z]\w+)")
_ANYWHERE = frozenset("poll survey vote election total all it".split())


def _beside(passage: Passage, figure: Figure) -> str:
    """The words of its clause around a figure, from the one before it to the next mark behind it."""
    home = passage.document.sentence(figure.start)
    before, text = passage.before(figure), passage.document.text
    start = before[-1].end if before else home.start if home else figure.start
    return text[start : figure.start] + _MARK.split(text[figure.end : figure.end + 30])[0]


def _names(words: str) -> set[str]:
    """The names among words; a party has two."""
    return {_ALIASES.get(name, name) for name in _NAME.findall(words)} - _NO_NAMES


def _whole_score(passage: Passage, claim: Claim) -> bool:
    """Whether no figure is half of a score, but for "by 12 points, 98-86"."""
    halves = [figure for _, figure in claim.roles if half_of_score(passage, figure)]
    (first,) = claim.figures("gap")
    return not halves or (len(halves) == 2 and passage.between(first, halves[0]).strip() == ",")


def _value(figure: Figure, fellow: Figure) -> Fraction:
    """The amount in base units; a bare number is in its fellow's."""
    bare = figure.quantity.unit.kind is Kind.NUMBER
    return figure.quantity.number.value * (fellow if bare else figure).quantity.unit.factor


@relation(
    reads="rounded",
    roles={"larger": AMOUNT, "smaller": AMOUNT, "gap": DIFFERENCE},
    frames={
        "en": [
            "{larger} .... {gap=CUNYBQ} .. OVER .. {smaller}",
            "{larger} .. PAUSE {gap=CUNYBQ} over|above|past .. target|limit|goal|budget|forecast|record|quota|mark ... {smaller}",
            "{larger} ... {gap=CUNYBQ} .. OVER ... ({smaller}",
            "{larger} ... {gap=CUNYBQ} .. OVER .. , which|who .. {smaller}",
            "{smaller} .... {gap=CUNYBQ} .. UNDER .. {larger}",
            "{smaller} ... {gap=CUNYBQ} .. UNDER .. , who|which .. {larger}",
            "{larger} ... {smaller} .. PAUSE .. GAP ... {gap}",
            "{larger} ... {smaller} .. PAUSE .. {gap} .. GAP",
            "{larger} ... {smaller} //^ that|this|the ... GAP ... {gap}",
            "GAP between .. {larger} ... and .. {smaller} ... is|was|of .. {gap}",
            "{gap} .. GAP between .. {larger} ... and .. {smaller}",
            "LEADS ... by .. {gap} .... {larger} to|against .. {smaller}",
            "LEADS ... by .. {gap} .. , {larger} - {smaller}",
            "LEADS ... by .. {gap} // ... {larger} to|against|- .. {smaller}",
            "{larger} ... LEADS ... {smaller} PAUSE by {gap}",
            "deficit|surplus|gap|shortfall .... {gap} .... EARNED .... {larger} .... SPENT .... {smaller}",
            "deficit|surplus|gap|shortfall .... {gap} .... SPENT .... {larger} .... EARNED .... {smaller}",
            "deficit|surplus|gap|shortfall .... {gap} /// ... EARNED .... {larger} .... SPENT .... {smaller}",
            "deficit|surplus|gap|shortfall .... {gap} /// ... SPENT .... {larger} .... EARNED .... {smaller}",
            "EARNED .... {larger} .... SPENT .... {smaller} .... deficit|surplus|shortfall of {gap}",
            "SPENT .... {larger} .... EARNED .... {smaller} .... deficit|surplus|shortfall of {gap}",
            "GAP of {gap} , {larger} ... and|to|against .. {smaller}",
            "GAP between ... ({larger}) ... and ... ({smaller}) ... is|was|of .. {gap}",
            "GAP of {gap} between ... ({larger}) ... and ... ({smaller})",
            "{larger} .... {gap=CUNYBQ} OVER ... ({smaller})",
            "{smaller} .... {gap=CUNYBQ} UNDER ... ({larger})",
            "{larger} .. , {gap} more than ... , on {smaller}",
            "{larger} .. , {gap} more than ... , who|which have|has|had|got|scored {smaller}",
            "LEADS ... {larger} - {smaller} .. , .. win|victory|margin|lead of|by {gap}",
            "{smaller} ... {gap} BEHIND ... , on {larger}",
            "{smaller=Y} .. , {gap=Y} faster|quicker than .. {larger=YN}",
            "GAP between ... on|at|with {larger} , and ... on|at|with {smaller} , is|was .. {gap}",
            "{smaller} .. , {gap} fewer|less than ... , on {larger}",
            "{smaller} .. , {gap} fewer|less than ... , who|which have|has|had|got|scored {larger}",
            "net addition|gain|increase|rise of {gap} ... {larger} ... and ... {smaller}",
            "{smaller} .. PAUSE {gap} BEHIND .. {larger}",
            "{smaller} .. PAUSE {gap} BEHIND ... , who|which .. {larger}",
            "{smaller} .... UNDER .. {larger} .. by {gap}",
            "{larger} .... OVER .. {smaller} .. by {gap}",
            "{larger} .... OVER by {gap} the {smaller}",
            "lead|ahead .... {gap=QN} .... {larger} ... {smaller}",
            "lead|ahead .... {gap=QN} // ... {larger} ... {smaller}",
            "{gap=QN} .. ahead // ... {larger} ... {smaller}",
            "{smaller} //^ that|it|this ... {gap=CUNYBQ} .. UNDER .. {larger}",
            "{larger} //^ that|it|this ... {gap=CUNYBQ} .. OVER .. {smaller}",
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
