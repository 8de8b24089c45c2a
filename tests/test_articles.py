"""Articles of our own: a comment at a line's end names what must be found there, and all other lines must be silent.

`<!-- finds share, total -->`: these kinds, and no other, have a finding that begins on this line. limits.md holds what
should be otherwise: `wrongly finds` a false alarm, `misses` a silence; who cures one moves its line to another article.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcheck.pipeline import check
from factcheck.relations import load

ARTICLES = sorted((Path(__file__).parent / "articles").glob("*.md"))
MARK = re.compile(r"<!-- (?:wrongly )?finds ([\w, ]+) -->")


def marked(source: str) -> list[tuple[int, str]]:
    return [
        (number, kind)
        for number, line in enumerate(source.splitlines(), 1)
        for mark in MARK.finditer(line)
        for kind in mark.group(1).replace(",", " ").split()
    ]


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_each_finding_stands_on_its_marked_line_and_every_other_line_is_silent(path: Path) -> None:
    source = path.read_text("utf-8")
    report = check(source, markup="markdown")
    found = [
        (report.document.line_and_column(each.claim.span.start)[0], each.claim.kind, each.message)
        for each in report.findings
    ]
    assert sorted({(line, kind) for line, kind, _ in found}) == sorted(marked(source)), found


def test_the_marks_name_kinds_that_there_are_and_quiet_articles_are_among_them() -> None:
    kinds = {kind for path in ARTICLES for _, kind in marked(path.read_text("utf-8"))}
    assert kinds <= set(load()) and len(kinds) >= 7
    assert any(not marked(path.read_text("utf-8")) for path in ARTICLES)
