"""Number words: "twenty-seven thousand four hundred", "half a million", "two-thirds", "one in five", "tenfold".

In: a text and an offset at which a number word begins. Out: a Number and where it ends. The one idea: a run of words
from one table is matched by one pattern and added up; a run that is no number is given back untouched.
"""

from __future__ import annotations

import re

from factcheck.model import Form, Number

ONES = {
    "zero": 0,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
}
TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fourty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 10**3,
    "lakh": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "billion": 10**9,
    "trillion": 10**12,
    "quadrillion": 10**15,
}
POWERS = {
    "hundred": 2,
    "thousand": 3,
    "lakh": 5,
    "million": 6,
    "crore": 7,
    "billion": 9,
    "trillion": 12,
    "quadrillion": 15,
}
PARTS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "twelfth": 12,
    "twentieth": 20,
    "hundredth": 100,
    "thousandth": 1000,
}
ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
    "thirteenth": 13,
    "fourteenth": 14,
    "fifteenth": 15,
    "sixteenth": 16,
    "seventeenth": 17,
    "eighteenth": 18,
    "nineteenth": 19,
    "twentieth": 20,
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "hundredth": 100,
}
# word -> numerator, denominator
FACTORS = {
    **dict.fromkeys(["double", "doubled", "doubles", "doubling", "twice", "twofold", "two-fold"], (2, 1)),
    **dict.fromkeys(
        [
            "triple",
            "tripled",
            "triples",
            "tripling",
            "treble",
            "trebled",
            "trebling",
            "thrice",
            "threefold",
            "three-fold",
        ],
        (3, 1),
    ),
    **dict.fromkeys(["quadruple", "quadrupled", "quadruples", "quadrupling", "fourfold", "four-fold"], (4, 1)),
    **dict.fromkeys(["quintuple", "quintupled", "quintupling", "fivefold", "five-fold"], (5, 1)),
    **dict.fromkeys(["sixfold", "six-fold", "sextupled"], (6, 1)),
    "sevenfold": (7, 1),
    "eightfold": (8, 1),
    "ninefold": (9, 1),
    **dict.fromkeys(["tenfold", "ten-fold"], (10, 1)),
    "twelvefold": (12, 1),
    "twentyfold": (20, 1),
    "hundredfold": (100, 1),
    **dict.fromkeys(["halve", "halved", "halves", "halving"], (1, 2)),
}

_SMALL = "|".join(sorted((*ONES, *TENS), key=len, reverse=True))
_BIG = "|".join(sorted(SCALES, key=len, reverse=True))
_PART = "|".join(sorted(PARTS, key=len, reverse=True))
# The words that begin a figure, and those before which "a" does; the scan of __init__ looks for them.
BEGINNINGS = (
    "tens",
    "dozens",
    "scores",
    "hundreds",
    "thousands",
    "millions",
    "billions",
    *ONES,
    *TENS,
    *ORDINALS,
    *FACTORS,
    "half",
)
# What may stand behind a number word as a part of the same number.
CONTINUING = frozenset(
    [
        *ONES,
        *TENS,
        *SCALES,
        *PARTS,
        *(f"{each}s" for each in (*SCALES, *PARTS)),
        "and",
        "in",
        "out",
        "of",
        "a",
        "halves",
        "mn",
        "bn",
    ]
)
AFTER_ARTICLE = (*SCALES, "half", *PARTS)
ARTICLE = rf"an? (?:{'|'.join(sorted(AFTER_ARTICLE, key=len, reverse=True))})\b"

_RUN = re.compile(rf"(?:(?:{_SMALL}|{_BIG})s?)(?:(?:[ -]|,? and |, )(?:{_SMALL}|{_BIG})\b){{0,24}}", re.IGNORECASE)
_SPLIT = re.compile(r"[^a-z]+")
_IN = re.compile(
    rf"[ -](?:in|out of|of every|in every|of each|out of every)[ -](?:every )?({_SMALL}|\d{{1,3}}(?:,000)*|a hundred|a thousand|a million)(?![\w%-]|[.,]\d| (?:of (?:the|its|his|her|their|those|these) (?:last|past|first|previous|next|final)|million|"
    r"billion|hundred|thousand|years|months|weeks|days|hours|minutes|seconds|games|matches|starts|innings|outings|overs|meetings|cities|countries|"
    r"states|places|towns|per cent|percent))",
    re.IGNORECASE,
)
_HEAD = re.compile(rf"(half)\b|an? ({_PART})(?!\w)|({_SMALL})(?!\w)", re.IGNORECASE)
_COUNTS = {**ONES, **TENS}
_TAIL = re.compile(rf"[ -](?:an?[ -])?({_PART})(s?)(?!\w)", re.IGNORECASE)
_MANY = re.compile(
    rf"(tens|dozens|scores(?! of (?:\d|(?:{_SMALL})(?!\w)))|hundreds|thousands|millions|billions)(?: of (hundreds|thousands|millions|billions)\b)?( of(?= (?!(?:the|its|these|those|them)\b)))?",
    re.IGNORECASE,
)
PLURALS = {
    "tens": 10,
    "dozens": 12,
    "scores": 20,
    "hundreds": 100,
    "thousands": 10**3,
    "millions": 10**6,
    "billions": 10**9,
}
_AND_HALF = re.compile(
    r"(?: |-)and(?: |-)(?:a(?: |-)|one(?: |-))?(half|quarter|third)|(?: |-)and(?: |-)(three|two)(?: |-)(quarters|thirds)",
    re.IGNORECASE,
)
_HALF = re.compile(
    r"(?:an? )?half(?: an?| of an?)? (?=(?:million|billion|trillion|dozen|thousand|century|hour|mile|day|year|pint|inch|metre|meter|pound|ounce|point|percentage)\b)|half(?= the| of|[,.;:)]| )",
    re.IGNORECASE,
)


def before(text: str, start: int) -> str:
    """The word that a space or a hyphen parts from what starts at an offset, in lower case; its end where it is long."""
    if not start or text[start - 1] not in " \u00a0-":
        return ""
    near = text[max(0, start - 16) : start - 1].rsplit(None, 1)
    return near[-1].lower().lstrip("([\"'“‘—–-") if near else ""


def whole(text: str, start: int) -> tuple[Number, int] | None:
    """The number that a run of words spells, and its end: "two dozen", "three hundred and five", "one and a half"."""
    match = _RUN.match(text, start)
    if match is None:
        return None
    end = match.end()
    while (words := _run(text, start, end)) and (value := _sum(words)) is None:
        end = _cut(text, start, end)
    if not words or value is None:
        return None
    if text[end : end + 1].isalnum():
        return None
    return Number(value, 0, 1, Form.WORDS) if value % 1000 or value < 1000 else _scaled(value), end


def _run(text: str, start: int, end: int) -> list[str]:
    """The words of a number; where it begins with "a", as in "a thousand and one", that is one."""
    words = [each for each in _SPLIT.split(text[start:end].lower()) if each and each != "and"]
    return (
        ["one", *words] if words and words[0] in SCALES and text[max(0, start - 2) : start].lower() == "a " else words
    )


def _scaled(value: int) -> Number:
    exponent = 0
    while value % 1000 == 0 and value:
        value //= 1000
        exponent += 3
    return Number(value, exponent, 1, Form.WORDS)


_LAST_WORD = re.compile(r"(?:,? and |[ ,-]+)(?=[A-Za-z]+\Z)")


def _cut(text: str, start: int, end: int) -> int:
    head = _LAST_WORD.split(text[start:end])[0]
    return start + len(head) if len(head) < end - start else start


def _sum(words: list[str]) -> int | None:
    """The value of number words in order; None where they are no one number ("two three", "twenty twelve")."""
    total, group, last = 0, 0, 0  # last: the size of the word before, to refuse "two three"
    for word in words:
        word = word[:-1] if word.endswith("s") and word[:-1] in SCALES else word
        if word in ONES:
            if last and (last < 20 or (20 <= last < 100 and not 0 < ONES[word] < 10)):
                return None
            group += ONES[word]
            last = max(ONES[word], 1)
        elif word in TENS:
            if last and last < 100:
                return None
            group += TENS[word]
            last = TENS[word]
        elif word in ("hundred", "dozen"):
            if group >= 100 or last in (100, 12):
                return None
            group = (group or 1) * SCALES[word]
            last = 100
        else:
            if word not in SCALES:
                return None  # "hundreds of tens"
            scale = SCALES[word]
            if not group and not total and len(words) > 1:
                return None
            if total and scale >= (total if not group else 10**15) and group == 0:
                total *= scale
            else:
                total += (group or 1) * scale
            group, last = 0, 1000
    return total + group


def fraction(text: str, start: int) -> tuple[Number, int] | None:
    """A fraction in words: "half", "a third", "two-thirds", "three in ten", "one of every six"."""
    head = _HEAD.match(text, start)
    if head is None:
        return None
    half, part, number = head.groups()
    if half:
        return Number(1, 0, 2, Form.FRACTION), head.end()
    if part:
        return Number(1, 0, PARTS[part.lower()], Form.FRACTION), head.end()
    top, end = _COUNTS[number.lower()], head.end()
    tail = _TAIL.match(text, end)
    if tail and top and (bool(tail.group(2)) == (top > 1) or text[tail.end() : tail.end() + 1] == "-"):
        return Number(top, 0, PARTS[tail.group(1).lower()], Form.FRACTION), tail.end()
    of = among(text, end)
    if of is not None and 0 < top < of[0]:
        return Number(top, 0, of[0], Form.FRACTION), of[1]
    return None


def among(text: str, end: int) -> tuple[int, int] | None:
    """Out of how many, behind a number, and where it ends: " in five", " out of 10", " of every six"."""
    match = _IN.match(text, end)
    if match is None:
        return None
    bottom = match.group(1).lower()
    if bottom[0].isdigit():
        return int(bottom.replace(",", "")), match.end()
    return {**_COUNTS, **{f"a {word}": size for word, size in SCALES.items()}}[bottom], match.end()


def many(text: str, start: int) -> tuple[Number, Number, int] | None:
    """Round plurals, as from one to ten of them: "dozens of people", "tens of thousands of dollars"."""
    match = _MANY.match(text, start)
    if match is None or not (match.group(2) or match.group(3)):
        return None
    low = PLURALS[match.group(1).lower()] * (PLURALS[match.group(2).lower()] if match.group(2) else 1)
    return Number(low, 0, 1, Form.WORDS), Number(low * 10, 0, 1, Form.WORDS), match.end()


def and_half(text: str, end: int) -> tuple[int, int, int] | None:
    """A fraction behind a number, as numerator, denominator and end: " and a half", " and three quarters"."""
    match = _AND_HALF.match(text, end)
    if match is None:
        return None
    if match.group(1):
        return 1, PARTS[match.group(1).lower()], match.end()
    return ONES[match.group(2).lower()], PARTS[match.group(3).lower()[:-1]], match.end()
