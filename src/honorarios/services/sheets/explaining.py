"""The memória de cálculo of a line that is not on record yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.launching.memoria import sections
from honorarios.pricing.trace import explain as explain_price
from honorarios.services.explaining import Explained
from honorarios.services.fees.views import view
from honorarios.services.operations import Operation
from honorarios.services.outcomes import at, refuse
from honorarios.services.sheets import codes
from honorarios.services.sheets.planning import try_out
from honorarios.services.work import consult

if TYPE_CHECKING:
    from honorarios.launching.model import Line
    from honorarios.launching.sheet import Sheet
    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work


def explain(
    *, actor: Actor, part_id: int, sheet: Sheet, name: str, number: int = 0
) -> Result[Explained]:
    """Explain the value that a line of a sheet would have.

    Args:
        actor: Who asks.
        part_id: The account part.
        sheet: The surgery as it is typed.
        name: The entry, as the preview names it.
        number: Which of its lines, from 0: a share, a difference or a facility fee comes after the first.
    """
    return consult(
        actor=actor,
        operation=Operation.FEES_PREVIEW,
        do=lambda work: _explain(work, part_id, sheet, name, number),
    )


def _explain(work: Work, part_id: int, sheet: Sheet, name: str, number: int) -> Explained:
    tried = try_out(work, part_id, sheet)
    made: dict[str | int | None, tuple[Line, ...]] = {
        outcome.key: outcome.preview for outcome in tried.outcomes
    }
    lines = made.get(name, ())
    if not 0 <= number < len(lines):
        refuse(at(codes.NO_SUCH_LINE))
    line = lines[number]
    difference = line.kept.get("difference")
    return Explained(
        view(line),
        explain_price(line.kept, tried.pricer.compiled),
        difference if isinstance(difference, dict) else None,
        sections(line),
    )
