"""Where digits are no quantity: versions, phone numbers, references, model names, scores, coordinates.

In: a text. Out: spans that hold no figure, in order. The one idea: what is not counted or measured has a shape of its
own, and shapes are patterns in one table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model import Span

_SHAPES = (
    r"(?:https?://|www\.)\S+",
    r"[\w.+-]+@[\w-]+\.[\w.]+",
    r"\b10\.\d{4,9}/\S+",  # a DOI
    r"\bISBN(?:-1[03])?:? ?[\d-]{9,17}[\dX]?",
    r"\bv?\d+\.\d+\.\d+(?:[.-][\w-]+)*",  # a version, an IP address
    r"\bv\d+(?:\.\d+)*\b",
    r"\+\d[\d ().-]{6,18}\d",  # a phone number
    r"\(?\b0\d{2,4}\)?[ -]\d{3,4}[ -]?\d{3,4}\b",
    r"\b\d{3}-\d{3,4}-\d{4}\b",
    r"\b1?-?800-[A-Z\d-]{7,9}\b",
    r"\d+°[ ]?\d+[′'](?:[ ]?\d+(?:\.\d+)?[″\"])?[ ]?[NSEW]?",  # coordinates
    r"\b\d+[-–]\d+(?:[-–]\d+)+\b",  # 6-4-2, serial numbers
    r"\b9/11\b|\b24/7\b|\b7/7\b|\b50/50\b|\b50-50\b|\b20/20\b",
    r"\[\d{1,3}\]",  # footnotes
    r"#\d+\b",
    r"\b(?:No|no|Nos|nos|Vol|vol|pp?|Fig|fig|Art|art|Sec|Ch|ch|Resp)\. ?\d[\d,]*\b|№ ?\d+|§ ?\d+",
    r"\b(?:page|pages|chapter|section|article|clause|paragraph|figure|table|appendix|volume|verse|line|rule|issue|room|flat|gate|platform|"
    r"channel|route|highway|interstate|flight|boeing|airbus|windows|iphone|ipad|ipod|playstation|xbox|type|mark|mk|model|series|class|"
    r"group|pool|stage|lap|hole|world war|super bowl|apollo|formula|area|ward|unit|number|bus|exhibit|count|proposition|resolution|level|tier|"
    r"grade|phase|version|step|part|season|episode|slide|block|bbc|radio|division|league|studio|pier|hall|box) (?:\d{1,4}[a-z]?|one|two|three|four|five)\b(?! ?(?:%|per ?cent|million|billion|bn|people|[-–] ?\d))",
    r"\b[A-Z][A-Za-z]*-\d+[A-Za-z]?\b",  # F-16, COVID-19
    r"(?<![\w$£€])\d{1,2}[-–]\d{1,2}(?: \(\d{1,2}[-–]\d{1,2}\))?(?=(?: \d{1,2}[-–]\d{1,2})|(?: (?:win|victory|defeat|loss|draw|lead|record|winner|aggregate|thrashing|success|triumph|ahead|up|down|home|away|against|over|at|in)\b))",
    r"(?m:^\s{0,3}\d{1,2}[.)](?= ))",  # list numbering
    r"\bone another\b|\bone day\b|\bat one time\b|\bone-time\b|\bone-off\b|\bone by one\b|\bno one\b|\btwo-way\b|\bfirst-hand\b|\bsecond-hand\b|\bone-man\b",
    r"\b\d{1,2}:\d{2}\.\d{1,2}\b",  # a race time
    r"\bsecond(?:s)? thoughts?\b|\bsplit second\b|\bat first\b|\bfirst of all\b",
    r"\b(?:Fortune|FTSE|S&P|Nasdaq|CAC|DAX|Nikkei|Dow Jones|Russell|Hang Seng|Stoxx|SMI|IBEX|Top|ASX|TSX|Topix|Euro Stoxx) ?\d{2,4}\b(?! million)",
    r"\bUnder-\d{2}s?\b|\bunder-\d{2}s?\b|\bover-\d{2}s\b|\bU-?\d{2}\b",
    r"\b\d+-\d+-\d+\b",
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten)-(?:nil|all|love)\b",
    r"\b[A-Z]{1,4}\d+[A-Z\d]*\b|\b\d+[A-Z]{1,3}\d+\b",
)
_ANY = re.compile("|".join(f"(?:{shape})" for shape in _SHAPES), re.IGNORECASE if False else 0)


def silent(text: str) -> Iterator[Span]:
    """The stretches in which no figure is read, in order."""
    for match in _ANY.finditer(text):
        yield Span(match.start(), match.end())
