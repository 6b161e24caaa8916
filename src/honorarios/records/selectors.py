"""Reads of the record, always within a scope: an office, some of its billing units, a physician's own.

Every read that answers a person goes through here, so that no list, count or search can show a row of
another office, of another unit, or of a colleague's production. Registers (payers, providers, places)
belong to the whole office; what concerns patients and money is also cut by unit and by provider.

A list of fee lines leaves the price trace out: ``lines(scope).defer("kept")``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from django.db.models import Exists, OuterRef, Q, QuerySet

from honorarios.records.models import (
    Account,
    AccountPart,
    Attendance,
    BillingUnit,
    FeeLine,
    Participation,
    Patient,
    Remittance,
    SurgeryCase,
)
from honorarios.records.models.base import Owned

if TYPE_CHECKING:
    from django.db.models import Model

AnyOwned = TypeVar("AnyOwned", bound=Owned)
AnyRow = TypeVar("AnyRow", bound="Model")


@dataclass(frozen=True, slots=True)
class Scope:
    """What a reader may see."""

    office_id: int
    unit_ids: frozenset[int] | None = None
    """Billing units; None is all of the office's, an empty set is none."""
    provider_id: int | None = None
    """A physician's provider: only their own production. None is everybody's."""


def owned(model: type[AnyOwned], scope: Scope) -> QuerySet[AnyOwned]:
    """The rows of a register that belong to the scope's office."""
    return QuerySet(model).filter(office_id=scope.office_id)


def any_of(rows: QuerySet[AnyRow]) -> AnyRow | None:
    """The row of a query that finds one at most; ``first()`` sorts by the key, which costs more than it."""
    return next(iter(rows[:1]), None)


def billing_units(scope: Scope) -> QuerySet[BillingUnit]:
    """The billing units within reach."""
    units = owned(BillingUnit, scope)
    return units if scope.unit_ids is None else units.filter(pk__in=scope.unit_ids)


def lines(scope: Scope) -> QuerySet[FeeLine]:
    """Fee lines of the scope's units, and of its provider where it names one."""
    found = _of_units(owned(FeeLine, scope), scope)
    return found if scope.provider_id is None else found.filter(provider_id=scope.provider_id)


def parts(scope: Scope) -> QuerySet[AccountPart]:
    """Account parts of the scope's units; for a physician, those with a line of theirs."""
    found = _of_units(owned(AccountPart, scope), scope)
    if scope.provider_id is None:
        return found
    return found.filter(_some(lines(scope), part_id=OuterRef("pk")))


def accounts(scope: Scope) -> QuerySet[Account]:
    """Accounts of the scope's units, or with a part that is."""
    found = owned(Account, scope)
    if scope.unit_ids is None and scope.provider_id is None:
        return found
    within = Q(_some(parts(scope), account_id=OuterRef("pk")))
    if scope.provider_id is None:
        within |= Q(billing_unit_id__in=scope.unit_ids)
    return found.filter(within)


def attendances(scope: Scope) -> QuerySet[Attendance]:
    """Attendances at the hospitals of the scope's units; for a physician, those they acted in."""
    found = owned(Attendance, scope)
    if scope.provider_id is not None:
        return found.filter(_some(parts(scope), account__attendance_id=OuterRef("pk")))
    if scope.unit_ids is None:
        return found
    return found.filter(hospital_id__in=billing_units(scope).values("hospital_id"))


def cases(scope: Scope) -> QuerySet[SurgeryCase]:
    """Surgeries at the hospitals of the scope's units; for a physician, those they take part in."""
    found = owned(SurgeryCase, scope)
    if scope.provider_id is not None:
        mine = owned(Participation, scope).filter(provider_id=scope.provider_id)
        found = found.filter(_some(mine, case_id=OuterRef("pk")))
    if scope.unit_ids is None:
        return found
    return found.filter(hospital_id__in=billing_units(scope).values("hospital_id"))


def patients(scope: Scope) -> QuerySet[Patient]:
    """Patients of the attendances and surgeries within reach; a clerk also sees those who have none yet."""
    found = owned(Patient, scope)
    if scope.unit_ids is None and scope.provider_id is None:
        return found
    within = Q(_some(attendances(scope), patient_id=OuterRef("pk")))
    within |= Q(_some(cases(scope), patient_id=OuterRef("pk")))
    if scope.provider_id is None:
        within |= ~Q(_some(owned(Attendance, scope), patient_id=OuterRef("pk"))) & ~Q(
            _some(owned(SurgeryCase, scope), patient_id=OuterRef("pk"))
        )
    return found.filter(within)


def remittances(scope: Scope) -> QuerySet[Remittance]:
    """Remittances of the scope's units; a physician sees none, as their total is the hospital's."""
    if scope.provider_id is not None:
        return Remittance.objects.none()
    return _of_units(owned(Remittance, scope), scope)


AnyBilled = TypeVar("AnyBilled", FeeLine, AccountPart, Remittance)


def _of_units(rows: QuerySet[AnyBilled], scope: Scope) -> QuerySet[AnyBilled]:
    return rows if scope.unit_ids is None else rows.filter(billing_unit_id__in=scope.unit_ids)


def _some(rows: QuerySet[Model], **of: OuterRef) -> Exists:
    return Exists(rows.filter(**of))
