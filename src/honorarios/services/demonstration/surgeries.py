"""Fictitious surgeries of every kind, around the day on which the demonstration is made.

They go through the same services as everybody's: planned, asked for, answered, done.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from django.utils import timezone

from honorarios.core.vocabulary import AccessRoute, Character, Role
from honorarios.planning.days import Place, next_working
from honorarios.records.models import AccommodationType, Patient, User
from honorarios.records.models.facts import Answer, ReceivesAs
from honorarios.services import cases, days
from honorarios.services.cases import (
    Ask,
    CaseFacts,
    NewAct,
    NewAnswer,
    NewCase,
    NewMember,
    NewRequest,
    NewTask,
    Performance,
)
from honorarios.services.cases.detail import detail
from honorarios.services.demonstration.outcomes import come_of
from honorarios.services.demonstration.people import FICTITIOUS, person
from honorarios.services.demonstration.stories import STORIES

if TYPE_CHECKING:
    from datetime import date
    from random import Random

    from honorarios.services.actor import Actor
    from honorarios.services.demonstration.registers import Registers
    from honorarios.services.demonstration.stories import Story

PLACE: Final = Place(state="SP")
FIRST_PATIENT: Final = 700_000
CLERK: Final = "faturista"


def plan_surgeries(operator: Actor, registers: Registers, random: Random) -> int:
    """Put the demonstration's surgeries on record; how many."""
    today = days.today(operator.office_id, timezone.now())
    clerk = User.objects.get(username=CLERK)
    for number, story in enumerate(STORIES, 1):
        _tell(operator, registers, random, _Told(story, number, today, clerk.pk))
    return len(STORIES)


@dataclass(frozen=True, slots=True)
class _Told:
    """A story on its days."""

    story: Story
    number: int
    today: date
    clerk_id: int

    def day(self, offset: int) -> date:
        """So many days from today; one that is to come is moved to a working day."""
        day = self.today + timedelta(days=offset)
        return next_working(day, PLACE) if offset > 0 else day

    @property
    def planned_at(self) -> datetime | None:
        """When the surgery is planned."""
        if self.story.planned is None:
            return None
        return datetime.combine(self.day(self.story.planned), time(self.story.hour))


def _tell(operator: Actor, registers: Registers, random: Random, told: _Told) -> None:
    story = told.story
    made = cases.create(actor=operator, new=_new(registers, random, told)).require()
    ask = Ask(operator, made.case_id)
    _papers(ask, told)
    for place in range(story.quotes):
        came = told.day(-20) if not place else None
        cases.quote(
            ask=ask,
            supplier=f"Fornecedor {'ABC'[place]} {FICTITIOUS}",
            requested_on=told.day(-25),
            received_on=came,
            centavos=None if came is None else 1_845_000,
        ).require()
    if story.asked is not None:
        _ask_payer(operator, ask, told)
    if story.task:
        task = NewTask(title=story.task, owner_id=told.clerk_id, due=told.day(2))
        cases.add_task(ask=ask, new=task).require()
    if story.performed:
        at = told.planned_at or datetime.combine(told.today, time(8))
        done = Performance(performed_at=at, attendance_number=f"CIR{told.number:05d}")
        cases.perform(ask=ask, done=done).require()
    if story.outcome is not None:
        come_of(operator, made.case_id, story.outcome, told.today)
    if story.cancelled:
        cases.cancel(ask=ask, reason=story.cancelled).require()


def _papers(ask: Ask, told: _Told) -> None:
    """Where each paper is: the first ones since the indication, the others since the surgery."""
    story = told.story
    states = {
        "received": (story.papers, told.day(story.indicated)),
        "signed": (story.signed, told.day(min(-1, story.planned or 0))),
        "sent": (story.sent, told.day(min(-1, story.planned or 0))),
        "missing": (story.missing, None),
    }
    for state, (kinds, on) in states.items():
        for kind in kinds:
            cases.document(ask=ask, kind=kind, state=state, on=on).require()


def _new(registers: Registers, random: Random, told: _Told) -> NewCase:
    story = told.story
    office = registers.office
    somebody = person(random, FIRST_PATIENT + told.number, told.today - timedelta(days=18 * 365))
    patient = Patient.objects.create(
        office=office,
        code=f"C{told.number:06d}",
        name=somebody.name,
        sex=somebody.sex,
        birth_date=somebody.birth_date,
        cpf=somebody.cpf,
    )
    places = registers.second if story.second else registers.main
    plans = registers.plans[story.payer]
    plan = None if story.plan is None or not plans else plans[story.plan]
    rooms = AccommodationType.objects.filter(office=office)
    occupied = rooms.get(code=story.occupied).pk if story.occupied else None
    at = told.planned_at
    facts = CaseFacts(
        hospital_id=places.hospital.pk,
        payer_id=registers.payers[story.payer].pk,
        plan_id=None if plan is None else plan.pk,
        character=Character.URGENT if story.urgent else Character.ELECTIVE,
        indicated_on=told.day(story.indicated),
        planned_at=at,
        admitted_on=at.date() if at is not None and story.occupied else None,
        occupied_accommodation_id=occupied,
        upgrade_reason=story.reason,
        responsible_id=told.clerk_id,
        needs_opme=story.opme,
        free_choice=story.free_choice,
        fees_requested=story.fees,
        knew_of_network=Answer.YES if story.free_choice else Answer.UNKNOWN,
    )
    return NewCase(
        patient_id=patient.pk,
        facts=facts,
        acts=tuple(
            NewAct(code=code, access_route=AccessRoute.SAME if place else AccessRoute.SINGLE)
            for place, code in enumerate(story.codes)
        ),
        members=_team(registers, story),
    )


def _team(registers: Registers, story: Story) -> tuple[NewMember, ...]:
    """The first of the specialty operates, the next assists; somebody of the anaesthesia."""
    own, anaesthesia = registers.of(story.specialty), registers.of("anestesiologia")
    receives = "legal" if story.legal else "natural"
    surgeon = NewMember(provider_id=own[0].pk, role=Role.SURGEON, receives_as=ReceivesAs(receives))
    assistant = NewMember(provider_id=own[1].pk, role=Role.FIRST_ASSISTANT)
    return surgeon, assistant, NewMember(provider_id=anaesthesia[0].pk, role=Role.ANAESTHETIST)


def _ask_payer(operator: Actor, ask: Ask, told: _Told) -> None:
    story = told.story
    new = NewRequest(
        kind=story.kind,
        requested_on=told.day(story.asked or 0),
        protocol=f"P{told.number:04d}/{told.today.year}",
    )
    request_id = cases.request(ask=ask, new=new).require().row_id
    if not story.answer or request_id is None:
        return
    acts = detail(actor=operator, case_id=ask.case_id).require().acts
    answer = NewAnswer(
        answer=story.answer,
        answered_on=told.day(min(0, (story.asked or 0) + 5)),
        text=story.text,
        senha=story.senha,
        valid_until=told.today + timedelta(days=30) if story.senha else None,
        quantities={acts[place].act_id: count for place, count in story.partial.items()},
    )
    cases.answer(ask=ask, request_id=request_id, new=answer).require()
