"""When something began, when it ended, and how long it is said to have lasted."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from factcheck.model import Claim, Figure, Passage, Span
from factcheck.relations import DATE, LENGTH, Example, Silent, relation
from factcheck.relations._exact_spells import exact_spells
from factcheck.relations._spells import BY_THE_WAY, dated, of_these_dates
from factcheck.relations._spoken import apart_from, names_a_year
from factcheck.units import Kind


def since_events(passage: Passage, found: list[Claim]) -> Iterable[Claim]:
    """ "In 1991, ten years after his death": from the one date on which the text says that he died."""
    text = passage.document.text
    taken = set()
    known: list[Claim] = []
    for claim in found:
        roles = dict(claim.roles)
        length, end = roles["length"], roles["end"]
        event = _EVENT.match(text, length.end)
        if event is None or end.start > length.end or _happened(passage, event, roles["start"]):
            taken.add(length.span)  # else it is said to have lasted from something else
            if of_these_dates(passage, roles):
                known.append(_in_years(claim))
    for figure in passage.figures:
        if figure.quantity.unit.kind is not Kind.ORDINAL and figure.quantity.unit.dimension != "[time]":
            continue
        event = _EVENT.match(text, figure.end)
        home = passage.document.sentence(figure.start)
        if home is None or figure.span in taken or figure.quantity.hedge or figure.quantity.upper:
            continue
        number = bisect_left(passage.document.sentences, home)
        if event is None:
            known += _later(passage, figure, home, number)
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
            known.append(Claim("duration", (("start", start), ("end", ends[-1]), ("length", figure))))
    yield from known
    taken |= {figure.span for claim in known for figure in claim.figures("length")}
    yield from apart_from(known, exact_spells(passage, taken))


def _later(passage: Passage, figure: Figure, home: Span, number: int) -> Iterable[Claim]:
    """ "They left on 23 May. Three days later, on 26 May, they": from the one date of the sentence before."""
    match = _LATER.match(passage.document.text, figure.end)
    if match is None or number == 0 or any(map(dated, passage.within(home.start, figure.start))):
        return
    former = passage.document.sentences[number - 1]
    starts = [each for each in passage.within(former.start, former.end) if dated(each)]
    ends = [each for each in passage.within(match.end(), match.end() + 1) if dated(each)]
    if len(starts) == 1 and ends and not BY_THE_WAY.search(passage.document.text, former.start, starts[0].start):
        yield _in_years(Claim("duration", (("start", starts[0]), ("length", figure), ("end", ends[0]))))


_LATER = re.compile(r" (?:later|on),? (?:on|in) (?:the )?")


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
    "death": "died|killed|murdered|assassinated|drowned|executed",
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
            "began|started|opened .. {start} and ended|closed|finished .. {end} [,] [having] lasted|took {length}",
            "in|on {end} after .. {length} .. that|which began|started in|on {start}",
            "in|on {start} PAUSE {length} before .. in|on {end}",
            "in|on {start} ... {length} later [,] in|on {end}",
            "OPENED in|on {start} [,] [and] [was] worked|ran|operated|served|stood|burned|remained|stayed|survived|existed|traded|continued|open ... for {length} [,] BREAK .. {end}",
            "OPENED in|on {start} and [was] worked|ran|operated|served|stood|burned|remained|stayed|survived|existed|traded|continued|open ... for {length} [,] BREAK ... in|on {end}",
            "on|in {start}, {length} before the .. of|in|on {end}",
            "husband|wife of {length} ... , whom he|she married in|on {start}, died in|on {end}",
            "began|started in|on {start} // .. took|lasted {length} and was finished|completed|ended|opened in|on {end}",
            "OPENED .. in|on {start} ... in|on {end}, {length} after it|she|he|they was|were|had|opened|began",
            "in {start} and .. in {end}, after {length}",
            "the|a {length} SPELL lasted|ran from {start} to|BREAK {end}",
            "began|started|opened in|on {start} ... ended|closed|finished in|on {end} after {length}",
            "OPENED in {start} ... marks|marked|celebrates|celebrated|marking|celebrating {length} of work|service|existence|history|business|operation|trading|publication in {end}",
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
