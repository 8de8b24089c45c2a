"""When something began, when it ended, and how long it is said to have lasted."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from factcheck.model import Claim, Figure, Passage, Span
from factcheck.relations import DATE, LENGTH, Example, Silent, names_a_year, relation
from factcheck.units import Kind


def since_events(passage: Passage, found: list[Claim]) -> Iterable[Claim]:
    """ "In 1991, ten years after his death": from the one date on which the text says that he died."""
    text = passage.document.text
    taken = set()
    for claim in found:
        roles = dict(claim.roles)
        length, end = roles["length"], roles["end"]
        event = _EVENT.match(text, length.end)
        if event is None or end.start > length.end or _happened(passage, event, roles["start"]):
            taken.add(length.span)  # else it is said to have lasted from something else
            if _tied(passage, roles):
                yield _in_years(claim)
    for figure in passage.figures:
        if figure.quantity.unit.kind is not Kind.ORDINAL and figure.quantity.unit.dimension != "[time]":
            continue
        event = _EVENT.match(text, figure.end)
        home = passage.document.sentence(figure.start)
        if home is None or figure.span in taken or figure.quantity.hedge or figure.quantity.upper:
            continue
        number = bisect_left(passage.document.sentences, home)
        if event is None:
            yield from _later(passage, figure, home, number)
            continue
        ends = [each for each in passage.within(home.start, figure.start) if names_a_year(each)]
        if not ends or not _BESIDE.fullmatch(text, ends[-1].end, figure.reach.start):
            continue
        far = event.group("whose") in ("his", "her")
        first = 0 if far else passage.document.sentences[max(0, number - _NEAR)].start
        starts = {
            str(each.quantity.when): each
            for each in passage.within(first, ends[-1].start)
            if names_a_year(each) and _happened(passage, event, each)
        }
        if len(starts) == 1:
            start = next(iter(starts.values()))
            yield Claim("duration", (("start", start), ("end", ends[-1]), ("length", figure)))


def _tied(passage: Passage, roles: Mapping[str, Figure]) -> bool:
    """Whether the words between two dates and a length, and behind them, leave nothing else for it to be said of."""
    text, document = passage.document.text, passage.document
    start, end, length = (roles[role] for role in ("start", "end", "length"))
    home = document.sentence(length.start)
    if home is None:
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
        if _LATER_ON.match(text, length.end):
            dates = [each for each in passage.within(home.start, end.start) if _dated(each)]
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
        return len(_JOINTS.findall(between)) < 2 and not _BY_THE_WAY.search(text, home.start, start.start)
    return not _WHOSE.search(text, length.end, end.start)


# From a length to the dates, with no verb between that tells another thing: "for 12 years as king, from".
_FROM = re.compile(r"\b(?:from|between|with|to|against|versus|vs) \Z")
_PLAIN = re.compile(
    r"['’]?(?: (?:war|reign|rule|career|term|spell|stint|period|tenure|run|siege|strike|span|stretch|interval|gap))?(?: lasted| ran)?"
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


def _fewer_days(roles: Mapping[str, Figure]) -> bool:
    """Whether fewer days are stated than lie between two dates."""
    first, last, length = (roles[role].quantity for role in ("start", "end", "length"))
    begins, ends = first.when and first.when.days, last.when and last.when.days
    if length.unit.name != "day" or not begins or not ends or begins.high is None or ends.low is None:
        return False
    return length.number.value < ends.low - begins.high


def _later(passage: Passage, figure: Figure, home: Span, number: int) -> Iterable[Claim]:
    """ "They left on 23 May. Three days later, on 26 May, they": from the one date of the sentence before."""
    match = _LATER.match(passage.document.text, figure.end)
    if match is None or number == 0 or any(map(_dated, passage.within(home.start, figure.start))):
        return
    former = passage.document.sentences[number - 1]
    starts = [each for each in passage.within(former.start, former.end) if _dated(each)]
    ends = [each for each in passage.within(match.end(), match.end() + 1) if _dated(each)]
    if len(starts) == 1 and ends and not _BY_THE_WAY.search(passage.document.text, former.start, starts[0].start):
        yield _in_years(Claim("duration", (("start", starts[0]), ("length", figure), ("end", ends[0]))))


_LATER = re.compile(r" (?:later|on),? (?:on|in) (?:the )?")
# "The church, built in 1902, burnt down": not the day on which it did.
_BY_THE_WAY = re.compile(
    r"(?:[,(]|\b(?:which|who|that)\b)[^,;()]{0,40}\b\w+(?:ed|en|lt|rn|wn|unk|ung) (?:[\w’'-]+ ){0,4}\Z"
)


def _in_years(claim: Claim) -> Claim:
    """The claim with the year of its start for an end that has none: "on 24 March 2005, and returns on 4 April"."""
    start, end = claim.figures("start")[0], claim.figures("end")[0]
    first, last = start.quantity.when, end.quantity.when
    if first is None or last is None or first.year is None or last.year is not None or first.month is None:
        return claim
    year = first.year + ((last.month or 12, last.day or 31) < (first.month, first.day or 1))
    dated = replace(end, quantity=replace(end.quantity, when=replace(last, year=year)))
    roles = tuple((role, dated if role == "end" else figure) for role, figure in claim.roles)
    return replace(claim, roles=roles, readings=())


# What may have happened, and the verbs that say that it did.
_EVENTS = {
    "launch": "launched",
    "adoption": "adopted",
    "closure": "closed|shut",
    "closing": "closed|shut",
    "opening": "opened",
    "foundation": "founded|established|formed|set up",
    "founding": "founded|established|formed|set up",
    "formation": "founded|established|formed|set up",
    "death": "died|killed|murdered|drowned",
    "birth": "born",
    "completion": "completed|finished",
    "marriage": "married",
    "wedding": "married",
    "introduction": "introduced",
    "arrival": "arrived",
    "retirement": "retired",
    "debut": "debut",
    "discovery": "discovered",
    "publication": "published",
    "release": "released",
    "appointment": "appointed",
    "election": "elected",
    "sinking": "sank|sunk",
    "invention": "invented",
    "abolition": "abolished",
    "accession": "succeeded|acceded",
    "abdication": "abdicated",
    "resignation": "resigned",
    "departure": "departed",
    "independence": "independent|independence",
    "construction": "built|constructed",
    "execution": "executed|hanged|beheaded",
    "disappearance": "disappeared|vanished",
    "demolition": "demolished|pulled down",
}
_EVENT = re.compile(
    r" (?:(?:years? |months? |weeks? |days? )?(?:after|since|following)|(?:anniversary|birthday) of)"
    rf" (?:(?P<whose>his|her|its|their) )?(?P<event>{'|'.join(_EVENTS)})\b(?! of\b)"
)
_BESIDE = re.compile(r",?(?: (?:just|only|some|nearly|almost|exactly|on|to mark|marking|for))?(?: the)? ?")
# Whose it is not: "she was elected" is not its election.
_NOT_OF = {
    "his": re.compile(r"\b[Ss]he\b"),
    "her": re.compile(r"\b[Hh]e\b"),
    "its": re.compile(r"\b[Ss]?[Hh]e\b"),
    "": re.compile(r"\b[Ss]?[Hh]e\b"),
}
_NEAR = 3  # sentences back to an event that is nobody's


def _happened(passage: Passage, event: re.Match[str], date: Figure) -> bool:
    """Whether a date is said to be that of an event: "launched on 18 July 1936"."""
    home = passage.document.sentence(date.start)
    start = max(home.start if home else date.start, date.start - 80)
    others = passage.within(start, date.start)
    lead = passage.document.text[max([start, *(each.end for each in others if names_a_year(each))]) : date.start]
    verbs, noun = _EVENTS[event.group("event")], event.group("event")
    if (other := _NOT_OF.get(event.group("whose") or "")) and other.search(lead):
        return False
    return bool(re.search(rf"\b(?:(?:{verbs})\b[^.;:]*|{noun} (?:in|on) )\Z", lead))


def _dated(figure: Figure) -> bool:
    return (
        figure.quantity.when is not None and figure.quantity.when.hour is None and figure.quantity.when.weekday is None
    )


@relation(
    reads="rounded",
    roles={"start": DATE, "end": DATE, "length": LENGTH},
    frames={
        "en": [
            "{length} ({start} -|to {end})",
            "{length} SPELL ({start} -|to {end})",
            "{length} SPELL of {start} - {end}",
            "{length} SPELL PAUSE {start} - {end}",
            "{length} ... FROM {start} to|until|till|through {end}",
            "{length} ... FROM {start} BREAK {end}",
            "the|a {length} .. between {start} and {end}",
            "between {start} and {end}, .. {length}",
            "FROM {start} to|through .. {end}, .. {length}",
            "from {start} BREAK ... {end} PAUSE .. {length}",
            "in|on {start} and took .. {length} [,] BREAK {end}",
            "{start} ... {end} PAUSE [only|just] {length} later",
            "began|started|opened .. in|on {start} ... lasted .. {length} PAUSE ending|closing|finishing in|on {end}",
            "began|started|opened .. {start} and ended|closed|finished .. {end} [,] lasted|took .. {length}",
            "in|on {end} after .. {length} .. that|which began|started in|on {start}",
            "in|on {start} PAUSE {length} before .. in|on {end}",
            "in|on {start} ... {length} later [,] in|on {end}",
            "OPENED in|on {start} and [was] worked|ran|operated|served|stood|burned|remained|stayed|survived|existed|traded|continued|used|open ... for {length} [,] BREAK .. {end}",
            "OPENED in|on {start} and [was] worked|ran|operated|served|stood|burned|remained|stayed|survived|existed|traded|continued|used|open ... for {length} [,] BREAK ... in|on {end}",
            "OPENED in|on {start} and closed|demolished|abolished|dissolved|withdrawn in|on {end} [,] .. for {length}",
            "on|in {start}, {length} before the .. of|in|on {end}",
            "in|on {end} ... {length} earlier|before , in|on {start}",
            "husband|wife of {length} ... , whom he|she married in|on {start}, died in|on {end}",
            "began|started in|on {start} // .. took|lasted {length} and was finished|completed|ended|opened in|on {end}",
            "the|a {length} SPELL lasted|ran from {start} to|BREAK {end}",
            "began|started|opened in|on {start} ... ended|closed|finished in|on {end} after {length}",
            "OPENED in {start} ... marks|marked|celebrates|celebrated|marking|celebrating {length} of work|service|existence|history|business|operation|trading|publication in {end}",
            "OPENED in {start} ... marks|marked|celebrates|celebrated|marking|celebrating its {length=O} anniversary|birthday [this|last|next|on] {end}",
            "OPENED in {start} ... marks|marked|celebrates|celebrated|marking|celebrating its {length=O} anniversary|birthday in {end}",
        ]
    },
    candidates=since_events,
    says={"length": "{start} to {end} is {length}"},
    examples=[
        Example("The war lasted four years (1914-1918)."),
        Example("The war lasted seven years (1914-1918).", finds="1914 to 1918 is four years, not seven years"),
        Example("The mill, opened in 1931, marked its 45th anniversary in 1976."),
        Example("The mill, opened in 1931, marked its 50th anniversary in 1976.", finds="is"),
        Example("The stamp was last printed in 1939 and was withdrawn in 1952, 13 years later."),
        Example(
            "The poet died on 2 February 1941. A street bears her name since 1991, the 50th anniversary of her death."
        ),
        Example("The line closed in 1974. It became a path in 1993, 19 years after closure."),
        Example(
            "The singer died in 1981. In 1997, ten years after his death, he sold more than ever.",
            finds="1981 to 1997 is 16 years, not ten years",
        ),
        Example("The four-year war of 1914-1918 cost much."),
        Example("He left in 2005 after a 16-year career that began in 1989."),
        Example("They left on 23 May 1887. Three days later, on 26 May, they were back."),
        Example(
            "They left on 23 May 1887. Three days later, on 28 May, they were back.",
            finds="23 May 1887 to 28 May is Five days, not three days",
        ),
        Silent("They left on 23 May 1887 and met on 1 June. The cook left three days later, on 14 July."),
        Silent("The church, built in 1902, burnt down. Two years later, in 1954, a hall stood there."),
        Silent("The ship was sold in 1960 and was scrapped in 1979, 43 years after her launch."),
        Silent("Her sister died in 1950. Brook won in 1991, three years after her husband's death."),
        Silent("The war of 1914 to 1918 was long."),
        Silent("Hall was a clerk for 20 years, serving as mayor from 1990 to 1995."),
        Silent("The road was begun in 1990 and opened in 1997, two years later than planned."),
        Silent("The mill, opened in 1951, celebrated the 150th anniversary of the port in 1962."),
    ],
)
def length(start: Any, end: Any) -> Any:
    """When something began, when it ended, and how long it lasted."""
    return end - start
