"""The nouns that the stages pass on: Span, Document, Number, Hedge, When, Quantity, Figure, Clause, Claim, Check.

Nothing here reads a text or judges a claim; each noun only knows what follows from its own fields. None is ever changed;
those that are made for every figure of a text are not frozen all the same, since a frozen one takes three times as long.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from calendar import monthrange
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from factcheck.interval import Interval
from factcheck.units import Kind, Unit


@dataclass(slots=True, unsafe_hash=True, order=True)
class Span:
    """A stretch of the decoded source, in code points, the end left out."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a code point."""
        return self.start < other.end and other.start < self.end


class Form(Enum):
    """How a number is written; together with the unit it decides how much room rounding leaves."""

    DIGITS = "digits"  # 27,000; 5.19; $1.13bn
    WORDS = "words"  # twelve, two dozen
    FRACTION = "fraction"  # half, a third, two-thirds, ¾, one in five
    FACTOR = "factor"  # double, triple, tenfold, halved


@dataclass(slots=True, unsafe_hash=True)
class Number:
    """A number as written: mantissa * 10**exponent / divisor, the scale word multiplied out.

    >>> Number(113, 7).value, Number(113, 7).place            # 1.13bn
    (Fraction(1130000000, 1), Fraction(10000000, 1))
    >>> Number(27000, 0).place, Number(27000, 0).significant_place
    (Fraction(1, 1), Fraction(1000, 1))
    """

    mantissa: int
    exponent: int = 0  # of ten, for the last printed digit
    divisor: int = 1  # 73/4 for "18 1/4"
    form: Form = Form.DIGITS
    decimals: int = 0  # printed behind the decimal point: 2 in 1.13bn

    @property
    def value(self) -> Fraction:
        """The exact value."""
        if self.exponent >= 0:
            return Fraction(self.mantissa * 10**self.exponent, self.divisor)
        return Fraction(self.mantissa, self.divisor * 10**-self.exponent)

    @property
    def place(self) -> Fraction:
        """The worth of one unit in the last printed place."""
        ten = Fraction(10) if self.exponent >= 0 else Fraction(1, 10)
        power: Fraction = ten ** abs(self.exponent)
        return power / self.divisor

    @property
    def significand(self) -> int:
        """The digits as written, without the noughts they end with: 27 of 27,000."""
        return int(str(self.mantissa).rstrip("0") or 0)

    @property
    def significant_place(self) -> Fraction:
        """The worth of one unit in the last place that is not zero; of zero itself, the last printed place."""
        mantissa, zeros = self.mantissa, 0
        while mantissa and mantissa % 10 == 0:
            mantissa //= 10
            zeros += 1
        return self.place * int(10**zeros)


@dataclass(frozen=True, slots=True)
class Hedge:
    """A word that widens a figure. The widths are shares of the value: how far the truth may lie below and above it.

    `tight` is what a careful writer means by it, `loose` what it can be stretched to; None is unbounded.
    """

    word: str  # as in the table, lower case
    below: tuple[Fraction | None, Fraction | None] = (Fraction(0), Fraction(0))  # tight, loose
    above: tuple[Fraction | None, Fraction | None] = (Fraction(0), Fraction(0))  # tight, loose
    open: bool = False  # the value itself is left out: "more than 12"


@dataclass(frozen=True, slots=True)
class When:
    """A date, a year, a decade or a clock time, as far as it is stated. Years before Christ are zero or less: 44 BC is -43."""

    year: int | None = None
    month: int | None = None  # 1 to 12
    day: int | None = None  # as stated, even where the month has no such day
    months: int = 0  # how many months it covers, where that is not plain from the fields: a quarter 3, a decade 120
    weekday: int | None = None  # Monday is 0
    hour: int | None = None
    minute: int | None = None
    other: When | None = None  # the other reading of 9/10/2014

    @property
    def exists(self) -> bool:
        """Whether the calendar has such a date (a 29 February without a year does exist)."""
        if self.month is not None and not 1 <= self.month <= 12:
            return False
        if self.day is not None:
            days = (
                31
                if self.month is None
                else monthrange(2000 if self.year is None else max(self.year, 1), self.month)[1]
            )
            return 1 <= self.day <= days
        return True

    @property
    def date(self) -> dt.date | None:
        """The day, where year, month and day are stated, the day exists and the Gregorian calendar holds (from 1583)."""
        if self.year is None or self.month is None or self.day is None or self.year < 1583 or self.year > 9999:
            return None
        return dt.date(self.year, self.month, self.day) if self.exists else None

    @property
    def years(self) -> Interval | None:
        """When it falls, in years with months and days as fractions, so that anniversaries are whole numbers apart."""
        if self.year is None:
            return None
        start = self.year + Fraction((self.month or 1) - 1, 12) + Fraction((self.day or 1) - 1, 372)
        length = Fraction(1, 372) if self.day else Fraction(self.months or (1 if self.month else 12), 12)
        return Interval(start, start + length, False, True)

    @property
    def days(self) -> Interval | None:
        """When it falls, in days of the proleptic calendar, whole ones: the first to the last it may be."""
        if self.year is None or not 1 <= self.year <= 9999 or not self.exists:
            return None
        first = dt.date(self.year, self.month or 1, self.day or 1)
        if self.day:
            return Interval.point(first.toordinal())
        count = self.months or (1 if self.month else 12)
        end = (first.month - 1 + count) + 12 * first.year
        after = dt.date(min(end // 12, 9999), end % 12 + 1, 1)
        return Interval.between(first.toordinal(), after.toordinal() - 1)

    def __str__(self) -> str:
        """ISO 8601, as far as stated: 2017-09-12, 2017-09, 2017, --09-12, 14:30."""
        if self.hour is not None and self.month is None and self.year is None:
            return f"{self.hour:02d}:{self.minute or 0:02d}"
        if self.year is None:
            month = "" if self.month is None else f"{self.month:02d}"
            day = "" if self.day is None else f"-{self.day:02d}"
            return f"--{month}{day}"
        parts = [f"{self.year:04d}"] + [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)


# A round number is trusted to half its last non-zero place, but never more loosely than this share (design, 2026).
ROUND_SHARE = Fraction(1, 20)
# Beside a finer figure of its unit a round number is read as finely, but no finer than a tenth of its printed place:
# "$1bn, up from $630m" is 1.0 billion, not 1.00.
FINER = Fraction(1, 10)
# A hedge moves a percentage of up to 100 by no more points than this: tight, loose (design, 2026).
PERCENT_REACH = (Fraction(5, 2), Fraction(5))
# How far from its value an unhedged word may stand, as a share of it: tight, loose. "A third" for 35 % is fair, for
# 37.5 % a stretch; "doubled" for 1.8 times likewise.
WORD_WIDTHS = {
    Form.FRACTION: (Fraction(6, 100), Fraction(15, 100)),
    Form.FACTOR: (Fraction(10, 100), Fraction(25, 100)),
}


@dataclass(slots=True, unsafe_hash=True)
class Quantity:
    """A number with its unit and its hedge: what a figure says, wherever it stands."""

    surface: str  # as written, hedge left out: '27,000 square kilometers', '$1.13bn', '12 September 2017'
    number: Number  # the lower end of a range; of a weekday its ordinal (Monday 0); of dates and times of no use
    unit: Unit
    upper: Number | None = None  # the upper end of a stated range
    hedge: Hedge | None = None
    when: When | None = None  # for dates and clock times
    age: bool = False  # whole years as birthdays count them: 54 is [54, 55)
    signed: bool = False  # a sign is printed: -30.74%, +5

    @property
    def value(self) -> Fraction:
        """The number in the unit (the lower end of a range), cents and the like as parts of the currency's main unit."""
        return self.number.value * (self.unit.factor if self.unit.kind is Kind.CURRENCY else 1)

    @property
    def size(self) -> Fraction:
        """The number (the lower end of a range) in the base unit of its dimension; of temperatures without their zero."""
        return self.number.value * self.unit.factor

    @property
    def exact(self) -> bool:
        """Whether it is a count of discrete things that is trusted to the unit: below 100, or not ending in 00."""
        if self.hedge or self.unit.kind not in (Kind.COUNT, Kind.NUMBER, Kind.ORDINAL, Kind.WEEKDAY) or self.unit.per:
            return False
        number = self.number
        if number.form not in (Form.DIGITS, Form.WORDS) or number.divisor != 1 or number.exponent != 0:
            return False
        return abs(number.mantissa) < 100 or number.mantissa % 100 != 0

    @property
    def sort(self) -> Kind:
        """The kind of its unit; a fraction such as a third is of the percentages' kind."""
        fraction = self.number.form is Form.FRACTION and self.unit.kind is Kind.NUMBER
        return Kind.PERCENT if fraction else self.unit.kind

    def comparable(self, other: Quantity) -> bool:
        """Whether two amounts can be of one sort: a bare number takes its fellow's unit, counted nouns may differ in word."""
        kinds = {self.sort, other.sort}
        if self.unit.per != other.unit.per and self.unit.per and other.unit.per:
            return False
        if kinds <= {Kind.COUNT, Kind.NUMBER} or kinds == {Kind.POINT} or kinds == {Kind.PERCENT}:
            return True
        if Kind.NUMBER in kinds and Kind.POINT not in kinds:
            return True
        if len(kinds) > 1:
            return False
        return self.unit.dimension == other.unit.dimension or any(
            a.dimension == b.dimension for a in (self.unit, *self.unit.others) for b in (other.unit, *other.unit.others)
        )

    def half_width(self, number: Number, finest: Fraction | None = None) -> Fraction:
        """How far the truth may lie from the number by rounding alone, in the unit.

        `finest`: the finest significant place of the same-unit partners in a claim, in this unit.
        """
        if self.unit.kind is Kind.MULTIPLE:
            return number.place / 2  # "four times" is three and a half to four and a half
        if self.exact or number.divisor != 1:
            return Fraction(0)
        if number.decimals or self.unit.kind in (Kind.PERCENT, Kind.POINT):
            return number.place / 2
        place = number.significant_place
        if finest is not None and finest < place:
            place = max(finest, number.place * FINER)
        return min(place / 2, abs(number.value) * ROUND_SHARE) if number.mantissa else place / 2

    def stated(self, loose: bool = False, finest: Fraction | None = None) -> Interval:
        """The set of values that the words allow, in the unit: rounding and hedge taken in."""
        if self.age:
            top = (self.upper or self.number).value
            return Interval(self.number.value, top + 1, False, True)
        low, high = self.number, self.upper or self.number
        lowest, highest = self._widened(low, loose, finest), self._widened(high, loose, finest)
        return lowest | highest

    def _widened(self, number: Number, loose: bool, finest: Fraction | None) -> Interval:
        value, size, half = number.value, abs(number.value), self.half_width(number, finest)
        if number.form in WORD_WIDTHS:
            half = size * WORD_WIDTHS[number.form][loose]
        if self.hedge is None:
            # a percentage with decimals is as often cut off as rounded: 1,188.89 is printed 1,188.8
            cut = number.place if number.decimals and self.unit.kind is Kind.PERCENT else half
            return Interval.around(value, half, cut) if value >= 0 else Interval.around(value, cut, half)
        below, above = self.hedge.below[loose], self.hedge.above[loose]
        if self.unit.kind is Kind.PERCENT and size <= 100 and below is not None and above is not None:
            # "about 85 percent" is never as wide as a share of 85 would make it
            size = min(size, PERCENT_REACH[loose] / (max(below, above) or 1))
        return Interval(
            None if below is None else value - (max(half, below * size) if below else 0),
            None if above is None else value + (max(half, above * size) if above else 0),
            self.hedge.open and below == 0,
            self.hedge.open and above == 0,
        )

    def base(self, loose: bool = False, finest: Fraction | None = None) -> Interval:
        """The same set in the base unit of the dimension."""
        return self.stated(loose, finest) * self.unit.factor + self.unit.offset


@dataclass(slots=True, unsafe_hash=True)
class Figure:
    """A quantity in its place. `span` holds the number and its unit; `reach` the hedge, article and sign as well."""

    span: Span
    quantity: Quantity
    reach: Span

    @property
    def start(self) -> int:
        return self.span.start

    @property
    def end(self) -> int:
        return self.span.end


@dataclass(frozen=True, slots=True)
class Document:
    """A source as read: its decoded text, and the same with markup blanked out, code point for code point."""

    source: str
    text: str  # as long as source: markup, code and comments are spaces, so that no offset moves
    sentences: tuple[Span, ...]  # in order; a heading, a list item and a table cell are sentences too
    ignored: tuple[tuple[Span, frozenset[str]], ...] = ()  # lines silenced by a comment: which kinds, empty for all

    def sentence(self, offset: int) -> Span | None:
        """The sentence in which an offset stands; None between sentences."""
        number = bisect_right(self.sentences, offset, key=lambda span: span.start) - 1
        return self.sentences[number] if number >= 0 and offset < self.sentences[number].end else None

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """Where an offset stands, both counted from 1, columns in code points."""
        before = self.source.rfind("\n", 0, offset)
        return self.source.count("\n", 0, offset) + 1, offset - before


class Reading(Enum):
    """How a relation reads its figures (design §4)."""

    ROUNDED = "rounded"  # each figure was rounded on its own
    CONVERTED = "converted"  # the first-printed figure is the source, exact; the second was computed from it
    AS_PRINTED = "as_printed"  # the printed values decide


class Verdict(Enum):
    """What comparing the stated with the implied shows. Only INCONSISTENT is a finding."""

    CONSISTENT = "consistent"
    UNDECIDED = "undecided"  # holds only in the loose reading of a hedge, or cannot be told
    INCONSISTENT = "inconsistent"


@dataclass(frozen=True, slots=True)
class Claim:
    """A relation with its roles filled by figures: what a text (or code) asserts."""

    kind: str  # the relation's name, which is its file's: 'share'
    roles: tuple[tuple[str, Figure], ...]  # in text order; a variadic role ('part') stands more than once
    words: tuple[tuple[str, Interval], ...] = ()  # roles filled by words: ("delta", (0, ∞)) for "rose"
    readings: tuple[
        tuple[tuple[str, Figure], ...], ...
    ] = ()  # further ways to read the same words; one that holds is taken
    place: Span | None = None  # where it is asserted, if not by its figures' own words: a line of a fact sheet
    reckoned: bool = False  # tied by its arithmetic alone: it takes no figure from what words say

    @property
    def span(self) -> Span:
        """Where it is asserted: from its first figure to the end of its last, unless it has a place of its own."""
        if self.place is not None:
            return self.place
        return Span(min(figure.start for _, figure in self.roles), max(figure.end for _, figure in self.roles))

    def figures(self, role: str) -> tuple[Figure, ...]:
        """The figures that fill a role, in text order."""
        return tuple(figure for name, figure in self.roles if name == role)


@dataclass(frozen=True, slots=True)
class Repair:
    """One edit that would make a claim consistent."""

    span: Span
    replacement: str
    reason: str  # "two digits swapped"


@dataclass(frozen=True, slots=True)
class Implied:
    """A named figure of a fact sheet: what is stated for it, and what the claims imply, both in base units."""

    name: str
    span: Span  # where it stands
    stated: Interval | None  # None where it is defined by others
    implied: Interval  # empty where no value would do
    quantity: Quantity | None  # in whose unit the sets are shown; None where no figure has the unit of a definition


@dataclass(frozen=True, slots=True)
class Check:
    """A claim judged."""

    claim: Claim
    verdict: Verdict
    message: str  # the arithmetic in one sentence, as an editor would say it
    stated: str = ""  # the stated figure, as a range where rounding makes it one
    implied: str = ""  # what the other figures imply for it
    by_rounding: bool = False  # holds only because figures are rounded or hedged, not at face value
    repairs: tuple[Repair, ...] = ()  # likeliest first
    claims: tuple[Span, ...] = ()  # of a network: where the claims stand that cannot all be true
    sets: tuple[Implied, ...] = ()  # of a network: what those claims imply for each figure, its own statement left out


@dataclass(frozen=True, slots=True)
class Report:
    """What checking one text gives: every figure read and every claim checked, in text order."""

    document: Document
    figures: tuple[Figure, ...]
    checks: tuple[Check, ...]
    sets: tuple[Implied, ...] = ()  # of a fact sheet: each figure beside what all claims together leave of it

    @property
    def findings(self) -> tuple[Check, ...]:
        """The checks whose claims are inconsistent."""
        return tuple(check for check in self.checks if check.verdict is Verdict.INCONSISTENT)


END = "‖"  # of a sentence, in a skeleton


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A document with each figure as one capital letter, direction words as arrows and sentences ended by ‖.

    "Sales rose 9% to $165 million." is "sales ↑ P to C‖". Frames are matched against it.
    """

    text: str
    positions: dict[int, int]  # where in `text` a figure stands -> its number among the document's figures


class Way(Enum):
    """How a mention speaks of its figure."""

    NAME = "name"  # a noun for it: "the council budget"
    OPENING = "opening"  # a clause that leads to it: "Syria covers"
    WHOLE = "whole"  # only as what a share is taken of: "15 percent of Syria"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of the text that stand for a figure given elsewhere: a country's area, a fact of the user's sheet."""

    span: Span
    way: Way
    name: str  # as a message says it
    quantity: Quantity  # what the source says, widened by its tolerance
    source: str  # with its year: "CIA World Factbook, 2015"
    years: tuple[int, int] | None = None  # the years, first and last, of which it holds
    present: bool = False  # it changes by the year: what was is another figure


@dataclass(frozen=True, slots=True)
class Passage:
    """What the linker and a document relation look at: a document, its figures, and its clauses as skeletons."""

    document: Document
    figures: tuple[Figure, ...]
    full: Skeleton  # every figure
    bracketed: Skeleton  # without what hangs on a head figure: dates, "a share"
    plain: Skeleton  # without brackets as well
    published: dt.date | None = None
    mentions: tuple[Mention, ...] = ()  # of figures given elsewhere, in text order

    def within(self, start: int, end: int) -> tuple[Figure, ...]:
        """The figures that begin in a stretch of the text."""
        first = bisect_left(self.figures, start, key=lambda figure: figure.start)
        return self.figures[first : bisect_left(self.figures, end, key=lambda figure: figure.start)]

    def before(self, figure: Figure) -> tuple[Figure, ...]:
        """The figures before one in its sentence."""
        home = self.document.sentence(figure.start)
        return self.within(home.start, figure.start) if home else ()

    def led_by(self, pattern: re.Pattern[str], figure: Figure, reach: int) -> bool:
        """Whether a pattern that ends in ``\\Z`` fits what stands right before a figure, from so many code points back."""
        start = figure.reach.start
        return pattern.search(self.document.text, max(0, start - reach), start) is not None

    def between(self, left: Figure, right: Figure) -> str:
        """The words between two figures, hedges and articles left out."""
        return self.document.text[left.reach.end : right.reach.start]
