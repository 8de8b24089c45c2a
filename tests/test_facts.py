"""Facts: claims are judged one by one and together, and every mistake in a sheet is told with its place."""

from __future__ import annotations

import json
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import jsonschema
import pint
import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

import factcheck
from factcheck.facts import Facts, load, loads
from factcheck.model import Verdict

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"


def land() -> Facts:
    return Facts(territory="185,180 km²", held="about 27,000 km²", freed="= territory - held")


# --- claims -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "claim",
    [
        "held / territory = 15%",
        "held / territory == '15%'",
        "15% = held / territory",
        "held ÷ territory = more than 14%",
        "held²/territory^2 = 2%",
        "100% - held / territory = 85%",
        "(territory - held) / territory = 85%",
        "freed = 158,000 km²",
        "territory = 71,498 square miles",
        "held = 27 * '1,000 km²'",
        "share(part=held, whole=territory, share='15%')",
        "share(part=freed, whole=territory, share='85%')",
        "total(part=[held, freed], total=territory)",
        "conversion(a=held, b='10,425 sq mi')",
        "direction(old=held, new=territory, delta='rise')",
    ],
)
def test_a_claim_that_holds_is_true(claim: str) -> None:
    assert land().claim(claim)


@pytest.mark.parametrize(
    ("claim", "message"),
    [
        ("held / territory = 51%", "held / territory is 15%, not 51%"),
        ("51% = held / territory", "held / territory is 15%, not 51%"),
        (
            "share(part=held, whole=territory, share='51%')",
            "27,000 km² of 185,180 km² is 15%, not 51%",
        ),
        ("freed / territory = 75%", "freed / territory is 85%, not 75%"),
    ],
)
def test_a_claim_that_does_not_hold_says_by_what_arithmetic(claim: str, message: str) -> None:
    found = land().claim(claim)
    assert found.verdict is Verdict.INCONSISTENT and found.message == message


def test_a_relation_takes_its_roles_as_arguments_a_pint_quantity_among_them() -> None:
    area = pint.get_application_registry().Quantity(185180, "kilometer ** 2")
    assert land().claim("share", part="held", whole=area, share="15%")
    assert land().claim(factcheck.share, part="held", whole="territory", share="15%")
    assert not land().claim(factcheck.total, part=["held", "1,000 km²"], total="territory")


def test_a_relation_of_ones_own_is_a_claim_too() -> None:
    @factcheck.relation(reads="rounded")
    def margin(price: Fraction, cost: Fraction) -> Fraction:
        return price - cost

    facts = Facts(price="$12", cost="$9")
    assert facts.claim(margin, price="price", cost="cost", margin="$3")
    assert not facts.claim(margin, price="price", cost="cost", margin="$8")


def test_a_sympy_equation_over_the_names_is_a_claim() -> None:
    held, territory, freed = sympy.symbols("held territory freed")
    assert land().claim(sympy.Eq(freed, territory - held))
    assert not land().claim(sympy.Eq(held, territory / 2))
    with pytest.raises(factcheck.BadFacts, match="'x' is no fact here"):
        land().claim(sympy.Eq(held, sympy.Symbol("x")))


def test_currencies_rates_and_temperatures_are_reckoned_in_their_units() -> None:
    facts = Facts(price="$1.35 a share", shares="750,000 shares", worth="$1 million", cold="20 °C", warm="25 °C")
    assert facts.claim("price * shares = worth")
    assert facts.claim("warm - cold = 5 °C")
    with pytest.raises(factcheck.BadFacts, match="all temperatures in one unit"):
        facts.claim("warm - cold = 9 °F")


def test_a_name_that_stands_twice_does_not_make_a_false_alarm() -> None:
    facts = Facts(old="about 40 km", new="about 60 km")
    assert facts.claim("(new - old) / old = 50%")
    assert facts.claim("old - old = 0 km")
    assert not facts.claim("(new - old) / new = 80%")


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_true_values_rounded_are_never_a_finding(part: int, whole: int) -> None:
    facts = Facts(part=f"{part:,} tonnes", whole=f"{whole:,} tonnes", rest="= whole - part")
    facts.claim(f"part / whole = {part / whole * 100:.1f}%")
    facts.claim(f"rest = {whole - part:,} tonnes")
    facts.claim(f"part + rest = {whole:,} tonnes")
    assert facts.check().findings == ()


# --- together ---------------------------------------------------------------------------------------------------------


def test_claims_that_hold_one_by_one_and_not_together_are_named() -> None:
    report = load(EXAMPLES / "harvest-broken.facts.toml").check()
    assert [check.verdict for check in report.checks[:3]] == [Verdict.CONSISTENT] * 3
    (finding,) = report.findings
    assert finding.claim.kind == "network" and len(finding.claims) == 3
    assert "any of their figures may be the wrong one" in finding.message


@pytest.mark.parametrize("left_out", range(3))
def test_without_any_one_of_them_they_hold(left_out: int) -> None:
    sheet = load(EXAMPLES / "harvest-broken.facts.toml")
    facts = Facts(**{fact.name: fact.surface for fact in sheet})
    for number, claim in enumerate(sheet.claims):
        if number != left_out:
            facts.claim(claim.text)
    assert facts.check(prove=True).findings == ()


def test_each_fact_is_shown_beside_what_the_claims_leave_of_it() -> None:
    facts = Facts(part="12 km", whole="about 50 km", rest="= whole - part")
    facts.claim("part / whole = 25%")
    sets = {each.name: each for each in facts.check().sets}
    assert sets["whole"].stated is not None
    assert (sets["whole"].stated.low, sets["whole"].stated.high) == (47500, 52500)
    # 11.5 to 12.5 km at 24.5 to 25.5 %
    low, high = Fraction(47500), Fraction(12500) / Fraction(49, 200)
    assert (sets["whole"].implied.low, sets["whole"].implied.high) == (low, high)
    assert sets["rest"].stated is None and (sets["rest"].implied.low, sets["rest"].implied.high) == (
        low - 12500,
        high - low * Fraction(49, 200),  # the part is no less than 24.5 % of the least whole
    )


def test_a_claim_that_is_wrong_alone_does_not_spoil_the_rest() -> None:
    facts = land()
    facts.claim("held / territory = 51%")
    facts.claim("held / territory = 15%")
    assert [check.claim.kind for check in facts.check().findings] == ["equation"]


# --- files ------------------------------------------------------------------------------------------------------------

TOML = """
held = { value = "about 27,000 km²", source = "a monitor", date = 2017-09-12, aliases = ["the land still held"] }
[facts]
territory = "185,180 km²"
claims = ["held / territory = 15%"]
"""
JSON = """{"facts": {"held": {"value": "about 27,000 km²", "source": "a monitor", "date": "2017-09-12",
 "aliases": ["the land still held"]}, "territory": "185,180 km²"}, "claims": ["held / territory = 15%"]}"""
YAML = """
facts:
  held:
    value: about 27,000 km²
    source: a monitor
    date: 2017-09-12
    aliases: [the land still held]
  territory: "185,180 km²"
claims:
  - held / territory = 15%
"""


@pytest.mark.parametrize(("format", "source"), [("toml", TOML), ("json", JSON), ("yaml", YAML)])
def test_a_sheet_reads_the_same_in_every_format_and_each_figure_stands_at_its_place(format: str, source: str) -> None:
    facts = loads(source, format)
    held = facts["held"]
    assert (held.source, held.when, held.aliases) == ("a monitor", "2017-09-12", ("the land still held",))
    report = facts.check()
    assert sorted(source[figure.start : figure.end] for figure in report.figures) == [
        "15%",
        "185,180 km²",
        "27,000 km²",
    ]
    assert [source[check.claim.span.start : check.claim.span.end] for check in report.checks] == [
        "held / territory = 15%"
    ]


@pytest.mark.parametrize(
    ("source", "place", "why"),
    [
        ('a = "nothing"', "1:6", "holds no figure"),
        ('a = "12 km"\nclaims = ["a = bb"]', "2:16", "'bb' is no fact here"),
        ('total = "12 km"\nclaims = ["totl = 12 km"]', "2:12", "did you mean 'total'"),
        ('a = "12 km"\nb = "12 kg"\nclaims = ["a + b = 12 km"]', "3:12", "'a' is length, but 'b' is mass"),
        ('a = "12 km"\nclaims = ["a = 12 kg"]', "2:12", "cannot be added or compared"),
        ('a = "= b"\nb = "= c"\nc = "= a"', "1:6", "circle: a → b → c → a"),
        ('a = "= b + 1"', "1:8", "'b' is no fact here"),
        ("a = 12 km", "1:8", "is no TOML"),
        ('a = "3"\nclaims = ["a"]', "2:12", "is no equation; write one"),
        ('a = "3"\nclaims = ["a < 4"]', "2:14", "is an inequality"),
        ('a = "3"\nclaims = ["a = 3 = 3"]', "2:18", "make it two claims"),
        ('a = "3"\nclaims = ["shares(part=a)"]', "2:12", "did you mean 'share'"),
        ('a = "3"\nclaims = ["share(part=a)"]', "2:12", "lacks share, whole"),
        ('a = "3"\nclaims = ["a**99 = 3"]', "2:12", "an exponent must be"),
        ('a = "3"\nclaims = ["((a**8)**8)**8 = 3"]', "2:12", "an exponent must be"),
        ('a = "3"\nclaims = ["a / 0 = 4"]', "2:12", "divides by zero"),
        ('a = "0"\nclaims = ["1 / a = 4"]', "2:12", "divides by zero"),
        ('a = "3"\nclaims = ["a.real = 3"]', "2:12", "cannot stand in a claim"),
        ('a = "3"\nclaims = ["open(a) = 3"]', "2:12", "cannot stand in a claim"),
        ('a = "12 September 2017"\nclaims = ["a = 3"]', "2:12", "is a date"),
        ('[a]\nvalue = "3"\nalias = ["x"]', "3:1", "did you mean 'aliases'"),
        ('a-b = "3"', "1:1", "cannot be the name of a fact"),
        ("a = true", "1:1", "is no figure"),
        ('a = "3"\nclaims = "a = 3"', "2:1", "claims are a list"),
    ],
)
def test_a_mistake_is_told_with_its_place(source: str, place: str, why: str) -> None:
    with pytest.raises(factcheck.BadFacts) as caught:
        loads(source, path="x.facts.toml")
    assert str(caught.value).startswith(f"x.facts.toml:{place}: ") and why in str(caught.value)


def test_a_mistake_in_json_and_yaml_is_told_with_its_place() -> None:
    with pytest.raises(factcheck.BadFacts, match=r"x:2:7: 'bb' is no fact"):
        loads('{"a": "3", "claims": [\n "a = bb"]}', "json", "x")
    with pytest.raises(factcheck.BadFacts, match=r"x:1:\d+: is no JSON"):
        loads('{"a" "3"}', "json", "x")
    with pytest.raises(factcheck.BadFacts, match=r"x:1:4: is referred to by an alias"):
        loads("a: &b [1]\nc: *b", "yaml", "x")


@pytest.mark.parametrize(
    "claim", ["(" * 500 + "a" + ")" * 500 + " = 3", "-" * 1900 + "a = 3", " + ".join(["a"] * 400) + " = 3", "a" * 3000]
)
def test_a_claim_without_bounds_is_refused(claim: str) -> None:
    with pytest.raises(factcheck.BadFacts):
        Facts(a="3").claim(claim)


def test_definitions_that_double_are_refused_before_they_fill_the_memory() -> None:
    lines = ['f0 = "3 km"', *(f'f{n} = "= f{n - 1} + f{n - 1}"' for n in range(1, 60))]
    with pytest.raises(factcheck.BadFacts, match="once all definitions are written out"):
        loads("\n".join(lines))


@given(st.text(alphabet="ab=+-*/()[]'\"%., 15km²", max_size=40))
def test_no_claim_raises_anything_but_factchecks_own_errors(text: str) -> None:
    facts = Facts(a="3 km", b="about 5 km")
    try:
        facts.claim(text)
    except factcheck.FactcheckError:
        return
    assert facts.check().checks


def test_without_pyyaml_it_is_said_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "yaml", None)
    with pytest.raises(factcheck.MissingExtra, match=r"pip install 'factcheck-numbers\[yaml\]'"):
        loads("a: 3", "yaml")


# --- the command line -------------------------------------------------------------------------------------------------


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "factcheck", "check", *arguments], capture_output=True, text=True, cwd=ROOT
    )


def test_the_command_checks_fact_sheets_beside_articles() -> None:
    done = run("--prove", "examples/syria.facts.toml", "examples/syria.md")
    assert (done.returncode, done.stderr) == (0, "")
    done = run("examples/harvest-broken.facts.toml")
    assert done.returncode == 1 and "harvest-broken.facts.toml:6:6: network: cannot all be true" in done.stdout


def test_the_json_report_of_a_fact_sheet_fits_the_schema_and_shows_both_sets() -> None:
    report = json.loads(run("--format", "json", "examples/harvest-broken.facts.toml").stdout)
    jsonschema.validate(report, json.loads((ROOT / "factcheck/report/report.schema.json").read_text("utf-8")))
    (document,) = report["documents"]
    assert [each["name"] for each in document["facts"]] == ["wheat", "barley", "harvest"]
    assert document["facts"][0]["stated"] == [38000, 42000]
    network = next(check for check in document["checks"] if check["kind"] == "network")
    assert [each["text"] for each in network["claims"]] == [
        "wheat + barley = harvest",
        "wheat / harvest = 63%",
        "barley / harvest = 35%",
    ]


def test_a_sheet_with_a_mistake_is_an_error_and_the_others_are_checked(tmp_path: Path) -> None:
    bad = tmp_path / "bad.facts.toml"
    bad.write_text('a = "3"\nclaims = ["a = b"]\n')
    done = run(str(bad), "examples/harvest-broken.facts.toml")
    assert done.returncode == 2
    assert done.stderr.startswith(f"factcheck: {bad}:2:16: 'b' is no fact here")
    assert "network: cannot all be true" in done.stdout
