"""Fees from a file: the lines that a form would make, and what became of each row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from honorarios.launching.reading import read_entry
from honorarios.records.models import FeeLine, ImportBatch, ImportRow
from honorarios.services import fees, imports
from honorarios.services.imports import ImportMapping, Progress
from honorarios.services.imports.fees import FeeTaker
from honorarios.services.imports.file import take
from tests.launching.making import EXAM, SURGERY
from tests.services.imports.files import acts, at, row, write

if TYPE_CHECKING:
    from pathlib import Path

    from tests.services.hospital import House

pytestmark = pytest.mark.database


def test_rows_become_lines_and_are_told(house: House, tmp_path: Path) -> None:
    told: list[Progress] = []
    file = write(tmp_path / "honorarios.csv", [*acts(3), row(code="99999999", start=at(9))])
    result = imports.run(actor=house.clerk, path=file, kind="fees", on_progress=told.append)
    answer = result.require()
    assert (answer.imported, answer.refused, answer.pending) == (3, 1, 0)
    assert (answer.state, answer.done_rows, answer.total_rows) == ("done", 4, 4)
    assert (answer.lines, answer.total, answer.charged) == (3, 3 * 41_000, 3 * 41_000)
    lines = house.lines()
    assert [line.import_row for line in lines] == [2, 3, 4]
    assert {line.import_batch_id for line in lines} == {answer.batch_id}
    assert told[-1] == Progress(done=4, total=4, imported=3, refused=1)


def test_the_lines_are_those_of_the_service(house: House, tmp_path: Path) -> None:
    cells = {
        "code": EXAM,
        "start": "22/11/2025 20:00",
        "end": "22/11/2025 21:00",
        "provider": "medico",
        "role": "1º auxiliar",
        "quantity": "2",
        "rank": "1",
    }
    one = read_entry(cells, key=2)
    fees.launch(actor=house.clerk, part_id=house.part.pk, entries=[one]).require()
    file = write(tmp_path / "um.csv", [{"Atendimento": "1", **cells}])
    answer = imports.run(
        actor=house.clerk, path=file, kind="fees", identical=imports.Identical.LAUNCH
    ).require()
    assert answer.imported == 1
    launched, imported = house.lines()
    same = (
        "code",
        "start",
        "end",
        "role",
        "quantity",
        "unit_value",
        "total",
        "kept",
        "cost_centre",
    )
    assert [getattr(launched, name) for name in same] == [getattr(imported, name) for name in same]


def test_a_dry_run_finds_the_same_and_writes_nothing(house: House, tmp_path: Path) -> None:
    file = write(
        tmp_path / "a.csv",
        [*acts(3), row(code="99999999"), row(start=at(1)), row(provider="ninguem", start=at(7))],
    )
    tried = imports.run(actor=house.clerk, path=file, kind="fees", dry_run=True).require()
    assert not FeeLine.objects.exists()
    assert not ImportBatch.objects.exists()
    assert not ImportRow.objects.exists()
    done = imports.run(actor=house.clerk, path=file, kind="fees").require()
    same = ("imported", "refused", "pending", "lines", "total", "charged", "reasons")
    assert [getattr(tried, name) for name in same] == [getattr(done, name) for name in same]
    assert tried.batch_id is None
    page = imports.rows(actor=house.clerk, batch_id=done.batch_id or 0).require()
    assert [one for one in page.rows if one.findings] == list(tried.rows)


def test_a_refused_row_says_where_and_why(house: House, tmp_path: Path) -> None:
    file = write(tmp_path / "a.csv", [row(), row(provider="ninguem", start=at(5))])
    answer = imports.run(actor=house.clerk, path=file, kind="fees").require()
    page = imports.rows(
        actor=house.clerk,
        batch_id=answer.batch_id or 0,
        state=imports.ImportRowState.REFUSED,
    ).require()
    (refused,) = page.rows
    assert refused.number == 3
    assert refused.cells[3] == "ninguem"
    assert page.headers[3] == "Prestador"
    (finding,) = refused.findings
    assert (finding.place.line, finding.place.field) == (3, "Prestador")
    assert "ninguem" in finding.message
    assert finding.tip
    (reason,) = answer.reasons
    assert (reason.code, reason.count, reason.rows) == (finding.code, 1, (3,))


def test_columns_have_many_names_and_the_day_may_stand_apart(house: House, tmp_path: Path) -> None:
    file = write(
        tmp_path / "a.csv",
        [
            {
                "Nº Atendimento": "1",
                "Cód. TUSS": "3.10.03.07-9",
                "Data do Procedimento": "19/11/2025",
                "Hora Inicial": "10h30",
                "Hora Final": "11:30",
                "Médico": "medico",
                "Grau de participação": "00",
                "Qtde.": "1",
            }
        ],
    )
    answer = imports.run(actor=house.clerk, path=file, kind="fees").require()
    assert answer.imported == 1, answer.reasons
    (line,) = house.lines()
    assert (line.code, line.role) == (SURGERY, "surgeon")
    assert f"{line.start:%H:%M} {line.end:%H:%M}" == "10:30 11:30"


def test_an_explicit_mapping_wins_and_values_may_hold_for_all_rows(
    house: House, tmp_path: Path
) -> None:
    cells = [{"Código": "1", "Outro": SURGERY, "Quando": at(0), "Quem": "medico"}]
    file = write(tmp_path / "a.csv", cells)
    mapping = ImportMapping(
        columns={"code": "Outro", "start": "quando", "provider": "Quem"},
        constants={"attendance": "1", "role": "Cirurgião"},
    )
    answer = imports.run(actor=house.clerk, path=file, kind="fees", mapping=mapping).require()
    assert answer.imported == 1, answer.reasons


def test_zeros_that_a_spreadsheet_dropped_are_put_back(tmp_path: Path) -> None:
    file = write(tmp_path / "a.csv", [row(code="407020039"), row(code="31003079")])
    mapping = ImportMapping(code_digits=10)
    taken = take(file, imports.KINDS["fees"], mapping)
    read = FeeTaker(mapping, imports.Identical.HOLD).read(taken.ordered)
    assert [one.entry.code for one in read if one.entry] == ["0407020039", "0031003079"]


def test_a_file_without_a_needed_column_is_refused_with_the_near_one(
    house: House, tmp_path: Path
) -> None:
    file = write(tmp_path / "a.csv", [{"Atendimnto": "1", "Código": SURGERY, "Inicia": at(0)}])
    result = imports.run(actor=house.clerk, path=file, kind="fees")
    told = {finding.code: finding.tip for finding in result.findings}
    assert "É “Atendimnto”?" in told["REG-IMPORT-NO-PLACE-COLUMN"]
    assert "É “Inicia”?" in told["REG-IMPORT-NO-START-COLUMN"]
    assert not ImportBatch.objects.exists()


def test_a_kind_that_is_not_there_and_a_column_that_is_not(house: House, tmp_path: Path) -> None:
    file = write(tmp_path / "a.csv", [row()])
    unknown = imports.run(actor=house.clerk, path=file, kind="abc")
    assert [finding.code for finding in unknown.findings] == ["REG-IMPORT-KIND"]
    mapping = ImportMapping(columns={"cod": "Código"}, constants={"code": "1", "x": "1"})
    result = imports.run(actor=house.clerk, path=file, kind="fees", mapping=mapping)
    assert {finding.code for finding in result.findings} == {
        "TAB-UNKNOWN-COLUMN",
        "REG-IMPORT-CONSTANT",
    }


def test_a_preview_shows_how_the_file_is_read(house: House, tmp_path: Path) -> None:
    file = write(tmp_path / "lista.csv", [{**row(), "Obs.": "nada"}, *acts(7, 1)])
    preview = imports.inspect(actor=house.clerk, path=file, kind="fees").require()
    headers = {column.name: column.header for column in preview.columns}
    assert (headers["code"], headers["start"], headers["end"]) == ("Código", "Início", None)
    assert (preview.total_rows, preview.unreadable, preview.unused) == (8, 0, ("Obs.",))
    assert len(preview.sample) == 5
    assert preview.imported_as is None
    done = imports.run(actor=house.clerk, path=file, kind="fees").require()
    again = imports.inspect(actor=house.clerk, path=file, kind="fees").require()
    assert again.imported_as == done.batch_id


def test_refused_rows_come_back_to_be_mended_and_imported(house: House, tmp_path: Path) -> None:
    file = write(
        tmp_path / "a.csv",
        [row(), {**row(provider="ninguem", start=at(5)), "Obs.": "=cmd()"}],
    )
    answer = imports.run(actor=house.clerk, path=file, kind="fees").require()
    out = tmp_path / "recusadas.csv"
    batch = answer.batch_id or 0
    told = imports.refused(actor=house.clerk, batch_id=batch, out=out).require()
    assert told.rows == 1
    text = out.read_text(encoding="utf-8-sig")
    assert "'=cmd()" in text
    mended = tmp_path / "corrigidas.csv"
    mended.write_text(text.replace('"ninguem"', '"medico"'), encoding="utf-8-sig")
    second = imports.run(actor=house.clerk, path=mended, kind="fees").require()
    assert (second.imported, second.refused) == (1, 0), second.reasons
    twice = imports.refused(actor=house.clerk, batch_id=batch, out=out)
    assert [finding.code for finding in twice.findings] == ["TAB-FILE-EXISTS"]
    none = imports.refused(actor=house.clerk, batch_id=second.batch_id or 0, out=tmp_path / "x")
    assert none.require().rows == 0
    assert not (tmp_path / "x").exists()


def test_the_number_of_queries_does_not_grow_with_the_rows(house: House, tmp_path: Path) -> None:
    counted = []
    for count in (10, 400):
        file = write(tmp_path / f"{count}.csv", acts(count, count))
        with CaptureQueriesContext(connection) as queries:
            imports.run(actor=house.clerk, path=file, kind="fees").require()
        counted.append(len(queries))
    assert counted[0] == counted[1]
