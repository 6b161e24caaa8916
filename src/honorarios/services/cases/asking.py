"""What is asked of the payer for a surgery, and what it answers: all, a part, nothing, or nothing that counts."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Final

from honorarios.planning.case import Answer
from honorarios.planning.clocks import Request
from honorarios.records.models import (
    Authorisation,
    AuthorisedAct,
    CaseRequest,
    PlannedAct,
    RequestAnswer,
)
from honorarios.services import access, texts
from honorarios.services.cases import codes, given, reach
from honorarios.services.cases.facts import facts
from honorarios.services.cases.held import Ask, Change, change, not_cancelled
from honorarios.services.outcomes import at, not_found, refuse

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from honorarios.planning.case import Act
    from honorarios.records.models import SurgeryCase
    from honorarios.services.cases.answers import CaseAnswer
    from honorarios.services.cases.requests import NewAnswer, NewRequest
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work

LONGEST_SENHA: Final = 60
LONGEST_ANSWER: Final = 1000
ANSWERS: Final = {one.value: one for one in Answer if one is not Answer.PENDING}


def request(*, ask: Ask, new: NewRequest) -> Result[CaseAnswer]:
    """Record that the payer received a request; its clocks run from that day."""

    def do(work: Work, case: SurgeryCase) -> Change:
        not_cancelled(case, "o pedido")
        kind = Request.__members__.get(new.kind.upper())
        if kind is None:
            refuse(at(codes.REQUIRED, "kind", what="o tipo do pedido"))
        if not PlannedAct.objects.filter(case=case).exists():
            refuse(at(codes.NO_ACTS))
        given.past(work, new.requested_on, "requested_on", "Pedido")
        _after_indication(case, new.requested_on, "requested_on", "O pedido")
        protocol = texts.within(new.protocol, "protocol", title="Protocolo", longest=LONGEST_SENHA)
        made = CaseRequest.objects.create(
            office_id=case.office_id,
            case=case,
            kind=kind.name.lower(),
            requested_on=new.requested_on,
            protocol=protocol,
        )
        return Change({"request": made.pk, "kind": made.kind}, made.pk)

    return change(ask, do, ["request", asdict(new)])


def answer(*, ask: Ask, request_id: int, new: NewAnswer) -> Result[CaseAnswer]:
    """Record an answer; what it authorises is added to what was authorised before.

    A generic answer is kept, and the clock runs on (RN 623/2024). An answer may be followed by another
    until everything is authorised.
    """

    def do(work: Work, case: SurgeryCase) -> Change:
        not_cancelled(case, "a resposta")
        asked = _request(case, request_id)
        if asked.answer == RequestAnswer.AUTHORISED or asked.withdrawn_on is not None:
            refuse(at(codes.ANSWERED))
        told = ANSWERS.get(new.answer)
        if told is None:
            refuse(at(codes.NOT_AN_ANSWER, "answer"))
        given.past(work, new.answered_on, "answered_on", "Resposta")
        given.in_order(asked.requested_on, "o pedido", new.answered_on, "answered_on", "Resposta")
        granted = _granted(work, case, asked, told, new)
        _tell(work, told, new)
        asked.answer, asked.answered_on = told.value, new.answered_on
        asked.answer_text = texts.within(
            new.text, "text", title="Texto da resposta", longest=LONGEST_ANSWER
        )
        asked.save()
        return Change({"request": asked.pk, "answer": told.value, "granted": granted}, asked.pk)

    return change(ask, do, ["answer", request_id, asdict(new)])


def withdraw(*, ask: Ask, request_id: int, on: date) -> Result[CaseAnswer]:
    """Give a request up; what it had authorised counts no more."""

    def do(work: Work, case: SurgeryCase) -> Change:
        not_cancelled(case, "o pedido")
        asked = _request(case, request_id)
        given.past(work, on, "withdrawn_on", "Retirada")
        given.in_order(asked.requested_on, "o pedido", on, "withdrawn_on", "Retirada")
        asked.withdrawn_on = on
        asked.save(update_fields=["withdrawn_on"])
        return Change({"withdrawn_request": asked.pk}, asked.pk)

    return change(ask, do, ["withdraw", request_id, on])


def _tell(work: Work, told: Answer, new: NewAnswer) -> None:
    if told is Answer.GENERIC:
        work.notice(at(codes.GENERIC, "answer"))
    if told is Answer.DENIED and not new.text.strip():
        work.notice(at(codes.DENIAL_UNWRITTEN, "text"))


def _granted(
    work: Work, case: SurgeryCase, asked: CaseRequest, told: Answer, new: NewAnswer
) -> dict[str, int]:
    """Write the authorisation that an answer gives; how many times of each code."""
    if told not in {Answer.AUTHORISED, Answer.PARTIAL}:
        return {}
    acts = facts(reach.joined(type(case).objects.filter(pk=case.pk)).get()).acts
    wanted = {act.key: act.missing for act in acts if act.missing}
    if told is Answer.PARTIAL:
        wanted = _part(acts, new.quantities)
    senha = texts.within(new.senha, "senha", title="Senha", longest=LONGEST_SENHA)
    if not senha:
        refuse(at(codes.SENHA_REQUIRED, "senha"))
    if Authorisation.objects.filter(request=asked, senha=senha).exists():
        refuse(at(codes.SENHA_TWICE, "senha", senha=senha))
    given.in_order(new.answered_on, "a resposta", new.valid_until, "valid_until", "Validade")
    planned = None if case.planned_at is None else case.planned_at.date()
    if new.valid_until is not None and planned is not None and new.valid_until < planned:
        work.notice(
            at(codes.SENHA_SHORT, "valid_until", senha=senha, until=new.valid_until, day=planned)
        )
    made = Authorisation.objects.create(
        office_id=case.office_id,
        request=asked,
        senha=senha,
        granted_on=new.answered_on,
        valid_until=new.valid_until,
    )
    for act_id, quantity in wanted.items():
        AuthorisedAct.objects.create(
            office_id=case.office_id, authorisation=made, act_id=act_id, quantity=quantity
        )
    return {act.code: wanted[act.key] for act in acts if act.key in wanted}


def _part(acts: tuple[Act, ...], quantities: Mapping[int, int]) -> dict[int, int]:
    """What a partial answer authorises, no more than was missing."""
    by_key = {act.key: act for act in acts}
    for act_id in quantities:
        if act_id not in by_key:
            not_found(f"O ato {act_id}")
    wanted = {act_id: count for act_id, count in quantities.items() if count}
    over = [
        at(
            codes.TOO_MANY,
            f"quantities.{act_id}",
            procedure=by_key[act_id].code,
            given=count,
            missing=by_key[act_id].missing,
        )
        for act_id, count in wanted.items()
        if not 0 < count <= by_key[act_id].missing
    ]
    if over:
        refuse(*over)
    if not wanted:
        refuse(at(codes.NOTHING_GRANTED, "quantities"))
    return wanted


def _request(case: SurgeryCase, request_id: int) -> CaseRequest:
    return access.one(
        CaseRequest.objects.filter(case=case), f"O pedido {request_id}", pk=request_id
    )


def _after_indication(case: SurgeryCase, day: date, field: str, what: str) -> None:
    if day < case.indicated_on:
        refuse(at(codes.BEFORE_INDICATION, field, what=what, day=day, indicated=case.indicated_on))
