"""What a register's row says, as the rules of routes read it: facts, terms and cut-offs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from honorarios.planning.cutoffs import (
    AfterEvent,
    BeforeEvent,
    DeliveryCalendar,
    Event,
    MonthDay,
    Roll,
)
from honorarios.records.models import Answer, CutOffShape, FeeOn
from honorarios.routing.facts import Contact, Fact, FactStatus, known
from honorarios.routing.value import Terms

if TYPE_CHECKING:
    from honorarios.planning.cutoffs import Cutoff
    from honorarios.records.models import RouteTerms
    from honorarios.records.models.facts import Confirmable

PERCENT: Final = Decimal(100)


def fact_of(row: Confirmable, name: str, *, holds: bool = True) -> Fact:
    """A register's fact under a name; ``holds`` is whether the row says so, where it is believed."""
    status = FactStatus(row.fact_status)
    if not holds and status in {FactStatus.CONFIRMED, FactStatus.PRESUMED}:
        status = FactStatus.DENIED
    return Fact(
        name=name,
        status=status,
        evidence=row.evidence,
        confirmed_by=row.confirmed_by,
        confirmed_on=row.confirmed_on,
        expires_on=row.expires_on,
        asks=asked(row.asks),
    )


@lru_cache(maxsize=64)
def asked(names: str) -> tuple[Contact, ...]:
    """Who can confirm a fact; any of the three where nobody is named."""
    wanted = set(names.split())
    return tuple(contact for contact in Contact if not wanted or contact.value in wanted)


def clause(answer: str, name: str, row: Confirmable | None = None) -> Fact:
    """A clause that holds, doesn't, or that nobody asked about; its age is its row's."""
    holds = Answer(answer).holds
    if row is None or holds is None:
        return known(name, holds=holds)
    status = FactStatus.CONFIRMED if holds else FactStatus.DENIED
    return replace(fact_of(row, name), status=status)


def terms_of(row: RouteTerms | None, rate: Decimal) -> Terms:
    """The money of a route's terms; none where nobody registered them."""
    if row is None:
        return Terms(rate=rate)
    fee = row.fee_share / PERCENT
    of_gross = row.fee_on == FeeOn.GROSS
    return Terms(
        fee=Decimal(0) if of_gross else fee,
        fee_of_gross=fee if of_gross else Decimal(0),
        fixed=row.fixed_centavos,
        service=row.service_share / PERCENT,
        loss=row.loss_share / PERCENT,
        rate=rate,
    )


def cutoff_of(row: RouteTerms | None) -> Cutoff | None:
    """The rule for handing papers in; None where nobody knows it."""
    if row is None or not row.cut_off_shape:
        return None
    event, roll = Event(row.cut_off_event), Roll(row.cut_off_roll)
    match CutOffShape(row.cut_off_shape):
        case CutOffShape.AFTER_EVENT:
            return AfterEvent(event, row.cut_off_days or 0, row.cut_off_working, roll)
        case CutOffShape.MONTH_DAY:
            return MonthDay(row.cut_off_day or 1, event, row.cut_off_months or 0, roll)
        case CutOffShape.BEFORE_EVENT:
            return BeforeEvent(event, row.cut_off_days or 0, row.cut_off_working)
        case CutOffShape.CALENDAR:
            days = tuple(date.fromisoformat(one) for one in row.cut_off_dates.split())
            return DeliveryCalendar(days, event)
