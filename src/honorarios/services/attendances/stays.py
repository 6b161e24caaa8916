"""Stays: the beds a patient lies in over time, why each was changed, and the consent to pay more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from honorarios.records.models import Bed, Stay
from honorarios.records.selectors import owned
from honorarios.services import access, codes, texts
from honorarios.services.attendances.answers import StayAnswer
from honorarios.services.attendances.held import change, hold
from honorarios.services.loader.terms import code_name
from honorarios.services.operations import Operation
from honorarios.services.outcomes import at, refuse
from honorarios.services.work import perform

if TYPE_CHECKING:
    from datetime import datetime

    from honorarios.records.models import Attendance
    from honorarios.services.actor import Actor
    from honorarios.services.attendances.requests import NewStay
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work


def occupy(
    *,
    actor: Actor,
    new: NewStay,
    version: int | None = None,
    key: str | None = None,
    dry_run: bool = False,
) -> Result[StayAnswer]:
    """Put a patient in a bed; the stay that is still open ends at that moment."""
    return perform(
        actor=actor,
        operation=Operation.ATTENDANCES_WRITE,
        answer=StayAnswer,
        do=lambda work: occupation(work, new, version),
        key=key,
        request=[new, version],
        dry_run=dry_run,
    )


def consent(
    *,
    actor: Actor,
    attendance_id: int,
    stay_id: int,
    note: str = "",
    key: str | None = None,
    dry_run: bool = False,
) -> Result[StayAnswer]:
    """Record that the patient consented to pay for the accommodation of a stay; once."""

    def do(work: Work) -> StayAnswer:
        said = texts.within(note, "note", title="Nota", longest=texts.LONGEST_REASON)
        attendance = hold(work, attendance_id)
        stays = Stay.objects.filter(attendance=attendance)
        stay = access.one(stays, f"A estada {stay_id}", pk=stay_id)
        if stay.consent_at is not None:
            refuse(at(codes.CONSENTED))
        stays.filter(pk=stay.pk).update(
            consent_at=work.now, consent_by_id=work.actor.user_id, consent_note=said
        )
        work.record("attendance", attendance.pk, {"stay": stay.pk, "consent": True})
        return StayAnswer(stay.pk, change(attendance))

    return perform(
        actor=actor,
        operation=Operation.ATTENDANCES_WRITE,
        answer=StayAnswer,
        do=do,
        key=key,
        request={"attendance": attendance_id, "stay": stay_id, "consent": note},
        dry_run=dry_run,
    )


def occupation(work: Work, new: NewStay, version: int | None) -> StayAnswer:
    """Put a patient in a bed within a unit of work."""
    start = texts.wall_time(new.start, "start")
    end = None if new.end is None else texts.wall_time(new.end, "end")
    attendance = hold(work, new.attendance_id, version)
    beds = owned(Bed, work.scope).filter(hospital_id=attendance.hospital_id)
    bed = access.one(beds, f"O leito {new.bed_id}", pk=new.bed_id)
    if end is not None and end < start:
        refuse(at(codes.ENDS_BEFORE_START, "end"))
    if start < attendance.started_at:
        refuse(at(codes.STAY_BEFORE_START, "start"))
    _end_open(attendance, start)
    _refuse_overlap(attendance, start, end)
    stay = Stay.objects.create(
        office_id=attendance.office_id,
        attendance=attendance,
        bed=bed,
        start=start,
        end=end,
        reason=code_name(new.reason),
    )
    work.record("attendance", attendance.pk, {"stay": stay.pk, "bed": bed.pk})
    return StayAnswer(stay.pk, change(attendance))


def _end_open(attendance: Attendance, moment: datetime) -> None:
    """End the stay that has no end, if it began before."""
    Stay.objects.filter(attendance=attendance, end__isnull=True, start__lt=moment).update(
        end=moment
    )


def _refuse_overlap(attendance: Attendance, start: datetime, end: datetime | None) -> None:
    """Stop where the patient would lie in two beds at once; one may end when the other begins."""
    during = Q(end__isnull=True) | Q(end__gt=start)
    if end is not None:
        during &= Q(start__lt=end)
    if Stay.objects.filter(during | Q(start=start), attendance=attendance).exists():
        refuse(at(codes.STAYS_OVERLAP, "start"))
