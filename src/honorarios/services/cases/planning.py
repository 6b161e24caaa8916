"""Planning a surgery: registered with its acts and team at once, and changed until it ends."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from honorarios.records import selectors
from honorarios.records.models import (
    AccommodationType,
    Hospital,
    Payer,
    Plan,
    SurgeryCase,
)
from honorarios.services import access, texts
from honorarios.services.cases import codes, given
from honorarios.services.cases.acts import plan_act
from honorarios.services.cases.answers import CaseAnswer
from honorarios.services.cases.held import Ask, Change, change, not_cancelled, settle, still_open
from honorarios.services.cases.team import enlist
from honorarios.services.loader.terms import code_name
from honorarios.services.operations import Operation
from honorarios.services.outcomes import at, refuse
from honorarios.services.registers import REGISTERS
from honorarios.services.registers.writing import enter
from honorarios.services.work import perform

if TYPE_CHECKING:
    from honorarios.services.actor import Actor
    from honorarios.services.cases.requests import CaseFacts, NewCase
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work

LONGEST_NUMBER: Final = 40
AFTER_IT: Final = frozenset(
    {
        "discharged_on",
        "fees_requested",
        "repasse_requested_on",
        "occupied_accommodation_id",
        "upgrade_reason",
        "responsible_id",
        "note",
    }
)
"""What may still be said of a surgery that was done."""


def create(
    *, actor: Actor, new: NewCase, key: str | None = None, dry_run: bool = False
) -> Result[CaseAnswer]:
    """Register a surgery, with its acts and team; all of it or nothing."""
    return perform(
        actor=actor,
        operation=Operation.CASES_WRITE,
        answer=CaseAnswer,
        do=lambda work: _create(work, new),
        key=key,
        request=asdict(new),
        dry_run=dry_run,
    )


def edit(*, ask: Ask, facts: CaseFacts) -> Result[CaseAnswer]:
    """Change what is said of a surgery; of one that was done, only what is learnt after it."""

    def do(work: Work, case: SurgeryCase) -> Change:
        not_cancelled(case, "ela")
        values = _values(work, facts)
        changed = sorted(name for name, value in values.items() if getattr(case, name) != value)
        if set(changed) - AFTER_IT:
            still_open(case, "o planejamento")
        SurgeryCase.objects.filter(pk=case.pk).update(**values)
        return Change({"changed": changed})

    return change(ask, do, asdict(facts))


def _create(work: Work, new: NewCase) -> CaseAnswer:
    values = _values(work, new.facts)
    patient = new.patient_id
    if patient is None and new.patient:
        patient = enter(work, REGISTERS["patients"], new.patient).id
    if patient is None:
        refuse(at(codes.REQUIRED, "patient_id", what="o paciente"))
    found = access.one(selectors.patients(work.scope), f"O paciente {patient}", pk=patient)
    case = SurgeryCase.objects.create(
        office_id=work.scope.office_id,
        number=_number(work, new.number, values["indicated_on"].year),
        patient_id=found.pk,
        **values,
    )
    for act in new.acts:
        plan_act(work, case, act)
    for member in new.members:
        enlist(work, case, member)
    return settle(
        work, case, Change({"hospital": case.hospital_id, "payer": case.payer_id, "new": True})
    )


def _values(work: Work, facts: CaseFacts) -> dict[str, Any]:
    """The columns of what is said of a surgery, once it holds together."""
    _required(facts)
    units = selectors.billing_units(work.scope).values("hospital_id")
    hospitals = selectors.owned(Hospital, work.scope).filter(pk__in=units)
    hospital = access.one(hospitals, f"O hospital {facts.hospital_id}", pk=facts.hospital_id)
    payers = selectors.owned(Payer, work.scope)
    payer = access.one(payers, f"O convênio {facts.payer_id}", pk=facts.payer_id)
    plan = _plan(payer, facts.plan_id)
    _days(work, facts)
    contracted = facts.contracted_accommodation_id
    if contracted is None and plan is not None:
        contracted = plan.accommodation_type_id
    return {
        "hospital_id": hospital.pk,
        "payer_id": payer.pk,
        "plan_id": None if plan is None else plan.pk,
        "character": facts.character.code_name,
        "setting": facts.setting.code_name,
        "indicated_on": facts.indicated_on,
        "planned_at": facts.planned_at and texts.wall_time(facts.planned_at, "planned_at"),
        "admitted_on": facts.admitted_on,
        "discharged_on": facts.discharged_on,
        "contracted_accommodation_id": _room(work, contracted),
        "occupied_accommodation_id": _room(work, facts.occupied_accommodation_id),
        "upgrade_reason": code_name(facts.upgrade_reason),
        "responsible_id": given.owner(work, facts.responsible_id, "responsible_id"),
        "needs_opme": facts.needs_opme,
        "free_choice": facts.free_choice,
        "fees_requested": facts.fees_requested.value,
        "repasse_requested_on": facts.repasse_requested_on,
        "consent_signed_on": facts.consent_signed_on,
        "budget_signed_on": facts.budget_signed_on,
        "knew_of_network": facts.knew_of_network.value,
        "note": given.note(facts.note),
    }


def _required(facts: CaseFacts) -> None:
    wanted = (
        ("hospital_id", facts.hospital_id, "o hospital"),
        ("payer_id", facts.payer_id, "o convênio"),
        ("indicated_on", facts.indicated_on, "o dia da indicação"),
    )
    missing = [at(codes.REQUIRED, field, what=what) for field, value, what in wanted if not value]
    if missing:
        refuse(*missing)


def _days(work: Work, facts: CaseFacts) -> None:
    """Stop where the days of a surgery contradict each other; tell of a plan that is past."""
    given.past(work, facts.indicated_on, "indicated_on", "Indicação")
    for day, field, what in (
        (facts.discharged_on, "discharged_on", "Alta"),
        (facts.repasse_requested_on, "repasse_requested_on", "Pedido de repasse"),
        (facts.consent_signed_on, "consent_signed_on", "Assinatura do termo"),
        (facts.budget_signed_on, "budget_signed_on", "Assinatura do orçamento"),
    ):
        given.past(work, day, field, what)
    planned = None if facts.planned_at is None else facts.planned_at.date()
    indicated = facts.indicated_on
    for day, field, what in (
        (planned, "planned_at", "A cirurgia planejada"),
        (facts.admitted_on, "admitted_on", "A internação"),
    ):
        if day is not None and indicated is not None and day < indicated:
            refuse(at(codes.BEFORE_INDICATION, field, what=what, day=day, indicated=indicated))
    given.in_order(facts.admitted_on, "a internação", facts.discharged_on, "discharged_on", "Alta")
    if planned is not None and planned < given.today(work):
        work.notice(at(codes.PLANNED_PAST, "planned_at", day=planned))


def _plan(payer: Payer, plan_id: int | None) -> Plan | None:
    if plan_id is None:
        return None
    return access.one(Plan.objects.filter(payer=payer), f"O plano {plan_id}", pk=plan_id)


def _room(work: Work, key: int | None) -> int | None:
    if key is None:
        return None
    rooms = selectors.owned(AccommodationType, work.scope)
    return access.one(rooms, f"A acomodação {key}", pk=key).pk


def _number(work: Work, asked: str, year: int) -> str:
    """The number that was asked for, or the next one of the year."""
    office = work.scope.office_id
    taken = SurgeryCase.objects.filter(office_id=office)
    number = texts.within(asked, "number", title="Número", longest=LONGEST_NUMBER)
    if number:
        if taken.filter(number=number).exists():
            refuse(at(codes.NUMBER_TAKEN, "number", number=number))
        return number
    own = taken.filter(number__startswith=f"{year}-").values_list("number", flat=True)
    last = max((int(one[5:]) for one in own if one[5:].isdecimal()), default=0)
    return f"{year}-{last + 1:04d}"
