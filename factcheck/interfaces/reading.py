"""Reading files: from paths as a user gives them to the files they stand for, and from a file to its Report.

In: paths. Out: files, Reports. The one idea: every interface that takes paths reads the same files in the same way: a
folder stands for the texts and fact sheets in it, a name tells the markup, and a text is held against the facts that
belong to it. What reading a file needs is imported when one is read.
"""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from factcheck.errors import Unreadable

if TYPE_CHECKING:
    from factcheck.model import Report
    from factcheck.pipeline import HasRelation
    from factcheck.references import Reference
    from factcheck.relations import Relation

_MARKUP = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}
_SHEETS = (".facts.toml", ".facts.json", ".facts.yaml", ".facts.yml")
_FILES = (*_MARKUP, ".txt", ".text", *_SHEETS)


def is_sheet(path: str) -> bool:
    """Whether a file is a fact sheet, by its name."""
    return path.lower().endswith(_SHEETS)


def files(given: Iterable[str], refused: Callable[[str, str], None]) -> list[str]:
    """The files that paths stand for: a folder for the texts and fact sheets in it, in order, hidden ones left out.

    `refused` is told of a folder that cannot be listed, and why. A path that is no folder is taken as it is.
    """

    def tell(error: OSError) -> None:
        refused(str(error.filename), (error.strerror or str(error)).lower())

    found = []
    for path in given:
        if path == "-" or not os.path.isdir(path):
            found.append(path)
            continue
        inside = []
        for folder, folders, names in os.walk(path, onerror=tell):
            folders[:] = [name for name in folders if not name.startswith(".")]
            inside += [
                os.path.join(folder, name)
                for name in names
                if not name.startswith(".") and name.lower().endswith(_FILES)
            ]
        found += sorted(inside)
    return found


def report(
    path: str,
    published: str | dt.date | None = None,
    relations: Iterable[Relation | HasRelation] | None = None,
    markup: str | None = None,
    references: Sequence[Reference] = (),
    reference: bool = True,
    prove: bool = False,
) -> Report:
    """Check one file, or standard input for -: a text against the facts of all and those that belong to it, a fact sheet
    by its own claims, unless a markup says that it is a text.

    The arguments are those of `factcheck.check`, and `prove` for fact sheets that of `Facts.check`. Raises Unreadable, and BadFacts and MissingExtra for fact sheets.
    """
    if is_sheet(path) and not markup:
        from factcheck.facts import load

        return load(path).check(prove=prove)
    from factcheck.pipeline import check
    from factcheck.text import decode

    markup = markup or _MARKUP.get(os.path.splitext(path)[1].lower(), "plain")
    source = decode(_bytes(path), path)
    own = _own(path, source, markup)
    return check(source, published, relations, markup, [*references, *own], reference=reference)


def _own(path: str, source: str, markup: str) -> list[Reference]:
    """The facts that belong to a text; most texts have none, and are spared the import."""
    stem = os.path.splitext(path)[0]
    beside = any(os.path.isfile(f"{stem}{suffix}") for suffix in _SHEETS)
    if not beside and not (source.startswith(("---", "+++")) and "facts" in source):
        return []
    from factcheck.facts.articles import belonging

    return [each for facts in belonging(path, source, markup) for each in facts.references]


def _bytes(path: str) -> bytes:
    try:
        if path == "-":
            return sys.stdin.buffer.read()
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise Unreadable(path, (error.strerror or str(error)).lower()) from error
