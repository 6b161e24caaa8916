"""From a priced line and its catalogue to the memória de cálculo."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from honorarios.core.findings import Place
from honorarios.core.recent import Recent
from honorarios.pricing.book import Book
from honorarios.pricing.facts import read_facts
from honorarios.pricing.faults import other_faults
from honorarios.pricing.status import Stage, Status
from honorarios.pricing.trace import codes
from honorarios.pricing.trace.kept import KeptError, given_cells, kept_text
from honorarios.pricing.trace.model import Explanation, State
from honorarios.pricing.trace.retelling import Retelling

if TYPE_CHECKING:
    from collections.abc import Mapping

    from honorarios.core.findings import Finding
    from honorarios.pricing.compile import Compiled

STATUSES: Final = {status.code_name: status for status in Status}


def explain(result: Mapping[str, object], compiled: Compiled) -> Explanation:
    """Explain a priced line: every table, validity, source, factor and rounding behind its value.

    Args:
        result: A line as :func:`honorarios.pricing.line.price_line` returns it, or a row of a
            priced file: the line's own columns and the engine's.
        compiled: The catalogue that priced it. Another one is a finding, and nothing is explained.
    """
    return _explainer(compiled).explain(result)


class Explainer:
    """Explains the lines of one catalogue; remembers the price rows that it has read."""

    def __init__(self, compiled: Compiled) -> None:
        """Prepare to look things up in the catalogue."""
        self._compiled = compiled
        self._book = Book(compiled.catalogue)

    def explain(self, result: Mapping[str, object]) -> Explanation:
        """The memória de cálculo of one priced line."""
        status = STATUSES.get(kept_text(result, "status") or "")
        if status is None:
            missing = codes.NOT_PRICED.at(Place(), column="status")
            return self._untold(result, State("", "Linha não calculada.", ""), missing)
        state = _state(status)
        kept = kept_text(result, "catalogue_hash") or "nenhum"
        if kept != self._compiled.hash:
            other = codes.OTHER_CATALOGUE.at(Place(), kept=kept, given=self._compiled.hash)
            return self._untold(result, state, other)
        try:
            return self._told(result, status, state)
        except KeptError as problem:
            return self._untold(result, state, codes.NOT_PRICED.at(Place(), column=str(problem)))

    def _told(self, result: Mapping[str, object], status: Status, state: State) -> Explanation:
        catalogue = self._compiled.catalogue
        if status.stage < Stage.CONTRACT:
            return Explanation(
                catalogue.manifest.name,
                self._compiled.hash,
                given_cells(result),
                state,
                other_faults=tuple(map(_state, other_faults(result, self._compiled))),
            )
        try:
            facts = read_facts(result)
        except ValueError as problem:
            raise KeptError(*problem.args) from problem
        return Retelling(result, status, facts, catalogue, self._book).told(
            self._compiled.hash, state
        )

    def _untold(self, result: Mapping[str, object], state: State, finding: Finding) -> Explanation:
        """An explanation that says only why there is none."""
        name, line = self._compiled.catalogue.manifest.name, given_cells(result)
        return Explanation(name, self._compiled.hash, line, state, findings=(finding,))


def _state(status: Status) -> State:
    return State(status.code_name, status.message, status.tip)


_explainer = Recent(Explainer)
