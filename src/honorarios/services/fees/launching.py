"""Launching fees on an account part: for real, as a dry run, and with a question answered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from honorarios.services import habits
from honorarios.services.fees import codes
from honorarios.services.fees.evaluate import evaluate, in_force
from honorarios.services.fees.posting import Posted, post
from honorarios.services.fees.views import Launched
from honorarios.services.loader import Wanted, load
from honorarios.services.operations import Operation
from honorarios.services.outcomes import Result, at, not_found, refuse
from honorarios.services.work import consult, perform

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from honorarios.launching.model import Entry, PackageDecision
    from honorarios.services.actor import Actor
    from honorarios.services.work import Work

BULK_ENTRIES: Final = 2_000
"""Entries of one transaction of :func:`launch_many`."""


def launch(
    *,
    actor: Actor,
    part_id: int,
    entries: Sequence[Entry],
    dry_run: bool = False,
    key: str | None = None,
) -> Result[Launched]:
    """Launch fees on a part: all of them, or none where any has an error or a question.

    A surgery is one call: its entries are evaluated in order, in one transaction.

    Args:
        actor: Who launches.
        part_id: The account part.
        entries: What to launch.
        dry_run: Answer what would be written, and write nothing.
        key: Idempotency key: the same request with it again has the answer of the first.
    """
    if dry_run:
        return preview(actor=actor, part_id=part_id, entries=entries)
    answer = perform(
        actor=actor,
        operation=Operation.FEES_LAUNCH,
        answer=Launched,
        do=lambda work: _launch(work, part_id, entries),
        key=key,
        request=[part_id, list(entries)],
    )
    if answer.ok and not answer.replayed and actor.is_a_person:
        # The fees are on record already: whether the habit could be kept changes nothing of the answer.
        habits.learn(actor=actor, entries=entries)
    return answer


def preview(*, actor: Actor, part_id: int, entries: Sequence[Entry]) -> Result[Launched]:
    """What launching would write, its findings and its questions."""
    return consult(
        actor=actor,
        operation=Operation.FEES_PREVIEW,
        do=lambda work: _preview(work, part_id, entries),
    )


def confirm(
    *,
    actor: Actor,
    part_id: int,
    entries: Sequence[Entry],
    decisions: Mapping[str | int, PackageDecision],
    key: str | None = None,
) -> Result[Launched]:
    """Launch entries whose questions about the package are answered, by the entries' own keys.

    A decision that no entry asked for answers LAN-DECISION and nothing is written: whoever misspelt a
    key meant it for some entry.
    """
    unknown = decisions.keys() - {entry.key for entry in entries}
    if unknown:
        named = sorted(unknown, key=str)
        return Result(
            findings=tuple(at(codes.UNKNOWN_DECISION, "decisions", key=key) for key in named)
        )
    decided = [
        entry
        if entry.key is None or entry.key not in decisions
        else replace(entry, package_decision=decisions[entry.key])
        for entry in entries
    ]
    return launch(actor=actor, part_id=part_id, entries=decided, key=key)


def launch_many(*, actor: Actor, wanted: Sequence[Wanted]) -> Iterator[Result[Launched]]:
    """Launch entries on many parts, some thousands a transaction; what can't be written is left out.

    The same function as :func:`launch`. A transaction that is refused has written nothing, and the
    following ones are still tried.
    """
    for first in range(0, len(wanted), BULK_ENTRIES):
        chunk = wanted[first : first + BULK_ENTRIES]
        yield perform(
            actor=actor,
            operation=Operation.FEES_LAUNCH,
            answer=Launched,
            do=lambda work, chunk=chunk: post(work, chunk, whole=False).answer(),  # type: ignore[misc]
        )


def _launch(work: Work, part_id: int, entries: Sequence[Entry]) -> Launched:
    return post(work, _ordinary(part_id, entries)).answer()


def _preview(work: Work, part_id: int, entries: Sequence[Entry]) -> Launched:
    wanted = _ordinary(part_id, entries)
    loaded = load(work.scope, wanted, lock=False)
    if not loaded.reaches(part_id):
        not_found(f"A parcial {part_id}")
    _, pricer = in_force(work.actor.office_id)
    outcomes = evaluate(work.actor, loaded, wanted, pricer)
    work.notice(*(finding for outcome in outcomes for finding in outcome.findings))
    return Posted(tuple(outcomes), (None,) * len(outcomes)).answer()


def _ordinary(part_id: int, entries: Sequence[Entry]) -> list[Wanted]:
    """The entries of a part; special ones have their own verb (V6), and stop this one."""
    special = [entry for entry in entries if entry.special]
    if special:
        refuse(*(codes.SPECIAL_VERB.at(entry.place("special")) for entry in special))
    if not entries:
        refuse(at(codes.NO_ENTRY))
    return [Wanted(part_id, entry) for entry in entries]
