"""Row locks, always in one order: account, its attendance, part, line, and the office at last.

Before all of them an import locks its own batch, and whoever touches a surgery's claims the surgery. The
office stands for what is one in it: its audit chain, the numbers of its remittances.

PostgreSQL locks the rows (``FOR NO KEY UPDATE``: whoever only refers to them goes on). On SQLite a
transaction takes the database's one write lock when it begins, so that these are plain reads there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from django.db.models import Model

from honorarios.records.models import (
    Account,
    AccountPart,
    Attendance,
    FeeLine,
    Office,
    SurgeryCase,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from django.db.models import QuerySet

AnyRow = TypeVar("AnyRow", bound=Model)


def accounts(ids: Iterable[int]) -> dict[int, Account]:
    """Lock accounts, by their numbers, with their attendances read after the lock.

    Whoever changes an attendance locks its accounts first, so that its status holds until the end.
    """
    found = {account.pk: account for account in _locked(Account.objects.filter(pk__in=set(ids)))}
    # A join in the query that waited would show them as they were before it did.
    attendances = Attendance.objects.in_bulk({one.attendance_id for one in found.values()})
    for account in found.values():
        account.attendance = attendances[account.attendance_id]
    return found


def parts(ids: Iterable[int]) -> dict[int, AccountPart]:
    """Lock parts and, before them, their accounts; each comes with what its rules ask for."""
    wanted = set(ids)
    owners = AccountPart.objects.filter(pk__in=wanted).values_list("account_id", flat=True)
    held = accounts(owners)
    found = _locked(AccountPart.objects.filter(pk__in=wanted)).select_related(
        "payer", "plan", "billing_unit__principal_provider"
    )
    locked = {part.pk: part for part in found}
    for part in locked.values():
        part.account = held[part.account_id]
    return locked


def attendance(attendance_id: int) -> Attendance:
    """Lock an attendance whose accounts are locked already."""
    return _locked(Attendance.objects.filter(pk=attendance_id)).get()


def attendances(ids: Iterable[int]) -> dict[int, Attendance]:
    """Lock attendances and, before them, their accounts."""
    wanted = set(ids)
    owned = Account.objects.filter(attendance_id__in=wanted)
    accounts(owned.values_list("pk", flat=True))
    held = _locked(Attendance.objects.filter(pk__in=wanted))
    return {found.pk: found for found in held.select_related("patient", "workstation")}


def lines(ids: Collection[int]) -> dict[int, FeeLine]:
    """Lock lines whose parts are locked already, without their price traces."""
    return {line.pk: line for line in _locked(FeeLine.objects.filter(pk__in=ids)).defer("kept")}


def case(case_id: int) -> SurgeryCase:
    """Lock a surgery; what hangs on it changes only under its lock."""
    return cases([case_id])[case_id]


def cases(ids: Iterable[int]) -> dict[int, SurgeryCase]:
    """Lock surgeries, before the accounts that they are billed in."""
    return {case.pk: case for case in _locked(SurgeryCase.objects.filter(pk__in=set(ids)))}


def office(office_id: int) -> Office:
    """Lock what is one a whole office: its audit chain and its remittances' numbers."""
    return _locked(Office.objects.filter(pk=office_id)).get()


def _locked(rows: QuerySet[AnyRow]) -> QuerySet[AnyRow]:
    return rows.select_for_update(of=("self",), no_key=True).order_by("pk")
