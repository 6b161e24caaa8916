"""Who receives, as a natural or a legal person, and the tax of what reaches them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from honorarios.routing.taxes.person import Month, of_person
from honorarios.routing.value import at_rate

if TYPE_CHECKING:
    from datetime import date

    from honorarios.routing.taxes.parameters import Payer, TaxYear
    from honorarios.routing.value import Tax


@dataclass(frozen=True, slots=True)
class Receiver:
    """A professional as taxes see them."""

    regime: str | None = None
    """Code of a legal person's regime; None: a natural person."""
    month: Month = field(default_factory=Month)
    """Of a natural person: what the month of the payment already has."""

    def on(self, day: date) -> Receiver:
        """The receiver in the month of a payment."""
        month = self.month.of(day)
        return self if month is self.month else replace(self, month=month)

    @property
    def is_legal_person(self) -> bool:
        """PJ, and not PF."""
        return self.regime is not None


def tax_of(year: TaxYear, receiver: Receiver, payer: Payer) -> Tax:
    """The tax of what a payer pays to a receiver.

    Raises:
        KeyError: if the year knows no such regime.
    """
    if receiver.regime is not None:
        return at_rate(year.regime(receiver.regime).rate)
    return lambda base: of_person(year, payer, receiver.month, base)
