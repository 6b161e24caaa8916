"""A whole run: the same values as line by line, whatever the form, and only one output."""

from __future__ import annotations

import csv
import errno
import json
import os
import signal
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pyarrow as pa
import pyarrow.csv as pacsv
import pyarrow.parquet as pq
import pytest

from honorarios import demo
from honorarios.core.findings import Place
from honorarios.pricing import codes
from honorarios.pricing.batch import Progress, Summary, find_line, price_files, run
from honorarios.pricing.batch.lock import Lock
from honorarios.pricing.batch.parts import ParquetPart
from honorarios.pricing.batch.pricer import SlicePricer
from honorarios.pricing.batch.source import Refused
from honorarios.pricing.batch.summary import Report
from honorarios.pricing.batch.summary import Summary as Told
from honorarios.pricing.batch.workspace import Workspace
from tests.batch.sample import compiled, demo_lines, expected, results, write_lines

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.usefixtures("finely")


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    """The demonstration's lines twice over, in row groups that make several parts."""
    write_lines(tmp_path / "lines.parquet", times=2)
    return tmp_path / "lines.parquet"


def found(summary: Summary) -> list[str]:
    return [finding.code for finding in summary.findings]


@pytest.mark.parametrize("name", ["out.parquet", "out", "um.nome.com 2"])
@pytest.mark.parametrize("workers", [1, 3])
def test_parquet_has_the_values_of_the_engine(lines: Path, name: str, workers: int) -> None:
    summary = price_files(lines, compiled(), lines.parent / name, workers=workers)
    assert summary.complete
    assert results(lines.parent / name).equals(expected(times=2))
    assert (summary.lines, summary.parts > 3) == (432, True)
    assert summary.total_centavos == sum(
        expected(times=2)["total_centavos"].drop_null().to_pylist()
    )
    statuses = expected(times=2)["status"].value_counts().to_pylist()
    assert dict(summary.statuses) == {each["values"]: each["counts"] for each in statuses}


def test_its_own_columns_come_first_and_as_they_were(lines: Path) -> None:
    price_files(lines, compiled(), lines.parent / "out.parquet")
    table = pq.read_table(lines.parent / "out.parquet")
    own = demo_lines().schema.names
    assert table.schema.names[: len(own)] == own
    for name in own:
        assert table[name].to_pylist() == demo_lines()[name].to_pylist() * 2


def test_a_folder_and_the_csv_have_the_same_values(lines: Path) -> None:
    folder = lines.parent / "folder"
    folder.mkdir()
    for number in range(3):
        pq.write_table(demo_lines().slice(number * 72, 72), folder / f"{number}.parquet")
    assert price_files(folder, compiled(), lines.parent / "a.parquet").complete
    assert price_files(demo.lines_path(), compiled(), lines.parent / "b").complete
    assert results(lines.parent / "a.parquet").equals(expected())
    assert results(lines.parent / "b").equals(expected())


def test_lines_without_keys_are_numbered_through_all_parts(lines: Path) -> None:
    table = pa.concat_tables([demo_lines().drop_columns(["line_id"])] * 2)
    pq.write_table(table, lines, row_group_size=48)
    price_files(lines, compiled(), lines.parent / "out.parquet")
    assert pq.read_table(lines.parent / "out.parquet")["line_id"].to_pylist() == list(range(1, 433))


def test_csv_out_has_dots_no_idle_zeros_and_quotes_where_needed(lines: Path) -> None:
    out = lines.parent / "out.csv"
    table = demo_lines().append_column("nota", pa.array(['a "b"; c\n,d', "", None] * 72))
    pq.write_table(table, lines, row_group_size=48)
    assert price_files(lines, compiled(), out).complete
    with out.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["nota"] for row in rows] == ['a "b"; c\n,d', "", ""] * 72
    for name in ("fee", "route_percent", "accommodation_factor", "unit_centavos"):
        for row, value in zip(rows, expected()[name].to_pylist(), strict=True):
            assert (Decimal(row[name]) if row[name] else None) == value
            assert "E" not in row[name]
            assert not ("." in row[name] and row[name].endswith("0"))
    assert rows[0]["terms_from"] == expected()["terms_from"][0].as_py().isoformat()


@pytest.mark.parametrize(
    "kind", [pa.decimal32(9, 4), pa.decimal64(12, 4), pa.decimal128(20, 4), pa.decimal256(50, 4)]
)
def test_csv_out_has_ones_own_decimals_exact(lines: Path, kind: pa.DataType) -> None:
    cells = [Decimal("0.0000"), Decimal("-1.5000"), Decimal("0.0001"), None, Decimal(12_000)]
    column = pa.array((cells * 44)[:216], pa.decimal128(20, 4)).cast(kind)
    pq.write_table(demo_lines().append_column("valor", column), lines, row_group_size=48)
    assert price_files(lines, compiled(), lines.parent / "out.csv").complete
    with (lines.parent / "out.csv").open(encoding="utf-8", newline="") as file:
        told = [row["valor"] for row in csv.DictReader(file)]
    assert told[:5] == ["0", "-1.5", "0.0001", "", "12000"]


def test_csv_out_of_a_csv_keeps_its_separator(tmp_path: Path) -> None:
    text = demo.lines_path().read_text(encoding="utf-8").replace(",", "\t")
    (tmp_path / "lines.csv").write_text(text, encoding="utf-8")
    price_files(tmp_path / "lines.csv", compiled(), tmp_path / "out.csv")
    read = pacsv.read_csv(tmp_path / "out.csv", parse_options=pacsv.ParseOptions(delimiter="\t"))
    assert read["total_centavos"].to_pylist() == expected()["total_centavos"].to_pylist()


def test_a_priced_file_is_priced_again_with_a_warning(lines: Path) -> None:
    price_files(lines, compiled(), lines.parent / "one.parquet")
    summary = price_files(lines.parent / "one.parquet", compiled(), lines.parent / "two.parquet")
    assert (summary.complete, found(summary)) == (True, ["BAT-PRICED-BEFORE"])
    assert results(lines.parent / "two.parquet").equals(expected(times=2))


def test_the_folder_of_a_catalogue_will_do(lines: Path) -> None:
    summary = price_files(lines, demo.catalogue_path(), lines.parent / "out.parquet")
    assert summary.complete
    assert summary.catalogue_hash == compiled().hash


def test_a_catalogue_with_errors_prices_nothing(lines: Path) -> None:
    summary = price_files(lines, lines.parent, lines.parent / "out.parquet")
    assert "CAT-NO-MANIFEST" in found(summary)
    assert not (lines.parent / "out.parquet").exists()


def test_progress_rises_to_the_whole(lines: Path) -> None:
    told: list[Progress] = []
    price_files(lines, compiled(), lines.parent / "out.parquet", progress=told.append)
    done = [each.done for each in told]
    assert done == sorted(done)
    assert (told[-1].done, told[-1].size, told[-1].joining) == (432, 432, True)
    assert [each.lines for each in told][-1] == 432


def test_summary_for_programs_can_be_read_back(lines: Path) -> None:
    summary = price_files(lines, compiled(), lines.parent / "out.parquet")
    kept = json.loads(json.dumps(summary.as_dict()))
    assert Told.from_dict(kept).as_dict() == summary.as_dict()
    assert summary.priced + sum(summary.not_priced.values()) == summary.lines
    counts = list(summary.not_priced.values())
    assert counts == sorted(counts, reverse=True)


@pytest.mark.parametrize("keyed", [True, False])
def test_each_reason_has_the_key_of_its_first_line(lines: Path, *, keyed: bool) -> None:
    table = demo_lines() if keyed else demo_lines().drop_columns(["line_id"])
    pq.write_table(table, lines, row_group_size=20)
    out = lines.parent / "out.parquet"
    summary = price_files(lines, compiled(), out, workers=2)
    firsts: dict[str, str] = {}
    for row in pq.read_table(out, columns=["line_id", "status"]).to_pylist():
        firsts.setdefault(row["status"], str(row["line_id"]))
    assert summary.first_lines == firsts
    assert len(firsts) > 2


def test_report_of_a_part_can_be_read_back() -> None:
    finding = codes.RAGGED_ROW.at(Place("a.csv", 3), cells=2, columns=3)
    report = Report(
        {"priced": 2}, {"priced": "7"}, 5, 0, Refused(1, (finding,)), {"offset": 9}, 7, 8
    )
    assert Report.from_dict(json.loads(json.dumps(report.as_dict()))) == report
    assert report.lines == 2


class TestOutput:
    """What stands in the place of the output."""

    @pytest.mark.parametrize("name", ["out.parquet", "out.csv", "out"])
    def test_is_not_replaced_unless_asked_for(self, lines: Path, name: str) -> None:
        out = lines.parent / name
        assert price_files(lines, compiled(), out).complete
        assert found(price_files(lines, compiled(), out)) == ["BAT-EXISTS"]
        write_lines(lines)
        assert price_files(lines, compiled(), out, overwrite=True).lines == 216
        if name != "out.csv":
            assert results(out).equals(expected())

    def test_that_is_somebodys_is_not_replaced_at_all(self, lines: Path) -> None:
        out = lines.parent / "out"
        out.mkdir()
        (out / "carta.txt").touch()
        assert found(price_files(lines, compiled(), out, overwrite=True)) == ["BAT-NOT-OURS"]
        folder = lines.parent / "folder.parquet"
        folder.mkdir()
        assert found(price_files(lines, compiled(), folder, overwrite=True)) == ["BAT-NOT-OURS"]

    def test_is_neither_the_input_nor_around_it_nor_in_it(self, lines: Path) -> None:
        folder = lines.parent / "folder"
        folder.mkdir()
        lines.rename(folder / "lines.parquet")
        for source, out in (
            (folder / "lines.parquet", folder / "lines.parquet"),
            (folder, folder),
            (folder, folder / "out.parquet"),
            (folder / "lines.parquet", folder),
        ):
            assert found(price_files(source, compiled(), out, overwrite=True)) == ["BAT-OVER-INPUT"]

    def test_has_a_folder_to_be_in_and_a_known_ending(self, lines: Path) -> None:
        nowhere = lines.parent / "nada" / "out.parquet"
        assert found(price_files(lines, compiled(), nowhere)) == ["BAT-NO-FOLDER"]
        assert found(price_files(lines, compiled(), lines.parent / "a.xlsx")) == ["BAT-OUT-SUFFIX"]

    @pytest.mark.parametrize(
        "column", [pa.array([[1]] * 216), pa.array([b"\xff"] * 216)], ids=["list", "bytes"]
    )
    def test_as_csv_has_no_place_for_some_columns(self, lines: Path, column: pa.Array) -> None:
        pq.write_table(demo_lines().append_column("extra", column), lines)
        assert found(price_files(lines, compiled(), lines.parent / "out.csv")) == ["BAT-CSV-TYPE"]
        assert price_files(lines, compiled(), lines.parent / "out.parquet").complete

    def test_cannot_be_written_where_there_is_no_permission(
        self, lines: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(*_arguments: object, **_more: object) -> None:
            raise PermissionError(errno.EACCES, "Permission denied")

        monkeypatch.setattr(Path, "mkdir", refuse)
        summary = price_files(lines, compiled(), lines.parent / "out.parquet")
        assert found(summary) == ["BAT-NOT-WRITTEN"]
        assert "sem permissão" in summary.findings[0].message


def stop_after(monkeypatch: pytest.MonkeyPatch, slices: int, stop: Callable[[], object]) -> None:
    """Do something bad in the course of a run, once."""
    price, taken = SlicePricer.price, 0

    def counted(self: SlicePricer, one: object) -> object:
        nonlocal taken
        taken += 1
        if taken == slices:
            stop()
        return price(self, one)  # type: ignore[arg-type]

    monkeypatch.setattr(SlicePricer, "price", counted)


def full_disk() -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


class TestInterrupted:
    """A run that did not come to its end."""

    @pytest.mark.parametrize("name", ["out.parquet", "out.csv", "out"])
    def test_goes_on_where_it_was(
        self, lines: Path, name: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        out, whole = lines.parent / name, lines.parent / f"whole-{name}"
        price_files(lines, compiled(), whole)
        with monkeypatch.context() as patched:
            stop_after(patched, 8, full_disk)
            summary = price_files(lines, compiled(), out, workers=1)
        assert found(summary) == ["BAT-DISK-FULL"]
        assert not out.exists()
        parts = list((out.with_name(f"{name}.partial") / "parts").iterdir())
        summary = price_files(lines, compiled(), out)
        assert (summary.complete, summary.resumed_parts) == (True, len(parts))
        assert summary.resumed_parts > 1
        assert list(lines.parent.glob("*.partial")) == []
        if name == "out.csv":
            assert out.read_bytes() == whole.read_bytes()
        else:
            assert results(out).equals(results(whole))

    def test_by_the_keyboard_stops_cleanly_and_goes_on(self, lines: Path) -> None:
        told: list[Progress] = []

        def interrupt(progress: Progress) -> None:
            told.append(progress)
            if len(told) == 1:
                os.kill(os.getpid(), signal.SIGINT)

        out = lines.parent / "out.parquet"
        # Whoever shares this process may have taken the signal for themselves.
        before = signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            with pytest.raises(KeyboardInterrupt):
                price_files(lines, compiled(), out, progress=interrupt)
        finally:
            signal.signal(signal.SIGINT, before)
        assert out.with_name("out.parquet.partial").is_dir()
        assert price_files(lines, compiled(), out).complete
        assert results(out).equals(expected(times=2))

    def test_is_not_gone_on_with_when_something_is_another(
        self, lines: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        out = lines.parent / "out.parquet"
        with monkeypatch.context() as patched:
            stop_after(patched, 8, full_disk)
            price_files(lines, compiled(), out, workers=1)
        with monkeypatch.context() as patched:
            patched.setattr(run, "__version__", "0.0")
            summary = price_files(lines, compiled(), out)
            assert found(summary) == ["BAT-OTHER-RUN"]
            assert "versão" in summary.findings[0].message
        write_lines(lines)
        summary = price_files(lines, compiled(), out)
        assert found(summary) == ["BAT-OTHER-RUN"]
        assert "entrada" in summary.findings[0].message
        summary = price_files(lines, compiled(), out, resume=False)
        assert (summary.complete, summary.resumed_parts) == (True, 0)
        assert results(out).equals(expected())

    def test_prices_again_a_part_that_is_not_whole(
        self, lines: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        out = lines.parent / "out"
        with monkeypatch.context() as patched:
            stop_after(patched, 8, full_disk)
            price_files(lines, compiled(), out, workers=1)
        parts = sorted((lines.parent / "out.partial" / "parts").iterdir())
        first = parts[0]
        first.write_bytes(first.read_bytes()[:-1])
        summary = price_files(lines, compiled(), out)
        assert summary.resumed_parts == len(parts) - 1
        assert results(out).equals(expected(times=2))

    def test_leaves_a_folder_that_is_somebodys_alone(self, lines: Path) -> None:
        theirs = lines.parent / "out.parquet.partial"
        theirs.mkdir()
        (theirs / "carta.txt").touch()
        summary = price_files(lines, compiled(), lines.parent / "out.parquet", resume=False)
        assert found(summary) == ["BAT-NOT-OURS"]
        assert (theirs / "carta.txt").exists()

    def test_is_not_taken_while_it_is_going_on(self, lines: Path) -> None:
        (lines.parent / "out.parquet.partial").mkdir()
        lock = Lock(lines.parent / "out.parquet.partial" / "lock")
        assert lock.acquire()
        summary = price_files(lines, compiled(), lines.parent / "out.parquet")
        assert found(summary) == ["BAT-IN-USE"]
        lock.release()
        assert price_files(lines, compiled(), lines.parent / "out.parquet").complete

    def test_input_that_changes_meanwhile_makes_no_output(
        self, lines: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        content = lines.read_bytes()
        stop_after(monkeypatch, 9, lambda: lines.write_bytes(content + b"x"))
        summary = price_files(lines, compiled(), lines.parent / "out.parquet", workers=1)
        assert found(summary) == ["BAT-CHANGED"]
        assert not (lines.parent / "out.parquet").exists()

    def test_after_the_last_rename_has_its_summary_still(
        self, lines: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def die(_self: Workspace) -> None:
            raise SystemExit

        out = lines.parent / "out.parquet"
        with monkeypatch.context() as patched:
            patched.setattr(Workspace, "remove", die)
            with pytest.raises(SystemExit):
                price_files(lines, compiled(), out)
        summary = price_files(lines, compiled(), out)
        assert (summary.complete, summary.lines) == (True, 432)
        assert not (lines.parent / "out.parquet.partial").exists()
        assert found(price_files(lines, compiled(), out)) == ["BAT-EXISTS"]


class Usage(NamedTuple):
    """What ``shutil.disk_usage`` tells."""

    total: int
    used: int
    free: int


class TestDisk:
    """Room for the result is looked for first."""

    @pytest.mark.parametrize(("name", "times"), [("out.parquet", 2), ("out", 1), ("out.csv", 2)])
    def test_too_little_is_told_before_anything_is_written(
        self, lines: Path, name: str, times: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        out = lines.parent / name
        free = [0]

        def usage(_path: object) -> Usage:
            return Usage(10**12, 0, free[0])

        monkeypatch.setattr("honorarios.pricing.batch.disk.shutil.disk_usage", usage)
        assert found(price_files(lines, compiled(), out)) == ["BAT-LITTLE-DISK"]
        assert not out.with_name(f"{name}.partial").exists()
        free[0] = 10**10
        assert price_files(lines, compiled(), out).complete
        files = list(out.iterdir()) if out.is_dir() else [out]
        real = sum(file.stat().st_size for file in files)
        free[0] = real * times * 4
        assert price_files(lines, compiled(), out, overwrite=True).complete

    def test_full_in_the_course_of_writing_a_part_is_told(
        self, lines: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(ParquetPart, "close", lambda _self: full_disk())
        summary = price_files(lines, compiled(), lines.parent / "out.parquet")
        assert found(summary) == ["BAT-DISK-FULL"]


def test_a_line_is_found_by_its_key_or_its_number(lines: Path) -> None:
    line, findings = find_line(demo.lines_path(), "L003")
    assert findings == []
    assert line is not None
    assert (line["line_id"], line["contract"]) == ("L003", "bemtevi-serra-azul")
    pq.write_table(demo_lines().drop_columns(["line_id"]), lines)
    line, _ = find_line(lines, "3")
    assert line is not None
    assert (line["line_id"], line["contract"]) == (3, "bemtevi-serra-azul")
    assert [finding.code for finding in find_line(lines, "x")[1]] == ["BAT-NO-SUCH-LINE"]
    assert [finding.code for finding in find_line(lines.parent / "x", "1")[1]] == ["BAT-NO-INPUT"]
