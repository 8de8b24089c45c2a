"""Two amounts, and how many times the one is the other."""

from typing import Any

from factcheck.relations import AMOUNT, FACTOR, Example, Silent, of_one_noun, relation


@relation(
    reads="rounded",
    roles={"factor": FACTOR, "new": AMOUNT, "old": AMOUNT},
    frames={
        "en": [
            "{factor} & TO .. {new} & FROM .. {old}",
            "{factor} ... FROM .. {old} TO .. {new}",
            "{factor} ... (... FROM .. {old} TO .. {new})",
            "{factor} ... {_=D} (.. CHANGE FROM .. {old} TO .. {new})",
            "{factor} ... their|its|his|her ... FROM .. {old} TO .. {new}",
            "{new} // ... CHANGE ... {factor} ... , which is .. {old}",
            "{new}, or .. {factor} the ... {old}",
            "{new} PAUSE .. {factor} the ... {old}",
            "{new} // ... {factor} ... , which is .. {old}",
            "{factor} // ... {new} .. FROM .. {_} and from .. {old}",
            "{factor} // ... {new} .. FROM .. {old}",
            "{new}, or .. {factor} ... {old=CUNYB}",
            "{new} PAUSE .. {factor} .. {old}",
            "{new} is|was|were|are .. {factor} .. {old}",
            "{new}, {factor} .. {old}",
            "{old} // ... {factor} TO .. {new}",
        ]
    },
    says={"factor": "{new} is {factor} {old}"},
    examples=[
        Example("The budget doubled to $4 million from $2 million."),
        Example(
            "The budget tripled to $4 million from $2 million.", finds="$4 million is twice $2 million, not three times"
        ),
        Example("Prices rose 3.9%, more than double the 1.7% goal."),
        Silent("The prize has doubled since 1999."),
    ],
    candidates=of_one_noun,
)
def factor(new: Any, old: Any) -> Any:
    """Two amounts, and how many times the first is the second."""
    return new / old
