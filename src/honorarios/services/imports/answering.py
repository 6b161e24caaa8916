"""Answering the questions of an import's rows, all alike or some of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from honorarios.records.models import ImportRow
from honorarios.services.imports import batches, codes
from honorarios.services.imports.answers import Decision, Identical, ImportAnswer
from honorarios.services.imports.fates import PENDING, stored, unpacked
from honorarios.services.imports.fees import FeeTaker
from honorarios.services.imports.file import headers_of
from honorarios.services.imports.known import kind_of
from honorarios.services.operations import Operation
from honorarios.services.outcomes import Result, at, refuse
from honorarios.services.work import consult, perform
from honorarios.tabular import Record, Records, rows_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from honorarios.records.models import ImportBatch
    from honorarios.services.actor import Actor
    from honorarios.services.imports.fates import Fate
    from honorarios.services.imports.file import FileRow
    from honorarios.services.work import Work

CHUNK_ROWS: Final = 1_000
LAST: Final = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Answered:
    """What a transaction did."""

    last: int
    """The number of the last row that was answered; after all of them, none follows."""
    rows: int


def answer(
    *,
    actor: Actor,
    batch_id: int,
    decision: Decision,
    numbers: Collection[int] | None = None,
    about: str | None = None,
) -> Result[ImportAnswer]:
    """Answer pending rows of an import: each is launched, or refused with its reason.

    Rows are answered some thousands a transaction; whatever stops it, the same call answers the rest.

    Args:
        actor: Who decides.
        batch_id: The import.
        decision: ``confirm`` or ``decline``.
        numbers: Rows of the file; None is every pending one.
        about: Code of the finding that asks: ``REG-IMPORT-HELD`` of rows identical to a line,
            ``REG-IMPORT-ASKED`` of questions about a package; None is both.
    """
    findings = []
    last, rows = 0, 0
    while last < LAST:
        done = perform(
            actor=actor,
            operation=Operation.IMPORTS_FEES,
            answer=Answered,
            do=lambda work, last=last: _answer(work, batch_id, decision, last, numbers, about),  # type: ignore[misc]
        )
        if done.value is None or not done.ok:
            return Result(None, done.findings)
        last, rows = done.value.last, rows + done.value.rows
    if not rows:
        findings.append(at(codes.NOTHING_PENDING, batch=batch_id))

    def told(work: Work) -> ImportAnswer:
        work.notice(*findings)
        return batches.answer_of(batches.reached(work, batch_id))

    return consult(actor=actor, operation=Operation.IMPORTS_FEES, do=told)


def _answer(
    work: Work,
    batch_id: int,
    decision: Decision,
    after: int,
    numbers: Collection[int] | None,
    about: str | None,
) -> Answered:
    batch = batches.lock(batches.reached(work, batch_id).pk)
    if batch.state == batches.RUNNING:
        refuse(at(codes.STILL_RUNNING, batch=batch.pk))
    found = ImportRow.objects.filter(batch=batch, state=PENDING.value, number__gt=after)
    page = list(found.order_by("number")[:CHUNK_ROWS])
    last = page[-1].number if len(page) == CHUNK_ROWS else LAST
    chosen = [row for row in page if _is_meant(row, numbers, about)]
    if chosen:
        same = Identical.LAUNCH if decision is Decision.CONFIRM else Identical.HOLD
        taker = FeeTaker(batches.mapping_of(batch), same, decision)
        fates = taker.write(work, taker.read(again(batch, chosen)), batch.pk)
        keep(batch, chosen, fates)
        work.record("import", batch.pk, {"decision": decision.value, "rows": len(chosen)})
    return Answered(last, len(chosen))


def _is_meant(row: ImportRow, numbers: Collection[int] | None, about: str | None) -> bool:
    named = numbers is None or row.number in numbers
    return named and (about is None or any(kept["code"] == about for kept in row.findings))


def again(batch: ImportBatch, rows: Sequence[ImportRow]) -> list[FileRow]:
    """Rows as the file had them, read again."""
    kind = kind_of(batch.kind)
    header = Record(0, batch.options["headers"])
    records = [Record(row.number, unpacked(row.content)) for row in rows]
    taken = rows_of(
        Records(batch.file_name, [header, *records]), kind.columns, batch.options["found"]
    )
    return sorted([*taken.rows, *taken.refused], key=lambda row: row.number)


def keep(batch: ImportBatch, rows: Sequence[ImportRow], fates: Sequence[Fate]) -> None:
    """Put on record what became of rows that were taken in once more."""
    headers = headers_of(batch.options["found"], kind_of(batch.kind))
    for row, fate in zip(rows, fates, strict=True):
        row.state = fate.state.value
        row.findings = [stored(finding, headers) for finding in fate.findings]
        if fate.state.value == "imported":
            row.content = None
    ImportRow.objects.bulk_update(rows, ["state", "findings", "content"], batch_size=500)
