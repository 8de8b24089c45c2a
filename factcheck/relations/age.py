"""When someone was born, a later date, and the age then."""

from typing import Any

from factcheck.relations import AGE, DATE, Example, Silent, relation


@relation(
    reads="rounded",
    roles={"birth": DATE, "at": DATE, "age": AGE},
    frames={
        "en": [
            "born .. {birth} ... died ... {at} ... {age}",
            "born .. {birth} // ... died ... {at} ... {age}",
            "({birth} - {at}) ... {age}",
            "born .. {birth} ... turned {age} ... in|on {at}",
            "({birth} - {at}, {age})",
        ]
    },
    says={"age": "from {birth} to {at} is {age}"},
    examples=[
        Example("She was born on 23 January 1928 and died on 31 July 2017, aged 89."),
        Example("She was born on 23 January 1928 and died on 31 July 2017, aged 98.", finds="is 89"),
        Silent("He was 54 and lived in Leeds."),
    ],
)
def age(birth: Any, at: Any) -> Any:
    """When someone was born, a later date, and the age in whole years then."""
    return at - birth
