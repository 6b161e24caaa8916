"""The demonstration holds together, says where its facts come from and copies nobody's list."""

from __future__ import annotations

import csv
import json
from collections import Counter
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from honorarios.catalogue.check import check_folder
from honorarios.catalogue.folder import read_folder
from honorarios.catalogue.schema.base import PORTES
from honorarios.catalogue.tuss import known_codes, name_of
from honorarios.catalogue.yaml_source import read_yaml
from honorarios.core.vocabulary import fold
from honorarios.demo import catalogue_path, lines_path, surgery_names, surgery_path
from honorarios.pricing.compile import compile_catalogue
from honorarios.pricing.line import LinePricer

if TYPE_CHECKING:
    from honorarios.catalogue.schema import Catalogue

CBHPM: Final = Path(__file__).parents[3] / "shared" / "data" / "fee-tables" / "cbhpm"
needs_facts = pytest.mark.skipif(
    not CBHPM.is_dir(), reason="os fatos publicados, em ../shared, não estão aqui"
)
PUBLISHED: Final = {"31003010", "40322351", "40901220"}
"""The codes of published examples, which carry the portes that the CBHPM gives them."""
SUSPECT: Final = {
    ("2011-10-18", "2C"),
    ("2011-10-18", "3C"),
    ("2012-10-18", "2A"),
    ("2012-10-18", "10A"),
    ("2020-10-18", "6A"),
}
"""Figures that public copies get wrong, by first day and porte: they are not shipped."""


@cache
def catalogue() -> Catalogue:
    found, findings = read_folder(catalogue_path())
    assert not findings, "\n".join(map(str, findings))
    assert found is not None
    return found


@cache
def pricer() -> LinePricer:
    return LinePricer(compile_catalogue(catalogue()))


def rows(schedule: str, edition: str) -> list[dict[str, Any]]:
    table: list[dict[str, Any]] = catalogue().prices[schedule, edition].to_pylist()
    return table


def all_rows() -> list[dict[str, Any]]:
    return [row for schedule, edition in catalogue().prices for row in rows(schedule, edition)]


def test_the_catalogue_checks_with_no_warning_but_the_expected() -> None:
    _, findings = check_folder(catalogue_path(), known_codes())
    told = Counter((finding.code, finding.place.file) for finding in findings)
    assert told == {
        # Suspect figures are left out of the sets.
        ("CAT-MISSING-PORTE", "coefficients/amb-cbhpm.yaml"): 2,
        ("CAT-MISSING-PORTE", "coefficients/amb-cbhpm-curva.yaml"): 1,
        # In 2010 and 2012 the AMB did move the lowest portes otherwise than the rest.
        ("CAT-OUTLIER", "coefficients/amb-cbhpm.yaml"): 8,
        # The operator's list stops at the third assistant.
        ("CAT-ROLE-WITHOUT-PERCENT", "standards/operadora-cascata.yaml"): 2,
    }


def test_every_code_is_in_tuss_under_a_description_of_our_own() -> None:
    assert {row["code"] for row in all_rows()} <= known_codes()
    copied = {
        row["code"]
        for row in all_rows()
        if fold(row["description"] or "") == fold(name_of(row["code"]) or "")
    }
    assert not copied


def test_the_demonstration_schedule_is_large_and_varied() -> None:
    listed = rows("tabela-demonstrativa", "2023")
    assert len(listed) >= 150
    assert {row["code"][0] for row in listed} == set("1234")
    assert any(row["operating_cost"] and row["film"] for row in listed)
    assert {row["anaesthetic_porte"] for row in listed} >= {None, *map(str, range(9))}


def test_only_published_examples_are_facts_and_they_say_so() -> None:
    listed = rows("tabela-demonstrativa", "2023")
    sourced = {row["code"] for row in listed if "exemplo" in (row["source"] or "")}
    assert sourced == PUBLISHED
    editions = catalogue().schedules["tabela-demonstrativa"].editions
    assert all("inventados" in edition.source for edition in editions)


@needs_facts
def test_no_other_row_repeats_the_cbhpm() -> None:
    items = json.loads((CBHPM / "sample_items_2022.json").read_text(), parse_float=Decimal)["itens"]
    real = {item["codigo"]: (item["porte"], Decimal(item["fracao"])) for item in items}
    ours = [
        (row["code"], (row["porte"], row["fee"] or Decimal(1)))
        for edition in ("2023", "2025")
        for row in rows("tabela-demonstrativa", edition)
    ]
    repeated = {code for code, structure in ours if real.get(code) == structure}
    assert repeated <= PUBLISHED


@needs_facts
def test_reais_per_porte_are_the_published_ones_without_the_suspect_figures() -> None:
    published = json.loads((CBHPM / "porte_values.json").read_text(), parse_float=Decimal)["sets"]
    shipped = {
        (values.uco, name, value): str(values.valid_from)
        for one in catalogue().coefficients.values()
        if one.series == "AMB"
        for values in one.values
        for name, value in values.portes.items()
    }
    facts = {
        (one["uco"], name, value) for one in published for name, value in one["portes"].items()
    }
    assert set(shipped) <= facts
    assert len(facts - set(shipped)) == len(SUSPECT)
    assert not {(day, name) for (_, name, _), day in shipped.items()} & SUSPECT


def test_a_set_of_portes_rises_and_names_its_source() -> None:
    for one in catalogue().coefficients.values():
        for values in one.values:
            known = [values.portes[porte] for porte in PORTES if porte in values.portes]
            assert known == sorted(set(known)), (one.id, values.valid_from)
            assert values.source


def test_contracts_differ_and_no_operator_is_a_payer() -> None:
    contracts = catalogue().contracts
    assert len(contracts) >= 5
    assert len({contract.route for contract in contracts.values()}) == 4
    assert any(len(contract.terms) == 3 for contract in contracts.values())
    payers = {contract.payer for contract in contracts.values()}
    assert payers == {
        "convenio-aurora",
        "saude-jacaranda",
        "plano-bemtevi",
        "cooperativa-ipe",
        "iamspe-demonstracao",
        "particular",
    }


def test_lines_show_prices_and_refusals_of_many_kinds() -> None:
    with lines_path().open(encoding="utf-8", newline="") as file:
        lines: list[dict[str, object]] = [dict(line) for line in csv.DictReader(file)]
    assert len(lines) >= 200
    results = pricer().price(list(lines))
    statuses = Counter(result["status"] for result in results)
    assert statuses["priced"] >= 160
    assert len(statuses) >= 20
    assert {result["contract_used"] for result in results} >= set(catalogue().contracts)
    assert {result["level"] for result in results} >= {0, 1, 2, 3, 4}


@pytest.mark.parametrize("name", surgery_names())
def test_a_surgery_is_priced_under_each_of_its_contracts(name: str) -> None:
    surgery: Any = read_yaml(surgery_path(name)).data
    common = {
        key: surgery[key] for key in surgery if key not in ("name", "contracts", "acts", "team")
    }
    for contract in surgery["contracts"]:
        lines = [
            {**common, **act, **member, "contract": contract}
            for act in surgery["acts"]
            for member in surgery["team"]
        ]
        unpriced = {
            (line["role"], result["status"])
            for line, result in zip(lines, pricer().price(list(lines)), strict=True)
            if result["status"] != "priced"
        }
        # IAMSPE has no rule for the anaesthetist.
        allowed = {("anaesthetist", "no_role_percent")} if contract.startswith("iamspe") else set()
        assert unpriced <= allowed, contract


def test_an_unknown_surgery_is_told_with_those_there_are() -> None:
    with pytest.raises(ValueError, match="apendicectomia"):
        surgery_path("transplante")
