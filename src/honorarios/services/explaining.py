"""The memória de cálculo of a line on record, from its price trace and the catalogue that priced it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from honorarios.core.vocabulary import SplitForm
from honorarios.launching.memoria import sections
from honorarios.pricing.trace import alone
from honorarios.pricing.trace import explain as explain_price
from honorarios.pricing.trace.kept import COMPONENTS
from honorarios.records import selectors
from honorarios.services import access, catalogues
from honorarios.services.fees.listing import line_views
from honorarios.services.fees.recorded import JOINED, line_of
from honorarios.services.operations import Operation
from honorarios.services.permissions import sees_values_of
from honorarios.services.work import consult

if TYPE_CHECKING:
    from uuid import UUID

    from honorarios.launching.model import Line
    from honorarios.pricing.trace import Explanation
    from honorarios.pricing.trace.sheet import Section
    from honorarios.services.actor import Actor
    from honorarios.services.fees.views import LineView
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work


@dataclass(frozen=True, slots=True)
class Explained:
    """A line and how its value came to be."""

    line: LineView
    explanation: Explanation
    """Of the whole act, before a division; :func:`honorarios.pricing.trace.as_text` writes it. Who sees
    nobody else's values is told, of a division by value, only the components that are their own."""
    difference: dict[str, object] | None
    """Of a private line of fee difference: its mode, the superior price and what is taken from it."""
    then: tuple[Section, ...]
    """What was done with the value: its division, the difference, what the package pays."""


def explain(*, actor: Actor, uid: UUID | str) -> Result[Explained]:
    """Explain a line's value, years later too: its catalogue is rebuilt by its hash."""
    return consult(
        actor=actor, operation=Operation.FEES_EXPLAIN, do=lambda work: _explain(work, uid)
    )


def _explain(work: Work, uid: UUID | str) -> Explained:
    found = access.line(work.scope, uid)
    row = selectors.lines(work.scope).select_related(*JOINED).get(pk=found.pk)
    compiled = catalogues.compiled_by_hash(work.actor.office_id, row.catalogue.hash)
    (line,) = line_views([row])
    said = line_of(row, row.kept)
    told = _seen_by(work.actor, said, explain_price(row.kept, compiled))
    return Explained(line, told, row.kept.get("difference"), sections(said))


def _seen_by(actor: Actor, line: Line, told: Explanation) -> Explanation:
    """Without what another receives of a division by value, for who sees nobody else's values."""
    if line.split_form is not SplitForm.VALUE or sees_values_of(actor, None):
        return told
    gets_the_fee = line.provider == line.split_provider
    return alone(told, [name for name in COMPONENTS if (name == "fee") is gets_the_fee])
