"""Listings: "the Mitre in York, the Old Bell and Anna Holm, 26" read item by item, and counted.

In: a text and where a list begins, or where it ends. Out: a Listing, whose length is a range where an item may be two
("Trinidad and Tobago") and where the list may go on or not ("Tom and Will, and a daughter"). The one idea: what stands
between commas and "and" is an item if it opens as one (a name, perhaps behind a title; a number; a noun) and an aside
if it opens as one (an age, "who", "a senator from"); the first piece that is neither ends the list.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from factcheck.model import Span


class Sort(Enum):
    """What the items of a list are."""

    NAMES = "names"  # Anna Holm; striker Jan Berg; the Old Bell
    NUMBERS = "numbers"  # 1949; the 4th; 5,000m
    NOUNS = "nouns"  # falling prices; a fire door


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: where it stands, how many items it has at least and at most, and whether each is bare."""

    span: Span
    low: int
    high: int
    sort: Sort
    bare: bool  # no aside hangs on an item, none may be several, and none is left over: they are surely so many
    items: tuple[str, ...]

    def may_be(self, count: int) -> bool:
        """Whether it can be read as so many."""
        return self.low <= count <= self.high


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands between two marks: from `start` to `end`, behind a comma or a joining word."""

    start: int
    end: int
    comma: bool
    joined: bool  # by "and"


# What parts two items, and what ends the stretch in which a list is looked for. Brackets are passed over.
_MARKS = re.compile(
    r"\([^()]{0,160}\)"
    r"|(?P<part>[,;] (?:and (?:also )?|or |plus )?| (?:and|or|plus|as well as) (?:also )?)"
    r"|(?P<stop>[:?!()]| [-–—]+ |[—–]|[.,](?=[\s\"”’]|\Z)(?<! [A-Z].)(?<! [A-Z][a-z].)(?<! [A-Z][a-z][a-z].)|\n\s*\n)"
)
_UPPER = "A-Z" + "".join(filter(str.isupper, map(chr, range(0xC0, 0x250))))
_QUOTE = r"(?:[\"“”‘’']{1,2} ?)?"
_WORD = rf"[{_UPPER}\d&][\w’'&.-]*"
_PREP = r"by|in|at|to|from|with|on|for|through|between|against|into|over|under|after"
_NAME = re.compile(
    rf"{_QUOTE}(?P<lead>(?:(?!(?:{_PREP}) )[a-z\d][\w’'-]* ){{0,4}}?){_QUOTE}[{_UPPER}][\w’'&.-]*"
    rf"(?:(?: (?:of|de|the|van|von|del|al|la|le|da|den|der|du)){{0,2}} {_WORD}){{0,8}}[\"”’']{{0,2}}"
)
_NUMBER = re.compile(r"(?:(?:the|in|on|for) )?[$£€]?\d[\d.,/:-]*(?:%|[a-zA-Z]{1,3}\b)?(?: ?(?:%|[a-z]+))?")
_NOUN = re.compile(rf"{_QUOTE}[\w’'-]+(?: [\w’'-]+){{0,6}}{_QUOTE}")
_AGE = re.compile(r"(?:aged )?\d{1,3}\Z")
_ASIDE = re.compile(
    r"(?:who|whom|whose|which|where|when|formerly|now|then|also|aged|of|from|in|at|born|based|both|all|each|not)\b"
    r"|(?:an?|the|his|her|its|their) [a-z]"
)
# What hangs on an item without a comma: "the Mitre in York", "Anna Holm (26)".
_HANGS = re.compile(r"[”\"’']* ?(?:[(]|(?:of|in|at|from|for|on|with|to|near|against|under|by|over|into|who) )")
# Words that a clause has, or a list that is left open, and an item has not.
_CLAUSE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|should|must|do|does|did|said|says|he|she|"
    r"they|we|you|i|it|there|that|because|but|if|while|although|though|since|until|than|so|not|as|including|such|others?|"
    r"etc|more|among|notably|especially|mainly|mostly|particularly|like|led|e\.g)\b",
    re.IGNORECASE,
)
LONGEST = 500  # code points in which a list is looked for
_MOST = 14


def beginning(text: str, start: int, end: int) -> Listing | None:
    """The list that begins at an offset and is closed by "and" before the end; None where there is none."""
    pieces = _pieces(text, start, min(end, start + LONGEST))
    if len(pieces) < 2:
        return None
    second = text[pieces[1].start : pieces[1].end]
    sort = _sort(text[pieces[0].start : pieces[0].end])
    items: list[tuple[_Piece, int]] = []  # with where each ends
    asides = 0
    for piece in pieces:
        words = text[piece.start : piece.end]
        hung = sort is Sort.NOUNS and bool(_PLACED.match(words)) and not _PLACED.match(text, start)
        if items and not piece.joined and (hung or _aside(words, sort)):
            asides += not _AGE.match(words)
            continue
        titled = not items and sort is Sort.NAMES and _titled(words, second)
        width = len(words) if titled else _item(words, sort)
        again = any(earlier.joined for earlier, _ in items)
        if width is None or len(items) >= _MOST or (again and sort is Sort.NAMES and not _NAME.match(words)):
            break  # "Tom and Will, and a daughter"
        items.append((piece, piece.start + width))
        hanging = width < len(words.rstrip())
        if hanging and (piece.joined or not _HANGS.match(words, width)):
            break  # a clause goes on behind it
    ends = len(items)
    while items and not items[-1][0].joined:
        items.pop()
    if len(items) < 2:
        return None
    closes = items[-1][1]
    while text[closes - 1] in ".’'-":
        closes -= 1
    listed = tuple(text[piece.start : end] for piece, end in items)
    ands = [number for number, (piece, _) in enumerate(items) if piece.joined]
    over = [number + 1 for number in ands[:-1] if items[ands[-1]][0].comma]  # it may have been over before ", and"
    low = min([1 + sum(piece.comma for piece, _ in items) if ands[1:] else len(items), *over])
    told = sum(
        not piece.joined and sort is Sort.NAMES and _tells(listed[number - 1], listed[number])
        for number, (piece, _) in enumerate(items)
        if number
    )
    bare = not asides and not told and len(ands) == 1 and ends == len(items) and not any(map(_MANY.search, listed))
    return Listing(Span(items[0][0].start, closes), max(low - told, 2), len(items), sort, bare, listed)


def _tells(former: str, name: str) -> bool:
    """Whether a name may say who or where the one before it is: "Edward, Prince of Wales", "Paris, Texas"."""
    return bool(_TITLE.match(name)) or (bool(_REGION.fullmatch(name)) and not _REGION.fullmatch(former))


_TITLE = re.compile(
    r"(?:Duke|Duchess|Earl|Count|Countess|Prince|Princess|King|Queen|Lord|Lady|Baron|Baroness|Marquess|Viscount|Emperor|"
    r"Empress|Elector|Archbishop|Bishop|Abbot|Dean|Head|Chief|Chair\w*|President|Vice|Deputy|Director|Managing|Minister|"
    r"Secretary|Professor|Mayor|Governor|Senator|Member|Master|Captain|MP|General|Leader|Editor|Founder)\b"
)
_REGION = re.compile(
    r"\w+shire|Bavaria|Berks|Brittany|California|Colorado|Connecticut|Cornwall|Cumbria|Delaware|Devon|Dorset|Essex|Florida|"
    r"Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kent|Kentucky|Lancs|Louisiana|Maine|Maryland|Massachusetts|"
    r"Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New (?:Hampshire|Jersey|Mexico|York|South Wales)|"
    r"Norfolk|North (?:Carolina|Dakota)|Northumberland|Ohio|Oklahoma|Ontario|Oregon|Pennsylvania|Provence|Quebec|"
    r"Queensland|Rhode Island|Saxony|Scotland|Somerset|South (?:Carolina|Dakota)|Suffolk|Surrey|Sussex|Tennessee|Texas|"
    r"Tuscany|Utah|Vermont|Victoria|Virginia|Wales|Washington|West Virginia|Wisconsin|Wyoming|"
    r"Argentina|Australia|Austria|Belgium|Brazil|Britain|Canada|Chile|China|Denmark|Egypt|England|Finland|France|Germany|"
    r"Greece|Hungary|India|Ireland|Israel|Italy|Japan|Kenya|Mexico|Netherlands|Nigeria|Norway|Poland|Portugal|Romania|"
    r"Russia|Spain|Sweden|Switzerland|Turkey|Ukraine"
)
_PLACED = re.compile(r"(?:with|for|by|under|after|before|in|at|on|from|near|to|of|without|through) ")


# An item that may be several: "the three Baltic states", "his parents", "other goods".
_MANY = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|both|twins?|several|various|many|all|some|couple|pair|rest|"
    r"parents)\b|^the [A-Z].* [a-z]+s\Z"
)


def ending(text: str, start: int, end: int) -> Listing | None:
    """The longest list of names that ends at an offset, and begins behind another."""
    pieces = _pieces(text, max(start, end - LONGEST), end)
    while len(pieces) > 2 and not pieces[-1].joined and _aside(text[pieces[-1].start : pieces[-1].end], Sort.NAMES):
        pieces.pop()
    if pieces[-1].start >= end or not pieces[-1].joined:
        return None
    first = None
    for number, piece in reversed(list(enumerate(pieces))):
        words = text[piece.start : piece.end]
        if number < len(pieces) - 1 and number and not piece.joined and _aside(words, Sort.NAMES):
            continue
        match = next((each for each in _STARTS.finditer(words) if _whole(words[each.start() :])), None)
        if match is None or (
            number == 0 and len(pieces) > 1 and not pieces[1].joined and _ADVERB.fullmatch(words[: match.start()])
        ):
            break  # "In Paris, Alder and Birch"
        first = piece.start + match.start()
        if match.start():
            break
    found = None if first is None else beginning(text, first, end)
    return found if found and found.span.end >= pieces[-1].start else None


def lines(text: str, start: int) -> Listing | None:
    """The items that stand below a line, each behind a bullet or a number; None where none follow."""
    items: list[tuple[int, int]] = []
    indent, mark, at, bare = 0, "", start, True
    while match := _BULLET.search(text, at, at + LONGEST):
        between = text[at : match.start()]
        if between.strip() and (not items or _BLANK.search(between)):
            break  # what is between two bullets goes on with the first, but for a paragraph
        bare = bare and not between.strip()
        sign = match.group("number") or match.group("bullet")
        if not items:
            indent, mark = len(match.group("indent")), sign
            own = _BULLET.match(text, max(text.rfind("\n", 0, start), 0))
            if own is not None and len(own.group("indent")) >= indent:
                break  # the line is an item of that list itself
        elif len(match.group("indent")) < indent - 1:
            break
        at = text.find("\n", match.end())
        at = len(text) if at < 0 else at
        if abs(len(match.group("indent")) - indent) <= 1:
            if sign.isalnum() != mark.isalnum() or (items and sign in ("1", "a")):
                break  # another list
            items.append((match.end(), at))
    if len(items) < 2:
        return None
    words = tuple(text[begin:end] for begin, end in items)
    bare = bare and not any(len(each) > _SHORT or _MORE.match(each) for each in words)
    return Listing(Span(items[0][0], items[-1][1]), len(items), len(items), Sort.NOUNS, bare, words)


_BULLET = re.compile(r"\n(?P<indent>[ \t]*)(?:(?P<bullet>[-*•–·])|\(?(?P<number>\d{1,2}|[a-z])[.)])[ \t]+(?=\S)")
# An item that says more of the others, or of the rest: no item, perhaps. Nor, perhaps, is each of long ones.
_MORE = re.compile(r"(?:the )?(?:remaining|rest|others?|more|any|all|both|note|see|if|also|and|for)\b", re.IGNORECASE)
_SHORT = 100
_BLANK = re.compile(r"\n[ \t\r]*\n[ \t\r]*\S")
_STARTS = re.compile(rf"\A(?=the |[{_UPPER}“\"])|(?<![\w’'.&-])(?=[{_UPPER}“\"])")
_ADVERB = re.compile(r"(?:In|At|On|From|For|By|After|Before|Since|Until|During|Outside|Near|Unlike|Like|To|With) ")


def _whole(words: str) -> bool:
    width = _item(words, Sort.NAMES)
    return width is not None and (width == len(words) or bool(_HANGS.match(words, width)))


def _titled(words: str, second: str) -> bool:
    """ "Legal adviser Ann Lee, financial director Tom Hall": a title that opens the sentence, as those behind it show."""
    match = _NAME.match(second)
    return bool(match and match.group("lead") and _TITLED.match(words))


_TITLED = re.compile(rf"[A-Z][a-z]+ (?:[a-z-]+ ){{1,3}}[{_UPPER}][\w’'-]*(?: [{_UPPER}][\w’'-]*)*\Z")


def _pieces(text: str, start: int, end: int) -> list[_Piece]:
    found: list[_Piece] = []
    at, comma, joined = start, False, False
    for match in _MARKS.finditer(text, start, end):
        part = match.group("part")
        if match.group("stop") is not None:
            end = match.start()
            break
        if part is not None:
            found.append(_Piece(at, match.start(), comma, joined))
            at, comma, joined = match.end(), part[0] in ",;", len(part) > 2
    found.append(_Piece(at, end, comma, joined))
    return found


def _sort(words: str) -> Sort:
    number = _NUMBER.match(words)
    if number and (number.end() == len(words) or _HANGS.match(words, number.end())):
        return Sort.NUMBERS
    return Sort.NAMES if _NAME.match(words) and _item(words, Sort.NAMES) else Sort.NOUNS


def _aside(words: str, sort: Sort) -> bool:
    if sort is Sort.NAMES:
        return bool(_ASIDE.match(words) or _AGE.match(words))
    return sort is Sort.NOUNS and words.startswith(("which ", "who "))


def _item(words: str, sort: Sort) -> int | None:
    """How far an item reaches that a piece opens with; None where it opens with none."""
    if sort is Sort.NUMBERS:
        match = _NUMBER.match(words)
        return match.end() if match else None
    if sort is Sort.NAMES:
        match = _NAME.match(words)
        if match is not None:
            lead, name = match.group("lead"), match.group().split()
            return (
                None if _CLAUSE.search(lead) or name[len(lead.split())].strip("\"“”‘’'") in _NO_NAMES else match.end()
            )
        if not words.startswith(("the ", "a ", "an ")):  # "Kern Station, Tippet Summit and the border"
            return None
    match = _NOUN.match(words)
    return match.end() if match and not _CLAUSE.search(match.group()) else None


_NO_NAMES = frozenset(
    "He She It They We You I There This That These Those But If When While Although As And So In At On Of For From With By To "
    "After Before Among Between Since During Both All Some Many Most More No Not".split()
) - {"Mr", "Mrs"}
