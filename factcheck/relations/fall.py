"""A fall in per cent, and what it leaves: of what cannot be below nothing no more than all of it can go."""

import re
from collections.abc import Iterable
from typing import Any

from factcheck.interval import Interval
from factcheck.model import Claim, Figure, Passage
from factcheck.relations import RATIO, WORD, Example, Silent, relation
from factcheck.units import Kind

_FELL = re.compile(
    r"\b(?:f[ae]ll(?:en|s|ing)?|dropp(?:ed|ing)|drops?|declin(?:ed?|es|ing)|shr[aiu]nk|shrinking|plung(?:ed|es|ing)|slump(?:ed|s|ing)"
    r"|plummet(?:ed|s|ing)|tumbl(?:ed|es|ing)|decreas(?:ed?|es|ing)|(?:was|were|been|is|are) (?:cut|reduced|down)|cut (?:its|their|the) [a-z ]{3,30})"
    r"(?: by| of)?(?: (?:an? )?(?:about|some|nearly|almost|more than|over|staggering|huge|whopping))? \Z"
)
# What may go below nothing, so that it can fall by more than all of it.
_SIGNED = re.compile(
    r"\b(?:profits?|loss(?:es)?|earnings|incomes?|surplus|deficits?|balances?|margins?|results?|returns?|growth|gains?|flows?|ebitda"
    r"|net|temperatures?|votes? of confidence|spreads?|yields?|rates?|oil|futures|options|sentiment|confidence|index|score)\b",
    re.IGNORECASE,
)


# "A 120% discount", "120% off", "a price cut of 150%".
_OFF = re.compile(
    r" (?:off(?! the)\b|(?:price )?(?:discount|markdown|mark-down|rebate)s?\b|(?:price )?(?:cut|reduction|decrease|decline|drop) (?:in|on|to)\b)"
)
_A_CUT = re.compile(
    r"\b(?:discount|markdown|rebate|reduction|decrease|drop|decline|(?:price|pay|job|budget|tax) cut)s? of (?:up to |about |more than |almost |nearly )?\Z"
)


def of_all(passage: Passage, found: list[Claim]) -> Iterable[Claim]:
    """Falls by a hundred per cent or more, where the sentence speaks of nothing that could go below nought."""
    text = passage.document.text
    for figure in passage.figures:
        quantity = figure.quantity
        if (
            quantity.unit.kind is not Kind.PERCENT
            or quantity.upper
            or quantity.size < 1
            or not _says_a_fall(passage, figure)
        ):
            continue
        home = passage.document.sentence(figure.start)
        if home is not None and not _SIGNED.search(text, home.start, home.end):
            yield Claim("fall", (("rate", figure),), (("left", Interval.between(0, 1)),))


def _says_a_fall(passage: Passage, figure: Figure) -> bool:
    """Whether the words before a percentage, or behind it, make it a fall: "fell by 120%", "120% off"."""
    behind = _OFF.match(passage.document.text, figure.end) is not None
    return behind or passage.led_by(_FELL, figure, 60) or passage.led_by(_A_CUT, figure, 40)


@relation(
    reads="rounded",
    roles={"rate": RATIO, "left": WORD},
    says={"left": "a fall of {rate} leaves {left}"},
    examples=[
        Example("Sales of coal fell by 100% in ten years."),
        Example("Sales of coal fell by 120% in ten years.", finds="a fall of 120% leaves -20%"),
        Example("The number of herons has dropped 150% since 1990.", finds="a fall of 150% leaves -50%"),
        Example("The shop offers a 120% discount on lamps.", finds="a fall of 120% leaves -20%"),
        Silent("Sales of coal fell by 90% in ten years."),
        Silent("Profit fell 120%, and the mill made a loss."),
        Silent("The price rose 120% in a year."),
        Silent("The temperature dropped 120% in a night."),
    ],
    candidates=of_all,
)
def left(rate: Any) -> Any:
    """A fall in per cent, which leaves no less than nothing."""
    return 1 - rate
