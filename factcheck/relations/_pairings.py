"""Pairings: whether the old amount that a frame found is the fellow of the new one, or of another that stands beside it.

In: a Passage and a Claim with a new and an old amount. Out: whether anything tells that each belongs to another pair. The
one idea: rows of comparisons repeat their words, and what a word introduces belongs to the amount it follows.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from factcheck.model import Claim, Figure, Passage

_NEAR = 48  # code points in which a clause says what its figure is


def _of_a_list(passage: Passage, claim: Claim) -> bool:
    """Whether the old amount is the second of two that the new one is compared with, of another sort of time.

    "Rose to 3.4%, against 3.2% in May and 5.3% a year ago"; "to 790 from 786 and in the year to 1.64bn from 1.60".
    """
    news, olds = claim.figures("new"), claim.figures("old")
    if not (news and olds) or olds[0].start < news[0].start:
        return False
    text, old = passage.document.text, olds[0]
    mid = next((each for each in reversed(passage.within(news[0].end, old.start)) if alike(each, old)), None)
    if mid is None:
        return False
    between = passage.between(mid, old)
    if passage.document.text.startswith(" after", old.end):
        return True  # "to nine percent from eight percent and 12 percent after May 31"
    joint = _AND.fullmatch(between)
    if joint is None:
        return " and " in between and not passage.led_by(_OWN_TURN, old, 24)
    return passage.led_by(_VERSUS, mid, 24) and _time(joint["when"]) != _time(text[old.end : old.end + _NEAR])


def alike(one: Figure, other: Figure) -> bool:
    timed = [each.quantity.unit.dimension == "[time]" for each in (one, other)]
    return one.quantity.when is None and timed[0] == timed[1] and one.quantity.comparable(other.quantity)


_OWN_TURN = re.compile(r"\b(?:and|but|or) [a-z]+ (?:[a-z]+ly )?(?:from|on) (?:the |an? )?\Z")


_VERSUS = re.compile(r"\b(?:against|versus|with|to) (?:an? )?(?:[a-z]+ )?\Z")


_AND = re.compile(r"(?P<when>[^,;.]{0,40}?),? and (?:from )?(?:an? |the )?(?:revised )?")


_TIMES = (
    ("ago", re.compile(r"\b(?:ago|earlier|before|last year|previous)\b")),
    (
        "month",
        re.compile(
            r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|month)\b(?! \d{4}|,? 1[89]\d\d)"
        ),
    ),
    ("year", re.compile(r"\b(?:1[5-9]\d\d|20\d\d)(?:[/-]\d\d)?\b")),
    ("week", re.compile(r"\b(?:week|quarter|half)\b")),
)


def _time(text: str) -> str:
    """What sort of time stands behind an amount, up to the next pause."""
    clause = re.split(r"[;.]|,(?! (?:1[5-9]|20)\d\d)| and ", text)[0]
    return next((name for name, pattern in _TIMES if pattern.search(clause)), "")


def _leads_on(passage: Passage, claim: Claim) -> bool:
    """Whether the amounts are halves of two other comparisons: "lowered it from 45% in May to 35%", "to $75m from $72m"."""
    news, olds = claim.figures("new"), claim.figures("old")
    if not (news and olds):
        return False
    new, old, text = news[0], olds[0], passage.document.text
    if old.start > new.start:
        return passage.led_by(_FROM, old, 12) and _on_to(passage, old, _TO_NEXT)
    return not passage.led_by(_FROM, old, 12) and _on_to(passage, new, _FROM_NEXT) and text[old.end] not in "("


def _on_to(passage: Passage, figure: Figure, leads: re.Pattern[str]) -> bool:
    """Whether these words lead from a figure to another of its sort."""
    for each in passage.within(figure.end, figure.end + _NEAR):
        if alike(each, figure):
            return leads.fullmatch(passage.between(figure, each)) is not None
    return False


_FROM = re.compile(r"\bfrom (?:about |just |only |an? |the )?\Z")


_TO_NEXT = re.compile(r"(?: (?:at|in|a|on|by) (?:(?! and )[^,;.()]){0,30})? to (?:about |just |only |an? |the )?")


_FROM_NEXT = re.compile(
    r"(?:,? or \S+(?: per ?cent| cents)?(?: a share)?,?)?(?: (?:at|in|a|on|by) [^,;.()]{0,30})?,? from (?:about |just |only |an? |the )?"
)


def _a_range(passage: Passage, claim: Claim) -> bool:
    """Whether "from A to B" is a range that an amount before it is compared with: "2.3 to 2.6m tonnes, down from 2.4 to 2.7m"."""
    news, olds = claim.figures("new"), claim.figures("old")
    if not (news and olds) or passage.between(olds[0], news[0]).strip() != "to":
        return False
    before = [each for each in passage.before(olds[0]) if alike(each, olds[0])]
    return bool(before) and _COMPARED.fullmatch(passage.between(before[-1], olds[0])) is not None


_COMPARED = re.compile(
    r",? (?:[a-z]+ )?(?:up|down|higher|lower|compared|rather) (?:sharply |slightly )?(?:from|than|with|to) (?:an? |its |the )?(?:[a-z]+ ){0,2}(?:of )?"
)


def _told_twice(passage: Passage, claim: Claim) -> bool:
    """Whether one amount is said in a first unit and the other in a second: "32.7bn crowns, or $4.8bn, up from 30.9bn, or $4.5bn"."""
    news, olds = claim.figures("new"), claim.figures("old")
    if not (news and olds) or not passage.led_by(_OR, news[0], 12):
        return False
    return _OR_MORE.match(passage.document.text, olds[0].end) is not None


_OR = re.compile(r",? or (?:about |some )?\Z")


_OR_MORE = re.compile(r"[^,.;]{0,10},? or [$£€]?\d")


# What tells that an old amount is another's.
CROSSED: tuple[Callable[[Passage, Claim], bool], ...] = (_of_a_list, _leads_on, _a_range, _told_twice)
