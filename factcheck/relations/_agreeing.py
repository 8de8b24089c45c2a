"""Agreement: a percentage and two amounts of its sentence that fit too well to do so by chance.

In: a Passage, and the claims that its words made. Out: Claims of the kinds `change` and `share` that hold. The one idea:
a word tells that a percentage is a rise, or a part; which two amounts it goes with, the arithmetic tells, where just one
pair fits and few were tried. What fits nowhere says nothing, so nothing here is ever wrong.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import pairwise, permutations

from factcheck.interval import Interval
from factcheck.model import Claim, Figure, Form, Passage
from factcheck.units import Kind
from factcheck.vocabulary import words

NEAR, FAR = 220, 500  # code points from a percentage to its amounts, within its sentence and beyond
EXACT, BACK = 100, 2  # a percentage of three digits may be of amounts so many sentences back
MOST, FEW = 10, 6  # amounts that are tried with a percentage; with an amount, which more pairs differ by
# The chance that a pair fits a percentage though it has nothing to do with it: the width of what it may be over its size,
# a quarter of that (amounts of one sentence differ by some e-folds), times the pairs that are tried.
CHANCE, SPREAD = Fraction(1, 20), 4
STRICTER = 4  # times, where they stand in several sentences
DIGITS = 10  # of a base of two digits and more: 5 is so many per cent of 4, of 8, of 10

_KINDS = (Kind.CURRENCY, Kind.COUNT, Kind.NUMBER, Kind.PHYSICAL)
Pair = tuple[Figure, Figure]


def claim(kind: str, *roles: tuple[str, Figure], sign: int = 0) -> Claim:
    """A claim of these roles, in the order of the text; with the sign that a word gives it, if any."""
    words = (("sign", Interval.point(sign)),) if sign else ()
    return Claim(kind, tuple(sorted(roles, key=lambda each: each[1].span)), words)


def changes(passage: Passage, claims: Sequence[Claim]) -> list[Claim]:
    """The claims of what rose or fell by a percentage, and from what to what, though no frame saw all three together."""
    found: list[Claim] = []
    for sign, listed in ((1, RISING), (-1, FALLING), (0, _NEITHER)):
        says = functools.partial(moved, listed)
        made = functools.partial(_change, sign)
        for rate, (new, old) in _fitting(passage, (*claims, *found), says, made):
            went = sign or (1 if new.quantity.size > old.quantity.size else -1)
            found.append(claim("change", ("rate", rate), ("new", new), ("old", old), sign=went))
    return found


def _change(sign: int, new: Fraction, old: Fraction) -> Fraction:
    """The change from one amount to another, where that goes the way that the word says; of either, without a sign."""
    return (new / old - 1) * sign if sign else abs(new / old - 1)


def multiples(passage: Passage, claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims of what is so many times what, where one pair of a sentence is, to within a hundredth."""
    taken = {figure.span for claim in claims for _, figure in claim.roles}
    for factor in passage.figures:
        quantity = factor.quantity
        home = passage.document.sentence(factor.start) if quantity.unit.kind is Kind.MULTIPLE else None
        if home is None or factor.span in taken or quantity.hedge or quantity.upper or quantity.value in (0, 1):
            continue
        near = passage.within(max(home.start, factor.start - NEAR), min(home.end, factor.end + NEAR))
        amounts = [each for each in near if an_amount(each)]
        small = all(each.quantity.size < HUNDRED for each in amounts)  # bare numbers that are twice each other abound
        pairs = (
            [] if small or len(amounts) > FEW else [(a, b) for a, b in permutations(amounts, 2) if of_one_sort(a, b)]
        )
        fits = [
            (new, old)
            for new, old in pairs
            if abs(new.quantity.size / old.quantity.size / quantity.value - 1) <= CLOSELY
        ]
        if len(fits) == 1 and CLOSELY * 2 * len(pairs) / SPREAD <= CHANCE:
            yield claim("multiple", ("factor", factor), ("new", fits[0][0]), ("old", fits[0][1]))


CLOSELY, HUNDRED = Fraction(1, 100), 100


def shares(passage: Passage, claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims of what is so many per cent of what, though no frame saw all three together."""
    for share, (part, whole) in _fitting(passage, claims, _of_something, lambda part, whole: part / whole):
        if part.quantity.size < whole.quantity.size:
            yield claim("share", ("part", part), ("whole", whole), ("share", share))
    yield from _in_brackets(passage, claims)


def _in_brackets(passage: Passage, claims: Iterable[Claim]) -> Iterator[Claim]:
    """The shares in brackets behind their parts: "28,875 people. Of these 15,074 (52%) were male"."""
    text = passage.document.text
    taken = {figure.span for claim in claims for _, figure in claim.roles}
    for part, share in pairwise(passage.figures):
        plain = share.quantity.unit.kind is Kind.PERCENT and share.quantity.number.form is Form.DIGITS
        bracketed = text[part.end : share.reach.start] == " (" and text.startswith(")", share.end)
        home = passage.document.sentence(part.start) if plain and bracketed and an_amount(part) else None
        if home is None or share.span in taken:
            continue
        number = bisect_left(passage.document.sentences, home)
        start = max(passage.document.sentences[max(0, number - 1)].start, part.start - FAR)
        wholes = [
            each
            for each in passage.within(start, part.start)
            if an_amount(each) and of_one_sort(part, each) and each.quantity.size > part.quantity.size
        ]
        fits = [each for each in wholes if part.quantity.size / each.quantity.size in share.quantity.base()]
        if len(fits) == 1 and _chance(share, len(wholes)) <= CHANCE:
            yield claim("share", ("whole", fits[0]), ("part", part), ("share", share))


def _fitting(
    passage: Passage,
    claims: Iterable[Claim],
    says: Callable[[Passage, Figure], bool],
    made: Callable[[Fraction, Fraction], Fraction],
) -> Iterator[tuple[Figure, Pair]]:
    """The percentages that no claim has, each with the one pair of its sentence that makes it."""
    taken = {figure.span for claim in claims for _, figure in claim.roles}
    for rate in passage.figures:
        plain = rate.quantity.unit.kind is Kind.PERCENT and rate.quantity.number.form is Form.DIGITS
        if not plain or rate.span in taken or rate.quantity.upper is not None or not says(passage, rate):
            continue
        amounts = [each for each in _around(passage, rate) if an_amount(each)]
        pairs = [(a, b) for a, b in permutations(amounts[:MOST], 2) if of_one_sort(a, b)]
        most = CHANCE if not amounts or _within(passage, amounts) else CHANCE / STRICTER
        if not pairs or len(amounts) > MOST or _chance(rate, len(pairs)) > most:
            continue
        stated = rate.quantity.base()
        fits = [(a, b) for a, b in pairs if made(a.quantity.size, b.quantity.size) in stated]
        if len(fits) == 1 and fits[0][1].quantity.number.mantissa >= DIGITS:
            yield rate, fits[0]


def _chance(figure: Figure, tried: int) -> Fraction:
    """The chance that one of so many pairs fits a percentage with which it has nothing to do; one where it has no end."""
    stated = figure.quantity.base()
    if stated.low is None or stated.high is None:
        return Fraction(1)  # "more than 5%"
    return (stated.high - stated.low) / (figure.quantity.size or 1) * tried / SPREAD


def _within(passage: Passage, amounts: Sequence[Figure]) -> bool:
    """Whether amounts stand in one sentence."""
    return passage.document.sentence(amounts[0].start) == passage.document.sentence(amounts[-1].start)


def _around(passage: Passage, rate: Figure) -> Sequence[Figure]:
    """The figures of its sentence near a percentage; of one with three digits, which little fits by chance, of its neighbours too."""
    home, sentences = passage.document.sentence(rate.start), passage.document.sentences
    if home is None:
        return ()
    exact = rate.quantity.number.mantissa >= EXACT
    number = bisect_left(sentences, home)
    first = sentences[max(0, number - BACK)] if exact else home
    last = sentences[min(len(sentences) - 1, number + 1)] if exact else home
    near = FAR if exact else NEAR
    return passage.within(max(first.start, rate.start - near), min(last.end, rate.end + near))


def an_amount(figure: Figure) -> bool:
    """Whether a figure is a plain amount in digits, of a unit that can be compared."""
    quantity = figure.quantity
    plain = quantity.when is None and quantity.upper is None and not quantity.age and quantity.size > 0
    return plain and quantity.unit.kind in _KINDS and quantity.number.form is Form.DIGITS


def of_one_sort(a: Figure, b: Figure) -> bool:
    """Whether two amounts are of one thing, as far as their units tell."""
    nouns = {each.quantity.unit.name for each in (a, b) if each.quantity.unit.kind is Kind.COUNT}
    return a.quantity.comparable(b.quantity) and len(nouns) <= 1


RISING = ("RISE", "OVER", "MORE", "PREMIUM")
FALLING = ("FALL", "UNDER", "LESS", "DISCOUNT")
_NEITHER = ("change",)  # "a 10.8% change from"


def moved(listed: tuple[str, ...], passage: Passage, rate: Figure) -> bool:
    """Whether a word of these classes stands right beside a percentage: "up 33.8 percent", "42 percent above"."""
    behind, before = _directions(listed)
    return behind.match(passage.document.text, rate.end) is not None or passage.led_by(before, rate, LEAD)


LEAD = 40  # code points before a percentage in which its direction word stands


@functools.cache
def _directions(listed: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    any_of = "|".join(re.escape(word) for name in listed for word in words().get(name, (name,)))
    beside = "of|by|to|sharply|slightly|some|about|around|nearly|just|over|more than|a|an|another"
    return (
        re.compile(rf" (?:net |real |annual )?(?:{any_of})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{any_of})(?: (?:{beside})){{0,3}} \Z", re.IGNORECASE),
    )


def _of_something(passage: Passage, share: Figure) -> bool:
    """Whether a percentage is one of something, or stands in brackets behind its part: "some 44.2 percent of"."""
    text = passage.document.text
    if text.startswith(" of ", share.end) or passage.led_by(_RATE_OF, share, LEAD) or passage.led_by(_OR, share, 12):
        return True
    return text[share.reach.start - 1 : share.reach.start] == "(" and text.startswith(")", share.end)


_OR = re.compile(r", or (?:about |some |nearly )?\Z")
_RATE_OF = re.compile(
    r"\b(?:rate|share|proportion|percentage|response|turnout|uptake) of (?:about |nearly |almost |some )?\Z"
)
