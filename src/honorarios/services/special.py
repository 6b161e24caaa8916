"""Special items (itens especiais): entered, reversed and entered again by verbs of their own (V6).

They are priced and checked as every fee is; what they don't have is an edit.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from honorarios.core.findings import Place
from honorarios.services import access
from honorarios.services.fees import Changed, Launched, Wanted, codes, post, reverse_line
from honorarios.services.operations import Operation
from honorarios.services.outcomes import refuse
from honorarios.services.work import perform

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from honorarios.launching.model import Entry
    from honorarios.records.models import FeeLine
    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work


@dataclass(frozen=True, slots=True)
class Reentered:
    """The answer to entering a special item again."""

    reversed: Changed
    launched: Launched


def launch(
    *, actor: Actor, part_id: int, entries: Sequence[Entry], key: str | None = None
) -> Result[Launched]:
    """Launch special items on a part, all or none."""
    return perform(
        actor=actor,
        operation=Operation.FEES_SPECIAL,
        answer=Launched,
        do=lambda work: _launch(work, part_id, entries),
        key=key,
        request=["launch", part_id, list(entries)],
    )


def reverse(
    *,
    actor: Actor,
    uid: UUID | str,
    reason: str,
    version: int | None = None,
    key: str | None = None,
) -> Result[Changed]:
    """Reverse a special item with all that it brought."""
    return perform(
        actor=actor,
        operation=Operation.FEES_SPECIAL,
        answer=Changed,
        do=lambda work: _reverse(work, uid, reason, version)[0],
        key=key,
        request=["reverse", str(uid), reason, version],
    )


def reenter(
    *,
    actor: Actor,
    uid: UUID | str,
    entry: Entry,
    reason: str,
    version: int | None = None,
    key: str | None = None,
) -> Result[Reentered]:
    """Reverse a special item and launch another in its place, in the same part: both or neither."""
    return perform(
        actor=actor,
        operation=Operation.FEES_SPECIAL,
        answer=Reentered,
        do=lambda work: _reenter(work, uid, entry, reason, version),
        key=key,
        request=["reenter", str(uid), entry, reason, version],
    )


def _launch(work: Work, part_id: int, entries: Sequence[Entry]) -> Launched:
    special = [Wanted(part_id, replace(entry, special=True)) for entry in entries]
    return post(work, special).answer()


def _reverse(
    work: Work, uid: UUID | str, reason: str, version: int | None
) -> tuple[Changed, FeeLine]:
    line = access.line(work.scope, uid)
    if not line.special:
        refuse(codes.NOT_SPECIAL.at(Place(field="uid"), number=line.number))
    return reverse_line(work, line.uid, reason, version), line


def _reenter(
    work: Work, uid: UUID | str, entry: Entry, reason: str, version: int | None
) -> Reentered:
    changed, line = _reverse(work, uid, reason, version)
    act = line if line.difference_of is None else line.difference_of
    return Reentered(changed, _launch(work, act.part_id, [entry]))
