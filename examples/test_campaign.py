"""Figures asserted in a test: run with `python -m pytest examples`."""

import factcheck


def test_the_share_still_held_is_as_the_briefing_says() -> None:
    assert factcheck.share(part="27,000 km²", whole="185,180 km²", share="15%")


def test_the_two_areas_are_one() -> None:
    assert factcheck.conversion(a="27,000 km²", b="10,425 sq mi")


def test_a_wrong_share_is_not_true() -> None:
    claim = factcheck.share(part="27,000 km²", whole="185,180 km²", share="51%")
    assert not claim
    assert claim.message == "27,000 km² of 185,180 km² is 15%, not 51%"
