"""What is asked of the payer and what it answers, and the papers that go with it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from honorarios.api.call import Call
from honorarios.api.door import Door
from honorarios.api.fields import Day, Given, Key, Whole, Words
from honorarios.api.routes.cases.deed import ask_of, deed
from honorarios.services import cases
from honorarios.services.cases import CaseAnswer, NewAnswer, NewRequest
from honorarios.services.outcomes import Result

door = Door()


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


@deed(door, "/cases/{case_id}/requests")
def request(
    call: Call, case_id: Key, body: RequestNew, dry_run: bool = False
) -> Result[CaseAnswer]:
    """Registrar um pedido de autorização: os prazos do convênio contam dele."""
    new = NewRequest(**body.model_dump())
    return cases.request(ask=ask_of(call, case_id, dry_run=dry_run), new=new)


@deed(door, "/cases/{case_id}/requests/{request_id}/answer")
def answer(
    call: Call, case_id: Key, request_id: Key, body: AnswerNew, dry_run: bool = False
) -> Result[CaseAnswer]:
    """Registrar a resposta do convênio.

    A genérica não conta como resposta; a autorização traz a senha e, em parte, as quantidades.
    """
    ask = ask_of(call, case_id, dry_run=dry_run)
    return cases.answer(ask=ask, request_id=request_id, new=NewAnswer(**body.model_dump()))


@deed(door, "/cases/{case_id}/requests/{request_id}/withdraw")
def withdraw(
    call: Call, case_id: Key, request_id: Key, body: Withdrawal, dry_run: bool = False
) -> Result[CaseAnswer]:
    """Desistir de um pedido: o que ele autorizou deixa de valer."""
    ask = ask_of(call, case_id, dry_run=dry_run)
    return cases.withdraw(ask=ask, request_id=request_id, on=body.withdrawn_on)


@deed(door, "/cases/{case_id}/documents/{kind}", method="PUT")
def document(
    call: Call, case_id: Key, kind: str, body: DocumentGiven, dry_run: bool = False
) -> Result[CaseAnswer]:
    """Dizer onde está um documento."""
    ask = ask_of(call, case_id, dry_run=dry_run)
    return cases.document(ask=ask, kind=kind, **body.model_dump())


@deed(door, "/cases/{case_id}/quotes")
def quote(call: Call, case_id: Key, body: QuoteNew, dry_run: bool = False) -> Result[CaseAnswer]:
    """Registrar um orçamento de OPME pedido a um fornecedor."""
    return cases.quote(ask=ask_of(call, case_id, dry_run=dry_run), **body.model_dump())


@deed(door, "/cases/{case_id}/quotes/{quote_id}/received")
def receive_quote(
    call: Call, case_id: Key, quote_id: Key, body: QuoteReceived, dry_run: bool = False
) -> Result[CaseAnswer]:
    """Registrar que um orçamento chegou."""
    ask = ask_of(call, case_id, dry_run=dry_run)
    return cases.receive_quote(ask=ask, quote_id=quote_id, **body.model_dump())
