"""The lines of this folder's tables, which build.py makes."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files


def lines(name: str) -> Iterator[list[str]]:
    """The fields of each line of a table; a comment with fields is one, too: it names a source."""
    for line in files("factcheck.references").joinpath(name).read_text("utf-8").splitlines():
        if "\t" in line:
            yield line.split("\t")
