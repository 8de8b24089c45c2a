"""When something began, when it ended, and how long it is said to have lasted."""

from typing import Any

from factcheck.relations import DATE, LENGTH, Example, Silent, relation


@relation(
    reads="rounded",
    roles={"start": DATE, "end": DATE, "length": LENGTH},
    frames={
        "en": [
            "{length} ({start} -|to {end})",
            "{length} ... FROM {start} to|until|till|through {end}",
            "{length} ... FROM {start} BREAK {end}",
            "between {start} and {end}, .. {length}",
            "{length} ... between {start} and {end}",
            "FROM {start} to|through .. {end}, .. {length}",
            "FROM {start} BREAK .. {end}, .. {length}",
            "from {start} BREAK ... {end} PAUSE .. {length}",
            "in {start} ... for {length} BREAK ... in {end}",
            "in|on {start} ... took .. {length} [,] BREAK {end}",
            "in|on {start} ... {end} PAUSE [only|just] {length} later|after",
            "{start} ... {end} PAUSE [only|just] {length} later|after",
            "in|on {start} PAUSE {length} before ... {end}",
            "in|on {start} ... {length} later PAUSE in|on {end}",
            "OPENED in {start} ... marks|marked|celebrates|celebrated|marking|celebrating .. {length} ... in {end}",
            "OPENED in {start} ... marks|marked|celebrates|celebrated|marking|celebrating .. {length=O} anniversary|birthday ... {end}",
            "in {end} PAUSE ... {length=O} anniversary ... in {start}",
        ]
    },
    says={"length": "{start} to {end} is {length}"},
    examples=[
        Example("The war lasted four years (1914-1918)."),
        Example("The war lasted seven years (1914-1918).", finds="1914 to 1918 is four years, not seven years"),
        Example("The mill, opened in 1931, marked its 45th anniversary in 1976."),
        Example("The mill, opened in 1931, marked its 50th anniversary in 1976.", finds="is"),
        Example("The stamp was last printed in 1939 and was withdrawn in 1952, 13 years later."),
        Silent("The war of 1914 to 1918 was long."),
    ],
)
def length(start: Any, end: Any) -> Any:
    """When something began, when it ended, and how long it lasted."""
    return end - start
