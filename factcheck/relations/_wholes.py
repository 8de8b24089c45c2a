"""Wholes: percentages that exclude each other, so that they cannot pass a hundred: votes, contents, answers, sources.

In: a passage. Out: Claims of the kind `total`, whose total is a hundred or less. The one idea: three shares side by side
are of one whole where the words repeat what each is (a verb, a preposition), or say that it is a vote, a part, an answer;
pupils who walk, cycle and come by bus may be the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from factcheck.interval import Interval
from factcheck.model import Claim, Figure, Passage
from factcheck.relations._told import together
from factcheck.units import Kind

FEWEST, MOST = 3, 12  # shares of a whole that one sentence lists
FULL = Fraction(97, 100)  # shares that come to less may leave something out, and say nothing
_NEAR = 60  # code points between two shares of a list
# What tells that neighbours are of other times or things, or changes.
_ELSE = re.compile(
    r"[;:()]|\b(?:in|by|on|than|from|since|against|versus|compared|but|while|although|up|down|rose|fell|more|less|higher|lower|points|ago"
    r"|earlier|later|round|chance|those|them|whom|which|also|additional|further|extra|including|both)\b"
)
_VOTES = re.compile(r"\bof (?:the |all )?(?:votes?|ballots?|poll)\b")
_GRADED = re.compile(
    r"\b(?:very|somewhat|not very|not at all|not too|extremely|strongly|fairly|slightly|moderately) (?:likely|unlikely|agree|disagree|favou?r|oppose"
    r"|satisfied|dissatisfied|concerned|worried|important|confident|happy|unhappy|interested|approve|disapprove)\b|\b(?:agree|disagree)\b",
    re.IGNORECASE,
)
_IS = re.compile(
    r"\b(?:is|are|was|were|contains?|contained|comprise[sd]?|consist(?:s|ed)? of|made (?:up )?of|made from) (?:about |roughly )?\Z"
)
_MADE_UP = re.compile(r"\b(?:made up|makes? up|account(?:ed|s)? for|came from) (?:about |some )?\Z")
_NOUN = re.compile(
    r" (?!(?:of|in|by|to|from|more|less|lower|higher|cheaper|likely|sure|certain|owned)\b)([a-z-]+(?: [a-z]+)?)(?:,? and |, |[.;]|\Z)"
)
_PEOPLE = re.compile(r"s\Z|\b(?:men|women|children|people|white|black|male|female)\b")
_CHOSE = re.compile(
    r" (?:of \w+ )?(?:would )?(back|backed|support|supported|prefer|preferred|favou?red|chose|picked|vote[ds]? for|vote for|plump(?:ed)? for|opt(?:ed)? for) (?:the )?[A-Z]"
)


_OWNED = re.compile(r"\bowned (?:about |some )?\Z")
_NAME = r"[A-Z][\w&’'.-]*(?: (?:[A-Z&][\w&’'.-]*|of|de|the)){0,5}"
_BY = re.compile(rf" by (?:the |an? |its )?(?:{_NAME}|[a-z]+(?: [a-z]+)?)(?:,|,? and) (?:about |some )?")
_WHOSE = re.compile(r"\b(?:that|which|who|whose|its|their|of|affiliates?|subsidiar\w+)\b")
_INTEREST = re.compile(r" (?:interest|stake|holding|share)\b")
_HOLDER = re.compile(
    rf"(?: (?:interest|stake|holding|share))?(?:,|,? and) (?:the )?{_NAME} (?:(?:with|has|holds|owns|will (?:have|hold|own)) )?(?:an? )?"
)


def beyond_all(passage: Passage) -> Iterator[Claim]:
    """A claim for each list of shares that exclude each other and come to all, or more."""
    for home in passage.document.sentences:
        shares = [each for each in passage.within(home.start, home.end) if each.quantity.unit.kind is Kind.PERCENT]
        if not FEWEST <= len(shares) <= MOST or len(shares) < len(passage.within(shares[0].start, shares[-1].end)):
            continue
        made = together(shares)
        if any(each.quantity.upper or each.quantity.signed for each in shares) or made.high is None or made.high < FULL:
            continue
        sizes = [each.quantity.size for each in shares]
        if any(
            sum(sizes[first:last]) in sizes for first in range(len(sizes)) for last in range(first + 2, len(sizes) + 1)
        ):
            continue  # "85% agree, 45% strongly and 40% slightly"
        if _exclude_each_other(passage, shares, home.end):
            roles = tuple(("part", each) for each in shares)
            yield Claim("total", roles, (("total", Interval(Fraction(0), Fraction(1), True, False)),))


def _exclude_each_other(passage: Passage, shares: Sequence[Figure], end: int) -> bool:
    """Whether the words beside each share say that whoever, or whatever, is in one is in no other."""
    text = passage.document.text
    between = [text[left.end : right.reach.start] for left, right in pairwise(shares)]
    lead = text[max(0, shares[0].reach.start - _NEAR) : shares[0].reach.start]
    last = text[shares[-1].end : min(end, shares[-1].end + _NEAR)]
    if _OWNED.search(lead) and all(_BY.fullmatch(each) for each in between) and not _WHOSE.search(last):
        return True  # "owned 54% by Beta, 36% by Coop and 20% by Gamma"
    if _INTEREST.match(between[0]) and all(_HOLDER.fullmatch(each) for each in between):
        return True  # "Beta has a 67.5% interest, Coop 20% and Gamma 12.5%"
    if any(len(each) > _NEAR or _ELSE.search(each) for each in between):
        return False
    behind = [*between, text[shares[-1].end : min(end, shares[-1].end + _NEAR)]]
    ahead = [text[max(0, shares[0].reach.start - _NEAR) : shares[0].reach.start], *between]
    graded = [_GRADED.findall(each) for each in (ahead if _GRADED.search(ahead[0]) else behind)]
    if all(len(each) == 1 for each in graded):
        return len({each[0].lower() for each in graded}) == len(shares)
    if any(_VOTES.search(each) for each in (behind[0], behind[-1])):
        return all(re.search(r"[A-Z]", each) for each in ahead[1:])
    if _MADE_UP.search(ahead[0]) and behind[0].startswith(" of "):
        return 1 in together(shares)  # of one whole, where they come to it: women and graduates overlap
    nouns = [_NOUN.match(each) for each in behind]
    if _IS.search(ahead[0]) and all(nouns):
        named = {each[1] for each in nouns if each}  # of people, one may be several: "60% women, 55% graduates"
        return len(named) == len(shares) and not any(_PEOPLE.search(each) for each in named)
    verbs = [_CHOSE.match(each) for each in behind]
    return all(verbs) and len({each[1] for each in verbs if each}) == 1
