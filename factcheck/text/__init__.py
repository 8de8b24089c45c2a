"""Text: from a source to a Document: decoded, markup blanked, cut into sentences; no offset ever moves.

In: bytes, or a string with its markup. Out: a Document whose text is as long as its source. The one idea: what is not
prose becomes spaces in place, so that every figure stands where the reader's editor shows it.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator

from factcheck.errors import Unreadable
from factcheck.model import Document, Span
from factcheck.text.markup import MARKUPS, STOP, prose
from factcheck.text.sentences import sentences

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes, path: str) -> str:
    """The text of a file: UTF-8, or UTF-16 and UTF-32 with a byte order mark. Raises Unreadable for anything else.

    Nothing is guessed: a byte that is not UTF-8 may be a pound sign in one code page and a letter in the next.
    """
    encoding = next((name for mark, name in _BOMS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding.startswith("utf-8") and b"\0" in data:
            raise _binary(path) from error
        raise Unreadable(
            path, f"is not {encoding.upper()} text (byte {error.start}); convert it to UTF-8 first"
        ) from error
    if "\0" in text:
        raise _binary(path)
    return text


def _binary(path: str) -> Unreadable:
    return Unreadable(path, "is a binary file, not text; give plain text, Markdown or HTML")


def document(source: str, markup: str = "plain") -> Document:
    """Read a source. Raises ValueError for a markup other than plain, markdown and html."""
    if markup not in MARKUPS:
        raise ValueError(f"unknown markup {markup!r}; one of {', '.join(MARKUPS)}")
    text, comments = prose(source, markup)
    spans = sentences(text, lines=markup == "plain")
    return Document(source, _unwrapped(text, spans), spans, tuple(_ignored(source, comments)))


def _unwrapped(text: str, spans: Iterable[Span]) -> str:
    """A line break within a sentence is a space, so that "27,000 square\\nkilometers" is read as one."""
    pieces: list[str] = []
    at = 0
    for span in spans:
        pieces.append(text[at : span.start].replace(STOP, "\n"))
        pieces.append(text[span.start : span.end].replace("\r", " ").replace("\n", " "))
        at = span.end
    return "".join(pieces) + text[at:].replace(STOP, "\n")


_SPACE = re.compile(r"\s*+")
_IGNORE = re.compile(r"\s*factcheck:\s*ignore\b([\w ,]*)")


def _ignored(source: str, comments: Iterable[tuple[Span, str]]) -> Iterator[tuple[Span, frozenset[str]]]:
    """The lines that comments silence: their own, or where one stands alone the next that is not blank."""
    start = end = -1
    for span, comment in comments:
        match = _IGNORE.match(comment)
        if match is None:
            continue
        line = Span(start, end)
        if not start <= span.start < end:  # each line is looked at once, however many comments it holds
            start, end = source.rfind("\n", 0, span.start) + 1, _line_end(source, span.end)
            line = Span(start, end)
            if not (source[start : span.start] + source[span.end : end]).strip():
                following = _SPACE.match(source, end).end()  # type: ignore[union-attr]
                line = Span(following, _line_end(source, following))
        yield line, frozenset(match.group(1).replace(",", " ").split())


def _line_end(source: str, at: int) -> int:
    end = source.find("\n", at)
    return len(source) if end < 0 else end
