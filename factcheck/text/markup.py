"""Markup: Markdown and HTML blanked out in place.

In: a source and its markup. Out: a text as long, in which only prose is left, and the comments with what they say. The
one idea: code and comments first, in one pass from left to right, because nothing within them is markup; then the marks
of blocks, each a stop that ends a sentence; then the marks within a line. Every pattern is linear in its text.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator

from factcheck.model import Span

MARKUPS = ("plain", "markdown", "html")
# Where a block, an item or a cell begins: ends a sentence, and stands for the mark until the sentences are cut.
STOP = "\f"


def prose(source: str, markup: str) -> tuple[str, list[tuple[Span, str]]]:
    """The source with all but its prose blanked, and its comments: where each stands and what it says."""
    text, comments = source.replace(STOP, " "), []
    if markup != "plain":
        hidden = list(_hidden(text, markup))
        comments = [
            (span, text[span.start + 4 : span.end - 3]) for span in hidden if text.startswith("<!--", span.start)
        ]
        if markup == "markdown":
            comments += [(Span(*match.span()), match.group(1)) for match in _NOTE.finditer(text)]
        text = _blanked(text, hidden)
        if markup == "markdown":
            text = _BLOCK.sub(_block, text)
    for needle, pattern, written in _INLINE[markup]:
        if needle in text:
            text = pattern.sub(written, text)
    return text, comments


def _spaces(string: str) -> str:
    return "\n".join([" " * len(line) for line in string.split("\n")])


def _blanked(text: str, spans: list[Span]) -> str:
    pieces: list[str] = []
    at = 0
    for span in spans:
        pieces += text[at : span.start], _spaces(text[span.start : span.end])
        at = span.end
    return "".join(pieces) + text[at:]


# --- code and comments -----------------------------------------------------------------------------------------------

_OPENER = re.compile(
    r"[`~<](?:(?P<ticks>(?<=`)`*+)|(?P<tildes>(?<=~)~~~*+)|(?<=<)(?:!--|"
    r"(?P<element>(?i:script|style|code|pre|kbd|samp|svg|math|textarea))(?=[\s/>])))"
)
_OPENS_LINE = re.compile(r"[ \t>]{0,40}(?:(?:[-*+]|\d{1,9}[.)])[ \t]{1,4})?")
_FENCES = {mark: re.compile(rf"^[ \t>]{{0,40}}({mark}{{3,}}+)[ \t\r]*$", re.MULTILINE) for mark in "`~"}
_FRONT = re.compile(r"\A(---|\+\+\+)[ \t\r]*\n")


def front_matter(text: str) -> tuple[str, Span, int] | None:
    """The front matter of Markdown: the mark that opens it (--- for YAML, +++ for TOML), what it holds, where it ends."""
    front = _FRONT.match(text)
    if front is None:
        return None
    mark = front.group(1)
    close = re.compile(rf"^(?:{re.escape(mark)}|\.\.\.)[ \t\r]*$", re.MULTILINE).search(text, front.end())
    return None if close is None else (mark, Span(front.end(), close.start()), close.end())


def _hidden(text: str, markup: str) -> Iterator[Span]:
    """Front matter, code, comments and elements that hold no prose, from left to right."""
    at, ticks, unclosed = 0, _Ticks(text), set[str]()
    front = front_matter(text) if markup == "markdown" else None
    if front is not None:
        at = front[2]
        yield Span(0, at)
    while (opener := _OPENER.search(text, at)) is not None:
        start, at, kind = opener.start(), opener.end(), opener.lastgroup
        end: int | None = None
        if kind in ("ticks", "tildes"):
            if markup == "markdown":
                end = _fenced(text, start, at) if at - start >= 3 else None
                if end is None and kind == "ticks":
                    end = ticks.close(start, at)
        elif (element := (opener.group("element") or "-->").lower()) not in unclosed:
            end = _closed(text, at, element)
            if end is None:
                unclosed.add(element)  # what is closed nowhere below is not looked for again
        if end is not None:
            yield Span(start, end)
            at = end


def _fenced(text: str, start: int, at: int) -> int | None:
    """Where the block behind a fence ends, at a fence no shorter or with the text; None where it is no fence."""
    begin = text.rfind("\n", max(0, start - 60), start) + 1
    if (begin == 0 and start > 60) or _OPENS_LINE.fullmatch(text, begin, start) is None:
        return None
    end = text.find("\n", at)
    if text[start] == "`" and text.find("`", at, len(text) if end < 0 else end) >= 0:
        return None
    for match in _FENCES[text[start]].finditer(text, at):
        if len(match.group(1)) >= at - start:
            return match.end()
    return len(text)


def _closed(text: str, at: int, kind: str) -> int | None:
    if kind == "-->":
        end = text.find(kind, at)
        return None if end < 0 else end + 3
    match = re.compile(rf"</{kind}[ \t\r\n]{{0,20}}>", re.IGNORECASE).search(text, at)
    return None if match is None else match.end()


class _Ticks:
    """The runs of backticks of a text, by length: a code span ends at the next run as long as its own."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.runs: dict[int, list[int]] | None = None

    def close(self, start: int, end: int) -> int | None:
        if self.text[start - 1 : start] == "\\":
            return None
        if self.runs is None:
            self.runs = {}
            for run in re.finditer(r"`++", self.text):
                self.runs.setdefault(run.end() - run.start(), []).append(run.start())
        like = self.runs[end - start]
        found = bisect_left(like, end)
        if found == len(like) or self.text.find("\n\n", end, like[found]) >= 0:
            return None
        return like[found] + end - start


# --- blocks of Markdown ----------------------------------------------------------------------------------------------

_NOTE = re.compile(r"^\[(?://|comment|#)\]: ?#? ?[(\"']([^\n]{1,400})[)\"'][ \t\r]*$", re.MULTILINE)
_BLOCK = re.compile(
    r"^(?=[ \t]{0,40}[>#=\-*+•_|:\[\d])[ \t]{0,40}(?:>[ \t]{0,4}){0,10}(?:"
    r"(?P<rule>(?:=+|(?:[-*_][ \t]*){3,}|[|: \t]*-[-|: \t]*)(?=\r?$))"  # under a heading or a table's head, or between
    r"|(?P<heading>#{1,6}[ \t][^\n]*+\n?)"
    r"|(?P<row>\|[^\n]*+\n?)"
    r"|(?P<item>(?:[-*+•]|(?P<number>\d{1,9})[.)])[ \t]{1,8}(?:\[[ xX]\][ \t])?)"
    r"|(?P<definition>\[(?!\^)[^\]\n]{1,200}\]:[ \t][^\n]*+)"
    r")?",
    re.MULTILINE,
)
_HASHES = re.compile(r"[ \t>]*#+[ \t]")
_CLOSING = re.compile(r"(?:\A|[ \t])#+\Z")
_ITEM = re.compile(r"[ \t>]{0,50}(?:[-*+•]|\d{1,9}[.)])[ \t]")


def _block(match: re.Match[str]) -> str:
    surface, kind = match.group(), match.lastgroup
    if kind is None:  # a quotation's marks, or nothing
        return surface.replace(">", " ")
    if kind == "heading":
        opened = _HASHES.match(surface).end()  # type: ignore[union-attr]
        closed = STOP if surface.endswith("\n") else ""
        body = _CLOSING.sub("", surface[opened:].rstrip())
        return STOP.ljust(opened) + body.ljust(len(surface) - opened - len(closed)) + closed
    if kind == "row":
        return surface.replace("|", STOP).replace("\n", STOP)
    if match.group("number") and match.group("number") != "1" and not _listed(match):
        return surface  # "the total was\n12. Then"
    return STOP + " " * (len(surface) - 1)


def _listed(match: re.Match[str]) -> bool:
    """Whether the line before is blank or an item itself, so that a number and a stop begin an item."""
    text, end = match.string, match.start() - 1
    before = text[text.rfind("\n", 0, max(end, 0)) + 1 : max(end, 0)]
    return not before.strip() or _ITEM.match(before) is not None


# --- marks within a line ---------------------------------------------------------------------------------------------

_Written = Callable[[re.Match[str]], str]
_POWERS = str.maketrans("0123456789-−+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁺")
_INDICES = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
# Characters that belong to what follows them, so that their room stands before: &pound;600m.
_LEADING = frozenset("$£€¥¢₹“‘«([−±≈~<>≤≥ \u00a0\u2009\u202f")


def _blank(match: re.Match[str]) -> str:
    return _spaces(match.group())


def _stop(match: re.Match[str]) -> str:
    return STOP + _spaces(match.group())[1:]


def _emphasis(match: re.Match[str]) -> str:
    """Blank where it opens or closes something; 2 * 3 and snake_case stay."""
    text, start, end = match.string, match.start(), match.end()
    before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
    stays = (
        end - start > 3
        or (before.isspace() and after.isspace())
        or (text[start] == "_" and before.isalnum() and after.isalnum())
    )
    return match.group() if stays else " " * (end - start)


def _power(match: re.Match[str]) -> str:
    """km<sup>2</sup> is km²; what hangs on no unit and on no ten is a note's mark."""
    before = match.string[max(0, match.start() - 2) : match.start()]
    power = before[-1:].isalpha() or before == "10"
    return (match.group(1).translate(_POWERS) if power else "").ljust(len(match.group()))


def _index(match: re.Match[str]) -> str:
    return match.group(1).translate(_INDICES).ljust(len(match.group()))


def _entity(match: re.Match[str]) -> str:
    character = html.unescape(match.group())
    if len(character) != 1 or character in "\f\n\r":
        return match.group()
    room = len(match.group())
    return character.rjust(room) if character in _LEADING else character.ljust(room)


_URL = ("://", re.compile(r"\b[a-z]{2,6}://[^\s<>\"]{1,2000}(?<![.,;:!?)\]'’”])", re.IGNORECASE), _blank)
_TAGS: tuple[tuple[str, re.Pattern[str], _Written], ...] = (
    ("<", re.compile(r"<sup>([-−+]?\d{1,3})</sup>", re.IGNORECASE), _power),
    ("<", re.compile(r"<sub>(\d{1,3})</sub>", re.IGNORECASE), _index),
    (
        "<",
        re.compile(
            r"</?(?:p|div|li|ul|ol|dl|dd|dt|h[1-6]|hr|td|th|tr|table|thead|tbody|caption|br|blockquote|section|article|"
            r"aside|nav|main|header|footer|title|figure|figcaption|form|option|button|label|summary|details)\b[^<>]{0,2000}>",
            re.IGNORECASE,
        ),
        _stop,
    ),
    ("<", re.compile(r"</?[A-Za-z][^<>]{0,2000}>|<[!?][A-Za-z][^<>]{0,2000}>"), _blank),
    ("&", re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});"), _entity),
)
_INLINE: dict[str, tuple[tuple[str, re.Pattern[str], _Written], ...]] = {
    "plain": (_URL,),
    "html": (*_TAGS, _URL),
    "markdown": (
        ("[^", re.compile(r"\[\^[^\]\s]{1,60}\]:?"), _blank),  # a footnote's mark
        ("](", re.compile(r"!?\[(?=[^\[\]]{1,500}\]\()"), _blank),
        (
            "](",
            re.compile(
                r"\]\([^()\s]{0,2000}(?:\([^()\s]{0,500}\)[^()\s]{0,500})?(?:\s{1,3}(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'))?\)"
            ),
            _blank,
        ),
        ("][", re.compile(r"!?\[(?=[^\[\]]{1,500}\]\[)"), _blank),
        ("][", re.compile(r"\]\[[^\[\]\n]{0,200}\]"), _blank),
        *_TAGS,
        _URL,
        ("*", re.compile(r"\*++"), _emphasis),
        ("_", re.compile(r"_++"), _emphasis),
        ("~~", re.compile(r"~~"), _blank),
        ("\\", re.compile(r"\\(?=[!-/:-@\[-`{-~])|\\$", re.MULTILINE), _blank),
    ),
}
