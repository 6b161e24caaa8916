"""A surgery from its indication to the day it is done: listed, read, planned, performed, cancelled."""

from __future__ import annotations

from typing import Literal

from ninja import Query
from pydantic import Field

from honorarios.api.call import Call
from honorarios.api.door import Door
from honorarios.api.fields import Code, Day, Given, Key, Mark, Moment, Reasoned, Size, Words
from honorarios.api.routes.cases.deed import ask_of, deed, version_of
from honorarios.api.routes.cases.plan import MOST_ACTS, ActGiven, MemberGiven
from honorarios.core.vocabulary import Character, Setting, UpgradeReason
from honorarios.records.models import Answer
from honorarios.services import cases
from honorarios.services.cases import CaseAnswer, CaseFacts, NewCase, Performance
from honorarios.services.cases.detail import detail
from honorarios.services.cases.listing import USUAL_PAGE, CaseFilter, View, listed
from honorarios.services.cases.views import CaseDetail, CasePage
from honorarios.services.loader.terms import optional_term, term
from honorarios.services.operations import Operation
from honorarios.services.outcomes import Result

door = Door()

Clause = Literal["yes", "no", "unknown"]


class CasesAsked(Given):
    """Which surgeries to list."""

    view: Literal["next", "undated", "over"] = Field(
        default="next", description="Com data e por fazer; sem data; realizadas ou canceladas."
    )
    hospital_id: Key | None = None
    payer_id: Key | None = None
    status: Literal[
        "indicated",
        "requested",
        "authorised",
        "partly_authorised",
        "denied",
        "scheduled",
        "performed",
        "billed",
        "paid",
        "cancelled",
        "",
    ] = ""
    responsible_id: Key | None = None
    text: Code = Field(default="", description="Número, código do ato ou nome do profissional.")
    first_day: Day | None = None
    last_day: Day | None = None
    after: Mark = Field(default="", description="A marca da página anterior.")
    size: Size = USUAL_PAGE


class CaseGiven(Given):
    """What is said of a surgery."""

    hospital_id: Key | None = None
    payer_id: Key | None = None
    plan_id: Key | None = None
    character: Literal["elective", "urgent"] = "elective"
    setting: Literal["inpatient", "outpatient"] = "inpatient"
    indicated_on: Day | None = None
    planned_at: Moment | None = None
    admitted_on: Day | None = None
    discharged_on: Day | None = None
    contracted_accommodation_id: Key | None = Field(
        default=None, description="Ausente: a do plano, se ele diz."
    )
    occupied_accommodation_id: Key | None = None
    upgrade_reason: Literal["patient_option", "no_bed", "medical_need", ""] = ""
    responsible_id: Key | None = None
    needs_opme: bool = False
    free_choice: bool = False
    fees_requested: Clause = "unknown"
    repasse_requested_on: Day | None = None
    consent_signed_on: Day | None = None
    budget_signed_on: Day | None = None
    knew_of_network: Clause = "unknown"
    note: Words = ""

    def facts(self) -> CaseFacts:
        """As the service takes it."""
        given = self.model_dump(include=set(CaseGiven.model_fields))
        return CaseFacts(
            **given
            | {
                "character": term(Character, self.character),
                "setting": term(Setting, self.setting),
                "upgrade_reason": optional_term(UpgradeReason, self.upgrade_reason),
                "fees_requested": Answer(self.fees_requested),
                "knew_of_network": Answer(self.knew_of_network),
            }
        )


class CaseNew(CaseGiven):
    """A surgery to plan, with its acts and team."""

    patient_id: Key | None = None
    number: Words = Field(default="", description="Vazio: o próximo do ano.")
    acts: list[ActGiven] = Field(default=[], max_length=MOST_ACTS)
    members: list[MemberGiven] = Field(default=[], max_length=MOST_ACTS)


class Attached(Given):
    """Of which attendance the surgery was part."""

    attendance_id: Key | None = None
    attendance_number: Words = Field(
        default="", description="Abre um atendimento com este número, se nenhum é dito."
    )


class Performed(Attached):
    """How the surgery was done."""

    performed_at: Moment


@door.reads("/cases", Operation.CASES_READ, CasePage)
def list_cases(call: Call, asked: Query[CasesAsked]) -> Result[CasePage]:
    """Listar cirurgias: as próximas, as sem data ou as que terminaram."""
    given = asked.model_dump(exclude={"after", "size", "view"})
    only = CaseFilter(**given, view=View(asked.view))
    return listed(actor=call.actor, only=only, after=asked.after, size=asked.size)


@door.reads("/cases/{case_id}", Operation.CASES_READ, CaseDetail, tag_of=version_of)
def one(call: Call, case_id: Key) -> Result[CaseDetail]:
    """Ler uma cirurgia, com atos, equipe, pedidos, documentos, pendências e lista de conferência."""
    return detail(actor=call.actor, case_id=case_id)


@door.writes("/cases", Operation.CASES_WRITE, CaseAnswer, tag_of=version_of)
def create(call: Call, body: CaseNew, dry_run: bool = False) -> Result[CaseAnswer]:
    """Registrar uma cirurgia, com os atos e a equipe."""
    new = NewCase(
        patient_id=body.patient_id,
        number=body.number,
        facts=body.facts(),
        acts=tuple(act.new() for act in body.acts),
        members=tuple(member.new() for member in body.members),
    )
    return cases.create(actor=call.actor, new=new, key=call.key, dry_run=dry_run)


@deed(door, "/cases/{case_id}", method="PUT")
def edit(call: Call, case_id: Key, body: CaseGiven, dry_run: bool = False) -> Result[CaseAnswer]:
    """Alterar o que se diz de uma cirurgia."""
    return cases.edit(ask=ask_of(call, case_id, dry_run=dry_run), facts=body.facts())


@deed(door, "/cases/{case_id}/perform")
def perform(call: Call, case_id: Key, body: Performed, dry_run: bool = False) -> Result[CaseAnswer]:
    """Registrar que a cirurgia foi feita, e em que atendimento.

    Código sem autorização volta como aviso NOT_AUTHORISED: não tem honorário.
    """
    done = Performance(**body.model_dump())
    return cases.perform(ask=ask_of(call, case_id, dry_run=dry_run), done=done)


@deed(door, "/cases/{case_id}/attendance")
def attach(call: Call, case_id: Key, body: Attached, dry_run: bool = False) -> Result[CaseAnswer]:
    """Ligar a um atendimento uma cirurgia realizada que não tem nenhum."""
    return cases.attach(ask=ask_of(call, case_id, dry_run=dry_run), **body.model_dump())


@deed(door, "/cases/{case_id}/cancel", Operation.CASES_CANCEL)
def cancel(call: Call, case_id: Key, body: Reasoned, dry_run: bool = False) -> Result[CaseAnswer]:
    """Cancelar uma cirurgia que não foi feita."""
    return cases.cancel(ask=ask_of(call, case_id, dry_run=dry_run), reason=body.reason)
