"""The audit trail, asked by people: export its head, verify it, read it, erase a detail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime  # noqa: TC003 - pydantic reads the annotations
from typing import TYPE_CHECKING, Final

from honorarios.core.findings import Place
from honorarios.launching import codes as rules
from honorarios.records.models import AuditDetail, AuditEvent, User
from honorarios.services import access, texts
from honorarios.services.audit import proof, trail
from honorarios.services.operations import Operation
from honorarios.services.outcomes import refuse
from honorarios.services.work import consult, perform

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from django.db.models import QuerySet

    from honorarios.services.actor import Actor
    from honorarios.services.audit.proof import Proof
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work

MOST_EVENTS: Final = 500
"""Events that one reading answers at most."""


@dataclass(frozen=True, slots=True)
class EventView:
    """An event of the trail, without its detail."""

    seq: int
    at: datetime
    user_id: int | None
    action: str
    subject_type: str
    subject_id: str
    hash: str


@dataclass(frozen=True, slots=True)
class Erased:
    """The event whose detail was erased."""

    seq: int


def export_head(*, actor: Actor) -> Result[str]:
    """The end of the office's trail as one line of text, to be kept where the database isn't.

    Whoever verifies against it later finds out if events were cut off the end.
    """

    def do(work: Work) -> str:
        return str(proof.head(work.actor.office_id))

    return consult(actor=actor, operation=Operation.AUDIT_VERIFY, do=do)


def verify(*, actor: Actor, expected_head: str | None = None) -> Result[Proof]:
    """Walk the office's trail; a finding names the first event that was tampered with.

    ``expected_head`` is a line that :func:`export_head` once answered.
    """

    def do(work: Work) -> Proof:
        expected = None if expected_head is None else proof.read_head(expected_head)
        found = proof.verify(work.actor.office_id, expected=expected)
        if found.finding is not None:
            refuse(found.finding, value=found)
        return found

    return consult(actor=actor, operation=Operation.AUDIT_VERIFY, do=do)


def events(
    *,
    actor: Actor,
    patient_id: int | None = None,
    before: int | None = None,
    limit: int = 100,
) -> Result[tuple[EventView, ...]]:
    """Events of the trail, the newest first, below number ``before``; or those about one patient.

    Readings of many patients at once are one event, which names each in its detail only.
    """

    def do(work: Work) -> tuple[EventView, ...]:
        rows = AuditEvent.objects.filter(office_id=work.actor.office_id)
        if patient_id is not None:
            name = trail.patient_name(patient_id)
            rows = rows.filter(subject_type="patient", subject_id=name)
        if before is not None:
            rows = rows.filter(seq__lt=before)
        found = rows.order_by("-seq")[: max(1, min(limit, MOST_EVENTS))]
        return tuple(_view(event) for event in found)

    return consult(actor=actor, operation=Operation.AUDIT_READ, do=do)


def authors(*, actor: Actor, user_ids: Iterable[int]) -> Result[Mapping[int, str]]:
    """Who did what a reading of the trail answered: their names, by number."""

    def do(work: Work) -> Mapping[int, str]:
        events = AuditEvent.objects.filter(office_id=work.actor.office_id)
        wanted = set(user_ids)
        found = User.objects.filter(pk__in=wanted & set(_acting(events, wanted)))
        return {user.pk: user.get_full_name() or user.get_username() for user in found}

    return consult(actor=actor, operation=Operation.AUDIT_READ, do=do)


def _acting(events: QuerySet[AuditEvent], wanted: set[int]) -> QuerySet[AuditEvent, int | None]:
    """Those of the wanted who have done anything in the office: nobody else's name is told."""
    rows = events.filter(actor_id__in=wanted).order_by()
    return rows.values_list("actor_id", flat=True).distinct()


def erase_detail(*, actor: Actor, seq: int, reason: str, key: str | None = None) -> Result[Erased]:
    """Erase what an event's commitment was made from, as the law may ask; the chain still holds.

    The erasure is an event itself: a detail that is missing without one is a finding.
    """

    def do(work: Work) -> Erased:
        why = texts.reason(reason)
        if not why:
            refuse(rules.NO_REASON.at(Place(field="reason")))
        details = AuditDetail.objects.filter(event__office_id=work.actor.office_id)
        detail = access.one(details, f"O detalhe do evento {seq}", event__seq=seq)
        detail.delete()
        work.record("event", seq, {"reason": why}, action=proof.ERASURE)
        return Erased(seq)

    return perform(
        actor=actor,
        operation=Operation.AUDIT_ERASE,
        answer=Erased,
        do=do,
        key=key,
        request={"event": seq, "reason": reason},
    )


def _view(event: AuditEvent) -> EventView:
    return EventView(
        seq=event.seq,
        at=event.at,
        user_id=event.actor_id,
        action=event.action,
        subject_type=event.subject_type,
        subject_id=event.subject_id,
        hash=event.hash,
    )
