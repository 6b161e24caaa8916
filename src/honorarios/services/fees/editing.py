"""Editing a fee of an open or closed part: a new version of every line of its act."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from honorarios.launching.again import entry_again
from honorarios.launching.edit import edit as edit_lines
from honorarios.launching.model import Request
from honorarios.launching.reading import TITLES, read_entry
from honorarios.launching.reversal import mirror
from honorarios.services.fees import codes
from honorarios.services.fees.bundles import hold
from honorarios.services.fees.evaluate import closed, in_force, payable, registered
from honorarios.services.fees.posting import told_lines
from honorarios.services.fees.views import Changed, uids_of, views
from honorarios.services.loader import Wanted, load
from honorarios.services.operations import Operation
from honorarios.services.outcomes import Result, at, not_found, refuse
from honorarios.services.work import perform
from honorarios.services.writer import Post, Writer, next_versions

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from honorarios.launching.edit import Edit
    from honorarios.launching.model import Entry
    from honorarios.records.models import CatalogueVersion, FeeLine
    from honorarios.services.actor import Actor
    from honorarios.services.fees.bundles import Held
    from honorarios.services.loader import Loaded
    from honorarios.services.work import Work

FIELDS: Final = tuple(name for name in TITLES if name != "special")
"""What can be changed of a line, by the names of :func:`~honorarios.launching.reading.read_entry`."""
LEFT_OUT: Final = "O ato, alterado, deixou de fazer este lançamento."
"""Why a line is reversed that the edited act no longer makes."""


def edit(
    *,
    actor: Actor,
    uid: UUID | str,
    version: int,
    changes: Mapping[str, object],
    key: str | None = None,
    dry_run: bool = False,
) -> Result[Changed]:
    """Change some fields of a line, and with it its whole division, difference included.

    Everything is evaluated again, as in an insertion, with the prices of today's catalogue. The version
    that is replaced stays on record.

    Args:
        actor: Who edits.
        uid: The line: any line of a division, or the private one of a difference, stands for its act.
        version: The version that the person saw; another one by now stops with EST-STALE.
        changes: New values, or their texts, of some of :data:`FIELDS`; None empties a field.
        key: Idempotency key.
        dry_run: Answer what would be written, and write nothing.
    """
    return perform(
        actor=actor,
        operation=Operation.FEES_EDIT,
        answer=Changed,
        do=lambda work: _edit(work, uid, version, changes),
        key=key,
        request=[str(uid), version, dict(changes)],
        dry_run=dry_run,
    )


def _edit(work: Work, uid: UUID | str, version: int, changes: Mapping[str, object]) -> Changed:
    _check_fields(changes)
    held = hold(work, uid, version)
    entry = changed(entry_again(held.bundle), changes)
    loaded = _loaded(work, held, entry)
    catalogue, pricer = in_force(work.actor.office_id)
    context = loaded.context(held.part_id, entry)
    request = Request(registered(entry, loaded), context, replaces=held.which)
    plan = edit_lines(request, held.lines, pricer)
    (outcome,) = payable(
        work.actor.office_id, loaded, [Wanted(held.part_id, entry)], [plan.outcome]
    )
    if not outcome.ready:
        refuse(*outcome.findings)
    work.notice(*plan.outcome.findings)
    answer, rows = _write(work, held, loaded, plan, catalogue)
    work.record("line", held.which.key, {"fields": sorted(changes), **told_lines(rows)})
    return answer


def changed(entry: Entry, changes: Mapping[str, object]) -> Entry:
    """An entry with some fields read anew; what cannot be read is told with the other findings."""
    given = read_entry(changes)
    return replace(
        entry, unread=given.unread, key=None, **{name: getattr(given, name) for name in changes}
    )


def _check_fields(changes: Mapping[str, object]) -> None:
    unknown = [name for name in changes if name not in FIELDS]
    if unknown:
        known = ", ".join(FIELDS)
        refuse(*(at(codes.UNKNOWN_FIELD, name, name=name, known=known) for name in unknown))


def _loaded(work: Work, held: Held, entry: Entry) -> Loaded:
    """The act's part with its account, locked; stops where the actor may not change it."""
    loaded = load(work.scope, [Wanted(held.part_id, entry)], lock=True)
    if not loaded.reaches(held.part_id):
        not_found("O lançamento")
    finding = closed(work.actor, loaded, held.part_id, entry.place("part"))
    if finding is not None:
        refuse(finding)
    return loaded


def _write(
    work: Work, held: Held, loaded: Loaded, plan: Edit, catalogue: CatalogueVersion
) -> tuple[Changed, list[FeeLine]]:
    post = Post(part_id=held.part_id, outcome=plan.outcome)
    writer = Writer(loaded, catalogue, work.actor.user_id)
    writer.open_private_parts([post])
    edited = next_versions(
        plan.versions,
        held.rows,
        loaded,
        catalogue=catalogue,
        author_id=work.actor.user_id,
        now=work.now,
    )
    known = {version.number: held.row(version.of) for version in plan.versions}
    group = held.row(held.bundle.head).split_group
    added = writer.add(post, plan.added, known, group)
    mirrors = [mirror(one, LEFT_OUT) for one in plan.removed]
    reversals = writer.mirror(mirrors, held.rows)
    lines = [version.line for version in plan.versions]
    new = [plan.outcome.lines[number] for number in plan.added] + [one.line for one in mirrors]
    uids = uids_of([*held.rows.values(), *added])
    answer = Changed(views(lines, edited, uids), views(new, [*added, *reversals], uids))
    return answer, [*edited, *added, *reversals]
