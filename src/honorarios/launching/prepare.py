"""The first half of launching: what the engine is asked for an entry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from honorarios.core.validity import as_of
from honorarios.core.vocabulary import BillingRoute, Character, PayerGroup, Role
from honorarios.launching.accommodation import stay_at
from honorarios.launching.checks import valid_quantity
from honorarios.launching.cost_centre import CostCentre, cost_centre_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from honorarios.catalogue.schema import Contract
    from honorarios.launching.model import Context, Entry, PartFacts, Request, StayFacts

MONTHS: Final = 12


@dataclass(frozen=True, slots=True)
class Prepared:
    """An entry ready to be priced."""

    request: Request
    stay: StayFacts | None
    """The bed at the start of the act."""
    cost_centre: CostCentre
    line: Mapping[str, object] | None
    """What the engine is asked first; None where the entry says too little."""


def prepare(request: Request) -> Prepared:
    """Find the bed and the cost centre of an entry, and write the engine's line."""
    entry, context = request.entry, request.context
    stay = None if entry.start is None else stay_at(context.stays, entry.start)
    return Prepared(
        request=request,
        stay=stay,
        cost_centre=cost_centre_of(entry.cost_centre, context, stay),
        line=engine_line(entry, context, stay),
    )


def engine_line(entry: Entry, context: Context, stay: StayFacts | None) -> dict[str, object] | None:
    """The cells of an entry as the engine reads them; empty ones are left out.

    A missing role is read as the surgeon's, a wrong quantity as 1 and an end before the start as none,
    so that the checks that need the price row are made too; such an entry is refused all the same.
    """
    if entry.code is None or entry.start is None:
        return None
    part, attendance = context.part, context.attendance
    provider = context.providers.get(entry.provider or "")
    ends = entry.end is not None and entry.start <= entry.end
    cells: dict[str, object | None] = {
        "contract": part.contract,
        "payer": part.payer,
        "billing_unit": part.billing_unit,
        "route": billing_route(part).code_name,
        "plan": None if part.plan is None else part.plan.code,
        "provider": entry.provider,
        "specialty": None if provider is None else provider.specialty,
        "code": entry.code,
        "start": entry.start,
        "end": entry.end if ends else None,
        "admission": attendance.started_on,
        "role": (Role.SURGEON if entry.role is None else entry.role).code_name,
        "access_route": entry.access_route and entry.access_route.code_name,
        "procedure_kind": entry.procedure_kind.code_name,
        "rank": entry.rank,
        "accommodation": None if stay is None else stay.accommodation,
        "character": (Character.URGENT if attendance.urgent else Character.ELECTIVE).code_name,
        "setting": attendance.setting.code_name,
        "quantity": entry.quantity if valid_quantity(entry.quantity) else 1,
        "age_months": age_in_months(attendance.birth_date, entry.start.date()),
        "technique": entry.technique and entry.technique.code_name,
        "laterality": entry.laterality and entry.laterality.code_name,
        "authorised": None if entry.authorised else False,
    }
    return {name: cell for name, cell in cells.items() if cell is not None}


def billing_route(part: PartFacts) -> BillingRoute:
    """The billing route of a part: private for self-pay, else the hospital's repasse, unless stated."""
    if part.route is not None:
        return part.route
    private = part.payer_group is PayerGroup.SELF_PAY
    return BillingRoute.PRIVATE if private else BillingRoute.HOSPITAL_REPASSE


def only_route(
    contracts: Iterable[Contract], payer: str, unit: str, day: date
) -> BillingRoute | None:
    """The billing route of every contract of a payer with a unit that is in force on a day, if they agree."""
    routes = {
        contract.route
        for contract in contracts
        if (contract.payer, contract.billing_unit) == (payer, unit)
        and as_of(contract.terms, day) is not None
    }
    return routes.pop() if len(routes) == 1 else None


def age_in_months(born: date | None, day: date) -> int | None:
    """Whole months of age on a day; None for an unknown birth, or one after the day.

    >>> from datetime import date
    >>> age_in_months(date(2024, 1, 31), date(2024, 2, 29)), age_in_months(date(2024, 1, 31), date(2024, 3, 31))
    (0, 2)
    """
    if born is None or born > day:
        return None
    return (day.year - born.year) * MONTHS + day.month - born.month - (day.day < born.day)
