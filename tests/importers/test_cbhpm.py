"""A CBHPM sheet as people have it: many spellings of headers, portes with fractions, dashes."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from honorarios.catalogue.importers import import_cbhpm
from honorarios.catalogue.importers.cbhpm import PorteFraction, read_porte_fraction
from honorarios.catalogue.schema import ScheduleKind
from honorarios.catalogue.schema.base import PORTES
from honorarios.core.money import format_decimal
from honorarios.tabular.celltypes import Problem
from tests.importers.making import HEAD, prices_of, reasons, skips, write
from tests.tabular.making import workbook

if TYPE_CHECKING:
    from pathlib import Path

BOOK = """Tabela inventada, no feitio da CBHPM;;;;;;;;
Código;Procedimento;Porte;Custo Oper.;Nº de Aux.;Porte Anest.;Filme ou Doc.;Incid.;UR *
9.01.00.00-8;CAPÍTULO INVENTADO;;;;;;;
9.01.01.01-2;Consulta inventada;2B;–;–;–;–;–;–
9.01.01.02-0;Cirurgia inventada;9B;;2;5;;;
9.04.01.01-8;Exame inventado;0,04 de 1A;6,942;–;0;0,3400;2;–
9.04.01.02-6;Exame de custo;–;24,3;–;–;–;–;–
"""


def test_the_columns_of_the_book(tmp_path: Path) -> None:
    report = import_cbhpm(write(tmp_path / "a.csv", BOOK), HEAD)
    assert prices_of(report) == [
        {
            "code": "90101012",
            "description": "Consulta inventada",
            "basis": "PORTE",
            "porte": "2B",
        },
        {
            "code": "90101020",
            "description": "Cirurgia inventada",
            "basis": "PORTE",
            "porte": "9B",
            "assistants": 2,
            "anaesthetic_porte": "5",
        },
        {
            "code": "90401018",
            "description": "Exame inventado",
            "basis": "PORTE",
            "porte": "1A",
            "fee": Decimal("0.04"),
            "operating_cost": Decimal("6.942"),
            "film": Decimal("0.34"),
            "incidences": 2,
            "anaesthetic_porte": "0",
        },
        {
            "code": "90401026",
            "description": "Exame de custo",
            "basis": "BRL",
            "fee": Decimal(0),
            "operating_cost": Decimal("24.3"),
            "cost_unit": "UCO",
        },
    ]
    assert report.schedule is not None
    assert report.schedule.kind is ScheduleKind.CBHPM
    assert skips(report) == {3: "IMP-NOTHING-PRICED"}
    assert report.unused == ("UR *",)


@pytest.mark.parametrize(
    "header",
    [
        ["CODIGO", "DESCRIÇÃO", "PORTE", "FRAÇÃO", "UCO", "AUX", "AN", "FILME (M²)", "INCIDÊNCIAS"],
        [
            "Cód. TUSS",
            "Nome",
            "Porte",
            "Fr.",
            "C. Oper.",
            "N. Aux.",
            "P. Anest.",
            "m2 filme",
            "Incid",
        ],
        [
            "Código CBHPM",
            "Descrição do Procedimento",
            "Porte do procedimento",
            "Fração de Porte",
            "Custo Operacional",
            "Número de Auxiliares",
            "Porte Anestésico",
            "Filme/Doc.",
            "Nº Incid.",
        ],
    ],
)
def test_spellings_of_headers_in_a_workbook(tmp_path: Path, header: list[str]) -> None:
    cells = [90401018, "Exame", "1a", 0.04, 6.942, 1, 3, 0.34, 2]
    columns = [*header]
    if header[7] == "m2 filme":
        columns[7] = "Filme"
    path = workbook(tmp_path / "a.xlsx", ("Plan1", [columns, cells]))
    (price,) = prices_of(import_cbhpm(path, HEAD))
    assert (price["porte"], price["fee"]) == ("1A", Decimal("0.04"))
    assert (price["operating_cost"], price["film"]) == (Decimal("6.942"), Decimal("0.34"))
    assert (price["assistants"], price["anaesthetic_porte"], price["incidences"]) == (1, "3", 2)


def of(tmp_path: Path, *lines: str, header: str = "Código;Porte;Fração;UCO") -> Path:
    return write(tmp_path / "a.csv", "\n".join([header, *lines]))


def test_porte_and_fraction_in_whichever_column(tmp_path: Path) -> None:
    path = of(tmp_path, "90000011;1A;0,25;", "90000020;;0,25 de 1A;", "90000038;1A;0,25 de 1A;")
    assert {(price["porte"], price["fee"]) for price in prices_of(import_cbhpm(path, HEAD))} == {
        ("1A", Decimal("0.25"))
    }


def test_what_cannot_be_a_price_is_refused(tmp_path: Path) -> None:
    path = of(
        tmp_path,
        "90000011;1A;;",
        "90000020;15A;;",
        "90000038;2D;;",
        "90000046;1A;0,25 de 2A;",
        "90000054;;0,25;",
        "9000006;1A;;",
        ";1A;;",
        "9X;1A;;",
        "90000089;1A;0,00001;",
        "90000097;1A;1/3;",
        "SUBGRUPO;;;",
    )
    report = import_cbhpm(path, HEAD)
    assert reasons(report) == {
        3: ["IMP-NOT-PORTE"],
        4: ["IMP-NOT-PORTE"],
        5: ["IMP-TWO-PORTES"],
        6: ["IMP-FRACTION-ALONE"],
        7: ["IMP-CODE-LENGTH"],
        8: ["IMP-NO-CODE"],
        9: ["TAB-NOT-CODE"],
        10: ["TAB-TOO-PRECISE"],
        11: ["TAB-TOO-PRECISE"],
    }
    assert skips(report) == {12: "IMP-NOTHING-PRICED"}
    assert len(prices_of(report)) == 1
    assert report.rows_read == 11 == report.accepted + len(report.refused) + len(report.skipped)


def test_a_sheet_without_prices_says_what_it_lacks(tmp_path: Path) -> None:
    report = import_cbhpm(of(tmp_path, "1;a", header="Código;Portes"), HEAD)
    assert [finding.code for finding in report.findings] == ["TAB-MISSING-COLUMN"]
    assert "É “Portes”?" in report.findings[0].tip


def test_a_cell_of_many_blanks_is_read_at_once() -> None:
    assert isinstance(read_porte_fraction("1" + " " * 30_000 + "Z"), Problem)


def test_a_sheet_without_codes_says_what_it_lacks(tmp_path: Path) -> None:
    report = import_cbhpm(of(tmp_path, "1A", header="Porte"), HEAD)
    assert [finding.code for finding in report.findings] == ["TAB-MISSING-COLUMN"]
    assert not report.ready


@given(st.sampled_from(PORTES), st.decimals(0, 99, places=4))
def test_every_porte_and_fraction_is_read_back(porte: str, fraction: Decimal) -> None:
    written = format_decimal(fraction)
    for cell in (f"{written} de {porte}", f"{written} DE {porte.lower()}", f"{written} x {porte}"):
        assert read_porte_fraction(cell) == PorteFraction(porte, fraction)
    assert read_porte_fraction(written) == PorteFraction(None, fraction)
    assert read_porte_fraction(f"{porte[:-1]} {porte[-1]}") == PorteFraction(porte)


@given(st.text(max_size=12))
def test_no_cell_raises(text: str) -> None:
    assert isinstance(read_porte_fraction(text), PorteFraction | Problem)
