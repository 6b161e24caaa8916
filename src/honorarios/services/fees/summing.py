"""What all the lines of a filter add up to, without listing them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Count, Q, Sum

from honorarios.core.vocabulary import LineStatus
from honorarios.records import selectors
from honorarios.services.fees.accounts import Sums
from honorarios.services.fees.listing import LineFilter, condition
from honorarios.services.operations import Operation
from honorarios.services.work import consult

if TYPE_CHECKING:
    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work


def sums(*, actor: Actor, only: LineFilter | None = None) -> Result[Sums]:
    """What the lines that an actor reaches and a filter finds add up to, on all of its pages."""
    return consult(
        actor=actor,
        operation=Operation.FEES_LIST,
        do=lambda work: _sums(work, only or LineFilter()),
    )


def _sums(work: Work, only: LineFilter) -> Sums:
    rows = selectors.lines(work.scope).filter(condition(work, only)).order_by()
    found = rows.aggregate(
        lines=Count("pk", filter=Q(status=LineStatus.ACTIVE.code_name)),
        whole=Sum("total"),
        due=Sum("charged"),
        beyond=Sum("charged", filter=Q(outside_stored=True)),
    )
    return Sums(found["lines"], *(int(found[name] or 0) for name in ("whole", "due", "beyond")))
