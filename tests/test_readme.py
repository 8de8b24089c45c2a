"""The README is true: its first screen is the tool's real output, its table the relations' own words."""

from __future__ import annotations

import doctest
import re
import subprocess
import sys
from pathlib import Path

from factcheck.relations import load

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def test_the_first_screen_shows_what_the_tool_prints() -> None:
    shown = re.search(r"```console\n\$ factcheck (.*)\n((?:.*\n)+?)```", README)
    assert shown is not None
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", *shown.group(1).split()], cwd=ROOT, capture_output=True, text=True
    )
    assert done.stdout == shown.group(2)


def test_the_table_has_a_row_for_every_relation() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (.+) \|$", README, re.MULTILINE)
    assert rows == [(relation.name, relation.doc) for relation in load().values()]


def test_the_python_examples_run() -> None:
    failed, attempted = doctest.testfile(str(ROOT / "README.md"), module_relative=False)
    assert attempted >= 6 and failed == 0


def test_the_test_command_of_ci_is_the_readmes() -> None:
    ci = (ROOT / ".ci" / "run").read_text("utf-8")
    assert "pip install -e '.[test]'" in README and "-e '.[test]'" in ci
    assert "python -m pytest" in README and 'python" -m pytest' in ci
