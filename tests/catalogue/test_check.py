from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from honorarios.catalogue.check import check, check_folder
from honorarios.catalogue.schema import BillingStandard, Calendar, Category, Manifest, ScheduleKind
from tests.catalogue.making import (
    FILES,
    SOURCED,
    catalogue,
    coefficients,
    contract,
    messages,
    names,
    priced,
    write,
)

if TYPE_CHECKING:
    from pathlib import Path

    from honorarios.catalogue.schema import Catalogue


def test_a_catalogue_made_in_a_program_needs_no_folder() -> None:
    assert check(catalogue()) == []
    found = check(catalogue(coefficients={}))
    assert [str(one.place) for one in found] == ["contracts/contrato.yaml (terms.0.coefficients)"]


def test_rules_of_rows_hold_without_a_folder_too() -> None:
    found = check(catalogue(prices=priced({"code": "1", "basis": "PORTE"})))
    assert [(one.code, str(one.place)) for one in found] == [
        ("CAT-ROW-WITHOUT-PORTE", "schedules/lista.csv (porte)")
    ]


def test_a_fault_found_by_reader_and_checker_is_told_once(tmp_path: Path) -> None:
    files = {
        **FILES,
        "schedules/tabela-2022.csv": "code,basis,porte\n31003079,PORTE,\n",
    }
    _, findings = check_folder(write(tmp_path, files))
    assert names(findings) == ["CAT-ROW-WITHOUT-PORTE"]


def test_a_document_that_could_not_be_read_is_not_missed_twice(tmp_path: Path) -> None:
    _, findings = check_folder(write(tmp_path, {**FILES, "standards/padrao.yaml": "id: [padrao"}))
    assert names(findings) == ["CAT-YAML-SYNTAX"]


def test_findings_come_in_the_order_of_files_and_lines(tmp_path: Path) -> None:
    files = {
        **FILES,
        "contracts/contrato.yaml": FILES["contracts/contrato.yaml"]
        .replace("standard: padrao", "standard: outro")
        .replace("calendar: cidade", "calendar: vila"),
        "calendars/cidade.yaml": FILES["calendars/cidade.yaml"].replace("SP", "ZZ"),
    }
    _, findings = check_folder(write(tmp_path, files))
    assert [str(one.place) for one in findings] == [
        "calendars/cidade.yaml:3 (state)",
        "contracts/contrato.yaml:6 (calendar)",
        "contracts/contrato.yaml:11 (terms.0.standard)",
    ]


# References


@pytest.mark.parametrize(
    ("terms", "field"),
    [
        ({"standard": "outro"}, "standard"),
        ({"coefficients": "outro"}, "coefficients"),
        ({"special_table": {"schedule": "outra"}}, "special_table.schedule"),
        ({"procedure_table": {"schedule": "lista", "edition": "2"}}, "procedure_table.edition"),
        ({"plans": [{"plan": "a", "coefficients": "b"}]}, "plans.0.coefficients"),
        (
            {"plans": [{"plan": "a", "special_table": {"schedule": "b"}}]},
            "plans.0.special_table.schedule",
        ),
        ({"price_rules": [{"name": "a", "coefficients": "b"}]}, "price_rules.0.coefficients"),
        (
            {"price_rules": [{"name": "a", "table": {"schedule": "b"}}]},
            "price_rules.0.table.schedule",
        ),
        (
            {"price_rules": [{"name": "a", "scope": {"categories": ["b"]}}]},
            "price_rules.0.scope.categories",
        ),
        (
            {"accommodation": [{"type": "ward", "factor": 1, "categories": ["b"]}]},
            "accommodation.0.categories",
        ),
        ({"launching": {"difference_contract": "outro"}}, "launching.difference_contract"),
    ],
)
def test_every_reference_is_followed(terms: dict[str, object], field: str) -> None:
    found = check(catalogue(contracts={"contrato": contract(**terms)}))  # type: ignore[arg-type]
    assert [(one.code, one.place.field) for one in found] == [
        ("CAT-UNKNOWN-REFERENCE", f"terms.0.{field}")
    ]


def test_an_unknown_name_suggests_a_near_one() -> None:
    found = check(catalogue(contracts={"contrato": contract(standard="padroes")}))
    assert found[0].tip.startswith("Seria “padrao”?")


# Validities


def test_the_day_of_the_end_is_still_the_first() -> None:
    values = [
        {"valid_from": "2020-01-01", "valid_to": "2020-12-31", "ch": 1},
        {"valid_from": "2020-12-31", "ch": 2},
    ]
    assert names(check(catalogue(coefficients=coefficients(*values)))) == ["CAT-OVERLAP"]
    values[1]["valid_from"] = "2021-01-01"
    assert check(catalogue(coefficients=coefficients(*values))) == []


def test_an_overlap_is_seen_past_the_neighbour() -> None:
    values = [
        {"valid_from": "2020-01-01", "valid_to": "2022-12-31", "ch": 1},
        {"valid_from": "2021-01-01", "valid_to": "2021-01-31", "ch": 2},
        {"valid_from": "2022-12-31", "ch": 3},
    ]
    found = messages(catalogue(coefficients=coefficients(*values)), "CAT-OVERLAP")
    assert found == [
        "As vigências se sobrepõem: de 01/01/2020 a 31/12/2022 e de 01/01/2021 a 31/01/2021.",
        "As vigências se sobrepõem: de 01/01/2020 a 31/12/2022 e de 31/12/2022 em diante.",
    ]


def test_two_that_begin_on_one_day_overlap_even_if_open() -> None:
    values = [{"valid_from": "2020-01-01", "ch": 1}, {"valid_from": "2020-01-01", "ch": 2}]
    assert names(check(catalogue(coefficients=coefficients(*values)))) == ["CAT-OVERLAP"]


def test_days_without_cover_are_those_of_the_terms() -> None:
    values = [
        {"valid_from": "2021-01-01", "valid_to": "2021-12-31", "ch": 1},
        {"valid_from": "2023-01-01", "valid_to": "2023-12-31", "ch": 2},
    ]
    made = catalogue(coefficients=coefficients(*values))
    assert messages(made, "CAT-NOT-COVERED") == [
        f"O conjunto de coeficientes “ch” não tem nada em vigor {days}, dentro destas condições."
        for days in (
            "de 01/01/2020 a 31/12/2020",
            "de 01/01/2022 a 31/12/2022",
            "de 01/01/2024 em diante",
        )
    ]


def test_a_pinned_edition_counts_on_every_day() -> None:
    current = contract(valid_from="2019-01-01", standard="padrao", coefficients="ch")
    pinned = contract(
        valid_from="2019-01-01", procedure_table={"schedule": "lista", "edition": "1"}
    )
    found = messages(catalogue(contracts={"contrato": current}), "CAT-NOT-COVERED")
    assert sum("A tabela" in one for one in found) == 1
    found = messages(catalogue(contracts={"contrato": pinned}), "CAT-NOT-COVERED")
    assert sum("A tabela" in one for one in found) == 0


def test_rows_of_one_series_may_not_share_a_day() -> None:
    row = {"code": "1", "basis": "BRL", "fee": 1}
    clash = [
        {**row, "valid_from": "2024-01-01", "valid_to": "2024-12-31"},
        {**row, "valid_from": "2024-03-01", "valid_to": "2024-03-31"},
        {**row, "valid_from": "2024-12-31", "valid_to": "2025-12-31"},
    ]
    assert messages(catalogue(prices=priced(*clash)), "CAT-PRICE-OVERLAP") == [
        (
            "O código 1 tem dois preços para o mesmo dia: de 01/01/2024 a 31/12/2024 e"
            " de 01/03/2024 a 31/03/2024."
        ),
        (
            "O código 1 tem dois preços para o mesmo dia: de 01/03/2024 a 31/03/2024 e"
            " de 31/12/2024 a 31/12/2025."
        ),
    ]
    apart = [
        {**row, "valid_to": "2023-12-31"},
        {**row, "valid_from": "2024-01-01", "valid_to": "2024-12-31"},
        {**row, "valid_from": "2024-06-01", "role": "anaesthetist"},
        {**row, "valid_from": "2024-06-01", "accommodation": "icu"},
        {**row, "valid_from": "2024-06-01", "setting": "outpatient"},
        {**row, "valid_from": "2025-01-01"},
        {**row, "valid_from": "2026-01-01"},
        {**row, "code": "2", "valid_from": "2020-06-01"},
    ]
    assert messages(catalogue(prices=priced(*apart)), "CAT-PRICE-OVERLAP") == []


# Contracts


def contracts(**changes: object) -> Catalogue:
    """Two contracts for the same lines, the second with changes."""
    first = contract("a")
    return catalogue(contracts={"a": first, "b": contract("b").model_copy(update=changes)})


def test_two_contracts_of_equal_weight_overlap() -> None:
    assert names(check(contracts())) == ["CAT-CONTRACT-OVERLAP"]
    assert names(check(contracts(plan="ouro"))) == []
    assert names(check(contracts(payer="outro"))) == []
    assert names(check(contracts(provider="crm-1"))) == []
    terms = contract("a").terms[0]
    earlier = terms.model_copy(update={"valid_from": terms.valid_from.replace(year=2010)})
    ended = earlier.model_copy(update={"valid_to": terms.valid_from.replace(year=2019)})
    assert "CAT-CONTRACT-OVERLAP" not in names(check(contracts(terms=(ended,))))


@pytest.mark.parametrize(("change", "outside"), [(20, 0), (-20, 0), (-21, 1), (25, 1), (-100, 0)])
def test_only_cbhpm_has_a_band(change: int, outside: int) -> None:
    rule = {"name": "a", "adjust": {"fee": change, "operating_cost": change}}
    made = catalogue(contracts={"contrato": contract(price_rules=[rule])})
    assert "CAT-ADJUSTMENT-BAND" not in names(check(made))
    cbhpm = {"lista": made.schedules["lista"].model_copy(update={"kind": ScheduleKind.CBHPM})}
    made = catalogue(contracts=made.contracts, schedules=cbhpm)
    assert names(check(made)).count("CAT-ADJUSTMENT-BAND") == 2 * outside


def test_accommodations_in_use_must_be_in_the_annex() -> None:
    prices = priced(
        {"code": "1", "basis": "CH", "fee": 1},
        {"code": "1", "basis": "CH", "fee": 2, "accommodation": "icu"},
    )
    special = [{"unit": "CH", "accommodation": "suite", "value": 2}]
    values = coefficients({"valid_from": "2020-01-01", "ch": 1, "special": special})
    made = catalogue(prices=prices, coefficients=values)
    assert messages(made, "CAT-UNKNOWN-ACCOMMODATION") == [
        (
            "A acomodação “suite”, usada nos coeficientes de “ch”, não está no anexo Acomodação"
            " destas condições."
        ),
        (
            "A acomodação “icu”, usada nos preços de “lista”, não está no anexo Acomodação"
            " destas condições."
        ),
    ]
    annex = [{"type": "icu", "factor": 1}, {"type": "suite", "factor": 2}]
    made = catalogue(
        prices=prices, coefficients=values, contracts={"contrato": contract(accommodation=annex)}
    )
    assert check(made) == []


def test_the_factor_of_iamspe_is_not_the_contracts() -> None:
    made = catalogue(prices=priced({"code": "1", "basis": "CH", "fee": 2, "accommodation": "icu"}))
    iamspe = made.standards["padrao"].model_copy(update={"kind": "IAMSPE"})
    without_roles = BillingStandard.model_validate(
        {
            "id": "padrao",
            "name": "IAMSPE",
            "kind": "IAMSPE",
            "rules": [{"valid_from": "2020-01-01", **SOURCED}],
        }
    )
    assert iamspe.kind == without_roles.kind
    assert check(catalogue(prices=made.prices, standards={"padrao": without_roles})) == []


def test_names_that_a_list_has_twice() -> None:
    category = Category(id="exames", name="Exames", codes=("4",))
    edition = catalogue().schedules["lista"].editions[0]
    ended = edition.model_copy(update={"valid_to": date(2019, 12, 31)})
    editions = (ended.model_copy(update={"valid_from": date(2019, 1, 1)}), edition)
    schedule = catalogue().schedules["lista"].model_copy(update={"editions": editions})
    touches = [{"factor": "role", "components": []}] * 2
    made = catalogue(
        manifest=Manifest(name="x", categories=(category, category)),
        schedules={"lista": schedule},
        contracts={"contrato": contract(touches=touches, plans=[{"plan": "a"}] * 2)},
    )
    assert messages(made, "CAT-LISTED-TWICE") == [
        "A categoria “exames” aparece duas vezes.",
        "O plano “a” aparece duas vezes.",
        "O fator “role” aparece duas vezes.",
        "A edição “1” aparece duas vezes.",
    ]


def test_an_edition_inherits_from_one_that_exists() -> None:
    schedule = catalogue().schedules["lista"]
    lost = schedule.editions[0].model_copy(update={"inherits": "2"})
    made = catalogue(schedules={"lista": schedule.model_copy(update={"editions": (lost,)})})
    assert messages(made, "CAT-UNKNOWN-REFERENCE") == [
        "Não existe na tabela “lista” a edição “2” no catálogo."
    ]


def test_a_window_that_ends_before_it_begins() -> None:
    window = {"label": "Noites", "days": ["mon"], "percent": 30}
    made = catalogue().standards["padrao"].model_dump(exclude_unset=True)
    made["rules"][0]["overtime"] = {
        "rules": [
            {**window, "valid_from": "2024-02-01", "valid_to": "2024-02-01"},
            {**window, "valid_from": "2024-02-01", "valid_to": "2024-01-31"},
        ]
    }
    standards = {"padrao": BillingStandard.model_validate(made)}
    assert [(one.code, one.place.field) for one in check(catalogue(standards=standards))] == [
        ("CAT-VALIDITY-ORDER", "rules.0.overtime.rules.1")
    ]


@pytest.mark.parametrize(
    ("holiday", "codes"),
    [
        ({"name": "a", "day": "02-29"}, []),
        ({"name": "a", "dates": ["2024-05-30"]}, []),
        ({"name": "a", "day": "13-01"}, ["CAT-BAD-HOLIDAY"]),
        ({"name": "a"}, ["CAT-BAD-HOLIDAY"]),
    ],
)
def test_a_holiday_has_a_day(holiday: dict[str, object], codes: list[str]) -> None:
    town = Calendar.model_validate({"id": "a", "name": "A", "state": "RS", "local": [holiday]})
    assert names(check(catalogue(calendars={"a": town}))) == codes


def test_prices_outside_their_edition_say_their_days() -> None:
    row = {"code": "1", "basis": "CH", "fee": 1}
    schedule = catalogue().schedules["lista"]
    edition = schedule.editions[0].model_copy(update={"valid_to": date(2020, 12, 31)})
    made = catalogue(
        schedules={"lista": schedule.model_copy(update={"editions": (edition,)})},
        prices=priced(
            {**row, "valid_to": "2019-12-31"},
            {**row, "code": "2", "valid_from": "2021-01-01"},
            {**row, "code": "3", "valid_from": "2020-12-31"},
        ),
    )
    assert messages(made, "CAT-PRICE-OUTSIDE-EDITION") == [
        f"A vigência do código {days} está toda fora da vigência da edição."
        for days in ("1 (até 31/12/2019)", "2 (de 01/01/2021 em diante)")
    ]


def test_two_prices_without_dates_clash() -> None:
    row = {"code": "1", "basis": "CH", "fee": 1}
    assert messages(catalogue(prices=priced(row, row)), "CAT-PRICE-OVERLAP") == [
        "O código 1 tem dois preços para o mesmo dia: sem datas e sem datas."
    ]
