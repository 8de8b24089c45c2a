"""Slips of the typing hand: two digits swapped, one dropped, typed twice, or mistyped.

In: a broken claim and one of its figures. Out: Edits, the nearest to the computed figure first. The one idea: a slip of
one key is tried backwards; since short figures fit by chance, only figures of three digits and more are tried for all
but a swap, and only where the other figures leave little room.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import islice, pairwise

from factcheck.interval import Interval
from factcheck.model import Form, Quantity
from factcheck.relations import DATE, WEEKDAY
from factcheck.repair.broken import Broken, Edit, off
from factcheck.wording import DIGITS, like

LONG = 3  # digits from which a slip of one of them is no likely chance
LONGEST = 15  # digits of a figure that one reads
TIGHT = Fraction(1, 10)  # how wide the implied set may be, as a share of its middle
NEAR = Fraction(25, 1000)  # how far from that set a figure may lie that it may be rounded to
MOST = 3  # of the nearest slips of one sort: where these do not fit, no other does
SWAPPED, DROPPED, DOUBLED, ADDED, MISTYPED = (
    "two digits swapped",
    "a digit dropped",
    "a digit typed twice",
    "a digit too many",
    "a digit mistyped",
)


def swapped(broken: Broken, place: int) -> Iterator[Edit]:
    """Two neighbouring digits the other way round."""
    yield from _edits(broken, place, _swaps, None)


def mistyped(broken: Broken, place: int) -> Iterator[Edit]:
    """One digit dropped, typed twice, or another than was meant."""
    room = broken.expected(place, tight=True)
    if broken.open or room is None or room.width is None or not room.middle:
        return
    if room.width <= abs(room.middle) * TIGHT:
        for slips in (_dropped, _doubled, _changed):
            yield from islice(_edits(broken, place, slips, room), MOST)


def _edits(broken: Broken, place: int, slips: Slips, room: Interval | None) -> Iterator[Edit]:
    quantity = broken.quantity(place)
    match = DIGITS.search(quantity.surface)
    if match is None or broken.fill(place) in (DATE, WEEKDAY):
        return
    if quantity.upper is not None or quantity.number.divisor != 1 or quantity.number.form is not Form.DIGITS:
        return
    written = "".join(each for each in match.group() if each.isdigit() or each == ".")
    if len(written) > LONGEST:
        return
    found = []
    for digits, reason in slips(written):
        if digits.startswith("0") != written.startswith("0") or not digits.strip("0.") or digits == written:
            continue
        value = Fraction(digits) / Fraction(written) * quantity.number.value if Fraction(written) else Fraction(0)
        if broken.open and any(value == figure.quantity.number.value for _, figure in broken.claim.roles):
            continue  # equal figures go neither up nor down
        away = Fraction(0) if room is None else off(value, room)
        if room is None or away <= abs(value) * NEAR:
            found.append((away, digits, value, reason))
    for _, digits, value, reason in sorted(found, key=lambda each: each[0]):
        yield Edit(place, _written(digits, value, quantity), reason, value=value)


def _written(digits: str, value: Fraction, quantity: Quantity) -> str:
    """The digits with the thousands set apart as the text does; a number that keeps its length keeps its form."""
    shift = len(digits.partition(".")[2]) - quantity.number.decimals
    return like(value, quantity, max(0, shift))


Slips = Callable[[str], Iterator[tuple[str, str]]]


def _swaps(written: str) -> Iterator[tuple[str, str]]:
    places = [at for at, each in enumerate(written) if each != "."]
    for left, right in pairwise(places):
        digits = list(written)
        digits[left], digits[right] = digits[right], digits[left]
        yield "".join(digits), SWAPPED


def _dropped(written: str) -> Iterator[tuple[str, str]]:
    if sum(map(str.isdigit, written)) >= LONG:
        for at in range(len(written) + 1):
            for digit in "0123456789":
                yield written[:at] + digit + written[at:], DROPPED


def _doubled(written: str) -> Iterator[tuple[str, str]]:
    if sum(map(str.isdigit, written)) > LONG:
        for at, digit in enumerate(written):
            if digit != ".":
                reason = DOUBLED if digit in (written[at - 1 : at], written[at + 1 : at + 2]) else ADDED
                yield written[:at] + written[at + 1 :], reason


def _changed(written: str) -> Iterator[tuple[str, str]]:
    if sum(map(str.isdigit, written)) >= LONG:
        for at, old in enumerate(written):
            if old != ".":
                for digit in "0123456789":
                    yield written[:at] + digit + written[at + 1 :], MISTYPED


def slip(old: str, new: str) -> str:
    """What slip of one key makes one number of another, or an empty string.

    >>> slip("1984", "1948"), slip("1948", "1938"), slip("1948", "1927")
    ('two digits swapped', 'a digit mistyped', '')
    """
    for slips in (_swaps, _changed):
        for digits, reason in slips(old):
            if digits == new:
                return reason
    return ""
