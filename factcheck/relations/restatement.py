"""The same quantity of the same thing, stated twice: in the headline and in the story."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from factcheck.model import Claim, Document, Figure, Passage, Quantity, Span
from factcheck.relations import AMOUNT, Example, Silent, relation
from factcheck.units import Kind

_KINDS = (Kind.CURRENCY, Kind.PERCENT, Kind.COUNT, Kind.NUMBER, Kind.PHYSICAL, Kind.POINT, Kind.DATE)


AHEAD = 100  # how many figures on one is looked for again


def repeated(passage: Passage, found: list[Claim]) -> Iterable[Claim]:
    """A figure, and the next one that says the same of the same thing, or, in the lead, should.

    Only what the first two sentences say, and full dates, are followed: further down equal figures are mostly chance.
    """
    yield from found
    sentences = passage.document.sentences
    opening = sentences[1].end if len(sentences) > 1 else 0
    homes = {figure.span: _home(sentences, figure) for figure in passage.figures}
    taken: set[Span] = set()
    for number, first in enumerate(passage.figures):
        if first.quantity.unit.kind not in _KINDS or first.quantity.upper or first.span in taken:
            continue
        if first.start >= opening and first.quantity.when is None:
            continue
        for second in passage.figures[number + 1 : number + AHEAD]:
            if homes[second.span] == homes[first.span] or not _alike(first.quantity, second.quantity):
                continue
            if _agree(passage.document, first, second, homes) or _same_thing(passage.document, first, second, homes):
                yield Claim("restatement", (("a", first), ("b", second)))
                taken.add(second.span)
                break


def _home(sentences: Sequence[Span], figure: Figure) -> int:
    return bisect_right(sentences, figure.start, key=lambda span: span.start) - 1


def _alike(a: Quantity, b: Quantity) -> bool:
    """Whether two figures are of one sort, so that they can state one thing: dates only where they are full ones."""
    counts = {a.unit.kind, b.unit.kind} <= {Kind.COUNT, Kind.NUMBER}
    if a.age or b.age:  # "dies at age 68", "he was 68"
        return a.number.value == b.number.value and {a.unit.name, b.unit.name} <= {"year", ""}
    if not counts and (a.unit.kind is not b.unit.kind or a.unit.dimension != b.unit.dimension):
        return False
    if a.unit.per != b.unit.per or b.upper is not None:
        return False
    if a.when is not None:
        return a.when.day is not None and a.when.year is not None
    # "two men" are seldom the same two, unless the same noun stands by
    return not (counts and abs(a.number.value) < 10) or (
        a.unit.kind is Kind.COUNT and a.unit.name == b.unit.name and a.number.value >= 3
    )


def _agree(document: Document, first: Figure, second: Figure, homes: Mapping[Span, int]) -> bool:
    """Whether two figures say the same: the same value, or a hedged one round it in like words."""
    a, b = first.quantity, second.quantity
    if a.when is not None:
        return a.when == b.when
    if a.value == b.value:
        return bool(a.base(True) & b.base(True))
    if (a.hedge is None and b.hedge is None) or not a.base(True) & b.base(True):
        return False
    near = [_near(document, document.sentences[homes[figure.span]], figure) for figure in (first, second)]
    return len(near[0] & near[1]) >= 1


# Words that say that another time, group or case is meant.
_OTHER = frozenset(
    (
        "earlier previous previously before ago last year from against compared than another other others forecast "
        "expected predicted second third next more less further additional up down above below record target total "
        "while rose fell"
    ).split()
)
_SMALL = frozenset(
    (
        "the a an of in on at by for from to with and or as is are was were be been has have had it its that this "
        "which who will would said says after into about over under some up out new their his her not but"
    ).split()
)
_WORD = re.compile(r"[a-z]{3,}")


def _same_thing(document: Document, first: Figure, second: Figure, homes: Mapping[Span, int]) -> bool:
    """Whether headline and lead say it in the same words: most of the words round both figures are shared.

    Only the first two sentences are held against each other, and only where no word speaks of another time or group.
    """
    if (homes[first.span], homes[second.span]) != (0, 1):
        return False
    near = [_near(document, document.sentences[homes[figure.span]], figure) for figure in (first, second)]
    shared = near[0] & near[1]
    return _slip(first.quantity, second.quantity) and len(shared) >= 3 and not (near[0] | near[1]) & _OTHER


def _slip(a: Quantity, b: Quantity) -> bool:
    """Whether one may be the other mistyped: the same digits in another order or scale, or one digit changed.

    Words alone would make two figures of one sort in two sentences into one fact too often.
    """
    one, other = (re.sub(r"\D", "", quantity.surface) for quantity in (a, b))
    if not one or not other or one == other:
        return one == other
    if sorted(one) == sorted(other):
        return True
    return len(one) == len(other) >= 3 and sum(x != y for x, y in zip(one, other, strict=True)) == 1


def _near(document: Document, sentence: Span, figure: Figure) -> set[str]:
    """The content words of up to five words on either side, by their first five letters."""
    before = _WORD.findall(document.text[sentence.start : figure.start].lower())[-5:]
    after = _WORD.findall(document.text[figure.end : sentence.end].lower())[:5]
    return {
        word if word in _OTHER else word[:5]
        for word in (*before, *after, *_WORD.findall(figure.quantity.surface.lower()))
        if word not in _SMALL
    }


@relation(
    reads="rounded",
    roles={"a": AMOUNT, "b": AMOUNT},
    frames={
        "en": [
            "{a=F} of .. ({b=P})",
            "{a=F} ({b=P})",
            "{a=F} of .. , {b=P},",
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
        Silent("Some 40 people came on Monday. Another 60 people came on Tuesday."),
    ],
    candidates=repeated,
)
def b(a: Any) -> Any:
    """The same quantity of the same thing, stated twice in one text."""
    return a * 1
