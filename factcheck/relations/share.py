"""A part, the whole it is taken from, and the share it is said to be."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import Any

from factcheck.model import Claim, Figure, Passage
from factcheck.relations import AMOUNT, RATIO, Example, Silent, listed, relation, says_a_gap
from factcheck.relations._named import Named
from factcheck.units import Kind


def of_a_whole(passage: Passage, found: list[Claim]) -> Iterable[Claim]:
    """What the frames found, and shares of a whole that is named again: "sales were $80m ... a profit of $8m, or 10% of sales"."""
    framed = list(_framed(passage, found))
    framed += [each for claim in framed for each in _alongside(passage, claim, framed)]
    yield from framed
    named = Named(passage, framed)
    yield from named.claims()
    yield from named.cuts()


def _alongside(passage: Passage, claim: Claim, framed: list[Claim]) -> Iterator[Claim]:
    """The shares in brackets behind one of the same whole: "of the 48 patients, 12 (25%) relapsed and 6 (12%) died"."""
    (part,), (whole,), (share,) = (claim.figures(role) for role in ("part", "whole", "share"))
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
        (part,), (whole,), (share,) = (claim.figures(role) for role in ("part", "whole", "share"))
        if not any(tells(passage, part, whole, share) for tells in AGAINST):
            yield claim


# --- what tells that they are not a part, its whole and its share ----------------------------------------------------
def _no_amounts(passage: Passage, part: Figure, whole: Figure, share: Figure) -> bool:
    """Whether one says a gap, all are percentages, or one is below zero.

    "At 28.5 euros, 14% above the close"; "93.8% White, 0.6% Black"; "a loss of £3m on sales of £40m, a margin of minus 7.5%".
    """
    figures = (part, whole, share)
    return (
        any(says_a_gap(passage, figure) for figure in figures)
        or all(figure.quantity.sort is Kind.PERCENT for figure in figures)
        or any(figure.quantity.number.value < 0 for figure in figures)
    )


def _no_part(passage: Passage, part: Figure, whole: Figure, share: Figure) -> bool:
    """Whether the part is more than the whole, or more is counted in it."""
    like = part.quantity.unit.kind is whole.quantity.unit.kind
    between = passage.between(part, whole) if part.end <= whole.start else ""
    other = _OTHER.search(_WHICH_IS.sub("", between)) and not _VALUING.search(between)
    return (like and part.quantity.value > whole.quantity.value) or bool(other)


_OTHER = re.compile(r"\b(?:them|us|you|which|whom|it|with|plus|aged|under|over|older|younger)\b")
_VALUING = re.compile(r"\bvaluing (?:it|them)\b")  # the whole of which a stake was bought
_WHICH_IS = re.compile(r"\A(?:,| [-–—])? which (?:is|was|are|were)\b")  # the part itself


def _of_two_margins(passage: Passage, part: Figure, whole: Figure, share: Figure) -> bool:
    """Whether a margin may be another's: "an operating profit of £14m and a net profit of £9m on sales of £118m, a margin of 12%"."""
    return _MARGIN.search(passage.between(whole, share)) is not None and listed(passage, part)


_MARGIN = re.compile(r"\bmargin of \Z")


def _no_share(passage: Passage, part: Figure, whole: Figure, share: Figure) -> bool:
    """Whether the percentage names a security, or says by how much something else changed.

    "A note of $8, 14% preferred stock"; "cars by 1.8 percent, or $227, and trucks by 1.6 percent, or $150".
    """
    changed = share.start < part.start and passage.led_by(_CHANGED_BY, share, 60)
    return changed or _SECURITY.match(passage.document.text, share.end) is not None


_CHANGED_BY = re.compile(r"\b(?:and|or|while|but) (?:[a-z]+ ){1,5}by (?:about |an average )?\Z")
_SECURITY = re.compile(
    r" (?:[a-z]+ ){0,2}(?:stock|notes?|bonds?|debentures?|preferred|preference|convertibles?|mortgages?|loan notes?|gilts?)\b"
)


def _of_something_else(passage: Passage, part: Figure, whole: Figure, share: Figure) -> bool:
    """Whether the part is one of those that the share gives, the share is weighed otherwise, or an amount is what a rate is per."""
    text = passage.document.text
    if any(text[max(0, each.reach.start - 4) : each.reach.start].lower() == "per " for each in (part, whole)):
        return True
    if share.start < whole.start < part.start:  # "half of the 412 staff, 140 of them women"
        return bool(_OF_THOSE.match(text, part.end))
    if share.start < max(part.start, whole.start) or part.quantity.unit.kind not in (Kind.COUNT, Kind.NUMBER):
        return False
    of = _OF_NOUN.match(text, share.end)
    return bool(_WEIGHED.match(text, share.end)) or (
        of is not None and of[1] not in _THE_WHOLE and of[1][:4] not in whole.quantity.surface
    )


_OF_THOSE = re.compile(r" of (?:them|these|those|whom|which|it)\b")
# "12 of 48 firms (40% by sales)", "9 of 36 banks (60% of assets)".
_WEIGHED = re.compile(r" (?:by|in (?:value|volume|weight|terms|money|area))\b")
_OF_NOUN = re.compile(r" of (?:(?:the|all|all the|its|their) )?([a-z]+)")
_THE_WHOLE = frozenset(
    "all the these those them its their that this total whole sample group cohort lot number".split()
)


def _of_two_wholes(passage: Passage, part: Figure, whole: Figure, share: Figure) -> bool:
    """Whether the whole is itself what another amount is of, which may be meant: "over 3.2bn of an estimated £6bn were paid, 1.42bn (43%)"."""
    before = passage.within(whole.start - _BESIDE, whole.start) if part.start > whole.start else ()
    return any(
        each.quantity.when is None
        and each.quantity.comparable(whole.quantity)
        and _IS_OF.fullmatch(passage.between(each, whole)) is not None
        for each in before
    )


_BESIDE = 40  # code points between an amount and what it is of
_IS_OF = re.compile(r" of (?:an? |the |its |some |about |estimated |total )*")


def _of_another_year(passage: Passage, part: Figure, whole: Figure, share: Figure) -> bool:
    """Whether the sentences of the part and the whole name other years: "£8m in 2003. In 2004 schools got £2m"."""
    homes = [passage.document.sentence(figure.start) for figure in (part, whole)]
    if homes[0] == homes[1]:
        return False
    years = [
        {each.quantity.when.year for each in passage.within(home.start, home.end) if each.quantity.when}
        for home in homes
        if home
    ]
    years = [{year for year in each if year} for each in years]
    return all(years) and years[0].isdisjoint(years[1])


def _taxed_otherwise(passage: Passage, part: Figure, whole: Figure, share: Figure) -> bool:
    """Whether a rate of tax is of another profit: "tax of £22.7m includes a credit, at an underlying rate of 24%"."""
    home = passage.document.sentence(share.start)
    return (
        home is not None
        and passage.led_by(_RATE_OF, share, 12)
        and _ADJUSTED.search(passage.document.text, home.start, home.end) is not None
    )


_RATE_OF = re.compile(r"\brate of (?:about )?\Z")
_ADJUSTED = re.compile(r"\b(?:includ\w+|exclud\w+|underlying|adjusted|exceptional|credits?)\b")


def _one_of_the_parts(passage: Passage, part: Figure, whole: Figure, share: Figure) -> bool:
    """Whether more parts follow, which make up the share together: "half of the 40 were sold, 12 to locals and 8 to the bank"."""
    if part.start < max(whole.start, share.start):
        return False
    behind = next(iter(passage.within(part.end, part.end + _BEHIND)), None)
    if behind is None or behind.quantity.when is not None or behind.quantity.unit.kind is Kind.PERCENT:
        return False
    return _TO_AND.fullmatch(passage.between(part, behind)) is not None


_BEHIND = 60  # code points behind a part in which another stands
_TO_AND = re.compile(r" (?:to|for|by|in|at|from) [^,;.]*\band (?:the |another )?")


def _one_of_several(passage: Passage, part: Figure, whole: Figure, share: Figure) -> bool:
    """Whether the whole stands in the sentence before the part's, and is not the only figure of its sort there."""
    home = passage.document.sentence(whole.start)
    if home is None or home.start <= part.start < home.end:
        return False
    return any(
        each is not whole and each.quantity.comparable(whole.quantity) and not passage.led_by(_FROM, each, 24)
        for each in passage.within(home.start, home.end)
    )


_FROM = re.compile(r"\b(?:from|than|against|versus|compared with|compared to)(?: the| its| a)? \Z")

AGAINST: tuple[Callable[[Passage, Figure, Figure, Figure], bool], ...] = (
    _no_amounts,
    _no_part,
    _of_two_margins,
    _no_share,
    _of_something_else,
    _of_two_wholes,
    _of_another_year,
    _taxed_otherwise,
    _one_of_the_parts,
    _one_of_several,
)


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
            "{part} .. {share} of .. ({whole})",
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
