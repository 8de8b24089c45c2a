"""When something began, when it ended, and how long it is said to have lasted."""

from typing import Any

from factcheck.relations import DATE, LENGTH, Example, Silent, relation


@relation(
    reads="rounded",
    roles={"start": DATE, "end": DATE, "length": LENGTH},
    frames={
        "en": [
            "{length} ({start} -|to {end})",
            "{length} ... , FROM {start} TO {end}",
            "FROM {start} TO|until {end}, .. {length}",
            "{length} FROM {start} TO|until {end}",
        ]
    },
    says={"length": "{start} to {end} is {length}"},
    examples=[
        Example("The war lasted four years (1914-1918)."),
        Example("The war lasted seven years (1914-1918).", finds="1914 to 1918 is four years, not seven years"),
        Silent("The war of 1914 to 1918 was long."),
    ],
)
def length(start: Any, end: Any) -> Any:
    """When something began, when it ended, and how long it lasted."""
    return end - start
