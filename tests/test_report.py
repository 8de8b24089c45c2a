"""Reports: where an offset stands, how figures are quoted, what the JSON says; on Reports made by hand."""

from __future__ import annotations

import json
import unicodedata
from fractions import Fraction
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from work import grows_linearly

from factcheck.model import (
    Check,
    Claim,
    Document,
    Figure,
    Form,
    Hedge,
    Number,
    Quantity,
    Repair,
    Report,
    Span,
    Verdict,
    When,
)
from factcheck.report.as_json import as_json, document
from factcheck.report.as_text import Tally, as_text, plain
from factcheck.report.lines import Lines
from factcheck.report.quote import ROWS, WIDTH, quoted
from factcheck.units import NUMBER, PERCENT, Kind, Unit, find

SCHEMA = json.loads((Path(__file__).parent.parent / "factcheck/report/report.schema.json").read_text("utf-8"))


def figure(source: str, surface: str, number: Number, unit: Unit, nth: int = 0, **more: Any) -> Figure:
    start = -1
    for _ in range(nth + 1):
        start = source.index(surface, start + 1)
    span = Span(start, start + len(surface))
    hedge: Hedge | None = more.get("hedge")
    reach = Span(start - len(hedge.word) - 1, span.end) if hedge else span
    return Figure(span, Quantity(surface, number, unit, **more), reach)


def report(source: str, *figures: Figure, claims: tuple[Check, ...] = ()) -> Report:
    return Report(Document(source, source, (Span(0, len(source)),)), figures, claims)


def wrong(kind: str, *roles: tuple[str, Figure], message: str = "does not add up", **more: Any) -> Check:
    return Check(Claim(kind, roles), Verdict.INCONSISTENT, message, **more)


def json_figure(source: str, each: Figure) -> dict[str, Any]:
    made = as_json([document("a.txt", report(source, each))])
    jsonschema.validate(made, SCHEMA)
    found: dict[str, Any] = made["documents"][0]["figures"][0]
    return found


# --- lines -----------------------------------------------------------------------------------------------------------


@settings(deadline=None)
@given(st.text(alphabet="ab\r\n é😀"), st.data())
def test_a_place_is_what_counting_line_breaks_gives(source: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(source)))
    before = source[:offset]
    assert Lines(source).place(offset) == (before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)


@settings(deadline=None)
@given(st.text(alphabet="ab\r\n é😀"))
def test_the_lines_are_the_source_cut_at_its_breaks(source: str) -> None:
    lines = Lines(source)
    spans = [lines.span(number) for number in range(1, source.count("\n") + 2)]
    cut = source.split("\n")
    assert [source[span.start : span.end] for span in spans] == [
        line[:-1] if line.endswith("\r") else line for line in cut
    ]


def test_many_findings_in_a_long_text_are_placed_in_linear_work() -> None:
    def placed(source: str) -> None:
        checks = tuple(
            wrong("share", ("part", Figure(Span(at, at + 2), Quantity("12", Number(12), NUMBER), Span(at, at + 2))))
            for at in range(0, len(source), 9)
        )
        made = report(source, claims=checks)
        document("a.txt", made)
        list(as_text("a.txt", made))

    assert grows_linearly(placed, "12 of 48\n")


# --- quotes ----------------------------------------------------------------------------------------------------------


def rows(source: str, *surfaces: str) -> list[str]:
    spans = [Span(source.index(surface), source.index(surface) + len(surface)) for surface in surfaces]
    return list(quoted(Lines(source), spans))


def test_figures_are_underlined_on_their_lines() -> None:
    assert rows("Of the 48 patients,\nsome 12 relapsed.", "48 patients", "12") == [
        "  1 | Of the 48 patients,",
        "    |        ^^^^^^^^^^^",
        "  2 | some 12 relapsed.",
        "    |      ^^",
    ]


def test_a_figure_that_runs_over_a_line_break_is_underlined_on_both_lines() -> None:
    assert rows("some 27,000 square\n   kilometers", "27,000 square\n   kilometers") == [
        "  1 | some 27,000 square",
        "    |      ^^^^^^^^^^^^^",
        "  2 |    kilometers",
        "    |    ^^^^^^^^^^",
    ]


def test_the_marks_stand_below_their_figures_where_characters_are_wide_or_have_no_width() -> None:
    shown, marks = rows("東京 cafe\u0301: 12 km", "12 km")
    assert shown.endswith("東京 cafe\u0301: 12 km")
    # the two wide characters take two cells each, the accent none: 5 + 5 + 2 cells before the figure
    assert marks == "    | " + " " * (5 + 6) + "^" * 5


def test_control_characters_of_the_source_never_reach_the_terminal() -> None:
    shown, marks = rows("\x1b[31m\t12 km\x07 of 5\r\n", "12 km")
    assert shown == "  1 |  [31m 12 km  of 5" and marks == "    |       ^^^^^"


def test_a_long_line_is_shown_as_windows_that_end_at_words() -> None:
    source = "left " * 100 + "12 of 48 " + "right " * 100 + "and 40% " + "end " * 100
    shown = rows(source, "12", "48", "40%")
    assert len(shown) == 4, "two windows, each with its marks"
    for text, marks in zip(shown[::2], shown[1::2], strict=True):
        assert len(text) <= WIDTH + len("  1 | …  …") and text.startswith("  1 | … ") and text.endswith(" …")
        assert text[8:-2].split() == [word for word in text[8:-2].split() if word in source.split()]
        assert "".join(a for a, mark in zip(text, marks, strict=False) if mark == "^") in ("1248", "40%")


def test_a_claim_over_many_lines_shows_the_first_and_the_last() -> None:
    source = "\n".join(f"item {number}" for number in range(10, 40))
    shown = rows(source, *map(str, range(10, 40)))
    assert len(shown) == 2 * ROWS + 1
    assert shown[0] == "   1 | item 10" and shown[ROWS] == "     ⋮" and shown[-2] == "  30 | item 39"


@settings(deadline=None)
@given(
    st.text(alphabet=st.characters(exclude_categories=("Cs",)), min_size=1, max_size=400),
    st.lists(st.tuples(st.integers(0, 399), st.integers(1, 200)), min_size=1, max_size=6),
)
def test_any_figures_of_any_text_can_be_quoted(source: str, places: list[tuple[int, int]]) -> None:
    spans = [Span(start % len(source), min(len(source), start % len(source) + length)) for start, length in places]
    for line in quoted(Lines(source), spans):
        accents = sum(unicodedata.category(character) in ("Mn", "Me") for character in line)  # they take no room
        assert "\n" not in line and len(line) - accents <= WIDTH + 60
        assert all(character.isprintable() for character in line)


# --- text ------------------------------------------------------------------------------------------------------------

SHARE = "12 of 48 patients (40%) relapsed."


def share_of(source: str = SHARE, **more: Any) -> Report:
    people = Unit("patient", Kind.COUNT)
    part, whole = figure(source, "12", Number(12), NUMBER), figure(source, "48 patients", Number(48), people)
    share = figure(source, "40%", Number(40), PERCENT)
    check = wrong("share", ("part", part), ("whole", whole), ("share", share), **more)
    return report(source, part, whole, share, claims=(check,))


def test_a_finding_says_where_what_is_stated_what_is_implied_and_what_would_mend_it() -> None:
    made = share_of(
        message="12 of 48 patients is 25%, not 40%",
        stated="39.5% to 40.5%",
        implied="25%",
        repairs=(Repair(Span(19, 22), "25%", "as the other figures imply"),),
    )
    assert list(as_text("a.txt", made)) == [
        "a.txt:1:1: share: 12 of 48 patients is 25%, not 40%",
        "  1 | 12 of 48 patients (40%) relapsed.",
        "    | ^^    ^^^^^^^^^^^  ^^^",
        "    stated: 39.5% to 40.5%; the others imply: 25%",
        "    would hold with 25% for 40% (as the other figures imply)",
        "",
    ]


@pytest.mark.parametrize("verdict", [Verdict.CONSISTENT, Verdict.UNDECIDED])
def test_a_claim_that_is_no_finding_is_one_line_and_only_when_asked_for(verdict: Verdict) -> None:
    made = share_of()
    claim = made.checks[0].claim
    made = report(SHARE, claims=(Check(claim, verdict, "it holds"),))
    assert list(as_text("a.txt", made)) == []
    assert list(as_text("a.txt", made, every=True)) == [f"a.txt:1:1: share: {verdict.value}: it holds"]


def test_colour_changes_nothing_but_colour() -> None:
    made = share_of(stated="40%", implied="25%")
    coloured = "\n".join(as_text("a.txt", made, colour=True))
    assert "\033[1;31m" in coloured
    for code in ("\033[1;31m", "\033[0m"):
        coloured = coloured.replace(code, "")
    assert coloured == "\n".join(as_text("a.txt", made))


def test_a_path_cannot_break_the_line_or_the_terminal() -> None:
    first = next(as_text("a\x1b[2J\nb\udcff.txt", share_of()))
    assert first.startswith("a?[2J?b?.txt:1:1: ")
    assert plain("27\u00a0000\u202f km²") == "27\u00a0000\u202f km²"


def test_the_closing_line_counts_over_all_documents_and_knows_the_singular() -> None:
    tally = Tally()
    assert tally.line() == "0 figures read, 0 claims checked, 0 inconsistent, 0 figures in no claim."
    made = share_of()
    tally.add(made)
    tally.add(report("7", figure("7", "7", Number(7), NUMBER)))
    assert tally.line(1) == (
        "4 figures read, 1 claim checked, 1 inconsistent, 1 figure in no claim, 1 file could not be checked."
    )


# --- JSON ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("surface", "number", "unit", "more", "value", "low", "high"),
    [
        ("27,000", Number(27000), NUMBER, {}, 27000, 26500, 27500),
        ("48", Number(48), NUMBER, {}, 48, 48, 48),
        ("5.19", Number(519, -2, decimals=2), NUMBER, {}, 5.19, 5.185, 5.195),
        ("76%", Number(76), PERCENT, {}, 76, 75.5, 76.5),
        ("$1.13bn", Number(113, 7, decimals=2), find("USD"), {}, 1130000000, 1125000000, 1135000000),
        ("89 cents", Number(89), Unit("USD", Kind.CURRENCY, "USD", Fraction(1, 100)), {}, 0.89, 0.885, 0.895),
        ("5-8%", Number(5), PERCENT, {"upper": Number(8)}, 5, 4.5, 8.5),
        ("aged 54", Number(54), find("year"), {"age": True}, 54, 54, 55),
    ],
)
def test_the_value_and_its_bounds_are_numbers_in_the_stated_unit(
    surface: str, number: Number, unit: Unit, more: dict[str, Any], value: float, low: float, high: float
) -> None:
    entry = json_figure(surface, figure(surface, surface, number, unit, **more))
    assert (entry["value"], entry["low"], entry["high"], entry["text"]) == (value, low, high, surface)
    assert type(entry["value"]) is type(value)
    assert entry["unit"] == unit.name and entry["hedge"] == "" and entry["checks"] == []
    assert entry.get("range") == ([5, 8] if "upper" in more else None)


@pytest.mark.parametrize(
    ("surface", "when", "value", "low", "high"),
    [
        ("12 September 2017", When(2017, 9, 12), "2017-09-12", "2017-09-12", "2017-09-12"),
        ("February 2024", When(2024, 2), "2024-02", "2024-02-01", "2024-02-29"),
        ("2003", When(2003), "2003", "2003-01-01", "2003-12-31"),
        ("the 1990s", When(1990, months=120), "1990", "1990-01-01", "1999-12-31"),
        ("12 September", When(None, 9, 12), "--09-12", None, None),
        ("31 November 2017", When(2017, 11, 31), "2017-11-31", None, None),
    ],
)
def test_a_date_is_an_iso_string_from_its_first_to_its_last_day(
    surface: str, when: When, value: str, low: str | None, high: str | None
) -> None:
    entry = json_figure(surface, figure(surface, surface, Number(0), Unit("date", Kind.DATE), when=when))
    assert (entry["value"], entry["low"], entry["high"]) == (value, low, high)


def test_a_weekday_is_its_name_and_a_time_is_a_string() -> None:
    monday = figure("Monday", "Monday", Number(0), Unit("weekday", Kind.WEEKDAY), when=When(weekday=0))
    assert json_figure("Monday", monday)["value"] == "Monday"
    noon = figure("2.15pm", "2.15pm", Number(0), Unit("time", Kind.TIME), when=When(hour=14, minute=15))
    assert json_figure("2.15pm", noon)["value"] == "14:15"


MORE = Hedge("more than", above=(None, None), open=True)


def test_a_bound_that_the_words_do_not_set_is_null_and_the_hedge_is_as_written() -> None:
    source = "MORE\nthan 4,300 km"
    entry = json_figure(source, figure(source, "4,300 km", Number(4300), find("kilometer"), hedge=MORE))
    assert (entry["low"], entry["high"], entry["hedge"]) == (4300, None, "MORE\nthan")


@pytest.mark.parametrize("digits", ["9" * 400, "1" * 4000])
def test_a_number_that_no_float_holds_is_written_whole(digits: str) -> None:
    entry = json_figure(digits, figure(digits, digits, Number(int(digits) * 10 + 5, -1, decimals=1), NUMBER))
    assert json.loads(json.dumps(entry)) == entry and round(entry["value"]) == int(digits) + 1


def test_a_third_is_near_a_third() -> None:
    third = figure("a third", "a third", Number(1, 0, 3, Form.FRACTION), Unit("ratio", Kind.RATIO))
    assert json_figure("a third", third)["value"] == pytest.approx(1 / 3)


def test_figures_name_the_checks_that_use_them_and_checks_their_place() -> None:
    source = f"Of 7 rooms,\n{SHARE}"
    made = share_of(source, repairs=(Repair(Span(31, 34), "25%", "as implied"),), by_rounding=False)
    seven = figure(source, "7", Number(7), NUMBER)
    made = report(source, seven, *made.figures, claims=(made.checks[0], made.checks[0]))
    whole = as_json([document("a.txt", made), document("b.txt", report(""))], [("c.txt", "no such file")])
    jsonschema.validate(whole, SCHEMA)
    first = whole["documents"][0]
    assert [each["checks"] for each in first["figures"]] == [[], [0, 1], [0, 1], [0, 1]]
    check = first["checks"][0]
    assert (check["line"], check["column"]) == (2, 1)
    assert [source[each["start"] : each["end"]] for each in check["figures"]] == ["12", "48 patients", "40%"]
    assert [each["role"] for each in check["figures"]] == ["part", "whole", "share"]
    edit = check["suggestions"][0]
    assert source[: edit["start"]] + edit["replacement"] + source[edit["end"] :] == source.replace("40%", "25%")
    assert whole["summary"] == {"documents": 2, "figures": 4, "checks": 2, "inconsistent": 2}
    assert whole["errors"] == [{"path": "c.txt", "message": "no such file"}]
