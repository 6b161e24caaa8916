"""Reprocessing of divisions of charges."""

from __future__ import annotations

from pydantic import Field

from honorarios.api.call import Asked, Call
from honorarios.api.door import Door
from honorarios.api.fields import Code, Day, Key, Reasoned
from honorarios.services import splits
from honorarios.services.operations import Operation
from honorarios.services.outcomes import Result
from honorarios.services.splits import SplitFilter, SplitReport

door = Door(tags=["Divisões"])


class Reprocess(Reasoned):
    """Which parts to divide again; what is empty is not asked about."""

    part_ids: list[Key] = Field(default=[], max_length=500)
    billing_unit: Code = ""
    payer: Code = ""
    first_day: Day | None = None
    last_day: Day | None = None


@door.writes("/splits/reprocess", Operation.SPLITS_REPROCESS, SplitReport, key=Asked.NO)
def reprocess(call: Call, body: Reprocess, dry_run: bool = False) -> Result[SplitReport]:
    """Dividir de novo o que as regras de hoje dividem de outro modo.

    Repetir o pedido não muda mais nada: dispensa chave de idempotência.
    """
    only = SplitFilter(
        part_ids=tuple(body.part_ids),
        billing_unit=body.billing_unit,
        payer=body.payer,
        first_day=body.first_day,
        last_day=body.last_day,
    )
    return splits.reprocess(actor=call.actor, only=only, reason=body.reason, dry_run=dry_run)
