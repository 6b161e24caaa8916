"""Discharging and cancelling an attendance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.core.findings import Place
from honorarios.core.vocabulary import AttendanceStatus, PartStatus
from honorarios.launching import codes as rules
from honorarios.records.models import AccountPart
from honorarios.services import codes, texts
from honorarios.services.attendances.answers import AttendanceAnswer
from honorarios.services.attendances.held import change, hold
from honorarios.services.operations import Operation
from honorarios.services.outcomes import at, refuse
from honorarios.services.work import perform

if TYPE_CHECKING:
    from datetime import datetime

    from honorarios.records.models import Attendance
    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work


def cancel(
    *,
    actor: Actor,
    attendance_id: int,
    reason: str,
    version: int | None = None,
    key: str | None = None,
    dry_run: bool = False,
) -> Result[AttendanceAnswer]:
    """Cancel an attendance for good: everything of it is frozen then (``spec: launching 3.2``).

    Refused while a part of it is billed: the payer has it, and rebilling takes it back first.
    """

    def do(work: Work) -> AttendanceAnswer:
        why = texts.reason(reason)
        attendance = hold(work, attendance_id, version)
        if not why:
            refuse(rules.NO_REASON.at(Place(field="reason")))
        billed = AccountPart.objects.filter(
            account__attendance=attendance, status=PartStatus.BILLED.code_name
        ).order_by("pk")
        if billed:
            refuse(*(at(codes.BILLED_PART, part=part.pk) for part in billed))
        return _write(work, attendance, {"reason": why}, status=AttendanceStatus.CANCELLED)

    return perform(
        actor=actor,
        operation=Operation.ATTENDANCES_CANCEL,
        answer=AttendanceAnswer,
        do=do,
        key=key,
        request={"attendance": attendance_id, "reason": reason, "version": version},
        dry_run=dry_run,
    )


def discharge(
    *,
    actor: Actor,
    attendance_id: int,
    ended_at: datetime,
    version: int | None = None,
    key: str | None = None,
    dry_run: bool = False,
) -> Result[AttendanceAnswer]:
    """Record when the patient left; ``ended_at`` is wall time of the place."""

    def do(work: Work) -> AttendanceAnswer:
        end = texts.wall_time(ended_at, "ended_at")
        attendance = hold(work, attendance_id, version)
        if end < attendance.started_at:
            refuse(at(codes.ENDS_BEFORE_START, "ended_at"))
        return _write(work, attendance, {}, status=AttendanceStatus.DISCHARGED, ended_at=end)

    return perform(
        actor=actor,
        operation=Operation.ATTENDANCES_WRITE,
        answer=AttendanceAnswer,
        do=do,
        key=key,
        request={"attendance": attendance_id, "ended_at": ended_at, "version": version},
        dry_run=dry_run,
    )


def _write(
    work: Work,
    attendance: Attendance,
    detail: dict[str, object],
    *,
    status: AttendanceStatus,
    **changes: object,
) -> AttendanceAnswer:
    version = change(attendance, status=status.code_name, **changes)
    work.record("attendance", attendance.pk, {"to": status.code_name, **detail})
    return AttendanceAnswer(attendance.pk, status.code_name, version)
