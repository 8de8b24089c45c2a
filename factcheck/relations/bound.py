"""Two amounts, and a word that says which is above the other."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from factcheck.interval import Interval
from factcheck.model import Claim, Figure, Form, Passage
from factcheck.relations import AMOUNT, WORD, Example, Silent, half_of_score, listed, of_one_noun, relation
from factcheck.units import Kind

_MORE, _NO_LESS = Interval.between(0, None, open=True), Interval.between(0, None)


def short(lower: Any, upper: Any) -> Any:
    """By how much the lower one falls short, below zero."""
    return lower - upper


def compared(passage: Passage, found: list[Claim]) -> Iterable[Claim]:
    """What compares two amounts of one thing, with its sense. The word that compares is no hedge of the figure behind it."""
    for claim in of_one_noun(passage, found):
        first, second = (figure for _, figure in claim.roles)
        if listed(passage, first) or any(half_of_score(passage, figure) for figure in (first, second)):
            continue
        between = passage.between(first, second)
        if not _alike(claim) or _GAP.match(between) or not _of_one_subject(passage, first, second):
            continue
        text = passage.document.text
        if any(_EVENT.match(text, figure.end) for figure in (first, second)):
            continue
        if _VERSUS.match(between) and not _COMPARES.search(between) and _ONCE.match(text, second.end):
            continue  # "only 5%, compared with 4% a year ago"
        sense = _sense(passage, claim, between)
        if sense is not None:
            yield _turned(claim, *sense)


def _sense(passage: Passage, claim: Claim, between: str) -> tuple[str, Interval] | None:
    """The role of the figure that stands first, and what the upper less the lower one is; None where that is open."""
    (role, first), (_, second) = claim.roles
    if _race(first, second):
        better = _wins(passage, first, between)
        return ("lower" if better else "upper", _MORE) if better is not None else None
    if all(figure.quantity.unit.dimension == "[time]" for figure in (first, second)) and _RECORD.search(
        passage.document.text, claim.span.start, claim.span.end
    ):
        return None
    if _sinks(passage, first, second):
        return None
    if _PLACED.search(between) and _WON.isdisjoint(figure.quantity.unit.name for figure in (first, second)):
        return None  # in golf the fewer strokes are the better ones
    said = dict(claim.words)
    if "excess" in said:
        return (role, said["excess"]) if _beats(passage, first, between) else None
    if "short" in said:
        return role, -said["short"]
    hedge = first.quantity.hedge
    if hedge is not None and hedge.word in _ABOVE | _BELOW:
        return "lower" if hedge.word in _ABOVE else "upper", _MORE
    ranks = [_rank(passage, figure) for figure in (first, second)]
    if ranks[0] and ranks[1] and ranks[0] != ranks[1]:
        return "upper" if ranks[0] < ranks[1] else "lower", _NO_LESS
    return None


def _turned(claim: Claim, role: str, excess: Interval) -> Claim:
    """The claim with the first figure in this role; it is said of the figure that stands first."""
    other = {"upper": "lower", "lower": "upper"}[role]
    roles = tuple((each, _plain(figure)) for each, (_, figure) in zip((role, other), claim.roles, strict=True))
    return replace(claim, roles=roles, words=(("excess", excess) if role == "upper" else ("short", -excess),))


def _of_one_subject(passage: Passage, first: Figure, second: Figure) -> bool:
    """Whether what a second sentence compares is what the first told: "It was above", "Profit was above"."""
    homes = [passage.document.sentence(figure.start) for figure in (first, second)]
    if homes[0] == homes[1] or homes[0] is None or homes[1] is None:
        return True
    text = passage.document.text
    head = text[homes[1].start : second.start].lower()
    compares = _COMPARES.search(head)
    if compares is None:
        return True
    subject = _WORD.findall(_VERB.split(head[: compares.start()], maxsplit=1)[0])
    if not subject:
        return False
    if subject[0] not in _THIS and any(
        each.quantity.comparable(first.quantity) for each in passage.within(homes[0].start, first.start)
    ):
        return False  # it may be another of the first sentence's amounts
    told = {word[:5] for word in _WORD.findall(text[homes[0].start : homes[0].end].lower())}
    named = len(subject[-1]) > 3 and subject[-1][:5] in told
    return named or subject[0] in _IT or not _AMOUNTS.isdisjoint(subject[:4])


def _beats(passage: Passage, first: Figure, between: str) -> bool:
    """Whether an amount that stands before "the previous best" is a record, and one of the high ones."""
    old = _OLD.search(between)
    if old is None:
        return True
    home = passage.document.sentence(first.start)
    before = passage.document.text[home.start : first.reach.start] if home else ""
    if _BY.search(before):
        return False
    if _OFFICE.match(between, old.end()):
        return False
    around = before + between
    return (
        bool(_EVER.search(before + between[: old.start()])) and not _LOW.search(around) and not _MISSES.search(between)
    )


def _sinks(passage: Passage, first: Figure, second: Figure) -> bool:
    """Whether what is better or more than expected may be the smaller: a deficit, what fell more than expected."""
    home = passage.document.sentence(first.start)
    told = passage.document.text[home.start if home else first.start : second.start].lower()
    expected = _EXPECTED.search(told)
    return expected is not None and bool(_SINKS.search(told, 0, home.end - home.start if home else len(told)))


def _rank(passage: Passage, figure: Figure) -> int:
    """Which place the figure is said to be won with: the ordinal right before it; 0 where there is none."""
    home = passage.document.sentence(figure.start)
    before = [each for each in passage.within(home.start, figure.start)] if home else []
    ordinals = [each for each in before if each.quantity.unit.kind is Kind.ORDINAL]
    if not ordinals or not _WITH.fullmatch(passage.between(ordinals[-1], figure)):
        return 0
    if _THE.search(passage.document.text, max(0, ordinals[-1].start - 6), ordinals[-1].start):
        return 0
    return int(ordinals[-1].quantity.value)


def _wins(passage: Passage, first: Figure, between: str) -> bool | None:
    """Whether the first of two times in a race is the shorter, and so the better one; None where that is open."""
    text = passage.document.text
    if _FAILS.search(between) or _BY.search(text, max(0, first.reach.start - 20), first.reach.start):
        return None
    if _BARRIER.match(between) or _BREAKS.search(text, max(0, first.reach.start - 20), first.reach.start):
        return False
    cues = [match.lastgroup for match in _PACE.finditer(between)]
    return cues[-1] == "better" if cues else None


def _race(first: Figure, second: Figure) -> bool:
    """Whether two stretches of time are those of a race: to the fraction of a second, or one of them."""
    times = [figure.quantity for figure in (first, second)]
    return all(each.unit.dimension == "[time]" and each.unit.factor <= 60 for each in times) and any(
        each.number.decimals or ":" in each.surface for each in times
    )


def _alike(claim: Claim) -> bool:
    """Whether the two are written in one way, and bare numbers are of one size, so that they can be of one thing."""
    a, b = (figure.quantity for _, figure in claim.roles)
    if (a.number.form is Form.FRACTION) != (b.number.form is Form.FRACTION):
        return False
    bare = Kind.NUMBER in (a.unit.kind, b.unit.kind) and {a.unit.kind, b.unit.kind} <= {Kind.NUMBER, Kind.COUNT}
    if bare or _race(*(figure for _, figure in claim.roles)):
        one, other = (each.value * each.unit.factor for each in (a, b))
        return bool(one and other) and 1 / APART <= one / other <= APART
    return True


# "$1.25 better than the $18.50" says how far the one is above, not what it is.
_GAP = re.compile(r" ?(?:[a-z]+(?:er|re|ss) (?:than|of)|above|below|under|over|ahead of|short of|up on|down on)\b")
_RECORD = re.compile(r"\b(?:record|best|beat|beating|mark|break|broke|broken|smash|clock|ran|title)")
_PACE = re.compile(
    r"\b(?:(?P<better>ahead|clear of|edg(?:e|ed|ing)|beat(?:ing|s)?|shatter\w*|break\w*|broke|smash\w*|better\w*|improv\w*"
    r"|lower(?:ed|ing)|eclips\w*|whose|followed|second|third|fourth|runner-up)"
    r"|(?P<worse>short of|outside|slower|behind|off|adrift|beaten|lost|down on|equal\w*|match\w*))\b"
)
_FAILS = re.compile(r"\b(?:fail\w*|miss\w*|not|never|could)\b|n[’']t\b")
_BARRIER = re.compile(r" (?:barrier|mark)\b")
_BREAKS = re.compile(r"\b(?:break|breaking|broke|broken|beat) \Z")
_BY = re.compile(
    r"\b(?:by|add\w*|cut\w*|tak\w*|took|knock\w*|shav\w*|improv\w*)(?: (?:just|only|about|a|some|nearly))? \Z"
)
_ABOVE = frozenset({"above", "over", "well above", "just above", "just over", "well over", "slightly above"})
_BELOW = frozenset({"below", "under", "well below", "just below", "just under", "well under", "slightly below"})
_COMPARES = re.compile(
    r"\b(?:than|above|below|ahead of|short of|shy of|under|over|topp\w+|exceed\w*|surpass\w*|up on|down on|in excess)\b"
)
_VERB = re.compile(r",|\b(?:is|was|were|are|has|had|have|will|would|also|still|came|stood|remain\w*|compare\w*|even)\b")
_WORD = re.compile(r"[a-z]+")
_THIS = frozenset({"this", "that"})
_IT = _THIS | {"it", "these", "they"}
_AMOUNTS = frozenset({"figure", "figures", "number", "numbers", "total", "result", "results", "amount", "sum", "rate"})
_OLD = re.compile(
    r"\b(?:previous|old|former|past|earlier) (?:[a-z]+ )?(?:best|record|mark|high|highest|largest|biggest|peak)\b"
)
_OFFICE = re.compile(r" (?:office|keeper|holder|book|label|company|shop|store|player|collection)")
_THE = re.compile(r"\b(?:the|an?|his|her|its|their) \Z")
_PLACED = re.compile(
    r"\b(?:second|third|fourth|fifth|sixth|last|\d+th)(?: place)? (?:on|with|at) (?:about |just |only )?\Z"
)
_WON = frozenset({"percent", "vote", "point", "goal", "medal", "seat", "win"})
_EXPECTED = re.compile(
    r"(?:than[ -](?:expected|forecast)|(?:beat|miss|topp|exceed)\w* (?:expectations|forecasts)|(?:above|below|of) (?:expectations|forecasts))\b(?! of\b)"
)
_SINKS = re.compile(
    r"\b(?:f[ea]ll(?:ing|en|s)?|drop\w*|declin\w*|slid|slip\w*|shrank|shrink\w*|cut|contract\w*|down|plung\w*|decreas\w*"
    r"|deficits?|loss(?:es)?|lost|unemployment|jobless|inflation|costs?|debts?)\b"
)
_EVER = re.compile(
    r"\b(?:record|ever|best|new|most|more|(?:high|larg|bigg|long|heavi|tall|old)est|beat\w*|break\w*|broke)\b"
)
_LOW = re.compile(r"\b(?:low|(?:low|few|small|fast|quick|short|young|light)est)\b")
_MISSES = re.compile(
    r"\b(?:short|miss\w*|fail\w*|below|under|outside|equal\w*|match\w*|tied|level|not|behind|shy|off)\b"
)
# "The 60m record holder", "the 100m final": a distance that names a race.
_EVENT = re.compile(
    r"(?: |-)(?:metres? |meters? )?(?:(?:world|indoor|olympic|european) )?(?:champion|record|title|hurdles|final|heat|race|relay|gold|silver|bronze|medal|freestyle|butterfly|breaststroke|backstroke|sprint|steeplechase)"
)
_VERSUS = re.compile(r"[^.;]*\b(?:compared (?:with|to)|versus|against|vs)\b")
_ONCE = re.compile(
    r"[^.,;]{0,30}\b(?:ago|year|years|month|week|quarter|earlier|before|previous\w*|last|in (?:\d{4}|[A-Z][a-z]+ber|January|February|March|April|May|June|July|August))\b"
)
_WITH = re.compile(r"(?: place)?,? (?:with|on) (?:about |just |only )?")
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
            "{upper} [,] [CHANGE] FROM .. {_} .... {excess:OVER} .. {lower}",
            "{lower} [,] [CHANGE] FROM .. {_} .... {short:UNDER} .. {upper}",
            "{upper} .... {excess:OVER} .. {_} .... {excess:OVER} .. {lower}",
            "{upper} .... UNDER .. {_} .... {excess:OVER} .. {lower}",
            "{lower} .... OVER .. {_} .... {short:UNDER} .. {upper}",
            "{upper} .... {excess:OVER} .. FORECAST for .. {lower}",
            "{lower} .... {short:UNDER} .. FORECAST for .. {upper}",
            "{upper} .... {excess:OVER} .. ({lower})",
            "{lower} .... {short:UNDER} .. ({upper})",
            "{upper} .... {excess:OVER} .. , RELATES .. {lower}",
            "{lower} .... {short:UNDER} .. , RELATES .. {upper}",
            "{lower} //^ .... {_} .... {short:UNDER} .. {upper}",
            "{upper} //^ .... {_} .... {excess:OVER} .. {lower}",
            "{upper} //^ ... {excess:OVER} .. {lower}",
            "{lower} //^ ... {short:UNDER} .. {upper}",
            "{upper} .. [,] [CHANGE] FROM .. {_} //^ ... {excess:OVER} .. {lower}",
            "{lower} .. [,] [CHANGE] FROM .. {_} //^ ... {short:UNDER} .. {upper}",
            "{excess:OVER} .. {lower} ... PAUSE AT {upper}",
            "{excess:BEATS} .. {lower} ... PAUSE AT {upper}",
            "{short:UNDER} .. {upper} ... PAUSE AT {lower}",
            "{short:UNDER} .. {upper} needed|required|demanded ... PAUSE with|on {lower}",
            "{upper} ... {excess:ONLY} .. {lower}",
            "{short:SOLE} {lower} ... VERSUS !just !only .. {upper}",
            "{upper} .... {excess:BEATS} ... {lower}",
            "{excess:RECORD} {upper} .... after|compared|against ... {lower}",
            "won|wins|first ... {upper} // ... {excess:RANKED} {_} with|on .. {lower}",
            "with .. {upper=PN} .... {excess:RANKED} {_=O} with|on .. {lower=PN}",
            "{upper} PAUSE {excess:FOLLOWED} ... with|on|at .. {lower}",
            "{excess:LEAD} ... by {upper} to {lower}",
            "{upper=PN} .... {excess:WITH} .. {_=O} on|with|at .. {lower=PN}",
            "{excess:MORE} ... ({upper}) .. than ... ({lower})",
            "{short:LESS} ... ({lower}) .. than ... ({upper})",
            "({upper}) ... {excess:LIKELIER} ... than ... ({lower})",
            "({lower}) ... {short:RARER} ... than ... ({upper})",
            "{excess:LIKELIER} ... ({upper}) .. than ... ({lower})",
            "{short:RARER} ... ({lower}) .. than ... ({upper})",
            "{excess:LIKELIER} ... than ... ({upper} .. VERSUS .. {lower})",
            "{short:RARER} ... than ... ({lower} .. VERSUS .. {upper})",
            "{excess:LIKELIER} ... than ... ({upper} to {lower})",
            "{short:RARER} ... than ... ({lower} to {upper})",
            "{excess:MORE} ... than ... ({upper} .. VERSUS .. {lower})",
            "{short:LESS} ... than ... ({lower} .. VERSUS .. {upper})",
            "{excess:SURPASSED} .... {upper} [,] [but|and] VERSUS .. FORECAST ... {lower}",
            "{short:TRAILED} .... {lower} [,] [but|and] VERSUS .. FORECAST ... {upper}",
            "{upper} .... {excess:SURPASSED} [;] ... FORESAW ... {lower}",
            "{lower} .... {short:TRAILED} [;] ... FORESAW ... {upper}",
            "{excess:SURPASSED} .... {upper} [;] ... FORESAW ... {lower}",
            "{short:TRAILED} .... {lower} [;] ... FORESAW ... {upper}",
            "{upper} .... {excess:SURPASSED} // ... FORESAW ... {lower}",
            "{lower} .... {short:TRAILED} // ... FORESAW ... {upper}",
            "{excess:SURPASSED} .... {upper} // ... FORESAW ... {lower}",
            "{short:TRAILED} .... {lower} // ... FORESAW ... {upper}",
            "{lower} ... PAUSE AT {upper}",
            "{_=O} .. with|on {upper=PN} .... {_=O} .. with|on {lower=PN}",
            "{_=O} .. with|on {upper=PN} // ... {_=O} .. with|on {lower=PN}",
            "{excess:LEADS} .. with|on|at {upper} ... VERSUS .. {lower} for",
            "{excess:CARRIED} ... by {upper} to {lower} !of",
            "@ {lower} .... {short:HIGHEST} ... since .. {_=D} , when it|they|there .. {upper}",
            "@ {upper} .... {excess:LOWEST} ... since .. {_=D} , when it|they|there .. {lower}",
            "HIGHEST [CHANGE] MEASURED ... [(] {upper} [)] [;] .... {excess:LOWEST} [CHANGE] ... [(] {lower}",
            "LOWEST [CHANGE] MEASURED ... [(] {lower} [)] [;] .... {short:HIGHEST} [CHANGE] ... [(] {upper}",
            "HIGHEST [CHANGE] MEASURED ... [(] {upper} [)] // ... {excess:LOWEST} [CHANGE] ... [(] {lower}",
            "LOWEST [CHANGE] MEASURED ... [(] {lower} [)] // ... {short:HIGHEST} [CHANGE] ... [(] {upper}",
            "led|leads the way|field with|on|at .. {upper} .... {excess:LOWEST} [CHANGE] ... {lower}",
            "{upper=P} PAUSE {lower=P} {excess:EBB}",
            "AVERAGED {lower} .. [,] [and|with] [with] {short:PEAK} {upper}",
            "PEAK {upper} .. [,] [and|with] {excess:AVERAGED} {lower}",
            "{upper} .... {excess:OLDBEST} .... {lower}",
            "{upper} ... ; ... {excess:OLDBEST} .... {lower}",
            "{upper} // ... {excess:OLDBEST} .... {lower}",
            "{upper=Y} .... RACED ... {lower=Y}",
            "{upper=Y} // ... RACED ... {lower=Y}",
            "won|wins|winning ... {lower=Y} ... {_=O} [place] in {upper=Y}",
            "{upper=Y} barrier|mark .... {lower=Y}",
            "break|breaking|broke|broken|beat {upper=Y} .... // ... {lower=Y}",
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
