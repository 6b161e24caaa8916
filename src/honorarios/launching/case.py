"""One entry under examination: everything a check may look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from honorarios.catalogue.schema import Coding
    from honorarios.launching.agreements import Agreement, RowFacts
    from honorarios.launching.cost_centre import CostCentre
    from honorarios.launching.model import Context, Entry, Line, Recorded, StayFacts
    from honorarios.launching.prices import Price


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """An entry, where it goes, and what has been found out about it so far."""

    entry: Entry
    context: Context
    stay: StayFacts | None
    """The bed at the start of the act."""
    cost_centre: CostCentre
    replaces: Recorded | None = None
    """The line that an edit replaces."""
    price: Price | None = None
    """None where the entry says too little to be priced."""
    row: RowFacts | None = None
    agreement: Agreement | None = None
    """None where no contract is in force."""
    lines: tuple[Line, ...] = ()
    """The lines it makes in this part of the account."""
    launched: bool = False
    """Whether an identical line is on the account already."""

    @property
    def coding(self) -> Coding | None:
        """Which codes are what, by the contract's standard."""
        return None if self.agreement is None else self.agreement.coding
