"""The table of contents: from a source to its Report, one stage after the other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol

from factcheck import figures, links, text
from factcheck.clauses import passage
from factcheck.doubts import in_doubt
from factcheck.judge import judge
from factcheck.model import Claim, Document, Report
from factcheck.references import Reference, mentions, world
from factcheck.relations import Relation, load
from factcheck.repair import repairs


class HasRelation(Protocol):
    """What `factcheck.relation` makes, and `factcheck.share` is."""

    @property
    def relation(self) -> Relation: ...


class HasReferences(Protocol):
    """What `factcheck.Facts` is."""

    @property
    def references(self) -> Iterable[Reference]: ...


def check(
    source: str,
    published: str | dt.date | None = None,
    relations: Iterable[Relation | HasRelation] | None = None,
    markup: str = "plain",
    references: Iterable[Reference] = (),
    facts: HasReferences | None = None,
    reference: bool = True,
) -> Report:
    """Read every figure of a text and judge every claim that ties them together.

    `published`: the day of publication, ISO 8601 or a date, against which dates without a year are judged.
    `relations`: those to check, all of factcheck's own where not given. `markup`: "plain", "markdown" or "html".
    `references` and `facts`: figures given elsewhere that the text is held against.
    `reference`: whether it is also held against factcheck's own table of countries and constants.
    Raises ValueError for a publication date that is none, or an unknown markup.
    """
    day = dt.date.fromisoformat(published) if isinstance(published, str) else published
    own = [relation if isinstance(relation, Relation) else relation.relation for relation in relations or ()]
    kinds = load() if relations is None else {relation.name: relation for relation in own}
    document = text.document(source, markup)
    read = figures.read(document.text)
    known = [
        *references,
        *(facts.references if facts else ()),
        *(world(document.text, read, day) if reference and "reference" in kinds else ()),
    ]
    written = replace(passage(document, read, day), mentions=mentions(document.text, known))
    claims = links.claims(written, kinds.values())
    heard = [claim for claim in claims if not _ignored(claim, document)]
    judged = [judge(claim, kinds[claim.kind]) for claim in heard]
    checks = [each for each in judged if not in_doubt(each, kinds[each.claim.kind], written)]
    mended = (replace(each, repairs=repairs(each, kinds, document, checks)) for each in checks)
    return Report(document, read, tuple(mended))


def _ignored(claim: Claim, document: Document) -> bool:
    return any(line.overlaps(claim.span) and (not kinds or claim.kind in kinds) for line, kinds in document.ignored)
