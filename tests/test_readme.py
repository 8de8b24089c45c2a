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


def test_the_two_commands_are_one_line_each_and_ci_runs_the_second() -> None:
    setup = re.findall(r"^    python3 -m venv \.venv && (.*)$", README, re.MULTILINE)
    assert setup == [
        ".venv/bin/pip install . && .venv/bin/factcheck check examples/syria-broken.md",
        ".venv/bin/pip install -e '.[test]' && .venv/bin/python -m pytest",
    ]
    ci = ROOT / ".ci" / "run"
    steps = re.findall(r'^"\$home/venv/bin/(\w+)"(.*)$', ci.read_text("utf-8"), re.MULTILINE)
    assert [f"{name} {rest.split()[0]} {rest.split()[-1]}" for name, rest in steps] == [
        "pip install '.[test]'",
        "python -m pytest",
    ]
    assert ci.stat().st_mode & 0o111, ".ci/run must be executable"


def test_an_install_is_never_named_by_the_plain_name_which_is_a_strangers() -> None:
    for path in (ROOT / "README.md", ROOT / ".ci" / "run", ROOT / "pyproject.toml", ROOT / ".pre-commit-hooks.yaml"):
        assert not re.search(r"pip install[^\n&|]*[ '\"]factcheck(?!-numbers)\b", path.read_text("utf-8"))


def test_what_the_readme_points_to_is_there() -> None:
    for path in re.findall(r"`((?:examples|tests|factcheck|\.ci)/[\w./-]+)`|\]\(((?!http)[\w./-]+)\)", README):
        assert (ROOT / (path[0] or path[1])).exists()
