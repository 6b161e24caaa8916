"""What a person chooses often: favourite and last used procedures and providers, by their codes.

Habits are learned when fees are launched, in a transaction of their own after that of the fees: a habit
is worth no wait and no refusal. They name no patient and no account.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime  # noqa: TC003 - pydantic reads the annotations
from typing import TYPE_CHECKING, Final

from django.db.models import F, Q

from honorarios.records.models import Habit, HabitKind
from honorarios.services.operations import Operation
from honorarios.services.texts import within
from honorarios.services.work import consult, perform

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from django.db.models import QuerySet

    from honorarios.launching.model import Entry
    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work

LONGEST_CODE: Final = 60
MOST_LISTED: Final = 200

__all__ = [
    "HabitKind",
    "HabitView",
    "Learned",
    "Remembered",
    "learn",
    "listed",
    "remembered",
    "star",
]


@dataclass(frozen=True, slots=True)
class HabitView:
    """Something that a person chose before."""

    code: str
    favourite: bool
    times: int
    used_at: datetime | None
    """When it was used last; None where it is a favourite that never was."""


@dataclass(frozen=True, slots=True)
class Learned:
    """How many habits a launch made or strengthened."""

    count: int


@dataclass(frozen=True, slots=True)
class Remembered:
    """A person's habits of a kind by code, for putting what they use first."""

    by_code: Mapping[str, HabitView] = field(default_factory=dict)

    def of(self, code: str) -> HabitView | None:
        """The habit of a code; None where it was never chosen."""
        return self.by_code.get(code)


def listed(*, actor: Actor, kind: HabitKind, limit: int = 20) -> Result[tuple[HabitView, ...]]:
    """The actor's own habits of a kind: favourites by how often, then the last used."""

    def do(work: Work) -> tuple[HabitView, ...]:
        wanted = max(1, min(limit, MOST_LISTED))
        starred = _own(work, kind).filter(favourite=True).order_by("-times", "code")[:wanted]
        found = list(map(_view, starred))
        others = (
            _own(work, kind)
            .filter(favourite=False)
            .order_by(F("used_at").desc(nulls_last=True), "code")
        )
        return (*found, *map(_view, others[: wanted - len(found)]))

    return consult(actor=actor, operation=Operation.DESK_OWN, do=do)


def star(*, actor: Actor, kind: HabitKind, code: str, favourite: bool = True) -> Result[HabitView]:
    """Make something a favourite of the actor's, or one no more."""

    def do(work: Work) -> HabitView:
        name = within(code, "code", title="Código", longest=LONGEST_CODE)
        row, _ = Habit.objects.update_or_create(
            office_id=work.actor.office_id,
            user_id=work.actor.user_id,
            kind=kind,
            code=name,
            defaults={"favourite": favourite},
        )
        return _view(row)

    return perform(actor=actor, operation=Operation.DESK_OWN, answer=HabitView, do=do)


def learn(*, actor: Actor, entries: Sequence[Entry]) -> Result[Learned]:
    """Remember the procedures and providers of fees that a person launched; no program has habits."""
    chosen = {
        HabitKind.PROCEDURE: {entry.code for entry in entries if entry.code},
        HabitKind.PROVIDER: {entry.provider for entry in entries if entry.provider},
    }

    def do(work: Work) -> Learned:
        return Learned(sum(_strengthen(work, kind, codes) for kind, codes in chosen.items()))

    return perform(actor=actor, operation=Operation.DESK_OWN, answer=Learned, do=do)


def remembered(work: Work, kind: HabitKind, codes: Collection[str] | None = None) -> Remembered:
    """The habits of whoever does a piece of work, of some codes or of all."""
    rows = _own(work, kind)
    if codes is not None:
        rows = rows.filter(code__in=codes)
    return Remembered({row.code: _view(row) for row in rows})


def _strengthen(work: Work, kind: HabitKind, codes: Collection[str]) -> int:
    rows = _own(work, kind).filter(code__in=codes)
    known = rows.update(times=F("times") + 1, used_at=work.now) if codes else 0
    if known < len(codes):
        # Those that are there already stay as the update left them.
        Habit.objects.bulk_create(
            [
                Habit(
                    office_id=work.actor.office_id,
                    user_id=work.actor.user_id,
                    kind=kind,
                    code=code,
                    times=1,
                    used_at=work.now,
                )
                for code in sorted(codes)
            ],
            ignore_conflicts=True,
        )
    return len(codes)


def _own(work: Work, kind: HabitKind) -> QuerySet[Habit]:
    mine = Q(office_id=work.actor.office_id, user_id=work.actor.user_id, kind=kind)
    return Habit.objects.filter(mine)


def _view(row: Habit) -> HabitView:
    return HabitView(row.code, row.favourite, row.times, row.used_at)
