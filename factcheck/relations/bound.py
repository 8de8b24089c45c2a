"""Two amounts, and a word that says which is above the other."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from factcheck.interval import Interval
from factcheck.model import Claim, Figure, Form, Passage
from factcheck.relations import AMOUNT, WORD, Example, Silent, half_of_score, listed, of_one_noun, relation
from factcheck.relations._contests import is_race, is_record, of_one_contest, rank, wins
from factcheck.relations._levels import CHANGED_BY, of_another_beside
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
        if of_another_beside(passage, first, second):
            continue  # "heard 212 witnesses over 54 days, more than the 180"
        between = passage.between(first, second)
        if all(_YEAR.fullmatch(each.quantity.surface) for each in (first, second)):
            continue
        if not _alike(claim) or _GAP.match(between) or not _of_one_subject(passage, first, second):
            continue
        strict = any(0 not in values for _, values in claim.words)
        if strict and _of_another_clause(passage, first, second, between):
            continue
        text = passage.document.text
        if any(_EVENT.match(text, figure.end) for figure in (first, second)):
            continue
        if _UNTIL.match(text, second.end) or _SINCE.match(text, second.end):
            continue
        if (
            _OF_ITSELF.search(between)
            or _BEATEN.search(between)
            or _TIMES_THE.search(text, max(0, first.reach.start - 16), first.reach.start)
        ):
            continue
        if _VERSUS.match(between) and not _COMPARES.search(between) and _ONCE.match(text, second.end):
            continue  # "only 5%, compared with 4% a year ago"
        sense = _sense(passage, claim, between)
        if sense is not None:
            yield _turned(claim, *sense)


def _of_another_clause(passage: Passage, first: Figure, second: Figure, between: str) -> bool:
    """Whether what compares is said of something else, or of another time, than the first amount.

    "Rises to 15% and falls below the 11% cap"; "sales near £21m and earnings less than £2.7m"; "and above 5% in 1988";
    "drain £525m, while balances below target take out £175m"; "4% in May, and it may exceed 4.5% by June".
    """
    compares = _COMPARES.search(between)
    if _VERSUS.match(between, compares.end() if compares else 0):
        return False
    if compares is None:
        return between.endswith(" and ") and _is_bound(passage, first) and _is_bound(passage, second)
    ahead, behind = between[: compares.start()], between[compares.end() :]
    if compares.group() in ("exceed", "top", "surpass") and ahead.endswith((" and ", " or ")):
        return True  # "pass 1.5°C and exceed 2°C"
    if passage.led_by(_BY_THAT, second, 24) or _NOR.search(ahead) or _HEDGES.search(ahead):
        return (
            True  # "exceeding by £5m the imports"; "not less than £5 nor exceeding £100"; "over 50%, to less than 11%"
        )
    if any(
        each.quantity.unit.kind in (Kind.CURRENCY, Kind.PERCENT, Kind.COUNT)
        for each in passage.within(second.reach.start - len(between) + _last_end(between), second.start)
    ):
        return True  # "had surpassed £1m in prizes after just 43 matches"
    if _BY.match(behind) or _EXPECTED_TO.search(ahead) or _IF.search(ahead) or _SINCE_THEN.search(ahead):
        return True
    if _OF_A_NOUN.search(ahead) or _NO_MORE.match(behind):
        return True
    moves_on = compares.group() != "short of" and _MOVES_ON.search(ahead)
    if moves_on or _OF_ANOTHER_NOUN.search(ahead) or _MAY.search(ahead) or _DOES.match(behind):
        return True
    peaked = passage.led_by(_PEAKED, first, 40) and _LATER.search(ahead) is not None
    return peaked or (_AND_ALSO.fullmatch(ahead) is not None and _is_bound(passage, first))


def _is_bound(passage: Passage, figure: Figure) -> bool:
    """Whether a word such as "above" introduces a figure."""
    hedge = figure.quantity.hedge
    return passage.led_by(_OVER, figure, 24) or (hedge is not None and hedge.word in _ABOVE | _BELOW)


_BY = re.compile(r" (?:only )?by\b")  # what "was topped by $40" is less
_EXPECTED_TO = re.compile(r"\b(?:expected|set|forecast|likely|due|projected|estimated|predicted) to (?:[a-z]+ )?\Z")


def _last_end(between: str) -> int:
    """Where the last word ends that compares."""
    return [match.end() for match in _COMPARES.finditer(between)][-1]


_BY_THAT = re.compile(r"\bby (?:the sum of |an? )?\Z")
_NOR = re.compile(r"\b(?:nor|the) \Z")  # "the above sum"
_HEDGES = re.compile(r"\b(?:to|from|at|of) \Z")
_NO_MORE = re.compile(r"[^,;]*\b(?:more|less) than\b")  # "short of the limit of no more than 5,000"
_IF = re.compile(r"\b(?:unless|if|because|until)\b")
_SINCE_THEN = re.compile(r"\bbut (?:has|have|had|then|later|since)\b")
_OF_A_NOUN = re.compile(r"(?: [\w-]+){3,} (?:which|that|who) \Z")  # "a small part of all lending, which exceeded"
_MOVES_ON = re.compile(
    r"\b(?:and|then|before|but|or)\b[^,.;]*\b(?:fall|fell|drop|dropp|rise|rose|slip|slipp|dip|dipp|climb|goe?|went|sank|sink|eas)(?:s|es|ed|ing)?(?: [a-z]+)? \Z"
)
_OF_ANOTHER_NOUN = re.compile(
    r"\b(?:and|or) (?!(?:is|was|were|are|has|had|have|will|would|still|also|well|far|just|now|thus|so|it|this|that|they|up|down|slightly|comfortably|much|even|[a-z]+ly|[a-z]+ed)\b)(?:[\w’'-]+ ){1,7}\Z"
)
_MAY = re.compile(r"\b(?:may|might|could) \Z")
_DOES = re.compile(r"[^,.;]*\b(?:will|would|took|takes?|has|have|had)\b")
_PEAKED = re.compile(r"\b(?:peaked|topped out|bottomed)\b[^,;.]*\Z")
_LATER = re.compile(r", (?:was|were|is|are) ")
_AND_ALSO = re.compile(r"[^,;]*\band (?:well |just |slightly )?")
_OVER = re.compile(r"\b(?:above|below|over|under|more than|less than) (?:the |about )?\Z")


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
    if "excess" in said:
        return (role, said["excess"]) if is_record(passage, first, between) else None
    if "short" in said:
        return role, -said["short"]
    hedge = first.quantity.hedge
    text = passage.document.text
    if hedge is not None and hedge.word in _ABOVE | _BELOW:
        if _IN.match(text, first.end) and _IN.match(text, second.end):
            return None  # "below 5% in the north, to 6% in the south"
        return "lower" if hedge.word in _ABOVE else "upper", _MORE
    ranks = [rank(passage, figure) for figure in (first, second)]
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
    if _LATELY.match(text, second.end):
        return False
    head = text[homes[1].start : second.start].lower()
    compares = _COMPARES.search(head)
    changed = CHANGED_BY.search(text, max(homes[0].start, first.reach.start - 24), first.reach.start)
    if changed and text.startswith("It ", homes[1].start):
        return False  # "fares went up 14%. It remains below 2%"
    beside = passage.within(homes[0].start, first.start)
    others = [each for each in beside if each.quantity.comparable(first.quantity)]
    if compares is None:
        return not (others and _OLD.search(head))
    subject = _WORD.findall(_OF.split(_VERB.split(head[: compares.start()], maxsplit=1)[0], maxsplit=1)[0])
    if not subject:
        return False
    rivals = [each for each in others if not passage.led_by(_FROM, each, 24)]
    if others and (
        subject[0] not in _THIS or (rivals and len(subject) > 1) or text.endswith("by ", 0, others[-1].reach.start)
    ):
        return (
            False  # it may be another of the first sentence's amounts: "grew by 1.9 million to 121.7 million. That was"
        )
    told = {word.rstrip("s") for word in _WORD.findall(text[homes[0].start : homes[0].end].lower())}
    named = len(subject[-1]) > 3 and subject[-1].rstrip("s") in told
    if _ALL.intersection(subject) and not _ALL & told:
        return False  # "volume was 610m shares. Combined volume topped 900m"
    return named or subject[0] in _IT or not _AMOUNTS.isdisjoint((*subject[:3], subject[-1]))


def _sinks(passage: Passage, first: Figure, second: Figure) -> bool:
    """Whether what is better or more than expected may be the smaller: a deficit, what fell more than expected."""
    home = passage.document.sentence(first.start)
    told = passage.document.text[home.start if home else first.start : second.start].lower()
    if _BETTER.search(passage.between(first, second)) and _LESS_IS_BETTER.search(told):
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


def _alike(claim: Claim) -> bool:
    """Whether the two are written in one way, and bare numbers are of one size, so that they can be of one thing."""
    a, b = (figure.quantity for _, figure in claim.roles)
    if (a.number.form is Form.FRACTION) != (b.number.form is Form.FRACTION):
        return False
    bare = Kind.NUMBER in (a.unit.kind, b.unit.kind) and {a.unit.kind, b.unit.kind} <= {Kind.NUMBER, Kind.COUNT}
    if bare or is_race(*(figure for _, figure in claim.roles)):
        one, other = (each.size for each in (a, b))
        return bool(one and other) and 1 / APART <= one / other <= APART
    return True


# "$1.25 better than the $18.50" says how far the one is above, not what it is.
_GAP = re.compile(
    r" ?(?:\([^()]{0,30}\) |, or \S+(?: per ?cent)?,? )?(?:[a-z]+(?:er|re|ss) (?:than|of)|above|below|(?:under|over)(?= (?:the|an?|its|last|that|[$£€\d]))|ahead of|short of|up on|down on)\b"
)
_RECORD = re.compile(r"\b(?:record|best|beat|beating|mark|break|broke|broken|smash|clock|ran|title)")
_ABOVE = frozenset({"above", "over", "well above", "just above", "just over", "well over", "slightly above"})
_BELOW = frozenset({"below", "under", "well below", "just below", "just under", "well under", "slightly below"})
_COMPARES = re.compile(
    r"\b(?:than|above|below|ahead of|short of|shy of|under|over|topp\w+|exceed\w*|surpass\w*|up on|down on|in excess)\b(?!-)"
)
_VERB = re.compile(r",|\b(?:is|was|were|are|has|had|have|will|would|also|still|came|stood|remain\w*|compare\w*|even)\b")
_OF = re.compile(r"(?<=[a-z]) (?:of|in|from|for|at|by|on|to)\b")
_WORD = re.compile(r"[a-z]+")
_THIS = frozenset({"this", "that"})
_ALL = frozenset({"combined", "total", "overall", "all"})
_FROM = re.compile(r"\b(?:from|than|against|with) (?:an? |the |about )?\Z")
_IT = _THIS | {"it", "these", "they"}
_AMOUNTS = frozenset({"figure", "figures", "number", "numbers", "total", "result", "results", "amount", "sum", "rate"})
_EXTREME = re.compile(r"\b(?:(?:high|low|strong|weak|great|small|larg|bigg)est|most|least)\b")
_WHERE = re.compile(r"\b(?:where|when|who|which|whose|paid|earners?)\b")
_IN = re.compile(r" (?:in|at|for|on|of) ")
_LATELY = re.compile(r" (?:in|over|during) the (?:last|past|first|next) ")
_SINCE = re.compile(r" (?:before|ago|earlier)\b")
# "Beating expectations, with sales at £1.2bn": what is beaten has been said.
_BEATEN = re.compile(r"\b(?:beat|exceed|topp|eclips|surpass)\w*\b[^,]*(?:, (?:with|and) | and )")
# "12 abstained, a majority larger than the 40 expected": what is larger is not the 12.
_OF_ITSELF = re.compile(
    r"[,–—-] an? (?:[\w-]+ )?(?:majority|margin|lead|gap|difference|rise|fall|increase|drop|gain|loss|decline|surplus|deficit|average|ratio|sum|total|amount|aggregate)\b"
)
_TIMES_THE = re.compile(r"\b(?:twice|double|triple|treble|half|times) (?:the|its|his|her|their) \Z")
_UNTIL = re.compile(r"[^.,;]{0,20}\b(?:until|till)\b")
_PLACED = re.compile(
    r"\b(?:second|third|fourth|fifth|sixth|last|\d+th)(?: place)? (?:on|with|at) (?:about |just |only )?\Z"
)
_EXPECTED = re.compile(
    r"(?:than[ -](?:expected|forecast)|(?:beat|miss|topp|exceed)\w* (?:expectations|forecasts)|(?:above|below|of) (?:expectations|forecasts))\b(?! of\b)"
)
_BETTER = re.compile(r"\b(?:better|worse|improv\w+)\b")
_LESS_IS_BETTER = re.compile(
    r"\b(?:loss(?:es)?|lost|deficits?|debts?|costs?|ratio|waits?|times?|delays?|emissions|deaths|errors|accidents|arrears|rates? of (?:injur|accident|error|infection|crime|death)\w*)\b"
)
_SINKS = re.compile(
    r"\b(?:f[ea]ll(?:ing|en|s)?|drop\w*|declin\w*|slid|slip\w*|shrank|shrink\w*|cut|contract\w*|down|plung\w*|decreas\w*"
    r"|deficits?|loss(?:es)?|lost|unemployment|jobless|inflation|costs?|debts?)\b"
)
# "The 60m record holder", "the 100m final": a distance that names a race.
_EVENT = re.compile(
    r"(?: |-)(?:metres? |meters? )?(?:(?:world|indoor|olympic|european) )?(?:champion|record|title|hurdles|final|heat|race|relay|gold|silver|bronze|medal|freestyle|butterfly|breaststroke|backstroke|sprint|steeplechase)\b"
)
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_VERSUS = re.compile(r"[^.;]*\b(?:compared (?:with|to)|versus|against|vs)\b")
_ONCE = re.compile(
    r"[^.,;]{0,30}\b(?:ago|years?(?![ -]olds?\b)|month|week|quarter|earlier|before|previous\w*|last|in (?:\d{4}|[A-Z][a-z]+ber|January|February|March|April|May|June|July|August))\b"
)
SCORE = 1000  # bare numbers below it may be a score in golf or a time in seconds, of which less is better
_OLD = re.compile(r"\b(?:previous|old|former|earlier|past)\b")
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
            "{upper} .... a|an|far|much|slightly {excess:MORE} .. than the {lower}",
            "{lower} .... a|an|far|much|slightly {short:LESS} .. than the {upper}",
            "{lower=CNUP} .. , {short:BENEATH} {upper=CNUP}",
            "{upper} .... {excess:OVER} .. ({lower})",
            "{lower} .... {short:UNDER} .. ({upper})",
            "{upper} .... {excess:OVER} ... , RELATES {lower}",
            "{lower} .... {short:UNDER} ... , RELATES {upper}",
            "{upper} .... {excess:OVER} ... , when ... {lower}",
            "{lower} .... {short:UNDER} ... , when ... {upper}",
            "{upper} //^ that|it|this [still] {excess:BEATS} .. {lower}",
            "{lower} //^ that|it|this ... {short:UNDER} ... , when ... {upper}",
            "{upper} //^ that|it|this ... {excess:OVER} ... , when ... {lower}",
            "{lower} //^ .... BASE .. {_} .... {short:UNDER} .. {upper}",
            "{upper} //^ .... BASE .. {_} .... {excess:OVER} .. {lower}",
            "{upper} //^ ... {excess:OVER} .. {lower}",
            "{upper} .. , CHANGE FROM .. {_} ; that|it|this .... {excess:OVER} .. {lower}",
            "{lower} .. , CHANGE FROM .. {_} ; that|it|this .... {short:UNDER} .. {upper}",
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
            "{excess:LIKELIER} ... than ... ([by] {upper} to {lower})",
            "{short:RARER} ... than ... ([by] {lower} to {upper})",
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
            "led|leads the way with .. {upper} CHANGE .... {excess:LOWEST} SAME ... {lower}",
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
