"""What is only ever added to: the trail, the terms and the prices that a fee was priced with."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from django.apps import apps
from django.db import connection, models
from django.utils import timezone

from honorarios.records.models import (
    AuditDetail,
    AuditEvent,
    CatalogueVersion,
    PlannedAct,
    PriceRow,
    RouteClaim,
    RouteDecision,
    RoutePrediction,
    SurgeryCase,
    TaxParameters,
    TermsDocument,
)
from honorarios.records.triggers.tables import REFUSED
from tests.records.ways import copied, done, everything, refused, run

if TYPE_CHECKING:
    from tests.records.making import World

pytestmark = pytest.mark.database


def make_event(world: World) -> AuditEvent:
    return AuditEvent.objects.create(
        office=world.office,
        seq=1,
        at=timezone.now(),
        action="fees.launch",
        subject_type="part",
        subject_id="1",
        commitment="0" * 64,
        previous="0" * 64,
        hash="1" * 64,
    )


def make_price(world: World) -> PriceRow:
    return PriceRow.objects.create(
        office=world.office, schedule="s", edition="e", code="1", basis="BRL", added_in=1
    )


def make_document(world: World) -> TermsDocument:
    return TermsDocument.objects.create(
        office=world.office, kind="contracts", document_id="c", content="{}", added_in=1
    )


def test_the_trail_and_the_versions_of_the_catalogue_are_only_added_to(world: World) -> None:
    make_event(world)
    for table in ("records_auditevent", "records_catalogueversion"):
        before = everything()
        assert refused(partial(run, f"UPDATE {table} SET hash = '2'")) == "EST-APPEND-ONLY"  # noqa: S608
        assert refused(partial(run, f"DELETE FROM {table}")) == "EST-APPEND-ONLY"  # noqa: S608
        assert everything() == before
    done(
        lambda: CatalogueVersion.objects.create(
            office=world.office, number=2, hash="", author=world.user
        )
    )


def test_decisions_predictions_and_tax_parameters_are_only_added_to(world: World) -> None:
    case = SurgeryCase.objects.create(
        office=world.office,
        number="C1",
        hospital=world.hospital,
        patient=world.patient,
        payer=world.payer,
        indicated_on=date(2026, 10, 1),
    )
    act = PlannedAct.objects.create(office=world.office, case=case, sequence=1, code="31003079")
    decision = RouteDecision.objects.create(
        office=world.office,
        case=case,
        number=1,
        made_by=world.user,
        inputs_hash="",
        catalogue_hash="",
    )
    claim = RouteClaim.objects.create(
        office=world.office,
        decision=decision,
        case=case,
        act=act,
        role="surgeon",
        provider=world.provider,
        route="repasse",
    )
    foretold = {"presented": 1, "expected": 1, "received": 1, "days": 30}
    rows: tuple[models.Model, ...] = (
        decision,
        RoutePrediction.objects.create(
            office=world.office, decision=decision, claim=claim, **foretold
        ),
        TaxParameters.objects.create(
            office=world.office, year=2026, document="{}", content_hash="0", source="Contador"
        ),
    )
    before = everything()
    for row in rows:
        table = row._meta.db_table
        for done_to in (f"UPDATE {table} SET id = id", f"DELETE FROM {table}"):  # noqa: S608
            assert refused(partial(run, done_to)) == "EST-APPEND-ONLY"
    assert everything() == before


def test_the_detail_of_an_event_can_be_erased_but_not_altered(world: World) -> None:
    detail = AuditDetail.objects.create(office=world.office, event=make_event(world), content="{}")
    detail.content = '{"x":1}'
    assert refused(detail.save) == "EST-APPEND-ONLY"
    done(AuditDetail.objects.all().delete)
    assert not AuditDetail.objects.exists()


@pytest.mark.parametrize("make", [make_price, make_document])
def test_terms_and_prices_end_once_and_change_in_nothing_else(world: World, make: Any) -> None:  # noqa: ANN401 - a row's maker
    row = make(world)
    rows = type(row).objects.filter(pk=row.pk)
    changed: dict[str, Any] = {"code": "2"} if make is make_price else {"content": "{ }"}
    assert refused(lambda: rows.update(**changed)) == "EST-APPEND-ONLY"
    assert refused(lambda: rows.update(**changed, removed_in=2)) == "EST-APPEND-ONLY"
    assert refused(lambda: rows.update(added_in=2, removed_in=3)) == "EST-APPEND-ONLY"
    assert refused(lambda: rows._raw_delete(rows.db)) == "EST-APPEND-ONLY"
    done(lambda: rows.update(removed_in=2))
    for again in (None, 2, 3):
        assert refused(partial(rows.update, removed_in=again)) == "EST-APPEND-ONLY"


def test_no_held_table_is_truncated_or_replaced(world: World) -> None:
    make_event(world)
    make_price(world)
    make_document(world)
    connection.check_constraints()
    for table in REFUSED:
        if connection.vendor == "postgresql":
            assert refused(partial(run, f"TRUNCATE {table} CASCADE")) == "EST-APPEND-ONLY"
        else:
            replace_first(table)


def replace_first(table: str) -> None:
    """Replace a table's first row, if it has one, as a connection that hides it from DELETE triggers."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT min(id) FROM {table}")  # noqa: S608 - our own names
        (first,) = cursor.fetchone()
    if first is not None:
        run("PRAGMA recursive_triggers = OFF")
        assert refused(lambda: copied(table, first, "REPLACE")) == "EST-APPEND-ONLY"
        run("PRAGMA recursive_triggers = ON")


def test_nothing_of_the_record_is_deleted_along_with_something_else() -> None:
    """No foreign key cascades, so that deleting a register can't take money along."""
    keys = [
        field
        for model in apps.get_app_config("records").get_models()
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey)
    ]
    assert len(keys) > 100
    assert {str(key) for key in keys if key.remote_field.on_delete is not models.PROTECT} == set()
