"""The first account in five steps: which of them a person has taken, read off the audit trail.

Nothing is kept for it but what a person says they saw: the memória de cálculo leaves no trace of its
own, so its step is one of the tips that they dismiss (:mod:`honorarios.services.preferences`).
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from honorarios.records.models import AuditEvent
from honorarios.services.operations import Operation
from honorarios.services.work import consult

if TYPE_CHECKING:
    from collections.abc import Mapping

    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work


class Step(StrEnum):
    """A step, in the order in which they are taken."""

    ATTENDANCE = "attendance"
    ACCOUNT = "account"
    LAUNCH = "launch"
    TRACE = "trace"
    CLOSE = "close"


TRACED_BY: Final[Mapping[Step, Operation]] = {
    Step.ATTENDANCE: Operation.ATTENDANCES_WRITE,
    Step.ACCOUNT: Operation.ACCOUNTS_OPEN,
    Step.LAUNCH: Operation.FEES_LAUNCH,
    Step.CLOSE: Operation.PARTS_CLOSE,
}
"""The operation that shows that a step was taken."""


def taken(*, actor: Actor) -> Result[frozenset[Step]]:
    """The steps that the actor has taken in this office."""
    return consult(actor=actor, operation=Operation.DESK_OWN, do=_taken)


def _taken(work: Work) -> frozenset[Step]:
    own = AuditEvent.objects.filter(office_id=work.actor.office_id, actor_id=work.actor.user_id)
    return frozenset(
        step for step, operation in TRACED_BY.items() if own.filter(action=operation.value).exists()
    )
