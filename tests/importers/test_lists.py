"""AMB lists in CH, lists in reais, and any list by a mapping."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from honorarios.catalogue.importers import (
    ImportMapping,
    import_amb,
    import_brl,
    import_cbhpm,
    import_generic,
    parse_options,
    read_mapping,
)
from honorarios.catalogue.schema import PRICE_COLUMNS, ScheduleKind
from honorarios.core.vocabulary import Role, Setting
from tests.importers.making import HEAD, prices_of, reasons, skips, write
from tests.tabular.making import workbook

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from honorarios.catalogue.importers import Head, ImportReport


def test_an_amb_list_counts_ch_and_its_codes_get_their_zeros_back(tmp_path: Path) -> None:
    header = [
        "Código",
        "Procedimento",
        "Qtd. CH",
        "Custo Oper.",
        "Filme",
        "Nº Aux.",
        "Porte Anest.",
    ]
    rows: list[list[object]] = [
        [*header],
        ["00.00.001-4", "Consulta inventada", 100, None, None, None, None],
        [10022, "Exame inventado", 85.5, 240, 0.1296, 0, None],
        ["90.00.003-0", "Cirurgia inventada", 800, None, None, 2, 8],
        ["90", "GRUPO"],
    ]
    report = import_amb(workbook(tmp_path / "a.xlsx", ("A", rows)), HEAD)
    assert [(price["code"], price["basis"], price["fee"]) for price in prices_of(report)] == [
        ("00000014", "CH", Decimal(100)),
        ("00010022", "CH", Decimal("85.5")),
        ("90000030", "CH", Decimal(800)),
    ]
    exam, surgery = prices_of(report)[1:]
    assert (exam["operating_cost"], exam["film"]) == (Decimal(240), Decimal("0.1296"))
    assert (exam["assistants"], "anaesthetic_porte" in exam) == (0, False)
    assert (surgery["assistants"], surgery["anaesthetic_porte"]) == (2, "8")
    assert skips(report) == {5: "IMP-NOTHING-PRICED"}
    assert report.schedule is not None
    assert report.schedule.kind is ScheduleKind.AMB


def test_a_list_in_reais(tmp_path: Path) -> None:
    text = (
        "Código;Descrição;Valor (R$);Vigência\n90000011;Ato;R$ 1.093,15;01/02/2024\n2;Outro;890;\n"
    )
    report = import_brl(write(tmp_path / "a.csv", text), HEAD)
    assert prices_of(report) == [
        {"code": "2", "description": "Outro", "basis": "BRL", "fee": Decimal(890)},
        {
            "code": "90000011",
            "description": "Ato",
            "valid_from": date(2024, 2, 1),
            "basis": "BRL",
            "fee": Decimal("1093.15"),
        },
    ]


SELECTED = """Código;Enfermaria;Apto;1º Aux.;Pronto-socorro anestesista;Custo
90000011;100,00;200,00;–;50,00;7,50
90000029;;;30,00;;
90000037;;;;;1,00
"""
SELECTORS = {
    "fee.accommodation.ward": "Enfermaria",
    "fee.accommodation.apartment": "Apto",
    "fee.role.1º auxiliar": "1º Aux.",
    "fee.role.anaesthetist.setting.ambulatorial": "Pronto-socorro anestesista",
}


def test_prices_by_accommodation_role_and_setting_become_selector_rows(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", SELECTED)
    report = import_brl(path, HEAD, ImportMapping(columns=SELECTORS))
    assert [
        (p["code"], p.get("role"), p.get("accommodation"), p.get("setting"), p["fee"])
        for p in prices_of(report)
    ] == [
        ("90000011", None, "apartment", None, Decimal(200)),
        ("90000011", None, "ward", None, Decimal(100)),
        ("90000011", Role.ANAESTHETIST, None, Setting.OUTPATIENT, Decimal(50)),
        ("90000029", Role.FIRST_ASSISTANT, None, None, Decimal(30)),
    ]
    assert prices_of(report)[0]["operating_cost"] == Decimal("7.5")
    assert skips(report) == {4: "IMP-NOTHING-PRICED"}


def test_a_price_for_everyone_beside_selected_ones(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "Código;Valor;Apto\n1;10,00;20,00\n2;30,00;\n3;;40,00\n")
    report = import_brl(path, HEAD, ImportMapping(columns={"fee.accommodation.apartment": "Apto"}))
    assert [(p["code"], p.get("accommodation"), p["fee"]) for p in prices_of(report)] == [
        ("1", None, Decimal(10)),
        ("1", "apartment", Decimal(20)),
        ("2", None, Decimal(30)),
        ("3", "apartment", Decimal(40)),
    ]


@pytest.mark.parametrize(
    "key",
    [
        "fee.",
        "fee.role",
        "fee.role.tio",
        "fee.porte.8A",
        "fee.role.06.role.05",
        "fee.accommodation.A é",
    ],
)
def test_a_selector_that_says_nothing_is_a_finding(tmp_path: Path, key: str) -> None:
    path = write(tmp_path / "a.csv", "Código;Valor\n1;10,00\n")
    report = import_brl(path, HEAD, ImportMapping(columns={key: "Valor"}))
    assert [finding.code for finding in report.findings] == ["IMP-SELECTOR"]
    assert not report.ready


def test_two_columns_for_one_price_are_a_finding(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "Código;A;B\n1;10,00;20,00\n")
    columns = {"fee.role.06": "A", "fee.role.anestesista": "B"}
    report = import_brl(path, HEAD, ImportMapping(columns=columns))
    assert [finding.code for finding in report.findings] == ["IMP-SELECTOR-TWICE"]


MAPPING = """columns:
  code: Cód. próprio
  fee: Qtde
  operating_cost: Custo
constants:
  basis: UNIT
  unit: us
  admits_urgency: não
sheet: Preços
code_digits: 8
"""


def test_any_list_by_a_mapping_file(tmp_path: Path) -> None:
    mapping, faults = read_mapping(write(tmp_path / "m.yaml", MAPPING))
    assert faults == []
    path = workbook(
        tmp_path / "a.xlsx",
        ("Notas", [["x"]]),
        ("Preços", [["Cód. próprio", "Qtde", "Custo"], [123, 12.5, 3], [123456789, 1, 1]]),
    )
    report = import_generic(path, HEAD, mapping, kind=ScheduleKind.UNIMED)
    assert prices_of(report) == [
        {
            "code": "00000123",
            "basis": "UNIT",
            "unit": "US",
            "fee": Decimal("12.5"),
            "operating_cost": Decimal(3),
            "admits_urgency": False,
        }
    ]
    assert reasons(report) == {3: ["IMP-CODE-LENGTH"]}
    assert report.schedule is not None
    assert report.schedule.kind is ScheduleKind.UNIMED


def test_a_price_file_of_a_catalogue_needs_no_mapping(tmp_path: Path) -> None:
    text = (
        "code,description,role,basis,fee,porte,includes,sex,extra_quantity_percent\n"
        '90000011,Ato,anaesthetist,porte,0.5,8a,"90000029 9.00.00.03-7",f,70\n'
        "90000029,Outro,,REMOVED,,,,,\n"
    )
    assert prices_of(import_generic(write(tmp_path / "a.csv", text), HEAD)) == [
        {
            "code": "90000011",
            "description": "Ato",
            "role": Role.ANAESTHETIST,
            "basis": "PORTE",
            "fee": Decimal("0.5"),
            "porte": "8A",
            "includes": "90000029 90000037",
            "sex": "F",
            "extra_quantity_percent": Decimal(70),
        },
        {"code": "90000029", "description": "Outro", "basis": "REMOVED"},
    ]


def test_the_rules_of_price_rows_refuse_lines(tmp_path: Path) -> None:
    text = (
        "code;basis;fee;unit;valid_from;valid_to;age_from_months;age_to_months\n"
        "1;BRL;10,00;;;;;\n"
        "2;PORTE;1;;;;;\n"
        "3;UNIT;1;;;;;\n"
        "4;BRL;10,00;;2024-02-01;2024-01-01;;\n"
        "5;BRL;10,00;;;;10;5\n"
    )
    report = import_generic(write(tmp_path / "a.csv", text), HEAD)
    assert reasons(report) == {
        3: ["CAT-ROW-WITHOUT-PORTE"],
        4: ["CAT-ROW-WITHOUT-UNIT"],
        5: ["CAT-ROW-VALIDITY"],
        6: ["CAT-ROW-AGES"],
    }
    assert [price["code"] for price in prices_of(report)] == ["1"]


def test_wrong_constants_and_options_are_findings(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "code;fee\n1;2\n")
    mapping = ImportMapping(constants={"basis": "DÓLAR", "code": "1", "cor": "azul"})
    report = import_generic(path, HEAD, mapping)
    assert [finding.code for finding in report.findings] == [
        "TAB-MISSING-COLUMN",
        "IMP-BAD-WORD",
        "IMP-CONSTANT",
        "IMP-CONSTANT",
    ]
    known, faults = parse_options(["code=Código", "fee", "=x", "x="])
    assert known == {"code": "Código"}
    assert [fault.code for fault in faults] == ["IMP-OPTION"] * 3


def test_a_mapping_file_that_is_none_is_a_finding(tmp_path: Path) -> None:
    mapping, faults = read_mapping(write(tmp_path / "m.yaml", "colunas: {a: b}\n"))
    assert mapping is None
    assert [fault.code for fault in faults] == ["CAT-UNKNOWN-FIELD"]
    (missing,) = read_mapping(tmp_path / "nope.yaml")[1]
    assert missing.code == "CAT-UNREADABLE"
    assert missing.message == "O arquivo não pôde ser lido: não existe."


def test_repeated_lines_count_once_and_contradictions_not_at_all(tmp_path: Path) -> None:
    text = "Código;Descrição;Valor\n1;a;10,00\n1;A;10,00\n2;b;10,00\n2;b;11,00\n3;c;1,00\n"
    report = import_brl(write(tmp_path / "a.csv", text), HEAD)
    assert [price["code"] for price in prices_of(report)] == ["1", "3"]
    assert skips(report) == {3: "IMP-REPEATED"}
    assert reasons(report) == {4: ["IMP-CONFLICT"], 5: ["IMP-CONFLICT"]}
    assert "linhas 4, 5" in report.refused[0].reasons[0].message


def test_repeated_lines_of_several_prices(tmp_path: Path) -> None:
    text = "Código;Apto;Enf\n1;20,00;10,00\n1;20,00;10,00\n2;20,00;10,00\n2;20,00;11,00\n"
    columns = {"fee.accommodation.apartment": "Apto", "fee.accommodation.ward": "Enf"}
    report = import_brl(write(tmp_path / "a.csv", text), HEAD, ImportMapping(columns=columns))
    assert [price["code"] for price in prices_of(report)] == ["1", "1"]
    assert skips(report) == {3: "IMP-REPEATED"}
    assert list(reasons(report)) == [4, 5]


def test_a_head_that_no_catalogue_takes_is_a_finding(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "Código;Valor\n1;10,00\n")
    head = replace(HEAD, edition="Edição 1", valid_to=date(2023, 1, 1))
    report = import_brl(path, head)
    assert not report.ready
    assert report.schedule is None
    assert "CAT-BAD-FORM" in {finding.code for finding in report.findings}


def test_a_list_without_any_price_is_a_finding(tmp_path: Path) -> None:
    report = import_brl(write(tmp_path / "a.csv", "Código;Valor\n1;x\n2;\n"), HEAD)
    assert [finding.code for finding in report.findings] == ["IMP-NO-PRICES"]
    assert [finding.code for finding in report.all_findings] == [
        "IMP-NO-PRICES",
        "TAB-NOT-NUMBER",
        "IMP-NOTHING-PRICED",
    ]
    told = report.as_dict()
    assert (told["rows_read"], told["accepted"], told["refused"], told["prices"]) == (2, 0, 1, 0)


@pytest.mark.parametrize(
    ("read", "header", "asked"),
    [
        (import_amb, "Código;Honor. em CH;Custo Oper.", "fee"),
        (import_cbhpm, "Código;Classe;UCO", "porte"),
        (import_brl, "Código;Pagar;Custo", "fee"),
    ],
)
def test_a_list_whose_fee_is_not_recognised_is_refused_although_it_has_costs(
    tmp_path: Path, read: Callable[[Path, Head], ImportReport], header: str, asked: str
) -> None:
    report = read(write(tmp_path / "a.csv", f"{header}\n31003079;800;240\n"), HEAD)
    assert not report.ready
    (finding,) = report.findings
    assert finding.code == "TAB-MISSING-COLUMN"
    assert asked in finding.tip


WORDS = (
    "1;8A;8a;BRL;porte;UNIT;REMOVED;1.234,56;1.5;-;–;sim;M;US;A;0;31/12/2024;2024-01-01;9999-12-31"
)
MORE = "anestesista;ambulatorial;apartment;90000011 90000029;=1+1"
CELLS = st.text(max_size=8) | st.sampled_from([*WORDS.split(";"), *MORE.split(";"), "9" * 40])
NAMES = [column.name for column in PRICE_COLUMNS]
LINES = st.builds(
    lambda known, more: {**known, **more},
    st.fixed_dictionaries(
        {
            "code": st.sampled_from(["1", "2", "3.10.03.07-9"]),
            "basis": st.sampled_from(["BRL", "CH", "PORTE"]),
            "fee": st.sampled_from(["1,50", "2"]),
        }
    ),
    st.dictionaries(st.sampled_from(NAMES), CELLS, max_size=3),
)


@given(st.lists(LINES, max_size=6))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_stands_in_a_list_each_line_is_accounted_for(
    tmp_path: Path, lines: list[dict[str, str]]
) -> None:
    with (tmp_path / "a.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, NAMES, delimiter=";")
        writer.writeheader()
        writer.writerows(lines)
    report = import_generic(tmp_path / "a.csv", HEAD)
    refused, skipped = set(reasons(report)), set(skips(report))
    assert not refused & skipped
    assert report.accepted + len(refused) + len(skipped) == report.rows_read
    if report.ready:
        assert len(prices_of(report)) == report.accepted
