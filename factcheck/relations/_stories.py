"""Stories: a passage with what each of its figures is said of, and when two figures say the same.

In: a Passage. Out: a Story. The one idea: what a figure is of, the words round it tell; whether two say the same, or one
is the other mistyped, their digits do, where no word sets them apart. What repeats what is for the relations to say.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from fractions import Fraction

from factcheck.model import END, Figure, Passage, Quantity
from factcheck.units import Kind

# Words that say that another time, group or case is meant.
OTHER = frozenset(
    (
        "earlier previous previously before ago last year from against compared than another other others forecast "
        "expected predicted among first second third fourth next more less further additional up down above below record "
        "target total while half quarter originally initially instead"
    ).split()
)
_SMALL = frozenset(
    (
        "the a an of in on at by for from to with and or as is are was were be been has have had it its that this "
        "which who will would said says after into about over under some up out new their his her not but per cent "
        "percent million billion they them than also only just could may"
    ).split()
)
# Direction words are arrows in a skeleton (clauses.py); these point as well.
_POINTS = {"↗": "↑", "↘": "↓", "fewer": "↓", "less": "↓", "higher": "↑", "more": "↑"}
TOKEN = re.compile(r"[a-z]{3,}|[↑↗↓↘]")

# What may be told twice.
KINDS = (Kind.CURRENCY, Kind.PERCENT, Kind.COUNT, Kind.NUMBER, Kind.PHYSICAL, Kind.POINT, Kind.DATE)
AHEAD = 100  # how many figures on one is looked for again
Pair = tuple[Figure, Figure]
NEARBY = 12  # words between a figure and the noun that it is of, where it is first stated
FAR = 30  # code points before a figure in which a determiner or a head noun leads to it
LEAD = 3  # the last sentence of the lead, the headline being number 0


class Story:
    """A passage, with what its figures are said of, found once and when first asked for."""

    def __init__(self, passage: Passage) -> None:
        self.text, self.sentences, self.figures = passage.document.text, passage.document.sentences, passage.figures
        self.skeleton = passage.full.text
        self.numbers = passage.full.positions
        self.places = list(self.numbers)  # of the figures in it
        self.homes = [  # their sentences
            bisect_right(self.sentences, figure.start, key=lambda span: span.start) - 1 for figure in passage.figures
        ]
        self._said: dict[tuple[int, int], frozenset[str]] = {}
        self._years: dict[int, set[int]] = {}

    def said(self, number: int, reach: int = 5) -> frozenset[str]:
        """The stems of so many words on either side of a figure in its sentence, and of its own."""
        if (number, reach) not in self._said:
            place, far = self.places[number], 12 * reach
            start = max(self.skeleton.rfind(END, max(0, place - far), place) + 1, place - far, 0)
            end = self.skeleton.find(END, place, place + far)
            before = TOKEN.findall(self.skeleton, start, place)[-reach:]
            after = TOKEN.findall(self.skeleton, place, place + far if end < 0 else end)[:reach]
            own = TOKEN.findall(self.figures[number].quantity.surface.lower())
            self._said[number, reach] = stems((*before, *after, *own))
        return self._said[number, reach]

    def apart(self, first: int, second: int) -> bool:
        """Whether the words nearest to two figures tell that they count or measure different things: the killed, the missing."""
        for pattern, groups in _SORTS:
            one, other = (self._nearest(number, pattern, groups) for number in (first, second))
            if one is not None and other is not None and one != other:
                return True
        return False

    def _nearest(self, number: int, pattern: re.Pattern[str], groups: dict[str, int]) -> int | None:
        """The group of the first such word behind a figure in its clause, else of the last one before it, up to another figure."""
        place = self.places[number]
        behind = self.places[number + 1] if number + 1 < len(self.places) else len(self.skeleton)
        stop = _STOP.search(self.skeleton, place, behind)
        match = pattern.search(self.skeleton, place, stop.start() if stop else behind)
        if match is None:
            far = max(0, place - 200)
            start = max(self.skeleton.rfind(END, far, place) + 1, far, self.places[number - 1] if number else 0)
            match = next(reversed(list(pattern.finditer(self.skeleton, start, place))), None)
        return groups[match.group()] if match else None

    def beside(self, number: int) -> tuple[Figure, ...]:
        """The figures of a figure's sentence, its own among them."""
        home = self.homes[number]
        return self.figures[bisect_left(self.homes, home) : bisect_right(self.homes, home)]

    def years(self, number: int) -> set[int]:
        """The years that a figure's sentence names."""
        home = self.homes[number]
        if home not in self._years:
            dates = (each.quantity.when for each in self.beside(number))
            self._years[home] = {when.year for when in dates if when is not None and when.year is not None}
        return self._years[home]


# What happens to people, each a count of its own; what is measured, so that equal percentages of two are by chance.
_FATES = (
    "killed kills killing kill dead died dies deaths death toll|injured injures injuring injuries hurt wounded wounding|"
    "missing unaccounted|rescued saved survived survivors surviving alive|arrested arrests detained|charged|evacuated displaced homeless"
)
_MEASURES = (
    "profit profits earnings income|sales revenue revenues turnover|dividend dividends payout|costs spending|exports|imports|"
    "output production|prices price inflation|shares stock|orders|wages pay|debt debts|margin margins"
)


def _sorted(listed: str) -> tuple[re.Pattern[str], dict[str, int]]:
    groups = {word: number for number, words in enumerate(listed.split("|")) for word in words.split()}
    return re.compile(rf"\b(?:{'|'.join(sorted(groups, key=len, reverse=True))})\b"), groups


_STOP = re.compile(rf"[{END},;&¦]")
_SORTS = (_sorted(_FATES), _sorted(_MEASURES))


def stems(listed: Iterable[str]) -> frozenset[str]:
    """Content words by their first five letters, and arrows for those that say which way it went."""
    return frozenset(
        _POINTS.get(word) or (word if word in OTHER else word[:5]) for word in listed if word not in _SMALL
    )


def alike(a: Quantity, b: Quantity) -> bool:
    """Whether two figures are of one sort, so that they can state one thing: dates only where they are full ones."""
    counts = {a.unit.kind, b.unit.kind} <= {Kind.COUNT, Kind.NUMBER}
    if a.age != b.age or (not counts and (a.unit.kind is not b.unit.kind or a.unit.dimension != b.unit.dimension)):
        return False
    if a.unit.per != b.unit.per or b.upper is not None:
        return False
    if a.when is not None:
        return a.when.day is not None and a.when.year is not None
    # "two men" are seldom the same two, unless the same noun stands by
    return not (counts and abs(a.number.value) < 10) or (
        a.unit.kind is Kind.COUNT and a.unit.name == b.unit.name and a.number.value >= 3
    )


ROUND, FINE = 5, 20  # how far what is hedged, and what is only rounded, may stand from the other: a part in so many


def agree(a: Quantity, b: Quantity) -> bool:
    """Whether two figures say the same: the same value, or one of them rounded or hedged."""
    if a.when is not None or b.when is not None:
        return a.when == b.when
    one, other = a.size, b.size
    apart, larger = abs(one - other), max(abs(one), abs(other))
    if a.hedge or b.hedge:
        near = apart * ROUND <= larger
    else:  # "$1.6bn" for $1.58bn; "$50" is not $51.25
        near = apart * FINE <= larger and 2 * apart <= max(_place(each) * each.unit.factor for each in (a, b))
    return near and bool(a.base(True) & b.base(True))


def _place(quantity: Quantity) -> Fraction:
    """The place that a figure is rounded to: of two significant digits or more the last, else the last one printed."""
    number = quantity.number
    return number.significant_place if 10 * number.significant_place <= abs(number.value) else number.place


def slip(a: Quantity, b: Quantity) -> bool:
    """Whether one may be the other mistyped: the same digits in another order or scale, or one digit changed.

    Words alone would make two figures of one sort in two sentences into one fact too often.
    """
    one, other = (re.sub(r"\D", "", quantity.surface) for quantity in (a, b))
    if not one or not other:
        return a.value == b.value  # nobody mistypes "nine" as "five"
    if one == other:
        return True
    if sorted(one) == sorted(other):
        return True
    return len(one) == len(other) >= 3 and sum(x != y for x, y in zip(one, other, strict=True)) == 1


def mistyped(story: Story, first: int, second: int) -> bool:
    """Whether one figure may be the other mistyped, and no word near them speaks of another case or another year."""
    if not slip(story.figures[first].quantity, story.figures[second].quantity) or story.apart(first, second):
        return False
    if _gap_told(story, first, second):
        return False
    return not (story.said(first) | story.said(second)) & OTHER and story.years(second) <= story.years(first)


def _gap_told(story: Story, first: int, second: int) -> bool:
    """Whether the story tells what the headline leaves out: "cuts 2,000 jobs", then "2,200, 200 of them announced before"."""
    gap = abs(story.figures[first].quantity.size - story.figures[second].quantity.size)
    return any(each.quantity.when is None and each.quantity.size == gap for each in story.beside(second))


def of_another(story: Story, first: int, second: int) -> bool:
    """Whether two figures are of different things, whatever they come to: of other nouns, owners, fates, times."""
    a, b = (story.figures[number] for number in (first, second))
    one, other = a.quantity, b.quantity
    if story.apart(first, second) or any(_WAR.match(story.text, each.end) for each in (a, b)):
        return True
    leads = [
        _LEADS_BY.search(story.text, max(0, each.reach.start - FAR), each.reach.start) is not None for each in (a, b)
    ]
    if leads[0] != leads[1] or (_EACH.match(story.text, b.end) and not _EACH.match(story.text, a.end)):
        return True
    owners = [_HOLDER.search(story.text, max(0, each.reach.start - FAR), each.reach.start) for each in (a, b)]
    if owners[0] and owners[1] and owners[0][1] != owners[1][1]:
        return True
    quarters = [_QUARTER.match(story.text, each.end) for each in (a, b)]
    if quarters[0] and quarters[1] and _fourth(quarters[0][1]) != _fourth(quarters[1][1]):
        return True  # "3.8% in the last quarter of 2004 ... 4% in the third"
    if one.value == other.value:
        nouns = {one.unit.name, other.unit.name}
        few = abs(one.number.value) < FEW and one.unit.kind is other.unit.kind is Kind.COUNT
        return few and len(nouns) > 1 and nouns.isdisjoint(PERSONS)
    expected = [_EXPECTED.search(story.text, max(0, each.start - EXPECTING), each.start) is not None for each in (a, b)]
    if expected[0] != expected[1]:
        return True  # "grew 3.8% ... is expected to grow at a rate of about 4%"
    place = story.places[second]
    if _AGO.match(story.text, b.end):
        return True
    return bool(_EARLIER.search(story.skeleton, story.skeleton.rfind(END, 0, place) + 1, place))


def _fourth(quarter: str) -> str:
    """The name of a quarter of a year; the last one is the fourth."""
    return "fourth" if quarter.startswith(("last", "final")) else quarter


_QUARTER = re.compile(r"[^.;,]{0,30}\bin the (first|second|third|fourth|final(?= quarter)|last(?= quarter of))\b")
_EXPECTED = re.compile(r"\b(?:is|are|was|were) (?:expected|forecast|predicted|projected|likely|due|set) to\b[^.;,]*\Z")
EXPECTING = 80  # code points before a figure
_WAR = re.compile(r"['’]s? [A-Z]|['’]? War\b")  # the Thirty Years' War
_EACH = re.compile(r" (?:each|apiece|per)\b")
_LEADS_BY = re.compile(r"\b(?:lead|leads|leading|led|ahead|behind|trail\w*) by(?: [a-z]+){0,3} \Z")
_HOLDER = re.compile(r"\b(?!It |He |She |They |We )([A-Z][\w-]+)(?:['’]s?| has| had| have) (?:[a-z]+ )?\Z")
_AGO = re.compile(r" (?:a year|the year) (?:ago|earlier|before)\b")
_EARLIER = re.compile(r"\b(?:last year|a year (?:ago|earlier|before)|the year before)\b")
PERSONS = frozenset(("man", "woman", "people", "person", "boy", "girl"))
FEW = 100  # counts below it are often equal by chance
