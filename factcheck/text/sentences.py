"""Sentences: where each begins and ends.

In: a text without markup. Out: spans in order, apart, without the white space around them. The one idea: stops, blank
lines and line breaks are found by one pattern; whether one ends a sentence is told by the word before it and the one
after, looked up in tables, and a line break by whether the line could have gone on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model import Span

# One set of characters first, so that the scan runs from one to the next.
_END = re.compile(
    r"[.!?…\n\f](?:"
    r"(?<=[.!?…])(?<![.!?…]{2})[.!?…]*+(?:\[\d{1,3}\])?[\"”’')\]]{0,4}(?=\s)"
    r"|(?<=\n)(?:[ \t\r]*+\n)++"
    r"|(?<=\n)(?P<item>(?=[ \t]{0,20}(?:[-*•–|]|\d{1,2}[.)])[ \t]))"
    r"|(?<=[\n\f]))"
)
_NEXT = re.compile(r"\s++(?P<quote>[\"“‘'(\[]{0,2})(?P<word>[^\W_]{1,40}|[$£€¥#])?(?P<stop>\.(?=\s))?")

# After these a stop never ends a sentence: what they announce follows.
_TITLES = frozenset(
    "Mr Mrs Ms Dr Prof Rev Gen Adm Brig Maj Col Lt Cmdr Sgt Cpl Capt Gov Sen Rep Hon Pres Messrs Mt Ft Supt Det Insp "
    "e.g i.e cf vs viz".split()
)
# After these it does not end one where a number follows.
_NUMBERED = frozenset(
    "No Nos no nos Vol vol p pp Fig Figs fig Sec Ch Art Eq approx ca c circa est b d m div fl v r Jan Feb Mar Apr Jun Jul Aug Sept "
    "Sep Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun".split()
)
# After these it does, where the next word is one that opens sentences.
_EITHER = frozenset(
    "St Inc Corp Co Cos Ltd Bros Plc LLC Assn Intl Jr Sr Esq Ph.D etc al ed eds a.m p.m am pm v U.S U.K U.N E.U U.S.A D.C L.A N.Y N.J "
    "S.A N.V B.C A.D Ave Blvd Rd Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont "
    "Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo Ala Alta Ont Que Sept Jan Feb Aug Oct Nov Dec".split()
)
_MEASURES = frozenset("ft in yd mi oz lb lbs gal sq cu m bn mn tn km cm mm kg min sec hr hrs yr yrs pct".split())
_OPENING = frozenset(
    "A About According After All Also Although American Among An And Analysts Another Any Are As At Average Be Because Before Both But By "
    "Can Critics Despite Did Does During Each Earlier Even Every Few First For Former From Further Growth Had Has He Her Here His "
    "How However I If In Income Instead Is It Its Last Later Like Many Meanwhile More Most Moreover Much Net No Nor Not Now Of Officials On "
    "Once One Only Or Other Others Our Over Overall People Perhaps Police Prices Profit Profits Researchers Revenue Sales Separately Several "
    "Shares She Since So Some Still Such Ten That The Their Then There These They This Those Though Three Through Thus To Today "
    "Total Traders Two Under Unlike Until Volume Was We Were What When Where Whether Which While Who Why With Yesterday Yet You".split()
)
_QUOTES = frozenset("\"“‘'")
# A line that closes with one of these is not over.
_OPEN_ENDED = frozenset(
    "a about an and as at between but by for from in into its nearly of on or over than that the their to under up was were with".split()
)
# Lines as long as these are filled by hand or by a program, not paragraphs of a line each (2026).
_FILLED = range(40, 121)


def sentences(text: str, lines: bool) -> tuple[Span, ...]:
    """The sentences of a text. `lines`: whether a line break may end one, as in plain text."""
    spans: list[Span] = []
    start, blocks = 0, _Blocks(text)
    for match in _END.finditer(text):
        at, end, mark = match.start(), match.end(), text[match.start()]
        if mark in ".!?…":
            if not _ends(text, start, at, end):
                continue
            cut = end
        else:
            cut = at
            if (
                mark == "\n"
                and end - at == 1
                and not (lines and (match.group("item") is not None or blocks.ends(start, at)))
            ):
                continue
        _add(text, start, cut, spans, lines)
        start = end
    _add(text, start, len(text), spans, lines)
    return tuple(piece for span in spans for piece in _cut(text, span))


LONGEST = 2000  # code points, about 350 words: what is longer is no sentence, and is read piece by piece


def _cut(text: str, span: Span) -> Iterator[Span]:
    """A sentence, or the pieces of one that never ends, cut where words part: work on it stays in proportion to its length."""
    start = span.start
    while span.end - start > LONGEST:
        space = text.rfind(" ", start + 1, start + LONGEST)
        end = space if space > start else start + LONGEST
        yield Span(start, end)
        start = end + (space > start)
    yield Span(start, span.end)


def _ends(text: str, start: int, at: int, end: int) -> bool:
    """Whether a stop ends the sentence: what follows opens one, and what precedes is no abbreviation."""
    following = _NEXT.match(text, end)
    assert following is not None  # a stop is only found before white space
    word, quote = following.group("word") or "", following.group("quote")
    if word[:1].islower():
        return False
    if (text[at] == "…" or text.startswith("..", at)) and text[at - 1 : at].isspace():
        return False  # an ellipsis with room before it leaves words out
    if text[at] != "." or text.startswith("..", at):
        return True
    if not word and following.group("stop"):
        return False  # "said . . . and"
    if at - start < 6 and text[start:at].strip().isdigit():
        return False  # "2." of a list
    pieces = text[max(start, at - 14) : at].rsplit(None, 1)
    before = pieces[-1].lstrip("(\"'“‘[") if pieces else ""
    if before in _TITLES or (not word[:1].isalpha() and (before in _NUMBERED or before in _EITHER)):
        return False
    if _measure(pieces, before):
        return not word[:1].isdigit()
    initial = before.isupper() and (len(before) == 1 or (len(before) == 3 and before[1] == "."))
    if initial or before in _EITHER:
        opened = (word in _OPENING and not following.group("stop")) or word in _TITLES
        return opened or (quote in _QUOTES and not initial)
    return True


def _measure(pieces: list[str], before: str) -> bool:
    """Whether a stop is that of "5 ft." or "5ft."."""
    if before in _MEASURES:
        return len(pieces) > 1 and pieces[0][-1].isdigit()
    return before[:1].isdigit() and before.lstrip("0123456789.,") in _MEASURES


class _Blocks:
    """The stretches of lines between blank ones, looked at once each: how wide they are filled."""

    def __init__(self, text: str) -> None:
        self.text, self.end, self.width, self.count = text, -1, 0, 0

    def ends(self, start: int, at: int) -> bool:
        """Whether the line break at an offset ends a sentence: a heading's, or that of a paragraph of one line."""
        text = self.text
        begin = max(start, text.rfind("\n", start, at) + 1)
        line, following = text[begin:at].strip(), text[at + 1 : at + 40].lstrip(" \t")
        if not line or not following:
            return False
        if _table(line):
            return True
        if line[-1] in ",;:–—-(" or following[0].islower() or line.rsplit(None, 1)[-1] in _OPEN_ENDED:
            return False
        if at >= self.end:
            self._measure(at)
        if self.width not in _FILLED or (self.count < 3 and following[0].isupper()):
            return True
        word = following.split(None, 1)[0]
        return at - (text.rfind("\n", 0, at) + 1) + 1 + len(word) <= self.width

    def _measure(self, at: int) -> None:
        """The block round an offset: its lines from the one that ends there."""
        text = self.text
        begin = text.rfind("\n", 0, at) + 1
        blank = re.compile(r"\n[ \t\r]*+(?:\n|\Z)").search(text, at)
        self.end = len(text) if blank is None else blank.start() + 1
        found = text[begin : self.end].split("\n")
        self.width, self.count = max(map(len, found)), len(found)


_GAPS = re.compile(r"\S(?:\t| {3,})(?=\S)")
_CELL = re.compile(r"[^|\t\n]+")
_COLUMN = re.compile(r"(?:[^ |\t\n]| {1,2}(?! ))+")


def _table(line: str) -> bool:
    return line[:1] == "|" or line.count(" | ") >= 2 or "\t" in line


def _add(text: str, start: int, end: int, spans: list[Span], lines: bool) -> None:
    piece = text[start:end]
    stripped = piece.strip()
    if not stripped:
        return
    if _table(stripped):
        cells = _CELL.finditer(piece)
    elif lines and "   " in stripped and len(_GAPS.findall(stripped)) >= 2:
        cells = _COLUMN.finditer(piece)
    else:
        begin = start + piece.index(stripped)
        spans.append(Span(begin, begin + len(stripped)))
        return
    for cell in cells:
        inner = cell.group().strip()
        if inner:
            begin = start + cell.start() + cell.group().index(inner)
            spans.append(Span(begin, begin + len(inner)))
