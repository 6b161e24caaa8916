"""Undoing a whole import: every line of its is reversed with what goes with it, or none is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from honorarios.core.findings import Place
from honorarios.core.vocabulary import LineStatus, PartStatus
from honorarios.launching import codes as rules
from honorarios.launching.again import entry_again
from honorarios.launching.bundle import bundle_of
from honorarios.launching.reversal import reverse
from honorarios.records.models import AccountPart, FeeLine, ImportBatchState, ImportRow
from honorarios.services import texts
from honorarios.services.fees.bundles import account_rows
from honorarios.services.fees.evaluate import in_force
from honorarios.services.fees.posting import told_lines
from honorarios.services.fees.recorded import recorded_of
from honorarios.services.imports import batches, codes
from honorarios.services.imports.answers import Undone
from honorarios.services.imports.fates import IMPORTED, PENDING, UNDONE
from honorarios.services.imports.known import KINDS
from honorarios.services.loader import Wanted, load
from honorarios.services.locks import accounts as lock_accounts
from honorarios.services.operations import Operation
from honorarios.services.outcomes import at, not_found, refuse
from honorarios.services.work import perform
from honorarios.services.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from honorarios.launching.bundle import Bundle
    from honorarios.launching.model import Recorded
    from honorarios.launching.reversal import Mirror
    from honorarios.records.models import ImportBatch
    from honorarios.services.actor import Actor
    from honorarios.services.loader import Loaded
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work

ACCOUNTS_AT_ONCE: Final = 200
PARTS_TOLD: Final = 5
ACTIVE: Final = LineStatus.ACTIVE.code_name


def undo(*, actor: Actor, batch_id: int, reason: str) -> Result[Undone]:
    """Reverse everything that an import launched and still stands, in one transaction.

    Every part that it launched on has to be open, and one that isn't keeps all from being undone. An
    import that stopped half-way can be undone too. The same file can then be imported again.

    Args:
        actor: Who undoes.
        batch_id: The import; of registers, there is no undoing.
        reason: Why, for the reversals and the audit trail; never empty.
    """
    return perform(
        actor=actor,
        operation=Operation.IMPORTS_UNDO,
        answer=Undone,
        do=lambda work: _undo(work, batch_id, reason),
    )


def _undo(work: Work, batch_id: int, reason: str) -> Undone:
    batch = batches.lock(batches.reached(work, batch_id).pk)
    why = texts.reason(reason)
    if batch.state == ImportBatchState.UNDONE:
        refuse(at(codes.UNDONE_ALREADY, batch=batch.pk))
    if batch.kind not in KINDS or not KINDS[batch.kind].has_lines:
        refuse(at(codes.NOT_UNDOABLE))
    if not why:
        refuse(rules.NO_REASON.at(Place(field="reason")))
    _stop_unless_open(batch)
    count = total = 0
    accounts = _accounts_of(batch)
    for first in range(0, len(accounts), ACCOUNTS_AT_ONCE):
        rows = _reverse(work, batch, accounts[first : first + ACCOUNTS_AT_ONCE], why)
        count, total = count + len(rows), total - sum(row.total for row in rows)
    undone = ImportRow.objects.filter(batch=batch, state__in=[IMPORTED.value, PENDING.value])
    rows_undone = undone.update(state=UNDONE.value)
    batch.state, batch.undone_at = ImportBatchState.UNDONE.value, work.now
    batch.save(update_fields=["state", "undone_at"])
    work.record("import", batch.pk, {"reason": why, "lines": count, "total": total})
    return Undone(batch_id=batch.pk, rows=rows_undone, lines=count, total=total)


def _accounts_of(batch: ImportBatch) -> list[int]:
    lines = FeeLine.objects.filter(import_batch=batch, status=ACTIVE)
    return sorted(set(lines.order_by().values_list("part__account_id", flat=True)))


def _stop_unless_open(batch: ImportBatch, account_ids: Sequence[int] | None = None) -> None:
    """Stop where a part with a line of the import is not open."""
    lines = FeeLine.objects.filter(import_batch=batch, status=ACTIVE)
    parts = AccountPart.objects.filter(pk__in=lines.values("part_id"))
    if account_ids is not None:
        parts = parts.filter(account_id__in=account_ids)
    shut = parts.exclude(status=PartStatus.OPEN.code_name).order_by("pk")
    named = shut.values_list("account__attendance__number", "account__number", "seq")
    found = list(named)
    if found:
        told = ", ".join(f"{number}/{account}/{seq}" for number, account, seq in found[:PARTS_TOLD])
        more = "" if len(found) <= PARTS_TOLD else "…"
        refuse(at(codes.PARTS_NOT_OPEN, batch=batch.pk, count=len(found), parts=told + more))


def _reverse(
    work: Work, batch: ImportBatch, account_ids: Sequence[int], reason: str
) -> list[FeeLine]:
    """Reverse what an import launched on some accounts."""
    lock_accounts(account_ids)
    _stop_unless_open(batch, account_ids)
    rows = {row.pk: row for row in account_rows(account_ids, lock=True)}
    bundles = _bundles(rows, batch.pk)
    wanted = [Wanted(int(str(one.part)), entry_again(one)) for _, one in bundles]
    loaded = load(work.scope, wanted, lock=True)
    mirrors = [
        mirror
        for (account, bundle), one in zip(bundles, wanted, strict=True)
        for mirror in _mirrors(loaded, account, bundle, one, reason)
    ]
    version, _ = in_force(work.actor.office_id)
    written = Writer(loaded, version, work.actor.user_id).mirror(mirrors, rows)
    work.record("import", batch.pk, told_lines(written))
    return written


def _bundles(rows: dict[int, FeeLine], batch_id: int) -> list[tuple[tuple[Recorded, ...], Bundle]]:
    """What an import launched and still stands, each with the lines of its account, in their order."""
    accounts: dict[int, list[Recorded]] = {}
    for row in rows.values():
        accounts.setdefault(row.part.account_id, []).append(recorded_of(row))
    found = []
    for lines in accounts.values():
        seen: set[Hashable] = set()
        for line in lines:
            if rows[int(str(line.key))].import_batch_id != batch_id or line.key in seen:
                continue
            bundle = bundle_of(lines, line)
            seen.update(member.key for member in bundle.lines)
            found.append((tuple(lines), bundle))
    return found


def _mirrors(
    loaded: Loaded, account: Sequence[Recorded], bundle: Bundle, wanted: Wanted, reason: str
) -> Sequence[Mirror]:
    """The opposite lines of a bundle; stops with whatever forbids them."""
    if not loaded.reaches(wanted.part_id):
        not_found("Um lançamento da importação")
    context = loaded.context(wanted.part_id, wanted.entry)
    reversal = reverse(account, bundle.head, context, reason)
    if reversal.blocked:
        refuse(*reversal.findings)
    return reversal.mirrors
