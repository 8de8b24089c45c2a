"""Changes: whether a rate or a delta that a frame found reads as how much two amounts changed.

In: a Passage and a Claim with a rate, a delta or both, and amounts. Out: whether anything tells that it is a level, a
range, a count, a description, or said in a sentence about something else. The one idea: "rose by 5% to £40m" says how
much and where to; "growth to 5%", "the 15-member board", "lost 1,200, a drop of 8%" say something else with like words.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from factcheck.model import Claim, Figure, Passage
from factcheck.relations import _bases
from factcheck.relations._levels import CHANGED_BY
from factcheck.relations._spoken import listed, says_a_change, says_a_gap
from factcheck.relations._told import COMPOUND
from factcheck.units import Kind
from factcheck.vocabulary import turns


def _bare_among_shares(passage: Passage, claim: Claim) -> bool:
    """Whether a bare number beside percentages is none of points: "raised four times, from 1% to 2%"; but "on 34%, up three from 31%"."""
    shares = any(figure.quantity.sort is Kind.PERCENT for figure in claim.figures("new"))
    bare = any(figure.quantity.unit.kind is Kind.NUMBER for figure in claim.figures("delta"))
    return shares and bare and not all(_said_in_points(passage, figure) for figure in claim.figures("delta"))


def _said_in_points(passage: Passage, figure: Figure) -> bool:
    """Whether a bare number beside percentages is one of points: a small one, between a direction word and the old share."""
    return passage.led_by(_MOVED, figure, 12) and _MEANT.match(passage.document.text, figure.end) is not None


_MOVED = re.compile(r"\b(?:up|down|rose|fell|gained|dropped|slipped|climbed)(?: by)? \Z")
_MEANT = re.compile(r" points?\b|[,.;)]| (?:from|since|on|to|over|in)\b")


def _percents_of_nothing(passage: Passage, claim: Claim) -> bool:
    """Whether a delta in per cent is no part of anything: "rose 5% from 40% to 45%" is no rise of five points; "a rise of 3% of GDP" is."""
    text = passage.document.text
    return any(
        figure.quantity.unit.kind is Kind.PERCENT and text[figure.end : figure.end + 4] != " of "
        for figure in claim.figures("delta")
    )


def _points_apart(passage: Passage, claim: Claim) -> bool:
    """Whether percentages behind a semicolon are of something else: "sales rose by 5%; the margin went from 12% to 14%".

    "Rates rise by 1.25%; the main one moves from 12% to 13.25%" has one for the other: it is their difference in points.
    """
    if not (claim.figures("rate") and claim.figures("old") and claim.figures("new")):
        return False
    (rate,), (old,), (new,) = (claim.figures(role) for role in ("rate", "old", "new"))
    if old.quantity.sort is not Kind.PERCENT or ";" not in passage.between(rate, old):
        return False
    return abs(new.quantity.value - old.quantity.value) != rate.quantity.value


def _what_was_lost(passage: Passage, claim: Claim) -> bool:
    """Whether the new amount is itself the change: "lost 1,200 members, a drop of 8%"."""
    return any(passage.led_by(_LOST, figure, 8) for figure in claim.figures("new"))


_LOST = re.compile(r"\b(?:lost|shed|gained|added) \Z")


def _may_be_a_range(passage: Passage, claim: Claim) -> bool:
    """Whether "by $3m to $5m" may say how much, where nothing else says from what."""
    deltas, news = claim.figures("delta"), claim.figures("new")
    if not (deltas and news) or claim.figures("old") or passage.between(deltas[0], news[0]).strip() != "to":
        return False
    return 1 < news[0].quantity.number.value / (deltas[0].quantity.number.value or 1) < RANGE


RANGE = 3  # how many times its low end the high end of a range may be


def _a_share(passage: Passage, claim: Claim) -> bool:
    """Whether a rate behind the new amount may be its share of something: "fell by 49,000 to 963,000, or 20.7%"."""
    (new,), rates = claim.figures("new"), claim.figures("rate")
    if [role for role, _ in claim.roles] != ["delta", "new", "rate"] or new.quantity.unit.kind is Kind.CURRENCY:
        return False
    between = passage.between(new, rates[0])
    return not (turns(between) or _A_LOSS.search(between))  # "fell 20 points to 980, a loss of 2%"


_A_LOSS = re.compile(r"\ba (?:loss|gain) of \Z")


def _ranges_of_levels(passage: Passage, claim: Claim) -> bool:
    """Whether an amount is a range that a delta moves: "the midpoint by 10 cents, to a range of"."""
    ranges = any(each.quantity.upper is not None for role, each in claim.roles if role != "rate")
    return ranges and bool(claim.figures("delta")) and bool(claim.figures("old"))


def _of_since_then(passage: Passage, claim: Claim) -> bool:
    """Whether what stands behind the new amount is of a longer way: "12p to 288p, a loss of 30% since January"."""
    (new,) = claim.figures("new")
    return any(
        each.start > new.end
        and (
            _SINCE.match(passage.document.text, each.end)
            or (not claim.figures("old") and _LONGER.match(passage.document.text, each.end))
            or _REST.search(passage.between(new, each))
        )
        for role, each in claim.roles
        if role in ("rate", "delta")
    )


_SINCE = re.compile(
    r"[^.,;]*\b(?:since|so far|underlying|reflecting|after|(?:during|over|in) the (?:last|past)|(?:on|from) (?:the |a )?(?:sale|disposal))\b"
)
_LONGER = re.compile(
    r" (?:(?:on|for) the (?:week|month|quarter|year)|this (?:week|month|year))\b"
)  # "up 30p on the week"
_REST = re.compile(r"[^.,;]*\b(?:since|so far|underlying|reflecting|after (?:an?|the|its)) ")


def _counted_otherwise(passage: Passage, claim: Claim) -> bool:
    """Whether a rate is a part of a point, a factor, or a number: "rose 3/8 point to 102", "less than a third as many"."""
    text = passage.document.text
    return any(
        _POINT.match(text, each.end) or _AS_MANY.match(text, each.end) or each.quantity.sort is Kind.NUMBER
        for each in claim.figures("rate")
    )


_POINT = re.compile(r"[ -](?:of a )?points?\b")
_AS_MANY = re.compile(r" as (?:many|much|large|long|high|big)\b")


def _of_several(passage: Passage, claim: Claim) -> bool:
    """Whether the new amount is the last of several: "$150m on roads and $100m on rail, 25% more than the $200m of 2021", "£60m more"."""
    order = [role for role, _ in claim.roles]
    (new,) = claim.figures("new")
    gap = order == ["new", "delta", "rate"] and new.quantity.sort is Kind.PERCENT
    if order == ["new", "delta", "old"] and listed(passage, new):
        (delta,), (old,) = claim.figures("delta"), claim.figures("old")
        # "14 medals, five gold, three silver and six bronze, two fewer than the 16 of 2018" is said of the 14
        ahead = passage.before(new)[-AHEAD:]
        return all(abs(each.quantity.size - old.quantity.size) != delta.quantity.size for each in ahead)
    return (gap or order == ["new", "rate", "old"]) and listed(passage, new)


AHEAD = 6  # figures before the last of a list, of which one may be their sum


def _either_way(passage: Passage, claim: Claim) -> bool:
    """Whether no word says which way, and the amount fell: "from £50m to £40m, a difference of 20%"."""
    olds, (new,) = claim.figures("old"), claim.figures("new")
    if any(each.quantity.signed for each in claim.figures("rate")):
        return False
    return "sign" not in dict(claim.words) and bool(olds) and new.quantity.size < olds[0].quantity.size


def _a_level(passage: Passage, claim: Claim) -> bool:
    """Whether the rate or delta is a level: "growth to 1.2%", "which rose to $19.3m from $16.8m"."""
    changes = (*claim.figures("delta"), *claim.figures("rate"))
    return any(passage.led_by(_LEVEL, each, 8) for each in changes)


_LEVEL = re.compile(r"\b(?:to|from|at) \Z")


def _describes(passage: Passage, claim: Claim) -> bool:
    """Whether a number describes what changed: "the 15-member board to nine from six", "its 97 octane petrol to 96.8 cents"."""
    for delta in claim.figures("delta"):
        if COMPOUND.search(delta.quantity.surface):
            return True
        if passage.led_by(_OF, delta, 8) and not passage.led_by(CHANGED_BY, delta, 40):
            return True  # "the charge on orders of $5 and less from 8 to 5 cents"
        bare = delta.quantity.unit.kind is Kind.NUMBER or _SINGULAR.search(delta.quantity.surface)
        if bare and not passage.led_by(CHANGED_BY, delta, 40) and not says_a_gap(passage, delta):
            return True
    return False


_OF = re.compile(r"\bof (?:about )?\Z")
_SINGULAR = re.compile(r"\d (?:member|seat|nation|state|person|room|bed|page|man|woman)\Z")


def _what_moved(passage: Passage, claim: Claim) -> bool:
    """Whether what looks like the change is what changed: "the stakes of these 10 banks fell to 86 from 129"."""
    role, first = claim.roles[0]
    if role != "delta" or says_a_change(passage, first) is not None:
        return False
    if _LOWER_AT.match(passage.document.text, first.end):
        return False  # "closed 48.6 points lower at 6,431.2"
    moved = turns(passage.document.text[first.end : first.end + 24])
    return bool(moved) and moved[0].start <= 1


_LOWER_AT = re.compile(r" (?:lower|higher|up|down) at\b")


def _a_change_or_a_gap(passage: Passage, claim: Claim) -> bool:
    """Whether an amount is none: "a 51% rise in orders", "20 points more"."""
    amounts = (*claim.figures("old"), *claim.figures("new"))
    return any(says_a_change(passage, each) is not None or says_a_gap(passage, each) for each in amounts)


AGAINST: tuple[Callable[[Passage, Claim], bool], ...] = (
    _bare_among_shares,
    _percents_of_nothing,
    _points_apart,
    _what_was_lost,
    _may_be_a_range,
    _a_share,
    _ranges_of_levels,
    _of_since_then,
    _counted_otherwise,
    _of_several,
    _either_way,
    _a_level,
    _describes,
    _what_moved,
    _a_change_or_a_gap,
)


def reads_as_one(passage: Passage, claim: Claim) -> bool:
    """Whether nothing tells that a rate or a delta is not how much the amounts changed (_bases.py: from what they did)."""
    return not any(tells(passage, claim) for tells in (*AGAINST, *_bases.AGAINST))
