"""Words that, said over and over, would make a careless reader slow: each is what some pattern begins with and never ends."""

from __future__ import annotations

MARKUP = ["```\n", "a ```", "`a``b```c", "``", "<!--", "<pre><", "<a ", "](", "[a][", "....", "…", "A. ", "1.\n", "a\n", "|-",
           "&amp", "> ", "***", "<!-- factcheck: ignore -->", "    a", "\n \n", "Mr. ", "~~~\n", "- - "]  # fmt: skip
DATES = ["1", "1/1/", "May May May ", "1999", "1999 ", "1999-", "1-", "1.", "Mon ", "Q1 ", "12 May ", "1 and 2 ", "a.m. ", "first half ",
           "quarter", "century ", "noon", "1914–1918 ", "’90s", "'9", "44BC", "AD 9", "2004/05/", "May 1-2 ", "4 June to ", "JFM"]  # fmt: skip
FIGURES = ["1", "1,", "1.", "1-", "1/", "1:", "(((", "one ", "one and ", "1 1 ", "a ", "$1 ", "half of ", "@", "a@", "www.", "from 5 to ", "5 ft 2 in ",
     "5 km/h per ", "12 May ", "5 new and old ", "nospace", "\n1. ", "½", "hundreds of thousands of ", "Smith, 54, ", "1:", "1-to-", "odds ",
     "a.com/", "a week or ", "half of an ", "1 250ml ", "5 pounds ", "COVID -", "ten past ",
     "1234567890", "([", "Sales rose 5% to $1.2bn from 27,000 km² in 2004, about 12 of 48. "]  # fmt: skip
CLAIMS = ["1% a, ", "an increase of 5% on £4, ", "12 of 48, "]
FINDINGS = ["40 cats at £3 each, ", "rose 5% to $4 from $3, "]  # a claim of every few words, each with repairs


def filled(unit: str, size: int) -> str:
    """A text of so many code points that says one thing over and over."""
    return (unit * (size // len(unit) + 1))[:size]
