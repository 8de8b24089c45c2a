"""Phrasings of our own, a file a kind: one text a line, in which the kind finds a claim that holds.

A text that is wrong begins with "! ". Every frame of every relation must find a claim in one of them, or in an example
of its relation: a frame for which nobody can write a sentence is one that nobody writes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from factcheck import links
from factcheck.frames import Frame, alternatives, frame
from factcheck.model import Claim, Passage, Skeleton, Verdict
from factcheck.pipeline import check
from factcheck.relations import Example, Relation, load

PHRASINGS = Path(__file__).parent / "phrasings"
KINDS = [kind for kind in load().values() if kind.frames or (PHRASINGS / f"{kind.name}.txt").exists()]
Spans = frozenset[tuple[int, int]]


def phrasings(kind: Relation) -> list[str]:
    path = PHRASINGS / f"{kind.name}.txt"
    return path.read_text("utf-8").splitlines() if path.exists() else []


def texts(lines: Iterable[str]) -> Iterator[tuple[str, Verdict]]:
    for line in lines:
        wrong = line.startswith("! ")
        yield line.removeprefix("! ").replace("\\n", "\n"), Verdict.INCONSISTENT if wrong else Verdict.CONSISTENT


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_phrasing_is_read_as_its_kind_and_judged(kind: Relation) -> None:
    for text, verdict in texts(phrasings(kind)):
        found = check(text).checks
        assert verdict in {each.verdict for each in found if each.claim.kind == kind.name}, text
        if verdict is Verdict.CONSISTENT:
            assert not [each for each in found if each.verdict is Verdict.INCONSISTENT], text


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_frame_finds_a_claim_in_a_text_of_our_own(kind: Relation, monkeypatch: pytest.MonkeyPatch) -> None:
    laid: dict[Spans, set[str]] = {}
    lay = links._laid

    def noting(
        made: Frame, relation: Relation, passage: Passage, skeleton: Skeleton, start: int, end: int
    ) -> Iterator[Claim]:
        for claim in lay(made, relation, passage, skeleton, start, end):
            if relation is kind:
                laid.setdefault(_spans(claim), set()).add(made.source)
            yield claim

    monkeypatch.setattr(links, "_laid", noting)
    proven: set[str] = set()
    own = [example.text for example in kind.examples if isinstance(example, Example)]
    for text in (*own, *(text for text, _ in texts(phrasings(kind)))):
        laid.clear()
        for each in check(text).checks:
            if each.claim.kind == kind.name:
                proven |= laid.get(_spans(each.claim), set())
    fills = tuple(kind.roles.items())
    unproven = [
        source
        for sources in kind.frames.values()
        for source in sources
        if not any(frame(each, fills).source in proven for each in alternatives(source))
    ]
    assert unproven == []


def _spans(claim: Claim) -> Spans:
    return frozenset((figure.start, figure.end) for _, figure in claim.roles)
