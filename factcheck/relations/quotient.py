"""Two sums, and what each is a share: both give a number of shares, which one year seldom makes several times the other."""

import re
from collections.abc import Iterable
from fractions import Fraction
from itertools import pairwise
from typing import Any

from factcheck.interval import Interval
from factcheck.model import Claim, Figure, Passage
from factcheck.relations import MONEY, RATE, WORD, Example, Silent, relation
from factcheck.units import Kind

# Shares are issued, split and bought back, and preferred dividends come off what is a share: of 88 such pairs in one
# sentence of 15,000 wire stories of 1987, none lay three times apart (read in November 2026). A slip of the decimal or the unit does.
DRIFT = Interval.between(Fraction(1, 5), 5)
_OR = re.compile(r",? (?:or|equal to|equivalent to) (?:about |roughly |nearly )?\Z")
_LOSS = re.compile(
    r"\b(?:loss(?:es)?|lost|deficit|split|dilut\w+(?! (?:common )?shares?\b)|charges?|special|extraordinary)\b",
    re.IGNORECASE,
)


def a_share(passage: Passage, found: list[Claim]) -> Iterable[Claim]:
    """Neighbours among the sums of one sentence that are said again by the share, where none is a loss and no share is split."""
    text = passage.document.text
    for home in passage.document.sentences:
        figures = [each for each in passage.within(home.start, home.end) if each.quantity.when is None]
        if len(figures) < 4 or _LOSS.search(text, home.start, home.end):
            continue
        pairs = [(total, each) for total, each in pairwise(figures) if _said_again(passage, total, each)]
        for (former, one), (latter, other) in pairwise(pairs):
            if _priced(one) and former.quantity.unit.dimension == latter.quantity.unit.dimension:
                roles = (("former", former), ("one", one), ("latter", latter), ("other", other))
                yield Claim("quotient", roles, (("drift", DRIFT),))


def _said_again(passage: Passage, total: Figure, each: Figure) -> bool:
    """Whether a sum is followed by what it comes to a share: "$94.2m, or 89 cents a share"; the second time "a share" is left out."""
    a, b = total.quantity, each.quantity
    money = a.unit.kind is b.unit.kind is Kind.CURRENCY and a.unit.dimension == b.unit.dimension
    if not money or a.unit.per or a.upper or b.upper or (b.unit.per and not _priced(each)):
        return False
    if min(a.number.value, b.number.value) <= 0 or a.value < LEAST * b.number.value * b.unit.factor:
        return False
    return _OR.fullmatch(passage.between(total, each)) is not None


LEAST = 10_000  # shares that a firm with results has


def _priced(figure: Figure) -> bool:
    return figure.quantity.unit.per in ("share", "unit")


@relation(
    reads="rounded",
    roles={"former": MONEY, "one": RATE, "latter": MONEY, "other": RATE, "drift": WORD},
    says={"drift": "{former} at {one} makes {drift} of the shares that {latter} at {other} makes"},
    examples=[
        Example("Net income was $94.2 million, or 89 cents a share, against $85 million, or 83 cents a share."),
        Example(
            "Net income was $94.2 million, or 8.9 cents a share, against $85 million, or 83 cents a share.",
            finds="$94.2 million at 8.9 cents a share makes 1,034% of the shares that $85 million at 83 cents a share makes",
        ),
        Example("The mill earned £2.4m, or 12p a share, against £1.1m, or 6p, a year before."),
        Example(
            "The mill earned £2.4m, or 12p a share, against £1.1bn, or 6p, a year before.",
            finds="£2.4m at 12p a share makes 0.109% of the shares that £1.1bn at 6p makes",
        ),
        Silent("It earned £33m, or 32p a share, against a loss of £9m, or £1.23 a share."),
        Silent("It sold the mill for £2.4m, or £12 a spindle, and the yard for £1.1m, or £90,000 a ship."),
        Silent("Profit was £2.4m, or 12p a share. A rival made £1.1m, or 90p a share."),
    ],
    candidates=a_share,
)
def drift(former: Any, one: Any, latter: Any, other: Any) -> Any:
    """Two sums and what each is a share: both must give about the same number of shares."""
    return former / one / latter * other
