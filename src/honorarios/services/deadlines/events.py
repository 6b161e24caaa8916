"""What has happened of a case, of all that cut-off rules count from."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from honorarios.core.vocabulary import PartStatus
from honorarios.planning.cutoffs import Event
from honorarios.planning.deadlines.requests import USUAL_SENHA_DAYS
from honorarios.services.deadlines.asked import authorisations
from honorarios.services.routing.held import Granted

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from honorarios.records.models import SurgeryCase


def surgery_on(case: SurgeryCase) -> date | None:
    """The day of the surgery: performed, or else planned."""
    at = case.performed_at or case.planned_at
    return None if at is None else at.date()


def closing_on(case: SurgeryCase) -> date | None:
    """The day on which the account of its attendance ends, where it is known; the open part's first."""
    parts = _parts(case)
    opened = [end for status, end in parts if status == PartStatus.OPEN.code_name]
    known = [end for end in opened or [end for _status, end in parts] if end is not None]
    return min(known, default=None)


def is_closed(case: SurgeryCase) -> bool:
    """Whether its account has parts, and none is open any more."""
    parts = _parts(case)
    return bool(parts) and all(status != PartStatus.OPEN.code_name for status, _end in parts)


def newest_granted(case: SurgeryCase) -> Granted:
    """The newest authorisation of a case, whatever acts it has."""
    granted = authorisations(case)
    if not granted:
        return Granted()
    return Granted(valid_until=granted[-1].valid_until, granted_on=granted[-1].granted_on)


def events_of(case: SurgeryCase, granted: Granted) -> Mapping[Event, date]:
    """The days of a case by event; what hasn't happened and isn't planned has none.

    Args:
        case: With its attendance, and the parts of its accounts.
        granted: What authorised the act that is asked about. A senha of which nobody knows how long it
            holds is taken to hold as long as is usual.
    """
    expiry = granted.valid_until
    if expiry is None and granted.granted_on is not None:
        expiry = granted.granted_on + timedelta(days=USUAL_SENHA_DAYS)
    days = {
        Event.SURGERY: surgery_on(case),
        Event.DISCHARGE: case.discharged_on,
        Event.AUTHORISATION: granted.granted_on,
        Event.ACCOUNT_CLOSING: closing_on(case),
        Event.SENHA_EXPIRY: expiry,
    }
    return {event: day for event, day in days.items() if day is not None}


def _parts(case: SurgeryCase) -> list[tuple[str, date | None]]:
    """Status and last day of the payer's parts in the attendance."""
    if case.attendance is None:
        return []
    return [
        (part.status, part.period_end)
        for account in case.attendance.accounts.all()
        for part in account.parts.all()
        if part.payer_id == case.payer_id and part.status != PartStatus.CANCELLED.code_name
    ]
