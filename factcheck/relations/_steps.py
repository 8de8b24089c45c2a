"""Steps and gaps: an amount that is the exact difference of two others of its sentence, or of the one before.

In: a Passage, and the claims that its words made. Out: Claims of the kinds `change` and `difference` that hold. The one
idea is that of _agreeing.py: a word tells that an amount is a step or a gap, the arithmetic tells between which two.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from itertools import permutations

from factcheck.model import Claim, Figure, Passage
from factcheck.relations._agreeing import DIGITS, EXACT, FAR, FEW, LEAD, Pair, an_amount, claim, moved, of_one_sort


def steps(passage: Passage, claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims of how much was bought, lost or added between two amounts that it is exactly the difference of."""
    for sign, listed in ((1, ("RISE",)), (-1, ("FALL",))):
        for delta, (larger, smaller) in _between(passage, claims, functools.partial(_stepped, listed)):
            if delta.quantity.size >= smaller.quantity.size:
                continue  # what is larger than one of the levels is seldom the step between them
            new, old = (larger, smaller) if sign > 0 else (smaller, larger)
            yield claim("change", ("delta", delta), ("new", new), ("old", old), sign=sign)


def _stepped(listed: tuple[str, ...], passage: Passage, step: Figure) -> bool:
    """Whether an amount is by how much something moved: "an increase of 188,000", never "rose to 188,000", "£188,000 rose 4%"."""
    level = passage.led_by(_TO, step, 8) or _MOVES.match(passage.document.text, step.end)
    return moved(listed, passage, step) and not level


_MOVES = re.compile(r" (?:[a-z]+ed|rose|fell|grew|sank|slid|shrank|lost|was|were|has|have|had)\b")
_TO = re.compile(r"\bto (?:about |some |nearly )?\Z")


def gaps(passage: Passage, claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims of a deficit, a margin, a net purchase between two amounts that it is exactly the difference of."""
    for gap, (larger, smaller) in _between(passage, claims, _a_gap):
        yield claim("difference", ("gap", gap), ("larger", larger), ("smaller", smaller))


def _a_gap(passage: Passage, figure: Figure) -> bool:
    """Whether the words before an amount call it a gap: "a deficit of $69m", "bought a net 477,200 shares"."""
    return passage.led_by(_GAP, figure, LEAD)


_GAP = re.compile(
    r"\b(?:(?:surplus|deficit|excess|gap|difference|margin|majority|lead|shortfall)(?: of| is| was|,)|an additional|a net|exceed\w* [^.;,]{0,20}by)"
    r"(?: about| some| nearly| just| only)? \Z"
)


def _between(
    passage: Passage, claims: Iterable[Claim], says: Callable[[Passage, Figure], bool]
) -> Iterator[tuple[Figure, Pair]]:
    """The amounts that no claim has, each with the one pair of its sentence, or the one before, whose difference it is."""
    taken = {figure.span for claim in claims for _, figure in claim.roles}
    sentences = passage.document.sentences
    for step in passage.figures:
        home = passage.document.sentence(step.start) if an_amount(step) and step.span not in taken else None
        if home is None or not says(passage, step):
            continue
        start = sentences[max(0, bisect_left(sentences, home) - 1)].start
        near = passage.within(max(start, step.start - FAR), min(home.end, step.end + FAR))
        amounts = [each for each in near if an_amount(each) and each.span != step.span and of_one_sort(each, step)]
        if len(amounts) > FEW:
            continue
        fits = [
            (a, b)
            for a, b in permutations(amounts, 2)
            if a.quantity.size - b.quantity.size == step.quantity.size and of_one_sort(a, b)
        ]
        sizes = [each.quantity.number.significand for each in (step, *fits[0])] if len(fits) == 1 else [0]
        if sizes[0] >= DIGITS and max(sizes) >= EXACT:
            yield step, fits[0]
