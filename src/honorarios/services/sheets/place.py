"""What a sheet is filled in for: the part, its attendance, the beds, and what is taken for granted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime  # noqa: TC003 - pydantic reads the annotations
from typing import TYPE_CHECKING

from honorarios.core.vocabulary import LineStatus, fold
from honorarios.records import selectors
from honorarios.records.models import CostCentre, FeeLine, OpenPackage, Stay
from honorarios.services import access
from honorarios.services.operations import Operation
from honorarios.services.work import consult

if TYPE_CHECKING:
    from honorarios.records.models import AccountPart
    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class StayShown:
    """A patient's time in a bed, as the rules of fees see it."""

    stay_id: int
    bed: str
    accommodation: str
    start: datetime
    end: datetime | None
    reason: str
    consented: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The account part that a sheet is for."""

    part_id: int
    seq: int
    status: str
    account_id: int
    account: int
    attendance_id: int
    attendance: str
    payer: str
    plan: str
    plan_accommodation: str
    unit: str
    principal: str
    """Code of the billing unit's principal provider; empty without one."""
    principal_name: str
    period_start: date
    period_end: date | None
    setting: str
    urgent: bool
    stays: tuple[StayShown, ...]
    package: str
    """Name of the account's open package; empty without one."""
    cost_centres: tuple[tuple[str, str], ...]
    """Codes and names to choose from."""
    day: date
    """The day that a new act is taken to be on, until somebody says another."""


def place(*, actor: Actor, part_id: int) -> Result[Place]:
    """What somebody who fills in a sheet of a part has before their eyes."""
    return consult(
        actor=actor, operation=Operation.FEES_PREVIEW, do=lambda work: _place(work, part_id)
    )


def _place(work: Work, part_id: int) -> Place:
    rows = selectors.parts(work.scope).select_related(
        "account__attendance", "payer", "plan__accommodation_type",
        "billing_unit__principal_provider",
    )  # fmt: skip
    part = access.one(rows, f"A parcial {part_id}", pk=part_id)
    attendance, principal = part.account.attendance, part.billing_unit.principal_provider
    contracted = None if part.plan is None else part.plan.accommodation_type
    return Place(
        part_id=part.pk,
        seq=part.seq,
        status=part.status,
        account_id=part.account_id,
        account=part.account.number,
        attendance_id=attendance.pk,
        attendance=attendance.number,
        payer=part.payer.name,
        plan="" if part.plan is None else part.plan.name,
        plan_accommodation="" if contracted is None else contracted.name,
        unit=part.billing_unit.name,
        principal="" if principal is None else principal.code,
        principal_name="" if principal is None else principal.name,
        period_start=part.period_start,
        period_end=part.period_end,
        setting=attendance.setting,
        urgent=attendance.is_emergency or attendance.character == "urgent",
        stays=_stays(attendance.pk),
        package=_package(part.account_id),
        cost_centres=tuple(
            sorted(
                selectors.owned(CostCentre, work.scope).values_list("code", "name"),
                key=lambda row: fold(row[1]),
            )
        ),
        day=_day(part),
    )


def _stays(attendance_id: int) -> tuple[StayShown, ...]:
    rows = Stay.objects.filter(attendance_id=attendance_id).select_related(
        "bed__bed_class__accommodation_type"
    )
    return tuple(
        StayShown(
            stay_id=row.pk,
            bed=row.bed.code,
            accommodation=row.bed.bed_class.accommodation_type.name,
            start=row.start,
            end=row.end,
            reason=row.reason,
            consented=row.consent_at is not None,
        )
        for row in rows.order_by("start")
    )


def _package(account_id: int) -> str:
    opened = OpenPackage.objects.filter(account_id=account_id, closed_at__isnull=True)
    found = opened.select_related("template").first()
    return "" if found is None else found.template.name


def _day(part: AccountPart) -> date:
    """The day of the line launched last; of a part without lines, the attendance's or the part's first."""
    lines = FeeLine.objects.filter(part=part, status=LineStatus.ACTIVE.code_name)
    last = lines.order_by("-number").values_list("start", flat=True).first()
    if last is not None:
        return last.date()
    return max(part.period_start, part.account.attendance.started_at.date())
