"""So much for each, how many, and what that comes to."""

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any

from factcheck import units
from factcheck.model import Claim, Figure, Form, Passage, Span
from factcheck.relations import COUNT, RATE, Example, Silent, closes, relation
from factcheck.units import Kind, Unit


def counted(passage: Passage, found: list[Claim]) -> Iterable[Claim]:
    """What the frames found where the units agree, shares at so much a share; and what the units alone tie together."""
    kept = [claim for claim in found if _agree(passage, claim)]
    taken = {figure.span for claim in kept for _, figure in claim.roles}
    tied = (claim for claim in _by_units(passage) if not any(figure.span in taken for _, figure in claim.roles))
    yield from (claim for claim in (*kept, *tied) if not _of_more(passage, claim))


def _of_more(passage: Passage, claim: Claim) -> bool:
    """Whether the total is of other things as well, or itself the price of one: "600,000 shares and the right to 300,000 at $9.20, $5.4m in all"."""
    (total,), (count,) = claim.figures("total"), claim.figures("count")
    text = passage.document.text
    (rate,) = claim.figures("rate")
    last = max(total, rate, count, key=lambda figure: figure.start)
    if (
        last is rate
        and not rate.quantity.unit.per
        and _EACH_ONE.match(text, rate.end)
        and not _EACH_END.match(text, rate.end)
    ):
        return True  # "140 birds, an average of 35 each a day"
    if _PLAYED.search(total.quantity.surface):
        return True  # 20 teams play 380 matches, 38 each
    if _IN_TOTAL.match(text, total.end) and not _IN_TOTAL_END.match(text, total.end):
        return True  # "two trains of 12 cars, 30 in all with the mail train"
    if count.quantity.unit.dimension == "[time]" and passage.led_by(_TAKES, count, 16) and not closes(passage, rate):
        return True  # "took 2 hours to cover 40 miles, an average of 25 mph when moving"
    if last is total and _NET.match(text, total.end):
        return True  # "raising £3,600 after expenses"
    if (
        _IN_TOTAL.match(text, total.end)
        and total.quantity.unit.kind is Kind.COUNT
        and total.quantity.unit.name != rate.quantity.unit.name
    ):
        return True  # "six schools of 12 classes, 2,100 pupils in all"
    kinds = {total.quantity.unit.kind, claim.figures("rate")[0].quantity.unit.kind}
    if Kind.PHYSICAL in kinds and len(kinds) > 1:
        return True  # "each of 750 brake horsepower, 1,500 bhp in all"
    if _APIECE.match(text, total.end) or (count.quantity.unit.kind is Kind.COUNT and count.quantity.number.value == 1):
        return True
    if passage.led_by(_PRICED_AT, total, 24) and total.start < count.start:
        return True  # "sunseed at $7.80, and two oats at $1.55"
    if passage.led_by(_TURNED_OVER, total, 40):
        return True  # "4 cents a share on 140m shares, with revenues of $826m"
    if total.start < count.start and _OF_THIS_AND.match(text[total.end : count.reach.start]):
        return True  # "$60m of notes and 1.6m shares at $25 a share"
    name = count.quantity.unit.name
    return any(
        each.quantity.unit.name == name and _AND.search(passage.between(each, count)) is not None
        for each in passage.before(count)
    )


_EACH_ONE = re.compile(r" (?:each|apiece)\b")
_EACH_END = re.compile(r" (?:each|apiece)(?:[.,;:)]|\Z| and\b)")
_PLAYED = re.compile(r"\b(?:matches|games|bouts|ties|fixtures)\b")
_IN_TOTAL = re.compile(r"(?: [a-z]+){0,2} (?:in all|in total|altogether)\b")
_IN_TOTAL_END = re.compile(r"(?: [a-z]+){0,2} (?:in all|in total|altogether)(?:[.,;:)]|\Z)")
_TAKES = re.compile(r"\b(?:takes|took) (?:just |only |about )?\Z")
_NET = re.compile(r"[^.;]{0,30}\b(?:after|net|profit|before)\b")
_PRICED_AT = re.compile(r"\bat (?:about |around )?\Z")
_TURNED_OVER = re.compile(
    r"\b(?:with|on) (?:[a-z]+ )?(?:revenues?|sales|turnover|assets|income) of \Z|\b(?:after|excluding|including|before) (?:an? |the )?\Z"
)
_OF_THIS_AND = re.compile(r"(?: [a-z]+){0,3} of [^,.;]*\band \Z")
_AND = re.compile(r"\band\b[^,.;]*\Z")


def _agree(passage: Passage, claim: Claim) -> bool:
    """Whether what is counted is what the rate is per."""
    (rate,), (count,) = claim.figures("rate"), claim.figures("count")
    per, unit = rate.quantity.unit.per, count.quantity.unit
    if per and unit.kind is not Kind.PHYSICAL and not _counts(count, per):
        home = passage.document.sentence(count.start)
        others = passage.within(home.start, home.end) if home else ()
        return unit.kind is Kind.NUMBER and not any(_counts(each, per) for each in others)  # 510 boxes of six
    return bool(per) or not (unit.kind is Kind.PHYSICAL and unit.dimension == "[time]")


def _counts(figure: Figure, per: str) -> bool:
    """Whether a figure counts what something is per."""
    unit = figure.quantity.unit
    return unit.kind is Kind.COUNT and not unit.per and (unit.name == per or unit.name.endswith(f" {per}"))


# --- so much per year, and years: what the units tie -----------------------------------------------------------------

# What leads to a rate behind its total, and to a total behind its rate.
_TO_RATE = re.compile(
    r"(?:[,(:;—–]|[ \n]-|,? or|,? at|\bof|\bat|\bis|works? out at|worked out at|\bequal to|\bequivalent to|\bsome) (?:a |an )?\Z|[(,—–-] ?\Z"
)
_TO_TOTAL = re.compile(
    r"(?:[(:=—–]|[ \n]-|,? or|\ba total of|\btotall?ing|\bworth|\bcom(?:es|e|ing) to|\bcame to|\bmak(?:es|e|ing)|\bmade|\bamount(?:s|ing|ed)? to|"
    r"\bgiv(?:es|ing)(?: [\w-]+){0,3} of|\braised|\braising|\bbrought in|\bbringing in|\badds up to|\bbill of|\bat a cost of|\bvalu(?:es|ed|ing) [^.;]{1,40} at) \Z"
)
_OF_A_RANGE = re.compile(r"\b(?:from|between) \S+ (?:to|and) \Z")
# A total that takes in more than the things that are counted, or less.
_WITH_OTHERS = re.compile(
    r"\b(?:includ(?:es?|ed|ing)|counting|plus|excluding|besides|net of|(?:after|before) (?:costs?|fees|tax|taxes|expenses|deductions)|with (?:the|its|other))\b"
)
_IN_ALL = re.compile(r" (?:in all|in total|altogether|all told)\b")
_LASTING = re.compile(
    r"(?:\b(?:takes|took|lasted|over|for|in|during|across|within|of|after)(?: (?:the|a|its|his|her|their|just|only|about|all))?(?: (?:first|next|last|past|coming|full|whole|entire))? |"
    r"\b(?:a|the|its|this|that|their) )\Z"
)
_WHEN = re.compile(r"[ -](?:ago|earlier|before|later|old|from now|after)\b")
_CLOSE = 60  # code points between a length of time and the amount that it goes with
# So many times too much or too little, and nothing ties the three; but a slip of the scale may.
_FAR = 4


def _by_units(passage: Passage) -> Iterator[Claim]:
    for rate in passage.figures:
        each_of = _per(rate) or _each(passage, rate)
        home = passage.document.sentence(rate.start) if each_of else None
        if home is None:
            continue
        inside = passage.within(home.start, home.end)
        totals = [each for each in inside if each is not rate and _same(each, rate) and not _counts(each, each_of)]
        if len([each for each in inside if _per(each) == each_of and _same(each, rate, rates=True)]) > 1:
            continue
        tied = [each for each in totals if _tied(passage, each, rate, totals)]
        if len(tied) != 1:
            continue
        counts = list(_of_that_many(passage, home, inside, each_of, tied[0], rate))
        if len(counts) == 1 and _near(tied[0], rate, counts[0]):
            roles = sorted((("total", tied[0]), ("rate", rate), ("count", counts[0])), key=lambda each: each[1].span)
            yield Claim("rate", tuple(roles))


def _each(passage: Passage, price: Figure) -> str:
    """What a price is for each of, where it follows what is counted: "600 copies at 24 francs"."""
    unit = price.quantity.unit
    if unit.kind not in (Kind.CURRENCY, Kind.PHYSICAL) or unit.per:
        return ""
    before = passage.within(max(0, price.start - _CLOSE), price.start)
    counted = before[-1] if before else None
    if counted is None or counted.quantity.unit.kind is not Kind.COUNT or counted.quantity.unit.per:
        return ""
    lead = passage.between(counted, price)
    if _APIECE.match(passage.document.text, price.end):
        return counted.quantity.unit.name
    return counted.quantity.unit.name if _PRICED.fullmatch(lead) else ""


_APIECE = re.compile(r" (?:apiece|each)\b")
_PRICED = re.compile(r"[\w’' -]{0,30}\bat (?:an average (?:price |cost |rate )?of |a price of |a cost of )?")


def _per(figure: Figure) -> str:
    """What a figure is per: a share, a year; nothing for others."""
    unit = figure.quantity.unit
    if unit.kind in (Kind.CURRENCY, Kind.COUNT, Kind.NUMBER):
        return unit.per
    return unit.name.partition(" / ")[2] if unit.kind is Kind.PHYSICAL else ""


def _same(figure: Figure, rate: Figure, rates: bool = False) -> bool:
    """Whether an amount is of what a rate is so much of."""
    a, b = figure.quantity.unit, rate.quantity.unit
    if figure.quantity.when is not None or figure.quantity.number.form is Form.FRACTION or bool(_per(figure)) != rates:
        return False
    if a.kind is not b.kind:
        return b.name.startswith("/") and a.kind is Kind.COUNT  # 2,640 jabs, 330 a week
    return a.dimension == b.dimension if a.kind is Kind.CURRENCY else _of_what(a) == _of_what(b)


def _of_what(unit: Unit) -> str:
    """The name of a unit without what it is per."""
    return unit.name.partition("/")[0].strip()


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
    lead = text[max(first.end, last.reach.start - 60) : last.reach.start]
    if last is rate:
        return _TO_RATE.search(lead) is not None
    return _TO_TOTAL.search(lead) is not None or (
        _IN_ALL.match(text, last.end) is not None and lead.rstrip().endswith((",", "-", "–", "—"))
    )


def _of_that_many(
    passage: Passage, home: Span, inside: Iterable[Figure], per: str, total: Figure, rate: Figure
) -> Iterator[Figure]:
    """The figures that say how many of what the rate is per."""
    text = passage.document.text
    step = units.table().names.get(per)
    for figure in inside:
        if figure is total or figure is rate or figure.quantity.upper is not None:
            continue
        if step is None or step.dimension != "[time]":
            if _counts(figure, per) or (step is not None and figure.quantity.unit.dimension == step.dimension):
                yield figure
        elif figure.quantity.unit.dimension == "[time]" and not figure.quantity.age:
            near = min(abs(figure.start - each.end) for each in (total, rate))
            before = min(abs(each.start - figure.end) for each in (total, rate))
            led = _LASTING.search(text, home.start, figure.reach.start) or "-" in figure.quantity.surface
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


@relation(
    reads="rounded",
    roles={"total": RATE, "rate": RATE, "count": COUNT},
    frames={
        "en": [
            "{count} ... at {rate=BCN} each|apiece PAUSE .. {total=CUN}",
            "{count=N} ... {total=C} ... , a|an .. average of {rate=B}",
            "{rate=N} ... each of .. {count=N} .. , or .. {total=N} in all",
            "{total=C} .... {rate=C} for each of .. {count=NU}",
            "{count=N} .. , each .. {rate=NU}, gave|give|giving|produced|producing a combined|total .. {total=NU}",
            "{count=N} ... {total=N} , [an] average of {rate=N} each|apiece",
            "{rate=B} on .. {count=NU} ... {total=C}",
            "{total=NC} for {count=N}, .. average of {rate=BN}",
            "{total=C} ... {count=N} .. , .. {rate=BC} for each",
            "{count=N} ... {total=C} .. , or .. {rate=C} for each|every",
            "{rate=C} each and .. {count=N} were|was sold .. , CHANGING {total=C}",
            "{count=N} of {rate=N} .. , [or] {total=N} in all|total",
            "{count=N} of {rate=N} .. , [or] {total=N} altogether",
            "{count=N} .. , so .. {total=C} ... each .. {rate=C}",
            "at .. {rate=BC} .. , the {count=NU} .. would|could|might ... {total=C}",
            "{count=NUY} at|@ {rate=BC} = {total=C}",
            "{rate=BCNUP} x|×|* {count=NUY} = {total=BCNU}",
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
