"""The pytest plugin: the fixture `factcheck`, and articles and fact sheets as test items.

In: the options and settings of a test run, the files that pytest meets. Out: an item per fact sheet, and per article where
asked: it fails with what the command line prints, and is an error where its file cannot be read. The one idea: a run
that uses none of this pays nothing, so whatever is ours is imported where it is used.
"""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from factcheck.model import Report
    from factcheck.references import Reference


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("factcheck", "figures that contradict each other")
    group.addoption(
        "--factcheck",
        action="append",
        default=[],
        metavar="PATH",
        help="check this article or fact sheet, or all of this folder; may be given more than once",
    )
    parser.addini("factcheck_paths", "articles and folders to check where no tests are named", "paths", [])
    parser.addini("factcheck_facts", "fact sheets that all texts are held against", "paths", [])
    parser.addini("factcheck_reference", "hold texts against built-in areas, populations and constants", "bool", True)


# --- the fixture -----------------------------------------------------------------------------------------------------


class Factcheck:
    """factcheck itself, with the settings of the test run: what is not defined here is the package's own."""

    def __init__(self, references: list[Reference], reference: bool) -> None:
        from factcheck.interfaces import assertion

        self.check = partial(assertion.check, references=references, reference=reference)
        self.consistent = partial(assertion.assert_consistent, references=references, reference=reference)

    def __getattr__(self, name: str) -> Any:
        import factcheck

        return getattr(factcheck, name)


@pytest.fixture(scope="session", name="factcheck")
def factcheck_fixture(pytestconfig: pytest.Config) -> Factcheck:
    """Check texts, files and facts: `factcheck.consistent("12 of 48 patients (25%) relapsed.")` fails where they are not."""
    return Factcheck(_known(pytestconfig), pytestconfig.getini("factcheck_reference"))


_KNOWN = pytest.StashKey["list[Reference]"]()


def _known(config: pytest.Config) -> list[Reference]:
    """The facts that all texts are held against; read once."""
    if _KNOWN not in config.stash:
        found: list[Reference] = []
        for path in config.getini("factcheck_facts"):
            from factcheck.facts import load

            found.extend(load(path).references)
        config.stash[_KNOWN] = found
    return config.stash[_KNOWN]


# --- items -----------------------------------------------------------------------------------------------------------

_Paths = dict[Path, None]  # in order
_ASKED = pytest.StashKey[_Paths]()  # all that --factcheck and factcheck_paths stand for
_ADDED = pytest.StashKey[_Paths]()  # of these, what is added to what pytest's own way through the folders finds


def pytest_configure(config: pytest.Config) -> None:
    """As testpaths, factcheck_paths is for a run that names no tests; as an option, it reaches the workers of xdist too."""
    if config.args_source is not config.ArgsSource.ARGS:
        config.option.factcheck = [*config.option.factcheck, *map(str, config.getini("factcheck_paths"))]


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Add what was asked for, wherever it is, to what the session collects; no Python file beside it becomes a test."""
    if not isinstance(collector, pytest.Session):
        return (yield)
    config, here = collector.config, collector.config.invocation_params.dir
    asked = _files([os.path.abspath(here / path) for path in config.option.factcheck])
    named = {Path(os.path.abspath(here / argument.partition("::")[0])) for argument in config.args}
    config.stash[_ADDED] = {path: None for path in asked if path not in named}
    config.stash[_ASKED] = asked | _files([str(path) for path in config.getini("factcheck_paths")])
    report = yield
    if report.passed:
        report.result += [
            FactcheckFile.from_parent(collector, path=path)
            for path in config.stash[_ADDED]
            if not collector.ihook.pytest_ignore_collect(collection_path=path, config=config)
        ]
    return report


def _files(given: list[str]) -> _Paths:
    if not given:
        return {}
    from factcheck.interfaces import reading

    def refused(folder: str, why: str) -> None:
        raise pytest.UsageError(f"{folder}: {why}")

    return {Path(path): None for path in reading.files(given, refused)}


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> FactcheckFile | None:
    """A fact sheet, or what was asked for, where pytest comes upon it."""
    asked, added = (parent.config.stash.get(key, {}) for key in (_ASKED, _ADDED))
    if file_path not in added and (file_path in asked or _is_sheet(file_path)):
        return FactcheckFile.from_parent(parent, path=file_path)
    return None


def _is_sheet(path: Path) -> bool:
    if ".facts." not in path.name.lower():  # of most files: nothing is imported for them
        return False
    from factcheck.interfaces import reading

    return reading.is_sheet(path.name)


class FactcheckFile(pytest.File):
    """A fact sheet or an article."""

    def collect(self) -> Iterator[FactcheckItem]:
        yield FactcheckItem.from_parent(self, name="factcheck")


class FactcheckItem(pytest.Item):
    """The check of a file: set up by reading it, so that what cannot be read is an error and no failure."""

    report: Report

    @property
    def shown(self) -> str:
        """The path as reports name it: from where pytest was started."""
        here = self.config.invocation_params.dir
        return str(self.path.relative_to(here) if self.path.is_relative_to(here) else self.path)

    def setup(self) -> None:
        from factcheck.errors import BadFacts, MissingExtra, Unreadable
        from factcheck.interfaces import reading

        try:
            known, reference = _known(self.config), self.config.getini("factcheck_reference")
            self.report = reading.report(str(self.path), references=known, reference=reference)
        except (BadFacts, MissingExtra, Unreadable) as error:
            raise pytest.fail.Exception(str(error), pytrace=False) from None

    def runtest(self) -> None:
        from factcheck.interfaces.assertion import Inconsistent

        if self.report.findings:
            pytest.fail(str(Inconsistent(self.shown, self.report)), pytrace=False)

    def reportinfo(self) -> tuple[Path, None, str]:
        return self.path, None, self.shown
