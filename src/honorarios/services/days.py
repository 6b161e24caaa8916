"""What day and hour it is where an office is."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from honorarios.records.models import Office

if TYPE_CHECKING:
    from datetime import date, datetime


def wall_time(office_id: int, at: datetime) -> datetime:
    """A moment as the clocks on the office's walls tell it, without a zone."""
    zone = Office.objects.values_list("timezone", flat=True).get(pk=office_id)
    return at.astimezone(ZoneInfo(zone)).replace(tzinfo=None, microsecond=0)


def today(office_id: int, at: datetime) -> date:
    """The day that it is in the office at a moment."""
    return wall_time(office_id, at).date()
