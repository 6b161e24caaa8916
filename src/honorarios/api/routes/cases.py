"""Surgeries from indication to payment: planned, asked of the payer, authorised, done, told to people."""

from __future__ import annotations

from typing import Literal

from ninja import Query
from pydantic import Field

from honorarios.api.answers import Document as Answered
from honorarios.api.call import Asked, Call
from honorarios.api.door import Door
from honorarios.api.fields import Code, Day, Given, Key, Mark, Moment, Reasoned, Size, Whole, Words
from honorarios.core.vocabulary import (
    AccessRoute,
    Character,
    Laterality,
    Role,
    Setting,
    UpgradeReason,
)
from honorarios.planning.documents import Letter, LetterKind
from honorarios.records.models import Answer, ReceivesAs
from honorarios.services import cases
from honorarios.services.cases import (
    Ask,
    CaseAnswer,
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
from honorarios.services.cases.letters import Wanted, letter, print_letter
from honorarios.services.cases.listing import USUAL_PAGE, CaseFilter, View, listed
from honorarios.services.cases.refunds import RefundEstimate, estimate
from honorarios.services.cases.views import CaseDetail, CasePage
from honorarios.services.loader.terms import optional_term, term
from honorarios.services.operations import Operation
from honorarios.services.outcomes import Result

door = Door(tags=["Cirurgias"])

PDF = "application/pdf"
KINDS = {kind.value: kind for kind in LetterKind}
MOST_ACTS = 60

Clause = Literal["yes", "no", "unknown"]
RoleName = Literal[
    "surgeon",
    "first_assistant",
    "second_assistant",
    "third_assistant",
    "fourth_assistant",
    "scrub_assistant",
    "anaesthetist",
    "anaesthetist_assistant",
    "consultant",
    "perfusionist",
    "delivery_paediatrician",
    "diagnostics_assistant",
    "clinician",
    "intensivist",
]
KindName = Literal["answer", "consent", "refund", "status"]


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


class ActGiven(Given):
    """A planned act."""

    code: Code
    quantity: Whole = 1
    access_route: Literal["single", "same", "different"] = "single"
    laterality: Literal["left", "right", "both", ""] = ""


class MemberGiven(Given):
    """Somebody of the team."""

    provider_id: Key
    role: RoleName
    receives_as: Literal["natural", "legal"] = "natural"
    act_ids: list[Key] = Field(default=[], max_length=MOST_ACTS, description="Vazio: todos.")


class CaseNew(CaseGiven):
    """A surgery to plan, with its acts and team."""

    patient_id: Key | None = None
    number: Words = Field(default="", description="Vazio: o próximo do ano.")
    acts: list[ActGiven] = Field(default=[], max_length=MOST_ACTS)
    members: list[MemberGiven] = Field(default=[], max_length=MOST_ACTS)


class RequestNew(Given):
    """A request that the payer received."""

    kind: Literal[
        "elective_admission",
        "high_complexity",
        "day_hospital",
        "basic_consultation",
        "other_consultation",
        "laboratory",
        "other_diagnostics",
        "urgent",
    ] = "elective_admission"
    requested_on: Day
    protocol: Words = ""


class AnswerNew(Given):
    """What the payer answered."""

    answer: Literal["generic", "authorised", "partial", "denied"]
    answered_on: Day
    text: Words = ""
    senha: Words = ""
    valid_until: Day | None = None
    quantities: dict[Key, Whole] = Field(
        default={}, description="Da resposta em parte: quantas vezes de cada ato, pelo número dele."
    )


class Withdrawal(Given):
    """When a request was given up."""

    withdrawn_on: Day


class DocumentGiven(Given):
    """Where a paper is."""

    state: Literal["missing", "received", "sent", "signed"]
    on: Day | None = None
    note: Words = ""


class QuoteNew(Given):
    """A quote asked of a supplier."""

    supplier: Words
    requested_on: Day
    received_on: Day | None = None
    centavos: Whole | None = None


class QuoteReceived(Given):
    """A quote that came."""

    received_on: Day
    centavos: Whole | None = None


class TaskNew(Given):
    """Something pending."""

    title: Words
    kind: Code = "other"
    owner_id: Key | None = None
    due: Day | None = None
    rule: Words = ""


class TaskChange(Given):
    """What is said of a pending item."""

    done: bool | None = None
    owner_id: Key | None = None


class Performed(Given):
    """How the surgery was done."""

    performed_at: Moment
    attendance_id: Key | None = None
    attendance_number: Words = Field(
        default="", description="Abre um atendimento com este número, se nenhum é dito."
    )


class Attached(Given):
    """Of which attendance the surgery was part."""

    attendance_id: Key | None = None
    attendance_number: Words = Field(
        default="", description="Abre um atendimento com este número, se nenhum é dito."
    )


class LetterAsked(Given):
    """Which letter, of what."""

    request_id: Key | None = None
    contract: Code = ""


class EstimateAsked(Given):
    """By which table."""

    contract: Code


@door.reads("/cases", Operation.CASES_READ, CasePage)
def list_cases(call: Call, asked: Query[CasesAsked]) -> Result[CasePage]:
    """Listar cirurgias: as próximas, as sem data ou as que terminaram."""
    given = asked.model_dump(exclude={"after", "size", "view"})
    only = CaseFilter(**given, view=View(asked.view))
    return listed(actor=call.actor, only=only, after=asked.after, size=asked.size)


@door.reads(
    "/cases/{case_id}", Operation.CASES_READ, CaseDetail, tag_of=lambda found: found.version
)
def one(call: Call, case_id: Key) -> Result[CaseDetail]:
    """Ler uma cirurgia, com atos, equipe, pedidos, documentos, pendências e lista de conferência."""
    return detail(actor=call.actor, case_id=case_id)


@door.writes("/cases", Operation.CASES_WRITE, CaseAnswer, tag_of=lambda answer: answer.version)
def create(call: Call, body: CaseNew, dry_run: bool = False) -> Result[CaseAnswer]:
    """Registrar uma cirurgia, com os atos e a equipe."""
    new = NewCase(
        patient_id=body.patient_id,
        number=body.number,
        facts=_facts(body),
        acts=tuple(map(_act, body.acts)),
        members=tuple(map(_member, body.members)),
    )
    return cases.create(actor=call.actor, new=new, key=call.key, dry_run=dry_run)


@door.writes(
    "/cases/{case_id}",
    Operation.CASES_WRITE,
    CaseAnswer,
    method="PUT",
    match=Asked.REQUIRED,
    tag_of=lambda answer: answer.version,
)
def edit(call: Call, case_id: Key, body: CaseGiven, dry_run: bool = False) -> Result[CaseAnswer]:
    """Alterar o que se diz de uma cirurgia."""
    return cases.edit(ask=_ask(call, case_id, dry_run=dry_run), facts=_facts(body))


@door.writes(
    "/cases/{case_id}/acts",
    Operation.CASES_WRITE,
    CaseAnswer,
    match=Asked.REQUIRED,
    tag_of=lambda answer: answer.version,
)
def add_act(call: Call, case_id: Key, body: ActGiven, dry_run: bool = False) -> Result[CaseAnswer]:
    """Incluir um ato."""
    return cases.add_act(ask=_ask(call, case_id, dry_run=dry_run), new=_act(body))


@door.writes(
    "/cases/{case_id}/acts/{act_id}",
    Operation.CASES_WRITE,
    CaseAnswer,
    method="PUT",
    match=Asked.REQUIRED,
    tag_of=lambda answer: answer.version,
)
def edit_act(
    call: Call, case_id: Key, act_id: Key, body: ActGiven, dry_run: bool = False
) -> Result[CaseAnswer]:
    """Alterar um ato."""
    ask = _ask(call, case_id, dry_run=dry_run)
    return cases.edit_act(ask=ask, act_id=act_id, new=_act(body))


@door.writes(
    "/cases/{case_id}/acts/{act_id}",
    Operation.CASES_WRITE,
    CaseAnswer,
    method="DELETE",
    match=Asked.REQUIRED,
    tag_of=lambda answer: answer.version,
)
def remove_act(call: Call, case_id: Key, act_id: Key, dry_run: bool = False) -> Result[CaseAnswer]:
    """Retirar um ato que não foi autorizado nem cobrado."""
    return cases.remove_act(ask=_ask(call, case_id, dry_run=dry_run), act_id=act_id)


@door.writes(
    "/cases/{case_id}/team",
    Operation.CASES_WRITE,
    CaseAnswer,
    match=Asked.REQUIRED,
    tag_of=lambda answer: answer.version,
)
def add_member(
    call: Call, case_id: Key, body: MemberGiven, dry_run: bool = False
) -> Result[CaseAnswer]:
    """Incluir alguém na equipe."""
    return cases.add_member(ask=_ask(call, case_id, dry_run=dry_run), new=_member(body))


@door.writes(
    "/cases/{case_id}/team/{member_id}",
    Operation.CASES_WRITE,
    CaseAnswer,
    method="DELETE",
    match=Asked.REQUIRED,
    tag_of=lambda answer: answer.version,
)
def remove_member(
    call: Call, case_id: Key, member_id: Key, dry_run: bool = False
) -> Result[CaseAnswer]:
    """Retirar alguém da equipe."""
    return cases.remove_member(ask=_ask(call, case_id, dry_run=dry_run), member_id=member_id)


@door.writes(
    "/cases/{case_id}/requests",
    Operation.CASES_WRITE,
    CaseAnswer,
    match=Asked.REQUIRED,
    tag_of=lambda answer: answer.version,
)
def request(
    call: Call, case_id: Key, body: RequestNew, dry_run: bool = False
) -> Result[CaseAnswer]:
    """Registrar um pedido de autorização: os prazos do convênio contam dele."""
    new = NewRequest(**body.model_dump())
    return cases.request(ask=_ask(call, case_id, dry_run=dry_run), new=new)


@door.writes(
    "/cases/{case_id}/requests/{request_id}/answer",
    Operation.CASES_WRITE,
    CaseAnswer,
    match=Asked.REQUIRED,
    tag_of=lambda answer: answer.version,
)
def answer(
    call: Call, case_id: Key, request_id: Key, body: AnswerNew, dry_run: bool = False
) -> Result[CaseAnswer]:
    """Registrar a resposta do convênio.

    A genérica não conta como resposta; a autorização traz a senha e, em parte, as quantidades.
    """
    ask = _ask(call, case_id, dry_run=dry_run)
    return cases.answer(ask=ask, request_id=request_id, new=NewAnswer(**body.model_dump()))


@door.writes(
    "/cases/{case_id}/requests/{request_id}/withdraw",
    Operation.CASES_WRITE,
    CaseAnswer,
    match=Asked.REQUIRED,
    tag_of=lambda answer: answer.version,
)
def withdraw(
    call: Call, case_id: Key, request_id: Key, body: Withdrawal, dry_run: bool = False
) -> Result[CaseAnswer]:
    """Desistir de um pedido: o que ele autorizou deixa de valer."""
    ask = _ask(call, case_id, dry_run=dry_run)
    return cases.withdraw(ask=ask, request_id=request_id, on=body.withdrawn_on)


@door.writes(
    "/cases/{case_id}/documents/{kind}",
    Operation.CASES_WRITE,
    CaseAnswer,
    method="PUT",
    match=Asked.REQUIRED,
    tag_of=lambda answer: answer.version,
)
def document(
    call: Call, case_id: Key, kind: str, body: DocumentGiven, dry_run: bool = False
) -> Result[CaseAnswer]:
    """Dizer onde está um documento."""
    ask = _ask(call, case_id, dry_run=dry_run)
    return cases.document(ask=ask, kind=kind, **body.model_dump())


@door.writes(
    "/cases/{case_id}/quotes",
    Operation.CASES_WRITE,
    CaseAnswer,
    match=Asked.REQUIRED,
    tag_of=lambda answer: answer.version,
)
def quote(call: Call, case_id: Key, body: QuoteNew, dry_run: bool = False) -> Result[CaseAnswer]:
    """Registrar um orçamento de OPME pedido a um fornecedor."""
    return cases.quote(ask=_ask(call, case_id, dry_run=dry_run), **body.model_dump())


@door.writes(
    "/cases/{case_id}/quotes/{quote_id}/received",
    Operation.CASES_WRITE,
    CaseAnswer,
    match=Asked.REQUIRED,
    tag_of=lambda answer: answer.version,
)
def receive_quote(
    call: Call, case_id: Key, quote_id: Key, body: QuoteReceived, dry_run: bool = False
) -> Result[CaseAnswer]:
    """Registrar que um orçamento chegou."""
    ask = _ask(call, case_id, dry_run=dry_run)
    return cases.receive_quote(ask=ask, quote_id=quote_id, **body.model_dump())


@door.writes(
    "/cases/{case_id}/tasks",
    Operation.CASES_WRITE,
    CaseAnswer,
    match=Asked.REQUIRED,
    tag_of=lambda answer: answer.version,
)
def add_task(call: Call, case_id: Key, body: TaskNew, dry_run: bool = False) -> Result[CaseAnswer]:
    """Abrir uma pendência."""
    new = NewTask(**body.model_dump())
    return cases.add_task(ask=_ask(call, case_id, dry_run=dry_run), new=new)


@door.writes(
    "/cases/{case_id}/tasks/{task_id}",
    Operation.CASES_WRITE,
    CaseAnswer,
    method="PATCH",
    match=Asked.REQUIRED,
    tag_of=lambda answer: answer.version,
)
def change_task(
    call: Call, case_id: Key, task_id: Key, body: TaskChange, dry_run: bool = False
) -> Result[CaseAnswer]:
    """Concluir ou reabrir uma pendência, ou, sem isso, dizer de quem ela é."""
    ask = _ask(call, case_id, dry_run=dry_run)
    if body.done is None:
        return cases.own_task(ask=ask, task_id=task_id, owner_id=body.owner_id)
    return cases.finish_task(ask=ask, task_id=task_id, done=body.done)


@door.writes(
    "/cases/{case_id}/perform",
    Operation.CASES_WRITE,
    CaseAnswer,
    match=Asked.REQUIRED,
    tag_of=lambda answer: answer.version,
)
def perform(call: Call, case_id: Key, body: Performed, dry_run: bool = False) -> Result[CaseAnswer]:
    """Registrar que a cirurgia foi feita, e em que atendimento.

    Código sem autorização volta como aviso NOT_AUTHORISED: não tem honorário.
    """
    done = Performance(**body.model_dump())
    return cases.perform(ask=_ask(call, case_id, dry_run=dry_run), done=done)


@door.writes(
    "/cases/{case_id}/attendance",
    Operation.CASES_WRITE,
    CaseAnswer,
    match=Asked.REQUIRED,
    tag_of=lambda answer: answer.version,
)
def attach(call: Call, case_id: Key, body: Attached, dry_run: bool = False) -> Result[CaseAnswer]:
    """Ligar a um atendimento uma cirurgia realizada que não tem nenhum."""
    return cases.attach(ask=_ask(call, case_id, dry_run=dry_run), **body.model_dump())


@door.writes(
    "/cases/{case_id}/cancel",
    Operation.CASES_CANCEL,
    CaseAnswer,
    match=Asked.REQUIRED,
    tag_of=lambda answer: answer.version,
)
def cancel(call: Call, case_id: Key, body: Reasoned, dry_run: bool = False) -> Result[CaseAnswer]:
    """Cancelar uma cirurgia que não foi feita."""
    return cases.cancel(ask=_ask(call, case_id, dry_run=dry_run), reason=body.reason)


@door.reads("/cases/{case_id}/letters/{kind}", Operation.CASES_READ, Letter)
def one_letter(
    call: Call, case_id: Key, kind: KindName, asked: Query[LetterAsked]
) -> Result[Letter]:
    """Ler uma carta da cirurgia: ao convênio, o termo, o reembolso, a situação para o paciente."""
    wanted = Wanted(KINDS[kind], asked.request_id, asked.contract)
    return letter(actor=call.actor, case_id=case_id, wanted=wanted)


@door.reads("/cases/{case_id}/letters/{kind}/print", Operation.CASES_READ, None, media=(PDF,))
def printed_letter(
    call: Call, case_id: Key, kind: KindName, asked: Query[LetterAsked]
) -> Result[Answered]:
    """Imprimir uma carta da cirurgia."""
    wanted = Wanted(KINDS[kind], asked.request_id, asked.contract)
    made = print_letter(actor=call.actor, case_id=case_id, wanted=wanted)
    if made.value is None:
        return Result(findings=made.findings)
    return Result(Answered(made.value.content, made.value.media, made.value.name), made.findings)


@door.reads("/cases/{case_id}/refund", Operation.CASES_READ, RefundEstimate)
def refund(call: Call, case_id: Key, asked: Query[EstimateAsked]) -> Result[RefundEstimate]:
    """Estimar o reembolso de uma cirurgia de livre escolha pela tabela de um contrato do convênio."""
    return estimate(actor=call.actor, case_id=case_id, contract=asked.contract)


def _ask(call: Call, case_id: int, *, dry_run: bool) -> Ask:
    return Ask(call.actor, case_id, call.required_version, call.key, dry_run)


def _facts(body: CaseGiven) -> CaseFacts:
    given = body.model_dump(include=set(CaseGiven.model_fields))
    return CaseFacts(
        **given
        | {
            "character": term(Character, body.character),
            "setting": term(Setting, body.setting),
            "upgrade_reason": optional_term(UpgradeReason, body.upgrade_reason),
            "fees_requested": Answer(body.fees_requested),
            "knew_of_network": Answer(body.knew_of_network),
        }
    )


def _act(body: ActGiven) -> NewAct:
    return NewAct(
        code=body.code,
        quantity=body.quantity,
        access_route=term(AccessRoute, body.access_route),
        laterality=optional_term(Laterality, body.laterality),
    )


def _member(body: MemberGiven) -> NewMember:
    return NewMember(
        provider_id=body.provider_id,
        role=term(Role, body.role),
        receives_as=ReceivesAs(body.receives_as),
        act_ids=tuple(body.act_ids),
    )
