"""One amount at two times, and by how much it changed: in its unit, in per cent, or both."""

import re
from collections.abc import Iterable
from typing import Any

from factcheck.model import Claim, Passage, Span
from factcheck.relations import AMOUNT, RATIO, Example, Silent, of_one_noun, relation

_LEVEL = re.compile(r"\b(?:to|from|at) \Z")
_WORD = re.compile(r"[a-z]{4,}")
_COMMON = frozenset(
    "compared with from that this year last first than more less were was said which their after before month quarter".split()
)


def of_one_thing(passage: Passage, found: list[Claim]) -> Iterable[Claim]:
    """Not where the rate is a level ("growth to 1.2%"), nor where rate and amounts stand in sentences about other things."""
    text, sentences = passage.document.text, passage.document.sentences
    for claim in of_one_noun(passage, found):
        rates, news = claim.figures("rate"), claim.figures("new")
        if rates and _LEVEL.search(text, max(0, rates[0].reach.start - 8), rates[0].reach.start):
            continue
        homes = [
            next((each for each in sentences if each.start <= figures[0].start < each.end), None)
            for figures in (rates, news)
            if figures
        ]
        if len(homes) == 2 and homes[0] != homes[1] and not (_content(text, homes[0]) & _content(text, homes[1])):
            continue
        yield claim


def _content(text: str, sentence: Span | None) -> set[str]:
    """The content words of a sentence, by their first five letters."""
    if sentence is None:
        return set()
    return {word[:5] for word in _WORD.findall(text[sentence.start : sentence.end].lower()) if word not in _COMMON}


def delta(old: Any, new: Any) -> Any:
    """The change in the unit of the amounts."""
    return new - old


@relation(
    reads="rounded",
    roles={"rate": RATIO, "delta": AMOUNT, "old": AMOUNT, "new": AMOUNT},
    signed="rate delta",
    chained=[delta],
    frames={
        "en": [
            "CHANGE ... {rate} !of & TO .. {new} & FROM .. {old}",
            "CHANGE by {rate} ; ... FROM .. {old} TO .. {new}",
            "CHANGE by {rate} // ... goes|moves|rises|falls|moving|going FROM .. {old} TO .. {new}",
            "{new} ... , {delta} {sign:OVER} ... , a {rate} CHANGE",
            "{new} ... , {delta} {sign:UNDER} ... , a {rate} CHANGE",
            "FROM {old} TO .. {new} per {_} PAUSE .. CHANGE of {rate}",
            "{new} ... VERSUS .. {old} .. , {rate} higher|more|up",
            "was|were|cost {old} now|today .. {new}, a {sign:CHANGE} of {rate}",
            "was|were|cost {old} ... now|today .. {new}, a {sign:CHANGE} of {rate}",
            "CHANGE by {rate}, from a .. of {old} to {new}",
            "CHANGE ... {rate} (FROM .. {old} TO .. {new})",
            "CHANGE ... {rate} ({old} to|→ {new})",
            "CHANGE ... FROM .. {old} TO .. {new} PAUSE .. CHANGE .. {rate}",
            "CHANGE ... FROM .. {old} TO .. {new} PAUSE .. {rate}",
            "FROM .. {old} TO .. {new} PAUSE .. {rate} CHANGE",
            "FROM .. {old} TO .. {new} PAUSE .. CHANGE of {rate}",
            "{rate} CHANGE ... FROM .. {old} TO .. {new}",
            "{rate} CHANGE ... {new=CUNYB} ... FROM .. {old}",
            "{rate} CHANGE // ... {new=CUNYB} ... FROM .. {old}",
            "CHANGE ... {rate} // ... {new=CUNYB} ... VERSUS .. {old}",
            "CHANGE ... {rate} // ... SAME ... TO .. {new=CUNYB} ... FROM .. {old}",
            "CHANGE ... {rate} // ... SAME ... FROM .. {old=CUNYB} TO .. {new}",
            "{new} ... CHANGE .. {rate} FROM .. {old}",
            "{new} ... {rate} {sign:OVER} ... {old}",
            "{new} ... {rate} {sign:UNDER} ... {old}",
            "CHANGE .. {delta} [PAUSE] or .. {rate} ... TO .. {new}",
            "CHANGE .. {rate} [PAUSE] or .. {delta} ... TO .. {new}",
            "{new} ... CHANGE .. {delta} [PAUSE] or .. {rate}",
            "{new} ... CHANGE .. {_} or .. {_} ... {sign:CHANGE} .. {delta} or .. {rate}",
            "{new} ... CHANGE .. {_} or .. {_} ... BREAK {sign:CHANGE} .. {delta} or .. {rate}",
            "CHANGE .. {rate} // ... {new=CUNYB} ... SAME FROM .. {old}",
            "CHANGE ... of .. {rate} ... ({old} to|→ {new})",
            "FROM {old} TO .. {new}, .. {rate} CHANGE",
            "from {old} to .. {new}, a difference of {rate}",
            "goes|went|moves|moved|gone|going FROM .. {old} TO .. {new} PAUSE .. CHANGE .. {rate}",
            "CHANGE .. {delta=CUNYQB} TO .. {new} & FROM .. {old}",
            "CHANGE ... {delta=CUNYQB} FROM .. {old} TO .. {new}",
            "CHANGE FROM .. {old} TO .. {new} PAUSE .. CHANGE of {delta}",
        ]
    },
    says={
        "rate>0": "{new} is {rate} up on {old}",
        "rate<0": "{new} is {rate} down on {old}",
        "rate=0": "{old} and {new} are the same",
        "delta>0": "{new} is {delta} up on {old}",
        "delta<0": "{new} is {delta} down on {old}",
        "delta=0": "{old} and {new} are the same",
        "not>0": "not {stated} down",
        "not<0": "not {stated} up",
    },
    examples=[
        Example("Revenue rose 76% to $1.13bn from $639m."),
        Example("Revenue rose 67% to $1.13bn from $639m.", finds="$1.13bn is 77% up on $639m, not 67%"),
        Example("Shares closed up 64 pence, or 6%, at 1130p."),
        Example("Shares closed up 64 pence, or 9%, at 1130p.", finds="1130p is 6% up on 1,066 pence, not 9%"),
        Example("The fare fell 25% from $8 to $6."),
        Silent("Sales rose 9 per cent to $165 million."),
        Silent("The firm will close 14 of its 212 shops and cut 1,300 jobs, or about 7% of its staff."),
        Example("The rate rose 5% from 40% to 45%.", finds="45% is 13% up on 40%, not 5%"),
        Silent("It cut 3% of its staff, bringing the total to 14,000 from 16,500 two years ago."),
        Example("Profits fell 40% in the quarter. The line made a profit of £75m compared with £125m a year earlier."),
        Silent("Revenue was $4.2bn, an increase of 8%. Earnings per share were $1.20, compared with $1.05."),
        Silent("It cut its forecast for growth to 1.2% from 1.5% for this year and to 1.8% from 2% for next."),
        Silent("Output fell 3% in the second quarter, when exports rose 5%."),
    ],
    candidates=of_one_thing,
)
def rate(old: Any, new: Any) -> Any:
    """An old and a new amount, and the change between them, in its unit or in per cent."""
    return new / old - 1
