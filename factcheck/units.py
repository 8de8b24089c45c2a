"""Units: from a surface form to a unit, and exact conversion between units of one dimension.

In: words as they stand in a text ("sq km", "US$", "barrels a day"). Out: Units, whose factors are exact rationals.
The one idea: every physical unit and factor is pint's, read once into `units.tsv` (`python -m factcheck.units`) so that
checking a text need not load pint; `units.txt` says what pint lacks or what newsrooms read otherwise.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction
from importlib.resources import files
from typing import Any

from factcheck.errors import UnitMismatch, UnknownUnit
from factcheck.interval import Interval

ONE = Fraction(1)
ZERO = Fraction(0)


class Kind(Enum):
    """What sort of thing a unit measures; figures of different kinds are never compared."""

    PHYSICAL = "physical"
    CURRENCY = "currency"
    PERCENT = "percent"
    POINT = "percentage point"
    COUNT = "count"  # a counted noun: 48 patients
    NUMBER = "number"  # a bare number
    MULTIPLE = "multiple"  # double, threefold, 2.5 times
    RATIO = "ratio"  # 3:1, odds
    ORDINAL = "ordinal"
    DATE = "date"  # a day, month, year, decade
    TIME = "time"  # of the clock
    WEEKDAY = "weekday"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure. `factor` and `offset` take a magnitude to the base of its dimension: base = factor * x + offset."""

    name: str  # as in reports: 'kilometer ** 2', 'USD', 'percent', 'seat', '' for a bare number
    kind: Kind
    dimension: str = ""  # '[length] ** 2'; the ISO code for a currency; the noun for a count
    factor: Fraction = ONE  # exact; cents: 1/100; percent: 1/100
    offset: Fraction = ZERO  # in the base unit: kelvin for temperatures, 0 for all else
    others: tuple[Unit, ...] = ()  # further units that the same surface may mean: a ton, gallon, mile, pound
    per: str = ""  # of a rate on a count, share or currency: what it is per ('share', 'barrel', 'year'), else ''


PERCENT = Unit("percent", Kind.PERCENT, "", Fraction(1, 100))
POINT = Unit("percentage_point", Kind.POINT, "point", Fraction(1, 100))
BASIS_POINT = Unit("basis_point", Kind.POINT, "point", Fraction(1, 10000))
NUMBER = Unit("", Kind.NUMBER)
MULTIPLE = Unit("", Kind.MULTIPLE)
RATIO = Unit("ratio", Kind.RATIO)
ORDINAL = Unit("ordinal", Kind.ORDINAL)
DATE = Unit("date", Kind.DATE)
TIME = Unit("time", Kind.TIME)
WEEKDAY = Unit("weekday", Kind.WEEKDAY)
_NAMED = {unit.name: unit for unit in (PERCENT, POINT, BASIS_POINT, RATIO, ORDINAL, DATE, TIME, WEEKDAY)}


@functools.lru_cache(4096)
def count(noun: str, per: str = "") -> Unit:
    """The unit of a counted noun, which is given in the singular."""
    return rate(Unit(noun, Kind.COUNT, noun), per) if per else Unit(noun, Kind.COUNT, noun)


@functools.lru_cache(1024)
def rate(unit: Unit, per: str) -> Unit:
    """So much of a unit per something: dollars per barrel, cents a share."""
    if unit.kind is Kind.PHYSICAL:
        other = table().names.get(per) or table().names.get(per + "s")
        if other is not None:
            return _quotient(unit, other)
    others = tuple(rate(each, per) for each in unit.others)
    return replace(unit, name=f"{unit.name} / {per}".strip(), per=per, others=others)


def of_each(unit: Unit) -> Unit:
    """The unit of so many, or so much money, per physical unit as one that converts: people per square mile; others as they are."""
    if not unit.per or unit.kind is Kind.PHYSICAL:
        return unit
    try:
        step = find(unit.per)
    except UnknownUnit:  # a share, a visit
        return unit
    if step.kind is not Kind.PHYSICAL:
        return unit
    of_what = unit.dimension if unit.kind is Kind.CURRENCY else "number"
    return replace(
        unit, kind=Kind.PHYSICAL, dimension=f"{of_what} / ({step.dimension})", factor=unit.factor / step.factor, per=""
    )


# --- dimensions ------------------------------------------------------------------------------------------------------

Powers = Mapping[str, int]


def _powers(dimension: str) -> dict[str, int]:
    powers: dict[str, int] = {}
    for side, sign in zip(dimension.partition(" / ")[::2], (1, -1), strict=True):
        for part in filter(None, side.split(" * ")):
            base, _, exponent = part.partition(" ** ")
            if base != "1":
                powers[base] = sign * int(exponent or 1)
    return powers


def _dimension(powers: Powers) -> str:
    def written(sign: int) -> str:
        return " * ".join(
            base + (f" ** {abs(power)}" if abs(power) > 1 else "")
            for base, power in sorted(powers.items())
            if power * sign > 0
        )

    top, bottom = written(1), written(-1)
    return (top or ("1" if bottom else "")) + (f" / {bottom}" if bottom else "")


def _combined(a: str, b: str, sign: int) -> str:
    powers = _powers(a)
    for base, power in _powers(b).items():
        powers[base] = powers.get(base, 0) + sign * power
    return _dimension({base: power for base, power in powers.items() if power})


@functools.lru_cache(1024)
def measure(unit: Unit) -> tuple[Fraction, Powers]:
    """A unit's factor and the powers of its base dimensions, for reckoning with figures of any sort.

    A currency is a dimension of its own, "a year" or "a litre" behind it a divisor; counts, percentages and bare numbers
    have no dimension.

    >>> measure(find("USD")), measure(rate(find("USD"), "hour"))[1]
    ((Fraction(1, 1), {'USD': 1}), {'USD': 1, '[time]': -1})
    """
    powers = (
        _powers(unit.dimension)
        if unit.kind is Kind.PHYSICAL
        else {unit.dimension: 1}
        if unit.kind is Kind.CURRENCY
        else {}
    )
    if not unit.per or unit.kind is Kind.PHYSICAL:
        return unit.factor, powers
    step = table().names.get(unit.per) or table().names.get(unit.per + "s")
    if step is None:  # a share, a person: counted things have no dimension
        return unit.factor, powers
    for base, power in _powers(step.dimension).items():
        powers[base] = powers.get(base, 0) - power
    return unit.factor / step.factor, powers


@functools.lru_cache(1024)
def _quotient(a: Unit, b: Unit) -> Unit:
    name = f"{a.name} / {b.name}"
    unit = Unit(name, Kind.PHYSICAL, _combined(a.dimension, b.dimension, -1), a.factor / b.factor)
    others = tuple(_quotient(each, b) for each in a.others) + tuple(
        _quotient(replace(a, others=()), each) for each in b.others
    )
    return replace(unit, others=others)


@functools.lru_cache(1024)
def _power(unit: Unit, exponent: int) -> Unit:
    powers = {base: power * exponent for base, power in _powers(unit.dimension).items()}
    others = tuple(_power(each, exponent) for each in unit.others)
    return Unit(f"{unit.name} ** {exponent}", Kind.PHYSICAL, _dimension(powers), unit.factor**exponent, others=others)


def convert(values: Interval, source: Unit, target: Unit, difference: bool = False) -> Interval:
    """A set of values in another unit of its dimension, exactly; temperatures as points unless `difference`.

    Raises UnitMismatch where the dimensions differ.
    """
    if source.dimension != target.dimension or source.kind is not target.kind:
        raise UnitMismatch(
            "conversion", f"{source.name or 'a number'} and {target.name or 'a number'} measure different things"
        )
    base = values * source.factor + (ZERO if difference else source.offset)
    return (base - (ZERO if difference else target.offset)) / target.factor


# --- the tables ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Table:
    """Every surface form: names whatever their case, symbols to the letter, money before and behind a number."""

    names: Mapping[str, Unit]
    symbols: Mapping[str, Unit]
    prefixes: Mapping[str, Unit]  # currencies before the number, lower case where they are words
    codes: Mapping[str, Unit]


@functools.cache
def table() -> Table:
    """The tables, read on first use."""
    rows = [line.split("\t") for line in _lines("units.tsv")]
    units = {
        name: Unit(name, Kind.PHYSICAL, dimension, Fraction(factor), Fraction(offset))
        for name, dimension, factor, offset, *_ in rows
    }
    names: dict[str, Unit] = {}
    symbols: dict[str, Unit] = {}
    for name, _, _, _, also, spellings, letters in rows:
        unit = (
            replace(units[name], others=tuple(units[each] for each in filter(None, also.split(","))))
            if also
            else units[name]
        )
        names.update(dict.fromkeys(filter(None, spellings.split(",")), unit))
        symbols.update(dict.fromkeys(filter(None, letters.split(",")), unit))
    prefixes, codes = _currencies(names, symbols)
    return Table(names, symbols, prefixes, codes)


def _lines(name: str) -> Iterator[str]:
    for line in files("factcheck").joinpath(name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


def _currencies(names: dict[str, Unit], symbols: dict[str, Unit]) -> tuple[dict[str, Unit], dict[str, Unit]]:
    """Read currencies.txt: code, names, symbols before, symbols behind, minor units with their factor."""
    prefixes: dict[str, Unit] = {}
    codes: dict[str, Unit] = {}
    shared: dict[str, list[Unit]] = {}  # a surface that several currencies share: the first line's is the plain reading

    def put(where: dict[str, Unit], surface: str, unit: Unit) -> None:
        readings = shared.setdefault(f"{id(where)} {surface}", [])
        readings.append(unit)
        plain = where.get(surface)
        if plain is not None and plain.kind is Kind.PHYSICAL:  # a pound of mass or of money
            where[surface] = replace(plain, others=(*plain.others, unit))
        else:
            where[surface] = replace(readings[0], others=tuple(readings[1:]))

    for line in _lines("currencies.txt"):
        code, spoken, before, behind, minor = (each.strip() for each in ([*line.split("\t"), "", "", "", ""])[:5])
        unit = Unit(code, Kind.CURRENCY, code)
        codes[code] = unit
        prefixes[code] = unit
        symbols.setdefault(code, unit)
        for each in filter(None, map(str.strip, spoken.split(","))):
            put(names, each, unit)
        for each in filter(None, map(str.strip, before.split(","))):
            put(prefixes, each, unit)
            if not each.isalpha():
                symbols.setdefault(each, unit)
        for each in filter(None, map(str.strip, behind.split(","))):
            put(symbols, each, unit)
        for each in filter(None, map(str.strip, minor.split(","))):
            surface, _, parts = each.partition("=")
            put(symbols if len(surface) == 1 else names, surface, replace(unit, factor=Fraction(1, int(parts or 100))))
    return prefixes, codes


# --- reading ---------------------------------------------------------------------------------------------------------

_WORD = r"(?:[Uu]\.[Ss]\.(?= )|(?:[°º℃℉] ?)?[A-Za-zµμΩ°À-ÖØ-öø-ÿ]+(?:-[A-Za-z]+)?)"
_NAME = re.compile(rf"({_WORD})(\.?)(?:[ \u00a0-]({_WORD})(\.?)(?:[ \u00a0-]({_WORD})(?:[ \u00a0-]({_WORD}))?)?)?")
_LETTERS = re.compile(r"[A-Za-z]++(?![\w.-])")
_SIGN = re.compile(
    r"[°º]? ?[A-Za-zµμ°Ωčł]{1,5}(?:(?:\.?[/· -]|\.)[A-Za-z]{1,3})?\.?(?:[A-Za-z]\.){0,2}|[€£¥$¢%℃℉₹₽₩₪₺฿]|[\"″']"
)
_BEFORE = re.compile(r"(square|cubic|sq|cu)\.?[ \u00a0-]?(?=[A-Za-z])", re.IGNORECASE)
_RAISED = re.compile(r"[²³]|\^?[23](?![\d.,]?\d)| ?(?:squared|cubed)\b|[ \u00a0]sq\b")
_OVER = re.compile(
    r" ?/ ?|[ \u00a0-]per[ \u00a0-](?:an?[ \u00a0])?|[ \u00a0-](?:an?|each|every)[ \u00a0-](?!(?:year|month|week|day|hour|minute|decade|quarter) (?:earlier|ago|before|later|after)\b)| to the (?=gallon|litre|liter)",
    re.IGNORECASE,
)
_AFTER_UNIT = frozenset("/paetPAE")  # the second character of what goes on
# What a unit may be hyphened to: a 52,000 barrel-a-day refinery, a 5 mile-long queue.
_HYPHENED = re.compile(r"([A-Za-z]+)-(?:an?-|per-|(?:long|wide|high|deep|tall|thick|square|cubed?)\b)", re.IGNORECASE)
_POWERS = {"²": 2, "2": 2, "^2": 2, "squared": 2, "sq": 2, "³": 3, "3": 3, "^3": 3, "cubed": 3}
_TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade", "quarter"})
# Symbols that are words or letters in their own right: only right behind the digits, or with one space before a bracket,
# a stop or the end. "in" is the worst of them.
CAREFUL = frozenset(
    {
        "in",
        "a",
        "at",
        "h",
        "d",
        "s",
        "t",
        "l",
        "L",
        "g",
        "B",
        "b",
        "C",
        "F",
        "K",
        "c",
        "p",
        "m",
        "st",
        "ct",
        "au",
        "au.",
        "hp",
        "ha",
        "pt",
        "AU",
        "mo",
    }
)
_CLOSED = re.compile(
    r"[ \u00a0]?(?:[)\];:/×]|$|[.,](?!\w)|[-–—x]|(?:long|wide|high|tall|deep|thick|in|by|and|or|to|per|at|above|below)\b|\(|\d)"
)


def match(text: str, start: int) -> tuple[Unit, int] | None:
    """The longest unit expression that begins at an offset, and where it ends; None where there is none."""
    found = _atom(text, start)
    if found is None:
        return None
    unit, end = found
    if unit.kind is not Kind.PHYSICAL:
        return found
    while True:
        over = _OVER.match(text, end) if text[end + 1 : end + 2] in _AFTER_UNIT or text[end : end + 1] == "/" else None
        if over is None:
            return unit, end
        below = _atom(text, over.end())
        if below is None or below[0].kind is not Kind.PHYSICAL:
            return unit, end
        if over.group().strip().lower() in ("a", "an", "each", "every") and below[0].name not in _TIMES:
            return unit, end
        if unit.dimension == "[time]" and below[0].dimension == "[time]" and "/" not in over.group():
            return unit, end  # "two hours a day" is no ratio
        unit, end = _quotient(unit, below[0]), below[1]


def _atom(text: str, start: int) -> tuple[Unit, int] | None:
    before = _BEFORE.match(text, start) if text[start : start + 1] in "sScC" else None
    if before:
        found = _single(text, before.end(), strict=False)
        if found and found[0].dimension == "[length]":
            return _power(found[0], 2 if before.group(1).lower() in ("square", "sq") else 3), found[1]
    found = _single(text, start)
    if found is None:
        return None
    unit, end = found
    if unit.dimension == "[length]":
        raised = _RAISED.match(text, end)
        if raised and not text[raised.end() : raised.end() + 1].isalnum():
            return _power(unit, _POWERS[raised.group().strip()]), raised.end()
    return unit, end


@functools.cache
def _longer() -> frozenset[str]:
    """The first words of names that have several: light, nautical, miles per imperial gallon."""
    return frozenset(name.partition(" ")[0].partition("-")[0] for name in table().names if " " in name or "-" in name)


def _single(text: str, start: int, strict: bool = True) -> tuple[Unit, int] | None:
    tables = table()
    letters = _LETTERS.match(text, start)
    alone = letters.group().lower() if letters is not None else ""
    several = not alone or alone in _longer()  # whether the name of a unit may have more than this one word
    if letters is not None and not several and alone in tables.names:
        return tables.names[alone], letters.end()
    words = _NAME.match(text, start) if several else None
    if words:
        for last in (6, 5, 3, 1):
            if words.group(last) is None:
                continue
            end = words.end(last)
            surface = text[start:end].lower().replace("\u00a0", " ")
            unit = tables.names.get(surface)
            if unit is None and "-" in surface:
                unit = tables.names.get(surface.replace("-", " "))
            if unit is not None and not text[end : end + 1].isalnum():
                return unit, end
        head = _HYPHENED.match(text, start) if "-" in words.group(1) else None
        unit = tables.names.get(head.group(1).lower()) if head is not None else None
        if head is not None and unit is not None:
            return unit, head.end(1)
    sign = _SIGN.match(text, start)
    if sign is None:
        return None
    for end in range(sign.end(), start, -1):
        unit = tables.symbols.get(text[start:end])
        if unit is None or (text[end : end + 1].isalpha() and text[end - 1].isalpha()):
            continue
        if strict and text[start:end] in CAREFUL and not _strict(text, start, end):
            continue
        return unit, end
    return None


# "211 m higher" is a length; "5 m of them" may be millions, unless lengths stand around it.
_METRES = re.compile(
    r" (?:long|wide|high|tall|deep|thick|away|apart|above|below|higher|lower|longer|shorter|taller|deeper|wider|upstream|downstream|inland|"
    r"beyond|behind|ahead|north|south|east|west|short of)\b"
)
_PHRASE_GOES_ON = re.compile(
    r"[,;]\s| (?:was|is|were|are|that|which|more|less|in|at|of|to|and|or|on|by|for|the|from|with|when|where|but|as|it|he|she|they|before|after|off)\b"
)
_LENGTHS = re.compile(r"\b(?:km|kilomet(?:re|er)s?|met(?:re|er)s?|feet|ft|miles?|yards)\b")
_AROUND = 200  # code points on either side in which other lengths stand


def _among_lengths(text: str, start: int, end: int) -> bool:
    if not _PHRASE_GOES_ON.match(text, end):
        return False
    return _LENGTHS.search(text, max(0, start - _AROUND), end + _AROUND) is not None


def _strict(text: str, start: int, end: int) -> bool:
    """Whether a symbol that is also a word or a letter stands where only a unit can."""
    glued = start > 0 and text[start - 1].isdigit()
    if text[end : end + 1] in ("²", "³", "^"):
        return True
    if text[start:end] in ("C", "F") and text[end : end + 1] == "-" and text[end + 1 : end + 2].isdigit():
        return False  # 100 F-16s
    if text[start:end] == "m" and not glued and (_METRES.match(text, end) or _among_lengths(text, start, end)):
        return True
    if text[start:end] in ("in", "at", "a", "m") and not glued:
        return (
            text[start:end] in ("in", "m")
            and bool(_CLOSED.match(text, end))
            and text[end : end + 1] not in (",", "-")
            and not (
                text[start:end] == "in"
                and text[end : end + 1] == " "
                and text[end + 1 : end + 2] not in ("(", "x", "l", "w", "h", "d", "t", "b")
            )
        )
    return glued or bool(_CLOSED.match(text, end)) or text[end : end + 1] in (" ", "\n", "'")


@functools.cache
def _prefix_pattern() -> re.Pattern[str]:
    surfaces = sorted(table().prefixes, key=len, reverse=True)
    wordy = "|".join(re.escape(each) for each in surfaces if each[0].isalpha())
    other = "|".join(re.escape(each) for each in surfaces if not each[0].isalpha())
    return re.compile(rf"(?:(?<![A-Za-z])(?:{wordy})|{other})[ \u00a0]?(?=[\d.])")


def prefix(text: str, start: int) -> tuple[Unit, int] | None:
    """The currency symbol or code that stands at an offset before a number, and where the number begins."""
    found = _prefix_pattern().match(text, start)
    return None if found is None else (table().prefixes[found.group().strip("\u00a0 ")], found.end())


def find(name: str) -> Unit:
    """A unit by any of its spellings; raises UnknownUnit."""
    tables, spelt = table(), name.strip()
    if spelt in _NAMED:
        return _NAMED[spelt]
    if spelt in ("", "%"):
        return PERCENT if spelt else NUMBER
    if spelt in tables.codes:
        return tables.codes[spelt]
    pure = spelt.replace(" ** ", "^").replace("_", " ")
    found = match(pure, 0)
    if found is not None and found[1] == len(pure):
        return found[0]
    for where in (tables.symbols, tables.prefixes):
        if spelt in where:
            return where[spelt]
    raise UnknownUnit(name)


# --- pint ------------------------------------------------------------------------------------------------------------


@functools.cache
def _registry() -> Any:
    import pint

    return pint.UnitRegistry(non_int_type=Fraction)


def from_pint(quantity: Any) -> tuple[Fraction, Unit]:
    """A pint quantity's magnitude, exact as printed, and its unit. Raises UnknownUnit for one that pint cannot reduce."""
    registry = _registry()
    written = str(quantity.units)
    try:
        dimension, factor, offset = _reduced(registry, written)
    except Exception as error:
        raise UnknownUnit(written) from error
    magnitude = quantity.magnitude
    exact = Fraction(str(magnitude)) if isinstance(magnitude, float) else Fraction(magnitude)
    return exact, Unit(written, Kind.PHYSICAL, dimension, factor, offset)


def constant(name: str) -> Fraction:
    """A physical constant of pint's in the base unit of its dimension: constant("speed_of_light") is 299792458."""
    _, factor, _ = _reduced(_registry(), name)
    return factor


def to_pint(value: Fraction, unit: Unit) -> Any:
    """A value with a physical unit as a pint quantity of the application registry. Raises UnitMismatch for other kinds."""
    if unit.kind is not Kind.PHYSICAL:
        raise UnitMismatch("pint", f"{unit.name or 'a bare number'} is not a physical unit")
    import pint

    registry: Any = pint.application_registry
    return registry.Quantity(float(value), _BARREL.sub(lambda match: _BARRELS[match.group()], unit.name))


# To pint a barrel is one of 31.5 gallons; the market's has 42.
_BARRELS = {"barrel": "oil_barrel", "us_barrel": "barrel"}
_BARREL = re.compile(r"\b(?:us_)?barrel\b")


def _reduced(registry: Any, expression: str) -> tuple[str, Fraction, Fraction]:
    """Dimension, factor and offset of a pint unit expression."""
    single = registry._units.get(expression)
    if single is not None and getattr(single.converter, "offset", False):
        return "[temperature]", Fraction(single.converter.scale), Fraction(single.converter.offset)
    base = (1 * registry.parse_expression(expression)).to_base_units()
    powers = {name: int(power) for name, power in dict(base.dimensionality).items()}
    return _dimension(powers), Fraction(base.magnitude), ZERO


# Prefixes and the units that take them in prose.
_SI = {
    "kilo": "k",
    "mega": "M",
    "giga": "G",
    "tera": "T",
    "milli": "m",
    "micro": "µ",
    "nano": "n",
    "centi": "c",
    "deci": "d",
    "hecto": "h",
    "peta": "P",
}
_PREFIXED = {
    "meter": ("m", "kilo milli micro nano centi deci hecto"),
    "gram": ("g", "kilo milli micro nano"),
    "liter": ("l", "milli micro centi deci hecto mega"),
    "watt": ("W", "kilo mega giga tera milli"),
    "volt": ("V", "kilo mega milli"),
    "ampere": ("A", "kilo milli"),
    "hertz": ("Hz", "kilo mega giga tera"),
    "joule": ("J", "kilo mega giga"),
    "pascal": ("Pa", "kilo mega hecto giga"),
    "bar": ("bar", "milli"),
    "newton": ("N", "kilo mega"),
    "electron_volt": ("eV", "kilo mega giga tera"),
    "second": ("s", "milli micro nano"),
    "sievert": ("Sv", "milli micro"),
    "becquerel": ("Bq", "kilo mega giga"),
    "metric_ton": ("t", "kilo mega giga"),
    "ohm": ("Ω", "kilo mega"),
    "parsec": ("pc", "kilo mega giga"),
    "bit": ("bit", "kilo mega giga"),
    "mole": ("mol", "milli micro"),
    "farad": ("F", "micro nano"),
    "tesla": ("T", "milli"),
}
# Units of pint that are ordinary words in prose, constants or names that nobody writes.
_WORDS = frozenset(
    (
        "barn link rod pole perch hand league chain cup point pica dot shake slug are bar em tex dram scruple "
        "grain mil mark line cable turn cycle revolution circle rad grade neper bel smoot jute butt hogshead "
        "firkin peck gill minim drop section township eon century count particle degree radian pixel dots bit bag "
        "span nail rope skein finger palm ell stick bolt toe tare square_degree dozen gross score quire ream "
        "force_ton unit_pole clo mesh abbe denier worker patch fifth shot franklin henry aberdeen buckingham "
        "townsend gilbert galileo langley darcy rutherford gray maxwell gamma lambda thou bars rads "
        "thomson_cross_section sound_pressure_level peak_sun_hour standard beat conventional jansky nit stilb "
        "lambert apostilb electron faraday counts_per_second tun survey_foot"
    ).split()
)
_BARRED = re.compile(
    r"atomic|planck|constant|conventional|_mass$|elementary|vacuum|zeta|molar|classical|bohr|hartree|rydberg|speed|delta_|"
    r"^d_|lattice|_number$|nuclear|magneton|survey|thermochem|ppm|percent|permille|eccentric|tex|RKM|beard|dirac|fine_struct|"
    r"impedance|quantum|standard_|wien|first_rad|second_rad|stefan|josephson|gravit|avogadro|boltz|ln10|^pi$|tansec|eulers|"
    r"_density|_H2O|_Hg|^stat|^ab[acfhosv]|^mean_int|^number_|^US_int|"
    r"x_unit|angstrom_star|scaled_point|didot|cicero|css_|pixels_per|bits_per"
)


def rows() -> Iterator[str]:
    """The lines of units.tsv, made of pint's registry and of units.txt."""
    registry = _registry()
    seen_names: set[str] = set()
    seen_symbols: set[str] = set()

    def line(name: str, also: str, spellings: list[str], letters: list[str], expression: str) -> str | None:
        dimension, factor, offset = _reduced(registry, expression)
        names = [each for each in dict.fromkeys(spellings) if each not in seen_names]
        marks = [each for each in dict.fromkeys(letters) if each not in seen_symbols]
        seen_names.update(names)
        seen_symbols.update(marks)
        if not names and not marks and not also:
            return None
        return "\t".join(
            (name, dimension, str(factor), str(offset), also.replace(" ", ""), ",".join(names), ",".join(marks))
        )

    listed: list[str] = []
    for entry in _lines("units.txt"):
        name, what, spellings, also, *_ = [*entry.split("\t"), "", ""]
        given = [each.strip() for each in spellings.split(", ")]
        letters = [each.strip('"') for each in given if each.startswith('"')]
        made = line(name, also, [each for each in given if not each.startswith('"')], letters, what.removeprefix("= "))
        assert made is not None
        listed.append(made)
    have = {each.split("\t")[0] for each in listed}
    for base, (symbol, prefixes) in _PREFIXED.items():
        for prefix_name in ("", *prefixes.split()):
            name = prefix_name + base
            if name in have:
                continue
            stem = name.replace("_", "").replace("metricton", "tonne").replace("electronvolt", "electron volt")
            plural = stem if stem.endswith("hertz") else stem + "s"
            spelt = [stem, plural] if stem != "bar" else [stem]
            spelt += [each.replace("meter", "metre").replace("liter", "litre").replace(" ", "") for each in spelt]
            mark = _SI.get(prefix_name, "") + symbol
            made = line(name, "", spelt, [mark, mark.replace("µ", "μ")] if len(mark) > 1 or mark in "WVJ" else [], name)
            have.add(name)
            if made:
                listed.append(made)
    for name, unit in sorted(registry._units.items()):
        if (
            name != unit.name
            or name in have
            or name in _WORDS
            or _BARRED.search(name)
            or (unit.is_base and "[" in name)
        ):
            continue
        try:
            dimension, _, _ = _reduced(registry, name)
        except Exception:  # a few of pint's own cannot be reduced: logarithmic ones, and those of other systems
            continue
        if not dimension:
            continue
        spoken = [
            each.replace("_", " ").lower()
            for each in (name, *unit.aliases)
            if len(each) > 3 and each.replace("_", "").isalpha()
        ]
        plurals = [_plural(each) for each in spoken]
        written = unit.symbol and unit.symbol != name and len(unit.symbol) > 2 and "_" not in unit.symbol
        letters = [unit.symbol] if written else []
        made = line(name, "", [each for each in spoken + plurals if each not in _WORDS], letters, name)
        if made:
            listed.append(made)
    # those that only others refer to come along with their factor
    needed = {each for entry in listed for each in entry.split("\t")[4].split(",") if each}
    have = {each.split("\t")[0] for each in listed}
    for name in sorted(needed - have):
        dimension, factor, offset = _reduced(registry, name.replace("/", " / "))
        listed.append("\t".join((name, dimension, str(factor), str(offset), "", "", "")))
    yield from listed


def _plural(name: str) -> str:
    if name.endswith("foot"):
        return name[:-4] + "feet"
    if name.endswith(("inch", "x", "s")):
        return name + ("es" if name.endswith(("inch", "x")) else "")
    return name[:-1] + "ies" if name.endswith("y") and name[-2:-1] not in "aeo" else name + "s"


if __name__ == "__main__":
    print("\n".join(rows()))
