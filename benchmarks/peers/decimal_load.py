"""The core tables as dictionaries of decimals, composed so that a line has little left to do."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from benchmarks.peers.tables import HOLIDAY, NO_TABLE, SLOTS, CoreTables, Row, Segment, iso

if TYPE_CHECKING:
    from array import array
    from datetime import date

ZERO: Final = Decimal(0)
ONE: Final = Decimal(1)
HUNDRED: Final = Decimal(100)


class PriceRow(NamedTuple):
    """A price row ready for a line; operating cost is worth CH or UCO, and a fee in reais has no unit."""

    last: int
    touches_all: bool
    schedule: str
    number: int
    valid_from: date | None
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
    shown: tuple[str, date | None]
    levels: tuple[tuple[int, Versions], ...]
    values: dict[str, Decimal]
    cost_values: dict[str, Decimal | None]
    film: Decimal | None
    accommodations: dict[str | None, Decimal]
    shares: dict[tuple[str, str | None, str | None], tuple[Decimal, Decimal, Decimal] | None]
    overtime: list[list[Decimal]]
    holidays: set[int]
    touches_all: bool


class Shared:
    """Makes equal values one object, so that they are near at hand, and shares what segments have in common."""

    def __init__(self, tables: CoreTables) -> None:
        self._amounts = {_written(one): one for one in (ONE, ZERO)}
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
            slots = self._overtime.setdefault(
                standard, [[ZERO] * SLOTS for _ in range(HOLIDAY + 1)]
            )
            slots[day_class][slot] = self.amount(percent, 2)
        self._holidays: dict[int, set[int]] = {}
        for calendar, day in tables.holidays:
            self._holidays.setdefault(calendar, set()).add(day)

    def row(self, row: Row) -> PriceRow:
        """A price row with its quantities as decimals."""
        quantities = (self.amount(value, 4) for value in (row.fee, row.operating_cost, row.film))
        return PriceRow(
            row.last,
            row.touches_all,
            row.schedule,
            row.price_row,
            self.date(row.first),
            self.date(row.valid_to),
            row.basis,
            row.fee_unit,
            *quantities,
        )

    def days(self, segment: Segment, tables: dict[int, Versions]) -> Days:
        """A segment with everything that its lines look up."""
        levels = segment.level_1, segment.level_2, segment.level_3, segment.level_4
        ch, uco, film = (
            None if value is None else self.amount(value, 4)
            for value in (segment.ch, segment.uco, segment.film)
        )
        values = self._values[segment.coefficients]
        if ch is not None:
            values["CH"] = ch
        return Days(
            segment.last,
            (segment.contract, self.date(segment.terms_from)),
            tuple(
                (level, tables[table]) for level, table in enumerate(levels, 1) if table != NO_TABLE
            ),
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
        return self._amounts.setdefault(_written(value), value)

    def date(self, days: int | None) -> date | None:
        """The one date of this day."""
        return self._dates.setdefault(days, iso(days))

    def _share(self, role: int | None, route: int) -> tuple[Decimal, Decimal, Decimal] | None:
        """Role and route percentages, and their product in centavos per real."""
        if role is None:
            return None
        role_percent, route_percent = self.amount(role, 2), self.amount(route, 2)
        return role_percent, route_percent, role_percent * route_percent / HUNDRED


def _written(value: Decimal) -> tuple[tuple[int, ...], object]:
    """What tells an amount from another: its digits and its exponent."""
    _, digits, exponent = value.as_tuple()
    return digits, exponent
