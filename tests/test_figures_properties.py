"""Properties of the figure reader: it never raises, its spans are in order, spellings agree, time is linear."""

from __future__ import annotations

import itertools
from fractions import Fraction

import hostile
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from work import grows_linearly

from factcheck import figures, units
from factcheck.figures.words import ONES, TENS
from factcheck.units import Kind

PIECES = [
    "1", "12", "2,412", "27,000", "3.5", ".5", "½", "18 1/4", "five", "twenty-seven", "half", "a third", "one in six", "doubled",
    "hundreds of", "million", "bn", "m", "%", " per cent", " points", "$", "£", "Rs ", "US$", " km", " sq km", " ft", " in", " years", "-year-old",
    " people", " new jobs", " of the ", " to ", " and ", "-", "–", "from ", "between ", "about ", "more than ", " or so", " a year", " each", "(", ")",
    ", ", ". ", "\n", "minus ", "12 May 2017", "Tuesday", "10.30am", "6-4", "[12]", "@x.org", "https://a.b/5", "°", "′", "″", "No. ", "page ", "x",
]  # fmt: skip


def sound(text: str) -> None:
    """What holds of the figures of any text."""
    read = figures.read(text)
    for figure in read:
        assert text[figure.start : figure.end] == figure.quantity.surface
        assert figure.start < figure.end
        assert figure.reach.start <= figure.start and figure.end <= max(figure.reach.end, figure.end)
        _ = figure.quantity.value, figure.quantity.stated(), figure.quantity.stated(loose=True)
    for left, right in itertools.pairwise(read):
        assert left.end <= right.start


@given(st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_no_text_raises(text: str) -> None:
    sound(text)


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.just(" ")), max_size=30).map("".join))
@settings(max_examples=300, deadline=None)
def test_no_mixture_of_number_words_raises(text: str) -> None:
    sound(text)


def spelt(value: int) -> str:
    """A whole number below a thousand million in English words."""
    if value < 20:
        return next(word for word, each in ONES.items() if each == value)
    if value < 100:
        ten = next(word for word, each in TENS.items() if each == value // 10 * 10)
        return ten + (f"-{spelt(value % 10)}" if value % 10 else "")
    for size, word in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if value >= size:
            joint = " and " if value % size < 100 else " "
            return f"{spelt(value // size)} {word}" + (joint + spelt(value % size) if value % size else "")
    raise AssertionError(value)


@given(st.integers(2, 999_999_999))
@settings(max_examples=150, deadline=None)
def test_a_number_in_words_is_the_number_in_digits(value: int) -> None:
    assert figures.parse(spelt(value)).value == value
    assert figures.parse(f"{value:,}").value == value
    assert figures.parse(str(value)).value == value or 1000 <= value <= 2100  # a year


SPELLINGS = [
    (spelling, unit)
    for spelling, unit in sorted(units.table().names.items())
    if unit.kind in (Kind.PHYSICAL, Kind.CURRENCY)
    and spelling.replace(" ", "").isalpha()
    and "quadrillion" not in spelling
]


@given(st.sampled_from(SPELLINGS), st.integers(2, 99999), st.integers(1, 9))
@settings(max_examples=200, deadline=None)
def test_a_quantity_in_any_spelling_of_the_tables_is_read_back(
    spelling: tuple[str, units.Unit], value: int, tenth: int
) -> None:
    words, unit = spelling
    (figure,) = figures.read(f"It held {value:,}.{tenth} {words}.")
    read = figure.quantity
    scale = read.number.value / (value + Fraction(tenth, 10))  # "2.1 quadrillion btu" are as many btu, or so many quads
    kinds = {(each.dimension, each.factor * scale, each.offset) for each in (read.unit, *read.unit.others)}
    assert (unit.dimension, unit.factor, unit.offset) in kinds
    assert read.surface == f"{value:,}.{tenth} {words}"


# "#" and "PS" stand for the pound sign only before some forms of numbers, elsewhere they are a label and a console.
PREFIXES = sorted(
    (spelling, unit) for spelling, unit in units.table().prefixes.items() if spelling not in ("PS", "#", "S/")
)
GAPS = [",", "\u00a0", "\u2009", "\u202f", "'", "’"]
BIG = {
    "thousand": 3,
    "million": 6,
    "billion": 9,
    "trillion": 12,
    "m": 6,
    "bn": 9,
    "tn": 12,
    "trn": 12,
    "mln": 6,
    "bln": 9,
}


def kinds(unit: units.Unit) -> set[object]:
    return {(each.dimension, each.factor, each.offset) for each in (unit, *unit.others)}


@given(
    st.sampled_from(PREFIXES),
    st.integers(3000, 99_999_999),
    st.sampled_from(GAPS),
    st.sampled_from(["", " ", "\u00a0"]),
)
@settings(max_examples=200, deadline=None)
def test_a_sum_in_any_spelling_of_the_tables_is_read_back(
    prefix: tuple[str, units.Unit], value: int, gap: str, space: str
) -> None:
    surface = f"{prefix[0]}{space}{f'{value:,}'.replace(',', gap)}"
    (figure,) = figures.read(f"It held {surface} there.")
    assert figure.quantity.number.value == value
    assert kinds(figure.quantity.unit) & kinds(prefix[1])
    assert figure.quantity.surface == surface


@given(
    st.integers(2, 999),
    st.integers(0, 9),
    st.sampled_from(sorted(BIG)),
    st.sampled_from(["", " "]),
    st.sampled_from(["$", "£", "€", "US$"]),
)
@settings(max_examples=150, deadline=None)
def test_a_scale_multiplies_the_same_however_it_is_written(
    whole: int, tenth: int, scale: str, space: str, money: str
) -> None:
    value = Fraction(10 * whole + tenth, 10) * 10 ** BIG[scale]
    (figure,) = figures.read(f"It held {money}{whole}.{tenth}{space if len(scale) < 4 else ' '}{scale} there.")
    assert figure.quantity.number.value == (value if scale != "m" or not space else Fraction(10 * whole + tenth, 10))


@pytest.mark.parametrize("unit", hostile.FIGURES)
def test_work_grows_no_faster_than_the_text(unit: str) -> None:
    assert grows_linearly(figures.read, unit)
