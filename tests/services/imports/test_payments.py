"""Sheets of past payments: whole rows only, once each, feeding the estimates of glosa and delay."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
import xlsxwriter
from django.utils import timezone

from honorarios.records.models import AuditEvent, Cooperative, ImportRow, RoutePayment
from honorarios.routing.routes import Route
from honorarios.services import imports
from honorarios.services.actor import ActorRole
from honorarios.services.outcomes import Refusal
from honorarios.services.routing.history import history
from tests.services.imports.files import write

if TYPE_CHECKING:
    from pathlib import Path

    from tests.services.cast import Cast

pytestmark = pytest.mark.database

HEADERS = (
    "Guia",
    "Operadora",
    "Via",
    "Hospital",
    "Cooperativa",
    "Médico",
    "TUSS",
    "Valor apresentado",
    "Glosa",
    "Recuperado",
    "Apresentado em",
    "Pago em",
)
USUAL = ("G1", "Serra Azul", "repasse", "h1", "", "", "31003079", "2.150,00", "258,00", "")
DAYS = ("01/09/2025", "15/11/2025")


def row(**changes: str) -> dict[str, str]:
    """A payment by repasse, 75 days later, with 12 % refused."""
    cells = dict(zip(HEADERS, (*USUAL, *DAYS), strict=True))
    return cells | {name.replace("_", " "): value for name, value in changes.items()}


def take(cast: Cast, path: Path, *rows: dict[str, str], dry_run: bool = False) -> Any:  # noqa: ANN401 - an import's answer
    file = write(path / "pagamentos.csv", rows)
    return imports.run(actor=cast.clerk, path=file, kind="payments", dry_run=dry_run).require()


def reasons(answer: imports.ImportAnswer) -> list[str]:
    return sorted(reason.code for reason in answer.reasons)


def test_a_sheet_becomes_the_history_that_estimates_stand_on(cast: Cast, tmp_path: Path) -> None:
    answer = take(cast, tmp_path, *(row(Guia=f"G{number}") for number in range(8)))
    assert (answer.imported, answer.refused) == (8, 0)
    made = RoutePayment.objects.filter(office=cast.world.office)
    first = made.order_by("pk")[0]
    assert (first.payer, first.hospital, first.route) == (
        cast.world.payer,
        cast.world.hospital,
        "repasse",
    )
    assert (first.presented, first.denied, first.recovered) == (215_000, 25_800, 0)
    assert (first.presented_on, first.paid_on, first.waited) == (
        date(2025, 9, 1),
        date(2025, 11, 15),
        75,
    )
    seen = history(cast.world.office.pk, timezone.localdate())
    told = seen.glosa(Route.REPASSE, cast.world.payer.pk, "31003079")
    delay = seen.delay(Route.REPASSE, cast.world.payer.pk, None)
    assert (told.count, delay.median, delay.count) == (8, 75, 8)


def test_the_same_rows_in_another_file_do_nothing(cast: Cast, tmp_path: Path) -> None:
    take(cast, tmp_path, row(), row(Guia="G2"))
    events = AuditEvent.objects.filter(subject_type="payments").count()
    take(cast, tmp_path, row(Guia="G2"), row())
    assert RoutePayment.objects.count() == 2
    assert AuditEvent.objects.filter(subject_type="payments").count() == events


def test_what_came_later_is_news_and_nothing_else_is(cast: Cast, tmp_path: Path) -> None:
    take(cast, tmp_path, row(Pago_em="", Glosa=""))
    assert RoutePayment.objects.get().waited is None
    take(cast, tmp_path, row())
    take(cast, tmp_path, row(Recuperado="129,00"))
    kept = RoutePayment.objects.get()
    assert (kept.waited, kept.denied, kept.recovered) == (75, 25_800, 12_900)
    answer = take(cast, tmp_path, row(Recuperado="130,00"), row(Glosa="0,00"))
    assert set(reasons(answer)) == {"REG-IMPORT-DIFFERENT"}
    assert (answer.refused, RoutePayment.objects.get().recovered) == (2, 12_900)


def test_every_refused_row_says_why(cast: Cast, tmp_path: Path) -> None:
    Cooperative.objects.create(office=cast.world.office, code="COOPA", name="Anestesistas")
    tomorrow = timezone.localdate() + timedelta(days=2)
    answer = take(
        cast,
        tmp_path,
        row(Guia="1", Operadora="Ninguém"),
        row(Guia="2", Via="cooperativa"),
        row(Guia="3", Cooperativa="COOPA"),
        row(Guia="4", Via="coop", Cooperativa="anestesistas"),
        row(Guia="5", Glosa="2.150,01"),
        row(Guia="6", Recuperado="258,01"),
        row(Guia="7", Pago_em="31/08/2025"),
        row(Guia="8", Pago_em=f"{tomorrow:%d/%m/%Y}"),
        row(Guia="9", Via="por fora"),
        row(Guia="10", Valor_apresentado="0,00", Glosa=""),
        row(Guia=""),
        row(Guia="x" * 90),
    )
    assert (answer.imported, answer.refused) == (1, 11)
    refused = ImportRow.objects.filter(state="refused").values_list("findings", flat=True)
    assert Counter(finding["code"] for found in refused for finding in found) == {
        "REG-IMPORT-UNKNOWN": 1,
        "REG-IMPORT-COOPERATIVE": 2,
        "ROU-AMOUNTS": 3,
        "ROU-DAYS": 1,
        "ROU-FUTURE": 1,
        "TAB-NOT-TERM": 1,
        "TAB-EMPTY-CELL": 1,
        "EST-TOO-LONG": 1,
    }
    assert RoutePayment.objects.get().cooperative is not None


def test_a_trial_leaves_nothing(cast: Cast, tmp_path: Path) -> None:
    answer = take(cast, tmp_path, row(), row(Guia="2", Glosa="9.999,00"), dry_run=True)
    assert (answer.imported, answer.refused) == (1, 1)
    assert not RoutePayment.objects.exists()


def test_a_spreadsheet_with_columns_of_its_own_is_mapped(cast: Cast, tmp_path: Path) -> None:
    path = tmp_path / "demonstrativo.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ("Lote", "Item TUSS", "Bruto", "Envio", "Crédito"))
    sheet.write_row(1, 0, ("L-1", "31003079", 1800.5, "01/09/2025", "16/10/2025"))
    sheet.write_row(2, 0, ("L-2", "31003079", 1800.5, "01/09/2025", ""))
    sheet.merge_range(1, 4, 2, 4, "16/10/2025")
    book.close()
    mapping = imports.ImportMapping(
        columns={
            "reference": "Lote",
            "code": "Item TUSS",
            "presented": "Bruto",
            "presented_on": "Envio",
            "paid_on": "Crédito",
        },
        constants={"payer": "serra", "route": "convênio"},
    )
    answer = imports.run(actor=cast.clerk, path=path, kind="payments", mapping=mapping).require()
    assert (answer.imported, answer.refused, reasons(answer)) == (1, 1, ["TAB-MERGED"])
    assert RoutePayment.objects.get().presented == 180_050
    (refused,) = ImportRow.objects.filter(state="refused")
    assert refused.number == 3


@pytest.mark.parametrize("role", [ActorRole.AUDITOR, ActorRole.ADMINISTRATOR, ActorRole.PHYSICIAN])
def test_only_who_records_payments_imports_them(
    cast: Cast, tmp_path: Path, role: ActorRole
) -> None:
    file = write(tmp_path / "pagamentos.csv", [row()])
    told = imports.run(actor=cast.by_role[role], path=file, kind="payments")
    assert told.refusal is Refusal.FORBIDDEN
