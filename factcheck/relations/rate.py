"""So much for each, how many, and what that comes to."""

from collections.abc import Iterable
from typing import Any

from factcheck.model import Claim, Passage
from factcheck.relations import COUNT, RATE, Example, Silent, relation
from factcheck.units import Kind


def counted(passage: Passage, found: list[Claim]) -> Iterable[Claim]:
    """Only where what is counted is what the rate is per: shares at so much a share."""
    for claim in found:
        (rate,), (count,) = claim.figures("rate"), claim.figures("count")
        per, unit = rate.quantity.unit.per, count.quantity.unit
        if per and unit.kind is Kind.COUNT and unit.name != per and not unit.name.endswith(f" {per}"):
            continue
        if not per and unit.kind is Kind.PHYSICAL and unit.dimension == "[time]":
            continue
        yield claim


@relation(
    reads="rounded",
    roles={"total": RATE, "rate": RATE, "count": COUNT},
    frames={
        "en": [
            "{count} ... at {rate=BCN} each|apiece PAUSE .. {total=CUN}",
            "{count} ... for {rate=B} PAUSE or {total=C}",
            "{count=N} ... at .. {rate=CB} .. , for a total of {total=C}",
            "{count=N} ... {total=C} ... , a|an .. average of {rate=B}",
            "{rate=N} ... each of .. {count=N} .. , or .. {total=N} in all",
            "{count} ... for {rate=B} ... , or {total=C}",
            "{count} ... at {rate=B} PAUSE or {total=C}",
            "{count} ... for {total=C} PAUSE or {rate=B}",
            "{count} ... for .. {total=C} ... , or {rate=B}",
            "{total=C} over .. {count=Y} PAUSE [or] .. {rate=CB}",
            "{total=C} ... for .. {count=N} PAUSE or .. {rate=B}",
            "{count=N} & for|at {rate=B} PAUSE or {total=C}",
            "{count=N} & for .. {total=C} PAUSE or {rate=B}",
            "{total=C}, which CHANGE ... {rate=C} for each of .. {count=N}",
            "{total=C} ... {rate=C} for each of .. {count=N}",
            "{total=NC} for {count=N}, .. average of {rate=BN}",
            "{total=C} ... {count=N} ; that is {rate=B}",
            "{total=C} ... {count=N} .. , .. {rate=BC} for each",
            "{count=N} .. , so .. {total=C} ... each .. {rate=C}",
            "{rate=B} on .. {count=NU} ... {total=C}",
            "at .. {rate=BC} .. , the {count=NU} .. would|could|might ... {total=C}",
            "{count=NU} ... at {rate=B} ... , worth|totalling|for .. {total=C}",
            "{count=NUY} at|@ {rate=BC} = {total=C}",
            "{rate=BCNUP} x|×|* {count=NUY} = {total=BCNU}",
        ]
    },
    says={"total": "{count} at {rate} is {total}"},
    examples=[
        Example("The firm sold 750,000 shares for $1 million, or $1.35 a share."),
        Example(
            "The firm sold 750,000 shares for $3 million, or $1.35 a share.",
            finds="750,000 shares at $1.35 a share is $1 million, not $3 million",
        ),
        Example("The grant is $2.4 million over three years, or $800,000 a year."),
        Silent("The firm sold 750,000 shares at $1.35 a share."),
    ],
    candidates=counted,
)
def total(rate: Any, count: Any) -> Any:
    """So much for each, how many there are, and what that comes to."""
    return rate * count
