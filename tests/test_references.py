"""References: names found in a text, figures bound to them by plain words, and tolerances that never wrong a fair figure."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from work import grows_linearly

from factcheck.facts import loads
from factcheck.figures import parse
from factcheck.model import Check, Hedge, Verdict
from factcheck.pipeline import check
from factcheck.references import Reference
from factcheck.references.countries import LEAST_AREA, LEAST_POPULATION, Country, table
from factcheck.references.tables import lines
from factcheck.wording import fixed

COUNTRIES, SOURCES = table()
BUDGET = Reference("the council budget", parse("£4.2m"), ("council budget", "Northland budget"), source="facts.toml")


def checks(text: str, *references: Reference, **settings: object) -> list[Check]:
    report = check(text, references=references, **settings)  # type: ignore[arg-type]
    return [each for each in report.checks if each.claim.kind == "reference"]


def verdicts(text: str, *references: Reference, **settings: object) -> list[str]:
    return [each.verdict.value for each in checks(text, *references, **settings)]


# --- the table -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "area", "millions"),  # known by heart, roughly
    [
        ("DE", 357_000, 84),
        ("FR", 640_000, 68),
        ("SY", 185_000, 24),
        ("GB", 243_000, 68),
        ("US", 9_800_000, 340),
        ("CN", 9_600_000, 1410),
        ("IN", 3_290_000, 1420),
        ("BR", 8_510_000, 215),
        ("RU", 17_100_000, 143),
        ("JP", 378_000, 123),
        ("NG", 924_000, 230),
        ("EG", 1_000_000, 110),
        ("AU", 7_700_000, 26),
        ("CH", 41_300, 9),
        ("ZA", 1_220_000, 61),
    ],
)
def test_the_table_has_what_one_knows_of_a_country(code: str, area: int, millions: int) -> None:
    country = next(each for each in COUNTRIES if each.code == code)
    assert abs(country.area / area - 1) < 0.03
    assert abs(country.population / millions / 1_000_000 - 1) < 0.06


def test_the_table_is_in_order_and_every_name_and_adjective_is_one_countrys() -> None:
    assert [each.code for each in COUNTRIES] == sorted({each.code for each in COUNTRIES})
    names = [name for each in COUNTRIES for name in (*each.names, each.adjective) if name]
    assert len(names) == len(set(names)) and all(name[0].isupper() for name in names)
    assert all(0 < each.least <= each.area <= each.most for each in COUNTRIES)
    assert set(SOURCES) == {"area", "population"}


def test_the_constants_are_pints_as_the_builder_writes_them() -> None:
    import pint

    from factcheck.references import build

    assert [line.split("\t") for line in build.constants()] == list(lines("constants.tsv"))

    light = pint.UnitRegistry(non_int_type=Fraction).Quantity(1, "speed_of_light").to("km/s").magnitude
    assert verdicts(f"The speed of light is {fixed(Fraction(light), 3)} km/s.") == ["consistent"]
    assert verdicts("The speed of light is 299,793.458 km/s.") == ["inconsistent"]


# --- the promise -----------------------------------------------------------------------------------------------------

large = [each for each in COUNTRIES if each.area >= LEAST_AREA]
peopled = [each for each in COUNTRIES if each.population >= LEAST_POPULATION]


@given(st.sampled_from(large), st.fractions(0, 1, max_denominator=50), st.sampled_from([1, 10, 100]))
def test_any_area_that_some_definition_gives_is_never_a_finding(country: Country, where: Fraction, place: int) -> None:
    area = round((country.least + (country.most - country.least) * where) / place) * place
    found = verdicts(f"The total area of {country.names[0]} is {area:,} km².")
    assert "inconsistent" not in found


@given(st.sampled_from(peopled), st.integers(1994, 2034), st.fractions(-3, 3, max_denominator=10), st.booleans())
def test_a_population_of_another_year_is_never_a_finding(
    country: Country, year: int, rate: Fraction, dated: bool
) -> None:
    growth = (1 + rate / 100) ** (year - SOURCES["population"][1]) if rate >= 0 else Fraction(1)
    people = round(country.population * growth)
    found = verdicts(
        f"{country.names[0]}'s population is {people:,}.", published=dt.date(year, 6, 1) if dated else None
    )
    assert "inconsistent" not in found


@given(st.sampled_from(peopled), st.sampled_from([10, Fraction(1, 10), 1000]), st.booleans())
def test_a_population_that_is_a_digit_or_a_scale_off_is_one(country: Country, slip: Fraction, dated: bool) -> None:
    people = round(country.population * slip)
    found = checks(f"{country.names[0]}'s population is {people:,}.", published="2024-06-01" if dated else None)
    assert [each.verdict for each in found] == [Verdict.INCONSISTENT]


def test_a_date_of_publication_narrows_a_population() -> None:
    text = "Nigeria's population is 60 million."
    assert verdicts(text) == ["undecided"]
    assert verdicts(text, published="2024-01-01") == ["inconsistent"]
    assert verdicts(text, published="1990-01-01") == ["undecided"]
    assert verdicts(text, published="1970-01-01") == []


# --- words that bind, and words that do not --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "The mayor defended the council budget of £2.4m.",
        "The council budget is £2.4m.",
        "Council budget: £2.4m",
        "The council budget was £2.4m, she said.",
        "She said the council budget stood at £2.4m.",
        "The £2.4m council budget was passed.",
        "Northland budget (£2.4m)",
        "He spoke, and the council budget is now £2.4m.",
    ],
)
def test_plain_words_bind_a_figure_to_a_fact(text: str) -> None:
    assert verdicts(text, BUDGET) == ["inconsistent"]
    assert verdicts(text.replace("2.4", "4.2"), BUDGET) == ["consistent"]


@pytest.mark.parametrize(
    "text",
    [
        "Leeds's council budget of £2.4m was passed.",  # another one's
        "The schools council budget of £2.4m was passed.",
        "The council budget is £2.4m short.",  # a gap
        "The council budget is £2.4m higher.",
        "A £2.4m council budget cut was passed.",
        "Half of the council budget is £2.4m.",  # a part
        "Part of the council budget, £2.4m, was spent.",
        "Much of the council budget (£2.4m) was spent.",
        "In 2019 the council budget was £2.4m.",  # another year
        "Last year the council budget was £2.4m.",
        "Previously the council budget was £2.4m.",
        "The council budget would be £2.4m.",
        "The council budget of £2.4m and £3.1m for two years passed.",
        "The council budget of £2.4m a month was passed.",
        "The council budget of 2.4m euros was passed.",  # no pounds
        "The council budget of 240 pages was passed.",
        "He spoke on the council budget. £2.4m went to schools.",
        "The council's budget of £2.4m was passed.",
    ],
)
def test_other_words_do_not(text: str) -> None:
    assert verdicts(text, BUDGET) == []


def test_a_fact_with_a_year_is_judged_where_the_sentence_names_that_year_or_none() -> None:
    fact = Reference("the council budget", parse("£4.2m"), ("council budget",), year=2025)
    assert verdicts("In 2025 the council budget was £2.4m.", fact) == ["inconsistent"]
    assert verdicts("The council budget was £2.4m.", fact) == ["inconsistent"]
    assert verdicts("In 2024 the council budget was £2.4m.", fact) == []


def test_a_tolerance_has_a_tight_and_a_loose_width() -> None:
    tenth, half = Fraction(1, 10), Fraction(1, 2)
    fact = Reference("the budget", parse("$100m"), ("budget",), tolerance=Hedge("", (tenth, half), (tenth, half)))
    assert verdicts("The budget is $91m.", fact) == ["consistent"]
    assert verdicts("The budget is $60m.", fact) == ["undecided"]
    assert verdicts("The budget is $40m.", fact) == ["inconsistent"]


def test_a_share_of_a_fact_is_judged_too() -> None:
    assert verdicts("Schools get £2.1m, or 50% of the council budget.", BUDGET) == ["consistent"]
    assert verdicts("Schools get £2.1m, or 80% of the council budget.", BUDGET) == ["inconsistent"]
    assert verdicts("Schools get 80% of the council budget (£2.1m).", BUDGET) == ["inconsistent"]
    assert verdicts("A third of the council budget, £1.4m, was spent.", BUDGET) == ["consistent"]


@pytest.mark.parametrize(
    "text",
    [
        "In Aleppo, Syria, with a population of 2 million, all is quiet.",
        "The Gulf of Mexico covers 1,600,000 km².",
        "Lake Chad has an area of 1,500 km².",
        "Iraq and Syria, with a population of 6 billion, are quiet.",
        "Germany's Muslim population of 5 million is growing.",
        "The population of India's largest state is 2 million.",
        "The population of New Mexico is 2 million.",
        "Mexico, Missouri, is a town. Mexico's population of 11,000 is ageing.",
        "The fire burnt 900 km², half of Syria's forests.",
        "India has a population of 3,000 tigers.",
        "Indonesia covers 7,900,000 km² of land and sea.",
        "Brazil's population of 3 million in 1800 was small.",
        "Syria, a country of 14 governorates, is quiet.",
        "The population of Nigeria is predicted at 9 billion.",
        "Elephants are few. Kenya's population is 35,000.",
        "The Sea of Japan's area is 978,000 km².",
        "They took an area of Syria of 500 km².",
        "They took Ukraine's territory of 450 km².",
        "It was a colony in 1911. Nigeria's population of 16 million was poor.",
        "Britain burnt 900 km²; in Scotland it was 700 km², 90% of the country.",
    ],
)
def test_what_is_no_countrys_area_or_population_is_left_alone(text: str) -> None:
    assert verdicts(text) == []


# --- what it does to a report ----------------------------------------------------------------------------------------


def test_a_finding_names_source_and_year_and_no_repair_touches_the_name() -> None:
    text = "The rebels hold 27,000 km², or 51 percent of Syria."
    report = check(text)
    assert report.findings[0].message == (
        "27,000 km² of the area of Syria, 185,180 km² (CIA World Factbook, 2015) is 15 percent, not 51 percent"
    )
    assert report.findings[0].repairs
    assert all(text[each.span.start : each.span.end] != "Syria" for each in report.findings[0].repairs)


def test_it_can_be_switched_off_and_the_users_own_facts_stay() -> None:
    text = "Germany's population of 8.3 million is ageing. The council budget is £2.4m."
    assert verdicts(text, BUDGET) == ["inconsistent", "inconsistent"]
    assert verdicts(text, BUDGET, reference=False) == ["inconsistent"]
    assert verdicts(text, reference=False) == []


def test_the_tables_are_read_only_where_a_text_could_need_them() -> None:
    import subprocess
    import sys

    code = (
        "import sys; from factcheck import check; check('Germany won 3-1, and 12 of 48 left.');"
        "print('factcheck.references.countries' in sys.modules, end=' ');"
        "check('Light travels at 299,792 km/s. Germany has a population of 83 million.');"
        "print('factcheck.references.countries' in sys.modules, 'pint' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True", "False"]


def test_a_thousand_facts_and_a_long_text_take_linear_work() -> None:
    facts = [Reference(f"fact {n}", parse(f"£{n}m"), (f"council budget £{n}m",)) for n in range(1, 1001)]

    unit = "Syria the council budget £7m population of Syria is, "
    assert grows_linearly(lambda text: check(text, references=facts), unit, sizes=(4_000, 16_000))


# --- facts -----------------------------------------------------------------------------------------------------------

SHEET = 'council_budget = "£4.2m"\nturnout = { value = "48%", source = "Clerk", year = 2025, aliases = ["share of voters"] }\n'
ARTICLE = "The council budget is £2.4m. The share of voters was 84%.\n"
BOTH = [
    "council budget (sheet.facts.toml) is £4.2m, not £2.4m",
    "turnout (Clerk, 2025) is 48%, not 84%",
]

Run = tuple[int, list[str], list[str]]  # status, messages of findings, messages of errors


def run(*arguments: str | Path) -> Run:
    import contextlib
    import io
    import json

    from factcheck.interfaces.cli import main

    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        status = main(["check", "--format", "json", *map(str, arguments)])
    report = json.loads(out.getvalue())
    checks = [each for document in report["documents"] for each in document["checks"]]
    return (
        status,
        [each["message"] for each in checks if each["verdict"] == "inconsistent"],
        [each["message"] for each in report["errors"]],
    )


def test_facts_are_held_against_a_text_in_python() -> None:
    report = check(ARTICLE, facts=loads(SHEET, path="sheet.facts.toml"))
    assert [each.message for each in report.findings] == BOTH
    assert check(ARTICLE).findings == ()


def test_a_sheet_named_on_the_command_line_holds_for_every_text(tmp_path: Path) -> None:
    (tmp_path / "sheet.facts.toml").write_text(SHEET, "utf-8")
    for name in ("a.txt", "b.md"):
        (tmp_path / name).write_text(ARTICLE, "utf-8")
    assert run("--facts", tmp_path / "sheet.facts.toml", tmp_path / "a.txt", tmp_path / "b.md") == (1, BOTH * 2, [])
    assert run(tmp_path / "a.txt") == (0, [], [])


def test_a_sheet_beside_an_article_holds_for_it_alone(tmp_path: Path) -> None:
    (tmp_path / "sheet.facts.toml").write_text(SHEET, "utf-8")
    for name in ("sheet.md", "other.md"):
        (tmp_path / name).write_text(ARTICLE, "utf-8")
    assert run(tmp_path / "sheet.md", tmp_path / "other.md") == (1, BOTH, [])


@pytest.mark.parametrize("mark", ["+++", "---"])
def test_facts_in_front_matter_hold_for_the_article_and_other_keys_do_not_matter(tmp_path: Path, mark: str) -> None:
    if mark == "---":
        pytest.importorskip("yaml")
        front = "title: Council\nfacts:\n  council_budget: £4.2m\n"
    else:
        front = 'title = "Council"\n[facts]\ncouncil_budget = "£4.2m"\n'
    (tmp_path / "a.md").write_text(f"{mark}\n{front}{mark}\n\n{ARTICLE}", "utf-8")
    assert run(tmp_path / "a.md") == (1, ["council budget (a.md) is £4.2m, not £2.4m"], [])


def test_front_matter_without_facts_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"+++\nthis is no TOML, and holds no facts\n+++\n\n{ARTICLE}", "utf-8")
    assert run(tmp_path / "a.md") == (0, [], [])


def test_an_error_in_a_sheet_names_its_place_and_exits_with_2(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f'+++\n[facts]\nbudget = "no figure"\n+++\n\n{ARTICLE}', "utf-8")
    (tmp_path / "b.md").write_text(ARTICLE, "utf-8")
    status, findings, errors = run("--facts", tmp_path / "none.toml", tmp_path / "a.md", tmp_path / "b.md")
    assert (status, findings) == (2, [])
    assert errors[0] == "no such file or directory"
    assert errors[1].startswith("line 3, column 11: ")


def test_the_built_in_figures_can_be_switched_off_on_the_command_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Germany's population of 8.3 million is ageing.", "utf-8")
    assert run(tmp_path / "a.txt")[0] == 1
    assert run("--no-reference", tmp_path / "a.txt")[0] == 0
