"""Attendances: the patient, the stays and their beds, and the accounts opened for them."""

from __future__ import annotations

from typing import Final

from honorarios.services.operations import Operation as Op
from honorarios.web.row import Row, form

ROWS: Final = (
    Row("atendimentos/", "attendances.index", GET=Op.ATTENDANCES_LIST),
    form("atendimentos/novo/", "attendances.open", Op.ATTENDANCES_WRITE),
    Row("atendimentos/<int:attendance_id>/", "attendances.show", GET=Op.ATTENDANCES_LIST),
    Row("atendimentos/<int:attendance_id>/paciente/", "attendances.patient", GET=Op.PATIENTS_READ),
    form("atendimentos/<int:attendance_id>/leito/", "attendances.occupy", Op.ATTENDANCES_WRITE),
    form("atendimentos/<int:attendance_id>/alta/", "attendances.discharge", Op.ATTENDANCES_WRITE),
    form("atendimentos/<int:attendance_id>/cancelar/", "attendances.cancel", Op.ATTENDANCES_CANCEL),
    form(
        "atendimentos/<int:attendance_id>/contas/nova/",
        "attendances.open_account",
        Op.ACCOUNTS_OPEN,
    ),
    form(
        "atendimentos/<int:attendance_id>/estadas/<int:stay_id>/consentimento/",
        "attendances.consent",
        Op.ATTENDANCES_WRITE,
    ),
)
