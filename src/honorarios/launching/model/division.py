"""The shares of one act among who receives for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from honorarios.core.vocabulary import SplitForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What one receiver gets. Amounts are centavos; ``total`` is ``unit_value * quantity``."""

    provider: str
    quantity: int
    unit_value: int
    total: int
    percent: Decimal | None = None
    """Share in %, of a division by percentage."""
    outside: bool | None = None
    """The side it is always on; None: the rule of inside/outside decides."""


@dataclass(frozen=True, slots=True)
class Division:
    """A fee divided: every share becomes a line of its own."""

    form: SplitForm
    provider: str
    """The line's "Prestador divisão de honorários": of a PERCENT, the principal provider."""
    shares: tuple[Share, ...]
