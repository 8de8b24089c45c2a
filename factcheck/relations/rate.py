"""So much for each, how many, and what that comes to."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from factcheck.model import Claim, Figure, Passage
from factcheck.relations import COUNT, RATE, Example, Silent, relation
from factcheck.relations._apiece import APIECE, by_density, by_periods, by_units, counts
from factcheck.relations._groups import by_groups
from factcheck.relations._spoken import averaged, closes, later_term, says_a_gap
from factcheck.units import Kind


def counted(passage: Passage, found: list[Claim]) -> Iterable[Claim]:
    """What the frames found where the units agree, shares at so much a share; and what the units alone tie together."""
    yield from by_periods(passage)
    yield from by_density(passage)
    yield from by_groups(passage)
    kept = [claim for claim in found if _agree(passage, claim)]
    taken = {figure.span for claim in kept for _, figure in claim.roles}
    tied = (claim for claim in by_units(passage) if not any(figure.span in taken for _, figure in claim.roles))
    for claim in (*kept, *tied):
        (total,), (rate,), (count,) = (claim.figures(role) for role in ("total", "rate", "count"))
        if not any(tells(passage, total, rate, count) for tells in AGAINST):
            yield _with_like(passage, claim)


NEAR, MOST = 120, 12  # code points round the three, and figures there, that may be meant for one of them


def _with_like(passage: Passage, claim: Claim) -> Claim:
    """The claim with each like count, and each like total, of its sentence as a reading.

    "6.3m came, more than the 5.8m of 2017, and spent £2.1bn, £333 each"; "rose to 2.43m from 1.97m, 30,000 for each of 81 games".
    """
    (total,), (count,) = claim.figures("total"), claim.figures("count")
    home = passage.document.sentence(count.start)
    if home is None or "=" in passage.between(count, total):
        return claim
    taken = {figure.span for _, figure in claim.roles}
    near = passage.within(max(home.start, claim.span.start - NEAR), min(home.end, claim.span.end + NEAR))
    others = [
        each
        for each in near[:MOST]
        if each.span not in taken and each.quantity.when is None and not each.quantity.unit.per
    ]
    counted = (Kind.COUNT, Kind.NUMBER)
    swaps = [("count", each) for each in others if {each.quantity.unit.kind, count.quantity.unit.kind} <= set(counted)]
    swaps += [("total", each) for each in others if each.quantity.comparable(total.quantity)]
    readings = tuple(
        tuple((role, each if role == swapped else figure) for role, figure in claim.roles) for swapped, each in swaps
    )
    return replace(claim, readings=(*claim.readings, *readings))


def _agree(passage: Passage, claim: Claim) -> bool:
    """Whether what is counted is what the rate is per."""
    (rate,), (count,) = claim.figures("rate"), claim.figures("count")
    per, unit = rate.quantity.unit.per, count.quantity.unit
    if per in _PLAYED_IN and unit.name in _PLAYED_IN:
        return True  # "41 goals in 92 appearances, 0.45 a game"
    if per and unit.kind is not Kind.PHYSICAL and not counts(count, per):
        home = passage.document.sentence(count.start)
        others = passage.within(home.start, home.end) if home else ()
        return unit.kind is Kind.NUMBER and not any(counts(each, per) for each in others)  # 510 boxes of six
    return bool(per) or not (unit.kind is Kind.PHYSICAL and unit.dimension == "[time]")


_PLAYED_IN = frozenset("game match appearance outing start fixture contest".split())


# --- what tells that the total is of other things as well, or itself the price of one --------------------------------
def _each_of_more(passage: Passage, total: Figure, rate: Figure, count: Figure) -> bool:
    """Whether the rate is for each of something in a time: "140 birds, an average of 35 each a day"."""
    text = passage.document.text
    if rate.start < max(total.start, count.start) or rate.quantity.unit.per:
        return False
    return APIECE.match(text, rate.end) is not None and _EACH_END.match(text, rate.end) is None


_EACH_END = re.compile(r" (?:each|apiece)(?: time)?(?:[.,;:)]|\Z| and\b)")


def _a_rounded_mean(passage: Passage, total: Figure, rate: Figure, count: Figure) -> bool:
    """Whether a mean in whole numbers is the quotient, rounded: "13 schools have 240 pupils, an average of 18 each"."""
    exact = rate.quantity.exact and total.quantity.exact
    if not (exact and count.quantity.value and averaged(passage, rate)):
        return False
    short = abs(total.quantity.value / count.quantity.value - rate.quantity.value)
    return 0 < short <= rate.quantity.number.place / 2


def _at_sea(passage: Passage, total: Figure, rate: Figure, count: Figure) -> bool:
    """Whether miles may be those of the sea, as knots are: "412 miles in 24 hours, 17.2 knots"."""
    return rate.quantity.unit.name == "knot" and total.quantity.unit.name == "mile"


def _in_some_games(passage: Passage, total: Figure, rate: Figure, count: Figure) -> bool:
    """Whether so much a game is only of some of them: "41 goals in 92 games, 0.9 a game in Europe"."""
    played = rate.quantity.unit.per in _PLAYED_IN and total.start < count.start < rate.start
    return played and not closes(passage, rate)


def _of_pairs(passage: Passage, total: Figure, rate: Figure, count: Figure) -> bool:
    """Whether each of the total is of two: 20 teams play 380 matches, 38 each."""
    return _PLAYED.search(total.quantity.surface) is not None


_PLAYED = re.compile(r"\b(?:matches|games|bouts|ties|fixtures)\b")


def _with_others(passage: Passage, total: Figure, rate: Figure, count: Figure) -> bool:
    """Whether "in all" takes in more: "two trains of 12 cars, 30 in all with the mail train"; or counts other things."""
    text = passage.document.text
    if not _IN_TOTAL.match(text, total.end):
        return False
    others = total.quantity.unit.kind is Kind.COUNT and total.quantity.unit.name != rate.quantity.unit.name
    return others or not _IN_TOTAL_END.match(text, total.end)  # "six schools of 12 classes, 2,100 pupils in all"


_IN_TOTAL = re.compile(r"(?: [a-z]+){0,2} (?:in all|in total|altogether)\b")
_IN_TOTAL_END = re.compile(r"(?: [a-z]+){0,2} (?:in all|in total|altogether)(?:[.,;:)]|\Z)")


def _while_moving(passage: Passage, total: Figure, rate: Figure, count: Figure) -> bool:
    """Whether a speed is not that of the whole time: "took 2 hours to cover 40 miles, an average of 25 mph when moving"."""
    timed = count.quantity.unit.dimension == "[time]"
    return timed and passage.led_by(_TAKES, count, 16) and not closes(passage, rate)


_TAKES = re.compile(r"\b(?:takes|took) (?:just |only |about )?\Z")


def _net_of_costs(passage: Passage, total: Figure, rate: Figure, count: Figure) -> bool:
    """Whether the total is what is left: "raising £3,600 after expenses"."""
    if total.start < max(rate.start, count.start):
        return False
    return _NET.match(passage.document.text, total.end) is not None or passage.led_by(_WITH, total, 24)


_WITH = re.compile(r"\bwith (?:a total of )?\Z")
_NET = re.compile(r"[^.;]{0,30}\b(?:after|net|profit|before)\b| (?:with|including|plus|counting|set aside)\b")


def _of_two_sorts(passage: Passage, total: Figure, rate: Figure, count: Figure) -> bool:
    """Whether total and rate are of two sorts: "each of 750 brake horsepower, 1,500 bhp in all"."""
    kinds = {total.quantity.unit.kind, rate.quantity.unit.kind}
    return Kind.PHYSICAL in kinds and len(kinds) > 1


def _priced_itself(passage: Passage, total: Figure, rate: Figure, count: Figure) -> bool:
    """Whether the total is itself for each, or the price of something else: "sunseed at $7.80, and two oats at $1.55"."""
    one = count.quantity.unit.kind is Kind.COUNT and count.quantity.number.value == 1
    if one or APIECE.match(passage.document.text, total.end):
        return True
    return total.start < count.start and passage.led_by(_PRICED_AT, total, 24)


_PRICED_AT = re.compile(r"\bat (?:about |around )?\Z")


def _of_before(passage: Passage, total: Figure, rate: Figure, count: Figure) -> bool:
    """Whether the total is what another is compared with: "$3.11 on 821,220 shares, as compared to $2.3m in 1959"."""
    return total.start > max(rate.start, count.start) and passage.led_by(_COMPARED, total, 40)


_COMPARED = re.compile(r"\b(?:compared (?:to|with)|against|versus|up from|down from|than)(?: an?| the)? \Z")


def _of_the_firm(passage: Passage, total: Figure, rate: Figure, count: Figure) -> bool:
    """Whether the total is a firm's turnover: "4 cents a share on 140m shares, with revenues of $826m"."""
    return passage.led_by(_TURNED_OVER, total, 40)


_TURNED_OVER = re.compile(
    r"\b(?:with|on) (?:[a-z]+ )?(?:revenues?|sales|turnover|assets|income) of \Z|\b(?:after|excluding|including|before) (?:an? |the )?\Z"
)


def _beside_others(passage: Passage, total: Figure, rate: Figure, count: Figure) -> bool:
    """Whether the count is one of two, or the total another thing's.

    "600,000 shares and the right to 300,000 at $9.20, $5.4m in all"; "$60m of notes and 1.6m shares at $25 a share".
    """
    if total.start < count.start and _OF_THIS_AND.match(passage.document.text[total.end : count.reach.start]):
        return True
    name = count.quantity.unit.name
    return any(
        each.quantity.unit.name == name and _AND.search(passage.between(each, count)) is not None
        for each in passage.before(count)
    )


_OF_THIS_AND = re.compile(r"(?: [a-z]+){0,3} of [^,.;]*\band \Z")
_AND = re.compile(r"\band\b[^,.;]*\Z")


def _one_term_of_more(passage: Passage, total: Figure, rate: Figure, count: Figure) -> bool:
    """Whether an equation has more terms: "20 × 30 × 40 = 24,000"."""
    first = min(total, rate, count, key=lambda figure: figure.start)
    equated = _EQUALS.search(passage.document.text, first.end, max(total.end, rate.end, count.end)) is not None
    return equated and later_term(passage, first)


_EQUALS = re.compile("=")


def _a_gap(passage: Passage, total: Figure, rate: Figure, count: Figure) -> bool:
    """Whether the rate only says how far each is from another: "on average £20 less than in 2003"."""
    return says_a_gap(passage, rate)


AGAINST: tuple[Callable[[Passage, Figure, Figure, Figure], bool], ...] = (
    _a_gap,
    _one_term_of_more,
    _each_of_more,
    _a_rounded_mean,
    _at_sea,
    _in_some_games,
    _of_pairs,
    _with_others,
    _while_moving,
    _net_of_costs,
    _of_two_sorts,
    _priced_itself,
    _of_before,
    _of_the_firm,
    _beside_others,
)


@relation(
    reads="rounded",
    roles={"total": RATE, "rate": RATE, "count": COUNT},
    frames={
        "en": [
            "{count} ... at {rate=BCN} each|apiece PAUSE .. {total=CUN}",
            "{count=N} ... {total=C} ... PAUSE a|an .. average of {rate=B}",
            "{count=N} .. , each .. {rate=U} .. , [or|making] {total=U} .. in all|total|altogether",
            "{total=N} ... {count=U} .. , a .. density of {rate=B}",
            "{count=N} ... {total=C} ... , a|an .. average of {rate=C} each|apiece",
            "each of .. {count=N} .. cost|costs|paid|pays|got|gets|earned|earns|gave|gives {rate=C} .. , [for] [making|giving] [a] total of {total=C}",
            "{total=C} .... {rate=C} for each of .. {count=NU}",
            "{rate=C} for each of .. {count=NU} .. comes|came|amounts|amounted|adds|added [up] to .. {total=C}",
            "{count=N} ... {total=N} , [an] average of {rate=N} each|apiece",
            "{rate=B} on .. {count=NU} ... {total=C}",
            "{total=NC} for {count=N}, .. average of {rate=BN}",
            "{total=C} to|among|between {count=N} , [an] average of {rate=C}",
            "{total=N} in|from|over {count=N} , .. average of {rate=B}",
            "{total=N} in|from|over {count=N} , {rate=B}",
            "{total=N} in|from {count=N} [,] he|she|they average|averages|averaged [about|some|nearly] {rate=B}",
            "{total=C} ... {count=N} .. , .. {rate=BC} for each",
            "{count=N} ... {total=C} , [or] [about|some|nearly|around|roughly|just] {rate=C} each|apiece",
            "{rate=C} each and .. {count=N} were|was sold .. , CHANGING {total=C}",
            "{count=N} of {rate=N} .. , [or] {total=N} in all|total",
            "{count=N} of {rate=N} .. , [or] {total=N} altogether",
            "{count=N} .. , so .. {total=C} ... each .. {rate=C}",
            "{count=N} ... {total=C} .. , on average {rate=C}",
            "{total} .. on|in|over {count=N} .. , [or] {rate} each|every time",
            "{total=N} .. , [that] [is] .. {rate=N} for each of .. {count=N}",
            "{count} x {rate} = {total}",
            "{count} × {rate} = {total}",
            "{rate} x {count} = {total}",
            "{rate} × {count} = {total}",
            "{total} / {count} = {rate}",
            "{total} ÷ {count} = {rate}",
            "at .. {rate=BC} .. , the {count=NU} .. would|could|might ... {total=C}",
        ]
    },
    says={"total": "{count} at {rate} is {total}"},
    examples=[
        Example("The firm sold 750,000 shares for $1 million, or $1.35 a share."),
        Example(
            "The firm sold 750,000 shares for $3 million, or $1.35 a share.",
            finds="750,000 shares at $1.35 a share is $1 million, not $3 million",
        ),
        Example("The grant is $2.4 million over three years, or $800,000 a year."),
        Example(
            "The pier is to cost £30m over four years, or £10m a year.",
            finds="four years at £10m a year is £40m, not £30m",
        ),
        Example("The press sold 600 copies at 24 francs, which came to 14,400 francs."),
        Example("He rode 1,240 miles in four days, 310 miles a day."),
        Silent("It paid $12.50 a share, or $1.1 billion including debt, for the 60 million shares it did not own."),
        Example("We sold 510 boxes of six at £1.20 a box, for a total of £612."),
        Silent("The firm sold 750,000 shares at $1.35 a share."),
    ],
    candidates=counted,
)
def total(rate: Any, count: Any) -> Any:
    """So much for each, how many there are, and what that comes to."""
    return rate * count
