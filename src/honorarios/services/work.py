"""A unit of work: permission, one transaction, one answer, its audit events, and its idempotency key.

:func:`perform` is how every write is done and :func:`consult` how every read is: nothing else in the
services opens a transaction or turns an error into an answer.
"""

from __future__ import annotations

import random
import time
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeVar, cast

from django.db import DatabaseError, InterfaceError, connection, transaction
from django.utils import timezone
from pydantic import TypeAdapter

from honorarios.core.findings import Finding
from honorarios.core.recent import Recent
from honorarios.services import access, codes, idempotency, locks
from honorarios.services.audit import trail
from honorarios.services.failures import meaning
from honorarios.services.outcomes import Refused, Result
from honorarios.services.permissions import scope

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import datetime

    from honorarios.records.models import AccountPart
    from honorarios.records.selectors import Scope
    from honorarios.services.actor import Actor
    from honorarios.services.idempotency import Claim
    from honorarios.services.operations import Operation

T = TypeVar("T")

ATTEMPTS: Final = 6
"""Times that a transaction is tried before the person is told that the database is busy."""

_adapter: Final[Recent[Any, TypeAdapter[Any]]] = Recent(TypeAdapter, most=128)
"""What turns answers of a type to JSON and back; it costs more to make than many a request."""
_FINDINGS: Final = TypeAdapter(tuple[Finding, ...])


@dataclass(slots=True)
class Work:
    """What a verb has at hand while its transaction is open."""

    actor: Actor
    operation: Operation
    scope: Scope
    """What the actor may touch in this operation; give it to the selectors."""
    now: datetime
    """When the transaction began, in UTC: one moment for all that it stamps."""
    findings: list[Finding] = field(default_factory=list)
    """Warnings to go with the answer."""
    events: list[trail.Event] = field(default_factory=list)

    def notice(self, *findings: Finding) -> None:
        """Answer these warnings along with the value."""
        self.findings.extend(findings)

    def record(
        self,
        subject_type: str,
        subject_id: object,
        detail: Mapping[str, object],
        *,
        action: str | None = None,
    ) -> None:
        """Put an event in the audit trail when the work ends; ``action`` is the operation's name.

        ``detail`` is ready for JSON and names nobody: numbers of rows, amounts, states, reasons.
        """
        self.events.append(
            trail.Event(action or self.operation.value, subject_type, str(subject_id), dict(detail))
        )

    def seen(self, patient_ids: Iterable[int], *, why: str = "") -> None:
        """Record that identified patients were read (``spec: quality P11``)."""
        self.events.extend(trail.reading(self.operation.value, patient_ids, why=why))

    @contextmanager
    def scratch(self) -> Iterator[Work]:
        """A unit within this one whose writes and events are undone when it ends."""
        with transaction.atomic():
            yield Work(self.actor, self.operation, self.scope, self.now)
            transaction.set_rollback(True)

    def lock_part(self, part_id: int) -> AccountPart:
        """Lock a part of the actor's and its account; stops with PER-NOT-FOUND."""
        return self.lock_parts([part_id])[part_id]

    def lock_parts(self, part_ids: Iterable[int]) -> dict[int, AccountPart]:
        """Lock parts of the actor's and their accounts; stops where any is not to be found."""
        return locks.parts(access.part_ids(self.scope, part_ids))


def perform(
    *,
    actor: Actor,
    operation: Operation,
    answer: type[T],
    do: Callable[[Work], T],
    key: str | None = None,
    request: object = None,
    dry_run: bool = False,
) -> Result[T]:
    """Do a write in one transaction and answer it.

    Args:
        actor: Who asks.
        operation: What is asked: decides the permission, and names it in the audit trail.
        answer: Type of what ``do`` returns, a frozen dataclass that pydantic can turn to JSON and back;
            it names no patient, since it is stored with the key.
        do: The work; called again from the start where the database asks for it, so it touches nothing
            but the database.
        key: Idempotency key, unique to the office and user.
        request: All that the answer depends on, ready for JSON; the key's request is compared by it.
        dry_run: Do it, answer it, and undo it all, audit events included; the key is left alone.
    """
    try:
        reached = scope(actor, operation)
        claimed = (
            idempotency.claim(actor=actor, operation=operation, key=key, request=request)
            if key is not None and not dry_run
            else None
        )
        with idempotency.alone(claimed) if claimed else nullcontext():
            return _persist(
                lambda: _once(
                    Work(actor, operation, reached, timezone.now()),
                    answer,
                    do,
                    claimed,
                    undo=dry_run,
                )
            )
    except Refused as refused:
        return Result(value=_as(answer, refused.value), findings=refused.findings)


def consult(*, actor: Actor, operation: Operation, do: Callable[[Work], T]) -> Result[T]:
    """Answer a read; the patients that it showed are recorded before it answers, or it doesn't."""
    try:
        work = Work(actor, operation, scope(actor, operation), timezone.now())
        value = _persist(lambda: _read(work, do))
        return Result(value, tuple(work.findings))
    except Refused as refused:
        return Result(cast("T | None", refused.value), refused.findings)


def _read(work: Work, do: Callable[[Work], T]) -> T:
    work.findings.clear()
    work.events.clear()
    value = do(work)
    if work.events:
        with transaction.atomic():
            trail.append(work.actor, work.now, work.events)
    return value


def _once(
    work: Work,
    answer: type[T],
    do: Callable[[Work], T],
    claimed: Claim | None,
    *,
    undo: bool,
) -> Result[T]:
    with transaction.atomic():
        earlier = idempotency.stored_answer(claimed) if claimed else None
        if earlier is not None:
            return _replayed(answer, earlier)
        value = do(work)
        if claimed:
            idempotency.store_answer(claimed, _stored(answer, value, work.findings))
        trail.append(work.actor, work.now, work.events)
        if undo:
            transaction.set_rollback(True)
        return Result(value, tuple(work.findings))


def _stored(answer: type[T], value: T, findings: list[Finding]) -> dict[str, Any]:
    return {
        "value": _adapter(answer).dump_python(value, mode="json"),
        "findings": _FINDINGS.dump_python(tuple(findings), mode="json"),
    }


def _replayed(answer: type[T], stored: dict[str, Any]) -> Result[T]:
    return Result(
        _adapter(answer).validate_python(stored["value"]),
        _FINDINGS.validate_python(stored["findings"]),
        replayed=True,
    )


def _persist(attempt: Callable[[], T]) -> T:
    """Try a transaction until the database takes it, it is refused, or it is no use trying again."""
    for tried in range(1, ATTEMPTS + 1):
        try:
            return attempt()
        except (DatabaseError, InterfaceError) as problem:
            finding = meaning(problem)
            if finding is None:
                raise
            # Inside somebody else's transaction only they can begin again.
            again = finding.code == codes.BUSY.name and not connection.in_atomic_block
            if not again or tried == ATTEMPTS:
                _stop(finding)
        # Chance keeps those who met once from meeting again.
        time.sleep(random.uniform(0, 0.01 * 2**tried))  # noqa: S311 - no secret
    raise AssertionError("unreachable")


def _stop(finding: Finding) -> NoReturn:
    if not connection.in_atomic_block:
        connection.close_if_unusable_or_obsolete()
    raise Refused((finding,)) from None


def _as(answer: type[T], value: object) -> T | None:
    return value if isinstance(value, answer) else None
