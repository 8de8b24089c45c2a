"""The examples run, and say what they should."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from factcheck.facts import load
from factcheck.pipeline import check

EXAMPLES = Path(__file__).parent.parent / "examples"


def found(name: str) -> list[tuple[str, int]]:
    report = check((EXAMPLES / name).read_text("utf-8"), markup="markdown")
    return [(each.claim.kind, report.document.line_and_column(each.claim.span.start)[0]) for each in report.findings]


def test_the_article_is_clean() -> None:
    assert found("syria.md") == []


def test_all_claims_of_the_article_are_read() -> None:
    report = check((EXAMPLES / "syria.md").read_text("utf-8"), markup="markdown")
    assert sorted(each.claim.kind for each in report.checks if each.claim.kind != "date") == [
        "conversion",
        "conversion",
        "share",
        "total",
        "weekday",
    ]


def test_its_broken_twin_has_the_four_planted_errors_and_no_other() -> None:
    assert sorted(found("syria-broken.md")) == [("conversion", 4), ("share", 7), ("total", 3), ("weekday", 3)]


def test_the_script_prints_the_findings() -> None:
    done = subprocess.run(
        [sys.executable, str(EXAMPLES / "check_article.py")], capture_output=True, text=True, check=True
    )
    assert [line.split(":")[0] for line in done.stdout.splitlines()] == ["weekday", "total", "conversion", "share"]


def test_the_test_module_passes() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(EXAMPLES / "test_campaign.py")],
        cwd=EXAMPLES.parent,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout


def test_the_fact_sheet_is_clean_and_states_what_the_article_does() -> None:
    facts = load(EXAMPLES / "syria.facts.toml")
    assert facts.check(prove=True).findings == ()
    article = (EXAMPLES / "syria.md").read_text("utf-8")
    assert all(number in article for number in ("27,000", "185,180", "10,425"))
    assert [len(fact.aliases) for fact in facts if fact.source] == [2, 1]
