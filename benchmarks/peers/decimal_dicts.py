"""Plain Python: ``Decimal`` amounts, dictionaries for every look-up, one line at a time.

Made as fast as plain Python allows: validities are bisected, what does not depend on the line is
composed beforehand, products of role and route are made once, equal values are one object, results are
tuples rather than dictionaries, and the garbage collector rests while it runs. What is left is in the
report's profile.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from decimal import ROUND_HALF_UP, Context, localcontext
from typing import TYPE_CHECKING, Any, Final

from benchmarks.peers.columns import RESULT_COLUMNS
from benchmarks.peers.decimal_load import HUNDRED, ONE, ZERO, Days, Shared, Versions
from benchmarks.peers.tables import EPOCH, HOLIDAY, CoreTables

if TYPE_CHECKING:
    from collections.abc import Iterable

Line = dict[str, Any]
Result = tuple[Any, ...]

EPOCH_ORDINAL: Final = EPOCH.toordinal()
HALF_AN_HOUR: Final = 30
LARGEST_QUANTITY: Final = 999
EMPTY: Final = (None,) * (len(RESULT_COLUMNS) - 2)
"""All columns between the first, the status, and the last, the catalogue's hash."""
ROW_SHOWN: Final = slice(2, 7)
"""What a result shows of a price row: schedule, number, validity, basis."""
AMOUNTS: Final = -3
"""Place of the unit value among the result columns."""
PRECISION: Final = 60
"""Digits of every operation: more than any product here has, so nothing is rounded but the unit value."""


class DecimalDicts:
    """Prices lines given as dictionaries."""

    def __init__(self, tables: CoreTables, catalogue_hash: str = "") -> None:
        self._catalogue_hash = catalogue_hash
        self._tables: dict[int, Versions] = {}
        self._codes = {row.code for row in tables.rows}
        shared = Shared(tables)
        for row in tables.rows:
            firsts, rows = self._tables.setdefault(row.table, {}).setdefault(
                row.code, (array("i"), [])
            )
            firsts.append(row.first)
            rows.append(shared.row(row))
        self._plans: dict[tuple[str, str | None], tuple[array[int], list[Days]]] = {}
        for segment in sorted(tables.segments, key=lambda segment: segment.first):
            firsts, days = self._plans.setdefault(
                (segment.contract, segment.plan), (array("i"), [])
            )
            firsts.append(segment.first)
            days.append(shared.days(segment, self._tables))
        self._roles = frozenset(role for _, role in tables.roles)
        self._routes = frozenset(route for _, route, _ in tables.routes)
        self._kinds = frozenset(kind for _, _, kind in tables.routes)

    def price(self, lines: Iterable[Line]) -> list[Result]:
        """The result columns of each line, in their order."""
        with localcontext(Context(prec=PRECISION, rounding=ROUND_HALF_UP)):
            return [self._price(line) for line in lines]

    def _price(self, line: Line) -> Result:  # noqa: C901, PLR0911, PLR0912, PLR0915 - in Python a call costs more than a long function
        code, start, role = line["code"], line["start"], line["role"]
        access_route, kind, quantity = (
            line["access_route"],
            line["procedure_kind"],
            line["quantity"],
        )
        if code is None:
            return self._failed("missing_code")
        if start is None:
            return self._failed("missing_start")
        if role is None:
            return self._failed("missing_role")
        if role not in self._roles:
            return self._failed("invalid_role")
        if access_route not in self._routes:
            return self._failed("invalid_access_route")
        if kind not in self._kinds:
            return self._failed("invalid_procedure_kind")
        if not quantity or not -LARGEST_QUANTITY <= quantity <= LARGEST_QUANTITY:
            return self._failed("invalid_quantity")
        contract = line["contract"]
        plans = self._plans
        dated = plans.get((contract, line["plan"])) or plans.get((contract, None))
        if dated is None:
            return self._failed("missing_contract" if contract is None else "unknown_contract")
        today = start.toordinal() - EPOCH_ORDINAL
        position = bisect_right(dated[0], today)
        if not position:
            return self._failed("contract_not_in_force")
        days = dated[1][position - 1]
        last, agreed, levels, values, costs, meter, beds, shares, hours, holidays, all_touched = (
            days
        )
        if last < today:
            return self._failed("contract_not_in_force")

        tried = False
        for level, table in levels:  # noqa: B007 - the level that was found is needed below
            versions = table.get(code)
            if versions is not None:
                tried = True
                position = bisect_right(versions[0], today)
                if position:
                    row = versions[1][position - 1]
                    if today <= row[0]:
                        break
        else:
            if tried:
                return self._failed("price_not_in_force", *agreed)
            return self._failed("no_price" if code in self._codes else "unknown_code", *agreed)

        _, row_touched, schedule, number, begin, end, basis, fee_unit, fee, cost, film = row
        rest = ZERO
        if fee_unit != "BRL":
            value = values.get(fee_unit)
            if value is None:
                return self._failed("no_coefficient", *agreed, None, level, *_shown(row))
            fee *= value
        if cost:
            value = costs[basis]
            if value is None:
                return self._failed("no_coefficient", *agreed, None, level, *_shown(row))
            cost *= value
            rest = cost
        if film:
            if meter is None:
                return self._failed("no_coefficient", *agreed, None, level, *_shown(row))
            film *= meter
            rest += film

        factor = beds.get(line["accommodation"])
        if factor is None:
            return self._failed(
                "no_accommodation_factor",
                *agreed,
                None,
                level,
                *_shown(row),
                fee_unit,
                fee,
                cost,
                film,
            )
        share = shares[role, access_route, kind]
        if share is None:
            return self._failed(
                "no_role_percent", *agreed, None, level, *_shown(row), fee_unit, fee, cost, film
            )
        role_percent, route_percent, product = share
        if factor is not ONE:
            product *= factor
        overtime = ZERO
        if line["character"] == "urgent":
            day_class = HOLIDAY if today in holidays else start.weekday()
            overtime = hours[day_class][start.hour * 2 + (start.minute >= HALF_AN_HOUR)]
            if overtime:
                product *= 1 + overtime / HUNDRED
        if not rest:
            exact = fee * product
        elif row_touched or all_touched:
            exact = (fee + rest) * product
        else:
            exact = fee * product + rest * HUNDRED
        unit = int(exact.to_integral_value())
        contract_used, terms_from = agreed
        result = (
            "priced",
            contract_used,
            terms_from,
            None,
            level,
            schedule,
            number,
            begin,
            end,
            basis,
            fee_unit,
            fee,
            cost,
            film,
            ONE,
            ONE,
            ONE,
            factor,
            overtime,
            ZERO,
            ONE,
            ZERO,
            role_percent,
            route_percent,
            unit,
            unit * quantity,
            self._catalogue_hash,
        )
        return result if unit else self._failed("zero_price", *result[1:AMOUNTS])

    def _failed(self, status: str, *filled: object) -> Result:
        """A result that is empty after the step that failed."""
        return (status, *filled, *EMPTY[len(filled) :], self._catalogue_hash)


def _shown(row: tuple[object, ...]) -> tuple[object, ...]:
    """What a result shows of a price row."""
    return row[ROW_SHOWN]
