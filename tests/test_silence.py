"""Where there is no figure, none is read."""

from __future__ import annotations

import pytest

from factcheck import figures

SILENT = [
    "Version 6.2.2 is out.",
    "See doi 10.1000/xyz123 for more.",
    "ISBN 978-3-16-148410-0 is the paperback.",
    "Call 020 7946 0958 for tickets.",
    "Ring +44 20 7946 0958 today.",
    "They won 6-4 in the decider.",
    "They won 2-1 at home.",
    "The wreck lies at 34°09′22″ N.",
    "A Boeing 747 landed.",
    "The A380 landed.",
    "An F-16 took off.",
    "The G7 met.",
    "It was on Channel 4.",
    "It was on BBC One.",
    "It was on BBC Two last night.",
    "Since 9/11 much has changed.",
    "1. Open the lid.\n2. Close it.\n",
    "As shown before [12].",
    "See https://example.org/2019/04/12345/page-7 for more.",
    "Write to desk24@example.org about it.",
    "It is in hashtag #metoo2 now.",
    "He lives at No. 5 now.",
    "HMS York is a Type 42 destroyer.",
    "See page 5 and chapter 3.",
    "They drove down Route 66.",
    "The iPhone 12 sold well.",
    "It ran on Windows 95.",
    "He drives in Formula One.",
    "Before World War Two they met.",
    "The shop is open 24/7.",
    "They love one another.",
    "No one came.",
    "One day they will come.",
    "One of the men left.",
    "One must be careful.",
    "It is the one that got away.",
    "A two-way street.",
    "He is the only one.",
    "He moved to 14 Acacia Avenue.",
    "COVID-19 spread.",
    "The Covid-19 vaccine works.",
    "The U2 concert was loud.",
    "The 737 Max was grounded.",
    "Take the M25 and the A1.",
    "Use HTML5 and MP3 files.",
    "A 50-50 split.",
    "It is on the S&P 500.",
    "The FTSE 100 slid.",
    "Apollo 11 landed.",
    "She has second thoughts about it.",
    "Give it a second chance.",
]


@pytest.mark.parametrize("sentence", SILENT)
def test_nothing_is_read_where_there_is_nothing(sentence: str) -> None:
    read = [each.quantity.surface for each in figures.read(sentence) if each.quantity.unit.kind.value != "ordinal"]
    assert read == []
