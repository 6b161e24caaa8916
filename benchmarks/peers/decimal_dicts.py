"""Plain Python: ``Decimal`` amounts, dictionaries for every look-up, one line at a time.

Made as fast as plain Python allows: validities are bisected, what does not depend on the line is
composed beforehand, products of factors are remembered, results are tuples rather than dictionaries,
and the garbage collector rests while it runs. What is left is in the report's profile.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from typing import TYPE_CHECKING, Any, NamedTuple

from benchmarks.peers.tables import HOLIDAY, NO_TABLE, SLOTS, CoreTables, Row, Segment, iso

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

Line = dict[str, Any]
Result = tuple[Any, ...]

ZERO = Decimal(0)
ONE = Decimal(1)
HUNDRED = Decimal(100)
LARGEST_QUANTITY = 999
ADJUSTMENTS = (ONE, ONE, ONE)
AFTER_CHECKS = (None,) * 25
AFTER_CONTRACT = (None,) * 23
AFTER_ROW = (None,) * 16
AFTER_COMPONENTS = (None,) * 12
PRECISION = 60
"""Digits of every operation: more than any product here has, so nothing is rounded but the unit value."""


class PriceRow(NamedTuple):
    """A price row ready for a line; operating cost is worth CH or UCO, and a fee in reais has no unit."""

    last: int
    touches_all: bool
    schedule: str
    number: int
    valid_from: date
    valid_to: date | None
    basis: str
    fee_unit: str
    fee: Decimal
    operating_cost: Decimal
    film: Decimal


Versions = dict[str, tuple["array[int]", list[PriceRow]]]
"""First days and rows by code."""


class Days(NamedTuple):
    """One segment ready for a line."""

    last: int
    shown: tuple[str, date]
    levels: tuple[tuple[int, Versions], ...]
    values: dict[str, Decimal]
    cost_values: dict[str, Decimal | None]
    film: Decimal | None
    accommodations: dict[str | None, Decimal]
    shares: dict[tuple[str, str | None, str | None], tuple[Decimal, Decimal, Decimal] | None]
    overtime: list[list[Decimal]]
    holidays: set[int]
    touches_all: bool


class DecimalDicts:
    """Prices lines given as dictionaries."""

    def __init__(self, tables: CoreTables, catalogue_hash: str = "") -> None:
        self._catalogue_hash = catalogue_hash
        self._tables: dict[int, Versions] = {}
        self._codes = {row.code for row in tables.rows}
        shared = _Shared(tables)
        for row in tables.rows:
            firsts, rows = self._tables.setdefault(row.table, {}).setdefault(row.code, (array("i"), []))
            firsts.append(row.first)
            rows.append(shared.row(row))
        self._plans: dict[tuple[str, str | None], tuple[array[int], list[Days]]] = {}
        for segment in sorted(tables.segments, key=lambda segment: segment.first):
            firsts, days = self._plans.setdefault((segment.contract, segment.plan), (array("i"), []))
            firsts.append(segment.first)
            days.append(shared.days(segment, self._tables))
        self._roles = frozenset(role for _, role in tables.roles)
        self._routes = frozenset(route for _, route, _ in tables.routes)
        self._kinds = frozenset(kind for _, _, kind in tables.routes)

    def price(self, lines: Iterable[Line]) -> list[Result]:
        """The result columns of each line, in their order."""
        with localcontext(Context(prec=PRECISION, rounding=ROUND_HALF_UP)):
            return [self._price(line) for line in lines]

    def _price(self, line: Line) -> Result:  # noqa: C901, PLR0911, PLR0912, PLR0915 - calls cost more than length here
        code = line["code"]
        if code is None:
            return self._failed("missing_code")
        start = line["start"]
        if start is None:
            return self._failed("missing_start")
        role = line["role"]
        if role is None:
            return self._failed("missing_role")
        if role not in self._roles:
            return self._failed("invalid_role")
        access_route = line["access_route"]
        if access_route not in self._routes:
            return self._failed("invalid_access_route")
        kind = line["procedure_kind"]
        if kind not in self._kinds:
            return self._failed("invalid_procedure_kind")
        quantity = line["quantity"]
        if not quantity or not -LARGEST_QUANTITY <= quantity <= LARGEST_QUANTITY:
            return self._failed("invalid_quantity")
        contract = line["contract"]
        plans = self._plans
        dated = plans.get((contract, line["plan"])) or plans.get((contract, None))
        if dated is None:
            return self._failed("missing_contract" if contract is None else "unknown_contract")
        today = start.toordinal() - 719_163
        firsts, segments = dated
        position = bisect_right(firsts, today)
        if not position:
            return self._failed("contract_not_in_force")
        last, agreed, levels, values, cost_values, film_value, accommodations, shares, overtimes, holidays, all_touched = segments[position - 1]
        if last < today:
            return self._failed("contract_not_in_force")

        tried = False
        for level, table in levels:
            versions = table.get(code)
            if versions is not None:
                tried = True
                position = bisect_right(versions[0], today)
                if position:
                    row = versions[1][position - 1]
                    if today <= row[0]:
                        break
        else:
            status = "price_not_in_force" if tried else "no_price" if code in self._codes else "unknown_code"
            return (status, *agreed, *AFTER_CONTRACT, self._catalogue_hash)

        _, touches_all, schedule, number, valid_from, valid_to, basis, fee_unit, fee, cost, film = row
        if fee_unit != "BRL":
            value = values.get(fee_unit)
            if value is None:
                return ("no_coefficient", *agreed, None, level, schedule, number, valid_from, valid_to, basis, *AFTER_ROW, self._catalogue_hash)
            fee *= value
        rest = ZERO
        if cost:
            value = cost_values[basis]
            if value is None:
                return ("no_coefficient", *agreed, None, level, schedule, number, valid_from, valid_to, basis, *AFTER_ROW, self._catalogue_hash)
            cost *= value
            rest = cost
        if film:
            if film_value is None:
                return ("no_coefficient", *agreed, None, level, schedule, number, valid_from, valid_to, basis, *AFTER_ROW, self._catalogue_hash)
            film *= film_value
            rest += film

        accommodation_factor = accommodations.get(line["accommodation"])
        if accommodation_factor is None:
            return (
                "no_accommodation_factor", *agreed, None, level, schedule, number, valid_from, valid_to, basis, fee_unit, fee, cost, film,
                *AFTER_COMPONENTS, self._catalogue_hash,
            )
        share = shares[role, access_route, kind]
        if share is None:
            return (
                "no_role_percent", *agreed, None, level, schedule, number, valid_from, valid_to, basis, fee_unit, fee, cost, film,
                *AFTER_COMPONENTS, self._catalogue_hash,
            )
        role_percent, route_percent, product = share
        if accommodation_factor is not ONE:
            product *= accommodation_factor
        overtime = ZERO
        if line["character"] == "urgent":
            day_class = HOLIDAY if today in holidays else start.weekday()
            overtime = overtimes[day_class][start.hour * 2 + (start.minute >= 30)]
            if overtime:
                product *= 1 + overtime / HUNDRED
        if not rest:
            exact = fee * product
        elif touches_all or all_touched:
            exact = (fee + rest) * product
        else:
            exact = fee * product + rest * HUNDRED
        unit = int(exact.to_integral_value())
        if not unit:
            return (
                "zero_price", *agreed, None, level, schedule, number, valid_from, valid_to, basis, fee_unit, fee, cost, film, ONE, ONE, ONE,
                accommodation_factor, overtime, ZERO, ONE, ZERO, role_percent, route_percent, None, None, self._catalogue_hash,
            )
        return (
            "priced", *agreed, None, level, schedule, number, valid_from, valid_to, basis, fee_unit, fee, cost, film, ONE, ONE, ONE,
            accommodation_factor, overtime, ZERO, ONE, ZERO, role_percent, route_percent, unit, unit * quantity, self._catalogue_hash,
        )

    def _failed(self, status: str) -> Result:
        return (status, *AFTER_CHECKS, self._catalogue_hash)


class _Shared:
    """Makes equal values one object, so that they are near at hand, and shares what segments have in common."""

    def __init__(self, tables: CoreTables) -> None:
        self._amounts: dict[tuple[int, int], Decimal] = {(1, 0): ONE, (0, 0): ZERO}
        self._dates: dict[int | None, date | None] = {}
        self._values: dict[int, dict[str, Decimal]] = {}
        for (period, porte), value in tables.portes.items():
            self._values.setdefault(period, {})[porte] = self.amount(value, 4)
        self._annex: dict[int, dict[str | None, Decimal]] = {}
        for (annex, type_), value in tables.annex.items():
            self._annex.setdefault(annex, {None: ONE})[type_] = self.amount(value, 4)
        self._shares: dict[int, dict[tuple[str, str | None, str | None], Any]] = {}
        for (standard, role), percent in tables.roles.items():
            for (same, route, kind), reduced in tables.routes.items():
                if same == standard:
                    shares = self._shares.setdefault(standard, {})
                    shares[role, route, kind] = self._share(percent, reduced)
        self._overtime: dict[int, list[list[Decimal]]] = {}
        for (standard, day_class, slot), percent in tables.overtime.items():
            slots = self._overtime.setdefault(standard, [[ZERO] * SLOTS for _ in range(HOLIDAY + 1)])
            slots[day_class][slot] = self.amount(percent, 2)
        self._holidays: dict[int, set[int]] = {}
        for calendar, day in tables.holidays:
            self._holidays.setdefault(calendar, set()).add(day)

    def row(self, row: Row) -> PriceRow:
        """A price row with its quantities as decimals."""
        quantities = (self.amount(value, 4) for value in (row.fee, row.operating_cost, row.film))
        return PriceRow(
            row.last, row.touches_all, row.schedule, row.price_row, self.date(row.first),
            self.date(row.valid_to), row.basis, row.fee_unit, *quantities,
        )

    def days(self, segment: Segment, tables: dict[int, Versions]) -> Days:
        """A segment with everything that its lines look up."""
        levels = segment.level_1, segment.level_2, segment.level_3, segment.level_4
        ch, uco, film = (None if value is None else self.amount(value, 4) for value in (segment.ch, segment.uco, segment.film))
        values = self._values[segment.coefficients]
        if ch is not None:
            values["CH"] = ch
        return Days(
            segment.last,
            (segment.contract, self.date(segment.terms_from)),
            tuple((level, tables[table]) for level, table in enumerate(levels, 1) if table != NO_TABLE),
            values,
            {"BRL": ONE, "CH": ch, "PORTE": uco},
            film,
            self._annex[segment.annex],
            self._shares[segment.standard],
            self._overtime[segment.standard],
            self._holidays[segment.calendar],
            segment.touches_all,
        )

    def amount(self, mantissa: int, places: int) -> Decimal:
        """The one decimal of this value."""
        value = Decimal(mantissa).scaleb(-places).normalize()
        sign, digits, exponent = value.as_tuple()
        return self._amounts.setdefault((digits, exponent), value)

    def date(self, days: int | None) -> date | None:
        """The one date of this day."""
        return self._dates.setdefault(days, iso(days))

    def _share(self, role: int | None, route: int) -> tuple[Decimal, Decimal, Decimal] | None:
        """Role and route percentages, and their product in centavos per real."""
        if role is None:
            return None
        role_percent, route_percent = self.amount(role, 2), self.amount(route, 2)
        return role_percent, route_percent, role_percent * route_percent / HUNDRED
