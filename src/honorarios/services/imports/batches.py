"""Imports on record: begun once for a file, locked by each chunk, told to whoever asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Count, Q, Sum

from honorarios.catalogue.importers import ImportMapping
from honorarios.core.vocabulary import LineStatus
from honorarios.records.models import FeeLine, ImportBatch, ImportBatchState, ImportRow
from honorarios.services import access
from honorarios.services.imports import codes
from honorarios.services.imports.answers import BatchView, Identical, ImportAnswer
from honorarios.services.imports.fates import IMPORTED, PENDING, REFUSED, UNDONE
from honorarios.services.imports.known import NAMELESS
from honorarios.services.imports.reasons import reasons_of
from honorarios.services.operations import Operation
from honorarios.services.outcomes import at, not_found, refuse
from honorarios.services.permissions import allows

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from honorarios.services.imports.file import Taken
    from honorarios.services.work import Work

RUNNING = ImportBatchState.RUNNING.value
DONE = ImportBatchState.DONE.value
LONGEST_NAME = 255


def options_of(taken: Taken, same: Identical) -> dict[str, Any]:
    """What an import was asked to do with its file, ready for JSON; a resumed one must ask the same."""
    return {
        "mapping": taken.mapping.model_dump(mode="json"),
        "identical": same.value,
        "headers": list(taken.rows.headers),
        "found": dict(taken.rows.mapping),
    }


def mapping_of(batch: ImportBatch) -> ImportMapping:
    """The mapping that an import was asked for."""
    return ImportMapping.model_validate(batch.options["mapping"])


def begin(work: Work, kind: str, taken: Taken, same: Identical) -> ImportBatch:
    """The import of a file: a new one, one to go on with, or the one that did it already.

    Stops where the file was begun with other options, with another number of rows, or by somebody whose
    imports the actor doesn't reach.
    """
    options = options_of(taken, same)
    batch, is_new = ImportBatch.objects.exclude(state=ImportBatchState.UNDONE).get_or_create(
        office_id=work.actor.office_id,
        kind=kind,
        file_digest=taken.digest,
        defaults={
            "file_name": taken.name[-LONGEST_NAME:],
            "options": options,
            "total_rows": len(taken.ordered),
            "created_by_id": work.actor.user_id,
        },
    )
    if is_new:
        told = {"kind": kind, "digest": taken.digest, "rows": batch.total_rows}
        work.record("import", batch.pk, told)
    elif batch.state == RUNNING:
        _stop_unless_same(work, batch, options, len(taken.ordered))
    return batch


def _stop_unless_same(work: Work, batch: ImportBatch, options: dict[str, Any], now: int) -> None:
    """Stop where going on with an import would be another import."""
    if not reaches(work, batch):
        refuse(at(codes.RUNNING, batch=batch.pk))
    if batch.options != options:
        refuse(at(codes.OTHER_OPTIONS, batch=batch.pk))
    if batch.total_rows != now:
        refuse(at(codes.CHANGED, now=now, before=batch.total_rows, batch=batch.pk))


def lock(batch_id: int) -> ImportBatch:
    """Lock an import, before anything else of its transaction."""
    return ImportBatch.objects.select_for_update(of=("self",), no_key=True).get(pk=batch_id)


def within(work: Work) -> QuerySet[ImportBatch]:
    """The imports that an actor reaches: the office's, or their own for who is kept to some units.

    A file may bring rows of any unit, refused ones too, so that nobody else's can be shown to them. Who
    may see no patients reaches no import that names them.
    """
    batches = ImportBatch.objects.filter(office_id=work.actor.office_id)
    if not allows(work.actor, Operation.PATIENTS_READ):
        batches = batches.filter(kind__in=NAMELESS)
    if work.scope.unit_ids is None:
        return batches
    return batches.filter(created_by_id=work.actor.user_id)


def reaches(work: Work, batch: ImportBatch) -> bool:
    """Whether an import is one that an actor reaches."""
    return work.scope.unit_ids is None or batch.created_by_id == work.actor.user_id


def reached(work: Work, batch_id: int) -> ImportBatch:
    """An import within reach; stops with PER-NOT-FOUND."""
    what = f"A importação {batch_id}"
    if not 0 < batch_id <= access.LARGEST_KEY:
        not_found(what)
    return access.one(within(work), what, pk=batch_id)


def outline_of(batch: ImportBatch) -> ImportAnswer:
    """An import as it is told to whoever may not see its rows."""
    return ImportAnswer(
        batch_id=batch.pk,
        kind=batch.kind,
        file_name="",
        state=batch.state,
        total_rows=batch.total_rows,
        done_rows=batch.done_rows,
    )


def answer_of(batch: ImportBatch) -> ImportAnswer:
    """What an import has done so far."""
    rows = ImportRow.objects.filter(batch=batch)
    states = dict(rows.order_by().values_list("state").annotate(Count("pk")))
    lines = FeeLine.objects.filter(import_batch=batch)
    sums = lines.aggregate(
        lines=Count("pk"),
        total=Sum("total", filter=~Q(status=LineStatus.REVERSED.code_name), default=0),
        charged=Sum("charged", filter=~Q(status=LineStatus.REVERSED.code_name), default=0),
    )
    return ImportAnswer(
        batch_id=batch.pk,
        kind=batch.kind,
        file_name=batch.file_name,
        state=batch.state,
        total_rows=batch.total_rows,
        done_rows=batch.done_rows,
        imported=states.get(IMPORTED.value, 0),
        refused=states.get(REFUSED.value, 0),
        pending=states.get(PENDING.value, 0),
        undone=states.get(UNDONE.value, 0),
        reasons=reasons_of(rows),
        **sums,
    )


def view_of(batch: ImportBatch, title: str) -> BatchView:
    """An import in a list."""
    return BatchView(
        id=batch.pk,
        kind=batch.kind,
        title=title,
        file_name=batch.file_name,
        state=batch.state,
        total_rows=batch.total_rows,
        done_rows=batch.done_rows,
        created_at=batch.created_at,
        user_id=batch.created_by_id,
        finished_at=batch.finished_at,
        undone_at=batch.undone_at,
    )
