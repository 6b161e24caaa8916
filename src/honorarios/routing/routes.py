"""The ways a fee may be billed, and who pays by each (seed 000; ``spec: routes 5.4``)."""

from __future__ import annotations

from enum import Enum
from typing import Final

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
