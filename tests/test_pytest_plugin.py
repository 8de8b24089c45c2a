"""The plugin and the plain assertion: what fails, what it says, what is collected, and that an idle plugin costs nothing."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import unittest
from importlib.metadata import entry_points
from pathlib import Path

import pytest

import factcheck
from factcheck.interfaces.cli import main

pytest_plugins = ["pytester"]

ROOT = Path(__file__).parent.parent
WRONG = "12 of 48 patients (40%) relapsed.\n"
RIGHT = "12 of 48 patients (25%) relapsed.\n"
SAYS = "share: 12 of 48 patients is 25%, not 40%"
SHEET = 'ill = "12 patients"\nall = "48 patients"\nclaims = ["ill / all = 25%"]\n'


def printed(path: str | Path, capsys: pytest.CaptureFixture[str]) -> str:
    """What the command line prints of a file, without the closing line."""
    capsys.readouterr()
    main(["check", "--quiet", str(path)])
    return capsys.readouterr().out.rstrip()


# --- the assertion ---------------------------------------------------------------------------------------------------


def test_a_text_that_holds_gives_its_report() -> None:
    report = factcheck.assert_consistent(RIGHT)
    assert [check.claim.kind for check in report.checks] == ["share"]


def test_a_failure_is_an_assertion_error_with_the_report_and_what_the_command_line_prints(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(WRONG, "utf-8")
    for source, name in ((WRONG, "<text>"), (path, str(path))):
        with pytest.raises(AssertionError) as failure:
            factcheck.assert_consistent(source)
        assert isinstance(failure.value, factcheck.Inconsistent)
        assert [each.message for each in failure.value.report.findings] == [SAYS.removeprefix("share: ")]
        assert str(failure.value) == printed(path, capsys).replace(str(path), name)


def test_a_file_is_read_as_the_command_line_reads_it(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text(f"<!-- {WRONG} --><p>The council budget is £2.4m.</p>", "utf-8")
    factcheck.assert_consistent(page)
    with pytest.raises(AssertionError, match="not 40%"):
        factcheck.assert_consistent(page, markup="plain")
    (tmp_path / "a.facts.toml").write_text('council_budget = "£4.2m"', "utf-8")
    with pytest.raises(AssertionError, match=r"not £2\.4m"):
        factcheck.assert_consistent(page)


def test_what_cannot_be_read_is_no_failed_assertion(tmp_path: Path) -> None:
    with pytest.raises(factcheck.Unreadable, match="no such file"):
        factcheck.assert_consistent(tmp_path / "none.md")
    bad = tmp_path / "bad.facts.toml"
    bad.write_text('held = "no figure"', "utf-8")
    with pytest.raises(factcheck.BadFacts, match=r"bad.facts.toml:1:9"):
        factcheck.assert_consistent(bad)


def test_facts_may_be_a_collection_a_mapping_or_a_sheet(tmp_path: Path) -> None:
    sheet = tmp_path / "council.facts.toml"
    sheet.write_text('council_budget = "£4.2m"', "utf-8")
    given = {"council_budget": "£4.2m"}
    for facts in (factcheck.Facts(**given), given, sheet, str(sheet)):
        factcheck.assert_consistent("The council budget is £4.2m.", facts=facts)
        with pytest.raises(AssertionError, match=r"council budget .*is £4\.2m, not £2\.4m"):
            factcheck.assert_consistent("The council budget is £2.4m.", facts=facts)


def test_facts_are_asserted_by_their_claims() -> None:
    facts = factcheck.Facts(ill="12 patients", all="48 patients")
    facts.claim("ill / all = 25%")
    factcheck.assert_consistent(facts)
    facts.claim("ill / all = 40%")
    with pytest.raises(AssertionError, match=r"<text>:4:1: equation: ill / all is 25%, not 40%"):
        factcheck.assert_consistent(facts)


def test_the_arguments_are_those_of_check() -> None:
    dated = "On Monday, 12 September, it rained."
    factcheck.assert_consistent(dated)
    with pytest.raises(AssertionError, match="Tuesday"):
        factcheck.assert_consistent(dated, published="2017-09-13")
    factcheck.assert_consistent(WRONG, relations=[factcheck.change])
    factcheck.assert_consistent(f"<!-- {WRONG} -->", markup="html")
    factcheck.assert_consistent("Syria covers 1,850,180 square kilometers.", reference=False)
    with pytest.raises(AssertionError, match="Syria"):
        factcheck.assert_consistent("Syria covers 1,850,180 square kilometers.")


def test_unittest_shows_the_report_as_a_failure() -> None:
    class Texts(unittest.TestCase):
        def runTest(self) -> None:
            factcheck.assert_consistent(WRONG)

    result = unittest.TestResult()
    Texts().run(result)
    assert result.errors == [] and len(result.failures) == 1
    assert f"factcheck.Inconsistent: <text>:1:1: {SAYS}" in result.failures[0][1]


# --- the fixture -----------------------------------------------------------------------------------------------------


def test_the_fixture_asserts_and_is_otherwise_factcheck_itself(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        f"""
        def test_right(factcheck):
            assert len(factcheck.consistent({RIGHT!r}).checks) == 1
            assert len(factcheck.check({WRONG!r}).findings) == 1
            assert factcheck.share(part="12", whole="48", share="25%")
            assert factcheck.Quantity("5 km").unit == "kilometer"

        def test_wrong(factcheck):
            factcheck.consistent({WRONG!r})
        """
    )
    result = pytester.runpytest()
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(
        [f">*factcheck.consistent*{WRONG.strip()}*", f"E *factcheck.Inconsistent: <text>:1:1: {SAYS}"]
    )
    assert "assertion.py" not in result.stdout.str(), "the traceback ends in the test"


def test_the_settings_of_the_run_hold_for_the_fixture_and_for_items(pytester: pytest.Pytester) -> None:
    pytester.makeini("[pytest]\nfactcheck_facts = signed.toml\nfactcheck_reference = false\n")
    (pytester.path / "signed.toml").write_text('council_budget = "£4.2m"', "utf-8")
    text = "The council budget is £2.4m. Syria covers 1,850,180 square kilometers."
    (pytester.path / "a.txt").write_text(text, "utf-8")
    pytester.makepyfile(
        f"""
        def test_text(factcheck):
            found = factcheck.check({text!r}).findings
            assert [each.message for each in found] == ["council budget (signed.toml) is £4.2m, not £2.4m"]
        """
    )
    result = pytester.runpytest("--factcheck", "a.txt")
    result.assert_outcomes(passed=1, failed=1)
    assert [line for line in result.outlines if line.startswith("a.txt:")] == [
        "a.txt:1:5: reference: council budget (signed.toml) is £4.2m, not £2.4m"
    ]


# --- items -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def newsroom(pytester: pytest.Pytester) -> pytest.Pytester:
    """A test, articles in folders, a fact sheet, and a Python file among the articles that is none of ours."""
    files = {
        "test_own.py": "def test_own(): pass",
        "articles/wrong.md": WRONG,
        "articles/deep/right [2].html": RIGHT,
        "articles/deep/test_other.py": "def test_other(): assert False",
        "articles/.hidden.md": WRONG,
        "articles/data.csv": WRONG,
        "sheets/story.facts.toml": SHEET,
        "sheets/facts.toml": "no fact sheet by its name",
    }
    for name, text in files.items():
        path = pytester.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return pytester


OWN, OTHER, STORY = (
    "test_own.py::test_own",
    "articles/deep/test_other.py::test_other",
    "sheets/story.facts.toml::factcheck",
)
ARTICLES = ["articles/deep/right [2].html::factcheck", "articles/wrong.md::factcheck"]


@pytest.mark.parametrize(
    ("arguments", "setting", "collected"),
    [
        ([], "", [OTHER, STORY, OWN]),
        (["--factcheck", "articles"], "", [OTHER, STORY, OWN, *ARTICLES]),
        (["test_own.py", "--factcheck", "articles"], "", [OWN, *ARTICLES]),
        (["test_own.py", "--factcheck=articles/deep", "--factcheck=articles/wrong.md"], "", [OWN, *ARTICLES]),
        (["test_own.py", "--factcheck=articles", "--factcheck=articles/wrong.md"], "", [OWN, *ARTICLES]),
        (["test_own.py", "--factcheck=articles", "--ignore=articles/deep/right [2].html"], "", [OWN, ARTICLES[1]]),
        (["test_own.py", "--factcheck", "sheets"], "", [OWN, STORY]),
        (["sheets", "--factcheck", "sheets"], "", [STORY]),
        ([STORY], "", [STORY]),
        ([], "articles", [OTHER, STORY, OWN, *ARTICLES]),
        (["test_own.py"], "articles", [OWN]),
        (["articles"], "articles", [ARTICLES[1], ARTICLES[0], OTHER]),
        ([ARTICLES[1]], "articles", [ARTICLES[1]]),
        ([ARTICLES[1], "--factcheck", "articles"], "", [ARTICLES[1], ARTICLES[0]]),
        (["-k", "wrong"], "articles", [ARTICLES[1]]),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else value,
)
def test_fact_sheets_are_collected_and_articles_where_asked_for(
    arguments: list[str], setting: str, collected: list[str], newsroom: pytest.Pytester
) -> None:
    newsroom.makeini(f"[pytest]\nfactcheck_paths = {setting}\n")
    result = newsroom.runpytest("--collect-only", "-q", *arguments)
    assert sorted(line for line in result.outlines if "::" in line) == sorted(collected)


def test_an_item_fails_with_what_the_command_line_prints(
    newsroom: pytest.Pytester, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = newsroom.path / "sheets" / "story.facts.toml"
    sheet.write_text(SHEET.replace("25%", "40%"), "utf-8")
    (newsroom.path / "articles" / "wrong.facts.toml").write_text('council_budget = "£4.2m"', "utf-8")
    (newsroom.path / "articles" / "wrong.md").write_text(f"{WRONG}\nThe council budget is £2.4m.\n", "utf-8")
    result = newsroom.runpytest("--factcheck", "articles", "sheets")
    result.assert_outcomes(passed=2, failed=2)
    for name in ("sheets/story.facts.toml", "articles/wrong.md"):
        shown = printed(name, capsys)
        assert shown.startswith(f"{name}:") and shown in result.stdout.str()
    assert "council budget (wrong.facts.toml) is £4.2m, not £2.4m" in result.stdout.str()
    result.stdout.fnmatch_lines(["FAILED articles/wrong.md::factcheck - *wrong.md:1:1: share: *"])


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("none.md", None, "none.md: no such file or directory"),
        ("latin.txt", b"caf\xe9", "latin.txt: is not UTF-8 text (byte 3); convert it to UTF-8 first"),
        ("bad.facts.toml", b'held = "no figure"', "bad.facts.toml:1:9: *"),
        ("front.md", b'+++\n[facts]\nheld = "no figure"\n+++\n', "front.md:3:9: *"),
    ],
)
def test_what_cannot_be_read_is_an_error_of_its_item_in_one_line(
    name: str, data: bytes | None, says: str, newsroom: pytest.Pytester
) -> None:
    if data is not None:
        (newsroom.path / name).write_bytes(data)
    result = newsroom.runpytest("test_own.py", "--factcheck", name)
    result.assert_outcomes(passed=1, errors=1)
    # the rule of whatever section comes next: pytest may have warnings of its own to sum up first
    result.stdout.fnmatch_lines([f"*ERROR at setup of {name}*", f"*{says}", "==*summary*=="], consecutive=True)


def test_json_and_yaml_sheets_are_collected_too(pytester: pytest.Pytester) -> None:
    pytest.importorskip("yaml")
    (pytester.path / "a.facts.json").write_text('{"ill": "12 patients", "claims": ["ill = 12 patients"]}', "utf-8")
    (pytester.path / "b.facts.yaml").write_text("ill: 12 patients\nclaims: [\"ill = '13 patients'\"]\n", "utf-8")
    pytester.runpytest().assert_outcomes(passed=1, failed=1)


# --- what it costs ---------------------------------------------------------------------------------------------------


LOADED = """
import sys

def test_nothing_is_loaded():
    ours = [name for name in sys.modules if name.partition(".")[0] in ("factcheck", "pint", "sympy")]
    assert sorted(ours) == ["factcheck", "factcheck.interfaces", "factcheck.interfaces.pytest_plugin"]
"""


def test_a_run_that_uses_nothing_of_it_loads_nothing_of_it(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(LOADED)
    pytester.runpytest_subprocess().assert_outcomes(passed=1)


def test_an_article_is_checked_without_sympy(pytester: pytest.Pytester) -> None:
    (pytester.path / "a.md").write_text(RIGHT, "utf-8")
    pytester.makepyfile(
        test_z="import sys\ndef test_z(): assert 'sympy' not in sys.modules and 'factcheck.judge' in sys.modules"
    )
    pytester.runpytest_subprocess("a.md", "test_z.py", "--factcheck", "a.md").assert_outcomes(passed=2)


def test_it_is_registered_by_a_name_that_switches_it_off(newsroom: pytest.Pytester) -> None:
    (entry,) = entry_points(group="pytest11", name="factcheck")
    assert entry.value == "factcheck.interfaces.pytest_plugin"
    result = newsroom.runpytest_subprocess("-p", "no:factcheck", "--collect-only", "-q", "test_own.py", "sheets")
    assert [line for line in result.outlines if "::" in line] == [OWN]
    assert (
        newsroom.runpytest_subprocess("-p", "no:factcheck", "--factcheck", "articles").ret
        == pytest.ExitCode.USAGE_ERROR
    )


# --- the example -----------------------------------------------------------------------------------------------------


def test_the_examples_pass_as_their_docstrings_run_them() -> None:
    command = [sys.executable, "-m", "pytest", "-v", "-p", "no:cacheprovider", "examples", "--factcheck", "examples"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    for name in ("library.facts.toml", "library.md", "syria.md"):
        assert f"examples/{name}::factcheck PASSED" in done.stdout
    assert "broken" not in done.stdout


def test_a_figure_changed_after_the_sheet_was_signed_off_fails(pytester: pytest.Pytester) -> None:
    for name in ("library.md", "library.facts.toml"):
        shutil.copy(ROOT / "examples" / name, pytester.path)
    article = pytester.path / "library.md"
    article.write_text(article.read_text("utf-8").replace("£1.2m", "£2.1m"), "utf-8")
    result = pytester.runpytest("--factcheck", ".")
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["library.md:6:5: reference: library budget (the town council) is £1.2m, not £2.1m"])


def test_the_readme_shows_tests_and_settings_that_work(pytester: pytest.Pytester) -> None:
    section = (ROOT / "README.md").read_text("utf-8").split("## In tests")[1].split("\n## ")[0]
    tests, settings = (re.findall(rf"```{kind}\n(\w*.*?)```", section, re.DOTALL)[0] for kind in ("python", "toml"))
    result = "In Northgate, {votes:,} of {voters:,} voters ({share}) cast a ballot."
    files = {
        "pyproject.toml": settings,
        "test_shown.py": f"from pathlib import Path\n\ndef render(_, **data): return {result!r}.format(**data)\n\n{tests}",
        "docs/guide.md": "It weighs 4 kg. Syria covers 1,850,180 square kilometers.",
        "docs/product.facts.toml": 'weight = { value = "4 kg", aliases = ["it"] }',
        "signed-off.facts.toml": 'council_budget = "£4.2m"',
        "articles/a.md": "The council budget is £2.4m.",
    }
    for name, text in files.items():
        (pytester.path / name).parent.mkdir(exist_ok=True)
        (pytester.path / name).write_text(text, "utf-8")
    outcome = pytester.runpytest("-v")
    outcome.assert_outcomes(passed=4, failed=1)
    outcome.stdout.fnmatch_lines(
        ["articles/a.md:1:5: reference: council budget (signed-off.facts.toml) is £4.2m, not £2.4m"]
    )
