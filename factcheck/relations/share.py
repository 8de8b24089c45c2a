"""A part, the whole it is taken from, and the share it is said to be."""

import re
from collections.abc import Iterable
from typing import Any

from factcheck.model import Claim, Figure, Passage
from factcheck.relations import AMOUNT, RATIO, Example, Silent, relation


def of_a_whole(passage: Passage, found: list[Claim]) -> Iterable[Claim]:
    """Not where what follows "of" stands for the whole, and the figure behind it is something else."""
    for claim in found:
        parts, wholes = claim.figures("part"), claim.figures("whole")
        between = passage.document.text[parts[0].end : wholes[0].start] if parts[0].end <= wholes[0].start else ""
        if (
            parts[0].quantity.value > wholes[0].quantity.value
            and parts[0].quantity.unit.kind is wholes[0].quantity.unit.kind
        ):
            continue  # what is more than another amount is no part of it
        if not _OTHER.search(between) and _sole(passage, wholes[0], parts[0]):
            yield claim


def _sole(passage: Passage, whole: Figure, part: Figure) -> bool:
    """Whether the whole stands in the part's sentence, or is the only figure of its sort in the one before."""
    home = passage.document.sentence(whole.start)
    if home is None or home.start <= part.start < home.end:
        return True
    beside = passage.within(home.start, home.end)
    return not any(each is not whole and each.quantity.comparable(whole.quantity) for each in beside)


_OTHER = re.compile(r"\b(?:them|us|you|which|whom|it|with|plus|aged|under|over|older|younger)\b")


@relation(
    reads="rounded",
    roles={"part": AMOUNT, "whole": AMOUNT, "share": RATIO},
    frames={
        "en": [
            "{part} of|in|from .. {whole} ({share}",
            "{part} of .. {whole} ... ({share})",
            "{part} out of .. {whole} ... ({share}",
            "{part} [out] of .. {whole} .. PAUSE [or] {share} !of",
            "{part} of .. {whole} .. PAUSE [or] {share} of the total|them|all|these|those",
            "{part} of .. {whole} ... - {share}",
            "{part} of .. {whole} ... , or {share} !of",
            "{part} of .. {whole} ... , a|the .. share|rate|proportion|percentage|turnout of {share}",
            "{whole} // ... {share} of the total|this|that .. PAUSE [or] {part}",
            "{whole} // ... {part}, or {share} of the total|this|that",
            "{whole} .... {share} of it|that|this|which .. PAUSE [or] {part}",
            "{whole} // ... {part} of them|these|those, [or] {share}",
            "{whole} // ... {part} of them|these|those ({share}",
            "{whole} ... , {part} of them|whom|which, [or] {share} !of",
            "{whole} ... , {part} of them|whom|which ({share}",
            "{part} of .. {whole} .... so .. is .. {share}",
            "of .. {whole} ... , .. {part} ... ({share})",
            "of .. {whole} ... , .. {part} .. PAUSE [or] {share} !of",
            "of .. {whole} ... , .. {part} ... , or {share} !of",
            "of .. {whole} ... , .. {part} ... , a|the .. rate|share|proportion|percentage|turnout of {share}",
            "@ of .. {whole} ... , ... {part} of that ... // ... {share}",
            "{whole} ... and {part} ... , so the .. rate is {share}",
            "{whole} ... of whom|which .. {part} ... , or {share} !of",
            "{whole} ... of whom|which .. {part} ... ({share}",
            "{whole} ... , .. {share} of them|whom|which PAUSE [or] {part}",
            "{whole} ... {share} of them - {part}",
            "{whole} ... ; {share} of them, {part}",
            "{whole} // ... {share} of them|these|those PAUSE {part}",
            "{whole} ... of which .. {part} ... , or {share} !of",
            "{whole=C} ... {share=P} .. PAUSE or {part=C}",
            "{whole}, with {share} .. , {part}",
            "{part} .. in a population of {whole} .. PAUSE .. {share}",
            "{share} of .. {whole} .. PAUSE [or|about] {part}",
            "{share} of .. {whole} .. ({part}",
            "{share} ({part}) of .. {whole}",
            "{share} ({part} of .. {whole})",
            "{share} .. , or {part} of .. {whole}",
            "{share} of .. ({part} of .. {whole})",
            "{part} ({share}) of .. {whole}",
            "{part} .. PAUSE [or|about] {share} of .. {whole}",
            "{part} or {share} of .. {whole}",
            "{part} .. [,] equal|equivalent to {share} of .. {whole}",
            "{part} .. which is|was {share} of .. {whole}",
            "{part} .. represents|representing|represented|makes|made|accounting|accounts .. {share} of .. {whole}",
        ]
    },
    says={"share": "{part} of {whole} is {share}"},
    examples=[
        Example("12 of 48 patients (25%) relapsed."),
        Example("12 of 48 patients (40%) relapsed.", finds="12 of 48 patients is 25%, not 40%"),
        Example("Some 31% of the 13 samples, or 4, failed."),
        Example("Of the 1,204 ballots, 301 (25%) were spoiled."),
        Silent("Sales rose 9 per cent to $165 million."),
        Silent("The city has 1.2 million people, 400,000 of them under 18, or a third."),
    ],
    candidates=of_a_whole,
)
def share(part: Any, whole: Any) -> Any:
    """A part, the whole it is taken from, and the share it is said to be."""
    return part / whole
