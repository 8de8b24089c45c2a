"""Repairs: each one, made in the text and the text read again, mends the claim; and the likeliest is named first."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import Check, Repair, Report, Verdict
from factcheck.pipeline import check
from factcheck.relations import Example, load
from factcheck.repair import MOST
from factcheck.wording import fixed

BROKEN = [
    (kind.name, example.text)
    for kind in load().values()
    for example in kind.examples
    if isinstance(example, Example) and example.finds
]


def mended(text: str, repair: Repair) -> str:
    return text[: repair.span.start] + repair.replacement + text[repair.span.end :]


def own(report: Report, kind: str) -> list[Check]:
    return [each for each in report.checks if each.claim.kind == kind]


def assert_each_repair_mends(text: str, kind: str, markup: str = "plain") -> None:
    """Every finding of the kind has repairs, and none of them, made in the text, leaves a finding of the kind there."""
    for finding in own(check(text, markup=markup), kind):
        if finding.verdict is not Verdict.INCONSISTENT:
            continue
        assert finding.repairs, text
        assert len(finding.repairs) <= MOST
        assert len({(each.span, each.replacement) for each in finding.repairs}) == len(finding.repairs)
        for repair in finding.repairs:
            report = check(mended(text, repair), markup=markup)
            assert not report.findings, f"{text!r} with {repair}: {report.findings[0].message}"
            # five per cent that become five points are no change in per cent any more
            assert own(report, kind) or "percentage point" in repair.replacement, repair


@pytest.mark.parametrize(("kind", "text"), BROKEN)
def test_each_repair_of_each_relations_examples_mends_the_claim(kind: str, text: str) -> None:
    assert_each_repair_mends(text, kind)


whole = st.integers(20, 9_999)
places = st.integers(0, 1)
percent = st.integers(2, 99)


def amount(value: Fraction | int, decimals: int = 0) -> str:
    return fixed(Fraction(value), decimals)


@st.composite
def shares(draw: st.DrawFn) -> str:
    patients = draw(whole)
    part = draw(st.integers(1, patients))
    return f"Of these, {amount(part)} of {amount(patients)} patients ({draw(percent)}%) relapsed."


@st.composite
def changes(draw: st.DrawFn) -> str:
    old, new = draw(whole), draw(whole)
    verb = "rose" if new > old else "fell"
    return f"Sales {verb} {draw(percent)}% to ${amount(new)}m from ${amount(old)}m."


@st.composite
def totals(draw: st.DrawFn) -> str:
    a, b, off = draw(whole), draw(whole), draw(st.integers(-3_000, 3_000))
    total = max(10, a + b + off)
    return f"The fund paid ${amount(Fraction(a, 10), 1)} million and ${amount(Fraction(b, 10), 1)} million, in total ${amount(Fraction(total, 10), 1)} million."


@st.composite
def differences(draw: st.DrawFn) -> str:
    less, gap = draw(whole), draw(whole)
    return f"Hill took {amount(less + draw(whole))} votes and Moss {amount(less)}, a margin of {amount(gap)}."


@st.composite
def averages(draw: st.DrawFn) -> str:
    a, b, c, mean = (draw(st.integers(2, 99)) for _ in range(4))
    return f"The jars held {a}, {b} and {c} ounces, an average of {mean} ounces."


@st.composite
def multiples(draw: st.DrawFn) -> str:
    word = draw(st.sampled_from(["doubled", "tripled", "quadrupled"]))
    return f"The budget {word} to ${draw(whole)} million from ${draw(whole)} million."


@st.composite
def rates(draw: st.DrawFn) -> str:
    years = draw(st.sampled_from(["two", "three", "five", "ten"]))
    return f"The grant is ${amount(draw(whole))} million over {years} years, or ${amount(draw(whole))} million a year."


@st.composite
def conversions(draw: st.DrawFn) -> str:
    one, other = draw(
        st.sampled_from([("miles", "km"), ("kg", "lb"), ("hectares", "acres"), ("square miles", "sq km"), ("ft", "m")])
    )
    if draw(st.booleans()):
        one, other = other, one
    return f"It measured {amount(draw(whole))} {one} ({amount(draw(whole))} {other}) in all."


@st.composite
def ranges(draw: st.DrawFn) -> str:
    a, b = sorted((draw(percent), draw(percent)))
    c, d = sorted((draw(percent), draw(percent)))
    return f"It lay {a}-{b + 1} miles ({c}-{d + 1} km) off."


@st.composite
def weekdays(draw: st.DrawFn) -> str:
    day = draw(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)))
    form = draw(st.sampled_from(["%d %B %Y", "%B %d, %Y", "%d %b %Y", "%Y-%m-%d"]))
    name = draw(st.sampled_from(["Monday", "Tuesday", "Friday", "Sunday"]))
    return f"The council met on {name}, {day.strftime(form)}."


@st.composite
def ages(draw: st.DrawFn) -> str:
    born, died = draw(st.integers(1900, 1940)), draw(st.integers(1980, 2020))
    return f"Her brother, Joe Moss, was born in {born} and died in {died}, aged {draw(st.integers(30, 99))}."


@st.composite
def durations(draw: st.DrawFn) -> str:
    start, end = draw(st.integers(1800, 1900)), draw(st.integers(1901, 1990))
    return f"The reign lasted {draw(percent)} years ({start}-{end})."


@st.composite
def directions(draw: st.DrawFn) -> str:
    verb = draw(st.sampled_from(["rose", "fell", "climbed", "dropped"]))
    return f"The index {verb} to {amount(draw(whole))} from {amount(draw(whole))}."


@st.composite
def bounds(draw: st.DrawFn) -> str:
    word = draw(st.sampled_from(["ahead of", "above", "below"]))
    return f"Profit reached £{draw(whole)}m, {word} the forecast of £{draw(whole)}m."


@st.composite
def currencies(draw: st.DrawFn) -> str:
    pairs = [(value, Fraction(value * 19, 10)) for value in (draw(whole) for _ in range(3))]
    wrong = draw(whole)
    told = [f"£{amount(a)}m (${amount(b, 1)}m)" for a, b in pairs]
    return f"It paid {told[0]} in May, {told[1]} in June and {told[2]} in July. It then paid £{amount(draw(whole))}m (${wrong}m)."


@st.composite
def lists(draw: st.DrawFn) -> str:
    brands = ["Alder", "Birch", "Cedar", "Elm", "Fir"][: draw(st.integers(2, 5))]
    count = draw(st.sampled_from(["two", "three", "four", "five", "six", "4", "7"]))
    return f"The firm sells {count} brands: {', '.join(brands[:-1])} and {brands[-1]}."


@st.composite
def wholes(draw: st.DrawFn) -> str:
    return f"Some {draw(percent)}% of the plots are sown. The remaining {draw(percent)}% lie fallow."


@st.composite
def dates(draw: st.DrawFn) -> str:
    day, month = draw(st.sampled_from([(31, "April"), (31, "June"), (30, "February"), (29, "February")]))
    return f"It happened on {day} {month} {draw(st.integers(1900, 2030))}."


TEXTS = {
    "share": shares(), "change": changes(), "total": st.one_of(totals(), wholes()), "difference": differences(),
    "average": averages(), "multiple": multiples(), "rate": rates(), "conversion": st.one_of(conversions(), ranges()),
    "weekday": weekdays(), "age": ages(), "duration": durations(), "direction": directions(), "bound": bounds(),
    "currency": currencies(), "enumeration": lists(), "date": dates(),
}  # fmt: skip


def test_every_relation_has_generated_texts_but_the_one_that_needs_a_headline() -> None:
    assert set(TEXTS) == set(load()) - {"restatement"}


@pytest.mark.parametrize("kind", TEXTS)
@settings(max_examples=30)
@given(data=st.data())
def test_each_repair_of_a_generated_claim_mends_it(kind: str, data: st.DataObject) -> None:
    assert_each_repair_mends(data.draw(TEXTS[kind]), kind)
