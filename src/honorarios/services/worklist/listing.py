"""The pages of the work list."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from typing import TYPE_CHECKING, Any, Final

from django.db.models import Count, F, Max, Q, Sum

from honorarios.core.findings import has_errors
from honorarios.core.vocabulary import LineStatus
from honorarios.launching.states import LAUNCHABLE
from honorarios.records import selectors
from honorarios.records.models import (
    AccountPart,
    BillingUnit,
    FeeLine,
    Payer,
    Provider,
)
from honorarios.services import codes
from honorarios.services.access import LARGEST_KEY
from honorarios.services.fees import Sums
from honorarios.services.operations import Operation
from honorarios.services.outcomes import at
from honorarios.services.parts import closing
from honorarios.services.patients import initials
from honorarios.services.permissions import allows
from honorarios.services.work import consult
from honorarios.services.worklist.answers import WorkFilter, WorkPage, WorkRow
from honorarios.services.worklist.walks import ByAct, ByOpening

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from django.db.models import QuerySet

    from honorarios.core.findings import Finding
    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work

USUAL_PAGE: Final = 50
LARGEST_PAGE: Final = 200
MOST_EXAMINED: Final = 100
"""Parts that one page has the closing checks look at; the next page goes on from there."""
MOST_PATIENTS: Final = 200
"""Patients of one name, at most."""
NO_KEY: Final = 0
LAST_SECOND: Final = time(23, 59, 59)
ATTENDANCE: Final = "account__attendance"
COLUMNS: Final = (
    "pk",
    "account_id",
    "account__number",
    f"{ATTENDANCE}_id",
    f"{ATTENDANCE}__number",
    f"{ATTENDANCE}__status",
    f"{ATTENDANCE}__patient__name",
    "seq",
    "status",
    "payer__code",
    "payer__name",
    "plan__name",
    "billing_unit__code",
    "period_start",
    "period_end",
    "tax_invoice",
)
"""What a row of the list tells; no row of a model is made for it."""


def listed(
    *,
    actor: Actor,
    only: WorkFilter | None = None,
    after: str | None = None,
    size: int = USUAL_PAGE,
) -> Result[WorkPage]:
    """Account parts within reach: the last opened first, or by a provider's latest acts.

    A page of parts with findings may hold fewer than ``size`` and still have a next one: at most
    :data:`MOST_EXAMINED` parts are looked at for it.
    """
    asked, wanted = only or WorkFilter(), max(1, min(size, LARGEST_PAGE))
    return consult(
        actor=actor,
        operation=Operation.ACCOUNTS_LIST,
        do=lambda work: _page(work, asked, after, wanted),
    )


def _page(work: Work, only: WorkFilter, after: str | None, size: int) -> WorkPage:
    walk = _walk(work, only)
    if (only.with_findings or only.blocked) and allows(work.actor, Operation.PARTS_CLOSE):
        return _with_findings(work, walk, only, after, size)
    found = walk.page(after, size + 1)
    rows = _rows(work, [key for key, _ in found[:size]])
    mark = found[size - 1][1] if len(found) > size else None
    return WorkPage(rows, mark, _together(rows))


def _with_findings(
    work: Work, walk: ByAct | ByOpening, only: WorkFilter, after: str | None, size: int
) -> WorkPage:
    """The parts of some steps along the list of which the closing checks tell something."""
    kept: dict[int, tuple[Finding, ...]] = {}
    mark, examined, more = after, 0, True
    while more and len(kept) < size and examined < MOST_EXAMINED:
        found = walk.page(mark, size + 1)
        more, step = len(found) > size, found[:size]
        told = closing.findings(work.scope, [key for key, _ in step])
        for key, end in step:
            examined, mark = examined + 1, end
            if has_errors(told[key]) or (told[key] and not only.blocked):
                kept[key] = told[key]
            if len(kept) == size:
                more = more or end != step[-1][1]
                break
    rows = _rows(work, list(kept), kept)
    return WorkPage(rows, mark if more else None, _together(rows), examined)


def _walk(work: Work, only: WorkFilter) -> ByAct | ByOpening:
    since = None if only.first_day is None else datetime.combine(only.first_day, time())
    until = None if only.last_day is None else datetime.combine(only.last_day, LAST_SECOND)
    provider = work.scope.provider_id
    if only.provider:
        asked = _key(Provider.objects.filter(office_id=work.actor.office_id, code=only.provider))
        # A physician's list is of their own production, whoever else they ask for.
        provider = asked if provider in {None, asked} else NO_KEY
    if provider is not None:
        return ByAct(work.scope, _condition(work, only), provider, since, until)
    by_state = only.status is not None or only.with_findings or only.blocked
    return ByOpening(work.scope, _condition(work, only) & _in_period(only), by_state)


def _condition(work: Work, only: WorkFilter) -> Q:
    """What is asked, in columns of the part."""
    office = {"office_id": work.actor.office_id}
    asked: dict[str, Any] = {}
    if only.status is not None:
        asked["status"] = only.status.code_name
    elif only.with_findings or only.blocked:
        asked["status__in"] = sorted(status.code_name for status in LAUNCHABLE)
    if only.payer:
        asked["payer_id"] = _key(Payer.objects.filter(**office, code=only.payer))
    if only.billing_unit:
        units = BillingUnit.objects.filter(**office, code=only.billing_unit)
        asked["billing_unit_id"] = _key(units)
    if only.patient:
        asked["account__attendance__patient_id__in"] = _patients(work, only.patient)
    return Q(**asked) & _numbered(work, only.number)


def _in_period(only: WorkFilter) -> Q:
    found = Q()
    if only.last_day is not None:
        found &= Q(period_start__lte=only.last_day)
    if only.first_day is not None:
        found &= Q(period_end__isnull=True) | Q(period_end__gte=only.first_day)
    return found


def _patients(work: Work, text: str) -> list[int]:
    """Patients by record number, CPF, or the beginning of the name; the parts are cut to the reach.

    Whose patients they are is asked here too, or another unit's namesakes would take the places of one's own.
    """
    digits = "".join(char for char in text if char.isdigit())
    asked = Q(code=text) | Q(name__istartswith=text)
    if digits:
        asked |= Q(cpf=digits)
    rows = selectors.patients(replace(work.scope, provider_id=None)).filter(asked)
    found = list(rows.values_list("pk", flat=True)[: MOST_PATIENTS + 1])
    if len(found) > MOST_PATIENTS:
        work.notice(at(codes.TOO_MANY_NAMESAKES, "patient", given=text, most=MOST_PATIENTS))
    return found[:MOST_PATIENTS]


def _numbered(work: Work, text: str) -> Q:
    """The attendance of a number at any hospital of the office, and one of its accounts if it says so."""
    if not text:
        return Q()
    number, _, account = text.partition("/")
    hospitals = selectors.owned(BillingUnit, work.scope).values("hospital_id")
    found = Q(
        account__attendance__hospital_id__in=hospitals,
        account__attendance__number=number.strip(),
    )
    wanted = account.strip()
    if wanted.isascii() and wanted.isdigit() and len(wanted) < len(str(LARGEST_KEY)):
        found &= Q(account__number=int(wanted))
    return found


def _rows(
    work: Work, keys: Sequence[int], told: Mapping[int, tuple[Finding, ...]] | None = None
) -> tuple[WorkRow, ...]:
    found = AccountPart.objects.filter(pk__in=keys).values(*COLUMNS)
    parts = {part["pk"]: part for part in found}
    sums = _sums(work, keys)
    return tuple(
        _row(parts[key], *sums.get(key, (Sums(), None)), None if told is None else told[key])
        for key in keys
    )


def _row(
    part: Mapping[str, Any],
    sums: Sums,
    last: datetime | None,
    told: tuple[Finding, ...] | None,
) -> WorkRow:
    return WorkRow(
        part_id=part["pk"],
        account_id=part["account_id"],
        attendance_id=part[f"{ATTENDANCE}_id"],
        attendance=part[f"{ATTENDANCE}__number"],
        account_number=part["account__number"],
        seq=part["seq"],
        status=part["status"],
        attendance_status=part[f"{ATTENDANCE}__status"],
        payer=part["payer__code"],
        payer_name=part["payer__name"],
        plan=part["plan__name"] or "",
        billing_unit=part["billing_unit__code"],
        period_start=part["period_start"],
        period_end=part["period_end"],
        initials=initials(part[f"{ATTENDANCE}__patient__name"]),
        tax_invoice=part["tax_invoice"],
        last_act=last,
        sums=sums,
        findings=told,
    )


def _sums(work: Work, keys: Sequence[int]) -> dict[int, tuple[Sums, datetime | None]]:
    """What the lines within reach of each part add up to, and the latest act in force.

    The parts are within reach already, and they alone lead to the lines: a condition on the office, or on
    a physician, would have SQLite read all of theirs.
    """
    provider = work.scope.provider_id
    rows = FeeLine.objects.filter(part_id__in=keys)
    if provider is not None:
        rows = rows.alias(who=F("provider_id") + 0).filter(who=provider)
    told = rows.order_by().values_list("part_id", "status", "outside_stored")
    found: dict[int, tuple[Sums, datetime | None]] = {}
    for part, status, outside, *amounts in told.annotate(
        Count("pk"), Sum("total"), Sum("charged"), Max("start")
    ):
        lines, total, charged, last = amounts
        in_force = status == LineStatus.ACTIVE.code_name
        sums, latest = found.get(part, (Sums(), None))
        sums += Sums(lines if in_force else 0, total, charged, charged if outside else 0)
        if in_force:
            latest = last if latest is None else max(latest, last)
        found[part] = sums, latest
    return found


def _together(rows: Sequence[WorkRow]) -> Sums:
    return sum((row.sums for row in rows), Sums())


def _key(rows: QuerySet[Any]) -> int:
    """The key of the one row; of none, a key that no row has."""
    found: int | None = rows.values_list("pk", flat=True).first()
    return NO_KEY if found is None else found
