"""Remittances: bill, rebill, reprocess, list and read."""

from __future__ import annotations

from typing import Annotated

from ninja import Query
from pydantic import Field

from honorarios.api.call import Asked, Call
from honorarios.api.door import Door
from honorarios.api.fields import Given, Key, Reasoned, Size
from honorarios.services import parts, remittances
from honorarios.services.operations import Operation
from honorarios.services.outcomes import Result
from honorarios.services.parts import RemittanceAnswer
from honorarios.services.remittances import RemittanceDetail, RemittanceView

door = Door(tags=["Remessas"])

Parts = Annotated[list[Key], Field(min_length=1, max_length=5_000)]


class Bill(Given):
    """What to bill together."""

    payer_id: Key
    billing_unit_id: Key
    part_ids: Parts | None = Field(default=None, description="Ausente: todas as liberadas.")


class Rebill(Reasoned):
    """What to take out of a remittance."""

    part_ids: Parts | None = Field(default=None, description="Ausente: todas as que estão nela.")


class RemittancesAsked(Given):
    """Which remittances to list."""

    payer_id: Key | None = None
    billing_unit_id: Key | None = None
    before: Key | None = Field(default=None, description="Só as de número menor.")
    size: Size = 100


@door.reads("/remittances", Operation.REMITTANCES_LIST, tuple[RemittanceView, ...])
def listed(call: Call, asked: Query[RemittancesAsked]) -> Result[tuple[RemittanceView, ...]]:
    """Listar remessas, as mais novas primeiro."""
    return remittances.listed(
        actor=call.actor,
        payer_id=asked.payer_id,
        billing_unit_id=asked.billing_unit_id,
        before=asked.before,
        limit=asked.size,
    )


@door.reads("/remittances/{remittance_id}", Operation.REMITTANCES_LIST, RemittanceDetail)
def one(call: Call, remittance_id: Key) -> Result[RemittanceDetail]:
    """Ler uma remessa, com as parciais já retiradas."""
    return remittances.detail(actor=call.actor, remittance_id=remittance_id)


@door.writes("/remittances", Operation.PARTS_BILL, RemittanceAnswer, key=Asked.REQUIRED)
def bill(call: Call, body: Bill, dry_run: bool = False) -> Result[RemittanceAnswer]:
    """Faturar: reunir em uma remessa as parciais liberadas de um convênio e de uma unidade."""
    return parts.bill(
        actor=call.actor,
        payer_id=body.payer_id,
        billing_unit_id=body.billing_unit_id,
        part_ids=body.part_ids,
        key=call.key,
        dry_run=dry_run,
    )


@door.writes(
    "/remittances/{remittance_id}/rebill",
    Operation.PARTS_REBILL,
    RemittanceAnswer,
    key=Asked.REQUIRED,
)
def rebill(
    call: Call, remittance_id: Key, body: Rebill, dry_run: bool = False
) -> Result[RemittanceAnswer]:
    """Refaturar: retirar parciais de uma remessa, de volta a liberadas."""
    return parts.rebill(
        actor=call.actor,
        remittance_id=remittance_id,
        part_ids=body.part_ids,
        reason=body.reason,
        key=call.key,
        dry_run=dry_run,
    )


@door.writes(
    "/remittances/{remittance_id}/reprocess",
    Operation.PARTS_REPROCESS,
    RemittanceAnswer,
    key=Asked.NO,
)
def reprocess(call: Call, remittance_id: Key) -> Result[RemittanceAnswer]:
    """Reprocessar: refazer o demonstrativo de uma remessa a partir dos lançamentos.

    Não muda nada: dispensa chave de idempotência.
    """
    return parts.reprocess(actor=call.actor, remittance_id=remittance_id)
