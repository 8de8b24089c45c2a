"""Spans that must run forwards: a life or an office in brackets, a birth and a death, "was mayor from 1921 to 1950".

In: a passage. Out: pairs of dates, the first of which is said to be the earlier. The one idea: only where the words speak
of someone's life or term; other lists, targets and comparisons may well run backwards ("moved from 2030 to 2025").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from factcheck.model import Figure, Passage
from factcheck.relations._spoken import names_a_year

Pair = tuple[Figure, Figure]

# A name of two words, or what says that the dates are a life's or a reign's: "Time (1999-1990)" may be a shelf mark.
_OPENS = re.compile(
    r"[A-Z][\w.’'-]* (?:(?:de|van|von|der|la|[A-Z]\.) ){0,2}[A-Z]\w*[a-z]\w* \((?:c\. ?)?\Z|\((?:b\. ?|born (?:in |on )?|r\. ?|reigned |ruled |in office )(?:c\. ?)?\Z"
)
_DASH = re.compile(r" ?[-–—] ?(?:c\. ?)?| to |[,;] (?:d\. ?|died (?:in |on )?)")
_BORN = re.compile(r"\b(?:was|were|is) born (?:in|on) (?:the )?\Z")
_AND_DIED = re.compile(
    r",? (?:(?:in|at|near) [A-Z][\w’'-]+(?:,? [A-Z][\w’'-]+){0,2},? )?and died (?:there )?(?:in|on) "
)
# What someone is or does for a term.
_TERM = re.compile(
    r"\b(?:served|lived|reigned|ruled|taught|studied|worked|sat in|governed|(?:was|were) (?:[a-zA-Z]+ ){0,3}(?:president|mayor|minister"
    r"|king|queen|bishop|governor|captain|coach|manager|director|editor|leader|head|secretary|chair\w*|professor|curator|member|senator"
    r"|treasurer|ambassador|MP|married))(?: [a-zA-Z]+){0,6} from \Z"
)
_UNTIL = re.compile(r" (?:to|until|till) ")
# Where dates are moved, listed or aimed at, they need not run forwards.
_ELSE = re.compile(
    r"\b(?:moved?|brought|changed?|shift\w*|advanc\w*|postpon\w*|correct\w*|\w*dat(?:ed|ing)|back\w*|revers\w*|push\w*|cut|lower\w*"
    r"|adjust\w*|targets?|deadlines?|revis\w*|down|up|rose|fell|years?|reports?|results|accounts|list\w*|catalog\w*|edition|vintages?)\b",
    re.IGNORECASE,
)
# Years before Christ run down, and texts that tell of them leave that out after the first.
_ANCIENT = re.compile(
    r"\b(?:BCE?|B\.C|[Aa]ncient|[Pp]haraohs?|[Dd]ynast\w+|Egypt\w*|Babylon\w*|Sumer\w*|Assyria\w*|Bronze Age)\b"
)


MODERN = 1583  # the Gregorian calendar's first whole year


def forwards(passage: Passage) -> Iterator[Pair]:
    """Neighbouring dates of a life or a term, the earlier said first."""
    text = passage.document.text
    for left, right in pairwise(each for each in passage.figures if names_a_year(each)):
        home = passage.document.sentence(left.start)
        if home is None or right.start >= home.end or not _of_a_life(text, home.start, left, right):
            continue
        if not _ELSE.search(text, home.start, home.end) and not _runs_down(left, right, text):
            yield left, right


def _runs_down(left: Figure, right: Figure, text: str) -> bool:
    """Whether the later year stands first, of a time so long ago or in a text that may speak of years before Christ."""
    first, last = left.quantity.when, right.quantity.when
    down = first is not None and last is not None and (first.year or 0) > (last.year or 0)
    early = first is not None and (first.year or 0) < MODERN
    return down and (early or _ANCIENT.search(text) is not None)


def _of_a_life(text: str, start: int, left: Figure, right: Figure) -> bool:
    """Whether two neighbouring dates are the ends of a life or a term, in brackets or in words."""
    near, between = max(start, left.start - 90), text[left.end : right.start]
    if _UNTIL.fullmatch(between) and _TERM.search(text, near, left.start):
        return True
    if _DASH.fullmatch(between) and text.startswith(")", right.end):
        return _OPENS.search(text, near, left.start) is not None
    return _AND_DIED.fullmatch(between) is not None and _BORN.search(text, near, left.start) is not None
