"""Factors: whether "double" or "three times" is said of the two amounts that a frame found beside it.

In: a Passage and a Claim with a factor, a new and an old amount. Out: whether anything tells that it is said of others.
The one idea: a factor multiplies what stands right behind it, or what the verb before it is said of; "twice since March",
"half the firm and 10% of its rival", "doubled its dividend" name other amounts.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from factcheck.model import Claim, Figure, Form, Passage
from factcheck.relations._levels import of_one_level
from factcheck.relations._spoken import of_one_topic, stem
from factcheck.relations._told import COMPOUND
from factcheck.units import Kind


@dataclass(frozen=True, slots=True)
class Times:
    """A claim of a factor in its passage."""

    passage: Passage
    factor: Figure
    new: Figure
    old: Figure
    order: tuple[str, ...]  # of the roles, in the text

    @classmethod
    def of(cls, passage: Passage, claim: Claim) -> Times:
        (factor,), (new,), (old,) = (claim.figures(role) for role in ("factor", "new", "old"))
        return cls(passage, factor, new, old, tuple(role for role, _ in claim.roles))

    @property
    def kinds(self) -> set[Kind]:
        return {self.new.quantity.unit.kind, self.old.quantity.unit.kind}

    def follows(self, pattern: re.Pattern[str], figure: Figure) -> bool:
        """Whether words of this pattern stand right behind a figure."""
        return pattern.match(self.passage.document.text, figure.end) is not None


def _no_amounts(times: Times) -> bool:
    """Whether an amount describes something, is a year, a part beside a whole number, or so much each."""
    new, old = times.new, times.old
    if any(COMPOUND.search(each.quantity.surface) or times.follows(_EACH, each) for each in (new, old)):
        return True  # "twice what it is in a two-room flat"; "£900 for the pair, triple the usual £150 each"
    if len({each.quantity.number.form is Form.FRACTION for each in (new, old)}) > 1:
        return True  # "half the firm, and 10% of its rival"
    return _YEAR.fullmatch(old.quantity.surface) is not None  # "three times the number of 1930"


_EACH = re.compile(r" (?:each|apiece)\b")
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")


def _steps_of_a_scale(times: Times) -> bool:
    """Whether bare numbers are too small for amounts, grades or sizes; but "twice the eight of May"."""
    if times.follows(_OF_IT, times.factor) and Kind.COUNT in times.kinds:
        return False
    bare = Kind.NUMBER in times.kinds <= {Kind.NUMBER, Kind.COUNT}
    return bare and max(times.new.quantity.value, times.old.quantity.value) < SMALL


_OF_IT = re.compile(r"(?:(?<=twice)|(?<=times)) (?:the|its|his|her|their|what|that|as)\b")
SMALL = 20  # bare numbers below this are seldom amounts


def _of_another_noun(times: Times) -> bool:
    """Whether words name what is so many times as many, and it is not the new amount: "300 cars and 1,200 men, twice as many cars"."""
    named = _AS_MANY.match(times.passage.document.text, times.factor.end)
    unit = times.new.quantity.unit
    return named is not None and unit.kind is Kind.COUNT and stem(named[1]) != stem(unit.name)


_AS_MANY = re.compile(r" as many ((?!as\b)[a-z]{3,})")


def _far_apart(times: Times) -> bool:
    """Whether two counts are nothing like so many times apart, so that they count different things."""
    if not times.kinds <= {Kind.NUMBER, Kind.COUNT}:
        return False
    if not times.old.quantity.value or not times.factor.quantity.value:
        return True
    ratio = times.new.quantity.value / times.old.quantity.value / times.factor.quantity.value
    return not 1 / FAR < ratio < FAR


FAR = 10


def _of_another_topic(times: Times) -> bool:
    """Whether the sentences of the factor and of the new amount share no word, and no pronoun ties the later to the first."""
    later = times.passage.document.sentence(max(times.factor.start, times.new.start))
    if later is not None and _PRONOUN.match(times.passage.document.text, later.start):
        return False
    return not of_one_topic(times.passage, times.factor, times.new)


_PRONOUN = re.compile(r"(?:That|This|It|They) (?:is|was|were|are|went|rose|grew|fell|dropped|has|have)\b")


def _bound_elsewhere(times: Times) -> bool:
    """Whether the factor's own clause names what it multiplies, or how often something was done."""
    factor, text = times.factor, times.passage.document.text
    if times.follows(_OFTEN, factor):
        return True  # "cut rates twice since March"
    if times.order[-1] == "factor" and times.follows(_THAN, factor):
        return True  # "36 against 30, three times as many as before"
    if times.order[0] == "factor" and times.follows(_AS_MUCH, factor):
        return True  # "from £310m to £2.1bn, seven times as much, and its staff from 2,600 to 11,400"
    first = min(times.new.start, times.old.start)
    home = times.passage.document.sentence(factor.start)
    if home is not None and home.end <= first and times.passage.within(factor.end, home.end):
        return True  # "twice the target of seven. Of 42,300 people, 72% were seen, against 69%"
    if factor.start < first and times.follows(_MORE_FROM, factor) and ":" not in text[factor.end : first]:
        return True  # "seven times more from bananas than from cane. Grain sold at 560 yuan, against 70 for cane"
    if times.follows(_HIGH, factor) and times.new.quantity.unit.dimension == "[time]":
        return True  # "twice as high as its rival. It takes an hour, against three"
    if times.order == ("old", "factor", "new") and times.follows(_OF_IT, factor):
        return True  # "dropped to 6%, still twice the goal, and is now 4.5%"
    return times.order[0] == "factor" and _LEADING.search(text[factor.end : first]) is not None


_OFTEN = re.compile(
    r"(?:(?<=twice)|(?<=times)),? (?:since|in|during|so far|before|already|within|by|on|last|over the|and|or|but|I|you|we|they|he|she|it)\b"
)
_THAN = re.compile(r" as \w+ as\b")
_AS_MUCH = re.compile(r" as (?:much|many)(?:[,;.]|\Z)")
_MORE_FROM = re.compile(r" (?:more|as much|as many|higher|larger)\b[^.;]* (?:than|as) [^.;]*\.")
_HIGH = re.compile(r" as (?:high|tall|wide|deep|heavy|old|big|large)\b")
# "Has doubled, driving the ratio to 70, compared with 15 abroad."
_LEADING = re.compile(r", (?:driving|pushing|taking|lifting|sending|bringing|raising|putting|leaving)\b")


def turned_about(figure: Figure) -> Figure:
    """The figure with its hedge the other way round, where a verb halves: "more than halved" is less than a half."""
    hedge = figure.quantity.hedge
    if hedge is None or not _HALVES.search(figure.quantity.surface):
        return figure
    turned = replace(hedge, word=_TURNED.get(hedge.word, hedge.word), below=hedge.above, above=hedge.below)
    return replace(figure, quantity=replace(figure.quantity, hedge=turned))


_TURNED = {"more than": "less than", "over": "less than", "less than": "more than"} | dict.fromkeys(
    ("almost", "nearly", "all but"), "just over"
)
_HALVES = re.compile(r"\bhalv(?:es?|ed|ing)\b", re.IGNORECASE)


def _hedged_part(times: Times) -> bool:
    """Whether a hedge may turn a part about: "less than half as much"; of a verb it is known to (`turned_about`)."""
    quantity = times.factor.quantity
    return quantity.hedge is not None and quantity.value < 1 and not _HALVES.search(quantity.surface)


def _of_another_verb(times: Times) -> bool:
    """Whether a verb of multiplying is said of another subject, or has another object.

    "Paid $5m and doubled its $3m dividend"; "enabled funds to double to £352m"; "fell to £152m and provisions doubled to £86m".
    """
    between = times.passage.between
    if times.order == ("old", "factor", "new"):
        return _OTHERS_DO.search(between(times.old, times.factor)) is not None
    if times.order != ("new", "factor", "old"):
        return False
    gap = between(times.factor, times.old)
    verb = _VERB.search(times.factor.quantity.surface) and not _WHEN.match(gap)
    return bool(verb or _TO.fullmatch(gap) or _BEYOND.search(gap))


_OTHERS_DO = re.compile(
    r"\band (?!(?:then|later|since|more|nearly|almost|has|have|had|was|were|is|are|it|they)\b)[a-z]+ (?:[a-z]+ ){0,4}\Z"
)
_WHEN = re.compile(
    r" since [^,;.]{1,20}, when (?:it|there|they) (?:was|were|had)\b"
)  # "has doubled since 2015, when there were"
_VERB = re.compile(r"(?:ed|ing)\Z")  # doubled, halving
_TO = re.compile(r" to (?:an? |about |some )?")
# Behind the thing that it is a multiple of: "twelve times the size of the economy; the figure was $75bn with the branches".
_BEYOND = re.compile(r"[;…]|\.\.|\b(?:figure|total) (?:was|is)\b|, (?:and|but|while)\b")


def _of_another_tie(times: Times) -> bool:
    """Whether the new amount is what another is a multiple of, or the factor is denied: "triple the usual 100, and twice the 300"."""
    return times.passage.led_by(_TIED, times.new, 32) or times.passage.led_by(_NOT, times.factor, 12)


_TIED = re.compile(r"\b(?:twice|double|triple|treble|half|times) (?:the|its|his|her|their)(?: [a-z]+)? \Z")
_NOT = re.compile(r"\bnot \Z")


def _grew_from_elsewhere(times: Times) -> bool:
    """Whether what grew is compared with another's: "doubled to £52m, against forecasts of £46m"."""
    grows = _GROWS.search(times.factor.quantity.surface)
    return grows is not None and not of_one_level(times.passage, times.new, times.old)


_GROWS = re.compile(r"(?:ed|ing|fold|(?:doub|trip|treb|quadrup)les?)\Z")

AGAINST: tuple[Callable[[Times], bool], ...] = (
    _of_another_noun,
    _no_amounts,
    _steps_of_a_scale,
    _far_apart,
    _of_another_topic,
    _bound_elsewhere,
    _hedged_part,
    _of_another_verb,
    _of_another_tie,
    _grew_from_elsewhere,
)


def multiplies(passage: Passage, claim: Claim) -> bool:
    """Whether nothing tells that a factor is not said of the claim's two amounts."""
    times = Times.of(passage, claim)
    return not any(tells(times) for tells in AGAINST)
