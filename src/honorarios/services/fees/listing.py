"""Lists of fee lines within reach: filtered, the newest acts first, a page at a time."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from django.db.models import Q

from honorarios.records import selectors
from honorarios.records.models import FeeLine
from honorarios.services.fees import codes
from honorarios.services.fees.recorded import JOINED, line_of
from honorarios.services.fees.views import LineView, view
from honorarios.services.operations import Operation
from honorarios.services.outcomes import Result, at, refuse
from honorarios.services.work import consult

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from django.db.models import QuerySet

    from honorarios.core.vocabulary import LineStatus
    from honorarios.services.actor import Actor
    from honorarios.services.work import Work

LARGEST_PAGE: Final = 500
USUAL_PAGE: Final = 100
LARGEST_KEY: Final = 2**63 - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class LineFilter:
    """Which lines to list; what is None or empty is not asked about."""

    part_id: int | None = None
    account_id: int | None = None
    billing_unit: str = ""
    """Codes of the registers, here and below."""
    payer: str = ""
    provider: str = ""
    code: str = ""
    """Procedure code, or its beginning."""
    status: LineStatus | None = None
    outside: bool | None = None
    import_batch_id: int | None = None
    first_day: date | None = None
    """Days of the act's start, both included."""
    last_day: date | None = None


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
    rows = selectors.lines(work.scope).filter(_condition(only))
    if after is not None:
        start, key = _read_mark(after)
        # The first condition, which the second implies, is the one that an index serves.
        rows = rows.filter(Q(start__lte=start) & (Q(start__lt=start) | Q(pk__lt=key)))
    found = list(shown(rows).order_by("-start", "-pk")[: size + 1])
    page = found[:size]
    mark = _mark(page[-1]) if len(found) > size else None
    return Page(line_views(page), mark)


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


def _condition(only: LineFilter) -> Q:
    asked = {
        "part_id": only.part_id,
        "part__account_id": only.account_id,
        "billing_unit__code": only.billing_unit or None,
        "part__payer__code": only.payer or None,
        "provider__code": only.provider or None,
        "code__startswith": only.code or None,
        "status": None if only.status is None else only.status.code_name,
        "outside_stored": only.outside,
        "import_batch_id": only.import_batch_id,
        "start__gte": None if only.first_day is None else _midnight(only.first_day),
        "start__lt": None if only.last_day is None else _midnight(only.last_day) + _DAY,
    }
    return Q(**{name: value for name, value in asked.items() if value is not None})


_DAY: Final = timedelta(days=1)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())


def _mark(row: FeeLine) -> str:
    told = json.dumps([row.start.isoformat(), row.pk])
    return base64.urlsafe_b64encode(told.encode()).decode()


def _read_mark(mark: str) -> tuple[datetime, int]:
    """Where the page before ended; stops with LAN-PAGE where the mark is none of ours."""
    try:
        start, key = json.loads(base64.urlsafe_b64decode(mark.encode()))
        found = datetime.fromisoformat(start).replace(microsecond=0, tzinfo=None), int(key)
    except (ValueError, TypeError):
        refuse(at(codes.BAD_PAGE, "after"))
    if not 0 < found[1] <= LARGEST_KEY:
        refuse(at(codes.BAD_PAGE, "after"))
    return found
