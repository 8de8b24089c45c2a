"""Repairs: each one, made in the text and the text read again, mends the claim; and the likeliest is named first."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from work import lines_run

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
            # five per cent that become five points are a change of no kind that is read yet, nor a fall by less than all, nor groups that add up
            read = [each for each in report.checks if each.claim.span.overlaps(finding.claim.span)]
            assert read or "percentage point" in repair.replacement or kind in ("fall", "overall", "portion"), repair


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
def quotients(draw: st.DrawFn) -> str:
    shares, slip = draw(st.integers(20, 400)), draw(st.sampled_from([Fraction(10), Fraction(1, 10)]))
    one, other = draw(st.integers(11, 89)), draw(st.integers(11, 89))
    earned = [fixed(Fraction(each * shares, 100), 1) for each in (one, other)]
    return f"It earned ${earned[0]}m, or {fixed(one * slip, 1)} cents a share, against ${earned[1]}m, or {other} cents a share."


@st.composite
def falls(draw: st.DrawFn) -> str:
    return f"Sales of coal fell by {draw(st.integers(101, 400))}% in ten years."


@st.composite
def lists(draw: st.DrawFn) -> str:
    brands = ["Alder", "Birch", "Cedar", "Elm", "Fir"][: draw(st.integers(2, 5))]
    count = draw(st.sampled_from(["two", "three", "four", "five", "six", "4", "7"]))
    return f"The firm sells {count} brands: {', '.join(brands[:-1])} and {brands[-1]}."


@st.composite
def wholes(draw: st.DrawFn) -> str:
    return f"Some {draw(percent)}% of the plots are sown. The remaining {draw(percent)}% lie fallow."


@st.composite
def overalls(draw: st.DrawFn) -> str:
    men, women, all_of_them = draw(percent), draw(percent), draw(percent)
    return f"Unemployment is {all_of_them}% ({men}% among men and {women}% among women)."


@st.composite
def portions(draw: st.DrawFn) -> str:
    seats = draw(st.integers(20, 400))
    return f"It won {seats + draw(st.integers(1, seats))} of the state's {seats} seats."


@st.composite
def growths(draw: st.DrawFn) -> str:
    word = draw(st.sampled_from(["doubled", "tripled", "quadrupled"]))
    return f"Sales {word}, a rise of {draw(st.integers(20, 900))}%."


@st.composite
def times(draw: st.DrawFn) -> str:
    return f"The ferry leaves at {draw(st.integers(10, 23))}:{draw(st.integers(60, 99))} on Fridays."


@st.composite
def dates(draw: st.DrawFn) -> str:
    day, month = draw(st.sampled_from([(31, "April"), (31, "June"), (30, "February"), (29, "February")]))
    return f"It happened on {day} {month} {draw(st.integers(1900, 2030))}."


TEXTS = {
    "share": shares(), "change": changes(), "total": st.one_of(totals(), wholes()), "difference": differences(),
    "average": averages(), "multiple": multiples(), "rate": rates(), "conversion": st.one_of(conversions(), ranges()),
    "weekday": weekdays(), "age": ages(), "duration": durations(), "direction": directions(), "bound": bounds(),
    "currency": currencies(), "enumeration": lists(), "date": st.one_of(dates(), times()), "overall": overalls(), "growth": growths(), "portion": portions(),
    "quotient": quotients(), "fall": falls(),
}  # fmt: skip


def test_every_relation_has_generated_texts_but_those_that_need_a_headline_or_a_reference() -> None:
    assert set(TEXTS) == set(load()) - {"restatement", "reference"}


@pytest.mark.parametrize("kind", TEXTS)
@settings(max_examples=30)
@given(data=st.data())
def test_each_repair_of_a_generated_claim_mends_it(kind: str, data: st.DataObject) -> None:
    assert_each_repair_mends(data.draw(TEXTS[kind]), kind)


def test_a_wrong_conversion_of_a_rate_of_areas_is_mended_like_any_other() -> None:
    (finding,) = check("The forest loses 22,000 square kilometres a year (14,444 square miles a year).").findings
    assert finding.repairs[0].replacement == "8,494 square miles a year"


def first(text: str, markup: str = "plain", published: str | None = None) -> tuple[str, str, str]:
    """Of the only finding the first repair: what is replaced, by what, and why."""
    (finding,) = check(text, markup=markup, published=published).findings
    repair = finding.repairs[0]
    return text[repair.span.start : repair.span.end], repair.replacement, repair.reason


# One text for each cause, and the mend that an editor would try first.
LIKELIEST = [
    ("Some 1,204 of 8,600 pupils (41%) replied.", ("41%", "14%", "two digits swapped")),
    ("The rate rose 5% from 40% to 45%.", ("5%", "5 percentage points", "the difference of two percentages is in points")),
    ("A ticket went from £40 to £60, a rise of 33%.", ("33%", "50%", "reckoned on the new figure, not on the old")),
    ("Sales rose 300% to $3m from $1m.", ("300%", "200%", "the new figure in per cent of the old, not the change")),
    ("Of these, 12 of 48 patients (75%) relapsed.", ("75%", "25%", "the share of the rest")),
    ("Of these, 10 of 50 patients (25%) relapsed.", ("25%", "20%", "reckoned on the rest, not on the whole")),
    ("Of these, 5 of 125 patients (.04%) relapsed.", (".04%", "4.00%", "a ratio, not multiplied by 100")),
    (
        "The fund has €4 million, €3 million and €2 million, in total €7 million.",
        ("€7 million", "€9 million", "€2 million left out"),
    ),
    ("The fund paid $6 million and $2 million, in total $10 million.", ("$10 million", "$8 million", "$2 million counted twice")),
    ("The ship lay 100 miles (185 km) off.", ("185 km", "161 km", "the factor of the nautical mile")),
    ("The lake covers 40 square miles (64 square kilometres).", ("64 square kilometres", "104 square kilometres", "the factor of the length")),
    ("The town lies 90 miles (56 km) off.", ("56 km", "145 km", "converted the wrong way: 90 km is 56 miles")),
    ("The tower is 30 feet (9.1 km) tall.", ("9.1 km", "9.1 m", "km for m")),
    ("The ship made 20 knots (23 km/h).", ("23 km/h", "23 mph", "km/h for mph")),
    ("The bid was worth £800m ($1.5bn), well above the £400m ($750bn) offered in May.", ("$750bn", "$750m", "bn for m")),
    ("The firm sold 300 tickets at £25 each, totalling £75,000.", ("£75,000", "£7,500", "10 times too much")),
    ("Of 2,480 ballots, 1,240 (5%) were void.", ("5%", "50%", "10 times too little")),
    ("Hill took 2,909 votes and Moss 2,411, a margin of 598.", ("598", "498", "a digit mistyped")),
    ("Hill took 52,909 votes and Moss 2,411, a margin of 5,048.", ("5,048", "50,498", "a digit dropped")),
    ("Hill took 7,909 votes and Moss 2,411, a margin of 57,498.", ("57,498", "5,498", "a digit too many")),
    ("Hill took 7,909 votes and Moss 2,411, a margin of 55,498.", ("55,498", "5,498", "a digit typed twice")),
    ("The council met on Mon, 12 Sept 2017.", ("Mon", "Tue", "the day on which that date fell")),
    ("It happened on 31 April 2024.", ("31 April 2024", "30 April 2024", "April has 30 days")),
    ("The index rose to 9,500 from 10,000.", ("rose", "fell", "the figures go the other way")),
    ("Profit reached £523m, below the forecast of £432m.", ("below", "above", "the figures go the other way")),
    ("Profit rose 25% to $6m from $8m.", ("rose", "fell", "the figures go the other way")),
    ("The budget tripled to $4 million from $2 million.", ("tripled", "doubled", "as the other figures imply")),
    ("The war lasted seven years (1914-1918).", ("seven years", "four years", "as the other figures imply")),
    ("A quarter of the 900 trees, or 300, were felled.", ("A quarter", "A third", "as the other figures imply")),
    ("The firm sells four brands: Alder, Birch and Cedar.", ("four brands", "three brands", "as the other figures imply")),
    ("The walk is 5-8 miles (8-19 km) long.", ("8-19 km", "8-13 km", "as the other figures imply")),
    ("Joe Moss was born in 1948 and died in 2003, aged 65.", ("65", "55", "as the other figures imply")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "likeliest"), LIKELIEST)
def test_the_likeliest_mend_comes_first_and_mends_the_text(text: str, likeliest: tuple[str, str, str]) -> None:
    assert first(text) == likeliest
    (finding,) = check(text).findings
    assert_each_repair_mends(text, finding.claim.kind)


def reasons(text: str) -> dict[str, str]:
    return {repair.replacement: repair.reason for finding in check(text).findings for repair in finding.repairs}


def test_a_date_that_clashes_with_its_weekday_may_have_day_and_month_swapped_or_last_years_number() -> None:
    assert reasons("Bids close on Friday, 7 May 2024.")["5 July 2024"] == "day and month swapped"
    assert reasons("It met on Monday, 12 September 2017.")["12 September 2016"] == "a year earlier, a Monday"
    assert reasons("It met on Thursday, May 1st, 2024.")["May 2nd, 2024"] == "the nearest Thursday"


def test_a_day_that_february_lacks_may_be_of_a_leap_year() -> None:
    assert reasons("She was born on 29 February 2023.") == {
        "28 February 2023": "February 2023 has 28 days",
        "29 February 2024": "a leap year",
    }


def test_the_other_currencys_sign_is_offered_where_the_other_pairs_give_its_rate() -> None:
    text = (
        "It paid £10m ($19m) in May, £20m ($38m) in June and £30m ($57m) in July, then £40m (€48m) and £20m (€24m). "
        "In all it paid £50m ($60m) in August."
    )
    assert reasons(text)["€60m"] == "$ for €"


def test_a_rate_turned_round_is_named() -> None:
    text = "It paid £10m ($20m) in May, £20m ($40m) in June, £30m ($60m) in July and £40m ($20m) in August."
    assert reasons(text)["$80m"] == "converted at the inverted rate"


def test_the_computed_figure_is_among_them_whatever_else_explains_the_finding() -> None:
    found = reasons("Revenue rose 67% to $1.13bn from $639m.")
    assert list(found.items()) == [("76%", "two digits swapped"), ("77%", "as the other figures imply")]


def test_an_edit_that_would_break_another_claim_is_left_out_and_one_that_mends_two_comes_first() -> None:
    breaks = "The bid was worth £800m ($1.5bn), well above the £400m ($750bn) offered in May."
    assert "£400bn" not in reasons(breaks)
    mends = "The fund paid $6 million and $2 million, in total $9 million, up 60% from $5 million."
    assert len(check(mends).findings) == 2
    assert [finding.repairs[0].replacement for finding in check(mends).findings] == ["$8 million", "$8 million"]


def test_nothing_absurd_is_offered() -> None:
    for text in (
        "Parking will go from £80 to £92 a year, a rise of 12%.",
        "The price of hay has tripled from $80 to $160.",
        "Operating profit rose to $112m from $131m.",
    ):
        replacements = list(reasons(text))
        assert replacements
        assert not [each for each in replacements if each in ("£0", "$0") or "bn" in each or "1,112" in each], text


def test_markup_inside_a_figure_stays_where_it_is() -> None:
    text = "Of these, 12 of **48** patients (40%) relapsed."
    (finding,) = check(text, markup="markdown").findings
    for repair in finding.repairs:
        edited = mended(text, repair)
        assert edited.count("**") == 2
        assert not check(edited, markup="markdown").findings


def test_a_figure_over_a_line_break_is_replaced_whole() -> None:
    text = "The estate covers 27,000 square\nkilometers (14,025 square\nmiles)."
    assert first(text, "markdown") == ("14,025 square\nmiles", "10,425 square miles", "two digits swapped")


def test_what_holds_has_no_repairs() -> None:
    assert all(not each.repairs for each in check("Of these, 12 of 48 patients (25%) relapsed.").checks)


@pytest.mark.parametrize(
    "text",
    [
        "The council met on Monday, 31 December 9999.",
        "The strike lasted 90,000,000 days (3 May 2019 to 5 June 2019).",
        "The path is 5 miles (" + "9" * 4000 + " km) long.",
        "Of these, 12 of 48 patients (" + "3" * 900 + "%) relapsed.",
        "Of these, 0 of 48 patients (40%) relapsed.",
        "Sales rose 0% to $0m from $5m.",
    ],
)
def test_no_figure_is_too_large_or_too_late_to_be_mended(text: str) -> None:
    assert check(text).figures
    assert lines_run(lambda: check(text)) < 400_000


@pytest.mark.parametrize("text", [text for _, text in BROKEN])
def test_repairs_take_little_work(text: str) -> None:
    check(text)  # what is read once, of units and of words, is no part of it
    assert (
        lines_run(lambda: check(text)) < 1_000_000
    )  # of all of the check; most take a tenth, and a millisecond or two
