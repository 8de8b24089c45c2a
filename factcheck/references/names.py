"""Names: where any of many names stands in a text.

In: names, of several words each, and what they stand for. Out: their places in a text. The one idea: all names go into
one tree, word by word, through which the text is walked once, so that a thousand names cost no more than one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from factcheck.model import Span

T = TypeVar("T")

_TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass(slots=True)
class _Node(Generic[T]):
    children: dict[str, _Node[T]] = field(default_factory=dict)
    leaves: list[tuple[tuple[str, ...], T]] = field(default_factory=list)  # the name's words, as they are written


class Names(Generic[T]):
    """A tree of names, word by word, and what each stands for.

    >>> names = Names()
    >>> names.add("Guinea", 1), names.add("Papua New Guinea", 2)
    (None, None)
    >>> [number for _, number in names.find("In Papua New Guinea, not Guinea; guinea pigs")]
    [2, 1]
    """

    def __init__(self) -> None:
        self._root: _Node[T] = _Node()

    def add(self, name: str, value: T) -> None:
        """Let a name stand for a value; it may stand for several."""
        words, node = tuple(_TOKEN.findall(name.replace("’", "'"))), self._root
        for word in words:
            key = word.lower()
            if key not in node.children:
                node.children[key] = _Node()
            node = node.children[key]
        if words:
            node.leaves.append((words, value))

    def find(self, text: str) -> Iterator[tuple[Span, T]]:
        """Every name in a text, the longest at each place, none within another; with each of its values."""
        words = list(_words(text))
        at = 0
        while at < len(words):
            node, best, here = self._root, 0, at
            found: list[T] = []
            while here < len(words) and (child := node.children.get(words[here][0].lower())):
                node, here = child, here + 1
                fitting = [value for spelt, value in node.leaves if _spelt(spelt, words, at)]
                if fitting:
                    found, best = fitting, here
            for value in found:
                yield Span(words[at][1], words[best - 1][2]), value
            at = best if found else at + 1


def _words(text: str) -> Iterator[tuple[str, int, int]]:
    for match in _TOKEN.finditer(text):
        word = match.group()
        yield "'" if word == "’" else word, match.start(), match.end()


def _spelt(name: tuple[str, ...], words: list[tuple[str, int, int]], at: int) -> bool:
    """Whether the words stand as the name has them: a capital of the name must be one in the text."""
    return all(
        word == words[at + n][0] or (word.islower() and word == words[at + n][0].lower()) for n, word in enumerate(name)
    )
