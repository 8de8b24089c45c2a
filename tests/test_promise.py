"""The promise (design §4): true values, printed rounded and hedged in any way the tables allow, are never inconsistent.

And its twin: a figure whose whole stated set is moved off what the others imply is always inconsistent.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims import Claim, Quantity, named
from factcheck.figures.hedges import table
from factcheck.interval import Interval
from factcheck.model import Verdict
from factcheck.relations import load
from factcheck.units import find
from factcheck.wording import fixed

amounts = st.fractions(min_value=20, max_value=90_000, max_denominator=100)
UNITS = ("{} km", "${}", "{} tonnes", "€{}")


def half_up(value: Fraction, places: int) -> Fraction:
    scaled = value * Fraction(10) ** places
    return Fraction((2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)) / Fraction(10) ** places


def written(value: Fraction, places: int) -> str:
    """A value at a place: decimals where it is above zero, round thousands where below."""
    return fixed(half_up(value, places), max(places, 0))


def place_for(values: list[Fraction], draw: st.DrawFn) -> int:
    """A place at which all of them can be printed: round numbers err by 5 % at most, so two digits of the least stand."""
    least = min(abs(value) for value in values)
    digits = len(str(int(least))) if least >= 1 else 0
    return draw(st.integers(min_value=2 - digits if digits else 3, max_value=4))


@st.composite
def printed(draw: st.DrawFn, values: list[Fraction]) -> list[str]:
    """Amounts of one unit, printed at one place."""
    place, unit = place_for(values, draw), draw(st.sampled_from(UNITS))
    return [unit.format(written(value, place)) for value in values]


HEDGES = ["", "about ", "nearly ", "more than ", "less than ", "just over ", "at least ", "up to "]


@st.composite
def percentage(draw: st.DrawFn, share: Fraction) -> str:
    """A ratio as a percentage, rounded, and hedged where its true value lies within the hedge's tight width."""
    points = share * 100
    places = draw(st.integers(0, 3))
    shown = half_up(points, places)
    hedge = draw(st.sampled_from(HEDGES))
    if hedge:
        entry = table()["before"][hedge.strip()]
        below, above = entry.below[0], entry.above[0]
        room = Fraction(5, 2) if below is not None and above is not None else None
        low = Fraction(0) if below == 0 else min(below * abs(shown), room or below * abs(shown)) if below else None
        high = Fraction(0) if above == 0 else min(above * abs(shown), room or above * abs(shown)) if above else None
        fits = (low is None or points >= shown - low) and (high is None or points <= shown + high)
        if not fits or (entry.open and points == shown):
            hedge = ""
    return f"{hedge}{fixed(shown, places)}%"


def verdict(claim: Claim) -> Verdict:
    return claim.verdict


@st.composite
def shares(draw: st.DrawFn) -> dict[str, Any]:
    whole = draw(amounts)
    part = whole * draw(st.fractions(min_value=Fraction(2, 100), max_value=1, max_denominator=200))
    a, b = draw(printed([part, whole]))
    return {"part": a, "whole": b, "share": draw(percentage(part / whole))}


@st.composite
def changes(draw: st.DrawFn) -> dict[str, Any]:
    old, new = draw(amounts), draw(amounts)
    a, b = draw(printed([old, new]))
    rate = new / old - 1
    places = draw(st.integers(0, 2))
    return {"old": a, "new": b, "rate": f"{'-' if rate < 0 else ''}{fixed(abs(rate) * 100, places)}%"}


@st.composite
def totals(draw: st.DrawFn) -> dict[str, Any]:
    parts = draw(st.lists(amounts, min_size=2, max_size=6))
    *shown, total = draw(printed([*parts, sum(parts, Fraction(0))]))
    return {"part": shown, "total": total}


@st.composite
def differences(draw: st.DrawFn) -> dict[str, Any]:
    smaller, gap = draw(amounts), draw(amounts)
    a, b, c = draw(printed([smaller, smaller + gap, gap]))
    return {"smaller": a, "larger": b, "gap": c}


@st.composite
def averages(draw: st.DrawFn) -> dict[str, Any]:
    parts = draw(st.lists(amounts, min_size=2, max_size=5))
    *shown, mean = draw(printed([*parts, sum(parts, Fraction(0)) / len(parts)]))
    return {"part": shown, "mean": mean}


@st.composite
def overalls(draw: st.DrawFn) -> dict[str, Any]:
    one, other = draw(amounts), draw(amounts)
    mean = one + (other - one) * draw(st.fractions(min_value=0, max_value=1, max_denominator=50))
    a, b, c = draw(printed([one, other, mean]))
    reach = abs(Quantity(a).read.size - Quantity(b).read.size) / 2
    return {"part": [a, b], "mean": c, "pull": Interval.between(-reach, reach)}


@st.composite
def multiples(draw: st.DrawFn) -> dict[str, Any]:
    old, new = draw(amounts), draw(amounts)
    a, b = draw(printed([old, new]))
    return {"old": a, "new": b, "factor": f"{fixed(new / old, 2)} times"}


@st.composite
def portions(draw: st.DrawFn) -> dict[str, Any]:
    whole = draw(st.integers(10, 9_999))
    return {
        "part": f"{draw(st.integers(1, whole))} seats",
        "whole": f"{whole} seats",
        "others": Interval.between(0, whole),
    }


@st.composite
def growths(draw: st.DrawFn) -> dict[str, Any]:
    times = draw(st.integers(2, 12))
    return {"factor": f"{times} times", "rate": f"{(times - 1) * 100}%"}


@st.composite
def rates(draw: st.DrawFn) -> dict[str, Any]:
    rate, count = draw(amounts), draw(st.integers(2, 99))
    a, b = draw(st.integers(0, 2)), draw(st.integers(0, 2))
    return {"rate": f"${written(rate, a)}", "count": f"{count} tickets", "total": f"${written(rate * count, b)}"}


@st.composite
def restatements(draw: st.DrawFn) -> dict[str, Any]:
    value = draw(amounts)
    a, b = draw(st.integers(0, 3)), draw(st.integers(0, 3))
    return {"a": f"${written(value, a)}", "b": f"${written(value, b)}"}


@st.composite
def directions(draw: st.DrawFn) -> dict[str, Any]:
    old, new = draw(amounts), draw(amounts)
    a, b = draw(printed([old, new]))
    return {"old": a, "new": b, "delta": "rise" if new >= old else "fall"}


@st.composite
def bounds(draw: st.DrawFn) -> dict[str, Any]:
    lower, excess = draw(amounts), draw(amounts)
    a, b = draw(printed([lower, lower + excess]))
    return {"lower": a, "upper": b, "excess": "above"}


PAIRS = [
    ("km", "mile"),
    ("kg", "lb"),
    ("km²", "sq mi"),
    ("m", "ft"),
    ("ha", "acres"),
    ("litres", "imperial gallons"),
    ("km/h", "mph"),
]


@st.composite
def conversions(draw: st.DrawFn) -> dict[str, Any]:
    source, target = draw(st.sampled_from(PAIRS))
    if draw(st.booleans()):
        source, target = target, source
    first = half_up(draw(amounts), draw(st.integers(0, 2)))
    a, b = find(source), find(target)
    exact = first * a.factor / b.factor
    digits = len(str(int(exact))) if exact >= 1 else 0
    return {"a": f"{fixed(first, 2)} {source}", "b": f"{written(exact, draw(st.integers(2 - digits, 3)))} {target}"}


dates = st.dates(min_value=dt.date(1583, 1, 1), max_value=dt.date(2099, 12, 31))


@st.composite
def weekdays(draw: st.DrawFn) -> dict[str, Any]:
    day = draw(dates)
    form = draw(st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d"]))
    return {"date": day.strftime(form), "weekday": day.strftime("%A")}


@st.composite
def ages(draw: st.DrawFn) -> dict[str, Any]:
    birth = draw(st.dates(min_value=dt.date(1940, 1, 1), max_value=dt.date(1990, 12, 31)))
    at = draw(st.dates(min_value=birth, max_value=dt.date(2050, 1, 1)))
    age = at.year - birth.year - ((at.month, at.day) < (birth.month, birth.day))
    return {"birth": birth.strftime("%d %B %Y"), "at": at.strftime("%d %B %Y"), "age": f"aged {age}"}


@st.composite
def durations(draw: st.DrawFn) -> dict[str, Any]:
    start = draw(st.integers(1800, 1990))
    length = draw(st.integers(2, 90))
    both = draw(st.integers(0, 1))  # a span of years may count both its ends
    return {"start": str(start), "end": str(start + length - both), "length": f"{length} years"}


TRUE: dict[str, Callable[[], st.SearchStrategy[dict[str, Any]]]] = {
    "share": shares,
    "change": changes,
    "total": totals,
    "difference": differences,
    "average": averages,
    "overall": overalls,
    "multiple": multiples,
    "growth": growths,
    "portion": portions,
    "rate": rates,
    "restatement": restatements,
    "direction": directions,
    "bound": bounds,
    "conversion": conversions,
    "weekday": weekdays,
    "age": ages,
    "duration": durations,
}
# What these say is in the text or in its other pairs, not in figures that could be drawn here.
ELSEWHERE = {"currency", "date", "enumeration", "fall", "quotient", "reference"}


def test_every_relation_keeps_the_promise_here_or_is_tested_elsewhere() -> None:
    assert set(load()) == set(TRUE) | ELSEWHERE


@pytest.mark.parametrize("kind", TRUE)
@given(data=st.data())
def test_true_values_rounded_and_hedged_are_never_inconsistent(kind: str, data: st.DataObject) -> None:
    roles = data.draw(TRUE[kind]())
    claim = named(kind)(**roles)
    assert claim.verdict is not Verdict.INCONSISTENT, f"{claim} {roles}"


def scaled(figure: str, factor: int) -> str:
    """A figure so many times as large, in the same writing."""
    from factcheck.wording import DIGITS

    match = DIGITS.search(figure)
    assert match is not None
    digits = match.group().replace(",", "")
    places = len(digits.partition(".")[2])
    return figure[: match.start()] + fixed(Fraction(digits) * factor + 1, places) + figure[match.end() :]


OFF = {
    "share": "share",
    "total": "total",
    "difference": "gap",
    "average": "mean",
    "multiple": "factor",
    "rate": "total",
    "restatement": "b",
    "conversion": "b",
    "age": "age",
    "duration": "length",
}


@pytest.mark.parametrize("kind", OFF)
@given(data=st.data())
def test_a_figure_moved_off_what_the_others_imply_is_inconsistent(kind: str, data: st.DataObject) -> None:
    roles = data.draw(
        TRUE[kind]().filter(lambda each: not any(str(value).startswith(tuple(HEDGES[1:])) for value in each.values()))
    )
    role = OFF[kind]
    moved = {**roles, role: scaled(roles[role], 3)}
    assert named(kind)(**moved).verdict is Verdict.INCONSISTENT, moved


@given(weekdays(), st.integers(1, 6))
def test_any_other_day_of_the_week_is_inconsistent(roles: dict[str, Any], shift: int) -> None:
    days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    other = days[(days.index(roles["weekday"]) + shift) % 7]
    assert named("weekday")(date=roles["date"], weekday=other).verdict is Verdict.INCONSISTENT


@given(shares(), st.sampled_from(["about ", "roughly ", "some "]))
def test_widening_a_figure_never_adds_a_finding(roles: dict[str, Any], hedge: str) -> None:
    if any(roles["share"].startswith(each) for each in HEDGES[1:]):
        return
    plain = named("share")(**{**roles, "share": scaled(roles["share"], 1)})
    wide = named("share")(**{**roles, "share": hedge + scaled(roles["share"], 1)})
    assert not (wide.verdict is Verdict.INCONSISTENT and plain.verdict is not Verdict.INCONSISTENT)
