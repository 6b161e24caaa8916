"""Bad input is a finding that says what to do, and nothing is left half-written."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from honorarios.pricing.batch import Summary, csv_source, price_files
from tests.batch.sample import HEADER, ROW, compiled

if TYPE_CHECKING:
    from pathlib import Path

LINE = {
    "contract": "aurora-serra-azul",
    "code": "31103456",
    "start": datetime(2023, 12, 21, 18),
    "role": "anaesthetist",
}


def priced(tmp_path: Path, path: Path) -> Summary:
    """Price a file; without a result there is nothing beside it."""
    summary = price_files(path, compiled(), tmp_path / "out.parquet")
    assert summary.complete == (tmp_path / "out.parquet").exists()
    assert not (tmp_path / "out.parquet.partial").exists()
    return summary


def of_text(tmp_path: Path, data: bytes | str) -> Summary:
    path = tmp_path / "linhas.csv"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return priced(tmp_path, path)


def of_table(tmp_path: Path, **cells: pa.Array) -> Summary:
    columns = {name: pa.array([cell, cell]) for name, cell in LINE.items()} | cells
    pq.write_table(pa.table(columns), tmp_path / "linhas.parquet")
    return priced(tmp_path, tmp_path / "linhas.parquet")


def codes(summary: Summary) -> list[str]:
    return [finding.code for finding in summary.findings]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "BAT-EMPTY"),
        (b"\n \r\n", "BAT-EMPTY"),
        (b"\xef\xbb\xbf", "BAT-EMPTY"),
        (HEADER.encode(), "BAT-NO-LINES"),
        (f"{HEADER}\n \n".encode(), "BAT-NO-LINES"),
        (bytes(range(256)) * 8, "BAT-BINARY"),
        (b"PAR1" + bytes(range(100)), "BAT-DAMAGED"),
        (b"PAR1", "BAT-DAMAGED"),
        (b"PK\x03\x04rest", "BAT-SPREADSHEET"),
        (b"\x1f\x8brest", "BAT-COMPRESSED"),
        ((HEADER + ROW).encode("utf-16"), "BAT-UTF16"),
        (b"a,b,c\n1,2,3\n", "BAT-MISSING-COLUMN"),
        (b'"contract;code\n', "BAT-NOT-CSV"),
    ],
)
def test_what_is_no_file_of_lines(tmp_path: Path, data: bytes, code: str) -> None:
    summary = of_text(tmp_path, data)
    assert not summary.complete
    assert codes(summary)[0] == code


def test_no_file_at_all(tmp_path: Path) -> None:
    assert codes(priced(tmp_path, tmp_path / "nada.csv")) == ["BAT-NO-INPUT"]


@pytest.mark.parametrize(
    "data",
    [
        HEADER + ROW * 2,
        (HEADER + ROW * 2).encode("latin-1"),
        b"\xef\xbb\xbf" + (HEADER + ROW * 2).encode(),
        (HEADER + ROW * 2).replace(";", "\t"),
        (HEADER + ROW * 2).replace(";", ","),
        (HEADER + ROW * 2).replace("\n", "\r\n"),
        (HEADER + ROW * 2).replace("\n", "\r"),
        (HEADER + ROW * 2).removesuffix("\n"),
        f"\n{HEADER}\n{ROW}\n\n{ROW}\n",
        HEADER + ROW + ROW.replace("31103456", '"3.110.345-6"').replace("2023-12-21", "21/12/2023"),
        HEADER + ROW + ROW.replace(";1\n", ';"1,0"\n'),
    ],
)
def test_every_usual_way_of_writing_a_csv_is_read(tmp_path: Path, data: bytes | str) -> None:
    summary = of_text(tmp_path, data)
    assert (summary.findings, dict(summary.statuses)) == ((), {"priced": 2})


@pytest.mark.parametrize(
    ("row", "status"),
    [
        (ROW.replace("18:00", "24:00"), "invalid_start"),
        (ROW.replace("2023-12-21", "2023-02-30"), "invalid_start"),
        (ROW.replace("2023-12-21", "1850-01-01"), "contract_not_in_force"),
        (ROW.replace("aurora", "outro"), "unknown_contract"),
        (ROW.replace("aurora", "aur\0ora"), "unknown_contract"),
        (ROW.replace("31103456", "99999999"), "unknown_code"),
        (ROW.replace("anestesista", "astronauta"), "invalid_role"),
        (ROW.replace(";1\n", ";1,5\n"), "invalid_quantity"),
        (ROW.replace(";1\n", ";99999999999999999999\n"), "invalid_quantity"),
        (ROW.replace(";1\n", ";\n"), "invalid_quantity"),
        (ROW.replace(";1\n", ";-1\n"), "priced"),
        (";;;;\n", "missing_code"),
    ],
)
def test_a_bad_cell_is_a_status(tmp_path: Path, row: str, status: str) -> None:
    summary = of_text(tmp_path, HEADER + ROW * 20 + row)
    assert summary.complete
    assert summary.statuses.get(status, 0) == (21 if status == "priced" else 1)


@pytest.mark.parametrize(
    ("rows", "refused"),
    [
        (ROW + "a;b\n" + ROW, {3: "BAT-RAGGED-ROW"}),
        (ROW + ROW.replace("\n", ";;\n") + "\n" + ROW, {3: "BAT-RAGGED-ROW"}),
        (ROW + '"aurora;1;2;3;4\n' + ROW, {3: "BAT-OPEN-QUOTES"}),
        (ROW + "x" * 3_000_000 + "\n" + ROW, {3: "BAT-OPEN-QUOTES"}),
        (ROW + '"a\nb";1\n' + "1\n" + ROW, {3: "BAT-RAGGED-ROW", 5: "BAT-RAGGED-ROW"}),
    ],
)
def test_a_bad_row_is_refused_with_its_line_and_the_others_go_on(
    tmp_path: Path, rows: str, refused: dict[int, str]
) -> None:
    summary = of_text(tmp_path, HEADER + rows)
    assert dict(summary.statuses) == {"priced": 2}
    assert {finding.place.line: finding.code for finding in summary.findings} == refused
    assert summary.refused_rows == len(refused)


def test_of_many_refused_rows_the_first_are_shown_and_all_counted(tmp_path: Path) -> None:
    summary = of_text(tmp_path, HEADER + ROW + "a;b\n" * 3_000)
    assert (summary.lines, summary.refused_rows) == (1, 3_000)
    assert codes(summary)[-1] == "BAT-MANY-REFUSED"
    assert len(summary.findings) < 100


def test_where_every_row_is_refused_there_is_no_result(tmp_path: Path) -> None:
    summary = of_text(tmp_path, HEADER + "a;b\n" * 3)
    assert not summary.complete
    assert codes(summary) == ["BAT-NO-LINES", *["BAT-RAGGED-ROW"] * 3]


def test_quotation_marks_open_again_and_again_are_no_csv(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(csv_source, "MOST_BROKEN", 2)
    path = tmp_path / "linhas.csv"
    path.write_text(HEADER + ROW + ("x" * 1_100_000 + "\n") * 3, encoding="utf-8")
    summary = price_files(path, compiled(), tmp_path / "out.parquet")
    assert codes(summary) == ["BAT-NOT-CSV"]
    assert summary.findings[0].place.line == 5


@pytest.mark.parametrize(
    "cells",
    [
        {"code": pa.array([31103456.0, 31103456.0])},
        {"code": pa.array([b"31103456", b"31103456"])},
        {"code": pa.array(["31103456"] * 2, pa.large_string())},
        {"start": pa.array(["21/12/2023 18:00", "2023-12-21 18:00"])},
        {"start": pa.array([1_703_181_600_000_000_000] * 2, pa.timestamp("ns"))},
        {"quantity": pa.array([1.0, 1.0])},
        {"meu": pa.array([{"a": 1}, None])},
    ],
)
def test_every_usual_type_is_read(tmp_path: Path, cells: dict[str, pa.Array]) -> None:
    summary = of_table(tmp_path, **cells)
    assert (summary.findings, dict(summary.statuses)) == ((), {"priced": 2})


@pytest.mark.parametrize(
    "cells",
    [
        {"start": pa.array([datetime(2023, 12, 21, 18)] * 2, pa.timestamp("us", "UTC"))},
        {"start": pa.array([datetime(2023, 12, 21).date()] * 2)},
        {"admission": pa.array([1, 2])},
        {"quantity": pa.array([True, False])},
        {"authorised": pa.array([1.5, 2.5])},
        {"role": pa.array([["surgeon"]] * 2)},
        {"code": pa.array([31103456.5, 1.0])},
        {"code": pa.array([b"\xff", b"1"])},
    ],
)
def test_a_type_that_serves_nothing_is_a_finding(
    tmp_path: Path, cells: dict[str, pa.Array]
) -> None:
    summary = of_table(tmp_path, **cells)
    assert codes(summary) == ["BAT-COLUMN-TYPE"]
    assert summary.findings[0].tip


def test_columns_of_nothing_are_empty_cells(tmp_path: Path) -> None:
    assert dict(of_table(tmp_path, plan=pa.nulls(2)).statuses) == {"priced": 2}


def test_no_lines_in_a_parquet(tmp_path: Path) -> None:
    columns = {name: pa.array([cell])[:0] for name, cell in LINE.items()}
    pq.write_table(pa.table(columns), tmp_path / "linhas.parquet")
    assert codes(priced(tmp_path, tmp_path / "linhas.parquet")) == ["BAT-NO-LINES"]


def test_a_truncated_parquet_is_damaged(tmp_path: Path) -> None:
    pq.write_table(pa.table({"code": ["1"]}), tmp_path / "linhas.parquet")
    data = (tmp_path / "linhas.parquet").read_bytes()
    assert codes(of_text(tmp_path, data[:-20])) == ["BAT-DAMAGED"]


def test_pages_that_do_not_decode_keep_what_was_done(tmp_path: Path) -> None:
    columns = {name: pa.array([cell] * 5_000) for name, cell in LINE.items()}
    path = tmp_path / "linhas.parquet"
    keys = pa.array([f"{number:032}" for number in range(5_000)])
    pq.write_table(pa.table({"line_id": keys, **columns}), path, compression="zstd")
    data = bytearray(path.read_bytes())
    data[2_000:2_400] = b"\xff" * 400
    path.write_bytes(data)
    summary = price_files(path, compiled(), tmp_path / "out.parquet")
    assert codes(summary) == ["BAT-DAMAGED"]
    assert not (tmp_path / "out.parquet").exists()


def test_files_of_a_folder_must_have_the_same_columns(tmp_path: Path) -> None:
    folder = tmp_path / "linhas"
    folder.mkdir()
    table = pa.table({name: pa.array([cell]) for name, cell in LINE.items()})
    pq.write_table(table, folder / "a.parquet")
    pq.write_table(table.drop_columns(["role"]), folder / "b.parquet")
    pq.write_table(table.set_column(1, "code", pa.array([1])), folder / "c.parquet")
    pq.write_table(table.select(["code", "contract", "start", "role"]), folder / "d.parquet")
    summary = priced(tmp_path, folder)
    assert codes(summary) == ["BAT-OTHER-COLUMNS"] * 3
    told = [finding.message for finding in summary.findings]
    assert ["faltam role" in told[0], "outro tipo code" in told[1], "outra ordem" in told[2]]


def test_a_folder_without_parquet(tmp_path: Path) -> None:
    (tmp_path / "linhas").mkdir()
    assert codes(priced(tmp_path, tmp_path / "linhas")) == ["BAT-NO-PARQUET"]
