"""Gaps: whether a gap that a frame found is the one between the two amounts beside it.

In: a Passage and a Claim of a larger, a smaller amount and a gap. Out: whether anything tells that the gap is another's.
The one idea: "40 more than" compares the subject of its own clause with what stands right behind it, and with no more.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from factcheck.model import Claim, Figure, Passage
from factcheck.relations._spoken import averaged, closes, half_of_score, listed, passes_a_figure, says_a_gap
from factcheck.units import Kind


@dataclass(frozen=True, slots=True)
class Tie:
    """A claim of a gap in its passage: the two amounts in the order of the text, and the gap between them."""

    passage: Passage
    claim: Claim
    first: Figure
    second: Figure
    gap: Figure

    @classmethod
    def of(cls, passage: Passage, claim: Claim) -> Tie:
        (gap,) = claim.figures("gap")
        first, second = (figure for role, figure in claim.roles if role != "gap")
        return cls(passage, claim, first, second, gap)

    @property
    def last(self) -> bool:
        """Whether the gap is told after both amounts."""
        return self.gap.start > self.second.start

    @property
    def ahead(self) -> bool:
        """Whether the gap is told before both amounts."""
        return self.gap.start < self.first.start

    @property
    def told(self) -> bool:
        """Whether the words behind the gap say between what it is: "a gulf of 29 points between those (98%) and those (69%)"."""
        return any(each.match(self.passage.document.text, self.gap.end) for each in (_BETWEEN, _WITH_BOTH))


_BETWEEN = re.compile(r" between\b")
_WITH_BOTH = re.compile(r", (?:with|on) (?:exports|imports|revenues?|receipts|income|spending|expenditure|outlays)\b")


def _gaps_themselves(tie: Tie) -> bool:
    """Whether an amount before the gap is one itself: "20 points more than"."""
    return any(says_a_gap(tie.passage, each) and each.start < tie.gap.start for each in (tie.first, tie.second))


def _times_of_day(tie: Tie) -> bool:
    """Whether the two are no numbers: "out at 7.12 and 19.36, 12 hours and 24 minutes apart"."""
    bare = all(_CLOCK.fullmatch(each.quantity.surface) for each in (tie.first, tie.second))
    return bare and tie.gap.quantity.unit.name in ("hour", "minute")


_CLOCK = re.compile(r"\d{1,2}\.\d\d")


def _of_several_things(tie: Tie) -> bool:
    """Whether the gap may be that of several amounts: "£30m for rail and £10m for buses, £20m more than last year's £80m"."""
    if tie.last or tie.ahead:
        return False
    passes = tie.second.quantity.unit.kind is Kind.NUMBER and passes_a_figure(tie.passage, tie.first, tie.gap)
    if passes and _PLAYED.match(tie.passage.document.text, tie.first.end):
        return False
    return passes or listed(tie.passage, tie.first)  # "two friends, walked 9 miles, four more than the five"


_PLAYED = re.compile(r" (?:from|in|after) [\w-]+ (?:games|matches|rounds|starts|races)\b")


def _of_a_third(tie: Tie) -> bool:
    """Whether a third amount stands beside the two that the gap follows."""
    beside = tie.passage.before(tie.first)
    return tie.last and any(each.quantity.comparable(tie.first.quantity) for each in beside)


def _no_lead(tie: Tie) -> bool:
    """Whether a lead is a metal, a surplus unadjusted, a gap between a month and the last: "Lead 443,850, Zinc 598,550"."""
    text, home = tie.passage.document.text, tie.passage.document.sentence(tie.gap.start)
    if home is None:
        return False
    return bool(
        _METALS.search(text, home.start, home.end)
        or _ADJUSTED.search(text, home.start, home.end)
        or _THIS_MONTH.match(text, home.start)
    )


_METALS = re.compile(r"\b(?:copper|zinc|nickel|tin|octane|ore|petrol|gasoline|smelter)\b", re.IGNORECASE)
_ADJUSTED = re.compile(r"\b(?:unadjusted|seasonally adjusted)\b", re.IGNORECASE)
_THIS_MONTH = re.compile(r"(?:This|That) (?:month|year|week|quarter|season)\b")


def _narrowed(tie: Tie) -> bool:
    """Whether more words say what the last figure is of: "40 more than the Tories, who have 12 in Scotland"."""
    passage, gap, second = tie.passage, tie.gap, tie.second
    rival = second.start > gap.start and _RIVAL.search(passage.between(gap, second)) is not None
    if (rival and not closes(passage, second)) or (tie.told and tie.last and not closes(passage, gap)):
        return True
    if _WITH_MORE.match(passage.document.text, gap.end):
        return True  # "leaving a surplus of $12bn with services"
    between = passage.between(*sorted((second, gap), key=lambda figure: figure.start))
    return _GAP_IS.search(between) is not None and not closes(passage, gap)  # "is wider by £4,000 than in 2010"


_RIVAL = re.compile(r", (?:who|which|on|with)\b[^,]*\Z")
_WITH_MORE = re.compile(
    r" (?:with|including|after|before|once|when)\b|"
    r" (?:over|for|in) (?:the )?(?:first |last |past )?(?:two|three|four|five|six|seven|eight|nine|ten|\d+) (?:months|quarters|years|weeks)\b"
)
_GAP_IS = re.compile(r",? (?:is|was) \Z")


def _of_another_clause(tie: Tie) -> bool:
    """Whether the gap begins a clause of its own, or says by how much something helped."""
    passage = tie.passage
    if tie.first.end < tie.gap.start and passage.led_by(_AND, tie.gap, 8):
        return True  # "it is 1.3 times the book value of $15.20 in June, and $1.25 better than the $18.50"
    nearest = tie.second if tie.last else tie.first
    if not tie.ahead and _SAID.search(passage.between(nearest, tie.gap)):
        return True  # "May's was £866m, and he said the year's would be £1.5bn below the £14.8bn"
    return passage.led_by(_BY, tie.gap, 40)  # "above the £4m forecast, helped by £1m of savings"


_AND = re.compile(r", and \Z")
_SAID = re.compile(r"\b(?:said|says|added|noted)\b")
_BY = re.compile(
    r"\b(?!carried|passed|approved|rejected|backed|defeated|beaten|outvoted)\w+(?:ed|en) by (?:about |just |only |some |nearly )?\Z"
)


def _of_the_last_part(tie: Tie) -> bool:
    """Whether the two are only of the end of a contest: "won by 12 shots, 68 to 75 in the last round"."""
    last = tie.second if tie.second.start > tie.first.start else tie.first
    return tie.gap.start < last.start and _ROUND.match(tie.passage.document.text, last.end) is not None


_ROUND = re.compile(r" (?:in|after) (?:the|his|her|their) (?:last|final|first|second|third|fourth|opening|closing)\b")


def _no_margin(tie: Tie) -> bool:
    """Whether what something was carried or won by is no margin of the two behind it: "backed by 12 banks, 8 to 10 of them foreign"."""
    passage, gap = tie.passage, tie.gap
    if not tie.ahead or passage.document.sentence(gap.start) != passage.document.sentence(tie.second.start):
        return False
    if not passage.led_by(_DECIDED, gap, 24):
        return False
    noun = gap.quantity.unit.name if gap.quantity.unit.kind is Kind.COUNT else ""
    return bool(noun and noun not in _MARGINS) or not _RESULT.match(passage.document.text, tie.second.end)


_DECIDED = re.compile(r"\b(?:lost|carried|passed|approved|rejected|won|backed) by (?:just |only |about )?\Z")
_MARGINS = frozenset("vote point goal run seat shot stroke frame try game set ballot member hand hole leg pin".split())
_RESULT = re.compile(r"[.;)\"”’\n]|\Z|,? (?:in|at|on|over|against|after|with|to)\b")


def _out_of_all(tie: Tie) -> bool:
    """Whether an amount is only what another is out of: "38 points out of 40, two more than Ann Lee, who had 36"."""
    return any(tie.passage.led_by(_OUT_OF, each, 8) for each in (tie.first, tie.second))


_OUT_OF = re.compile(r"\bout of \Z")


def _short_of_more(tie: Tie) -> bool:
    """Whether what fell short of an aim is told with more words: "£2m short of its £5m target, taking £4m a year"."""
    short = _SHORT.search(tie.passage.between(tie.gap, tie.first)) if tie.ahead else None
    if short is None:
        return False
    alike = tie.first.quantity.unit.per == tie.second.quantity.unit.per
    another = _RIVAL_TOOK.search(tie.passage.between(tie.first, tie.second)) is not None
    return another or not alike or not closes(tie.passage, tie.second)


_SHORT = re.compile(r"\A (?:short|shy) of\b")
_RIVAL_TOOK = re.compile(r"\b(?:that|which|who)\b")


def _an_aim(tie: Tie) -> bool:
    """Whether an amount is itself what another is compared with: "a premium to the 289p of May, but 15p short of the 370p"."""
    nearest = tie.second if tie.last else tie.first
    return not tie.ahead and not tie.last and tie.passage.led_by(_INTRODUCED, nearest, 16)


_INTRODUCED = re.compile(r"\b(?:to|over|on|of|from|than) the \Z")


def _an_average(tie: Tie) -> bool:
    """Whether one of them is a mean: "7,900, an average of 395"."""
    return any(averaged(tie.passage, each) for _, each in tie.claim.roles)


def _said_of_several(tie: Tie) -> bool:
    """Whether "that is 0.8p more than" may be said of any of several amounts of the sentence before."""
    home = tie.passage.document.sentence(tie.first.start)
    last = tie.gap if tie.last else tie.second
    if home is None or last.start < home.end or tie.ahead:
        return False
    beside = tie.passage.within(home.start, home.end)
    return len([each for each in beside if each.quantity.comparable(tie.first.quantity)]) > 1


def _a_margin_of_error(tie: Tie) -> bool:
    """Whether the gap is one of error, or signed: "plus or minus 4 points"."""
    return tie.gap.quantity.signed or tie.passage.led_by(_MARGIN, tie.gap, 30)


_MARGIN = re.compile(r"(?:minus|±|\+/-|error)[\w ]*\Z")


def _a_range_or_a_score(tie: Tie) -> bool:
    """Whether a figure is a range, or half of a score, but for "by 12 points, 98-86"."""
    if any(figure.quantity.upper for _, figure in tie.claim.roles):
        return True
    halves = [figure for _, figure in tie.claim.roles if half_of_score(tie.passage, figure)]
    return bool(halves) and not (len(halves) == 2 and tie.passage.between(tie.gap, halves[0]).strip() == ",")


# --- a lead told before the two amounts ----------------------------------------------------------------------------
def _of_another_race(tie: Tie) -> bool:
    """Whether a lead told first is not the one between the two that follow: of now, and of who is named beside them."""
    if tie.told or not tie.ahead:
        return False
    passage, first, second, gap = tie.passage, tie.first, tie.second, tie.gap
    text = passage.document.text
    home, there = (passage.document.sentence(figure.start) for figure in (gap, first))
    if home is None or there is None:
        return True
    if passage.led_by(_NO_GAP, gap, 16) or _TO.fullmatch(passage.between(gap, first)):
        return True  # "ahead with 31", "after three rounds", "ahead by five wins to three"
    if _of_another_place(text[home.start : gap.start], text[gap.end : first.start], text[first.end : there.end]):
        return True
    if any(passage.led_by(_STEP, figure, 30) for figure in (first, second)):
        return True  # "exports rose $3bn"
    told = text[home.start : home.end].lower()
    for figure in (first, second):
        qualified = _QUALIFIED.search(text, max(there.start, figure.reach.start - CLAUSE), figure.reach.start)
        if qualified and qualified[1].lower() not in told:
            return True  # "spending on defence", beside the deficit of the whole budget
    if any(_OF.match(text, figure.end) for figure in (gap, first, second)):
        return True  # "the deficit, with $400bn of spending": it is the spending that this is
    apart = home != there
    if apart and _THEN.match(text, gap.end, home.end):
        return True
    if apart and bool(_YEAR.search(text, home.start, home.end)) != bool(_YEAR.search(text, there.start, there.end)):
        return True
    counted = gap.quantity.unit.kind in (Kind.COUNT, Kind.NUMBER) and apart  # a lead, and whose scores?
    if (gap.quantity.unit.kind is not Kind.POINT and not counted) or _SCORE.fullmatch(passage.between(first, second)):
        return False
    (larger,), (smaller,) = tie.claim.figures("larger"), tie.claim.figures("smaller")
    named = _names(text[home.start : home.end] if apart else text[home.start : gap.start])
    if not named & _names(_beside(passage, larger)):
        return True
    shares = [each for each in passage.within(there.start, there.end) if each.quantity.comparable(first.quantity)]
    return not (named & _names(_beside(passage, smaller)) or (first is larger and len(shares) == 2))


def _of_another_place(before: str, lead: str, behind: str) -> bool:
    """Whether what follows a lead is said of a place or a group that it is not said of: "in Scotland Labour has 41%"."""
    opened = [match[1] for match in _OPENS.finditer(lead)]
    placed = _PLACED.findall(f"{lead} {behind}")
    return any(word not in before and word not in _ANYWHERE for word in (*opened, *placed))


def _beside(passage: Passage, figure: Figure) -> str:
    """The words of its clause around a figure, from the one before it to the next mark behind it."""
    home = passage.document.sentence(figure.start)
    before, text = passage.before(figure), passage.document.text
    start = before[-1].end if before else home.start if home else figure.start
    return text[start : figure.start] + _MARK.split(text[figure.end : figure.end + 30])[0]


def _names(words: str) -> set[str]:
    """The names among words; a party has two."""
    return {_ALIASES.get(name, name) for name in _NAME.findall(words)} - _NO_NAMES


_NO_GAP = re.compile(r"\b(?:after|with|on|in|at|for|over|through|before)(?: (?:the|his|her|their|its))? \Z")
_TO = re.compile(r"(?: [a-z]+)? to ")
_OPENS = re.compile(
    r"(?:[.;:,] (?:and |but |while )?)(?:[Ii]n|[Aa]mong|[Ww]ith|[Tt]o|[Aa]t|[Ff]rom|[Ff]or|[Oo]n|[Oo]f)(?: the)? ([\w'’]+)"
)
_PLACED = re.compile(r"\b(?:in|among|with|to|at)(?: the)? ([A-Z]\w+)")
_ANYWHERE = frozenset("poll survey vote election total all it".split())
_STEP = re.compile(
    r"\b(?:rose|fell|grew|up|down|increased|decreased|declined|dropped|climbed|gained|jumped|slipped|dipped)"
    r"(?: by)?(?: about| just| only| some| nearly)? \Z"
)
CLAUSE = 40  # code points before an amount in which its clause says what it is of
_QUALIFIED = re.compile(
    r"\b(?:spending|expenditure|outlays|revenues?|receipts|income|exports|imports|sales) (?:on|from|of|to|by) "
    r"(?:the |its |all )?(\w+)[^.,;]*\Z",
    re.IGNORECASE,
)
_OF = re.compile(r" (?:in|of) (?:[a-z]+ )?(?:spending|expenditure|outlays|imports|exports|revenues?|receipts|income)\b")
_THEN = re.compile(r"[^,;]*\b(?:last|ago|earlier|previous\w*|before)\b")
_YEAR = re.compile(r"\b(?:year|months)\b")
_SCORE = re.compile(r",? ?(?:to|against|-|–)(?: (?:the|his|her|their))?(?: [A-Z][\w.]*(?:['’]s)?){0,3} ?")
_MARK = re.compile(r"[,;.:()\d]| and ")
_ALIASES = {"Tories": "Conservatives", "Tory": "Conservatives", "Conservative": "Conservatives"}
_NO_NAMES = {"The", "This", "That", "But", "And", "For", "His", "Her", "Its", "Now", "With"}
_NAME = re.compile(r"(?<![.?!] )\b[A-Z][a-z]{2,}")


AGAINST: tuple[Callable[[Tie], bool], ...] = (
    _gaps_themselves,
    _times_of_day,
    _of_several_things,
    _of_a_third,
    _no_lead,
    _narrowed,
    _of_another_clause,
    _of_another_race,
    _of_the_last_part,
    _no_margin,
    _short_of_more,
    _out_of_all,
    _an_aim,
    _an_average,
    _said_of_several,
    _a_margin_of_error,
    _a_range_or_a_score,
)


def between_them(passage: Passage, claim: Claim) -> bool:
    """Whether nothing tells that a gap is not the one between the two amounts."""
    tie = Tie.of(passage, claim)
    return not any(tells(tie) for tells in AGAINST)
