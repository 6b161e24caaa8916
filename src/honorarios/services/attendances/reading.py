"""Reading attendances: their list, and one with its stays, accounts and parts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, Final

from honorarios.records import selectors
from honorarios.records.models import Stay
from honorarios.services import access
from honorarios.services.operations import Operation
from honorarios.services.patients import initials
from honorarios.services.work import consult

if TYPE_CHECKING:
    from collections.abc import Iterable

    from honorarios.records.models import AccountPart, Attendance
    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work

USUAL_PAGE: Final = 100
LARGEST_PAGE: Final = 500
LAST_SECOND: Final = time(23, 59, 59)
ALIKE: Final = (
    "patient_id",
    "number",
    "status",
    "setting",
    "character",
    "is_emergency",
    "started_at",
    "ended_at",
    "version",
)
"""Columns of an attendance that a view tells under their own names."""
NAMED: Final = {
    "pk": "attendance_id",
    "hospital__code": "hospital",
    "hospital__name": "hospital_name",
    "workstation__code": "workstation",
}
"""Those that it tells under another."""
PATIENT: Final = "patient__name"


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceFilter:
    """Which attendances to list; what is None or empty is not asked about."""

    hospital: str = ""
    """Code of the register."""
    number: str = ""
    patient_id: int | None = None
    status: str = ""
    first_day: date | None = None
    """Days of the start, both included."""
    last_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceView:
    """An attendance; the patient by no more than a number, the register tells who it is."""

    attendance_id: int
    hospital: str
    hospital_name: str
    patient_id: int
    number: str
    status: str
    setting: str
    character: str
    is_emergency: bool
    started_at: datetime
    ended_at: datetime | None
    workstation: str | None
    version: int


@dataclass(frozen=True, slots=True)
class AttendanceHead:
    """What stands over an account: its attendance, and whose it is by their initials."""

    attendance: AttendanceView
    initials: str


@dataclass(frozen=True, slots=True)
class AttendancePage:
    """Some attendances of a list."""

    attendances: tuple[AttendanceView, ...]
    after: int | None
    """What to ask the next page with; None on the last one."""


@dataclass(frozen=True, slots=True)
class StayView:
    """A patient's time in a bed."""

    stay_id: int
    bed: str
    start: datetime
    end: datetime | None
    reason: str
    consent_at: datetime | None


@dataclass(frozen=True, slots=True)
class PartSummary:
    """An account part, without its lines."""

    part_id: int
    seq: int
    status: str
    version: int
    payer: str
    billing_unit: str
    period_start: date
    period_end: date | None


@dataclass(frozen=True, slots=True)
class AccountSummary:
    """An account with its parts."""

    account_id: int
    number: int
    parts: tuple[PartSummary, ...]


@dataclass(frozen=True, slots=True)
class AttendanceDetail:
    """An attendance with all of it that is within reach."""

    attendance: AttendanceView
    stays: tuple[StayView, ...]
    accounts: tuple[AccountSummary, ...]

    @property
    def version(self) -> int:
        """The attendance's own."""
        return self.attendance.version


def listed(
    *,
    actor: Actor,
    only: AttendanceFilter | None = None,
    after: int | None = None,
    size: int = USUAL_PAGE,
) -> Result[AttendancePage]:
    """Attendances within reach, the last registered first, below number ``after``."""
    wanted = max(1, min(size, LARGEST_PAGE))

    def do(work: Work) -> AttendancePage:
        rows = selectors.attendances(work.scope).filter(**_asked(only or AttendanceFilter()))
        if after is not None:
            rows = rows.filter(pk__lt=after)
        rows = rows.select_related("hospital", "workstation").order_by("-pk")
        found = list(rows[: wanted + 1])
        page = found[:wanted]
        mark = page[-1].pk if len(found) > wanted else None
        return AttendancePage(tuple(map(_view, page)), mark)

    return consult(actor=actor, operation=Operation.ATTENDANCES_LIST, do=do)


def head(*, actor: Actor, attendance_id: int) -> Result[AttendanceHead]:
    """An attendance and the initials of its patient, without its beds and accounts."""

    def do(work: Work) -> AttendanceHead:
        rows = selectors.attendances(work.scope)
        wanted = (*ALIKE, *NAMED, PATIENT)
        what = f"O atendimento {attendance_id}"
        found = access.columns(rows, what, wanted, pk=attendance_id)
        told: dict[str, Any] = {name: found[name] for name in ALIKE}
        told |= {name: found[column] for column, name in NAMED.items()}
        return AttendanceHead(AttendanceView(**told), initials(found[PATIENT]))

    return consult(actor=actor, operation=Operation.ATTENDANCES_LIST, do=do)


def detail(*, actor: Actor, attendance_id: int) -> Result[AttendanceDetail]:
    """An attendance, its beds over time, and its accounts and parts within reach."""

    def do(work: Work) -> AttendanceDetail:
        rows = selectors.attendances(work.scope).select_related("hospital", "workstation")
        found = access.one(rows, f"O atendimento {attendance_id}", pk=attendance_id)
        stays = Stay.objects.filter(attendance=found).select_related("bed").order_by("start")
        return AttendanceDetail(
            _view(found), tuple(map(_stay, stays)), tuple(_accounts(work, attendance_id))
        )

    return consult(actor=actor, operation=Operation.ATTENDANCES_LIST, do=do)


def _asked(only: AttendanceFilter) -> dict[str, Any]:
    asked = {
        "hospital__code": only.hospital or None,
        "number": only.number or None,
        "patient_id": only.patient_id,
        "status": only.status or None,
        "started_at__gte": only.first_day and datetime.combine(only.first_day, time()),
        "started_at__lte": only.last_day and datetime.combine(only.last_day, LAST_SECOND),
    }
    return {name: value for name, value in asked.items() if value is not None}


def _view(row: Attendance) -> AttendanceView:
    return AttendanceView(
        attendance_id=row.pk,
        hospital=row.hospital.code,
        hospital_name=row.hospital.name,
        patient_id=row.patient_id,
        number=row.number,
        status=row.status,
        setting=row.setting,
        character=row.character,
        is_emergency=row.is_emergency,
        started_at=row.started_at,
        ended_at=row.ended_at,
        workstation=None if row.workstation is None else row.workstation.code,
        version=row.version,
    )


def _stay(row: Stay) -> StayView:
    return StayView(row.pk, row.bed.code, row.start, row.end, row.reason, row.consent_at)


def _accounts(work: Work, attendance_id: int) -> Iterable[AccountSummary]:
    parts = selectors.parts(work.scope).filter(account__attendance_id=attendance_id)
    by_account: dict[int, list[PartSummary]] = {}
    for part in parts.select_related("payer", "billing_unit").order_by("seq"):
        by_account.setdefault(part.account_id, []).append(_part(part))
    accounts = selectors.accounts(work.scope).filter(attendance_id=attendance_id)
    for account in accounts.order_by("number"):
        own = by_account.get(account.pk, [])
        yield AccountSummary(account.pk, account.number, tuple(own))


def _part(row: AccountPart) -> PartSummary:
    return PartSummary(
        part_id=row.pk,
        seq=row.seq,
        status=row.status,
        version=row.version,
        payer=row.payer.code,
        billing_unit=row.billing_unit.code,
        period_start=row.period_start,
        period_end=row.period_end,
    )
