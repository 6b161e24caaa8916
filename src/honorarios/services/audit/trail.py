"""Appending events to an office's trail, within the transaction of what they tell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.conf import settings

from honorarios.records.models import AuditDetail, AuditEvent
from honorarios.services import locks
from honorarios.services.audit import chain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from honorarios.services.actor import Actor


@dataclass(frozen=True, slots=True)
class Event:
    """Something to be put in the trail when its unit of work ends."""

    action: str
    subject_type: str
    subject_id: str
    detail: dict[str, Any]


def key() -> bytes:
    """The key of the trail, which no database holds."""
    return str(settings.AUDIT_KEY).encode()


def patient_name(patient_id: int) -> str:
    """What the trail calls a patient, to find who read one."""
    return chain.pseudonym(key(), "patient", patient_id)


def reading(action: str, patient_ids: Iterable[int], *, why: str = "") -> list[Event]:
    """The event of having read identified patients: one's own, or one for all of a list."""
    read = [patient_name(patient_id) for patient_id in dict.fromkeys(patient_ids)]
    if not read:
        return []
    if len(read) == 1:
        return [Event(action, "patient", read[0], {"why": why})]
    return [Event(action, "patients", str(len(read)), {"why": why, "patients": read})]


def append(actor: Actor, at: datetime, events: Sequence[Event]) -> None:
    """Seal events at the end of the office's chain, which stays locked until the transaction ends."""
    if not events:
        return
    locks.office(actor.office_id)
    ends = AuditEvent.objects.filter(office_id=actor.office_id).order_by("-seq")
    seq, previous = ends.values_list("seq", "hash").first() or (0, chain.FIRST)
    secret = key()
    rows, contents = [], []
    for event in events:
        seq += 1
        content = chain.canonical(event.detail)
        sealed = chain.Sealed(
            office_id=actor.office_id,
            seq=seq,
            at=at,
            actor_id=actor.user_id,
            action=event.action,
            subject_type=event.subject_type,
            subject_id=event.subject_id,
            commitment=chain.commitment(secret, content),
            previous=previous,
        )
        previous = sealed.hash(secret)
        rows.append(_row(sealed, previous))
        contents.append(content)
    saved = AuditEvent.objects.bulk_create(rows)
    AuditDetail.objects.bulk_create(
        AuditDetail(office_id=actor.office_id, event=row, content=content)
        for row, content in zip(saved, contents, strict=True)
    )


def _row(sealed: chain.Sealed, own_hash: str) -> AuditEvent:
    return AuditEvent(
        office_id=sealed.office_id,
        seq=sealed.seq,
        at=sealed.at,
        actor_id=sealed.actor_id,
        action=sealed.action,
        subject_type=sealed.subject_type,
        subject_id=sealed.subject_id,
        commitment=sealed.commitment,
        previous=sealed.previous,
        hash=own_hash,
    )
