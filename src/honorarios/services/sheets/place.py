"""What a sheet is filled in for: the part, its attendance, the beds, and what is taken for granted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime  # noqa: TC003 - pydantic reads the annotations
from typing import TYPE_CHECKING, Final

from honorarios.core.vocabulary import LineStatus, fold
from honorarios.records import selectors
from honorarios.records.models import CostCentre, FeeLine, OpenPackage, Stay
from honorarios.services import access
from honorarios.services.operations import Operation
from honorarios.services.work import consult

if TYPE_CHECKING:
    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work

ATTENDANCE: Final = "account__attendance"
OF_THE_ATTENDANCE: Final = ("id", "number", "setting", "is_emergency", "character", "started_at")
PRINCIPAL: Final = "billing_unit__principal_provider"
COLUMNS: Final = (
    "seq",
    "status",
    "account_id",
    "account__number",
    *(f"{ATTENDANCE}__{name}" for name in OF_THE_ATTENDANCE),
    "payer__name",
    "plan__name",
    "plan__accommodation_type__name",
    "billing_unit__name",
    f"{PRINCIPAL}__code",
    f"{PRINCIPAL}__name",
    "period_start",
    "period_end",
)
"""What is told of a part."""


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
    rows = selectors.parts(work.scope)
    part = access.columns(rows, f"A parcial {part_id}", COLUMNS, pk=part_id)
    attendance = {name: part[f"{ATTENDANCE}__{name}"] for name in OF_THE_ATTENDANCE}
    return Place(
        part_id=part_id,
        seq=part["seq"],
        status=part["status"],
        account_id=part["account_id"],
        account=part["account__number"],
        attendance_id=attendance["id"],
        attendance=attendance["number"],
        payer=part["payer__name"],
        plan=part["plan__name"] or "",
        plan_accommodation=part["plan__accommodation_type__name"] or "",
        unit=part["billing_unit__name"],
        principal=part[f"{PRINCIPAL}__code"] or "",
        principal_name=part[f"{PRINCIPAL}__name"] or "",
        period_start=part["period_start"],
        period_end=part["period_end"],
        setting=attendance["setting"],
        urgent=attendance["is_emergency"] or attendance["character"] == "urgent",
        stays=_stays(attendance["id"]),
        package=_package(part["account_id"]),
        cost_centres=tuple(
            sorted(
                selectors.owned(CostCentre, work.scope).values_list("code", "name"),
                key=lambda row: fold(row[1]),
            )
        ),
        # Of a part without lines, the attendance's first day or the part's.
        day=_last_day(part_id) or max(part["period_start"], attendance["started_at"].date()),
    )


def _stays(attendance_id: int) -> tuple[StayShown, ...]:
    rows = Stay.objects.filter(attendance_id=attendance_id).order_by("start")
    told = rows.values_list(
        "pk", "bed__code", "bed__bed_class__accommodation_type__name",
        "start", "end", "reason", "consent_at",
    )  # fmt: skip
    return tuple(
        StayShown(
            stay_id=key,
            bed=bed,
            accommodation=accommodation,
            start=start,
            end=end,
            reason=reason,
            consented=consent_at is not None,
        )
        for key, bed, accommodation, start, end, reason, consent_at in told
    )


def _package(account_id: int) -> str:
    opened = OpenPackage.objects.filter(account_id=account_id, closed_at__isnull=True)
    return opened.values_list("template__name", flat=True).first() or ""


def _last_day(part_id: int) -> date | None:
    """The day of the line launched last; a part without lines has none."""
    lines = FeeLine.objects.filter(part_id=part_id, status=LineStatus.ACTIVE.code_name)
    last = lines.order_by("-number").values_list("start", flat=True).first()
    return None if last is None else last.date()
