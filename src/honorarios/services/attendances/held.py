"""An attendance that is about to change: its accounts locked, then itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import F

from honorarios.core.findings import Place
from honorarios.core.vocabulary import AttendanceStatus
from honorarios.launching import codes as rules
from honorarios.records.models import Account, Attendance
from honorarios.services import access, codes, locks
from honorarios.services.outcomes import at, refuse

if TYPE_CHECKING:
    from honorarios.services.work import Work


def hold(work: Work, attendance_id: int, version: int | None = None) -> Attendance:
    """Lock an attendance of the actor's that isn't cancelled.

    Its accounts come first, as they do for whoever launches, so that nobody meets anybody half-way.
    """
    access.attendance(work.scope, attendance_id)
    owned = Account.objects.filter(attendance_id=attendance_id)
    locks.accounts(owned.values_list("pk", flat=True))
    attendance = locks.attendance(attendance_id)
    if version is not None and version != attendance.version:
        what, current = f"O atendimento {attendance_id}", attendance.version
        refuse(at(codes.STALE, "version", what=what, current=current, given=version))
    if attendance.status == AttendanceStatus.CANCELLED.code_name:
        refuse(rules.CANCELLED_ATTENDANCE.at(Place()))
    return attendance


def change(attendance: Attendance, **changes: object) -> int:
    """Write columns of a held attendance; its new version."""
    Attendance.objects.filter(pk=attendance.pk).update(version=F("version") + 1, **changes)
    return attendance.version + 1
