"""Sums: what tells that a list does not make up the total beside it.

In: a Passage and a Claim of the kind `total` that a frame found. Out: whether it is one. The one idea: each way in which
a list is no breakdown is a guard of its own, and the table names them all.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from itertools import accumulate, combinations

from factcheck.model import Claim, Passage
from factcheck.relations import _incomplete
from factcheck.relations._spoken import later_term, leads_elsewhere, says_a_gap
from factcheck.relations._told import COMPOUND, of_one, sum_of, total_of
from factcheck.units import Kind

# What its parts may come to of a total, if one of the figures has slipped.
FEWEST, MOST = Fraction(9, 20), Fraction(5, 2)


def _not_added(passage: Passage, claim: Claim) -> bool:
    """Whether no word says that the first part came on top of a second: "40 were hurt, bringing the toll from 100 to 135"."""
    text, (_, first) = passage.document.text, claim.roles[0]
    base = next((figure for _, figure in claim.roles[1:] if text.endswith("from ", 0, figure.reach.start)), None)
    if base is None:
        return False
    if any(each.quantity.when is not None for each in passage.within(base.end, base.end + LEAD)):
        return True  # "from 410 in 2002": there may have been others since
    if first.quantity.unit.kind in (Kind.CURRENCY, Kind.PERCENT) and leads_elsewhere(passage, first, claim.roles[1][1]):
        return True
    return _ON_TOP.search(text, first.reach.start - LEAD, first.end) is None


_ON_TOP = re.compile(r"\b(?:another|further|additional|more|extra|new)\b", re.IGNORECASE)


LEAD = 12  # code points before a figure in which "another" may stand


def _parts_of_parts(passage: Passage, claim: Claim) -> bool:
    """Whether it comes out without those that make up another part: "four children, two boys and two girls, and 17 ..., 21 in all"."""
    sizes, total = [figure.quantity.size for figure in claim.figures("part")], total_of(claim)
    over = sum(sizes) - total
    if over not in sizes:
        return False
    upto = list(accumulate(sizes, initial=Fraction(0)))
    runs = combinations(range(sizes.index(over) + 1, len(upto)), 2)  # of the parts that stand behind it
    return any(last > first + 1 and upto[last] - upto[first] == over for first, last in runs)


def _of_the_last(passage: Passage, claim: Claim) -> bool:
    """Whether a part is of a part: "have won 15 of their 18 games and lost four of the last five"."""
    later = claim.figures("part")[1:]
    return any(_SOME_OF.match(passage.document.text, figure.end) for figure in later)


_SOME_OF = re.compile(r" of (?:the|their|its|his|her) (?:last|first|past|next|final|opening|remaining)\b")


def _one_term_of_more(passage: Passage, claim: Claim) -> bool:
    """Whether an equation has more terms: "100 - 30 - 40 = 30"."""
    first, last = claim.roles[0][1], claim.roles[-1][1]
    return "=" in passage.document.text[first.end : last.start] and later_term(passage, first)


def _more_than_all(passage: Passage, claim: Claim) -> bool:
    """Whether a later part is more than the whole, and so none: "1.2m in the quarter, ... and 4.1m in the year"."""
    (first, total), (_, part) = claim.roles[:2]
    if of_one(claim) or first != "total" or passage.between(total, part) == " (":
        return False
    return _largest(claim) > total_of(claim) or (_largest(claim) == total_of(claim) < sum_of(claim))


def _of_all_alike(passage: Passage, claim: Claim) -> bool:
    """Whether a percentage lies among those before it, and is what they are overall: "up 8% at home and 12% abroad, 9% in all"."""
    total = claim.figures("total")
    share = bool(total) and total[0].quantity.unit.kind is Kind.PERCENT
    return share and not claim.figures("minus") and _largest(claim) > total_of(claim)


def _far_off(passage: Passage, claim: Claim) -> bool:
    """Whether the parts are so far from the total that no slip explains it: more parts were told before."""
    if "rest" in dict(claim.words) or claim.figures("minus"):
        return False
    return not FEWEST * total_of(claim) <= sum_of(claim) <= MOST * total_of(claim)


def _each_of_two(passage: Passage, claim: Claim) -> bool:
    """Whether a part is said of each of several: "1.5% for selling and 0.5% each for management and underwriting"."""
    return any(_EACH.match(passage.document.text, each.end) for each in claim.figures("part"))


_EACH = re.compile(r" (?:each|apiece)\b")


def _describes(passage: Passage, claim: Claim) -> bool:
    """Whether a figure describes a thing and counts none: a five-storey block, three in other buildings."""
    return any(COMPOUND.search(figure.quantity.surface) for _, figure in claim.roles)


def _a_gap(passage: Passage, claim: Claim) -> bool:
    """Whether the total is none: "20 points more than"."""
    return any(says_a_gap(passage, each) for each in claim.figures("total"))


def _an_item(passage: Passage, claim: Claim) -> bool:
    """Whether the total is itself one of a list: "54 regiments, 151 battalions, 39 of them special, 136 units and 5"."""
    role, total = claim.roles[0]
    if role == "total" and passage.led_by(_OF_WHICH, total, 16):
        return True  # "£5m, of which £3m came from gifts, £1m from sales and the rest from rents"
    before = passage.before(total)
    if role != "total" or not before or before[-1].quantity.unit.kind not in (Kind.COUNT, Kind.NUMBER):
        return False
    return _COMMA.fullmatch(passage.between(before[-1], total)) is not None


_OF_WHICH = re.compile(r"\bof (?:which|whom|these|those|them) \Z")
_COMMA = re.compile(r"(?: [\w-]+){0,3}, ")


def _doing_several_things(passage: Passage, claim: Claim) -> bool:
    """Whether the parts do things that one may do beside another: "48 members, of whom 30 row, 12 sail and 20 swim"."""
    if "rest" not in dict(claim.words) or sum_of(claim) <= total_of(claim):
        return False
    return _DO.match(passage.document.text, claim.figures("part")[0].end) is not None


_DO = re.compile(
    r" (?!(?:are|were|is|was|will|have|had|came|come|live|lived|work|worked|in|from|at|of|on|to|for|by|died|survived|men|women)\b)[a-z]{3,}(?<!ed)[ ,]"
)


def _largest(claim: Claim) -> Fraction:
    return max(figure.quantity.size for figure in claim.figures("part"))


AGAINST: tuple[Callable[[Passage, Claim], bool], ...] = (
    _doing_several_things,
    _an_item,
    _describes,
    _each_of_two,
    _of_all_alike,
    _far_off,
    _not_added,
    _of_the_last,
    _one_term_of_more,
    _parts_of_parts,
    _more_than_all,
    _a_gap,
)


def add_up(passage: Passage, claim: Claim) -> bool:
    """Whether nothing tells that the parts are none of the total, or not all of them."""
    doubts = AGAINST if _comes_out(claim) else (*AGAINST, *_incomplete.AGAINST)
    return not any(tells(passage, claim) for tells in doubts)


def _comes_out(claim: Claim) -> bool:
    """Whether parts come to a total of three digits and more without any rounding, as others seldom do."""
    total = claim.figures("total")
    if not total or claim.figures("minus") or total[0].quantity.number.mantissa < DIGITS:
        return False
    return sum_of(claim) == total_of(claim) and int(str(total[0].quantity.number.mantissa).rstrip("0")) >= DIGITS


DIGITS = 100
