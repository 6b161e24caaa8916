"""Who the patient of a surgery is, where somebody asks for the name, which is recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.services.cases import reach
from honorarios.services.operations import Operation
from honorarios.services.patients import PatientView
from honorarios.services.work import consult

if TYPE_CHECKING:
    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work


def of_case(*, actor: Actor, case_id: int, why: str = "") -> Result[PatientView]:
    """The patient of a surgery within reach; that it was read is recorded."""

    def do(work: Work) -> PatientView:
        patient = reach.one(work, case_id).patient
        work.seen([patient.pk], why=why)
        return PatientView(patient.pk, patient.code, patient.name, patient.sex, patient.birth_date)

    return consult(actor=actor, operation=Operation.PATIENTS_READ, do=do)
