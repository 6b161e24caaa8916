"""Every finding of a catalogue, each by the fault that causes it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import yaml
from pydantic import Field

from honorarios.catalogue import codes
from honorarios.catalogue.check import check_folder
from honorarios.catalogue.documents import read_document
from honorarios.catalogue.schema.base import Document
from honorarios.catalogue.yaml_source import YamlDocument
from honorarios.core.findings import Code
from tests.catalogue.making import FILES, spoilt, write

if TYPE_CHECKING:
    from collections.abc import Callable

Files = dict[str, str | bytes]

FAULTS: list[dict[str, str]] = yaml.safe_load(
    Path(__file__).with_name("faults.yaml").read_text("utf-8")
)


def _huge_quantity(files: Files) -> None:
    rows = str(files["schedules/tabela-2020.csv"])
    files["schedules/tabela-2020.csv"] = rows.replace("PORTE,0.5,2B", "PORTE,9999999,14C")
    values = str(files["coefficients/conjunto.yaml"])
    files["coefficients/conjunto.yaml"] = values.replace("14C: 420", "14C: 900000")


def _second_contract(files: Files) -> None:
    text = str(files["contracts/contrato.yaml"])
    files["contracts/outro.yaml"] = text.replace("id: contrato", "id: outro")


def _large_yaml(files: Files) -> None:
    files["calendars/cidade.yaml"] = b"# " + b"x" * 20_000_000


def _latin_1(files: Files) -> None:
    files["calendars/cidade.yaml"] = "id: cidade\nname: São Paulo\n".encode("latin-1")


def _stranger(files: Files) -> None:
    files["contract/perdido.yaml"] = "id: perdido"


def _unused_prices(files: Files) -> None:
    files["schedules/velha.csv"] = "code,basis\n"


def _no_manifest(files: Files) -> None:
    del files["catalogue.yaml"]


OTHERS: list[tuple[str, Callable[[Files], None], str]] = [
    ("CAT-AMOUNT-BOUND", _huge_quantity, "schedules/tabela-2020.csv:4 (fee)"),
    ("CAT-CONTRACT-OVERLAP", _second_contract, "contracts/outro.yaml:1"),
    ("CAT-YAML-TOO-LARGE", _large_yaml, "calendars/cidade.yaml"),
    ("CAT-YAML-NOT-UTF8", _latin_1, "calendars/cidade.yaml:2"),
    ("CAT-UNKNOWN-FILE", _stranger, "contract"),
    ("CAT-UNUSED-PRICES", _unused_prices, "schedules/velha.csv"),
    ("CAT-NO-MANIFEST", _no_manifest, "catalogue.yaml"),
]
ELSEWHERE = {
    "CAT-NO-FOLDER",
    "CAT-NOT-FOLDER",
    "CAT-UNREADABLE",
    "CAT-PRICE-COLUMN-TYPE",
    "CAT-BAD-VALUE",
}
"""Findings with a test of their own below, or in the tests of what finds them."""
AS_MACHINES_SAY = re.compile(r"\d{4}-\d{2}-\d{2}|\((s|es)\)|Faltam 1 ")
TUSS = frozenset({"10101012", "31003079", "40901220"})


def test_the_catalogue_that_is_spoilt_has_no_finding_of_its_own(tmp_path: Path) -> None:
    catalogue, findings = check_folder(write(tmp_path, FILES), TUSS)
    assert [str(finding) for finding in findings] == []
    assert catalogue is not None


@pytest.mark.parametrize("fault", FAULTS, ids=[fault["code"] for fault in FAULTS])
def test_a_fault_is_found_at_its_line_and_said_as_people_do(
    tmp_path: Path, fault: dict[str, str]
) -> None:
    files: Files = {**FILES, fault["file"]: fault.get("content", "")}
    if "old" in fault:
        files.update(spoilt(fault["file"], fault["old"], fault["new"]))
    _, findings = check_folder(write(tmp_path, files), TUSS)
    assert fault["place"] in [str(one.place) for one in findings if one.code == fault["code"]]
    told = [one.message for one in findings if one.code != "CAT-NOT-DATE"]  # it quotes the file
    assert [message for message in told if AS_MACHINES_SAY.search(message)] == []


@pytest.mark.parametrize(("code", "spoil", "place"), OTHERS, ids=[other[0] for other in OTHERS])
def test_a_fault_of_files_is_found(
    tmp_path: Path, code: str, spoil: Callable[[Files], None], place: str
) -> None:
    files: Files = dict(FILES)
    spoil(files)
    _, findings = check_folder(write(tmp_path, files), TUSS)
    assert (code, place) in [(finding.code, str(finding.place)) for finding in findings]


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    file = tmp_path / "catalogue.yaml"
    file.write_text("name: x")
    assert [one.code for one in check_folder(tmp_path / "nada")[1]] == ["CAT-NO-FOLDER"]
    assert [one.code for one in check_folder(file)[1]] == ["CAT-NOT-FOLDER"]


def test_what_is_no_file_is_not_readable(tmp_path: Path) -> None:
    files = {name: text for name, text in FILES.items() if name != "calendars/cidade.yaml"}
    write(tmp_path, files)
    (tmp_path / "calendars/cidade.yaml").mkdir(parents=True)
    catalogue, findings = check_folder(tmp_path)
    assert [str(one.place) for one in findings if one.code == "CAT-UNREADABLE"] == [
        "calendars/cidade.yaml"
    ]
    assert "O arquivo não pôde ser lido: é uma pasta." in [one.message for one in findings]
    assert catalogue is None


def test_a_parquet_column_of_lists_is_refused(tmp_path: Path) -> None:
    files = spoilt("schedules/tabela.yaml", "tabela-2022.csv", "tabela-2022.parquet")
    write(tmp_path, files)
    nested = pa.table({"code": ["31003079"], "basis": ["BRL"], "fee": [["1", "2"]]})
    pq.write_table(nested, tmp_path / "schedules/tabela-2022.parquet")
    findings = check_folder(tmp_path)[1]
    assert "CAT-PRICE-COLUMN-TYPE" in [one.code for one in findings]


class Even(Document):
    """A document with a rule that no translation foresees."""

    number: int = Field(multiple_of=2)


def test_a_fault_without_a_translation_is_still_told() -> None:
    read, findings = read_document(Even, YamlDocument({"number": "3"}, {("number",): 1}), "x.yaml")
    assert read is None
    assert [str(one.place) for one in findings] == ["x.yaml:1 (number)"]
    assert [one.code for one in findings] == ["CAT-BAD-VALUE"]


def test_every_finding_of_a_catalogue_is_tried() -> None:
    declared = {code.name for code in vars(codes).values() if isinstance(code, Code)}
    tried = {fault["code"] for fault in FAULTS} | {other[0] for other in OTHERS} | ELSEWHERE
    assert tried == declared
