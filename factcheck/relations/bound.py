"""Two amounts, and a word that says which is above the other."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from factcheck.interval import Interval
from factcheck.model import Claim, Figure, Passage
from factcheck.relations import AMOUNT, WORD, Example, Silent, relation
from factcheck.relations._bounds import LESS_IS_BETTER, are_compared
from factcheck.relations._comparisons import ABOVE, BELOW
from factcheck.relations._contests import is_race, is_record, of_one_contest, rank, wins
from factcheck.relations._spoken import of_one_noun
from factcheck.units import Kind

_MORE, _NO_LESS = Interval.between(0, None, open=True), Interval.between(0, None)


def short(lower: Any, upper: Any) -> Any:
    """By how much the lower one falls short, below zero."""
    return lower - upper


def compared(passage: Passage, found: list[Claim]) -> Iterable[Claim]:
    """What compares two amounts of one thing, with its sense. The word that compares is no hedge of the figure behind it."""
    for claim in of_one_noun(passage, found):
        first, second = (figure for _, figure in claim.roles)
        sense = _sense(passage, claim, passage.between(first, second)) if are_compared(passage, claim) else None
        if sense is not None:
            yield _turned(claim, *sense)


def _sense(passage: Passage, claim: Claim, between: str) -> tuple[str, Interval] | None:
    """The role of the figure that stands first, and what the upper less the lower one is; None where that is open."""
    (role, first), (_, second) = claim.roles
    if is_race(first, second):
        better = wins(passage, first, between)
        return ("lower" if better else "upper", _MORE) if better is not None else None
    if all(figure.quantity.unit.dimension == "[time]" for figure in (first, second)) and _RECORD.search(
        passage.document.text, claim.span.start, claim.span.end
    ):
        return None
    if _sinks(passage, first, second):
        return None
    if _PLACED.search(between) and not of_one_contest(passage, first, second):
        return None
    if _EXTREME.search(between) and "since" not in between and _WHERE.search(_since_extreme(passage, first) + between):
        return None
    said = dict(claim.words)
    if "excess" in said or "short" in said:
        excess = said["excess"] if "excess" in said else -said["short"]
        turned = -1 in excess  # a frame of both, whose word was "less"
        if "excess" in said and not turned and not is_record(passage, first, between):
            return None
        return (_OPPOSITE[role], -excess) if turned else (role, excess)
    hedge = first.quantity.hedge
    text = passage.document.text
    if hedge is not None and hedge.word in ABOVE | BELOW:
        if _IN.match(text, first.end) and _IN.match(text, second.end):
            return None  # "below 5% in the north, to 6% in the south"
        return "lower" if hedge.word in ABOVE else "upper", _MORE
    ranks = [rank(passage, figure) for figure in (first, second)]
    if ranks[0] and ranks[1] and ranks[0] != ranks[1]:
        return "upper" if ranks[0] < ranks[1] else "lower", _NO_LESS
    return None


_OPPOSITE = {"upper": "lower", "lower": "upper"}


def _turned(claim: Claim, role: str, excess: Interval) -> Claim:
    """The claim with the first figure in this role; it is said of the figure that stands first."""
    sides = (role, _OPPOSITE[role])
    roles = tuple((each, _plain(figure)) for each, (_, figure) in zip(sides, claim.roles, strict=True))
    return replace(claim, roles=roles, words=(("excess", excess) if role == "upper" else ("short", -excess),))


def _sinks(passage: Passage, first: Figure, second: Figure) -> bool:
    """Whether what is better or more than expected may be the smaller: a deficit, what fell more than expected."""
    home = passage.document.sentence(first.start)
    told = passage.document.text[home.start if home else first.start : second.start].lower()
    if _BETTER.search(passage.between(first, second)) and LESS_IS_BETTER.search(told):
        return True
    bare = {each.quantity.unit.kind for each in (first, second)} == {Kind.NUMBER}
    small = all(each.quantity.number.value < SCORE for each in (first, second))
    if bare and small and _BETTER.search(passage.between(first, second)):
        return True
    if bare and small and _RECORD.search(passage.document.text, first.end, second.start):
        return True  # a score in golf, a time in seconds
    expected = _EXPECTED.search(told)
    return expected is not None and bool(_SINKS.search(told, 0, home.end - home.start if home else len(told)))


def _since_extreme(passage: Passage, figure: Figure) -> str:
    """The words from "highest" to the figure that is said to be it."""
    home = passage.document.sentence(figure.start)
    before = passage.document.text[home.start : figure.start] if home else ""
    found = list(_EXTREME.finditer(before))
    return before[found[-1].end() :] if found else ""


_RECORD = re.compile(r"\b(?:record|best|beat|beating|mark|break|broke|broken|smash|clock|ran|title)")
_EXTREME = re.compile(r"\b(?:(?:high|low|strong|weak|great|small|larg|bigg)est|most|least)\b")
_WHERE = re.compile(r"\b(?:where|when|who|which|whose|paid|earners?)\b")
_IN = re.compile(r" (?:in|at|for|on|of) ")
_PLACED = re.compile(
    r"\b(?:second|third|fourth|fifth|sixth|last|\d+th)(?: place)? (?:on|with|at) (?:about |just |only )?\Z"
)
_EXPECTED = re.compile(
    r"(?:than[ -](?:expected|forecast)|(?:beat|miss|topp|exceed)\w* (?:expectations|forecasts)|(?:above|below|of) (?:expectations|forecasts))\b(?! of\b)"
)
_BETTER = re.compile(r"\b(?:better|worse|improv\w+)\b")
_SINKS = re.compile(
    r"\b(?:f[ea]ll(?:ing|en|s)?|drop\w*|declin\w*|slid|slip\w*|shrank|shrink\w*|cut|contract\w*|down|plung\w*|decreas\w*"
    r"|deficits?|loss(?:es)?|lost|unemployment|jobless|inflation|costs?|debts?)\b"
)
SCORE = 1000  # bare numbers below it may be a score in golf or a time in seconds, of which less is better


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
            "{upper} .... {excess:OVER|UNDER} .. {lower}",
            "{upper} [,] [CHANGE] FROM .. {_} .... {excess:OVER|UNDER} .. {lower}",
            "{upper} .... {excess:OVER} .. {_} .... {excess:OVER} .. {lower}",
            "{upper} .... UNDER .. {_} .... {excess:OVER} .. {lower}",
            "{upper} .... a|an|far|much|slightly {excess:MORE|LESS} .. than the {lower}",
            "{lower=CNUP} .. , {short:BENEATH} {upper=CNUP}",
            "{upper} .... {excess:OVER|UNDER} ... , RELATES {lower}",
            "{upper} .... {excess:OVER|UNDER} ... , when it|they|there was|were {lower}",
            "{upper} //^ that|it|this [still] {excess:BEATS} .. {lower}",
            "{upper} //^ .... BASE .. {_} .... {excess:OVER|UNDER} .. {lower}",
            "{upper} //^ ... {excess:OVER|UNDER} .. {lower}",
            "{upper} .. , CHANGE FROM .. {_} ; that|it|this .... {excess:OVER|UNDER} .. {lower}",
            "{upper} .. [,] [CHANGE] FROM .. {_} //^ ... {excess:OVER|UNDER} .. {lower}",
            "{short:UNDER} .. {upper} needed|required|demanded ... PAUSE with|on {lower}",
            "{upper} ... {excess:ONLY} .. {lower}",
            "{upper} .. BREAK .. {short:SOLE} {lower} .. said|agreed|had|have|has|did|do|voted|thought|were|was",
            "{excess:OVER|UNDER} .. target|average|level|forecast|limit|norm of {lower} , at {upper}",
            "{lower} CHANGE .. {short:HIGHEST} since .. {upper} SAME",
            "{short:SOLE} {lower} ... VERSUS !just !only .. {upper}",
            "{upper} .... {excess:BEATS} ... {lower}",
            "{excess:RECORD} {upper} .... after|compared|against ... {lower}",
            "won|wins|first ... {upper} // ... {excess:RANKED} {_} with|on .. {lower}",
            "with .. {upper=PN} .... {excess:RANKED} {_=O} with|on .. {lower=PN}",
            "{upper} PAUSE {excess:FOLLOWED} ... with|on|at .. {lower}",
            "{excess:LEAD} ... by {upper} to {lower}",
            "{upper=PN} .... {excess:WITH} .. {_=O} on|with|at .. {lower=PN}",
            "{excess:MORE|LESS} ... ({upper}) .. than ... ({lower})",
            "({upper}) ... {excess:LIKELIER|RARER} ... than ... ({lower})",
            "({upper}) [is|was|has|have] {excess:OVER|UNDER} ... ({lower})",
            "{excess:LIKELIER|RARER} ... ({upper}) .. than ... ({lower})",
            "{excess:LIKELIER|RARER} ... than ... ({upper} .. VERSUS .. {lower})",
            "{excess:LIKELIER|RARER} ... than ... ([by] {upper} to {lower})",
            "{excess:MORE|LESS} ... than ... ({upper} .. VERSUS .. {lower})",
            "{excess:SURPASSED|TRAILED} .... {upper} [,] [but|and] VERSUS .. FORECAST ... {lower}",
            "{upper} .... {excess:SURPASSED|TRAILED} [;] ... FORESAW ... {lower}",
            "{excess:SURPASSED|TRAILED} .... {upper} [;] ... FORESAW ... {lower}",
            "{upper} .... {excess:SURPASSED|TRAILED} // ... FORESAW ... {lower}",
            "{excess:SURPASSED|TRAILED} .... {upper} // ... FORESAW ... {lower}",
            "{lower} ... PAUSE AT {upper}",
            "{_=O} .. with|on {upper=PN} .... {_=O} .. with|on {lower=PN}",
            "{excess:LEADS} .. with|on|at {upper} ... VERSUS .. {lower} for",
            "{excess:CARRIED} ... by {upper} to {lower} !of",
            "@ {lower} .... {short:HIGHEST} ... since .. {_=D} , when it|they|there .. {upper}",
            "@ {upper} .... {excess:LOWEST} ... since .. {_=D} , when it|they|there .. {lower}",
            "HIGHEST [CHANGE] MEASURED ... [(] {upper} [)] [;] .... {excess:LOWEST} [CHANGE] ... [(] {lower}",
            "LOWEST [CHANGE] MEASURED ... [(] {lower} [)] [;] .... {short:HIGHEST} [CHANGE] ... [(] {upper}",
            "HIGHEST [CHANGE] MEASURED ... [(] {upper} [)] // ... {excess:LOWEST} [CHANGE] ... [(] {lower}",
            "LOWEST [CHANGE] MEASURED ... [(] {lower} [)] // ... {short:HIGHEST} [CHANGE] ... [(] {upper}",
            "led|leads the way with .. {upper} CHANGE .... {excess:LOWEST} SAME ... {lower}",
            "{upper=P} PAUSE {lower=P} {excess:EBB}",
            "AVERAGED {lower} .. [,] [and|with] [with] {short:PEAK} {upper}",
            "PEAK {upper} .. [,] [and|with] {excess:AVERAGED} {lower}",
            "{upper} .... {excess:OLDBEST} .... {lower}",
            "{upper} // ... {excess:OLDBEST} .... {lower}",
            "{upper=Y} .... RACED ... {lower=Y}",
            "won|wins|winning ... {lower=Y} ... {_=O} [place] in {upper=Y}",
            "{upper=Y} barrier|mark .... {lower=Y}",
            "{lower=C} .. , {short:BEHIND} .. {upper=C}",
            "{lower} ... , {short:MISSED} .. expectations|forecasts|estimates|target|targets|goal of .. {upper}",
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
        Example("Profit was £75m, against £125m a year earlier. Profits were still better than the forecast of £59m."),
        Example("Oil closed above $50 for the first time, at $49.20.", finds="$50 is more than $49.20"),
        Example("Only 16% of women are paid so, compared with 30% of men."),
        Example("Women were more likely than men to agree (48% against 52%).", finds="48% is less than 52%"),
        Example("Payrolls rose by 212,000, more than expected. Economists had forecast 180,000."),
        Example("Turnout was highest in Ely, at 71%. It was lowest in March, at 76%.", finds="71% is less than 76%"),
        Example("Carr came second with 24.4% of the vote, and Ellis fourth with 9.2%."),
        Example("The rate fell to 4.7%, the lowest since 1975, when it was 4.5%."),
        Example("It served 3.4 million people, a record. The previous best was 3.1 million."),
        Example("She won in 4:05.08, shattering the old record, which stood at 4:07.13."),
        Example(
            "Reed won in 21.57 secs, ahead of Balk, who took 21.08 secs.", finds="21.57 secs is more than 21.08 secs"
        ),
        Example("She broke the two-minute barrier with 1:59.46."),
        Silent("Profit reached £523m, more than expected."),
        Silent("Exports fell more than expected, to $41m; analysts had forecast $44m."),
        Silent("Only 5% of sales are online, compared with 4% a year ago."),
        Silent("He finished second on 276, with Cole third on 277."),
        Silent("He ran 11.2 seconds in the heat and broke the record in the final with 10.9 seconds."),
        Silent("Sales rose 5%, more than 20 analysts said."),
    ],
    candidates=compared,
)
def excess(upper: Any, lower: Any) -> Any:
    """Two amounts, and a word that says which is above the other."""
    return upper - lower
