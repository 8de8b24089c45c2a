"""Text: from a source to a Document: decoded, markup blanked, cut into sentences; no offset ever moves.

In: bytes, or a string with its markup. Out: a Document whose text is as long as its source. The one idea: what is not
prose becomes spaces in place, so that every figure stands where the reader's editor shows it.
"""

from __future__ import annotations

import codecs
import html
import re

from factcheck.errors import Unreadable
from factcheck.model import Document, Span

MARKUPS = ("plain", "markdown", "html")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes, path: str) -> str:
    """The text of a file: UTF-8, or UTF-16 and UTF-32 with a byte order mark. Raises Unreadable for anything else."""
    encoding = next((name for mark, name in _BOMS if data.startswith(mark)), "utf-8")
    if encoding.startswith("utf-8") and b"\0" in data:
        raise Unreadable(path, "is a binary file, not text; give plain text, Markdown or HTML")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable(
            path, f"is not {encoding.upper()} text (byte {error.start}); convert it to UTF-8 first"
        ) from error


def document(source: str, markup: str = "plain") -> Document:
    """Read a source. Raises ValueError for a markup other than plain, markdown and html."""
    if markup not in MARKUPS:
        raise ValueError(f"unknown markup {markup!r}; one of {', '.join(MARKUPS)}")
    text = source
    ignored: tuple[tuple[Span, frozenset[str]], ...] = ()
    if markup != "plain":
        ignored = _ignored(source)
        text = _blank_html(text) if markup == "html" else _blank_markdown(text)
    sentences = _sentences(text, markup)
    return Document(source, _unwrapped(text, sentences), sentences, ignored)


def _unwrapped(text: str, sentences: tuple[Span, ...]) -> str:
    """A line break within a sentence is a space, so that "27,000 square\\nkilometers" is read as one."""
    pieces: list[str] = []
    at = 0
    for sentence in sentences:
        pieces.append(text[at : sentence.start])
        pieces.append(text[sentence.start : sentence.end].replace("\n", " "))
        at = sentence.end
    return "".join(pieces) + text[at:]


# --- comments --------------------------------------------------------------------------------------------------------

_COMMENT = re.compile(r"<!--([^>]{0,400}?)-->")
_IGNORE = re.compile(r"\s*factcheck:\s*ignore\b([\w ,]*)")


def _ignored(source: str) -> tuple[tuple[Span, frozenset[str]], ...]:
    """The lines that a comment silences: its own, or the next where it stands alone."""
    found = []
    for comment in _COMMENT.finditer(source):
        match = _IGNORE.match(comment.group(1))
        if match is None:
            continue
        start = source.rfind("\n", 0, comment.start()) + 1
        end = source.find("\n", comment.end())
        end = len(source) if end < 0 else end
        if source[start:end].strip() == comment.group().strip():
            start, following = end + 1, source.find("\n", end + 1)
            end = len(source) if following < 0 else following
        found.append((Span(start, end), frozenset(match.group(1).replace(",", " ").split())))
    return tuple(found)


# --- markup ----------------------------------------------------------------------------------------------------------


def _spaces(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match.group())


_HTML = (
    re.compile(r"<!--(?:[^-]|-(?!->)){0,20000}-->"),
    re.compile(r"<(script|style|code|pre|kbd|svg|math)\b[^>]{0,2000}>(?:[^<]|<(?!/\1>)){0,100000}</\1>", re.IGNORECASE),
)
_BLOCK = re.compile(
    r"</?(?:p|div|li|ul|ol|h[1-6]|td|th|tr|table|br|blockquote|section|article|header|footer|title|figcaption|dd|dt)\b[^>]{0,2000}>",
    re.IGNORECASE,
)
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,2000}>|<![A-Za-z][^>]{0,400}>")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
# A block's tag ends a sentence; a form feed stands for it until the sentences are cut.
_STOP = "\f"


def _blank_html(text: str) -> str:
    for pattern in _HTML:
        text = pattern.sub(_spaces, text)
    text = _BLOCK.sub(lambda match: _STOP + re.sub(r"[^\n]", " ", match.group())[1:], text)
    text = _TAG.sub(_spaces, text)
    return _ENTITY.sub(_entity, text)


def _entity(match: re.Match[str]) -> str:
    character = html.unescape(match.group())
    if len(character) != 1:
        return match.group()
    # "&nbsp;" is a space between a number and its unit: the rest of its room goes before it
    return (
        " " * (len(match.group()) - 1) + character
        if character.isspace()
        else character + "\u2060" * 0 + " " * (len(match.group()) - 1)
    )


_MARKDOWN = (
    re.compile(r"\A---\n(?:.*\n){0,200}?(?:---|\.\.\.)[ \t]*(?=\n|\Z)"),  # front matter
    re.compile(r"^(`{3,}|~{3,})[^\n]*\n(?:(?!\1)[^\n]*\n)*(?:\1[^\n]*|\Z)", re.MULTILINE),
    re.compile(r"(?<!`)(`{1,2})(?!`)[^`\n]{1,400}\1(?!`)"),
    re.compile(r"\]\([^()\s]{0,2000}(?:\s\"[^\"\n]{0,300}\")?\)"),  # a link's target
    re.compile(r"^\[[^\]\n]{1,200}\]:[^\n]*$", re.MULTILINE),
    re.compile(r"!\[(?=[^\]\n]{0,300}\])"),
    re.compile(r"\[\^[^\]\n]{1,60}\]:?"),
    re.compile(r"^(?:\|? ?:?-{2,}:? ?)+\|?[ \t]*$", re.MULTILINE),
)
_EMPHASIS = re.compile(
    r"\*{1,3}|(?<!\w)_{1,3}(?=\w)|(?<=\w)_{1,3}(?!\w)|~~|(?<!\w)\[(?=\w)|\](?!\w)|\\(?=[$*_#\[\]()~`>|-])"
)


def _blank_markdown(text: str) -> str:
    for pattern in _MARKDOWN:
        text = pattern.sub(_spaces, text)
    for pattern in _HTML:
        text = pattern.sub(_spaces, text)
    text = _TAG.sub(_spaces, text)
    # emphasis inside a word or a figure is closed up elsewhere; here it may only stand beside white space or stops
    text = _EMPHASIS.sub(_spaces, text)
    return _ENTITY.sub(_entity, text)


# --- sentences -------------------------------------------------------------------------------------------------------

_END = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s)|\n[ \t]*\n\s*|\f|\n(?=[ \t]*(?:[-*•+#>|]|\d{1,2}[.)])[ \t])|\n")
_ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Rev|Gen|Col|Lt|Sgt|Capt|Gov|Sen|Rep|Hon|Sir|Jr|Sr|Messrs|Inc|Corp|Co|Ltd|Cos|Bros|vs|v|etc|approx|ca|c|"
    r"No|Nos|no|Vol|pp?|ed|eds|Fig|al|e\.g|i\.e|cf|est|a\.m|p\.m|U\.S|U\.K|U\.N|E\.U|D\.C|L\.A|N\.Y|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|"
    r"Mon|Tue|Tues|Wed|Thu|Thurs|Fri|Sat|Sun|sq|cu|ft|in|yd|mi|oz|lb|lbs|gal|Mt|Ft|Ave|Blvd|Rd|Calif|Mass|Conn|Pa|Md|Va|Ill|Mich|Minn|Wis|Fla|Ga|"
    r"Tenn|Ala|Ariz|Colo|Del|Ind|Kan|Ky|La|Mo|Mont|Neb|Nev|Okla|Ore|Tex|Vt|Wash|bn|m)|(?:^|[\s(.])[A-Z])\Z"
)
_OPENS = re.compile(r"\s+[\"“‘'(\[]?(?:[A-Z0-9$£€#¥]|[^\x00-\x7f])")
# After these a stop is an abbreviation's even where a capital follows only if the capital belongs to it.
_SOFT = re.compile(
    r"\b(?:Inc|Corp|Co|Ltd|Cos|Bros|a\.m|p\.m|U\.S|U\.K|etc|bn|m|ft|in|yd|mi|oz|lb|lbs|gal|sq|al|Jr|Sr)\Z"
)


def _sentences(text: str, markup: str) -> tuple[Span, ...]:
    spans: list[Span] = []
    start = 0
    for match in _END.finditer(text):
        mark = match.group()
        if mark[0] in ".!?…":
            if mark[0] == "." and not _ends(text, match.start(), match.end()):
                continue
            end = match.end()
        elif mark == "\n":
            if not _line_ends(text, start, match.start(), match.end(), markup):
                continue
            end = match.start()
        else:
            end = match.start()
        _add(text, start, end, spans)
        start = match.end() if mark[0] in ".!?…\f" else match.start()
    _add(text, start, len(text), spans)
    return tuple(spans)


def _add(text: str, start: int, end: int, spans: list[Span]) -> None:
    piece = text[start:end]
    stripped = piece.strip(" \t\n\r\f\u00a0")
    if not stripped:
        return
    if stripped[0] == "|" or "\t" in stripped or stripped.count(" | ") >= 2:  # the cells of a table
        for cell in re.finditer(r"[^|\t\n\f]+", piece):
            inner = cell.group().strip()
            if inner:
                begin = start + cell.start() + cell.group().index(inner)
                spans.append(Span(begin, begin + len(inner)))
        return
    begin = start + piece.index(stripped)
    spans.append(Span(begin, begin + len(stripped)))


def _ends(text: str, stop: int, end: int) -> bool:
    """Whether a full stop ends the sentence: what follows opens one, and what precedes is no abbreviation."""
    if not _OPENS.match(text, end):
        return False
    head = text[max(0, stop - 12) : stop]
    if not _ABBREVIATED.search(head):
        return True
    following = text[end : end + 24].lstrip()
    return bool(_SOFT.search(head)) and bool(
        re.match(
            r"(?:The|It|In|He|She|They|But|A|An|This|That|On|At|For|We|I|And|Its|His|Her|Their|There|However|Mr|As|While|Last|By|With|Sales|Shares|Net|Revenue)\b",
            following,
        )
    )


def _line_ends(text: str, start: int, at: int, end: int, markup: str) -> bool:
    """Whether a single line break ends a sentence: after a heading, or where every line is its own paragraph."""
    line = text[max(start, text.rfind("\n", 0, at) + 1) : at].strip()
    if not line:
        return False
    following = text[end : end + 3].lstrip(" \t")
    if line[0] in "#|" or following[:1] in ("#", "|"):
        return True
    if markup != "plain":
        return False
    return (len(line) < 90 and line[-1] not in ",;:-–—" and not following[:1].islower()) or len(line) > 160
