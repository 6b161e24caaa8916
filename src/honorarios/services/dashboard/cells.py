"""The smallest sums that the dashboard is made of, as each database gives them quickest."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING, Any, Final

from django.db import connection
from django.db.models import Count, DateField, F, Func, Q, Sum, Value
from django.db.models.functions import Coalesce

from honorarios.core.vocabulary import LineStatus
from honorarios.records import selectors
from honorarios.services.dashboard import kept
from honorarios.services.dashboard.cell import NOBODY, Cell
from honorarios.services.moment import one_moment
from honorarios.services.situations import Situation, expression

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from django.db.models import QuerySet

    from honorarios.records.models import FeeLine
    from honorarios.records.selectors import Scope
    from honorarios.services.dashboard.cell import Asked

LAST_SECOND: Final = time(23, 59, 59)


def cells(scope: Scope, asked: Asked, today: date) -> list[Cell]:
    """The sums of the lines in force within reach, at one moment; each line is in exactly one."""
    sqlite = connection.vendor == "sqlite"
    if sqlite:
        kept.refresh(scope.office_id, asked)
    with one_moment():
        return list((kept.kept if sqlite else grouped)(scope, asked, today))


def grouped(scope: Scope, asked: Asked, today: date) -> Iterator[Cell]:
    """The database groups; right on every database, quick where it needn't sort."""
    by: dict[str, Any] = {
        "situation": expression(today),
        "payer": F("part__payer_id"),
        "unit": F("billing_unit_id"),
        "doctor": Coalesce("provider_id", Value(NOBODY)),
        "day": Func("start", function="DATE", output_field=DateField()),
    }
    rows = (
        _lines(scope, asked)
        .annotate(**by)
        .order_by()
        .values_list(*by)
        .annotate(
            lines=Count("pk"),
            due=Sum("charged"),
            beyond=Sum("charged", filter=Q(outside_stored=True)),
        )
    )
    for situation, payer, unit, doctor, day, lines, due, beyond in rows:
        yield Cell(
            Situation.named(situation), payer, unit, doctor, day, lines, int(due), int(beyond or 0)
        )


def _lines(scope: Scope, asked: Asked) -> QuerySet[FeeLine]:
    rows = selectors.lines(scope).filter(
        status=LineStatus.ACTIVE.code_name,
        start__gte=datetime.combine(asked.first_day, time()),
        # Wall time has no fraction of a second, and the last day that there is has none after it.
        start__lte=datetime.combine(asked.last_day, LAST_SECOND),
    )
    if asked.unit_id is not None:
        rows = rows.filter(billing_unit_id=asked.unit_id)
    if asked.payer_id is not None:
        rows = rows.filter(part__payer_id=asked.payer_id)
    return rows
