"""The dashboard: every sum is that of a list of lines that can be opened."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from honorarios.records.models import BillingUnit, Payer, Provider
from honorarios.services import days
from honorarios.services.dashboard.answers import Amounts, Dashboard, DashboardFilter, DashboardRow
from honorarios.services.dashboard.cell import NOBODY as NO_PROVIDER
from honorarios.services.dashboard.cell import Asked
from honorarios.services.dashboard.cells import cells
from honorarios.services.fees.listing import NOBODY
from honorarios.services.operations import Operation
from honorarios.services.work import consult

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from django.db.models import QuerySet

    from honorarios.services.actor import Actor
    from honorarios.services.dashboard.cell import Cell
    from honorarios.services.outcomes import Result
    from honorarios.services.situations import Situation
    from honorarios.services.work import Work

LONGEST: Final = 400
"""Days of a period, at most; a longer one is cut at its beginning."""
NOBODYS: Final = "Taxas, sem prestador"
NO_KEY: Final = 0


def show(*, actor: Actor, asked: DashboardFilter) -> Result[Dashboard]:
    """What was launched in a period within an actor's units, and where its money is."""
    return consult(
        actor=actor, operation=Operation.DASHBOARD_READ, do=lambda work: gather(work, asked)
    )


def gather(work: Work, asked: DashboardFilter) -> Dashboard:
    """The sums, for a unit of work that is under way."""
    earliest = asked.last_day - timedelta(days=LONGEST - 1)
    first = max(asked.first_day, earliest)
    office = work.actor.office_id
    today = days.today(office, work.now)
    wanted = Asked(
        first_day=first,
        last_day=asked.last_day,
        payer_id=_key(Payer.objects.filter(office_id=office, code=asked.payer), asked.payer),
        unit_id=_key(
            BillingUnit.objects.filter(office_id=office, code=asked.billing_unit),
            asked.billing_unit,
        ),
    )
    told = cells(work.scope, wanted, today)
    return Dashboard(
        asked=DashboardFilter(
            first_day=first,
            last_day=asked.last_day,
            payer=asked.payer,
            billing_unit=asked.billing_unit,
        ),
        whole=DashboardRow(code="", name="", by_situation=_summed(told, lambda _: 0).get(0, {})),
        by_payer=_named(told, lambda cell: cell.payer_id, Payer.objects.all()),
        by_unit=_named(told, lambda cell: cell.unit_id, BillingUnit.objects.all()),
        by_provider=_named(told, lambda cell: cell.provider_id, Provider.objects.all()),
        by_day=_by_day(told, first, asked.last_day),
    )


def _key(rows: QuerySet[Payer] | QuerySet[BillingUnit], code: str) -> int | None:
    """The key of a register's row; of none, a key that no row has; None where nothing is asked."""
    if not code:
        return None
    return rows.values_list("pk", flat=True).first() or NO_KEY


def _summed(
    told: Iterable[Cell], key: Callable[[Cell], int]
) -> dict[int, dict[Situation, Amounts]]:
    """Sums by a key and by situation."""
    found: dict[int, dict[Situation, list[int]]] = {}
    for cell in told:
        sums = found.setdefault(key(cell), {}).setdefault(cell.situation, [0, 0, 0])
        sums[0] += cell.lines
        sums[1] += cell.charged
        sums[2] += cell.outside
    return {
        one: {situation: Amounts(*sums) for situation, sums in own.items()}
        for one, own in found.items()
    }


def _named(
    told: Iterable[Cell],
    key: Callable[[Cell], int],
    register: QuerySet[Payer] | QuerySet[BillingUnit] | QuerySet[Provider],
) -> tuple[DashboardRow, ...]:
    """Rows of a register by how much was charged, the most first."""
    summed = _summed(told, key)
    names = {
        row: (code, name)
        for row, code, name in register.filter(pk__in=summed).values_list("pk", "code", "name")
    }
    names[NO_PROVIDER] = (NOBODY, NOBODYS)
    rows = [
        DashboardRow(code=names[row][0], name=names[row][1], by_situation=by_situation)
        for row, by_situation in summed.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.whole.charged, row.name)))


def _by_day(told: Iterable[Cell], first: date, last: date) -> tuple[DashboardRow, ...]:
    summed = _summed(told, lambda cell: cell.day.toordinal())
    return tuple(
        DashboardRow(
            code=day.isoformat(),
            name=f"{day:%d/%m/%Y}",
            by_situation=summed.get(day.toordinal(), {}),
        )
        for day in map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1))
    )
