"""Counted nouns: in "1,200 new jobs in Leeds" the head noun, in the singular, is the unit.

In: a text and the end of a number. Out: the noun and where it ends. The one idea: English marks the counted noun
with a plural, so the first plural behind the number, before any word that closes the phrase, is its head.
"""

from __future__ import annotations

import re

IRREGULAR = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "feet": "foot",
    "teeth": "tooth",
    "mice": "mouse",
    "geese": "goose",
    "oxen": "ox",
    "wives": "wife",
    "lives": "life",
    "knives": "knife",
    "leaves": "leaf",
    "halves": "half",
    "wolves": "wolf",
    "shelves": "shelf",
    "thieves": "thief",
    "calves": "calf",
    "loaves": "loaf",
    "selves": "self",
    "crises": "crisis",
    "analyses": "analysis",
    "bases": "base",
    "oases": "oasis",
    "theses": "thesis",
    "axes": "axe",
    "criteria": "criterion",
    "phenomena": "phenomenon",
    "bacteria": "bacterium",
    "data": "datum",
    "media": "medium",
    "fungi": "fungus",
    "alumni": "alumnus",
    "nuclei": "nucleus",
    "stimuli": "stimulus",
    "indices": "index",
    "matrices": "matrix",
    "vertices": "vertex",
    "dice": "die",
    "policemen": "policeman",
    "firemen": "fireman",
    "spokesmen": "spokesman",
    "businessmen": "businessman",
    "gunmen": "gunman",
    "fishermen": "fisherman",
    "horsemen": "horseman",
    "movies": "movie",
    "cookies": "cookie",
    "ties": "tie",
    "pies": "pie",
    "zombies": "zombie",
    "calories": "calorie",
    "series": "series",
    "species": "species",
    "buses": "bus",
    "gases": "gas",
    "viruses": "virus",
    "losses": "loss",
    "shoes": "shoe",
    "toes": "toe",
    "axles": "axle",
    "houses": "house",
    "horses": "horse",
    "nurses": "nurse",
    "courses": "course",
    "cases": "case",
    "phases": "phase",
    "leases": "lease",
    "purchases": "purchase",
    "licenses": "license",
    "responses": "response",
    "offenses": "offense",
    "expenses": "expense",
    "cruises": "cruise",
    "franchises": "franchise",
    "exercises": "exercise",
    "caches": "cache",
    "aches": "ache",
    "avalanches": "avalanche",
    "headaches": "headache",
    "premises": "premise",
    "diseases": "disease",
    "increases": "increase",
    "releases": "release",
    "databases": "database",
    "verses": "verse",
    "universes": "universe",
    "senses": "sense",
    "promises": "promise",
    "enterprises": "enterprise",
    "causes": "cause",
    "clauses": "clause",
    "pauses": "pause",
    "uses": "use",
    "excuses": "excuse",
    "warehouses": "warehouse",
    "roses": "rose",
    "noses": "nose",
    "doses": "dose",
    "purposes": "purpose",
    "bruises": "bruise",
    "decreases": "decrease",
    "vases": "vase",
}
# Counted without a plural -s.
UNMARKED = frozenset(
    (
        "staff police cattle sheep fish aircraft spacecraft deer troops personnel livestock poultry crew offspring "
        "salmon trout"
    ).split()
)
# End in -s, and count nothing.
_NOT_PLURAL = frozenset(
    (
        "was is has does this his its us as plus minus versus less across towards besides always perhaps sometimes "
        "thus yes news per various previous serious famous religious various continuous plus bus gas campus bonus "
        "focus status virus gross net process access success business progress congress press class mass glass "
        "cross loss boss pass address overseas afterwards nowadays years-long previous nervous generous enormous "
        "numerous dangerous simultaneous consecutive"
    ).split()
)
# A word that closes the noun phrase: no plural behind it is what was counted.
_CLOSING = frozenset(
    (
        "one two three four five six seven eight nine ten eleven twelve of in on at by for from to with into onto over under after before since until till during than as and or "
        "but nor if that which who whom whose when where while because although is are was were be been being am "
        "has have had having do does did will would shall should can could may might must not no per a an the this "
        "these those his her its their our my your he she it they we you i him them me us up down out off away "
        "back about around between among against through across along each apiece every so too also just only even "
        "still yet already now then here there today yesterday tomorrow tonight ago later earlier said says say "
        "told added made make took take came come went go goes got get gave give won win wins lost lose rose fell "
        "grew died killed left led held set put ran run played scored according compared including excluding "
        "following because despite without within toward towards near versus vs plus minus times if once"
    ).split()
)
# A first plural that is only the front of a compound: "48 sales jobs".
_FRONT = frozenset(
    (
        "sales sports news goods arms savings savings customs systems operations communications jobs women men "
        "women's men's human-rights rights drugs games"
    ).split()
)
_ADVERB = frozenset("more fewer new additional extra further other such so-called".split())


def singular(noun: str) -> str:
    """The singular of a noun.

    >>> [singular(noun) for noun in ("patients", "countries", "boxes", "people", "churches", "staff")]
    ['patient', 'country', 'box', 'person', 'church', 'staff']
    """
    if noun in IRREGULAR:
        return IRREGULAR[noun]
    head, hyphen, tail = noun.rpartition("-")
    if hyphen and tail:
        return f"{head}-{singular(tail)}"
    if noun in UNMARKED or not noun.endswith("s") or noun.endswith(("ss", "us", "is")):
        return noun
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("xes", "ches", "shes", "sses", "zzes", "oes")):
        return noun[:-2]
    if noun.endswith("men"):
        return noun[:-3] + "man"
    return noun[:-1]


def plural(word: str) -> bool:
    """Whether a word, by its form, is the plural of a noun."""
    if word in IRREGULAR or word in UNMARKED:
        return True
    if word.endswith("men") and len(word) > 5:
        return True
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "'s", "’s"))
        and word not in _NOT_PLURAL
    )


def counted(text: str, end: int) -> tuple[str, int] | None:
    """The noun that a number ending here counts, in the singular, and where it ends; None where there is none.

    Where other figures stand before the noun, eight million 250ml bottles, the number's own end is given.
    """
    following = text[end : end + 1]
    if following not in (" ", "\u00a0"):
        return None
    at, passed, inner = end + 1, 0, False
    before = ""
    while passed < 6:
        match = _TOKEN.match(text, at)
        behind = text[match.end() : match.end() + 2] if match is not None else ""
        if match is None or behind[:1].isdigit() or (behind[:1] == "-" and behind[1:].isdigit()):
            model = _MODELS.match(text, at)
            if model is not None and (
                before[:1].isupper() or not model.group(1)[:2].isdigit() or _AIRLINER.match(text, at)
            ):
                return f"{before} {model.group(1)}".strip(), model.end()
            measured = _MEASURED.match(text, at)
            if measured is None:
                return None
            at, passed, inner = measured.end() + 1, passed + 1, True
            continue
        word = match.group()
        lower = word if word.islower() else word.lower()
        if lower in _SINGULAR and passed == 0 and behind[:1] == " ":
            nearest = _TOKEN.match(text, match.end() + 1)
            if nearest is not None and nearest.group().islower() and nearest.group() not in _CLOSING:
                return lower, match.end()
        if lower in _CLOSING and not (len(word) > 1 and word.isupper()):  # 12 US firms
            # "digital and physical sales": a pair of adjectives before the noun
            if lower != "and" or passed == 0 or before in _ADVERB:
                return None
        elif (
            (
                plural(lower)
                and (word.islower() or not before[:1].isupper() or before in _REGIONS)
                and _head(text, word, match.end())
            )
            or _acronyms(word)
            or (lower in _CONTESTS and before[:1].isupper())
        ):
            nearest = _TOKEN.match(text, match.end() + 1) if behind[:1] == " " else None
            name, stop = (word.removesuffix("s") if word[:-1].isupper() else singular(lower)), match.end()
            if (
                (lower in _FRONT or "-" in lower)
                and nearest
                and nearest.group() not in _CLOSING
                and plural(nearest.group())
            ):
                name, stop = singular(nearest.group()), nearest.end()
            return name, end if inner else stop
        if behind[:1] not in (" ", "\u00a0"):
            return None
        at, passed, before = match.end() + 1, passed + 1, word
    return None


def _acronyms(word: str) -> bool:
    """Whether a word is the plural of an acronym, or one that counts as it stands: MPs, TEU."""
    return (len(word) > 2 and word[-1] == "s" and word[:-1].isupper()) or word == "TEU"


# Measures and models that stand between a number and its noun: 250ml, 9 litre, 18-year-old, 3D, 737.
_MEASURED = re.compile(
    r"(?:\d[\d.,]{0,8}(?:(?:-[a-z]+)+|[A-Za-z]{1,3}| (?:litre|liter|metre|meter|mile|inch|foot|gallon|pound|ounce|tonne|ton)\b)|7\d7|[A-Z]{1,4}-?\d{1,4}[A-Z]?)"
    r"(?= [A-Za-z])"
)
# Models that are counted themselves: 60 A380s, 100 F-16s, 40 Boeing 737s, 10 Model 3s.
_MODELS = re.compile(r"([A-Z]{1,4}-?\d{1,4}|\d{1,4}[A-Z]?)s\b")
_AIRLINER = re.compile(r"7\d7")
_CONTESTS = frozenset("cups games slams bowls globes awards oscars prizes championships trophies tests finals".split())


def _head(text: str, word: str, end: int) -> bool:
    """Whether a plural may be a head: a capital one only before a small word or a stop, not in "Venus Williams"."""
    return word.islower() or (
        not (text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()) and word.endswith(_PEOPLES)
    )


# Capital plurals that are counted: Democrats, Americans, Conservatives, Palestinians.
_PEOPLES = ("ans", "ats", "ers", "ists", "ives", "ots", "ors", "nts", "lls", "ads", "ves")
_REGIONS = frozenset(
    "North South East West New Native African Latin Asian Northern Southern Central Puerto Saudi Sri".split()
)
# Nouns that stay in the singular before the noun they describe: an 11 member pact, a 3 cylinder engine.
_SINGULAR = frozenset(
    "member cylinder door seat bedroom storey story person star page part piece point nation country state wheel speed game match gun".split()
)


_TOKEN = re.compile(r"[A-Za-z][A-Za-z]*(?:[’'-][A-Za-z]+)*")


_ONE = re.compile(
    r"[ -]([a-z]{3,30})(?= (?:of|in|on|at|by|for|from|to|with|and|or|that|which|who|is|was|has|had|will|would|did|does|behind|under|over|after|before|"
    r"[a-z]{2,9}ed|left|said|told|took|got|went|came|lost|won)\b|[,.;:)!?])"
)


def one(text: str, end: int) -> tuple[str, int] | None:
    """The noun behind the number one: the last of a short run of words before one that closes the phrase."""
    match = _ONE.match(text, end)
    if match is None or match.group(1) in _CLOSING or match.group(1) in _ONE_WORDS:
        return None
    return match.group(1), match.end()


_ONE_WORDS = frozenset("another day thing way another's other more time point side reason else such".split())
