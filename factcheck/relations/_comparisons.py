"""Comparisons: whether a word that compares is said of the amount that stands before it.

In: a Passage and two amounts with such a word between them. Out: whether anything tells that it is said of another thing,
time or clause. The one idea: "and", a new subject or a new verb begins another statement.
"""

from __future__ import annotations

import re

from factcheck.model import Figure, Passage
from factcheck.relations._levels import CHANGED_BY
from factcheck.units import Kind


def of_another_clause(passage: Passage, first: Figure, second: Figure, between: str) -> bool:
    """Whether what compares is said of something else, or of another time, than the first amount.

    "Rises to 15% and falls below the 11% cap"; "sales near £21m and earnings less than £2.7m"; "and above 5% in 1988";
    "drain £525m, while balances below target take out £175m"; "4% in May, and it may exceed 4.5% by June".
    """
    compares = COMPARES.search(between)
    if VERSUS.match(between, compares.end() if compares else 0):
        return False
    if compares is None:
        joined = between.endswith(" and ") and _is_bound(passage, first) and _is_bound(passage, second)
        return joined or (between.endswith(" to ") and _is_bound(passage, second))  # "over 50%, to less than 11%"
    ahead, behind = between[: compares.start()], between[compares.end() :]
    if compares.group() in ("exceed", "top", "surpass") and ahead.endswith((" and ", " or ")):
        return True  # "pass 1.5°C and exceed 2°C"
    if passage.led_by(_BY_THAT, second, 24) or _NOR.search(ahead) or _HEDGES.search(ahead):
        return (
            True  # "exceeding by £5m the imports"; "not less than £5 nor exceeding £100"; "over 50%, to less than 11%"
        )
    if any(
        each.quantity.unit.kind in (Kind.CURRENCY, Kind.PERCENT, Kind.COUNT)
        for each in passage.within(second.reach.start - len(between) + _last_end(between), second.start)
    ):
        return True  # "had surpassed £1m in prizes after just 43 matches"
    if _BY.match(behind) or _EXPECTED_TO.search(ahead) or _IF.search(ahead) or _SINCE_THEN.search(ahead):
        return True
    if _OF_A_NOUN.search(ahead) or _NO_MORE.match(behind):
        return True
    moves_on = compares.group() != "short of" and _MOVES_ON.search(ahead)
    if moves_on or _OF_ANOTHER_NOUN.search(ahead) or _MAY.search(ahead) or _DOES.match(behind):
        return True
    peaked = passage.led_by(_PEAKED, first, 40) and _LATER.search(ahead) is not None
    return peaked or (_AND_ALSO.fullmatch(ahead) is not None and _is_bound(passage, first))


def _is_bound(passage: Passage, figure: Figure) -> bool:
    """Whether a word such as "above" introduces a figure."""
    hedge = figure.quantity.hedge
    return passage.led_by(_OVER, figure, 24) or (hedge is not None and hedge.word in ABOVE | BELOW)


_BY = re.compile(r" (?:only )?by\b")  # what "was topped by $40" is less


_EXPECTED_TO = re.compile(r"\b(?:expected|set|forecast|likely|due|projected|estimated|predicted) to (?:[a-z]+ )?\Z")


def _last_end(between: str) -> int:
    """Where the last word ends that compares."""
    return [match.end() for match in COMPARES.finditer(between)][-1]


_BY_THAT = re.compile(r"\bby (?:the sum of |an? )?\Z")


_NOR = re.compile(r"\b(?:nor|the) \Z")  # "the above sum"


_HEDGES = re.compile(r"\b(?:to|from|at|of) (?:(?:less|more|fewer) )?\Z")


_NO_MORE = re.compile(r"[^,;]*\b(?:more|less) than\b")  # "short of the limit of no more than 5,000"


_IF = re.compile(r"\b(?:unless|if|because|until)\b")


_SINCE_THEN = re.compile(r"\bbut (?:has|have|had|then|later|since)\b")


_OF_A_NOUN = re.compile(r"(?: [\w-]+){3,} (?:which|that|who) \Z")  # "a small part of all lending, which exceeded"


_MOVES_ON = re.compile(
    r"\b(?:and|then|before|but|or)\b[^,.;]*\b(?:fall|fell|drop|dropp|rise|rose|slip|slipp|dip|dipp|climb|goe?|went|sank|sink|eas)(?:s|es|ed|ing)?(?: [a-z]+)? \Z"
)


_OF_ANOTHER_NOUN = re.compile(
    r"\b(?:and|or) (?!(?:is|was|were|are|has|had|have|will|would|still|also|well|far|just|now|thus|so|it|this|that|they|up|down|slightly|comfortably|much|even|[a-z]+ly|[a-z]+ed)\b)(?:[\w’'-]+ ){1,7}\Z"
)


_MAY = re.compile(r"\b(?:may|might|could) \Z")


_DOES = re.compile(r"[^,.;]*\b(?:will|would|took|takes?|has|have|had)\b")


_PEAKED = re.compile(r"\b(?:peaked|topped out|bottomed)\b[^,;.]*\Z")


_LATER = re.compile(r", (?:was|were|is|are) ")


_AND_ALSO = re.compile(r"[^,;]*\band (?:well |just |slightly )?")


_OVER = re.compile(r"\b(?:above|below|over|under|more than|less than) (?:the |about )?\Z")


def of_one_subject(passage: Passage, first: Figure, second: Figure) -> bool:
    """Whether what a second sentence compares is what the first told: "It was above", "Profit was above"."""
    homes = [passage.document.sentence(figure.start) for figure in (first, second)]
    if homes[0] == homes[1] or homes[0] is None or homes[1] is None:
        return True
    text = passage.document.text
    if _LATELY.match(text, second.end):
        return False
    head = text[homes[1].start : second.start].lower()
    compares = COMPARES.search(head)
    changed = CHANGED_BY.search(text, max(homes[0].start, first.reach.start - 24), first.reach.start)
    if changed and text.startswith("It ", homes[1].start):
        return False  # "fares went up 14%. It remains below 2%"
    beside = passage.within(homes[0].start, first.start)
    others = [each for each in beside if each.quantity.comparable(first.quantity)]
    if compares is None:
        return not (others and _OLD.search(head))
    subject = _WORD.findall(_OF.split(_VERB.split(head[: compares.start()], maxsplit=1)[0], maxsplit=1)[0])
    if not subject:
        return False
    rivals = [each for each in others if not passage.led_by(_FROM, each, 24)]
    if others and (
        subject[0] not in _THIS or (rivals and len(subject) > 1) or text.endswith("by ", 0, others[-1].reach.start)
    ):
        return (
            False  # it may be another of the first sentence's amounts: "grew by 1.9 million to 121.7 million. That was"
        )
    told = {word.rstrip("s") for word in _WORD.findall(text[homes[0].start : homes[0].end].lower())}
    named = len(subject[-1]) > 3 and subject[-1].rstrip("s") in told
    if _ALL.intersection(subject) and not _ALL & told:
        return False  # "volume was 610m shares. Combined volume topped 900m"
    return named or subject[0] in _IT or not _AMOUNTS.isdisjoint((*subject[:3], subject[-1]))


ABOVE = frozenset({"above", "over", "well above", "just above", "just over", "well over", "slightly above"})


BELOW = frozenset({"below", "under", "well below", "just below", "just under", "well under", "slightly below"})


COMPARES = re.compile(
    r"\b(?:than|above|below|ahead of|short of|shy of|under|over|topp\w+|exceed\w*|surpass\w*|up on|down on|in excess)\b(?!-)"
)


_VERB = re.compile(r",|\b(?:is|was|were|are|has|had|have|will|would|also|still|came|stood|remain\w*|compare\w*|even)\b")


_OF = re.compile(r"(?<=[a-z]) (?:of|in|from|for|at|by|on|to)\b")


_WORD = re.compile(r"[a-z]+")


_THIS = frozenset({"this", "that"})


_ALL = frozenset({"combined", "total", "overall", "all"})


_FROM = re.compile(r"\b(?:from|than|against|with) (?:an? |the |about )?\Z")


_IT = _THIS | {"it", "these", "they"}


_AMOUNTS = frozenset({"figure", "figures", "number", "numbers", "total", "result", "results", "amount", "sum", "rate"})


_LATELY = re.compile(r" (?:in|over|during) the (?:last|past|first|next) ")


VERSUS = re.compile(r"[^.;]*\b(?:compared (?:with|to)|versus|against|vs)\b")


_OLD = re.compile(r"\b(?:previous|old|former|earlier|past)\b")
