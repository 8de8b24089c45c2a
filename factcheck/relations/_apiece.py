"""Apiece: a total, what it is so much of for each, and how many, that their units tie: "£2.4m over three years, or £800,000 a year".

In: a Passage. Out: Claims of a total, a rate and a count. The one idea: a rate says what it is per; where its sentence has
one amount of its sort, words that lead from the one to the other, and one count of what it is per, the three belong together.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import pairwise

from factcheck import units
from factcheck.interval import Interval
from factcheck.model import Claim, Figure, Form, Passage, Span
from factcheck.relations._spoken import averaged, closes
from factcheck.relations._told import COMPOUND
from factcheck.units import Kind, Unit

# What leads to a rate behind its total, and to a total behind its rate.
_TO_RATE = re.compile(
    r"(?:[,(:;—–]|[ \n]-|,? or|,? on average|,? at|\bof|\bat|\bis|works? out at|worked out at|\bequal to|\bequivalent to|\bsome) (?:a |an )?\Z|[(,—–-] ?\Z"
)
_TO_TOTAL = re.compile(
    r"(?:[(:=—–]|[ \n]-|,? or|\ba total of|\btotall?ing|\bworth|\bcom(?:es|e|ing) to|\bcame to|\bmak(?:es|e|ing)(?: an? [a-z]+ of)?|\bfor|\bmade|\bamount(?:s|ing|ed)? to|"
    r"\bgiv(?:es|ing)(?: [\w-]+){0,3} of|\brais(?:e|es|ed|ing)|\bbr(?:ing|ings|inging|ought) in|\bfetch(?:es|ed)?|\badds up to|\bbill of|\bat a cost of|\bvalu(?:es|ed|ing) [^.;]{1,40} at) \Z"
)
_OF_A_RANGE = re.compile(r"\b(?:from|between) \S+ (?:to|and) \Z")
# A total that takes in more than the things that are counted, or less.
_WITH_OTHERS = re.compile(
    r"\b(?:includ(?:es?|ed|ing)|counting|plus|excluding|besides|net of|(?:after|before) (?:costs?|fees|tax|taxes|expenses|deductions)|with (?:the|its|other))\b"
)
_IN_ALL = re.compile(r" (?:in all|in total|altogether|all told)\b")
_LASTING = re.compile(
    r"(?:\b(?:takes|took|lasted|over|for|in|during|across|within|of|after)(?: (?:the|a|its|his|her|their|just|only|about|all))?(?: (?:first|next|last|past|coming|full|whole|entire))? |"
    r"\b(?:a|the|its|this|that|their) )\Z",
    re.IGNORECASE,
)
_WHEN = re.compile(r"[ -](?:ago|earlier|before|later|old|from now|after)\b")
_CLOSE = 60  # code points between a length of time and the amount that it goes with
# So many times too much or too little, and nothing ties the three; but a slip of the scale may.
_FAR = 4


def by_units(passage: Passage) -> Iterator[Claim]:
    """The claims of rates whose sentence has one total and one count that go with them."""
    for rate in passage.figures:
        each_of = _per(rate) or _each(passage, rate)
        home = passage.document.sentence(rate.start) if each_of else None
        if home is None:
            continue
        inside = passage.within(home.start, home.end)
        totals = [each for each in inside if each is not rate and _same(each, rate) and not counts(each, each_of)]
        if len([each for each in inside if _per(each) == each_of and _same(each, rate, rates=True)]) > 1:
            continue
        tied = [each for each in totals if _tied(passage, each, rate, totals)]
        many = list(_of_that_many(passage, home, inside, each_of, tied[0], rate)) if len(tied) == 1 else []
        if len(many) == 1 and _near(tied[0], rate, many[0]):
            roles = sorted((("total", tied[0]), ("rate", rate), ("count", many[0])), key=lambda each: each[1].span)
            yield Claim("rate", tuple(roles))
        elif len(many) != 1:
            yield from _coming_out(passage, home, totals, each_of, rate)


def _coming_out(passage: Passage, home: Span, totals: Iterable[Figure], per: str, rate: Figure) -> Iterator[Claim]:
    """The one total of a sentence that so many at a rate come to, exactly or to three digits: "at £3.20 each, 40 tickets cost £128"."""
    inside = passage.within(max(home.start, rate.start - _BESIDE), min(home.end, rate.end + _BESIDE))
    near = [each for each in totals if abs(each.start - rate.start) <= _BESIDE]
    if len(inside) > _TRIED:
        return
    fits = [
        (total, count)
        for total in near
        for count in _of_that_many(passage, home, inside, per, total, rate, anywhere=True)
        if _comes_to(total, rate, count)
    ]
    if len(fits) == 1:
        roles = (("total", fits[0][0]), ("rate", rate), ("count", fits[0][1]))
        yield Claim("rate", tuple(sorted(roles, key=lambda each: each[1].span)))


def _comes_to(total: Figure, rate: Figure, count: Figure) -> bool:
    """Whether so many at a rate make a total, and seldom would by chance."""
    (per_rate, _), (per_total, _), (per_count, _) = (units.measure(each.quantity.unit) for each in (rate, total, count))
    made = rate.quantity.number.value * per_rate * count.quantity.number.value * per_count
    stated = total.quantity.number.value * per_total
    if min(made, stated) <= 0 or count.quantity.number.value == 1:
        return False
    if made == stated:
        return True
    digits = min(each.quantity.number.mantissa for each in (total, rate)) >= _DIGITS
    return digits and abs(made / stated - 1) < _CLOSELY


_BESIDE, _TRIED = 160, 8  # code points from a rate to what it makes; figures there that are tried
_DIGITS, _CLOSELY = 100, Fraction(1, 200)  # a total and a rate of three digits seldom come so near by chance


def _each(passage: Passage, price: Figure) -> str:
    """What a price is for each of, where it follows what is counted: "600 copies at 24 francs"; or "at £3 each, 40 tickets"."""
    unit = price.quantity.unit
    if unit.kind not in (Kind.CURRENCY, Kind.PHYSICAL) or unit.per:
        return ""
    behind = _A_NOUN.match(passage.document.text, price.end)
    if behind is not None and any(counts(each, behind[1]) for each in passage.before(price)):
        return behind[1]
    apiece = APIECE.match(passage.document.text, price.end) is not None
    if apiece and averaged(passage, price):
        nouns = {each.quantity.unit.name for each in passage.before(price) if _plainly_counted(each)}
        return nouns.pop() if len(nouns) == 1 else ""
    before = passage.within(max(0, price.start - _CLOSE), price.start)
    counted = before[-1] if before else None
    if apiece and counted is None:
        behind_it = passage.within(price.end, price.end + _CLOSE)
        nouns = {each.quantity.unit.name for each in behind_it[:1] if _plainly_counted(each)}
        return nouns.pop() if nouns else ""
    if counted is None or not _plainly_counted(counted):
        return ""
    lead = passage.between(counted, price)
    return counted.quantity.unit.name if apiece or _PRICED.fullmatch(lead) else ""


def _plainly_counted(figure: Figure) -> bool:
    """Whether a figure counts things, not per anything, and describes none: a three-room suite."""
    unit = figure.quantity.unit
    return unit.kind is Kind.COUNT and not unit.per and COMPOUND.search(figure.quantity.surface) is None


_A_NOUN = re.compile(r" (?:an?|per|for (?:each|every)) ([a-z]+)(?=[.,;:)]|\Z| and\b)")
APIECE = re.compile(r" (?:apiece|each)\b")
_PRICED = re.compile(r"[\w’' -]{0,30}\bat (?:an average (?:price |cost |rate )?of |a price of |a cost of )?")


def counts(figure: Figure, per: str) -> bool:
    """Whether a figure counts what something is per."""
    unit = figure.quantity.unit
    return unit.kind is Kind.COUNT and not unit.per and (unit.name == per or unit.name.endswith(f" {per}"))


def _per(figure: Figure) -> str:
    """What a figure is per: a share, a year; nothing for others."""
    unit = figure.quantity.unit
    if unit.kind in (Kind.CURRENCY, Kind.COUNT, Kind.NUMBER):
        return unit.per
    if unit.kind is not Kind.PHYSICAL:
        return ""
    return unit.name.partition(" / ")[2] or ("hour" if unit.dimension == _SPEED else "")  # a knot has no "per"


_SPEED = "[length] / [time]"


def _same(figure: Figure, rate: Figure, rates: bool = False) -> bool:
    """Whether an amount is of what a rate is so much of."""
    a, b = figure.quantity.unit, rate.quantity.unit
    if figure.quantity.when is not None or figure.quantity.number.form is Form.FRACTION or bool(_per(figure)) != rates:
        return False
    if a.kind is not b.kind:
        return b.name.startswith("/") and a.kind is Kind.COUNT  # 2,640 jabs, 330 a week
    return a.dimension == b.dimension if a.kind is Kind.CURRENCY else _of_what(a) == _of_what(b)


def _of_what(unit: Unit) -> str:
    """The dimension of a unit without what it is per, or its name where no table has one."""
    if "/" not in unit.name and unit.kind is Kind.PHYSICAL:
        return unit.dimension.removesuffix(" / [time]")
    name = unit.name.partition("/")[0].strip()
    found = units.table().names.get(name) if unit.kind is Kind.PHYSICAL else None
    return found.dimension if found else name


def _tied(passage: Passage, total: Figure, rate: Figure, totals: list[Figure]) -> bool:
    """Whether words lead from the one to the other, and no other such amount stands between."""
    text = passage.document.text
    first, last = sorted((total, rate), key=lambda figure: figure.start)
    if _OF_A_RANGE.search(text, max(0, rate.reach.start - 24), rate.reach.start):
        return False  # "from €48 to €75 a night"
    if text[rate.reach.start - 1 : rate.reach.start] == "(" and any(
        each.end >= rate.start - 2 and _per(each) for each in passage.within(rate.start - 30, rate.start)
    ):
        return False  # "winds of up to 70km/h (43mph)"
    if ";" in text[first.end : last.start] or _WITH_OTHERS.search(text, first.end, last.end + 20):
        return False
    if any(first.end <= each.start < last.start and text[each.start - 1] != "(" for each in totals):
        return False
    if total.quantity.unit.kind is Kind.NUMBER and any(
        each.quantity.unit.kind is Kind.CURRENCY for each in passage.within(first.end, last.start)
    ):
        return False  # "the 50 millions spent, £190m over six years, an average of 31 millions a year"
    lead = text[max(first.end, last.reach.start - 60) : last.reach.start]
    if last is rate:
        return _TO_RATE.search(lead) is not None
    return _TO_TOTAL.search(lead) is not None or (
        _IN_ALL.match(text, last.end) is not None and lead.rstrip().endswith((",", "-", "–", "—"))
    )


def _of_that_many(
    passage: Passage,
    home: Span,
    inside: Iterable[Figure],
    per: str,
    total: Figure,
    rate: Figure,
    anywhere: bool = False,
) -> Iterator[Figure]:
    """The figures that say how many of what the rate is per; of time `anywhere`, be the words that lead to it what they may."""
    text = passage.document.text
    step = units.table().names.get(per)
    for figure in inside:
        if figure is total or figure is rate or figure.quantity.upper is not None:
            continue
        if step is None or step.dimension != "[time]":
            if counts(figure, per) or (step is not None and figure.quantity.unit.dimension == step.dimension):
                yield figure
        elif figure.quantity.unit.dimension == "[time]" and not figure.quantity.age:
            near = min(abs(figure.start - each.end) for each in (total, rate))
            before = min(abs(each.start - figure.end) for each in (total, rate))
            led = _LASTING.search(text, home.start, figure.reach.start) or "-" in figure.quantity.surface or anywhere
            if min(near, before) < _CLOSE and led and not _WHEN.match(text, figure.end):
                yield figure


def _near(total: Figure, rate: Figure, count: Figure) -> bool:
    """Whether the three come near each other, or are a slip of the scale apart."""
    (per_rate, _), (per_total, _), (per_count, _) = (units.measure(each.quantity.unit) for each in (rate, total, count))
    implied = rate.quantity.number.value * per_rate * count.quantity.number.value * per_count
    stated = total.quantity.number.value * per_total
    if implied <= 0 or stated <= 0:
        return False
    times = max(implied / stated, stated / implied)
    return times < _FAR or any(Fraction(9, 10) < times / 10**power < Fraction(11, 10) for power in (3, 6))


def by_density(passage: Passage) -> Iterator[Claim]:
    """The claims of densities: "Orla (population 18,240) ... The town covers 38 km², a density of 480 inhabitants per square km"."""
    text = passage.document.text
    for rate in passage.figures:
        per = rate.quantity.unit.per
        if not per or rate.quantity.unit.kind is not Kind.COUNT:
            continue
        step, home = units.table().names.get(per), passage.document.sentence(rate.start)
        area = per.endswith("** 2") or (step is not None and step.dimension == _AREA)
        if not area or home is None or not (closes(passage, rate) and passage.led_by(_DENSITY, rate, 40)):
            continue
        number = bisect_left(passage.document.sentences, home)
        before = passage.within(passage.document.sentences[max(0, number - 2)].start, rate.start)
        areas = [each for each in before if each.quantity.unit.dimension == _AREA and text[each.reach.start - 1] != "("]
        people = [each for each in before if each.quantity.when is None and passage.led_by(_POPULATION, each, 24)]
        if len(areas) != 1 or len(people) != 1:
            continue
        times = rate.quantity.size * areas[0].quantity.size / units.find(per).factor / (people[0].quantity.size or 1)
        if 1 < times * _FAR < _FAR**2:
            roles = (("total", people[0]), ("count", areas[0]), ("rate", rate))
            yield Claim("rate", tuple(sorted(roles, key=lambda each: each[1].span)))


_AREA = "[length] ** 2"
_DENSITY = re.compile(r"\bdensity (?:of|is|was)(?: about| around| some)? \Z")
_POPULATION = re.compile(r"\b[Pp]opulation(?:,| of| is| was|:)?(?: about| some| around)? \Z")


# How many of the shorter stretch the longer one has; a year has 52 weeks, or a day or two more.
PERIODS = {
    # of a week five days may be worked, of a year some 220
    ("day", "week"): Interval.between(5, 7),
    ("day", "month"): Interval.between(18, 31),
    ("day", "year"): Interval.between(200, 366),
    ("week", "year"): Interval.between(52, Fraction(1461, 28)),
    ("week", "month"): Interval.between(4, Fraction(487, 112)),
    ("month", "year"): Interval.point(12),
    ("month", "quarter"): Interval.point(3),
    ("quarter", "year"): Interval.point(4),
}
_OR = re.compile(
    r"(?:, or|,? equivalent to|,? equal to|,? that is|,? (?:which )?(?:comes?|came|amounts?|works? out) (?:to|at)|\s[-–—](?: or)?| \()(?: (?:about|some|nearly|roughly|just|over|almost))* ?\Z"
)
# A price that is less for a year than for its weeks is an offer.
_OFFER = re.compile(
    r"\b(?:cost|price|charge|fee|fare|subscri|member|ticket|pass|licen[cs]e|buy|offer|plan)", re.IGNORECASE
)


def by_periods(passage: Passage) -> Iterator[Claim]:
    """The claims of rates that are told twice, for a shorter and a longer stretch: "£50,000 a week, or £2.6m a year"."""
    for first, second in pairwise(passage.figures):
        a, b = first.quantity.unit, second.quantity.unit
        if a.kind is not b.kind or a.kind not in (Kind.CURRENCY, Kind.COUNT) or a.dimension != b.dimension:
            continue
        short, long = (first, second) if (a.per, b.per) in PERIODS else (second, first)
        times = PERIODS.get((short.quantity.unit.per, long.quantity.unit.per))
        home = passage.document.sentence(first.start)
        if home is None or _OFFER.search(passage.document.text, home.start, home.end):
            continue
        if times is None or first.quantity.upper or second.quantity.upper:
            continue
        if _OR.fullmatch(passage.document.text[first.end : second.reach.start]) and closes(passage, second):
            roles = sorted((("total", long), ("rate", short)), key=lambda each: each[1].span)
            yield Claim("rate", tuple(roles), (("count", times),))
