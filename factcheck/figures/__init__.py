"""Figures: every quantity of a text, with its unit and its hedge.

In: a text. Out: Figures in order, apart. The one idea: two stages; a scan that anchors on digits and number words,
and small compiled tails that are matched at the anchor: number, scale, unit or counted noun, hedge.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from factcheck import units
from factcheck.errors import NotAQuantity
from factcheck.figures import hedges, nouns, numbers, words
from factcheck.figures.dates import dates
from factcheck.figures.ranges import joined
from factcheck.figures.silence import addresses, idle, silent
from factcheck.model import Figure, Form, Hedge, Number, Quantity, Span
from factcheck.units import MULTIPLE, NUMBER, ORDINAL, PERCENT, POINT, RATIO, Kind, Unit

_DIGIT = re.compile(rf"\d[\d,.]*|[{''.join(numbers.VULGAR)}]")


def _trie(listed: Iterable[str]) -> str:
    """Words as one pattern that branches on the first letter, large or small: quick to fail on other words."""
    heads: dict[str, list[str]] = {}
    for word in sorted(set(listed), key=len, reverse=True):
        heads.setdefault(word[0], []).append(word[1:])
    return "|".join(f"[{head}{head.upper()}](?:{'|'.join(tails)})" for head, tails in heads.items())


# "a" begins a figure before a scale, a fraction or a unit that is one of it: "a third", "a metre (3 ft)".
_ONE_OF = "inch|foot|yard|mile|metre|meter|kilometre|kilometer|centimetre|centimeter|pound|kilo|litre|hour and"
_WORD = re.compile(
    rf"\b(?:(?:{_trie((*words.BEGINNINGS, 'minus'))})\b|[Aa]n? (?:{words.AFTER_ARTICLE}|(?:{_ONE_OF})\b))"
)


def read(text: str) -> tuple[Figure, ...]:
    """All figures of a text."""
    placed = dates(text)
    hushed = sorted(addresses(text))
    figures = list(_read(text, placed, hushed))
    return tuple(joined(text, figures))


def _read(text: str, placed: Sequence[Figure], hushed: Sequence[Span]) -> Iterator[Figure]:
    """Figures of every sort in order; where a date and a number overlap, the one that begins first is taken."""
    dated, hush, at = 0, 0, 0
    for start, spelt in _anchors(text):
        if start < at:
            continue
        while hush < len(hushed) and hushed[hush].end <= start:
            hush += 1
        if hush < len(hushed) and hushed[hush].start <= start:
            at = hushed[hush].end
            continue
        while dated < len(placed) and placed[dated].end <= start:
            yield placed[dated]
            dated += 1
        if dated < len(placed) and placed[dated].start <= start:
            at = placed[dated].end
            continue
        quiet = None if spelt else silent(text, start)
        if quiet is not None:
            at = quiet
            continue
        figure = _spelt(text, start) if spelt else _digits(text, start)
        if figure is None:
            at = start + 1
            continue
        while dated < len(placed) and placed[dated].start < figure.end:
            dated += 1
        yield figure
        at = max(figure.end, figure.reach.end)
    yield from placed[dated:]


def parse(string: str) -> Quantity:
    """The one figure that a string is: "about 27,000 km²", "$1.13bn", "two-thirds", "12 September 2017".

    Raises NotAQuantity where it holds none, or more than one, or words besides.
    """
    stripped = string.strip()
    found = read(stripped)
    if not found:
        raise NotAQuantity(string)
    if len(found) > 1:
        raise NotAQuantity(string, "holds more than one figure")
    figure = found[0]
    rest = (stripped[: figure.reach.start] + stripped[max(figure.reach.end, figure.end) :]).strip(" .,")
    if rest and rest.lower() not in ("a", "an", "the"):
        if figure.quantity.unit.kind is Kind.NUMBER and not stripped[: figure.reach.start].strip():
            noun = rest.lower()
            if re.fullmatch(r"[a-z]+(?:[ -][a-z]+){0,2}", noun):
                return replace(figure.quantity, unit=units.count(nouns.singular(noun.split(" ")[-1])), surface=stripped)
            units.find(rest)  # says which unit is unknown
        raise NotAQuantity(string, f"holds {rest!r} besides its figure")
    return figure.quantity


def _anchors(text: str) -> list[tuple[int, bool]]:
    """Where a figure may begin, in order: the offset, and whether it is in words."""
    found = [(match.start(), False) for match in _DIGIT.finditer(text)]
    found += [(match.start(), True) for match in _WORD.finditer(text)]
    found.sort()
    return found


# --- digits ----------------------------------------------------------------------------------------------------------

_MONEY = frozenset("#$£€¥₹₽₩₪₺฿₴₫₱₦")
_PREFIXED = re.compile(
    r"(?:(?<![A-Za-z])[A-Z][A-Za-z]{0,2}\.?[ \u00a0]?)?[#$£€¥₹₽₩₪₺฿₴₫₱₦][ \u00a0]?\Z|(?<![A-Za-z])[A-Z][A-Za-z]{0,3}\.?[ \u00a0]?\Z"
)
_ORDINAL = re.compile(r"(?:st|nd|rd|th)(?![\w])")
_RATIO = re.compile(r"(\d{1,3})(?:\.\d)?:(\d{1,3})(?![\d:.]\d|\d)|(\d{1,3})-to-(\d{1,3})(?!\d)")


def _digits(text: str, start: int) -> Figure | None:
    last = text[start - 1] if start else " "
    begin, unit, negative = start, None, False
    if last.isalnum() or last in "#$£€¥₹₽₩₪₺฿₴₫₱₦ \u00a0.":
        money = _money_before(text, start)
        if money is not None:
            unit, begin = money
        elif last.isalpha() or last == "_":
            return None  # A380, G7, iPhone12
    if last == "." and text[start].isdigit():
        if (start == 1 or not text[start - 2].isalnum()) and unit is None:
            begin = start - 1  # .5 per cent
        elif start > 1 and text[start - 2] in _MONEY:
            begin = start - 1
            money = _money_before(text, begin)
            if money is not None:
                unit, begin = money
        elif unit is None:
            return None
    race = _RACE.match(text, start)
    if race is not None and unit is None:
        return _race(text, start, race)
    found = _leading(text, begin, start) if begin == start - 1 and last == "." else numbers.number(text, start)
    if found is None:
        return None
    number, end = found
    sign = text[begin - 1] if begin else " "
    if sign in "-−–" and unit is None and begin > 1 and (text[begin - 2].isalnum() or text[begin - 2] in "%)"):
        if (
            text[begin - 2].isalpha()
            and sign == "-"
            and text[max(0, begin - 6) : begin].lower() not in (" sub-", "minus-")
        ):
            return None  # F-16, COVID-19
    elif sign in "-−" or (sign == "–" and begin > 1 and text[begin - 2] in " (" and text[begin : begin + 1] != " "):
        negative = begin < 2 or not text[begin - 2].isalnum()
    ratio = _RATIO.match(text, start)
    if ratio and unit is None:
        a, b = (int(each) for each in ratio.groups() if each)
        if b == 0:
            return None
        return _figure(text, start, ratio.end(), Number(a, 0, b), RATIO, None)
    ordinal = _ORDINAL.match(text, end)
    if ordinal:
        return _figure(text, start, ordinal.end(), number, ORDINAL, None)
    number, end, unit = _scaled(text, number, end, unit)
    if negative:
        number = replace(number, mantissa=-number.mantissa)
        begin -= 1
    elif text[max(0, begin - 6) : begin].lower() in ("minus ", "minus-"):
        number, negative, begin = replace(number, mantissa=-number.mantissa), True, begin - 6
    return _measured(text, begin, end, number, unit, signed=negative or sign == "+")


_RACE = re.compile(r"(?:(\d):)?(\d{1,2}):(\d{2})\.(\d{1,2})(?![\d.:])")


def _race(text: str, start: int, match: re.Match[str]) -> Figure:
    """A race time, 1:48.32, in seconds."""
    hours, minutes, seconds, parts = match.groups()
    whole = int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds)
    number = Number(whole * 10 ** len(parts) + int(parts), -len(parts), decimals=len(parts))
    return _figure(text, start, match.end(), number, units.find("second"), None)


def _leading(text: str, begin: int, start: int) -> tuple[Number, int] | None:
    """A number that starts with its decimal point: .04%."""
    match = re.match(r"\d{1,12}", text[start : start + 12])
    if match is None or text[start + match.end() : start + match.end() + 1] == ".":
        return None
    digits = match.group()
    return Number(int(digits), -len(digits), decimals=len(digits)), start + match.end()


def _money_before(text: str, start: int) -> tuple[Unit, int] | None:
    """The currency that stands before a number, and where it begins."""
    match = _PREFIXED.search(text, max(0, start - 6), start)
    while match is not None:
        surface = match.group().strip(" \u00a0")
        unit = units.table().prefixes.get(surface) or units.table().prefixes.get(surface.replace(" ", ""))
        if unit is not None:
            return unit, match.start()
        match = _PREFIXED.search(text, match.start() + 1, start)
    return None


_PLAIN_METRES = re.compile(
    r"[ \u00a0](?:long|wide|high|tall|deep|away|above|below|from|race|hurdles|final|sprint|freestyle|run|course|cordon|in|at|of|to|and|or|on|by|for|the|was|is|with|dash|mark|sea|off|after|before|short|behind|ahead|north|south|east|west|he|she|it|they|women|men|event|champion|title|relay|record|world|indoor|butterfly|backstroke|breaststroke|medley)\b"
)


def _scaled(text: str, number: Number, end: int, unit: Unit | None) -> tuple[Number, int, Unit | None]:
    """The number with its scale word multiplied out."""
    found = numbers.scale(text, end)
    while found is not None:
        word, after = found
        if word in ("b", "k", "m") and not _scale_letter(text, end, after, word, unit):
            break
        number = replace(number, exponent=number.exponent + numbers.power(word))
        end = after
        found = numbers.scale(text, end) if len(word) > 3 or word == "bn" else None
        if found is not None and len(found[0]) < 4:
            found = None
    return number, end, unit


def _scale_letter(text: str, end: int, after: int, word: str, unit: Unit | None) -> bool:
    """Whether a letter behind the digits is a scale: 5m of money or people, not 200m of length."""
    letter = text[end:after]
    if unit is not None:
        return True
    if letter in "Kk":
        return not text[after : after + 2].startswith(("/", "°"))
    if letter in "bB":
        return False
    if letter == "M":
        return True
    rest = text[after : after + 40]
    behind = units.match(text, after + 1) if rest[:1] in (" ", "\u00a0") else None
    if (
        behind is not None
        and (behind[0].kind is Kind.CURRENCY or behind[0].name not in ("inch",))
        and not _PLAIN_METRES.match(rest)
    ):
        return True
    if rest[:1] in (" ", "\u00a0"):
        return (
            not _PLAIN_METRES.match(rest)
            and bool(re.match(r"[ \u00a0][a-z]", rest))
            and (nouns.counted(text, after) is not None or bool(re.match(r" (?:more|fewer|people|new)\b", rest)))
        )
    return False


# --- words -----------------------------------------------------------------------------------------------------------

_LITTLE = re.compile(
    r"(?:the |a |an )?(?:first|second|other|next|last|past|every|each|this|that|no|any|some|which|another|the|only) \Z",
    re.IGNORECASE,
)
_ONE = re.compile(r"one\b", re.IGNORECASE)
_FRACTION_CLOSES = re.compile(
    r"(?:s)?(?:[ -](?:of|in|from|less|more|higher|lower|to|by|the|as|again|that|this|its|their|his|her|on|since|between|compared|or|and|who|said|were|are|was|is|have|had|would|did|do|say|think)\b|[.,;:)!?—–-]|\Z|\n| \()",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"[ -](?:times|fold)(?: (?:as|more|higher|larger|greater|bigger|the|its|their|that|his|her|faster|what|those|less|fewer|better|lower|smaller|over|longer|likelier|likely)\b)?"
)
_PERIOD = re.compile(
    r"\b(?:first|second|third|fourth|final|last|opening|closing|next|other|better|previous|earlier|top|bottom|right|left|early|late|each|either|both) \Z",
    re.IGNORECASE,
)


def _spelt(text: str, start: int) -> Figure | None:
    if (start and text[start - 1] in "-'’") or idle(text, start, start):
        return None
    head = text[start : start + 6].lower()
    if head.startswith("minus "):
        return None  # the digits behind it take the sign
    if re.match(r"an? (?=[a-z])", head) and not re.match(words.ARTICLE, text[start : start + 24], re.IGNORECASE):
        return _article(text, start)
    round_plural = words.many(text, start)
    if round_plural is not None:
        low, high, end = round_plural
        figure = _measured(text, start, end + 3, low, None)
        return None if figure is None else replace(figure, quantity=replace(figure.quantity, upper=high))
    if _ORDINAL_WORD.match(text, start):
        return _ordinal(text, start)
    factor = _FACTOR.match(text, start)
    if factor:
        top, bottom = words.FACTORS[factor.group().lower()]
        return _factor(text, start, factor.end(), Number(top, 0, bottom, Form.FACTOR))
    fraction = words.fraction(text, start)
    if fraction is not None:
        number, end = fraction
        return _part(text, start, end, number)
    begin = start + (re.match(r"an? ", text[start : start + 3], re.IGNORECASE) or re.match("", "")).end()  # type: ignore[union-attr]
    whole = words.whole(text, begin)
    if whole is None:
        return None
    number, end = whole
    scaled = _scaled(text, number, end, None)
    number, end = scaled[0], scaled[1]
    more = words.and_half(text, end)
    if more and number.divisor == 1:
        top, bottom, end = more
        scale = numbers.scale(text, end)
        number = Number(number.mantissa * 10 ** max(number.exponent, 0) * bottom + top, 0, bottom)
        if scale and len(scale[0]) > 3:
            number, end = replace(number, exponent=numbers.power(scale[0])), scale[1]
    if _ONE.fullmatch(text[begin:end]):
        return _one(text, begin, end, number)
    if text[end : end + 1] == "-" and text[end + 1 : end + 4].lower() in (
        "way",
        "man",
        "sto",
        "sid",
        "off",
        "par",
        "per",
    ):
        pass
    return _measured(text, start, end, number, None)


_ORDINAL_WORD = re.compile(rf"(?:{'|'.join(sorted(words.ORDINALS, key=len, reverse=True))})\b", re.IGNORECASE)
_FACTOR = re.compile(rf"(?:{'|'.join(sorted(words.FACTORS, key=len, reverse=True))})(?![\w-])", re.IGNORECASE)


def _article(text: str, start: int) -> Figure | None:
    """ "a centimetre (an inch)", "an hour and a half": one of a unit, where the unit stands in a bracket or before one."""
    end = start + text[start:].index(" ") + 1
    found = units.match(text, end)
    if found is None or found[0].kind is not Kind.PHYSICAL:
        return None
    unit, stop = found
    half = words.and_half(text, stop)
    if half:
        return _figure(text, start, half[2], Number(half[0] + half[1], 0, half[1]), unit, None)
    bracketed = (text[start - 1 : start] == "(" and text[stop : stop + 1] == ")") or re.match(
        r" \((?:about |an? |\d)", text[stop : stop + 9]
    )
    return _figure(text, start, stop, Number(1, 0, 1, Form.WORDS), unit, None) if bracketed else None


def _ordinal(text: str, start: int) -> Figure | None:
    match = _ORDINAL_WORD.match(text, start)
    assert match is not None
    return _figure(
        text, start, match.end(), Number(words.ORDINALS[match.group().lower()], 0, 1, Form.WORDS), ORDINAL, None
    )


def _factor(text: str, start: int, end: int, number: Number) -> Figure | None:
    if re.match(
        r"[ -](?:room|bed|bill|agent|standard|glazing|glazed|act|decker|fault|header|bass|check|click|jump|world|gold|winner|Olympic|take|back|bogey|figures|digits?)\b",
        text[end : end + 10],
    ):
        return None
    return _hedged(text, start, end, number, MULTIPLE)


def _part(text: str, start: int, end: int, number: Number) -> Figure | None:
    """A fraction, where it is one: not the second half, a third man, half-time."""
    surface = text[start:end].lower()
    if _PERIOD.search(text[max(0, start - 10) : start]):
        return None
    if surface == "half":
        over = re.match(
            r"half(?: an?|-an?)? ?-?(?=(?:million|billion|trillion|dozen|thousand|hundred)\b)",
            text[start : start + 16],
            re.IGNORECASE,
        )
        if over:
            scale = words.whole(text, start + over.end())
            if scale is not None:
                number, end = replace(scale[0], divisor=2), scale[1]
                return _measured(text, start, end, number, None)
        measure = re.match(r"half(?: an? |-an?-|-| )", text[start : start + 9], re.IGNORECASE)
        if measure:
            unit = units.match(text, start + measure.end())
            if unit is not None and unit[0].kind is Kind.PHYSICAL and " " in measure.group()[4:]:
                return _hedged(text, start, unit[1], Number(1, 0, 2), unit[0])
        if text[end : end + 1] == "-" or re.match(
            r" (?:time|back|way|past|term|hour|year|brother|sister|century|price)\b", text[end : end + 9]
        ):
            return None
        return _hedged(text, start, end, number, NUMBER)
    if text[end : end + 1] == "-" or not _FRACTION_CLOSES.match(text, end):
        noun = nouns.counted(text, end)
        if noun is None or "in" not in surface:
            return None
    unit = units.match(text, end + 4) if text[end : end + 4] == " of a" and text[end + 4 : end + 5] == " " else None
    if text[end : end + 6] == " of a " and (unit := units.match(text, end + 6)) and unit[0].kind is Kind.PHYSICAL:
        return _hedged(text, start, unit[1], replace(number, form=Form.DIGITS), unit[0])
    return _hedged(text, start, end, number, NUMBER)


def _one(text: str, start: int, end: int, number: Number) -> Figure | None:
    """One, where it is a number: one tonne, one vote, one million; never a pronoun."""
    if _LITTLE.search(text[max(0, start - 12) : start]):
        return None
    behind = end + 1 if text[end : end + 1] in (" ", "-", "\u00a0") else end
    unit = units.match(text, behind) if behind > end else None
    if (
        unit is not None
        and unit[0].name not in ("day", "second", "week", "hand")
        and unit[0].kind in (Kind.PHYSICAL, Kind.CURRENCY)
    ):
        return _measured(text, start, end, number, None)
    if re.match(r" (?:per ?cent|percent|percentage point|point)\b", text[end : end + 18]):
        return _measured(text, start, end, number, None)
    noun = nouns.one(text, end)
    return None if noun is None else _hedged(text, start, noun[1], number, units.count(noun[0]))


# --- units -----------------------------------------------------------------------------------------------------------

_PERCENT = re.compile(
    r"[ \u00a0\u202f]?(?:%|％)|[ \u00a0-]?(?:per[ -]?cents?|percent|pct\.?|pc)(?![\w])", re.IGNORECASE
)
_POINTS = re.compile(
    r"[ \u00a0-](?:percentage|per cent|percent|%)[ \u00a0-]points?\b|[ ]?%[ -]points?\b|[ ]?(?:pp|ppt|ppts)\b",
    re.IGNORECASE,
)
_BASIS = re.compile(r"[ \u00a0-](?:basis points?|bps?\b|bp\b)", re.IGNORECASE)
_TIMES_MORE = re.compile(r"[ \u00a0-]?(?:times|fold)\b|x(?![\w])")
_TIMES_WORD = re.compile(
    r"[ ](?:as|more|higher|larger|greater|bigger|the|its|their|that|his|her|faster|what|those|less|fewer|better|lower|smaller|longer|likelier|normal|earnings|sales)\b|[ ]?[.,;)]"
)
_AGED = re.compile(r"[- ](?:year|yr)s?[- ]olds?\b|[- ](?:month|week|day)s?[- ]olds?\b", re.IGNORECASE)
_AGED_BEFORE = re.compile(r"\b(?:aged|age|age of|ages|at the age of) \Z", re.IGNORECASE)
_NAMED_AGE = re.compile(r"(?:[A-Z][\w’'.-]+) ?, \Z")
_PER = re.compile(
    r"[ \u00a0](?:an?|per|each|every)[ \u00a0](?!(?:year-|year earlier|year ago|year before|result|whole|total|day earlier|month earlier|week earlier|quarter of|third|half|while|bit|little|lot|few|record|rate|good|new|further|loss|profit|gain|rise|fall|drop|high|low|time when|time for|deal|bid|move|sign|price)\b)([a-z]{3,}(?:-[a-z]+)?)(?![\w-])|/([a-z]{2,8})\b"
)
_PERS = frozenset(
    (
        "share barrel bushel tonne ton pound ounce gallon litre liter kilo kilogram gram mile km kilometre hour "
        "day week month year quarter head person unit ticket copy customer household family pupil student patient "
        "child vehicle car acre hectare square annum capita bottle night minute second game episode season word "
        "page piece bond contract trip call message text job hr hour yr wk mo lb kg gal bbl mt employee worker "
        "member adult passenger seat room home house property vote inhabitant citizen taxpayer leg"
    ).split()
)


def _measured(
    text: str, start: int, end: int, number: Number, unit: Unit | None, signed: bool = False
) -> Figure | None:
    """The figure with whatever unit follows: percent, a physical unit, money, a multiple, an age, a counted noun."""
    if unit is not None:
        return _hedged(text, start, *_per(text, end, number, unit), signed=signed)
    behind = text[end : end + 1]
    if behind in " -\u00a0\u202f%％ppP\n":
        for pattern, kind in ((_POINTS, POINT), (_BASIS, units.BASIS_POINT), (_PERCENT, PERCENT)):
            match = pattern.match(text, end)
            if match:
                return _hedged(text, start, match.end(), number, kind, signed=signed)
    aged = _AGED.match(text, end) if behind in " -" else None
    if aged:
        is_year = "y" in aged.group().lower()[:3]
        unit = units.find("year" if is_year else aged.group().strip(" -").split("-")[0].split(" ")[0].rstrip("s"))
        return _hedged(text, start, aged.end(), number, unit, age=is_year)
    times = _TIMES_MORE.match(text, end)
    if times and (_TIMES_WORD.match(text, times.end()) or "fold" in times.group()):
        return _hedged(
            text,
            start,
            times.end(),
            replace(number, form=Form.FACTOR) if number.form is Form.WORDS else number,
            MULTIPLE,
            signed=signed,
        )
    joint = end + 1 if behind in (" ", "-", "\u00a0", "\u202f", "\u2009", "\n") else end
    if behind.isalpha() or joint > end or behind in "°º€£¥%℃℉\"″′'²":
        found = units.match(text, joint)
        if found is not None and _plausible(text, start, joint, end, found, number):
            unit, stop = found
            if unit.kind is Kind.CURRENCY:
                return _hedged(text, start, *_per(text, stop, number, unit), signed=signed)
            if len(text[joint:stop]) > 1 or behind != "-":
                money = next((each for each in unit.others if each.kind is Kind.CURRENCY), None)
                if money is not None and _of_money(text, start, stop):
                    return _hedged(text, start, *_per(text, stop, number, money), signed=signed)
                return _hedged(text, start, stop, number, _single(unit), signed=signed)
    if behind.isalpha():
        return None  # 3D, 5G, 747s
    if _AGED_BEFORE.search(text, max(0, start - 16), start) and 0 <= number.value <= 120 and number.exponent == 0:
        return _hedged(text, start, end, number, units.find("year"), age=True)
    if (
        behind in ",)"
        and number.exponent == 0
        and number.divisor == 1
        and 1 <= number.mantissa <= 115
        and number.form is Form.DIGITS
    ) and (
        text[end : end + 2] in (", ", ",\n")
        and _NAMED_AGE.search(text, max(0, start - 24), start)
        and not re.match(r", \d", text[end : end + 3])
    ):
        return _hedged(text, start, end, number, units.find("year"), age=True)
    if joint > end and behind != "-":
        noun = nouns.counted(text, end)
        if noun is not None:
            name, stop = noun
            return _hedged(text, start, *_per(text, stop, number, units.count(name)), signed=signed)
    elif behind == "-":
        compound = re.match(r"-([a-z]{3,})(?![\w])", text[end : end + 20])
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
        ):
            return _hedged(
                text, start, end + compound.end(), number, units.count(nouns.singular(compound.group(1))), signed=signed
            )
    return _hedged(text, start, end, number, NUMBER, signed=signed)


def _single(unit: Unit) -> Unit:
    """A unit of mass or length without the currencies that share its name."""
    others = tuple(each for each in unit.others if each.kind is not Kind.CURRENCY)
    return unit if len(others) == len(unit.others) else replace(unit, others=others)


def _of_money(text: str, start: int, stop: int) -> bool:
    """Whether pounds are money: where pounds sterling or pence stand near, or what follows is not something heavy."""
    near = text[max(0, start - 300) : stop + 300].lower()
    return bool("£" in near or "sterling" in near or "pence" in near)


_SECONDS = re.compile(r"(?:second|seconds|hand|hands|stone|pint|pints)\Z")


def _plausible(text: str, start: int, joint: int, end: int, found: tuple[Unit, int], number: Number) -> bool:
    surface = text[joint : found[1]]
    if surface in ("C", "F", "K") and joint == end and number.exponent > 0:
        return False
    if (
        surface in ("in",)
        and text[found[1] : found[1] + 1] == " "
        and re.match(
            r" (?:the|a|an|his|her|its|their|this|that|which|all|total|[A-Z]|\d{4}|January|each|one|some)\b",
            text[found[1] : found[1] + 10],
        )
    ):
        return False
    return not (
        surface in ("second", "minute")
        and joint > end
        and text[joint - 1] == " "
        and number.mantissa != 1
        and number.form is Form.WORDS
    )


def _per(text: str, end: int, number: Number, unit: Unit) -> tuple[int, Number, Unit]:
    """The end, number and unit once "a share", "per barrel", "/hr" behind them is taken in."""
    match = _PER.match(text, end)
    if match:
        per = (match.group(1) or match.group(2)).lower()
        per = {
            "annum": "year",
            "hr": "hour",
            "yr": "year",
            "wk": "week",
            "kilo": "kilogram",
            "lb": "pound",
            "capita": "person",
            "head": "person",
            "mo": "month",
        }.get(per, per)
        if per in _PERS or " per " in match.group().replace("\u00a0", " "):
            stop = match.end()
            if match.group().strip().startswith("per"):
                longer = units.match(text, match.start(1))
                if longer and longer[1] > stop:
                    return longer[1], number, units.rate(unit, longer[0].name)
            return stop, number, units.rate(unit, per)
    return end, number, unit


# "for over six years" hedges; "over six years" alone is a preposition.
_LASTING = re.compile(r"\b(?:for|well|just|of|by|at|is|was|lasted|took|spent|with|after) \Z", re.IGNORECASE)


def _hedged(
    text: str, start: int, end: int, number: Number, unit: Unit, *, age: bool = False, signed: bool = False
) -> Figure | None:
    """The figure, with the hedge before or behind it."""
    reach_start, reach_end, hedge = start, end, None
    if start:
        found = hedges.before(text, start)
        if found is not None and (
            found[0].word not in ("over", "under")
            or unit.dimension != "[time]"
            or _LASTING.search(text, max(0, found[1] - 12), found[1])
        ):
            hedge, reach_start = found
    behind = hedges.after(text, end)
    if behind is not None and hedge is None:
        hedge, reach_end = behind
    if age or (unit.kind is Kind.NUMBER and unit.per == ""):
        before = _AGED_BEFORE.search(text, max(0, reach_start - 16), reach_start)
        if before and age:
            reach_start = before.start()
    span = Span(start, end)
    return Figure(
        span, Quantity(text[start:end], number, unit, None, hedge, None, age, signed), Span(reach_start, reach_end)
    )


def _figure(text: str, start: int, end: int, number: Number, unit: Unit, hedge: Hedge | None) -> Figure:
    span = Span(start, end)
    return Figure(span, Quantity(text[start:end], number, unit, None, hedge), span)
