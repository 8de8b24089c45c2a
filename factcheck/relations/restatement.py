"""The same quantity of the same thing, stated twice: in the headline and in the story."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from factcheck.model import Claim, Figure, Number, Passage, Quantity, Span
from factcheck.relations import AMOUNT, Example, Silent, relation
from factcheck.relations._known import known
from factcheck.relations._lives import ages, lives, ranges
from factcheck.relations._stories import (
    AHEAD,
    KINDS,
    LEAD,
    TOKEN,
    Pair,
    Story,
    agree,
    alike,
    mistyped,
    of_another,
    stems,
)
from factcheck.units import NUMBER, PERCENT, Kind


def repeated(passage: Passage, found: list[Claim]) -> Iterable[Claim]:
    """What the frames found, a majority beside its percentage, and what one sentence says and another repeats.

    That a figure repeats another is known by words alone: it stands in the lead as in the headline, or is spoken of as
    known ("despite the 1.7 percent drop"). Of the figures that it may repeat one that agrees is taken. Where none does,
    the claim is only made if there is one such figure, and the two look like one mistyped: so alike, two facts seldom are.
    """
    yield from (claim for claim in found if _near_enough(passage, claim))
    story = Story(passage)
    pairs = (*_majorities(passage), *_opening(story), *known(story), *ranges(story), *ages(story), *lives(story))
    for first, second in dict.fromkeys(pairs):
        yield Claim("restatement", (("a", first), ("b", second)))


# --- one sentence: a share in words, and beside it in figures ------------------------------------------------------
_ELSE = re.compile(
    r"(?! of\b).*\b(?:in|on|at|by|from|since|during|after|before|to|last|than|more|less|among)\b"
)  # sales rose a third in May (12%)
APART = 2  # what is so many times the other is the share of something else


def _near_enough(passage: Passage, claim: Claim) -> bool:
    """Whether a share in words and one in figures are of one thing: not too far apart, and with no more between than it."""
    (_, first), (_, second) = claim.roles
    low, high = sorted((first.quantity.size, second.quantity.size))
    return low > 0 and high <= APART * low and not _ELSE.match(passage.between(first, second))


_MAJORITY = re.compile(
    r"(?:(?P<many>\bmajority) of(?: [a-z][a-z'’-]*){1,6}|(?<![\w-] the )(?<!\bat )(?P<most>\bmost)(?: of)?(?: [a-z][a-z'’-]*){1,6}"
    r"|(?:\A|[.:!?”\"\n] ?)a (?P<alone>majority)|(?P<few>\bminority) of(?: [a-z][a-z'’-]*){1,6}) ?(?P<mark>\(|, |- |– |— )\Z",
    re.IGNORECASE,
)
_CLOSES = {"(": re.compile(r"\)"), ",": re.compile(","), "-": re.compile(" ?[-–—]")}
REACH = 90  # code points from a majority to its percentage


def _majorities(passage: Passage) -> Iterator[Pair]:
    """ "A majority of voters (68%)": more than half of them; of a minority it is less."""
    text = passage.document.text
    for figure in passage.figures:
        if figure.quantity.unit.kind is not Kind.PERCENT or figure.quantity.upper:
            continue
        mark = text[max(0, figure.reach.start - 2) : figure.reach.start].strip()
        closes = _CLOSES.get("-" if mark in "–—-" else mark) if mark else None
        if closes is None or not closes.match(text, figure.end):
            continue
        match = _MAJORITY.search(text, max(0, figure.reach.start - REACH), figure.reach.start)
        if match is not None:
            few = match.group("few") is not None
            group = "few" if few else next(name for name in ("many", "most", "alone") if match.group(name))
            span = Span(*match.span(group))
            share = Quantity(match.group(group), Number(0 if few else 50), PERCENT, Number(50 if few else 100))
            yield Figure(span, share, span), figure


def _of_two_places(first: Quantity, second: Quantity) -> bool:
    """Whether lengths that differ are of two places, or an amount is "less than" the very one before it.

    "Some 3 miles north of Orla ... some 3.3 miles south of it"; "$10m a year ago ... a charge of less than $10m".
    """
    same = first.value == second.value
    less = second.hedge is not None and second.hedge.open and second.hedge.above[0] == 0 and first.hedge is None
    return (same and less) or (first.unit.dimension == "[length]" and not same)


# --- the headline and the lead ------------------------------------------------------------------------------------
def _opening(story: Story) -> Iterator[Pair]:
    """A figure of the first two sentences, and the next one that says the same, or, in the lead, should.

    Further down only full dates are followed: other figures that are equal are mostly so by chance.
    """
    taken: set[Span] = set()
    for number, first in enumerate(story.figures):
        if first.quantity.unit.dimension == "[temperature]":
            continue  # highs and lows
        if first.quantity.unit.kind not in KINDS or first.quantity.upper or first.span in taken:
            continue
        if story.homes[number] > 1 and first.quantity.when is None:
            continue
        near: Pair | None = None
        for other in range(number + 1, min(number + AHEAD, len(story.figures))):
            second = story.figures[other]
            if story.homes[other] == story.homes[number]:
                continue
            one = _in_millions(first, second.quantity)
            if not alike(one.quantity, second.quantity) or of_another(story, number, other):
                continue
            if _of_two_places(one.quantity, second.quantity):
                continue
            if agree(one.quantity, second.quantity) and one.quantity.value == second.quantity.value:
                if _by_chance(story, number, other):
                    continue
                near = one, second
                break
            rounded = agree(one.quantity, second.quantity) and story.said(number) & story.said(other)
            if near is None and (rounded or _same_thing(story, number, other)):
                near = one, second
        near = near or _headline(story, number)
        if near is not None:
            yield near
            taken.add(near[1].span)


def _by_chance(story: Story, first: int, second: int) -> bool:
    """Whether two equal lengths are of a digit or two, and no word is said of both: "5 feet up the wall ... a gap 5 feet wide"."""
    one = story.figures[first].quantity
    own = stems(TOKEN.findall(f"{one.surface} {story.figures[second].quantity.surface}".lower()))
    short = one.unit.dimension == "[length]" and one.number.significand < THREE_DIGITS
    return short and not (story.said(first) & story.said(second)) - own


THREE_DIGITS = 100


def _headline(story: Story, number: int) -> Pair | None:
    """A headline's figure that the story never gives, and the only one of its sort in the lead, if they look like one mistyped."""
    first, title = story.figures[number], story.sentences[0]
    if story.homes[number] > 0 or title.end - title.start > TITLE or story.text[title.end - 1] in '.!?”"':
        return None
    same_sort = [
        other
        for other in range(number + 1, min(number + AHEAD, len(story.figures)))
        if story.homes[other] > 0 and alike(first.quantity, story.figures[other].quantity)
    ]
    lead = [other for other in same_sort if story.homes[other] <= LEAD]
    if len(lead) != 1 or any(agree(first.quantity, story.figures[other].quantity) for other in same_sort):
        return None
    second = story.figures[lead[0]]
    there = stems(TOKEN.findall(story.text[title.end : story.sentences[story.homes[lead[0]]].end].lower()))
    shared = stems(TOKEN.findall(story.text[title.start : title.end].lower())) & there
    return (first, second) if len(shared) >= 2 and mistyped(story, number, lead[0]) else None


TITLE = 150  # code points, the longest headline
_METRES = re.compile(r"\d[\d.,]*m")
MANY = 10**5  # what a headline's "14m" is, if not metres


def _in_millions(first: Figure, second: Quantity) -> Figure:
    """A headline's "14m" beside "14 million people": millions, no metres."""
    quantity = first.quantity
    counts = second.unit.kind in (Kind.COUNT, Kind.NUMBER) and abs(second.number.value) >= MANY
    if not (counts and quantity.unit.kind is Kind.PHYSICAL and _METRES.fullmatch(quantity.surface)):
        return first
    number = replace(quantity.number, exponent=quantity.number.exponent + 6)
    return replace(first, quantity=replace(quantity, number=number, unit=NUMBER))


def _same_thing(story: Story, first: int, second: int) -> bool:
    """Whether headline and lead say it in the same words: most of the words round both figures are shared.

    Only the first two sentences are held against each other, and only where no word speaks of another time or group.
    """
    if (story.homes[first], story.homes[second]) != (0, 1):
        return False
    one, other = story.said(first), story.said(second)
    a, b = story.figures[first].quantity, story.figures[second].quantity
    if sum(alike(a, each.quantity) for each in story.beside(second)) > 1:
        return False  # "approves 400m of aid": then 300m to one, 50m to another
    counted = a.unit.kind is Kind.COUNT and a.unit.name == b.unit.name  # the noun itself, not only words beside it
    return len(one & other) + counted >= 3 and mistyped(story, first, second)


@relation(
    reads="rounded",
    roles={"a": AMOUNT, "b": AMOUNT},
    frames={
        "en": [
            "{a=F} .. ({b=P})",
            "{a=F} .. , {b=P},",
            "{a=F} .. - {b=P} -",
            "{a=F} .. , or {b=P} !of",
            "{a=P} ({b=F})",
            "{a=P} of .. ({b=F})",
            "{a=P} .. , or {b=F},",
        ]
    },
    says={"b": "stated first as {a}, then as {stated}"},
    examples=[
        Example("Rail firm to cut 2,850 jobs. The operator said on Monday that 2,850 jobs would go."),
        Example(
            "Rail firm Norline to cut 2,850 signalling jobs\n\nRail firm Norline is to cut 2,580 signalling jobs, it said.",
            finds="stated first as 2,850 signalling jobs, then as 2,580 signalling jobs",
        ),
        Example("Less than a quarter of the firms (24%) replied."),
        Example("A majority of members (34%) backed the plan.", finds="stated first as majority, then as 34%"),
        Example("One in five drivers (21%) park there."),
        Example(
            "The plant shut. Exports fell 12.6 percent in May. Mr Hale blamed the 16.2 percent drop in exports on it.",
            finds="stated first as 12.6 percent, then as 16.2 percent",
        ),
        Example(
            "The poll ran from 3 May 2019 to 7 June 2019. Voters rang in. The poll was open from 3 May 2019 to 9 June 2019.",
            finds="stated first as 7 June 2019, then as 9 June 2019",
        ),
        Example(
            "Ada Holm (4 May 1871 – 9 June 1950) was a painter. She lived in Oslo. Holm was born in Bergen on 4 May 1877.",
            finds="stated first as 4 May 1871, then as 4 May 1877",
        ),
        Example("Painter Ada Holm dies at 78\n\nThe painter died on Monday. Holm, who lived in Oslo, was 78."),
        Example(
            "Loss at Norline widens to £45m as fuel bites\n\nBus firm Norline blamed fuel for its loss. It lost £54m in May.",
            finds="stated first as £45m, then as £54m",
        ),
        Example("Final seen by 14m\n\nMore than 14 million people watched the final on Friday."),
        Silent("Firm cuts 2,000 jobs\n\nThe firm said that it would cut 2,200 jobs, 200 of them already announced."),
        Silent("Some 40 people came on Monday. Another 60 people came on Tuesday."),
        Silent(
            "The firm made a profit. Sales rose 12.6 percent in Spain. Mr Hale welcomed the 16.2 percent rise in Italy."
        ),
        Silent("Norline profit rises 45%\n\nNorline said that its sales rose 54% in Spain."),
        Silent("The school has 240 pupils. The 204 pupils who passed were praised."),
        Silent("Her majority (4%) is small."),
        Silent("The blast killed at least nine people. The mayor said that five people were still missing."),
        Silent("Ada Holm (4 May 1871 – 9 June 1950) was a painter. Her brother, Tom Holm, was born on 4 May 1877."),
    ],
    candidates=repeated,
)
def b(a: Any) -> Any:
    """The same quantity of the same thing, stated twice in one text."""
    return a * 1
