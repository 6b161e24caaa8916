"""Account parts with their attendance, payer, plan and billing unit, as the rules see them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from honorarios.core.vocabulary import (
    AttendanceStatus,
    BillingRoute,
    Character,
    PartStatus,
    PayerGroup,
    Setting,
    Sex,
    UpgradeReason,
)
from honorarios.launching.model import AttendanceFacts, PartFacts, PlanFacts, PrivatePart, StayFacts
from honorarios.launching.states import is_frozen
from honorarios.records import selectors
from honorarios.records.models import AccountPart, Stay
from honorarios.services import locks
from honorarios.services.loader.terms import optional_term, term

if TYPE_CHECKING:
    from collections.abc import Iterable

    from honorarios.records.models import Attendance, Plan
    from honorarios.records.selectors import Scope

JOINED: Final = (
    "account__attendance__patient",
    "account__attendance__workstation__cost_centre",
    "payer",
    "plan__accommodation_type",
    "billing_unit__principal_provider",
)


def visible_parts(scope: Scope, part_ids: Iterable[int]) -> dict[int, int]:
    """The account of each part that the scope reaches; parts that it doesn't are left out."""
    found = selectors.parts(scope).filter(pk__in=set(part_ids))
    return dict(found.values_list("pk", "account_id"))


def parts_of(account_ids: Iterable[int], *, lock: bool) -> list[AccountPart]:
    """Every part of some accounts, with what hangs on it; locked, account first, if it is to be changed."""
    wanted = set(account_ids)
    parts = AccountPart.objects.filter(account_id__in=wanted).order_by("pk")
    if lock:
        locks.accounts(wanted)
        parts = parts.select_for_update(of=("self",), no_key=True)
    return list(parts.select_related(*JOINED))


def attendance_facts(attendance: Attendance) -> AttendanceFacts:
    """The attendance and its patient."""
    patient, workstation = attendance.patient, attendance.workstation
    centre = None if workstation is None else workstation.cost_centre
    return AttendanceFacts(
        setting=term(Setting, attendance.setting),
        status=term(AttendanceStatus, attendance.status),
        character=term(Character, attendance.character),
        is_emergency=attendance.is_emergency,
        sex=optional_term(Sex, patient.sex),
        birth_date=patient.birth_date,
        started_on=attendance.started_at.date(),
        workstation_cost_centre=None if centre is None else centre.code,
    )


def part_facts(part: AccountPart) -> PartFacts:
    """The part itself."""
    principal = part.billing_unit.principal_provider
    return PartFacts(
        key=part.pk,
        account=part.account_id,
        payer=part.payer.code,
        payer_group=term(PayerGroup, part.payer.group),
        billing_unit=part.billing_unit.code,
        number=part.seq,
        status=term(PartStatus, part.status),
        plan=None if part.plan is None else _plan_facts(part.plan),
        principal_provider=None if principal is None else principal.code,
        contract=part.contract or None,
        route=optional_term(BillingRoute, part.route),
        period_start=part.period_start,
        period_end=part.period_end,
        tax_invoice=bool(part.tax_invoice),
    )


def _plan_facts(plan: Plan) -> PlanFacts:
    contracted = plan.accommodation_type
    if contracted is None:
        return PlanFacts(code=plan.code)
    return PlanFacts(code=plan.code, accommodation=contracted.code, rank=contracted.rank)


def private_part(parts: Iterable[AccountPart]) -> PrivatePart | None:
    """The part for private expenses among those of an account: one that takes lines, if any does.

    Cancelled ones count as none. Of several that are alike, the newest.
    """
    # Nothing leads out of the cancelled state: such a part is none.
    private = [part for part in private_parts(parts) if part.status is not PartStatus.CANCELLED]
    return max(private, key=_usefulness, default=None)


def private_parts(parts: Iterable[AccountPart]) -> tuple[PrivatePart, ...]:
    """Every part for private expenses among those of an account."""
    return tuple(
        PrivatePart(
            key=part.pk,
            number=part.seq,
            status=term(PartStatus, part.status),
            tax_invoice=bool(part.tax_invoice),
        )
        for part in parts
        if part.payer.group == PayerGroup.SELF_PAY.code_name
    )


def _usefulness(part: PrivatePart) -> tuple[bool, bool, int]:
    return not is_frozen(part), part.status is PartStatus.OPEN, part.number


def stays_of(attendance_ids: Iterable[int]) -> dict[int, tuple[StayFacts, ...]]:
    """The beds over time of some attendances, by attendance."""
    rows = (
        Stay.objects.filter(attendance_id__in=set(attendance_ids))
        .select_related("bed__bed_class__accommodation_type", "bed__cost_centre")
        .order_by("attendance_id", "start")
    )
    found: defaultdict[int, list[StayFacts]] = defaultdict(list)
    for row in rows:
        found[row.attendance_id].append(_stay_facts(row))
    return {attendance: tuple(stays) for attendance, stays in found.items()}


def _stay_facts(stay: Stay) -> StayFacts:
    bed = stay.bed
    accommodation = bed.bed_class.accommodation_type
    return StayFacts(
        bed=bed.code,
        start=stay.start,
        end=stay.end,
        bed_class=bed.bed_class.code,
        accommodation=accommodation.code,
        rank=accommodation.rank,
        cost_centre=None if bed.cost_centre is None else bed.cost_centre.code,
        reason=optional_term(UpgradeReason, stay.reason),
        consented=stay.consent_at is not None,
    )
