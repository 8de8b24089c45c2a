"""Vocabulary: the words of words.txt by class, and among them those that say which way an amount went.

In: a language, or a stretch of text. Out: the words of each class; the direction words that stand in the text.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from importlib.resources import files

BREAK, AND = "¦", "&"  # of a clause; between two of a kind
# A direction word is an arrow; a participle ("falling to 14"), which has the subject of the clause before it, a slanted one.
RISE, FALL = "↑↗", "↓↘"
ARROWS = RISE + FALL
SLANTED = "↗↘"


@functools.cache
def words(language: str = "en") -> dict[str, tuple[str, ...]]:
    """The table of words.txt: class -> its words, longest first."""
    found: dict[str, list[str]] = {}
    for line in files("factcheck").joinpath("words.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            name, spoken, listed = line.split("\t")
            if spoken == language:
                found.setdefault(name, []).extend(each.strip() for each in listed.split(","))
    return {name: tuple(sorted(each, key=len, reverse=True)) for name, each in found.items()}


@functools.cache
def marks() -> tuple[re.Pattern[str], dict[str, str]]:
    """The pattern of all words that become one character, and which."""
    table = {**dict.fromkeys(words()["BREAK"], BREAK), "and": AND, "made up of": "made up of"}  # which is no rise
    for name, arrows in (("RISE", RISE), ("FALL", FALL)):
        table |= {word: arrows[word.endswith("ing")] for word in words()[name]}
    alternatives = "|".join(map(re.escape, sorted(table, key=len, reverse=True)))
    return (
        re.compile(
            rf"(?<![\w-])(?:{alternatives})(?<!capital gain)(?<!capital gains)(?<!\bat once)(?![\w'’-]| short of| through | than| due\b)(?!(?<=narrow) (?:range|margin|majority|lead|band|victory|win|trading)\b)"
            r"(?!(?:(?<=\ba gain)|(?<=e gain)|(?<=e gains)|(?<=es gain)|(?<=es gains)|(?<=ry gain)|(?<=ry gains)) (?:from|on)\b)"  # in the accounts
        ),
        table,
    )


@dataclass(frozen=True, slots=True)
class Turn:
    """A direction word in a stretch of text: where it stands, the word, and its way, 1 up or -1 down."""

    start: int
    end: int
    word: str
    way: int


def turns(text: str) -> list[Turn]:
    """The direction words of a stretch of text, in order."""
    pattern, table = marks()
    return [
        Turn(match.start(), match.end(), match.group(), 1 if table[match.group()] in RISE else -1)
        for match in pattern.finditer(text.lower())
        if table[match.group()] in ARROWS
    ]
