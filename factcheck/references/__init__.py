"""References: figures that are given outside the text, the built-in ones and the user's, and where the text names them.

In: a text, its figures and its day of publication. Out: the built-in References it can be held against. The one idea: a
table is loaded only where the text has words and figures that it could judge.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from factcheck.model import Figure
from factcheck.references.reference import Reference, mentions

_AREA = "[length] ** 2"
_PEOPLE = re.compile(r"\b[Pp]opulation\b|\b(?:country|nation) of ")
_CONSTANT = re.compile(
    r"\b[Ll]ight(?:[ -]year\b| travels\b)|\bspeed of light\b|\bstandard atmosphere\b|\bastronomical unit\b"
)


def world(text: str, figures: Sequence[Figure], published: dt.date | None = None) -> Iterator[Reference]:
    """Areas and populations of the countries that a text names, and physical constants; none that it could not need."""
    if any(figure.quantity.unit.dimension == _AREA for figure in figures) or _PEOPLE.search(text):
        from factcheck.references.countries import countries

        yield from countries(text, figures, published)
    if _CONSTANT.search(text):
        from factcheck.references.constants import constants

        yield from constants()


__all__ = ["Reference", "mentions", "world"]
