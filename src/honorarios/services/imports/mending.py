"""A row of an import mended where it stands: its cells typed anew, and taken in like the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from honorarios.core.findings import Place
from honorarios.records.models import ImportRow
from honorarios.services import access
from honorarios.services.imports import batches, codes
from honorarios.services.imports.answering import again, keep
from honorarios.services.imports.answers import Identical
from honorarios.services.imports.fates import PENDING, REFUSED, packed, unpacked, view_of
from honorarios.services.imports.known import KINDS
from honorarios.services.operations import Operation
from honorarios.services.outcomes import Result, at, refuse
from honorarios.services.work import consult, perform
from honorarios.tabular.cells import cell_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from honorarios.services.actor import Actor
    from honorarios.services.imports.answers import RowView
    from honorarios.services.work import Work

LONGEST_CELL: Final = 4_000


@dataclass(frozen=True, slots=True)
class Mended:
    """A row as it is after it was mended."""

    number: int
    state: str


def row(*, actor: Actor, batch_id: int, number: int) -> Result[RowView]:
    """A refused or pending row with its cells, to be mended; the reading is recorded."""

    def do(work: Work) -> RowView:
        batch = batches.reached(work, batch_id)
        rows = ImportRow.objects.filter(batch=batch, content__isnull=False)
        found = access.one(rows, f"A linha {number} da importação", number=number)
        work.record("import", batch.pk, {"rows": 1})
        return view_of(found)

    return consult(actor=actor, operation=Operation.IMPORTS_READ, do=do)


def mend(
    *, actor: Actor, batch_id: int, number: int, cells: Sequence[str], key: str | None = None
) -> Result[Mended]:
    """Take a refused or pending row in with other cells; it may be refused again, with its reasons.

    The cells that are as they were stay so to the last digit.
    """
    found = consult(
        actor=actor,
        operation=Operation.IMPORTS_READ,
        do=lambda work: batches.reached(work, batch_id).kind,
    )
    if found.value is None or not found.ok:
        return Result(findings=found.findings)
    kind = KINDS[found.value]

    def do(work: Work) -> Mended:
        batch = batches.lock(batches.reached(work, batch_id).pk)
        if batch.state != batches.DONE:
            refuse(at(codes.STILL_RUNNING, batch=batch.pk))
        waiting = [REFUSED.value, PENDING.value]
        rows = ImportRow.objects.filter(batch=batch, state__in=waiting)
        held = access.one(rows, f"A linha {number} da importação", number=number)
        before = unpacked(held.content)
        if len(cells) != len(batch.options["headers"]):
            refuse(codes.CELLS.at(Place(line=number), count=len(batch.options["headers"])))
        typed = [cell[:LONGEST_CELL] for cell in cells]
        held.content = packed(
            [
                old if cell_text(old) == new else new
                for old, new in zip([*before, *[""] * len(typed)], typed, strict=False)
            ]
        )
        taker = kind.taker(batches.mapping_of(batch), Identical(batch.options["identical"]))
        fates = taker.write(work, taker.read(again(batch, [held])), batch.pk)
        keep(batch, [held], fates)
        work.record("import", batch.pk, {"mended": number, "state": held.state})
        return Mended(number, held.state)

    return perform(
        actor=actor,
        operation=kind.operation,
        answer=Mended,
        do=do,
        key=key,
        request=["mend", batch_id, number, list(cells)],
    )
