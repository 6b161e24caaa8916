"""A physician's own production as their page shows it: where the money is, and the acts a page at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from uuid import UUID  # noqa: TC003 - part of an answer's type

from django.db.models import Count, Sum

from honorarios.reports.model import StatementLine  # noqa: TC001 - as above
from honorarios.services import days
from honorarios.services.fees.order import NEWEST_ACTS
from honorarios.services.operations import Operation
from honorarios.services.printing.statements import own_lines, situation, told_line, whose
from honorarios.services.printing.words import mark
from honorarios.services.situations import Situation, condition, expression
from honorarios.services.work import consult

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from django.db.models import QuerySet

    from honorarios.records.models import FeeLine
    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.printing.statements import Period
    from honorarios.services.work import Work

PAGE: Final = 100


@dataclass(frozen=True, slots=True)
class Standing:
    """How much of one's own stands in a situation."""

    situation: Situation
    lines: int
    charged: int
    """Centavos."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductionLine:
    """A line of one's own production, as the screen shows it."""

    uid: UUID
    account_id: int
    line: StatementLine
    situation: Situation
    mark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Production:
    """One's own production of a period."""

    provider: str
    standing: tuple[Standing, ...]
    """Of the whole period, in the order in which money moves, the furthest first."""
    lines: tuple[ProductionLine, ...]
    """A page of those that were asked for, the latest acts first."""
    after: str | None
    """What to ask the next page with; None on the last one."""


def production(
    *, actor: Actor, period: Period, where: Situation | None = None, after: str | None = None
) -> Result[Production]:
    """What a physician did in a period, as they see it themselves; patients by their initials.

    Args:
        actor: A physician.
        period: Days of the acts.
        where: Only the lines whose money is there; None is all.
        after: Where the page before ended.
    """

    def do(work: Work) -> Production:
        if work.scope.provider_id is None:
            raise ValueError(f"nobody's own production: {actor.role}")
        provider = whose(work, "")
        every = own_lines(work, provider, period)
        today = days.today(work.actor.office_id, work.now)
        asked = every if where is None else every.filter(condition(where.value, today))
        if after:
            asked = asked.filter(NEWEST_ACTS.beyond(after))
        rows = list(asked.order_by(*NEWEST_ACTS.terms)[: PAGE + 1])
        shown = rows[:PAGE]
        return Production(
            provider=provider.name,
            standing=tuple(_standing(every, today)),
            lines=tuple(map(_shown, shown)),
            after=NEWEST_ACTS.mark(shown[-1]) if len(rows) > PAGE else None,
        )

    return consult(actor=actor, operation=Operation.PRODUCTION_READ, do=do)


def _standing(every: QuerySet[FeeLine], today: date) -> Iterator[Standing]:
    counted = every.order_by().values(where=expression(today))
    found = {
        row["where"]: (row["lines"], row["due"])
        for row in counted.annotate(lines=Count("pk"), due=Sum("charged"))
    }
    for one in Situation:
        if one.value in found:
            yield Standing(one, *found[one.value])


def _shown(row: FeeLine) -> ProductionLine:
    return ProductionLine(
        uid=row.uid,
        account_id=row.part.account_id,
        line=told_line(row),
        situation=situation(row),
        mark=mark(row),
    )
