"""Parts, and the total they add up to."""

import re
from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from typing import Any

from factcheck.model import Claim, Figure, Form, Passage
from factcheck.relations import AMOUNT, WORD, Example, Silent, relation, says_a_gap
from factcheck.relations._breakdown import breakdowns
from factcheck.relations._told import COMPOUND, together
from factcheck.units import Kind


def asserted(passage: Passage, found: list[Claim]) -> Iterable[Claim]:
    """Of the lists beside a total those that are said to make it up, and the breakdowns that go over sentences."""
    for claim in found:
        claim = _without_heading(passage, claim)
        if any(tells(passage, claim) for tells in AGAINST):
            continue
        if _of_one(claim):
            yield from _of_hundred(passage, claim)
        else:
            yield claim
    yield from breakdowns(passage)


def _without_heading(passage: Passage, claim: Claim) -> Claim:
    """Without a first part that only says how many, or how much, the others are: "its three clubs have 40, 50 and 60 members"."""
    parts = claim.figures("part")
    if claim.roles[-1][0] != "total" or claim.roles[0][0] != "part" or len(parts) < 3:
        return claim
    bare = parts[0].quantity.unit.kind is Kind.COUNT and re.fullmatch(r"[\d.,]+", parts[1].quantity.surface)
    beside = passage.between(parts[0], parts[1])
    listed = re.fullmatch(",|,? and", passage.between(parts[1], parts[2]).rstrip())
    heads = listed and bare and re.search("[a-z]", beside)
    # "The two were merged": it stands for what was named
    stands = (
        parts[0].quantity.unit.kind is Kind.NUMBER
        and parts[0].quantity.number.form is Form.WORDS
        and passage.document.text.endswith(("The ", "the "), 0, parts[0].start)
    )
    return replace(claim, roles=claim.roles[1:]) if heads or stands or _TOGETHER.match(beside) else claim


_TOGETHER = re.compile(r" (?:together|combined|between them|in all|altogether|in total)\b")


def _of_one(claim: Claim) -> bool:
    """Whether the parts are shares, and their total the whole."""
    return "total" in dict(claim.words)


def _left_open(passage: Passage, claim: Claim) -> bool:
    """Whether there may be further parts: "15 of them in Honduras and four in Belize", "eight more, making 24"."""
    if _sum(claim) >= _total(claim):
        return False  # there are too many already
    text, parts = passage.document.text, claim.figures("part")
    behind = text[claim.span.end : claim.span.end + 60]
    return bool(
        "rest" in dict(claim.words)
        or _THEM.match(text, parts[0].end)
        or _OTHERS.search(behind)
        or (claim.roles[-1][0] == "total" and _FURTHER.search(text[claim.span.start : claim.span.end]))
    )


def _overlapping(passage: Passage, claim: Claim) -> bool:
    """Whether the parts may have members in common: "of the 120 cases, 70 were in men and 60 in smokers"."""
    role, first = claim.roles[0]
    return role == "total" and passage.led_by(_OF, first, 12) and _sum(claim) != _total(claim)


_OF = re.compile(r"\b[Oo]f (?:the |its |these |those |all )?\Z")
_OTHERS = re.compile(r"\b(?:rest|others?|remaining|remainder)\b")
_THEM = re.compile(r"(?: [a-z]+)? of (?:them|whom|these|those|it)\b")
_FURTHER = re.compile(r"\b(?:also|another|further|additional|more)\b")


def _more_than_all(passage: Passage, claim: Claim) -> bool:
    """Whether a later part is more than the whole, and so none: "1.2m in the quarter, ... and 4.1m in the year"."""
    return not _of_one(claim) and claim.roles[0][0] == "total" and _largest(claim) > _total(claim)


def _of_a_part(passage: Passage, claim: Claim) -> bool:
    """Whether the later parts are parts of a part: "120 for rent, of which 40 for nurses"."""
    parts = claim.figures("part")
    return bool(_NESTED.search(passage.between(parts[0], parts[-1])))


_NESTED = re.compile(r"\bof (?:which|whom)\b")


def _net_of_more(passage: Passage, claim: Claim) -> bool:
    """Whether something is taken off behind the parts: "$68m for rigs and $27m for repairs, less $3m of proceeds"."""
    return _LESS.match(passage.document.text, claim.span.end) is not None


_LESS = re.compile(r"[^.;:]{0,60}\b(?:less|net of|minus|offset by|partly offset|before|after) [^.;]{0,20}\d")


def _of_another(passage: Passage, claim: Claim) -> bool:
    """Whether another count of the sentence is the whole: "seven people died in the three crashes: three, two and two"."""
    totals = claim.figures("total")
    if not totals or _sum(claim) == _total(claim):
        return False
    home = passage.document.sentence(totals[0].start)
    beside = passage.within(home.start, totals[0].start) if home is not None else ()
    own = {figure.span for _, figure in claim.roles}
    return any(each.quantity.size == _sum(claim) for each in beside if each.span not in own)


def _far_off(passage: Passage, claim: Claim) -> bool:
    """Whether the parts are so far from the total that no slip explains it: more parts were told before."""
    if "rest" in dict(claim.words) or claim.figures("minus"):
        return False
    return not FEWEST * _total(claim) <= _sum(claim) <= MOST * _total(claim)


def _describes(passage: Passage, claim: Claim) -> bool:
    """Whether a figure describes a thing and counts none: a five-storey block, three in other buildings."""
    return any(COMPOUND.search(figure.quantity.surface) for _, figure in claim.roles)


def _a_gap(passage: Passage, claim: Claim) -> bool:
    """Whether the total is none: "20 points more than"."""
    return any(says_a_gap(passage, each) for each in claim.figures("total"))


def _in_parallel(passage: Passage, claim: Claim) -> bool:
    """Whether the total is but the first of a row: "12 storms in 2018, 8 in 2019 and 6 in 2020"."""
    (first, total), (_, part) = claim.roles[:2]
    behind = _PREPOSITION.match(passage.document.text, part.end)
    return first == "total" and behind is not None and f" {behind[1]} " in passage.between(total, part) + " "


_PREPOSITION = re.compile(r" (in|on|at|by|from|to|for)\b")


def _of_unlike(passage: Passage, claim: Claim) -> bool:
    """Whether the parts count different things, which only people do: nurses and doctors, but no votes and candidates."""
    (total,) = claim.figures("total") or (None,)
    if total is None or claim.roles[0][0] != "total":
        return False
    nouns = {part.quantity.unit.name for part in claim.figures("part") if part.quantity.unit.kind is Kind.COUNT}
    if total.quantity.unit.name == "person":
        return not all(_PERSONS.fullmatch(noun) for noun in nouns)
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
    r"Thai|[A-Z][a-z]+ese|Swiss|Iraqi|Israeli|Pakistani|Spaniard|Afghan)"
)


def _a_choice(passage: Passage, claim: Claim) -> bool:
    """Whether a list in apposition is a choice: "48 patients, 12 nurses ...", but not "15 people, 12 nurses and 3 doctors"."""
    (first, figure), (second, part) = claim.roles[:2]
    pause = passage.between(figure, part).strip()[-1:]
    if _of_one(claim) or (first, second) != ("total", "part") or pause not in (",", ":", "-", "–", "—"):
        return False
    total, *parts = (each.quantity for _, each in claim.roles)
    if total.unit.name == "person" and any(each.unit.kind is Kind.COUNT for each in parts):
        return False
    if total.unit.kind is Kind.COUNT and not {each.unit.name for each in parts} <= {total.unit.name, ""}:
        return not _spelt_out(passage, claim)
    if pause == ",":  # "14 stages, nine in the Tour and four in Spain": there may be others
        return total.unit.kind is Kind.NUMBER or (
            _sum(claim) < _total(claim) and not _CLOSES.search(passage.between(figure, claim.roles[-1][1]))
        )
    return total.unit.kind is Kind.NUMBER or _sum(claim) <= _total(claim) * (CLOSED if pause == ":" else NEARLY)


_CLOSES = re.compile(r"\b(?:others?|rest|both|remaining|only)\b")


def _one_of_several(passage: Passage, claim: Claim) -> bool:
    """Whether a sum is of more than its parts: "fined £20 and £12, and paid £8 and £6, in total £46", "£46m with fees"."""
    (last, total) = claim.roles[-1]
    if last != "total":
        return False
    if _WITH_MORE.match(passage.document.text, total.end):
        return True
    nouns = {part.quantity.unit.name for part in claim.figures("part") if part.quantity.unit.kind is Kind.COUNT}
    if total.quantity.unit.kind is Kind.COUNT and total.quantity.unit.name in nouns and len(nouns) > 1:
        return True  # 14 caps, five goals and 20 caps do not make caps
    first = claim.roles[0][1]
    home = passage.document.sentence(first.start)
    before = passage.within(home.start, first.start) if home else ()
    return _sum(claim) < _total(claim) and any(
        each.quantity.comparable(total.quantity) and each.quantity.unit.kind is total.quantity.unit.kind
        for each in before
    )


_WITH_MORE = re.compile(
    r"(?: in total| in all| altogether)? (?:together )?(?:with|including|plus|before|after|excluding|less|without|net of)\b"
)


def _spelt_out(passage: Passage, claim: Claim) -> bool:
    """Whether what is counted is told by its sorts: "47 aircraft - 29 Boeing 737s, 12 Airbuses and six turboprops"."""
    (_, total), (_, part) = claim.roles[:2]
    closed = passage.between(total, part).strip()[-1:] in (":", "-", "–", "—")
    return closed and _total(claim) * NEARLY < _sum(claim) < _total(claim) / NEARLY


# What tells that a list does not make up the total beside it.
AGAINST = (
    _describes,
    _far_off,
    _net_of_more,
    _of_another,
    _left_open,
    _overlapping,
    _more_than_all,
    _of_unlike,
    _in_parallel,
    _of_a_part,
    _a_gap,
    _a_choice,
    _one_of_several,
)


def _sum(claim: Claim) -> Fraction:
    return sum((figure.quantity.size for figure in claim.figures("part")), Fraction(0))


def _largest(claim: Claim) -> Fraction:
    return max(figure.quantity.size for figure in claim.figures("part"))


def _total(claim: Claim) -> Fraction:
    figures = claim.figures("total")
    return figures[0].quantity.size if figures else Fraction(1)


# What says that a share is what is left of the whole.
REST = ("remain", "rest", "other", "balance", "leaving", "leaves")
NEARLY = Fraction(85, 100)  # a list that names less of its total than this is a choice from it
FEWEST, MOST = (
    Fraction(9, 20),
    Fraction(5, 2),
)  # of a total that its parts may come to, if one of the figures has slipped
CLOSED = Fraction(2, 3)  # the same behind a colon
REACH = 300  # code points back, about two sentences


def _of_hundred(passage: Passage, claim: Claim) -> Iterable[Claim]:
    """Shares of one whole. What is left may be left after more parts than the nearest: all that stand before are tried."""
    *_, (_, before), (_, last) = claim.roles
    left = any(word in passage.between(before, last).lower() for word in REST)
    if not left and _sum(claim) < 1:
        return  # who did not answer may have been left out
    first = claim.roles[0][1]
    earlier = passage.within(first.start - REACH, first.start)
    ratios = [figure for figure in reversed(earlier[-6:]) if _ratio(figure)]
    if not ratios or len(claim.roles) > 2:
        yield claim
        return
    readings = tuple(
        tuple(("part", figure) for figure in (*reversed(ratios[:count]), *(figure for _, figure in claim.roles)))
        for count in range(1, len(ratios) + 1)
    )
    # with other shares at hand the two alone prove nothing wrong: only a reading that holds is worth a word
    fitting = [roles for roles in (claim.roles, *readings) if 1 in together(figure for _, figure in roles)]
    if fitting:
        yield replace(claim, roles=fitting[0])


def _ratio(figure: Figure) -> bool:
    return figure.quantity.unit.kind is Kind.PERCENT or figure.quantity.number.form is Form.FRACTION


@relation(
    reads="rounded",
    roles={"part": AMOUNT, "minus": AMOUNT, "rest": WORD, "total": AMOUNT},
    frames={
        "en": [
            # said to be a sum
            "{part+} ... and .. {part} ... SUM {total}",
            "{part+} ... and .. {part} .. , BREAK {part} ... , [a] SUM {total}",
            "{part} ... which|together|added|coupled with|to .. {part} ... MAKES .. {total}",
            "{minus} ... and .. {part} .. , NET {total}",
            "{part} ... and .. {minus} .. , NET {total}",
            "from .. {part} ... and .. {minus} .. , NET {total}",
            "{part+} ... and .. {part} .. PAUSE .. {total} altogether",
            "{part+} ... and .. {part} .. PAUSE .. {total} in all|total",
            "SUM {total} .. , {part+} ... and .. {part}",
            "{total} = {part+} + {part}",
            "{part+} + {part} = {total}",
            "{part} ... another|further|additional|extra .. {part} ... {rest:MAKES} .. {total}",
            "{part} ... another|further|additional|extra .. {part} ... {rest:BRINGS} ... to .. {total}",
            "{part} // ... another|further|additional|extra .. {part} ... {rest:BRINGS} ... to .. {total}",
            "{total} ... , {part} of {rest:THEM} in|for|to|from|at|on|by ... and .. {part} in|for|to|from|at|on|by",
            "{total} ... : {part} in|through|for|on|from|to|via ... and .. {part} in|through|for|on|from|to|via",
            "{part} // ... another|further|additional|extra .. {part} ... {rest:MAKES} .. {total}",
            # listed behind their total
            "{total}: .. {part+} ... and .. {part}",
            "{total=N} .. - {part+=N} ... and .. {part=N}",
            "{total=N} PAUSE {part+=N} ... and .. {part=N}",
            "all .. {total=N} .. , {part+=N} ... and .. {part=N},",
            "{total} ... COMPRISE .. {part+} ... and .. {part}",
            "{total} ... , {part} of {rest:IT} .. for|to|in|from ... and .. {part}",
            "{total} ... , of {rest:WHOM} .. {part+} ... and .. {part}",
            "{total} ... , of {rest:WHOM} .. {part} .... and .. {part}",
            "{total} // that|this|it .. COMPRISE .. {part+} ... and .. {part}",
            "{total=N} of .. {_} // .. of {rest:THESE} .. {part+=N} ... and .. {part=N}",
            "{total=N} ... , {part=N} {rest:PREP} ... and .. {part=N} PREP",
            "{total:SPLIT} ... {part+=P} ... and .. {part=P}",
            "{part+=P} ... and .. {part=P} .. , with {total:OTHERS} .. {part=P}",
            "{part+=P} ... and .. {part=P} //^ {total:OTHERS} ... {part=P}",
            # what is left
            "{part=P} ... {total:LEAVES} {part=P}",
            # two sides, or all answers
            "{total:VOTED} ... {part=P} to {part=P}",
            "{part=P} .. FOR ... {part=P} .. AGAINST .... {part=P} .. {total:OTHERS}",
            "{part=P} .. FOR .... {part=P} .. {total:AGAINST}",
            # parts of it, which cannot be more than the whole
            "{total=N} // .. of {rest:THESE} .. {part+=N} ... and .. {part=N}",
            "of .. {total=N} .. {rest:ALL} .. , {part+=N} ... and .. {part=N}",
        ]
    },
    says={"total": "{part}[ less {minus}] make {total}", "not": "not 100%"},
    examples=[
        Example("The fund paid $6.1 million and $1.2 million, in total $7.3 million."),
        Example(
            "The fund paid $6.1 million and $1.2 million, in total $8.3 million.",
            finds="$6.1 million and $1.2 million make $7.3 million, not $8.3 million",
        ),
        Example("About 85% of the plots are sown. The remaining 15% lie fallow."),
        Example(
            "Some 65% of the plots are sown. The remaining 45% lie fallow.", finds="65% and 45% make 110%, not 100%"
        ),
        Example(
            "The blast killed 14 people, seven soldiers and five civilians.",
            finds="seven soldiers and five civilians make 12 people, not 14 people",
        ),
        Example(
            "The council owns 640 houses. It let 212 of them. A trust holds 96 houses. The other 332 houses are empty."
        ),
        Example(
            "The council owns 940 houses. It let 212 of them. A trust holds 96 houses. The other 332 houses are empty.",
            finds="212, 96 houses and 332 houses make 640 houses, not 940 houses",
        ),
        Example(
            "Rye stocks came to 51.2 million tons, a record. On-farm stocks of 41.5 million tons were up 8%, and off-farm"
            " stocks, at 36.7 million tons, were down 3%.",
            finds="41.5 million tons and 36.7 million tons make 78.2 million tons, not 51.2 million tons",
        ),
        Example(
            "It paid $182 million in cash and notes. Of this, it gave $125 million in cash and $57 million of notes."
        ),
        Example(
            "Sales were $482 million. Excluding $14 million from acquisitions, sales would have been $468 million."
        ),
        Example("They finished with 31 wins, 24 losses and five draws in their 60 games."),
        Example("It has cash of $164 million and debts of $420 million, for net debt of $256 million."),
        Example("Of the nurses asked, 59% were women and 31% men.", finds="59% and 31% make 90%, not 100%"),
        Example("The fleet has 47 lorries - 29 Volvos, 12 MANs and six tankers."),
        Silent("The ward has 48 patients, 12 nurses and three doctors."),
        Silent("Some 18% of teachers and 11% of nurses agreed."),
        Silent(
            "The bank holds $50 million. It owes $12 million to Reed and the other $20 million of its debt to Cole."
        ),
        Silent("Of the 41 runners, 20 men and 12 women finished."),
        Silent("There were 2,113 people, 812 households and 571 families in the town."),
    ],
    candidates=asserted,
)
def total(*part: Any, minus: Any = (), rest: Any = ()) -> Any:
    """Parts, and the total they add up to; percentages of one whole make 100."""
    return sum(part) - sum(minus) + sum(rest)
