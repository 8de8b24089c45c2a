"""A part, the whole it is taken from, and the share it is said to be."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from factcheck.model import Claim, Figure, Passage
from factcheck.relations import AMOUNT, RATIO, Example, Silent, relation
from factcheck.relations._agreeing import shares
from factcheck.relations._named import Named
from factcheck.relations._shares import AGAINST, of_a_group_between
from factcheck.relations._spoken import apart_from
from factcheck.units import Kind


def of_a_whole(passage: Passage, found: list[Claim]) -> Iterable[Claim]:
    """What the frames found, and shares of a whole that is named again: "sales were $80m ... a profit of $8m, or 10% of sales"."""
    framed = list(_framed(passage, found))
    framed += [each for claim in framed for each in _alongside(passage, claim, framed)]
    yield from framed
    named = Named(passage, framed)
    again = [claim for claim in named.claims() if not of_a_group_between(passage, *_three(claim))]
    yield from again
    yield from named.cuts()
    known = [*framed, *again]
    yield from apart_from(known, shares(passage, known))


def _three(claim: Claim) -> tuple[Figure, Figure, Figure]:
    (part,), (whole,), (share,) = (claim.figures(role) for role in ("part", "whole", "share"))
    return part, whole, share


def _alongside(passage: Passage, claim: Claim, framed: list[Claim]) -> Iterator[Claim]:
    """The shares in brackets behind one of the same whole: "of the 48 patients, 12 (25%) relapsed and 6 (12%) died"."""
    part, whole, share = _three(claim)
    home, text = passage.document.sentence(share.start), passage.document.text
    if home is None or text[part.end : share.start] != " (" or not whole.start < part.start or whole.start < home.start:
        return
    taken = {figure.span for each in framed for _, figure in each.roles}
    for other, its in pairwise(passage.within(share.end, home.end)):
        beside = text[other.end : its.reach.start] == " (" and text.startswith(")", its.end)
        if not beside or its.quantity.unit.kind is not Kind.PERCENT or {other.span, its.span} & taken:
            continue
        if _OTHER_WHOLE.search(text, share.end, its.end):
            return
        nouns = {each.quantity.unit.name for each in (whole, part, other) if each.quantity.unit.kind is Kind.COUNT}
        if text.startswith(" of", its.end + 1) or len(nouns) > 1:
            continue
        if _DATED.match(text, its.end) or not other.quantity.comparable(part.quantity):
            continue
        wholes = [each for each in (whole, part) if each.quantity.value > other.quantity.value]
        fits = [each for each in wholes if other.quantity.base() / each.quantity.base() & its.quantity.base()]
        if wholes and fits in ([], [whole]):  # "103 (25%) left, 30 (29%) to rivals"
            yield Claim("share", (("whole", whole), ("part", other), ("share", its)))


_DATED = re.compile(r"\) in (?:the )?(?:[A-Z][a-z]+ )?\d{4}\b")
_OTHER_WHOLE = re.compile(r"[;:]|\bof (?:the|its|their|those|these|them|which|whom)\b|\bout of\b")


def _framed(passage: Passage, found: list[Claim]) -> Iterator[Claim]:
    """Those of the frames' claims whose share is that of the part in the whole, as far as the words around them tell."""
    for claim in found:
        if not any(tells(passage, *_three(claim)) for tells in AGAINST):
            yield claim


@relation(
    reads="rounded",
    roles={"part": AMOUNT, "whole": AMOUNT, "share": RATIO},
    frames={
        "en": [
            "{part} of|in|from .. {whole} ({share}",
            "{part} of .. {whole} ... ({share})",
            "{part} [out] of .. {whole} .. PAUSE [or] {share} !of",
            "{part} of .. {whole} .. PAUSE [or] {share} of [the] total|them|all|these|those",
            "{part} of .. {whole} ... - {share}",
            "{part} of .. {whole} ... , or {share} !of",
            "{part} of .. {whole} ... , a|the .. share|rate|proportion|percentage|turnout of {share}",
            "{whole} // ... {share} of [the] total|this|that .. PAUSE [or] {part}",
            "{whole} // ... {part}, or {share} of [the] total|this|that !for !of",
            "{whole} .... {share} of it|that|this|which|them|whom|these|those .. PAUSE [or] {part}",
            "{whole} // ... {part} of them|these|those|that|this|it, [or] {share}",
            "{whole} ... BASE .. {_} // ... {part} of them|these|those, [or] {share}",
            "{whole} // ... {part} of them|these|those|it|that|this ({share}",
            "{whole} ... that .. {part} of them|these|those PAUSE or {share} !of",
            "{whole} ... found|showed|said that .. {part} PAUSE or {share} !of",
            "{share} ... [,] or .. {part} ... [out] of .. {whole}",
            "{part} ... amounted|amounts to .. {share} of .. {whole}",
            "{whole} ... and {part} of those|these|them PAUSE {share} PAUSE",
            "{whole} ... , [and] {part} of them|whom|which, [or] {share} !of",
            "{whole} ... , [and] {part} of them|whom|which ({share}",
            "of .. {whole} ... , .. {part} ... ({share})",
            "{whole} // ... {part} PAUSE [or] {share} of [the] total",
            "{part} PAUSE which is|was|are|were {share} of .. {whole}",
            "of .. {whole} ... , .. {part} .. PAUSE [or] {share} !of",
            "of .. {whole} ... , .. {part} - {share} -",
            "of .. {whole} ... , .. {part} ... , or {share} !of",
            "of .. {whole} ... , .. {part} ... , {share} of the total|whole",
            "of .. {whole} ... , .. {part} ... , a|the .. rate|share|proportion|percentage|turnout of {share}",
            "@ of .. {whole} ... , ... {part} of that ... // ... {share}",
            "{whole} ... and {part} ... , so the .. rate is {share}",
            "{whole} ... of whom|which .. {part} ... , or {share} !of",
            "{whole} ... of whom|which .. {part} ... ({share}",
            "{whole} ... {share} of them - {part}",
            "{whole} ... ; {share} of them, {part}",
            "{whole} ... ; {share} of them ({part}",
            "{whole} // ... {share} of them|these|those PAUSE {part}",
            "{whole=C} ... {share=P} .. PAUSE or {part=C}",
            "{whole} // of these|those|them [,] .. {part} - {share} -",
            "{whole} // of these|those|them [,] .. {part} .. ({share})",
            "{part} ... on|with|giving a turnout of {share} of .. {whole}",
            "{part} , or {share} , on .. {whole}",
            "among .. {whole} .. there are|were|is|was {part} , [or] {share} !of",
            "{part} .. for a|an .. {share} .. stake|interest|share|holding ... , valuing ... at .. {whole}",
            "{whole} .. ; ... CHANGE by .. {part} [,] or .. {share} !of",
            "^ of .. {whole} .. {part} , or {share} ,",
            "turnout ... {share} .. : of .. {whole} ... {part}",
            "turnout of {share} , .. {part} of .. {whole}",
            "{part} .. {share} of .. ({whole})",
            "{share} of .. , {part} [out] of {whole}",
            "{whole=C} ... {share=P} CHANGE , or {part=C}",
            "{whole}, with {share} .. , {part}",
            "{part} .. in a population of {whole} .. PAUSE .. {share}",
            "turnout ... {share} .. , with {part} of .. {whole} voting",
            "tax|charge of {part} .. on .. {whole} ... rate of {share}",
            "profit|income|earnings ... {whole} // .. tax|charge of {part} ... rate of {share}",
            "profit of {part} .. on sales|revenue|revenues|turnover of {whole}, a [profit] margin of {share} !before",
            "{share} of .. {whole} .. PAUSE [or|about] {part}",
            "{share} of .. {whole} .. ({part}",
            "{share} ({part}) of .. {whole}",
            "{share} ({part} of .. {whole})",
            "{share} of .. ({part} [out] of .. {whole})",
            "{part} ({share}) of .. {whole}",
            "{part} .. PAUSE [or|about] {share} of .. {whole}",
            "{part} or {share} of .. {whole}",
            "{part} .. [,] equal|equivalent to {share} of .. {whole}",
            "{part} .. represents|representing|represented|makes|made|accounting|accounts .. {share} of .. {whole}",
        ]
    },
    says={"share": "{part} of {whole} is {share}"},
    examples=[
        Example("12 of 48 patients (25%) relapsed."),
        Example("12 of 48 patients (40%) relapsed.", finds="12 of 48 patients is 25%, not 40%"),
        Example("Some 31% of the 13 samples, or 4, failed."),
        Example("Of the 1,204 ballots, 301 (25%) were spoiled."),
        Example("Sales were $80.4 million. Costs fell. Net income was $8.2 million, or 10.2% of sales."),
        Example(
            "Sales were $80.4 million. Costs fell. Net income was $8.2 million, or 12% of sales.",
            finds="$8.2 million of $80.4 million is 10%, not 12%",
        ),
        Example(
            "The population of Hale is 8,214. It is an old town: 2,136 people, or 26% of the population, are over 64."
        ),
        Example("Alder won 61,204 votes, or 44.4% of the 137,810 cast. Birch had 52,933 votes, or 38.4%."),
        Example("Plant to cut 600 jobs\n\nThe firm employs 2,400 people, so that a quarter of its workforce will go."),
        Example("Sales were $80.4 million. Gross profit was $32.2 million. Gross margin was 40%."),
        Silent("Sales were $80.4 million. In the retail division net income was $8.2 million, or 12% of sales."),
        Example("The firm made a profit of £14.2m on sales of £118m, a margin of 12%."),
        Silent("Sales rose 9 per cent to $165 million."),
        Silent("Half of the 412 staff, 140 of them women, work at night."),
        Silent("Only 12 of 48 firms (40% by sales) replied."),
        Silent("The rate was 14 per 1,000 homes, less than half of the 31 in the city."),
        Silent("The city has 1.2 million people, 400,000 of them under 18, or a third."),
    ],
    candidates=of_a_whole,
)
def share(part: Any, whole: Any) -> Any:
    """A part, the whole it is taken from, and the share it is said to be."""
    return part / whole
