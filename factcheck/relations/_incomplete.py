"""Incomplete lists: what leaves open whether the parts that are told of a total are all there are.

In: a Passage and a Claim of the kind `total` that a frame found. Out: the guards that tell when there may be more, or
others. The one idea: a list is complete by its words, or because it comes to the very total.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

from factcheck.model import Claim, Passage
from factcheck.relations._halves import opposite, unpaired
from factcheck.relations._spoken import closes, listed
from factcheck.relations._told import of_one, sum_of, total_of
from factcheck.units import Kind

NEARLY = Fraction(85, 100)  # a list that names less of its total than this is a choice from it
CLOSED = Fraction(2, 3)  # the same behind a colon


def _left_open(passage: Passage, claim: Claim) -> bool:
    """Whether there may be further parts: "15 of them in Honduras and four in Belize", "eight more, making 24"."""
    if sum_of(claim) >= total_of(claim):
        return False  # there are too many already
    text, parts = passage.document.text, claim.figures("part")
    behind, told = text[claim.span.end : claim.span.end + 60], text[claim.span.start : claim.span.end]
    first, part = claim.roles[0][1], parts[0]
    return bool(
        (first.end < part.start and _SOME_OF_IT.search(passage.between(first, part)))
        or "rest" in dict(claim.words)
        or (claim.roles[0][0] == "total" and _a_part_behind(passage, claim))
        or _THEM.match(text, parts[0].end)
        or _OTHERS.search(behind)
        or (claim.roles[-1][0] == "total" and _FURTHER.search(told) and not _ADDED.search(told))
    )


def _a_part_behind(passage: Passage, claim: Claim) -> bool:
    """Whether one more part hangs on the list: "..., with three independents", "(three more are barges)"."""
    text, last = passage.document.text, claim.roles[-1][1]
    missing = total_of(claim) - sum_of(claim)
    return any(each.match(text, last.end) for each in (_AND_MORE, _AND_ONE)) or any(
        each.quantity.when is None
        and each.quantity.comparable(last.quantity)
        and (each.quantity.size == missing or _HUNG_ON.fullmatch(text, last.end, each.reach.start))
        for each in passage.within(last.end, last.end + BEHIND)
    )


BEHIND = 100  # code points in which what is missing from a list may be told
_AND_MORE = re.compile(
    r"[^.;:,()]{0,40},? (?:plus|besides|leaving|alongside|(?:along|together) with|as well as|in addition to)\b"
)
_AND_ONE = re.compile(
    r"[^.;:,()]{0,40},? and (?:an?|some|several|many|their|its|his|her|the) [a-z]"
)  # "three roasts and a pudding"
_HUNG_ON = re.compile(
    r"[^.;:,()]{0,40},? ?(?:[(;–—]|with|and)(?: (?:a|the|just|only|about|some|also|another|there (?:are|were)))* ?"
)


def _overlapping(passage: Passage, claim: Claim) -> bool:
    """Whether the parts may have members in common: "of the 120 cases, 70 were in men and 60 in smokers"; women, and teachers."""
    role, first = claim.roles[0]
    if (
        role == "total"
        and sum_of(claim) > total_of(claim)
        and unpaired(*(f.quantity.surface for f in claim.figures("part")))
    ):
        return True
    return role == "total" and passage.led_by(_OF, first, 12) and sum_of(claim) != total_of(claim)


# "Of the 120 cases", not "a grant of £50m".
_OF = re.compile(r"(?:\bOf|(?:[,;:(] ?|\bout |\bone |\bmost |\bsome )of) (?:the |its |these |those |all )?\Z")
_OTHERS = re.compile(r"\b(?:rest|others?|remaining|remainder)\b")
_THEM = re.compile(r"(?: [a-z]+)? of (?:them|whom|these|those|it)\b")
_SOME_OF_IT = re.compile(r"\b(?:including|reflecting) \Z|; \Z")
_ADDED = re.compile(r"\b(?:on top of|from)\b")  # says what was there before: there is no further part
_FURTHER = re.compile(r"\b(?:also|another|further|additional|more|extra)\b", re.IGNORECASE)


def _of_a_part(passage: Passage, claim: Claim) -> bool:
    """Whether the later parts are parts of a part: "120 for rent, of which 40 for nurses"."""
    parts = claim.figures("part")
    inside = any(_OF_THE_LAST.match(passage.document.text, each.end) for each in parts[1:])
    return inside or _NESTED.search(passage.between(parts[0], parts[-1])) is not None


_NESTED = re.compile(r"\bof (?:which|whom)\b")
_OF_THE_LAST = re.compile(r" of (?:them|these|those)\b")  # "eight men, two of them officers, and three women"


def _apiece(passage: Passage, claim: Claim) -> bool:
    """Whether a part is told by the head: "£1m to his wife, £600,000 to each of his two sons"."""
    return any(_EACH.match(passage.document.text, part.end) for part in claim.figures("part"))


_EACH = re.compile(r"(?: (?:to|for|on|in|from|by|at|with|of))? (?:each|every|apiece)\b")


def _net_of_more(passage: Passage, claim: Claim) -> bool:
    """Whether something is taken off behind the parts: "$68m for rigs and $27m for repairs, less $3m of proceeds"."""
    text, end = passage.document.text, claim.span.end
    return _LESS.match(text, end) is not None or _TAXED.match(text, end) is not None


_TAXED = re.compile(r"[^.;:]{0,60}\b(?:less|net of|minus|before|after) (?:tax(?:es)?|costs?|fees|expenses|interest)\b")
_LESS = re.compile(r"[^.;:]{0,60}\b(?:less|net of|minus|offset by|partly offset|before|after) [^.;]{0,20}\d")


def _of_another(passage: Passage, claim: Claim) -> bool:
    """Whether another count of the sentence is the whole: "seven people died in the three crashes: three, two and two"."""
    totals = claim.figures("total")
    if not totals or sum_of(claim) == total_of(claim):
        return False
    home = passage.document.sentence(totals[0].start)
    beside = passage.within(home.start, totals[0].start) if home is not None else ()
    own = {figure.span for _, figure in claim.roles}
    return any(each.quantity.size == sum_of(claim) for each in beside if each.span not in own)


def _beside_the_whole(passage: Passage, claim: Claim) -> bool:
    """Whether the last part stands beside the whole: "11 engines, of which seven run, and six diesels"."""
    (role, total), (_, last) = claim.roles[0], claim.roles[-1]
    nouns = [each.quantity.unit.name for each in (total, last) if each.quantity.unit.kind is Kind.COUNT]
    between = passage.between(total, last)
    return role == "total" and len({*nouns}) == 2 and "of which" in between and between.endswith(", and ")


def _left_there(passage: Passage, claim: Claim) -> bool:
    """Whether what is left is only what is left in a place: "lost four of their 19 seats, leaving 12 in the south"."""
    last = claim.roles[-1][1]
    return passage.led_by(_LEAVES_BEHIND, last, 30) and not closes(passage, last)


_LEAVES_BEHIND = re.compile(r"\bleaving [^,;.]{0,24}\Z")


def _in_brackets(passage: Passage, claim: Claim) -> bool:
    """Whether each part stands in brackets of its own: "travel ($240,000), and printing ($40,200)" may leave out others."""
    text = passage.document.text
    return all(text[each.reach.start - 1] == "(" for each in claim.figures("part"))


def _in_parallel(passage: Passage, claim: Claim) -> bool:
    """Whether the total is but the first of a row: "12 storms in 2018, 8 in 2019 and 6 in 2020"."""
    (first, total), (_, part) = claim.roles[:2]
    behind = _PREPOSITION.match(passage.document.text, part.end)
    return first == "total" and behind is not None and f" {behind[1]} " in passage.between(total, part) + " "


_PREPOSITION = re.compile(r"(?: \([^()]{0,40}\))? (in|on|at|by|from|to|for)\b")


def said_whole(passage: Passage, claim: Claim) -> bool:
    """Whether words say that a list is all of its total: "consisting of 44 consonants and 15 vowels", "(14 men and 4 women)"."""
    (role, total), (_, part), *others = claim.roles
    if role != "total" or of_one(claim):
        return False
    if _WHOLLY.search(passage.between(total, part)):
        return not any(_GROUPS.search(figure.quantity.surface) for figure in (part, *(figure for _, figure in others)))
    return len(others) == 1 and opposite(part.quantity.surface, others[0][1].quantity.surface)


_WHOLLY = re.compile(
    r"\b(?:consist(?:ing|s|ed) of|compos(?:ed|ing)(?: of)?|made up of|compris(?:ing|es|ed)|divided into|namely)\b[^,;:.]{0,20}\Z"
)

_GROUPS = re.compile(r"\b(?:pairs?|sets?|couples?|groups?|teams?|packs?|rows?|lots?|halves|each)\Z")


def _of_unlike(passage: Passage, claim: Claim) -> bool:
    """Whether the parts count different things, which only people do: nurses and doctors, but no votes and candidates."""
    (total,) = claim.figures("total") or (None,)
    if total is None or claim.roles[0][0] != "total" or said_whole(passage, claim):
        return False
    parts = [part.quantity for part in claim.figures("part") if part.quantity.unit.kind is Kind.COUNT]
    nouns = {part.unit.name for part in parts}
    if total.quantity.unit.name == "person":
        return not all(_PERSONS.fullmatch(part.unit.name) or _NATIONALS.search(part.surface) for part in parts)
    return len(nouns) > 1 and not _spelt_out(passage, claim)


# Kinds of people, by their endings where these are never those of things.
_PERSONS = re.compile(
    r"(?:.* )?(?:person|.*m[ae]n|boy|girl|child|children|adult|teenager|baby|infant|student|pupil|teacher|nurse|doctor|patient|soldier|"
    r"troop|civilian|.*[a-z]ian|.*ist|police|officer|guard|crew|crewmember|staff|member|worker|miner|driver|pilot|"
    r"passenger|sailor|fisher|farmer|tourist|pilgrim|protester|rebel|militant|insurgent|prisoner|inmate|refugee|migrant|"
    r"employee|trainee|volunteer|official|player|coach|actor|singer|lawyer|judge|juror|candidate|fighter|firefighter|"
    r"paramedic|rescuer|climber|walker|cyclist|pedestrian|spectator|fan|marine|victim|survivor|suspect|hostage|gunman|"
    r"attacker|bomber|resident|villager|foreigner|engineer|reporter|priest|monk|nun|pensioner|mother|father|parent|"
    r"brother|sister|son|daughter|national|citizen|local|Dane|Pole|Swede|Finn|Turk|Briton|Scot|Greek|Czech|Serb|Croat|"
    r"Thai|Swiss|Iraqi|Israeli|Pakistani|Spaniard|Afghan)",
    re.IGNORECASE,
)
_NATIONALS = re.compile(r" [A-Z][a-z]+(?:ans?|ese|ish)\Z")


def _a_choice(passage: Passage, claim: Claim) -> bool:
    """Whether a list in apposition is a choice: "48 patients, 12 nurses ...", but not "15 people, 12 nurses and 3 doctors"."""
    (first, figure), (second, part) = claim.roles[:2]
    pause = passage.between(figure, part).strip()[-1:]
    if of_one(claim) or (first, second) != ("total", "part") or pause not in (",", ":", "-", "–", "—", "("):
        return False
    if said_whole(passage, claim):
        return False
    if pause == "(":
        return True  # "12 caps (eight as captain and five in friendlies)": exact ones are _exact.py's
    total, *parts = (each.quantity for _, each in claim.roles)
    if total.unit.name == "person" and any(each.unit.kind is Kind.COUNT for each in parts):
        return False
    if total.unit.kind is Kind.COUNT and not {each.unit.name for each in parts} <= {total.unit.name, ""}:
        return not _spelt_out(passage, claim)
    if pause == ",":  # "14 stages, nine in the Tour and four in Spain": there may be others
        return total.unit.kind is Kind.NUMBER or (
            sum_of(claim) < total_of(claim) and not _CLOSES.search(passage.between(figure, claim.roles[-1][1]))
        )
    return total.unit.kind is Kind.NUMBER or sum_of(claim) <= total_of(claim) * (CLOSED if pause == ":" else NEARLY)


_CLOSES = re.compile(r"\b(?:others?|rest|both|remaining|only)\b")


def _apart(passage: Passage, claim: Claim) -> bool:
    """Whether behind a comma a clause of its own begins, or the total itself closes a row.

    "Killed 14 people, two crew and nine passengers survived"; "seven were men and five women, four were black".
    """
    (role, total), (_, part) = claim.roles[:2]
    if role != "total" or passage.between(total, part).strip() != ",":
        return False
    return listed(passage, total) or _ACTS.match(passage.document.text, claim.span.end) is not None


_ACTS = re.compile(r"[^.,;:()]{0,40} (?:were|was|are|is|had|have|has|survived|escaped|recovered|remained)\b")


def _one_of_several(passage: Passage, claim: Claim) -> bool:
    """Whether a sum is of more than its parts: "fined £20 and £12, and paid £8 and £6, in total £46", "£46m with fees"."""
    (last, total) = claim.roles[-1]
    if last != "total":
        return False
    if passage.led_by(_LEFT_WITH, total, 40) and not closes(passage, total):
        return True  # "leaving a profit of £9,000 when rent was paid"
    if passage.led_by(_LEAVING, total, 40):
        return True  # "£33m, including £4m for rent and £3m for fuel, leaving the sum of £26m"
    if any(passage.led_by(_TOTAL_TO, figure, 24) for role, figure in claim.roles if role == "part"):
        return True  # "taking the total to 54, and four more for rubber, a total of 39"
    if _WITH_MORE.match(passage.document.text, total.end):
        return True
    nouns = {part.quantity.unit.name for part in claim.figures("part") if part.quantity.unit.kind is Kind.COUNT}
    if total.quantity.unit.kind is Kind.COUNT and total.quantity.unit.name in nouns and len(nouns) > 1:
        return True  # 14 caps, five goals and 20 caps do not make caps
    first = claim.roles[0][1]
    home = passage.document.sentence(first.start)
    if home and total_of(claim) - sum_of(claim) == 1 and _A_ONE.search(passage.document.text, home.start, total.start):
        return True  # "one part cement to two of sand and four of gravel, seven parts in all"
    before = passage.within(home.start, first.start) if home else ()
    if home and sum_of(claim) < total_of(claim) and _ALSO.search(passage.document.text, home.start, first.start):
        return True  # "also agreed to cut $1.6bn in May and $2.5bn in June, for a total of $5.3bn"
    return sum_of(claim) < total_of(claim) and any(
        each.quantity.comparable(total.quantity) and each.quantity.unit.kind is total.quantity.unit.kind
        for each in before
    )


_LEFT_WITH = re.compile(r"\b(?:leaving|giving) [^,;]{0,30}\b(?:flow|profit|surplus|balance|cash|debt) of \Z")
_TOTAL_TO = re.compile(r"\b(?:the|its|their) total to \Z")
_LEAVING = re.compile(r"\bleav(?:ing|es) (?:[a-z]+ )?(?:the |a )?(?:sum|total|balance) of \Z")
_A_ONE = re.compile(r"\b(?:one|an?)\b", re.IGNORECASE)
_ALSO = re.compile(r"\balso\b")
_WITH_MORE = re.compile(
    r"(?: in total| in all| altogether)? (?:together )?(?:with|including|plus|before|after|excluding|less|without|net of)\b"
)


def _spelt_out(passage: Passage, claim: Claim) -> bool:
    """Whether what is counted is told by its sorts: "47 aircraft - 29 Boeing 737s, 12 Airbuses and six turboprops"."""
    (_, total), (_, part) = claim.roles[:2]
    closed = passage.between(total, part).strip()[-1:] in (":", "-", "–", "—")
    return closed and total_of(claim) * NEARLY < sum_of(claim) < total_of(claim) / NEARLY


# Nothing of this counts where the parts come to the very total.
AGAINST: tuple[Callable[[Passage, Claim], bool], ...] = (
    _of_a_part,
    _apiece,
    _net_of_more,
    _of_another,
    _left_open,
    _overlapping,
    _of_unlike,
    _in_parallel,
    _a_choice,
    _apart,
    _one_of_several,
    _left_there,
    _in_brackets,
    _beside_the_whole,
)
