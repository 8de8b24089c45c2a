"""The JSON report, version 1 (report.schema.json beside this file): one object for the whole call.

In: paths and their Reports. Out: an object that json can write. Offsets are code points into the decoded source.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any

from factcheck import units
from factcheck.interval import Interval
from factcheck.model import Check, Figure, Implied, Quantity, Report, Span, Verdict
from factcheck.report.lines import Lines
from factcheck.units import Kind

VERSION = 1
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# Above this a float no longer tells whole numbers apart, and far above it there is none: such values are written whole.
_FLOATS = 2**53


def as_json(documents: Sequence[dict[str, Any]], errors: Iterable[tuple[str, str]] = ()) -> dict[str, Any]:
    """The report of a call: its documents, each as `document` makes it; `errors` are paths and what was wrong."""
    checks = [check for each in documents for check in each["checks"]]
    return {
        "version": VERSION,
        "documents": list(documents),
        "summary": {
            "documents": len(documents),
            "figures": sum(len(each["figures"]) for each in documents),
            "checks": len(checks),
            "inconsistent": sum(check["verdict"] == Verdict.INCONSISTENT.value for check in checks),
        },
        "errors": [{"path": path, "message": message} for path, message in errors],
    }


def document(path: str, report: Report) -> dict[str, Any]:
    """The report of one document, with the path as it was given."""
    lines = Lines(report.document.source)
    used: dict[tuple[int, int], dict[int, None]] = {}
    for number, check in enumerate(report.checks):
        for _, figure in check.claim.roles:
            used.setdefault((figure.start, figure.end), {})[number] = None
    return {
        "path": path,
        "figures": [
            {**_figure(figure, lines.source), "checks": list(used.get((figure.start, figure.end), ()))}
            for figure in report.figures
        ],
        "checks": [_check(check, lines) for check in report.checks],
        **({"facts": [_implied(each) for each in report.sets]} if report.sets else {}),
    }


def _implied(each: Implied) -> dict[str, Any]:
    """A fact: what is stated for it, and what the claims imply, both in its unit."""
    scale = 1 / units.measure(each.quantity.unit)[0] if each.quantity else Fraction(1)
    return {
        "name": each.name,
        "start": each.span.start,
        "end": each.span.end,
        "unit": each.quantity.unit.name if each.quantity else "",
        "stated": None if each.stated is None else _ends(each.stated * scale),
        "implied": None if each.implied.empty else _ends(each.implied * scale),
    }


def _ends(values: Interval) -> list[int | float | None]:
    return [None if end is None else number(end) for end in (values.low, values.high)]


def _figure(figure: Figure, source: str) -> dict[str, Any]:
    quantity = figure.quantity
    low, high = _bounds(quantity)
    entry: dict[str, Any] = {
        "start": figure.start,
        "end": figure.end,
        "text": source[figure.start : figure.end],
        "value": _value(quantity),
        "unit": quantity.unit.name,
        "low": low,
        "high": high,
        "hedge": _hedge(figure, source),
    }
    if quantity.upper is not None:
        entry["range"] = [
            number(quantity.number.value * _scale(quantity)),
            number(quantity.upper.value * _scale(quantity)),
        ]
    return entry


def _hedge(figure: Figure, source: str) -> str:
    """The hedge as written, where the table's word stands in the figure's reach; else the table's word."""
    if figure.quantity.hedge is None:
        return ""
    word = figure.quantity.hedge.word
    reach = source[figure.reach.start : figure.reach.end]
    found = re.search(r"\s{1,9}".join(map(re.escape, word.split())), reach, re.IGNORECASE)
    return found.group() if found else word


def _scale(quantity: Quantity) -> Fraction:
    """Cents are told in dollars: a currency has one code for both."""
    return quantity.unit.factor if quantity.unit.kind is Kind.CURRENCY else Fraction(1)


def _value(quantity: Quantity) -> int | float | str:
    if quantity.unit.kind is Kind.WEEKDAY:
        return _DAYS[quantity.number.mantissa % 7]
    return number(quantity.value) if quantity.when is None else str(quantity.when)


def _bounds(quantity: Quantity) -> tuple[int | float | str | None, int | float | str | None]:
    if quantity.unit.kind is Kind.WEEKDAY:
        return (_value(quantity),) * 2
    if quantity.when is not None:
        days = quantity.when.days if quantity.unit.kind is Kind.DATE else None
        if days is None or days.low is None or days.high is None:
            return None, None
        return dt.date.fromordinal(int(days.low)).isoformat(), dt.date.fromordinal(int(days.high)).isoformat()
    stated = quantity.stated() * _scale(quantity)
    return (None if stated.low is None else number(stated.low)), (None if stated.high is None else number(stated.high))


def number(value: Fraction) -> int | float:
    """A rational as JSON has it: an integer where it is one, or where no float is near enough.

    >>> number(Fraction(113, 100)), number(Fraction(2)), number(Fraction(10**400 * 3 + 1, 3)) == 10**400
    (1.13, 2, True)
    """
    if value.denominator == 1:
        return value.numerator
    return float(value) if abs(value) < _FLOATS else round(value)


def _check(check: Check, lines: Lines) -> dict[str, Any]:
    span = check.claim.span
    line, column = lines.place(span.start)
    return {
        "kind": check.claim.kind,
        "verdict": check.verdict.value,
        "start": span.start,
        "end": span.end,
        "line": line,
        "column": column,
        "figures": [
            {"role": role, "start": figure.start, "end": figure.end, "text": lines.source[figure.start : figure.end]}
            for role, figure in check.claim.roles
        ],
        "message": check.message,
        "stated": check.stated,
        "implied": check.implied,
        "by_rounding": check.by_rounding,
        "suggestions": [
            {
                "start": repair.span.start,
                "end": repair.span.end,
                "replacement": repair.replacement,
                "reason": repair.reason,
            }
            for repair in check.repairs
        ],
        **({"claims": [_place(span, lines) for span in check.claims]} if check.claims else {}),
        **({"facts": [_implied(each) for each in check.sets]} if check.sets else {}),
    }


def _place(span: Span, lines: Lines) -> dict[str, Any]:
    line, column = lines.place(span.start)
    return {
        "start": span.start,
        "end": span.end,
        "line": line,
        "column": column,
        "text": lines.source[span.start : span.end],
    }
