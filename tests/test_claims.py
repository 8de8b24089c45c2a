"""Claims as code: strings, pint quantities and figures make the same claims as a text; misuse says what to do."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pint
import pytest
import sympy

import factcheck


def test_a_claim_is_true_where_it_is_consistent_and_prints_its_arithmetic() -> None:
    claim = factcheck.share(part="12", whole="48", share="25%")
    assert claim and str(claim) == "share: consistent: 12 of 48 is 25%"
    assert not factcheck.share(part="12", whole="48", share="40%")


@pytest.mark.parametrize(
    ("written", "unit", "magnitude", "hedge"),
    [
        ("approximately 27,000 km²", "kilometer ** 2", 27000, "approximately"),
        ("$1.13bn", "USD", 1_130_000_000, ""),
        ("76%", "percent", 76, ""),
        ("two-thirds", "", Fraction(2, 3), ""),
        ("48 patients", "patient", 48, ""),
        ("64 pence", "GBP", Fraction(64, 100), ""),
    ],
)
def test_a_quantity_is_read_as_written(written: str, unit: str, magnitude: Fraction, hedge: str) -> None:
    quantity = factcheck.Quantity(written)
    assert (quantity.unit, quantity.magnitude, quantity.hedge) == (unit, magnitude, hedge)


def test_a_date_is_a_quantity() -> None:
    assert str(factcheck.Quantity("12 September 2017").read.when) == "2017-09-12"


def test_pint_quantities_go_in_and_come_out() -> None:
    registry = pint.get_application_registry()
    area = registry.Quantity(27000, "kilometer ** 2")
    assert factcheck.conversion(a=area, b="10,425 sq mi")
    assert factcheck.share(part=area, whole="185,180 km²", share="15%")
    assert factcheck.Quantity("5 km").to_pint().to("meter").magnitude == 5000
    with pytest.raises(factcheck.UnitMismatch, match="not a physical unit"):
        factcheck.Quantity("$5").to_pint()


def test_a_function_makes_a_relation_that_a_text_can_be_checked_for() -> None:
    @factcheck.relation(reads="rounded", frames={"en": ["a margin of {margin} on .. {price} and .. {cost}"]})
    def margin(price: Any, cost: Any) -> Any:
        """What is left of a price after its cost."""
        return price - cost

    assert margin(price="$12.00", cost="$9.00", margin="$3.00")
    report = factcheck.check(
        "They made a margin of $5.00 on a price of $12.00 and a cost of $9.00.", relations=[margin]
    )
    assert [each.claim.kind for each in report.findings] == ["margin"]


def test_a_sympy_equation_makes_a_relation() -> None:
    density, people, area = sympy.symbols("density people area")
    relation = factcheck.relation(
        sympy.Eq(density, people / area), roles={"density": "rate", "people": "count", "area": "count"}
    )
    assert relation(people="1,000", area="50", density="20")
    assert not relation(people="1,000", area="50", density="30")


@pytest.mark.parametrize("equation", ["x + y", "sin"])
def test_an_equation_that_is_no_formula_is_refused(equation: str) -> None:
    x, y = sympy.symbols("x y")
    wrong = sympy.Eq(x + y, 2 * x) if equation == "x + y" else sympy.Eq(y, sympy.sin(x))
    with pytest.raises(factcheck.BadRelation):
        factcheck.relation(wrong)


def test_a_missing_an_unknown_and_an_unfit_role_are_named() -> None:
    with pytest.raises(factcheck.MissingRole, match="lacks whole"):
        factcheck.share(part="12", share="25%")
    with pytest.raises(factcheck.MissingRole, match="no role 'total'; its roles are part, whole, share"):
        factcheck.share(part="12", total="48", share="25%")
    with pytest.raises(factcheck.UnitMismatch, match="cannot be its share"):
        factcheck.share(part="12", whole="48", share="$25")
    with pytest.raises(factcheck.UnitMismatch, match="not of one sort"):
        factcheck.share(part="12 km", whole="48 kg", share="25%")


@pytest.mark.parametrize("text", ["", "nothing", "12 and 48", "12 km and a bit"])
def test_what_is_not_one_figure_is_no_quantity(text: str) -> None:
    with pytest.raises(factcheck.NotAQuantity):
        factcheck.Quantity(text)


def test_errors_are_the_builtin_ones_too() -> None:
    assert issubclass(factcheck.NotAQuantity, ValueError)
    assert issubclass(factcheck.UnitMismatch, TypeError)
    assert issubclass(factcheck.Unreadable, OSError)


def test_a_kind_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no kind of claim 'shares'"):
        factcheck.shares  # noqa: B018
    assert "check" in dir(factcheck)
