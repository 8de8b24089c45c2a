"""Lives: ranges that share an end, births, deaths and ages, told twice.

In: a Story. Out: pairs of figures that say the same thing, or should. The one idea: a life has one birth, one death and
one age at it; whose it is, the words beside each date tell.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from factcheck.model import Figure, Span
from factcheck.relations._stories import FAR, LEAD, NEARBY, Pair, Story, alike, slip
from factcheck.units import find

REACH = 90  # code points before a date or an age in which its sentence says whose it is
_HEAD = re.compile(r"\w+\Z")
_RANGE = re.compile(r" (?:from|between) ([CPUNDY])[^‖;]{0,60}? (?:to|until|&) (\1)(?![a-z])")


def ranges(story: Story) -> Iterator[Pair]:
    """Two ranges of one thing that share an end: "cut the limit from 80mg to 50mg", and again."""
    told = [
        (before.group(), story.numbers[match.start(1)], story.numbers[match.start(2)])
        for match in _RANGE.finditer(story.skeleton)
        if (before := _HEAD.search(story.skeleton, max(0, match.start() - FAR), match.start()))
    ]
    heads = Counter(head for head, _, _ in told)
    for (head, first, last), (word, low, high) in pairwise(told):
        ends = [(story.figures[a].quantity, story.figures[b].quantity) for a, b in ((first, low), (last, high))]
        dated = ends[0][0].when and story.said(first, NEARBY) & story.said(low, NEARBY)
        if story.homes[first] == story.homes[low] or (head != word and not dated):
            continue
        same = [a.when == b.when if a.when else a.value == b.value for a, b in ends]
        sole = heads[word] <= 2
        if all(alike(a, b) for a, b in ends) and (
            all(same) or (any(same) and sole and all(slip(a, b) for a, b in ends))
        ):
            yield story.figures[first], story.figures[low]
            yield story.figures[last], story.figures[high]


_EVENT = re.compile(r"\b(born|died)\b[^.;()]*\Z", re.IGNORECASE)
# Where dates are a life's, not a reign's.
_BRACKET = re.compile(
    r"\((?![^()]*\b(?:reign\w*|ruled|served|office|from|active|between|until|married|m\.)(?: |\Z))[^()]*\Z"
)
_LIFE = re.compile(r" ?[–—-] ?")
_SUBJECT = re.compile(r"((?:[A-Z][\w’'-]+ )+|\b[Hh]e |\b[Ss]he )(?:[^A-Z.;()]{0,30} )?(?:born|died)\b[^.;()]*\Z")
_CAPITALIZED = re.compile(r"[A-Z][\w’'-]+")
_KIN = re.compile(
    r"\b(?:father|mother|brother|sister|son|daughter|wife|husband|uncle|aunt|cousin|twin|children|couple|parents|O\.S\.|N\.S\.|Old Style|baptised|baptized)\b"
)


def lives(story: Story) -> Iterator[Pair]:
    """A birth or a death dated where someone is introduced, and again where it is told: by the same name, or a pronoun."""
    known: dict[str, Figure] = {}
    names: frozenset[str] = frozenset()
    text = story.text
    for number, figure in enumerate(story.figures):
        when = figure.quantity.when
        if when is None or when.year is None or figure.quantity.hedge:
            continue
        sentence = story.sentences[story.homes[number]]
        before = text[max(sentence.start, figure.start - REACH) : figure.start]
        bracket = _BRACKET.search(before)
        if not known:
            after = story.figures[number + 1] if number + 1 < len(story.figures) else None
            if bracket and after and after.quantity.when and _LIFE.fullmatch(text, figure.end, after.start):
                known = {"born": figure, "died": after}
            elif bracket and _EVENT.search(bracket.group()):
                known = {"born": figure}
            names = frozenset(_CAPITALIZED.findall(text[sentence.start : figure.start]))
            continue
        event = _EVENT.search(before)
        subject = _SUBJECT.search(before)
        if (
            event is None
            or subject is None
            or _KIN.search(text, max(0, sentence.start - REACH, figure.start - 4 * REACH), figure.end)
        ):
            continue
        first = known.get(event[1].lower())
        spoken = frozenset(_CAPITALIZED.findall(subject[1])) - {"He", "She"}
        # a pronoun may stand for the founder of what lasted from 1871 to 1950; days are a life's
        exact = known["born"].quantity.when
        if first and spoken <= names and (spoken or (exact and exact.day)) and _same_day(first, figure):
            yield first, figure


def _same_day(first: Figure, second: Figure) -> bool:
    """Whether two dates can be one: the same as far as they go, or all but one part of them is."""
    a, b = first.quantity.when, second.quantity.when
    assert a is not None and b is not None
    parts = [(x, y) for x, y in ((a.year, b.year), (a.month, b.month), (a.day, b.day)) if x and y]
    differ = [pair for pair in parts if pair[0] != pair[1]]
    if len(differ) != 1 or len(parts) == 3:
        return len(differ) <= 1
    one, other = (str(each) for each in differ[0])  # of years alone: one digit, or their order
    return sorted(one) == sorted(other) or (len(one) == len(other) and sum(map(str.__ne__, one, other)) == 1)


_DIES = re.compile(r"\b(?:dies|died|dead)\b(?: [a-z]+)*?(,| at| at the age of)? ?\Z")
_WAS = re.compile(r"(?:\b(?:[Hh]e|[Ss]he)|([A-Z][\w’'-]+)(?:, [^.;]{0,100},)?) was (?:aged )?\Z")
_STOP = re.compile(r" ?(?:[.;,]|years old[.;,])")


def ages(story: Story) -> Iterator[Pair]:
    """ "Singer Ann Lee dies at 68 ... Lee, the star of two films, was 68."."""
    text, lead = story.text, story.sentences[0] if story.sentences else Span(0, 0)
    for number, first in enumerate(story.figures):
        if story.homes[number] > 0:
            return
        dies = _DIES.search(text, max(lead.start, first.reach.start - REACH), first.reach.start)
        if dies is None or first.quantity.unit.name not in _YEARS or not (first.quantity.age or dies[1]):
            continue
        for other in range(number + 1, len(story.figures)):
            second = story.figures[other]
            if story.homes[other] > 2 * LEAD:
                break
            was = _WAS.search(text, max(0, second.reach.start - 2 * REACH), second.reach.start)
            if was is None or not _STOP.match(text, second.end) or second.quantity.unit.name not in _YEARS:
                continue
            named = was[1] is not None and was[1] in text[lead.start : lead.end]
            if named or (
                was[1] is None and slip(first.quantity, second.quantity) and not _KIN.search(text, 0, second.start)
            ):
                yield _aged(first), _aged(second)
                break


_YEARS = frozenset(("year", ""))


def _aged(figure: Figure) -> Figure:
    return replace(figure, quantity=replace(figure.quantity, unit=find("year"), age=True))
