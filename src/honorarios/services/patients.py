"""Who a patient is: initials on every list, and the name where somebody asks for it, which is recorded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 - part of an answer's type
from typing import TYPE_CHECKING, Final

from honorarios.records import selectors
from honorarios.services import access
from honorarios.services.operations import Operation
from honorarios.services.work import consult

if TYPE_CHECKING:
    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work

LONGEST_PARTICLE: Final = 3
"""Da, de, dos: words of a name that have no initial."""


@dataclass(frozen=True, slots=True)
class PatientView:
    """An identified patient."""

    patient_id: int
    code: str
    """Record number (prontuário)."""
    name: str
    sex: str
    birth_date: date | None


def initials(name: str) -> str:
    """A name as lists show it.

    >>> initials("Maria de Lourdes dos Anjos")
    'M. L. A.'
    """
    words = [word for word in name.split() if word[0].isalpha()]
    told = [word for word in words if len(word) > LONGEST_PARTICLE or not word.islower()]
    return " ".join(f"{word[0].upper()}." for word in told or words)


def of_attendance(*, actor: Actor, attendance_id: int, why: str = "") -> Result[PatientView]:
    """The patient of an attendance within reach; that it was read is recorded."""

    def do(work: Work) -> PatientView:
        rows = selectors.attendances(work.scope).select_related("patient")
        found = access.one(rows, f"O atendimento {attendance_id}", pk=attendance_id)
        patient = found.patient
        work.seen([patient.pk], why=why)
        return PatientView(patient.pk, patient.code, patient.name, patient.sex, patient.birth_date)

    return consult(actor=actor, operation=Operation.PATIENTS_READ, do=do)


def initials_of(*, actor: Actor, attendance_id: int) -> Result[str]:
    """The initials of the patient of an attendance within reach."""

    def do(work: Work) -> str:
        rows = selectors.attendances(work.scope).select_related("patient")
        found = access.one(rows, f"O atendimento {attendance_id}", pk=attendance_id)
        return initials(found.patient.name)

    return consult(actor=actor, operation=Operation.ATTENDANCES_LIST, do=do)
