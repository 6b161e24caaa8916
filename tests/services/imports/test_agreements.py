"""Sheets of agreements: each row an agreement with its terms, whole or not at all."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
import xlsxwriter

from honorarios.records.models import Agreement, AuditEvent, Cooperative, ImportRow, RouteTerms
from honorarios.services import imports
from honorarios.services.actor import ActorRole
from tests.services.imports.files import write

if TYPE_CHECKING:
    from pathlib import Path

    from tests.services.cast import Cast

pytestmark = pytest.mark.database

HEADERS = ("Tipo", "Hospital", "Operadora", "Início", "Situação", "Taxa", "Prazo de pagamento")


def row(**changes: str) -> dict[str, str]:
    """A repasse with its terms, as an office writes it."""
    cells = dict(
        zip(HEADERS, ("repasse", "h1", "serra", "01/01/2026", "", "8,5", "75"), strict=True)
    )
    return cells | {name.replace("_", " "): value for name, value in changes.items()}


def take(cast: Cast, path: Path, *rows: dict[str, Any], dry_run: bool = False) -> Any:  # noqa: ANN401 - an import's answer
    file = write(path / "acordos.csv", rows)
    return imports.run(actor=cast.clerk, path=file, kind="agreements", dry_run=dry_run).require()


def reasons(answer: imports.ImportAnswer) -> list[str]:
    return sorted(reason.code for reason in answer.reasons)


def test_an_agreement_comes_with_its_terms_and_by_the_names_that_people_write(
    cast: Cast, tmp_path: Path
) -> None:
    answer = take(cast, tmp_path, row(Hospital="Hospital Aurora", Operadora="serra azul"))
    assert (answer.imported, answer.refused) == (1, 0)
    (made,) = Agreement.objects.all()
    assert (made.hospital, made.payer) == (cast.world.hospital, cast.world.payer)
    (terms,) = RouteTerms.objects.all()
    assert (terms.agreement_id, terms.fee_share, terms.payment_days) == (
        made.pk,
        Decimal("8.5"),
        75,
    )
    again = take(cast, tmp_path, row(Hospital="Hospital Aurora", Taxa="7"))
    assert again.imported == 1
    terms.refresh_from_db()
    assert (Agreement.objects.count(), terms.fee_share) == (1, Decimal(7))


def test_each_row_is_taken_whole_or_not_at_all(cast: Cast, tmp_path: Path) -> None:
    Cooperative.objects.create(office=cast.world.office, code="COOPA", name="Anestesistas")
    answer = take(
        cast,
        tmp_path,
        row(),
        row(Início="01/03/2026"),
        row(Tipo="cooperativa", Hospital="", Cooperativa="NENHUMA"),
        row(Tipo="cooperativa", Hospital="", Cooperativa="COOPA", Taxa="108"),
        row(Início="31/02/2026"),
        row(Hospital="", Início="01/01/2025"),
    )
    assert (answer.imported, answer.refused) == (1, 5)
    assert reasons(answer) == [
        "REG-OVERLAP",
        "REG-PARTY",
        "REG-REFERENCE",
        "REG-UNREADABLE",
        "REG-UNREADABLE",
    ]
    assert (Agreement.objects.count(), RouteTerms.objects.count()) == (1, 1)


def test_terms_of_a_refused_agreement_are_told_along_with_it(cast: Cast, tmp_path: Path) -> None:
    answer = take(cast, tmp_path, row(Situação="confirmado", Taxa="108"))
    assert reasons(answer) == ["REG-CONFIRMED-DAY", "REG-UNREADABLE"]


def test_a_trial_leaves_nothing(cast: Cast, tmp_path: Path) -> None:
    before = AuditEvent.objects.count()
    answer = take(cast, tmp_path, row(), row(Taxa="muito", Início="01/01/2024"), dry_run=True)
    assert (answer.imported, answer.refused) == (1, 1)
    assert (Agreement.objects.count(), RouteTerms.objects.count()) == (0, 0)
    assert AuditEvent.objects.count() == before


def test_a_row_below_a_merged_cell_says_so_and_keeps_the_file_for_mending(
    cast: Cast, tmp_path: Path
) -> None:
    path = tmp_path / "acordos.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, HEADERS)
    for number, start in enumerate(("01/01/2026", "01/01/2027"), 1):
        cells = row(Início=start)
        for column, name in enumerate(HEADERS):
            if name != "Hospital":
                sheet.write(number, column, cells[name])
    sheet.merge_range(1, 1, 2, 1, "h1")
    book.close()
    answer = imports.run(actor=cast.clerk, path=path, kind="agreements").require()
    assert (answer.imported, answer.refused, reasons(answer)) == (1, 1, ["TAB-MERGED"])
    (refused,) = ImportRow.objects.filter(state="refused")
    assert refused.number == 3


def test_who_may_not_import_registers_imports_no_agreement(cast: Cast, tmp_path: Path) -> None:
    path = write(tmp_path / "acordos.csv", [row()])
    auditor = cast.by_role[ActorRole.AUDITOR]
    refused = imports.run(actor=auditor, path=path, kind="agreements")
    assert [one.code for one in refused.findings] == ["PER-ROLE"]
    assert not Agreement.objects.exists()
