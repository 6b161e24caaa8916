"""Lists of fee lines within reach: filtered, and a page at a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from typing import TYPE_CHECKING, Any, Final

from django.db.models import Q

from honorarios.core.vocabulary import LineStatus
from honorarios.records import selectors
from honorarios.records.models import AccountPart, BillingUnit, FeeLine, Payer, Provider
from honorarios.services import access, days, situations
from honorarios.services.fees import columns
from honorarios.services.fees.order import order_of
from honorarios.services.fees.recorded import JOINED, line_of
from honorarios.services.fees.views import LineView, view
from honorarios.services.operations import Operation
from honorarios.services.work import consult

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from django.db.models import QuerySet

    from honorarios.core.vocabulary import Role
    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work

LARGEST_PAGE: Final = 500
USUAL_PAGE: Final = 100
NO_KEY: Final = 0
NOBODY: Final = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineFilter:
    """Which lines to list; what is None or empty is not asked about."""

    part_id: int | None = None
    account_id: int | None = None
    billing_unit: str = ""
    """Codes of the registers, here and below."""
    payer: str = ""
    provider: str = ""
    """:data:`NOBODY` asks for the lines that are nobody's act: facility fees."""
    code: str = ""
    """Procedure code, or its beginning."""
    role: Role | None = None
    status: LineStatus | None = None
    outside: bool | None = None
    import_batch_id: int | None = None
    first_day: date | None = None
    """Days of the act's start, both included."""
    last_day: date | None = None
    special: bool | None = None
    situation: str = ""
    """Where the money of lines in force is: a name of :data:`honorarios.services.situations.CHOICES`."""


@dataclass(frozen=True, slots=True)
class Page:
    """Some lines of a list."""

    lines: tuple[LineView, ...]
    after: str | None
    """What to ask the next page with; None on the last one."""


def list_lines(
    *,
    actor: Actor,
    only: LineFilter | None = None,
    after: str | None = None,
    size: int = USUAL_PAGE,
) -> Result[Page]:
    """The lines that an actor reaches: by office, by billing unit, a physician's own production.

    The newest acts come first; the lines of a part, of an account or of an import in their own order.

    Args:
        actor: Who asks.
        only: Which lines.
        after: The mark of the page before.
        size: Lines of a page, at most :data:`LARGEST_PAGE`.
    """
    wanted = max(1, min(size, LARGEST_PAGE))
    return consult(
        actor=actor,
        operation=Operation.FEES_LIST,
        do=lambda work: _page(work, only or LineFilter(), after, wanted),
    )


def _page(work: Work, only: LineFilter, after: str | None, size: int) -> Page:
    order = order_of(only)
    rows = selectors.lines(work.scope).filter(condition(work, only))
    if after is not None:
        rows = rows.filter(order.beyond(after))
    # The keys alone first: what is joined to be shown would draw the planner away from the order's index.
    keys = list(rows.order_by(*order.terms).values_list("pk", flat=True)[: size + 1])
    page = columns.read(FeeLine.objects.filter(pk__in=keys[:size]).order_by(*order.terms))
    mark = order.mark_of(page[-1]) if len(keys) > size else None
    return Page(columns.views_of(page), mark)


def shown(rows: QuerySet[FeeLine]) -> QuerySet[FeeLine]:
    """Rows with what a view of them asks for, without their price traces."""
    return rows.select_related(*JOINED).defer("kept")


def line_views(rows: Sequence[FeeLine]) -> tuple[LineView, ...]:
    """Rows as they are shown; one query for the identifiers of the rows that they refer to."""
    uids = {row.pk: row.uid for row in rows}
    wanted = {key for row in rows for key in _references(row)} - uids.keys()
    if wanted:
        uids |= dict(FeeLine.objects.filter(pk__in=wanted).values_list("pk", "uid"))
    return tuple(view(line_of(row), row, uids) for row in rows)


def _references(row: FeeLine) -> Iterable[int]:
    keys = (row.difference_of_id, row.automatic_of_id, row.reverses_id)
    return (key for key in keys if key is not None)


def condition(work: Work, only: LineFilter) -> Q:
    """What is asked, in columns of the line itself wherever they say it: those have indexes."""
    office = {"office_id": work.actor.office_id}
    asked: dict[str, object] = {
        "part_id": None if only.part_id is None else _possible(only.part_id),
        "role": None if only.role is None else only.role.code_name,
        "status": None if only.status is None else only.status.code_name,
        "code__startswith": only.code or None,
        "outside_stored": only.outside,
        "special": only.special,
        "import_batch_id": (
            None if only.import_batch_id is None else _possible(only.import_batch_id)
        ),
        "start__gte": None if only.first_day is None else _midnight(only.first_day),
        "start__lte": None if only.last_day is None else _last_second(only.last_day),
    }
    if only.account_id is not None:
        account = _possible(only.account_id)
        parts = AccountPart.objects.filter(**office, account_id=account)
        asked["part_id__in"] = list(parts.values_list("pk", flat=True))
    if only.payer:
        asked["part__payer_id"] = _key(Payer.objects.filter(**office, code=only.payer))
    if only.provider == NOBODY:
        asked["provider__isnull"] = True
    elif only.provider:
        asked["provider_id"] = _key(Provider.objects.filter(**office, code=only.provider))
    if only.billing_unit:
        units = BillingUnit.objects.filter(**office, code=only.billing_unit)
        asked["billing_unit_id"] = _key(units)
    return Q(**{name: value for name, value in asked.items() if value is not None}) & _in(
        work, only.situation
    )


def _in(work: Work, situation: str) -> Q:
    """Lines in force in a situation."""
    if not situation:
        return Q()
    today = days.today(work.actor.office_id, work.now)
    in_force = Q(status=LineStatus.ACTIVE.code_name)
    return in_force & situations.condition(situation, today)


def _possible(key: int) -> int:
    """A key that somebody asked for; one that is beyond any database's, as a key that no row has."""
    return key if 0 < key <= access.LARGEST_KEY else NO_KEY


def _key(rows: QuerySet[Any]) -> int:
    """The key of the one row; of none, a key that no row has."""
    found: int | None = rows.values_list("pk", flat=True).first()
    return NO_KEY if found is None else found


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())


def _last_second(day: date) -> datetime:
    """The end of a day; wall time has no fraction of a second, and the last day has none after it."""
    return datetime.combine(day, time(23, 59, 59))
