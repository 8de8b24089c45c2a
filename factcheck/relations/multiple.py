"""Two amounts, and how many times the one is the other."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from factcheck.model import Claim, Passage
from factcheck.relations import AMOUNT, FACTOR, Example, Silent, relation
from factcheck.relations._agreeing import multiples
from factcheck.relations._factors import multiplies, turned_about
from factcheck.relations._spoken import apart_from, of_one_noun, says_a_gap


def of_one_sort(passage: Passage, found: list[Claim]) -> Iterable[Claim]:
    """Those whose factor is said of both amounts, as far as the words around them tell."""
    claims = (_halved(_of_the_amount(passage, claim)) for claim in of_one_noun(passage, found))
    known = [claim for claim in claims if multiplies(passage, claim)]
    yield from known
    yield from apart_from(known, multiples(passage, known))


def _halved(claim: Claim) -> Claim:
    """The claim with the hedge of a halving turned about: "almost halved" leaves more than a half, "more than halved" less."""
    return replace(claim, roles=tuple((role, turned_about(figure)) for role, figure in claim.roles))


def _of_the_amount(passage: Passage, claim: Claim) -> Claim:
    """The claim with the amount for a gap beside it: "29,000, 3,100 more than in 2021 and twice as many as in 2015"."""
    (new,) = claim.figures("new")
    before = [each for each in passage.before(new) if each.quantity.comparable(new.quantity) and not each.quantity.when]
    if not before or not says_a_gap(passage, new):
        return claim
    return replace(claim, roles=tuple((role, before[-1] if role == "new" else figure) for role, figure in claim.roles))


@relation(
    reads="rounded",
    roles={"factor": FACTOR, "new": AMOUNT, "old": AMOUNT},
    frames={
        "en": [
            "{factor} ... TO .. {new} ... FROM .. {old}",
            "{factor} ... FROM .. {old} .. [,] TO .. {new}",
            "{factor} ... (.. FROM .. {old} TO .. {new})",
            "FROM .. {old} .. [,] TO .. {new} .. PAUSE .. {factor}",
            "{new} ... VERSUS .. {old} .. PAUSE .. {factor}",
            "{new} .... {factor} .. {old}",
            "{new} .... {factor} .. , which .. {old}",
            "{new} .... {factor=F} the|its {old}",
            "{new} .... {factor} .. VERSUS .. {old}",
            "{old} ... {factor} ... TO .. {new}",
            "{new} .... {factor} as many|much|often|high|likely as ... , when .. {old}",
            "{new} .... {factor} , when .. {old}",
            "{old} // ... {new} .. , {factor} as much|many|large|long|high !in !as",
            "{old} .... {new} .. , {factor} as much|many|large|long|high !in !as",
            "{old} .... {new} .. , {factor=F} as much|many !in !as",
            "{old} ; .... {new} .. , {factor} as much|many|large|long|high !in !as",
            "{old} .... {new} PAUSE {factor} what",
            "({new}) ... {factor} .. ({old})",
            "{new} .... {factor} .. ({old})",
            "{factor} as ... ({new} .. VERSUS .. {old})",
            "{factor} as ... PAUSE .. {new} ... VERSUS .. {old}",
            "{factor} MORE than ... PAUSE .. {new} ... VERSUS .. {old}",
            "{new} .. , {factor} as many|much as ... , [at|on|with] {old}",
            "{factor} // ... FROM .. {old} .. [,] TO .. {new}",
            "{factor} // ... {new} ... FROM .. {old}",
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
