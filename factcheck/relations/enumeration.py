"""A count, and the items that are listed beside it.

What ties a list to a count is how the sentence goes on: a colon, a dash, a bracket, a comma or "are" behind the counted
noun; "the two" behind the list; "the British pair" right in front of it; a line for each item. A list that does not fit
is of something else, but for where nothing else can be meant: then one more or one fewer is a slip.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from factcheck.model import Claim, Figure, Form, Number, Passage, Quantity, Span
from factcheck.relations import COUNT, LIST, Example, Silent, relation
from factcheck.relations._listing import LONGEST, Listing, Sort, beginning, ending, lines
from factcheck.units import NUMBER, Kind

MOST = 12
_SMALL = "two three four five six seven eight nine ten eleven twelve"
_NUMBERS = dict(zip(_SMALL.split(), range(2, MOST + 1), strict=True))
_COLLECTIVES = {"pair": 2, "duo": 2, "double": 2, "trio": 3, "treble": 3, "quartet": 4, "quintet": 5}
_SLIP = 2  # items more or fewer than the count; what is farther off is another list
_BACK = 120  # code points in which words such as "two of the club's three" stand
# A list, and whether one of another length would be an error.
Tied = tuple[Listing, bool]


def listed(passage: Passage, found: list[Claim]) -> Iterable[Claim]:
    """Small counts, each with the first list that the words round it tie to it."""
    text = passage.document.text
    for figure in sorted((*_counts(passage), *_collectives(text)), key=lambda each: each.span):
        sentence = passage.document.sentence(figure.start)
        if sentence is None or _WHOLE.search(text, max(sentence.start, figure.start - _BACK), figure.start):
            continue
        count = figure.quantity.number.mantissa
        beside = passage.within(sentence.start, figure.start)
        if beside and _AND.fullmatch(passage.between(beside[-1], figure)) and beside[-1].quantity.when is None:
            continue  # "two fathers and two mothers: Ann Alder, Tom Birch, Eva Cole and Joe Dunn"
        if passage.led_by(_ONE_AND, figure, 60) or _TITLE.match(text, figure.start):
            continue
        for listing, certain in _lists(passage, figure, sentence):
            fits = listing.may_be(count)
            if fits or (certain and listing.bare and abs(listing.high - count) <= _SLIP):
                # where an item may be two, the count says how it is read
                number, surface = Number(count if fits else listing.high), text[listing.span.start : listing.span.end]
                items = Figure(listing.span, Quantity(surface, number, NUMBER), listing.span)
                roles = sorted((("count", figure), ("items", items)), key=lambda each: each[1].span)
                yield Claim("enumeration", tuple(roles))
                break


_AND = re.compile(r"(?: [\w-]+){0,2} and (?:the |a )?")
_ONE_AND = re.compile(
    r"\b(?:[Oo]ne|[Aa]n?) [\w’'-]+(?: [\w’'-]+){0,2} and \Z"
)  # "one public channel and 6 private channels: ..."
_TITLE = re.compile(
    r"[A-Z][a-z]+ [A-Z][a-z]+ (?:and|of|in|on|to) (?:(?:the|an?) )?[A-Z]"
)  # "Three Victories and a Defeat: ..."


def _counts(passage: Passage) -> Iterator[Figure]:
    """Figures that count a few things, times or years; of "two out of 16 dancers" the two."""
    for figure in passage.figures:
        quantity = figure.quantity
        if quantity.hedge or quantity.upper or quantity.age:
            continue
        if quantity.number.form is Form.FRACTION and (match := _PART.match(quantity.surface)):
            word = match.group(1)
            count = _NUMBERS.get(word.lower()) or (int(word) if word.isdigit() else 0)
            if 2 <= count <= MOST:
                span = Span(figure.start, figure.start + len(word))
                yield Figure(span, Quantity(word, Number(count), NUMBER), span)
        elif quantity.exact or quantity.unit.kind is Kind.MULTIPLE or quantity.unit.dimension == "[time]":
            counts = quantity.unit.kind is not Kind.ORDINAL and quantity.number.value in range(2, MOST + 1)
            if counts and quantity.unit.kind is not Kind.WEEKDAY:
                yield figure


def _collectives(text: str) -> Iterator[Figure]:
    """A pair, a trio: counts that are no figures."""
    for match in _COLLECTIVE.finditer(text):
        span = Span(*match.span())
        number = Number(_COLLECTIVES[match.group().lower()], form=Form.WORDS)
        yield Figure(span, Quantity(match.group(), number, NUMBER), span)


_PART = re.compile(r"([a-z]+|\d+) (?:out )?of ", re.IGNORECASE)
_COLLECTIVE = re.compile(r"(?<![\w-])(?:[Pp]air|[Dd]uo|[Tt]rio|[Qq]uartet|[Qq]uintet|[Dd]ouble|[Tt]reble)(?![\w-])")
# "Two of the club's three captains: Hall and Lee": what is listed is the part.
_WHOLE = re.compile(
    rf"\b(?:{_SMALL.replace(' ', '|')}|\d+|one|some|most|any|none|several|each|half) (?:out )?of(?: [\w’'-]+){{0,3}} \Z",
    re.IGNORECASE,
)


def _lists(passage: Passage, figure: Figure, sentence: Span) -> Iterator[Tied]:
    """The lists that may be meant, the likeliest first."""
    thing = figure.quantity.unit.kind in (Kind.COUNT, Kind.NUMBER)
    yield from _marked(passage, figure, sentence, thing)
    if thing:
        yield from _equated(passage, figure, sentence)
    yield from _placed(passage, figure, sentence, thing)
    if thing:
        yield from _before(passage.document.text, figure, sentence)
        if figure.quantity.surface.lower() not in ("double", "treble"):
            yield from _across(passage, figure, sentence)


# --- behind the counted noun ------------------------------------------------------------------------------------

_TAIL = r"(?P<tail>(?: [\w’'%&]+(?:-(?!the )[\w’'%&]+)*){0,16}?)"
_MARK = re.compile(
    rf"{_TAIL}(?: \([^()]{{1,60}}\)(?=:))?(?P<mark>:|,| ?\(|(?<! )(?:[–—]|--|-(?=the ))| [-–—]+) ?(?:[-–—] )?(?:namely |viz\.? |i\.e\.? )?"
)
_CLOSES = {"(": ")", "-": "-–—", "–": "-–—", "—": "-–—"}
_ARE = re.compile(
    rf"{_TAIL} (?:are|were|is|was|became|become) (?!not |in |on |at |to |by |being |also |all |still |[a-z]+(?:ed|en) (?:for|by|in|to|at|on|with|from|as) )"
)
_PREP = r"(?:in|at|to|from|against|on|with|by|over|for)"
_NO_ACT = r"(?:including|among|during|following|according|depending|being|having|saying)"
_THEN = re.compile(
    rf"{_TAIL}(?:, (?:{_PREP}|those of|one in) |,? (?!{_NO_ACT})[a-z]{{3,}}ing(?: (?:off|out|up|both|{_PREP}))? )"
)
_RIGHT = re.compile(r"(?: of| in| at| on| against| over| to)? (?:both )?")
# What leaves a list open, or takes something back.
_OPEN = re.compile(
    r"\b(?:includ(?:ing|es?)|among|such|like|led|mainly|mostly|notably|especially|not|more|other than|except|after|before)\b"
)
# Behind a list: up to a mark; so is no subject of what follows, as in "After two years, Alder and Birch merged".
_HANGING = r"(?: (?:of|in|at|from|for|on|with|to|near) [^,.;:()–—‖]{1,60})?[\"”’']{0,2}"
_CLOSED = re.compile(rf"{_HANGING} ?(?:[.;:()!?–—]|-|,(?! (?:and|or|plus|then) [A-Z])|\Z)")
_FINISHED = re.compile(rf"{_HANGING}(?:[.;)!?]| ?[-–—]|\Z)")
_GOES_ON = re.compile(rf"{_HANGING}, (?!(?:and|or|plus|with|then|but|as|along|together|not)\b|[A-Z])")


def _marked(passage: Passage, figure: Figure, sentence: Span, thing: bool) -> Iterator[Tied]:
    """Behind a mark: "three brands: Alder, Birch and Cedar", "two exits, the stairs and a fire door, "."""
    text = passage.document.text
    match = _MARK.match(text, figure.end, sentence.end)
    if match is None or _OPEN.search(match.group()):
        return
    mark = match.group("mark").strip()[:1]
    listing = beginning(text, match.end(), _closing(text, match.end(), sentence.end, _CLOSES.get(mark, "")))
    if listing is None or not _alone(passage, figure, listing):
        return
    if mark != ",":
        named = listing.sort is not Sort.NOUNS or _category(figure) or _short(listing)
        sure = mark == ":" and named and _over(text, listing) and not _may_be_placed(text, figure, listing)
        yield listing, thing and sure
    elif _CLOSED.match(text, listing.span.end):
        # "two sons, a daughter and a brother" is one list, "two exits, the stairs and a fire door" two
        two = _things(listing) and listing.items[0].startswith("the ")
        if listing.sort is Sort.NUMBERS or (thing and (listing.sort is Sort.NAMES or two)):
            yield listing, thing and not match.group("tail") and _apposed(text, figure, sentence, listing)


def _equated(passage: Passage, figure: Figure, sentence: Span) -> Iterator[Tied]:
    """Behind "are": "the three brands are Alder, Birch and Cedar"."""
    text = passage.document.text
    match = _ARE.match(text, figure.end, sentence.end)
    listing = beginning(text, match.end(), sentence.end) if match and not _OPEN.search(match.group()) else None
    if listing is None or not _alone(passage, figure, listing):
        return
    if listing.sort is not Sort.NOUNS or _things(listing) or (_category(figure) and not _qualities(listing)):
        sure = listing.sort is Sort.NAMES or _category(figure) or _things(listing)
        yield listing, sure and _over(text, listing)


def _placed(passage: Passage, figure: Figure, sentence: Span, thing: bool) -> Iterator[Tied]:
    """Behind "in", "bringing on", or right at it: "four offices, in Leeds and York", "the pair Ann Lee and Jo Hall"."""
    text = passage.document.text
    for pattern in (_THEN, _RIGHT):
        match = pattern.match(text, figure.end, sentence.end)
        if match is None or _OPEN.search(match.group()):
            continue
        listing = beginning(text, match.end(), sentence.end)
        bound = match.group().strip() or (thing and text[match.end()].isupper())
        if listing is not None and listing.sort is not Sort.NOUNS and bound and _alone(passage, figure, listing):
            yield listing, False


def _closing(text: str, start: int, end: int, marks: str) -> int:
    """Where a list opened by a dash or a bracket is closed by its fellow."""
    for place in range(start, min(end, start + LONGEST) if marks else start):
        within = text[place - 1].isalnum() and text[place + 1 : place + 2].isalnum()
        if text[place] in marks and (text[place] == ")" or not within):
            return place
    return end


def _others(passage: Passage, start: int, end: int) -> bool:
    """Whether things are counted in a stretch."""
    return any(each.quantity.unit.kind in (Kind.COUNT, Kind.NUMBER) for each in passage.within(start, end))


def _alone(passage: Passage, figure: Figure, listing: Listing) -> bool:
    """Whether nothing is counted between a count and a list but what it is a part of: "two of the five"."""
    start = figure.end
    if match := _PARTITIVE.match(passage.document.text, start):
        start = max(each.end for each in (figure, *passage.within(start, match.end() + 1)))
    return not _others(passage, start, listing.span.start)


_PARTITIVE = re.compile(r" (?:out )?of (?:(?:the|its|his|her|their|our|\w+['’]s|[A-Z]\w+s['’]?) ){0,3}")


def _may_be_placed(text: str, figure: Figure, listing: Listing) -> bool:
    """Whether the second name may say where the first is: "two plants: Ely, Cambridge, and Leeds"."""
    two = figure.quantity.number.value == 2 and len(listing.items) == 3
    return two and ", and " in text[listing.span.start : listing.span.end]


def _over(text: str, listing: Listing) -> bool:
    """Whether nothing more is listed behind it."""
    return bool(_FINISHED.match(text, listing.span.end) or _GOES_ON.match(text, listing.span.end))


def _apposed(text: str, figure: Figure, sentence: Span, listing: Listing) -> bool:
    """Whether names between commas are surely all that is counted: "her two daughters, Ann, Ruth and Helen, and"."""
    lead = text[sentence.start : figure.start]
    over = _over(text, listing) or listing.low > figure.quantity.value
    plain = (
        listing.sort is Sort.NAMES and sum(" " in item for item in listing.items) <= 1
    )  # "Tom Hall, Chief Executive"
    return over and plain and len(listing.items) > 2 and lead.count(" ") > 1 and not _ADVERB.match(lead)


_ADVERB = re.compile(
    r"(?:[A-Z][a-z]+ )?(?:in|at|for|of|after|on|with|by|from|since|before|under|over|among|between|like) [^,]*\Z", re.I
)


# --- before it, and in other sentences --------------------------------------------------------------------------

_LINK = re.compile(
    r"(?:(?P<comma>,)|,? (?:are|were|remain(?:ed)?|bec[ao]me|make up|made up|form(?:ed)?|represent|constitute|comprise)"
    r"(?: (?:now|both|also|still|among))?|, [^,.;:‖]{2,30} (?:have|has|had|boasts?|possess(?:es)?)(?: now)?)"
    r"(?: (?:all|both|only|just|now|then|at|of|the|its|his|her|their|our|my|a|an|other|first|last|final|past|these|those"
    r"|[\w-]+['’]s?))*(?: [a-z-]+)? ?\Z"
)
_APPOSED = re.compile(
    r"(?: (?:of|in|for|to|at|from|with|who|that|which|on|behind|named|known|whose|where|he|she|they|it) ?[^,.;:‖]{0,90})?"
    r"[\"”’']{0,2}(?:[,.;)–—]| -|\Z)"
)
_THEY = re.compile(r"(?:They|These|Those|The (?:two|three|four|five|six|others|pair|trio)) (?:are|were) ")
_THE = re.compile(r"[\"“‘']?(?:(?:But|And|Yet|So) )?(?:The|the|Those|those|These|these|All|Both)(?: other| same)? ?")
_CAPITAL = re.compile(r"(?<![\w’'.&-])(?=[^\W\d_a-z])")
_TRIES = 12  # capitals of a sentence at which a list is looked for


def _before(text: str, figure: Figure, sentence: Span) -> Iterator[Tied]:
    """Before the count: "Alder and Birch, the two", "Alder and Birch are its two", "In Alder and Birch, we have two"."""
    match = _LINK.search(text, max(sentence.start, figure.start - 60), figure.start)
    if match and (not match.group("comma") or _APPOSED.match(text, figure.end, sentence.end)):
        listing = ending(text, sentence.start, match.start())
        if listing is not None:
            yield listing, False


def _across(passage: Passage, figure: Figure, sentence: Span) -> Iterator[Tied]:
    """A line for each; a list that opens the sentence behind; "the two", of those that the sentence before names."""
    text, sentences = passage.document.text, passage.document.sentences
    number = bisect_left(sentences, sentence)
    alone = not _others(passage, figure.end, sentence.end)
    if text[sentence.end - 1] == ":" and (items := lines(text, sentence.end)):
        yield items, _category(figure) and alone and not _others(passage, sentence.start, figure.start)
    elif alone and number + 1 < len(sentences):
        behind = sentences[number + 1]
        they = _THEY.match(text, behind.start)
        listing = beginning(text, they.end() if they else behind.start, behind.end)
        if listing is not None and listing.sort is Sort.NAMES:
            yield listing, False
    if number and _THE.fullmatch(text, sentence.start, figure.start):
        former = sentences[number - 1]
        for place in islice(_CAPITAL.finditer(text, former.start, former.end), _TRIES):
            listing = beginning(text, place.start(), former.end)
            if listing is not None and listing.sort is Sort.NAMES:
                yield listing, False
                return


# --- lists of mere words ----------------------------------------------------------------------------------------

# Nouns that count kinds, which a list of words can be of: "three reasons: cost, noise and smell".
_CATEGORIES = frozenset(
    "aim answer area aspect benefit cause category challenge choice class colour color component concern condition "
    "criterion crop demand duty effect element export factor feature field flavour function goal group idea "
    "improvement industry ingredient issue kind language lesson method objective obstacle option part phase pillar "
    "point possibility principle priority problem product proposal purpose quality question reason recommendation risk "
    "role rule sector service skill source stage step strand subject symptom target task theme theory thing threat "
    "topic trend type use value version virtue way weakness".split()
)
_QUALITY = re.compile(r"(?:ous|ful|able|ible|ive|less|ish|ed|ly|(?<!m)ent)\Z|\b(?:very|too|quite|so|more|less)\b")


def _category(figure: Figure) -> bool:
    return figure.quantity.unit.name in _CATEGORIES


def _qualities(listing: Listing) -> bool:
    """Whether it says how something is: "safe, free and effective"."""
    return any(map(_QUALITY.search, listing.items))


def _things(listing: Listing) -> bool:
    """Whether each item has its article."""
    return all(item.startswith(("the ", "a ", "an ")) for item in listing.items)


def _short(listing: Listing) -> bool:
    """Whether mere words are listed: "salt, oil and white wine"."""
    return len(listing.items) > 2 and all(item.count(" ") < 3 for item in listing.items)


@relation(
    reads="as_printed",
    roles={"count": COUNT, "items": LIST},
    says={"count": "the list names {count}"},
    examples=[
        Example("The firm sells three brands: Alder, Birch and Cedar."),
        Example(
            "The firm sells four brands: Alder, Birch and Cedar.", finds="the list names three brands, not four brands"
        ),
        Example("The mayor's two sons, Tom and Will, were there."),
        Example(
            "He leaves two sons, Tom, Will and Hugh, and a niece.", finds="the list names three sons, not two sons"
        ),
        Example("Oslo and Bergen, the country's two biggest ports, were shut."),
        Example("The Danish duo Ann Lund, 26, and Kari Dahl, a nurse from Odense, came third."),
        Example("The side made two changes, bringing on Hall and the striker Jan Berg."),
        Example("Tom Hall, Ann Birch and Joe Lee were held on Friday. The trio deny the charge."),
        Example("There are three steps:\n\n- Open the lid.\n- Add water.\n- Close it."),
        Example("There are four steps:\n\n- Open the lid.\n- Add water.\n- Close it.", finds="names three steps"),
        Example("He had two sons: Edward, Earl of Orla, and John."),
        Example("The group has three arms: retail, with 212 shops, a bank and an insurer."),
        Silent("The firm sells three brands, and does well."),
        Silent("The three men left early, tired and cold."),
        Silent("After two years, Alder, Birch and Cedar merged."),
        Silent("She leaves two sons, a daughter and a brother."),
        Silent("The two plans were slow, very costly and unloved."),
        Silent("It has four members: Spain, Italy and the three Baltic states."),
        Silent("The court named two people: a clerk, who denies it, and others."),
    ],
    candidates=listed,
)
def count(items: Any) -> Any:
    """A count, and the items that are listed beside it."""
    return items * 1
