"""One amount in two physical units."""

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Any

from factcheck.model import Claim, Passage
from factcheck.relations import MEASURE, Example, Silent, relation
from factcheck.relations._spoken import closes
from factcheck.units import Kind, of_each

ALIKE = 3  # how many times one of two amounts in a bracket may be the other, and still say it over again
STEP = 100  # how many times one of two units is the other, where words between them tell of two things: metres, miles
# Words between an amount and a bracket, but for the shape of what is measured, and what it is an amount of.
_WORDS = re.compile(
    r"(?! of [a-z -]+\()[^\d(]*?(?<![\w’'])(?!(?:long|wide|high|tall|deep|thick|square|or|and|to|by|about|approximately|roughly)\b)[^\W\d_]+[^\d(]*\("
)


_OR = re.compile(r" or ")
_TWO_OF_THEM = re.compile(r"\b(?:[Tt]wo|[Bb]oth) (?:[a-z]+ )?[a-z]+s \(\Z")
_WHEN = re.compile(r"\((?:after|in|over|every|per|within|during|since|until|before) \Z")


def measured(passage: Passage, found: list[Claim]) -> Iterable[Claim]:
    """Only pairs of different units for the same sort of thing."""
    for claim in found:
        (_, first), (_, second) = claim.roles
        a, b = first.quantity.unit, second.quantity.unit
        same_sort = any(x.dimension == y.dimension for x in (a, *a.others) for y in (b, *b.others))
        if not same_sort or a.name == b.name or Kind.PHYSICAL not in (a.kind, b.kind):
            continue
        apart = first.quantity.number.value * a.factor / (second.quantity.number.value * b.factor or 1)
        alike = 1 <= ALIKE * apart <= ALIKE**2
        if not alike and passage.document.text[first.reach.start - 1] == "(":
            continue  # two things in one bracket: (400 m, 60 ft)
        if passage.led_by(_TWO_OF_THEM, first, 40):
            continue  # each of the two its own: "two slips (60 m, 400 ft)"
        if _WHEN.search(passage.between(first, second)):
            continue  # "off by less than four seconds (after 80 million years)"
        if _OR.fullmatch(passage.between(first, second)) and a.dimension == "[time]" and not alike:
            continue  # "3 minutes, 3 hours or 3 days"
        steps = a.factor / b.factor
        if not alike and any(second.quantity.number.value == each.factor / b.factor for each in (a, *a.others)):
            continue  # what one of them is: "21,000 cwt (100 lb)"
        if _WORDS.match(passage.between(first, second)) and not (alike and 1 < STEP * steps < STEP**2):
            continue  # a way to a place, and how high that is: 14 km to Orla (3,020 m)
        yield claim
    yield from _per_each(passage)


def _per_each(passage: Passage) -> Iterator[Claim]:
    """So many, or so much money, per unit and again per another: "480 people per square mile (185/km²)"."""
    for first, second in pairwise(passage.figures):
        one, other = (each.quantity.unit for each in (first, second))
        if (
            not (one.per and other.per)
            or one.name == other.name
            or not _AGAIN.fullmatch(passage.between(first, second))
        ):
            continue
        a, b = of_each(one), of_each(other)
        counted = one.kind is Kind.COUNT and (other.kind is Kind.NUMBER or one.dimension == other.dimension)
        same = counted or one.kind is other.kind is Kind.CURRENCY
        timed = "[time]" in a.dimension  # "£50,000 a week, or £2.6m a year" is a rate's to judge
        if (
            same
            and not timed
            and closes(passage, second)
            and a.kind is Kind.PHYSICAL
            and a.dimension == b.dimension
            and a.factor != b.factor
        ):
            yield Claim("conversion", (("a", first), ("b", second)))


_AGAIN = re.compile(r" \((?:or )?|,? or ")


@relation(
    reads="converted",
    roles={"a": MEASURE, "b": MEASURE},
    frames={
        "en": [
            "{a} .. ({b})",
            "{a} ({b} SEP {_}",
            "{a} .. ({_} SEP {b})",
            "{a} ({_} or {b})",
            "{a} ({_} SEP {_} SEP {b})",
            "{a} or|and|to|- {a'} ({b} or|and|to|- {b'})",
            "{a}, or {b}",
            "{a} or {b}",
            "{a} or {_} (.. {b})",
            "{a} (.. {b})",
            "{a} / {b}",
            "({a} SEP {b})",
            "{a}, equivalent to {b}",
        ]
    },
    examples=[
        Example("The estate covers 27,000 square kilometres (10,425 square miles)."),
        Example("The path is 5 miles (12 km) long.", finds="5 miles is 8 km, not 12 km"),
        Example("She ran 10 kilometres, or 6.2 miles, before breakfast."),
        Example("It weighs 180 pounds (28 kg).", finds="180 pounds is 82 kg, not 28 kg"),
        Example(
            "The forest shrank from 587,000 to 415,000 square kilometres (227,000 to 106,000 sq mi).",
            finds="415,000 square kilometres is 160,232 sq mi, not 106,000 sq mi",
        ),
        Example("The summit of Mount Orla (2,410 m; 7,907 ft) was reached in 1911."),
        Example("Mount Orla, at 1,917 metres (6,288 ft), is the highest."),
        Silent("From there it is 14 km to Orla (3,020 m)."),
        Silent("The yard had two slips (60 m, 400 ft)."),
        Silent("He walked 5 miles (an hour at most) to school."),
    ],
    candidates=measured,
)
def b(a: Any) -> Any:
    """The same amount in two physical units, the second converted from the first and rounded."""
    return a * Fraction(1)
