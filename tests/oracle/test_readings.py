"""How the oracle reads the sentences of the law that a hasty reader could take another way."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from tests.oracle.sample import price_one, sample_catalogue

if TYPE_CHECKING:
    from tests.oracle.oracle import Result


def brl(reais: str, **cells: object) -> dict[str, object]:
    return {"code": "1", "basis": "BRL", "fee": Decimal(reais), **cells}


def with_rule(rule: dict[str, Any], **parts: Any) -> Result:  # noqa: ANN401 - parts of documents
    row = parts.pop("row", brl("100"))
    cells = parts.pop("cells", {})
    terms = {**parts.pop("terms", {}), "price_rules": [{"name": "Cláusula", **rule}]}
    return price_one(sample_catalogue([row], terms=terms, **parts), "1", **cells)


def test_a_component_of_no_quantity_needs_no_coefficient() -> None:
    row = brl("100", operating_cost=Decimal(0), cost_unit="UCO")
    assert price_one(sample_catalogue([row]), "1")["total_centavos"] == 100_00


def test_a_component_that_the_role_does_not_have_needs_no_coefficient() -> None:
    row = brl("100", operating_cost=Decimal(5), cost_unit="UCO")
    rules = {"roles": {"first_assistant": 30}}
    catalogue = sample_catalogue([row], rules=rules)
    assert price_one(catalogue, "1", role="first_assistant")["total_centavos"] == 30_00
    assert price_one(catalogue, "1")["status"] == "no_coefficient"


def test_a_fixed_price_needs_no_table_with_the_code() -> None:
    result = with_rule({"fixed": "12.34"}, row={**brl("1"), "code": "2"})
    assert (result["level"], result["total_centavos"]) == (0, 12_34)
    assert (result["schedule"], result["price_row"], result["basis"]) == (None, None, "BRL")


def test_a_step_that_fails_writes_no_column() -> None:
    result = price_one(sample_catalogue([brl("1")]), "1", start=datetime(2019, 12, 31))
    assert (result["status"], result["contract_used"]) == ("contract_not_in_force", None)
    result = price_one(sample_catalogue([brl("1")]), "1", role="scrub_assistant")
    assert (result["status"], result["fee"]) == ("no_role_percent", Decimal(1))
    assert result["fee_adjustment"] is None


def test_an_excluded_line_names_the_rule() -> None:
    result = with_rule({"excluded": True})
    assert (result["status"], result["price_rule"]) == ("excluded", "Cláusula")


def test_values_of_a_rule_replace_special_values_too() -> None:
    row = {"code": "1", "basis": "CH", "fee": Decimal(100)}
    special = [{"unit": "CH", "code": "1", "value": 9}]
    result = with_rule({"values": {"CH": "0.5"}}, row=row, values={"ch": 1, "special": special})
    assert result["fee"] == 50


def test_one_component_is_counted_before_the_role_drops_the_others() -> None:
    row = brl("100", operating_cost=Decimal(5), cost_unit="BRL")
    alone = {**row, "fee": None}
    terms = {"accommodation": [{"type": "apartment", "factor": 2}]}
    act = {"accommodation": "apartment"}
    assert price_one(sample_catalogue([row], terms=terms), "1", **act)["total_centavos"] == 205_00
    assert price_one(sample_catalogue([alone], terms=terms), "1", **act)["total_centavos"] == 10_00


@pytest.mark.parametrize(
    ("day", "reais"),
    [
        (date(2025, 1, 1), 10),
        (date(2025, 1, 31), 10),
        (date(2025, 2, 1), None),
        (date(2025, 3, 1), 20),
    ],
)
def test_an_earlier_row_never_stands_in_for_one_that_ended(day: date, reais: int | None) -> None:
    rows = [
        brl("10", valid_from=date(2024, 1, 1), valid_to=date(2025, 1, 31)),
        brl("20", valid_from=date(2025, 3, 1)),
    ]
    start = datetime(day.year, day.month, day.day, 8)
    result = price_one(sample_catalogue(rows), "1", start=start)
    assert result["fee"] == reais
    assert result["status"] == ("priced" if reais else "price_not_in_force")


def test_the_largest_amount_is_a_trillion_centavos() -> None:
    row = brl("5000000")
    terms = {"accommodation": [{"type": "icu", "factor": 100}]}
    catalogue = sample_catalogue([row], terms=terms)
    most = price_one(catalogue, "1", accommodation="icu", quantity=20)
    assert most["total_centavos"] == 10**12
    too_much = price_one(catalogue, "1", accommodation="icu", quantity=-21)
    assert (too_much["status"], too_much["unit_centavos"]) == ("amount_too_large", None)
