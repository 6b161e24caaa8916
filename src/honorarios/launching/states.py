"""The states of an account part (parcial) and the verbs between them (``spec: launching 3.2, 3.13``)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from honorarios.core.findings import Place
from honorarios.core.vocabulary import AttendanceStatus, PartStatus
from honorarios.launching import codes

if TYPE_CHECKING:
    from honorarios.core.findings import Finding
    from honorarios.launching.model import PrivatePart


class Verb(StrEnum):
    """A named transition of an account part."""

    CLOSE = "close"
    REOPEN = "reopen"
    RELEASE = "release"
    UNRELEASE = "unrelease"
    BILL = "bill"
    REBILL = "rebill"
    CANCEL = "cancel"

    @property
    def label(self) -> str:
        """The Portuguese verb."""
        return LABELS[self]


LABELS: Final = {
    Verb.CLOSE: "encerrar",
    Verb.REOPEN: "reabrir",
    Verb.RELEASE: "liberar",
    Verb.UNRELEASE: "desfazer a liberação",
    Verb.BILL: "faturar",
    Verb.REBILL: "refaturar",
    Verb.CANCEL: "cancelar",
}


class Requirement(StrEnum):
    """What a transition needs besides the right state."""

    CLEAN = "clean"
    """No error among the closing checks."""
    REMITTANCE = "remittance"
    """The part goes into a remittance of its payer and billing unit."""
    OUT_OF_REMITTANCE = "out_of_remittance"
    """The part is taken out of its remittance, which is kept."""
    REASON = "reason"
    """A person says why."""


@dataclass(frozen=True, slots=True)
class Transition:
    """One verb: from which states, to which, and what it needs."""

    verb: Verb
    sources: frozenset[PartStatus]
    target: PartStatus
    requires: frozenset[Requirement] = frozenset()


def _transition(
    verb: Verb, sources: tuple[PartStatus, ...], target: PartStatus, *requires: Requirement
) -> Transition:
    return Transition(verb, frozenset(sources), target, frozenset(requires))


TRANSITIONS: Final = {
    one.verb: one
    for one in (
        _transition(Verb.CLOSE, (PartStatus.OPEN,), PartStatus.CLOSED, Requirement.CLEAN),
        _transition(Verb.REOPEN, (PartStatus.CLOSED,), PartStatus.OPEN, Requirement.REASON),
        # The record may have changed since the part was closed, and a closed part takes launches.
        _transition(Verb.RELEASE, (PartStatus.CLOSED,), PartStatus.RELEASED, Requirement.CLEAN),
        _transition(Verb.UNRELEASE, (PartStatus.RELEASED,), PartStatus.CLOSED, Requirement.REASON),
        _transition(Verb.BILL, (PartStatus.RELEASED,), PartStatus.BILLED, Requirement.REMITTANCE),
        _transition(
            Verb.REBILL,
            (PartStatus.BILLED,),
            PartStatus.RELEASED,
            Requirement.OUT_OF_REMITTANCE,
            Requirement.REASON,
        ),
        _transition(
            Verb.CANCEL,
            (PartStatus.OPEN, PartStatus.CLOSED),
            PartStatus.CANCELLED,
            Requirement.REASON,
        ),
    )
}
"""Every verb; a part leaves a state by one of these and in no other way."""

LAUNCHABLE: Final = frozenset({PartStatus.OPEN, PartStatus.CLOSED})
"""States in which fees are launched, edited and reversed: all but those that V2 names."""


def may(status: PartStatus, verb: Verb) -> bool:
    """Whether a part in a state may be moved by a verb.

    >>> may(PartStatus.OPEN, Verb.CLOSE), may(PartStatus.BILLED, Verb.CANCEL)
    (True, False)
    """
    return status in TRANSITIONS[verb].sources


def is_frozen(part: PrivatePart) -> bool:
    """Whether a private part takes no line: by its state, or by its nota fiscal (V2, V3)."""
    return part.tax_invoice or part.status not in LAUNCHABLE


def frozen_state(part: PrivatePart) -> str:
    """Why a frozen private part takes no line, in words."""
    return "com nota fiscal" if part.tax_invoice else part.status.label.lower()


def move(
    status: PartStatus, verb: Verb, attendance: AttendanceStatus, reason: str = ""
) -> tuple[Transition | None, tuple[Finding, ...]]:
    """The transition of a part by a verb, or why there is none.

    A cancelled attendance blocks every verb. The caller sees to the requirements that are not a
    matter of words: the closing checks and the remittance.
    """
    found = []
    transition = TRANSITIONS[verb]
    if attendance is AttendanceStatus.CANCELLED:
        found.append(codes.CANCELLED_ATTENDANCE.at(Place()))
    if not may(status, verb):
        allowed = " ou ".join(one.label.lower() for one in PartStatus if may(one, verb))
        found.append(
            codes.WRONG_STATE.at(
                Place(field="status"), verb=verb.label, status=status.label.lower(), allowed=allowed
            )
        )
    if Requirement.REASON in transition.requires and not reason.strip():
        found.append(codes.NO_REASON.at(Place(field="reason")))
    return (None if found else transition), tuple(found)
