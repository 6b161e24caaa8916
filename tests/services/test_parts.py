"""The verbs of account parts, one transaction each (spec: launching 3.2 and 3.13)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from honorarios.records.models import (
    AccountPart,
    Attendance,
    AuditEvent,
    CatalogueVersion,
    PartTransition,
    Payer,
    Remittance,
    RemittanceExit,
    RemittanceItem,
)
from honorarios.services import parts, remittances
from honorarios.services.outcomes import Refusal
from tests.records.making import make_line
from tests.services.cast import Cast, bring, launch, make_part, stock

if TYPE_CHECKING:
    from honorarios.services.outcomes import Result

pytestmark = pytest.mark.database


def codes(result: Result[Any]) -> list[str]:
    return [finding.code for finding in result.findings]


def released(cast: Cast, units: int = 1) -> AccountPart:
    """A released part with a line of R$ 410,00 times ``units``."""
    if not CatalogueVersion.objects.filter(number=2).exists():
        stock(cast)
    part = make_part(cast.world)
    launch(cast, part, quantity=units)
    return bring(cast, part, "released")


def test_a_part_goes_all_the_way_and_back_and_each_step_is_on_record(cast: Cast) -> None:
    act: dict[str, Any] = {"actor": cast.clerk, "part_id": cast.part.pk}
    assert parts.close(**act).require().status == "closed"
    assert parts.reopen(**act, reason="Faltou um auxiliar.").require().status == "open"
    assert parts.close(**act).require().status == "closed"
    assert parts.release(**act).require().status == "released"
    assert parts.unrelease(**act, reason="Valor errado.").require().status == "closed"
    assert parts.cancel(**act, reason="Aberta por engano.").require().status == "cancelled"

    cast.part.refresh_from_db()
    assert (cast.part.status, cast.part.version) == ("cancelled", 7)
    steps = PartTransition.objects.filter(part=cast.part).order_by("version")
    assert list(steps.values_list("version", "verb", "from_status", "to_status")) == [
        (2, "close", "open", "closed"),
        (3, "reopen", "closed", "open"),
        (4, "close", "open", "closed"),
        (5, "release", "closed", "released"),
        (6, "unrelease", "released", "closed"),
        (7, "cancel", "closed", "cancelled"),
    ]
    assert set(steps.values_list("actor_id", flat=True)) == {cast.clerk.user_id}
    actions = AuditEvent.objects.order_by("seq").values_list("action", "subject_id")
    assert [action for action, _ in actions] == [
        f"parts.{verb}" for verb in steps.values_list("verb", flat=True)
    ]
    assert {subject for _, subject in actions} == {str(cast.part.pk)}


@pytest.mark.parametrize(
    ("status", "verb", "refused"),
    [
        ("open", "release", "EST-STATE"),
        ("open", "unrelease", "EST-STATE"),
        ("closed", "close", "EST-STATE"),
        ("released", "close", "EST-STATE"),
        ("released", "cancel", "EST-STATE"),
        ("cancelled", "reopen", "EST-STATE"),
        ("cancelled", "cancel", "EST-STATE"),
    ],
)
def test_a_verb_out_of_its_state_is_a_finding_and_changes_nothing(
    cast: Cast, status: str, verb: str, refused: str
) -> None:
    part = bring(cast, make_part(cast.world), status)
    events, version = AuditEvent.objects.count(), part.version
    result = getattr(parts, verb)(actor=cast.clerk, part_id=part.pk, reason="Motivo.")
    assert codes(result) == [refused]
    assert result.refusal is Refusal.STATE
    part.refresh_from_db()
    assert (part.status, part.version) == (status, version)
    assert PartTransition.objects.filter(part=part).count() == version - 1
    assert AuditEvent.objects.count() == events


@pytest.mark.parametrize("verb", ["reopen", "unrelease", "cancel"])
def test_going_back_needs_a_reason(cast: Cast, verb: str) -> None:
    part = bring(cast, make_part(cast.world), "released" if verb == "unrelease" else "closed")
    result = getattr(parts, verb)(actor=cast.clerk, part_id=part.pk, reason="  ")
    assert codes(result) == ["EST-REASON"]
    assert result.refusal is Refusal.INVALID


@pytest.mark.parametrize("reason", ["x" * 501, "nulo\0aqui"])
def test_a_reason_that_cannot_be_kept_is_a_finding(cast: Cast, reason: str) -> None:
    part = bring(cast, make_part(cast.world), "closed")
    result = parts.reopen(actor=cast.clerk, part_id=part.pk, reason=reason)
    assert codes(result)[0] in {"EST-TOO-LONG", "EST-NOT-TEXT"}
    assert result.refusal is Refusal.INVALID


def test_a_stale_version_says_the_current_one(cast: Cast) -> None:
    parts.close(actor=cast.clerk, part_id=cast.part.pk, version=1).require()
    late = parts.reopen(actor=cast.clerk, part_id=cast.part.pk, version=1, reason="Engano.")
    assert codes(late) == ["EST-STALE"]
    assert late.refusal is Refusal.STALE
    assert "versão 2" in late.findings[0].message


def test_a_cancelled_attendance_blocks_every_verb(cast: Cast) -> None:
    Attendance.objects.filter(pk=cast.world.attendance.pk).update(status="cancelled", version=2)
    for verb in ("close", "cancel"):
        result = getattr(parts, verb)(actor=cast.clerk, part_id=cast.part.pk, reason="Motivo.")
        assert "LAN-V01" in codes(result)


def test_a_dry_run_answers_and_leaves_nothing(cast: Cast) -> None:
    answered = parts.close(actor=cast.clerk, part_id=cast.part.pk, dry_run=True).require()
    assert (answered.status, answered.version) == ("closed", 2)
    cast.part.refresh_from_db()
    assert (cast.part.status, cast.part.version) == ("open", 1)
    assert not AuditEvent.objects.exists()


def test_billing_freezes_the_released_parts_of_a_payer_and_unit_into_one_remittance(
    cast: Cast,
) -> None:
    first, second = released(cast), released(cast, 2)
    still_open = make_part(cast.world)
    other = Payer.objects.create(
        office=cast.world.office, code="vale", name="Vale Verde", group="insurer"
    )
    of_another_payer = make_part(cast.world)
    of_another_payer.payer, of_another_payer.version = other, 2
    of_another_payer.save()
    bring(cast, of_another_payer, "released")
    answer = parts.bill(
        actor=cast.clerk, payer_id=cast.world.payer.pk, billing_unit_id=cast.world.unit.pk
    ).require()
    assert {part.part_id: part.total for part in answer.parts} == {
        first.pk: 41_000,
        second.pk: 82_000,
    }
    assert (answer.number, answer.total) == (1, 123_000)
    remittance = Remittance.objects.get()
    assert remittance.total == sum(RemittanceItem.objects.values_list("total", flat=True))
    for part in (first, second):
        part.refresh_from_db()
        assert (part.status, part.remittance_id, part.version) == ("billed", remittance.pk, 4)
    for part in (still_open, of_another_payer):
        part.refresh_from_db()
        assert part.remittance_id is None
    again = parts.bill(
        actor=cast.clerk, payer_id=cast.world.payer.pk, billing_unit_id=cast.world.unit.pk
    )
    assert codes(again) == ["EST-NOTHING-TO-BILL"]


def test_named_parts_are_billed_all_or_none(cast: Cast) -> None:
    good, still_open = released(cast), make_part(cast.world)
    result = parts.bill(
        actor=cast.clerk,
        payer_id=cast.world.payer.pk,
        billing_unit_id=cast.world.unit.pk,
        part_ids=[good.pk, still_open.pk],
    )
    assert codes(result) == ["EST-STATE"]
    good.refresh_from_db()
    assert good.status == "released"
    assert not Remittance.objects.exists()


def test_rebilling_keeps_the_old_remittance_and_makes_a_new_one(cast: Cast) -> None:
    corrected, kept = released(cast), released(cast, 2)
    bill: dict[str, Any] = {
        "actor": cast.clerk,
        "payer_id": cast.world.payer.pk,
        "billing_unit_id": cast.world.unit.pk,
    }
    old = parts.bill(**bill).require()
    rebill: dict[str, Any] = {
        "actor": cast.clerk,
        "remittance_id": old.remittance_id,
        "part_ids": [corrected.pk],
    }
    assert codes(parts.rebill(**rebill)) == ["EST-REASON"]
    taken = parts.rebill(**rebill, reason="Glosa de digitação.").require()
    assert [part.part_id for part in taken.parts] == [corrected.pk]
    corrected.refresh_from_db()
    assert (corrected.status, corrected.remittance_id) == ("released", None)
    assert codes(parts.rebill(**rebill, reason="De novo.")) == ["EST-NOT-IN-REMITTANCE"]

    new = parts.bill(**bill).require()
    assert new.number == old.number + 1
    assert (new.total, len(new.parts)) == (41_000, 1)
    assert Remittance.objects.get(pk=old.remittance_id).total == 123_000
    assert RemittanceItem.objects.filter(part=corrected).count() == 2
    assert RemittanceExit.objects.get().reason == "Glosa de digitação."
    kept.refresh_from_db()
    assert kept.remittance_id == old.remittance_id


def test_a_remittance_is_read_with_what_it_sent_and_what_left_it(cast: Cast) -> None:
    left, kept = released(cast), released(cast, 2)
    sent = parts.bill(
        actor=cast.clerk, payer_id=cast.world.payer.pk, billing_unit_id=cast.world.unit.pk
    ).require()
    parts.rebill(
        actor=cast.clerk,
        remittance_id=sent.remittance_id,
        part_ids=[left.pk],
        reason="Valor errado.",
    ).require()
    read = remittances.detail(actor=cast.clerk, remittance_id=sent.remittance_id).require()
    assert (read.remittance.total, read.remittance.parts) == (123_000, 2)
    assert [(one.part_id, one.total, one.reason) for one in read.sent] == [
        (left.pk, 41_000, "Valor errado."),
        (kept.pk, 82_000, ""),
    ]
    assert [one.taken_out_at is None for one in read.sent] == [False, True]
    ask: dict[str, Any] = {"actor": cast.clerk}
    (listed,) = remittances.listed(**ask, payer_id=cast.world.payer.pk).require()
    assert listed == read.remittance
    assert remittances.listed(**ask, before=1).require() == ()
    assert remittances.listed(**ask, billing_unit_id=cast.other_unit.unit.pk).require() == ()


def test_a_remittance_with_nothing_left_in_it_says_so(cast: Cast) -> None:
    released(cast)
    old = parts.bill(
        actor=cast.clerk, payer_id=cast.world.payer.pk, billing_unit_id=cast.world.unit.pk
    ).require()
    out: dict[str, Any] = {
        "actor": cast.clerk,
        "remittance_id": old.remittance_id,
        "reason": "Refazer.",
    }
    parts.rebill(**out).require()
    assert codes(parts.rebill(**out)) == ["EST-REMITTANCE-EMPTY"]


def test_reprocessing_proves_what_was_sent(cast: Cast) -> None:
    part = released(cast)
    sent = parts.bill(
        actor=cast.clerk, payer_id=cast.world.payer.pk, billing_unit_id=cast.world.unit.pk
    ).require()
    proven = parts.reprocess(actor=cast.clerk, remittance_id=sent.remittance_id).require()
    assert [(one.part_id, one.total) for one in proven.parts] == [(part.pk, 41_000)]


def test_a_tax_invoice_is_recorded_once(cast: Cast) -> None:
    act: dict[str, Any] = {"actor": cast.clerk, "part_id": cast.part.pk}
    assert codes(parts.issue_tax_invoice(**act, number="NF 1")) == ["EST-INVOICE-STATE"]
    parts.close(**act).require()
    assert codes(parts.issue_tax_invoice(**act, number=" ")) == ["EST-INVOICE-NUMBER"]
    issued = parts.issue_tax_invoice(**act, number="NF 1").require()
    assert (issued.tax_invoice, issued.status, issued.version) == ("NF 1", "closed", 3)
    assert codes(parts.issue_tax_invoice(**act, number="NF 2")) == ["EST-INVOICE-ISSUED"]
    verbs = PartTransition.objects.filter(part=cast.part).order_by("version")
    assert [step.verb for step in verbs] == ["close", "issue_tax_invoice"]


def test_a_part_with_half_of_a_difference_is_not_cancelled(cast: Cast) -> None:
    private = make_part(cast.world)
    insurer = make_line(cast.world)
    make_line(cast.world, part=private, difference_of=insurer)
    for part in (cast.part, private):
        result = parts.cancel(actor=cast.clerk, part_id=part.pk, reason="Engano.")
        assert codes(result) == ["EST-LINKED"]


def test_the_number_of_queries_of_billing_does_not_grow_with_parts(
    cast: Cast,
) -> None:
    counts = []
    for size in (1, 12):
        for _ in range(size):
            released(cast)
        with CaptureQueriesContext(connection) as queries:
            parts.bill(
                actor=cast.clerk, payer_id=cast.world.payer.pk, billing_unit_id=cast.world.unit.pk
            ).require()
        counts.append(len(queries))
    assert counts[0] == counts[1]
