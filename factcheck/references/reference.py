"""A Reference: a figure that is given outside the text, and the words by which a text names it.

In: a text and References. Out: Mentions, each a stretch of the text that stands for such a figure. Whether a figure of
the text is said to be the named one is for relations/reference.py to find.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcheck.model import Hedge, Mention, Quantity, Span, Way
from factcheck.references.names import Names


@dataclass(frozen=True, slots=True)
class Reference:
    """A figure given outside the text, and the words by which a text speaks of it.

    Words in lower case are found in any case; those with a capital only as they stand.
    """

    name: str  # as a message says it: "Syria's area", "council budget"
    quantity: Quantity
    aliases: tuple[str, ...] = ()  # nouns for it: "area of Syria", "council budget"; without any, its name
    openings: tuple[str, ...] = ()  # clauses that lead to it: "Syria covers", "the council spends"
    wholes: tuple[str, ...] = ()  # what stands for it only where a share is taken of it: "Syria"
    source: str = ""  # "CIA World Factbook", "budget.facts.toml"
    year: int | None = None  # of which it holds; a sentence that names another year is left alone
    years: tuple[int, int] | None = None  # the years of which it may be taken to hold, where not `year` alone
    tolerance: Hedge | None = None  # how far right figures may lie from it; without it, as far as rounding goes

    def mention(self, span: Span, way: Way) -> Mention:
        """The reference as it stands in a text."""
        held = self.quantity if self.tolerance is None else replace(self.quantity, hedge=self.tolerance)
        source = ", ".join(filter(None, (self.source, str(self.year or ""))))
        only = None if self.year is None else (self.year, self.year)
        return Mention(span, way, self.name, held, source, self.years or only, self.years is not None)


def mentions(text: str, references: Sequence[Reference]) -> tuple[Mention, ...]:
    """Where a text names the references, in order; of names that begin at one place, the longest counts."""
    if not references:
        return ()
    names: Names[tuple[Reference, Way]] = Names()
    for reference in references:
        for alias in reference.aliases or (reference.name,):
            names.add(alias, (reference, Way.NAME))
        for opening in reference.openings:
            names.add(opening, (reference, Way.OPENING))
        for whole in reference.wholes:
            names.add(whole, (reference, Way.WHOLE))
    return tuple(reference.mention(span, way) for span, (reference, way) in names.find(text))
