"""Importing a file: begun once, chunk by chunk, gone on with after whatever stopped it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, cast

from django.utils import timezone

from honorarios.records.models import ImportBatch
from honorarios.services.imports import batches, codes
from honorarios.services.imports.answers import Identical, ImportAnswer, Progress
from honorarios.services.imports.fates import IMPORTED, PENDING, REFUSED
from honorarios.services.imports.file import take
from honorarios.services.imports.known import kind_of
from honorarios.services.imports.trying import try_out
from honorarios.services.outcomes import Refusal, Refused, Result, at, refuse
from honorarios.services.permissions import scope
from honorarios.services.work import perform
from honorarios.services.writer.bulk import insert
from honorarios.services.writer.wide import remember_pages

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path
    from typing import Any

    from honorarios.catalogue.importers import ImportMapping
    from honorarios.core.findings import Finding
    from honorarios.services.actor import Actor
    from honorarios.services.imports.answers import OnProgress
    from honorarios.services.imports.fates import Fate
    from honorarios.services.imports.file import Taken
    from honorarios.services.imports.kinds import Kind
    from honorarios.services.work import Work

CHUNK_ROWS: Final = 2_000
"""Rows of one transaction: what a kill may cost, and what others may have to wait for."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """What a transaction did: the answer that tells nobody's data."""

    done_rows: int
    imported: int
    refused: int
    pending: int


def run(
    *,
    actor: Actor,
    path: Path,
    kind: str,
    mapping: ImportMapping | None = None,
    identical: Identical = Identical.HOLD,
    dry_run: bool = False,
    name: str = "",
    on_progress: OnProgress | None = None,
) -> Result[ImportAnswer]:
    """Import a file; the same file again goes on where it stopped, or has no effect.

    A row that is refused, or waits for an answer, keeps no other from being imported: the answer counts
    them, and is no refusal. A refusal is about the file, or about who may; what was done before stays,
    and the same call goes on from there.

    Args:
        actor: Who imports.
        path: CSV, XLSX, XLS, ODS or Parquet.
        kind: What it brings: ``fees``, or the name of a register.
        mapping: Headers by column, values for all rows, the sheet; names tell what it leaves out.
        identical: What to do with rows whose line is on the account already.
        dry_run: Answer what would be imported, with every finding, and write nothing.
        name: What the person calls the file, where it isn't the path's own name.
        on_progress: Told after each chunk.
    """
    try:
        found = kind_of(kind)
        scope(actor, found.operation)
    except Refused as refused:
        return Result(None, refused.findings)
    taken = take(path, found, mapping, name)
    if not taken.usable:
        return Result(None, taken.findings)
    if dry_run:
        return try_out(actor, found, taken, identical, on_progress)
    return _Run(actor, found, taken, identical, on_progress).all()


class _Run:
    """One call that imports a file."""

    def __init__(
        self,
        actor: Actor,
        kind: Kind,
        taken: Taken,
        same: Identical,
        on_progress: OnProgress | None,
    ) -> None:
        self._actor = actor
        self._kind = kind
        self._taken = taken
        self._same = same
        self._on_progress = on_progress
        self._taker = kind.taker(taken.mapping, same)
        self._findings = list(taken.findings)

    def all(self) -> Result[ImportAnswer]:
        """Begin or go on, chunk after chunk, to the end."""
        begun = self._perform(ImportAnswer, self._begin)
        answer = begun.value
        if answer is None or not begun.ok:
            return Result(None, (*self._findings, *begun.findings))
        self._findings += begun.findings
        if answer.state != batches.RUNNING:
            return Result(answer, tuple(self._findings), replayed=True)
        while answer.done_rows < answer.total_rows:
            self._tell(answer)
            chunk = self._chunk(answer)
            if chunk.value is None or not chunk.ok:
                return Result(answer, (*self._findings, *chunk.findings, *_stopped(answer, chunk)))
            answer = _further(answer, chunk.value)
        self._tell(answer)
        ended = self._perform(ImportAnswer, lambda _: batches.answer_of(batch_of(answer)))
        return Result(ended.value or answer, (*self._findings, *ended.findings))

    def _perform(self, answer: type[Any], do: Any) -> Result[Any]:  # noqa: ANN401 - of the answer's type
        return perform(actor=self._actor, operation=self._kind.operation, answer=answer, do=do)

    def _begin(self, work: Work) -> ImportAnswer:
        remember_pages()
        batch = batches.begin(work, self._kind.name, self._taken, self._same)
        if batch.state != batches.RUNNING:
            day = timezone.localtime(batch.finished_at or batch.created_at).date()
            work.notice(at(codes.AGAIN, day=day, batch=batch.pk))
        elif batch.done_rows:
            done, total = batch.done_rows, batch.total_rows
            work.notice(at(codes.RESUMED, done=done, total=total, batch=batch.pk))
        reaches = batches.reaches(work, batch)
        return batches.answer_of(batch) if reaches else batches.outline_of(batch)

    def _chunk(self, answer: ImportAnswer) -> Result[Chunk]:
        """Deal with the rows that follow; what can be understood beforehand holds nobody up."""
        first, batch_id = answer.done_rows, cast("int", answer.batch_id)
        asked = self._taker.read(self._taken.ordered[first : first + CHUNK_ROWS])

        def do(work: Work) -> Chunk:
            batch = self._locked(batch_id, first)
            fates = self._taker.write(work, asked, batch_id)
            record(work, batch_id, fates, self._taken.headers)
            batch.done_rows = first + len(fates)
            if batch.done_rows == batch.total_rows:
                batch.state, batch.finished_at = batches.DONE, work.now
                work.record("import", batch_id, {"done": batch.done_rows})
            batch.save(update_fields=["done_rows", "state", "finished_at"])
            return told(batch.done_rows, fates)

        return cast("Result[Chunk]", self._perform(Chunk, do))

    def _locked(self, batch_id: int, first: int) -> ImportBatch:
        """The import, if nobody else has gone on with it or undone it meanwhile."""
        batch = batches.lock(batch_id)
        if batch.state not in {batches.RUNNING, batches.DONE}:
            refuse(at(codes.GONE, batch=batch_id))
        if batch.done_rows != first:
            refuse(at(codes.RUNNING, batch=batch_id))
        return batch

    def _tell(self, answer: ImportAnswer) -> None:
        if self._on_progress is not None:
            self._on_progress(progress_of(answer))


def _stopped(answer: ImportAnswer, chunk: Result[Chunk]) -> list[Finding]:
    """That what was done stays and the rest goes on later, where the database stopped an import."""
    if chunk.refusal is not Refusal.UNAVAILABLE:
        return []
    done, total = answer.done_rows, answer.total_rows
    return [at(codes.STOPPED, batch=answer.batch_id, done=done, total=total)]


def batch_of(answer: ImportAnswer) -> ImportBatch:
    """The import that an answer is about."""
    return ImportBatch.objects.get(pk=cast("int", answer.batch_id))


def record(work: Work, batch_id: int, fates: Sequence[Fate], headers: Mapping[str, str]) -> None:
    """Put what became of rows on record."""
    office = work.actor.office_id
    insert([fate.record(office, batch_id, headers) for fate in fates])


def told(done_rows: int, fates: Iterable[Fate]) -> Chunk:
    """How many rows met each fate."""
    states = [fate.state for fate in fates]
    return Chunk(done_rows, *(states.count(state) for state in (IMPORTED, REFUSED, PENDING)))


def _further(answer: ImportAnswer, chunk: Chunk) -> ImportAnswer:
    return replace(
        answer,
        done_rows=chunk.done_rows,
        imported=answer.imported + chunk.imported,
        refused=answer.refused + chunk.refused,
        pending=answer.pending + chunk.pending,
    )


def progress_of(answer: ImportAnswer) -> Progress:
    """How far an import is."""
    return Progress(
        done=answer.done_rows,
        total=answer.total_rows,
        imported=answer.imported,
        refused=answer.refused,
        pending=answer.pending,
    )
