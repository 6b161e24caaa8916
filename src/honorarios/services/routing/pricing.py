"""What the engine is asked for a surgery's acts, and what a higher accommodation would add."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, time
from typing import TYPE_CHECKING, Final

from honorarios.core.validity import as_of
from honorarios.core.vocabulary import BillingRoute, PayerGroup, ProcedureKind, Setting
from honorarios.launching import difference
from honorarios.launching.prepare import age_in_months
from honorarios.routing.routes import Route

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from honorarios.catalogue.schema import Contract
    from honorarios.launching.agreements import Agreement
    from honorarios.launching.prices import EngineLine, Price, Pricer
    from honorarios.records.models import AccommodationType, BillingUnit, Payer
    from honorarios.services.routing.held import HeldCase, Seat

BY_CONTRACT: Final = {
    Route.ACCREDITED: BillingRoute.ACCREDITED,
    Route.REPASSE: BillingRoute.HOSPITAL_REPASSE,
    Route.COOPERATIVE: BillingRoute.COOPERATIVE,
    Route.PRIVATE: BillingRoute.PRIVATE,
}
"""The routes of choice as contracts name them."""
USUAL_HOUR: Final = time(8)
"""Start of a surgery that has no hour yet: no overtime is foretold."""


@dataclass(frozen=True, slots=True)
class Seller:
    """By whose contract a route is priced, and who would bill it."""

    payer: Payer
    unit: BillingUnit
    contract: str = ""
    """The catalogue's contract that an agreement names; empty: found by payer, unit and route."""
    terms: str = ""
    """A contract whose terms on launching hold for it: that one, or the first of those parties."""


class Contracts:
    """The contracts of a catalogue by who pays whom by which route."""

    def __init__(self, pricer: Pricer) -> None:
        """Index the catalogue's."""
        self._by_parties: defaultdict[tuple[str, BillingRoute], list[Contract]] = defaultdict(list)
        self._by_id = pricer.compiled.catalogue.contracts
        for contract in self._by_id.values():
            self._by_parties[contract.payer, contract.route].append(contract)

    def seller(
        self,
        route: Route,
        payer: Payer,
        units: Sequence[BillingUnit],
        day: date,
        named: tuple[str, BillingUnit | None] = ("", None),
    ) -> Seller | None:
        """Who bills a payer by a route on a day; None where no contract is in force.

        Args:
            route: The route.
            payer: Who would pay.
            units: Those that may bill: the hospital's.
            day: Of the surgery.
            named: The contract and the unit that an agreement names, where it does.
        """
        contract_id, only = named
        by_code = {unit.code: unit for unit in units if only is None or unit.pk == only.pk}
        if contract_id:
            given = self._by_id.get(contract_id)
            unit = None if given is None else by_code.get(given.billing_unit)
            return None if unit is None else Seller(payer, unit, contract_id, contract_id)
        found = [
            contract
            for contract in self._by_parties[payer.code, BY_CONTRACT[route]]
            if contract.billing_unit in by_code and as_of(contract.terms, day) is not None
        ]
        first = min(found, key=lambda contract: contract.billing_unit, default=None)
        if first is None:
            return None
        return Seller(payer, by_code[first.billing_unit], terms=first.id)


def engine_line(held: HeldCase, seat: Seat, route: Route, seller: Seller) -> dict[str, object]:
    """The cells of an act, role and professional as the engine reads them, by a route's contract."""
    row, act, provider = held.row, seat.act, seat.participation.provider
    granted = held.granted[act.pk]
    start = start_of(held)
    inpatient = row.setting == Setting.INPATIENT.code_name
    room = row.contracted_accommodation or (row.plan.accommodation_type if row.plan else None)
    if route is Route.PRIVATE and row.occupied_accommodation is not None:
        room = row.occupied_accommodation
    covered = seller.payer.group != PayerGroup.SELF_PAY.code_name
    quantity = min(act.quantity, granted.quantity) if granted.authorised else act.quantity
    cells: dict[str, object | None] = {
        "contract": seller.contract or None,
        "payer": seller.payer.code,
        "billing_unit": seller.unit.code,
        "route": BY_CONTRACT[route].code_name,
        "plan": row.plan.code if row.plan is not None and covered else None,
        "provider": provider.code,
        "specialty": provider.specialty or None,
        "code": act.code,
        "start": start,
        "admission": row.admitted_on or start.date(),
        "role": seat.participation.role,
        "access_route": act.access_route,
        "procedure_kind": (
            ProcedureKind.PRINCIPAL if act.sequence == 1 else ProcedureKind.SECONDARY
        ).code_name,
        "rank": act.sequence,
        "accommodation": room.code if inpatient and room is not None else None,
        "character": row.character,
        "setting": row.setting,
        "quantity": quantity if covered else act.quantity,
        "age_months": age_in_months(row.patient.birth_date, start.date()),
        "laterality": act.laterality or None,
        "authorised": False if covered and granted.authorised is False else None,
    }
    return {name: cell for name, cell in cells.items() if cell is not None}


def start_of(held: HeldCase) -> datetime:
    """When the surgery begins: as it was performed, as planned, or at the usual hour of its indication."""
    at = held.row.performed_at or held.row.planned_at
    return at or datetime.combine(held.row.indicated_on, USUAL_HOUR)


def rooms(held: HeldCase) -> tuple[AccommodationType, AccommodationType] | None:
    """The contracted accommodation and the superior one; None where the patient has no superior one."""
    row = held.row
    contracted = row.contracted_accommodation or (
        row.plan.accommodation_type if row.plan is not None else None
    )
    occupied = row.occupied_accommodation
    if contracted is None or occupied is None or occupied.rank <= contracted.rank:
        return None
    return contracted, occupied


@dataclass(slots=True)
class Asked:
    """Lines asked of the engine together, however many surgeries they are of."""

    lines: list[EngineLine] = field(default_factory=list)
    prices: list[Price] = field(default_factory=list)

    def ask(self, line: EngineLine) -> int:
        """Ask for one more; the place where its price will be."""
        self.lines.append(line)
        return len(self.lines) - 1

    def answer(self, pricer: Pricer) -> None:
        """Price them all at once."""
        self.prices = pricer.price(self.lines)


@dataclass(slots=True)
class Difference:
    """What a higher accommodation adds to an act, once the prices of its parts are known."""

    agreement: Agreement
    places: Mapping[str, int]

    def amount(self, asked: Asked, pricer: Pricer) -> int | None:
        """In centavos; None where a price is lacking."""
        prices = {name: asked.prices[place] for name, place in self.places.items()}
        return difference.estimate(prices, self.agreement, pricer.agreements)


def ask_difference(
    held: HeldCase, line: EngineLine, contract: str, pricer: Pricer, asked: Asked
) -> Difference | None:
    """Ask for what foretells the difference; None where the contract has none, or nobody is above the plan's."""
    pair, start = rooms(held), start_of(held)
    agreement = pricer.agreements.of(contract, start, None, held.row.admitted_on or start.date())
    if pair is None or agreement is None or not agreement.launching.fee_difference:
        return None
    plan, bed = pair
    lines = difference.estimate_lines(line, agreement, plan.code, bed.code)
    return Difference(agreement, {name: asked.ask(one) for name, one in lines.items()})
