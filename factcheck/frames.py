"""Frames: how a text says a relation, written as the sentence would be, compiled to a pattern over skeletons.

In: a frame's source and what its relation's roles are filled by. Out: a Frame. The one idea: a frame names only what
ties the figures together. It is laid over a projection of the text (projections.py), in which the figures of one sort are
letters and all others are points that a gap may pass; so a gap never crosses a figure that could have filled the slot.

    {part} of {whole} ({share})           slots, literal words, punctuation
    CHANGE ... {rate} TO .. {new}         a class of words.txt in capitals; ... is a gap of some words, .. of a few
    CHANGE & by {rate} & FROM {old}       & : after the first, in any order within the clause
    {a} to {a'} ({b} to {b'})             primes make a second claim, side by side with the first
    {part+} and {part}                    + : a list of one or more, by commas
    {delta:CHANGE} FROM {old} TO {new}    a role filled by a word: "rose" is a delta above zero
    {a} ({_}; {b})                        _ : a figure that plays no part
    {part=P}                              = : only figures of this letter (clauses.py), here percentages
    {sign:MORE|LESS}                      classes of which either may stand there
    {sign:CHANGE} SAME                    which of two direction words gives the sign; one that must be like the first
    {rate} !of                            ! : a word that must not follow
    {upper} .... OVER .. {lower}          .... : a wide gap, across direction words and clauses of one sentence
    {rate} /// {new}  @ ...               /// : the same, past direction words of the first; @ in front: dates stay
    [a|the] // ^ PAUSE SEP                brackets: optional; | : or; // : on to the next sentence; ^ : a sentence begins;
                                          //^ : on to the first word of the next; PAUSE : a comma, colon or dash;
                                          SEP : a comma, semicolon or slash

A figure that a word such as "from" or "above" introduces is the old or the compared one: it only fills a slot behind
such a word.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from factcheck.errors import BadRelation
from factcheck.model import END
from factcheck.relations import (
    AGE,
    AMOUNT,
    COUNT,
    DATE,
    DIFFERENCE,
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
from factcheck.vocabulary import AND, ARROWS, FALL, RISE, SLANTED, words

# The letters (clauses.py) that may stand in a slot, by what fills the role.
SLOTS = {
    AMOUNT: "CUNPQFYRB",
    DIFFERENCE: "CUNPQFYRB",
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
# In a projection (projections.py) the amounts of the sort at hand are M, or S where they are percentages and may be shares
# as well. A figure of another sort is a point, one that "to" or "from" leads to a barred one: no gap passes it.
AMOUNTS, SHARES, OTHER, BARRED = "M", "S", "·", "¤"
GAP = rf"[^A-Z{BARRED}{END}{ARROWS}¦;()]{{0,120}}?"  # about twenty words
# Before a direction word, whose subject "and" would change, or a noun behind a comma: "of the 640, absences fell".
_PASSED = rf"[^A-Z{BARRED}{END}{ARROWS}{AND}¦;()"
UNBROKEN = rf"(?:{_PASSED},]{{0,90}}?|{_PASSED}]{{0,120}}?, (?:(?:which|that|was|were|is|are|has|had|have|also|still|well|far|an?|the|its|sharply|slightly|just|only) ){{0,3}})"
_NEAR = rf"[^A-Z{OTHER}{BARRED}{END}{ARROWS}{AND}¦:;(),]"
# Another figure may say which amount it is: "from a February average of 1.9m", "from 47 years in 1900 to 77".
_WHICH = (
    rf"(?<= in ){OTHER}|[{OTHER}{BARRED}](?=s | (?:average|mean|median|level|figure|high|low|peak|record|total|best) )"
)
SHORT = rf"(?:{_NEAR}|{_WHICH}){{0,45}}?"
# What "from" introduces stands behind it with no verb between: "income from rents was 5" is 5, not from 5, and "from a
# year ago to reach £5m" leads on to another figure.
INTRODUCED = (
    rf"(?:(?! (?:to|was|were|is|are|totalled|totaled|reached|stood|came|amounted|hit|made) ){_NEAR}|{_WHICH}){{0,45}}?"
)
# What a comparing word introduces stands close behind it: "above yesterday's close at 289p" compares with the close.
# Forecasts are "for" something.
CLOSE = (
    rf"(?:(?! (?:at|to|by|from|for|in|he|she|it|they) ){_NEAR}"
    rf"|(?<=casts|mates|tions) for|{_WHICH}){{0,40}}?"
)
WIDE = rf"[^A-Z{END};()]{{0,160}}?"
WINDOW = rf"[^{END}{ARROWS}¦;]{{0,160}}?"  # of a free-order frame: figures may stand between
NEXT = rf"[^A-Z{END}{ARROWS}]{{0,160}}{END} ?[^A-Z{END}{ARROWS}¦]{{0,90}}?"
BEGINS = rf"[^A-Z{END}{ARROWS}]{{0,160}}{END}"
AFTER = rf"[^A-Z{END}]{{0,200}}{END} ?[^A-Z{END}{ARROWS}¦]{{0,90}}?"
_DIRECTIONS = frozenset({"CHANGE", "CHANGING", "RISE", "FALL"})
_STEPS = {"//": NEXT, "///": AFTER, "//^": BEGINS}
_MARKS = {"PAUSE": "(?:[,:]|(?<= )-(?= ))", "SEP": "[;,/]", "BREAK": "¦"}
_TOKEN = re.compile(
    r"\{(\w+)(['+]*)(?:=([A-Z]+))?(?::([A-Z]+))?\}|\.{2,4}|//\^|///?|![a-z]+|&|\[|\]|\^|([A-Z]{2,})|([\w'’%-]+(?:\|[\w'’%-]+)*)|(\S)"
)


# Words that introduce a figure, in two families: the slot behind one takes the figure that it introduces.
COMPARING = frozenset({"OVER", "UNDER", "ONLY", "BEATS", "FOLLOWED"})
FORMER = frozenset({"FROM", "VERSUS", "ONLY", "BASE", "from", "against", "than", "on", "over"})


@dataclass(frozen=True, slots=True)
class Slot:
    """A role's place in a frame."""

    group: str  # of the pattern; empty roles are figures that play no part
    role: str
    primes: int
    only: str  # the letters it takes, where the frame says so
    behind: frozenset[str]  # the classes and words right before it


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """A frame made ready: its pattern, and the role of each group."""

    source: str  # of the pattern, which is compiled when a text first needs it
    slots: tuple[Slot, ...]
    words: tuple[tuple[str, str, str], ...]  # group, role, class
    same: tuple[tuple[str, str], ...]  # groups of direction words that must point the same way
    layer: str  # which skeleton it is laid over: full, bracketed (it names brackets) or plain
    needs: tuple[tuple[str, ...], ...]  # of each, one must be in the skeleton, else there is nothing to look for
    classes: frozenset[str]  # of words.txt, each of which must be in it
    letters: tuple[frozenset[str], ...]  # of each, one must be in it
    steps: int  # how many sentences it runs on to


_EITHER = re.compile(r"[A-Z]{2,}(?:\|[A-Z]{2,})+")


def alternatives(source: str) -> Iterator[str]:
    """The frames that one with classes to choose from stands for, one of each."""
    match = _EITHER.search(source)
    if match is None:
        yield source
        return
    for name in match.group().split("|"):
        yield from alternatives(source[: match.start()] + name + source[match.end() :])


@functools.cache
def frame(source: str, fills: tuple[tuple[str, str], ...]) -> Frame:
    """Compile a frame of a relation whose roles are filled so. Raises BadRelation where it cannot be read."""
    kinds, slots, spoken, same, pieces = dict(fills), list[Slot](), [], [], list[str]()
    projected = AMOUNT in kinds.values()
    free, arrow, signed = False, "", "{sign:" in source
    behind: set[str] = set()  # the classes and words since the last slot but for gaps
    needs: list[tuple[str, ...]] = []
    classes: set[str] = set()
    letters: list[frozenset[str]] = []
    depth, word = 0, ""  # of optional brackets
    layer = "plain" if "(" not in source else "bracketed" if projected else "full"
    if source.startswith("@"):
        layer = "full"
    for number, match in enumerate(_TOKEN.finditer(source.removeprefix("@"))):
        role, marks, only, kind, capitals, literal, other = match.groups()
        token = match.group()
        group = f"g{number}"
        last, word = {word}, kind or capitals or ""  # the class right before this token
        if role and (kind or kinds.get(role) == WORD):
            spoken.append((group, role, kind or ""))
            classes.add(kind or "")
            behind.add(kind or "")
            _tighten(pieces, kind or "")
            pieces.append(f"(?P<{group}>{_class(source, kind or '')})")
        elif role:
            if role != "_" and role not in kinds:
                raise BadRelation(source, f"the frame names a role {role!r} that the relation does not have")
            loose = bool(pieces) and pieces[-1] == GAP
            taken = f"A-Z{OTHER}{BARRED}" if role == "_" else _letters(kinds[role], only, projected, loose)
            if not projected and (kinds.get(role) in (DATE, WEEKDAY, LENGTH, AGE, RATE) or "B" in (only or "")):
                layer = "full"
            if not depth and role != "_":
                letters.append(frozenset(taken))
            one = f"[{taken}]"
            body = f"{one}(?:,? (?:{AND} )?{GAP}{one}){{0,12}}?" if "+" in marks else one
            slots.append(Slot(group, "" if role == "_" else role, marks.count("'"), only or "", frozenset(behind)))
            behind = set()
            pieces.append(f"(?P<{group}>{body})")
        elif token.startswith(".."):
            if pieces and pieces[-1] in (NEXT, AFTER):
                continue  # the step to the next sentence is a gap on both sides
            compares = len(token) == 2 and bool(behind & COMPARING) and bool(last & COMPARING)
            pieces.append(CLOSE if compares else {2: SHORT, 3: GAP, 4: WIDE}[len(token)])
        elif token in _STEPS:
            if pieces and pieces[-1] in (GAP, SHORT):
                pieces.pop()
            pieces.append(_STEPS[token])
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
        elif capitals in _MARKS:
            pieces.append(_MARKS[capitals])
        elif capitals:
            name = "CHANGE" if capitals == "SAME" else capitals
            if not depth:
                classes.add(name)
            behind.add(name)
            if capitals == "SAME":
                same.append((arrow, group))
            elif capitals in ("CHANGE", "CHANGING") and not signed:
                spoken.append((group, "sign", "CHANGE"))
            arrow = arrow or group
            _tighten(pieces, name)
            pieces.append(f"(?P<{group}>{_class(source, name)})")
        elif literal:
            if not depth:
                needs.append(tuple(AND if each == "and" else each for each in literal.split("|")))
            behind.update(literal.split("|"))
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
        tuple(slots),
        tuple(spoken),
        tuple(same),
        layer,
        tuple(needs),
        frozenset(classes),
        tuple(letters),
        sum(piece in _STEPS.values() for piece in pieces),
    )


def _tighten(pieces: list[str], name: str) -> None:
    """Let the gap before a direction word not pass "and": what follows that has a subject of its own."""
    if name in _DIRECTIONS and pieces and pieces[-1] == GAP:
        pieces[-1] = UNBROKEN


def _letters(fill: str, only: str | None, projected: bool, loose: bool) -> str:
    """The letters that a slot takes, in a projection where the relation has amounts.

    A share among percentages is only told from them by what stands right beside it.
    """
    if fill in (AMOUNT, DIFFERENCE):
        return AMOUNTS + SHARES + ("Q" if fill == DIFFERENCE else "")
    return (only or SLOTS[fill]) + (SHARES if projected and fill == RATIO and not loose else "")


@functools.cache
def pattern(source: str) -> re.Pattern[str]:
    """A frame's pattern; compiling all of them at once would take longer than checking an article."""
    return re.compile(source)


def _literal(words: str) -> str:
    """Words as they stand, whole ones."""
    listed = [AND if each == "and" else each for each in words.split("|")]
    return (
        "(?:"
        + "|".join(rf"\b{re.escape(each)}(?!\w)" if each[-1].isalnum() else re.escape(each) for each in listed)
        + ")"
    )


def _class(source: str, name: str) -> str:
    arrows = {"CHANGE": ARROWS, "CHANGING": SLANTED, "RISE": RISE, "FALL": FALL}.get(name)
    if arrows:
        return f"[{arrows}]"
    if name not in words():
        raise BadRelation(source, f"the frame names a class {name!r} that words.txt does not have")
    return rf"(?<!\w)(?:{branched(words()[name])})(?!\w| which\b| whom\b)"


def branched(listed: Iterable[str]) -> str:
    """Words as one pattern that branches on the first letter, so that it fails quickly; longest first."""
    heads: dict[str, list[str]] = {}
    for word in sorted(listed, key=len, reverse=True):
        heads.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(head)}(?:{'|'.join(tails)})" for head, tails in heads.items())
