"""Parts that leave no other: the halves of a pair, this and that of a whole "in cash and notes", sums that have a name.

In: the amounts of a Passage as told. Out: Claims of the kind `total`. The one idea: the words of two parts exclude each
other and take in all there is, so that they must make up their whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.model import Claim
from factcheck.relations._told import (
    FAR,
    OF_ITS,
    OF_TOTAL,
    Reading,
    Told,
    alike,
    all_read,
    before,
    chosen,
    clause,
    spans,
)

# Pairs that leave no third; each side may be said in several words.
HALVES = (
    "men man males male boys boy|women woman females female girls girl",
    "on-farm|off-farm",
    "domestic home|abroad foreign overseas international",
    "onshore|offshore",
    "urban|rural",
    "adults|children",
    "passengers|crew",
    "full-time|part-time",
    "indoor indoors|outdoor outdoors",
    "mobile mobiles|landline landlines",
    "died dead drowned killed perished|survived survivors surviving alive saved rescued",
    "passed|failed",
    "re-elected elected|defeated unseated",
    "interim|final",
    "permanent|temporary",
)
_SIDES = {
    word: (number, side)
    for number, pair in enumerate(HALVES)
    for side, listed in enumerate(pair.split("|"))
    for word in listed.split()
}
_SIDE = re.compile(rf"\b(?:{'|'.join(sorted(_SIDES, key=len, reverse=True))})\b")


def _sides(text: str) -> dict[int, int]:
    """The pairs of which a stretch names one half, and which; without those that it names both of."""
    found: dict[int, int] = {}
    for match in _SIDE.finditer(text.replace("on farms", "on-farm").replace("off farms", "off-farm")):
        number, side = _SIDES[match.group()]
        found[number] = side if found.get(number, side) == side else 2
    return {number: side for number, side in found.items() if side < 2}


def opposite(one: str, other: str) -> bool:
    """Whether two nouns are the halves of a pair: females and males, passengers and crew."""
    a, b = _sides(one), _sides(other)
    return any(pair in b and b[pair] != side for pair, side in a.items())


def unpaired(*nouns: str) -> bool:
    """Whether one noun is the half of a pair of which none of the others is the other half: women, and teachers."""
    found = [_sides(noun) for noun in nouns]
    return any(
        not any(other.get(pair, side) != side for other in found) for sides in found for pair, side in sides.items()
    )


def halves(told: Sequence[Told], k: int) -> Iterator[Claim]:
    """Two amounts side by side that are said of the halves of a pair."""
    other = told[k]
    for j in range(k - 1, max(-1, k - 4), -1):
        part = told[j]
        if other.sentence - part.sentence > 1:
            return
        if not alike(part, other) or (j == k - 1 and OF_ITS.fullmatch(other.before)):
            continue  # four of the five that survived
        between = told[j + 1 : k - 1 if OF_ITS.fullmatch(other.before) else k]
        if any(alike(each, other) and not _MADE.search(each.before) for each in between):
            return
        if part.share:
            if _shares_of_one(part, other):
                more = k + 1 < len(told) and told[k + 1].share and told[k + 1].sentence == other.sentence
                yield from chosen([(None, (part, other))], not more and _of_one_kind(part, other))
            return
        if _opposed(part, other):
            made = [each for each in told[j + 1 : k + 2] if each not in (part, other) and _MADE.search(each.before)]
            pool = [each for each in reversed(before(told, j)) if _has_both(each, part, other)]
            for whole in (*made, *pool):
                if alike(whole, part) and whole.value > max(part.value, other.value):
                    sure = (
                        all_read((whole, part))
                        and not _OPEN.search(whole.after)
                        and not (whole in made and _WITH_MORE.match(whole.after))
                        and not _ELSE.search(other.after)
                        and spans(part, other) <= spans(whole)
                    )
                    readings: list[Reading] = [(whole, (part, other))]
                    if k + 1 < len(told) and alike(whole, told[k + 1]) and told[k + 1].sentence == other.sentence:
                        readings.append((whole, (part, other, told[k + 1])))
                    yield from chosen(readings, sure)
                    return


_MADE = re.compile(
    r"\b(?:mak(?:es|ing)|tak(?:es|ing)|bring(?:s|ing)|giv(?:es|ing))(?: a| the| it)?(?: (?:full-year|total)\b[a-z ]*)? \Z"
)


def _opposed(part: Told, other: Told) -> bool:
    """Whether two amounts are of the two halves, both before or both behind them, or the first behind "of the total"."""
    before, after = _sides(_own(part.before)), _sides(clause(part.after))
    there, behind = _sides(_own(other.before)), _sides(clause(other.after))
    return any(
        pair in there and there[pair] != side
        for pair, side in (*before.items(), *(after.items() if OF_TOTAL.search(part.before) else ()))
    ) or any(pair in behind and behind[pair] != side for pair, side in after.items())


def _own(text: str) -> str:
    """What stands before an amount, without what is said of the one before it."""
    return _JOINT.split(text)[-1]


_JOINT = re.compile(r"[;:]|\b(?:and|while|but)\b")
_WITH_MORE = re.compile(
    r"\S+(?: (?:m|bn|million|billion|trillion))? (?:[a-z]+ )?(?:with|plus|before|after|excluding|less|without|net of)\b"
)
_ELSE = re.compile(r"\b(?:rest|others?|remain\w+|unknown|missing|undecided|non-binary|not say)\b")
_OPEN = re.compile(r"\b(?:including|mainly|mostly|such as|notably|at least)\b")


def _has_both(whole: Told, part: Told, other: Told) -> bool:
    """Whether an amount is said to be the whole of two halves: in apposition, by "of which", or by their common noun."""
    if OF_TOTAL.search(part.before):
        return True
    if part.before.strip() in ("", ",", ":", "-", "–", "—", "(") and whole.sentence == part.sentence:
        return not _VERB.match(other.after)
    if _ALL_TOLD.search(whole.before):
        shared = set(_LONG.findall(whole.before)) & set(_LONG.findall(part.before + other.before))
        return part.sentence - whole.sentence < FAR or bool(shared)
    if _OF_ALL.search(whole.before) and not _VERB.match(other.after):
        return True
    nouns = [set(_HEAD.findall(each.before)) for each in (part, other)]
    return any(re.search(rf"\b{noun}\b", whole.before) for noun in nouns[0] & nouns[1])


_LONG = re.compile(r"[a-z]{5,}")
_ALL_TOLD = re.compile(
    r"\b(?:totall?ed|totall?ing|a total of|in all(?: [a-z]+)? (?:totall?ed|were|was))(?: [a-z]+){0,2} \Z"
)
_OF_ALL = re.compile(r"\b(?:of|among) (?:the |these |those |all )?\Z")
_HEAD = re.compile(rf"(?:{_SIDE.pattern}) ([a-z]{{4,}})")
_VERB = re.compile(r"\S+(?: [a-z]+)? [a-z]+(?:ed|took|won|ran|went|came|said|had|have)\b")


def _shares_of_one(part: Told, other: Told) -> bool:
    """Whether two percentages are the halves of one whole: "59% are men and 41% women", but not "59% of men"."""
    for one, two in (
        (_sides(clause(part.after)), _sides(clause(other.after))),
        (_sides(part.before), _sides(other.before)),
    ):
        for pair, side in one.items():
            if two.get(pair, side) != side and (_ARE.search(part.after) or _MAKE_UP.search(part.before)):
                return (
                    part.sentence == other.sentence
                    and not _OF_OTHERS.match(other.after)
                    and not _ELSEWHERE.search(other.before)
                )
    return False


def _of_one_kind(part: Told, other: Told) -> bool:
    """Whether two shares leave no third, and are of one time and of all there are: not "38% were women over 60"."""
    narrowed = _ELSE.search(other.after) or _NARROWED.search(part.after) or _NARROWED.search(other.after)
    return not narrowed and spans(other) <= spans(part)


_NARROWED = re.compile(rf"(?:{_SIDE.pattern}) (?:(?:over|under|aged|who|with|without)\b|\Z)")
_ARE = re.compile(
    rf"\A\S+(?: per ?cent)?(?: (?:of|in) [^,;:.]{{1,60}}?)? (?:are|were|is|was)(?: \w+){{0,2}}? (?:{_SIDE.pattern})"
)
_OF_OTHERS = re.compile(rf"\S+(?: per ?cent)? of (?!(?:the )?(?:{_SIDE.pattern})(?! [a-z]))")
# "59% were men; of clerks," 61% were women: those of another group, place or time.
_ELSEWHERE = re.compile(
    rf"(?:[,;:]|\b(?:and|while|but))(?: (?:and|while|but))?,? (?:of|among|at|in|for|by|on)\b|\b(?:{_SIDE.pattern}),? (?:of|among|at|in|for|by|on)\b(?! \Z)|\b(?:while|and|but) (?:ashore|there|here|abroad|elsewhere|overseas) \Z"
)
_MAKE_UP = re.compile(
    rf"\b(?:{_SIDE.pattern}) (?:\w+ )?(?:account\w*|m[a]de?|making|makes?|compris\w+|represent\w*|constitut\w+)(?: up)?(?: for)? \Z"
)


def in_two(told: Sequence[Told], k: int) -> Iterator[Claim]:
    """A whole "in cash and notes", and behind it so much in cash and so much in notes."""
    whole = told[k]
    two = _TWO.match(whole.after)
    if not two or k + 2 >= len(told):
        return
    part, other = told[k + 1 : k + 3]
    if other.sentence - whole.sentence > FAR or not (alike(whole, part) and alike(whole, other)):
        return
    said = [
        [re.search(rf" (?:in|of)(?: [\w-]+){{0,3}}? {word}\b", clause(each.after)) is not None for word in two.groups()]
        for each in (part, other)
    ]
    if said in ([[True, False], [False, True]], [[False, True], [True, False]]) and whole.value > max(
        part.value, other.value
    ):
        sure = not _OPEN.search(whole.after + part.before) and spans(part, other) <= spans(whole)
        yield from chosen([(whole, (part, other))], sure)


_TWO = re.compile(
    r"\S+(?: (?:m|bn|million|billion|trillion))? (?:(?:worth )?(?:in|of) )?(?:[a-z-]+ )?([a-z-]{4,}) and (?:[a-z-]+ )?([a-z-]{4,})\b"
)

# The parts, and what they are together; the last of three may go without saying.
NAMED = (
    (("goals?", "assists?"), "points?"),
    (
        ("wins?|won|victor(?:y|ies)", "loss(?:es)?|lost|defeats?", "draws?|drew|drawn|ties?|tied"),
        "games?|matches|match",
    ),
    (("golds?", "silvers?", "bronzes?"), "medals?"),
)


def named(told: Sequence[Told], k: int) -> Iterator[Claim]:
    """Goals and assists, which are points; wins, losses and draws, which are games: the sum before or behind its parts."""
    for names, together in NAMED:
        row: list[Told] = []
        for each in told[k : k + 4]:
            if each.sentence != told[k].sentence or not _says(each, "|".join(names)):
                break
            row.append(each)
        if len(row) < 2:
            continue
        for near in (k + len(row), k - 1):
            if not 0 <= near < len(told):
                continue
            whole = told[near]
            joined = _FOR.search(whole.before) if near > k else _BY.fullmatch(row[0].before)
            if whole.sentence == row[0].sentence and _says(whole, together) and joined:
                over = sum(each.value for each in row) > whole.value
                yield from chosen([(whole, tuple(row))], len(row) >= len(names) or over)
                return


_FOR = re.compile(
    r"\A[a-z ]{0,30}[,(]? ?\(?(?:for|in (?:its|their|his|her)|(?:out )?of (?:its|their|his|her|the)|a total of)(?: (?:first|last|a|a total of|[a-z]+-high))? ?\Z"
)
_BY = re.compile(r"(?: [a-z]+){0,3}[,:(]? ?(?:winning|with)?(?: [a-z]+)? ")


def _says(each: Told, names: str) -> bool:
    """Whether an amount counts a thing of these names, or stands behind such a verb: 31 wins; lost 24."""
    return bool(
        re.match(rf"\S+ (?:[a-z-]+ )?(?:{names})\b", each.after) or re.search(rf"\b(?:{names}) \Z", each.before)
    )
