"""Named wholes: shares of a whole that stands sentences before, under the noun that they are said to be of.

In: a Passage and the shares that frames found. Out: Claims of the kind `share`. The one idea: "10% of sales" names its
whole; of the figures said of that noun before, one that fits is the whole, or else the only one that can be meant.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import islice

from factcheck.interval import Interval
from factcheck.model import END, Claim, Figure, Passage
from factcheck.units import Kind

_PART = re.compile(r"([CNU])(?:,? or |, | - | \((?:or )?|,? (?:for )?an? (?:[a-z]+ )?margin of )\Z")
_OF_THEM = re.compile(r"[CNU] of (?:them|these|those)(?:,? or |, | \()\Z")
_THEM = frozenset(("them", "these", "those"))
_ALL = _THEM | {"total"}
_FILLER = "the|its|our|their|his|her|all|total|overall|group|company|consolidated|annual|that|this"
_NAMED = re.compile(rf" of ((?:(?:{_FILLER}) )*)([a-z]{{4,}})?(?![a-z])")
_BEHIND = re.compile(r"(?: - |, (?:or )?| \()([CNU])(?! of )(?=\)|,| -|‖)")
_SALES = "sales|revenues?|turnover"
_MARGIN = re.compile(
    r"\b(operating|gross|net|ebitd?a?) margins?(?: for [a-z ]{1,30}?)? (?:(?:was|were|of|at|came in at|stood at|[↑↓] to|to) )?\Z"
)
_CLOSED = re.compile(r"(?=[,;:.)‖¦&↑↓]| - | (?:up|down|versus|compared|against|were|are|was|is) )")
_LED = re.compile(r"\b(?:from|against|than|versus|vs\.?|compared (?:with|to)|\() ?(?:the )?\Z")
_FORMER = re.compile(r"[^CNU‖;]{0,40}\b(?:from|against|versus|vs\.?|compared (?:with|to)) ([CNU])")
# What is not the whole of it, or not of this time, or not so.
_PARTIAL = re.compile(
    r"\b(?:segments?|divisions?|units?|business|arm|region|previous|earlier|last|online|retail|wholesale|men|women|aged|abroad|would|could|excluding|expected|adjusted|underlying|operating|gross|pre-?tax|core|reported|round|run-off|runoff|rivals?|competitors?|others?|another)\b"
)
_PORTION = re.compile(
    r"\b(?:account|represent|contribut|made up|make up|makes up)"
)  # what stands before it is the part
_NEXT = re.compile(r", & |; |¦")
_TIME = re.compile(r"\b(?:quarter|months?|half|weeks?|days?|year)\b")
_DATE = re.compile("D")
_SAME = re.compile("[CNU]")
SENTENCES, FIGURES = 8, 40  # how far before its part the whole may stand
CLOSE = 3  # the same for "the total", which names nothing
NEAR = 100  # code points from the noun to the figure that is said of it
LONG = 300  # of a sentence that is looked at
TIMES = 2  # a share that is so many times the stated one is of something else


class Named:
    """A passage in which shares are of a whole that stands sentences before, under the noun that they are said to be of.

    Of several such wholes one that fits is taken; where none does, the only one, if nothing speaks of another group or
    time and the share is not too far off.
    """

    def __init__(self, passage: Passage, framed: Sequence[Claim]) -> None:
        self.figures, self.text = passage.figures, passage.full.text
        self.numbers = passage.full.positions
        self.places = list(self.numbers)  # of the figures, in their order
        counted = (claim for claim in framed if claim.figures("part")[0].quantity.unit.kind is Kind.COUNT)
        self.counted = sorted(
            tuple(bisect_left(self.figures, claim.figures(role)[0].start, key=_start) for role in ("part", "whole"))
            for claim in counted
        )
        self.claimed = {figure.span for claim in framed for figure in claim.figures("share")}

    def claims(self) -> Iterator[Claim]:
        """A claim for each such share."""
        for number, place in enumerate(self.places):
            share = self.figures[number]
            if self.text[place] in "PF" and share.span not in self.claimed and not share.quantity.upper:
                yield from self._claims(number)

    def _claims(self, number: int) -> Iterator[Claim]:
        place = self.places[number]
        of = _NAMED.match(self.text, place + 1)
        before = _PART.search(self.text, max(0, place - 30), place)
        if of is None and _OF_THEM.search(self.text, max(0, place - 30), place):
            yield from self._of(number - 1, number, list(self._larger(number - 1)), place)
            return
        noun = of[2] if of else None
        if before is not None:
            part = number - 1
            if not _CLOSED.match(self.text, of.end() if of else place + 1):
                return
            if of is None and "margin" in before[0]:
                noun = _SALES
            elif of is None:
                yield from self._like_the_last(part, number)
                return
        elif of is not None and _BEHIND.match(self.text, of.end()):
            part = number + 1
        else:
            yield from self._margin(number)
            return
        unit = self.figures[part].quantity.unit
        all_of_it = of is not None and (noun in _ALL or (noun is None and "total" in of[1]))
        if all_of_it and unit.kind is Kind.COUNT and noun not in _THEM:
            noun = unit.name
        if noun is not None or all_of_it:
            said = () if noun in _THEM else self._said_of(noun or "total", min(part, number), part)
            wholes = list(said) or (list(self._larger(min(part, number))) if all_of_it else [])
            yield from self._of(part, number, wholes, of.end() if of else place)

    def _of(self, part: int, share: int, wholes: Sequence[tuple[int, int]], stop: int) -> Iterator[Claim]:
        """The claim with the whole that fits, or with the only one that can be meant, each given with where its words end.

        `stop`: where those of the share end.
        """
        first, stated = self.figures[part], self.figures[share]
        able = [
            (self.figures[whole], self._start(whole), end)
            for whole, end in wholes
            if self.figures[whole].quantity.comparable(first.quantity)
            and self.figures[whole].quantity.value > first.quantity.value
        ]
        fits = [whole for whole, _, _ in able if _shares(first, whole) & stated.quantity.base(True)]
        able = [each for each in able if not _PARTIAL.search(self.text, *each[1:])]
        if not fits and len(able) == 1:
            (whole, *lead), start = able[0], self._clause(part)
            said = self.text[start:stop]
            timed = self._times(start, stop) <= self._times(lead[0], lead[1])
            entire = _PORTION.search(said) or not _PARTIAL.search(said)
            around = _shares(first, whole) * Interval.between(Fraction(1, TIMES), TIMES)
            fits = [whole] if timed and entire and around & stated.quantity.base() else []
        for whole in fits[:1]:
            yield _claim(first, whole, stated)

    def _times(self, start: int, stop: int) -> set[str]:
        """The times that a stretch speaks of."""
        dates = (self.figures[self.numbers[match.start()]].quantity for match in _DATE.finditer(self.text, start, stop))
        return {match.group() for match in _TIME.finditer(self.text, start, stop)} | {str(each.when) for each in dates}

    def _said_of(self, noun: str, before: int, part: int) -> Iterator[tuple[int, int]]:
        """The figures before one that are said of a noun, the nearest first, and where the words that lead to each end.

        Of a part that another is compared with, the whole is the one that the other's whole is compared with.
        """
        name = re.compile(rf"\b(?:{noun})s?\b")
        former = _LED.search(self.text, self._start(part), self.places[part]) is not None
        end = self.places[before]
        for number in range(before - 1, max(-1, before - FIGURES), -1):
            place = self.places[number]
            if self.text.count(END, place, end) > SENTENCES:
                return
            lead = self.text[self._start(number) : place]
            unit = self.figures[number].quantity.unit
            named = list(name.finditer(lead))
            between = lead[named[-1].end() :] if named else ""
            counted = unit.kind is Kind.COUNT and noun in (unit.name, f"{unit.name}s")
            if not counted and (not named or len(between) > NEAR or _SAME.search(between) or _LED.search(lead)):
                continue
            other = _FORMER.match(self.text, place + 1) if former else None
            if other is not None:
                yield self.numbers[other.start(1)], place
            elif not former:
                yield number, place

    def _larger(self, part: int) -> Iterator[tuple[int, int]]:
        """The larger amounts of its sort in the sentences before a part that is said to be so much "of the total"."""
        first = self.figures[part].quantity
        for number in range(part - 1, max(-1, part - FIGURES), -1):
            place, other = self.places[number], self.figures[number].quantity
            if self.text.count(END, place, self.places[part]) > CLOSE:
                return
            if other.when is None and other.comparable(first) and other.value > first.value:
                yield number, place

    def _margin(self, share: int) -> Iterator[Claim]:
        """ "Gross profit was $8m. Gross margin was 40%": of sales."""
        place = self.places[share]
        margin = _MARGIN.search(self.text, self._start(share), place)
        if margin is None:
            return
        profit = margin[1] if margin[1].startswith("ebit") else f"{margin[1]} (?:income|profit|earnings)"
        for part, _ in islice(self._said_of(profit, share, share), 1):
            wholes = list(self._said_of(_SALES, part, part))
            yield from self._of(part, share, wholes, place)

    def _like_the_last(self, part: int, share: int) -> Iterator[Claim]:
        """ "61,204 votes, or 44.4% of the 137,810 cast ... 52,933 votes, or 38.4%": of the same votes."""
        unit = self.figures[part].quantity.unit
        if unit.kind not in (Kind.COUNT, Kind.NUMBER) or _LED.search(self.text, self._start(part), self.places[part]):
            return
        before = bisect_left(self.counted, (part,))
        for other, whole in self.counted[max(0, before - 1) : before]:
            apart = self.text.count(END, self.places[other], self.places[part])
            voted = self.figures[other].quantity.unit.name
            like = unit.name == voted or (unit.kind is Kind.NUMBER and apart == 0)
            if voted in _VOTES and like and apart <= 1:
                yield from self._of(part, share, [(whole, self.places[whole])], self.places[share])

    def cuts(self) -> Iterator[Claim]:
        """ "To cut 600 jobs ... It employs 2,400 people, so that a quarter of its workforce goes"."""
        cut = any(figure.quantity.unit.name in _JOBS for figure in self.figures)
        for match in _STAFF.finditer(self.text) if cut else ():
            whole, share = sorted(
                (self.numbers[match.start(group)] for group in range(1, 5) if match[group]),
                key=lambda number: self.text[self.places[number]] in "PF",
            )
            jobs = [figure for figure in self.figures[: min(share, whole)] if figure.quantity.unit.name in _JOBS]
            staff = match[1] is None or self.figures[whole].quantity.unit.name in _EMPLOYED
            if staff and jobs and all(each.quantity.value == jobs[0].quantity.value for each in jobs):
                part = bisect_left(self.figures, jobs[0].start, key=_start)
                yield from self._of(part, share, [(whole, self.places[whole])], self.places[part])

    def _start(self, number: int) -> int:
        """Where a figure's sentence begins, as far as it is looked at."""
        place = self.places[number]
        return max(self.text.rfind(END, max(0, place - LONG), place) + 1, place - LONG)

    def _clause(self, number: int) -> int:
        """Where its clause begins."""
        start = self._start(number)
        return max((match.end() for match in _NEXT.finditer(self.text, start, self.places[number])), default=start)


_VOTES = frozenset(("vote", "ballot", "seat", "delegate"))  # of one poll; the patients of two groups are of two wholes
_JOBS = frozenset(("job", "post", "position", "redundancy"))
_EMPLOYED = frozenset(("staff", "employee", "worker", "person", "job"))
_STAFF = re.compile(
    r"(?:[↓↘]|\b(?:loss|losses|layoffs|lay-offs|redundancies|closures?|move)\b)[^‖;A-Z]{0,40} ([PF]) of (?:the|its|their) (N)(?=[ ,‖])"
    r"|\b(?:employs|employed|employing|workforce of|has) (N)[^‖;A-Z]{0,80} ([PF]) of (?:its|the|their) (?:workforce|staff|employees|payroll)\b"
)


def _start(figure: Figure) -> int:
    return figure.start


def _claim(part: Figure, whole: Figure, share: Figure) -> Claim:
    roles = (("part", part), ("whole", whole), ("share", share))
    return Claim("share", tuple(sorted(roles, key=lambda role: _start(role[1]))))


def _shares(part: Figure, whole: Figure) -> Interval:
    return part.quantity.base(True) / whole.quantity.base(True)
