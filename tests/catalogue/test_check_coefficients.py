from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Final

import pytest

from honorarios.catalogue.check import check, check_folder
from honorarios.catalogue.schema import Catalogue, Category, Manifest, ScheduleKind
from tests.catalogue.making import (
    FILES,
    catalogue,
    coefficients,
    contract,
    messages,
    names,
    portes,
    priced,
    write,
)

PUBLISHED: Final = (
    Path(__file__).parents[3] / "shared" / "data" / "fee-tables" / "cbhpm" / "porte_values.json"
)
needs_facts = pytest.mark.skipif(
    not PUBLISHED.exists(), reason="os fatos publicados, em ../shared, não estão aqui"
)


def test_a_set_that_moves_by_one_index_shows_its_outliers() -> None:
    before, after = portes("10"), portes("10", "1.0561")
    after["5B"] += Decimal(2)
    after["6A"] -= Decimal(2)
    made = catalogue(
        coefficients=coefficients(
            {"valid_from": "2020-01-01", "valid_to": "2020-12-31", "ch": 1, "portes": before},
            {"valid_from": "2021-01-01", "ch": 1, "portes": after},
        )
    )
    assert messages(made, "CAT-OUTLIER") == [
        "O porte 5B mudou 7,04% desde 01/01/2020, e os demais 5,61%.",
        "O porte 6A mudou 4,36% desde 01/01/2020, e os demais 5,61%.",
    ]


def test_a_set_that_moves_by_a_curve_shows_only_leaps() -> None:
    before = portes("10")
    after = {
        porte: value * (Decimal("1.02") + Decimal(number) / 200)
        for number, (porte, value) in enumerate(before.items())
    }
    after["9C"] *= Decimal("1.3")
    made = catalogue(
        coefficients=coefficients(
            {"valid_from": "2020-01-01", "valid_to": "2020-12-31", "ch": 1, "portes": before},
            {"valid_from": "2021-01-01", "ch": 1, "portes": after},
        )
    )
    assert [message.split()[2] for message in messages(made, "CAT-OUTLIER")] == ["9C"]


def test_equal_portes_do_not_rise() -> None:
    values = portes("10")
    values["1B"] = values["1A"]
    made = catalogue(
        coefficients=coefficients({"valid_from": "2020-01-01", "ch": 1, "portes": values})
    )
    assert messages(made, "CAT-PORTE-ORDER") == [
        "O porte 1B (10,00) não vale mais que o 1A (10,00)."
    ]


# Coefficients that prices need


def lacking(made: Catalogue) -> list[str]:
    """The units of the findings of missing coefficients."""
    return [message.split()[4] for message in messages(made, "CAT-MISSING-COEFFICIENT")]


PORTE = {"code": "1", "basis": "PORTE", "porte": "2B"}


@pytest.mark.parametrize(
    ("row", "units"),
    [
        ({"code": "1", "basis": "BRL", "fee": 1}, []),
        ({"code": "1", "basis": "CH", "fee": 1}, ["CH"]),
        ({"code": "1", "basis": "CH", "operating_cost": 1}, ["CH"]),
        ({"code": "1", "basis": "UNIT", "unit": "US", "fee": 1, "operating_cost": 2}, ["US"]),
        ({**PORTE, "operating_cost": 1, "film": 1}, ["2B", "FILM", "UCO"]),
        ({**PORTE, "fee": 0, "operating_cost": 0, "film": 0}, []),
        ({**PORTE, "operating_cost": 1, "cost_unit": "BRL"}, ["2B"]),
        ({**PORTE, "operating_cost": 1, "cost_unit": "UTM"}, ["2B", "UTM"]),
        ({**PORTE, "anaesthetic_porte": "5"}, ["2B", "7C"]),
        ({**PORTE, "anaesthetic_porte": "J"}, ["2B", "AN_J"]),
        ({**PORTE, "anaesthetic_porte": "0"}, ["2B"]),
        ({**PORTE, "anaesthetic_porte": "5", "role": "surgeon"}, ["2B"]),
        ({"code": "1", "basis": "REMOVED", "fee": 1}, []),
    ],
)
def test_what_a_row_needs(row: dict[str, object], units: list[str]) -> None:
    values = coefficients({"valid_from": "2020-01-01"})
    assert sorted(lacking(catalogue(prices=priced(row), coefficients=values))) == units


def test_a_finding_says_how_many_rows_and_since_when() -> None:
    values = coefficients(
        {"valid_from": "2020-01-01", "valid_to": "2022-12-31", "ch": 1},
        {"valid_from": "2023-01-01"},
    )
    assert messages(catalogue(coefficients=values), "CAT-MISSING-COEFFICIENT") == [
        (
            "Falta o valor de CH de 01/01/2023 em diante. Preços de “lista” que dependem dele: 2,"
            " como o do código 10101012."
        )
    ]


def test_special_values_cover_the_rows_they_are_for() -> None:
    def with_special(*special: dict[str, object]) -> list[str]:
        values = coefficients({"valid_from": "2020-01-01", "special": list(special)})
        return messages(catalogue(coefficients=values), "CAT-MISSING-COEFFICIENT")

    group = {"unit": "CH", "value": 1, "group": "HM"}
    assert "dele: 1," in with_special(group)[0]
    assert with_special(group, {**group, "group": "SADT"}) == []
    assert with_special(group, {"unit": "CH", "value": 1, "code": "40901220"}) == []
    assert with_special({"unit": "CH", "value": 1, "setting": "inpatient"}) == []
    assert "dele: 2," in with_special({"unit": "CH", "value": 1, "code": "7"})[0]


@pytest.mark.parametrize(
    ("rules", "rows"),
    [
        ([], 2),
        ([{"name": "a", "values": {"CH": 1}}], 0),
        ([{"name": "a", "excluded": True, "scope": {"codes": ["1"]}}], 1),
        ([{"name": "a", "fixed": 10, "scope": {"codes": ["40000000-49999999"]}}], 1),
        ([{"name": "a", "fixed": 10, "scope": {"codes": ["1"], "roles": ["surgeon"]}}], 2),
        ([{"name": "a", "values": {"CH": 1}, "scope": {"categories": ["exames"]}}], 1),
        ([{"name": "a", "coefficients": "cheio", "scope": {"codes": ["4090"]}}], 1),
        ([{"name": "a", "coefficients": "cheio"}], 0),
        ([{"name": "a", "scope": {"codes": ["1"]}}, {"name": "b", "values": {"CH": 1}}], 1),
    ],
)
def test_price_rules_decide_what_a_row_needs(rules: list[dict[str, object]], rows: int) -> None:
    made = catalogue(
        manifest=Manifest(
            name="x", categories=(Category(id="exames", name="Exames", codes=("4",)),)
        ),
        coefficients={
            **coefficients({"valid_from": "2020-01-01"}),
            **coefficients({"valid_from": "2020-01-01", "ch": 1}, name="cheio"),
        },
        contracts={"contrato": contract(price_rules=rules)},
    )
    found = messages(made, "CAT-MISSING-COEFFICIENT")
    assert [f"dele: {rows}," in message for message in found] == [True] * bool(rows)


def test_rows_whose_validity_is_over_need_nothing() -> None:
    ended = {"code": "1", "basis": "CH", "fee": 1, "valid_to": "2021-12-31"}
    values = coefficients(
        {"valid_from": "2020-01-01", "valid_to": "2021-12-31", "ch": 1},
        {"valid_from": "2022-01-01"},
    )
    assert lacking(catalogue(prices=priced(ended), coefficients=values)) == []
    still = {**ended, "valid_to": "2022-01-01"}
    assert lacking(catalogue(prices=priced(still), coefficients=values)) == ["CH"]


def test_an_edition_needs_what_it_inherits(tmp_path: Path) -> None:
    """The inherited consultation of 2020 is in force under 2022; the removed exam is not."""
    values = FILES["coefficients/conjunto.yaml"].split("    portes:")
    files = {**FILES, "coefficients/conjunto.yaml": f"{values[0]}    portes:{values[1]}"}
    files["coefficients/conjunto.yaml"] += "    portes: {8A: 10, 8B: 11, 4C: 5}\n"
    _, findings = check_folder(write(tmp_path, files))
    missing = [one.message for one in findings if one.code == "CAT-MISSING-COEFFICIENT"]
    assert [message.split()[4] for message in missing] == ["2B"]
    assert "código 10101012" in missing[0]


def test_plans_use_the_terms_set_when_they_have_none() -> None:
    plans = [
        {"plan": "a", "procedure_table": {"schedule": "lista"}},
        {"plan": "b", "procedure_table": {"schedule": "lista"}, "coefficients": "outro"},
    ]
    made = catalogue(
        coefficients={
            **coefficients({"valid_from": "2020-01-01", "ch": 1}),
            **coefficients({"valid_from": "2020-01-01"}, name="outro"),
        },
        contracts={"contrato": contract(plans=plans)},
    )
    assert [str(one.place) for one in check(made)] == ["coefficients/outro.yaml (values.0)"]


def test_no_set_is_told_once_a_table() -> None:
    made = catalogue(contracts={"contrato": contract(coefficients=None)})
    assert messages(made, "CAT-NO-COEFFICIENTS") == [
        (
            "As condições não dizem o conjunto de coeficientes. Faltam os valores de: CH. Preços de"
            " “lista” que dependem deles: 2, como o do código 10101012."
        )
    ]


# Bounds and codes


def test_an_amount_that_64_bits_cannot_hold_is_an_error() -> None:
    rows = {"code": "1", "basis": "CH", "fee": 9_000_000}
    below = coefficients({"valid_from": "2020-01-01", "ch": "999.9999"})
    above = coefficients({"valid_from": "2020-01-01", "ch": 1_001})
    assert check(catalogue(prices=priced(rows), coefficients=below)) == []
    found = check(catalogue(prices=priced(rows), coefficients=above))
    assert [(one.code, one.severity.label) for one in found] == [("CAT-AMOUNT-BOUND", "erro")]


def test_tuss_is_asked_only_of_tuss_tables() -> None:
    made = catalogue()
    schedule = made.schedules["lista"]
    assert names(check(made, frozenset({"10101012"}))) == ["CAT-UNKNOWN-TUSS"]
    own = catalogue(schedules={"lista": schedule.model_copy(update={"tiss_code": "00"})})
    assert names(check(own, frozenset())) == []
    sigtap = catalogue(
        schedules={"lista": schedule.model_copy(update={"kind": ScheduleKind.SIGTAP})}
    )
    assert names(check(sigtap, frozenset())) == []


@pytest.mark.parametrize(
    ("unit", "tip"),
    [
        ("BRL", "O real vale sempre 1."),
        ("UCO", "Preencha o campo uco."),
        ("8A", "Preencha-o em portes."),
    ],
)
def test_units_with_a_field_of_their_own(unit: str, tip: str) -> None:
    values = coefficients({"valid_from": "2020-01-01", "ch": 1, "units": {unit: 2}})
    assert [one.tip for one in check(catalogue(coefficients=values))] == [tip]


def test_only_the_real_is_reserved_in_special_and_agreed_values() -> None:
    special = [{"unit": "CH", "value": 1}, {"unit": "8A", "value": 2}]
    agreed = [{"name": "a", "values": {"UCO": 2, "8A": 2}}]
    assert (
        check(
            catalogue(
                coefficients=coefficients({"valid_from": "2020-01-01", "special": special}),
                contracts={"contrato": contract(price_rules=agreed)},
            )
        )
        == []
    )
    made = catalogue(
        contracts={"contrato": contract(price_rules=[{"name": "a", "values": {"BRL": 2}}])}
    )
    assert names(check(made)) == ["CAT-RESERVED-UNIT"]


def test_the_greatest_quantity_of_all_tables_counts() -> None:
    made = catalogue()
    schedule = made.schedules["lista"]
    edition = schedule.editions[0].model_copy(update={"prices": "outra.csv"})
    both = {
        "lista": schedule,
        "outra": schedule.model_copy(update={"id": "outra", "editions": (edition,)}),
    }
    big = {"code": "7", "basis": "CH", "fee": 9_000_000}
    values = coefficients({"valid_from": "2020-01-01", "ch": 1_001})
    for first, second in (("lista", "outra"), ("outra", "lista")):
        prices = {
            **made.prices,
            (second, "1"): made.prices["lista", "1"],
            (first, "1"): priced(big)["lista", "1"],
        }
        found = check(catalogue(schedules=both, prices=prices, coefficients=values))
        assert [(one.code, one.place.file) for one in found] == [
            ("CAT-AMOUNT-BOUND", f"schedules/{first}.csv")
        ]


def test_the_band_holds_for_anaesthesia_too() -> None:
    made = catalogue()
    cbhpm = {"lista": made.schedules["lista"].model_copy(update={"kind": ScheduleKind.CBHPM})}
    rule = {"name": "a", "adjust": {"anaesthesia": -30}}
    made = catalogue(schedules=cbhpm, contracts={"contrato": contract(price_rules=[rule])})
    assert [one.place.field for one in check(made)] == ["terms.0.price_rules.0.adjust.anaesthesia"]


@needs_facts
def test_the_errors_of_published_lists_are_found() -> None:
    """Every one of the AMB's sets rises, and the figures known as wrong stand out (pricing 1.2)."""
    data = json.loads(PUBLISHED.read_text("utf-8"), parse_float=Decimal, parse_int=Decimal)
    years = [one for one in data["sets"] if one["vigencia_inicio"][:4] in {"2010", "2011", "2012"}]
    values = [
        {"valid_from": f"{one['vigencia_inicio'][:4]}-10-18", "ch": 1, "portes": one["portes"]}
        for one in years
    ]
    found = [
        (one.place.field, one.code)
        for one in check(catalogue(coefficients=coefficients(*values)))
        if one.code in {"CAT-OUTLIER", "CAT-PORTE-ORDER", "CAT-MISSING-PORTE"}
    ]
    assert {("values.1.portes.2C", "CAT-OUTLIER"), ("values.1.portes.3C", "CAT-OUTLIER")} <= {
        *found
    }
    assert ("values.2.portes.2A", "CAT-OUTLIER") in found
    assert {code for _, code in found} == {"CAT-OUTLIER"}
    assert not any(field.endswith(("7B", "9A", "14C")) for field, _ in found)
