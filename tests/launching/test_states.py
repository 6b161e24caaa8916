"""The states of an account part and the verbs between them (``spec: launching 3.2, 3.13``)."""

from __future__ import annotations

import pytest

from honorarios.core.vocabulary import AttendanceStatus, PartStatus
from honorarios.launching.checks import FROZEN
from honorarios.launching.model import PrivatePart
from honorarios.launching.states import (
    LAUNCHABLE,
    TRANSITIONS,
    Requirement,
    Verb,
    is_frozen,
    may,
    move,
)
from tests.launching.scene import codes_of

TABLE = {
    PartStatus.OPEN: {Verb.CLOSE: PartStatus.CLOSED, Verb.CANCEL: PartStatus.CANCELLED},
    PartStatus.CLOSED: {
        Verb.REOPEN: PartStatus.OPEN,
        Verb.RELEASE: PartStatus.RELEASED,
        Verb.CANCEL: PartStatus.CANCELLED,
    },
    PartStatus.RELEASED: {Verb.UNRELEASE: PartStatus.CLOSED, Verb.BILL: PartStatus.BILLED},
    PartStatus.BILLED: {Verb.REBILL: PartStatus.RELEASED},
    PartStatus.CANCELLED: {},
}
"""3.2, as it is printed."""


@pytest.mark.parametrize("status", PartStatus)
def test_32_table_of_transitions(status: PartStatus) -> None:
    """Every state with its verbs and where they lead; no other verb moves it."""
    found = {verb: TRANSITIONS[verb].target for verb in Verb if may(status, verb)}
    assert found == TABLE[status]
    for verb in Verb:
        transition, findings = move(status, verb, AttendanceStatus.OPEN, "motivo")
        assert may(status, verb) == (transition is not None) == (verb in TABLE[status])
        assert codes_of(findings) == ([] if transition else ["EST-STATE"])


def test_32_wrong_state_says_which_would_do() -> None:
    """In the words of the screen."""
    _, findings = move(PartStatus.BILLED, Verb.CANCEL, AttendanceStatus.OPEN, "motivo")
    assert findings[0].message == (
        "Não é possível cancelar uma parcial faturada: ela teria de estar aberta ou encerrada."
    )


@pytest.mark.parametrize("verb", Verb)
def test_32_cancelled_attendance_blocks_everything(verb: Verb) -> None:
    """Seed: every part of a cancelled attendance is frozen; a discharge blocks nothing."""
    source = next(iter(TRANSITIONS[verb].sources))
    transition, findings = move(source, verb, AttendanceStatus.CANCELLED, "motivo")
    assert transition is None
    assert codes_of(findings) == ["LAN-V01"]
    assert move(source, verb, AttendanceStatus.DISCHARGED, "motivo")[0] is not None


def test_32_requirements() -> None:
    """What each verb needs besides its state."""
    needed = {verb: set(one.requires) for verb, one in TRANSITIONS.items()}
    assert needed == {
        Verb.CLOSE: {Requirement.CLEAN},
        Verb.REOPEN: {Requirement.REASON},
        Verb.RELEASE: {Requirement.CLEAN},
        Verb.UNRELEASE: {Requirement.REASON},
        Verb.BILL: {Requirement.REMITTANCE},
        Verb.REBILL: {Requirement.OUT_OF_REMITTANCE, Requirement.REASON},
        Verb.CANCEL: {Requirement.REASON},
    }


@pytest.mark.parametrize("verb", [Verb.REOPEN, Verb.UNRELEASE, Verb.REBILL, Verb.CANCEL])
def test_32_going_back_says_why(verb: Verb) -> None:
    """A blank reason is a finding."""
    source = next(iter(TRANSITIONS[verb].sources))
    assert codes_of(move(source, verb, AttendanceStatus.OPEN, " ")[1]) == ["EST-REASON"]


def test_v02_frozen_states_are_those_that_take_no_launch() -> None:
    """The two tables are each other's complement."""
    assert set(PartStatus) == LAUNCHABLE | FROZEN
    assert not LAUNCHABLE & FROZEN


@pytest.mark.parametrize("status", PartStatus)
def test_v03_invoice_freezes_a_private_part(status: PartStatus) -> None:
    """Whatever its state."""
    part = PrivatePart(key=1, number=1, status=status)
    assert is_frozen(part) == (status in FROZEN)
    assert is_frozen(PrivatePart(key=1, number=1, status=status, tax_invoice=True))


def test_32_every_verb_has_its_word() -> None:
    """For messages and screens."""
    assert [verb.label for verb in Verb] == [
        "encerrar",
        "reabrir",
        "liberar",
        "desfazer a liberação",
        "faturar",
        "refaturar",
        "cancelar",
    ]
