"""Links: from clauses to claims, by laying the relations' frames over the skeletons. Knows no relation by name.

In: a Passage and the relations. Out: Claims. The one idea: words assert the link, arithmetic never makes one; where
frames overlap, the one that explains more figures wins.

A frame is written as the sentence would be, with slots for figures:

    {part} of {whole} ({share})           slots, literal words, punctuation
    CHANGE ... {rate} TO .. {new}         a class of words.txt in capitals; ... is a gap of some words, .. of a few
    CHANGE & by {rate} & FROM {old}       & : after the first, in any order within the clause
    {a} to {a'} ({b} to {b'})             primes make a second claim, side by side with the first
    {part+} and {part}                    + : a list of one or more, by commas
    {delta:CHANGE} FROM {old} TO {new}    a role filled by a word: "rose" is a delta above zero
    {a} ({_}; {b})                        _ : a figure that plays no part
    {part=P}                              = : only figures of this letter (clauses.py), here percentages
    {sign:CHANGE} SAME                    which of two direction words gives the sign; one that must be like the first
    {total} /// {part}  @ ...             /// : the same with direction words in between; @ in front: brackets and dates stay
    [a|the] // ^ PAUSE SEP                brackets: optional; | : or; // : on to the next sentence; ^ : a sentence begins;
                                          PAUSE : a comma, colon or dash; SEP : a comma, semicolon or slash

A gap never crosses a figure, a direction word or a clause's end; a slot only takes figures that its role can be.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from factcheck.clauses import END, FALL, RISE, words
from factcheck.errors import BadRelation
from factcheck.interval import Interval
from factcheck.model import Claim, Figure, Form, Passage, Quantity, Skeleton
from factcheck.relations import (
    AGE,
    AMOUNT,
    COUNT,
    DATE,
    FACTOR,
    LENGTH,
    LIST,
    MEASURE,
    MONEY,
    RATE,
    RATIO,
    WEEKDAY,
    WORD,
    Relation,
)
from factcheck.units import Kind

# The letters (clauses.py) that may stand in a slot, by what fills the role.
SLOTS = {
    AMOUNT: "CUNPQFYRB",
    MEASURE: "UY",
    MONEY: "CB",
    RATIO: "PFR",
    FACTOR: "X",
    RATE: "BCUNP",
    COUNT: "NUY",
    LENGTH: "Y",
    DATE: "D",
    WEEKDAY: "W",
    AGE: "AYN",
    LIST: "",
}
# The value that a word gives to the role it fills. (REST: "the remaining 15 percent" are what is left of the whole.)
WORD_VALUES = {
    "RISE": Interval(Interval.point(0).low, None, True, False),
    "FALL": Interval(None, Interval.point(0).low, False, True),
    "OVER": Interval(Interval.point(0).low, None, True, False),
    "UNDER": Interval(None, Interval.point(0).low, False, True),
    "REST": Interval.point(1),
    "VOTED": Interval.point(1),
    "LEAVES": Interval.point(1),
    "SPLIT": Interval.point(1),
    "ONLY": Interval(Interval.point(0).low, None, True, False),
    **dict.fromkeys(("RANKED", "FOLLOWED", "RECORD"), Interval(Interval.point(0).low, None, True, False)),
    "BEATS": Interval(Interval.point(0).low, None, True, False),
    "LEAD": Interval(Interval.point(0).low, None, True, False),
}
COMPARING = frozenset({"OVER", "UNDER", "ONLY", "BEATS", "FOLLOWED"})
ARROWS = {RISE: "RISE", FALL: "FALL"}

GAP = rf"[^A-Z{END}{RISE}{FALL}¦;()]{{0,70}}?"  # about a dozen words
SHORT = rf"[^A-Z{END}{RISE}{FALL}¦;(),]{{0,45}}?"
WINDOW = rf"[^{END}{RISE}{FALL}¦;]{{0,160}}?"  # of a free-order frame: figures may stand between
NEXT = rf"[^A-Z{END}{RISE}{FALL}]{{0,160}}{END} ?[^A-Z{END}{RISE}{FALL}¦]{{0,90}}?"

AFTER = rf"[^A-Z{END}]{{0,200}}{END} ?[^A-Z{END}¦]{{0,120}}?"
_MARKS = {"PAUSE": "[,:-]", "SEP": "[;,/]", "BREAK": "¦"}
_TOKEN = re.compile(
    r"\{(\w+)(['+]*)(?:=([A-Z]+))?(?::([A-Z]+))?\}|\.\.\.?|///?|&|\[|\]|\^|([A-Z]{2,})|([\w'’%-]+(?:\|[\w'’%-]+)*)|(\S)"
)


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame made ready: its pattern, and the role of each group."""

    pattern: re.Pattern[str]
    roles: tuple[tuple[str, str, int, bool], ...]  # group, role, primes, whether a comparing word stands before it
    words: tuple[tuple[str, str, str], ...]  # group, role, class
    on_full: bool  # matched against the full skeleton: it names brackets or dates


@functools.cache
def frame(source: str, fills: tuple[tuple[str, str], ...]) -> Frame:
    """Compile a frame of a relation whose roles are filled so. Raises BadRelation where it cannot be read."""
    kinds, roles, spoken, pieces = dict(fills), [], [], []
    free, arrow, signed = False, "", "{sign:" in source
    beside = False  # whether the token before compares: its slot may take the figure that it introduces
    on_full = source.startswith("@") or "(" in source or "=B" in source
    for number, match in enumerate(_TOKEN.finditer(source.removeprefix("@"))):
        role, marks, only, kind, capitals, literal, other = match.groups()
        token = match.group()
        beside, before = (kind or capitals or "") in COMPARING or (beside and token in ("..", "...")), beside
        if role:
            group = f"g{number}"
            if kind or kinds.get(role) == WORD:
                spoken.append((group, role, kind or ""))
                pieces.append(f"(?P<{group}>{_class(source, kind or '')})")
                continue
            if role != "_" and role not in kinds:
                raise BadRelation(source, f"the frame names a role {role!r} that the relation does not have")
            letters = only or ("A-Z" if role == "_" else SLOTS[kinds[role]])
            on_full = on_full or kinds.get(role) in (DATE, WEEKDAY, LENGTH, AGE, RATE)
            one = f"[{letters}]"
            body = f"{one}(?:,? (?:and )?{GAP}{one}){{0,12}}" if "+" in marks else one
            if role == "_":
                pieces.append(one)
            else:
                roles.append((group, role, marks.count("'"), before))
                pieces.append(f"(?P<{group}>{body})")
        elif token == "...":
            pieces.append(GAP)
        elif token == "..":
            pieces.append(SHORT)
        elif token == "///":
            pieces.append(AFTER)
        elif token == "//":
            pieces.append(NEXT)
        elif token == "&":
            pieces.append(")(?=" if free else "(?=")
            pieces.append(WINDOW)
            free = True
        elif token == "[":
            pieces.append("(?:")
        elif token == "]":
            pieces.append(")?")
        elif token == "^":
            pieces.append(f"(?:^|(?<={END}))")
        elif capitals == "SAME":
            pieces.append(f"(?P={arrow})")
        elif capitals == "CHANGE" and signed:
            arrow = arrow or f"g{number}"
            pieces.append(f"(?P<g{number}>[{RISE}{FALL}])")
        elif capitals == "CHANGE":
            arrow = arrow or f"g{number}"
            spoken.append((f"g{number}", "sign", capitals))
            pieces.append(f"(?P<g{number}>[{RISE}{FALL}])")
        elif capitals in _MARKS:
            pieces.append(_MARKS[capitals])
        elif capitals:
            pieces.append(_class(source, capitals))
        elif literal:
            pieces.append(_literal(literal))
        else:
            pieces.append(re.escape(other))
    body = (
        " ?".join(pieces)
        .replace("(?: ?", "(?:")
        .replace(" ?)?", ")?")
        .replace("(?= ?", "(?=")
        .replace(" ?)(?=", ")(?=")
    )
    return Frame(re.compile(body + (")" if free else "")), tuple(roles), tuple(spoken), on_full)


def _literal(words: str) -> str:
    """Words as they stand, whole ones."""
    return (
        "(?:"
        + "|".join(
            rf"\b{re.escape(each)}(?!\w)" if each[-1].isalnum() else re.escape(each) for each in words.split("|")
        )
        + ")"
    )


def _class(source: str, name: str) -> str:
    if name == "CHANGE":
        return f"[{RISE}{FALL}]"
    if name in ("RISE", "FALL"):
        return RISE if name == "RISE" else FALL
    if name not in words():
        raise BadRelation(source, f"the frame names a class {name!r} that words.txt does not have")
    return rf"\b(?:{'|'.join(map(re.escape, words()[name]))})(?!\w)"


def claims(passage: Passage, relations: Iterable[Relation], language: str = "en") -> list[Claim]:
    """All claims that the words of the document make, in text order, each figure set claimed once a kind."""
    found: list[Claim] = []
    for relation in relations:
        laid: list[Claim] = []
        for source in relation.frames.get(language, ()):
            laid.extend(_laid(frame(source, tuple(relation.roles.items())), relation, passage))
        found.extend(laid if relation.candidates is None else relation.candidates(passage, laid))
    return sorted(_explaining_most(found), key=lambda claim: (claim.span, claim.kind))


def _laid(frame: Frame, relation: Relation, passage: Passage) -> Iterator[Claim]:
    skeleton = passage.full if frame.on_full else passage.plain
    compared = _compared(skeleton.text)
    match = frame.pattern.search(skeleton.text)
    while match:
        if any(
            match.start(group) in compared and not beside and relation.roles[role] == AMOUNT
            for group, role, _, beside in frame.roles
        ):
            match = frame.pattern.search(skeleton.text, match.start() + 1)
            continue
        for primes in range(3):
            roles = tuple(
                (role, passage.figures[number])
                for group, role, marks, _ in frame.roles
                if marks == primes and match.group(group)
                for number in _numbers(skeleton, *match.span(group))
            )
            if roles and (claim := _claim(relation, roles, _spoken(frame, match, relation))):
                yield claim
        match = frame.pattern.search(skeleton.text, match.start() + 1)


@functools.cache
def _comparison() -> re.Pattern[str]:
    listed = "|".join(map(re.escape, (*words()["OVER"], *words()["UNDER"])))
    return re.compile(rf"\b(?:{listed})(?!\w)[^A-Z{END},;()]{{0,40}}([A-Z])")


@functools.lru_cache(8)
def _compared(text: str) -> frozenset[int]:
    """Where the figures stand that a comparing word introduces: they are no one's new or old value."""
    return frozenset(match.start(1) for match in _comparison().finditer(text))


def _numbers(skeleton: Skeleton, start: int, end: int) -> list[int]:
    return [skeleton.positions[place] for place in range(start, end) if place in skeleton.positions]


def _spoken(frame: Frame, match: re.Match[str], relation: Relation) -> tuple[tuple[str, Interval], ...]:
    found: dict[str, Interval] = {}
    for group, role, kind in frame.words:
        surface = match.group(group)
        if surface is None or role in found:
            continue
        name = ARROWS.get(surface, kind)
        if role == "sign":
            if relation.signed:
                found[role] = Interval.point(-1 if name in ("FALL", "UNDER") else 1)
        else:
            found[role] = WORD_VALUES[name]
    return tuple(found.items())


def _claim(
    relation: Relation, roles: tuple[tuple[str, Figure], ...], spoken: tuple[tuple[str, Interval], ...]
) -> Claim | None:
    """The claim, if its figures can stand in these roles together."""
    ordered = tuple(sorted(roles, key=lambda each: each[1].span))
    if len({figure.span for _, figure in ordered}) < len(ordered):
        return None
    amounts = [figure.quantity for role, figure in ordered if relation.roles[role] == AMOUNT]
    if any(not comparable(a, b) for a, b in combinations(amounts, 2)):
        return None
    return Claim(relation.name, ordered, spoken)


def comparable(a: Quantity, b: Quantity) -> bool:
    """Whether two amounts can be of one sort: a bare number takes its fellow's unit, counted nouns may differ in word."""
    kinds = {_sort(a), _sort(b)}
    if a.unit.per != b.unit.per and a.unit.per and b.unit.per:
        return False
    if kinds <= {Kind.COUNT, Kind.NUMBER} or kinds == {Kind.POINT} or kinds == {Kind.PERCENT}:
        return True
    if Kind.NUMBER in kinds and Kind.POINT not in kinds:
        return True
    if len(kinds) > 1:
        return False
    return a.unit.dimension == b.unit.dimension or any(
        x.dimension == y.dimension for x in (a.unit, *a.unit.others) for y in (b.unit, *b.unit.others)
    )


def _sort(quantity: Quantity) -> Kind:
    """The kind of its unit; a fraction such as a third is of the percentages' kind."""
    return (
        Kind.PERCENT
        if quantity.number.form is Form.FRACTION and quantity.unit.kind is Kind.NUMBER
        else quantity.unit.kind
    )


def _explaining_most(found: Sequence[Claim]) -> list[Claim]:
    """Of claims over the same figures the first; of one whose figures are all in another, the other.

    Further ways to fill one kind's roles from the same figures become readings of the first.
    """
    groups: dict[frozenset[tuple[int, int]], list[Claim]] = {}
    for claim in found:
        key = frozenset((figure.start, figure.end) for _, figure in claim.roles)
        groups.setdefault(key, []).append(claim)
    kept: list[Claim] = []
    holders: dict[tuple[int, int], list[frozenset[tuple[int, int]]]] = {}
    for key in groups:
        for span in key:
            holders.setdefault(span, []).append(key)
    for key, claims in groups.items():
        if len(key) > 1 and any(key < other for other in holders[next(iter(key))]):
            continue
        first = claims[0]
        readings = tuple(
            dict.fromkeys(
                claim.roles for claim in claims[1:] if claim.kind == first.kind and claim.roles != first.roles
            )
        )
        kept.append(Claim(first.kind, first.roles, first.words, readings))
    return kept
