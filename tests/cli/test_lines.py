"""One line on the command line: from options, from a file, from stdin; explained or refused."""

from __future__ import annotations

import csv
import io
import json
import sys
from typing import TYPE_CHECKING

import pytest

from honorarios.demo import lines_path
from honorarios.pricing.columns import INPUT_NAMES
from honorarios.pricing.trace import from_json

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.running import Ran

LINE = {
    "contract": "aurora-serra-azul",
    "code": "31003583",
    "start": "2025-11-22 21:30",
    "role": "surgeon",
    "character": "urgent",
    "accommodation": "apartment",
}
TOTAL = 269_087
OPTIONS = [word for name, cell in LINE.items() for word in (f"--{name}", cell)]


def test_line_is_explained_on_stdout_and_the_catalogue_named_on_stderr(
    run: Callable[..., Ran],
) -> None:
    ran = run("explain", *OPTIONS)
    assert ran.code == 0
    assert ran.out.startswith("MEMÓRIA DE CÁLCULO\n31003583")
    assert "Total: R$ 2.690,87" in ran.out
    assert "demonstração" in ran.err


def test_every_column_of_a_line_has_an_option(run: Callable[..., Ran]) -> None:
    told = run("explain", "--help").out
    assert [name for name in INPUT_NAMES if f"--{name.replace('_', '-')}" not in told] == []


def test_explanation_for_programs_gives_the_value_again(run: Callable[..., Ran]) -> None:
    told = run("explain", *OPTIONS, "--json").json()
    assert told["total_centavos"] == TOTAL
    assert from_json(json.dumps(told)).evaluate() == (TOTAL, TOTAL)


def test_line_of_stdin_and_its_options_on_top(
    run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(json.dumps(LINE)))
    assert run("explain", "-", "--json").json()["total_centavos"] == TOTAL
    monkeypatch.setattr(sys, "stdin", io.StringIO(json.dumps(LINE)))
    twice = run("explain", "-", "--quantity", "2", "--json").json()
    assert twice["total_centavos"] == 2 * TOTAL


@pytest.mark.parametrize("text", ["", "{", "[1]", '"x"', "\x00"])
def test_stdin_without_a_line_is_told(
    run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))
    ran = run("explain", "-")
    assert (ran.code, ran.out) == (1, "")
    assert "JSON" in ran.err


def test_line_of_a_file_by_its_id(run: Callable[..., Ran]) -> None:
    told = run("explain", lines_path(), "--line-id", "L001", "--json").json()
    assert told["line"]["line_id"] == "L001"
    assert told["line"]["code"] == "31103456"


def test_lines_without_a_key_are_counted_from_one_by_every_command(
    run: Callable[..., Ran], tmp_path: Path
) -> None:
    lines, out = tmp_path / "linhas.csv", tmp_path / "valores.csv"
    lines.write_text(
        "contract,code,start,role\naurora-serra-azul,10101012,2025-01-01 10:00,12\n"
        "aurora-serra-azul,31003583,2025-01-01 10:00,00\n",
        "utf-8",
    )
    assert run("price", lines, "--out", out).code == 0
    with out.open(encoding="utf-8", newline="") as file:
        priced = {row["line_id"]: row["total_centavos"] for row in csv.DictReader(file)}
    assert list(priced) == ["1", "2"]
    for key, centavos in priced.items():
        for source in (lines, out):
            told = run("explain", source, "--line-id", key, "--json").json()
            assert (told["line"]["line_id"], told["total_centavos"]) == (key, int(centavos))
    assert run("explain", lines, "--line-id", "0").code == 1


def test_line_that_is_not_in_the_file_is_told(run: Callable[..., Ran]) -> None:
    ran = run("explain", lines_path(), "--line-id", "nenhuma")
    assert (ran.code, ran.out) == (1, "")
    assert "nenhuma" in ran.err


def test_file_that_is_not_there_is_told(run: Callable[..., Ran], tmp_path: Path) -> None:
    ran = run("explain", tmp_path / "linhas.csv", "--line-id", "1")
    assert (ran.code, ran.out) == (1, "")
    assert "linhas.csv" in ran.err


def test_explanation_as_a_page(run: Callable[..., Ran], tmp_path: Path) -> None:
    page = tmp_path / "memoria.html"
    assert run("explain", *OPTIONS, "--html", page).code == 0
    assert page.read_text("utf-8").startswith("<!DOCTYPE html>")


def test_line_without_a_value_says_why_and_is_an_answer(run: Callable[..., Ran]) -> None:
    said = run("explain", *OPTIONS, "--start", "2025-11-22 24:00")
    assert said.code == 0
    assert "Início do ato inválido" in said.out
    assert "00:00 do dia seguinte" in " ".join(said.out.split())


def test_unknown_contract_is_an_answer_with_the_near_one(run: Callable[..., Ran]) -> None:
    ran = run("explain", *OPTIONS, "--contract", "aurora-sera-azul", "--json")
    assert ran.code == 0
    assert ran.json()["status"]["code"] == "unknown_contract"
    assert "Seria “aurora-serra-azul”?" in ran.err


@pytest.mark.parametrize("words", [["--code"], ["--cod3", "1"], ["explain"], ["--line-id", "1"]])
def test_badly_written_command_is_usage(run: Callable[..., Ran], words: list[str]) -> None:
    ran = run("explain", *words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err
