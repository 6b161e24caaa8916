"""Putting many lines back as they were before a change, and the list of such changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Q

from honorarios.core.findings import Place
from honorarios.core.vocabulary import PartStatus
from honorarios.launching.states import LAUNCHABLE
from honorarios.records import selectors
from honorarios.records.models import BulkEdit, BulkEditLine, FeeLine, FeeLineVersion
from honorarios.services import locks
from honorarios.services.bulk import codes
from honorarios.services.bulk.answers import BatchView, Kept, Undone
from honorarios.services.fees.posting import told_lines
from honorarios.services.operations import Operation
from honorarios.services.outcomes import at, not_found, refuse
from honorarios.services.permissions import allows
from honorarios.services.work import consult, perform
from honorarios.services.writer.rows import FACTS
from honorarios.services.writer.versions import WRITTEN
from honorarios.services.writer.wide import allow_wide_inserts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.db.models import QuerySet

    from honorarios.core.findings import Finding
    from honorarios.records.models import AccountPart
    from honorarios.records.selectors import Scope
    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work

LISTED: Final = 50
OPEN: Final = sorted(status.code_name for status in LAUNCHABLE)


def undo(*, actor: Actor, uid: UUID | str, key: str | None = None) -> Result[Undone]:
    """Put the lines of a change back as they were, each as its next version.

    Those that changed again since, or whose part is no longer open, stay as they are and are told.
    """
    return perform(
        actor=actor,
        operation=Operation.FEES_BULK,
        answer=Undone,
        do=lambda work: _undo(work, uid),
        key=key,
        request=["undo", str(uid)],
    )


def batches(*, actor: Actor) -> Result[tuple[BatchView, ...]]:
    """The latest changes of many lines whose lines are all within reach, the newest first."""
    return consult(actor=actor, operation=Operation.FEES_BULK, do=_batches)


def _batches(work: Work) -> tuple[BatchView, ...]:
    left = Q(lines__line__version=F("lines__after"), lines__line__part__status__in=OPEN)
    rows = _reached(work.scope).annotate(
        changed=Count("lines"), undoable=Count("lines", filter=left)
    )
    found = rows.select_related("user").order_by("-pk")[:LISTED]
    return tuple(
        BatchView(
            uid=row.uid,
            changes=row.changes,
            author=str(row.user),
            made_at=row.made_at,
            undone_at=row.undone_at,
            lines=row.changed,
            undoable=0 if row.undone_at is not None else row.undoable,
        )
        for row in found
    )


def _reached(scope: Scope) -> QuerySet[BulkEdit]:
    """The changes of the office all of whose lines are within reach."""
    lines = selectors.lines(scope).values("pk")
    others = BulkEditLine.objects.filter(bulk=OuterRef("pk")).exclude(line__in=lines)
    return selectors.owned(BulkEdit, scope).filter(~Exists(others))


def _undo(work: Work, uid: UUID | str) -> Undone:
    batch = _batch(work, uid)
    changed = list(BulkEditLine.objects.filter(bulk=batch).order_by("line_id"))
    lines = FeeLine.objects.filter(pk__in=[one.line_id for one in changed])
    parts = locks.parts(set(lines.values_list("part_id", flat=True)))
    rows = locks.lines([one.line_id for one in changed])
    # Read again now that its lines are locked: somebody may have undone it meanwhile.
    if BulkEdit.objects.filter(pk=batch.pk, undone_at__isnull=False).exists():
        refuse(at(codes.UNDONE))
    against = {one.line_id: _against(work, one, rows[one.line_id], parts) for one in changed}
    back = [one for one in changed if against[one.line_id] is None]
    if not back:
        refuse(at(codes.NOTHING_TO_UNDO))
    restored = _restore(work, back, rows)
    BulkEdit.objects.filter(pk=batch.pk).update(undone_at=work.now)
    work.record("bulk", batch.uid, {"undone": True, **told_lines(restored)})
    kept = tuple(
        Kept(rows[key].uid, rows[key].code, finding)
        for key, finding in against.items()
        if finding is not None
    )
    return Undone(batch.uid, len(restored), kept)


def _batch(work: Work, uid: UUID | str) -> BulkEdit:
    try:
        name = uid if isinstance(uid, UUID) else UUID(str(uid))
    except ValueError:
        not_found("A alteração em lote")
    found = _reached(work.scope).filter(uid=name).first()
    return not_found("A alteração em lote") if found is None else found


def _against(
    work: Work, one: BulkEditLine, row: FeeLine, parts: Mapping[int, AccountPart]
) -> Finding | None:
    """Why a line stays as it is, if it does."""
    part = parts[row.part_id]
    closed = part.status == PartStatus.CLOSED.code_name
    forbidden = closed and not allows(work.actor, Operation.FEES_CHANGE_CLOSED)
    if row.version != one.after:
        return codes.CHANGED_SINCE.at(Place())
    if part.status not in OPEN or forbidden:
        return codes.FROZEN.at(Place())
    return None


def _restore(work: Work, back: list[BulkEditLine], rows: Mapping[int, FeeLine]) -> list[FeeLine]:
    """Write what each line said before as its next version."""
    asked = Q()
    for one in back:
        asked |= Q(line_id=one.line_id, version=one.before)
    earlier = {version.line_id: version for version in FeeLineVersion.objects.filter(asked)}
    restored = []
    for one in back:
        row, was = rows[one.line_id], earlier[one.line_id]
        for name in FACTS:
            setattr(row, name, getattr(was, name))
        row.version, row.created_at, row.created_by_id = one.after + 1, work.now, work.actor.user_id
        restored.append(row)
    allow_wide_inserts()
    FeeLine.objects.bulk_update(restored, WRITTEN)
    return restored
