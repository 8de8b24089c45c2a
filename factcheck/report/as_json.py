"""The JSON report, version 1 (report.schema.json beside this file): one object for the whole call.

In: paths and their Reports. Out: an object that json can write. Offsets are code points into the decoded source.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any

from factcheck.interval import Interval
from factcheck.model import Check, Figure, Quantity, Report, Verdict
from factcheck.units import Kind

VERSION = 1


def as_json(reports: Sequence[tuple[str, Report]], errors: Iterable[tuple[str, str]] = ()) -> dict[str, Any]:
    """The report of several documents, each with the path as it was given; `errors` are paths and what was wrong."""
    documents = [_document(path, report) for path, report in reports]
    checks = [check for _, report in reports for check in report.checks]
    return {
        "version": VERSION,
        "documents": documents,
        "summary": {
            "documents": len(documents),
            "figures": sum(len(report.figures) for _, report in reports),
            "checks": len(checks),
            "inconsistent": sum(check.verdict is Verdict.INCONSISTENT for check in checks),
        },
        "errors": [{"path": path, "message": message} for path, message in errors],
    }


def _document(path: str, report: Report) -> dict[str, Any]:
    source = report.document.source
    lines = [0, *(place + 1 for place, character in enumerate(source) if character == "\n")]
    used: dict[int, list[int]] = {}
    for number, check in enumerate(report.checks):
        for _, figure in check.claim.roles:
            used.setdefault(figure.start, []).append(number)
    return {
        "path": path,
        "figures": [_figure(figure, source, used.get(figure.start, [])) for figure in report.figures],
        "checks": [_check(check, source, lines) for check in report.checks],
    }


def _figure(figure: Figure, source: str, checks: list[int]) -> dict[str, Any]:
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
        "hedge": quantity.hedge.word if quantity.hedge else "",
        "checks": list(dict.fromkeys(checks)),
    }
    if quantity.upper is not None:
        scale = quantity.unit.factor if quantity.unit.kind is Kind.CURRENCY else Fraction(1)
        entry["range"] = [number(quantity.number.value * scale), number(quantity.upper.value * scale)]
    return entry


def _value(quantity: Quantity) -> int | float | str:
    if quantity.when is not None and quantity.unit.kind is not Kind.WEEKDAY:
        return str(quantity.when)
    if quantity.unit.kind is Kind.WEEKDAY:
        return _DAYS[quantity.number.mantissa]
    return number(quantity.value)


_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _bounds(quantity: Quantity) -> tuple[int | float | str | None, int | float | str | None]:
    if quantity.when is not None:
        days: Interval | None = quantity.when.days if quantity.unit.kind is Kind.DATE else None
        if days is None or days.low is None or days.high is None:
            return None, None
        return dt.date.fromordinal(int(days.low)).isoformat(), dt.date.fromordinal(int(days.high)).isoformat()
    scale = quantity.unit.factor if quantity.unit.kind is Kind.CURRENCY else Fraction(1)
    stated = quantity.stated() * scale
    return (None if stated.low is None else number(stated.low)), (None if stated.high is None else number(stated.high))


def number(value: Fraction) -> int | float:
    """A rational as JSON has it: an integer where it is one."""
    return value.numerator if value.denominator == 1 else float(value)


def _check(check: Check, source: str, lines: list[int]) -> dict[str, Any]:
    span = check.claim.span
    line = bisect_right(lines, span.start)
    return {
        "kind": check.claim.kind,
        "verdict": check.verdict.value,
        "start": span.start,
        "end": span.end,
        "line": line,
        "column": span.start - lines[line - 1] + 1,
        "figures": [
            {"role": role, "start": figure.start, "end": figure.end, "text": source[figure.start : figure.end]}
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
    }
