"""Spells: whether a length of time is said to be that between two dates.

In: a Passage, two dates and a length. Out: whether the words between and behind them leave nothing else that it could be
of. The one idea: what a verb or a pronoun between them says may have lasted otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from factcheck.model import Figure, Passage


def of_these_dates(passage: Passage, roles: Mapping[str, Figure]) -> bool:
    """Whether the words between two dates and a length, and behind them, leave nothing else for it to be said of."""
    text, document = passage.document.text, passage.document
    start, end, length = (roles[role] for role in ("start", "end", "length"))
    home = document.sentence(length.start)
    if home is None or _counts_both_ends(roles) or passage.led_by(_BROKEN, length, 30):
        return False
    if length.start < start.start < end.start:
        between = text[length.end : start.reach.start]
        if _FROM.search(between) and not _PLAIN.fullmatch(between):
            return False
        return not _fewer_days(roles) or (
            _LASTED.search(text, home.start, length.start) is not None
            and not _AT_WORK.search(text, home.start, home.end)
        )
    if start.start < end.start < length.start:
        between = text[end.end : length.reach.start]
        if _AFTER_IT.match(text, length.end) and re.fullmatch(r",? (?:some |about |just )?", between):
            return True
        if _LATER_ON.match(text, length.end):
            dates = [each for each in passage.within(home.start, end.start) if dated(each)]
            return len(dates) == 1
        if _AFTER.search(between) and _CLOSED.match(text, length.end):
            return True
        return bool(_TOOK.search(between)) or bool(_SO_LONG.fullmatch(between) and _OVER.match(text, length.end))
    if end.start < length.start:
        earlier = _EARLIER.match(text, length.end) and "," not in text[end.end : length.reach.start]
        return bool(_BEGAN.match(text, length.end) or earlier)
    between = text[start.end : length.reach.start]
    if (
        _FOR.search(between)
        and not _LATER_ON.match(text, length.end)
        and not _UNTIL.fullmatch(text, length.end, end.reach.start)
    ):
        return _WENT_ON.search(between) is None  # "stood for 200 years, but burned in 1837"
    if _MARKED.search(between):
        founded = _FOUNDED if _OPENS.match(text, home.start) else _OPENED
        return bool(founded.fullmatch(between))
    if text.startswith(" later", length.end):
        return len(_JOINTS.findall(between)) < 2 and not BY_THE_WAY.search(text, home.start, start.start)
    return not _WHOSE.search(text, length.end, end.start)


# What a span of years leaves out: "with a break of ten years, from 1422 to 1471".
_BROKEN = re.compile(
    r"\b(?:break|gap|interruption|absence|exception|apart from|except for|but for|out)(?: of)?(?: (?:about|some))? \Z"
)


# From a length to the dates, with no verb between that tells another thing: "for 12 years as king, from".
_FROM = re.compile(r"\b(?:from|between|with|to|against|versus|vs) \Z")
_PLAIN = re.compile(
    r"['’]?(?: (?:war|reign|rule|career|term|spell|stint|period|tenure|run|siege|strike|span|stretch|interval|gap))?(?: lasted| ran)?(?: to [a-z]+)?"
    r"(?: of the (?:study|trial|war|project|survey|siege|strike|season))?"
    r"(?: (?:as|at|in)(?: (?!of |& |and |or |he |she |they |that |who |which |was |were |had |led |ran |won |held |made |"
    r"built |wrote |took |fought |kept |open |before |after |[\w’'-]+(?:ed|ing) )[\w’'.-]+){1,6})?,? (?:from|between) "
)
# What is worked, played or sat for so many days may have had days off.
_LASTED = re.compile(r"\blast(?:ed|s|ing)? (?:only |just )?\Z")
_AT_WORK = re.compile(
    r"\b(?:trial|hearing|inquiry|inquest|case|shoot|filming|session|debate|course|festival|match)\w*\b"
)
# Behind both dates: "from 1990 to 1995, a period of five years."
_SO_LONG = re.compile(
    r",?(?: -| –| —)? ?(?:or |for |a |an |the )?(?:total of |period of |span of |reign of |spell of |stretch of )?"
)
_OVER = re.compile(
    r"(?: (?:reign|rule|career|term|spell|stint|period|tenure|run|span|stretch))?(?: in all| altogether)?(?:[.;:)‖]|,|\Z)"
)
_TOOK = re.compile(
    r"\b(?:lasted|took|takes?|(?:in (?:use|service|business|office|power|print)|open|ran|operated|stood|survived) for)\b"
)
_CLOSED = re.compile(r"[.,;:)‖]|\Z")
_FOR = re.compile(r"\bfor (?:about |some |the next |another )?\Z")
_WENT_ON = re.compile(
    r"\band (?:was )?(?:worked|ran|operated|served|stood|burned|remained|stayed|survived|existed|traded|continued|used|open)\b"
)
_UNTIL = re.compile(r",? (?:until|till)\b[^,;]*")
_AFTER = re.compile(r"\bafter (?:just |only )?\Z")
_EARLIER = re.compile(r" (?:earlier|before), (?:in|on) ")
_AFTER_IT = re.compile(r" after (?:it|she|he|they) (?:was|were|had|opened|began)\b")
_LATER_ON = re.compile(r" later(?:[.;:),]|\Z)")
_BEGAN = re.compile(r"(?: [\w-]+){0,2} (?:that|which) (?:had )?(?:began|begun|started)\b")
# From a founding to a jubilee: only what was founded has one there.
_MARKED = re.compile(r"\b(?:mark|celebrat)\w+\b")
_AUXILIARY = r"(?:(?:and|has|will|is|are|have|recently|only|just|duly) ){0,3}"
_OPENED = re.compile(rf",? {_AUXILIARY}(?:mark|celebrat)\w+ [^,;:]*")
_OPENS = re.compile(r"[\"“‘']?(?:Founded|Opened|Established|Built|Formed|Launched|Created|Set up|Begun|Started)\b")
_FOUNDED = re.compile(rf", (?:[\w’'-]+ ){{1,4}}?{_AUXILIARY}(?:mark|celebrat)\w+ [^,;:]*")
_JOINTS = re.compile(r"(?:[,;:]| and\b| but\b| then\b| -| –| —)+")
_WHOSE = re.compile(r"\b(?:who|whose|which|that|to)\b")


def _counts_both_ends(roles: Mapping[str, Figure]) -> bool:
    """Whether as many days are stated as there are between two dates when both are counted: the siege lasted 872 days."""
    first, last, length = (roles[role].quantity for role in ("start", "end", "length"))
    begins, ends = first.when and first.when.days, last.when and last.when.days
    if length.unit.name != "day" or not begins or not ends or begins.low is None or ends.low is None:
        return False
    return begins.is_point and ends.is_point and length.number.value == ends.low - begins.low + 1


def _fewer_days(roles: Mapping[str, Figure]) -> bool:
    """Whether fewer days are stated than lie between two dates."""
    first, last, length = (roles[role].quantity for role in ("start", "end", "length"))
    begins, ends = first.when and first.when.days, last.when and last.when.days
    if length.unit.name != "day" or not begins or not ends or begins.high is None or ends.low is None:
        return False
    return length.number.value < ends.low - begins.high


# "The church, built in 1902, burnt down": not the day on which it did.
BY_THE_WAY = re.compile(
    r"(?:[,(]|\b(?:which|who|that)\b)[^,;()]{0,40}\b\w+(?:ed|en|lt|rn|wn|unk|ung) (?:[\w’'-]+ ){0,4}\Z"
)


def dated(figure: Figure) -> bool:
    """Whether a figure is a day, a month or a year, and no hour and no day of the week alone."""
    return (
        figure.quantity.when is not None and figure.quantity.when.hour is None and figure.quantity.when.weekday is None
    )
