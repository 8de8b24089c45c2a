"""So much for each, how many, and what that comes to."""

from typing import Any

from factcheck.relations import COUNT, RATE, Example, Silent, relation


@relation(
    reads="rounded",
    roles={"total": RATE, "rate": RATE, "count": COUNT},
    frames={"en": [
        "{count} ... at {rate} each|apiece, .. {total}",
        "{count} ... for {rate} ... , or {total}",
        "{count} ... for {total}, or {rate}",
        "{total} FROM|over .. {count} PAUSE [or] {rate}",
        "{total} ... over .. {count} PAUSE or {rate}",
        "{count} at {rate} = {total}",
        "{rate} x|× {count} = {total}",
        "{count} x|× {rate} = {total}",
    ]},
    says={"total": "{count} at {rate} is {total}"},
    examples=[
        Example("The firm sold 750,000 shares for $1 million, or $1.35 a share."),
        Example("The firm sold 750,000 shares for $3 million, or $1.35 a share.", finds="is $1 million, not $3 million"),
        Example("The grant is $2.4 million over three years, or $800,000 a year."),
        Silent("The firm sold 750,000 shares at $1.35 a share."),
    ],
)
def total(rate: Any, count: Any) -> Any:
    """So much for each, how many there are, and what that comes to."""
    return rate * count
