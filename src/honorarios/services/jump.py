"""Going straight to an attendance, an account or a surgery by its number, as the command palette does.

No patient is named: whoever opens what was found reads them there.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime  # noqa: TC003 - pydantic reads the annotations
from typing import TYPE_CHECKING, Final

from django.db.models import Q

from honorarios.records import selectors
from honorarios.services.access import LARGEST_KEY
from honorarios.services.cases import reach
from honorarios.services.operations import Operation
from honorarios.services.work import consult

if TYPE_CHECKING:
    from honorarios.records.models import Account, Attendance
    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work

SHORTEST: Final = 2
LONGEST: Final = 40
USUAL: Final = 5


@dataclass(frozen=True, slots=True)
class AttendancePlace:
    """An attendance to go to."""

    attendance_id: int
    number: str
    hospital: str
    status: str
    started_at: datetime


@dataclass(frozen=True, slots=True)
class AccountPlace:
    """An account to go to."""

    account_id: int
    number: int
    """Of the account within its attendance."""
    attendance: str
    """Number of the attendance."""
    billing_unit: str


@dataclass(frozen=True, slots=True)
class CasePlace:
    """A surgery to go to."""

    case_id: int
    number: str
    hospital: str
    status: str


def attendances(
    *, actor: Actor, query: str, limit: int = USUAL
) -> Result[tuple[AttendancePlace, ...]]:
    """Attendances within reach whose number begins so, the newest first."""

    def do(work: Work) -> tuple[AttendancePlace, ...]:
        number = _number(query)
        if not number:
            return ()
        rows = selectors.attendances(work.scope).filter(number__istartswith=number)
        found = rows.select_related("hospital").order_by("-started_at", "-pk")[:limit]
        return tuple(map(_attendance, found))

    return consult(actor=actor, operation=Operation.ATTENDANCES_LIST, do=do)


def accounts(*, actor: Actor, query: str, limit: int = USUAL) -> Result[tuple[AccountPlace, ...]]:
    """Accounts within reach: the one of that number on record, and those of attendances of that number."""

    def do(work: Work) -> tuple[AccountPlace, ...]:
        number = _number(query)
        if not number:
            return ()
        wanted = Q(attendance__number__iexact=number)
        if number.isdecimal() and int(number) <= LARGEST_KEY:
            wanted |= Q(pk=int(number))
        rows = selectors.accounts(work.scope).filter(wanted)
        found = rows.select_related("attendance", "billing_unit").order_by("-pk")[:limit]
        return tuple(map(_account, found))

    return consult(actor=actor, operation=Operation.ACCOUNTS_LIST, do=do)


def cases(*, actor: Actor, query: str, limit: int = USUAL) -> Result[tuple[CasePlace, ...]]:
    """Surgeries within reach whose number begins so, or ends after a dash, the newest first."""

    def do(work: Work) -> tuple[CasePlace, ...]:
        number = _number(query)
        if not number:
            return ()
        wanted = Q(number__istartswith=number) | Q(number__iendswith=f"-{number.zfill(4)}")
        rows = reach.cases(work).filter(wanted).select_related("hospital").order_by("-pk")
        return tuple(
            CasePlace(row.pk, row.number, row.hospital.name, row.status) for row in rows[:limit]
        )

    return consult(actor=actor, operation=Operation.CASES_READ, do=do)


def _number(query: str) -> str:
    """What may be a number in a query: its last word, if it has a digit."""
    words = query.split()
    last = words[-1] if words else ""
    if len(last) < SHORTEST and not last.isdecimal():
        return ""
    return last if len(last) <= LONGEST and any(map(str.isdigit, last)) else ""


def _attendance(row: Attendance) -> AttendancePlace:
    return AttendancePlace(row.pk, row.number, row.hospital.name, row.status, row.started_at)


def _account(row: Account) -> AccountPlace:
    return AccountPlace(row.pk, row.number, row.attendance.number, row.billing_unit.name)
