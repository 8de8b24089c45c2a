"""A part, the whole it is taken from, and the share it is said to be."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import islice
from typing import Any

from factcheck.interval import Interval
from factcheck.model import END, Claim, Figure, Passage
from factcheck.relations import AMOUNT, RATIO, Example, Silent, relation, says_a_gap
from factcheck.units import Kind


def of_a_whole(passage: Passage, found: list[Claim]) -> Iterable[Claim]:
    """What the frames found, and shares of a whole that is named again: "sales were $80m ... a profit of $8m, or 10% of sales"."""
    framed = list(_framed(passage, found))
    yield from framed
    named = _Named(passage, framed)
    yield from named.claims()
    yield from named.cuts()


def _framed(passage: Passage, found: list[Claim]) -> Iterator[Claim]:
    """Not where what follows "of" stands for the whole, and the figure behind it is something else."""
    for claim in found:
        if any(says_a_gap(passage, figure) for _, figure in claim.roles):
            continue  # "at 28.5 euros, 14% above the close"; "two-thirds of the 90 wards, 12 more than in May"
        if all(figure.quantity.sort is Kind.PERCENT for _, figure in claim.roles):
            continue  # "93.8% White, 0.6% African American, 0.8% Native American"
        parts, wholes = claim.figures("part"), claim.figures("whole")
        between = passage.document.text[parts[0].end : wholes[0].start] if parts[0].end <= wholes[0].start else ""
        if (
            parts[0].quantity.value > wholes[0].quantity.value
            and parts[0].quantity.unit.kind is wholes[0].quantity.unit.kind
        ):
            continue  # what is more than another amount is no part of it
        if _of_something_else(passage, claim):
            continue
        if not _OTHER.search(between) and _sole(passage, wholes[0], parts[0]):
            yield claim


def _of_something_else(passage: Passage, claim: Claim) -> bool:
    """Whether the part is one of those that the share gives, the share is weighed otherwise, or an amount is what a rate is per."""
    text = passage.document.text
    (part,), (whole,), (share,) = (claim.figures(role) for role in ("part", "whole", "share"))
    if any(text[max(0, each.reach.start - 4) : each.reach.start].lower() == "per " for each in (part, whole)):
        return True
    if share.start < whole.start < part.start:  # "half of the 412 staff, 140 of them women"
        return bool(_OF_THOSE.match(text, part.end))
    if share.start < max(part.start, whole.start) or part.quantity.unit.kind not in (Kind.COUNT, Kind.NUMBER):
        return False
    of = _OF_NOUN.match(text, share.end)
    return bool(_WEIGHED.match(text, share.end)) or (
        of is not None and of[1] not in _THE_WHOLE and of[1][:4] not in whole.quantity.surface
    )


_OF_THOSE = re.compile(r" of (?:them|these|those|whom|which|it)\b")
# "12 of 48 firms (40% by sales)", "9 of 36 banks (60% of assets)".
_WEIGHED = re.compile(r" (?:by|in (?:value|volume|weight|terms|money|area))\b")
_OF_NOUN = re.compile(r" of (?:(?:the|all|all the|its|their) )?([a-z]+)")
_THE_WHOLE = frozenset(
    "all the these those them its their that this total whole sample group cohort lot number".split()
)


def _sole(passage: Passage, whole: Figure, part: Figure) -> bool:
    """Whether the whole stands in the part's sentence, or is the only figure of its sort in the one before."""
    home = passage.document.sentence(whole.start)
    if home is None or home.start <= part.start < home.end:
        return True
    beside = passage.within(home.start, home.end)
    text = passage.document.text
    return not any(
        each is not whole
        and each.quantity.comparable(whole.quantity)
        and not _FROM.search(text, max(0, each.reach.start - 24), each.reach.start)
        for each in beside
    )


_FROM = re.compile(r"\b(?:from|than|against|versus|compared with|compared to)(?: the| its| a)? \Z")


_OTHER = re.compile(r"\b(?:them|us|you|which|whom|it|with|plus|aged|under|over|older|younger)\b")


# --- a whole that is named again ----------------------------------------------------------------------------------
_PART = re.compile(r"([CNU])(?:,? or |, | - | \((?:or )?|,? (?:for )?an? (?:[a-z]+ )?margin of )\Z")
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
NEAR = 100  # code points from the noun to the figure that is said of it
LONG = 300  # of a sentence that is looked at
TIMES = 2  # a share that is so many times the stated one is of something else


class _Named:
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
        if noun is None and of is not None and "total" in of[1]:
            unit = self.figures[part].quantity.unit
            noun = unit.name if unit.kind is Kind.COUNT else "total"
        if noun is not None:
            wholes = list(self._said_of(noun, min(part, number), part))
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
            counted = unit.kind is Kind.COUNT and unit.name == noun
            if not counted and (not named or len(between) > NEAR or _SAME.search(between) or _LED.search(lead)):
                continue
            other = _FORMER.match(self.text, place + 1) if former else None
            if other is not None:
                yield self.numbers[other.start(1)], place
            elif not former:
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


@relation(
    reads="rounded",
    roles={"part": AMOUNT, "whole": AMOUNT, "share": RATIO},
    frames={
        "en": [
            "{part} of|in|from .. {whole} ({share}",
            "{part} of .. {whole} ... ({share})",
            "{part} out of .. {whole} ... ({share}",
            "{part} [out] of .. {whole} .. PAUSE [or] {share} !of",
            "{part} of .. {whole} .. PAUSE [or] {share} of [the] total|them|all|these|those",
            "{part} of .. {whole} ... - {share}",
            "{part} of .. {whole} ... , or {share} !of",
            "{part} of .. {whole} ... , a|the .. share|rate|proportion|percentage|turnout of {share}",
            "{whole} // ... {share} of [the] total|this|that .. PAUSE [or] {part}",
            "{whole} // ... {part}, or {share} of [the] total|this|that !for !of",
            "{whole} .... {share} of it|that|this|which|them|whom|these|those .. PAUSE [or] {part}",
            "{whole} // ... {part} of them|these|those|that|this|it, [or] {share}",
            "{whole} ... BASE .. {_} // ... {part} of them|these|those, [or] {share}",
            "{whole} ... BASE .. {_} // ... {part} of the total, [or] {share}",
            "{whole} // ... {part} of them|these|those|it|that|this ({share}",
            "{whole} ... that .. {part} of them|these|those PAUSE or {share} !of",
            "{whole} ... found|showed|said that .. {part} PAUSE or {share} !of",
            "{share} ... , or .. {part} ... [out] of .. {whole}",
            "{part} ... amounted|amounts to .. {share} of .. {whole}",
            "{whole} // of|among those|these|them .. {part} ... , which is {share} of the",
            "{whole} ... and {part} of those|these|them PAUSE {share} PAUSE",
            "{part} PAUSE .. {share} its|their|his|her .. of .. {whole}",
            "{whole} ... , {part} of them|whom|which, [or] {share} !of",
            "{whole} ... , {part} of them|whom|which ({share}",
            "{part} of .. {whole} .... so .. is .. {share}",
            "of .. {whole} ... , .. {part} ... ({share})",
            "of .. {whole} ... , .. {part} .. PAUSE [or] {share} !of",
            "of .. {whole} ... , .. {part} ... , or {share} !of",
            "of .. {whole} ... , .. {part} ... , a|the .. rate|share|proportion|percentage|turnout of {share}",
            "@ of .. {whole} ... , ... {part} of that ... // ... {share}",
            "{whole} ... and {part} ... , so the .. rate is {share}",
            "{whole} ... of whom|which .. {part} ... , or {share} !of",
            "{whole} ... of whom|which .. {part} ... ({share}",
            "{whole} ... {share} of them - {part}",
            "{whole} ... ; {share} of them, {part}",
            "{whole} // ... {share} of them|these|those PAUSE {part}",
            "{whole=C} ... {share=P} .. PAUSE or {part=C}",
            "{whole}, with {share} .. , {part}",
            "{part} .. in a population of {whole} .. PAUSE .. {share}",
            "{share} of .. {whole} .. PAUSE [or|about] {part}",
            "{share} of .. {whole} .. ({part}",
            "{share} ({part}) of .. {whole}",
            "{share} ({part} of .. {whole})",
            "{share} of .. ({part} of .. {whole})",
            "{part} ({share}) of .. {whole}",
            "{part} .. PAUSE [or|about] {share} of .. {whole}",
            "{part} or {share} of .. {whole}",
            "{part} .. [,] equal|equivalent to {share} of .. {whole}",
            "{part} .. which is|was {share} of .. {whole}",
            "{part} .. represents|representing|represented|makes|made|accounting|accounts .. {share} of .. {whole}",
        ]
    },
    says={"share": "{part} of {whole} is {share}"},
    examples=[
        Example("12 of 48 patients (25%) relapsed."),
        Example("12 of 48 patients (40%) relapsed.", finds="12 of 48 patients is 25%, not 40%"),
        Example("Some 31% of the 13 samples, or 4, failed."),
        Example("Of the 1,204 ballots, 301 (25%) were spoiled."),
        Example("Sales were $80.4 million. Costs fell. Net income was $8.2 million, or 10.2% of sales."),
        Example(
            "Sales were $80.4 million. Costs fell. Net income was $8.2 million, or 12% of sales.",
            finds="$8.2 million of $80.4 million is 10%, not 12%",
        ),
        Example(
            "The population of Hale is 8,214. It is an old town: 2,136 people, or 26% of the population, are over 64."
        ),
        Example("Alder won 61,204 votes, or 44.4% of the 137,810 cast. Birch had 52,933 votes, or 38.4%."),
        Example("Plant to cut 600 jobs\n\nThe firm employs 2,400 people, so that a quarter of its workforce will go."),
        Example("Sales were $80.4 million. Gross profit was $32.2 million. Gross margin was 40%."),
        Silent("Sales were $80.4 million. In the retail division net income was $8.2 million, or 12% of sales."),
        Silent("Sales rose 9 per cent to $165 million."),
        Silent("Half of the 412 staff, 140 of them women, work at night."),
        Silent("Only 12 of 48 firms (40% by sales) replied."),
        Silent("The rate was 14 per 1,000 homes, less than half of the 31 in the city."),
        Silent("The city has 1.2 million people, 400,000 of them under 18, or a third."),
    ],
    candidates=of_a_whole,
)
def share(part: Any, whole: Any) -> Any:
    """A part, the whole it is taken from, and the share it is said to be."""
    return part / whole
