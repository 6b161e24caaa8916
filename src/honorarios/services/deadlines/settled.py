"""Deadlines kept by hand: what was done of which the record has no date of its own.

It stands among the case's tasks, as one that is done, so that whoever reads the case sees it too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from honorarios.planning.deadlines import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from honorarios.records.models import CaseTask

BY_HAND: Final = frozenset(
    {
        Kind.HOSPITAL_INCLUSION,
        Kind.COOPERATIVE_DELIVERY,
        Kind.PRESENTATION,
        Kind.ACCOUNT_CLOSING,
        Kind.APPEAL,
        Kind.APPEAL_REPLY,
        Kind.FISCAL_DOCUMENT,
        Kind.REFUND,
    }
)
"""The others are kept where what they wait for is recorded: an answer, a payment, the surgery."""
_MARK: Final = ":"


def task_kind(kind: Kind, key: str) -> str:
    """The kind of the task that settles a deadline."""
    return f"{kind.value}{_MARK}{key}"


def is_settlement(task: CaseTask) -> bool:
    """Whether a task is there to settle a deadline."""
    return _MARK in task.kind


def settled(tasks: Iterable[CaseTask]) -> Mapping[tuple[str, str], date]:
    """When deadlines were kept, by their kind's code and their key."""
    found: dict[tuple[str, str], date] = {}
    for task in tasks:
        kind, mark, key = task.kind.partition(_MARK)
        if mark and task.done_on is not None:
            found[kind, key] = task.done_on
    return found
