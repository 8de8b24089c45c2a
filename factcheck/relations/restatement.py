"""The same quantity of the same thing, stated twice: in the headline and in the story."""

from collections.abc import Iterable
from typing import Any

from factcheck.model import Claim, Document, Figure, Passage, Span
from factcheck.relations import AMOUNT, Example, Silent, relation
from factcheck.units import Kind

_KINDS = (Kind.CURRENCY, Kind.PERCENT, Kind.COUNT, Kind.PHYSICAL)


def repeated(passage: Passage, found: list[Claim]) -> Iterable[Claim]:
    """A figure of the first two sentences, and the next one of its unit that says the same, exactly or rounded."""
    opening = passage.document.sentences[1].end if len(passage.document.sentences) > 1 else 0
    for number, first in enumerate(passage.figures):
        if first.start >= opening:
            break
        if first.quantity.unit.kind not in _KINDS or first.quantity.upper or _sentence(passage.document, first) is None:
            continue
        home = _sentence(passage.document, first)
        for second in passage.figures[number + 1 :]:
            if _sentence(passage.document, second) != home and _same(first, second):
                yield Claim("restatement", (("a", first), ("b", second)))
                break


def _sentence(document: Document, figure: Figure) -> Span | None:
    return next((each for each in document.sentences if each.start <= figure.start < each.end), None)


def _same(first: Figure, second: Figure) -> bool:
    a, b = first.quantity, second.quantity
    if a.unit.kind is not b.unit.kind or a.unit.dimension != b.unit.dimension or a.unit.per != b.unit.per or b.upper:
        return False
    if a.unit.kind is Kind.COUNT and abs(a.number.value) < 10:
        return False  # "two men" are seldom the same two
    return bool(a.base(True) & b.base(True)) and (a.value == b.value or a.hedge is not None or b.hedge is not None)


@relation(
    reads="rounded",
    roles={"a": AMOUNT, "b": AMOUNT},
    says={"b": "{a} is {b}"},
    examples=[
        Example("Rail firm to cut 2,850 jobs. The operator said on Monday that 2,850 jobs would go."),
        Silent("Some 40 people came on Monday. Another 60 people came on Tuesday."),
    ],
    candidates=repeated,
)
def b(a: Any) -> Any:
    """The same quantity of the same thing, stated twice in one text."""
    return a * 1
