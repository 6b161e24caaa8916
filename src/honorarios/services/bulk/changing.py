"""Previewing a change of many lines, and making it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.records.models import BulkEdit, BulkEditLine
from honorarios.services.bulk import codes
from honorarios.services.bulk.answers import BulkAnswer, BulkPreview
from honorarios.services.bulk.plan import make_plan
from honorarios.services.fees.posting import told_lines
from honorarios.services.operations import Operation
from honorarios.services.outcomes import at, refuse
from honorarios.services.work import consult, perform
from honorarios.services.writer import next_versions
from honorarios.services.writer.wide import allow_wide_inserts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from honorarios.services.actor import Actor
    from honorarios.services.bulk.answers import Choice
    from honorarios.services.bulk.plan import Plan
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work


def preview(*, actor: Actor, choice: Choice, changes: Mapping[str, object]) -> Result[BulkPreview]:
    """What a change would make of the lines that were chosen, and the money that it moves.

    Args:
        actor: Who asks.
        choice: Which lines; the whole act of each goes along.
        changes: New values, or their texts, of some of :data:`CHANGEABLE`; none: prices of today.
    """
    return consult(
        actor=actor,
        operation=Operation.FEES_BULK,
        do=lambda work: make_plan(work, choice, changes, lock=False).told(),
    )


def apply(
    *,
    actor: Actor,
    choice: Choice,
    changes: Mapping[str, object],
    expected: str,
    key: str | None = None,
) -> Result[BulkAnswer]:
    """Make a change as it was previewed: every line that changes, or none.

    ``expected`` is the seal of the preview; where the change would do anything else by now, it stops with
    LAN-BULK-DIFFERS.
    """
    return perform(
        actor=actor,
        operation=Operation.FEES_BULK,
        answer=BulkAnswer,
        do=lambda work: _apply(work, choice, changes, expected),
        key=key,
        request=[choice, dict(changes), expected],
    )


def _apply(work: Work, choice: Choice, changes: Mapping[str, object], expected: str) -> BulkAnswer:
    plan = make_plan(work, choice, changes, lock=True)
    told = plan.told()
    if told.expected != expected:
        refuse(at(codes.DIFFERS))
    if not told.lines:
        refuse(at(codes.NONE))
    batch = _write(work, plan, changes)
    moved = told.after.charged - told.before.charged
    return BulkAnswer(batch.uid, len(told.lines), len(told.left_out), moved)


def _write(work: Work, plan: Plan, changes: Mapping[str, object]) -> BulkEdit:
    rows = plan.rows
    before = {int(str(one.of.key)): one.of.version for one in plan.versions}
    allow_wide_inserts()
    written = next_versions(
        plan.versions,
        rows,
        plan.loaded,
        catalogue=plan.catalogue,
        author_id=work.actor.user_id,
        now=work.now,
    )
    batch = BulkEdit.objects.create(
        office_id=work.actor.office_id,
        user_id=work.actor.user_id,
        changes={name: None if value is None else str(value) for name, value in changes.items()},
    )
    BulkEditLine.objects.bulk_create(
        BulkEditLine(
            office_id=batch.office_id,
            bulk=batch,
            line=row,
            before=before[row.pk],
            after=row.version,
        )
        for row in written
    )
    work.record("bulk", batch.uid, {"fields": sorted(changes), **told_lines(written)})
    return batch
