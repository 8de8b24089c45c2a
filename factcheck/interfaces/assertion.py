"""The plain assertion: what a test of a text, a file or a fact sheet calls, under pytest, unittest or neither.

In: a source. Out: its Report where no figures in it contradict each other, else Inconsistent. The one idea: a test that
fails shows what the command line prints.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Mapping
from typing import Any

from factcheck import pipeline
from factcheck.errors import FactcheckError
from factcheck.facts import Facts, load
from factcheck.interfaces import reading
from factcheck.model import Report
from factcheck.pipeline import HasRelation
from factcheck.references import Reference
from factcheck.relations import Relation
from factcheck.report.as_text import as_text

Source = str | os.PathLike[str] | Facts
Known = Facts | Mapping[str, Any] | str | os.PathLike[str]


class Inconsistent(FactcheckError, AssertionError):
    """Figures contradict each other where a test says that they do not."""

    __module__ = "factcheck"  # the name by which a traceback calls it is the public one

    def __init__(self, path: str, report: Report) -> None:
        self.path, self.report = path, report
        super().__init__("\n".join(as_text(path, report)).rstrip())


def assert_consistent(
    source: Source,
    *,
    published: str | dt.date | None = None,
    relations: Iterable[Relation | HasRelation] | None = None,
    markup: str | None = None,
    references: Iterable[Reference] = (),
    facts: Known | None = None,
    reference: bool = True,
) -> Report:
    """Assert that no figures of a text contradict each other. The Report says what was read and checked.

    `source`: a text; a path object for a file, which is read as the command line reads it; or `Facts`, of which the claims
    are checked. `facts`: what the text is held against, as `Facts`, as names with their figures, or as the path of a fact
    sheet. All else is as in `factcheck.check`.

    Raises Inconsistent, an AssertionError whose message is what the command line prints and whose `report` is the Report;
    Unreadable, BadFacts and MissingExtra for a file that cannot be read, and what `factcheck.check` and `Facts` raise.

    >>> assert_consistent("12 of 48 patients (25%) relapsed.").findings
    ()
    """
    __tracebackhide__ = True  # pytest shows the line of the test
    report = check(
        source,
        published=published,
        relations=relations,
        markup=markup,
        references=references,
        facts=facts,
        reference=reference,
    )
    if report.findings:
        path = source.path if isinstance(source, Facts) else "" if isinstance(source, str) else os.fspath(source)
        raise Inconsistent(path or "<text>", report)
    return report


def check(
    source: Source,
    *,
    published: str | dt.date | None = None,
    relations: Iterable[Relation | HasRelation] | None = None,
    markup: str | None = None,
    references: Iterable[Reference] = (),
    facts: Known | None = None,
    reference: bool = True,
) -> Report:
    """Check what `assert_consistent` takes. Raises what it raises, but for Inconsistent."""
    if isinstance(source, Facts):
        return source.check()
    known = [*references, *(_references(facts) if facts is not None else ())]
    if isinstance(source, str):
        return pipeline.check(source, published, relations, markup or "plain", known, reference=reference)
    return reading.report(os.fspath(source), published, relations, markup, known, reference)


def _references(facts: Known) -> Iterable[Reference]:
    if isinstance(facts, Mapping):
        facts = Facts(**facts)
    return (facts if isinstance(facts, Facts) else load(facts)).references
