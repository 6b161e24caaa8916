"""Attendances, their beds over time, their accounts and account parts."""

from __future__ import annotations

from typing import Literal

from ninja import Query
from pydantic import Field

from honorarios.api.call import Asked, Call
from honorarios.api.door import Door
from honorarios.api.fields import Code, Day, Given, Key, Moment, Reasoned, Size, Words
from honorarios.core.vocabulary import BillingRoute, Character, Setting, UpgradeReason
from honorarios.services import attendances
from honorarios.services.attendances import (
    AccountAnswer,
    AttendanceAnswer,
    NewAttendance,
    NewPart,
    NewStay,
    OpenedPart,
    StayAnswer,
)
from honorarios.services.attendances.reading import (
    USUAL_PAGE,
    AttendanceDetail,
    AttendanceFilter,
    AttendancePage,
    detail,
    listed,
)
from honorarios.services.loader.terms import optional_term, term
from honorarios.services.operations import Operation
from honorarios.services.outcomes import Result

door = Door(tags=["Atendimentos"])


class AttendancesAsked(Given):
    """Which attendances to list."""

    hospital: Code = ""
    number: Code = ""
    patient_id: Key | None = None
    status: Literal["open", "discharged", "cancelled", ""] = ""
    first_day: Day | None = None
    last_day: Day | None = None
    after: Key | None = Field(default=None, description="A marca da página anterior.")
    size: Size = USUAL_PAGE


class AttendanceNew(Given):
    """An attendance to open."""

    hospital_id: Key
    patient_id: Key
    number: Words
    setting: Literal["inpatient", "outpatient"]
    started_at: Moment
    character: Literal["elective", "urgent"] = "elective"
    is_emergency: bool = False
    workstation_id: Key | None = None


class Discharge(Given):
    """When the patient left."""

    ended_at: Moment


class StayNew(Given):
    """A bed that the patient lies in from an hour on."""

    bed_id: Key
    start: Moment
    end: Moment | None = None
    reason: Literal["patient_option", "no_bed", "medical_need", ""] = Field(
        default="", description="Por que a acomodação é superior à do plano."
    )


class Consent(Given):
    """The patient's consent to pay for the accommodation of a stay."""

    note: Words = ""


class AccountNew(Given):
    """An account to open."""

    billing_unit_id: Key


class PartNew(Given):
    """A part to open in an account."""

    payer_id: Key
    billing_unit_id: Key
    period_start: Day
    period_end: Day | None = None
    plan_id: Key | None = None
    contract: Words = Field(default="", description="Vazio: achado por convênio, unidade e via.")
    route: Literal["accredited", "hospital_repasse", "cooperative", "private", ""] = ""


@door.reads("/attendances", Operation.ATTENDANCES_LIST, AttendancePage)
def list_attendances(call: Call, asked: Query[AttendancesAsked]) -> Result[AttendancePage]:
    """Listar atendimentos, os últimos cadastrados primeiro."""
    only = AttendanceFilter(**asked.model_dump(exclude={"after", "size"}))
    return listed(actor=call.actor, only=only, after=asked.after, size=asked.size)


@door.reads(
    "/attendances/{attendance_id}",
    Operation.ATTENDANCES_LIST,
    AttendanceDetail,
    tag_of=lambda found: found.version,
)
def one(call: Call, attendance_id: Key) -> Result[AttendanceDetail]:
    """Ler um atendimento, com os leitos, as contas e as parciais."""
    return detail(actor=call.actor, attendance_id=attendance_id)


@door.writes(
    "/attendances",
    Operation.ATTENDANCES_WRITE,
    AttendanceAnswer,
    tag_of=lambda answer: answer.version,
)
def open_attendance(
    call: Call, body: AttendanceNew, dry_run: bool = False
) -> Result[AttendanceAnswer]:
    """Abrir um atendimento."""
    given = body.model_dump(exclude={"setting", "character"})
    new = NewAttendance(
        **given, setting=term(Setting, body.setting), character=term(Character, body.character)
    )
    return attendances.open_attendance(actor=call.actor, new=new, key=call.key, dry_run=dry_run)


@door.writes(
    "/attendances/{attendance_id}/discharge",
    Operation.ATTENDANCES_WRITE,
    AttendanceAnswer,
    match=Asked.OPTIONAL,
    tag_of=lambda answer: answer.version,
)
def discharge(
    call: Call, attendance_id: Key, body: Discharge, dry_run: bool = False
) -> Result[AttendanceAnswer]:
    """Registrar a alta."""
    return attendances.discharge(
        actor=call.actor,
        attendance_id=attendance_id,
        ended_at=body.ended_at,
        version=call.version,
        key=call.key,
        dry_run=dry_run,
    )


@door.writes(
    "/attendances/{attendance_id}/cancel",
    Operation.ATTENDANCES_CANCEL,
    AttendanceAnswer,
    match=Asked.OPTIONAL,
    tag_of=lambda answer: answer.version,
)
def cancel(
    call: Call, attendance_id: Key, body: Reasoned, dry_run: bool = False
) -> Result[AttendanceAnswer]:
    """Cancelar um atendimento em definitivo: congela tudo o que é dele."""
    return attendances.cancel(
        actor=call.actor,
        attendance_id=attendance_id,
        reason=body.reason,
        version=call.version,
        key=call.key,
        dry_run=dry_run,
    )


@door.writes(
    "/attendances/{attendance_id}/stays",
    Operation.ATTENDANCES_WRITE,
    StayAnswer,
    match=Asked.OPTIONAL,
)
def occupy(
    call: Call, attendance_id: Key, body: StayNew, dry_run: bool = False
) -> Result[StayAnswer]:
    """Pôr o paciente em um leito; a estada ainda aberta termina a essa hora."""
    new = NewStay(
        attendance_id=attendance_id,
        bed_id=body.bed_id,
        start=body.start,
        end=body.end,
        reason=optional_term(UpgradeReason, body.reason),
    )
    return attendances.occupy(
        actor=call.actor, new=new, version=call.version, key=call.key, dry_run=dry_run
    )


@door.writes(
    "/attendances/{attendance_id}/stays/{stay_id}/consent",
    Operation.ATTENDANCES_WRITE,
    StayAnswer,
)
def consent(
    call: Call, attendance_id: Key, stay_id: Key, body: Consent, dry_run: bool = False
) -> Result[StayAnswer]:
    """Registrar que o paciente consentiu em pagar a diferença de acomodação."""
    return attendances.consent(
        actor=call.actor,
        attendance_id=attendance_id,
        stay_id=stay_id,
        note=body.note,
        key=call.key,
        dry_run=dry_run,
    )


@door.writes("/attendances/{attendance_id}/accounts", Operation.ACCOUNTS_OPEN, AccountAnswer)
def open_account(
    call: Call, attendance_id: Key, body: AccountNew, dry_run: bool = False
) -> Result[AccountAnswer]:
    """Abrir outra conta do atendimento."""
    return attendances.open_account(
        actor=call.actor,
        attendance_id=attendance_id,
        billing_unit_id=body.billing_unit_id,
        key=call.key,
        dry_run=dry_run,
    )


@door.writes("/accounts/{account_id}/parts", Operation.ACCOUNTS_OPEN, OpenedPart)
def open_part(
    call: Call, account_id: Key, body: PartNew, dry_run: bool = False
) -> Result[OpenedPart]:
    """Abrir outra parcial da conta."""
    given = body.model_dump(exclude={"route"})
    new = NewPart(account_id=account_id, **given, route=optional_term(BillingRoute, body.route))
    return attendances.open_part(actor=call.actor, new=new, key=call.key, dry_run=dry_run)
