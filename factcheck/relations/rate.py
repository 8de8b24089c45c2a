"""So much for each, how many, and what that comes to."""

from typing import Any

from factcheck.relations import COUNT, RATE, Example, Silent, relation


@relation(
    reads="rounded",
    roles={"total": RATE, "rate": RATE, "count": COUNT},
    frames={
        "en": [
            "{count} ... at {rate=BCN} each|apiece PAUSE .. {total=CUN}",
            "{count} ... for {rate=B} PAUSE or {total=C}",
            "{count} ... for {rate=B} ... , or {total=C}",
            "{count} ... at {rate=B} PAUSE or {total=C}",
            "{count} ... for {total=C} PAUSE or {rate=B}",
            "{count} ... for .. {total=C} ... , or {rate=B}",
            "{total=C} over .. {count=Y} PAUSE [or] .. {rate=CB}",
            "{total=C} ... for .. {count=N} PAUSE or .. {rate=B}",
            "{total=C} ... {rate=C} for each of .. {count=N}",
            "{total=NC} for {count=N}, .. average of {rate=BN}",
            "{total=C} ... {count=N} ; that is {rate=B}",
            "{total=C} ... {count=N} .. , .. {rate=BC} for each",
            "{count=N} .. , so .. {total=C} ... each .. {rate=C}",
            "{rate=B} on .. {count=NU} ... {total=C}",
            "at the {rate=B} ... , the {count=U} .. would|could|might ... {total=C}",
            "{count=NU} ... at {rate=B} ... , worth|totalling|for .. {total=C}",
            "{count=NUY} at|@ {rate=BC} = {total=C}",
            "{rate=BCNUP} x|×|* {count=NUY} = {total=BCNU}",
        ]
    },
    says={"total": "{count} at {rate} is {total}"},
    examples=[
        Example("The firm sold 750,000 shares for $1 million, or $1.35 a share."),
        Example(
            "The firm sold 750,000 shares for $3 million, or $1.35 a share.", finds="is $1 million, not $3 million"
        ),
        Example("The grant is $2.4 million over three years, or $800,000 a year."),
        Silent("The firm sold 750,000 shares at $1.35 a share."),
    ],
)
def total(rate: Any, count: Any) -> Any:
    """So much for each, how many there are, and what that comes to."""
    return rate * count
