"""Opening an attendance, an account of it, and the account's parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Max

from honorarios.launching.prepare import only_route
from honorarios.records import selectors
from honorarios.records.models import (
    Account,
    AccountPart,
    Attendance,
    Hospital,
    Patient,
    Payer,
    Plan,
    Workstation,
)
from honorarios.services import access, catalogues, codes, texts
from honorarios.services.attendances.answers import AccountAnswer, AttendanceAnswer, OpenedPart
from honorarios.services.attendances.held import hold
from honorarios.services.loader.terms import code_name
from honorarios.services.operations import Operation
from honorarios.services.outcomes import at, refuse
from honorarios.services.work import perform

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from honorarios.core.vocabulary import BillingRoute
    from honorarios.records.models import BillingUnit
    from honorarios.records.selectors import Scope
    from honorarios.services.actor import Actor
    from honorarios.services.attendances.requests import NewAttendance, NewPart
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work

LONGEST_NUMBER = 40
LONGEST_CONTRACT = 120


def open_attendance(
    *, actor: Actor, new: NewAttendance, key: str | None = None, dry_run: bool = False
) -> Result[AttendanceAnswer]:
    """Open an attendance of a patient at a hospital."""
    return perform(
        actor=actor,
        operation=Operation.ATTENDANCES_WRITE,
        answer=AttendanceAnswer,
        do=lambda work: attendance(work, new),
        key=key,
        request=new,
        dry_run=dry_run,
    )


def open_account(
    *,
    actor: Actor,
    attendance_id: int,
    billing_unit_id: int,
    key: str | None = None,
    dry_run: bool = False,
) -> Result[AccountAnswer]:
    """Open another account of an attendance, with the next number in it."""
    return perform(
        actor=actor,
        operation=Operation.ACCOUNTS_OPEN,
        answer=AccountAnswer,
        do=lambda work: account(work, attendance_id, billing_unit_id),
        key=key,
        request={"attendance": attendance_id, "unit": billing_unit_id},
        dry_run=dry_run,
    )


def open_part(
    *, actor: Actor, new: NewPart, key: str | None = None, dry_run: bool = False
) -> Result[OpenedPart]:
    """Open another part of an account, with the next number in it."""
    return perform(
        actor=actor,
        operation=Operation.ACCOUNTS_OPEN,
        answer=OpenedPart,
        do=lambda work: part(work, new),
        key=key,
        request=new,
        dry_run=dry_run,
    )


def attendance(work: Work, new: NewAttendance) -> AttendanceAnswer:
    """Open an attendance within a unit of work."""
    number = texts.within(new.number, "number", title="Número", longest=LONGEST_NUMBER)
    start = texts.wall_time(new.started_at, "started_at")
    hospital = access.one(
        _hospitals(work.scope), f"O hospital {new.hospital_id}", pk=new.hospital_id
    )
    patient = access.one(
        selectors.owned(Patient, work.scope), f"O paciente {new.patient_id}", pk=new.patient_id
    )
    if not number:
        refuse(at(codes.NUMBER_REQUIRED, "number"))
    if Attendance.objects.filter(hospital=hospital, number=number).exists():
        refuse(at(codes.NUMBER_TAKEN, "number", number=number))
    opened = Attendance.objects.create(
        office_id=hospital.office_id,
        hospital=hospital,
        patient=patient,
        number=number,
        setting=new.setting.code_name,
        character=new.character.code_name,
        is_emergency=new.is_emergency,
        started_at=start,
        workstation=_workstation(hospital, new.workstation_id),
    )
    work.record("attendance", opened.pk, {"hospital": hospital.pk})
    return AttendanceAnswer(opened.pk, opened.status, opened.version)


def account(work: Work, attendance_id: int, billing_unit_id: int) -> AccountAnswer:
    """Open an account of an attendance within a unit of work."""
    unit = access.one(
        selectors.billing_units(work.scope), "A unidade de faturamento", pk=billing_unit_id
    )
    held = hold(work, attendance_id)
    numbers = Account.objects.filter(attendance=held).aggregate(last=Max("number"))
    opened = Account.objects.create(
        office_id=held.office_id,
        attendance=held,
        number=(numbers["last"] or 0) + 1,
        billing_unit=unit,
    )
    work.record("account", opened.pk, {"attendance": held.pk, "unit": unit.pk})
    return AccountAnswer(opened.pk, opened.number)


def part(work: Work, new: NewPart) -> OpenedPart:
    """Open a part of an account within a unit of work."""
    contract = texts.within(new.contract, "contract", title="Contrato", longest=LONGEST_CONTRACT)
    accounts = selectors.accounts(work.scope)
    owner = access.one(accounts, f"A conta {new.account_id}", pk=new.account_id)
    unit = access.one(
        selectors.billing_units(work.scope), "A unidade de faturamento", pk=new.billing_unit_id
    )
    payer = access.one(
        selectors.owned(Payer, work.scope), f"O convênio {new.payer_id}", pk=new.payer_id
    )
    if new.period_end is not None and new.period_end < new.period_start:
        refuse(at(codes.ENDS_BEFORE_START, "period_end"))
    hold(work, owner.attendance_id)
    # Accredited is 0: whether a route was asked for is not whether it is true.
    route = _usual_route(payer, unit, new) if new.route is None else new.route
    numbers = AccountPart.objects.filter(account=owner).aggregate(last=Max("seq"))
    opened = AccountPart.objects.create(
        office_id=owner.office_id,
        account=owner,
        seq=(numbers["last"] or 0) + 1,
        payer=payer,
        plan=_plan(payer, new.plan_id),
        billing_unit=unit,
        contract=contract,
        route=code_name(route),
        period_start=new.period_start,
        period_end=new.period_end,
    )
    work.record("part", opened.pk, {"account": owner.pk, "payer": payer.pk, "unit": unit.pk})
    return OpenedPart(opened.pk, opened.seq)


def _usual_route(payer: Payer, unit: BillingUnit, new: NewPart) -> BillingRoute | None:
    """The route of what was agreed, where the payer has only one with the unit and none was asked for."""
    if new.contract:
        return None
    contracts = catalogues.contracts_in_force(payer.office_id)
    return only_route(contracts, payer.code, unit.code, new.period_start)


def _hospitals(scope: Scope) -> QuerySet[Hospital]:
    """The hospitals of the units within reach."""
    units = selectors.billing_units(scope).values("hospital_id")
    return selectors.owned(Hospital, scope).filter(pk__in=units)


def _workstation(hospital: Hospital, workstation_id: int | None) -> Workstation | None:
    if workstation_id is None:
        return None
    rows = Workstation.objects.filter(hospital=hospital)
    return access.one(rows, f"A estação de trabalho {workstation_id}", pk=workstation_id)


def _plan(payer: Payer, plan_id: int | None) -> Plan | None:
    if plan_id is None:
        return None
    return access.one(Plan.objects.filter(payer=payer), f"O plano {plan_id}", pk=plan_id)
