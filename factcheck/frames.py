"""Frames: how a text says a relation, written as the sentence would be, compiled to a pattern over skeletons.

In: a frame's source and what its relation's roles are filled by. Out: a Frame. The one idea: a frame names only what
ties the figures together; a gap never crosses a figure, a direction word or a clause's end, and a slot only takes
figures that its role can be.

    {part} of {whole} ({share})           slots, literal words, punctuation
    CHANGE ... {rate} TO .. {new}         a class of words.txt in capitals; ... is a gap of some words, .. of a few
    CHANGE & by {rate} & FROM {old}       & : after the first, in any order within the clause
    {a} to {a'} ({b} to {b'})             primes make a second claim, side by side with the first
    {part+} and {part}                    + : a list of one or more, by commas
    {delta:CHANGE} FROM {old} TO {new}    a role filled by a word: "rose" is a delta above zero
    {a} ({_}; {b})                        _ : a figure that plays no part
    {part=P}                              = : only figures of this letter (clauses.py), here percentages
    {sign:CHANGE} SAME                    which of two direction words gives the sign; one that must be like the first
    {rate} !of                            ! : a word that must not follow
    {total} /// {part}  @ ...             /// : the same with direction words in between; @ in front: brackets and dates stay
    [a|the] // ^ PAUSE SEP                brackets: optional; | : or; // : on to the next sentence; ^ : a sentence begins;
                                          PAUSE : a comma, colon or dash; SEP : a comma, semicolon or slash

A gap never crosses a figure, a direction word or a clause's end; a slot only takes figures that its role can be.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.clauses import END, FALL, RISE, words
from factcheck.errors import BadRelation
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
)

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
GAP = rf"[^A-Z{END}{RISE}{FALL}¦;()]{{0,90}}?"  # about fifteen words
SHORT = rf"[^A-Z{END}{RISE}{FALL}¦;(),]{{0,45}}?"
WINDOW = rf"[^{END}{RISE}{FALL}¦;]{{0,160}}?"  # of a free-order frame: figures may stand between
NEXT = rf"[^A-Z{END}{RISE}{FALL}]{{0,160}}{END} ?[^A-Z{END}{RISE}{FALL}¦]{{0,90}}?"

AFTER = rf"[^A-Z{END}]{{0,200}}{END} ?[^A-Z{END}¦]{{0,120}}?"
_MARKS = {"PAUSE": "[,:-]", "SEP": "[;,/]", "BREAK": "¦"}
_TOKEN = re.compile(
    r"\{(\w+)(['+]*)(?:=([A-Z]+))?(?::([A-Z]+))?\}|\.\.\.?|///?|![a-z]+|&|\[|\]|\^|([A-Z]{2,})|([\w'’%-]+(?:\|[\w'’%-]+)*)|(\S)"
)


# Classes whose words compare two figures: the slot behind one takes the figure that it introduces.
COMPARING = frozenset({"OVER", "UNDER", "ONLY", "BEATS", "FOLLOWED"})


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame made ready: its pattern, and the role of each group."""

    source: str  # of the pattern, which is compiled when a text first needs it
    roles: tuple[tuple[str, str, int, bool], ...]  # group, role, primes, whether a comparing word stands before it
    words: tuple[tuple[str, str, str], ...]  # group, role, class
    on_full: bool  # matched against the full skeleton: it names brackets or dates
    needs: tuple[tuple[str, ...], ...]  # of each, one must be in the skeleton, else there is nothing to look for
    classes: frozenset[str]  # of words.txt, each of which must be in it
    letters: tuple[frozenset[str], ...]  # of each, one must be in it


@functools.cache
def frame(source: str, fills: tuple[tuple[str, str], ...]) -> Frame:
    """Compile a frame of a relation whose roles are filled so. Raises BadRelation where it cannot be read."""
    kinds, roles, spoken, pieces = dict(fills), [], [], []
    free, arrow, signed = False, "", "{sign:" in source
    beside = False  # whether the token before compares: its slot may take the figure that it introduces
    needs: list[tuple[str, ...]] = []
    classes: set[str] = set()
    slots: list[str] = []
    depth = 0  # of optional brackets
    on_full = source.startswith("@") or "(" in source or "=B" in source
    for number, match in enumerate(_TOKEN.finditer(source.removeprefix("@"))):
        role, marks, only, kind, capitals, literal, other = match.groups()
        token = match.group()
        beside, before = (kind or capitals or "") in COMPARING or (beside and token in ("..", "...")), beside
        if role:
            group = f"g{number}"
            if kind or kinds.get(role) == WORD:
                spoken.append((group, role, kind or ""))
                classes.add(kind or "")
                pieces.append(f"(?P<{group}>{_class(source, kind or '')})")
                continue
            if role != "_" and role not in kinds:
                raise BadRelation(source, f"the frame names a role {role!r} that the relation does not have")
            letters = only or ("A-Z" if role == "_" else SLOTS[kinds[role]])
            on_full = on_full or kinds.get(role) in (DATE, WEEKDAY, LENGTH, AGE, RATE)
            one = f"[{letters}]"
            if not depth:
                slots.append(letters)
            body = f"{one}(?:,? (?:and )?{GAP}{one}){{0,12}}" if "+" in marks else one
            if role == "_":
                pieces.append(one)
            else:
                roles.append((group, role, marks.count("'"), before))
                pieces.append(f"(?P<{group}>{body})")
        elif token in ("...", "..") and pieces and pieces[-1] in (NEXT, AFTER):
            continue  # the step to the next sentence is a gap on both sides
        elif token == "...":
            pieces.append(GAP)
        elif token == "..":
            pieces.append(SHORT)
        elif token in ("//", "///"):
            if pieces and pieces[-1] in (GAP, SHORT):
                pieces.pop()
            pieces.append(NEXT if token == "//" else AFTER)
        elif token == "&":
            pieces.append(")(?=" if free else "(?=")
            pieces.append(WINDOW)
            free = True
        elif token == "[":
            depth += 1
            pieces.append("(?:")
        elif token == "]":
            depth -= 1
            pieces.append(")?")
        elif token.startswith("!"):
            pieces.append(rf"(?! ?{re.escape(token[1:])}\b)")
        elif token == "^":
            pieces.append(f"(?:^|(?<={END}))")
        elif capitals == "SAME":
            pieces.append(f"(?P={arrow})")
        elif capitals == "CHANGE" and signed:
            classes.add("CHANGE")
            arrow = arrow or f"g{number}"
            pieces.append(f"(?P<g{number}>[{RISE}{FALL}])")
        elif capitals == "CHANGE":
            classes.add("CHANGE")
            arrow = arrow or f"g{number}"
            spoken.append((f"g{number}", "sign", capitals))
            pieces.append(f"(?P<g{number}>[{RISE}{FALL}])")
        elif capitals in _MARKS:
            pieces.append(_MARKS[capitals])
        elif capitals:
            if not depth:
                classes.add(capitals)
            pieces.append(_class(source, capitals))
        elif literal:
            if not depth:
                needs.append(tuple(literal.split("|")))
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
    return Frame(
        body + (")" if free else ""),
        tuple(roles),
        tuple(spoken),
        on_full,
        tuple(needs),
        frozenset(classes),
        tuple(frozenset(each) for each in slots if each != "A-Z"),
    )


@functools.cache
def pattern(source: str) -> re.Pattern[str]:
    """A frame's pattern; compiling all of them at once would take longer than checking an article."""
    return re.compile(source)


def possible(frame: Frame, text: str) -> bool:
    """Whether all that a frame cannot do without is in a skeleton: a quick no for most frames on most texts."""
    there, letters = _contents(text)
    if not frame.classes <= there:
        return False
    for slot in frame.letters:
        if letters.isdisjoint(slot):
            return False
    for alternatives in frame.needs:
        for word in alternatives:
            if word in text:
                break
        else:
            return False
    return True


@functools.lru_cache(8)
def _contents(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The classes of words that occur in a skeleton, and the letters of its figures."""
    there = {name for name in words() if name not in ("RISE", "FALL", "BREAK") and _found(name).search(text)}
    there |= {name for name, mark in (("RISE", RISE), ("FALL", FALL)) if mark in text}
    if there & {"RISE", "FALL"}:
        there.add("CHANGE")
    return frozenset(there), frozenset(each for each in text if "A" <= each <= "Z")


@functools.cache
def _found(name: str) -> re.Pattern[str]:
    return re.compile(_class("", name))


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
    return rf"\b(?:{branched(words()[name])})(?!\w)"


def branched(listed: Iterable[str]) -> str:
    """Words as one pattern that branches on the first letter, so that it fails quickly; longest first."""
    heads: dict[str, list[str]] = {}
    for word in sorted(listed, key=len, reverse=True):
        heads.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(head)}(?:{'|'.join(tails)})" for head, tails in heads.items())
