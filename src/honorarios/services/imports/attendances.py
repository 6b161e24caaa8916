"""Attendances from a file: patients' coming and going, by the numbers that the hospital gave them.

Of one that is on record only the discharge may be news.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from honorarios.core.vocabulary import (
    CHARACTER_SPELLINGS,
    SETTING_SPELLINGS,
    AttendanceStatus,
    Character,
)
from honorarios.records import selectors
from honorarios.records.models import Attendance, Patient, Workstation
from honorarios.services import codes as service_codes
from honorarios.services import locks
from honorarios.services.imports import codes
from honorarios.services.imports.cells import MOMENT
from honorarios.services.imports.kinds import Kind
from honorarios.services.imports.opening import Opener, lacks_nothing
from honorarios.services.imports.whereabouts import Hospitals
from honorarios.services.operations import Operation
from honorarios.tabular import BOOLEAN, Column, term_type

if TYPE_CHECKING:
    from collections.abc import Sequence

    from honorarios.core.vocabulary import Term
    from honorarios.services.imports.opening import Wish
    from honorarios.services.work import Work

LONGEST_NUMBER: Final = 40
TOLD: Final = 100
"""Attendances that an event of the trail names."""

COLUMNS: Final = (
    Column(
        "number",
        title="Atendimento",
        required=True,
        aliases=("número do atendimento", "nº do atendimento", "nº atendimento", "número"),
    ),
    Column("hospital", title="Hospital", aliases=("código do hospital", "estabelecimento")),
    Column(
        "patient",
        title="Paciente",
        required=True,
        aliases=("prontuário", "código do paciente", "número do prontuário"),
    ),
    Column(
        "setting",
        term_type(SETTING_SPELLINGS),
        title="Tipo de paciente",
        required=True,
        aliases=("tipo de atendimento", "regime"),
    ),
    Column(
        "started_at",
        MOMENT,
        title="Início",
        required=True,
        aliases=("data do atendimento", "data e hora do atendimento", "internação", "chegada"),
    ),
    Column(
        "ended_at", MOMENT, title="Fim", aliases=("alta", "data da alta", "data e hora da alta")
    ),
    Column("character", term_type(CHARACTER_SPELLINGS), title="Caráter"),
    Column("is_emergency", BOOLEAN, title="Emergência"),
    Column("workstation", title="Estação de trabalho", aliases=("estação",)),
)


class AttendanceOpener(Opener):
    """Opens attendances."""

    columns: ClassVar = COLUMNS

    def open(self, work: Work, wishes: Sequence[Wish]) -> None:
        """Open those whose number is new in their hospital."""
        hospitals = Hospitals(work.scope)
        placed = [(wish, key) for wish in wishes if (key := hospitals.of(wish)) is not None]
        known = _Known(work, [wish for wish, _ in placed])
        new = []
        for wish, hospital in placed:
            made = known.made(wish, hospital, self.titles)
            if made is not None:
                new.append(made)
        opened = Attendance.objects.bulk_create(new)
        Attendance.objects.bulk_update(known.discharged, ["status", "ended_at", "version"])
        changed = [attendance.pk for attendance in (*opened, *known.discharged)]
        if changed:
            told = {"opened": len(opened), "discharged": len(known.discharged)}
            work.record("attendances", len(changed), {**told, "of": changed[:TOLD]})


class _Known:
    """What rows refer to, and the attendances that there are already."""

    def __init__(self, work: Work, wishes: Sequence[Wish]) -> None:
        self._office = work.actor.office_id
        said = [wish.values for wish in wishes]
        codes_of_patients = {values["patient"] for values in said}
        patients = Patient.objects.filter(office_id=self._office, code__in=codes_of_patients)
        self._patients = dict(patients.values_list("code", "pk"))
        stations = selectors.owned(Workstation, work.scope)
        self._stations = {
            (hospital, code): pk
            for hospital, code, pk in stations.values_list("hospital_id", "code", "pk")
        }
        numbers = {values["number"] for values in said}
        there = Attendance.objects.filter(office_id=self._office, number__in=numbers)
        held = locks.attendances(there.values_list("pk", flat=True))
        self._there = {
            (attendance.hospital_id, attendance.number): attendance for attendance in held.values()
        }
        self.discharged: list[Attendance] = []

    def made(self, wish: Wish, hospital: int, titles: dict[str, str]) -> Attendance | None:
        """A new attendance; None where the row has none to make."""
        values = wish.values
        number, patient = values["number"], self._patients.get(values["patient"])
        if patient is None:
            wish.refuse(codes.UNKNOWN, "patient", title="O paciente", value=values["patient"])
        if len(number) > LONGEST_NUMBER:
            words = {"title": titles["number"], "longest": LONGEST_NUMBER}
            wish.refuse(service_codes.TOO_LONG, "number", **words)
        ended = values.get("ended_at")
        if ended is not None and ended < values["started_at"]:
            wish.refuse(service_codes.ENDS_BEFORE_START, "ended_at")
        station = self._station(wish, hospital)
        there = self._there.get((hospital, number))
        if there is not None:
            self._again(wish, there, titles)
        if wish.faults or there is not None or patient is None:
            return None
        status = AttendanceStatus.OPEN if ended is None else AttendanceStatus.DISCHARGED
        made = Attendance(
            office_id=self._office,
            hospital_id=hospital,
            patient_id=patient,
            number=number,
            status=status.code_name,
            setting=_name(values["setting"]),
            character=_name(values.get("character", Character.ELECTIVE)),
            is_emergency=values.get("is_emergency", False),
            started_at=values["started_at"],
            ended_at=ended,
            workstation_id=station,
        )
        # A later row of the file that names it again is compared with what this one says.
        made.patient = Patient(pk=patient, code=values["patient"])
        made.workstation = Workstation(pk=station, code=values["workstation"]) if station else None
        self._there[hospital, number] = made
        return made

    def _again(self, wish: Wish, there: Attendance, titles: dict[str, str]) -> None:
        """An attendance that is there already: its discharge may be news."""
        said, ended = _said(there), wish.values.get("ended_at")
        is_open = there.status == AttendanceStatus.OPEN.code_name
        if is_open:
            del said["ended_at"]
        if wish.differ(f"O atendimento {there.number}", said, titles) or wish.faults:
            return
        if is_open and ended is not None:
            there.status, there.ended_at = AttendanceStatus.DISCHARGED.code_name, ended
            if there.pk is not None:
                there.version += 1
                self.discharged.append(there)

    def _station(self, wish: Wish, hospital: int) -> int | None:
        code = wish.values.get("workstation")
        if code is None:
            return None
        found = self._stations.get((hospital, code))
        if found is None:
            title = "A estação de trabalho"
            wish.refuse(codes.UNKNOWN, "workstation", title=title, value=code)
        return found


def _said(attendance: Attendance) -> dict[str, Any]:
    """What an attendance on record says, by the columns of a file."""
    station = attendance.workstation
    return {
        "patient": attendance.patient.code,
        "setting": SETTING_SPELLINGS[attendance.setting],
        "character": CHARACTER_SPELLINGS[attendance.character],
        "is_emergency": attendance.is_emergency,
        "started_at": attendance.started_at,
        "ended_at": attendance.ended_at,
        "workstation": None if station is None else station.code,
    }


def _name(term: Term) -> str:
    return term.code_name


KIND: Final = Kind(
    name="attendances",
    title="atendimentos",
    operation=Operation.ATTENDANCES_WRITE,
    columns=COLUMNS,
    lacking=lacks_nothing,
    taker=AttendanceOpener,
    names_patients=True,
)
