"""Doubts: a claim over several sentences is silent where another figure nearby would set it right."""

from __future__ import annotations

import factcheck

STOCKS = "The council owns {} houses. It let 212 of them. A trust holds 96 houses. The other 332 houses are empty."


def findings(text: str) -> list[str]:
    return [check.claim.kind for check in factcheck.check(text).findings]


def test_a_breakdown_that_fails_is_reported():
    assert findings(STOCKS.format(940)) == ["total"]


def test_it_is_silent_where_another_figure_of_its_sentences_makes_it_hold():
    assert findings("The town counted 640 houses. " + STOCKS.format(940)) == []


def test_a_figure_of_another_sort_is_no_reason_for_doubt():
    assert findings("The town spent $640 on paint. " + STOCKS.format(940)) == ["total"]


def test_the_words_of_one_sentence_tie_its_figures_well_enough():
    text = "Sales had been $640m. Sales rose 67% to $1.13bn from $639m, and profit rose 77%."
    assert findings(text) == ["change"]


def test_what_arithmetic_ties_takes_nothing_from_what_words_say():
    text = "Sales were £41.2m in June, more than the £50.3m of May, and were up 22.1% in a year."
    assert {check.claim.kind for check in factcheck.check(text).checks} == {"bound", "change"}
    assert findings(text) == ["bound"]
