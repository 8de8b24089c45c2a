"""Exact lists: amounts side by side that come to the very number before or behind them, or to a hundred per cent.

In: a Passage. Out: Claims of the kind `total`, or `difference` where words call a part one, that hold. The one idea:
where a list comes to its total to the last digit, the words need not say that it is complete; where it does not, they do,
or it is no claim. So nothing here is ever wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, pairwise

from factcheck.model import Claim, Figure, Form, Number, Passage, Quantity, Span
from factcheck.relations._told import OF_ITS, Told, alike, claim, told_in
from factcheck.units import NUMBER, Kind

MOST = 8  # parts of a list
NEAR = 90  # code points between two of them
LAST, FAR = 3, 400  # amounts of a sentence, the last ones, that one behind it may divide; code points to that list
DIGITS = 100  # a total of three digits is met by chance only once in hundreds of lists
COUNTED = 10  # one of two digits seldom enough for a list in apposition
FEWEST = 3  # percentages that make a hundred by design: two may be of anything

# What stands between a total and its parts, where it tells that they are its parts.
_OPENS = re.compile(
    r"[^;:()]{0,60}(?:[(:–—]|(?<= )-(?= )|,? (?:consist|compris|made up|composed|includ|of wh|of th[eo]|divided|split|broken|namely|that is)\w*)[^;:()]{0,40}"
)
_OF_THE = re.compile(r"\b(?:[Oo]f|[Oo]ut of|[Ii]n) (?:the|their|its|his|her|these|those|our) \Z")
_APPOSED = re.compile(r"[^;:().,]{0,40}, ?(?:with |[a-z-]+ ){0,2}")
_LISTED = re.compile(r"[^.;]{0,70}(?:,|;| and| plus| while|\bwith|&|/)[^.;]{0,40}|[^.;]{0,40};[^.;]{0,40}")
_NESTED = re.compile(r"\bof (?:which|whom|these|those|them|the)\b|\bincluding\b|\bthan\b")
# Behind the parts, or behind the number itself: "12 men and 8 women (20 in all)".
_IN_ALL = re.compile(r"[^.;,]{0,20}\b(?:total|all|altogether|together|combined)\b")


def exact(passage: Passage) -> Iterator[Claim]:
    """A claim for each list of a sentence that comes to its total, or to a hundred per cent."""
    text, sentences = passage.document.text, passage.document.sentences
    by_sentence: dict[int, list[Told]] = {}
    for each in told_in(passage):
        numbered = _NUMBERED.search(text, max(0, each.figure.start - 1), each.figure.end + 1)
        if not (each.figure.quantity.upper or each.figure.quantity.signed or numbered) and each.value > 0:
            by_sentence.setdefault(each.sentence, []).append(each)
    for number, told in by_sentence.items():
        yield from _hundreds(text, told, by_sentence.get(number - 1, ()))
        amounts = [each for each in told if not (each.share and _bracketed(text, each))] or told
        former = [*by_sentence.get(number - 2, ())[-LAST:], *by_sentence.get(number - 1, ())[-LAST:]]
        yield from _of_the_sentences_before(text, former, amounts)
        yield from _of_two_apart(text, by_sentence, number)
        end = sentences[number].end
        yield from _of_the_sentence(text, [*amounts, *_ones(text, told[-1], end)], end)


def _of_the_sentence(text: str, told: Sequence[Told], end: int) -> Iterator[Claim]:
    """The lists of one sentence: behind their total, ahead of it, or on both sides, "Eleven of the 20 are English and nine Welsh"."""
    for k, total in enumerate(told):
        if total.figure.quantity.hedge is not None:
            continue
        behind = _run(text, total, told[k + 1 :])
        ahead = _run(text, total, told[:k][::-1])
        if k and behind and OF_ITS.fullmatch(total.before):
            parts = _coming_to(total, [told[k - 1], *behind])
            if len(parts) > 2 and _closed(text, parts, end):
                yield claim(total, parts)
                continue
        for run, introduced in ((behind, _introduced), (ahead, _summed)):
            parts = _coming_to(total, run)
            if parts and introduced(text, total, parts, end):
                yield _gap(total, parts) or claim(total, parts)
                break


def _bracketed(text: str, told: Told) -> bool:
    """Whether an amount stands first in brackets."""
    return text.endswith("(", 0, told.figure.reach.start)


def _of_the_sentences_before(text: str, former: Sequence[Told], told: Sequence[Told]) -> Iterator[Claim]:
    """A number of three digits, and the list of a sentence behind it that comes to it: "28,875. Of this 15,074 were males ..."."""
    for total in reversed(former):
        if total.figure.quantity.hedge is not None:
            continue
        parts = _coming_to(total, _run(text, total, told[:MOST], FAR))
        if parts and (_seldom(total, parts) or (_precision(total) >= COUNTED and _ANOTHER.search(parts[-1].before))):
            yield claim(total, parts)
            return


def _of_two_apart(text: str, by_sentence: Mapping[int, Sequence[Told]], number: int) -> Iterator[Claim]:
    """A number of four digits that two before it make, or two behind it, in other sentences; or one of three that is called a total.

    "It took $130.7m here ... $413.1m abroad. Worldwide, $543.8m"; "Flights: 43,118. European: 35,277. Others: 7,841".
    """
    told = by_sentence[number]
    former = [each for back in range(APART, 0, -1) for each in by_sentence.get(number - back, ())[-LAST:]]
    later = [each for on in range(1, APART + 1) for each in by_sentence.get(number + on, ())[:LAST]]
    for k, total in enumerate(told):
        if total.figure.quantity.hedge is not None:
            continue
        if total.figure.quantity.unit.kind is Kind.NUMBER and "," not in total.figure.quantity.surface:
            continue  # 1841 may be a year
        called = _WORLDWIDE.search(text, max(0, total.figure.start - ROUND), total.figure.end + ROUND // 2) is not None
        digits = DIGITS if called else DIGITS * 10
        before = [each for each in (*former, *told[:k]) if alike(total, each)][-TRIED:]
        behind = [each for each in (*told[k + 1 :], *later) if alike(total, each)][:TRIED]
        pairs = [
            pair
            for side in (before, behind)
            for pair in combinations(side, 2)
            if pair[0].value + pair[1].value == total.value and _precision(total, *pair) >= digits
        ]
        if len(pairs) == 1 and {each.sentence for each in pairs[0]} != {number}:
            yield claim(total, pairs[0])


APART = 3  # sentences, or lines of a list, between a number and what makes it
ROUND, TRIED = 60, 6  # code points beside a number that may call it a total; amounts on either side that are tried
_WORLDWIDE = re.compile(
    r"\b(?:worldwide|globally|combined|altogether|in all|in total|total(?:s|led|ing)?|together|overall|makes?|making)\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(r"\b(?:another|a further|the other|the remaining|the rest)(?: of)? \Z")


def _precision(*told: Told) -> int:
    """The longest of some numbers, as its digits without the noughts it ends with."""
    return max(each.figure.quantity.number.significand for each in told)


def _seldom(total: Told, parts: Sequence[Told]) -> bool:
    """Whether numbers have so many digits that they seldom add up by chance."""
    return _precision(total, *parts) >= DIGITS


def _run(text: str, total: Told, others: Sequence[Told], near: int = NEAR) -> list[Told]:
    """The amounts nearest to a total, on one side of it, that may be its parts: listed, and each like it and like the others."""
    found: list[Told] = []
    for each in others[:MOST]:
        a, b = sorted((found[-1] if found else total, each), key=lambda told: told.figure.start)
        between = text[a.figure.end : b.figure.reach.start]
        if not _addable(total, each) or len(between) > (NEAR if found else near):
            break
        if found and not _LISTED.fullmatch(between):
            break
        if found and (_NESTED.search(between) or (")" in between and "(" not in between)):
            break
        found.append(each)
    return found


def _ones(text: str, last: Told, end: int) -> Iterator[Told]:
    """The part that a list ends with and that is read as no figure: "eight in Kent, three in Essex and one at sea"."""
    one = _ONE.match(text, last.figure.end, end)
    if one is not None:
        span = Span(*one.span(1))
        figure = Figure(span, Quantity(one[1], Number(1, form=Form.WORDS), NUMBER), span)
        yield Told(figure, last.sentence, one.group()[: one.start(1) - one.start()], text[span.end : end])


_ONE = re.compile(r"[^.;:()]{0,40}(?:,| and) (one) (?:in|at|on|from|of|by|to|for|was|is|off|near|[a-z]+(?=[.;)]))\b")


def _addable(total: Told, part: Told) -> bool:
    """Whether a part may be one of a total, be it of things of another name: symbols, and consonants."""
    one, other = total.figure.quantity, part.figure.quantity
    return alike(total, part) or (bool(total.noun) and bool(part.noun) and one.unit.kind is other.unit.kind)


def _coming_to(total: Told, run: Sequence[Told]) -> list[Told]:
    """The first of a run, two or more, that come to a total; none where they do not."""
    made = Fraction(0)
    for count, part in enumerate(run, 1):
        made += part.value
        if made >= total.value:
            return list(run[:count]) if made == total.value and count > 1 else []
    return []


def _introduced(text: str, total: Told, parts: Sequence[Told], end: int) -> bool:
    """Whether the words before a list say that it is its total's, or the total is one that no chance meets."""
    between = text[total.figure.end : parts[0].figure.reach.start]
    if _seldom(total, parts):
        return len(between) < NEAR
    closed = _closed(text, parts, end)
    if not closed or "=" in between:
        return False
    if _OPENS.fullmatch(between) or _OF_THE.search(total.before):
        return True
    bare = bool(total.noun) and not any(part.noun for part in parts)
    return _APPOSED.fullmatch(between) is not None and (bare or (bool(total.noun) and _precision(total) >= COUNTED))


def _summed(text: str, total: Told, parts: Sequence[Told], end: int) -> bool:
    """Whether the words behind a list say that its total follows, or the total is one that no chance meets."""
    between = text[parts[0].figure.end : total.figure.reach.start]
    if _seldom(total, parts):
        return len(between) < NEAR
    return _IN_ALL.match(text, total.figure.end) is not None or " total" in between


def _gap(total: Told, parts: Sequence[Told]) -> Claim | None:
    """The claim that an amount is the gap between two others, where its words call it one: "leaving a surplus of $37m"."""
    if len(parts) != 2 or not _GAP.search(parts[1].before):
        return None
    smaller, gap = parts
    return Claim("difference", (("larger", total.figure), ("smaller", smaller.figure), ("gap", gap.figure)))


_GAP = re.compile(
    r"\b(?:surplus|deficit|excess|reductions?|profit|loss|gap|difference|margin|lead|majority|shortfall)\b[^,;]{0,20}\Z"
)
_NUMBERED = re.compile(r"\(\d\)")  # the first, second and third of several


def _closed(text: str, parts: Sequence[Told], end: int) -> bool:
    """Whether a list ends with its last part: no more of it follows."""
    return _MORE.match(text, parts[-1].figure.end, end) is None


_MORE = re.compile(
    r"[^.;:()]{0,30}(?:,| and| plus) (?:[a-z]+ )?(?:\d|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|an?\b)"
)


# --- a hundred per cent ----------------------------------------------------------------------------------------------


def _hundreds(text: str, told: Sequence[Told], former: Sequence[Told]) -> Iterator[Claim]:
    """The shares of a sentence, three or more, that come to a hundred, with those in brackets or without; or of it and the one before."""
    shares, earlier = (
        [each for each in some if each.figure.quantity.unit.kind is Kind.PERCENT and each.figure.quantity.hedge is None]
        for some in (told, former)
    )
    outside = [each for each in shares if not _bracketed(text, each)]
    for listed, fewest, near in (
        (shares, FEWEST, 2 * NEAR),
        (outside, FEWEST, 2 * NEAR),
        ([*earlier, *shares], FEWEST + 1, 2 * NEAR),
    ):
        beside = all(b.figure.start - a.figure.end < near for a, b in pairwise(listed))
        if len(listed) >= fewest and beside and sum(each.value for each in listed) == 1:
            yield claim(None, listed)
            return
    for listed in _apart(text, shares):  # "89.8% were pleased, 10.2% not; 60.3% said ..., 19.9% did not care"
        if FEWEST <= len(listed) < len(shares) and sum(each.value for each in listed) == 1:
            yield claim(None, listed)
    for one, other in pairwise(shares):
        exactly = one.figure.quantity.number.decimals and other.figure.quantity.number.decimals
        exactly = exactly or (_bracketed(text, one) and _bracketed(text, other))
        split = exactly or _OF_THEM.search(one.before)
        if split and one.value + other.value == 1 and other.figure.start - one.figure.end < NEAR:
            yield claim(None, (one, other))


def _apart(text: str, told: Sequence[Told]) -> list[list[Told]]:
    """Amounts in groups, a semicolon or a colon between each two."""
    groups: list[list[Told]] = [[]]
    for each in told:
        if groups[-1] and re.search("[;:]", text[groups[-1][-1].figure.end : each.figure.start]):
            groups.append([])
        groups[-1].append(each)
    return groups


# "Of whom 90% moved to France and 10% to Spain".
_OF_THEM = re.compile(r"\bof (?:which|whom|these|those|them) [^,;]{0,20}\Z")
