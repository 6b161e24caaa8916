"""A dry run: everything that an import would find and make, and nothing written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from honorarios.services.imports.answers import ImportAnswer, Progress
from honorarios.services.imports.fates import IMPORTED, PENDING, REFUSED, stored
from honorarios.services.imports.reasons import Reasons
from honorarios.services.work import consult

if TYPE_CHECKING:
    from collections.abc import Iterable

    from honorarios.services.actor import Actor
    from honorarios.services.imports.answers import Identical, OnProgress, RowView
    from honorarios.services.imports.fates import Fate
    from honorarios.services.imports.file import Taken
    from honorarios.services.imports.kinds import Kind
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work

CHUNK_ROWS: Final = 2_000


def try_out(
    actor: Actor, kind: Kind, taken: Taken, same: Identical, on_progress: OnProgress | None
) -> Result[ImportAnswer]:
    """What importing a file would do, by the same rules, on the record as it is now."""

    def do(work: Work) -> ImportAnswer:
        trial = _Trial(kind, taken)
        taker = kind.taker(taken.mapping, same)
        for first in range(0, len(taken.ordered), CHUNK_ROWS):
            asked = taker.read(taken.ordered[first : first + CHUNK_ROWS])
            trial.add(taker.weigh(work, asked))
            if on_progress is not None:
                on_progress(trial.progress())
        work.notice(*taken.findings)
        return trial.answer()

    return consult(actor=actor, operation=kind.operation, do=do)


class _Trial:
    """What was found so far."""

    def __init__(self, kind: Kind, taken: Taken) -> None:
        self._taken = taken
        self._answer = ImportAnswer(
            batch_id=None,
            kind=kind.name,
            file_name=taken.name,
            state="",
            dry_run=True,
            total_rows=len(taken.ordered),
        )
        self._rows: list[RowView] = []
        self._reasons = Reasons()

    def add(self, fates: Iterable[Fate]) -> None:
        """Count what would become of some rows."""
        for fate in fates:
            self._count(fate)
            if fate.findings:
                self._rows.append(fate.view(self._taken.headers))
            for finding in fate.findings:
                self._reasons.add(fate.row.number, stored(finding, self._taken.headers))

    def progress(self) -> Progress:
        """How far it is."""
        now = self._answer
        return Progress(
            done=now.done_rows,
            total=now.total_rows,
            imported=now.imported,
            refused=now.refused,
            pending=now.pending,
        )

    def answer(self) -> ImportAnswer:
        """All of it."""
        return replace(self._answer, rows=tuple(self._rows), reasons=self._reasons.told())

    def _count(self, fate: Fate) -> None:
        now = self._answer
        self._answer = replace(
            now,
            done_rows=now.done_rows + 1,
            imported=now.imported + (fate.state is IMPORTED),
            refused=now.refused + (fate.state is REFUSED),
            pending=now.pending + (fate.state is PENDING),
            lines=now.lines + fate.money.lines,
            total=now.total + fate.money.total,
            charged=now.charged + fate.money.charged,
        )
