"""``honorarios.trace/1``: exact, versioned, described by its schema, and read back."""

from __future__ import annotations

import json
from typing import Any

import pytest

from honorarios.pricing.trace import FORMAT, as_dict, as_json, from_json, json_schema
from tests.trace.example import told


def test_amounts_are_exact_text_and_centavos_whole_numbers() -> None:
    data = json.loads(as_json(told()))
    assert data["format"] == FORMAT == "honorarios.trace/1"
    fee = data["components"][0]
    assert fee["coefficient"]["value"] == "1000.005"
    assert [step["value"] for step in fee["multiplications"]] == [
        "850.00425",
        "1700.0085",
        "2210.01105",
    ]
    assert data["unit_centavos"] == data["total_centavos"] == 223_001
    assert data["roundings"][0] == {"of": "unit", "exact": "2230.01105", "centavos": 223_001}


def test_it_is_read_back_and_evaluated_from_its_own_numbers() -> None:
    data = as_dict(told())
    assert from_json(json.dumps(data)).evaluate() == (223_001, 223_001)
    data["components"][0]["multiplications"][0]["multiplier"] = "0.9"
    assert from_json(json.dumps(data)).evaluate() == (236_001, 236_001)


def test_another_version_is_refused() -> None:
    data = as_dict(told()) | {"format": "honorarios.trace/2"}
    with pytest.raises(ValueError, match="format"):
        from_json(json.dumps(data))


def test_findings_keep_their_form() -> None:
    bad = as_dict(told(quantity=0))
    assert bad["status"]["code"] == "invalid_quantity"
    assert bad["findings"] == []
    assert bad["unit_centavos"] is None


def undescribed(data: Any, schema: dict[str, Any], whole: dict[str, Any]) -> list[str]:  # noqa: ANN401
    """Fields of the data that the schema does not describe."""
    schema = whole["$defs"][schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
    if "anyOf" in schema:
        kinds = [one for one in schema["anyOf"] if one.get("type") != "null"]
        return [] if data is None else undescribed(data, kinds[0], whole)
    if isinstance(data, list):
        item = schema.get("items", {})
        return [name for one in data for name in undescribed(one, item, whole)]
    if not isinstance(data, dict) or "properties" not in schema:
        return []
    missing = [name for name in data if name not in schema["properties"]]
    for name, value in data.items():
        if name in schema["properties"]:
            missing += undescribed(value, schema["properties"][name], whole)
    return missing


def test_the_schema_describes_every_field() -> None:
    schema = json_schema()
    assert schema["$id"] == FORMAT
    assert undescribed(as_dict(told()), schema, schema) == []
    assert set(schema["required"]) >= {"catalogue_hash", "line", "status"}
