"""The facts that belong to an article: those in its front matter, and those of a file beside it.

In: an article's path and source. Out: Facts.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

from factcheck.facts.collection import Facts
from factcheck.facts.sheet import FORMATS, front, load


def belonging(path: str, source: str, markup: str = "markdown") -> Iterator[Facts]:
    """Those below `facts` in the front matter of Markdown, and those of article.facts.toml beside article.md.

    Raises what `load` raises.
    """
    inside = front(source, path) if markup == "markdown" else None
    if inside is not None:
        yield inside
    stem = os.path.splitext(path)[0]
    for suffix in FORMATS:
        if os.path.isfile(f"{stem}.facts{suffix}"):
            yield load(f"{stem}.facts{suffix}")
