"""A full date and the day of the week it is said to be."""

from typing import Any

from factcheck.relations import DATE, WEEKDAY, Example, Silent, relation


@relation(
    reads="as_printed",
    roles={"date": DATE, "weekday": WEEKDAY},
    frames={"en": [
        "{weekday} [,] {date}",
        "{weekday} [,] [the] {date}",
        "{date} [,] {weekday}",
        "{date} ({weekday})",
        "{date} was|is|fell|falls [on] [a] {weekday}",
    ]},
    says={"weekday": "{date} is a {weekday}"},
    examples=[
        Example("The council met on Tuesday, 12 September 2017."),
        Example("The council met on Monday, 12 September 2017.", finds="12 September 2017 is a Tuesday, not Monday"),
        Silent("The council met on Monday, 12 September."),
    ],
)
def weekday(date: Any) -> Any:
    """A full date and the day of the week it is said to be."""
    return (date - 1) % 7
