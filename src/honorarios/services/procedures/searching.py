"""Searching procedures: one answer for every door."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from math import log2
from typing import TYPE_CHECKING, Final

from honorarios.catalogue.search import find
from honorarios.core.vocabulary import Role
from honorarios.services import habits
from honorarios.services.habits import HabitKind
from honorarios.services.operations import Operation
from honorarios.services.permissions import allows, scope
from honorarios.services.pricers import pricer_in_force
from honorarios.services.procedures.indexes import index_of
from honorarios.services.procedures.portes import porte_of
from honorarios.services.procedures.worth import worth_of
from honorarios.services.work import consult

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from honorarios.catalogue.search import Index
    from honorarios.launching.prices import Pricer
    from honorarios.services.actor import Actor
    from honorarios.services.habits import Remembered
    from honorarios.services.outcomes import Result
    from honorarios.services.procedures.worth import Worth
    from honorarios.services.work import Work

USUAL: Final = 12
MOST: Final = 50
LONGEST_QUERY: Final = 200
"""Characters of a query that are read."""
MIDDAY: Final = time(12)
FAVOURITE: Final = 0.25
"""What a favourite's score gains: it goes before what answers as well, not before what answers better."""
USED: Final = 0.03
MOST_USED: Final = 0.18


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureView:
    """A procedure that was found."""

    code: str
    name: str
    porte: str
    """Where a schedule of the catalogue gives one; empty elsewhere."""
    valid: bool
    """Whether the code is valid on the day of the act."""
    valid_from: date | None
    valid_to: date | None
    favourite: bool
    times: int
    """How often the person launched it."""
    value: int | None = None
    """In centavos, for one unit, alone; None where it was not asked for, or there is no price."""
    why: str = ""
    """Why there is no price on the part; empty where there is, or none was asked for."""


def search(
    *,
    actor: Actor,
    query: str,
    day: date | None = None,
    part_id: int | None = None,
    start: datetime | None = None,
    role: Role = Role.SURGEON,
    limit: int = USUAL,
) -> Result[tuple[ProcedureView, ...]]:
    """Procedures by code or words, the best first; those not valid on the day come last.

    With an empty query, the person's favourites and what they used last.

    Args:
        actor: Who asks.
        query: As it was typed.
        day: Of the act, for validity and porte; today where neither it nor ``start`` is given.
        part_id: The account part that it is for, to preview the value on it; ignored for whoever may not
            preview fees.
        start: The hour of the act, for the value; midday of the day where it isn't given.
        role: Whose fee is previewed.
        limit: How many.
    """
    wanted = max(1, min(limit, MOST))

    def do(work: Work) -> tuple[ProcedureView, ...]:
        on = start.date() if start is not None else day or work.now.date()
        in_force = pricer_in_force(work.actor.office_id)
        pricer = None if in_force is None else in_force[1]
        index = index_of(None if pricer is None else pricer.compiled)
        known = habits.remembered(work, HabitKind.PROCEDURE)
        codes = _codes(index, query[:LONGEST_QUERY], known, wanted)
        worth: Mapping[str, Worth] = {}
        if part_id is not None and pricer is not None and allows(actor, Operation.FEES_PREVIEW):
            worth = worth_of(
                scope=scope(actor, Operation.FEES_PREVIEW),
                part_id=part_id,
                codes=codes,
                start=start or datetime.combine(on, MIDDAY),
                role=role,
                pricer=pricer,
            )
        found = [_view(index, pricer, code, on, known, worth.get(code)) for code in codes]
        return tuple(sorted(found, key=lambda one: not one.valid))

    return consult(actor=actor, operation=Operation.PROCEDURES_READ, do=do)


def _codes(index: Index, query: str, known: Remembered, limit: int) -> Sequence[str]:
    if query.strip():
        gains = {code: _gain(habit) for code, habit in known.by_code.items()}
        return [hit.code for hit in find(index, query, limit=limit, favoured=gains)]
    own = [habit for habit in known.by_code.values() if habit.code in index.places_by_code]
    starred = sorted((one for one in own if one.favourite), key=lambda one: (-one.times, one.code))
    used = sorted(
        ((one.used_at, one.code) for one in own if one.used_at is not None and not one.favourite),
        reverse=True,
    )
    return [*(one.code for one in starred), *(code for _, code in used)][:limit]


def _gain(habit: habits.HabitView) -> float:
    return (FAVOURITE if habit.favourite else 0.0) + min(USED * log2(1 + habit.times), MOST_USED)


def _view(
    index: Index,
    pricer: Pricer | None,
    code: str,
    day: date,
    known: Remembered,
    worth: Worth | None,
) -> ProcedureView:
    place = index.places_by_code[code]
    habit = known.of(code)
    porte = worth.porte if worth is not None else ""
    if not porte and pricer is not None:
        porte = porte_of(pricer.compiled, code, day)
    return ProcedureView(
        code=code,
        name=index.names[place],
        porte=porte,
        valid=index.is_valid(place, day.isoformat()),
        valid_from=_day(index.since[place]),
        valid_to=_day(index.until[place]),
        favourite=habit is not None and habit.favourite,
        times=0 if habit is None else habit.times,
        value=None if worth is None else worth.value,
        why="" if worth is None else worth.why,
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
