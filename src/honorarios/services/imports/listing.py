"""What became of the rows of an import, to be read and to be mended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from honorarios.records.models import ImportRow, ImportRowState
from honorarios.services.imports import batches, codes
from honorarios.services.imports.answers import RefusedFile, RowPage
from honorarios.services.imports.fates import REFUSED, restored, unpacked, view_of
from honorarios.services.operations import Operation
from honorarios.services.outcomes import at, refuse
from honorarios.services.work import consult
from honorarios.tabular import RefusedRow, write_refused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from django.db.models import QuerySet

    from honorarios.records.models import ImportBatch
    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work

LARGEST_PAGE: Final = 1_000


def rows(
    *,
    actor: Actor,
    batch_id: int,
    state: ImportRowState | None = None,
    after: int = 0,
    size: int = 100,
) -> Result[RowPage]:
    """Rows of an import in their order, each with its state and its reasons.

    Args:
        actor: Who asks.
        batch_id: The import.
        state: Only those in this state.
        after: The number of the last row of the page before.
        size: Rows of a page.
    """

    def do(work: Work) -> RowPage:
        batch = batches.reached(work, batch_id)
        found = ImportRow.objects.filter(batch=batch, number__gt=after)
        if state is not None:
            found = found.filter(state=state.value)
        most = max(1, min(size, LARGEST_PAGE))
        page = list(found.order_by("number")[: most + 1])
        _seen(work, batch, sum(row.content is not None for row in page[:most]))
        return RowPage(
            headers=tuple(batch.options["headers"]),
            rows=tuple(map(view_of, page[:most])),
            next=page[most - 1].number if len(page) > most else None,
        )

    return consult(actor=actor, operation=Operation.IMPORTS_READ, do=do)


def refused(*, actor: Actor, batch_id: int, out: Path) -> Result[RefusedFile]:
    """Write the refused rows of an import to a CSV, with their reasons, to be mended and imported.

    A file that exists is not replaced.
    """

    def do(work: Work) -> RefusedFile:
        batch = batches.reached(work, batch_id)
        found = ImportRow.objects.filter(batch=batch, state=REFUSED.value)
        count = found.count()
        if not count:
            work.notice(at(codes.NOTHING_REFUSED, batch=batch.pk))
            return RefusedFile(batch_id=batch.pk, path="", rows=0)
        _seen(work, batch, count)
        existed = out.exists()
        problem = write_refused(out, batch.options["headers"], _refused(found))
        if problem is not None:
            if not existed:
                out.unlink(missing_ok=True)
            refuse(problem)
        return RefusedFile(batch_id=batch.pk, path=str(out), rows=count)

    return consult(actor=actor, operation=Operation.IMPORTS_READ, do=do)


def _seen(work: Work, batch: ImportBatch, count: int) -> None:
    """Record that rows as they came were shown: they may name patients."""
    if count:
        work.record("import", batch.pk, {"rows": count})


def _refused(found: QuerySet[ImportRow]) -> Iterator[RefusedRow]:
    for row in found.order_by("number").iterator():
        findings = tuple(restored(kept, row.number) for kept in row.findings)
        yield RefusedRow(row.number, unpacked(row.content), findings)
