"""An account part moved from open to billed and back from the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from honorarios.records.models import AccountPart
from tests.cli.record.test_fees import ACT

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.running import Ran
    from tests.services.hospital import House

pytestmark = pytest.mark.database

PAYER = ("--payer", "convenio-ch", "--unit", "unidade")


def status(house: House) -> str:
    return AccountPart.objects.get(pk=house.part.pk).status


def test_a_part_goes_through_its_states_and_back(run: Callable[..., Ran], house: House) -> None:
    part = house.part.pk
    run("fees", "launch", part, *ACT, "--yes")
    shown = run("part", "close", part, "--dry-run", "--json")
    assert (shown.code, shown.json()["status"], status(house)) == (0, "closed", "open")
    asked = run("part", "close", part)
    assert asked.code == 2
    assert f"Encerra a parcial {part}, de R$ 410,00?" in asked.err
    assert run("part", "close", part, "--yes").out == f"Parcial {part}: Encerrada (versão 2)\n"
    assert run("part", "close", part, "--yes").code == 4
    assert run("part", "release", part, "--yes", "--version", 1).code == 4
    assert run("part", "release", part, "--yes", "--version", 2).code == 0
    trial = run("part", "bill", *PAYER, "--dry-run")
    assert "1 parcial, R$ 410,00" in trial.out
    assert status(house) == "released"
    billed = run("part", "bill", part, *PAYER, "--yes", "--json").json()
    assert (billed["total_centavos"], status(house)) == (41_000, "billed")
    assert run("fees", "launch", part, *ACT, "--yes").code == 4
    back = run("part", "rebill", billed["remittance_id"], "--reason", "Guia trocada", "--yes")
    assert (back.code, status(house)) == (0, "released")
    assert run("part", "unrelease", part, "--reason", "Corrigir", "--yes").code == 0
    assert run("part", "invoice", part, "--number", "4711", "--yes").out.endswith(
        "nota fiscal 4711 (versão 7)\n"
    )
    assert run("part", "reopen", part, "--yes").code == 3  # without a reason
    assert run("part", "reopen", part, "--reason", "Falta um ato", "--yes").code == 0
    assert run("part", "cancel", part, "--reason", "Em dobro", "--yes").code == 0
    assert status(house) == "cancelled"


def test_billing_asks_what_it_comes_to(run: Callable[..., Ran], house: House) -> None:
    part = house.part.pk
    run("fees", "launch", part, *ACT, "--yes")
    assert run("part", "bill", *PAYER, "--yes").code == 4  # nothing is released
    for verb in ("close", "release"):
        run("part", verb, part, "--yes")
    asked = run("part", "bill", *PAYER)
    assert asked.code == 2
    assert "Fatura 1 parcial, R$ 410,00?" in asked.err
    assert status(house) == "released"


def test_what_is_named_must_be_there(run: Callable[..., Ran], house: House) -> None:
    assert run("part", "close", 999_999, "--yes").code == 5
    assert run("part", "rebill", 999_999, "--reason", "x", "--yes").code == 5
    for words in (("--payer", "nenhum", *PAYER[2:]), (*PAYER[:2], "--unit", "nenhuma")):
        ran = run("part", "bill", *words, "--yes")
        assert ran.code == 5
        assert "PER-NOT-FOUND" in ran.err
    assert status(house) == "open"
