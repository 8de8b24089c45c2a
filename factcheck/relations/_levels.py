"""Levels: whether two amounts are what one thing stood at, at two times.

In: a Passage and the new and the old amount that a frame found. Out: why they are not, if they are not. The one idea:
a comparison names what it compares with; a forecast, a rival, another place, another measure is no earlier time.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from factcheck.model import Figure, Passage
from factcheck.relations._exchange import exchange_rate
from factcheck.relations._spoken import half_of_score
from factcheck.units import Kind

FAR = 200  # what is so many times as large is no level of the same thing
_NEAR = 48  # code points around a figure in which its clause says what it is

_VERSUS = re.compile(
    r"\b(?:compared (?:with|to)|comparison (?:with|to)|against|versus|vs\.?)(?: [^.;,]{0,40})? \Z|(?:against|versus|with|to) \Z"
)
_MEANT = (
    r"forecasts?|expected|expectations?|estimat\w+|projected|projections?|predict\w+|targets?|goals?|budget(?:ed)?|planned|"
    r"consensus|analysts|guidance|rivals?|competitors?|peers?|average|norm|nationally|industry|limit|break-even"
)
_LED_BY = re.compile(rf"\b(?:{_MEANT})\b[^.;,]{{0,30}}\Z", re.IGNORECASE)
_SAID_TO_BE = re.compile(rf"[^.;,()]{{0,24}}\b(?:{_MEANT})\b", re.IGNORECASE)
# Another place, firm or group: "compared with £2.4bn at Bower", "against 44% of service firms", not "in May" or "in 2003".
_ELSEWHERE = re.compile(
    r"(?: [a-z]+)? (?:at|in|for|among) (?:its |the )?(?!January|February|March|April|May|June|July|August|September|October|"
    r"November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Q[1-4]|FY)[A-Z][\w-]|(?: per cent)? of (?!(?:the|its|these|those|all)\b)[a-z]+"
    r"| for (?!(?:the|all|an?|its|this|last|that|each|every|most|about|some|what|january|year)\b)[a-z]{3,}\b"
)


def _of_another(passage: Passage, new: Figure, old: Figure) -> bool:
    """Whether the amount compared with is a forecast, a target, a rival's or another group's."""
    text = passage.document.text
    before = text[max(0, old.reach.start - _NEAR) : old.reach.start]
    if old.start < new.start or not _VERSUS.search(before):
        return False
    return bool(_LED_BY.search(before) or _SAID_TO_BE.match(text, old.end) or _ELSEWHERE.match(text, old.end))


def _of_a_share(passage: Passage, new: Figure, old: Figure) -> bool:
    """Whether one is but the whole of what is compared: "38 of 1,000 babies, against 92"."""
    for one, other in ((new, old), (old, new)):
        for part in passage.before(one)[-1:]:
            counts = {part.quantity.unit.kind, one.quantity.unit.kind} <= {Kind.COUNT, Kind.NUMBER}
            if not counts or part.span == other.span or part.quantity.size >= one.quantity.size:
                continue
            if _OUT_OF.fullmatch(passage.between(part, one)):
                return True
    return False


_OUT_OF = re.compile(r"(?: [\w’'-]+)? (?:out of|of|in|in every|of every) ")


_DEBIT = re.compile(r"\b(?:loss|losses|deficits?|shortfall)\b", re.IGNORECASE)
_CREDIT = re.compile(r"\b(?:profits?|surplus(?:es)?|net income)\b", re.IGNORECASE)


def _turned_round(passage: Passage, new: Figure, old: Figure) -> bool:
    """Whether one is a profit and the other a loss: "rose to $9m from a surplus of $31m"."""
    first, second = sorted((new, old), key=lambda figure: figure.start)
    text = passage.document.text
    home = passage.document.sentence(first.start)
    led = text[home.start if home else first.start : first.start]
    between = text[first.end : second.start]
    for one, other in ((_DEBIT, _CREDIT), (_CREDIT, _DEBIT)):
        if one.search(between) and other.search(led) and not one.search(led):
            return True
    return (
        _CALLED.match(between) is not None and _OWN.search(between) is not None
    )  # "a £6m loss, against a profit of £2m"


_CALLED = re.compile(r" (?:loss|deficit)\b")
_OWN = re.compile(r"\b(?:profit|surplus|gain|income) of \Z")


CHANGED_BY = re.compile(
    r"\b(?:rose|fell|up|down|by|grew|gained|lost|dropped|climbed|increased|declined|slipped|shrank|expanded|jumped|dipped|"
    r"cut|trimmed|lowered|raised|lifted|reduced|boosted|slashed|surged|soared|plunged|tumbled|slid|sank|eased|"
    r"rise|fall|increase|decrease|drop|gain|growth|decline)(?: by| of)?(?: (?:just|only|about|nearly))? \Z"
)
_WITHIN = re.compile(r"\b(?:within|over|after|next|last|past|coming)(?: the| \w+)? \Z")


def _is_a_change(passage: Passage, new: Figure, old: Figure) -> bool:
    """Whether the old one is itself a change: "rose 0.4%, lifting the annual rate to 2.6%"."""
    if old.quantity.sort is not Kind.PERCENT or old.start > new.start:
        return False
    return bool(CHANGED_BY.search(passage.document.text, max(0, old.reach.start - 24), old.reach.start))


def _a_term(passage: Passage, new: Figure, old: Figure) -> bool:
    """Whether it says within what time, not how much: "within 12 months, up from seven"."""
    if new.quantity.unit.dimension != "[time]":
        return False
    return bool(_WITHIN.search(passage.document.text, max(0, new.reach.start - 20), new.reach.start))


def _a_term_of_months(passage: Passage, new: Figure, old: Figure) -> bool:
    """Whether they are stretches of time in which something was counted: "in the 12 months to May"."""
    text = passage.document.text
    return any(
        each.quantity.unit.dimension == "[time]"
        and passage.led_by(_IN_THE, each, 24)
        and _ENDING.match(text, each.end) is not None
        for each in (new, old)
    )


_IN_THE = re.compile(r"\b(?:in|over|for|during|than|above|below) the(?: (?:first|last|past))? \Z")
_ENDING = re.compile(r" (?:to|ended|ending|through|until|of) ")


def _by_that_much(passage: Passage, new: Figure, old: Figure) -> bool:
    """Whether one of them says by how much: "by £9bn to reach £164bn, up from £153bn"; but "by 18%, up from 17.5%"."""
    text = passage.document.text
    return any(passage.led_by(_BY, each, 24) and not _THAN_BEFORE.match(text, each.end) for each in (new, old))


_THAN_BEFORE = re.compile(
    r"(?: (?:this|last|next) year| in \d{4})?,? (?:up|down|higher|lower|more|less|compared|against) "
)
_BY = re.compile(r"\bby (?:an? |about |some |nearly |just |only |more than |less than |another |the )*\Z")


def _to_something(passage: Passage, new: Figure, old: Figure) -> bool:
    """Whether "to" leads to a verb and no amount: "to be offered on its 13% notes", "to ease terms on £5.8bn"."""
    return passage.led_by(_TO_DO, new, _NEAR) and not passage.led_by(_LEVEL, new, 24)


_TO_DO = re.compile(
    r"\bto (?:be|grant|ease|easier|help|pay|meet|cover|make|take|get|give|set|raise|finance|offer|buy|sell|issue)\b[^,.;]* (?:on|in|for|with) (?:\S+ )?\Z"
)
_LEVEL = re.compile(r"\bto (?:an? )?(?:\w+ )?\Z")


def _over_other_spans(passage: Passage, new: Figure, old: Figure) -> bool:
    """Whether one is of some months and the other of a whole year: "£7.6bn in the first 11 months, against £5.1bn for the whole"."""
    spans = [passage.document.text[each.end : each.end + _NEAR] for each in (new, old)]
    whole = [_WHOLE.match(each) is not None for each in spans]
    return whole[0] != whole[1] and (_PART.match(spans[whole[0]]) is not None)


_WHOLE = re.compile(r"[^,.;]{0,30}\b(?:for|in|during) (?:the whole(?: of)?|all(?: of)?|the full year|full)\b")
_PART = re.compile(
    r"[^,.;]{0,30}\b(?:first \w+ (?:months|weeks|quarters)|months of|month of|in (?:January|February|March|April|May|June|July|August|September|October|November|December))\b"
)


def _not_to_be_compared(passage: Passage, new: Figure, old: Figure) -> bool:
    """Whether shares have been split since: "10.5 cents on the split shares, against 19 cents before the split"."""
    home = passage.document.sentence(new.start)
    per = bool(new.quantity.unit.per or old.quantity.unit.per)
    return per and home is not None and _SPLIT.search(passage.document.text, home.start, home.end) is not None


_SPLIT = re.compile(r"\bsplit\b")

# "The annual decline to 2.1% from 1.6%": it is the decline that went there.
_THE_CHANGE = re.compile(
    r"\b(?:the|its|their|revision in (?:the|\w+['’]s))(?: [\w-]+){0,2} (?:decline|fall|drop|decrease|slide|loss|rise|increase|gain|growth)(?: rate)? to \Z"
)


def _of_the_change(passage: Passage, new: Figure, old: Figure) -> bool:
    """Whether it is the change itself that went from one to the other; but a forecast of growth may be raised."""
    if passage.led_by(_FORECAST_OF, new, _NEAR):
        return False
    return bool(_THE_CHANGE.search(passage.document.text, max(0, new.reach.start - _NEAR), new.reach.start))


_FORECAST_OF = re.compile(r"\b(?:forecasts?|estimates?|predictions?|targets?|outlook) (?:for|of) [^,;.]*\Z")
# What is counted or priced afresh each day or month, so that its latest step does not lead from a year ago.
SERIES = re.compile(
    r"\b(?:shares(?! outstanding)|share price|stocks?|index|ftse|dow|nikkei|price|prices|pound|sterling|dollar|euro|yen|oil|"
    r"crude|gold|copper|counts?|unemployment|jobless|unemployed|claimants?|inflation|yield)\b",
    re.IGNORECASE,
)
YEAR_ON = re.compile(
    r"\b(?:a|the|one|\w+) (?:week|month|year)s? (?:ago|earlier|before)\b|\blast year\b|\byear-(?:ago|earlier)\b"
)
_STEP = re.compile(r"\d(?:%|p| per ?cent| points?)? to \Z|\b(?:higher|lower|up|down) at \Z")


def _longer_ago(passage: Passage, new: Figure, old: Figure) -> bool:
    """Whether the word is said of a step to the new amount, and the old one is from longer ago: "fell 3% to 452p, against 212p a year ago"."""
    text = passage.document.text
    home = passage.document.sentence(new.start)
    if home is None or not _STEP.search(text, max(home.start, new.reach.start - 20), new.reach.start):
        return False
    if old.start > new.start and passage.led_by(FROM, old, 24):
        return False  # "rose 2% to 16.4m from 16.1m a year ago": the step is the year's
    before = text[max(0, old.reach.start - _NEAR) : old.reach.start]
    since = YEAR_ON.search(text, old.end, home.end) or (old.start > new.start and _VERSUS.search(before))
    return bool(SERIES.search(text, home.start, home.end) and since)


FROM = re.compile(r"(?<!, )\bfrom (?:an? |the |about )?\Z")
_RANKED = re.compile(
    r"\b(?:charts?|singles?|songs?|albums?|rankings?|ranked|table|league|poll|position|place|spot|seeds?|ladder|standings|number (?:\d{1,2}(?![\d,.])|one|two|three))\b",
    re.IGNORECASE,
)


def _a_rank(passage: Passage, new: Figure, old: Figure) -> bool:
    """Whether they are places, which rise to a smaller number."""
    home = passage.document.sentence(new.start)
    bare = {new.quantity.unit.kind, old.quantity.unit.kind} == {Kind.NUMBER}
    return bare and home is not None and _RANKED.search(passage.document.text, home.start, home.end) is not None


_BARE = re.compile(r"\d[\d.,]*")


def _one_of_two(passage: Passage, new: Figure, old: Figure) -> bool:
    """Whether a bare old number may be of another count beside the new one: "612 residents in 254 households, up from 590"."""
    if old.start < new.start or not _BARE.fullmatch(old.quantity.surface):
        return False
    beside = passage.before(new)
    if new.quantity.unit.kind not in (Kind.COUNT, Kind.NUMBER):  # "1,400 loans, an average of £22,000, up from 1,250"
        return any(each.quantity.unit.kind is Kind.COUNT for each in beside)
    return new.quantity.unit.kind is Kind.COUNT and any(
        each.quantity.unit.kind in (Kind.COUNT, Kind.NUMBER)
        and each.quantity.when is None
        and each.quantity.unit.name != new.quantity.unit.name
        and new.start - each.end < _NEAR
        and "," not in passage.between(each, new)
        for each in beside
    )


def _each_of_its_own(passage: Passage, new: Figure, old: Figure) -> bool:
    """Whether several are compared with as many: "62 cents goes to staff, 21 to rent and the rest to stock, up from 55 and 18"."""
    beside = next(iter(passage.within(old.end, old.end + _NEAR)), None)
    if old.start < new.start or beside is None or passage.between(old, beside) != " and ":
        return False
    alike, *led = (
        each.quantity.when is None and each.quantity.comparable(old.quantity) for each in (beside, *passage.before(new))
    )
    return alike and any(led)


def of_another_beside(passage: Passage, new: Figure, old: Figure) -> bool:
    """Whether the old one may be compared with another amount that stands beside the new one."""
    return _one_of_two(passage, new, old) or _each_of_its_own(passage, new, old)


def _a_score(passage: Passage, new: Figure, old: Figure) -> bool:
    """Whether one is half of a score or a record: "fell to 22-31"."""
    return half_of_score(passage, new) or half_of_score(passage, old)


_NUMBER_OF = re.compile(r"\b(?:and|while|but)\b[^.;]*\bnumber of\b")


def _of_others(passage: Passage, new: Figure, old: Figure) -> bool:
    """Whether the new one is of another thing behind "and": "leaves us with 407 and raises the number of theirs to 55"."""
    return old.start < new.start and _NUMBER_OF.search(passage.between(old, new)) is not None


_WHERE = re.compile(r" (?:in|at|for|among|on) (?:the |its )?([\w-]+)")


def _in_two_places(passage: Passage, new: Figure, old: Figure) -> bool:
    """Whether one is here and one there: "rose 8% to £61m in Asia, and fell 3% to £112m in Europe"; not in May and in June."""
    text = passage.document.text
    here, there = (_WHERE.match(text, figure.end) for figure in (old, new))
    if here is None or there is None or old.start > new.start or here[1] == there[1]:
        return False
    dates = {each.start for each in passage.within(old.end, there.end()) if each.quantity.when is not None}
    named = {each.partition("-")[0] for each in (here[1], there[1])}
    return dates.isdisjoint((here.start(1), there.start(1))) and not named & _TIMES


_TIMES = frozenset(
    "first second third fourth last next early late same following previous year month week quarter half end start beginning "
    "close middle summer winter spring autumn".split()
)


def _far_apart(passage: Passage, new: Figure, old: Figure) -> bool:
    like = new.quantity.unit.dimension == old.quantity.unit.dimension
    one, other = (abs(each.quantity.number.value) * (each.quantity.unit.factor if like else 1) for each in (new, old))
    return one > FAR * other or other > FAR * one


AGAINST: tuple[Callable[[Passage, Figure, Figure], bool], ...] = (
    _of_another,
    _of_a_share,
    _turned_round,
    exchange_rate,
    _is_a_change,
    _a_term,
    _a_term_of_months,
    _by_that_much,
    _to_something,
    _over_other_spans,
    _not_to_be_compared,
    _of_the_change,
    _longer_ago,
    _a_score,
    _of_others,
    _in_two_places,
    _a_rank,
    of_another_beside,
    _far_apart,
)


def of_one_level(passage: Passage, new: Figure, old: Figure) -> bool:
    """Whether nothing tells that two amounts are not of one thing at two times."""
    return not any(tells(passage, new, old) for tells in AGAINST)
