"""The surgery that is launched: three acts by a team of four, on parts that take it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from benchmarks.record.plan import TEAM_LINES
from honorarios.core.vocabulary import AccessRoute, ProcedureKind, Role
from honorarios.launching.model import Entry
from honorarios.records.models import AccountPart, Stay
from honorarios.services import fees

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from random import Random

    from honorarios.services.actor import Actor

ACTS: Final = ("31005497", "31009166", "31009115")
TEAM: Final = (
    (Role.SURGEON, "m01"),
    (Role.FIRST_ASSISTANT, "m09"),
    (Role.SECOND_ASSISTANT, "m17"),
    (Role.ANAESTHETIST, "m05"),
)
PAYER: Final = "convenio-aurora"


def surgery(start: datetime) -> list[Entry]:
    """Its twelve entries."""
    end = start + timedelta(hours=2)
    return [
        Entry(
            code=code,
            start=start,
            end=end,
            provider=provider,
            role=role,
            access_route=AccessRoute.DIFFERENT if place else AccessRoute.SINGLE,
            procedure_kind=ProcedureKind.SECONDARY if place else ProcedureKind.PRINCIPAL,
        )
        for place, code in enumerate(ACTS)
        for role, provider in TEAM
    ]


def places(actor: Actor, random: Random, count: int) -> list[tuple[int, datetime]]:
    """Open parts of inpatients, each with an hour at which the surgery can be launched on it."""
    found = []
    for part_id, start in _candidates(actor, random):
        if fees.preview(actor=actor, part_id=part_id, entries=surgery(start)).ok:
            found.append((part_id, start))
            if len(found) == count:
                return found
    raise RuntimeError(f"only {len(found)} of {count} parts take the surgery")


def _candidates(actor: Actor, random: Random) -> Iterator[tuple[int, datetime]]:
    parts = AccountPart.objects.filter(
        office_id=actor.office_id,
        payer__code=PAYER,
        status="open",
        account__attendance__setting="inpatient",
    ).order_by("pk")
    told = list(parts.values_list("pk", "account__attendance_id"))
    for part_id, attendance_id in random.sample(told, len(told)):
        stay = Stay.objects.filter(attendance_id=attendance_id).order_by("start").first()
        if stay is not None:
            # An odd minute: no line of the demonstration begins then.
            hours = random.randrange(2, 20)
            yield part_id, stay.start.replace(minute=1) + timedelta(hours=hours, minutes=1)


def launch(actor: Actor, part_id: int, entries: list[Entry]) -> int:
    """Launch entries; how many lines they made."""
    done = fees.launch(actor=actor, part_id=part_id, entries=entries).require()
    return sum(len(entry.lines) for entry in done.entries)


def later(entries: list[Entry], minutes: int) -> list[Entry]:
    """The same some minutes later."""
    step = timedelta(minutes=minutes)
    return [
        replace(
            entry,
            start=None if entry.start is None else entry.start + step,
            end=None if entry.end is None else entry.end + step,
        )
        for entry in entries
    ]


assert len(ACTS) * len(TEAM) == TEAM_LINES  # noqa: S101 - what the plan says
