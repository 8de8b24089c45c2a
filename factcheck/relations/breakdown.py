"""Breakdowns: a whole and the parts that a text tells of it, be it over four sentences.

In: a Passage. Out: Claims of the kind `total`. The one idea: words close a list, sums never do. A list is closed where
its last part is what is left ("the remaining 40"), where two parts are the halves of a known pair (on farms, off farms)
or the two things that the whole was said to be in ("cash and notes"). A list that no word closes may be one of many;
it counts only where it comes out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from factcheck.interval import Interval
from factcheck.model import Claim, Figure, Form, Passage, Quantity
from factcheck.relations import of_one_topic, says_a_gap
from factcheck.units import Kind

KIND = "total"
Roles = tuple[tuple[str, Figure], ...]

FAR = 2  # sentences that may lie between a part and what stands before it
MANY = 7  # amounts that may stand before what is left
# A slip makes a sum so much too small or too large; what is farther off was never meant as one.
SLIP = (Fraction(1, 2), Fraction(9, 5))


@dataclass(frozen=True, slots=True)
class Told:
    """An amount as the text tells it: its figure, the number of its sentence, and the words on either side."""

    figure: Figure
    sentence: int
    before: str  # since the figure before it, or since its sentence began
    after: str  # from its own noun to the next figure, or to the end of its sentence

    @property
    def value(self) -> Fraction:
        """In the base unit of its dimension."""
        return self.figure.quantity.number.value * self.figure.quantity.unit.factor

    @property
    def noun(self) -> str:
        """The counted noun; empty where there is none."""
        unit = self.figure.quantity.unit
        return unit.name if unit.kind is Kind.COUNT else ""

    @property
    def money(self) -> bool:
        """Whether it is in a currency."""
        return self.figure.quantity.unit.kind is Kind.CURRENCY

    @property
    def share(self) -> bool:
        """Whether it is a part of a hundred."""
        return self.figure.quantity.sort is Kind.PERCENT


def breakdowns(passage: Passage) -> Iterator[Claim]:
    """All that are told."""
    told = _told(passage)
    for k, last in enumerate(told):
        if _LEFT.search(last.before):
            yield from _left_over(passage, told, k)
        if k:
            yield from _halves(told, k)
        yield from _in_two(told, k)
        yield from _named(told, k)
        yield from _listed(told, k)
    shares = [each for each in told if each.share]
    for k in range(len(shares)):
        yield from _whole_list(shares, k)
    yield from _adjusted(passage, told)


# --- amounts and their words -----------------------------------------------------------------------------------------

_ADDED = frozenset({Kind.COUNT, Kind.NUMBER, Kind.CURRENCY, Kind.PHYSICAL, Kind.PERCENT, Kind.POINT})


def _told(passage: Passage) -> list[Told]:
    """Every amount that may be a part or a whole."""
    text, sentences = passage.document.text, passage.document.sentences
    figures = [each for each in passage.figures if each.quantity.unit.kind in _ADDED and not _timed(each.quantity)]
    found: list[Told] = []
    number = 0
    for k, figure in enumerate(figures):
        while number < len(sentences) - 1 and sentences[number].end <= figure.start:
            number += 1
        quantity, home = figure.quantity, sentences[number]
        start = max(home.start, figures[k - 1].end if k else 0)
        end = min(home.end, figures[k + 1].reach.start if k + 1 < len(figures) else len(text))
        each = Told(figure, number, text[start : figure.reach.start].lower(), text[figure.start : end].lower())
        again = each.before.endswith("(") and quantity.unit.kind in (Kind.PHYSICAL, Kind.CURRENCY)
        beside = each.share and _BESIDE.search(each.before)
        aside = not beside and _ASIDE.search(each.before)
        if not again and not aside and not says_a_gap(passage, figure):
            found.append(each)
    return found


def _timed(quantity: Quantity) -> bool:
    return quantity.age or quantity.unit.dimension == "[time]"


# What introduces an amount of another time, or a change.
_ASIDE = re.compile(
    r"(?:\b(?:from|than|against|(?:compared|comparison) (?:with|to)|versus|vs\.?|above|below)(?: (?!(?:and|was|were|is|are|of|at|to)\b)[\w'’-]+){0,3}"
    r"|\b(?:by|over|under|up|down|rose|fell|risen|fallen|an? (?:rise|fall|increase|decrease|drop|gain|loss) of|aged?)"
    r"(?: (?:the|its|about|another|as))?|(?:quarter|year|month|week|season|half|decade)['’]s) \Z"
)
_BESIDE = re.compile(r"\bcompared (?:with|to) \Z")  # men compared to 41% of women


def _alike(a: Told, b: Told) -> bool:
    """Whether two amounts may be added: of one unit, and where both count a noun of one noun."""
    one, other = a.figure.quantity, b.figure.quantity
    if a.share or b.share:
        return a.share and b.share
    if one.unit.kind in (Kind.COUNT, Kind.NUMBER):
        return other.unit.kind in (Kind.COUNT, Kind.NUMBER) and (not a.noun or not b.noun or a.noun == b.noun)
    return one.unit.kind is other.unit.kind and one.comparable(other)


# --- what is left ----------------------------------------------------------------------------------------------------

_LEFT = re.compile(
    r"\b(?:remaining|(?:the|its|his|her|their) (?:other|rest|remainder|balance))(?:,| of| -| being|:)?(?: (?:or|some))? \Z"
)
_OF_ITS = re.compile(r"(?: [a-z-]+){0,2} of (?:[\w'’-]+ ){0,3}\Z")
_OF_LEFT = re.compile(r"[a-z -]* of (?:the|its|his|her|their) \w+ \Z")


def _left_over(passage: Passage, told: Sequence[Told], k: int) -> Iterator[Claim]:
    """What is left of a whole, after the parts that were told before."""
    last = told[k]
    if k and told[k - 1].sentence == last.sentence and _OF_LEFT.fullmatch(last.before):
        told, k = (*told[: k - 1], last), k - 1  # "two of the other three": a part of what is left
    pool = _before(told, k)
    if not pool:
        return
    if last.share:
        sure = (
            _all_read(pool)
            if len(pool) == 1
            else pool[-1].value + last.value > 1 and last.sentence - pool[-1].sentence < 2
        )
        yield from _chosen([(None, (*pool[j:], last)) for j in reversed(range(len(pool)))], sure)
        return
    readings = [
        (pool[i], (*pool[j:], last))
        for i in reversed(range(len(pool) - 1))
        for j in range(i + 1, len(pool))
        if _is_whole(pool[i], (*pool[j:], last))
        and (
            not last.money
            or of_one_topic(passage, pool[i].figure, pool[j].figure)
            or of_one_topic(passage, pool[i].figure, last.figure)
        )
    ]
    if not readings:
        return
    whole, parts = readings[0]
    outer = tuple(each for each in parts if not _NESTED.search(each.before))
    if 1 < len(outer) < len(parts):
        readings.append((whole, outer))
    yield from _chosen(readings, len(outer) == len(parts) and _all_read((whole, *parts[:-1])))


def _before(told: Sequence[Told], k: int) -> list[Told]:
    """The amounts of its sort that stand before one, in order; the whole before its part in "12 of the 40"."""
    found: list[Told] = []
    near = told[k].sentence
    for each in reversed(told[:k]):
        if near - each.sentence > FAR or len(found) == MANY:
            break
        if _alike(each, told[k]) and all(_alike(each, other) for other in found):
            found.append(each)
            near = each.sentence
    found.reverse()
    for m in range(len(found) - 1):
        if found[m].sentence == found[m + 1].sentence and _OF_ITS.fullmatch(found[m + 1].before):
            found[m : m + 2] = found[m + 1], found[m]
    return found


def _is_whole(whole: Told, parts: Sequence[Told]) -> bool:
    """Whether an amount may be the whole of those behind it: more than each, and no fellow of theirs."""
    if whole.value <= max(each.value for each in parts) or _OF_THEM.search(whole.after):
        return False
    part = parts[0]
    if whole.sentence != part.sentence or part.figure.start < whole.figure.start:
        return True
    return bool(_LINK.search(whole.after) or _OF_THEM.search(part.after) or _OF_ITS.search(whole.before))


_OF_THEM = re.compile(r"\A\S+(?: \w+){0,3} of (?:them|these|those|that|which|whom|it)\b")
_LINK = re.compile(r"[:;(–—]| - |\b(?:which|whom?|that|with|of (?:them|these|those|it)|[a-z]{3,}ing)\b")
_NESTED = re.compile(r"\b(?:of (?:which|whom)|including|among)\b")
# Amounts that are not read as figures.
_UNREAD = re.compile(
    r"\b(?:a (?:quarter|third|half|few|further)|half (?:of|the|a)|another|both|none|several|many|(?<!the )most|dozens|others|except"
    r"|one (?:was|is|had|in|to|of|from))\b"
)


def _all_read(parts: Iterable[Told]) -> bool:
    return not any(_UNREAD.search(each.after) for each in parts)


# --- two halves ------------------------------------------------------------------------------------------------------

# Pairs that leave no third; each side may be said in several words.
HALVES = (
    "men man males male boys boy|women woman females female girls girl",
    "on-farm|off-farm",
    "domestic home|abroad foreign overseas international",
    "onshore|offshore",
    "urban|rural",
    "public|private",
    "adults|children",
    "passengers|crew",
    "full-time|part-time",
    "indoor indoors|outdoor outdoors",
    "residential|commercial",
    "civilians civilian|soldiers troops military",
    "mobile mobiles|landline landlines",
    "died dead|survived survivors surviving alive",
    "interim|final",
    "guilty convicted|acquitted",
    "permanent|temporary",
    "online|in-store",
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


def _halves(told: Sequence[Told], k: int) -> Iterator[Claim]:
    """Two amounts side by side that are said of the halves of a pair."""
    other = told[k]
    for j in range(k - 1, max(-1, k - 4), -1):
        part = told[j]
        if other.sentence - part.sentence > 1:
            return
        if not _alike(part, other):
            continue
        if part.share:
            if _shares_of_one(part, other):
                more = k + 1 < len(told) and told[k + 1].share and told[k + 1].sentence == other.sentence
                yield from _chosen([(None, (part, other))], not more and not _ELSE.search(other.after))
            return
        if _opposed(part, other):
            made = [each for each in told[j + 1 : k + 2] if each not in (part, other) and _MADE.search(each.before)]
            pool = [each for each in reversed(_before(told, j)) if _has_both(each, part, other)]
            for whole in (*made, *pool):
                if _alike(whole, part) and whole.value > max(part.value, other.value):
                    sure = (
                        _all_read((whole, part))
                        and not _OPEN.search(whole.after)
                        and _spans(part, other) <= _spans(whole)
                    )
                    yield from _chosen([(whole, (part, other))], bool(made) or sure)
                    return


_MADE = re.compile(
    r"\b(?:mak(?:es|ing)|tak(?:es|ing)|bring(?:s|ing)|giv(?:es|ing))(?: a| the| it)?(?: (?:full-year|total)\b[a-z ]*)? \Z"
)


def _opposed(part: Told, other: Told) -> bool:
    """Whether two amounts are of the two halves, both before or both behind them, or the first behind "of the total"."""
    before, after = _sides(part.before), _sides(_clause(part.after))
    there, behind = _sides(other.before), _sides(_clause(other.after))
    return any(
        pair in there and there[pair] != side
        for pair, side in (*before.items(), *(after.items() if _OF_TOTAL.search(part.before) else ()))
    ) or any(pair in behind and behind[pair] != side for pair, side in after.items())


def _spans(*told: Told) -> set[str]:
    """The stretches of time that are named beside amounts."""
    return {span for each in told for span in _SPAN.findall(each.before + each.after)}


_SPAN = re.compile(r"\b(?:quarter|half|months?|weeks?)\b")


def _clause(text: str) -> str:
    return _STOP.split(text, maxsplit=1)[0]


_STOP = re.compile(r"[,;.]? (?:and|while|but|with) |[,;:)]")
_ELSE = re.compile(r"\b(?:rest|others?|remain\w+|unknown|undecided|non-binary|not say)\b")
_OPEN = re.compile(r"\b(?:including|mainly|mostly|such as|notably|at least)\b")
_OF_TOTAL = re.compile(r"\bof (?:the total|the whole|these|those|them|which|whom)\b")


def _has_both(whole: Told, part: Told, other: Told) -> bool:
    """Whether an amount is said to be the whole of two halves: in apposition, by "of which", or by their common noun."""
    if _OF_TOTAL.search(part.before):
        return True
    if part.before.strip() in ("", ",", ":", "-", "–", "—", "(") and whole.sentence == part.sentence:
        return not _VERB.match(other.after)
    nouns = [set(_HEAD.findall(each.before)) for each in (part, other)]
    return any(re.search(rf"\b{noun}\b", whole.before) for noun in nouns[0] & nouns[1])


_HEAD = re.compile(rf"(?:{_SIDE.pattern}) ([a-z]{{4,}})")
_VERB = re.compile(r"\S+(?: [a-z]+)? [a-z]+(?:ed|took|won|ran|went|came|said|had|have)\b")


def _shares_of_one(part: Told, other: Told) -> bool:
    """Whether two percentages are the halves of one whole: "59% are men and 41% women", but not "59% of men"."""
    for one, two in (
        (_sides(_clause(part.after)), _sides(_clause(other.after))),
        (_sides(part.before), _sides(other.before)),
    ):
        for pair, side in one.items():
            if two.get(pair, side) != side and (_ARE.search(part.after) or _MAKE_UP.search(part.before)):
                return part.sentence == other.sentence
    return False


_ARE = re.compile(
    rf"\A\S+(?: per ?cent)?(?: (?:of|in) [^,;:.]{{1,60}}?)? (?:are|were|is|was)(?: \w+){{0,2}}? (?:{_SIDE.pattern})"
)
_MAKE_UP = re.compile(
    rf"\b(?:{_SIDE.pattern}) (?:\w+ )?(?:account\w*|m[a]de?|making|makes?|compris\w+|represent\w*|constitut\w+)(?: up)?(?: for)? \Z"
)

# --- in this and that ------------------------------------------------------------------------------------------------


def _in_two(told: Sequence[Told], k: int) -> Iterator[Claim]:
    """A whole "in cash and notes", and behind it so much in cash and so much in notes."""
    whole = told[k]
    two = _TWO.match(whole.after)
    if not two or k + 2 >= len(told):
        return
    part, other = told[k + 1 : k + 3]
    if other.sentence - whole.sentence > FAR or not (_alike(whole, part) and _alike(whole, other)):
        return
    said = [
        [re.search(rf"\b{word}\b", _clause(each.after)) is not None for word in two.groups()] for each in (part, other)
    ]
    if said in ([[True, False], [False, True]], [[False, True], [True, False]]) and whole.value > max(
        part.value, other.value
    ):
        yield from _chosen([(whole, (part, other))], not _OPEN.search(whole.after + part.before))


_TWO = re.compile(
    r"\S+(?: (?:m|bn|million|billion|trillion))? (?:(?:worth )?(?:in|of) )?(?:[a-z-]+ )?([a-z-]{4,}) and (?:[a-z-]+ )?([a-z-]{4,})\b"
)

# --- lists that no word closes ---------------------------------------------------------------------------------------


def _listed(told: Sequence[Told], k: int) -> Iterator[Claim]:
    """Amounts side by side that make one before them to the last digit: three, or two of one noun or "of these"."""
    first = told[k]
    run = [first]
    for each in told[k + 1 : k + 8]:
        if each.sentence != first.sentence or not _alike(first, each):
            break
        run.append(each)
    if first.share or len(run) < 2:
        return
    for whole in reversed(_before(told, k)):
        if whole.sentence == first.sentence and not (_LINK.search(whole.after) or _OF_TOTAL.search(first.before)):
            continue
        for count in range(len(run), 1, -1):
            parts = run[:count]
            if sum(each.value for each in parts) != whole.value or _digits(whole) < 2 + (count < 3):
                continue
            if count > 2 or _OF_TOTAL.search(first.before) or _one_head(whole, parts):
                yield _claim(whole, parts)
                return


def _whole_list(shares: Sequence[Told], k: int) -> Iterator[Claim]:
    """Shares of one sentence that make a hundred: three or more, or two in brackets."""
    first = shares[k]
    row = [each for each in shares[k : k + 9] if each.sentence == first.sentence]
    if (k and shares[k - 1].sentence == first.sentence) or any(
        each.figure.quantity.number.form is Form.FRACTION for each in row
    ):
        return
    bracketed = all(each.before.endswith("(") for each in row)
    if (len(row) > 2 and _holds(None, row)) or (bracketed and len(row) == 2 and sum(each.value for each in row) == 1):
        yield _claim(None, row)


def _digits(each: Told) -> int:
    return len(str(each.figure.quantity.number.mantissa).rstrip("0"))


def _one_head(whole: Told, parts: Sequence[Told]) -> bool:
    """Whether the words before all of them end in one noun: net sales were, coatings sales were, adhesives sales were."""
    heads = [_SUBJECT.search(each.before) for each in parts]
    return (
        all(heads)
        and len({head[1] for head in heads if head}) == 1
        and heads[0] is not None
        and heads[0][1] in whole.before
    )


_SUBJECT = re.compile(r"([a-z]{4,})(?: (?:was|were|is|are|of|at|totall?ed|reached|came to|rose to|fell to))+ \Z")

# --- sums that have a name -------------------------------------------------------------------------------------------

# The parts, and what they are together; the last of three may go without saying.
NAMED = (
    (("goals?", "assists?"), "points?"),
    (
        ("wins?|won|victor(?:y|ies)", "loss(?:es)?|lost|defeats?", "draws?|drew|drawn|ties?|tied"),
        "games?|matches|match",
    ),
    (("golds?", "silvers?", "bronzes?"), "medals?"),
)


def _named(told: Sequence[Told], k: int) -> Iterator[Claim]:
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
            if whole.sentence == row[0].sentence and _says(whole, together):
                over = sum(each.value for each in row) > whole.value
                yield from _chosen([(whole, tuple(row))], len(row) >= len(names) or over)
                return


def _says(each: Told, names: str) -> bool:
    """Whether an amount counts a thing of these names, or stands behind such a verb: 31 wins; lost 24."""
    return bool(
        re.match(rf"\S+ (?:[a-z-]+ )?(?:{names})\b", each.after) or re.search(rf"\b(?:{names}) \Z", each.before)
    )


# --- with and without ------------------------------------------------------------------------------------------------


def _adjusted(passage: Passage, told: Sequence[Told]) -> Iterator[Claim]:
    """What an amount would have been without another: "Sales were $9m. Excluding $1m of currency, sales would have been $8m"."""
    for k, after in enumerate(told):
        would = _WOULD.search(after.before)
        if not would:
            continue
        left_out: list[Told] = []
        j = k - 1
        while j >= 0 and told[j].sentence == after.sentence and _alike(told[j], after):
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
                and _alike(each, after)
                and noun.search(each.before + each.after)
            ),
            None,
        )
        if plain is None:
            continue
        taken = sum(each.value for each in left_out)
        more = after.value > plain.value
        implied = plain.value + (taken if more else -taken)
        holds = abs(implied - after.value) * 200 <= after.value
        sure = would[1] in _UNTAXED and not any(
            " and " in each for each in (left_out[0].before, left_out[-1].after, after.before)
        )
        if holds or (sure and SLIP[0] <= implied / after.value <= SLIP[1]):
            role = "part" if more else "minus"
            yield Claim(
                KIND, (("part", plain.figure), *((role, each.figure) for each in left_out), ("total", after.figure))
            )


# What is left out of these is left out whole; of a net profit, it is less its tax.
_UNTAXED = frozenset({"sales", "revenue", "revenues", "turnover", "costs", "spending", "gross profit"})
_WITHOUT = re.compile(r"\b(?:excluding|without|not counting|but for|before)\b")
_WOULD = re.compile(r"\b((?:gross )?[a-z]{4,}) would have (?:been|come to|totall?ed|reached)(?: up)? \Z")


# --- claims ----------------------------------------------------------------------------------------------------------


def _chosen(readings: Iterable[tuple[Told | None, tuple[Told, ...]]], sure: bool) -> Iterator[Claim]:
    """The first reading that comes out; else the first of all, where the words are sure and a slip explains it."""
    listed = list(readings)
    for whole, parts in listed:
        if _holds(whole, parts):
            yield _claim(whole, parts)
            return
    whole, parts = listed[0]
    total = whole.value if whole else Fraction(1)
    if sure and SLIP[0] <= sum(each.value for each in parts) / total <= SLIP[1]:
        yield _claim(whole, parts)


def _holds(whole: Told | None, parts: Sequence[Told]) -> bool:
    total = Interval.point(0)
    for each in parts:
        total = total + each.figure.quantity.base()
    return bool(total & (whole.figure.quantity.base() if whole else Interval.point(1)))


def _claim(whole: Told | None, parts: Sequence[Told]) -> Claim:
    roles = [("part", each.figure) for each in parts] + ([("total", whole.figure)] if whole else [])
    words = () if whole else (("total", Interval.point(1)),)
    return Claim(KIND, tuple(sorted(roles, key=lambda each: each[1].span)), words)
