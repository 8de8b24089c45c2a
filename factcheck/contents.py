"""Contents: which sentences of a skeleton could hold a frame, before its pattern is tried.

In: a skeleton and a frame. Out: the stretches worth searching. The one idea: what a frame cannot do without (its
words, its classes, the letters of its slots) is looked up by sentence, in sets of sentences written as integers, a bit
for each: a few ANDs rule most frames out, and leave a sentence or two to the others.
"""

from __future__ import annotations

import functools
import re
import string
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from factcheck.frames import Frame
from factcheck.model import END, Skeleton
from factcheck.vocabulary import ARROWS, FALL, RISE, SLANTED, words

_PIECES = re.compile(r"[A-Z]|[a-z\d][a-z\d'’%-]*|[^\s\w]|\w")
_END = re.compile(END)
_CAPITALS = frozenset(string.ascii_uppercase)


@functools.cache
def _openings() -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """For each first word of a phrase the classes that have such a phrase, and its other words."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    listed = {**words(), "RISE": RISE, "FALL": FALL, "CHANGE": ARROWS, "CHANGING": SLANTED}
    for name, phrases in listed.items():
        for first, *others in map(_PIECES.findall, phrases):
            found.setdefault(first, []).append((name, tuple(others)))
    return {first: tuple(each) for first, each in found.items()}


@dataclass(slots=True)
class Vocabulary:
    """The words of a skeleton by sentence. Its projections have the same, and share them."""

    ends: list[int]  # where each sentence ends
    places: dict[str, list[int]]  # of each word or mark the numbers of its sentences, ascending
    classes: dict[str, int]  # of each class the sentences that hold all words of one of its phrases
    sets: dict[tuple[str, ...], int] = field(default_factory=dict)  # the same of alternatives, once asked for
    fits: dict[tuple[Frame, ...], list[tuple[Frame, int]]] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str) -> Vocabulary:
        """That of a skeleton's text."""
        ends = [match.end() for match in _END.finditer(text)]
        if not ends or ends[-1] < len(text):
            ends.append(len(text))
        places: dict[str, list[int]] = {}
        start = 0
        for number, end in enumerate(ends):
            for piece in set(_PIECES.findall(text, start, end)):
                places.setdefault(piece, []).append(number)
            start = end
        openings = _openings()
        classes: dict[str, int] = {}
        for first in places.keys() & openings.keys():
            begun = _bits(places[first])
            for name, others in openings[first]:
                there = begun
                for word in others:
                    there &= _bits(places.get(word, ()))
                if there:
                    classes[name] = classes.get(name, 0) | there
        return cls(ends, places, classes)

    def having(self, alternatives: tuple[str, ...]) -> int:
        """The sentences in which one of some words stands."""
        if alternatives not in self.sets:
            found = 0
            for word in alternatives:
                found |= _bits(self.places.get(word, ()))
            self.sets[alternatives] = found
        return self.sets[alternatives]

    def fitting(self, frames: tuple[Frame, ...]) -> list[tuple[Frame, int]]:
        """Those of some frames for which the words are there, and the sentences in which each could begin."""
        if frames not in self.fits:
            self.fits[frames] = [(frame, found) for frame in frames if (found := self._beginning(frame))]
        return self.fits[frames]

    def _beginning(self, frame: Frame) -> int:
        if not frame.classes <= self.classes.keys():
            return 0
        found = (1 << len(self.ends)) - 1
        for name in frame.classes:
            found &= _spread(self.classes[name], frame.steps)
        for alternatives in frame.needs:
            found &= _spread(self.having(alternatives), frame.steps)
        return found


@dataclass(slots=True)
class Contents:
    """A skeleton's figures by sentence, beside its vocabulary."""

    vocabulary: Vocabulary
    starts: list[int]  # where each sentence of the vocabulary starts in this skeleton, and where the last one ends
    letters: dict[str, int]  # of each letter the sentences that hold it
    counted: tuple[int, ...]  # the sentences with at least one figure, two, three
    slots: dict[frozenset[str], int] = field(default_factory=dict)  # of letters together, once asked for

    @classmethod
    def of(cls, skeleton: Skeleton, vocabulary: Vocabulary, starts: list[int] | None = None) -> Contents:
        """Those of a skeleton, whose sentences start elsewhere than the vocabulary's where some are left out."""
        starts, text = starts or [0, *vocabulary.ends], skeleton.text
        by_letter: dict[str, list[int]] = {}
        numbers: list[int] = []
        number = 0
        for place in skeleton.positions:
            letter = text[place]
            if letter in _CAPITALS:
                while starts[number + 1] <= place:
                    number += 1
                by_letter.setdefault(letter, []).append(number)
                numbers.append(number)
        counted = ([here for here, there in zip(numbers, numbers[k:], strict=False) if here == there] for k in range(3))
        return cls(
            vocabulary,
            starts,
            {letter: _bits(each) for letter, each in by_letter.items()},
            tuple(map(_bits, counted)),
        )

    def stretches(self, frames: tuple[Frame, ...]) -> Iterator[tuple[Frame, int, int]]:
        """Where all that a frame cannot do without stands close enough together: start and end of what to search."""
        for frame, sentences in self.vocabulary.fitting(frames):
            for start, end in self._stretches(frame, sentences):
                yield frame, start, end

    def _stretches(self, frame: Frame, found: int) -> list[tuple[int, int]]:
        for slot in frame.letters:
            found &= _spread(self._holding(slot), frame.steps)
            if not found:
                return []
        if frame.letters and not frame.steps:
            found &= self.counted[min(len(frame.letters), len(self.counted)) - 1]
        for _ in range(frame.steps):
            found |= found << 1
        stretches = []
        while found:
            first = (found & -found).bit_length() - 1
            run = found >> first
            length = (~run & (run + 1)).bit_length() - 1
            last = min(first + length, len(self.starts) - 1)
            stretches.append((self.starts[first], self.starts[last]))
            found = run >> length << (first + length)
        return stretches

    def _holding(self, slot: frozenset[str]) -> int:
        if slot not in self.slots:
            found = 0
            for letter, sentences in self.letters.items():
                if letter in slot:
                    found |= sentences
            self.slots[slot] = found
        return self.slots[slot]


def _bits(numbers: Iterable[int]) -> int:
    """A set of numbers, which ascend, as an integer; in linear time."""
    listed = list(numbers)
    if not listed:
        return 0
    marks = bytearray(listed[-1] // 8 + 1)
    for number in listed:
        marks[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(marks, "little")


def _spread(sentences: int, steps: int) -> int:
    """With the sentences that come up to so many steps before one of these."""
    for _ in range(steps):
        sentences |= sentences >> 1
    return sentences
