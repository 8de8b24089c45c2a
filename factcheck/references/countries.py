"""Countries: the area and the population of those that a text names.

In: a text and its day of publication. Out: References, with aliases only for the countries that occur. The one idea: a
tolerance is as wide as any fair definition (land or all, a disputed province) and, for a population, the years between
can make it, so that only a figure that none of them could explain is a finding.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from factcheck import units
from factcheck.model import Figure, Hedge, Number, Quantity
from factcheck.references.names import Names
from factcheck.references.reference import Reference
from factcheck.references.tables import lines

# Beyond the least and the most that its definitions allow, an area is trusted this far: tight, loose.
AREA_ROOM = (Fraction(3, 100), Fraction(30, 100))
# Smaller islands are as often given with the sea around them.
LEAST_AREA = 5000
# Of fewer people, who counts as one of them matters too much.
LEAST_POPULATION = 100_000
# Of two sources for one year, one may have so many times the population of the other (Kuwait with its guest workers,
# Eritrea without its exiles): tight, loose. Each year between allows for so much more growth, or decline.
COUNTS = (Fraction(115, 100), Fraction(2))
GROWTH = (Fraction(102, 100), Fraction(104, 100))
DECLINE = (Fraction(1005, 1000), Fraction(101, 100))
MOST_GROWTH = Fraction(8)  # times: what a text without a date may be off, and still not by a digit too few
UNDATED = 40  # years that may lie between the table and a text without a date
FIRST_YEAR, LAST_YEAR = 1950, 2100  # texts of other years speak of other countries
FIRST_COUNT = 1980  # of texts before it, populations are not judged
NEAR = 3  # years by which a sentence may go back behind the day of publication


@dataclass(frozen=True, slots=True)
class Country:
    """A line of countries.tsv."""

    code: str  # ISO 3166-1 alpha-2; XK is Kosovo
    names: tuple[str, ...]
    adjective: str  # "Syrian"; empty where it is no one country's
    area: int  # in km², land and inland water
    least: int  # what a narrower definition leaves of it: land alone, without a province
    most: int  # what a wider one makes of it: with a claim, with islands
    population: int


@functools.cache
def table() -> tuple[tuple[Country, ...], dict[str, tuple[str, int]]]:
    """The countries, and the source and year of each of their figures."""
    found: list[Country] = []
    sources: dict[str, tuple[str, int]] = {}
    for code, names, adjective, *numbers in lines("countries.tsv"):
        if code.startswith("# "):
            sources[code[2:]] = names, int(adjective)
        else:
            area, least, most, population = map(int, numbers)
            found.append(Country(code, tuple(names.split(",")), adjective, area, least, most, population))
    return tuple(found), sources


@functools.cache
def _names() -> Names[Country]:
    names: Names[Country] = Names()
    for country in table()[0]:
        for name in (*country.names, *filter(None, [country.adjective])):
            names.add(name, country)
    return names


# "Lebanon, Ohio", "Mexico, Mo.": a town of that name.
_STATES = re.compile(
    r", (?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Iowa|Kan|Ky|La|Maine|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|"
    r"N\.[HJMYCD]|New (?:York|Jersey|Mexico|Hampshire)|North|Ohio|Okla|Ore|Pa|Penn|R\.I|S\.[CD]|South|Tenn|Texas|Utah|Vt|Va|"
    r"Wash|W\.Va|West|Wis|Wyo)"
)


# Countries, past ones and ones within another, that are not in the table: beside them "the country" may be any.
_OTHERS = re.compile(
    r"\b(?:England|Scotland|Wales|Georgia|Congo|Palestin\w+|Korea|America|Tibet|Kurdistan|Catalonia|Jersey|Yugoslavia|"
    r"Soviet Union|USSR|Czechoslovakia|Prussia|Rhodesia|Somaliland|Europe|Africa)\b"
)


def countries(text: str, figures: Sequence[Figure], published: dt.date | None) -> Iterator[Reference]:
    """The areas and populations of the countries that a text names.

    A text that names a year of long ago may tell history, even in sentences that name none: its figures may be as old.
    """
    years = [when.year for figure in figures if (when := figure.quantity.when) is not None and when.year is not None]
    earliest = min([*years, *([published.year] if published else ())], default=LAST_YEAR)
    found: dict[str, Country] = {}
    towns: set[str] = set()
    for span, country in _names().find(text):
        found[country.code] = country
        if _STATES.match(text, span.end):
            towns.add(country.code)
    alone = len(found) == 1 and not _OTHERS.search(text)
    for code, country in found.items():
        if code in towns:
            continue
        if country.area >= LEAST_AREA and earliest >= FIRST_YEAR:
            yield _area(country, alone)
        if country.population >= LEAST_POPULATION and earliest >= FIRST_COUNT:
            yield _population(country, alone, published)


# How a text speaks of them; {0} is the name with the article that it takes.
_AREA_NOUNS = ("area", "land area", "surface area", "total area", "total land area")
_AREA_OPENINGS = (
    *(
        f"{{0}}{verb} {noun}"
        for verb in (" has", ", with", " with", " covers", ", which covers")
        for noun in ("an area", "a land area", "a total area")
    ),
    *("{0} covers", "{0}, which covers", "{0}, a country", "{0} is a country"),
)
_PEOPLE_NOUNS = ("population", "total population")
_PEOPLE_OPENINGS = (
    *(f"{{0}}{verb} a population" for verb in (" has", ", with", " with", ", which has")),
    *("{0}, a country", "{0}, a nation", "{0} is a country", "{0} is a nation"),
)


def _area(country: Country, alone: bool) -> Reference:
    """Its area. `alone`: no other country is named, so that "the country" is this one."""
    source, year = table()[1]["area"]
    return Reference(
        f"the area of {_articled(country.names[0])}",
        Quantity(f"{country.area:,} km²", Number(country.area), units.find("km²")),
        _nouns(country, _AREA_NOUNS, alone),
        _openings(country, _AREA_OPENINGS),
        tuple(_wholes(country, alone)),
        source,
        year,
        (FIRST_YEAR, LAST_YEAR),
        _area_tolerance(country),
    )


def _population(country: Country, alone: bool, published: dt.date | None) -> Reference:
    source, year = table()[1]["population"]
    return Reference(
        f"the population of {_articled(country.names[0])}",
        Quantity(f"{country.population:,} people", Number(country.population), units.count("person")),
        _nouns(country, _PEOPLE_NOUNS, alone),
        _openings(country, _PEOPLE_OPENINGS),
        (),
        source,
        year,
        (year - UNDATED, LAST_YEAR) if published is None else (published.year - NEAR, published.year + 1),
        _population_tolerance(country, UNDATED if published is None else abs(published.year - year)),
    )


def _nouns(country: Country, nouns: tuple[str, ...], alone: bool) -> tuple[str, ...]:
    owners = [name + end for name in country.names for end in (("'s", "'") if name.endswith("s") else ("'s",))]
    owned = [f"{owner} {noun}" for owner in (*owners, *(["country's"] if alone else ())) for noun in nouns]
    # not "an area of Syria", which is a part of it
    return (*owned, *(f"the {noun} of {_articled(name)}" for noun in nouns for name in country.names))


def _openings(country: Country, forms: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(form.format(_articled(name)) for name in country.names for form in forms)


def _wholes(country: Country, alone: bool) -> Iterator[str]:
    for name in country.names:
        yield from dict.fromkeys((name, _articled(name), f"{name}'s territory", f"territory of {_articled(name)}"))
    if country.adjective:
        yield f"{country.adjective} territory"
    if alone:
        yield from ("country", "country's territory")


_TAKES_ARTICLE = re.compile(
    r"United |.*(?:Islands|Republic|Republic of (?:the )?Congo)\Z|(?:Netherlands|Philippines|Maldives|Bahamas|Comoros|Gambia|UK|US|UAE|U\.S\.)\Z"
)


def _articled(name: str) -> str:
    return f"the {name}" if _TAKES_ARTICLE.match(name) else name


def _area_tolerance(country: Country) -> Hedge:
    least, most = Fraction(country.least, country.area), Fraction(country.most, country.area)
    tight, loose = AREA_ROOM
    return Hedge(
        "",
        (1 - least * (1 - tight), 1 - least * (1 - loose)),
        (most * (1 + tight) - 1, most * (1 + loose) - 1),
    )


def _population_tolerance(country: Country, years: int) -> Hedge:
    fewer = [1 / min(base * each**years, MOST_GROWTH) for base, each in zip(COUNTS, GROWTH, strict=True)]
    more = [base * each**years for base, each in zip(COUNTS, DECLINE, strict=True)]
    return Hedge("", (1 - fewer[0], 1 - fewer[1]), (more[0] - 1, more[1] - 1))
