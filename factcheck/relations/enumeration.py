"""A count, and the items that are listed right behind it."""

import re
from collections.abc import Iterable
from typing import Any

from factcheck.model import Claim, Figure, Number, Passage, Quantity, Span
from factcheck.relations import COUNT, LIST, Example, Silent, relation
from factcheck.units import NUMBER, Kind

# What leads from the counted noun to its list: a dash, a colon, a bracket, a comma, "are".
_LEADS = re.compile(
    r"(?: [A-Za-z][A-Za-z’'-]*){0,8}?(?: ?(?P<mark>[-–—:(,])|(?P<verb> (?:are|were|is|was)(?! (?:not|in|on|at|to|by|being|also|all|still|the)\b)))\s*(?:[-–—] )?"
)
_ENDS = {"(": ")", "-": "-–—", "–": "-–—", "—": "-–—", ":": "", ",": ",", "": ""}
_AND = re.compile(r",? (?:and|or|&|plus) ")
_WORDS = 8  # an item of a list that is only named has no more words
MOST = 12
NEAR = 8  # words from the count to its list


def listed(passage: Passage, found: list[Claim]) -> Iterable[Claim]:
    """Small counts whose noun is followed by a list that closes with "and"."""
    text, document = passage.document.text, passage.document
    for number, figure in enumerate(passage.figures):
        quantity = figure.quantity
        if (
            quantity.unit.kind not in (Kind.COUNT, Kind.NUMBER)
            or quantity.hedge
            or quantity.upper
            or not quantity.exact
        ):
            continue
        if not 2 <= quantity.number.mantissa <= MOST:
            continue
        sentence = document.sentence(figure.start)
        if sentence is None:
            continue
        named = _named(passage, figure, sentence)
        if named is not None:
            yield named
            continue
        lead = _LEADS.match(text, figure.end, sentence.end)
        if lead is None:
            continue
        segment = _segment(text, lead.end(), sentence.end, lead.group("mark") or "")
        if any(figure.end < other.start < segment.end for other in passage.figures[number + 1 : number + 4]):
            continue
        listing = text[segment.start : segment.end]
        count = _items(listing, bool(lead.group("mark")))
        if count is None or (lead.group("verb") and _QUALITIES.match(listing)):
            continue
        fits = count[0] <= quantity.number.mantissa <= count[1]
        plain = lead.group("mark") in (":", None) and len(lead.group().split()) <= NEAR
        if fits or plain:  # only a short way to a colon or "are" makes a list of another length an error
            low, high = count
            items = Quantity(
                text[segment.start : segment.end], Number(low), NUMBER, Number(high) if high > low else None
            )
            yield Claim("enumeration", (("count", figure), ("items", Figure(segment, items, segment))))


_QUALITIES = re.compile(r"[a-z-]+(?:, [a-z-]+)*,? (?:and|or) [a-z-]+(?=[,.;:]|\Z)")  # "are safe, free and effective"
_ITEM = r"(?:(?:the |a |an )?(?:[a-z-]{3,20} ){0,3})?[A-Z][\w’'.-]*(?: (?:(?:of|de|the|van|von) )?[A-Z][\w’'.-]*){0,4}"
_NAMES = re.compile(rf"{_ITEM}(?:, {_ITEM}){{0,10}},? and {_ITEM}(?=[ ,.;:)–—-]|$)")
AWAY = 70  # code points from a count to the names it counts


def _named(passage: Passage, figure: Figure, sentence: Span) -> Claim | None:
    """Names in apposition, close behind the count, right before it, or at the head of the next sentence, as many as it says.

    Only a list that fits is taken: what else stands near a count may be a list of something else.
    """
    text = passage.document.text
    places = [(figure.end, min(figure.end + AWAY, sentence.end)), (sentence.end, sentence.end + 4)]
    for start, latest in places:
        match = _NAMES.search(text, start, min(len(text), latest + 200))
        if match is not None and match.start() <= latest:
            count = _items(match.group(), True)
            if count is not None and count[0] <= figure.quantity.number.mantissa <= count[1]:
                low, high = count
                items = Quantity(match.group(), Number(low), NUMBER, Number(high) if high > low else None)
                span = Span(match.start(), match.end())
                return Claim("enumeration", (("count", figure), ("items", Figure(span, items, span))))
    return None


def _segment(text: str, start: int, end: int, mark: str) -> Span:
    """The list: up to the mark that closes it, or the sentence's end."""
    stops = _ENDS[mark]
    last_and = -1
    for place in range(start, end):
        if text[place] in ";:(" and mark not in ("(",):
            end = place
            break
        if stops and text[place] in stops:
            if mark == "," and last_and < 0:
                continue
            if stops != ")" and mark != "," and not text[place - 1].isspace():
                continue
            end = place
            break
        if text.startswith(" and ", place):
            last_and = place
    while end > start and text[end - 1] in " .!?\"”’'":
        end -= 1
    return Span(start, end)


def _items(listing: str, marked: bool) -> tuple[int, int] | None:
    """How many items a list has at least and at most ("Trinidad and Tobago" is one or two); None where it is no list."""
    if not _AND.search(listing):
        return None
    commas = re.split(r", (?!and |or )", re.sub(r",? (?:and|or) (?=[^,]*\Z)", ", ", listing, count=0))
    pieces = [piece.strip() for piece in re.split(r", |" + _AND.pattern, listing)]
    if len(pieces) < 2 or any(not piece or len(piece.split()) > _WORDS for piece in pieces):
        return None
    named = all(piece[0].isupper() or piece.split(" ")[0] in ("the", "a", "an") for piece in pieces)
    if not named and any(len(piece.split()) > 3 for piece in pieces):
        return None
    return min(len(commas), len(pieces)), len(pieces)


@relation(
    reads="as_printed",
    roles={"count": COUNT, "items": LIST},
    says={"count": "the list names {count}"},
    examples=[
        Example("The firm sells three brands: Alder, Birch and Cedar."),
        Example(
            "The firm sells four brands: Alder, Birch and Cedar.", finds="the list names three brands, not four brands"
        ),
        Example("The mayor's two sons, Tom and Will, were there."),
        Silent("The firm sells three brands, and does well."),
        Silent("The three men left early, tired and cold."),
    ],
    candidates=listed,
)
def count(items: Any) -> Any:
    """A count, and the items that are listed right behind it."""
    return items * 1
