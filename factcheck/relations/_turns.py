"""Turns: the words that say which way an amount went, and whether they are said of the amounts that a frame found beside them.

In: a Passage and a Claim with a new amount, an old one, or both. Out: whether anything tells that its word is another
thing's. The one idea: of several words that point different ways only the one that leads right to the amounts is theirs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from factcheck.model import Claim, Figure, Passage
from factcheck.relations._pairings import CROSSED, alike
from factcheck.units import Kind
from factcheck.vocabulary import Turn, turns

_NEAR = 48  # code points in which a clause says what its figure is


def _sign(claim: Claim) -> int:
    """Which way the claim's word points: 1 up, -1 down, 0 where it has none."""
    said = dict(claim.words)
    way = said.get("delta") or said.get("sign")
    return 0 if way is None else 1 if 1 in way else -1 if -1 in way else 0


def _ahead(passage: Passage, figure: Figure) -> str:
    """The clause before a figure."""
    home = passage.document.sentence(figure.start)
    return passage.document.text[home.start : figure.reach.start].rpartition(";")[2] if home else ""


def _points_both_ways(passage: Passage, claim: Claim) -> bool:
    """Whether words before the amounts point both ways, and the one that the claim takes is not sure to be theirs.

    "Reduces the holding period for the gains tax to one year from three"; "the drop was smaller after exports rallied to".
    """
    first, second = claim.roles[0][1], claim.roles[1][1]
    between = passage.between(first, second)
    inner = turns(between)
    if inner and claim.roles[0][0] in ("rate", "delta") and _MODIFIED.fullmatch(between, 0, inner[0].start):
        return inner[0].way != _sign(claim)  # "a 22% fall in profits, after rising fuel prices"
    if inner:
        return _unsure(inner, _LEADS_FROM, between, _sign(claim))
    before = _ahead(passage, first)
    return _unsure(turns(before), _LEADS_TO, before, _sign(claim))


def _unsure(found: Sequence[Turn], leads: re.Pattern[str], text: str, sign: int) -> bool:
    if not sign or len({turn.way for turn in found}) < 2:
        return False
    last = found[-1]
    if last.way != sign or _NOMINAL.search(text, 0, last.start):
        return True  # "cut the sum for raises to 3.5%"
    if leads.fullmatch(text, last.end) or _PAST.fullmatch(last.word):
        return False
    verb = last.word.endswith("ing") or _VERBAL.search(text, 0, last.start)
    return not (verb and _OBJECT.fullmatch(text, last.end))


_MODIFIED = re.compile(r" (?:[a-z]+ ){0,2}")
_LEADS_TO = re.compile(
    r"(?: [a-z]+ly)?(?: by \S+(?: [a-z]+)?| [\d.,]+(?:%| per ?cent))?(?:,? (?:in|last|this) [\w ]{0,20})?,?(?: (?:to|from|at|by|of))?(?: (?:an?|the|about|just|only|nearly|almost|some|more than|less than|record|new))* "
)
_LEADS_FROM = re.compile(r"(?: [a-z]+ly)?,? (?:(?:from|on|over|to|of|by)\b.*)?|,.*")
_NOMINAL = re.compile(r"\b(?:for|of|in|by|with|on|despite) \Z")
# "To cut the week to 35 hours", "the bank cut its rate to 10.5%", "boosting the ratio to 6.4%"; not "the rising dollar, by".
_VERBAL = re.compile(
    r"(?:\b(?:to|will|would|and|or|may|might|should|could|can|must|not|it|they|we|he|she|which|who|that|bank|government|company|group|firm|board|an?)|(?<![.!?] )\b[A-Z]\w+) \Z"
)
_OBJECT = re.compile(
    r"(?: [\w'’.-]+){1,8} (?:to|by|from|at)(?: (?:an?|the|about|just|only|nearly|almost|some|between|record|new))* "
)
_PAST = re.compile(r"\w+ed|rose|fell|grew|sank|slid|shrank|leapt|dove")


def _of_a_step(passage: Passage, claim: Claim) -> bool:
    """Whether the old amount is the step: "$444m, a decrease from the year before of $13m"; or the new one a part of the old: "to half of that"."""
    text = passage.document.text
    return any(passage.led_by(_DECREASE_OF, each, 160) for each in claim.figures("old")) or any(
        _OF_THAT.match(text, each.end) for each in claim.figures("new")
    )


_DECREASE_OF = re.compile(
    r"\b(?:diminution|decrease|increase|decline|rise|fall|reduction)\b[^;.]*\bhaving been \Z|"
    r"\b(?:decrease|increase|decline|rise|fall|gain|loss|reduction|drop)\b[^,;.]*\b(?:year|month|week|quarter)(?: [a-z]+ [a-z]+)? of \Z"
)
_OF_THAT = re.compile(r" of (?:that|it|what)\b")


def _estimated_to_move(passage: Passage, claim: Claim) -> bool:
    """Whether "from 3 to 5 percent" may say by how much: "prices would drop from 3 to 5 percent", "varies from 27 to 29 °C"."""
    news, olds = claim.figures("new"), claim.figures("old")
    if not (news and olds) or passage.between(olds[0], news[0]).strip() != "to":
        return False
    if _SIZED.match(passage.document.text, news[0].end):
        return True  # "a wall of water from 10 to 100 feet high"
    ahead = _ahead(passage, olds[0])
    bare = (
        olds[0].quantity.surface.replace(",", "").replace(".", "").isdigit()
        and news[0].quantity.unit.kind is not Kind.NUMBER
    )
    return _VARIES.search(ahead) is not None or (bare and _MIGHT.search(ahead) is not None)


_SIZED = re.compile(
    r" (?:high|tall|long|wide|deep|thick|apart|across|in (?:length|height|width|depth|diameter|size))\b"
)
_VARIES = re.compile(r"\b(?:var(?:y|ies|ied)|rang(?:e[sd]?|ing))\b[^,;]*\Z")
_MIGHT = re.compile(r"\b(?:can|could|would|may|might)\b[^,;]*\Z")


def _of_odds(passage: Passage, claim: Claim) -> bool:
    """Whether they are ratios: "from 18 to 1 to over 25 to 1"."""
    ones = [each for role, each in claim.roles if role in ("new", "old") and each.quantity.surface in ("1", "one")]
    home = passage.document.sentence(claim.roles[0][1].start)
    return bool(ones) and home is not None and len(_TO_ONE.findall(passage.document.text[home.start : home.end])) > 1


_TO_ONE = re.compile(r"\d[ -]to[ -](?:1|one)\b")


def _before_that(passage: Passage, claim: Claim) -> bool:
    """Whether the word is said of what went before: "fell to 1.48m units after falling to 1.60m in April"."""
    between = passage.between(claim.roles[0][1], claim.roles[1][1])
    return any(_AFTER.search(between, 0, turn.start) for turn in turns(between))


_AFTER = re.compile(r"\bafter (?:an? |its |the |having )?\Z")


def _in_a_note(passage: Passage, claim: Claim) -> bool:
    """Whether the word is a gain in the accounts: "earnings include gains of $2m, or 15 cents a share, against $1m, or 9 cents"."""
    first, second = claim.roles[0][1], claim.roles[1][1]
    between = passage.between(first, second)
    return not turns(between) and _TAKES_IN.search(_ahead(passage, first)) is not None


_TAKES_IN = re.compile(r"\b(?:in|ex)clud(?:es?|ed|ing)\b[^.;]*\bgains?\b", re.IGNORECASE)


def _a_step_aside(passage: Passage, claim: Claim) -> bool:
    """Whether the word is said of a bare step, and the old amount is no starting point: "up 13.1 at $6.785 from a high of $6.84"."""
    news, olds = claim.figures("new"), claim.figures("old")
    if not (news and olds) or olds[0].start < news[0].start:
        return False
    if claim.figures("delta") and passage.led_by(_FROM_A_HIGH, olds[0], 40) and passage.led_by(_AT, news[0], 12):
        return True
    return bool(claim.figures("delta") == claim.figures("rate") == () and passage.led_by(_STEPPED, news[0], 40))


_AT = re.compile(r"\bat (?:about )?\Z")
_FROM_A_HIGH = re.compile(
    r"\b(?:from|with|to|against) (?:an? |its |the )?(?:[a-z]+['’]?s? )?(?:high|low|peak|opening|open|intraday)(?: of)? (?:about )?\Z"
)
_STEPPED = re.compile(r"\b(?:up|down|higher|lower|rose|fell|gained|lost) [\d.,/-]+ (?:at|to) \Z")


def _a_step_from(passage: Passage, claim: Claim) -> bool:
    """Whether the new amount is itself the step: "traded at 800p, 32p up from last night's 768p"."""
    news = claim.figures("new")
    if not news or not _UP_FROM.match(passage.document.text, news[0].end):
        return False
    return any(alike(each, news[0]) and each.quantity.size > news[0].quantity.size for each in passage.before(news[0]))


_UP_FROM = re.compile(r" (?:up|down|higher|lower) (?:from|than|on)\b")


def _of_another_owner(passage: Passage, claim: Claim) -> bool:
    """Whether what moved is not what the old amount is of: "a ceiling of 16.6m for its 13 members, raising Iraq's share to 1.54m"."""
    news, olds = claim.figures("new"), claim.figures("old")
    if not (news and olds) or news[0].start < olds[0].start:
        return False
    between = passage.between(olds[0], news[0])
    found = turns(between)
    if not found:
        return False
    thing = _THING.match(between, found[-1].end)
    home = passage.document.sentence(olds[0].start)
    told = passage.document.text[home.start : olds[0].end + found[-1].start].lower() if home else ""
    unnamed = thing is not None and not any(word[:5] in told for word in _LONG.findall(thing[1].lower()))
    return unnamed or _OWNED.match(between, found[-1].end) is not None


_LONG = re.compile(r"[a-z]{4,}")
# "There will have been paid £12m, reducing the whole debt to £49m."
_THING = re.compile(r" ((?:the|its|their|his|her) (?:[\w'’-]+ ){1,5}?)(?:(?:of|on|in) [^,;]{1,30} )?to\b")
_OWNED = re.compile(r" [A-Z][\w-]+['’]s? [a-z]+ (?:[a-z]+ )?to\b")


def _content_of_a_forecast(passage: Passage, claim: Claim) -> bool:
    """Whether the word is what somebody expects: "6% forecast that prices will fall, against 4% a month ago"."""
    (role, first), (_, second) = claim.roles[:2]
    between = passage.between(first, second)
    if role == "old":
        return False  # "gets 30% from abroad and wants to raise that to 40%"
    return any(_EXPECTS.search(between, 0, turn.start) for turn in turns(between))


_EXPECTS = re.compile(
    r"\b(?:forecast|expect|predict|believe|think|thought|say|said|reckon|want|fear|hope)\w*\b[^.;]*\b(?:will|would|to|could|should|may|might) (?!have )(?:[a-z]+ )?\Z"
)


def _conceded(passage: Passage, claim: Claim) -> bool:
    """Whether the word stands in another clause: "although sales were up, the total was"."""
    match = _ALTHOUGH.match(_ahead(passage, claim.roles[0][1]))
    between = passage.between(claim.roles[0][1], claim.roles[1][1])
    if match is not None and turns(match[1]) and not turns(match[2]) and not turns(between):
        return True
    before = _ahead(passage, claim.roles[0][1])
    found = turns(before)
    return bool(found) and _SAID.search(before, found[-1].end) is not None


_SAID = re.compile(
    r", (?:said|saw|put|expects?|forecasts?|added|noted)\b"
)  # "forecasting a rise in x, said y was to trade at"
_ALTHOUGH = re.compile(r"\s*(?:although|though|while|despite|even (?:if|though)|whereas)\b([^,]*),(.*)", re.I | re.S)


def _unmoved(passage: Passage, claim: Claim) -> bool:
    """Whether behind the word it is said that the amount did not move: "grown at home, the area is little changed at"."""
    before = _ahead(passage, claim.roles[0][1])
    found = turns(before)
    return bool(found) and _STILL.search(before, found[-1].end) is not None


def _of_a_total_beside(passage: Passage, claim: Claim) -> bool:
    """Whether between the amounts a total is named of which the word is said: "an unchanged $1.68bn, and the overall total, up from $2.6bn, was"."""
    (role, _), (other, _) = claim.roles[:2]
    return (role, other) == ("new", "old") and _AND_TOTAL.search(
        passage.between(claim.roles[0][1], claim.roles[1][1])
    ) is not None


_AND_TOTAL = re.compile(r"\band (?:the|this|its|their|last)\b[^,;.]*\b(?:total|figure|number|sum|average), ")


def _of_its_own_object(passage: Passage, claim: Claim) -> bool:
    """Whether the word has an object that the old amount is not: "paid £12.4m, reducing the whole debt to £48.6m"."""
    (role, old), (_, new) = claim.roles[:2]
    if role != "old" or passage.led_by(_FROM, old, 16):
        return False
    between = passage.between(old, new)
    return any(_OBJECT_OF.match(between, turn.end) for turn in turns(between))


_FROM = re.compile(r"\bfrom (?:an? |the |about )?\Z")
_OBJECT_OF = re.compile(
    r" (?:the|its|their|his|her) (?!(?:total|figure|number|amount|sum|rate|stake|holding|share|interest)\b)[a-z]{3,}\b[^;.]*\bto\b"
)


def _the_move_took(passage: Passage, claim: Claim) -> bool:
    """Whether the word is the subject of what it brought about, or of what it is due to: "The rise took the annual rate to 3.4% from 3.5%", "the cause of the rise was"."""
    if not all(figure.quantity.sort is Kind.PERCENT for role, figure in claim.roles if role in ("new", "old")):
        return _CAUSE_OF.search(_ahead(passage, claim.roles[0][1])) is not None
    return _THE_MOVE.match(_ahead(passage, claim.roles[0][1])) is not None


_MOVE = r"(?:rise|increase|gain|jump|surge|climb|fall|drop|decline|decrease|dip)"
_THE_MOVE = re.compile(
    rf"\s*(?:The|This|That|[A-Z]\w+['’]s) (?:[\w-]+ )?{_MOVE}\b[^,;]*? (?:took|brought|takes|brings|left|leaves|pushed|means|meant)\b"
)
_CAUSE_OF = re.compile(rf"\b(?:causes?|reasons?) (?:for|of|behind) (?:the|this|its) {_MOVE}\b")


_STILL = re.compile(r"\b(?:little changed|unchanged|steady|flat)\b")


def _one_off(passage: Passage, claim: Claim) -> bool:
    """Whether an amount is a gain, a charge or a purchase that the comparison takes in or leaves out."""
    text = passage.document.text
    return any(
        passage.led_by(_BESIDE, figure, _NEAR) and _SPECIAL.match(text, figure.end) is not None
        for role, figure in claim.roles
        if role in ("new", "old")
    )


_BESIDE = re.compile(
    r"\b(?:after|before|excluding|including|includes?|excludes?|included|excluded|despite|due to|because of|thanks to|without|reflecting|net of)"
    r"(?: (?:an?|the|its|their|one-time|one-off|extraordinary|non-recurring))* \Z",
    re.IGNORECASE,
)
_SPECIAL = re.compile(
    r" (?:[a-z-]+ ){0,3}(?:gains?|charges?|loss|losses|write-?offs?|write-?downs?|acquisition|purchase|provisions?|payments?|credits?|settlement|restructuring)\b"
)


def _both_owed(passage: Passage, claim: Claim) -> bool:
    """Whether both are losses, so that what is "down" may be the result: "a loss of $62m, down from a loss of $12m"."""
    return all(passage.led_by(_LOSS, figure, 64) for role, figure in claim.roles if role in ("new", "old"))


_LOSS = re.compile(r"\bloss(?:es)? of (?:[^;]{0,30}, or )?(?:about |some |an? )?\Z")

AGAINST: tuple[Callable[[Passage, Claim], bool], ...] = (
    *CROSSED,
    _points_both_ways,
    _of_a_step,
    _estimated_to_move,
    _of_odds,
    _before_that,
    _in_a_note,
    _a_step_aside,
    _a_step_from,
    _of_another_owner,
    _content_of_a_forecast,
    _conceded,
    _unmoved,
    _of_a_total_beside,
    _of_its_own_object,
    _the_move_took,
    _one_off,
    _both_owed,
)


def said_of_another(passage: Passage, claim: Claim) -> bool:
    """Whether anything tells that the claim's word is not said of its amounts."""
    return any(tells(passage, claim) for tells in AGAINST)
