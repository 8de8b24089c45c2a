"""Where digits are no quantity: versions, phone numbers, references, model names, scores, coordinates.

In: a text and an offset at which a number stands. Out: where the stretch without a figure ends, or None. The one idea:
what is neither counted nor measured shows it by its own shape, or by the word before it; both are tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.figures import words
from factcheck.model import Span

# Shapes, matched where their first digit stands.
_SHAPES = re.compile(
    r"10\.\d{4,9}/\S+"  # a DOI
    r"|\d{4}-\d\d-\d\dT[\d:.]+Z?"  # a time stamp
    r"|\d+\.\d+\.\d+(?:[.-][\w-]+)*(?::\d{2,5})?"  # a version, an IP address
    r"|\d{1,3}°[ ]?\d+[′'](?:[ ]?\d+(?:\.\d+)?[″\"])?[ ]?[NSEW]?"  # coordinates
    r"|\d{1,3}\.\d+°[ ]?[NSEW]\b"
    r"|\d+(?:[-–]\d+){2,}\b"  # serial and phone numbers, 6-4-2
    r"|0\d{2,4}\)?[ -]\d{3,4}[ -]?\d{3,4}\b|\d{3}\) ?\d{3}-\d{4}\b|\d{3}-0\d{3}\b"
    r"|7[0-8]7(?:s\b|-\d00\b|(?= (?:M[aA][xX]|Dreamliners?|jets?|planes?|aircraft|airliners?|jumbos?)\b))"  # airliners
    r"|\d{1,5}[A-Z]?(?:[-–]\d{1,5})?(?= (?:[NSEW]\.? )?(?:[A-Z][\w'’-]{1,20} ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Boulevard|Blvd|Terrace|Crescent|Close|"
    r"Parade|Highway|Way|Place|Court)\b)"  # house numbers
    r"|\d{1,5} [NSEW]\.? (?=\d+(?:st|nd|rd|th) (?:St|Ave)\b)|\d{1,3}(?= (?:Ave|Rue|Via|Calle) [A-Z])"
    r"|(?:480|720|1080|1440|2160)[pi]\b|[48]K(?= (?:TVs?|televisions?|videos?|screens?|displays?|cameras?|monitors?|resolution|content|Ultra)\b)"
    r"|[2-8] ?[x×] ?[2-8](?!\d| ?(?:[mck]m?|ft|feet|in|inches|metres|meters|yards)\b)s?\b|4 ?[x×] ?[1-8]00 ?m(?:etres?|eters?)?\b|9-to-5\b"
    r"|\d{1,2}(?= (?:[A-Z][\w'’-]{1,20} ){2,3}\()"  # a ranking: 12 Ann Other (France)
    r"|\d{1,4}\.\d{2,4}/\d{2,4}\b"  # two sides of a quoted price: 240.34/44
    r"|\d{1,3}/100\b|0\d[0-5]\d\b(?:(?: to | and |[-–])[0-2]\d[0-5]\d\b)?"  # 6/100; 0720 to 1515
    r"|9/11\b|24/7\b|7/7\b|50[/-]50\b|20/20\b"
    r"|\d{1,3}[-–]\d{1,2}(?: \(\d{1,2}[-–]\d{1,2}\))?(?=(?:,? \d{1,2}[-–]\d{1,2})|(?: (?:win|victory|defeat|loss|draw|lead|record|winner|"
    r"aggregate|thrashing|success|triumph|ahead|up|down|home|away|against|over|at|in(?!\))|thanks|with|to|and|after|as)\b))"  # a score
    r"|\d+[A-Z]{1,3}\d+\b"
)
_PHONE = re.compile(r"\d[\d ().-]{6,18}\d")
_LINE_START = re.compile(r"(?:\n|\A)[ \t]{0,10}\Z")
_LISTED = re.compile(r"\d{1,2}[.)] ")

# The words before a number that make it a name: lower case, without their stop.
_LABELS = frozenset(
    (
        "no nos s&p sp planet vol p pp fig figs art sec ch resp page pages chapter chapters section sections article clause "
        "paragraph figure table appendix volume verse rule issue flat gate platform channel route highway "
        "interstate flight boeing airbus windows iphone ipad ipod playstation xbox type mark mk model class pool "
        "lap hole apollo formula ward exhibit proposition resolution level tier grade phase version season episode "
        "slide block bbc division studio pier hall isbn ftse nasdaq cac dax nikkei russell stoxx ibex asx tsx "
        "topix row room psalm opus op ps mig boeing's agenda catch category size zipcode postcode "
        "extension dial eq eqn equation symphony sonnet "
        "python ios android java linux macos firefox chrome bluetooth usb directx unix kernel"
    ).split()
)
# Those that must have a capital, being ordinary words without it.
_NAMES = frozenset(
    (
        "Fortune Top Super Bowl War World Stage Group Series Unit Number Step Part Line Radio League Box Count Bus "
        "Hall One Two Three Vision Nasdaq Composite Schedule Title Form Regulation Pier Terminal Junction Exit "
        "Studio Sky Ford Peugeot Renault Saab Volvo Mazda Porsche Ferrari Galaxy Pixel Windows Office Xbox Big Lot Area Stage"
    ).split()
)
_NUMBERED = frozenset("Week Day Year Euro".split())  # Year 6, Euro 96; not "This Year 500 people"
_AGES = ("aged ", "ages ")
_RUN = re.compile(r"[0-9.,]+")
_LABELLED = re.compile(r"\d+(?:\.\d+)*(?:[-–]\d+(?![\d%]|[.,]\d))?")
_SHAPED = frozenset("-–°/)×")
_MARKS = frozenset("§№#[(:-–+\n\t")
_AIRLINERS = frozenset(f"7{n}7" for n in range(9))
_SPANS = (
    ("://", re.compile(r"[a-z]{2,6}://\S+")),
    ("www.", re.compile(r"www\.\S+")),
    ("ISBN", re.compile(r"ISBN(?:-1[03])?:? ?[\d-]{9,17}[\dX]?")),
    ("ISSN", re.compile(r"ISSN:? ?\d{4}-\d{3}[\dX]")),
)
_SITE = re.compile(r"\.(?:com|org|net|uk|gov|edu|eu)/\S{0,2000}")


_HOST = re.compile(r"[\w-]{1,63}\.[\w.]{1,63}")
_NAME = re.compile(r"[\w.+-]{1,64}\Z")


def addresses(text: str) -> Iterator[Span]:
    """Web and mail addresses and book numbers, in no order."""
    for mark, pattern in _SPANS:
        at = text.find(mark)
        while at >= 0:
            match = pattern.search(text, max(0, at - 64), at + 2000)
            if match is not None and match.end() > at:
                yield Span(match.start(), match.end())
            at = text.find(mark, max(at + 1, match.end() if match else 0))
    for site in _SITE.finditer(text) if "/" in text else ():
        name = _NAME.search(text, max(0, site.start() - 64), site.start())
        if name is not None:
            yield Span(name.start(), site.end())
    at = text.find("@")
    while at >= 0:
        host = _HOST.match(text, at + 1)
        name = _NAME.search(text, max(0, at - 64), at) if host is not None else None
        if host is not None and name is not None:
            yield Span(name.start(), host.end())
        at = text.find("@", at + 1)


def silent(text: str, start: int) -> int | None:
    """Where a stretch that holds no figure ends, if a number at this offset is none."""
    before = text[start - 1] if start else "\n"
    match = _RUN.match(text, start)
    if match is not None:
        run, end = match.group(), match.end()
        next_, beyond = text[end : end + 1], text[end + 1 : end + 2]
        if (
            next_ in _SHAPED
            or next_.isalpha()
            or (next_ == " " and (beyond.isupper() or beyond in "x×" or run[0] == "0" or run in _AIRLINERS))
            or run.count(".") > 1
        ):
            shape = _SHAPES.match(text, start)
            if shape is not None and before not in "$£€" and text[max(0, start - 5) : start].lower() not in _AGES:
                return shape.end()
    if before in " \u00a0":
        return _labelled(text, start)
    return _marked(text, start, before) if before in _MARKS else None


def _marked(text: str, start: int, before: str) -> int | None:
    """Where a number ends that the sign right before it makes a name: §12, #5, [12], +44 20 7946 0958, ::1."""
    if before in "\n\t":
        return start + 2 if _LISTED.match(text, start) and _LINE_START.search(text, max(0, start - 12), start) else None
    if before == "[":
        return start + 3 if re.match(r"\d{1,3}\]", text[start : start + 4]) else None
    if before == "(":
        listed = _LISTED.match(text, start) and _LINE_START.search(text, max(0, start - 13), start - 1)
        return start + 2 if listed else None
    if before == ":":
        return start + 1 if text[start - 2 : start - 1] == ":" else None
    if before in "-–":
        return start + 2 if text[max(0, start - 8) : start - 1].rstrip().lower().endswith("covid") else None
    if before == "+":
        phone = _PHONE.match(text, start)
        return phone.end() if phone is not None else None
    return None if before == "#" and _POUNDS.match(text, start) else start + 1


def _labelled(text: str, start: int) -> int | None:
    """Where a number ends that the word before it makes a name: page 5, Channel 4, the top 40, § 12."""
    near = text[start - 2] if start > 1 else "\n"
    if near in " \t\n":
        return start + 2 if _LISTED.match(text, start) and _LINE_START.search(text, max(0, start - 12), start) else None
    word = text[max(0, start - 15) : start - 1].rsplit(None, 1)[-1].rstrip(".")
    lower = word.lower()
    if lower in _LABELS or word in _NAMES or word in _NUMBERED:
        name = _LABELLED.match(text, start)
        if name is not None and not _MEASURED.match(text, start) and (word not in _NUMBERED or len(name.group()) < 3):
            return name.end()
    elif lower in ("top", "bottom"):
        end = _RUN.match(text, start)
        return end.end() if end is not None and not _RANKED.match(text, end.end()) else None
    elif near in "§№" or (lower == "of" and text[max(0, start - 9) : start] == "Group of "):
        return start + 1
    return None


# "#89.7 million" is money: the wire services' seven-bit code has # for the pound sign (ISO 646-GB).
_POUNDS = re.compile(r"\d[\d,]*(?:\.\d+)? (?:million|billion|trillion)\b|\d{1,3}(?:,\d{3})+|\d+\.\d\d\b")
# A number with a unit or a scale is a quantity whatever stands before it.
_MEASURED = re.compile(r"[\d,.]+ ?(?:%|per ?cent|million|billion|bn|m\b|people|km|kg|miles|years|days)")


def idle(text: str, start: int, word: str) -> bool:
    """Whether a number word is part of a phrase that counts nothing: one another, no one, first of all."""
    if (word in _PHRASED or text[start + len(word) : start + len(word) + 1] == "-") and _PHRASES.match(text, start):
        return True
    lead = words.before(text, start)
    return (lead == "of" and text.endswith("Group of ", 0, start)) or (
        lead in _LEADS and not _RANKED.match(text, start + len(word))
    )


_PHRASES = re.compile(
    r"one (?:another|day|time|by one|thing|way|reason|side|point|can|could|may|might|should|would|must|who|that|which|of (?:the|those|its|his|her|their|our|my|these|them|us|several|many|a))\b|one-(?:time|off|man|way|sided|on-one|stop)\b|"
    r"two-way\b|two-by-fours?\b|nine-to-five\b|(?:two|three|four|five|six|seven|eight|nine|ten)-(?:nil|all|love|time|way|pronged|man|piece)\b|first(?:ly|-hand| of all| and foremost| place| time| aid| name| lady| minister| class)?\b|second(?:ly|-hand|s| thoughts?| hand)\b|ten to one\b",
    re.IGNORECASE,
)
# "the top five" is a place; "the top five makers", "the top 1%" are counted.
_RANKED = re.compile(
    r" ?%|[ -](?:per ?cent|percent|hundred|thousand|million|billion|years|months|weeks|days)\b|(?: [a-z-]{2,20}){0,2} [a-z]{2,20}s\b"
)
_PHRASED = frozenset(("one", "first", "second", "ten"))
_LEADS = frozenset(
    (
        "no any every each another square ground day capital group formula bbc radio type phase level force war channel "
        "number chapter act part page round stage row top bottom"
    ).split()
)
