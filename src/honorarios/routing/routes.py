"""The ways a fee may be billed, and who pays by each (seed 000; ``spec: routes 5.4``)."""

from __future__ import annotations

from enum import Enum
from typing import Final, NamedTuple

from honorarios.core.vocabulary import Term


class Group(Enum):
    """Who pays; options of different groups are never ranked against each other."""

    COVERED = "A"
    """The payer's coverage pays: accredited, repasse, cooperative."""
    PATIENT = "B"
    """The patient pays, by the patient's own option only."""


class Route(Term):
    """Via de faturamento of one act, role and professional."""

    ACCREDITED = 1, "Convênio, credenciado"
    """The payer pays the professional that it is accredited with."""
    REPASSE = 2, "Repasse hospitalar"
    """The hospital asks the payer for the fees and passes them on."""
    COOPERATIVE = 3, "Cooperativa"
    """A medical cooperative bills the payer by its own agreement."""
    PRIVATE = 4, "Particular"
    """The patient pays the team."""
    CLASS_DIFFERENCE = 5, "Diferença de classe"
    """The patient pays what a higher accommodation adds; it hangs on a covered claim."""

    @property
    def group(self) -> Group:
        """Who pays by it."""
        return Group.PATIENT if self in PATIENT_PAID else Group.COVERED


PATIENT_PAID: Final = frozenset({Route.PRIVATE, Route.CLASS_DIFFERENCE})


class Way(NamedTuple):
    """A route, with who bills by it where there may be several."""

    route: Route
    through: str = ""
    """The cooperative's code."""

    @property
    def key(self) -> str:
        """Both in one word.

        >>> Way(Route.COOPERATIVE, "coopmed").key, Way.read("coopmed"), Way.read("repasse").route
        ('cooperative:coopmed', None, <Route.REPASSE: 2>)
        """
        return f"{self.route.code_name}:{self.through}" if self.through else self.route.code_name

    @classmethod
    def read(cls, key: str) -> Way | None:
        """The way of a key; None where it is none."""
        name, _, through = key.partition(":")
        found = next((route for route in Route if route.code_name == name), None)
        return None if found is None else cls(found, through)
