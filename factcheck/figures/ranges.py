"""Ranges and compounds: "20-30bn pesos", "6 ft 2 in", "from three to five days a week".

In: a text and its figures, one number each. Out: figures with ranges and compounds joined. The one idea: only
what stands between two neighbours decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from factcheck import units
from factcheck.figures.elided import FROM, scaled_alike
from factcheck.model import Figure, Form, Number, Quantity, Span
from factcheck.units import NUMBER, Kind, Unit

_DASH = re.compile(r"[ \u00a0]?[-–—−][ \u00a0]?[$£€]?\Z")
_TO = re.compile(r"-?[ \u00a0-]to[ \u00a0-]\Z")
_AND = re.compile(r"[ \u00a0](?:and|or)[ \u00a0]\Z")
# Words before "3% to 4%" that make it two figures, a change or a vote: not one range.
_RANGING = re.compile(
    r"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|runs?|ran|anywhere|somewhere|priced|start(?:s|ing)|extend(?:s|ed|ing)?|spann?(?:s|ed|ing)?) "
    r"from (?:\w+ ){0,2}\Z|\branges? of (?:about )?\Z",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"\b(?:by|up|down|won|wins?|lead|leads|led|lost|lose|beat|voted?|votes|rejected|approved|passed|ahead|defeated|against|r[io]se[sn]?|rising|f[ae]ll(?:s|en|ing)?|"
    r"gr[eo]w(?:s|n)?|climb\w*|drop\w*|(?:in|de)creas\w*|jump\w*|slip\w*|gain\w*|cut\w*|reduc\w*|surg\w*|slid\w*|s[aiu]nk|advanc\w*|declin\w*|"
    r"edg\w*|eas\w*|rais\w*|lower\w*|tumbl\w*|added|lift\w*|boost\w*|plung\w*|soar\w*|shr[aiu]nk|slump\w*|div(?:ed?|es|ing)|dove|shed|rall\w*|rebound\w*|firm\w*|clos\w*|improv\w*|weaken\w*|"
    r"strengthen\w*|narrow\w*|widen\w*|surrender\w*|recover\w*|tick\w*|inch\w*|creep\w*|crept|leap\w*) (?:\w+ ){0,2}\Z",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\b(?:between|either|both) (?:the )?(?:(?:about|around|roughly|some) )?\Z", re.IGNORECASE)
_COMPOUND = re.compile(r"(?:,? and |,? |-)\Z")
# Larger unit -> the smaller ones that may follow it in one measure.
_SMALLER = {
    "foot": ("inch",),
    "yard": ("foot",),
    "mile": ("yard", "foot"),
    "pound": ("ounce",),
    "stone": ("pound",),
    "year": ("month", "week", "day", "hour"),
    "month": ("week", "day", "hour"),
    "week": ("day", "hour"),
    "day": ("hour", "minute"),
    "hour": ("minute", "second"),
    "minute": ("second",),
    "kilogram": ("gram",),
    "meter": ("centimeter",),
    "ton": ("hundredweight", "pound"),
    "degree": (),
}

_NEAR = 22  # code points between two figures that may be one: ", plus or minus about "
# How many of the smaller unit may be meant by a bare number behind the larger one.
_UNSAID = {"foot": 12, "stone": 14}


def joined(text: str, figures: Iterable[Figure]) -> list[Figure]:
    """The figures of a text, neighbours joined where they are one."""
    found: list[Figure] = []
    end = -_NEAR - 1
    for figure in figures:
        if figure.span.start - end <= _NEAR:
            closes = text.startswith(")", figure.span.end)  # a bracket, which may say over again what stands before it
            while found and not (closes and _two(text, found, figure)):
                merged = _merged(text, found[-1], figure)
                if merged is None and closes:
                    merged = _between_again(text, found, figure)
                if merged is None:
                    break
                found.pop()
                figure = merged
            if found and _score(text, found[-1], figure):
                found.pop()
                end = -_NEAR - 1
                continue
        found.append(figure)
        end = figure.span.end
    return found


def _two(text: str, found: list[Figure], figure: Figure) -> bool:
    """Whether a bracket says two amounts over again that stand apart before it: "from 20 to 30 km (12 to 19 miles)"."""
    if len(found) < 3 or text[found[-1].reach.start - 1] != "(":
        return False
    old, new, first = found[-3:]
    return (
        text[new.end : first.reach.start] == " ("
        and text[old.end : new.reach.start] == " to "
        and new.quantity.upper is None
        and text[first.end : figure.reach.start] == " to "
    )


def _between_again(text: str, found: list[Figure], figure: Figure) -> Figure | None:
    """The range in a bracket that says one before it over again: "between 52 and 53 cm (20.5 and 20.9 in)"."""
    if len(found) < 2 or text[found[-2].end : found[-1].start] != " (":
        return None
    whole, low = found[-2:]
    again = whole.quantity.upper is not None and " and " in whole.quantity.surface
    beside = text[low.end : figure.start] == " and " and _one_unit(low.quantity.unit, figure.quantity.unit)
    return _range(text, low, figure) if again and beside else None


LARGEST_SCORE = 20  # goals, sets and games; above it two bare numbers may be votes


def _score(text: str, left: Figure, right: Figure) -> bool:
    """Whether two bare numbers are a score of goals or games: 2-1, 7-6."""
    a, b = left.quantity, right.quantity
    return (
        a.unit is NUMBER
        and b.unit is NUMBER
        and text[left.end : right.start] in ("-", "–")
        and a.when is None
        and b.when is None
        and not a.hedge
        and a.number.exponent == b.number.exponent == 0
        and max(a.number.mantissa, b.number.mantissa) <= LARGEST_SCORE
        and a.number.form is b.number.form is Form.DIGITS
        and a.number.divisor == b.number.divisor == 1
    )


def _merged(text: str, left: Figure, right: Figure) -> Figure | None:
    a, b = left.quantity, right.quantity
    gap = text[left.end : right.start]
    if a.upper and not b.upper and not b.hedge and b.number.form is Form.DIGITS:
        whole = b.unit.name in _SMALLER.get(a.unit.name, ()) and not a.upper.decimals
        return _compound_end(text, left, right) if whole and _COMPOUND.fullmatch(gap) else None
    if (
        a.upper
        or b.upper
        or a.when
        or b.when
        or a.unit.kind is Kind.ORDINAL
        or b.unit.kind in (Kind.ORDINAL, Kind.RATIO)
    ):
        return None
    if not b.hedge and b.number.form is not Form.FRACTION:
        if b.unit.name in _SMALLER.get(a.unit.name, ()) and not a.number.decimals and _COMPOUND.fullmatch(gap):
            return _compound(text, left, right)
        if b.unit is NUMBER and gap in (" ", "-") and 0 <= b.number.value < _UNSAID.get(a.unit.name, 0):
            smaller = units.find(_SMALLER[a.unit.name][0])  # 6 foot 2
            return _compound(text, left, replace(right, quantity=replace(b, unit=smaller)))
    if a.number.form in (Form.FRACTION, Form.FACTOR) or b.number.form in (Form.FRACTION, Form.FACTOR):
        return None
    if a.age != b.age and NUMBER not in (a.unit, b.unit):
        return None
    if _GIVE_OR_TAKE.fullmatch(gap):
        return _margin(text, left, right)
    if not (_one_unit(a.unit, b.unit) or (a.age and b.unit is NUMBER)):
        return None
    before = text[max(0, left.reach.start - 30) : left.reach.start]
    if _DASH.fullmatch(gap):
        if len(gap) == 3 and text[right.end : right.end + 2] in (" -", " –", " —"):
            return None  # "only 13 - 28% - are known"
        if b.unit.kind is Kind.NUMBER and a.unit.kind is Kind.NUMBER:
            return None  # a score, a season: nothing says what is counted
        if a.unit.kind is Kind.COUNT and a.unit.name != b.unit.name:
            return None
    elif _TO.fullmatch(gap):
        if _RANGING.search(before) or (FROM.search(before) and _ONWARD.match(text, right.end)):
            pass
        elif (
            (FROM.search(before) and not before.endswith("from the "))
            or (
                b.unit.kind is Kind.NUMBER
                and not a.age
                and not _BETWEEN.search(before)
                and not (
                    b.number.value >= SCORED
                    and (_AT.search(before) or (_A.search(before) and _OF_THEM.match(text, right.end)))
                )
            )
            or (a.unit.kind is not Kind.NUMBER and _CHANGED.search(before))
        ):
            return None
    elif gap == " up to " and _RANGING.search(before):
        b = replace(b, hedge=None)
        right = replace(right, quantity=b)
    elif _AND.fullmatch(gap):
        if "or" in gap and _next_to(a, b):  # three or four years
            pass
        elif not _BOTH_ENDS.search(before):
            return None
    else:
        return None
    return _range(text, left, right)


SCORED = 1000  # a vote or a score seldom has as many on either side
_A = re.compile(r"\b(?:an?|the) \Z")
_AT = re.compile(r"\b(?:at|against|with|than|between|around|about) \Z")  # "against 9.6 million to 9.9 million"
_OF_THEM = re.compile(r"[ -][a-z]{3}")  # "a 2.0 to 2.5 million bag crop"
_BOTH_ENDS = re.compile(r"\bbetween (?:the )?\Z", re.IGNORECASE)
_GIVE_OR_TAKE = re.compile(r" ?± ?|,? (?:plus or minus|give or take)(?: about)? ")


def _margin(text: str, left: Figure, right: Figure) -> Figure | None:
    """A number and how far the truth may lie from it on both sides: 50 ± 5 kg."""
    a, b = left.quantity, right.quantity
    unit = a.unit if b.unit is NUMBER else b.unit
    if a.unit not in (NUMBER, unit) or b.number.value >= a.number.value:
        return None
    ends = [
        Number(int(each * 10**6), -6) for each in (a.number.value - b.number.value, a.number.value + b.number.value)
    ]
    span = Span(left.start, right.end)
    surface = text[span.start : span.end]
    return Figure(
        span, Quantity(surface, ends[0], unit, ends[1]), Span(left.reach.start, max(right.reach.end, span.end))
    )


_ONWARD = re.compile(r" to \d[\d.,]{0,12} ?(?:[-–]|to) ?\d")  # from 5 to 7 per cent to 3 to 5 per cent


def _next_to(a: Quantity, b: Quantity) -> bool:
    low, high = a.number.value, b.number.value
    return a.unit.kind is Kind.NUMBER and b.unit.kind is not Kind.NUMBER and low + 1 == high and 1 <= low < 20


def _one_unit(a: Unit, b: Unit) -> bool:
    same_money = a.kind is Kind.CURRENCY and (b.kind is Kind.NUMBER or (a.dimension == b.dimension and not a.per))
    return a.kind is Kind.NUMBER or a.name == b.name or same_money


def _range(text: str, left: Figure, right: Figure) -> Figure | None:
    a, b = left.quantity, right.quantity
    low, high = a.number, b.number
    unit = a.unit if b.unit.kind is Kind.NUMBER else b.unit
    # "20-30bn": the scale is written once, behind the second
    if a.unit.kind in (Kind.NUMBER, unit.kind):
        low = scaled_alike(a, b) or low
    if low.value >= high.value:
        return None
    start, end = left.start, right.end
    surface = text[start:end]
    hedge = a.hedge or b.hedge
    span = Span(start, end)
    reach = Span(left.reach.start, max(right.reach.end, end))
    return Figure(span, Quantity(surface, low, unit, high, hedge, None, a.age or b.age, a.signed), reach)


def _compound(text: str, left: Figure, right: Figure) -> Figure:
    """6 ft 2 in, as one length in the larger unit."""
    a, b = left.quantity, right.quantity
    span = Span(left.start, right.end)
    return Figure(
        span,
        Quantity(
            text[span.start : span.end], _added(a.number, a.unit, b), a.unit, None, a.hedge, None, False, a.signed
        ),
        Span(left.reach.start, max(right.reach.end, right.end)),
    )


def _compound_end(text: str, left: Figure, right: Figure) -> Figure:
    """5 ft 2 in to 6 ft 2 in, whose upper end has a smaller unit as well."""
    a = left.quantity
    assert a.upper is not None
    span = Span(left.start, right.end)
    whole = replace(a, surface=text[span.start : span.end], upper=_added(a.upper, a.unit, right.quantity))
    return Figure(span, whole, Span(left.reach.start, max(right.reach.end, right.end)))


def _added(larger: Number, unit: Unit, smaller: Quantity) -> Number:
    """A number of one unit and a quantity of a smaller one, as a number of the larger."""
    ratio = smaller.unit.factor / unit.factor
    total: Fraction = larger.value + smaller.number.value * ratio
    place = smaller.number.place * ratio
    # exact in units of the smaller one's last place
    if place.numerator == 1 and (total / place).denominator == 1:
        return Number(int(total / place), 0, int(1 / place))
    return Number(total.numerator, 0, total.denominator)
