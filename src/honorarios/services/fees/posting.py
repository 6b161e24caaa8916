"""Entries onto the record, within a unit of work: the one way in of forms, programs and imports."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from honorarios.services.audit import chain
from honorarios.services.collector import at_rest
from honorarios.services.fees import codes
from honorarios.services.fees.evaluate import evaluate, in_force
from honorarios.services.fees.views import Launched, answer
from honorarios.services.loader import load
from honorarios.services.outcomes import at, refuse
from honorarios.services.writer import Post, Writer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from honorarios.launching.model import Outcome
    from honorarios.records.models import FeeLine
    from honorarios.services.loader import Wanted
    from honorarios.services.work import Work

MANY_ENTRIES: Final = 500
"""Above this the collector of cycles costs more than it saves."""
TOLD_LINES: Final = 100
"""Up to here an event of the trail tells each line; above, the digest of all."""


@dataclass(frozen=True, slots=True)
class ImportSource:
    """Where imported entries come from."""

    batch_id: int
    rows: Sequence[int]
    """The row of the file of each entry, in order."""


@dataclass(frozen=True, slots=True)
class Posted:
    """What became of entries, in their order."""

    outcomes: tuple[Outcome, ...]
    rows: tuple[list[FeeLine] | None, ...]
    """The rows of each entry's lines; None where nothing of it was written."""

    def answer(self) -> Launched:
        """As it is shown to whoever asked."""
        pairs = zip(self.outcomes, self.rows, strict=True)
        entries = tuple(answer(outcome, rows) for outcome, rows in pairs)
        return Launched(any(self.rows), entries)


def post(
    work: Work,
    wanted: Sequence[Wanted],
    *,
    whole: bool = True,
    source: ImportSource | None = None,
) -> Posted:
    """Launch entries on the parts they name, in this unit of work.

    Args:
        work: The unit of work; what it may touch are the parts of its scope.
        wanted: The entries, with their parts; earlier ones count for those that follow.
        whole: Whether one that can't be written keeps all from being so, and stops the work. If not,
            those that are ready are written, and the outcomes tell which.
        source: Where imported ones come from.
    """
    with at_rest() if len(wanted) > MANY_ENTRIES else nullcontext():
        return _post(work, wanted, whole=whole, source=source)


def _post(
    work: Work, wanted: Sequence[Wanted], *, whole: bool, source: ImportSource | None
) -> Posted:
    loaded = load(work.scope, wanted, lock=True)
    version, pricer = in_force(work.actor.office_id)
    outcomes = evaluate(work.actor, loaded, wanted, pricer)
    writer = Writer(loaded, version, work.actor.user_id, source.batch_id if source else None)
    if whole:
        _stop_unless_ready(outcomes)
        work.notice(*(finding for outcome in outcomes for finding in outcome.findings))
    posts = {
        number: Post(
            part_id=wanted[number].part_id,
            outcome=outcome,
            import_row=source.rows[number] if source else None,
        )
        for number, outcome in enumerate(outcomes)
        if outcome.ready
    }
    written = dict(zip(posts, writer.write(list(posts.values())), strict=True))
    _record(work, [row for rows in written.values() for row in rows])
    rows = tuple(written.get(number) for number in range(len(outcomes)))
    return Posted(tuple(outcomes), rows)


def _stop_unless_ready(outcomes: Sequence[Outcome]) -> None:
    """Stop the work where any entry can't be written, with what would become of each."""
    if not outcomes:
        refuse(at(codes.NO_ENTRY))
    if all(outcome.ready for outcome in outcomes):
        return
    findings = [finding for outcome in outcomes for finding in outcome.findings]
    if any(outcome.needs_confirmation is not None for outcome in outcomes):
        findings.append(at(codes.UNANSWERED))
    refuse(*findings, value=Posted(tuple(outcomes), (None,) * len(outcomes)).answer())


def _record(work: Work, rows: Sequence[FeeLine]) -> None:
    """One event for all the lines that were written."""
    parts = sorted({row.part_id for row in rows})
    if len(parts) == 1:
        work.record("part", parts[0], told_lines(rows))
    elif parts:
        work.record("parts", len(parts), {"parts": parts[:TOLD_LINES], **told_lines(rows)})


def told_lines(rows: Iterable[FeeLine]) -> dict[str, object]:
    """What the trail keeps of lines: how many, their sum in centavos, and each or the digest of all."""
    told = [
        (str(row.uid), row.part_id, row.number, row.version, row.code, row.total, row.charged)
        for row in rows
    ]
    kept: dict[str, object] = {"count": len(told), "total": sum(line[5] for line in told)}
    if len(told) <= TOLD_LINES:
        return {**kept, "lines": told}
    return {**kept, "digest": chain.digest(told)}
