"""Surgeries on the command line: one contract, several, and the demonstration of a newcomer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from honorarios.demo import catalogue_path, surgery_names, surgery_path

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.running import Ran

TOTALS = ["R$ 8.972,14", "R$ 3.876,86", "R$ 8.310,41"]
"""Of the appendectomy, under its three contracts."""


def test_surgery_shows_its_lines_and_their_sum(run: Callable[..., Ran]) -> None:
    ran = run("surgery", surgery_path())
    assert ran.code == 0
    assert ran.out.count("Cirurgião") == 2
    assert ran.out.count("Auxiliar: percentual sobre") == 2
    assert "R$ 2.690,87" in ran.out
    assert TOTALS[0] in ran.out


def test_contract_of_the_command_wins(run: Callable[..., Ran]) -> None:
    ran = run("surgery", surgery_path(), "--contract", "jacaranda-serra-azul")
    assert TOTALS[1] in ran.out
    assert TOTALS[0] not in ran.out


def test_surgery_for_programs_has_lines_rules_and_the_sum(run: Callable[..., Ran]) -> None:
    told = run("surgery", surgery_path(), "-c", catalogue_path(), "--json")
    assert told.code == 0
    assert '"rank_by_porte"' in told.out
    assert "897214" in told.out


def test_each_line_of_a_surgery_is_explained_if_asked_for(run: Callable[..., Ran]) -> None:
    plain, ran = run("surgery", surgery_path()), run("surgery", surgery_path(), "--explain")
    assert ran.code == 0
    assert ran.out.startswith(plain.out)
    assert ran.out.count("MEMÓRIA DE CÁLCULO") == 8
    assert "Linha 8 de 8" in ran.out
    assert [line for line in ran.out.splitlines() if len(line) > 80] == []


def test_explanations_for_programs_come_to_the_sum(run: Callable[..., Ran]) -> None:
    assert "explanations" not in run("surgery", surgery_path(), "--json").json()
    told = run("surgery", surgery_path(), "--explain", "--json").json()
    assert [each["line"]["line_id"] for each in told["explanations"]] == [
        each["line_id"] for each in told["priced"]
    ]
    assert sum(each["total_centavos"] for each in told["explanations"]) == told["total_centavos"]


def test_contracts_stand_side_by_side(run: Callable[..., Ran]) -> None:
    ran = run("compare", surgery_path())
    assert ran.code == 0
    line = next(line for line in ran.out.splitlines() if line.strip().startswith("Total"))
    assert [total in line for total in TOTALS] == [True] * 3


def test_comparison_keeps_the_order_of_the_command(run: Callable[..., Ran]) -> None:
    names = ["bemtevi-serra-azul", "aurora-serra-azul"]
    words = [word for name in names for word in ("--contract", name)]
    told = run("compare", surgery_path(), *words, "--json").json()
    assert [each["contract"] for each in told["contracts"]] == names
    assert [each["centavos"] for each in told["total"]["sums"]] == [831_041, 897_214]


@pytest.mark.parametrize("command", ["surgery", "compare"])
def test_unknown_contract_is_told(run: Callable[..., Ran], command: str) -> None:
    words = [command, surgery_path(), "--contract", "aurora-sera-azul"]
    ran = run(*words)
    assert (ran.code, ran.out) == (1, "")
    assert "Seria “aurora-serra-azul”?" in ran.err
    (finding,) = run(*words, "--json").json()["findings"]
    assert finding["code"] == "CLI-UNKNOWN-CONTRACT"


def unpriced(tmp_path: Path, *, code: str = "31003583", start: str = "2025-11-22 10:00") -> Path:
    """A surgery of one act and one surgeon."""
    file = tmp_path / "cirurgia.yaml"
    file.write_text(
        f"contract: aurora-serra-azul\nstart: {start}\nacts: [{{code: {code}}}]\n"
        "team: [{role: cirurgião}]\n",
        "utf-8",
    )
    return file


@pytest.mark.parametrize("command", ["surgery", "compare"])
def test_surgery_without_any_value_is_no_success(
    run: Callable[..., Ran], tmp_path: Path, command: str
) -> None:
    words = [command, unpriced(tmp_path, code="99999999"), "--contract", "aurora-serra-azul"]
    ran = run(*words)
    assert ran.code == 1
    assert "Nenhuma linha teve valor" in ran.err
    assert "Confira o código" in ran.err
    told = run(*words, "--json").json()["findings"]
    assert "CLI-NOTHING-PRICED" in [finding["code"] for finding in told]


@pytest.mark.parametrize("command", ["surgery", "compare"])
def test_surgery_outside_every_contract_shows_no_empty_table(
    run: Callable[..., Ran], tmp_path: Path, command: str
) -> None:
    file = unpriced(tmp_path, start="1990-11-22 10:00")
    ran = run(command, file, "--contract", "aurora-serra-azul")
    assert (ran.code, ran.out) == (1, "")
    assert "SUR-NOT-PRICED  aurora-serra-azul" in ran.err


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "vazio"),
        ("acts: [", "cirurgia.yaml:2"),
        ("acts: []\n", "team"),
        ("acts: []\nacts: []\n", "acts"),
        ("start: 2025-11-22 24:00\nacts: [{code: '1'}]\nteam: [{role: surgeon}]\n", "24:00"),
        ("start: 2025-11-22 10:00\nactz: 1\nacts: [{code: 1}]\nteam: [{role: surgeon}]\n", "acts"),
    ],
)
def test_bad_surgery_is_findings_with_their_place(
    run: Callable[..., Ran], tmp_path: Path, text: str, told: str
) -> None:
    file = tmp_path / "cirurgia.yaml"
    file.write_text(text, "utf-8")
    ran = run("surgery", file)
    assert (ran.code, ran.out) == (1, "")
    assert told in ran.err
    assert "cirurgia.yaml" in ran.err


def test_missing_surgery_and_missing_catalogue_are_told(
    run: Callable[..., Ran], tmp_path: Path
) -> None:
    assert run("surgery", tmp_path / "x.yaml").code == 1
    ran = run("surgery", surgery_path(), "-c", tmp_path / "nenhum")
    assert (ran.code, ran.out) == (1, "")
    assert "nenhum" in ran.err


def test_demonstration_prices_explains_compares_and_leads_on(run: Callable[..., Ran]) -> None:
    ran = run("demo", "surgery")
    assert ran.code == 0
    for told in (*TOTALS, "MEMÓRIA DE CÁLCULO", "Instrumentador", "CBHPM 4.1", "explain"):
        assert told in ran.out
    assert [line for line in ran.out.splitlines() if len(line) > 80] == []


@pytest.mark.parametrize("command", ["./run", "../honorarios/run", ""])
def test_demonstration_leads_on_with_the_command_that_started_it(
    run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("HONORARIOS_COMMAND", command)
    advice = run("demo", "surgery").out.partition("Para continuar:\n")[2].splitlines()
    assert len(advice) == 7
    assert [line for line in advice if not line.startswith(f"  {command or 'honorarios'} ")] == []


@pytest.mark.parametrize("name", surgery_names())
def test_every_demonstration_has_all_prices_under_its_first_contract(
    run: Callable[..., Ran], name: str
) -> None:
    told = run("demo", "surgery", name, "--json").json()
    assert len(told["contracts"]) == 3
    assert told["total"]["sums"][0]["unpriced"] == []
