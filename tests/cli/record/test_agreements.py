"""Agreements from the command line: a sheet tried and imported, and what is to be confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from honorarios.records.models import Agreement, Hospital, Payer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.running import Ran
    from tests.services.hospital import House

pytestmark = pytest.mark.database


def test_a_sheet_is_tried_imported_and_its_facts_are_asked_for(
    run: Callable[..., Ran],
    house: House,  # noqa: ARG001 - the office
    tmp_path: Path,
) -> None:
    hospital, payer = Hospital.objects.first(), Payer.objects.first()
    assert hospital is not None
    assert payer is not None
    sheet = tmp_path / "acordos.csv"
    sheet.write_text(
        "Tipo;Hospital;Convênio;Início;Taxa\n"
        f"repasse;{hospital.code};{payer.code};01/01/2025;8\n"
        f"repasse;{hospital.code};{payer.code};01/02/2025;108\n",
        "utf-8",
    )
    tried = run("agreements", "import", sheet, "--dry-run", "--json")
    assert (tried.code, tried.json()["imported"], tried.json()["refused"]) == (3, 1, 1)
    assert not Agreement.objects.exists()
    assert "Nada a confirmar." in run("agreements", "stale").out

    done = run("agreements", "import", sheet, "--yes")
    assert (done.code, Agreement.objects.count()) == (3, 1)
    assert "REG-OVERLAP" in done.out
    told = run("agreements", "stale")
    assert f"{hospital.name} · {payer.name}: não confirmado" in told.out
    (fact,) = run("agreements", "stale", "--within", "0", "--json").json()["facts"]
    assert (fact["register"], fact["why"]) == ("agreements", "unconfirmed")
