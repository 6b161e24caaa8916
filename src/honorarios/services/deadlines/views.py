"""A deadline as doors show it, and which ones somebody asks for."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date  # noqa: TC003 - pydantic reads the annotations
from typing import TYPE_CHECKING

from honorarios.planning.deadlines import Kind, Owner, State
from honorarios.services.deadlines.settled import BY_HAND

if TYPE_CHECKING:
    from honorarios.planning.deadlines import Deadline
    from honorarios.records.models import SurgeryCase


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineView:
    """One deadline; it names no patient."""

    uid: str
    """The same for as long as it is the same deadline."""
    kind: str
    kind_label: str
    subject: str
    due: date | None
    days_left: int | None
    """Days until it, negative beyond it."""
    state: str
    state_label: str
    owner: str
    """Whose turn it is."""
    owner_label: str
    rule: str
    """How the day is counted, in Portuguese."""
    source: str
    """The norm or contract that says so."""
    presumed: bool
    """Whether a usual term stands in for one that nobody stated, or it counts from a planned day."""
    done_on: date | None
    key: str
    by_hand: bool
    """Whether it is kept by saying so; the others are, by recording what they wait for."""
    case_id: int | None = None
    """None: it is the office's, of an agreement or a contract."""
    case_number: str = ""
    hospital: str = ""
    payer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlinesAsked:
    """Which deadlines to list; an empty set is all."""

    since: date | None = None
    until: date | None = None
    """Last day; those without a day are listed only where this is None."""
    kinds: frozenset[Kind] = frozenset()
    owners: frozenset[Owner] = frozenset()
    states: frozenset[State] = frozenset()
    unit: str = ""
    """Code of a billing unit: the surgeries at its hospital."""
    done: bool = False
    """Whether those that were kept are listed too."""

    @property
    def wants_done(self) -> bool:
        """Whether any that was kept is asked for."""
        return self.done or State.DONE in self.states


@dataclass(frozen=True, slots=True)
class DeadlinePage:
    """Deadlines in the order of their days."""

    deadlines: tuple[DeadlineView, ...]
    total: int
    """How many there are, of which the first are listed."""
    late: int
    soon: int
    today: date


@dataclass(frozen=True, slots=True)
class CaseDeadlines:
    """Every deadline of one surgery."""

    case_id: int
    case_number: str
    deadlines: tuple[DeadlineView, ...]
    next_uid: str | None
    """The first that is still to be kept."""


def of_case(deadline: Deadline, case: SurgeryCase) -> DeadlineView:
    """A deadline of a surgery."""
    return _view(
        deadline,
        f"case-{case.pk}",
        case_id=case.pk,
        case_number=case.number,
        hospital=case.hospital.name,
        payer=case.payer.name,
    )


def of_office(deadline: Deadline, office_id: int) -> DeadlineView:
    """A deadline of the office itself."""
    return _view(deadline, f"office-{office_id}")


def matches(one: Deadline, asked: DeadlinesAsked) -> bool:
    """Whether a deadline is asked for."""
    if one.state is State.DONE and not asked.wants_done:
        return False
    return (
        (not asked.kinds or one.kind in asked.kinds)
        and (not asked.owners or one.owner in asked.owners)
        and (not asked.states or one.state in asked.states)
        and _within(one.due, asked)
    )


def _within(due: date | None, asked: DeadlinesAsked) -> bool:
    if due is None:
        return asked.until is None
    return (asked.since is None or due >= asked.since) and (
        asked.until is None or due <= asked.until
    )


def _view(
    deadline: Deadline,
    of: str,
    *,
    case_id: int | None = None,
    case_number: str = "",
    hospital: str = "",
    payer: str = "",
) -> DeadlineView:
    return DeadlineView(
        uid=_uid(of, deadline),
        kind=deadline.kind.value,
        kind_label=deadline.kind.label,
        subject=deadline.subject,
        due=deadline.due,
        days_left=deadline.days_left,
        state=deadline.state.value,
        state_label=deadline.state.label,
        owner=deadline.owner.value,
        owner_label=deadline.owner.label,
        rule=deadline.rule.text,
        source=deadline.rule.source,
        presumed=deadline.presumed,
        done_on=deadline.done_on,
        key=deadline.key,
        by_hand=case_id is not None and deadline.kind in BY_HAND,
        case_id=case_id,
        case_number=case_number,
        hospital=hospital,
        payer=payer,
    )


def _uid(of: str, deadline: Deadline) -> str:
    """Short, and the same in every answer: calendars recognise an event by it."""
    told = f"{of}/{deadline.kind.value}/{deadline.key}"
    return hashlib.sha256(told.encode()).hexdigest()[:24]
