"""``honorarios price``: a file in, the same lines with values out, and an honest end."""

from __future__ import annotations

import csv
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pyarrow.parquet as pq
import pytest

from honorarios import demo
from honorarios.cli import progress, screen
from honorarios.cli.progress import shown_progress
from honorarios.pricing import batch
from honorarios.pricing.batch import Progress
from tests.batch.sample import expected, results, write_lines

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.running import Ran

CATALOGUE = ("--catalogue", demo.catalogue_path())
PATIENCE = 120
"""Seconds after which a process that does not do what is waited for has failed."""


def test_summary_on_stdout_and_the_values_in_the_file(
    run: Callable[..., Ran], tmp_path: Path
) -> None:
    out = tmp_path / "valores.csv"
    ran = run("price", demo.lines_path(), *CATALOGUE, "--out", out)
    assert ran.code == 0
    with out.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    total = sum(int(row["total_centavos"] or 0) for row in rows)
    reais = f"{total // 100:,}".replace(",", ".") + f",{total % 100:02d}"
    assert f"R$ {reais}" in ran.out
    firsts = {row["status"]: row["line_id"] for row in reversed(rows)}
    said = " ".join(ran.out.split())
    reason = "Item sem preço. Inclua o código em uma das tabelas do contrato."
    assert f"{reason} (no_price; a primeira tem line_id {firsts['no_price']})" in said
    assert max(map(len, ran.out.partition("Sem valor  motivo")[2].splitlines())) <= 80
    assert set(ran.err.splitlines()) <= {screen.FIRST_TIME, screen.READING}  # on a busy machine


def test_summary_for_programs(run: Callable[..., Ran], tmp_path: Path) -> None:
    out = tmp_path / "valores.parquet"
    told = run("price", demo.lines_path(), *CATALOGUE, "--out", out, "--json").json()
    assert told["format"] == "honorarios.price/1"
    assert told["complete"]
    assert told["lines"] == pq.read_metadata(out).num_rows
    assert told["priced"] + sum(told["not_priced"].values()) == told["lines"]


def test_without_a_catalogue_the_demonstration_is_named(
    run: Callable[..., Ran], tmp_path: Path
) -> None:
    ran = run("price", demo.lines_path(), "--out", tmp_path / "valores.csv")
    assert ran.code == 0
    assert "catálogo de demonstração" in ran.err


def test_findings_with_errors_end_with_one_and_a_tip(
    run: Callable[..., Ran], tmp_path: Path
) -> None:
    out = tmp_path / "valores.csv"
    run("price", demo.lines_path(), *CATALOGUE, "--out", out)
    before = out.read_bytes()
    ran = run("price", demo.lines_path(), *CATALOGUE, "--out", out)
    assert (ran.code, ran.out) == (1, "")
    assert "BAT-EXISTS" in ran.err
    assert "--overwrite" in ran.err
    assert out.read_bytes() == before
    assert run("price", demo.lines_path(), *CATALOGUE, "--out", out, "--overwrite").code == 0


def test_refused_rows_are_told_and_the_others_priced(
    run: Callable[..., Ran], tmp_path: Path
) -> None:
    lines = tmp_path / "linhas.csv"
    lines.write_text(demo.lines_path().read_text(encoding="utf-8") + "torta\n", encoding="utf-8")
    ran = run("price", lines, *CATALOGUE, "--out", tmp_path / "valores.csv")
    assert ran.code == 1
    assert f"{lines}:218" in ran.err
    assert "Recusadas  1" in ran.out
    assert (tmp_path / "valores.csv").exists()


def test_a_file_without_any_value_is_no_success(run: Callable[..., Ran], tmp_path: Path) -> None:
    lines, out = tmp_path / "linhas.csv", tmp_path / "valores.csv"
    lines.write_text(
        "contract,code,start,role\naurora,1,2025-01-01 10:00,00\n,1,2025-01-01 10:00,00\n"
        "nenhum,1,2025-01-01 10:00,00\n",
        encoding="utf-8",
    )
    ran = run("price", lines, *CATALOGUE, "--out", out)
    assert ran.code == 1
    assert "O motivo de 2 de 3: Contrato não cadastrado." in ran.err
    assert out.exists()
    told = run("price", lines, *CATALOGUE, "--out", out, "--overwrite", "--json").json()
    assert [finding["code"] for finding in told["findings"]] == ["CLI-NOTHING-PRICED"]
    with lines.open("a", encoding="utf-8") as file:
        file.write("aurora-serra-azul,10101012,2025-01-01 10:00,12\n")
    assert run("price", lines, *CATALOGUE, "--out", out, "--overwrite").code == 0


def test_bad_catalogue_prices_nothing(run: Callable[..., Ran], tmp_path: Path) -> None:
    ran = run("price", demo.lines_path(), "-c", tmp_path, "--out", tmp_path / "valores.csv")
    assert ran.code == 1
    assert "CAT-NO-MANIFEST" in ran.err


def test_interruption_says_how_to_go_on(
    run: Callable[..., Ran], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_arguments: object, **_more: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(batch, "price_files", interrupted)
    ran = run("price", demo.lines_path(), *CATALOGUE, "--out", tmp_path / "valores.csv")
    assert ran.code == 130
    assert "o mesmo comando continua" in ran.err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for one process")
@pytest.mark.parametrize("name", ["valores.parquet", "valores"])
def test_interrupted_process_goes_on_where_it_was(tmp_path: Path, name: str) -> None:
    lines, out = tmp_path / "linhas.parquet", tmp_path / name
    write_lines(lines, times=4)
    words = ["price", lines, *CATALOGUE, "--out", out, "--workers", "1"]
    program = [sys.executable, "-m", "tests.batch.slow_price", *map(str, words)]
    with subprocess.Popen(program, stderr=subprocess.PIPE, text=True) as process:
        reports = tmp_path / f"{name}.partial" / "reports"
        began = time.monotonic()
        while not list(reports.glob("*.json")):
            assert process.poll() is None, process.communicate()
            assert time.monotonic() - began < PATIENCE
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=PATIENCE)
    assert process.returncode == 130, said
    assert "o mesmo comando continua" in said
    assert "Traceback" not in said
    assert not out.exists()
    done = subprocess.run(
        [*program, "--json"], capture_output=True, text=True, check=True, timeout=PATIENCE
    )
    assert '"resumed_parts": 0' not in done.stdout
    assert results(out).equals(expected(times=4))


def test_long_runs_in_a_log_say_each_tenth(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "LONG", -1.0)
    with shown_progress() as tell:
        for done in (5, 10, 11, 35, 100):
            tell(Progress(lines=done * 1_000, done=done, size=100, unit="lines"))
        tell(Progress(lines=100_000, done=100, size=100, unit="lines", joining=True))
    assert capsys.readouterr().err.splitlines() == [
        "10 %: 10.000 linhas",
        "30 %: 35.000 linhas",
        "100 %: 100.000 linhas",
    ]


def test_bar_on_a_terminal_tells_lines_and_stage(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    with shown_progress() as tell:
        tell(Progress(lines=1_234_567, done=50, size=100, unit="lines"))
        time.sleep(0.2)
        tell(Progress(lines=2_000_000, done=100, size=100, unit="lines", joining=True))
        time.sleep(0.2)
    said = capsys.readouterr().err
    assert "1.234.567 linhas" in said
    assert "50%" in said
    assert "Juntando as partes" in said
