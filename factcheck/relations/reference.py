"""A figure of the text against one that is given elsewhere: a country's area, a constant, a fact of the user's sheet."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from factcheck.model import ROUND_SHARE, Claim, Figure, Form, Mention, Passage, Quantity, Span, Way
from factcheck.relations import AMOUNT, RATIO, Example, Silent, relation
from factcheck.units import Kind

# How many figures before and behind a name, and how many code points away, can be bound to it.
BEFORE, BEHIND, AWAY = 4, 3, 160
# A bare number so many times below a count counts something else.
FAR_BELOW = 30


def held(passage: Passage, found: list[Claim]) -> Iterable[Claim]:
    """What plain words bind to a mention: a figure that is said to be it, or a share that a figure is of it."""
    starts = [figure.reach.start for figure in passage.figures]
    spoken: dict[Span, Times] = {}
    for mention in passage.mentions:
        sentence = _sentence(passage, mention.span)
        if sentence is None or not _times(passage, sentence, spoken).allow(mention):
            continue
        after = bisect_left(starts, mention.span.end)
        near = passage.figures[max(0, after - BEFORE) : after + BEHIND]
        inside = [
            each
            for each in near
            if max(sentence.start, mention.span.start - AWAY) <= each.reach.start
            and each.end <= min(sentence.end, mention.span.end + AWAY)
        ]
        stated = next(_stated(passage, mention, sentence, inside), None)
        if stated is not None:
            yield _claim(("value", stated), ("whole", _given(mention, "")))
        else:
            for part, share in _shares(passage, mention, inside):
                given = _given(mention, f", {mention.quantity.surface}")
                yield _claim(("part", part), ("share", share), ("whole", given))


def _claim(*roles: tuple[str, Figure]) -> Claim:
    return Claim("reference", tuple(sorted(roles, key=lambda each: each[1].span)))


def _given(mention: Mention, value: str) -> Figure:
    """The mention as a figure. It stands for a range, if of one value: no edit of the text would change it."""
    source = f" ({mention.source})" if mention.source else ""
    quantity = replace(
        mention.quantity,
        surface=f"{mention.name}{value}{source}",
        upper=mention.quantity.upper or mention.quantity.number,
    )
    return Figure(mention.span, quantity, mention.span)


def _sentence(passage: Passage, span: Span) -> Span | None:
    sentences = passage.document.sentences
    at = bisect_right(sentences, span.start, key=lambda each: each.start) - 1
    return sentences[at] if at >= 0 and span.end <= sentences[at].end else None


# Words that say that another time, or no fact, is meant.
_OTHER_TIME = re.compile(
    r"\b(?:before|then|ago|(?<!at least )once|former|formerly|previous|previously|earlier|century|centuries|decades?|pre-?war|independence|"
    r"last (?:\w+ )?year|next (?:\w+ )?year|would|could|might|if|forecasts?|projected|projections?|expected|predicted|targets?|"
    r"proposed|until|no longer|instead of|rather than|will (?:have|be|reach|grow|rise)|ancient|medieval|colonial|"
    r"combined|(?:19|20)\d0s)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Times:
    """Of which times a sentence speaks."""

    other: bool  # its words are of the past, the future, or no fact
    years: tuple[int, ...]  # those that it names without a month

    def allow(self, mention: Mention) -> bool:
        """Whether a reference holds of them: one without a year does not, where the sentence names one."""
        low, high = mention.years or (1, 0)
        return not self.other and all(low <= year <= high for year in self.years)


def _times(passage: Passage, sentence: Span, known: dict[Span, Times]) -> Times:
    if sentence not in known:
        years = []
        first = bisect_left(passage.figures, sentence.start, key=lambda figure: figure.start)
        for figure in islice(passage.figures, first, None):
            if figure.start >= sentence.end:
                break
            when = figure.quantity.when
            if when is not None and when.year is not None and when.month is None:
                years.append(when.year)
        other = _OTHER_TIME.search(passage.document.text, sentence.start, sentence.end) is not None
        known[sentence] = Times(other, tuple(years))
    return known[sentence]


# --- a figure that is said to be it ----------------------------------------------------------------------------------

# Between a noun and its figure. "(£2.4m)" and ", £2.4m," may be a part of it, unless the noun opens its clause.
_OF = re.compile(r"\s+of\s+(?:only\s+|just\s+)?")
_IS = re.compile(
    r"\s+(?:is|are|stands at|totals|amounts to|comes to|(?P<past>was|were|stood at|totalled|totaled|amounted to|came to))\s+(?:only\s+|just\s+|now\s+)?"
    r"|:\s*|\s*\(|,\s+(?:now\s+)?"
)
_LEADS = re.compile(r"\s+(?:of\s+)?(?:only\s+|just\s+)?")
# What may stand before the noun. Any other word says which one is meant: "the schools' budget", "the Muslim population".
_BEFORE_NOUN = re.compile(
    r"(?:[.,;:!?“”\"‘(—–\n]|\b(?:the|a|an|this|that|its|their|our|his|her|of|in|on|to|for|from|with|by|at|but|as|total|whole|entire|overall))\s*\Z",
    re.IGNORECASE,
)
_NAME_OF = re.compile(r"\b[A-Z]\w* of\s*\Z")  # "the Sea of Japan's area"
# What may stand before a clause that opens with a country: no town ("Aleppo, Syria, has"), no other country ("Iraq and").
_BEFORE_OPENING = re.compile(
    r"(?:[;:“”\"‘(—–\n]|(?<![A-Z])\b[a-z0-9]+,|\b(?:but|while|as|like|that|where|whereas|because|since))\s*\Z"
)
# Where a clause begins, the article of its noun left out: nothing of which the figure could be a part.
_HEAD = re.compile(
    r"(?:\b[Ii]n (?:19|20)\d\d|[.;:!?“”\"‘(—–\n]|\b[a-z0-9]+,|\b(?:but|while|that|where|whereas|because|and|said|says))\s*\Z"
)
_ARTICLE = re.compile(r"\b(?:the|a|an|this|that|its|their|our)\s+\Z", re.IGNORECASE)
# What may follow, so that the figure is all of it and no part, change or gap: "£2.4m short", "of forest", "up from".
_CLOSES = re.compile(
    r"\s*(?:\Z|[.;:!?)\]”\"—–]|\n\s*\n|-\s|[,(](?=\s*[^\s\d])|(?:and|but|while|is|are|was|were|has|have|had|which|that|who|so|because|according)\b)"
)
_CONVERSION = re.compile(r"\s*\([^()]{1,50}\)")
_REACH = 60  # code points looked at before a noun and after a figure


def _stated(passage: Passage, mention: Mention, sentence: Span, figures: list[Figure]) -> Iterator[Figure]:
    text = passage.document.text
    before = text[max(sentence.start, mention.span.start - _REACH) : mention.span.start]
    opens = mention.span.start == sentence.start or not before.strip()
    if mention.way is Way.WHOLE:
        return
    if mention.way is Way.OPENING:
        fits = opens or bool(_BEFORE_OPENING.search(before))
    else:
        fits = opens or (bool(_BEFORE_NOUN.search(before)) and not _NAME_OF.search(before))
    for figure in figures:
        if not _alike(figure.quantity, mention.quantity):
            continue
        if figure.end <= mention.span.start:  # "the £2.4m council budget"
            led = text[max(sentence.start, figure.reach.start - _REACH) : figure.start]
            if (
                mention.way is Way.NAME
                and text[figure.end : mention.span.start] in (" ", "\u00a0")
                and _ARTICLE.search(led)
                and _ends(passage, mention.span.end, sentence.end)
            ):
                yield figure
        elif fits and figure.reach.start >= mention.span.end:
            between = text[mention.span.end : figure.reach.start]
            if _leads(mention, between, opens, before) and _ends(passage, figure.end, sentence.end):
                yield figure
            return


def _leads(mention: Mention, between: str, opens: bool, before: str) -> bool:
    if mention.way is Way.OPENING:
        return _LEADS.fullmatch(between) is not None
    if _OF.fullmatch(between):
        return True
    verb = _IS.fullmatch(between)
    if verb is None or (verb["past"] and mention.present):
        return False
    bare = _ARTICLE.sub("", before)
    return opens or not bare.strip() or _HEAD.search(bare) is not None


def _ends(passage: Passage, end: int, last: int) -> bool:
    """Whether the phrase closes behind it, and no list of figures goes on: "£2.4m and £3m"; a conversion may follow."""
    rest = passage.document.text[end : min(last, end + _REACH)]
    bracket = _CONVERSION.match(rest)
    if bracket:
        rest = rest[bracket.end() :]
    if _CLOSES.match(rest) is None:
        return False
    begin = bisect_left(passage.figures, end, key=lambda each: each.reach.start)
    follows = next(islice(passage.figures, begin, None), None)
    if follows is None or follows.reach.start >= last or follows.quantity.when is not None:
        return True
    return passage.document.text[end : follows.reach.start].strip(" ,") not in ("", "and", "or", "to")


_PEOPLE = frozenset({"person", "inhabitant", "resident"})


def _alike(quantity: Quantity, given: Quantity) -> bool:
    """Whether a figure is of the reference's sort: one dimension or currency, one noun, or a bare number for a count.

    A bare number that is far below a count is not: "Kenya's population is 35,000", of elephants.
    """
    own, unit = quantity.unit, given.unit
    if own.per != unit.per or quantity.age or own.kind in (Kind.DATE, Kind.TIME, Kind.WEEKDAY, Kind.ORDINAL):
        return False
    if unit.kind not in (Kind.COUNT, Kind.NUMBER):
        return own.kind is unit.kind and own.dimension == unit.dimension and not _rounded_off(quantity, given)
    if quantity.number.form in (Form.FRACTION, Form.FACTOR):
        return False
    if own.kind is Kind.NUMBER:
        return unit.kind is Kind.NUMBER or quantity.number.value * FAR_BELOW >= given.number.value
    return own.name == unit.name or {own.name, unit.name} <= _PEOPLE


def _rounded_off(quantity: Quantity, given: Quantity) -> bool:
    """Whether it is the reference to one digit, further off than a round number is trusted: "1 billion km/h" for light."""
    number, scale = quantity.number, quantity.unit.factor
    half = number.significant_place / 2
    one_digit = abs(number.value) < 10 * number.significant_place and not number.decimals
    gap = abs(number.value - given.number.value * given.unit.factor / scale)
    return one_digit and quantity.hedge is None and abs(number.value) * ROUND_SHARE < gap <= half


# --- a share of it ---------------------------------------------------------------------------------------------------

_SHARE_OF = re.compile(r"\s+of\s+(?:the\s+|all\s+)?")
_OR = r"(?:or|i\.e\.|that is,?|(?:which (?:is|are) )?(?:equal|equivalent|corresponding) to|which (?:is|are)|which corresponds? to|representing)"
_PART_FIRST = re.compile(
    rf"(?:\s*\([^()]{{1,50}}\))?\s*(?:,|\(|—|–|-\s)?\s*(?:{_OR}\s+)?(?:is|are|makes? up|represents?|covers?)?\s*"
)
_PART_LAST = re.compile(rf"\s*(?:\(|[,—–]|\s-\s)\s*(?:{_OR}\s+)?(?:an area of\s+|land of\s+)?")
_WHOLE_ENDS = re.compile(r"\s*(?:\Z|[.,;:!?()\]”\"—–]|\n|-\s)")


def _shares(passage: Passage, mention: Mention, figures: list[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """A part and the share of the mention that it is said to be: "27,000 km², 15 percent of Syria"."""
    text = passage.document.text
    if mention.way is Way.OPENING or not _WHOLE_ENDS.match(text, mention.span.end):
        return
    for share in figures:
        if share.end > mention.span.start or not _ratio(share.quantity):
            continue
        if not _SHARE_OF.fullmatch(text[share.end : mention.span.start]):
            continue
        for part in figures:
            if not _alike(part.quantity, mention.quantity) or part.span == share.span:
                continue
            if part.end <= share.reach.start:
                between, gap = _PART_FIRST, text[part.end : share.reach.start]
            elif part.reach.start >= mention.span.end:
                between, gap = _PART_LAST, text[mention.span.end : part.reach.start]
                if not _CLOSES.match(text[part.end : part.end + _REACH]):
                    continue
            else:
                continue
            if gap.strip() and between.fullmatch(gap):
                yield part, share
                return


def _ratio(quantity: Quantity) -> bool:
    unit = quantity.unit.kind
    return unit is Kind.PERCENT or (quantity.number.form is Form.FRACTION and unit in (Kind.NUMBER, Kind.COUNT))


def share(part: Any, whole: Any) -> Any:
    """The share that a figure is of the whole."""
    return part / whole


@relation(
    reads="rounded",
    roles={"part": AMOUNT, "whole": AMOUNT, "share": RATIO, "value": AMOUNT},
    says={
        "share": "{part} of {whole} is {share}",
        "value": "{whole} is {value}",
        "room": "with the room that rounding and the reference leave,",
        "loose": "is at the edge of what the reference allows",
    },
    examples=[
        Example("The rebels hold 27,000 square kilometers (10,425 square miles), 15 percent of Syria."),
        Example(
            "The rebels hold 27,000 square kilometers, or 51 percent of Syria's territory.",
            finds="27,000 square kilometers of the area of Syria, 185,180 km² (CIA World Factbook, 2015) is 15 percent, not 51 percent",
        ),
        Example("Some 15 percent of Syria, about 27,000 square kilometers, is held by others."),
        Example("Malawi, with an area of 94,000 square kilometers, has few roads."),  # its land, without the lake
        Example(
            "Syria, with an area of 18,518 square kilometers, has few roads.",
            finds="the area of Syria (CIA World Factbook, 2015) is 185,180 square kilometers, not 18,518 square kilometers",
        ),
        Example("Germany's population of 83 million is ageing."),
        Example(
            "Germany's population of 8.3 million is ageing.",
            finds="the population of Germany (Unicode CLDR 48, 2024) is 84.1 million, not 8.3 million",
        ),
        Example("Light travels at 299,792 km/s, always."),
        Example("The speed of light is 186,000 miles per second."),
        Example(
            "The speed of light is 186,000 km/s.", finds="the speed of light (pint) is 299,792 km/s, not 186,000 km/s"
        ),
        Silent("Germany's Muslim population of 5.5 million is growing."),
        Silent("Aleppo, Syria, with a population of 2 million, was hit hard."),
        Silent("In 1900 the population of Syria was 2 million."),
        Silent("Before the war, Syria's population of 2 million lived in peace."),
        Silent("Georgia's population of 10.7 million is growing."),  # the state
        Silent("The fire burnt 900 square kilometers, half of Syria's forests."),
        Silent("Light travels at 200,000 km/s in glass."),
    ],
    chained=[share],
    candidates=held,
)
def value(whole: Any) -> Any:
    """What a text says of a country, a constant or a fact of your own, against what a reference gives."""
    return whole * 1
