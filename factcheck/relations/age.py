"""When someone was born, a later date, and the age then."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from factcheck.model import Claim, Figure, Form, Passage
from factcheck.relations import AGE, DATE, Example, Silent, relation
from factcheck.relations._spoken import names_a_year
from factcheck.units import Kind


def of_one_person(passage: Passage, found: list[Claim]) -> Iterable[Claim]:
    """Ages of someone whose birth is dated: beside "born", and in a text that opens with one birth, all through it."""
    taken = {figure.span for claim in found for role, figure in claim.roles if role == "age"}
    yield from (claim for claim in found if _of_the_born(passage, claim))
    life = _Life.of(passage)
    for figure in passage.figures:
        quantity = figure.quantity
        if figure.span in taken or quantity.hedge or quantity.upper or not _aged(figure):
            continue
        birth, at = _then(passage, figure) or (life.told(passage, figure) if life else None) or (None, None)
        if birth is not None and at is not None and len({birth.span, at.span, figure.span}) == 3:
            yield Claim("age", (("birth", birth), ("at", at), ("age", figure)))


def _of_the_born(passage: Passage, claim: Claim) -> bool:
    """Whether who is said to have died, or to have turned so old, is who is said to have been born."""
    text, roles = passage.document.text, dict(claim.roles)
    birth, age = roles["birth"], roles["age"]
    home, later = passage.document.sentence(birth.start), passage.document.sentence(age.start)
    if not age.quantity.age and age.start > birth.start and not _ALONE.match(text, age.end):
        return False  # "he saw them win in 1930 at 7 to 1"
    died = [match.start() for match in _DIES.finditer(text, birth.end, age.start)]
    if not died:
        return not _OTHERS.search(text, birth.end, age.start)
    if home is None or later is None or _LEAVING.search(text, died[-1], age.start):
        return False
    if _KIN.search(text, died[-1], age.start):
        return False  # "died of grief for his son at the age of 12"
    if home == later:
        between = text[birth.end : died[-1]]
        if _OF_A_LIFE.fullmatch(between):
            return True
        who = _HE_WHO.search(between) or (text.startswith("Born", home.start) and _NAMED.fullmatch(between))
        return bool(who) and not _OTHERS.search(between)
    subject = _SUBJECT.match(text, later.start, later.end)
    if subject is None or not _DIED.match(text, subject.end(), later.end):
        return False
    if name := subject.group("name"):
        return name.split()[-1] in _NAME.findall(text, 0, birth.start)
    spoken = _PRONOUN.match(text, home.start)
    alike = spoken is not None and spoken.group(1).lower() == subject.group("pronoun").lower()
    return alike or not _OTHERS.search(text, home.start, home.end)


_DIES = re.compile(r"\bdied\b")
_LEAVING = re.compile(r"\b(?:leaving|left|survived|and|after|before|with)\b")
_NAMED = re.compile(r", [^,;:]{1,60} ")  # "Born on 3 May 1954, the painter died"
# Behind the dates of a life: "(3 May 1928 - 9 June 2009) was a painter who died".
_OF_A_LIFE = re.compile(r"[^()]{1,40}\) was an? [^,;:()]{1,80} who ")
_HE_WHO = re.compile(r"(?:[,(–-] ?|\band |\b[Ss]?[Hh]e |\bhad |\blater |\bthen )\Z")


def _aged(figure: Figure) -> bool:
    """Whether a figure can be an age: one that says so, or a bare number."""
    quantity = figure.quantity
    bare = quantity.unit.kind is Kind.NUMBER and quantity.number.form in (Form.DIGITS, Form.WORDS)
    years = quantity.unit.name == "year"
    return (quantity.age or bare or years) and quantity.number.exponent == 0 and 0 < quantity.number.mantissa <= _OLDEST


_OLDEST = 199  # not the age that anyone reached, but what a slip can make of one


def _then(passage: Passage, figure: Figure) -> tuple[Figure, Figure] | None:
    """ "Hall, born in 1849, was 38 at the time": of the one date that the sentence, or the one before, tells of."""
    text, home = passage.document.text, passage.document.sentence(figure.start)
    if home is None:
        return None
    before = [
        date
        for date in _dates(passage, home.start, figure.start)
        if _BORN_IN.search(text, max(home.start, date.start - 9), date.start)
    ]
    lead = text[before[-1].end : figure.start] if before else ""
    if not (_WAS.fullmatch(lead) and ("then" in lead or _AT_THE_TIME.match(text, figure.end))):
        return None
    others = [date for date in _dates(passage, home.start, home.end) if date is not before[-1]]
    if not others:
        number = bisect_left(passage.document.sentences, home)
        former = passage.document.sentences[number - 1] if number else home
        others = _dates(passage, former.start, former.end)
    return (before[-1], others[0]) if len(others) == 1 else None


_BORN_IN = re.compile(r"\bborn (?:in|on) \Z")
_WAS = re.compile(r",? (?:and )?(?:then |was |who was |was then |then aged |was aged |and aged )")
_AT_THE_TIME = re.compile(r"(?: years old)? (?:at the time|at that time|then)\b")


@dataclass(frozen=True, slots=True)
class _Life:
    """Whom a text is about, as far as its ages need it."""

    birth: Figure
    deaths: tuple[Figure, ...]
    names: frozenset[str]
    pronoun: str

    @classmethod
    def of(cls, passage: Passage) -> _Life | None:
        """The life that a text tells: that of the first birth of its opening, where no other stands beside it."""
        text, sentences = passage.document.text, passage.document.sentences
        births = list(_births(passage))
        home = passage.document.sentence(births[0].start) if births else None
        if home is None or home.start > sentences[min(_OPENING, len(sentences)) - 1].start:
            return None
        if len({str(each.quantity.when) for each in births if each.start < home.end}) > 1:
            return None
        spoken = [match.group(1).lower() for match in _PRONOUN.finditer(text)]
        pronoun = max(("he", "she"), key=spoken.count)
        if 3 * spoken.count(pronoun) <= 2 * len(spoken):
            return None
        deaths = {str(each.quantity.when): each for each in _deaths(passage, births[0])}
        names = frozenset(_NAME.findall(text, 0, births[0].start))
        return cls(births[0], tuple(deaths.values()), names, pronoun)

    def told(self, passage: Passage, figure: Figure) -> tuple[Figure, Figure] | None:
        """The birth and the date to an age that a sentence tells of this person, and of no other."""
        text, home = passage.document.text, passage.document.sentence(figure.start)
        if home is None or not _ALONE.match(text, figure.end):
            return None
        dates = [date for date in _dates(passage, home.start, home.end) if date.span != self.birth.span]
        died = _DIED_AGED.search(text, home.start, figure.start)
        if died and died.group(1) in self.names and len(dates) == 1:
            return (self.birth, dates[0]) if self._ends(dates[0]) else None
        if any(_ELSEWHERE.search(text, figure.end, date.start) for date in dates if date.start > figure.end):
            return None
        before = [date for date in dates if date.end < figure.start]
        lead = text[before[-1].end if before else home.start : figure.start]
        if before and self._ends(before[-1]) and lead.strip(" (,") == "aged":
            return self.birth, before[-1]
        if before and (when := _WHEN.fullmatch(lead)):
            own = when.group(1) == self.pronoun if when.group(1) else when.group(2) in self.names
            return (self.birth, before[-1]) if own else None
        if (was := _HE_WAS.fullmatch(lead)) and not dates and len(self.deaths) == 1:
            number = bisect_left(passage.document.sentences, home)
            former = passage.document.sentences[number - 1] if number else home
            told = _DIES.search(text, former.start, former.end) and not _KIN.search(text, former.start, former.end)
            alone = _LINE.match(text, figure.end) is not None and was.group(1).lower() == self.pronoun
            return (self.birth, self.deaths[0]) if alone and told else None
        if figure.start < self.birth.start:  # the news, at the head of an obituary
            news = not dates and len(self.deaths) == 1 and _NEWS.search(lead) and not _KIN.search(lead)
            return (self.birth, self.deaths[0]) if news else None
        subject = _SUBJECT.match(text, home.start, home.end)
        if subject is None or not self._is(subject) or _OTHERS.search(text, home.start, figure.start):
            return None
        if not _AGED.search(lead) and not (_AT.search(lead) and _THEN.match(text, figure.end)):
            return None
        if _DIED.search(text, home.start, figure.start):
            if not _DIED.match(text, subject.end()):
                return None
            dates = dates or list(self.deaths)
        return (self.birth, dates[0]) if len(dates) == 1 else None

    def _is(self, subject: re.Match[str]) -> bool:
        """Whether a sentence has this person for its subject."""
        if subject.group("pronoun"):
            return subject.group("pronoun").lower() == self.pronoun
        return all(name in self.names for name in _NAME.findall(subject.group("name")) if name not in _TITLES)

    def _ends(self, date: Figure) -> bool:
        """Whether a date is that of the death."""
        return str(date.quantity.when) in {str(each.quantity.when) for each in self.deaths}


_OPENING = 4  # sentences and headings in which a life's dates are given
_PRONOUN = re.compile(r"\b([Hh]e|[Ss]he)\b")
_TITLES = frozenset("Mrs Miss Dame Lord Lady Professor President General King Queen Prince Princess".split())
_NAME = re.compile(r"(?!(?:The|Born|Died|And|For|From|In|This|Early|Sir|Dame|Lord|Lady)\b)[^\W\d_a-z][\w’'-]{2,}")
# How a sentence tells of someone: "In July 1914, at 55, she climbed".
_SUBJECT = re.compile(
    r"[\"“‘']?(?:(?:In|On|By|At|Aged|Early|Late|At the age of)\b[^,;]{1,30}?,? )?(?:(?:at|aged|then|at age|at the age of) [\w-]+, )?"
    r"(?:(?P<pronoun>[Hh]e|[Ss]he)|(?P<name>(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady)\.? )?[^\W\d_a-z][\w’'.-]+(?: [^\W\d_a-z][\w’'.-]*){0,3}))\b(?! and (?!an? ))"
)
# Between an age and a date behind it: what is told of another time.
_ELSEWHERE = re.compile(
    r"\b(?:and|but|or|until|till|who|whom|whose|which|that|where|since|before|after|then|had|by|from|(?!in)\w+ing)\b|[;(:]"
)
_DIED = re.compile(r"(?: [a-z]+){0,2} (?:died|dies|is dead|passed away)\b")
_WHEN = re.compile(r",? (?:at a time )?when (?:(s?he)|([^\W\d_a-z][\w’'-]{2,})) was ")
_HE_WAS = re.compile(r"(S?[Hh]e) was ")
_LINE = re.compile(r"(?: years old)?\.(?:\s|\Z)")  # "He was 87." ends an obituary's news
_DIED_AGED = re.compile(r"(?<![\w.] )\b([^\W\d_a-z][\w’'-]{2,}) died (?:aged|at the age of|at age) \Z")
_NEWS = re.compile(
    r"\b(?:has died|have died|died|dies|is dead)(?: (?:on|last|this) \w+| here| today| yesterday| peacefully)?,? (?:aged |at age |at the age of |at )\Z"
)
# Whoever else a sentence may tell of.
_KIN = re.compile(
    r"\b(?:brothers?|sisters?|father|mother|parents?|sons?|daughters?|wife|husband|widow|uncle|aunt|nephew|niece|cousin|"
    r"grand\w+|child|children|twins?|friend|partner|colleague)\b"
)
_OTHERS = re.compile(rf"{_KIN.pattern}|\b(?:married|marry|wed|who|whose|whom)\b|;")
_AGED = re.compile(r"(?:[,(] ?aged|^Aged|^ aged|\b[Aa]t age|\b[Aa]t the age of|\bturned|^[Ss]?[Hh]e was) \Z")
_AT = re.compile(r"(?:^At|, at) \Z")  # "at 12 on 9 June" is a time of day
_THEN = re.compile(r",? (?:he|she)\b")
_ALONE = re.compile(r"(?: years old)?(?:[,.;:)\"”’]|\Z| (?:he|she|and|in|on|by|from|while|when|after|as|but|of|to)\b)")
_BORN = re.compile(r"\b(?:born|b\.):?[^‖D]{0,40}D|(D) ?- ?D\)")
_DEATH = re.compile(r"\bdied:?[^‖D]{0,60}D")


def _dates(passage: Passage, start: int, end: int) -> list[Figure]:
    return [figure for figure in passage.within(start, end) if names_a_year(figure)]


def _births(passage: Passage) -> Iterable[Figure]:
    """Dates said to be of a birth: "born on D", or the first of a life's two in brackets, where these are days."""
    text, positions = passage.full.text, passage.full.positions
    for match in _BORN.finditer(text):
        figure = passage.figures[positions[match.start(1) if match.group(1) else match.end() - 1]]
        when = figure.quantity.when
        if names_a_year(figure) and when is not None and (when.day or not match.group(1)):
            yield figure


def _deaths(passage: Passage, birth: Figure) -> Iterable[Figure]:
    """Dates said to be of a death: "died on D", or the second of the two in the brackets of the birth."""
    text, positions = passage.full.text, passage.full.positions
    for match in _BORN.finditer(text):
        if match.group(1) and str(passage.figures[positions[match.start(1)]].quantity.when) == str(birth.quantity.when):
            yield passage.figures[positions[match.end() - 2]]
            return
    for match in _DEATH.finditer(text):
        figure = passage.figures[positions[match.end() - 1]]
        home = passage.document.sentence(figure.start)
        kin = home is not None and _OTHERS.search(passage.document.text, home.start, figure.end)
        if names_a_year(figure) and not kin:
            yield figure


@relation(
    reads="rounded",
    roles={"birth": DATE, "at": DATE, "age": AGE},
    frames={
        "en": [
            "built|launched in {birth} ... wrecked|sank|sunk|lost|scrapped|destroyed ... on|in {at} , {age=A}",
            "born .. {birth} ... died ... {at} ... {age=A}",
            "born .. {birth} ... died ... {_=W} , {at} ... {age=A}",
            "born .. {birth} ... died ... {age=A} on|in {at}",
            "born .. {birth} ... died .. {at} at {age=N}",
            "born .. {birth} // ... died ... {at} ... {age=A}",
            "({birth} - {at}) ... died ... {age=A}",
            "born .. {birth} ... turned {age} ... in|on {at}",
            "born .. {birth} , he|she will|was|is|would [be] {age} in|on {at}",
            "({birth} - {at}, {age})",
            "born .. {birth} and was {age} when he|she .. in|on {at}",
            "born .. {birth} , he|she was {age} when he|she .. in|on {at}",
            "he died .. {at} {age=A} ; he was|had [been] born in|on {birth}",
            "she died .. {at} {age=A} ; she was|had [been] born in|on {birth}",
            "born .. {birth} , he|she ... in {at} [,] [at] {age}",
            "he was {age} when ... in|on {at} ; he was born in|on {birth}",
            "she was {age} when ... in|on {at} ; she was born in|on {birth}",
        ]
    },
    says={"age": "from {birth} to {at} is {age}"},
    examples=[
        Example("She was born on 23 January 1928 and died on 31 July 2017, aged 89."),
        Example(
            "She was born on 23 January 1928 and died on 31 July 2017, aged 98.",
            finds="from 23 January 1928 to 31 July 2017 is 89 years, not 98",
        ),
        Example("Ada Brook (3 May 1954 - 9 June 2009) was a painter. She moved to Leeds in 1977 at the age of 23."),
        Example("Ada Brook (3 May 1954 - 9 June 2009) was a painter. In July 1990, at 36, she sold her first picture."),
        Example(
            "The painter Ada Brook has died at the age of 65. Born on 3 May 1954, she lived in York. She died on 9 June 2009.",
            finds="from 3 May 1954 to 9 June 2009 is 55 years, not 65",
        ),
        Example("The top was reached on 23 May 1887 by Jan Hall. Hall, born in 1849, was 38 at the time."),
        Example(
            "In 1922 her captain, born in 1884 and then 48, won a medal.",
            finds="from 1884 to 1922 is 37 or 38 years, not 48",
        ),
        Silent("Ada Brook was born on 3 May 1954. In 1990 she hired workers aged 18. She left at 3 on 5 May 1990."),
        Silent("Ada Brook was born on 3 May 1954. Her brother moved to Leeds in 1977 at the age of 30."),
        Silent("Ada Brook was born on 3 May 1954. She nursed Jan Hall until he died in 1977, aged 60."),
        Silent("Ms Hall was born on 3 May 1970. In 2020 the programme took in 24-year-olds."),
        Silent("He was 54 and lived in Leeds."),
        Silent("Ada Brook (born 3 May 1954) sings. Her mother died in 1979 aged 61."),
        Silent("Tom Brook was born in 1812, the son of a smith who died in 1820 aged 47."),
        Silent("Ada Brook was born on 3 May 1954. At 16 she won a prize, and in 1990 she gave one."),
    ],
    candidates=of_one_person,
)
def age(birth: Any, at: Any) -> Any:
    """When someone was born, a later date, and the age in whole years then."""
    return at - birth
