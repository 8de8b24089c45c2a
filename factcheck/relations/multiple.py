"""Two amounts, and how many times the one is the other."""

import re
from collections.abc import Iterable
from typing import Any

from factcheck.model import Claim, Figure, Form, Passage
from factcheck.relations import AMOUNT, FACTOR, Example, Silent, of_one_noun, of_one_topic, relation
from factcheck.relations._levels import of_one_level
from factcheck.relations._told import COMPOUND
from factcheck.units import Kind


def of_one_sort(passage: Passage, found: list[Claim]) -> Iterable[Claim]:
    """Not where a fraction of something stands beside other amounts: half the firm, and 10% of its rival.

    Nor where a verb of multiplying stands between two amounts: "paid $5m and doubled its $3m dividend".
    """
    for claim in of_one_noun(passage, found):
        if any(COMPOUND.search(each.quantity.surface) for role, each in claim.roles if role != "factor"):
            continue  # "twice what it is in a two-room flat"
        forms = {figure.quantity.number.form is Form.FRACTION for role, figure in claim.roles if role != "factor"}
        if len(forms) > 1:
            continue
        (factor,), (new,), (old,) = (claim.figures(role) for role in ("factor", "new", "old"))
        if not of_one_topic(passage, factor, new):
            continue
        kinds = {figure.quantity.unit.kind for figure in (new, old)}
        the = (
            _OF_IT.match(passage.document.text, factor.end) is not None and Kind.COUNT in kinds
        )  # "twice the eight of May"
        if (
            not the
            and Kind.NUMBER in kinds <= {Kind.NUMBER, Kind.COUNT}
            and max(new.quantity.value, old.quantity.value) < SMALL
        ):
            continue  # steps of a scale, grades, sizes
        if _YEAR.fullmatch(old.quantity.surface):
            continue  # "three times the number of 1930"
        if kinds <= {Kind.NUMBER, Kind.COUNT} and not _near(factor, new, old):
            continue
        if claim.roles[-1][0] == "factor" and _THAN.match(passage.document.text, factor.end):
            continue  # "36 against 30, three times as many as before"
        if factor.quantity.hedge is not None and factor.quantity.value < 1:
            continue  # "more than halved" is less than a half
        if _OFTEN.match(passage.document.text, factor.end):
            continue  # "cut rates twice since March"
        order = [role for role, _ in claim.roles]
        if order == ["new", "factor", "old"] and _TO.fullmatch(passage.between(factor, old)):
            continue  # "enabled funds to double to £352m"
        if order == ["old", "factor", "new"] and _OTHERS_DO.search(passage.between(old, factor)):
            continue  # "profit fell to £152m and provisions were doubled to £86m"
        if any(_EACH.match(passage.document.text, each.end) for each in (new, old)):
            continue  # "£900 for the pair, triple the usual £150 each"
        if factor.start < min(new.start, old.start) and _MORE_FROM.match(passage.document.text, factor.end):
            continue  # "seven times more from bananas than from sugar. He could sell grain at 560 yuan, against 70 for sugar"
        if passage.led_by(_TIED, new, 32) or passage.led_by(_NOT, factor, 12):
            continue  # "triple the usual 100, and twice the 300 of a Saturday"
        if order[0] == "factor" and _LEADING.search(passage.between(factor, claim.roles[1][1])):
            continue  # "has doubled, driving the ratio to 70, compared with 15 abroad"
        if _HIGH.match(passage.document.text, factor.end) and new.quantity.unit.dimension == "[time]":
            continue  # "twice as high as its rival. It takes an hour, against three"
        if order == ["old", "factor", "new"] and _OF_IT.match(passage.document.text, factor.end):
            continue  # "dropped to 6%, still twice the goal, and is now 4.5%"
        if order == ["new", "factor", "old"] and (
            _VERB.search(factor.quantity.surface) or _BEYOND.search(passage.between(factor, old))
        ):
            continue
        if not of_one_level(passage, new, old) and _GROWS.search(factor.quantity.surface):
            continue  # "doubled to £52m, against forecasts of £46m"
        yield claim


def _near(factor: Figure, new: Figure, old: Figure) -> bool:
    """Whether the amounts are anything like so many times apart; if not, they count different things."""
    if not old.quantity.value or not factor.quantity.value:
        return False
    return 1 / FAR < new.quantity.value / old.quantity.value / factor.quantity.value < FAR


_TO = re.compile(r" to (?:an? |about |some )?")
_OTHERS_DO = re.compile(
    r"\band (?!(?:then|later|since|more|nearly|almost|has|have|had|was|were|is|are|it|they)\b)[a-z]+ (?:[a-z]+ ){0,4}\Z"
)
_EACH = re.compile(r" (?:each|apiece)\b")
_MORE_FROM = re.compile(r" (?:more|as much|as many|higher|larger)\b[^.;]* (?:than|as) [^.;]*\.")
_TIED = re.compile(r"\b(?:twice|double|triple|treble|half|times) (?:the|its|his|her|their)(?: [a-z]+)? \Z")
_NOT = re.compile(r"\bnot \Z")
_LEADING = re.compile(r", (?:driving|pushing|taking|lifting|sending|bringing|raising|putting|leaving)\b")
_HIGH = re.compile(r" as (?:high|tall|wide|deep|heavy|old|big|large)\b")
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
FAR = 10
SMALL = 20  # bare numbers below this are seldom amounts
_THAN = re.compile(r" as \w+ as\b")
_OFTEN = re.compile(
    r"(?:(?<=twice)|(?<=times)),? (?:since|in|during|so far|before|already|within|by|on|last|over the)\b"
)
_OF_IT = re.compile(r"(?:(?<=twice)|(?<=times)) (?:the|its|his|her|their|what|that|as)\b")
# Behind the thing that it is a multiple of: "twelve times the size of the economy; the figure was $75bn with the branches".
_BEYOND = re.compile(r"[;…]|\.\.|\b(?:figure|total) (?:was|is)\b|, (?:and|but|while)\b")
_GROWS = re.compile(r"(?:ed|ing|fold|(?:doub|trip|treb|quadrup)les?)\Z")
_VERB = re.compile(r"(?:ed|ing)\Z")  # doubled, halving


@relation(
    reads="rounded",
    roles={"factor": FACTOR, "new": AMOUNT, "old": AMOUNT},
    frames={
        "en": [
            "{factor} ... TO .. {new} ... FROM .. {old}",
            "{factor} ... FROM .. {old} .. [,] TO .. {new}",
            "{factor} ... (.. FROM .. {old} TO .. {new})",
            "{factor} ... ({old} to|→ {new})",
            "FROM .. {old} .. [,] TO .. {new} .. PAUSE .. {factor}",
            "{new} ... VERSUS .. {old} .. PAUSE .. {factor}",
            "{new} .... {factor} .. {old}",
            "{new} .... {factor} .. , which .. {old}",
            "{new} .... {factor=F} the|its {old}",
            "{new} .... {factor} .. VERSUS .. {old}",
            "{old} ... {factor} ... TO .. {new}",
            "{new} .... {factor} as many|much as ... , when .. {old}",
            "{old} // ... {new} .. , {factor} as much|many|large|long|high !in !as",
            "{old} .... {new} .. , {factor} as much|many|large|long|high !in !as",
            "{old} ; .... {new} .. , {factor} as much|many|large|long|high !in !as",
            "{old} .... {new} PAUSE {factor} what",
            "({new}) ... {factor} .. ({old})",
            "{new} .... {factor} .. ({old})",
            "{factor} as ... ({new} .. VERSUS .. {old})",
            "{factor} as ... PAUSE .. {new} ... VERSUS .. {old}",
            "{factor} // ... (.. FROM .. {old} TO .. {new})",
            "{factor} // ... FROM .. {old} .. [,] TO .. {new}",
            "{factor} // ... {new} ... FROM .. {old}",
            "{new} // ... {factor} ... , which is .. {old}",
            "{new} // .. is|was {factor} the .. {old}",
        ]
    },
    says={"factor": "{new} is {factor} {old}"},
    examples=[
        Example("The budget doubled to $4 million from $2 million."),
        Example(
            "The budget tripled to $4 million from $2 million.", finds="$4 million is twice $2 million, not three times"
        ),
        Example("Prices rose 3.9%, more than double the 1.7% goal."),
        Example("Men were three times as likely as women to be hurt (12% against 4%)."),
        Example("The rate for boys (12%) was twice that for girls (3%).", finds="12% is four times 3%, not twice"),
        Silent("It won 36 seats against 30, three times as many as before."),
        Silent("The prize has doubled since 1999."),
        Silent("Profit more than doubled to £52m, compared with forecasts of £46m."),
    ],
    candidates=of_one_sort,
)
def factor(new: Any, old: Any) -> Any:
    """Two amounts, and how many times the first is the second."""
    return new / old
