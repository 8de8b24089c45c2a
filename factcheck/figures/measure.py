"""What a number measures or counts: percent, a unit, money, a multiple, an age, a noun; and its hedge.

In: a text, a number and where it ends. Out: the Figure. The one idea: the first character behind the number says which
tails can follow, and the first that fits is the unit.
"""

from __future__ import annotations

import functools
import re
from dataclasses import replace

from factcheck import units
from factcheck.figures import hedges, nouns
from factcheck.model import Figure, Form, Hedge, Number, Quantity, Span
from factcheck.units import MULTIPLE, NUMBER, PERCENT, POINT, Kind, Unit

_PERCENT = re.compile(
    r"(?P<point>[ \u00a0-](?:percentage|per cent|percent|%)[ \u00a0-]points?\b|[ ]?%[ -]points?\b|[ ]?(?:pp|ppts?)\b)"
    r"|(?P<basis>[ \u00a0-]?(?:basis[ -]points?|bps?)\b)"
    r"|[ \u00a0\u202f]?[%％]|[ \u00a0-]?(?:per[ -]?cents?|pct\.?|pc)(?!\w)",
    re.IGNORECASE,
)
_PERCENTS = {"point": POINT, "basis": units.BASIS_POINT, None: PERCENT}
_TIMES_MORE = re.compile(r"[ \u00a0-]?(?:times|fold)\b|x(?![\w])")
_TIMES_WORD = re.compile(
    r"[ ](?:as (?:\w+ ){1,3}as|as (?:many|much|high|large|big|likely|fast|long)|more|higher|larger|greater|bigger|the|its|their|that|his|her|faster|what|those|less|fewer|better|lower|smaller|longer|likelier|normal|earnings|sales|profits?|revenues?|turnover|income|EBITDA|[Ee]bitda|book value|GDP|cash flow)\b|[ ]?[.,;)]"
)
_PART_OF_POINT = re.compile(
    r"(?: of (?:an?|one)| an?)?[ -](?:((?:percentage|per cent|percent|%)[ -]points?)|(basis[ -]points?)|(points?)|per[ -]?cent|percent)\b"
)
_OFTEN = re.compile(
    r"(?:[ \u00a0]times)?(?=[ -](?:an?|per|each|every)[ -](?:second|minute|hour|day|night|week|month|year|decade)\b)"
)
_AGED = re.compile(r"[- ](?:year|yr)s?[- ]olds?\b|[- ](?:month|week|day)s?[- ]olds?\b", re.IGNORECASE)
_AGED_BEFORE = re.compile(r"\b(?:aged|age|ages? of|ages|at the age of) \Z", re.IGNORECASE)
_WHEN_AGED = re.compile(
    r"\b(?:when|before|after|until|till|since|once|by the time) (?:he|she|they|I|we) (?:was|were) \Z"
)
_NO_NOUN = re.compile(r"[,;:.)](?!\d)|\Z| (?:and|or|but|he|she|they|against)\b")
_NAMED_AGE = re.compile(r"(?:[A-Z][\w’'.-]+) ?, \Z")
MOST_POINTS = 30  # that a change is written in as "pp"; 802 pp. are pages
_PER = re.compile(
    r"[ \u00a0-](?:an?|(per)|each|every)[ \u00a0-](?!(?:year-|(?:year|month|week|day|hour|minute|decade|quarter) (?:earlier|ago|before|later|after|and a)|result|whole|total|quarter of|third|half|while|bit|little|lot|few|record|rate|good|new|further|loss|profit|gain|rise|fall|drop|high|low|time when|time for|deal|bid|move|sign|price)\b)(?=[A-Za-z])|/(?=[a-z])"
)
_PER_WHAT = re.compile(
    r"(?:(?:(?:fully )?diluted|basic|common|ordinary) )?([a-z]{3,}(?:-(?!rent|bid|job|offer|deal|long)[a-z]+)?)(?![\w])"
)
_UNIT_SIGNS = frozenset("°º€£¥¢$%℃℉\"″′'²")
_PERS = frozenset(
    (
        "share barrel bushel tonne ton pound ounce gallon litre liter kilo kilogram gram mile km kilometre hour "
        "day week month year quarter head person unit ticket copy customer household family pupil student patient "
        "child vehicle car acre hectare square annum capita bottle night minute second game match race episode season word "
        "page piece bond contract trip call message text job hr hour yr wk mo lb kg gal bbl mt employee worker "
        "box bag case crate carton packet pack sack tin jar bulb chair table desk copy pair shirt plot plant tree egg "
        "post place claim dose test jab treatment lesson class session shift visit stall "
        "member adult passenger seat room home house property vote inhabitant citizen taxpayer leg"
    ).split()
)


def points(text: str, end: int) -> tuple[Unit, int] | None:
    """The percent or points that a fraction or an article is of, and where they end: half a percentage point."""
    match = _PART_OF_POINT.match(text, end)
    if match is None:
        return None
    unit = POINT if match[1] else units.BASIS_POINT if match[2] else units.count("point") if match[3] else PERCENT
    return unit, match.end()


def frequency(text: str, start: int, end: int, number: Number) -> Figure | None:
    """How often in a time: 600 times a minute, twice a week."""
    match = _OFTEN.match(text, end)
    return None if match is None else hedged(text, start, *_per(text, match.end(), number, NUMBER))


def measured(text: str, start: int, end: int, number: Number, unit: Unit | None, signed: bool = False) -> Figure | None:
    """The figure with whatever unit follows: percent, a physical unit, money, a multiple, an age, a counted noun."""
    if unit is not None:
        return hedged(text, start, *_per(text, end, number, unit), signed=signed)
    behind = text[end : end + 1]
    joint = end + 1 if behind and behind in " -\u00a0\u202f\u2009\n" else end
    letter = text[joint : joint + 1]  # the first of the word behind
    if behind == "%" and text[end + 1 : end + 3].lower() not in (" p", "-p"):
        return hedged(text, start, end + 1, number, PERCENT, signed=signed)
    if letter and letter in "%％bBpP":
        share = _PERCENT.match(text, end)
        pages = (
            share is not None and share.group().strip() == "pp" and number.value > MOST_POINTS and not number.decimals
        )
        if share is not None and not pages:
            return hedged(text, start, share.end(), number, _PERCENTS[share.lastgroup], signed=signed)
    if letter == "o" and number.form is Form.DIGITS and (part := points(text, end)) is not None:
        return hedged(text, start, part[1], number, part[0], signed=signed)  # 0.2 of a percentage point
    if letter == "p" and number.form is Form.FRACTION and (part := points(text, end)) is not None:
        return hedged(text, start, part[1], replace(number, form=Form.DIGITS), part[0], signed=signed)  # 1/4 point
    aged = _AGED.match(text, end) if letter and letter in "ymwdYMWD" else None
    if aged:
        is_year = "y" in aged.group().lower()[:3]
        unit = units.find("year" if is_year else aged.group().strip(" -").split("-")[0].split(" ")[0].rstrip("s"))
        return hedged(text, start, aged.end(), number, unit, age=is_year)
    times = _TIMES_MORE.match(text, end) if letter and letter in "tfx" else None
    often = frequency(text, start, end, number) if times else None
    if often is not None:
        return often
    if times and (_TIMES_WORD.match(text, times.end()) or "fold" in times.group()):
        return hedged(
            text,
            start,
            times.end(),
            number,
            MULTIPLE,
            signed=signed,
        )
    if (letter.isalpha() and _first(text, joint) in _openings()) or (
        letter in _UNIT_SIGNS and not (letter in "$£€¥" and text[joint + 1 : joint + 2].isdigit())
    ):
        found = units.match(text, joint)
        if found is not None and _plausible(text, start, joint, end, found, number):
            unit, stop = found
            if unit.kind is Kind.CURRENCY:
                return hedged(text, start, *_per(text, stop, number, unit), signed=signed)
            if len(text[joint:stop]) > 1 or behind != "-":
                money = next((each for each in unit.others if each.kind is Kind.CURRENCY), None)
                if money is not None and (
                    (number.value >= 10**6 and not _HEAVY.match(text, stop)) or _of_money(text, start, stop)
                ):
                    return hedged(text, start, *_per(text, stop, number, money), signed=signed)
                return hedged(text, start, stop, number, _single(unit), signed=signed)
    if number.form is Form.FRACTION and (of := _OF_A.match(text, end)):
        found = units.match(text, of.end())
        if found is not None and found[0].kind is Kind.PHYSICAL:  # 1/16 of a pint
            return hedged(text, start, found[1], replace(number, form=Form.DIGITS), found[0])
    if behind.isalpha():
        return None  # 3D, 5G, 747s
    if (
        text[start - 3 : start - 1] in ("ed", "ge", "of", "es")
        and _AGED_BEFORE.search(text, max(0, start - 16), start)
        and 0 <= number.value <= 120
        and number.exponent == 0
    ):
        return hedged(text, start, end, number, units.find("year"), age=True)
    if (
        text[start - 3 : start - 1] in ("as", "re")
        and 0 < number.value <= 115
        and number.exponent == 0
        and _WHEN_AGED.search(text, max(0, start - 32), start)
        and _NO_NOUN.match(text, end)
    ):
        return hedged(text, start, end, number, units.find("year"), age=True)
    if (
        behind in ",)"
        and number.exponent == 0
        and number.divisor == 1
        and 1 <= number.mantissa <= 115
        and number.form is Form.DIGITS
    ) and (
        text[end : end + 2] in (", ", ",\n")
        and _NAMED_AGE.search(text, max(0, start - 24), start)
        and not text[end + 2 : end + 3].isdigit()
    ):
        return hedged(text, start, end, number, units.find("year"), age=True)
    if joint > end and behind != "-":
        noun = nouns.counted(text, end)
        if noun is not None:
            name, stop = noun
            return hedged(text, start, *_per(text, stop, number, units.count(name)), signed=signed)
        of = _OF.match(text, end) if text[end + 1 : end + 4] == "of " else None
        if of is not None:
            noun = nouns.counted(text, of.end() - 1) if units.match(text, of.end()) is None else None
            if noun is not None:
                return hedged(text, start, end, number, units.count(noun[0]), signed=signed)
    elif behind == "-" and (odd := _ODD.match(text, end)):
        noun = nouns.counted(text, odd.end())
        return hedged(text, start, end, number, units.count(noun[0]) if noun else NUMBER, signed=signed)
    elif behind == "-":
        compound = _COMPOUND.match(text, end)
        if compound and compound.group(1) not in (
            "year",
            "old",
            "and",
            "odd",
            "plus",
            "ish",
            "time",
            "way",
            "day",
            "off",
            "out",
            "up",
            "fold",
            "strong",
        ):
            return hedged(
                text, start, compound.end(), number, units.count(nouns.singular(compound.group(1))), signed=signed
            )
    if behind == " " and letter in ("p", "a") and text.startswith((" per ", " a ", " an "), end):
        return hedged(text, start, *_per(text, end, number, NUMBER), signed=signed)
    if behind == "/" and number.form is Form.DIGITS and not text[end + 1 : end + 2].isdigit():
        found = units.match(text, end + 1)
        if found is not None and found[0].kind is Kind.PHYSICAL:  # (185/km²)
            return hedged(text, start, found[1], number, units.rate(NUMBER, found[0].name), signed=signed)
    return hedged(text, start, end, number, NUMBER, signed=signed)


_OF_A = re.compile(r" of an? ")
_COMPOUND = re.compile(r"-([a-z]{3,20})(?!\w)")
_ODD = re.compile(r"-(?:odd|plus|ish)(?= )")
# "14 of the 20 cities", "35m of its devices": the noun stands behind the whole.
_NUMBER = (
    r"(?: \d[\d,.]{0,12}(?: million| billion)?| (?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty))"
)
_OF = re.compile(rf" of(?: (?:the|its|his|her|their|our|my|your|these|those)(?:{_NUMBER})?|{_NUMBER}) (?=[A-Za-z])")


_FIRST = re.compile(r"[^\W\d_²³]+")


def _first(text: str, start: int) -> str:
    match = _FIRST.match(text, start)
    return match.group().lower() if match is not None else ""


@functools.cache
def _openings() -> frozenset[str]:
    """The first words of all units, in lower case: where none of them stands, there is no unit."""
    tables = units.table()
    listed = (*tables.names, *tables.symbols, *tables.codes, "square", "cubic", "sq", "cu")
    return frozenset(_first(each, 0) for each in listed) - {""}


def _single(unit: Unit) -> Unit:
    """A unit of mass or length without the currencies that share its name."""
    if not unit.others:
        return unit
    others = tuple(each for each in unit.others if each.kind is not Kind.CURRENCY)
    return unit if len(others) == len(unit.others) else replace(unit, others=others)


_PAID = re.compile(
    r"\b(?:cost(?:s|ing)?|pa(?:y|ys|id|ying)|pric(?:e|es|ed)|worth|sp(?:end|ends|ent)|charg(?:e|es|ed)|fees?|fine[ds]?|earn(?:s|ed|ing)?|wages?|"
    r"owe[ds]?|debts?|loans?|sold|s(?:ell|ells|ale)|buy|bought|budget|profits?|savings?|saved?|raised|donat\w+|invest\w*|bills?|tax(?:es)?|cash|"
    r"stole(?:n)?|prize|salary|rent|reward|bail) (?:\w+ ){0,4}\Z",
    re.IGNORECASE,
)
_WEIGHED = re.compile(
    r"\b(?:weigh(?:s|ed|ing|t)?|lift(?:s|ed)?|gained|shed|mass|catch|load) (?:\w+ ){0,4}\Z", re.IGNORECASE
)
_HEAVY = re.compile(
    r" of | (?:heavier|lighter|overweight|in weight|per square)\b| ?\([\d.,]+ ?(?:kg|kilo|st|tonne|g\b)"
)
_NOTE = re.compile(r"[ -](?:notes?|coins?|bills?|sterling)\b")


def _of_money(text: str, start: int, stop: int) -> bool:
    """Whether pounds are money: a word of paying before them, nothing weighed behind, or other British money near."""
    if _NOTE.match(text, stop):
        return True
    if _HEAVY.match(text, stop) or _WEIGHED.search(text, max(0, start - 60), start):
        return False
    if _PAID.search(text, max(0, start - 60), start):
        return True
    near = text[max(0, start - 300) : stop + 300].lower()
    return "£" in near or "sterling" in near or "pence" in near


_INSIDE = re.compile(
    r" (?:the|a|an|his|her|its|their|this|that|which|all|total|[A-Z]|\d{4}|January|each|one|some)\b"
)  # 12 in the end


def _plausible(text: str, start: int, joint: int, end: int, found: tuple[Unit, int], number: Number) -> bool:
    surface = text[joint : found[1]]
    if surface in ("C", "F", "K") and joint == end and number.exponent > 0:
        return False
    if surface in ("in",) and text[found[1] : found[1] + 1] == " " and _INSIDE.match(text, found[1]):
        return False
    return not (
        surface in ("second", "minute")
        and joint > end
        and text[joint - 1] == " "
        and number.mantissa != 1
        and number.form is Form.WORDS
    )


def _counted_before(text: str, end: int, noun: str) -> bool:
    """Whether the text before has a number of what a sum is for each: "120 coaches at a cost of £192m, or £1.6m a coach"."""
    at = text.rfind(f" {noun}{'es' if noun.endswith(('ch', 's', 'x', 'sh')) else 's'}", max(0, end - _COUNTED_IN), end)
    return at >= 0 and _NUMBER_OF.search(text, max(0, at - 30), at) is not None


_COUNTED_IN = 160  # code points
_NUMBER_OF = re.compile(r"\b\d[\d,.]*(?: [a-z-]+){0,2}\Z")


def _per(text: str, end: int, number: Number, unit: Unit) -> tuple[int, Number, Unit]:
    """The end, number and unit once "a share", "per barrel", "/hr" behind them is taken in."""
    behind = text[end : end + 2]
    if behind[:1] != "/" and behind[1:] not in ("a", "p", "e"):
        return end, number, unit
    if text.startswith(" annually", end):
        return end + len(" annually"), number, units.rate(unit, "year")
    head = _PER_HEADS.match(text, end)
    if head is not None:
        return head.end(), number, units.rate(unit, head[1].replace(",", ""))
    match = _PER.match(text, end)
    if match is None:
        return end, number, unit
    any_unit = match[1] or match.group() == "/"  # behind "a" only what things are sold and timed by
    if any_unit:
        found = units.match(text, match.end())
        if found is not None and found[0].kind is Kind.PHYSICAL:
            return found[1], number, units.rate(unit, found[0].name)
    what = _PER_WHAT.match(text, match.end())
    if what is None:
        return end, number, unit
    per = _SHORT.get(what[1], what[1])
    measure = units.table().names.get(per)
    if measure is not None and measure.kind is Kind.PHYSICAL:
        per = measure.name
    if per in _PERS or measure is not None or match[1] or _counted_before(text, end, what[1]):
        return what.end(), number, units.rate(unit, per)
    return end, number, unit


# So many of a round number: 7.2 deaths per 100,000, 28 per 1,000 women.
_PER_HEADS = re.compile(r"[ \u00a0]per[ \u00a0](1,?000|10,?000|100,?000|million)(?![\d,.]*\d)(?= |[.,;:)]|\Z)")
_SHORT = {"annum": "year", "yr": "year", "wk": "week", "capita": "person", "head": "person"}


def _widens(text: str, word: str, start: int, unit: Unit) -> bool:
    """Whether a hedge is one before this unit: "over six years" may be a preposition, "north of 5 villages" is one."""
    if word in ("north of", "south of"):
        return unit.kind is Kind.CURRENCY
    if word in ("over", "under") and unit.dimension == "[time]":
        return bool(_LASTING.search(text, max(0, start - 12), start))
    return True


# "for over six years" hedges; "over six years" alone is a preposition.
_LASTING = re.compile(r"\b(?:for|well|just|of|by|at|is|was|lasted|took|spent|with|after) \Z", re.IGNORECASE)


def hedged(
    text: str, start: int, end: int, number: Number, unit: Unit, *, age: bool = False, signed: bool = False
) -> Figure | None:
    """The figure, with the hedge before or behind it."""
    reach_start, reach_end, hedge = start, end, None
    if start:
        found = hedges.before(text, start)
        if found is not None and _widens(text, found[0].word, found[1], unit):
            hedge, reach_start = found
    behind = hedges.after(text, end) if hedge is None else None
    if behind is not None:
        hedge, reach_end = behind
    if age:
        before = _AGED_BEFORE.search(text, max(0, reach_start - 16), reach_start)
        if before:
            reach_start = before.start()
    span = Span(start, end)
    reach = span if reach_start == start and reach_end == end else Span(reach_start, reach_end)
    return Figure(span, Quantity(text[start:end], number, unit, None, hedge, None, age, signed), reach)


def plain(text: str, start: int, end: int, number: Number, unit: Unit, hedge: Hedge | None) -> Figure:
    span = Span(start, end)
    return Figure(span, Quantity(text[start:end], number, unit, None, hedge), span)
