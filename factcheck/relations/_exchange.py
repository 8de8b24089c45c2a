"""Exchange: whether two amounts are prices of one currency in another, which fall as that one rises.

In: a Passage and a new and an old amount. Out: whether they are such prices. The one idea: "the dollar fell to $1.31 per
euro" is a rise of the number.
"""

from __future__ import annotations

import re

from factcheck import units
from factcheck.model import Figure, Passage
from factcheck.units import Kind

_PRICED = re.compile(
    r"(?<!\d )(?<!illion )\b(dollar|euro|pound|sterling|yen|franc|mark|lira|rupee|rouble|ruble|yuan|peso|krona|krone|rand|real|won)\b",
    re.IGNORECASE,
)


def exchange_rate(passage: Passage, new: Figure, old: Figure) -> bool:
    """Whether they are prices of another currency in the one that moved: "the dollar fell to $1.3060 per euro"."""
    first = min(new, old, key=lambda figure: figure.start)
    home = passage.document.sentence(first.start)
    named = list(_PRICED.finditer(passage.document.text, home.start, first.start)) if home is not None else []
    priced = next((each for each in (_PER.match(passage.document.text, f.end) for f in (new, old)) if each), None)
    if home is not None and _CROSS.search(passage.document.text, home.start, first.start):
        return True
    if priced is not None and (not named or named[-1][1].lower() != priced[1].lower()):
        return True  # "the kwacha fell from 2.20 to the dollar to 15": the more of them, the lower
    if not named:
        return False
    moved = named[-1]
    if moved[1].lower() in _PER_DOLLAR and new.quantity.unit.kind is Kind.NUMBER:
        return True  # "the yen strengthened to 108 from 110"
    quoted = _TO_THE.search(passage.document.text, home.start, home.end) if home is not None else None
    if quoted is not None and quoted[1].lower() != named[0][1].lower():
        return True  # "the won, at 1,962 to the dollar in May, strengthened to 1,386 from 1,401"
    own = units.table().names.get({"sterling": "pound"}.get(moved[1].lower(), moved[1].lower()))
    unit = new.quantity.unit
    if unit.kind is Kind.CURRENCY and own is not None:
        return any(each.dimension == unit.dimension for each in (own, *own.others))
    return unit.kind is Kind.NUMBER and _PER.match(passage.document.text, new.end) is not None


# Currencies of which a dollar buys many: their number falls as they rise.
_PER_DOLLAR = frozenset("yen franc mark lira rupee rouble ruble yuan peso krona krone rand real won".split())
_TO_THE = re.compile(
    r"\d (?:per|to the|to one) (?:U\.?S\.? )?(dollar|euro|pound|sterling|yen|mark|franc)\b", re.IGNORECASE
)


_PER = re.compile(
    r" (?:[a-z]+ )?(?:per|to the|a|against the|to one) (?:U\.?S\.? )?(dollar|euro|pound|sterling|yen|mark|franc|currency)\b",
    re.IGNORECASE,
)


# "The yen/dollar rate rose to 158 yen", "the value of the yen against the dollar rose to 161": which way is up is open.
_CROSS = re.compile(
    r"\b(?:yen|mark|franc|dollar|sterling|pound|euro|lira)/(?:yen|mark|franc|dollar|sterling|pound|euro|lira)\b|\b(?:rate|value) of the [a-z]+ against\b",
    re.IGNORECASE,
)
