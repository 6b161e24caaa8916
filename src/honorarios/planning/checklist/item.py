"""An item of a checklist: how it stands, whose turn it is, and when it counts as late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import TYPE_CHECKING, Self

from honorarios.planning.case import ENDED
from honorarios.planning.deadlines.deadline import Owner  # noqa: TC001 - part of an answer's type

if TYPE_CHECKING:
    from honorarios.planning.case import Case


class Stage(Enum):
    """When an item is worked through; the value is the stable code."""

    label: str

    def __new__(cls, code: str, label: str) -> Self:
        """Make the stage from its code and its Portuguese word."""
        member = object.__new__(cls)
        member._value_ = code
        member.label = label
        return member

    PLAN = "plan", "Planejamento"
    PAPERS = "papers", "Documentos"
    AUTHORISATION = "authorisation", "Autorização"
    HOSPITAL = "hospital", "Hospital"
    PATIENT = "patient", "Paciente"
    AFTER = "after", "Depois da cirurgia"


class Standing(Enum):
    """How an item stands; the value is the stable code."""

    label: str

    def __new__(cls, code: str, label: str) -> Self:
        """Make the standing from its code and its Portuguese word."""
        member = object.__new__(cls)
        member._value_ = code
        member.label = label
        return member

    LATE = "late", "Atrasado"
    TODO = "todo", "A fazer"
    WAITING = "waiting", "Esperando"
    DONE = "done", "Feito"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing to see to."""

    code: str
    """Stable: ``paper.guia``, ``answer``, ``opme.quotes``."""
    stage: Stage
    title: str
    standing: Standing
    owner: Owner
    why: str = ""
    """The rule, with its source."""
    due: date | None = None
    key: int | None = None
    """The request's, where there may be several."""

    @property
    def is_open(self) -> bool:
        """Whether somebody has to do something."""
        return self.standing is not Standing.DONE


def before(case: Case, days: int) -> date | None:
    """A day before the surgery; nothing for one without a date, or that is over."""
    if case.planned_on is None or case.ended in ENDED:
        return None
    return case.planned_on - timedelta(days=days)


def done(is_done: bool) -> Standing:  # noqa: FBT001 - the question itself
    """How something stands that is done or not."""
    return Standing.DONE if is_done else Standing.TODO


def late(standing: Standing, due: date | None, today: date) -> Standing:
    """The same, or late where its day has passed."""
    over = standing is not Standing.DONE and due is not None and due < today
    return Standing.LATE if over else standing
