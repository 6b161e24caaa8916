"""Where the money of a fee line in force is: what has become of its part and of its attendance.

Every line in force is in exactly one situation, so that what is in each adds up to what was launched.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.db.models import Case, CharField, Q, Value, When

from honorarios.core.labelled import Labelled
from honorarios.core.vocabulary import AttendanceStatus, PartStatus

if TYPE_CHECKING:
    from datetime import date


class Situation(Labelled):
    """Where the money of a line in force is; the value is its name in addresses."""

    BILLED = "billed", "Faturado"
    RELEASED = "released", "Liberado, aguarda faturamento"
    CLOSED = "closed", "Encerrado, aguarda liberação"
    UNDER_WAY = "under_way", "Em curso"
    AFTER_DISCHARGE = "after_discharge", "Alta dada, parcial ainda aberta"
    OVERDUE = "overdue", "Período encerrado, parcial ainda aberta"
    PART_CANCELLED = "part_cancelled", "Parcial cancelada"
    ATTENDANCE_CANCELLED = "attendance_cancelled", "Atendimento cancelado"

    @classmethod
    def named(cls, name: str) -> Situation:
        """The situation of a name, which is one that the database wrote."""
        return _NAMED[name]


_NAMED: Final = {one.value: one for one in Situation}
_BY_PART: Final = {
    PartStatus.CANCELLED.code_name: Situation.PART_CANCELLED,
    PartStatus.BILLED.code_name: Situation.BILLED,
    PartStatus.RELEASED.code_name: Situation.RELEASED,
    PartStatus.CLOSED.code_name: Situation.CLOSED,
}
"""What a part's own state says, whatever has become of an attendance that is not cancelled."""
BLOCKED: Final = (
    Situation.AFTER_DISCHARGE,
    Situation.OVERDUE,
    Situation.PART_CANCELLED,
    Situation.ATTENDANCE_CANCELLED,
)
"""Situations in which the money stands still until somebody does something about it."""
IN_FORCE: Final = "in_force"
"""What a filter calls any situation at all."""
ALL_BLOCKED: Final = "blocked"
"""What a filter calls any of :data:`BLOCKED`."""
CHOICES: Final = (
    (IN_FORCE, "Em vigor, onde quer que esteja"),
    (ALL_BLOCKED, "Parado"),
    *((one.value, one.label) for one in Situation),
)
"""What a filter may ask for, with its Portuguese words."""


def expression(today: date, part: str = "part__") -> Case:
    """The situation of a line as the database finds it.

    Args:
        today: The office's day: a period that ended before it is over.
        part: How the part is reached from the rows; empty where they are parts themselves.
    """
    cases = [When(told, then=Value(one.value)) for one, told in _conditions(today, part)]
    return Case(
        *cases, default=Value(Situation.UNDER_WAY.value), output_field=CharField(max_length=24)
    )


def told(part: str, attendance: str, period_end: date | None, today: date) -> Situation:
    """The situation of a line by the states of its part and of its attendance, as :func:`expression` tells it.

    Args:
        part: Code name of the part's state.
        attendance: Code name of the attendance's.
        period_end: The part's; None is still open.
        today: As of :func:`expression`.
    """
    if attendance == AttendanceStatus.CANCELLED.code_name:
        return Situation.ATTENDANCE_CANCELLED
    if part in _BY_PART:
        return _BY_PART[part]
    if attendance == AttendanceStatus.DISCHARGED.code_name:
        return Situation.AFTER_DISCHARGE
    over = period_end is not None and period_end < today
    return Situation.OVERDUE if over else Situation.UNDER_WAY


def condition(asked: str, today: date, part: str = "part__") -> Q:
    """The lines in a situation, or in any that stands still; nothing where there is no such situation."""
    if asked == IN_FORCE:
        return Q()
    if asked == ALL_BLOCKED:
        return _any(*(condition(one.value, today, part) for one in BLOCKED))
    earlier = Q()
    for one, told in _conditions(today, part):
        if one.value == asked:
            return told & earlier
        earlier &= ~told
    return earlier if asked == Situation.UNDER_WAY.value else Q(pk__in=[])


def _conditions(today: date, part: str) -> tuple[tuple[Situation, Q], ...]:
    """The first that holds is the situation; where none does, the line is under way."""

    def attendance(of: AttendanceStatus) -> Q:
        return Q(**{f"{part}account__attendance__status": of.code_name})

    return (
        (Situation.ATTENDANCE_CANCELLED, attendance(AttendanceStatus.CANCELLED)),
        *((one, Q(**{f"{part}status": name})) for name, one in _BY_PART.items()),
        (Situation.AFTER_DISCHARGE, attendance(AttendanceStatus.DISCHARGED)),
        (
            Situation.OVERDUE,
            Q(**{f"{part}period_end__lt": today, f"{part}period_end__isnull": False}),
        ),
    )


def _any(*conditions: Q) -> Q:
    found = Q()
    for one in conditions:
        found |= one
    return found
