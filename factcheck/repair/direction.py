"""The word that is the wrong way round: "rose" for "fell", "above" for "below".

In: a broken claim that a word of direction makes. Out: the Repair of that word. The one idea: a word has one opposite in
the same form; where just one such word stands by the figures, it is the one that the claim was read from.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping

from factcheck.judge import consistent
from factcheck.model import Claim, Repair, Span, Verdict
from factcheck.repair.broken import Broken

REACH = 60  # code points before the claim's first figure, within its sentence
BEHIND = 30  # and behind its last
_MOVES = (
    "rose/fell rise/fall rises/falls rising/falling risen/fallen up/down increased/decreased increase/decrease "
    "increases/decreases increasing/decreasing grew/shrank grown/shrunk growing/shrinking gained/lost gain/loss "
    "climbed/dropped climb/drop climbing/dropping upward/downward raised/lowered"
)
# Words that have no opposite of their own force: "soared" is answered by "fell", "slumped" by "rose".
_FORCES = {
    "fell": "jumped soared surged rocketed leapt advanced strengthened",
    "fall": "jump surge leap",
    "rose": "plunged slumped tumbled declined slipped slid sank dipped plummeted",
    "rise": "decline slump plunge slide dip",
    "rising": "declining slipping sliding",
}
_COMPARES = "higher/lower more/less above/below over/under ahead_of/short_of exceeded/missed greater/smaller"


def _opposites(pairs: str, forces: Mapping[str, str]) -> dict[str, str]:
    found = {word: opposite for opposite, words in forces.items() for word in words.split()}
    for pair in pairs.split():
        one, other = pair.replace("_", " ").split("/")
        found |= {one: other, other: one}
    return found


MOVES, COMPARES = _opposites(_MOVES, _FORCES), _opposites(_COMPARES, {"more": "fewer"})


def direction(broken: Broken) -> Iterator[Repair]:
    """The opposite word, where with it the claim holds."""
    words = tuple((role, -value if role in _TURNING else value) for role, value in broken.claim.words)
    if words == broken.claim.words:
        return
    if "sign" in dict(words) and not _against(broken):
        return
    turned = Claim(broken.claim.kind, broken.claim.roles, words)
    if not consistent(turned, broken.relation):
        return
    span, text = broken.claim.span, broken.document.text
    sentence = broken.document.sentence(span.start) or span
    if any(
        peer.verdict is Verdict.CONSISTENT
        and peer.claim.words == broken.claim.words
        and peer.claim.span.overlaps(sentence)
        for peer in broken.peers
    ):
        return  # of "rubber fell to £625m from £720m and tin to £246m from £180m" one is right
    begin, end = max(sentence.start, span.start - REACH), min(max(sentence.end, span.end), span.end + BEHIND)
    for opposites in (COMPARES, MOVES) if broken.relation.name == "bound" else (MOVES, COMPARES):
        found = list(_pattern(frozenset(opposites)).finditer(text, begin, end))
        if len(found) == 1:
            (match,) = found
            word = opposites[match.group().lower()]
            word = word.capitalize() if match.group()[0].isupper() else word
            yield Repair(Span(match.start(), match.end()), word, "the figures go the other way")
            return


def _against(broken: Broken) -> bool:
    """Whether the figures go the other way than the word says."""
    key = (broken.derived, 0)
    implied, stated = broken.case.implied(key, broken.case.face), broken.case.face.get(key)
    return bool(implied and stated and (implied.middle or 0) * (stated.middle or 0) < 0)


@functools.cache
def _pattern(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(words, key=len, reverse=True))})\b", re.IGNORECASE)


_TURNING = frozenset(("delta", "excess", "short", "sign"))
