"""The record proves itself: a sound one whole, and each invariant broken by hand is the one that is named."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.utils import timezone

from honorarios.core.vocabulary import ProcedureKind
from honorarios.records import triggers
from honorarios.records.models import (
    AccountPart,
    BillingUnit,
    CatalogueVersion,
    FeeLine,
    Office,
    Payer,
    Provider,
    SplitRule,
    SplitShare,
)
from honorarios.records.triggers.scripts import trigger_names
from honorarios.services import fees, parts
from honorarios.services.actor import ActorRole
from honorarios.services.check import INVARIANTS, prove
from honorarios.services.outcomes import Refusal
from tests.launching.making import entry
from tests.services.cast import Cast, bring, launch, make_cast, make_part, stock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from honorarios.services.check import Proof

pytestmark = pytest.mark.database


@pytest.fixture
def busy(cast: Cast) -> Cast:
    """An office where something of everything happened."""
    real_catalogue(cast)
    divide(cast)
    Payer.objects.create(office=cast.world.office, code="outro", name="Outro", group="insurer")
    part = make_part(cast.world)
    first = launch(cast, part)
    launch(cast, part, quantity=3, procedure_kind=ProcedureKind.SECONDARY)
    fees.edit(actor=cast.clerk, uid=str(first.uid), version=1, changes={"quantity": 2}).require()
    second = fees.launch(
        actor=cast.clerk, part_id=part.pk, entries=[entry(provider="p2")]
    ).require()
    fees.reverse(
        actor=cast.clerk, uid=str(second.entries[0].lines[0].uid), reason="Lançado por engano."
    ).require()
    fees.launch(actor=cast.clerk, part_id=part.pk, entries=[entry(provider="p2")]).require()
    bring(cast, part, "released")
    parts.bill(
        actor=cast.clerk, payer_id=cast.world.payer.pk, billing_unit_id=cast.world.unit.pk
    ).require()
    launch(cast, make_part(cast.world))
    return cast


def real_catalogue(cast: Cast) -> None:
    """The small catalogue in place of the one that only has a number."""
    with unguarded():
        CatalogueVersion.objects.filter(office=cast.world.office).delete()
    stock(cast)


@contextmanager
def unguarded() -> Iterator[None]:
    """The database without its triggers, as its owner might leave it."""
    triggers.remove(connection)
    yield
    triggers.install(connection)


def divide(cast: Cast) -> None:
    """The colleague keeps 33,33 % of each act; the rest is the unit's own."""
    hospital = Provider.objects.create(office=cast.world.office, code="hospital", name="Hospital")
    BillingUnit.objects.filter(pk=cast.world.unit.pk).update(principal_provider=hospital)
    rule = SplitRule.objects.create(
        office=cast.world.office, provider=cast.colleague, valid_from=date(2025, 1, 1)
    )
    SplitShare.objects.create(
        office=cast.world.office,
        rule=rule,
        provider=cast.colleague,
        position=1,
        percent=Decimal("33.33"),
    )


def proof(cast: Cast) -> Proof:
    return prove(actor=cast.by_role[ActorRole.AUDITOR]).require()


def test_a_sound_record_is_whole_and_every_invariant_is_told(busy: Cast) -> None:
    told: list[tuple[str, bool]] = []
    found = prove(
        actor=busy.by_role[ActorRole.AUDITOR],
        on_proven=lambda name, holds: told.append((name, holds)),
    ).require()
    assert found.broken == ()
    assert told == [(invariant.name, True) for invariant in INVARIANTS]


def test_whoever_may_not_check_is_refused(cast: Cast) -> None:
    assert prove(actor=cast.clerk).refusal is Refusal.FORBIDDEN


def test_dropped_triggers_are_named(cast: Cast) -> None:
    real_catalogue(cast)
    name = min(trigger_names(connection))
    with connection.cursor() as cursor:
        cursor.execute(_drop(name))
    found = proof(cast)
    assert [broken.name for broken in found.broken] == ["guards"]
    assert name in found.broken[0].breaches[0]


def _drop(name: str) -> str:
    if connection.vendor == "sqlite":
        return f"DROP TRIGGER {name}"
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid WHERE tgname = %s",
            [name],
        )
        (table,) = cursor.fetchone()
    return f"DROP TRIGGER {name} ON {table}"


TAMPERINGS: dict[str, tuple[str, str]] = {
    "reversed line back to life": (
        "reversals",
        "UPDATE records_feeline SET status = 'active' WHERE status = 'reversed'",
    ),
    "reversal of another amount": (
        "reversals",
        (
            "UPDATE records_feeline SET unit_value = unit_value + 1, total = total - 1, charged = charged - 1"
            " WHERE status = 'reversal'"
        ),
    ),
    "version skipped": (
        "versions",
        "UPDATE records_feeline SET version = version + 1 WHERE number = 3",
    ),
    "versions lost": ("versions", "DELETE FROM records_feelineversion"),
    "line lost": (
        "numbers",
        "DELETE FROM records_feeline WHERE number = 2",
    ),
    "amount changed": (
        "prices",
        (
            "UPDATE records_feeline SET unit_value = unit_value + 1, total = total + quantity,"
            " charged = charged + quantity WHERE number = 2 AND split_group IS NULL"
        ),
    ),
    "trace changed": (
        "prices",
        (
            "UPDATE records_feeline SET kept = REPLACE(CAST(kept AS TEXT), '31003079', '30722071'){json}"
            " WHERE number = 2 AND split_group IS NULL"
        ),
    ),
    **{
        f"line that says another {what}": (
            "prices",
            f"UPDATE records_feeline SET {change} WHERE number = 2 AND split_group IS NULL",  # noqa: S608
        )
        for what, change in {
            "code": "code = '10101012'",
            "hour": "start = '2025-11-18 09:00:00'",
            "provider": "provider_id = (SELECT id FROM records_provider WHERE code = 'p2')",
            "role": "role = 'first_assistant'",
            "route": "access_route = 'different'",
            "kind": "procedure_kind = 'principal'",
            "quantity": "quantity = 1, unit_value = total",
            "unit value": "unit_value = unit_value + 1",
            "price row": "price_row = price_row + 1",
        }.items()
    },
    "part of another unit's payer": (
        "prices",
        (
            "UPDATE records_accountpart SET payer_id = (SELECT MIN(id) FROM records_payer"
            " WHERE id <> records_accountpart.payer_id) WHERE status = 'open'"
        ),
    ),
    "share changed": (
        "splits",
        (
            "UPDATE records_feeline SET unit_value = unit_value + 1, total = total + 1, charged = charged + 1"
            " WHERE status = 'active' AND outside_stored AND split_group IS NOT NULL"
        ),
    ),
    "state changed behind the verbs": (
        "states",
        "UPDATE records_accountpart SET status = 'released', remittance_id = NULL WHERE status = 'billed'",
    ),
    "late line": (
        "frozen",
        "UPDATE records_feeline SET created_at = '2999-01-01 00:00:00{zone}' WHERE number = 2",
    ),
    "remittance's total": ("remittances", "UPDATE records_remittance SET total = total + 1"),
    "price row changed": (
        "catalogues",
        "UPDATE records_pricerow SET fee = fee + 1 WHERE code = '31003079'",
    ),
    "audit event changed": (
        "trail",
        "UPDATE records_auditevent SET subject_id = '999' WHERE seq = 2",
    ),
}


@pytest.mark.parametrize("tampering", TAMPERINGS)
def test_what_is_changed_behind_the_triggers_is_named(busy: Cast, tampering: str) -> None:
    named, statement = TAMPERINGS[tampering]
    postgresql = connection.vendor == "postgresql"
    with unguarded(), connection.cursor() as cursor:
        cursor.execute(
            statement.replace("{json}", "::jsonb" if postgresql else "").replace(
                "{zone}", "+00" if postgresql else ""
            )
        )
        assert cursor.rowcount > 0
    broken = {found.name: found for found in proof(busy).broken}
    assert named in broken
    assert broken[named].breaches


def test_a_row_of_another_office_is_named(busy: Cast) -> None:
    office = Office.objects.create(name="Outra", slug="outra")
    stranger = Payer.objects.create(office=office, code="alheio", name="Alheio", group="insurer")
    with unguarded():
        AccountPart.objects.filter(status="open").update(payer=stranger)
    assert "ownership" in [broken.name for broken in proof(busy).broken]


def test_a_line_after_the_patients_invoice_is_named(busy: Cast) -> None:
    payer = Payer.objects.create(
        office=busy.world.office, code="proprio", name="Próprio", group="self_pay"
    )
    part = make_part(busy.world)
    AccountPart.objects.filter(pk=part.pk).update(payer=payer, version=2)
    launch(busy, part)
    bring(busy, part, "closed")
    parts.issue_tax_invoice(actor=busy.clerk, part_id=part.pk, number="NF 1").require()
    assert proof(busy).whole
    with unguarded():
        FeeLine.objects.filter(part=part).update(created_at=timezone.now())
    assert "frozen" in [broken.name for broken in proof(busy).broken]


def test_what_is_written_meanwhile_does_not_look_like_a_breach(on_own_database: str) -> None:
    assert on_own_database
    cast = make_cast()
    real_catalogue(cast)
    part = make_part(cast.world)
    launch(cast, part)

    def close_the_part() -> None:
        parts.close(actor=cast.clerk, part_id=part.pk).require()
        connection.close()

    def meanwhile(name: str, _holds: bool) -> None:  # noqa: FBT001 - as the proof tells it
        if name == INVARIANTS[0].name:
            other = Thread(target=close_the_part)
            other.start()
            other.join()

    found = prove(actor=cast.by_role[ActorRole.AUDITOR], on_proven=meanwhile).require()
    assert found.whole
    # It happened, and the proof of one moment did not see it.
    assert AccountPart.objects.get(pk=part.pk).status == "closed"
    assert proof(cast).whole
