"""An old and a new amount, and a word that says which is larger."""

import re
from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from typing import Any

from factcheck.model import Claim, Figure, Passage
from factcheck.relations import AMOUNT, WORD, Example, Silent, relation
from factcheck.relations._levels import of_one_level
from factcheck.relations._spoken import listed, of_one_noun, only_better, says_a_change, says_a_gap
from factcheck.relations._turns import said_of_another
from factcheck.units import Kind
from factcheck.vocabulary import turns


def _goes_its_own_way(claim: Claim) -> bool:
    """Whether amounts by the piece move a little against the total that the word is said of, as more shares are about."""
    (new,), (old,) = (figures for figures in (claim.figures("new"), claim.figures("old")))
    per = new.quantity.unit.per
    if not per or per in ("year", "month", "week", "day", "hour") or per[0].isdigit():  # 7.2 per 100,000
        return False
    rises = any(1 in values for _, values in claim.words)
    times = new.quantity.value / (old.quantity.value or 1)
    return (times < 1) == rises and 1 / DRIFT < times < DRIFT


DRIFT = Fraction(6, 5)  # how far the number of shares may move from one year to the next
_ON_SALES = re.compile(r"\bon (?:[\w-]+ ){0,3}of \Z")
# "12% of bonds fell": it is the bonds that did, not the share.
_OF_WHICH_MOVED = re.compile(
    r" of (?:[\w-]+ ){1,3}(?:fell|rose|grew|shrank|gained|lost|declined|improved|worsened|increased|decreased|dropped|climbed)"
    r"\b(?! (?:to|from|by)\b)"
)
_UP_FROM = re.compile(r" (?:up|down) from\b")
_YEARLY = re.compile(r" in (?:1[5-9]|20)\d\d and (?:to )?")


def _by_year(passage: Passage, new: Figure) -> bool:
    """Whether an amount and the one before it are of two years: "to 8.5% in 2005 and 9.1% in 2006 from 8.9%"."""
    before = [each for each in passage.before(new) if each.quantity.when is None]
    return bool(before) and _YEARLY.fullmatch(passage.between(before[-1], new)) is not None


_PACE = re.compile(r"\b(?:frequen\w+|often|speed|pace|quick\w*|fast\w*)\b")


def _of_pace(passage: Passage, new: Figure, old: Figure) -> bool:
    """Whether they are times that something takes, which fall as its speed rises."""
    home = passage.document.sentence(new.start)
    timed = new.quantity.unit.dimension == old.quantity.unit.dimension == "[time]"
    return timed and home is not None and _PACE.search(passage.document.text, home.start, home.end) is not None


def _of_the_sales(passage: Passage, new: Figure, old: Figure) -> bool:
    """Whether the old amount is nearer to one that stands between: "made £22m on sales of £391m, up from £350m"."""
    between = [each for each in passage.within(new.end, old.start) if each.quantity.comparable(new.quantity)]
    if old.start < new.start or not between or not old.quantity.value:
        return False
    size, *others = (abs(each.quantity.size) for each in (old, new, between[-1]))
    if not all(others):
        return False
    here, there = (max(size / each, each / size) for each in others)
    return there < here and passage.led_by(_ON_SALES, between[-1], 40)


_HIGHER = re.compile(r" (?:higher|up|more)\b")


def told(passage: Passage, found: list[Claim]) -> Iterable[Claim]:
    """What the frames found, and the pairs that go on as they do: "fell to £625m from £720m and tin to £180m from £246m"."""
    kept = list(of_one_amount(passage, found))
    yield from kept
    taken = {figure.span for claim in kept for _, figure in claim.roles}
    for last in kept:
        while (further := _next_pair(passage, last)) is not None and further.roles[0][1].span not in taken:
            yield from of_one_amount(passage, [further])
            last = further
        step = _next_step(passage, last)
        if step is not None and step.roles[1][1].span not in taken:
            yield step


def _next_step(passage: Passage, claim: Claim) -> Claim | None:
    """The step behind a step: "was cut to three in 1898 and to two in 1921"."""
    news = claim.figures("new")
    behind = [each for each in passage.within(news[0].end, news[0].end + STEP) if each.quantity.when is None]
    if not behind or not _AND_TO.fullmatch(passage.between(news[0], behind[0])):
        return None
    if not behind[0].quantity.comparable(news[0].quantity):
        return None
    return Claim(claim.kind, (("old", news[0]), ("new", behind[0])), claim.words)


STEP = 40  # code points between the steps of a row
_AND_TO = re.compile(r" (?:in|by|at|on) [^,;.]{2,20} and (?:then |later )?to (?:just |about |only )?")


def _next_pair(passage: Passage, claim: Claim) -> Claim | None:
    """The next new and old amount behind a pair, with no word of their own that says which way."""
    (first, _), (role, old) = claim.roles
    if first != "new" or role != "old":
        return None
    home = passage.document.sentence(old.start)
    behind = [
        each
        for each in passage.within(old.end, home.end if home else old.end)
        if each.quantity.when is None and each.quantity.unit.kind is not Kind.ORDINAL
    ][:2]
    if len(behind) < 2:
        return None
    new, former = behind
    joint = passage.between(old, new)
    if not _GOES_ON.fullmatch(joint) or turns(joint) or not _FROM.fullmatch(passage.between(new, former)):
        return None
    if turns(passage.document.text[former.end : former.end + 16]):
        return None  # "and zinc to $2,300 from $2,290 rose"
    if not new.quantity.comparable(former.quantity) or new.quantity.unit.kind is not old.quantity.unit.kind:
        return None
    return Claim(claim.kind, (("new", new), ("old", former)), claim.words)


_GOES_ON = re.compile(
    r"(?: (?:in|a year) [^,;.]{0,20})?,? (?:and )?(?:(?!(?:with|while|but|or|of)\b)[a-z’'-]+ ){0,3}(?:to |at )?"
)
_FROM = re.compile(r"(?: in [^,;.]{0,20})? from ")


RACES = frozenset((60, 100, 200, 400, 800, 1500, 3000, 5000, 10000))  # metres, World Athletics' events on the track


def _of_the_part(passage: Passage, claim: Claim) -> Claim:
    """The claim with the part for its whole: "36 of the 90 seats, up from 31"."""
    (new,), (old,) = claim.figures("new"), claim.figures("old")
    before = passage.before(new)
    part = before[-1] if before and new.start < old.start else None
    if part is None or not part.quantity.comparable(new.quantity) or not _OF_ALL.fullmatch(passage.between(part, new)):
        return claim
    was, some, all_of_it = (each.quantity.size for each in (old, part, new))
    if min(was, some, all_of_it) <= 0 or max(was / all_of_it, all_of_it / was) < max(was / some, some / was):
        return claim  # "36 of the 90 seats, up from 85"
    return replace(claim, roles=tuple((role, part if role == "new" else figure) for role, figure in claim.roles))


_OF_ALL = re.compile(r" (?:out )?of (?:the |its |their |his |her |all |all the )?")


def of_one_amount(passage: Passage, found: list[Claim]) -> Iterable[Claim]:
    """Not where the new amount is one of several side by side: "38.1 and 35.8, up from 36.7 and 34.3"."""
    for claim in of_one_noun(passage, found):
        claim = _of_the_part(passage, claim)
        (new,), (old,) = claim.figures("new"), claim.figures("old")
        if not of_one_level(passage, new, old) or said_of_another(passage, claim) or _goes_its_own_way(claim):
            continue
        if _OF_WHICH_MOVED.match(passage.document.text, new.end):
            continue
        if all(each.quantity.unit.name == "meter" and each.quantity.value in RACES for each in (new, old)):
            continue  # "stepped down from the 400m to the 200m"
        falls = any(-1 in values for _, values in claim.words)
        slower = falls and _HIGHER.match(passage.document.text, new.end)
        if _ON_SALES.search(passage.document.text, max(0, new.reach.start - 40), new.reach.start):
            continue  # "earned £22m on sales of £391m, up from £19m"
        if only_better(passage, claim) or _of_the_sales(passage, new, old):
            continue  # 1.9 accidents are an improvement on 2.4
        said = says_a_change(passage, new)
        if said is not None and not turns(passage.document.text[said : old.reach.start]):
            continue  # "a 51% rise, compared with a 58% fall"; but "a 5% rise, down from 8%"
        if says_a_gap(passage, old) or (says_a_gap(passage, new) and not slower):
            continue  # but "11.8% higher on the year, down from 16.3%" compares two rises
        if _UP_FROM.match(passage.document.text, old.end) or _of_pace(passage, new, old):
            continue  # "5% up from $50bn in May and 42% up from $37bn in April"; "more often: from nine to seven days"
        if old.start < new.start and ";" in passage.between(old, new) and listed(passage, old):
            continue  # "40 pupils and four teachers in 1930; the roll has since fallen to 12"
        if old.start < new.start or not listed(passage, new) or _by_year(passage, new):
            yield claim


@relation(
    reads="as_printed",
    roles={"old": AMOUNT, "new": AMOUNT, "delta": WORD},
    frames={
        "en": [
            "{delta:CHANGE} ... TO .. {new} ... FROM .. {old}",
            "{delta:CHANGE} ... FROM .. {old} .. [,] TO .. {new}",
            "{new} ... {delta:CHANGE} ... FROM .. {old}",
            "{new} ... , {delta:CHANGE} ... FROM .. {old}",
            "{new} (.. {delta:CHANGE} ... FROM .. {old}",
            "OVER|UNDER {new} .. , {delta:CHANGE} FROM .. {old}",
            "{new} ... {delta:CHANGE} .. on .. {old}",
            "FROM .. {old} .. [,] TO .. {new} .. PAUSE [which|that] [is|was|marks|marked] [a|an|the|its] [sharp|slight|small|big|modest|steep] {delta:CHANGE}",
            "{new} ... VERSUS .. {old} .. PAUSE [which|that] [is|was|marks|marked] [still] [a|an|the] [sharp|slight|small|big|further|first|second|third|modest|steep] {delta:CHANGE}",
            "{delta:CHANGE} PAUSE ... {new} ... VERSUS .. {old}",
            "{delta:CHANGE} ; ... {new} ... VERSUS .. {old}",
            "{old} .. stake|holding .... {delta:CHANGE} .. stake|holding to .. {new}",
            "{delta:CHANGE} in|of .. number ... {new} ... VERSUS .. {old}",
            "{delta:CHANGE} ... (... FROM .. {old} ... TO .. {new})",
            "{delta:CHANGE} ... ({old} to .. {new})",
            "{delta:CHANGE} ... ({old} → .. {new})",
            "{delta:CHANGE} ... TO .. {new} ({_}: .. {old})",
            "{delta:CHANGE} ... TO .. {new} (FROM .. {old}",
            "{delta:CHANGE} ... TO .. {new} ... , BEFORE .. {old}",
            "{old} .... {delta:CHANGE} that|it|this|them TO .. {new}",
            "{old} .... ; .... has|had|have [since] {delta:CHANGE} TO .. {new}",
            "{new} ... {delta:CHANGE} FROM .. {_} .. and .. {old}",
            "{delta:CHANGE} ... TO .. {new} ... FROM .. {_} .. and .. {old}",
            "{new} ... on .. {_} , {delta:CHANGE} FROM .. {old}",
            "{new} .. PAUSE .. OVER|UNDER .. {_} .. and {delta:CHANGE} FROM .. {old}",
            "{new} ... , {delta:CHANGE} when .. {old}",
            "{new} ... , CHANGE FROM .. {_} .. [and] [BREAK] [also] {delta:CHANGE} FROM .. {old}",
            "@ {delta:CHANGE} ... FROM .. {_} .. TO .. {old} .. {_=D} and [to] {new} .. {_=D}",
            "@ {delta:CHANGE} ... TO .. {new} .. {_=D} and [to] {_} .. {_=D} FROM .. {old}",
            "@ {delta:CHANGE} ... TO .. {_} .. {_=D} and [to] {new} .. {_=D} FROM .. {old}",
            "{old} // .. that|this [figure|number|share|proportion] has|had|have [since] {delta:CHANGE} TO .. {new}",
            "originally|initially .... {old} .... {delta:CHANGE} .... to .. {new}",
            "{new} //^ [while|although|but|and] that|this|it ... {delta:CHANGE} .. FROM .. {old}",
            "{new} //^ [the] figure [is|was|marks|marked|represents|represented] [a|an] {delta:CHANGE} on|from .. {old}",
            "{old} ... {delta:CHANGING} ... TO .. {new}",
            "{old} .. [,] and|then|before|but [then] [was|were|has|had|have|is|it|they] [been|since|later] {delta:CHANGE} ... TO .. {new}",
            "{old} .... , [has|had|have] [since|now] {delta:CHANGE} TO .. {new}",
            "{old} BREAK has|had|have [since|now] {delta:CHANGE} TO .. {new} !in !for",
            "{old} has|had|have since|now {delta:CHANGE} TO .. {new}",
            "{old} [,] [and|but] that|this [had|has] [since|now] {delta:CHANGE} TO .. {new}",
            "original|initial .. {old} .. {delta:CHANGE} TO .. {new}",
            "@ {delta:CHANGE} ... {_} [({_})] [,] or .. {new} ... FROM .. {_} [({_})] [,] or .. {old}",
            "@ {new} ... {delta:CHANGE} FROM .. {_} [,] or .. {old}",
        ]
    },
    says={
        "delta>0": "from {old} to {new} is a rise",
        "delta<0": "from {old} to {new} is a fall",
        "delta=0": "{old} and {new} are the same",
        "not>0": "not a fall",
        "not<0": "not a rise",
    },
    examples=[
        Example("Sales climbed to $165 million from $150 million."),
        Example("The index rose to 9,500 from 10,000.", finds="from 10,000 to 9,500 is a fall, not a rise"),
        Example("The jobless rate was 4.1%, down from 4.4% in May."),
        Example("The fund bought a 7% stake in May at £11 a share, and has since reduced its stake to 4.7%."),
        Example("New loans go on falling; they were $6.6 million in May, compared with $36.1 million a year ago."),
        Example("Income from rents was $5.1m, down from $6.2m."),
        Example("Rents were 11.8% higher on the year, down from 16.3% in May."),
        Example("Growth was 1.1%, up from 0.3% in 2003 and 0.4% in 2002."),
        Silent("The waiting list shrank to 708. The number waiting a year had also fallen by then, from 7,613."),
        Example("Inflation is to fall to 8.5% in 2005 and 7.5% in 2006 from 8.9% in 2004."),
        Example("Exports of rubber fell to £625m from £720m and tin to £180m from £246m."),
        Example("Output grew 3.7% in May. The figure marked an increase on the 3.3% of April."),
        Silent("The club rose to third place from seventh."),
    ],
    candidates=told,
)
def delta(old: Any, new: Any) -> Any:
    """An old and a new amount, and a word such as rose or fell."""
    return new - old
