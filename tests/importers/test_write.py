"""An import goes into a catalogue folder whole, or not at all, and never over anything silently."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from honorarios.catalogue.folder import read_folder
from honorarios.catalogue.importers import ImportReport, import_amb, import_brl, write_import
from honorarios.catalogue.importers import write as writing
from tests.importers.making import HEAD, catalogue_folder, write

if TYPE_CHECKING:
    from pathlib import Path

NEXT = replace(HEAD, edition="2025", valid_from=date(2025, 1, 1), inherits="2024")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return catalogue_folder(tmp_path / "catalogue")


def report_of(folder: Path, text: str = "1;10,00\n", head: object = HEAD) -> ImportReport:
    assert isinstance(head, type(HEAD))
    path = write(folder.parent / "list.csv", f"Código;Valor\n{text}")
    return import_brl(path, head)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_reading_a_list_writes_nothing(folder: Path) -> None:
    before = contents(folder)
    report_of(folder)
    assert contents(folder) == before


def test_a_new_schedule(folder: Path) -> None:
    report = report_of(folder)
    written = write_import(report, folder)
    assert written.findings == ()
    assert written.files == ("schedules/lista-2024.csv", "schedules/lista.yaml")
    assert set(contents(folder)) == {"catalogue.yaml", *written.files}
    catalogue, findings = read_folder(folder)
    assert findings == []
    assert catalogue is not None
    assert catalogue.schedules["lista"] == report.schedule
    assert catalogue.prices["lista", "2024"].equals(report.prices)


HAND_WRITTEN = """# A tabela da casa.
id: lista
name: Lista  # o nome de sempre
kind: BRL
editions:
    # a primeira
    - id: "2024"
      valid_from: 2024-01-01
      source: "Lista inventada"
      prices: lista-2024.csv

owner: Casa
"""


@pytest.mark.parametrize(
    "text",
    [
        HAND_WRITTEN,
        HAND_WRITTEN.replace("\nowner: Casa\n", ""),
        HAND_WRITTEN.replace("\nowner: Casa\n", "# fim"),
        HAND_WRITTEN.replace("    #", "#").replace("    - ", "- ").replace("      ", "  "),
    ],
)
def test_a_new_edition_leaves_the_rest_of_the_file_as_it_was(folder: Path, text: str) -> None:
    write_import(report_of(folder), folder)
    document = write(folder / "schedules" / "lista.yaml", text)
    written = write_import(report_of(folder, "2;20,00\n", NEXT), folder)
    assert written.findings == ()
    after = document.read_text("utf-8").splitlines()
    assert [line for line in after if line in text.splitlines()] == text.splitlines()
    catalogue, _ = read_folder(folder)
    assert catalogue is not None
    editions = catalogue.schedules["lista"].editions
    assert [(edition.id, edition.inherits) for edition in editions] == [
        ("2024", None),
        ("2025", "2024"),
    ]
    assert catalogue.prices["lista", "2025"].num_rows == 1


def refused(report: ImportReport, folder: Path, **options: bool) -> list[str]:
    before = contents(folder)
    written = write_import(report, folder, **options)
    assert written.files == ()
    assert contents(folder) == before
    return [finding.code for finding in written.findings]


def test_an_edition_that_exists_is_not_overwritten(folder: Path) -> None:
    write_import(report_of(folder), folder)
    assert refused(report_of(folder, "1;99,00\n"), folder) == ["IMP-EDITION-EXISTS"]


def test_its_prices_are_replaced_when_asked(folder: Path) -> None:
    write_import(report_of(folder), folder)
    document = (folder / "schedules" / "lista.yaml").read_bytes()
    report = report_of(folder, "1;99,00\n", replace(HEAD, source="Outra fonte"))
    written = write_import(report, folder, replace=True)
    assert written.files == ("schedules/lista-2024.csv",)
    assert [finding.code for finding in written.findings] == ["IMP-HEAD-KEPT"]
    assert (folder / "schedules" / "lista.yaml").read_bytes() == document
    catalogue, _ = read_folder(folder)
    assert catalogue is not None
    assert catalogue.prices["lista", "2024"].equals(report.prices)
    assert write_import(report_of(folder), folder, replace=True).findings == ()


def test_refused_lines_forbid_writing_unless_a_part_is_asked_for(folder: Path) -> None:
    report = report_of(folder, "1;10,00\n2;x\n")
    assert refused(report, folder) == ["IMP-NOT-WHOLE"]
    assert write_import(report, folder, partial=True).findings == ()
    catalogue, _ = read_folder(folder)
    assert catalogue is not None
    assert catalogue.prices["lista", "2024"].num_rows == 1


def test_a_list_that_is_not_ready_is_not_written(folder: Path) -> None:
    assert refused(report_of(folder, "1;x\n"), folder) == ["IMP-NO-PRICES"]


def test_a_folder_that_is_no_catalogue(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert refused(report_of(tmp_path / "empty"), tmp_path / "empty") == ["CAT-NO-MANIFEST"]


def test_a_schedule_of_another_kind(folder: Path) -> None:
    write_import(report_of(folder), folder)
    path = write(folder.parent / "ch.csv", "Código;CH\n1;100\n")
    assert refused(import_amb(path, NEXT), folder) == ["IMP-OTHER-KIND"]


def test_a_price_file_that_nobody_uses_is_not_overwritten(folder: Path) -> None:
    (folder / "schedules").mkdir()
    write(folder / "schedules" / "lista-2024.csv", "code,basis,fee\n1,BRL,5\n")
    assert refused(report_of(folder), folder) == ["IMP-PRICES-EXIST"]


def test_editions_on_one_line_are_left_to_a_person(folder: Path) -> None:
    write_import(report_of(folder), folder)
    flow = (
        "id: lista\nname: Lista\nkind: BRL\neditions: [{id: '2024', valid_from: 2024-01-01,"
        " source: x, prices: lista-2024.csv}]\n"
    )
    write(folder / "schedules" / "lista.yaml", flow)
    assert refused(report_of(folder, "2;20,00\n", NEXT), folder) == ["IMP-NOT-EDITABLE"]


def test_a_damaged_schedule_is_reported(folder: Path) -> None:
    (folder / "schedules").mkdir()
    write(folder / "schedules" / "lista.yaml", "id: lista\n")
    assert set(refused(report_of(folder), folder)) == {"CAT-MISSING-FIELD"}


def test_an_interrupted_import_can_be_repeated(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = report_of(folder)

    def interrupt(*_: object) -> str:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(writing, "write_prices", interrupt)
        with pytest.raises(KeyboardInterrupt):
            write_import(report, folder)
    assert set(contents(folder)) == {"catalogue.yaml"}

    with monkeypatch.context() as patch:
        patch.setattr(writing, "_place_document", interrupt)
        with pytest.raises(KeyboardInterrupt):
            write_import(report, folder)
    catalogue, _ = read_folder(folder)
    assert catalogue is not None
    assert catalogue.schedules == {}
    assert write_import(report, folder).findings == ()


def test_a_full_disk_is_a_finding(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing, "write_prices", fail)
    assert refused(report_of(folder), folder) == ["IMP-NOT-WRITTEN"]
