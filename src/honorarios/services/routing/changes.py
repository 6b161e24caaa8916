"""Inputs of a route that somebody supposes otherwise than they were found."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from honorarios.routing.prospect import Prospect


@dataclass(frozen=True, slots=True)
class Change:
    """Inputs of a route that somebody supposes otherwise; None: as found."""

    fee: Decimal | None = None
    """Shares from 0 to 1."""
    glosa: Decimal | None = None
    recovery: Decimal | None = None
    days: int | None = None
    gross: int | None = None
    """Of each act, in centavos."""

    def of(self, prospect: Prospect) -> Prospect:
        """The prospect with these inputs."""
        changed = prospect
        if self.fee is not None:
            changed = changed.with_fee(self.fee)
        if self.glosa is not None:
            changed = replace(changed.with_glosa(self.glosa), seen=None)
        if self.recovery is not None:
            expectation = replace(changed.expectation, recovered=self.recovery)
            changed = replace(changed, expectation=expectation)
        if self.days is not None:
            changed = changed.with_days(self.days)
        if self.gross is not None:
            priced = replace(changed.option, unpriced="")
            changed = replace(changed, gross=self.gross, option=priced)
        return changed
