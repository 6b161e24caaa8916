"""Importing fees from the command line: what becomes of each row, told and given back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from honorarios.records.models import FeeLine
from tests.launching.making import SURGERY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.running import Ran
    from tests.services.hospital import House

pytestmark = pytest.mark.database

HEADER = "Id da parcial;Código;Quando;Prestador;Função"
MAPPED = ("--map", "start=Quando")


@pytest.fixture
def production(house: House, tmp_path: Path) -> Path:
    """A file with two good rows and one that says what nobody is."""
    rows = [
        f"{house.part.pk};{SURGERY};19/11/2025 {hour}:00;medico;{role}"
        for hour, role in (("08", "cirurgiao"), ("09", "cirurgiao"), ("10", "piloto"))
    ]
    file = tmp_path / "producao.csv"
    file.write_text("\n".join([HEADER, *rows]), "utf-8")
    return file


def test_a_file_is_tried_imported_once_and_undone(
    run: Callable[..., Ran], production: Path, tmp_path: Path
) -> None:
    tried = run("fees", "import", production, *MAPPED, "--dry-run", "--json")
    told = tried.json()
    assert (tried.code, told["imported"], told["refused"]) == (3, 2, 1)
    assert told["charged"] == "820.00"
    asked = run("fees", "import", production, *MAPPED)
    assert asked.code == 2
    assert "Importa 2 linhas de 3, R$ 820,00 em 2 lançamentos?" in asked.err
    assert not FeeLine.objects.exists()

    refused = tmp_path / "recusadas.csv"
    done = run("fees", "import", production, *MAPPED, "--refused", refused, "--yes")
    assert done.code == 3
    assert "Importadas   2" in done.out
    assert "LAN-UNREADABLE" in done.out
    assert "piloto" in refused.read_text("utf-8-sig")
    assert FeeLine.objects.count() == 2

    again = run("fees", "import", production, *MAPPED, "--yes")
    assert "REG-IMPORT-AGAIN" in again.err
    assert FeeLine.objects.count() == 2
    assert "3/3 linhas" in run("fees", "imports").out
    (batch,) = run("fees", "imports", "--json").json()["imports"]
    assert run("fees", "undo", batch["id"], "--reason", "Mês errado").code == 2
    undone = run("fees", "undo", batch["id"], "--reason", "Mês errado", "--yes", "--json").json()
    assert (undone["lines"], undone["total_centavos"]) == (2, 82_000)
    assert run("fees", "undo", batch["id"], "--reason", "x", "--yes").code == 4


def test_rows_that_wait_are_answered(run: Callable[..., Ran], production: Path) -> None:
    assert run("fees", "import", production, *MAPPED, "--yes").code == 3
    other = production.with_name("outra.csv")
    other.write_text("\n".join(production.read_text("utf-8").splitlines()[:3]), "utf-8")
    waiting = run("fees", "import", other, *MAPPED, "--yes")
    assert waiting.code == 0
    assert "À espera    2" in waiting.out
    assert FeeLine.objects.count() == 2
    batch = run("fees", "imports", "--json").json()["imports"][0]["id"]
    assert run("fees", "answer", batch, "talvez").code == 2
    assert "Responde decline a 2 linhas?" in run("fees", "answer", batch, "decline").err
    assert run("fees", "answer", batch, "decline", "--yes", "--json").json()["pending"] == 0
    assert FeeLine.objects.count() == 2


def test_what_cannot_be_imported_is_told(
    run: Callable[..., Ran], house: House, production: Path
) -> None:
    assert house.office.slug == "aurora"
    assert run("fees", "import", "nada.csv", "--yes").code == 3
    assert run("fees", "import", production, "--yes").code == 3  # no column says when
    assert run("fees", "import", production, *MAPPED, "--identical", "talvez", "--yes").code == 2
    assert run("registers", "import", "carros", production, "--yes").code == 3
    assert run("fees", "answer", 999, "confirm", "--yes").code == 5
