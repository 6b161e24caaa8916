"""Proving the invariants of an office, one after another."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from honorarios.services.check.invariants import INVARIANTS
from honorarios.services.moment import one_moment
from honorarios.services.operations import Operation
from honorarios.services.work import consult

if TYPE_CHECKING:
    from collections.abc import Callable

    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work

BREACHES_TOLD: Final = 10
"""Breaches of one invariant that are told; there may be a million."""


@dataclass(frozen=True, slots=True)
class Broken:
    """An invariant that doesn't hold."""

    name: str
    title: str
    breaches: tuple[str, ...]
    """The first places where it doesn't, in words that name no patient."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What was proven."""

    proven: tuple[str, ...]
    """The invariants that hold, by name."""
    broken: tuple[Broken, ...]
    """Those that don't, the first one first."""

    @property
    def whole(self) -> bool:
        """Whether every invariant holds."""
        return not self.broken


def prove(
    *, actor: Actor, on_proven: Callable[[str, bool], None] = lambda _name, _holds: None
) -> Result[Proof]:
    """Prove every invariant of the actor's office, as the record is when it begins.

    Args:
        actor: Who asks.
        on_proven: Told of each invariant, by name, and whether it holds, as soon as that is known.
    """

    def do(work: Work) -> Proof:
        # Rows that others write between two readings would look like breaches.
        with one_moment():
            return _prove(work.actor.office_id, on_proven)

    return consult(actor=actor, operation=Operation.CHECK, do=do)


def _prove(office_id: int, on_proven: Callable[[str, bool], None]) -> Proof:
    proven, broken = [], []
    for invariant in INVARIANTS:
        found = tuple(islice(invariant.breaches(office_id), BREACHES_TOLD))
        if found:
            broken.append(Broken(invariant.name, invariant.title, found))
        else:
            proven.append(invariant.name)
        on_proven(invariant.name, not found)
    return Proof(tuple(proven), tuple(broken))
