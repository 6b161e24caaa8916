"""The office's pressure table; the usual one while it has none."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from honorarios.records.models import DeadlinePressure
from honorarios.routing.pressure import USUAL, Pressure, Row

PERCENT: Final = Decimal(100)


def table_of(office_id: int) -> Pressure:
    """How likely a missing document costs the fee, by the days left."""
    rows = DeadlinePressure.objects.filter(office_id=office_id)
    own = tuple(Row(row.days_left, row.loss / PERCENT, row.document) for row in rows)
    return Pressure(own) if own else USUAL
