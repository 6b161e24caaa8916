"""How a surgery ends: done, and made part of an attendance; billed and paid; or cancelled."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from honorarios.core.findings import Place
from honorarios.core.vocabulary import Character, Setting
from honorarios.launching import codes as rules
from honorarios.planning.case import DONE, Status
from honorarios.records.models import CaseStatus, SurgeryCase
from honorarios.services import access, texts
from honorarios.services.attendances import opening
from honorarios.services.attendances.requests import NewAttendance
from honorarios.services.cases import codes, given, reach
from honorarios.services.cases.facts import facts
from honorarios.services.cases.held import Ask, Change, change, not_cancelled, settle, still_open
from honorarios.services.cases.requests import Performance
from honorarios.services.loader.terms import term
from honorarios.services.operations import Operation
from honorarios.services.outcomes import at, refuse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from honorarios.services.cases.answers import CaseAnswer
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work


def perform(*, ask: Ask, done: Performance) -> Result[CaseAnswer]:
    """Record that a surgery was done, in an attendance; codes without authorisation are told."""

    def do(work: Work, case: SurgeryCase) -> Change:
        still_open(case, "a realização")
        at_hour = texts.wall_time(done.performed_at, "performed_at")
        given.past(work, at_hour.date(), "performed_at", "Cirurgia")
        if at_hour.date() < case.indicated_on:
            refuse(
                at(
                    codes.BEFORE_INDICATION,
                    "performed_at",
                    what="A cirurgia",
                    day=at_hour.date(),
                    indicated=case.indicated_on,
                )
            )
        attendance = _attendance(work, case, done)
        SurgeryCase.objects.filter(pk=case.pk).update(
            status=CaseStatus.PERFORMED, performed_at=at_hour, attendance_id=attendance
        )
        _tell_unauthorised(work, case)
        return Change({"attendance": attendance}, attendance)

    return change(ask, do, ["perform", asdict(done)])


def attach(
    *, ask: Ask, attendance_id: int | None = None, attendance_number: str = ""
) -> Result[CaseAnswer]:
    """Say which attendance a surgery was part of that was done without one; a new one is opened by number."""

    def do(work: Work, case: SurgeryCase) -> Change:
        not_cancelled(case, "ela")
        at_hour = case.performed_at
        if at_hour is None:
            refuse(at(codes.NOT_PERFORMED))
        if case.attendance is not None:
            refuse(at(codes.ATTENDED, "attendance_id", number=case.attendance.number))
        done = Performance(
            performed_at=at_hour,
            attendance_id=attendance_id,
            attendance_number=attendance_number,
        )
        attendance = _attendance(work, case, done)
        if attendance is None:
            refuse(at(codes.NO_ATTENDANCE, "attendance_id"))
        SurgeryCase.objects.filter(pk=case.pk).update(attendance_id=attendance)
        return Change({"attendance": attendance}, attendance)

    return change(ask, do, ["attach", attendance_id, attendance_number])


def cancel(*, ask: Ask, reason: str) -> Result[CaseAnswer]:
    """Cancel a surgery that was not done, for good."""

    def do(work: Work, case: SurgeryCase) -> Change:  # noqa: ARG001 - as every change of a surgery
        why = texts.reason(reason)
        still_open(case, "ela")
        if not why:
            refuse(rules.NO_REASON.at(Place(field="reason")))
        SurgeryCase.objects.filter(pk=case.pk).update(status=CaseStatus.CANCELLED)
        return Change({"reason": why})

    return change(ask, do, ["cancel", reason], operation=Operation.CASES_CANCEL)


def advance(
    work: Work, case: SurgeryCase, status: Status, told: Mapping[str, object] | None = None
) -> CaseAnswer:
    """Say within a unit of work that a surgery that was done is billed, or paid, or neither again.

    Args:
        work: The unit of work that launches or settles its fees.
        case: The surgery, locked.
        status: Performed, billed or paid.
        told: What else was done, for the audit trail.
    """
    if status not in DONE:
        raise ValueError(f"not a state of a surgery that was done: {status}")
    not_cancelled(case, "ela")
    if Status.named(case.status) not in DONE:
        what = "antes de ser realizada, a cobrança"
        label = Status.named(case.status).label.lower()
        refuse(at(codes.ENDED, status=label, what=what))
    SurgeryCase.objects.filter(pk=case.pk).update(status=status.value)
    return settle(work, case, Change({"to": status.value, **(told or {})}))


def _attendance(work: Work, case: SurgeryCase, done: Performance) -> int | None:
    """The attendance that the surgery is part of: one that is open, or a new one of the number given."""
    if done.attendance_id is not None:
        found = access.attendance(work.scope, done.attendance_id)
        if (found.patient_id, found.hospital_id) != (case.patient_id, case.hospital_id):
            refuse(at(codes.OTHER_ATTENDANCE, "attendance_id", number=found.number))
        return found.pk
    if not done.attendance_number.strip():
        return None
    character = term(Character, case.character)
    new = NewAttendance(
        hospital_id=case.hospital_id,
        patient_id=case.patient_id,
        number=done.attendance_number,
        setting=term(Setting, case.setting),
        started_at=done.performed_at,
        character=character,
        is_emergency=character is Character.URGENT,
    )
    return opening.attendance(work, new).attendance_id


def _tell_unauthorised(work: Work, case: SurgeryCase) -> None:
    known = facts(reach.joined(SurgeryCase.objects.filter(pk=case.pk)).get())
    if known.is_private or known.free_choice:
        return
    for act in known.missing:
        work.notice(
            at(
                codes.NOT_AUTHORISED,
                f"acts.{act.key}",
                procedure=act.code,
                missing=act.missing,
                quantity=act.quantity,
            )
        )
