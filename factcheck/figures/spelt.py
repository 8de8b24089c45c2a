"""A figure in words: whole numbers, fractions, multiples, ordinals, "one" and "a".

In: a text and an offset at which a number word stands. Out: the Figure there, or None. The one idea: the longest shape
is tried first, and a word that is also something else ("half", "second", "one") must show that it is a number.
"""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck import units
from factcheck.figures import nouns, numbers, ratios, words
from factcheck.figures.digits import scaled
from factcheck.figures.measure import frequency, hedged, measured, plain, points
from factcheck.figures.silence import idle
from factcheck.model import Figure, Form, Number
from factcheck.units import MULTIPLE, NUMBER, ORDINAL, Kind, Unit

_LITTLE = frozenset("first second other next last past every each this that no any some which another the only".split())
_ONE = re.compile(r"one\b", re.IGNORECASE)
_FRACTION_CLOSES = re.compile(
    r"(?:s)?(?:[ -](?:of|in|from|less|more|higher|lower|below|above|cheaper|larger|smaller|bigger|longer|shorter|to|by|the|as|again|that|this|its|their|his|her|on|since|between|compared|or|and|who|said|were|are|was|is|have|had|would|did|do|say|think)\b|[.,;:)!?—–-]|\Z|\n| \(| [-–—] )",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"[ -](?:times|fold)(?: (?:as|more|higher|larger|greater|bigger|the|its|their|that|his|her|faster|what|those|less|fewer|better|lower|smaller|over|longer|likelier|likely)\b)?"
)
_PERIODS = frozenset(
    (
        "first second third fourth final last opening closing next other better previous earlier top bottom right left "
        "early late each either both this"
    ).split()
)


def figure(text: str, start: int) -> Figure | None:
    match = _FIRST.match(text, start)
    if match is None or (start and text[start - 1] in "-'’" and not _range_ends(text, start, match.end())):
        return None
    first, behind = match.group().lower(), match.end()
    if first == "minus":
        return None  # the number behind it takes the sign
    if idle(text, start, first):
        return None
    if first in _SINGLE:
        following = _FIRST.match(text, behind + 1) if text[behind : behind + 1] in (" ", "-") else None
        then = following.group().lower() if following is not None else ""
        if following is not None and text[behind] == "-" and first in words.TENS and then in words.ORDINALS:
            number = Number(words.TENS[first] + words.ORDINALS[then], 0, 1, Form.WORDS)  # twenty-first
            return plain(text, start, following.end(), number, ORDINAL, None)
        if then not in words.CONTINUING:
            return _counted(text, start, behind, Number(_SINGLE[first], 0, 1, Form.WORDS))
    if first in ("a", "an") and not _ARTICLE.match(text, start):
        return _article(text, start)
    round_plural = words.many(text, start) if first in words.PLURALS else None
    if round_plural is not None:
        low, high, end = round_plural
        figure = measured(text, start, end, low, None)
        return None if figure is None else replace(figure, quantity=replace(figure.quantity, upper=high))
    if first in words.PARTS and text.endswith(("remaining ", "other "), 0, start):
        return _part(text, start, behind, Number(1, 0, words.PARTS[first], Form.FRACTION))
    if first in words.ORDINALS:
        return plain(text, start, start + len(first), Number(words.ORDINALS[first], 0, 1, Form.WORDS), ORDINAL, None)
    factor = _FACTOR.match(text, start) if first in _FACTOR_FIRST else None
    if factor:
        top, bottom = words.FACTORS[factor.group().lower()]
        return _factor(text, start, factor.end(), Number(top, 0, bottom, Form.FACTOR))
    fraction = None if _QUARTERS.search(text, max(0, start - 16), start) else words.fraction(text, start)
    if fraction is not None:
        number, end = fraction
        return _part(text, start, end, number)
    begin = behind + 1 if first in ("a", "an") else start
    whole = words.whole(text, begin)
    if whole is None:
        return None
    number, end = whole
    number, end, _ = scaled(text, number, end, None)
    more = words.and_half(text, end)
    if more and number.divisor == 1:
        top, bottom, end = more
        scale = numbers.scale(text, end)
        number = Number(number.mantissa * 10 ** max(number.exponent, 0) * bottom + top, 0, bottom)
        if scale and len(scale[0]) > 3:
            number, end = replace(number, exponent=numbers.power(scale[0])), scale[1]
    if _ONE.fullmatch(text[begin:end]):
        return _one(text, begin, end, number)
    return _counted(text, start, end, number)


def _range_ends(text: str, start: int, end: int) -> bool:
    """Whether a word behind a hyphen ends a range: a two-to-three-week trip, a ten-by-twelve-foot room."""
    return text[start - 4 : start] in ("-to-", "-by-") and text[end : end + 1] == "-"


def _counted(text: str, start: int, end: int, number: Number) -> Figure | None:
    """A whole number with what it counts, and the minus before it."""
    if text[max(0, start - 6) : start].lower() == "minus " and text[max(0, start - 9) : start - 6] != "or ":
        return measured(text, start - 6, end, replace(number, mantissa=-number.mantissa), None, signed=True)
    ratio = ratios.ratio(text, start, end, number) if text[end : end + 3] in (" to", "-to") else None
    return ratio or measured(text, start, end, number, None)


_SINGLE = {word: value for word, value in {**words.ONES, **words.TENS}.items() if word != "one"}
_ARTICLE = re.compile(words.ARTICLE, re.IGNORECASE)
_FIRST = re.compile(r"[A-Za-z]*")
_FACTOR_FIRST = frozenset(each.split("-")[0] for each in words.FACTORS)
_FACTOR = re.compile(rf"(?:{'|'.join(sorted(words.FACTORS, key=len, reverse=True))})(?![\w-])", re.IGNORECASE)


def _article(text: str, start: int) -> Figure | None:
    """One of a unit, where something shows that it is counted: "almost a mile", "a metre (3 ft)", "an hour and a half"."""
    end = text.index(" ", start) + 1
    point = points(text, end - 1)
    if point is not None:
        if text[max(0, start - 3) : start] == "of ":
            return None  # a fraction of a percentage point
        return hedged(text, start, point[1], Number(1, 0, 1, Form.WORDS), point[0])
    found = units.match(text, end)
    if found is None or found[0].kind is not Kind.PHYSICAL:
        return None
    unit, stop = found
    half = words.and_half(text, stop)
    if half:
        return plain(text, start, half[2], Number(half[0] + half[1], 0, half[1]), unit, None)
    one = hedged(text, start, stop, Number(1, 0, 1, Form.WORDS), unit)
    bracketed = text[start - 1 : start] == "(" and text[stop : stop + 1] == ")"
    if bracketed or _ONE_SHOWN.match(text, stop):
        return one
    return one if _ALMOST.search(text, max(0, start - 24), start) and text[stop : stop + 1] not in "'’-" else None


# Behind one of a unit: its conversion, or how long something is that is as long as that.
_ONE_SHOWN = re.compile(r" \((?:about |an? |\d)|[- ]?long\b")
# Before it; about and over are hedges only where something lasts or measures that much, else prepositions.
_ALMOST = re.compile(
    r"\b(?:more than|less than|under|almost|nearly|at least|just over|just under|little over|up to|(?:for|is|was|took|takes|lasted|within|in|"
    r"after|of|by) (?:over|about|around|roughly|some)) \Z",
    re.IGNORECASE,
)


_SPORT = frozenset(("olympic", "league", "cup", "historic", "men's", "women's", "mixed"))
_VERB = re.compile(r" (?:the|its|his|her|their|in|to|every|as|from|our|your|this|that|when|if)\b|[.,;]")


_NO_FACTOR = re.compile(
    r"[ -](?:room|bed|bill|agent|standard|glazing|glazed|act|decker|fault|header|bass|check|click|jump|world|gold|winner|Olympic|take|back|bogey|crown|crowns|jump|lutz|toe|axel|salchow|loop|bypass|murder|murders|eviction|champion|champions|whammy|entendre|yellow|helping|figures|digits?)\b",
    re.IGNORECASE,
)


def _factor(text: str, start: int, end: int, number: Number) -> Figure | None:
    if _NO_FACTOR.match(text, end) or words.before(text, start) in _SPORT:
        return None
    if text[start:end].lower() == "doubles" and not _VERB.match(text, end):
        return None  # tennis
    often = frequency(text, start, end, number) if text[start:end].lower() in ("twice", "thrice") else None
    return often or hedged(text, start, end, number, MULTIPLE)


_HALF_A = re.compile(r"half(?: an?|-an?)? ?-?(?=(?:million|billion|trillion|dozen|thousand|hundred)\b)", re.IGNORECASE)
_IN_THE = ("in the ", "for the ", "during the ", "over the ")
_HALFTIME = re.compile(r" (?:time|back|way|past|term|hour|year|brother|sister|century|price)\b")
_OUT_OF = re.compile("[ -](?:in|of)[ -]")


def _part(text: str, start: int, end: int, number: Number) -> Figure | None:
    """A fraction, where it is one: not the second half, a third man, half-time."""
    surface = text[start:end].lower()
    if words.before(text, start) in _PERIODS:
        return None
    again = _AGAIN.match(text, end)
    if again is not None:
        return hedged(text, start, again.end(), Number(1 + number.divisor, 0, number.divisor, Form.FACTOR), MULTIPLE)
    point = points(text, end)
    if point is not None:
        return hedged(text, start, point[1], replace(number, form=Form.DIGITS), point[0])
    unit = _part_of(text, surface, end)
    if unit is not None:
        return hedged(text, start, unit[1], replace(number, form=Form.DIGITS), unit[0])
    if surface in ("half", "a half"):
        article, start = start, end - 4
        over = _HALF_A.match(text, start)
        if over:
            scale = words.whole(text, over.end())
            if scale is not None:
                number, end = replace(scale[0], divisor=2), scale[1]
                return measured(text, article, end, number, None)
        if text[end : end + 1] == "-" or _HALFTIME.match(text, end):
            return None
        if text.endswith(_IN_THE, 0, start) and not text.startswith(" of the", end):
            return None  # "in the half, sales rose": half a year
        return hedged(text, start, end, number, NUMBER)
    several = surface.endswith("s") and "-" in surface  # two-thirds are nothing else
    if text[end : end + 1] != "-" and (several or _FRACTION_CLOSES.match(text, end)):
        return hedged(text, start, end, number, NUMBER)
    counted = nouns.counted(text, end) is not None or _OLDS.match(text, end) is not None
    if not _OUT_OF.search(surface) or not (counted or "-" in surface):
        return None
    return hedged(text, start, end, number, NUMBER)


# "Half as much again" is one and a half times as much.
_MUCH = "(?:many|much|large|big|long|high|old|far|fast|heavy)"
_AGAIN = re.compile(rf" (?:as {_MUCH} again|again as {_MUCH})(?= as\b|[,.;)])")
_OLDS = re.compile(r" \d{1,2}-year-olds\b")
_OF_ONE = re.compile(r" of an? | of one | an? |-an?-|[- ]")


def _part_of(text: str, surface: str, end: int) -> tuple[Unit, int] | None:
    """The unit that a fraction is of, and where it ends: a quarter of an inch, half a mile, a quarter-mile."""
    link = _OF_ONE.match(text, end)
    if link is None or not (" of " in link.group() or surface.endswith(("half", "quarter", "quarters"))):
        return None
    if link.group() in (" ", "-") and _HALVES.match(text, link.end()):
        return None
    unit = units.match(text, link.end())
    small = unit is not None and unit[0].kind is Kind.CURRENCY and unit[0].factor < 1  # half a penny
    return unit if unit is not None and (unit[0].kind is Kind.PHYSICAL or small) else None


# "Half-year results" have no length, and a half century is fifty runs.
_HALVES = re.compile(r"(?:years?|century|centuries|term|hand|second|pints?)\b")


_ONE_POINT = re.compile(r" (?:per ?cent|percent|percentage point|point)\b")


# "The remaining three quarters" are of a year as often as of anything.
_QUARTERS = re.compile(r"\b(?:remaining|first|last|next|past|previous|other) \Z")
_ONE_TO = re.compile(r" to (?:two|three|four|five)\b")  # "one to two dollars"


_A_GAP = re.compile(
    r" (?:short of|shy of|ahead of|behind|clear of|more than|fewer than|less than) (?:the|their|his|her|its|last|second)\b"
)


def _one(text: str, start: int, end: int, number: Number) -> Figure | None:
    """One, where it is a number: one tonne, one vote, one million; never a pronoun."""
    if words.before(text, start) in _LITTLE and not _ONE_TO.match(text, end):
        return None
    behind = end + 1 if text[end : end + 1] in (" ", "-", "\u00a0") else end
    unit = units.match(text, behind) if behind > end else None
    if (
        unit is not None
        and unit[0].name not in ("day", "second", "week", "hand")
        and unit[0].kind in (Kind.PHYSICAL, Kind.CURRENCY)
    ):
        return measured(text, start, end, number, None)
    if _ONE_POINT.match(text, end) or _ONE_TO.match(text, end):
        return measured(text, start, end, number, None)
    if _A_GAP.match(text, end):
        return hedged(text, start, end, number, NUMBER)
    noun = nouns.one(text, end)
    return None if noun is None else hedged(text, start, noun[1], number, units.count(noun[0]))
