"""Looking at a file before it is imported, and at the imports that there were."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from honorarios.records.models import ImportBatch, ImportBatchState
from honorarios.services.imports import batches
from honorarios.services.imports.answers import BatchView, ColumnView, ImportAnswer, Preview
from honorarios.services.imports.file import take
from honorarios.services.imports.known import KINDS, kind_of
from honorarios.services.operations import Operation
from honorarios.services.outcomes import Refused, Result, refuse
from honorarios.services.work import consult
from honorarios.tabular.cells import cell_text

if TYPE_CHECKING:
    from pathlib import Path

    from honorarios.catalogue.importers import ImportMapping
    from honorarios.services.actor import Actor
    from honorarios.services.imports.file import Taken
    from honorarios.services.imports.kinds import Kind
    from honorarios.services.work import Work

SAMPLE: Final = 5
"""Rows that a preview shows."""
LARGEST_PAGE: Final = 500


def inspect(
    *,
    actor: Actor,
    path: Path,
    kind: str,
    mapping: ImportMapping | None = None,
    name: str = "",
) -> Result[Preview]:
    """How an import would read a file: its columns, how many rows, the first of them.

    Args:
        actor: Who asks.
        path: CSV, XLSX, XLS, ODS or Parquet.
        kind: What it brings: ``fees``, or the name of a register.
        mapping: Headers by column, values for all rows, the sheet; names tell what it leaves out.
        name: What the person calls the file, where it isn't the path's own name.
    """
    try:
        found = kind_of(kind)
    except Refused as refused:
        return Result(None, refused.findings)

    def do(work: Work) -> Preview:
        taken = take(path, found, mapping, name)
        value = _preview(work, found, taken)
        if not taken.usable:
            refuse(*taken.findings, value=value)
        work.notice(*taken.findings)
        return value

    return consult(actor=actor, operation=found.operation, do=do)


def imports(
    *, actor: Actor, before: int | None = None, size: int = 100
) -> Result[tuple[BatchView, ...]]:
    """The imports within reach, the newest first; ``before`` is the last of the page before."""

    def do(work: Work) -> tuple[BatchView, ...]:
        rows = batches.within(work)
        if before is not None:
            rows = rows.filter(pk__lt=before)
        page = rows.order_by("-pk")[: max(1, min(size, LARGEST_PAGE))]
        return tuple(batches.view_of(batch, title_of(batch.kind)) for batch in page)

    return consult(actor=actor, operation=Operation.IMPORTS_READ, do=do)


def status(*, actor: Actor, batch_id: int) -> Result[ImportAnswer]:
    """What an import has done so far."""

    def do(work: Work) -> ImportAnswer:
        return batches.answer_of(batches.reached(work, batch_id))

    return consult(actor=actor, operation=Operation.IMPORTS_READ, do=do)


def title_of(kind: str) -> str:
    """What an import brought, in Portuguese."""
    return KINDS[kind].title if kind in KINDS else kind


def _preview(work: Work, kind: Kind, taken: Taken) -> Preview:
    rows = taken.rows
    earlier = (
        ImportBatch.objects.filter(
            office_id=work.actor.office_id, kind=kind.name, file_digest=taken.digest
        )
        .exclude(state=ImportBatchState.UNDONE)
        .values_list("pk", flat=True)
        .first()
    )
    return Preview(
        kind=kind.name,
        file_name=taken.name,
        digest=taken.digest,
        columns=tuple(
            ColumnView(
                name=column.name,
                title=column.label,
                required=column.required,
                header=rows.mapping.get(column.name),
            )
            for column in kind.columns
        ),
        headers=rows.headers,
        unused=rows.unused,
        total_rows=len(taken.ordered),
        unreadable=len(rows.refused),
        sample=tuple(tuple(map(cell_text, row.cells)) for row in taken.ordered[:SAMPLE]),
        imported_as=earlier,
    )
