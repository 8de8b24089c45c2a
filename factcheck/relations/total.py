"""Parts, and the total they add up to."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from factcheck.interval import Interval
from factcheck.model import Claim, Figure, Form, Passage
from factcheck.relations import AMOUNT, Example, Silent, relation
from factcheck.units import Kind


def whole(passage: Passage, found: list[Claim]) -> Iterable[Claim]:
    """What is left of a whole may be left after more parts than the nearest: all that stand before it are tried."""
    for claim in found:
        if (
            not claim.words
            and _in_apposition(passage, claim)
            and claim.figures("total")[0].quantity.unit.name != "person"
        ):
            continue  # "48 patients, 12 nurses and 3 doctors" is a list, "15 people, 12 nurses and 3 doctors" a sum
        if not claim.words or len(claim.roles) != 2:
            yield claim
            continue
        first = claim.roles[0][1]
        earlier = [
            figure for figure in passage.figures if figure.end <= first.start and first.start - figure.end < REACH
        ]
        ratios = [figure for figure in reversed(earlier[-6:]) if _ratio(figure)]
        if not ratios:
            yield claim
            continue
        readings = tuple(
            tuple(("part", figure) for figure in (*reversed(ratios[:count]), first, claim.roles[1][1]))
            for count in range(1, len(ratios) + 1)
        )
        # with other shares at hand the two alone prove nothing wrong: only a reading that holds is worth a word
        fitting = [roles for roles in (claim.roles, *readings) if _makes_whole(roles)]
        if fitting:
            yield replace(claim, roles=fitting[0])


def _in_apposition(passage: Passage, claim: Claim) -> bool:
    """Whether the parts follow the total with nothing but a comma or a dash between."""
    (first, total), (second, part) = claim.roles[:2]
    return (first, second) == ("total", "part") and passage.between(total, part).strip() in (",", "-", "–", "—")


REACH = 300  # code points back, about two sentences


def _ratio(figure: Figure) -> bool:
    return figure.quantity.unit.kind is Kind.PERCENT or figure.quantity.number.form is Form.FRACTION


def _makes_whole(roles: tuple[tuple[str, Figure], ...]) -> bool:
    parts = Interval.point(0)
    for _, figure in roles:
        parts = parts + figure.quantity.base()
    return 1 in parts


@relation(
    reads="rounded",
    roles={"part": AMOUNT, "minus": AMOUNT, "total": AMOUNT},
    frames={
        "en": [
            "{part+} and .. {part}, SUM {total}",
            "{part+} and .. {part} ... SUM {total}",
            "SUM {total}: .. {part+} and .. {part}",
            "{total}: .. {part+} and .. {part}",
            "{total=N} PAUSE {part+=N} and .. {part=N}",
            "SUM {total} .. , {part+} and .. {part}",
            "{part+} and .. {part} PAUSE .. {total} altogether",
            "{part+} and .. {part} PAUSE .. {total} in all|total",
            "of .. {total=N}, {part=N} .. men|male|boys .. and {part=N} .. women|female|girls",
            "of .. {_=N} ... , {part=P} .. men|male|boys ... {part=P} .. {total:WOMEN}",
            "{total} = {part} + {part}",
            "{part} + {part} = {total}",
            "{total} ... COMPRISE .. {part+} ... and .. {part}",
            "{total:SPLIT} ... {part+=P} and .. {part=P}",
            "{part=N} of .. {total=N} ... REST .. {part=N}",
            "{part=N} of .. {total=N} ... // ... REST .. {part=N}",
            "{total=N} [{_=N}] [{_=U}] ... // {part=N} of these|them|the|those ... REST .. {part=N}",
            "{total:VOTED} ... {part=P} to {part=P}",
            "{part=P} ... {total:LEAVES} {part=P}",
            "{total} ... , of which {part} ... and {part}",
            "{part=P} ... {total:REST} .. {part=P}",
            "{part=P} // ... {total:REST} .. {part=P}",
        ]
    },
    says={"total": "{part}[ less {minus}] make {total}", "not": "not 100%"},
    examples=[
        Example("The fund paid $6.1 million and $1.2 million, in total $7.3 million."),
        Example(
            "The fund paid $6.1 million and $1.2 million, in total $8.3 million.",
            finds="$6.1 million and $1.2 million make $7.3 million, not $8.3 million",
        ),
        Example("About 85% of the plots are sown. The remaining 15% lie fallow."),
        Example(
            "Some 65% of the plots are sown. The remaining 45% lie fallow.", finds="65% and 45% make 110%, not 100%"
        ),
        Example("The blast killed 12 people, seven soldiers and five civilians."),
        Example(
            "The blast killed 14 people, seven soldiers and five civilians.",
            finds="seven soldiers and five civilians make 12 people, not 14 people",
        ),
        Silent("The ward has 48 patients, 12 nurses and three doctors."),
        Silent("Some 18% of teachers and 11% of nurses agreed."),
    ],
    candidates=whole,
)
def total(*part: Any, minus: Any = ()) -> Any:
    """Parts, and the total they add up to; percentages of one whole make 100."""
    return sum(part) - sum(minus)
