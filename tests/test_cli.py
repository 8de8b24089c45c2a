"""The command: exit status, errors, formats, folders; every interface reports the same."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from factcheck.interfaces.cli import main
from factcheck.pipeline import check

WRONG = "12 of 48 patients (40%) relapsed.\n"
RIGHT = "12 of 48 patients (25%) relapsed.\n"
SCHEMA = json.loads((Path(__file__).parent.parent / "factcheck/report/report.schema.json").read_text("utf-8"))

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def wrong(tmp_path: Path) -> str:
    path = tmp_path / "wrong.txt"
    path.write_text(WRONG, "utf-8")
    return str(path)


@pytest.fixture
def right(tmp_path: Path) -> str:
    path = tmp_path / "right.txt"
    path.write_text(RIGHT, "utf-8")
    return str(path)


def test_a_clean_text_exits_with_0_and_says_what_was_read(right: str, capsys: Capture) -> None:
    assert main(["check", right]) == 0
    assert capsys.readouterr().out == "3 figures read, 1 claim checked, 0 inconsistent, 0 figures in no claim.\n"


def test_a_finding_exits_with_1_and_names_place_words_and_arithmetic(wrong: str, capsys: Capture) -> None:
    assert main(["check", wrong]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"{wrong}:1:1: share: 12 of 48 patients is 25%, not 40%"
    assert lines[1:3] == ["  1 | 12 of 48 patients (40%) relapsed.", "    | ^^    ^^^^^^^^^^^  ^^^"]


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("missing.txt", None, "no such file"),
        ("binary.txt", b"\x7fELF\x00\x01\x02", "binary"),
        ("latin.txt", b"caf\xe9 \xa3600m", "not UTF-8"),
    ],
)
def test_what_cannot_be_read_exits_with_2_in_one_line_and_the_rest_is_checked(
    name: str, data: bytes | None, says: str, tmp_path: Path, wrong: str, capsys: Capture
) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    assert main(["check", str(path), wrong]) == 2
    captured = capsys.readouterr()
    assert captured.err.count("\n") == 1 and says in captured.err and name in captured.err
    assert "not 40%" in captured.out
    assert captured.out.endswith("1 file could not be checked.\n")


def test_a_directory_is_searched_for_texts(tmp_path: Path, wrong: str, right: str, capsys: Capture) -> None:
    (tmp_path / "data.csv").write_text(WRONG, "utf-8")
    assert main(["check", str(tmp_path)]) == 1
    assert "2 claims checked, 1 inconsistent" in capsys.readouterr().out


def test_the_json_report_follows_its_schema_and_holds_the_consistent_checks(
    wrong: str, right: str, capsys: Capture
) -> None:
    assert main(["check", "--format", "json", wrong, right, "absent.txt"]) == 2
    report = json.loads(capsys.readouterr().out)
    jsonschema.validate(report, SCHEMA)
    assert [document["path"] for document in report["documents"]] == [wrong, right]
    assert report["summary"] == {"documents": 2, "figures": 6, "checks": 2, "inconsistent": 1}
    assert [each["path"] for each in report["errors"]] == ["absent.txt"]
    checks = report["documents"][0]["checks"]
    assert checks[0]["suggestions"] and checks[0]["figures"][2] == {
        "role": "share",
        "start": 19,
        "end": 22,
        "text": "40%",
    }
    assert [figure["checks"] for figure in report["documents"][0]["figures"]] == [[0], [0], [0]]


RICH = (
    "Sales rose to between 5 and 8 million tonnes in 2004 – “about” 6 ft 2 in, €5.5bn, one in five, minus 4 °C, at 2.15pm on\n"
    "Friday, 14 June 2024, aged 54, the 22nd of 1,200 women; more than 3,000 km², 64 pence, 5 basis points, 15:1, doubled. 😀 7%"
)


def test_every_kind_of_figure_can_be_reported(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "rich.txt"
    path.write_text(RICH, "utf-8")
    main(["check", "--format", "json", str(path)])
    report = json.loads(capsys.readouterr().out)
    jsonschema.validate(report, SCHEMA)
    figures = report["documents"][0]["figures"]
    assert all(RICH[figure["start"] : figure["end"]] == figure["text"] for figure in figures)
    units = {figure["unit"] for figure in figures}
    assert {
        "EUR",
        "GBP",
        "percent",
        "date",
        "time",
        "weekday",
        "kilometer ** 2",
        "degree_Celsius",
        "foot",
        "ordinal",
        "ratio",
    } <= units
    assert next(figure for figure in figures if figure["text"] == "14 June 2024")["value"] == "2024-06-14"
    assert next(figure for figure in figures if "km²" in figure["text"])["high"] is not None


def test_the_library_and_the_command_report_the_same(wrong: str, capsys: Capture) -> None:
    main(["check", "--format", "json", wrong])
    printed = json.loads(capsys.readouterr().out)["documents"][0]["checks"]
    assert [each["message"] for each in printed] == [each.message for each in check(WRONG).checks]


def test_output_is_the_same_on_every_run(wrong: str, capsys: Capture) -> None:
    main(["check", "--all", wrong])
    first = capsys.readouterr().out
    main(["check", "--all", wrong])
    assert capsys.readouterr().out == first


def test_standard_input_is_read_for_a_dash(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(WRONG.encode()), "utf-8"))
    assert main(["check", "-"]) == 1
    assert capsys.readouterr().out.startswith("-:1:1: share")


@pytest.mark.parametrize(
    ("comment", "silent"),
    [
        ("factcheck: ignore", True),
        ("factcheck: ignore share", True),
        ("factcheck: ignore total, share", True),
        ("factcheck: ignore total", False),
    ],
)
@pytest.mark.parametrize("before", [True, False])
def test_a_comment_silences_its_line_or_the_next(comment: str, silent: bool, before: bool) -> None:
    line = WRONG.strip()
    source = f"<!-- {comment} -->\n{line}\n" if before else f"{line} <!-- {comment} -->\n"
    assert (check(source, markup="markdown").findings == ()) is silent


def test_a_weekday_without_a_year_is_judged_against_the_publication_date(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "day.txt"
    path.write_text("The council meets on Monday, 12 September.", "utf-8")
    assert main(["check", str(path)]) == 0
    assert main(["check", "--published", "2017-09-10", str(path)]) == 1
    assert main(["check", "--published", "2016-09-10", str(path)]) == 0


def test_a_wrong_date_is_refused_with_what_to_write(wrong: str, capsys: Capture) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["check", "--published", "12/9/2017", wrong])
    assert stop.value.code == 2
    assert "YYYY-MM-DD" in capsys.readouterr().err


def test_explain_tells_of_one_kind_or_of_all(capsys: Capture) -> None:
    assert main(["explain"]) == 0
    assert "share" in capsys.readouterr().out
    assert main(["explain", "share"]) == 0
    shown = capsys.readouterr().out
    assert "share = part / whole" in shown and "-> 12 of 48 patients is 25%, not 40%" in shown
    assert main(["explain", "nonsense"]) == 2
    assert "nonsense" in capsys.readouterr().err


def test_a_fault_in_one_file_does_not_cost_the_others(
    wrong: str, right: str, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    from factcheck import pipeline

    real = pipeline.check
    monkeypatch.setattr(
        pipeline, "check", lambda source, *rest, **more: real(source, *rest, **more) if source == WRONG else 1 / 0
    )
    assert main(["check", right, wrong]) == 2
    captured = capsys.readouterr()
    assert "internal error" in captured.err and "not 40%" in captured.out


def test_a_fault_in_the_report_of_one_file_does_not_cost_the_others(
    wrong: str, right: str, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    from factcheck.report import as_json

    real = as_json.document
    monkeypatch.setattr(as_json, "document", lambda path, report: real(path, report) if path == wrong else 1 / 0)
    assert main(["check", "--format", "json", right, wrong]) == 2
    report = json.loads(capsys.readouterr().out)
    assert [each["path"] for each in report["documents"]] == [wrong]
    assert report["errors"][0]["path"] == right and "ZeroDivisionError" in report["errors"][0]["message"]


def test_hidden_folders_are_left_out_and_the_rest_is_in_order(tmp_path: Path, capsys: Capture) -> None:
    for name in ("b/z.md", "a.HTML", "b/c/a.txt", ".git/a.txt", "b/.hidden.md", "notes.pdf"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(WRONG, "utf-8")
    main(["check", str(tmp_path)])
    found = [line.split(":")[0] for line in capsys.readouterr().out.splitlines() if "share:" in line]
    assert found == [str(tmp_path / name) for name in ("a.HTML", "b/c/a.txt", "b/z.md")]


@pytest.mark.parametrize(
    ("name", "more", "findings"),
    [
        ("a.md", [], 0),
        ("a.html", [], 0),
        ("a.txt", [], 1),
        ("a.txt", ["--markup", "markdown"], 0),
        ("a.md", ["--markup", "plain"], 1),
    ],
)
def test_a_name_tells_the_markup_unless_the_option_does(
    name: str, more: list[str], findings: int, tmp_path: Path, capsys: Capture
) -> None:
    (tmp_path / name).write_text(f"<!-- {WRONG.strip()} -->\n", "utf-8")
    assert main(["check", *more, str(tmp_path / name)]) == findings


def test_all_lists_what_holds_and_quiet_leaves_out_the_closing_line(right: str, capsys: Capture) -> None:
    main(["check", "--quiet", right])
    assert capsys.readouterr().out == ""
    for option in ("--all", "--verbose"):
        main(["check", "--quiet", option, right])
        assert capsys.readouterr().out == f"{right}:1:1: share: consistent: 12 of 48 patients is 25%\n"


def test_places_are_right_where_lines_end_as_on_windows(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "windows.txt"
    path.write_bytes("A small – study.\r\n\r\nIn it, 12 of 48 patients (40%) relapsed.\r\n".encode("utf-8-sig"))
    assert main(["check", str(path)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith(f"{path}:3:8: share: ")
    assert lines[1:3] == [
        "  3 | In it, 12 of 48 patients (40%) relapsed.",
        "    |        ^^    ^^^^^^^^^^^  ^^^",
    ]


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "factcheck", *arguments], capture_output=True, env={**os.environ, **environment}
    )


def test_a_locale_without_the_characters_of_the_text_costs_no_crash(tmp_path: Path) -> None:
    path = tmp_path / "wide.txt"
    path.write_text("The park of 27,000 km² – café – is 10,425 square miles (50,000 km²).", "utf-8")
    for form in ("text", "json"):
        done = run("check", "--format", form, str(path), PYTHONIOENCODING="ascii", PYTHONUTF8="0")
        assert done.returncode == 1 and done.stderr == b""
        assert done.stdout.isascii()
        if form == "json":
            jsonschema.validate(json.loads(done.stdout), SCHEMA)


@pytest.mark.skipif(os.name != "posix", reason="elsewhere a file's name is text")
def test_a_file_whose_name_is_no_text_is_checked_all_the_same(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/na\xefve.txt"
    try:
        with open(path, "wb") as file:
            file.write(WRONG.encode())
    except OSError:
        pytest.skip("this file system takes only text for names")
    for form in ("text", "json"):
        done = subprocess.run([sys.executable, "-m", "factcheck", "check", "--format", form, path], capture_output=True)
        assert done.returncode == 1 and done.stderr == b""
        assert b"12 of 48 patients is 25%" in done.stdout


def test_a_reader_that_goes_away_ends_the_command_without_a_traceback(wrong: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "factcheck", "check", wrong], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout is not None and running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 2


@pytest.mark.parametrize(("count", "terminal", "shown"), [(30, True, True), (30, False, False), (3, True, False)])
def test_many_files_show_on_a_terminal_how_far_the_work_is(
    count: int, terminal: bool, shown: bool, right: str, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    assert main(["check", *[right] * count]) == 0
    captured = capsys.readouterr()
    assert (f"{count} of {count} files" in captured.err) is shown
    assert captured.out.startswith(f"{3 * count} figures read"), "the progress is on standard error alone"


def test_an_interrupt_ends_it_with_130_and_no_traceback(
    wrong: str, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    from factcheck import pipeline

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "check", interrupt)
    assert main(["check", wrong]) == 130
    assert capsys.readouterr().err == ""


def test_the_version_is_the_distributions() -> None:
    from importlib.metadata import version

    assert run("--version").stdout.decode().split() == ["factcheck", version("factcheck-numbers")]


def test_the_pre_commit_hook_runs_the_command_on_the_files_it_names() -> None:
    hook = (Path(__file__).parent.parent / ".pre-commit-hooks.yaml").read_text("utf-8")
    entries = dict(line.lstrip("- ").split(": ", 1) for line in hook.splitlines())
    assert entries["id"] == "factcheck" and entries["language"] == "python"
    assert entries["entry"] == "factcheck check"


@pytest.mark.parametrize(
    "source",
    [
        "",
        "\n\n",
        "9" * 5000,
        "0." + "3" * 5000 + " km",
        "(" * 5000,
        "12 of " * 2000,
        "1/0 of 0 patients (0%), 0 km (0 miles), up 0% from 0 to 0.",
        "\ufeff\u202e12 of 48\u2028patients (40%)\x00relapsed.",
        "31 February 2017, Monday 99 September 99999, 25:99pm, 0 BC, 99999 years, 1e999999 km, 10^99999 miles",
    ],
    ids=lambda source: repr(source[:12]),
)
@pytest.mark.parametrize("markup", ["plain", "markdown", "html"])
def test_no_text_makes_it_fail(source: str, markup: str, tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(source.replace("\x00", "").encode("utf-8"))
    assert main(["check", "--markup", markup, "--format", "json", str(path)]) in (0, 1), capsys.readouterr().err
    jsonschema.validate(json.loads(capsys.readouterr().out), SCHEMA)
    assert main(["check", "--markup", markup, "--all", str(path)]) in (0, 1)


def test_a_fact_sheet_is_judged_by_its_own_claims_alone_and_in_a_folder(tmp_path: Path, capsys: Capture) -> None:
    sheet = tmp_path / "patients.facts.toml"
    sheet.write_text('ill = "12 patients"\nall = "48 patients"\nclaims = ["ill / all = 40%"]\n', "utf-8")
    for path in (sheet, tmp_path):
        assert main(["check", str(path)]) == 1
        assert capsys.readouterr().out.startswith(f"{sheet}:3:12: equation: ill / all is 25%, not 40%\n")
