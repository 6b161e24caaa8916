"""Dated rows ended and begun anew: what held stays on record, what holds from a day on stands beside it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from honorarios.core.findings import Place
from honorarios.services import access, locks
from honorarios.services import codes as service_codes
from honorarios.services.outcomes import at, refuse
from honorarios.services.registers import codes
from honorarios.services.registers.drafts import Referred, complete, drafts_of
from honorarios.services.registers.rows import views, with_references
from honorarios.services.registers.writing import TAG_TOLD, Saved, prepare, save
from honorarios.services.work import perform

if TYPE_CHECKING:
    from collections.abc import Mapping

    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.registers.register import Register
    from honorarios.services.work import Work

DATED = ("valid_from", "valid_to")


def is_dated(register: Register) -> bool:
    """Whether the rows of a register hold from one day to another."""
    return all(name in register.names for name in DATED)


def succeed(
    *,
    actor: Actor,
    register: Register,
    row_id: int,
    values: Mapping[str, object],
    seen: str | None,
    key: str | None = None,
) -> Result[Saved]:
    """End a dated row on the day before another begins, and register that other one, or neither.

    ``values`` are those of the new row, its ``valid_from`` included; what they leave out is as in the
    row that ends. REG-SUCCESSION where the new one doesn't begin after it. The answer is the new row.
    """

    def do(work: Work) -> Saved:
        locks.office(work.actor.office_id)
        rows = with_references(register, register.rows(work.scope))
        row = access.one(rows, f"{register.title.capitalize()} {row_id}", pk=row_id)
        (view,) = views(register, [row])
        if seen is not None and seen != view.tag:
            what, current = register.title.capitalize(), view.tag[:TAG_TOLD]
            refuse(at(service_codes.STALE, what=what, current=current, given=seen[:TAG_TOLD]))
        given = _told(view.values) | dict(values)
        (draft,) = prepare(work, register, [given], ending=row_id)
        begins = draft.given.get("valid_from")
        if not isinstance(begins, date) or begins <= view.values["valid_from"]:
            if draft.refused:
                refuse(*draft.findings)
            place = Place(field="valid_from")
            refuse(codes.SUCCESSION.at(place, day=f"{view.values['valid_from']:%d/%m/%Y}"))
        if draft.row is not None:
            refuse(codes.EXISTS.at(Place(field="valid_from"), what=register.title, key=begins))
        if draft.refused:
            refuse(*draft.findings)
        _end(work, register, row, view.values, begins - timedelta(days=1))
        return save(work, register, draft)

    return perform(
        actor=actor,
        operation=register.write,
        answer=Saved,
        do=do,
        key=key,
        request=["succeed", register.name, row_id, dict(values), seen],
    )


def _told(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a row as a request would say them, without its end."""
    return {name: value for name, value in values.items() if name != "valid_to"}


def _end(
    work: Work, register: Register, row: object, before: Mapping[str, Any], last: date
) -> None:
    """Write the last day of a row, unless it had ended by then."""
    if before["valid_to"] is not None and before["valid_to"] <= last:
        return
    (draft,) = drafts_of(register, [{"valid_to": last.isoformat()}])
    draft.row, draft.before = row, before
    complete(register, draft)
    Referred(register, work.scope, [draft]).resolve(draft)
    save(work, register, draft)
