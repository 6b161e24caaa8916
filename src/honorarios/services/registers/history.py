"""What was changed in a row of a register: when, by whom and in which fields, from the audit trail."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from honorarios.records.models import AuditEvent
from honorarios.services import access
from honorarios.services.operations import Operation
from honorarios.services.registers.field import Kind
from honorarios.services.work import consult

if TYPE_CHECKING:
    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.registers.field import Field
    from honorarios.services.registers.register import Register
    from honorarios.services.work import Work

MOST_TOLD: Final = 200


@dataclass(frozen=True, slots=True)
class Moved:
    """A field with what it said before and after a change, as the row's own values are."""

    name: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One write of a row, the newest first in a history."""

    at: datetime
    author: str
    """Name of the person, or of the user where they have none."""
    fields: tuple[str, ...]
    """The titles of what was written; none where the detail was erased."""
    moved: tuple[Moved, ...] = ()
    """What the fields that were changed said before, and then; nothing of a new row, nor of a patient."""
    status: str = ""
    """How a fact was known from then on, where this is what was written."""


def history(*, actor: Actor, register: Register, row_id: int) -> Result[tuple[ChangeView, ...]]:
    """Every write of a row by a person or a program; imported rows tell of theirs in the import."""

    def do(work: Work) -> tuple[ChangeView, ...]:
        access.one(register.rows(work.scope), f"{register.title.capitalize()} {row_id}", pk=row_id)
        events = (
            AuditEvent.objects.filter(
                office_id=work.actor.office_id,
                subject_type=register.name,
                subject_id=str(row_id),
                action__in=(register.write.value, Operation.AGREEMENTS_CONFIRM.value),
            )
            .select_related("actor", "detail")
            .order_by("-seq")[:MOST_TOLD]
        )
        return tuple(_view(register, event) for event in events)

    return consult(actor=actor, operation=register.read, do=do)


def _view(register: Register, event: AuditEvent) -> ChangeView:
    author = event.actor
    name = "" if author is None else author.get_full_name() or author.get_username()
    detail = getattr(event, "detail", None)
    kept = json.loads(detail.content)["detail"] if detail is not None else {}
    written = kept.get("fields", [])
    titles = {one.name: one.title for one in register.fields}
    if register.children is not None:
        titles[register.children.name] = register.children.title
    known = {one.name: one for one in register.fields}
    moved = tuple(
        Moved(field, _again(known[field], before), _again(known[field], after))
        for field, (before, after) in kept.get("values", {}).items()
        if field in known
    )
    fields = tuple(titles.get(field, field) for field in written)
    return ChangeView(event.at, name, fields, moved, kept.get("status", ""))


def _again(field: Field, value: Any) -> Any:  # noqa: ANN401 - of any kind
    """A value as the row had it, from what the trail keeps."""
    if isinstance(value, str) and field.kind is Kind.DAY:
        return date.fromisoformat(value)
    return Decimal(value) if isinstance(value, str) and field.kind is Kind.EXACT else value
