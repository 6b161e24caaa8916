"""Past payments from the command line: tried, imported, and once each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from honorarios.records.models import Payer, RoutePayment

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.running import Ran
    from tests.services.hospital import House

pytestmark = pytest.mark.database


def test_a_sheet_is_tried_and_imported_once(
    run: Callable[..., Ran],
    house: House,  # noqa: ARG001 - the office
    tmp_path: Path,
) -> None:
    payer = Payer.objects.first()
    assert payer is not None
    sheet = tmp_path / "pagamentos.csv"
    sheet.write_text(
        "Guia;Convênio;Via;TUSS;Bruto;Glosa;Apresentado em;Pago em\n"
        f"1;{payer.code};repasse;31005497;2.150,00;258,00;01/09/2025;15/11/2025\n"
        f"2;{payer.code};repasse;31005497;2.150,00;2.158,00;01/09/2025;15/11/2025\n",
        "utf-8",
    )
    asked = ("payments", "import", sheet, "--map", "presented=Bruto")
    tried = run(*asked, "--dry-run", "--json")
    assert (tried.code, tried.json()["imported"], tried.json()["refused"]) == (3, 1, 1)
    assert not RoutePayment.objects.exists()
    done = run(*asked, "--yes")
    assert (done.code, RoutePayment.objects.get().waited) == (3, 75)
    assert "ROU-AMOUNTS" in done.out
    sheet.write_text(sheet.read_text("utf-8") + "\n", "utf-8")
    assert run(*asked, "--yes").code == 3
    assert RoutePayment.objects.count() == 1
