"""Where each value of a TOML or JSON file stands, which the parsers of the standard library do not tell.

In: a source that its parser has taken. Out: for each path of keys and positions, the spans of the key and of the value. The
one idea: the parser has proved the file sound, so that a walk over its tokens needs no care but for brackets and commas.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from factcheck.model import Span

Path = tuple[str | int, ...]

_TOKEN = re.compile(
    r"""(?P<skip>[ \t]+|\#[^\n]*)
    |(?P<line>\r?\n)
    |(?P<string>\"\"\"(?:[^"\\]|\\[\s\S]|"(?!""))*\"\"\"|'''(?:[^']|'(?!''))*'''|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')
    |(?P<sign>[\[\]{}=:,])
    |(?P<bare>[^\s\[\]{}=:,\#"']+)""",
    re.VERBOSE,
)
_QUOTES = re.compile(r"\"\"\"(?:\r?\n)?|'''(?:\r?\n)?|\"|'")
_ESCAPED = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the source: `kind` is line, string, sign or bare; the text of a string is what is between its quotes."""

    kind: str
    text: str
    span: Span


def places(source: str) -> Mapping[Path, tuple[Span, Span]]:
    """Path -> the span of its key (of the value, in an array) and the span of its value, quotes left out."""
    walk = _Walk(source)
    walk.document()
    return walk.found


def _tokens(source: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(source):
        kind = match.lastgroup or ""
        if kind == "skip":
            continue
        start, end = match.span()
        if kind == "string":
            opening = _QUOTES.match(source, start)
            assert opening is not None
            start, end = opening.end(), end - len(opening.group().rstrip("\r\n"))
        yield Token(kind, source[start:end], Span(start, end))


_END = Token("end", "", Span(0, 0))


class _Walk:
    """One walk over the tokens of a source."""

    def __init__(self, source: str) -> None:
        self.tokens = list(_tokens(source))
        self.at = 0
        self.found: dict[Path, tuple[Span, Span]] = {}

    def next(self) -> Token:
        token = self.tokens[self.at] if self.at < len(self.tokens) else _END
        self.at += 1
        return token

    def peek(self) -> Token:
        return self.tokens[self.at] if self.at < len(self.tokens) else _END

    def lines(self) -> Token:
        """The next token that is no line break, which is not taken."""
        while self.peek().kind == "line":
            self.at += 1
        return self.peek()

    def document(self) -> None:
        """A JSON object, or TOML's lines."""
        if self.lines().text == "{" and self.peek().kind == "sign":
            self.value((), self.peek().span)
            return
        table: Path = ()
        while self.lines().kind != "end":
            if self.peek().text == "[" and self.peek().kind == "sign":
                while self.peek().text == "[" and self.peek().kind == "sign":
                    self.at += 1
                table, key = self.key(())
                self.found.setdefault(table, (key, key))
                while self.peek().kind not in ("line", "end"):
                    self.at += 1
            else:
                self.pair(table)

    def pair(self, table: Path) -> None:
        """A key, a sign and a value."""
        path, key = self.key(table)
        self.at += 1
        self.value(path, key)

    def key(self, table: Path) -> tuple[Path, Span]:
        """A key, dotted or not, up to the sign behind it."""
        first = self.peek().span
        path, last = table, first
        while self.peek().kind in ("string", "bare"):
            token = self.next()
            last = token.span
            names = [_unescaped(token.text)] if token.kind == "string" else token.text.split(".")
            path = (*path, *filter(None, names))
        return path, Span(first.start, last.end)

    def value(self, path: Path, key: Span) -> None:
        """A string, a scalar, an array or a table."""
        self.lines()
        token = self.next()
        if token.kind == "sign" and token.text in "[{":
            self.found.setdefault(path, (key, token.span))
            closing, number = {"[": "]", "{": "}"}[token.text], 0
            while self.lines().kind != "end" and not (self.peek().kind == "sign" and self.peek().text == closing):
                if token.text == "{":
                    self.pair(path)
                else:
                    self.value((*path, number), self.peek().span)
                    number += 1
                if self.lines().text == "," and self.peek().kind == "sign":
                    self.at += 1
            self.at += 1
            return
        end = token.span.end
        while token.kind == "bare" and self.peek().kind in ("bare", "sign") and self.peek().text not in (",", "]", "}"):
            end = self.next().span.end  # a time of day holds colons
        self.found.setdefault(path, (key, Span(token.span.start, end)))


def _unescaped(text: str) -> str:
    """A quoted key; escapes other than these are left, and then only the error's column is less exact."""
    return _ESCAPED.sub(lambda match: chr(int(match.group(1), 16)) if match.group(1) else match.group(2), text)
