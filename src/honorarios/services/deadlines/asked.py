"""What a case's record says of requests, senhas, quotes and tasks, as deadlines are counted from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from honorarios.planning.clocks import Request
from honorarios.planning.deadlines import Asked, Quote, Senha, Todo
from honorarios.records.models import RequestAnswer
from honorarios.services.deadlines.settled import is_settlement

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from honorarios.records.models import Authorisation, CaseTask, SurgeryCase

COUNTS: Final = frozenset(
    {RequestAnswer.AUTHORISED.value, RequestAnswer.PARTIAL.value, RequestAnswer.DENIED.value}
)
"""Answers that stop the payer's clock (RN 623/2024)."""


def performed_on(case: SurgeryCase) -> date | None:
    """The day of the surgery, once it was done."""
    return None if case.performed_at is None else case.performed_at.date()


def requests(case: SurgeryCase) -> Iterator[Asked]:
    """What the payer was asked."""
    for row in case.requests.all():
        denied = row.answer == RequestAnswer.DENIED
        yield Asked(
            request=Request[row.kind.upper()],
            on=row.requested_on,
            answered_on=row.answered_on if row.answer in COUNTS else None,
            performed_on=performed_on(case),
            ended_on=row.withdrawn_on or (row.answered_on if denied else None),
            protocol=row.protocol,
            key=str(row.pk),
        )


def authorisations(case: SurgeryCase) -> tuple[Authorisation, ...]:
    """Those of every request that still stands, by the day they were granted."""
    rows = (
        granted
        for row in case.requests.all()
        if row.withdrawn_on is None
        for granted in row.authorisations.all()
    )
    return tuple(sorted(rows, key=lambda one: (one.granted_on, one.pk)))


def senhas(case: SurgeryCase) -> Iterator[Senha]:
    """The numbers of what was authorised."""
    for row in authorisations(case):
        yield Senha(
            number=row.senha,
            granted_on=row.granted_on,
            valid_until=row.valid_until,
            used_on=performed_on(case),
            key=str(row.pk),
        )


def quotes(case: SurgeryCase) -> Iterator[Quote]:
    """What suppliers were asked."""
    for row in case.quotes.all():
        yield Quote(
            supplier=row.supplier,
            requested_on=row.requested_on,
            received_on=row.received_on,
            key=str(row.pk),
        )


def todos(case: SurgeryCase) -> Iterator[Todo]:
    """What is pending in it."""
    for row in case.tasks.all():
        if not is_settlement(row):
            yield Todo(
                title=row.title,
                due=row.due,
                owner=_name(row),
                done_on=row.done_on,
                rule=row.rule,
                key=str(row.pk),
            )


def _name(task: CaseTask) -> str:
    return "" if task.owner is None else task.owner.get_full_name() or task.owner.get_username()
