"""Agreements: seen together, one by one, confirmed; what has to be confirmed; tax parameters."""

from __future__ import annotations

from typing import Any, Literal

from ninja import Query
from pydantic import Field

from honorarios.api.call import Asked, Call
from honorarios.api.door import Door
from honorarios.api.fields import Code, Day, Given, Key, Words
from honorarios.records.models import FactStatus
from honorarios.services import agreements
from honorarios.services.agreements import (
    AgreementDetail,
    Confirmation,
    GridView,
    Kept,
    StaleView,
    TaxParametersView,
)
from honorarios.services.operations import Operation
from honorarios.services.outcomes import Result
from honorarios.services.registers import Saved

door = Door(tags=["Acordos"])

LONGEST_HORIZON = 3_660


class GridAsked(Given):
    """Which part of the grid."""

    on: Day | None = Field(default=None, description="Como estava neste dia; ausente: hoje.")
    payer: Code = Field(default="", description="Só este convênio, pelo código.")


class StaleAsked(Given):
    """From when on a fact is asked for again."""

    on: Day | None = Field(default=None, description="Ausente: hoje.")
    within: int = Field(
        default=agreements.SOON,
        ge=0,
        le=LONGEST_HORIZON,
        description="Também o que vence em tantos dias.",
    )


class Said(Given):
    """What somebody said of a fact."""

    status: FactStatus = Field(default=FactStatus.CONFIRMED, description="Como se sabe agora.")
    confirmed_by: Words = Field(default="", description="Quem confirmou ou negou: nome e setor.")
    confirmed_on: Day | None = Field(default=None, description="Ausente: hoje.")
    evidence: Words = Field(default="", description="Onde está escrito.")
    expires_on: Day | None = Field(default=None, description="Último dia em que se acredita.")


class Taxes(Given):
    """The tax parameters of a year, whole."""

    document: dict[str, Any] = Field(description="Como a leitura os responde, em `taxes`.")
    source: Words = Field(description="Quem os conferiu, com que norma e quando.")


@door.reads("/agreement-grid", Operation.AGREEMENTS_READ, GridView)
def grid(call: Call, asked: Query[GridAsked]) -> Result[GridView]:
    """Ver os acordos de todos os convênios, por hospital e por cooperativa."""
    return agreements.grid(actor=call.actor, on=asked.on, payer=asked.payer)


@door.reads("/agreement-details/{agreement_id}", Operation.AGREEMENTS_READ, AgreementDetail)
def detail(call: Call, agreement_id: Key) -> Result[AgreementDetail]:
    """Ler um acordo com as suas condições e os contatos que podem confirmá-lo."""
    return agreements.detail(actor=call.actor, agreement_id=agreement_id)


@door.reads("/stale-facts", Operation.AGREEMENTS_READ, StaleView)
def stale(call: Call, asked: Query[StaleAsked]) -> Result[StaleView]:
    """Listar o que tem de ser confirmado: vencido, por vencer ou nunca confirmado."""
    return agreements.stale(actor=call.actor, on=asked.on, within=asked.within)


@door.writes(
    "/facts/{fact}/{row_id}/confirm",
    Operation.AGREEMENTS_CONFIRM,
    Saved,
    match=Asked.REQUIRED,
    tag_of=lambda saved: saved.tag,
)
def confirm(
    call: Call,
    fact: Literal["agreements", "memberships", "credentials"],
    row_id: Key,
    body: Said,
    dry_run: bool = False,
) -> Result[Saved]:
    """Confirmar, presumir ou negar um acordo, uma filiação ou um credenciamento."""
    return agreements.confirm(
        actor=call.actor,
        register=fact,
        row_id=row_id,
        said=Confirmation(**(body.model_dump() | {"status": body.status.value})),
        seen=call.tag,
        key=call.key,
        dry_run=dry_run,
    )


@door.reads("/tax-parameters", Operation.PARAMETERS_READ, tuple[TaxParametersView, ...])
def taxes(call: Call) -> Result[tuple[TaxParametersView, ...]]:
    """Ler os parâmetros tributários de cada ano, com fonte e confiança; não são conselho."""
    return agreements.parameters(actor=call.actor)


@door.writes("/tax-parameters", Operation.PARAMETERS_WRITE, Kept)
def keep_taxes(call: Call, body: Taxes, dry_run: bool = False) -> Result[Kept]:
    """Gravar os parâmetros tributários de um ano como os do cliente; os anteriores ficam."""
    return agreements.change_parameters(
        actor=call.actor,
        document=body.document,
        source=body.source,
        key=call.key,
        dry_run=dry_run,
    )
