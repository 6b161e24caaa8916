"""Columns are recognised under the names that people give them."""

from __future__ import annotations

import pytest

from honorarios.core.findings import has_errors
from honorarios.pricing.batch.header import ALIASES, Header, read_header
from honorarios.pricing.columns import INPUT_COLUMNS, OUTPUT_NAMES
from honorarios.tabular.columns import header_key

LEAST = ["contract", "code", "start", "role"]


def header(*names: str) -> Header:
    read, findings = read_header(names, "linhas.csv")
    assert read is not None, findings
    return read


def codes(*names: str) -> list[str]:
    _, findings = read_header(names, "linhas.csv")
    return [finding.code for finding in findings]


@pytest.mark.parametrize("column", INPUT_COLUMNS, ids=lambda column: column.name)
def test_english_and_portuguese_names_and_aliases_are_known(column) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    for name in (column.name, column.title.upper(), *ALIASES.get(column.name, ())):
        others = [each for each in LEAST if each != column.name]
        assert header(*others, name).known[column.name] == name


def test_no_name_serves_two_columns() -> None:
    keys = [
        header_key(name)
        for column in INPUT_COLUMNS
        for name in {column.name, column.title, *ALIASES.get(column.name, ())}
    ]
    assert len(set(keys)) == len(keys)


def test_its_very_name_wins_over_others() -> None:
    assert header(*LEAST, "código").known["code"] == "code"


def test_unknown_columns_stay_and_results_of_before_go() -> None:
    read, findings = read_header([*LEAST, "meu", *OUTPUT_NAMES], "f")
    assert read is not None
    assert read.names == (*LEAST, "meu")
    assert [finding.code for finding in findings] == ["BAT-PRICED-BEFORE"]
    assert not has_errors(findings)


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (["contract", "code", "start"], "BAT-MISSING-COLUMN"),
        (["code", "start", "role", "payer"], "BAT-MISSING-CONTRACT"),
        ([*LEAST, "role"], "BAT-DUPLICATE-COLUMN"),
        (["contract", "Código", "codigo", "start", "role"], "BAT-AMBIGUOUS-COLUMN"),
        ([*LEAST, "status"], "BAT-RESULT-NAMES"),
    ],
)
def test_what_forbids_pricing_is_a_finding(names: list[str], code: str) -> None:
    assert codes(*names) == [code]


def test_near_names_are_suggested() -> None:
    _, findings = read_header(["contrat", "codgo", "inicioo", "funcao do medic"], "f")
    tips = " ".join(finding.tip for finding in findings)
    for name in ("contrat", "codgo", "inicioo", "funcao do medic"):
        assert f"“{name}”" in tips


def test_a_column_almost_named_as_one_is_said_to_pass_through() -> None:
    assert codes(*LEAST, "quantidad") == ["BAT-NEAR-COLUMN"]
    assert codes(*LEAST, "observações do faturista") == []


def test_an_access_route_without_the_kind_of_procedure_is_said_to_count_as_principal() -> None:
    assert codes(*LEAST, "via de acesso") == ["BAT-NO-KIND"]
    assert codes(*LEAST, "via de acesso", "tipo do procedimento") == []
