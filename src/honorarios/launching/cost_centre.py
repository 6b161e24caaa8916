"""The cost centre of a line (seed, section 02): what was entered, or what the bed or workstation locks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from honorarios.core.vocabulary import Setting

if TYPE_CHECKING:
    from honorarios.launching.model import Context, StayFacts


@dataclass(frozen=True, slots=True)
class CostCentre:
    """A line's cost centre and where it comes from."""

    code: str | None
    locked_by: str = ""
    """What it was taken from, in words, where it cannot be changed; else empty."""


def from_bed(context: Context) -> bool:
    """Whether the bed gives the cost centre: an inpatient, under the parameter that says so."""
    inpatient = context.attendance.setting is Setting.INPATIENT
    return inpatient and context.parameters.cost_centre_from_bed


def from_workstation(context: Context) -> bool:
    """Whether the workstation gives it: an outpatient, under the parameter that says so."""
    outpatient = context.attendance.setting is Setting.OUTPATIENT
    return outpatient and context.parameters.cost_centre_from_workstation


def cost_centre_of(given: str | None, context: Context, stay: StayFacts | None) -> CostCentre:
    """The cost centre of a line; what was entered stands where bed or workstation has none to give."""
    if from_bed(context) and stay is not None and stay.cost_centre is not None:
        return CostCentre(stay.cost_centre, "do leito")
    if from_workstation(context) and context.attendance.workstation_cost_centre is not None:
        return CostCentre(context.attendance.workstation_cost_centre, "da estação de trabalho")
    return CostCentre(given)
