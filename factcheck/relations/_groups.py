"""Groups: so many of them, each of so many, and how many that makes: "16 teams, in four divisions of four teams".

In: a Passage. Out: Claims of the kind `rate`, whose total and whose rate count the same noun. The one idea: one noun is
counted twice, once in all and once for each group; it is a claim where it comes out, or where words say that the groups
take in all: "divided into four divisions, each with four teams".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from factcheck.model import Claim, Figure, Passage
from factcheck.relations._spoken import closes
from factcheck.units import Kind

NEAR = 80  # code points between the number of all and the groups
FEW = 2  # one group of eight is no product

_EACH_OF = re.compile(
    r"(?:,? (?:each|of which|that|which|every one))? ?(?:of|with|containing|holding|comprising|having|consisting of|made up of|has|have|had|having)(?: up to| a| an| the)? "
)
_DIVIDED = re.compile(
    r"\b(?:organi[sz]ed|divided|arranged|split|grouped|separated|broken(?: up)?|drawn) (?:up )?(?:into|in) (?:the )?(?:[a-z]+ )?\Z"
)
_EACH = re.compile(r"\beach\b")
_ANOTHER = re.compile(r"[.;:]|\b(?:and|but|while|plus|or|more|another|other)\b")


def by_groups(passage: Passage) -> Iterator[Claim]:
    """The claims of so many groups, of so many each, and how many that makes."""
    text = passage.document.text
    for count, rate in pairwise(passage.figures):
        between = passage.between(count, rate)
        noun = _noun(rate)
        if not noun or not _EACH_OF.fullmatch(between) or not _noun(count) or _noun(count) == noun:
            continue
        if count.quantity.size < FEW or rate.quantity.size < FEW:
            continue
        home = passage.document.sentence(count.start)
        inside = passage.within(home.start, home.end) if home else ()
        totals = [each for each in inside if each is not rate and _noun(each) == noun]
        if len(totals) != 1:
            continue
        (total,) = totals
        first, last = sorted((total, count if total.start < count.start else rate), key=lambda figure: figure.start)
        lead = text[first.end : last.reach.start]
        if len(lead) > NEAR:
            continue
        made = count.quantity.size * rate.quantity.size == total.quantity.size
        whole = total is first and _DIVIDED.search(lead) and _EACH.search(between) and not _ANOTHER.search(lead)
        if made or (whole and closes(passage, rate)):
            roles = (("total", total), ("count", count), ("rate", rate))
            yield Claim("rate", tuple(sorted(roles, key=lambda each: each[1].span)))


def _noun(figure: Figure) -> str:
    """What a figure counts, exactly and not per anything; empty for others."""
    quantity = figure.quantity
    exact = quantity.hedge is None and quantity.upper is None and quantity.when is None and not quantity.unit.per
    return quantity.unit.name if exact and quantity.unit.kind is Kind.COUNT else ""
