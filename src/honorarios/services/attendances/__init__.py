"""Attendances: opened with their accounts and parts, the patient's beds over time, and cancelled."""

from honorarios.services.attendances.answers import (
    AccountAnswer,
    AttendanceAnswer,
    OpenedPart,
    StayAnswer,
)
from honorarios.services.attendances.changing import cancel, discharge
from honorarios.services.attendances.opening import open_account, open_attendance, open_part
from honorarios.services.attendances.requests import NewAttendance, NewPart, NewStay
from honorarios.services.attendances.stays import consent, occupy

__all__ = [
    "AccountAnswer",
    "AttendanceAnswer",
    "NewAttendance",
    "NewPart",
    "NewStay",
    "OpenedPart",
    "StayAnswer",
    "cancel",
    "consent",
    "discharge",
    "occupy",
    "open_account",
    "open_attendance",
    "open_part",
]
