"""Breakdowns: a whole and the parts that a text tells of it, be it over four sentences.

In: a Passage. Out: Claims of the kind `total`. The one idea: words close a list, sums never do. A list is closed where
its last part is what is left ("the remaining 40"), or where its parts leave no other (_halves.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.model import Claim, Form, Passage
from factcheck.relations._halves import halves, in_two, named
from factcheck.relations._spoken import of_one_topic
from factcheck.relations._told import (
    FAR,
    KIND,
    OF_ITS,
    SLIP,
    Told,
    alike,
    all_read,
    before,
    chosen,
    holds,
    told_in,
)


def breakdowns(passage: Passage) -> Iterator[Claim]:
    """All breakdowns of a passage."""
    told = told_in(passage)
    for k, last in enumerate(told):
        if _LEFT.search(last.before):
            yield from _left_over(passage, told, k)
        if k:
            yield from halves(told, k)
        yield from in_two(told, k)
        yield from named(told, k)
    yield from _adjusted(told)


_LEFT = re.compile(
    r"\b(?:remaining|(?:the|its|his|her|their) (?:other|rest|remainder|balance))(?:,| of| -| being|:)?(?: (?:or|some))? \Z"
)
_OF_LEFT = re.compile(r"[a-z -]* of (?:the|its|his|her|their) \w+ \Z")


def _left_over(passage: Passage, told: Sequence[Told], k: int) -> Iterator[Claim]:
    """What is left of a whole, after the parts that were told before."""
    last = told[k]
    if k and told[k - 1].sentence == last.sentence and _OF_LEFT.fullmatch(last.before):
        told, k = (*told[: k - 1], last), k - 1  # "two of the other three": a part of what is left
    pool = before(told, k)
    if not pool:
        return
    if last.share:
        sure = (
            all_read(pool)
            if len(pool) == 1
            else pool[-1].value + last.value > 1 and last.sentence - pool[-1].sentence < 2
        )
        yield from chosen(
            [(None, (*pool[j:], last)) for j in reversed(range(len(pool)))], sure and _of_that(passage, pool[-1], last)
        )
        return
    readings = [
        (pool[i], (*pool[j:], last))
        for i in reversed(range(len(pool) - 1))
        for j in range(i + 1, len(pool))
        if not _OF_WHICH.search(pool[i].before)  # itself a part: "£5m, of which £3m came from gifts"
        and _is_whole(pool[i], (*pool[j:], last))
        and (
            not last.money
            or pool[j].sentence - pool[i].sentence < FAR
            or _OF_THE_SUM.search(pool[j].before)
            or of_one_topic(passage, pool[i].figure, pool[j].figure)
            or of_one_topic(passage, pool[i].figure, last.figure)
        )
    ]
    if not readings:
        return
    whole, parts = readings[0]
    # the first is of the whole itself: "£72m, of which £41m"
    outer = (parts[0], *(each for each in parts[1:] if not _NESTED.search(each.before)))
    if 1 < len(outer) < len(parts):
        readings.append((whole, outer))
    counted = not last.noun or whole.noun == last.noun  # the other two women are not left of 36
    named = {each.noun for each in parts if each.noun}
    counted = counted and not (named and not whole.noun) and whole.figure.quantity.upper is None
    shared = of_one_topic(passage, whole.figure, last.figure) or _of_those(whole, parts[0])
    small = (last,) if last.figure.quantity.number.form is Form.WORDS else ()  # "the other two" may be of anything
    shared = shared and all(each.noun or MINOR * each.value >= whole.value for each in (*parts[:-1], *small))
    read = len(outer) == len(parts) and all_read((whole, *parts[:-1]))
    made = holds(whole, parts[:-1])  # then what is left is left of something else
    sure = counted and shared and read and not made and _of_that(passage, whole, last)
    yield from chosen(readings, sure)


def _of_those(whole: Told, part: Told) -> bool:
    """Whether a part is said to be of the things just counted: "72 houses. Of these 41", "72 houses. Some 41 of them"."""
    behind = part.sentence == whole.sentence + 1
    if part.money and _OF_THE_SUM.search(part.before):
        return True
    return behind and bool(_THOSE_AHEAD.search(part.before) or _THOSE_BEHIND.match(part.after))


_OF_THE_SUM = re.compile(r"\bof the (?:money|sum|total|cash|proceeds|haul|amount),? \Z")
_THOSE_AHEAD = re.compile(r"\bof (?:them|these|those|this|that),? \Z|\bthe first \Z", re.IGNORECASE)
_THOSE_BEHIND = re.compile(r"\S+(?: \w+)? of (?:them|these|those)\b")

_OF_WHICH = re.compile(r"\bof (?:which|whom|these|those|them) \Z")
MINOR = 50  # a bare number so many times smaller than the whole counts something else


def _of_that(passage: Passage, first: Told, last: Told) -> bool:
    """Whether what is left is left of what was spoken of: not "the remaining 30% of the fuel" behind "80% of capacity"."""
    said = _OF_WHAT.match(passage.document.text, last.figure.start)
    if not said:
        return not _TAXED.search(last.after)
    home = passage.document.sentences[first.sentence]
    if said[2]:  # "the remaining 25% of Ely Ltd" is left of Ely Ltd, not of March plc
        return said[2] in passage.document.text[home.start : home.end]
    return said[1][:5].lower() in passage.document.text[home.start : last.figure.start].lower()


_OF_WHAT = re.compile(
    r"\S+(?: per ?cent| million| billion| bn| m)?(?: (?:stake|share|interest|holding))? (?:of|in) (?:(?:the|its|his|her|their|that|this) (?:[a-z]+ly )?([a-z]+)|([A-Z][\w’'-]+))"
)
_TAXED = re.compile(r"\b(?:after|before|net of|less) (?:tax|fees|costs|expenses)")


def _is_whole(whole: Told, parts: Sequence[Told]) -> bool:
    """Whether an amount may be the whole of those behind it: more than each, and no fellow of theirs."""
    if whole.value <= max(each.value for each in parts) or _OF_THEM.search(whole.after):
        return False
    if whole.before.rstrip().endswith(":"):
        return False  # the first of a list
    part = parts[0]
    if whole.sentence != part.sentence or part.figure.start < whole.figure.start:
        return True
    return bool(
        _LINK.search(whole.after)
        or _OF_THEM.search(part.after)
        or OF_ITS.search(whole.before)
        or _OF_ALL.search(whole.before)
    )


_OF_THEM = re.compile(r"\A\S*[^\s,;:](?: \w+){0,3} of (?:them|these|those|that|which|whom|it)\b")
_OF_ALL = re.compile(r"(?:\A|[,;:] )of (?:the|its|our|all) \Z")
_NESTED = re.compile(r"\b(?:of (?:which|whom)|including|among)\b")
_LINK = re.compile(r"[:(–—]| - |\b(?:which|whom?|that|with|of (?:them|these|those|it)|[a-z]{3,}ing)\b")


def _adjusted(told: Sequence[Told]) -> Iterator[Claim]:
    """What an amount would have been without another: "Sales were $9m. Excluding $1m of currency, sales would have been $8m"."""
    for k, after in enumerate(told):
        would = _WOULD.search(after.before)
        if not would:
            continue
        left_out: list[Told] = []
        j = k - 1
        while j >= 0 and told[j].sentence == after.sentence and alike(told[j], after):
            left_out.insert(0, told[j])
            if _WITHOUT.search(told[j].before):
                break
            j -= 1
        else:
            continue
        noun = re.compile(rf"\b{would[1]}\b")
        plain = next(
            (
                each
                for each in reversed(told[:j])
                if after.sentence - each.sentence <= FAR
                and alike(each, after)
                and noun.search(each.before + each.after)
            ),
            None,
        )
        if plain is None:
            continue
        taken = sum(each.value for each in left_out)
        more = after.value > plain.value
        implied = plain.value + (taken if more else -taken)
        fits = abs(implied - after.value) * 200 <= after.value
        sure = would[1] in _UNTAXED and not any(
            " and " in each for each in (left_out[0].before, left_out[-1].after, after.before)
        )
        if fits or (sure and SLIP[0] * after.value <= implied <= SLIP[1] * after.value):
            role = "part" if more else "minus"
            yield Claim(
                KIND, (("part", plain.figure), *((role, each.figure) for each in left_out), ("total", after.figure))
            )


# What is left out of these is left out whole; of a net profit, it is less its tax.
_UNTAXED = frozenset({"sales", "revenue", "revenues", "turnover", "costs", "spending", "gross profit"})
_WITHOUT = re.compile(r"\b(?:excluding|without|not counting|but for|before)\b")
_WOULD = re.compile(r"\b((?:gross )?[a-z]{4,}) would have (?:been|come to|totall?ed|reached)(?: up)? \Z")
