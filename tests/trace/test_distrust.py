"""An explanation that cannot be trusted says so: another catalogue, an altered line, no result at all."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

import pytest

from honorarios.pricing.compile import compile_catalogue
from honorarios.pricing.line import price_line
from honorarios.pricing.trace import as_dict, as_text, explain, from_json
from honorarios.pricing.trace.json_form import as_json
from tests.oracle.sample import sample_catalogue
from tests.trace.example import ROWS, VALUES, example, line


@pytest.fixture
def result() -> dict[str, Any]:
    return price_line(line(), example())


def codes_of(result: dict[str, Any]) -> list[str]:
    return [finding.code for finding in explain(result, example()).findings]


def test_another_catalogue_is_a_finding_and_nothing_is_explained(result: dict[str, Any]) -> None:
    result["catalogue_hash"] = "sha256:outro"
    told = explain(result, example())
    assert [finding.code for finding in told.findings] == ["TRC-OTHER-CATALOGUE"]
    assert told.components == ()
    assert told.evaluate() is None
    assert "ATENÇÃO: A linha foi calculada com outro catálogo (sha256:outro)" in as_text(told)
    assert from_json(as_json(told)) == told
    assert as_dict(told)["findings"][0]["severity"] == "error"


def test_an_altered_amount_is_a_finding(result: dict[str, Any]) -> None:
    result["total_centavos"] += 1
    told = explain(result, example())
    assert [finding.code for finding in told.findings] == ["TRC-OTHER-VALUE"]
    assert "R$ 2.230,01, mas a linha diz R$ 2.230,02" in str(told.findings[0])


def test_an_altered_factor_gives_another_value(result: dict[str, Any]) -> None:
    result["accommodation_factor"] = 3
    assert codes_of(result) == ["TRC-OTHER-VALUE", "TRC-OTHER-VALUE"]


def test_an_altered_component_is_a_finding(result: dict[str, Any]) -> None:
    result["fee"] += 1
    assert "TRC-OTHER-STEPS" in codes_of(result)


def test_an_altered_rule_is_a_finding(result: dict[str, Any]) -> None:
    result["price_rule"] = "Cláusula 5"
    assert codes_of(result) == ["TRC-OTHER-STEPS"]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("status", None),
        ("status", "caro"),
        ("contract_used", "outro"),
        ("price_row", 99),
        ("price_row", 1),
        ("price_row", None),
        ("level", "x"),
        ("level", "4.5"),
        ("fee", "muito"),
        ("route_percent", None),
        ("valid_from", "ontem"),
        ("role", None),
        ("role", "chefe"),
        ("rank", "muitos"),
        ("start", None),
    ],
)
def test_what_is_no_result_of_the_engine_is_a_finding(
    result: dict[str, Any], column: str, value: object
) -> None:
    result[column] = value
    told = explain(result, example())
    assert [finding.code for finding in told.findings] == ["TRC-NOT-PRICED"]
    assert column in told.findings[0].message
    assert told.evaluate() is None


def test_an_altered_date_without_terms_is_a_finding(result: dict[str, Any]) -> None:
    result["start"] = "2015-01-01 10:00"
    assert codes_of(result) == ["TRC-NOT-PRICED"]


def test_a_line_not_yet_priced_is_a_finding() -> None:
    assert codes_of(line()) == ["TRC-NOT-PRICED"]


def test_a_value_without_a_standard_is_no_result_of_the_engine() -> None:
    rules = {"valid_to": date(2024, 12, 31)}
    compiled = compile_catalogue(sample_catalogue(ROWS, values=VALUES, rules=rules))
    unpriced: dict[str, Any] = price_line(line(), compiled)
    told = explain(unpriced, compiled)
    assert told.findings == ()
    assert told.contract is not None
    assert told.contract.standard is None
    assert "sem regras vigentes na data" in as_text(told)
    altered = price_line(line(), example()) | {"catalogue_hash": compiled.hash}
    told = explain(altered, compiled)
    assert [finding.code for finding in told.findings] == ["TRC-NOT-PRICED"]


def test_a_file_s_moments_are_days_where_days_are_kept(result: dict[str, Any]) -> None:
    row = {**result, "valid_from": datetime(2020, 1, 1), "valid_to": date(2030, 1, 1)}
    told = explain(row, example())
    assert told.row is not None
    assert (told.row.valid_from, told.row.valid_to) == (date(2020, 1, 1), date(2030, 1, 1))


def test_json_with_a_finding_that_is_none_is_refused(result: dict[str, Any]) -> None:
    data = as_dict(explain(result, example())) | {"findings": [{"code": "X"}]}
    with pytest.raises(ValueError, match="findings"):
        from_json(json.dumps(data))
