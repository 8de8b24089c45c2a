"""A figure in digits: sign, currency before it, the number, its scale and what follows.

In: a text and an offset at which a digit stands. Out: the Figure there, or None. The one idea: what stands before the
digits is looked at only where the character right before them makes it possible.
"""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck import units
from factcheck.figures import nouns, numbers, ratios, words
from factcheck.figures.measure import hedged, measured, plain
from factcheck.model import Figure, Form, Number
from factcheck.units import NUMBER, ORDINAL, Kind, Unit

_SYMBOLS = "#$£€¥₹₽₩₪₺฿₴₫₱₦₵৳₸₼₾"
_MONEY = frozenset(_SYMBOLS)
_PREFIXED = re.compile(
    rf"(?:\$[A-Z]{{1,3}}|Y=)[ \u00a0]?\Z|(?:(?:U\.S\.|(?<![A-Za-z])[A-Z][A-Za-z]{{0,2}}\.?)[ \u00a0]?)?[{_SYMBOLS}][ \u00a0]?\Z|(?<![A-Za-z])(?:[A-Z][A-Za-z]{{0,3}}\.?|dlrs)[ \u00a0]?\Z"
)
_CAPITAL = re.compile(rf"[A-Z{_SYMBOLS}=]|dlrs")
# What a currency before a space ends with: "US$ 5", "Rs 10", "Rs. 10", "EUR 20", "DKr 3".
_BEFORE_SPACE = frozenset(_SYMBOLS + "=ABCDEFGHIJKLMNOPQRSTUVWXYZrskhap.")
_ORDINAL = re.compile(r"(?:(?<=1)st|(?<=2)nd|(?<=3)rd|(?<=\d)th)(?!\w)")


def figure(text: str, start: int) -> Figure | None:
    last = text[start - 1] if start else " "
    begin, unit, negative, signed = start, None, False, False
    if last in "-−" and start > 1 and text[start - 2] in _MONEY:  # $-50.8bn
        money = _money_before(text, start - 1)
        if money is not None:
            (unit, begin), signed = money, True
    if (
        last == " "
        and start > 1
        and text[start - 2] in _BEFORE_SPACE
        and _CAPITAL.search(text, max(0, start - 6), start - 1)
    ) or (last != " " and (last.isalnum() or last in _MONEY or last in "=\u00a0.")):
        money = _money_before(text, start)
        if money is not None:
            unit, begin = money
        elif last.isalpha() or last == "_":
            return None  # A380, G7, iPhone12
    point = False  # whether the number starts with its decimal point
    if last == "." and text[start].isdigit():
        money = _money_before(text, start - 1) if start > 1 and text[start - 2] in _MONEY else None
        if money is not None:
            (unit, begin), point = money, True  # $.40
        elif start == 1 or not text[start - 2].isalnum():
            begin, point = start - 1, True  # .5 per cent
        elif text[start - 2] == "c" and (start == 2 or not text[start - 3].isalnum()):
            pass  # c.300 people
        elif unit is None:
            return None
    if last == ":" and start > 1 and text[start - 2].isdigit():
        return None  # the minutes of a time, a verse
    found = _leading(text, start) if point else numbers.number(text, start)
    if found is None:
        return None
    number, end = found
    sign = text[begin - 1] if begin else " "
    if sign in "-−–" and unit is None and begin > 1 and (text[begin - 2].isalnum() or text[begin - 2] in "%)"):
        if text[begin - 2].isalpha() and sign == "-" and not _JOINED.search(text, max(0, begin - 8), begin):
            return None  # F-16, COVID-19
        if _MODEL.search(text, max(0, begin - 9), begin):
            return None  # i7-9700
    elif not signed and (
        sign in "-−" or (sign == "–" and begin > 1 and text[begin - 2] in " (" and text[begin : begin + 1] != " ")
    ):
        negative = begin < 2 or not text[begin - 2].isalnum()
    behind = text[end : end + 2]
    if behind in (" o", " i", "-i", "-o") and unit is None and number.exponent == 0:
        among = words.among(text, end)
        if among is not None and 0 < number.mantissa < among[0] and number.divisor == 1:
            return hedged(text, start, among[1], Number(number.mantissa, 0, among[0], Form.FRACTION), NUMBER)
    elif behind[:1] in _MARKS and unit is None and not negative:
        pair = ratios.height(text, start) if behind[0] in "'′’" else ratios.pair(text, start)
        if pair is not None:
            return pair
        if behind[0] == ":" and behind[1:].isdigit():
            return None  # a verse, a time
    elif (behind == " t" and unit is None) or number.form is Form.FRACTION:
        odds = ratios.pair(text, start)
        if odds is not None:
            return odds
    elif behind[:1] == "s" and start == begin and (age := _DECADE.match(text, start)):
        owned = _OWN.search(text, max(0, start - 16), start)
        return _decade(text, start, age.end(), number) if owned is not None else None
    elif behind in ("st", "nd", "rd", "th"):
        ordinal = _ORDINAL.match(text, end)
        if ordinal:
            return plain(text, start, ordinal.end(), number, ORDINAL, None)
    elif behind == " a" and number.divisor == 1 and number.exponent == 0 and (half := words.and_half(text, end)):
        number, end = Number(number.mantissa * half[1] + half[0], 0, half[1]), half[2]
    number, end, unit = scaled(text, number, end, unit)
    if negative or signed:
        number = replace(number, mantissa=-number.mantissa)
        begin -= not signed
        negative = True
    elif text.endswith(_MINUS, 0, begin) and not text.endswith(_PLUS_OR, max(0, begin - 11), begin - 6):
        number, negative, begin = replace(number, mantissa=-number.mantissa), True, begin - 6
    elif text.endswith(_NEGATIVE, 0, begin):
        number, negative, begin = replace(number, mantissa=-number.mantissa), True, begin - len(_NEGATIVE)
    return measured(text, begin, end, number, unit, signed=negative or sign == "+")


_MARKS = frozenset(":-/'′’")
_DECADE = re.compile(r"[1-9]0s\b")
_OWN = re.compile(r"\b(?:his|her|their|my|our|your)[ -](?:(?:early|mid|late|middle)[ -])?\Z", re.IGNORECASE)


def _decade(text: str, start: int, end: int, number: Number) -> Figure | None:
    """An age by its decade: in their 50s."""
    figure = plain(text, start, end, number, units.find("year"), None)
    return replace(figure, quantity=replace(figure.quantity, upper=Number(number.mantissa + 9), age=True))


_MODEL = re.compile(r"(?<![\w$£€.,])(?!Rs|RM|Tk)[A-Za-z]{1,2}\d{1,4}-\Z")
_MINUS = ("minus ", "minus-", "Minus ")
_NEGATIVE = "negative "
_PLUS_OR = ("or ", "plus/")
# What a number may be hyphened to: "sub-300 sq m", "the then-18-year-old", "20bn-30bn", "5km-6km".
_JOINED = re.compile(
    r"(?:\b(?i:sub|now|then|minus|by|to|mid|early|late)|\d[ -](?:foot|feet|ft)|[\d½¼¾] ?(?:bn|[a-z]{1,3}))-\Z"
)


_DECIMALS = re.compile(r"\d{1,12}")
_MORE = re.compile(r"\.\d")  # a version


def _leading(text: str, start: int) -> tuple[Number, int] | None:
    """A number that starts with its decimal point: .04%."""
    match = _DECIMALS.match(text, start)
    if match is None or _MORE.match(text, match.end()):
        return None
    digits = match.group()
    return Number(int(digits), -len(digits), decimals=len(digits)), match.end()


# Unidecode writes £ as "PS" and ¥ as "Y="; a PS5 is no money.
_ASCII_POUNDS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?(?: ?(?:bn|tn|m)\b| [mbt]r?illion)|\d+\.\d\d\b")


def _money_before(text: str, start: int) -> tuple[Unit, int] | None:
    """The currency that stands before a number, and where it begins."""
    match = _PREFIXED.search(text, max(0, start - 6), start)
    while match is not None:
        surface = match.group().strip(" \u00a0")
        unit = units.table().prefixes.get(surface) or units.table().prefixes.get(surface.replace(" ", ""))
        if unit is not None and (surface != "PS" or _ASCII_POUNDS.match(text, start)):
            return unit, match.start()
        match = _PREFIXED.search(text, match.start() + 1, start)
    return None


_PLAIN_METRES = re.compile(
    r"[ \u00a0](?:long|wide|high|tall|deep|away|above|below|from|race|hurdles|final|sprint|freestyle|run|course|cordon|in|at|of|to|and|or|on|by|for|the|was|is|with|dash|mark|sea|off|after|before|short|behind|ahead|north|south|east|west|he|she|it|they|women|men|event|champion|title|relay|record|world|indoor|butterfly|backstroke|breaststroke|medley)\b"
)


def scaled(text: str, number: Number, end: int, unit: Unit | None) -> tuple[Number, int, Unit | None]:
    """The number with its scale word multiplied out."""
    found = numbers.scale(text, end)
    while found is not None:
        word, after = found
        if word in ("b", "k", "m") and not _scale_letter(text, end, after, word, unit):
            break
        exponent = number.exponent + numbers.power(word)
        number = Number(number.mantissa, exponent, number.divisor, number.form, number.decimals)
        end = after
        found = numbers.scale(text, end) if len(word) > 3 or word == "bn" else None
        if found is not None and len(found[0]) < 4:
            found = None
    return number, end, unit


_OF_MONEY = re.compile(r"[$£€]\d[\d.,]{0,8}m?(?:[-–]| to )\d[\d.,]{0,8}\Z")  # £3.8-4.9m
_OF_THEM = re.compile(r" (?:of (?:its|the|their|these|those|his|her|our|them)|have|were|are|people|more|fewer)\b")


NEAR = 80  # code points back in which millions of something are counted
_MILLIONS = re.compile(r"\d(?:\.\d+)?m (?!long|wide|high|tall|deep)[a-z]{3,}s\b")
_SUBJECT = re.compile(r" (?:it|he|she|they|in (?:19|20)\d\d|a year)\b")


def _scale_letter(text: str, end: int, after: int, word: str, unit: Unit | None) -> bool:
    """Whether a letter behind the digits is a scale: 5m of money or people, not 200m of length."""
    letter = text[end:after]
    if unit is not None or _OF_MONEY.search(text, max(0, end - 24), end):
        return True
    if letter in "Kk":
        return not text[after : after + 2].startswith(("/", "°"))
    if letter in "bB":
        return False
    if letter == "M":
        return True
    rest = text[after : after + 40]
    if rest.startswith("-strong"):
        return True
    if _SUBJECT.match(rest) and _MILLIONS.search(text, max(0, end - NEAR), end):
        return True  # "1.2m cars, 12% fewer than the 1.36m it sold in May"
    if _OF_THEM.match(rest):
        return True
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
