"""Shares: whether a part, a whole and a share that a frame found are that of each other.

In: a Passage and the three figures. Out: whether anything tells that they are not. The one idea: each guard names one
reason; the words around the three decide, never whether they fit.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from factcheck.model import Figure, Passage
from factcheck.relations._spoken import closes, listed, says_a_gap
from factcheck.units import Kind


def _no_amounts(passage: Passage, part: Figure, whole: Figure, share: Figure) -> bool:
    """Whether one says a gap, all are percentages, or one is below zero.

    "At 28.5 euros, 14% above the close"; "93.8% White, 0.6% Black"; "a loss of £3m on sales of £40m, a margin of minus 7.5%".
    """
    figures = (part, whole, share)
    return (
        any(says_a_gap(passage, figure) for figure in figures)
        or all(figure.quantity.sort is Kind.PERCENT for figure in figures)
        or any(figure.quantity.number.value < 0 for figure in figures)
    )


def _no_part(passage: Passage, part: Figure, whole: Figure, share: Figure) -> bool:
    """Whether the part is more than the whole, or more is counted in it."""
    like = part.quantity.unit.kind is whole.quantity.unit.kind
    between = passage.between(part, whole) if part.end <= whole.start else ""
    other = _OTHER.search(_WHICH_IS.sub("", between)) and not _VALUING.search(between)
    return (like and part.quantity.value > whole.quantity.value) or bool(other)


_OTHER = re.compile(r"\b(?:them|us|you|which|whom|it|with|plus|aged|under|over|older|younger)\b")
_VALUING = re.compile(r"\bvaluing (?:it|them)\b")  # the whole of which a stake was bought
_WHICH_IS = re.compile(r"\A(?:,| [-–—])? which (?:is|was|are|were)\b")  # the part itself


def of_a_group_between(passage: Passage, part: Figure, whole: Figure, share: Figure) -> bool:
    """Whether the part is of others than the whole: "of the 2,400 patients, half got the drug; 96 of those (8%) fell ill"."""
    if not (whole.end < part.start and _OF_THOSE.match(passage.document.text, part.end)):
        return False
    return _SOME.search(passage.between(whole, part)) is not None


_OF_THOSE = re.compile(r" of (?:those|these|them)\b")
_SOME = re.compile(
    r"\b(?:half|halves|some|most|many|a (?:third|quarter|fifth|few)|two[- ]thirds|the (?:rest|others?|remainder))\b"
)


def _of_two_margins(passage: Passage, part: Figure, whole: Figure, share: Figure) -> bool:
    """Whether a margin may be another's: "an operating profit of £14m and a net profit of £9m on sales of £118m, a margin of 12%"."""
    return _MARGIN.search(passage.between(whole, share)) is not None and listed(passage, part)


_MARGIN = re.compile(r"\bmargin of \Z")


def _no_share(passage: Passage, part: Figure, whole: Figure, share: Figure) -> bool:
    """Whether the percentage names a security, or says by how much something else changed.

    "A note of $8, 14% preferred stock"; "cars by 1.8 percent, or $227, and trucks by 1.6 percent, or $150".
    """
    changed = share.start < part.start and passage.led_by(_CHANGED_BY, share, 60)
    return changed or _SECURITY.match(passage.document.text, share.end) is not None


_CHANGED_BY = re.compile(r"\b(?:and|or|while|but) (?:[a-z]+ ){1,5}by (?:about |an average )?\Z")
_SECURITY = re.compile(
    r" (?:[a-z]+ ){0,2}(?:stock|notes?|bonds?|debentures?|preferred|preference|convertibles?|mortgages?|loan notes?|gilts?)\b"
)


def _of_something_else(passage: Passage, part: Figure, whole: Figure, share: Figure) -> bool:
    """Whether the part is one of those that the share gives, the share is weighed otherwise, or an amount is what a rate is per."""
    text = passage.document.text
    if any(text[max(0, each.reach.start - 4) : each.reach.start].lower() == "per " for each in (part, whole)):
        return True
    if share.start < whole.start < part.start:  # "half of the 412 staff, 140 of them women"
        return bool(_OF_THOSE.match(text, part.end))
    if share.start < max(part.start, whole.start) or part.quantity.unit.kind not in (Kind.COUNT, Kind.NUMBER):
        return False
    of = _OF_NOUN.match(text, share.end)
    return bool(_WEIGHED.match(text, share.end)) or (
        of is not None and of[1] not in _THE_WHOLE and of[1][:4] not in whole.quantity.surface
    )


_OF_THOSE = re.compile(r" of (?:them|these|those|whom|which|it)\b")
# "12 of 48 firms (40% by sales)", "9 of 36 banks (60% of assets)".
_WEIGHED = re.compile(r" (?:by|in (?:value|volume|weight|terms|money|area))\b")
_OF_NOUN = re.compile(r" of (?:(?:the|all|all the|its|their) )?([a-z]+)")
_THE_WHOLE = frozenset(
    "all the these those them its their that this total whole sample group cohort lot number".split()
)


def _of_several_groups(passage: Passage, part: Figure, whole: Figure, share: Figure) -> bool:
    """Whether the pair behind a share goes on: "half of the pupils, 12 of 30 girls and 18 of 30 boys"."""
    if not share.start < part.start < whole.start or passage.between(part, whole) != " of ":
        return False
    return passage.between(share, part).endswith(", ") and not closes(passage, whole)


def _of_two_wholes(passage: Passage, part: Figure, whole: Figure, share: Figure) -> bool:
    """Whether the whole is itself what another amount is of, which may be meant: "over 3.2bn of an estimated £6bn were paid, 1.42bn (43%)"."""
    before = passage.within(whole.start - _BESIDE, whole.start) if part.start > whole.start else ()
    return any(
        each.quantity.when is None
        and each.quantity.comparable(whole.quantity)
        and _IS_OF.fullmatch(passage.between(each, whole)) is not None
        for each in before
    )


_BESIDE = 40  # code points between an amount and what it is of
_IS_OF = re.compile(r" of (?:an? |the |its |some |about |estimated |total )*")


def _of_another_year(passage: Passage, part: Figure, whole: Figure, share: Figure) -> bool:
    """Whether the sentences of the part and the whole name other years: "£8m in 2003. In 2004 schools got £2m"."""
    homes = [passage.document.sentence(figure.start) for figure in (part, whole)]
    if homes[0] == homes[1]:
        return False
    years = [
        {each.quantity.when.year for each in passage.within(home.start, home.end) if each.quantity.when}
        for home in homes
        if home
    ]
    years = [{year for year in each if year} for each in years]
    return all(years) and years[0].isdisjoint(years[1])


def _taxed_otherwise(passage: Passage, part: Figure, whole: Figure, share: Figure) -> bool:
    """Whether a rate of tax is of another profit: "tax of £22.7m includes a credit, at an underlying rate of 24%"."""
    home = passage.document.sentence(share.start)
    return (
        home is not None
        and passage.led_by(_RATE_OF, share, 12)
        and _ADJUSTED.search(passage.document.text, home.start, home.end) is not None
    )


_RATE_OF = re.compile(r"\brate of (?:about )?\Z")
_ADJUSTED = re.compile(r"\b(?:includ\w+|exclud\w+|underlying|adjusted|exceptional|credits?)\b")


def _one_of_the_parts(passage: Passage, part: Figure, whole: Figure, share: Figure) -> bool:
    """Whether more parts follow, which make up the share together: "half of the 40 were sold, 12 to locals and 8 to the bank"."""
    if part.start < max(whole.start, share.start):
        return False
    behind = next(iter(passage.within(part.end, part.end + _BEHIND)), None)
    if behind is None or behind.quantity.when is not None or behind.quantity.unit.kind is Kind.PERCENT:
        return False
    return _TO_AND.fullmatch(passage.between(part, behind)) is not None


_BEHIND = 60  # code points behind a part in which another stands
_TO_AND = re.compile(r" (?:to|for|by|in|at|from) [^,;.]*\band (?:the |another )?")


def _one_of_several(passage: Passage, part: Figure, whole: Figure, share: Figure) -> bool:
    """Whether the whole stands in the sentence before the part's, and is not the only figure of its sort there."""
    home = passage.document.sentence(whole.start)
    if home is None or home.start <= part.start < home.end:
        return False
    return any(
        each is not whole and each.quantity.comparable(whole.quantity) and not passage.led_by(_FROM, each, 24)
        for each in passage.within(home.start, home.end)
    )


_FROM = re.compile(r"\b(?:from|than|against|versus|compared with|compared to)(?: the| its| a)? \Z")
AGAINST: tuple[Callable[[Passage, Figure, Figure, Figure], bool], ...] = (
    of_a_group_between,
    _no_amounts,
    _no_part,
    _of_two_margins,
    _no_share,
    _of_something_else,
    _of_several_groups,
    _of_two_wholes,
    _of_another_year,
    _taxed_otherwise,
    _one_of_the_parts,
    _one_of_several,
)
