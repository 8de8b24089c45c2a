"""Changes: whether a rate or a delta that a frame found reads as how much two amounts changed.

In: a Passage and a Claim with a rate, a delta or both, and amounts. Out: whether anything tells that it is a level, a
range, a count, a description, or said in a sentence about something else. The one idea: "rose by 5% to £40m" says how
much and where to; "growth to 5%", "the 15-member board", "lost 1,200, a drop of 8%" say something else with like words.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from factcheck.model import Claim, Figure, Passage
from factcheck.relations import leads_elsewhere, listed, of_one_topic, says_a_change, says_a_gap
from factcheck.relations._levels import CHANGED_BY, of_one_level
from factcheck.relations._terms import home_of, pronoun_moves
from factcheck.relations._told import COMPOUND
from factcheck.units import Kind
from factcheck.vocabulary import turns


def _bare_among_shares(passage: Passage, claim: Claim) -> bool:
    """Whether a bare number beside percentages is none of points: "raised four times, from 1% to 2%"; but "on 34%, up three from 31%"."""
    shares = any(figure.quantity.sort is Kind.PERCENT for figure in claim.figures("new"))
    bare = any(figure.quantity.unit.kind is Kind.NUMBER for figure in claim.figures("delta"))
    return shares and bare and not all(_said_in_points(passage, figure) for figure in claim.figures("delta"))


def _said_in_points(passage: Passage, figure: Figure) -> bool:
    """Whether a bare number beside percentages is one of points: a small one, between a direction word and the old share."""
    return passage.led_by(_MOVED, figure, 12) and _MEANT.match(passage.document.text, figure.end) is not None


_MOVED = re.compile(r"\b(?:up|down|rose|fell|gained|dropped|slipped|climbed)(?: by)? \Z")
_MEANT = re.compile(r" points?\b|[,.;)]| (?:from|since|on|to|over|in)\b")


def _percents_of_nothing(passage: Passage, claim: Claim) -> bool:
    """Whether a delta in per cent is no part of anything: "rose 5% from 40% to 45%" is no rise of five points; "a rise of 3% of GDP" is."""
    text = passage.document.text
    return any(
        figure.quantity.unit.kind is Kind.PERCENT and text[figure.end : figure.end + 4] != " of "
        for figure in claim.figures("delta")
    )


def _points_apart(passage: Passage, claim: Claim) -> bool:
    """Whether percentages behind a semicolon are of something else: "sales rose by 5%; the margin went from 12% to 14%".

    "Rates rise by 1.25%; the main one moves from 12% to 13.25%" has one for the other: it is their difference in points.
    """
    if not (claim.figures("rate") and claim.figures("old") and claim.figures("new")):
        return False
    (rate,), (old,), (new,) = (claim.figures(role) for role in ("rate", "old", "new"))
    if old.quantity.sort is not Kind.PERCENT or ";" not in passage.between(rate, old):
        return False
    return abs(new.quantity.value - old.quantity.value) != rate.quantity.value


def _what_was_lost(passage: Passage, claim: Claim) -> bool:
    """Whether the new amount is itself the change: "lost 1,200 members, a drop of 8%"."""
    return any(passage.led_by(_LOST, figure, 8) for figure in claim.figures("new"))


_LOST = re.compile(r"\b(?:lost|shed|gained|added) \Z")


def _may_be_a_range(passage: Passage, claim: Claim) -> bool:
    """Whether "by $3m to $5m" may say how much, where nothing else says from what."""
    deltas, news = claim.figures("delta"), claim.figures("new")
    if not (deltas and news) or claim.figures("old") or passage.between(deltas[0], news[0]).strip() != "to":
        return False
    return 1 < news[0].quantity.number.value / (deltas[0].quantity.number.value or 1) < RANGE


RANGE = 3  # how many times its low end the high end of a range may be


def _a_share(passage: Passage, claim: Claim) -> bool:
    """Whether a rate behind the new amount may be its share of something: "fell by 49,000 to 963,000, or 20.7%"."""
    (new,), rates = claim.figures("new"), claim.figures("rate")
    if [role for role, _ in claim.roles] != ["delta", "new", "rate"] or new.quantity.unit.kind is Kind.CURRENCY:
        return False
    between = passage.between(new, rates[0])
    return not (turns(between) or _A_LOSS.search(between))  # "fell 20 points to 980, a loss of 2%"


_A_LOSS = re.compile(r"\ba (?:loss|gain) of \Z")


def _ranges_of_levels(passage: Passage, claim: Claim) -> bool:
    """Whether an amount is a range that a delta moves: "the midpoint by 10 cents, to a range of"."""
    ranges = any(each.quantity.upper is not None for role, each in claim.roles if role != "rate")
    return ranges and bool(claim.figures("delta")) and bool(claim.figures("old"))


def _of_since_then(passage: Passage, claim: Claim) -> bool:
    """Whether what stands behind the new amount is of a longer way: "12p to 288p, a loss of 30% since January"."""
    (new,) = claim.figures("new")
    return any(
        each.start > new.end
        and (
            _SINCE.match(passage.document.text, each.end)
            or (not claim.figures("old") and _LONGER.match(passage.document.text, each.end))
            or _REST.search(passage.between(new, each))
        )
        for role, each in claim.roles
        if role in ("rate", "delta")
    )


_SINCE = re.compile(
    r"[^.,;]*\b(?:since|so far|underlying|reflecting|after|(?:during|over|in) the (?:last|past)|(?:on|from) (?:the |a )?(?:sale|disposal))\b"
)
_LONGER = re.compile(
    r" (?:(?:on|for) the (?:week|month|quarter|year)|this (?:week|month|year))\b"
)  # "up 30p on the week"
_REST = re.compile(r"[^.,;]*\b(?:since|so far|underlying|reflecting|after (?:an?|the|its)) ")


def _counted_otherwise(passage: Passage, claim: Claim) -> bool:
    """Whether a rate is a part of a point, a factor, or a number: "rose 3/8 point to 102", "less than a third as many"."""
    text = passage.document.text
    return any(
        _POINT.match(text, each.end) or _AS_MANY.match(text, each.end) or each.quantity.sort is Kind.NUMBER
        for each in claim.figures("rate")
    )


_POINT = re.compile(r"[ -](?:of a )?points?\b")
_AS_MANY = re.compile(r" as (?:many|much|large|long|high|big)\b")


def _of_several(passage: Passage, claim: Claim) -> bool:
    """Whether the new amount is the last of several: "$150m on roads and $100m on rail, 25% more than the $200m of 2021"."""
    order = [role for role, _ in claim.roles]
    (new,) = claim.figures("new")
    gap = order == ["new", "delta", "rate"] and new.quantity.sort is Kind.PERCENT
    return (gap or order == ["new", "rate", "old"]) and listed(passage, new)


def _either_way(passage: Passage, claim: Claim) -> bool:
    """Whether no word says which way, and the amount fell: "from £50m to £40m, a difference of 20%"."""
    olds, (new,) = claim.figures("old"), claim.figures("new")
    if any(each.quantity.signed for each in claim.figures("rate")):
        return False
    return "sign" not in dict(claim.words) and bool(olds) and new.quantity.size < olds[0].quantity.size


def _a_level(passage: Passage, claim: Claim) -> bool:
    """Whether the rate or delta is a level: "growth to 1.2%", "which rose to $19.3m from $16.8m"."""
    changes = (*claim.figures("delta"), *claim.figures("rate"))
    return any(passage.led_by(_LEVEL, each, 8) for each in changes)


_LEVEL = re.compile(r"\b(?:to|from|at) \Z")


def _describes(passage: Passage, claim: Claim) -> bool:
    """Whether a number describes what changed: "the 15-member board to nine from six", "its 97 octane petrol to 96.8 cents"."""
    for delta in claim.figures("delta"):
        if COMPOUND.search(delta.quantity.surface):
            return True
        if passage.led_by(_OF, delta, 8) and not passage.led_by(CHANGED_BY, delta, 40):
            return True  # "the charge on orders of $5 and less from 8 to 5 cents"
        bare = delta.quantity.unit.kind is Kind.NUMBER or _SINGULAR.search(delta.quantity.surface)
        if bare and not passage.led_by(CHANGED_BY, delta, 40) and not says_a_gap(passage, delta):
            return True
    return False


_OF = re.compile(r"\bof (?:about )?\Z")
_SINGULAR = re.compile(r"\d (?:member|seat|nation|state|person|room|bed|page|man|woman)\Z")


def _what_moved(passage: Passage, claim: Claim) -> bool:
    """Whether what looks like the change is what changed: "the stakes of these 10 banks fell to 86 from 129"."""
    role, first = claim.roles[0]
    if role != "delta" or says_a_change(passage, first) is not None:
        return False
    if _LOWER_AT.match(passage.document.text, first.end):
        return False  # "closed 48.6 points lower at 6,431.2"
    moved = turns(passage.document.text[first.end : first.end + 24])
    return bool(moved) and moved[0].start <= 1


_LOWER_AT = re.compile(r" (?:lower|higher|up|down) at\b")


def _a_change_or_a_gap(passage: Passage, claim: Claim) -> bool:
    """Whether an amount is none: "a 51% rise in orders", "20 points more"."""
    amounts = (*claim.figures("old"), *claim.figures("new"))
    return any(says_a_change(passage, each) is not None or says_a_gap(passage, each) for each in amounts)


def _since_longer(passage: Passage, claim: Claim) -> bool:
    """Whether a step leads from a close of another week, month or year: "to 309p, having closed the year at 250p"."""
    (new,), olds = claim.figures("new"), claim.figures("old")
    if not olds or olds[0].start < new.start or claim.roles[0][1].start >= new.end:
        return False
    closed = _CLOSING.search(passage.between(new, olds[0]))
    return closed is not None and bool(
        _SPAN.search(closed.group()) or _SPAN_BEHIND.match(passage.document.text, olds[0].end)
    )


_CLOSING = re.compile(r"\b(?:having|after) (?:ended|closed|finished|ending|closing|finishing)\b.*", re.DOTALL)
_SPAN = re.compile(r"\b(?:1[5-9]\d\d|20\d\d|year|month|week|quarter)\b")
_SPAN_BEHIND = re.compile(
    r" (?:last|a|the previous|the|in) (?:year|month|week|quarter|January|February|March|April|May|June|July|August|September|October|November|December)\b"
)


def _on_something(passage: Passage, claim: Claim) -> bool:
    """Whether what stands behind both amounts is a change on something else: "to £5m from £4m, a gain of £2m on the plan"."""
    role, last = claim.roles[-1]
    amounts = (*claim.figures("new"), *claim.figures("old"))
    if role not in ("rate", "delta") or len(amounts) < 2:
        return False
    return _ON_A.match(passage.document.text, last.end) is not None


_ON_A = re.compile(r" (?:on|over|against|above|below) (?:the|its|their|an?) (?!year\b|previous\b|same\b)")


def _compared_itself(passage: Passage, claim: Claim) -> bool:
    """Whether the new amount is itself what another is compared with, or between the amounts and the rate another subject is named.

    "Compared with 15bn in May, and 25% below last year's 18.9bn"; "a profit of 5.3bn, against 2.8bn, said its sales rose 19%".
    """
    (new,), rates = claim.figures("new"), claim.figures("rate")
    last = claim.roles[-1]
    if last[0] == "old" and passage.led_by(_VERSUS, new, 40):
        return True
    return bool(rates) and last[0] == "rate" and _SAID.search(passage.between(claim.roles[-2][1], rates[0])) is not None


_VERSUS = re.compile(r"\b(?:compared (?:with|to)|against|versus|(?:discount|premium) (?:to|on|over))\b[^.;,]{0,30}\Z")
_SAID = re.compile(r"\b(?:said|says|added)(?: that)? (?:its|the|their|his|her) ")


def _in_another_clause(passage: Passage, claim: Claim) -> bool:
    """Whether in one sentence "and" or "since" parts the rate from the new amount: "down 40% since January, and closed at 88p"."""
    rates, (new,) = claim.figures("rate"), claim.figures("new")
    if not rates or rates[0].end >= new.start or _apart(passage, rates[0], new):
        return False
    return _ELSEWHEN.search(passage.between(rates[0], new)) is not None


_ELSEWHEN = re.compile(r"\A[^.]*\b(?:and(?! (?:1[5-9]|20)\d\d\b)|since)\b")  # but "between 1990 and 2003"


def _apart(passage: Passage, a: Figure, b: Figure) -> bool:
    """Whether two figures stand in two sentences."""
    return passage.document.sentence(a.start) != passage.document.sentence(b.start)


def _of_something_in_it(passage: Passage, claim: Claim) -> bool:
    """Whether the rate behind both amounts is said of something else: "4,120 fewer than the 65,600, a fall of 8% in violent crime"."""
    role, last = claim.roles[-1]
    return (
        role == "rate"
        and bool(claim.figures("old"))
        and (_IN_WHAT if claim.figures("delta") else _IN_NUMBER).match(passage.document.text, last.end) is not None
    )


_IN_NUMBER = re.compile(r" in the (?:number|volume|size|amount|value) of\b")
_IN_WHAT = re.compile(
    r" in (?:the |its |their )?(?!years?|months?|quarters?|weeks?|days?|decades?|half|past|last|first|real|cash|all|total|just|only|under|over|two|three|four|five|six|seven|eight|nine|ten|a\b|an\b|one)[a-z]{3,}"
)


def _than_another(passage: Passage, claim: Claim) -> bool:
    """Whether the gap is from something else, not from what was: "rose by 6% to £21bn, £4bn more than imports"."""
    role, last = claim.roles[-1]
    return role == "delta" and _THAN_IT.match(passage.document.text, last.end) is not None


_THAN_IT = re.compile(
    r" (?:more|less|fewer|higher|lower) than (?!in\b|at\b|when\b|on\b|last\b|a (?:year|month|week|decade)|it (?:was|had)|[A-Z]|\d|the (?:previous|year|month|week|quarter|same|day|season|first|second|third))"
)


def _of_another_comparison(passage: Passage, claim: Claim) -> bool:
    """Whether a factor between says what the old amount is of: "3,100 more than in 2021 and twice as many as in 2015, when 14,400"."""
    changes = (*claim.figures("delta"), *claim.figures("rate"))
    olds = claim.figures("old")
    if not olds or not changes or olds[0].start < changes[-1].end:
        return False
    between = passage.within(changes[-1].end, olds[0].start)
    return any(each.quantity.unit.kind is Kind.MULTIPLE for each in between)


def _from_a_peak(passage: Passage, claim: Claim) -> bool:
    """Whether what it fell from is an older mark: "fell 40p, or 8%, to 460p from a high of 520p"."""
    both = claim.figures("rate") and claim.figures("delta")
    return bool(both) and any(passage.led_by(_MARK, figure, 20) for figure in claim.figures("old"))


_MARK = re.compile(r"\b(?:high|peak|low|record|maximum|best|target|goal|limit)(?: point)?(?: of)? \Z")


def _led_elsewhere(passage: Passage, claim: Claim) -> bool:
    """Whether the amounts are of what the rise or fall led to: "sales rose by £4m, taking profit to £45m from £39m"."""
    causes = (*claim.figures("delta"), *claim.figures("rate"))
    amounts = [figure for role, figure in claim.roles if role in ("old", "new")]
    return any(cause.end <= amounts[0].start and leads_elsewhere(passage, cause, amounts[0]) for cause in causes)


def _of_another_subject(passage: Passage, claim: Claim) -> bool:
    """Whether the sentence of a change both ways lacks the subject of the one before it, which states the amount."""
    if [role for role, _ in claim.roles] != ["new", "delta", "rate"]:
        return False
    if not _apart(passage, claim.roles[2][1], claim.roles[0][1]):
        return False
    first, second = (_subject(passage, figure) for _, figure in claim.roles[:2])
    return len(set(first) & set(second) - _EMPTY) < 2


def _subject(passage: Passage, figure: Figure) -> list[str]:
    home = passage.document.sentence(figure.start)
    return re.findall(r"[a-z]{3,}", passage.document.text[home.start : figure.start].lower())[:SUBJECT] if home else []


SUBJECT = 6  # words of three letters or more in which a sentence names its subject
_EMPTY = frozenset("the and for our its was were has had been this that with from".split())


def _of_another_story(passage: Passage, claim: Claim) -> bool:
    """Whether a later sentence tells an old amount of something else, with no "It had been", no "A year earlier"."""
    (new,), olds = claim.figures("new"), claim.figures("old")
    if not olds:
        return False
    home = passage.document.sentence(olds[0].start)
    if home is None or home.start <= new.start or of_one_topic(passage, new, olds[0]):
        return False
    return _EARLIER.search(passage.document.text, home.start, olds[0].start) is None


_EARLIER = re.compile(
    r"\b(?:it|they|that|this|those|year|month|week|quarter|season|earlier|before|ago|previous\w*|last|(?:1[5-9]|20)\d\d)\b",
    re.IGNORECASE,
)


def _of_two_levels(passage: Passage, claim: Claim) -> bool:
    """Whether the two amounts are not what one thing stood at, at two times (_levels.py)."""
    (new,), olds = claim.figures("new"), claim.figures("old")
    return bool(olds) and not of_one_level(passage, new, olds[0])


def _of_another_topic(passage: Passage, claim: Claim) -> bool:
    """Whether the sentences of the rate and of the new amount share no word that says what they are of."""
    rates, (new,) = claim.figures("rate"), claim.figures("new")
    if not rates or _pronoun_leads(passage, new, rates[0]) or _moved_by_pronoun(passage, rates[0], new):
        return False
    return not of_one_topic(passage, rates[0], new, CLAUSE if rates[0].start < new.start else None)


def _moved_by_pronoun(passage: Passage, rate: Figure, new: Figure) -> bool:
    """Whether a later sentence than the rate's goes on about it: "Sales grew 10%. They rose to £55m from £50m"."""
    return _apart(passage, rate, new) and rate.start < new.start and pronoun_moves(home_of(passage, new))


def _pronoun_leads(passage: Passage, new: Figure, rate: Figure) -> bool:
    """Whether the sentence of the rate says "that" or "it" of the amount before it: "That was 38% down on the $30m of May"."""
    home = passage.document.sentence(rate.start)
    return home is not None and new.start < home.start and _PRONOUN.match(passage.document.text, home.start) is not None


CLAUSE = 60  # code points around a rate in which its clause says what it is of
_PRONOUN = re.compile(
    r"(?:That|This|It|They|Those|These) (?:was|is|were|are|represents|represented|marks|marked|would be)\b"
)

AGAINST: tuple[Callable[[Passage, Claim], bool], ...] = (
    _bare_among_shares,
    _percents_of_nothing,
    _points_apart,
    _what_was_lost,
    _may_be_a_range,
    _a_share,
    _ranges_of_levels,
    _of_since_then,
    _counted_otherwise,
    _of_several,
    _either_way,
    _a_level,
    _describes,
    _what_moved,
    _a_change_or_a_gap,
    _since_longer,
    _on_something,
    _compared_itself,
    _in_another_clause,
    _of_something_in_it,
    _than_another,
    _of_another_comparison,
    _from_a_peak,
    _led_elsewhere,
    _of_another_subject,
    _of_another_story,
    _of_two_levels,
    _of_another_topic,
)


def reads_as_one(passage: Passage, claim: Claim) -> bool:
    """Whether nothing tells that a rate or a delta is not how much the amounts changed."""
    return not any(tells(passage, claim) for tells in AGAINST)
