"""Fictitious surgeries of every kind, around the day on which the demonstration is made.

They go through the same services as everybody's: planned, asked for, answered, done.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from django.utils import timezone

from honorarios.core.vocabulary import AccessRoute, Character, Role, UpgradeReason
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
from honorarios.services.demonstration.people import FICTITIOUS, person

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from random import Random

    from honorarios.services.actor import Actor
    from honorarios.services.demonstration.registers import Registers

PLACE: Final = Place(state="SP")
FIRST_PATIENT: Final = 700_000
CLERK: Final = "faturista"


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One surgery of the demonstration; days are counted from its own day."""

    payer: str
    plan: int | None = 0
    """Which of the payer's plans."""
    second: bool = False
    """Whether it is at the second hospital."""
    specialty: str = "cirurgia-geral"
    codes: tuple[str, ...]
    planned: int | None = None
    hour: int = 8
    indicated: int = -20
    urgent: bool = False
    opme: bool = False
    free_choice: bool = False
    occupied: str = ""
    reason: UpgradeReason | None = None
    fees: Answer = Answer.UNKNOWN
    asked: int | None = None
    kind: str = "elective_admission"
    answer: str = ""
    text: str = ""
    partial: Mapping[int, int] = field(default_factory=dict)
    """By the place of the act, from 0."""
    senha: str = ""
    papers: tuple[str, ...] = ()
    signed: tuple[str, ...] = ()
    quotes: int = 0
    task: str = ""
    performed: bool = False
    cancelled: str = ""
    legal: bool = False
    """Whether the surgeon is paid as a company."""


USUAL: Final = ("medical_report", "guia", "exams", "plan_card")
STORIES: Final = (
    # Elective, next week, authorised: the one that a clerk decides the route of.
    Story(
        payer="convenio-aurora",
        codes=("31005497", "31307205"),
        planned=7,
        hour=7,
        asked=-14,
        answer="authorised",
        senha="AUR-558120",
        papers=USUAL,
        legal=True,
        task="Confirmar com o comercial do hospital se o repasse vale para eletiva",
    ),
    # Urgent, today: at once.
    Story(
        payer="saude-jacaranda",
        codes=("31003583",),
        planned=0,
        hour=21,
        indicated=0,
        urgent=True,
        asked=0,
        kind="urgent",
        papers=("medical_report", "plan_card"),
    ),
    # A part authorised only.
    Story(
        payer="plano-bemtevi",
        specialty="ginecologia",
        codes=("31303218", "31305032"),
        planned=12,
        asked=-9,
        answer="partial",
        partial={0: 1},
        senha="BTV-20931",
        text="Segundo procedimento sem justificativa.",
        papers=USUAL,
        fees=Answer.YES,
    ),
    # Denied.
    Story(
        payer="convenio-aurora",
        specialty="ortopedia",
        codes=("30735068",),
        indicated=-30,
        asked=-12,
        answer="denied",
        text="Cláusula 12.3: procedimento em carência.",
        papers=USUAL,
    ),
    # A higher room by the patient's option, agreed before; this payer's contract prices the difference.
    Story(
        payer="convenio-aurora",
        codes=("31005497",),
        planned=9,
        asked=-13,
        answer="authorised",
        senha="AUR-558177",
        occupied="apartment",
        reason=UpgradeReason.PATIENT_OPTION,
        papers=USUAL,
        signed=("class_consent",),
        fees=Answer.YES,
    ),
    # A higher room because there was no bed: nothing to charge.
    Story(
        payer="plano-bemtevi",
        specialty="urologia",
        codes=("31102360",),
        planned=3,
        asked=-16,
        answer="authorised",
        senha="BTV-21004",
        occupied="apartment",
        reason=UpgradeReason.NO_BED,
        papers=USUAL,
    ),
    # A hospital without repasse: by the cooperative.
    Story(
        payer="cooperativa-ipe",
        second=True,
        specialty="urologia",
        codes=("31102360",),
        planned=15,
        asked=-6,
        answer="authorised",
        senha="IPE-7719",
        papers=USUAL,
        fees=Answer.NO,
    ),
    # Free choice: the patient pays and asks for the refund.
    Story(
        payer="convenio-aurora",
        plan=1,
        specialty="ginecologia",
        codes=("31303218",),
        planned=20,
        free_choice=True,
        papers=("medical_report",),
        signed=("private_budget",),
    ),
    # Material to quote, and a payer that says it is looking into it.
    Story(
        payer="convenio-aurora",
        specialty="ortopedia",
        codes=("30724058",),
        indicated=-35,
        asked=-24,
        answer="generic",
        text="Pedido em auditoria.",
        opme=True,
        quotes=2,
        papers=("medical_report", "guia", "exams"),
    ),
    # Done last week, through the hospital.
    Story(
        payer="plano-bemtevi",
        plan=1,
        codes=("31005497",),
        planned=-6,
        asked=-18,
        answer="authorised",
        senha="BTV-20880",
        papers=USUAL,
        fees=Answer.YES,
        performed=True,
    ),
    # Self-pay.
    Story(
        payer="particular",
        plan=None,
        specialty="ginecologia",
        codes=("31307205",),
        planned=10,
        signed=("private_budget",),
        papers=("medical_report",),
    ),
    # Indicated only.
    Story(payer="saude-jacaranda", codes=("31009352",), indicated=-2),
    # Cancelled.
    Story(
        payer="convenio-aurora",
        codes=("31003079",),
        planned=5,
        asked=-10,
        cancelled=f"Paciente desistiu {FICTITIOUS}.",
    ),
)


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
    for kind in story.papers:
        cases.document(ask=ask, kind=kind, state="received", on=told.day(story.indicated)).require()
    for kind in story.signed:
        cases.document(ask=ask, kind=kind, state="signed", on=told.day(-1)).require()
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
    if story.cancelled:
        cases.cancel(ask=ask, reason=story.cancelled).require()


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
