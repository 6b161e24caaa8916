"""The audit trail: appended with what it tells, whole until somebody tampers with it."""

from __future__ import annotations

import json

import pytest
from django.db import connection, transaction
from django.utils import timezone

from honorarios.records.models import AuditDetail, AuditEvent
from honorarios.services import auditing, parts
from honorarios.services.actor import ActorRole
from honorarios.services.audit import proof, trail
from honorarios.services.operations import Operation
from honorarios.services.outcomes import Refusal
from honorarios.services.work import Work, consult
from tests.services.cast import CANARY, Cast, make_cast
from tests.services.tampering import WAYS, fill, take_the_triggers_away, tampered

pytestmark = pytest.mark.database

TAMPERINGS = 50
EVENTS = 12


def test_events_are_numbered_chained_and_committed_to(cast: Cast) -> None:
    parts.close(actor=cast.clerk, part_id=cast.part.pk).require()
    parts.reopen(actor=cast.clerk, part_id=cast.part.pk, reason="Engano.").require()
    first, second = AuditEvent.objects.order_by("seq")
    assert (first.seq, second.seq) == (1, 2)
    assert (first.previous, second.previous) == ("0" * 64, first.hash)
    assert json.loads(first.detail.content)["detail"] == {
        "from": "open",
        "to": "closed",
        "version": 2,
    }
    assert first.actor_id == cast.clerk.user_id
    whole = auditing.verify(actor=cast.by_role[ActorRole.ADMINISTRATOR]).require()
    assert whole.whole
    assert whole.head == proof.Head(cast.world.office.pk, 2, second.hash)


def test_two_offices_have_two_chains(cast: Cast) -> None:
    other = make_cast("boreal")
    for one in (cast, other, cast):
        fill(one.clerk, timezone.now(), 1)
    assert proof.head(cast.world.office.pk).seq == 2
    assert proof.head(other.world.office.pk).seq == 1


def test_the_same_event_has_another_commitment_each_time(cast: Cast) -> None:
    fill(cast.clerk, timezone.now(), 3)
    assert AuditEvent.objects.values("commitment").distinct().count() == 3


def test_random_tamperings_are_found_at_their_first_event(cast: Cast) -> None:
    fill(cast.clerk, timezone.now(), EVENTS)
    head = proof.head(cast.world.office.pk)
    take_the_triggers_away()
    for seed in range(TAMPERINGS):
        way, first, found = tampered(cast.clerk, seed)
        assert found.first_bad == first, (seed, way)
        assert found.finding is not None
        assert found.finding.code.startswith("AUD-")
    assert proof.verify(cast.world.office.pk, expected=head).whole


def test_every_way_of_tampering_is_found(cast: Cast) -> None:
    fill(cast.clerk, timezone.now(), EVENTS)
    take_the_triggers_away()
    for way in WAYS:
        _, first, found = tampered(cast.clerk, 1, way)
        assert found.first_bad == first, way.__name__


def test_an_event_moved_to_another_office_is_found_in_both(cast: Cast) -> None:
    other = make_cast("boreal")
    for one in (cast, other):
        fill(one.clerk, timezone.now(), 3)
    offices = (cast.world.office.pk, other.world.office.pk)
    heads = {office: proof.head(office) for office in offices}
    take_the_triggers_away()
    AuditEvent.objects.filter(office_id=offices[0], seq=3).update(office_id=offices[1], seq=4)
    for office, first in zip(offices, (3, 4), strict=True):
        assert proof.verify(office, expected=heads[office]).first_bad == first


def test_a_cut_tail_is_found_against_an_exported_head_only(cast: Cast) -> None:
    auditor = cast.by_role[ActorRole.AUDITOR]
    fill(cast.clerk, timezone.now(), EVENTS)
    head = auditing.export_head(actor=auditor).require()
    take_the_triggers_away()
    AuditDetail.objects.filter(event__seq__gt=8).delete()
    AuditEvent.objects.filter(seq__gt=8).delete()
    assert auditing.verify(actor=auditor).ok
    cut = auditing.verify(actor=auditor, expected_head=head)
    assert [finding.code for finding in cut.findings] == ["AUD-TAIL"]
    assert cut.value is not None
    assert cut.value.first_bad == 9


def test_an_older_head_still_proves_what_it_saw(cast: Cast) -> None:
    auditor = cast.by_role[ActorRole.AUDITOR]
    fill(cast.clerk, timezone.now(), 3)
    head = auditing.export_head(actor=auditor).require()
    fill(cast.clerk, timezone.now(), 3)
    assert auditing.verify(actor=auditor, expected_head=head).ok


def test_a_head_of_another_office_or_no_head_at_all_is_a_finding(cast: Cast) -> None:
    auditor = cast.by_role[ActorRole.AUDITOR]
    foreign = auditing.export_head(actor=make_cast("boreal").by_role[ActorRole.AUDITOR]).require()
    for head, code in ((foreign, "AUD-OTHER-OFFICE"), ("nada", "AUD-HEAD")):
        answer = auditing.verify(actor=auditor, expected_head=head)
        assert [finding.code for finding in answer.findings] == [code]


def test_the_database_alone_refuses_to_change_the_trail(cast: Cast) -> None:
    fill(cast.clerk, timezone.now(), 2)
    for statement in (
        "UPDATE records_auditevent SET action = 'x'",
        "DELETE FROM records_auditevent",
        "UPDATE records_auditdetail SET content = 'x'",
    ):
        with (
            pytest.raises(Exception, match="EST-APPEND-ONLY"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)


def test_a_detail_is_erased_with_a_reason_and_the_chain_still_holds(cast: Cast) -> None:
    administrator = cast.by_role[ActorRole.ADMINISTRATOR]
    fill(cast.clerk, timezone.now(), 4)
    refused = auditing.erase_detail(actor=administrator, seq=2, reason=" ")
    assert [finding.code for finding in refused.findings] == ["EST-REASON"]
    auditing.erase_detail(actor=administrator, seq=2, reason="Pedido do titular.").require()
    assert not AuditDetail.objects.filter(event__seq=2).exists()
    assert auditing.verify(actor=administrator).ok
    again = auditing.erase_detail(actor=administrator, seq=2, reason="De novo.")
    assert again.refusal is Refusal.NOT_FOUND


def test_reading_a_patient_is_on_record_under_a_pseudonym(cast: Cast) -> None:
    def read(work: Work) -> str:
        work.seen([cast.world.patient.pk], why="Conferência da conta.")
        return "lido"

    answer = consult(actor=cast.clerk, operation=Operation.PATIENTS_READ, do=read)
    assert answer.require() == "lido"
    (event,) = AuditEvent.objects.all()
    assert (event.action, event.subject_type) == ("patients.read", "patient")
    assert event.subject_id == trail.patient_name(cast.world.patient.pk)
    assert CANARY not in event.detail.content
    (seen,) = auditing.events(
        actor=cast.by_role[ActorRole.AUDITOR], patient_id=cast.world.patient.pk
    ).require()
    assert (seen.seq, seen.user_id) == (1, cast.clerk.user_id)


def test_reading_a_list_of_patients_is_one_event(cast: Cast) -> None:
    def read(work: Work) -> int:
        work.seen([cast.world.patient.pk, cast.other_unit.patient.pk, cast.world.patient.pk])
        return 2

    consult(actor=cast.clerk, operation=Operation.PATIENTS_READ, do=read).require()
    (event,) = AuditEvent.objects.all()
    assert (event.subject_type, event.subject_id) == ("patients", "2")
    assert len(json.loads(event.detail.content)["detail"]["patients"]) == 2
