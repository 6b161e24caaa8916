"""The choice of a route: the opinion on a surgery, deciding, launching by it, and what came of it."""

from __future__ import annotations

from typing import Annotated

from ninja import Query
from pydantic import Field

from honorarios.api.answers import Document
from honorarios.api.call import Asked, Call
from honorarios.api.door import Door
from honorarios.api.fields import Code, Day, Given, Key, Reasoned, Whole
from honorarios.services.operations import Operation
from honorarios.services.outcomes import Result
from honorarios.services.routing import (
    appeals,
    claims,
    deciding,
    launching,
    opinions,
    outcomes,
    own_cost,
    printing,
)
from honorarios.services.routing.appeals import AppealView
from honorarios.services.routing.claims import ClaimAnswer, ClaimDetail
from honorarios.services.routing.deciding import DecisionAnswer
from honorarios.services.routing.launching import LaunchedClaims
from honorarios.services.routing.outcomes import OutcomeView, Payment, PaymentAnswer
from honorarios.services.routing.own_cost import OwnCost
from honorarios.services.routing.shown import ChoiceView

door = Door(tags=["Escolha da via"])

PDF = "application/pdf"
MOST_SUPPOSED = 40
MOST_MEMBERS = 40

WayKey = Annotated[
    str,
    Field(
        min_length=1,
        max_length=90,
        description="accredited, repasse, cooperative:CÓDIGO ou private, como o parecer mostrou.",
    ),
]


class ChoiceAsked(Given):
    """What is supposed otherwise than it was found."""

    suppose: list[Annotated[str, Field(max_length=120)]] = Field(
        default=[],
        max_length=MOST_SUPPOSED,
        description="Linhas como `repasse.fee=5,44`, `cooperative:coop-a.days=45` ou `*.rate=1,5`.",
    )


class Picked(Given):
    """A member of the team and the chosen route."""

    participation_id: Key
    way: WayKey


class DecisionGiven(Given):
    """The routes that are chosen."""

    chosen: Annotated[list[Picked], Field(min_length=1, max_length=MOST_MEMBERS)]
    reason: str = Field(
        default="", max_length=500, description="Por que não a sugerida, se for outra."
    )
    inputs_hash: str = Field(
        min_length=1, max_length=64, description="O do parecer que se viu; outro, agora, recusa."
    )


class AppealAsked(Given):
    """What an appeal costs."""

    cost: Whole = Field(default=0, ge=0, description="De um recurso, em centavos.")
    made: bool = Field(default=False, description="Se um recurso será feito de qualquer modo.")


class TableAsked(Given):
    """By which table a refund is foretold."""

    contract: Code = Field(description="O contrato do convênio que tem a tabela de reembolso.")


class PaymentGiven(Given):
    """What came of a claim."""

    presented_on: Day
    paid_on: Day | None = Field(default=None, description="Ausente: ainda em aberto.")
    denied: Whole = Field(default=0, ge=0, description="Glosa inicial, em centavos.")
    recovered: Whole = Field(default=0, ge=0, description="Da glosa, o que o recurso trouxe.")


@door.reads(
    "/cases/{case_id}/route",
    Operation.ROUTES_READ,
    ChoiceView,
    tag_of=lambda told: told.case_version,
)
def opinion(call: Call, case_id: Key, asked: Query[ChoiceAsked]) -> Result[ChoiceView]:
    """Ler o parecer sobre as vias de uma cirurgia: cada membro da equipe, cada via, os porquês."""
    return opinions.opinion(actor=call.actor, case_id=case_id, suppose=asked.suppose)


@door.reads("/cases/{case_id}/route.pdf", Operation.ROUTES_READ, None, media=(PDF,))
def printed(call: Call, case_id: Key) -> Result[Document]:
    """Imprimir o parecer em uma página."""
    told = printing.opinion_sheet(actor=call.actor, case_id=case_id)
    if told.value is None:
        return Result(findings=told.findings)
    return Result(Document(told.value.content, told.value.media, told.value.name), told.findings)


@door.writes(
    "/cases/{case_id}/decisions",
    Operation.ROUTES_DECIDE,
    DecisionAnswer,
    key=Asked.REQUIRED,
    match=Asked.REQUIRED,
    tag_of=lambda answer: answer.version,
)
def decide(
    call: Call, case_id: Key, body: DecisionGiven, dry_run: bool = False
) -> Result[DecisionAnswer]:
    """Decidir as vias: grava o parecer, abre as cobranças e as pendências."""
    return deciding.decide(
        actor=call.actor,
        case_id=case_id,
        chosen={one.participation_id: one.way for one in body.chosen},
        reason=body.reason,
        seen_hash=body.inputs_hash,
        version=call.required_version,
        key=call.key,
        dry_run=dry_run,
    )


@door.writes(
    "/cases/{case_id}/launch",
    Operation.ROUTES_LAUNCH,
    LaunchedClaims,
    key=Asked.REQUIRED,
    match=Asked.REQUIRED,
    tag_of=lambda answer: answer.version,
)
def launch(call: Call, case_id: Key, dry_run: bool = False) -> Result[LaunchedClaims]:
    """Lançar as cobranças decididas, cada uma na parcial da sua via."""
    return launching.launch(
        actor=call.actor,
        case_id=case_id,
        version=call.required_version,
        key=call.key,
        dry_run=dry_run,
    )


@door.reads(
    "/claims/{claim_id}", Operation.ROUTES_READ, ClaimDetail, tag_of=lambda claim: claim.version
)
def claim(call: Call, claim_id: Key) -> Result[ClaimDetail]:
    """Ler uma cobrança, com o previsto e o que veio; a versão é a da cirurgia."""
    return claims.detail(actor=call.actor, claim_id=claim_id)


@door.writes(
    "/claims/{claim_id}/refuse",
    Operation.ROUTES_DECIDE,
    ClaimAnswer,
    key=Asked.REQUIRED,
    match=Asked.REQUIRED,
    tag_of=lambda answer: answer.version,
)
def refuse(call: Call, claim_id: Key, body: Reasoned) -> Result[ClaimAnswer]:
    """Registrar que a fonte pagadora recusou uma cobrança; o lançamento dela é estornado."""
    return claims.refuse_claim(
        actor=call.actor,
        claim_id=claim_id,
        reason=body.reason,
        version=call.required_version,
        key=call.key,
    )


@door.writes(
    "/claims/{claim_id}/withdraw",
    Operation.ROUTES_DECIDE,
    ClaimAnswer,
    key=Asked.REQUIRED,
    match=Asked.REQUIRED,
    tag_of=lambda answer: answer.version,
)
def withdraw(call: Call, claim_id: Key, body: Reasoned) -> Result[ClaimAnswer]:
    """Retirar uma cobrança; o lançamento dela é estornado."""
    return claims.withdraw(
        actor=call.actor,
        claim_id=claim_id,
        reason=body.reason,
        version=call.required_version,
        key=call.key,
    )


@door.writes(
    "/claims/{claim_id}/payment",
    Operation.ROUTES_DECIDE,
    PaymentAnswer,
    key=Asked.REQUIRED,
    match=Asked.REQUIRED,
    tag_of=lambda answer: answer.version,
)
def pay(call: Call, claim_id: Key, body: PaymentGiven) -> Result[PaymentAnswer]:
    """Registrar o que veio de uma cobrança: entra no histórico e se compara com a previsão."""
    return outcomes.record_payment(
        actor=call.actor,
        claim_id=claim_id,
        payment=Payment(
            presented_on=body.presented_on,
            paid_on=body.paid_on,
            denied=body.denied,
            recovered=body.recovered,
        ),
        version=call.required_version,
        key=call.key,
    )


@door.reads("/cases/{case_id}/appeals", Operation.ROUTES_READ, tuple[AppealView, ...])
def appealed(call: Call, case_id: Key, asked: Query[AppealAsked]) -> Result[tuple[AppealView, ...]]:
    """Dizer que glosas da cirurgia vale contestar, por via e demonstrativo, e até quando."""
    return appeals.appeals(actor=call.actor, case_id=case_id, cost=asked.cost, made=asked.made)


@door.reads("/cases/{case_id}/own-cost", Operation.ROUTES_READ, OwnCost)
def patient_cost(call: Call, case_id: Key, asked: Query[TableAsked]) -> Result[OwnCost]:
    """Estimar o que a livre escolha custa ao paciente: o particular menos o reembolso de uma tabela."""
    return own_cost.own_cost(actor=call.actor, case_id=case_id, contract=asked.contract)


@door.reads("/route-outcomes", Operation.ROUTES_READ, tuple[OutcomeView, ...])
def compared(call: Call) -> Result[tuple[OutcomeView, ...]]:
    """Comparar as previsões com o que veio, por convênio e via."""
    return outcomes.outcomes(actor=call.actor)
