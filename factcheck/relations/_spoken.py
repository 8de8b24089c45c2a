"""Spoken: what the words beside figures say of them, for all relations to ask.

In: a Passage and figures or claims. Out: whether a figure says a gap, a change or a mean, stands in a list, in a score, in
an equation, and whether two are of one topic. The one idea: what several relations must know is asked in one place.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from dataclasses import replace

from factcheck.model import Claim, Figure, Passage
from factcheck.units import Kind
from factcheck.vocabulary import words


def of_one_noun(passage: Passage, found: list[Claim]) -> Iterable[Claim]:
    """For relations of one thing at two times: counts of different things ("212 shops", "1,300 jobs") are no claim."""
    for claim in found:
        nouns = {figure.quantity.unit.name for _, figure in claim.roles if figure.quantity.unit.kind is Kind.COUNT}
        if len(nouns - ANY) <= 1:
            yield claim


ANY = frozenset(
    "incident case occurrence instance".split()
)  # of whatever was counted before: "237 thefts, 20% up on the 197 incidents of 2009"


def apart_from(known: Iterable[Claim], made: Iterable[Claim]) -> Iterable[Claim]:
    """Of claims that arithmetic made those that differ in more than one figure from every one that words made.

    Claims that differ in one figure only are readings of one another (links.py), and what fits would hide what is wrong.
    """
    told = [{figure.span for _, figure in claim.roles} for claim in known]
    for claim in made:
        spans = {figure.span for _, figure in claim.roles}
        if all(len(spans - each) > 1 or len(each - spans) > 1 for each in told):
            yield replace(claim, reckoned=True)


def says_a_gap(passage: Passage, figure: Figure) -> bool:
    """Whether a figure says how far one amount is from another, and is none itself: "20 points more than"."""
    return bool(_FARTHER.match(passage.document.text, figure.end))


def says_a_change(passage: Passage, figure: Figure) -> int | None:
    """Where the words end by which a figure says how much something changed, or how fast; None where it says no such thing.

    "A 51% rise in orders", "grew at a rate of 8%".
    """
    rise = _A_RISE.match(passage.document.text, figure.end)
    if rise is not None:
        return rise.end()
    return figure.end if passage.led_by(_AT_A_RATE, figure, 60) else None


_A_RISE = re.compile(
    r" (?:(?!(?:a|the|to|of|and|or|in|from|for|by|as)\b)[a-z-]+ ){0,2}(?:rise|fall|increase|decrease|gain|drop|decline|jump|slump|surge|growth|reduction|slide|plunge|cut|hike|boost)\b"
)
_AT_A_RATE = re.compile(
    r"\b(?:gr[eo]w(?:ing|n|s)?|ris(?:e|es|ing|en)|rose|expand\w*|increas\w*|climb\w*|declin\w*|f[ae]ll(?:ing|en|s)?|shr[aiu]nk\w*|drop\w*)"
    r" (?:at|by) (?:an? )?(?:[\w-]+ ){0,2}(?:rate|pace)(?: of)? (?:about |less than |more than |nearly |just )?\Z"
)


_FARTHER = re.compile(
    r" (?:more|less|fewer|higher|lower|above|below|under|short|longer|taller|up on|down on"
    r"|over(?! (?:the |an? |his |her |its |their )?(?:[\w-]+ ){0,2}(?:years?|months?|weeks?|days?|hours?|quarters?|decades?|seasons?|period|course|winter|summer|weekend|holidays?|life|lifetime|time)\b))\b"
)


def averaged(passage: Passage, figure: Figure) -> bool:
    """Whether the words before a figure call it a mean: "an average of about £40"."""
    return passage.led_by(_MEAN, figure, 24)


_MEAN = re.compile(r"\b(?:on average|averag(?:e|ed|ing)(?: of)?)(?: (?:about|around|some|just|nearly|over|only))? \Z")


def leads_elsewhere(passage: Passage, cause: Figure, effect: Figure) -> bool:
    """Whether what one amount led to is another thing's: "sales rose by £4m, taking profit to £45m", not "taking the total to £45m"."""
    text, home = passage.document.text, passage.document.sentence(cause.start)
    led = _LED.search(text, cause.end, effect.reach.start)
    if led is None or home is None or led[1] in _ANY_TOTAL:
        return False
    return led[1][:5].lower() not in text[home.start : led.start()].lower()


_LED = re.compile(
    r",? (?:taking|bringing|lifting|pushing|sending|cutting|driving) (?:[\w’'-]+ ){0,4}?([\w’'-]+)(?: up| down)? (?:from|to) \Z"
)
_ANY_TOTAL = frozenset("total it them this that figure number toll level price tally count value fund sum bill".split())


def later_term(passage: Passage, figure: Figure) -> bool:
    """Whether a sign of arithmetic stands before a figure, so that it begins no equation: the 30 of "5 + 30 x 40 = 1,205"."""
    return passage.led_by(_SIGN, figure, 4)


_SIGN = re.compile(r"(?:[+×÷*/)(]|\d ?[x−–-]|\s[x−–-]) ?\Z")


def closes(passage: Passage, figure: Figure) -> bool:
    """Whether nothing follows a figure in its clause that could narrow it: "who have 62.", not "who have 12 in Scotland"."""
    return _CLOSED.match(passage.document.text, figure.end) is not None


_CLOSED = re.compile(r"[.,;:)\"”’\n]|\Z")


def only_better(passage: Passage, claim: Claim) -> bool:
    """Whether "improvement" may be all that says which way amounts went, where less of them may be better: a rate of injuries."""
    home = passage.document.sentence(claim.span.start)
    owed = home is not None and _OWED.search(passage.document.text, home.start, home.end)
    if not owed and any(figure.quantity.unit.kind is Kind.CURRENCY for _, figure in claim.roles):
        return False
    start, end = claim.roles[0][1].start, claim.roles[-1][1].end
    text = passage.document.text
    return "improv" in text[max(start - 24, home.start if home else 0) : end] or "improvement" in text[start : end + 24]


_OWED = re.compile(r"\b(?:loss(?:es)?|lost|deficits?|debts?|costs?|shortfall|arrears)\b")


def passes_a_figure(passage: Passage, left: Figure, right: Figure) -> bool:
    """Whether another figure that is no date stands between two: what follows may be said of that one."""
    between = passage.within(left.end, right.start)
    return any(each.quantity.when is None and each.quantity.unit.kind is not Kind.ORDINAL for each in between)


def listed(passage: Passage, figure: Figure) -> bool:
    """Whether an amount is the last of several that stand side by side, so that a comparison may be with their sum."""
    last = next((each for each in reversed(passage.before(figure)) if each.quantity.comparable(figure.quantity)), None)
    if last is None or passage.led_by(_OLD, last, 24):
        return False  # "28.6p, up from 27.4p, and gas 7.42p": what another was
    beside = passage.between(last, figure)
    return " and " in beside and not _PREDICATE.search(beside)


_OLD = re.compile(r"\b(?:from|against|compared (?:with|to)) \Z")
# Behind "and" a verb begins a clause with a subject of its own: "and rents came in at $100m".
_PREDICATE = re.compile(r" and (?:\S+ ){0,6}(?:was|were|is|are|came|stood|reached|totalled|totaled|hit|at|to)\b")


def names_a_year(figure: Figure) -> bool:
    """Whether a figure is a date with its year."""
    return figure.quantity.when is not None and figure.quantity.when.year is not None


def half_of_score(passage: Passage, figure: Figure) -> bool:
    """Whether a figure is one side of a score: 98-91."""
    text = passage.document.text
    before = text[max(0, figure.start - 2) : figure.start]
    return bool(_SIDE.match(text, figure.end)) or (before[-1:] in ("-", "–") and before[:1].isdigit())


_SIDE = re.compile(r"[-–]\d")


def of_one_topic(passage: Passage, a: Figure, b: Figure, near: int | None = None) -> bool:
    """Whether two figures stand in one sentence, or in two that share a content word; of the first, one so near to it."""
    text = passage.document.text
    homes = [passage.document.sentence(figure.start) for figure in (a, b)]
    if homes[0] == homes[1]:
        return True
    told = [text[home.start : home.end].lower() for home in homes if home]
    if near is not None and homes[0] is not None:
        ahead = _STOP.split(text[max(homes[0].start, a.start - near) : a.start])[-1]
        behind = _STOP.split(text[a.end : min(homes[0].end, a.end + near)])[0]
        told[0] = f"{ahead} {behind}".lower()
    one, other = ({stem(word) for word in _WORD.findall(each)} for each in told)
    spans = [
        {_SPELT.get(each, each) for each in _SPANS.findall(text[home.start : home.end].lower())}
        for home in homes
        if home
    ]
    if spans[0] and spans[1] and spans[0].isdisjoint(spans[1]):
        return False  # the third quarter, and the nine months
    return bool((one & other) - _COMMON - _moves())


def stem(word: str) -> str:
    """What a word is of, whatever its form: its first five letters, or the one word for what a company earns or turns over."""
    short = word[:5].lower()
    return _STEMS.get(short, short)


@functools.cache
def _moves() -> frozenset[str]:
    """Direction words, by their first five letters: that two things rose does not make them one."""
    return frozenset(word[:5] for name in ("RISE", "FALL") for word in words()[name] if " " not in word)


_STOP = re.compile(r"[,;:]| and | but ")
_WORD = re.compile(r"[a-z]{4,}|net(?= (?:of|was|rose|fell|advanced|declined|dropped|climbed|slipped|jumped)\b)")
# What a company earned is its profit, what it turned over its sales, by the first five letters.
_STEMS = (
    dict.fromkeys(("earne", "earni", "incom", "profi", "net"), "profit")
    | dict.fromkeys(("reven", "turno", "sales"), "sales")
    | dict.fromkeys(("loss", "losse", "lost", "losin", "defic"), "loss")
)
_SPANS = re.compile(r"quarter|nine months|six months|half|nine-month|six-month|full[ -]year|week|decade")
_SPELT = {**dict.fromkeys(("six months", "six-month"), "half"), "nine-month": "nine months", "full-year": "full year"}
# Words of comparison, by their first five letters: sentences that share no others need not be about one thing.
_COMMON = frozenset(
    word[:5]
    for word in (
        "compared with from that this year last first than more less were was said which their after before month "
        "quarter while about over years percent according will have been they also its earlier period same could would should "
        "might previous much many some such when where what only january february march april june july august september october "
        "november december million billion dollar pound euros cents pence"
    ).split()
)
