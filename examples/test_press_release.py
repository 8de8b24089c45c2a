"""Texts that a program writes, checked with the fixture: run with `python -m pytest examples --factcheck examples`."""

from pathlib import Path

import pytest

HERE = Path(__file__).parent


def result(ward, votes, voters):
    return f"In {ward}, {votes:,} of {voters:,} voters ({votes / voters:.0%}) cast a ballot."


@pytest.mark.parametrize(("ward", "votes", "voters"), [("Northgate", 2412, 5130), ("Harbour", 3077, 4980)])
def test_what_we_publish_on_election_night_adds_up(factcheck, ward, votes, voters):
    report = factcheck.consistent(result(ward, votes, voters))
    assert len(report.checks) == 1  # silence is no tick: the share was read


def test_the_article_says_what_the_council_signed_off(factcheck):
    factcheck.consistent(HERE / "library.md")
    factcheck.consistent("The budget of the library is £1.2m.", facts=HERE / "library.facts.toml")


def test_a_slip_is_found(factcheck):
    with pytest.raises(AssertionError, match=r"library budget is £1\.2m, not £2\.1m"):
        factcheck.consistent("The library budget was £2.1m.", facts={"library_budget": "£1.2m"})
