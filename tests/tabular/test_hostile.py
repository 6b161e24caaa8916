"""Hostile, damaged and strange files: a finding each, never an exception, never much memory."""

from __future__ import annotations

import io
import os
import struct
import zipfile
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from honorarios.core.findings import has_errors
from honorarios.tabular import Field, Limits, Rows, binary, decoder, parse_fixed_width, read_rows
from tests.tabular.making import COLUMNS, open_document, workbook, write

if TYPE_CHECKING:
    from pathlib import Path

CSV = (
    "Código;Descrição;Valor;Início\n90000011;Ação – “vídeo”;1.093,15;02/01/2024\n90000029;b;2,5;\n"
)
HEADER = ["Código", "Descrição", "Valor"]


def codes_of(path: Path, limits: Limits | None = None) -> list[str]:
    rows = read_rows(path, COLUMNS, limits=limits)
    assert rows.rows == ()
    assert has_errors(rows.findings)
    assert all(finding.message and finding.tip and finding.place.file for finding in rows.findings)
    return [finding.code for finding in rows.findings]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "TAB-EMPTY"),
        (b"\xef\xbb\xbf", "TAB-EMPTY"),
        (b" \n\n;;\n", "TAB-EMPTY"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "TAB-BINARY"),
        (b"\x01\x02\x03\x04" * 10, "TAB-BINARY"),
        (b"%PDF-1.7\n\x00\x01", "TAB-BINARY"),
        ("Código;Valor\n1;Aç".encode()[:-1], "TAB-CUT-TEXT"),
        ("Código".encode("utf-16")[:-1], "TAB-CUT-TEXT"),
        (b'Codigo;Valor\n"1;2\n3;4\n', "TAB-OPEN-QUOTES"),
        (b"PK\x03\x04 and no more", "TAB-DAMAGED"),
        (b"PK\x05\x06" + bytes(18), "TAB-UNSUPPORTED"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "TAB-DAMAGED"),
        (b"PAR1 and no more", "TAB-DAMAGED"),
    ],
)
def test_what_is_no_table(tmp_path: Path, content: bytes, code: str) -> None:
    assert codes_of(write(tmp_path / "a.csv", content)) == [code]


def test_a_path_that_is_no_file(tmp_path: Path) -> None:
    assert codes_of(tmp_path) == ["TAB-NO-FILE"]
    assert codes_of(tmp_path / "nope.csv") == ["TAB-NO-FILE"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    assert codes_of(tmp_path / "pipe.csv") == ["TAB-NO-FILE"]


def test_headers_of_any_length_are_compared_with_names_that_people_write(tmp_path: Path) -> None:
    headers = ";".join("código do procedimento " * 1000 + str(i) for i in range(100))
    found = codes_of(write(tmp_path / "a.csv", f"{headers}\n{';' * 99}x\n"))
    assert found == ["TAB-MISSING-COLUMN", "TAB-MISSING-COLUMN"]


def test_entities_that_multiply_are_not_expanded(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", ("A", [HEADER, ["1", "alvo", 2]]))
    entities = b"".join(
        b'<!ENTITY x%d "%s">' % (i, (b"&x%d;" % (i - 1)) * 10 if i else b"bomba" * 10)
        for i in range(12)
    )
    doctype = b"<!DOCTYPE sst [" + entities + b"]><sst"
    altered = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(altered, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "xl/sharedStrings.xml":
                content = content.replace(b"<sst", doctype, 1).replace(b"alvo", b"&x11;")
            new.writestr(name, content)
    rows = read_rows(write(tmp_path / "b.xlsx", altered.getvalue()), COLUMNS)
    assert all(len(row.text("description") or "") < 100 for row in rows.rows)


def test_a_truncated_workbook(tmp_path: Path) -> None:
    whole = workbook(tmp_path / "a.xlsx", ("A", [HEADER, ["1", "a", 2]])).read_bytes()
    assert codes_of(write(tmp_path / "b.xlsx", whole[: len(whole) // 2])) == ["TAB-DAMAGED"]
    assert codes_of(write(tmp_path / "c.xlsx", whole[:-1])) == ["TAB-DAMAGED"]


def test_a_blank_workbook(tmp_path: Path) -> None:
    assert codes_of(workbook(tmp_path / "a.xlsx", ("A", []))) == ["TAB-EMPTY"]


def test_a_zip_that_is_no_workbook(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("../../escape.txt", "x")
    assert codes_of(tmp_path / "a.xlsx") == ["TAB-UNSUPPORTED"]


def inside(path: Path, **entries: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        for name, content in entries.items():
            archive.writestr(name, content)
    return path


def test_a_zip_bomb_by_ratio_and_by_size(tmp_path: Path) -> None:
    bomb = inside(tmp_path / "a.xlsx", zeros=bytes(30_000_000))
    rows = read_rows(bomb, COLUMNS)
    assert [finding.code for finding in rows.findings] == ["TAB-BOMB"]
    assert "100 vezes" in rows.findings[0].message
    rows = read_rows(bomb, COLUMNS, limits=Limits(inflated=1_048_576))
    assert "1 MB" in rows.findings[0].message


def test_a_declared_size_is_only_a_claim(tmp_path: Path) -> None:
    bomb = inside(tmp_path / "a.xlsx", zeros=bytes(30_000_000)).read_bytes()
    claims = bomb.replace(struct.pack("<L", 30_000_000), struct.pack("<L", 1000))
    assert claims != bomb
    path = write(tmp_path / "b.xlsx", claims)
    with zipfile.ZipFile(path) as archive:
        assert archive.getinfo("zeros").file_size == 1000
    assert codes_of(path) == ["TAB-DAMAGED"]


def test_too_many_files_inside(tmp_path: Path) -> None:
    path = inside(tmp_path / "a.xlsx", **{f"x{i}": b"" for i in range(1001)})
    assert codes_of(path) == ["TAB-BOMB"]


def test_a_zip_with_an_unusual_method_or_a_password(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    assert codes_of(tmp_path / "a.xlsx") == ["TAB-DAMAGED"]
    plain = inside(tmp_path / "b.xlsx").read_bytes()
    directory = plain.index(b"PK\x01\x02")
    locked = plain[: directory + 8] + b"\x01" + plain[directory + 9 :]
    assert codes_of(write(tmp_path / "c.xlsx", locked)) == ["TAB-PASSWORD"]


def test_one_value_in_the_last_cell_does_not_end_the_program(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", ("A", [HEADER]))
    sheet = "xl/worksheets/sheet1.xml"
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    altered = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(altered, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, content.replace(b"</sheetData>", far) if name == sheet else content)
    limits = Limits(memory=512 * 1024 * 1024)
    assert codes_of(write(tmp_path / "b.xlsx", altered.getvalue()), limits) == ["TAB-TOO-HEAVY"]


def test_a_cell_repeated_without_end(tmp_path: Path) -> None:
    path = open_document(tmp_path / "a.ods", [["Código", "Valor"], ["1", 2.0]])
    altered = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(altered, "w") as new:
        for name in old.namelist():
            content = old.read(name).replace(
                b'office:value="2.0"',
                b'office:value="2.0" table:number-columns-repeated="2000000000"',
            )
            new.writestr(name, content)
    limits = Limits(memory=512 * 1024 * 1024)
    found = codes_of(write(tmp_path / "b.ods", altered.getvalue()), limits)
    assert found[0] in {"TAB-TOO-HEAVY", "TAB-TOO-MANY-COLUMNS", "TAB-DAMAGED"}


def test_a_parquet_with_more_rows_or_columns_than_anyone_has(tmp_path: Path) -> None:
    table = pa.table({"code": ["1"] * 100, "fee": [1] * 100})
    pq.write_table(table, tmp_path / "a.parquet")
    assert codes_of(tmp_path / "a.parquet", Limits(rows=50)) == ["TAB-TOO-MANY-ROWS"]
    assert codes_of(tmp_path / "a.parquet", Limits(columns=1)) == ["TAB-TOO-MANY-COLUMNS"]


def test_a_slow_file_is_given_up(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", ("A", [HEADER, *[["1", "a", 2]] * 20]))
    assert codes_of(path, Limits(seconds=0)) == ["TAB-TOO-HEAVY"]


def nothing_lost(rows: Rows) -> None:
    """Whatever was in the file: each row is read or refused with its line and a reason."""
    for refused in rows.refused:
        assert refused.reasons
        for reason in refused.reasons:
            assert reason.place.line == refused.number
            assert reason.message


@given(st.data())
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_csv_damaged_anywhere_never_raises(tmp_path: Path, data: st.DataObject) -> None:
    content = bytearray(CSV.encode(data.draw(st.sampled_from(["utf-8", "cp1252", "utf-16"]))))
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(content)))
        end = start + data.draw(st.integers(0, 6))
        content[start:end] = data.draw(st.binary(max_size=4) | st.just(b'"') | st.just(b";"))
    nothing_lost(read_rows(write(tmp_path / "a.csv", bytes(content)), COLUMNS))


@given(st.data())
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_workbook_damaged_anywhere_never_raises(tmp_path: Path, data: st.DataObject) -> None:
    path = tmp_path / "a.xlsx"
    if not path.exists():
        workbook(path, ("A", [HEADER, ["1", "a", 2.5], ["2", "b", "x"]]))
    with zipfile.ZipFile(path) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    name = data.draw(st.sampled_from(sorted(entries)))
    content = bytearray(entries[name])
    start = data.draw(st.integers(0, len(content)))
    content[start : start + data.draw(st.integers(0, 30))] = data.draw(st.binary(max_size=8))
    entries[name] = bytes(content)
    with zipfile.ZipFile(tmp_path / "b.xlsx", "w") as archive:
        for entry, inner in entries.items():
            archive.writestr(entry, inner)
    nothing_lost(read_rows(tmp_path / "b.xlsx", COLUMNS))


def test_a_binary_workbook_is_asked_for_in_another_format(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsb"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.bin", b"")
    rows = read_rows(path, COLUMNS)
    assert [finding.code for finding in rows.findings] == ["TAB-UNSUPPORTED"]
    assert "XLSB" in rows.findings[0].message


@pytest.mark.parametrize(
    ("program", "code"),
    [
        ("import time; time.sleep(60)", "TAB-TOO-HEAVY"),
        ("raise MemoryError", "TAB-TOO-HEAVY"),
        ("import sys; sys.exit('pyo3_runtime.PanicException: at row 3')", "TAB-DAMAGED"),
    ],
)
def test_however_the_decoder_ends_the_file_has_a_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str, code: str
) -> None:
    path = workbook(tmp_path / "a.xlsx", ("A", [HEADER]))
    ending = write(tmp_path / "decoder.py", program)
    monkeypatch.setattr(decoder, "__file__", str(ending))
    monkeypatch.setattr(binary, "_SPARE_SECONDS", 0)
    assert codes_of(path, Limits(seconds=1)) == [code]


def test_a_fault_of_the_decoder_itself_is_not_blamed_on_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workbook(tmp_path / "a.xlsx", ("A", [HEADER]))
    faulty = write(tmp_path / "decoder.py", "raise AttributeError('name')")
    monkeypatch.setattr(decoder, "__file__", str(faulty))
    with pytest.raises(RuntimeError, match="AttributeError: name"):
        read_rows(path, COLUMNS)


def test_fixed_width_beyond_the_limit_of_rows() -> None:
    records = parse_fixed_width("a\nb\nc", [Field("x", 1, 1)], "f", Limits(rows=2))
    assert [finding.code for finding in records.findings] == ["TAB-TOO-MANY-ROWS"]
    assert parse_fixed_width("a\nb", [Field("x", 1, 1)], "f", Limits(rows=2)).findings == ()
