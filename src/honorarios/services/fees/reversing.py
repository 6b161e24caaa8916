"""Reversing a fee with its division, its difference and its automatic fees (``spec: launching 3.3``)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from honorarios.core.vocabulary import LineStatus
from honorarios.launching.again import entry_again
from honorarios.launching.reversal import reverse as reverse_lines
from honorarios.services import texts
from honorarios.services.fees.bundles import hold
from honorarios.services.fees.evaluate import closed, in_force
from honorarios.services.fees.posting import told_lines
from honorarios.services.fees.views import Changed, uids_of, view, views
from honorarios.services.loader import Wanted, load
from honorarios.services.operations import Operation
from honorarios.services.outcomes import Result, not_found, refuse
from honorarios.services.routing.standing import give_back, hold_surgeries
from honorarios.services.work import perform
from honorarios.services.writer import Writer

if TYPE_CHECKING:
    from uuid import UUID

    from honorarios.launching.reversal import Mirror
    from honorarios.records.models import FeeLine
    from honorarios.services.actor import Actor
    from honorarios.services.fees.bundles import Held
    from honorarios.services.work import Work


def reverse(
    *,
    actor: Actor,
    uid: UUID | str,
    reason: str,
    version: int | None = None,
    key: str | None = None,
    dry_run: bool = False,
) -> Result[Changed]:
    """Write an opposite line for a line and for all that its act brought; both are frozen then.

    Args:
        actor: Who reverses.
        uid: The line: any line of a division, or the private one of a difference, stands for its act.
        reason: Why, for the reversal and the audit trail; never empty.
        version: The version that the person saw, if it matters.
        key: Idempotency key.
        dry_run: Answer what would be written, and write nothing.
    """
    return perform(
        actor=actor,
        operation=Operation.FEES_REVERSE,
        answer=Changed,
        do=lambda work: reverse_line(work, uid, reason, version),
        key=key,
        request=[str(uid), reason, version],
        dry_run=dry_run,
    )


def reverse_line(work: Work, uid: UUID | str, reason: str, version: int | None = None) -> Changed:
    """Reverse a line within a unit of work; stops with whatever forbids it."""
    why = texts.reason(reason)
    hold_surgeries(work, uid)
    held = hold(work, uid, version)
    entry = entry_again(held.bundle)
    loaded = load(work.scope, [Wanted(held.part_id, entry)], lock=True)
    if not loaded.reaches(held.part_id):
        not_found("O lançamento")
    context = loaded.context(held.part_id, entry)
    reversal = reverse_lines(held.lines, held.which, context, why)
    finding = closed(work.actor, loaded, held.part_id, entry.place("part"))
    if reversal.blocked or finding is not None:
        refuse(*reversal.findings, *(() if finding is None else (finding,)))
    work.notice(*reversal.findings)
    version_in_force, _ = in_force(work.actor.office_id)
    writer = Writer(loaded, version_in_force, work.actor.user_id)
    rows = writer.mirror(reversal.mirrors, held.rows)
    work.record("line", held.which.key, {"reason": why, **told_lines(rows)})
    give_back(work, held.rows)
    return _answer(held, reversal.mirrors, rows)


def _answer(held: Held, mirrors: tuple[Mirror, ...], rows: list[FeeLine]) -> Changed:
    """The originals, as the database left them, and their opposites."""
    uids = uids_of(held.rows.values())
    originals = [
        replace(
            view(mirror.of.line, held.row(mirror.of), uids),
            status=LineStatus.REVERSED.code_name,
            version=mirror.of.version + 1,
        )
        for mirror in mirrors
    ]
    return Changed(tuple(originals), views([one.line for one in mirrors], rows, uids))
