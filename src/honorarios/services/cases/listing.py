"""Lists of surgeries: what is planned next, what has no date, what is over; and who may follow them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from django.db.models import Q

from honorarios.core.vocabulary import AttendanceStatus, Role
from honorarios.planning.case import ENDED
from honorarios.planning.checklist import Standing, checklist
from honorarios.records import selectors
from honorarios.records.models import Membership
from honorarios.services.cases import given, reach
from honorarios.services.cases.detail import name_of
from honorarios.services.cases.facts import facts
from honorarios.services.cases.views import CasePage, CaseRow, OpenAttendance, Person
from honorarios.services.holidays import Places
from honorarios.services.operations import Operation
from honorarios.services.patients import initials
from honorarios.services.work import consult

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.models import QuerySet

    from honorarios.planning.checklist import Item
    from honorarios.records.models import SurgeryCase
    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work

USUAL_PAGE: Final = 50
LARGEST_PAGE: Final = 200
MOST_ATTENDANCES: Final = 50
OVER: Final = tuple(status.value for status in ENDED)
_MARK: Final = "~"


class View(StrEnum):
    """Which surgeries a list holds."""

    NEXT = "next"
    """With a date, not done yet: the soonest first, those whose day passed before all."""
    UNDATED = "undated"
    """Without a date, not over: the last registered first."""
    OVER = "over"
    """Done, charged, paid or cancelled: the latest day first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFilter:
    """Which surgeries to list; what is None or empty is not asked about."""

    view: View = View.NEXT
    hospital_id: int | None = None
    payer_id: int | None = None
    status: str = ""
    responsible_id: int | None = None
    text: str = ""
    """Of the number, a procedure's code, or a professional's name."""
    first_day: date | None = None
    """Days of the plan, both included."""
    last_day: date | None = None


def listed(
    *,
    actor: Actor,
    only: CaseFilter | None = None,
    after: str = "",
    size: int = USUAL_PAGE,
) -> Result[CasePage]:
    """Surgeries within reach; ``after`` is where the page before ended."""
    asked = only or CaseFilter()
    wanted = max(1, min(size, LARGEST_PAGE))

    def do(work: Work) -> CasePage:
        rows = _ordered(_asked(reach.cases(work), asked), asked.view, after)
        found = list(reach.joined(rows)[: wanted + 1])
        page = found[:wanted]
        mark = _mark(page[-1]) if len(found) > wanted else None
        return CasePage(tuple(_rows(work, page)), mark)

    return consult(actor=actor, operation=Operation.CASES_READ, do=do)


def people(*, actor: Actor) -> Result[tuple[Person, ...]]:
    """Who may be made responsible for a surgery or a pending item, by name."""

    def do(work: Work) -> tuple[Person, ...]:
        members = Membership.objects.filter(
            office_id=work.actor.office_id, role__in=given.OWNERS, user__is_active=True
        ).select_related("user")
        found = [Person(one.user_id, name_of(one.user)) for one in members]
        return tuple(sorted(found, key=lambda one: one.name))

    return consult(actor=actor, operation=Operation.CASES_WRITE, do=do)


def attendances(*, actor: Actor, case_id: int) -> Result[tuple[OpenAttendance, ...]]:
    """The attendances that a surgery may be part of: of its patient, at its hospital, the last first."""

    def do(work: Work) -> tuple[OpenAttendance, ...]:
        case = reach.one(work, case_id)
        rows = (
            selectors.attendances(work.scope)
            .filter(patient_id=case.patient_id, hospital_id=case.hospital_id)
            .exclude(status=AttendanceStatus.CANCELLED.code_name)
            .order_by("-started_at")[:MOST_ATTENDANCES]
        )
        return tuple(OpenAttendance(row.pk, row.number, row.started_at) for row in rows)

    return consult(actor=actor, operation=Operation.CASES_WRITE, do=do)


def _asked(rows: QuerySet[SurgeryCase], only: CaseFilter) -> QuerySet[SurgeryCase]:
    over = Q(status__in=OVER)
    views = {
        View.NEXT: ~over & Q(planned_at__isnull=False),
        View.UNDATED: ~over & Q(planned_at__isnull=True),
        View.OVER: over,
    }
    asked: dict[str, Any] = {
        "hospital_id": only.hospital_id,
        "payer_id": only.payer_id,
        "status": only.status or None,
        "responsible_id": only.responsible_id,
        "planned_at__gte": only.first_day and datetime.combine(only.first_day, time()),
        "planned_at__lte": only.last_day and datetime.combine(only.last_day, time(23, 59, 59)),
    }
    rows = rows.filter(views[only.view], **{key: one for key, one in asked.items() if one})
    text = only.text.strip()
    if not text:
        return rows
    named = (
        Q(number__icontains=text)
        | Q(acts__code__startswith=text)
        | Q(participations__provider__name__icontains=text)
    )
    return rows.filter(named).distinct()


def _ordered(rows: QuerySet[SurgeryCase], view: View, after: str) -> QuerySet[SurgeryCase]:
    day, key = _read(after)
    if view is View.NEXT:
        rows = rows.order_by("planned_at", "pk")
        if day is not None:
            rows = rows.filter(Q(planned_at__gt=day) | Q(planned_at=day, pk__gt=key))
        return rows
    if key is not None:
        rows = rows.filter(pk__lt=key)
    return rows.order_by("-pk")


def _mark(row: SurgeryCase) -> str:
    day = "" if row.planned_at is None else row.planned_at.isoformat()
    return f"{day}{_MARK}{row.pk}"


def _read(after: str) -> tuple[datetime | None, int | None]:
    """Where a page ended; nothing for what is no mark."""
    day, _, key = after.partition(_MARK)
    try:
        at = datetime.fromisoformat(day) if day else None
        number = (
            int(key) if key.isascii() and key.isdigit() and len(key) < len(str(2**63)) else None
        )
    except ValueError:
        return None, None
    if number is None or (at is not None and at.tzinfo is not None):
        return None, None
    return at, number


def _rows(work: Work, rows: list[SurgeryCase]) -> Iterator[CaseRow]:
    places, today = Places(work.actor.office_id), given.today(work)
    for row in rows:
        known = facts(row)
        items = checklist(known, places.of(row.hospital.place), today)
        opened = [item for item in items if item.is_open]
        first = next(iter(sorted(row.acts.all(), key=lambda act: act.sequence)), None)
        yield CaseRow(
            case_id=row.pk,
            number=row.number,
            hospital=row.hospital.name,
            payer=row.payer.name,
            patient=initials(row.patient.name),
            status=row.status,
            planned_at=row.planned_at,
            performed_at=row.performed_at,
            character=row.character,
            procedure="" if first is None else f"{first.code} {first.description}".strip(),
            acts=len(known.acts),
            authorised=sum(not act.missing for act in known.acts),
            is_private=known.is_private,
            surgeon=_surgeon(row),
            responsible=name_of(row.responsible),
            open_items=len(opened),
            late_items=sum(item.standing is Standing.LATE for item in opened),
            next_item=_first(opened),
        )


def _surgeon(row: SurgeryCase) -> str:
    surgeon = Role.SURGEON.code_name
    team = sorted(row.participations.all(), key=lambda one: one.pk)
    return next((one.provider.name for one in team if one.role == surgeon), "")


def _first(items: list[Item]) -> str:
    """The most pressing of some items; nothing where there are none."""
    order = list(Standing)
    pressing = sorted(items, key=lambda one: (order.index(one.standing), one.due or date.max))
    return pressing[0].title if pressing else ""
