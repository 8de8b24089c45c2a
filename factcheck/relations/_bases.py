"""Bases: whether what a change is said to be from is the old amount beside it, and both are of one thing.

In: a Passage and a Claim with a rate, a delta or both, and amounts. Out: the guards that tell when the change is from
something else. The one idea: a high, a plan, another's sales or what a rise led to may stand where the old amount does.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from factcheck.model import Claim, Figure, Passage
from factcheck.relations._levels import of_one_level
from factcheck.relations._spoken import leads_elsewhere, of_one_topic
from factcheck.relations._terms import home_of, pronoun_moves
from factcheck.units import Kind


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
