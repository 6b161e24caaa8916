"""SIGTAP, fixed width and CSV: inpatient by SP, outpatient by SA, and priced."""

from __future__ import annotations

import shutil
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Final

import pyarrow as pa
import pytest

from honorarios.catalogue.folder import read_folder
from honorarios.catalogue.importers import import_sigtap, write_import
from honorarios.catalogue.schema import ScheduleKind
from honorarios.core.findings import has_errors
from honorarios.core.vocabulary import Setting
from honorarios.pricing.compile import compile_catalogue
from honorarios.pricing.engine import price_table
from tests.importers.making import FILES, catalogue_folder, prices_of, reasons, skips, write

FIXED: Final = FILES / "sigtap-202401"
CSV: Final = FILES / "sigtap-202402.csv"
REAL: Final = Path(__file__).parents[3] / "shared" / "data" / "fee-tables" / "sigtap"
REAL_FIXED: Final = REAL / "kyriosdata_tb_procedimento.txt"
REAL_CSV: Final = REAL / "rdsilva_tabela-sigtap-2025-10-22.csv"
real_files = pytest.mark.skipif(
    not REAL.exists(), reason="the real SIGTAP files (../shared) are not on this machine"
)
SURGERY: Final = {
    "description": "CIRURGIA INVENTADA DO ÚTERO",
    "basis": "BRL",
    "sex": "F",
    "age_from_months": 108,
    "age_to_months": 731,
}
BOTH: Final = {
    "code": "9904010026",
    "description": "PROCEDIMENTO INVENTADO DOS DOIS REGIMES",
    "basis": "BRL",
    "sex": "M",
    "age_from_months": 144,
    "age_to_months": 1571,
}
PRICES: Final = [
    {
        "code": "9901010023",
        "description": "CONSULTA INVENTADA",
        "setting": Setting.OUTPATIENT,
        "basis": "BRL",
        "fee": Decimal("10.00"),
        "age_from_months": 0,
        "age_to_months": 1571,
    },
    {**SURGERY, "code": "9904010018", "setting": Setting.INPATIENT, "fee": Decimal("198.50")},
    {**BOTH, "setting": Setting.INPATIENT, "fee": Decimal("67.89")},
    {**BOTH, "setting": Setting.OUTPATIENT, "fee": Decimal("23.45")},
]


@pytest.mark.parametrize("path", [FIXED, FIXED / "tb_procedimento.txt"])
def test_fixed_width_in_latin_1_by_its_layout_file(path: Path) -> None:
    report = import_sigtap(path)
    assert prices_of(report) == PRICES
    assert (report.rows_read, report.accepted) == (4, 3)
    assert skips(report) == {1: "IMP-NO-SUS-FEE"}
    assert report.schedule is not None
    assert report.schedule.kind is ScheduleKind.SIGTAP
    (edition,) = report.schedule.editions
    assert (edition.id, edition.valid_from, edition.valid_to) == ("202401", date(2024, 1, 1), None)


def test_fixed_width_without_its_layout_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    shutil.copy(FIXED / "tb_procedimento.txt", path)
    assert prices_of(import_sigtap(path)) == PRICES


def test_fixed_width_saved_as_utf_8(tmp_path: Path) -> None:
    text = (FIXED / "tb_procedimento.txt").read_text("latin-1")
    assert prices_of(import_sigtap(write(tmp_path / "a.txt", text))) == PRICES


def test_csv(tmp_path: Path) -> None:
    report = import_sigtap(CSV)
    expected = [{**PRICES[0], "fee": Decimal("12.00")}, *PRICES[1:]]
    assert prices_of(report) == expected
    assert skips(report) == {2: "IMP-NOTHING-PRICED", 3: "IMP-NO-SUS-FEE"}
    without_zeros = CSV.read_text("utf-8").replace("9904010026", "04010026")
    lost = import_sigtap(write(tmp_path / "a.csv", without_zeros))
    assert [price["code"] for price in prices_of(lost)][:2] == ["0004010026", "0004010026"]


def test_wrong_lines_are_refused_with_their_reasons(tmp_path: Path) -> None:
    good, surgery = (FIXED / "tb_procedimento.txt").read_text("latin-1").splitlines()[1:3]
    lines = [
        good,
        surgery[:300],
        surgery.replace("0000019850", "00000198,5"),
        surgery.replace("F99", "Z99"),
        good.replace("202401", "202413"),
        "99X1010023" + good[10:],
    ]
    report = import_sigtap(write(tmp_path / "a.txt", "\n".join(lines)))
    assert reasons(report) == {
        2: ["TAB-SHORT-LINE"],
        3: ["IMP-NOT-CENTAVOS"],
        4: ["IMP-BAD-WORD"],
        5: ["IMP-NOT-COMPETENCE"],
        6: ["TAB-NOT-CODE"],
    }
    assert report.refused[1].reasons[0].place.field == "VL_SP"
    assert len(prices_of(report)) == 1


def test_two_months_in_a_file_are_not_an_edition(tmp_path: Path) -> None:
    text = CSV.read_text("utf-8")
    mixed = text + text.splitlines()[3].replace("202402", "202403").replace(
        "9901010023", "9900000019"
    )
    report = import_sigtap(write(tmp_path / "a.csv", mixed))
    assert not report.ready
    assert [finding.code for finding in report.findings] == ["IMP-COMPETENCES"]
    assert "202402, 202403" in report.findings[0].message


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("", "TAB-EMPTY"),
        ("nada;a;ver\n1;2;3\n", "IMP-NOT-SIGTAP"),
        ("co_procedimento;vl_sp;vl_sa;dt_competencia\n", "TAB-NO-ROWS"),
        ("co_procedimento;vl_sp;vl_sa;dt_competencia\n1;x;2;202401\n", "IMP-NO-PRICES"),
    ],
)
def test_what_is_not_sigtap(tmp_path: Path, content: str, code: str) -> None:
    report = import_sigtap(write(tmp_path / "a.csv", content))
    assert not report.ready
    assert [finding.code for finding in report.findings] == [code]
    assert import_sigtap(tmp_path).findings[0].code == "TAB-NO-FILE"


def test_a_bad_layout_is_a_finding(tmp_path: Path) -> None:
    shutil.copy(FIXED / "tb_procedimento.txt", tmp_path)
    write(
        tmp_path / "tb_procedimento_layout.txt", "Coluna,Tamanho,Inicio,Fim,Tipo\nVL_SA,10,x,1,N\n"
    )
    report = import_sigtap(tmp_path)
    assert [finding.code for finding in report.findings] == ["TAB-NOT-INTEGER"]


STANDARD = """id: sus
name: SUS
rules:
  - {valid_from: 2000-01-01, source: Teste, access_routes: {same: [100], different: [100]}}
"""
CONTRACT = """id: sus
name: SUS
payer: sus
billing_unit: hospital
route: accredited
terms:
  - valid_from: 2000-01-01
    source: Teste
    standard: sus
    procedure_table: {schedule: sigtap}
"""


def priced(folder: Path, *lines: dict[str, object]) -> list[tuple[object, object]]:
    """Status and total of lines priced by what was imported."""
    for kind, text in (("standards", STANDARD), ("contracts", CONTRACT)):
        (folder / kind).mkdir()
        write(folder / kind / "sus.yaml", text)
    catalogue, findings = read_folder(folder)
    assert catalogue is not None
    assert not has_errors(findings), findings
    common = {"contract": "sus", "role": "surgeon"}
    table = pa.Table.from_pylist([{**common, **line} for line in lines])
    result = price_table(table, compile_catalogue(catalogue)).to_pylist()
    return [(row["status"], row["total_centavos"]) for row in result]


def test_both_files_become_editions_that_price(tmp_path: Path) -> None:
    folder = catalogue_folder(tmp_path / "catalogue")
    for path in (FIXED, CSV):
        assert write_import(import_sigtap(path), folder).findings == ()
    january, february = "2024-01-31T10:00", "2024-02-01T10:00"
    assert priced(
        folder,
        {"code": "99.01.01.002-3", "start": january, "setting": "outpatient"},
        {"code": "9901010023", "start": february, "setting": "outpatient"},
        {"code": "9904010018", "start": january, "setting": "inpatient"},
        {"code": "9904010026", "start": january, "setting": "inpatient"},
        {"code": "9904010026", "start": january, "setting": "outpatient"},
        {"code": "9904010018", "start": january, "setting": "outpatient"},
        {"code": "9901010015", "start": january, "setting": "outpatient"},
    ) == [
        ("priced", 1000),
        ("priced", 1200),
        ("priced", 19850),
        ("priced", 6789),
        ("priced", 2345),
        ("price_not_in_force", None),
        ("unknown_code", None),
    ]


@real_files
def test_the_real_fixed_width_file() -> None:
    report = import_sigtap(REAL_FIXED)
    assert report.refused == ()
    assert (report.rows_read, report.accepted) == (4626, 3570)
    assert Counter(price["setting"] for price in prices_of(report)) == {
        Setting.INPATIENT: 1807,
        Setting.OUTPATIENT: 1912,
    }
    assert Counter(skips(report).values()) == {"IMP-NO-SUS-FEE": 1056}
    assert report.schedule is not None
    assert report.schedule.editions[0].id == "202003"


@real_files
def test_the_real_csv() -> None:
    report = import_sigtap(REAL_CSV)
    assert report.refused == ()
    assert (report.rows_read, report.accepted) == (4999, 3715)
    assert Counter(price["setting"] for price in prices_of(report)) == {
        Setting.INPATIENT: 1827,
        Setting.OUTPATIENT: 2037,
    }
    assert Counter(skips(report).values()) == {"IMP-NO-SUS-FEE": 1233, "IMP-NOTHING-PRICED": 51}


@real_files
def test_the_real_files_price(tmp_path: Path) -> None:
    folder = catalogue_folder(tmp_path / "catalogue")
    for path in (REAL_FIXED, REAL_CSV):
        assert write_import(import_sigtap(path), folder).findings == ()
    assert priced(
        folder,
        {"code": "0201010011", "start": "2021-01-01T10:00", "setting": "outpatient"},
        {"code": "0101010028", "start": "2025-10-01T00:00", "setting": "outpatient"},
        {"code": "0101010028", "start": "2020-02-29T10:00", "setting": "outpatient"},
    ) == [("priced", 220), ("priced", 270), ("price_not_in_force", None)]
