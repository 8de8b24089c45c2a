"""Facts as references: the words by which a text names them.

In: Facts. Out: References. The one idea: a fact is found in a text by its name and its aliases, as a country's area is by
the country's, and by the same code.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from factcheck.facts.nouns import Fact
from factcheck.references import Reference


def references(facts: Iterable[Fact], path: str) -> Iterator[Reference]:
    """Each stated fact under its name, underscores as spaces, and its aliases; those that others define are left out."""
    for fact in facts:
        if fact.quantity is None:
            continue
        name = fact.name.replace("_", " ")
        yield Reference(
            name,
            fact.quantity,
            tuple(dict.fromkeys((name, *fact.aliases))),
            source=fact.source or os.path.basename(path),
            year=int(fact.when[:4]) if fact.when[:4].isdecimal() else None,
        )
