"""Numbers in digits: thousands, decimals, fractions, scale words.

In: a text and an offset at which a digit stands. Out: a Number and where it ends. The one idea: one compiled tail is
matched at the digit; what stands before it has been looked at already, and what cannot be a quantity is refused.
"""

from __future__ import annotations

import functools
import re

from factcheck.figures.words import POWERS
from factcheck.model import Form, Number

VULGAR = {
    "½": (1, 2),
    "⅓": (1, 3),
    "⅔": (2, 3),
    "¼": (1, 4),
    "¾": (3, 4),
    "⅕": (1, 5),
    "⅖": (2, 5),
    "⅗": (3, 5),
    "⅘": (4, 5),
    "⅙": (1, 6),
    "⅚": (5, 6),
    "⅛": (1, 8),
    "⅜": (3, 8),
    "⅝": (5, 8),
    "⅞": (7, 8),
}
_VULGAR = "".join(VULGAR)
# A scan opens with what the engine tells apart quickly: one range of digits, unless the text has such fractions.
_RUN = re.compile(r"[0-9][0-9,.]*")
_RUN_OR_VULGAR = re.compile(rf"[0-9{_VULGAR}][0-9,.]*")

# Thousands set apart by comma, apostrophe, thin or no-break space, or a common space where two groups follow; lakhs and
# crores by twos. A comma before other groups, 1,8923, is a slip of the pen, of which nobody knows what was meant.
_DIGITS = re.compile(
    r"(\d{1,3}(?:,\d{3})+(?![\d])|\d{1,2}(?:,\d\d)+,\d{3}(?!\d|,\d)|\d{1,3}(?:[\u00a0\u2009\u202f'’]\d{3})+(?!\d)|[1-9]\d{0,2}(?:(?: \d{3}){2,4}| 000)(?!\d)|\d{1,18}(?!\d|,\d{4}|,\d{1,2} ?(?:[mb]illion|bn|m\b)))"
    r"(\.\d{1,12}(?![\d]))?"
    r"(?:[eE]([-+]?\d{1,2})\b| ?[x×] ?10(?:\^([-−]?\d{1,2})|([-−]\d{1,2})|([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))(?!\d))?"
    rf"(?:[ \u00a0]?([{_VULGAR}])|[ -]([1-9]\d?)[/⁄]([1-9]\d{{0,2}})(?![\d/])|[/⁄]([1-9]\d{{0,2}})(?![\d/]))?"
)
# Most numbers: nothing behind them can be a part of them.
_QUICK = re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,18})(?:\.(\d{1,12}))?(?=[%;)\n]| [A-Za-wyz(]|[,.:](?:[ \n]|\Z)|\Z)")
# A number is no quantity where one of these follows: a version, a ratio's colon, a score.
_SCALE = re.compile(
    r"[ \u00a0-]?(?:(million|billion|trillion|quadrillion|thousand|hundred|crore|lakh|mln|bln|trn)(?:s\b|\b)|(bn|mn|tn|tr|cr)(?![A-Za-z])|([mMkKbB])(?![\w²³/°]))",
    re.IGNORECASE,
)
_SCALES = frozenset("mbtqhclkMBTQHCLK")
_SHORT = {"bn": 9, "bln": 9, "mn": 6, "mln": 6, "tn": 12, "tr": 12, "trn": 12, "cr": 7, "m": 6, "k": 3, "b": 9}
DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 16, 32, 64, 128})
_SUPERSCRIPT = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹−", "-0123456789-")


def runs(text: str) -> list[int]:
    """Where the runs of digits of a text begin, in order."""
    pattern = _RUN_OR_VULGAR if any(map(text.__contains__, VULGAR)) else _RUN
    return [match.start() for match in pattern.finditer(text)]


@functools.lru_cache(2048)
def _quick(whole: str, decimals: str) -> Number:
    """Most numbers; the same few make up most of a newspaper."""
    return Number(int(whole.replace(",", "") + decimals), -len(decimals), decimals=len(decimals))


def number(text: str, start: int) -> tuple[Number, int] | None:
    """The number in digits that begins at an offset, scale word left out."""
    quick = _QUICK.match(text, start)
    if quick is not None:
        return _quick(*quick.groups("")), quick.end()
    match = _DIGITS.match(text, start)
    if match is None:
        if text[start] not in VULGAR:
            return None
        above, below = VULGAR[text[start]]
        return Number(above, 0, below, Form.FRACTION), start + 1
    whole, decimals, e, caret, minus, raised, vulgar, top, bottom, under = match.groups()
    digits = whole if whole.isdigit() else re.sub(r"\D", "", whole)
    exponent = 0
    if decimals:
        digits += decimals[1:]
        exponent = 1 - len(decimals)
    power = e or caret or minus or raised
    if power:
        exponent += int(power.translate(_SUPERSCRIPT))
    end = match.end()
    if under is not None:
        numerator, denominator = int(digits), int(under)
        if decimals or denominator not in DENOMINATORS or numerator >= denominator:
            return Number(int(digits), exponent, decimals=len(decimals or ".") - 1), match.end(
                2
            ) if decimals else match.end(1)
        return Number(numerator, 0, denominator, Form.FRACTION), end
    if vulgar:
        above, below = VULGAR[vulgar]
        return Number(int(digits) * below + above, 0, below), end
    if top:
        above, below = int(top), int(bottom)
        if below in DENOMINATORS and above < below and not decimals:
            return Number(int(digits) * below + above, 0, below), end
        return Number(int(digits), exponent, decimals=len(decimals or ".") - 1), match.end(
            2
        ) if decimals else match.end(1)
    return Number(int(digits), exponent, decimals=len(decimals or ".") - 1), end


def scale(text: str, end: int) -> tuple[str, int] | None:
    """A scale word or its short form behind a number: the word in lower case, and where it ends."""
    behind = text[end : end + 2]
    if not behind or (behind[0] not in _SCALES and behind[-1] not in _SCALES):
        return None
    match = _SCALE.match(text, end)
    if match is None:
        return None
    word = (match.group(1) or match.group(2) or match.group(3)).lower()
    if match.group(3) and match.end() - end > 1:
        return None  # "5 m", "5-K"
    return word, match.end()


def power(word: str) -> int:
    """The power of ten of a scale word."""
    return POWERS[word] if word in POWERS else _SHORT[word]
