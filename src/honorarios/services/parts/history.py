"""What happened to a part: each of its transitions, who made it and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime  # noqa: TC003 - part of an answer's type
from typing import TYPE_CHECKING

from honorarios.records.models import PartTransition
from honorarios.services import access
from honorarios.services.operations import Operation
from honorarios.services.work import consult

if TYPE_CHECKING:
    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class TransitionView:
    """A change of a part's state, or its tax invoice."""

    verb: str
    from_status: str
    to_status: str
    at: datetime
    author: str
    reason: str


def history(*, actor: Actor, part_id: int) -> Result[tuple[TransitionView, ...]]:
    """The transitions of a part within reach, the last one first."""

    def do(work: Work) -> tuple[TransitionView, ...]:
        (key,) = access.part_ids(work.scope, [part_id])
        rows = PartTransition.objects.filter(part_id=key).select_related("actor")
        return tuple(map(_view, rows.order_by("-version")))

    return consult(actor=actor, operation=Operation.ACCOUNTS_LIST, do=do)


def _view(row: PartTransition) -> TransitionView:
    return TransitionView(
        verb=row.verb,
        from_status=row.from_status,
        to_status=row.to_status,
        at=row.at,
        author=str(row.actor),
        reason=row.reason,
    )
