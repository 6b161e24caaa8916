"""Sections 5 and 8 of the law: price tables, their editions, and the look-up of a row."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from honorarios.catalogue.schema import Basis, Catalogue, Edition, TableReference
from honorarios.core.validity import ONE_DAY
from honorarios.core.vocabulary import Role, Setting
from tests.oracle.line import bed_type
from tests.oracle.result import NotPricedError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from tests.oracle.agreement import Agreement
    from tests.oracle.line import Line

ROLES: Final = {role.value: role for role in Role}
SETTINGS: Final = {setting.value: setting for setting in Setting}


@dataclass(frozen=True, slots=True)
class PriceRow:
    """A row of a price table, or the fixed price of a rule: then it has no number."""

    code: str
    basis: Basis
    fee: Decimal | None
    number: int | None = None
    defined_by: str | None = None
    """``schedule@edition`` that defines the row."""
    valid_from: date | None = None
    valid_to: date | None = None
    role: Role | None = None
    accommodation: str | None = None
    setting: Setting | None = None
    porte: str | None = None
    unit: str | None = None
    group: str | None = None
    operating_cost: Decimal | None = None
    cost_unit: str | None = None
    film: Decimal | None = None
    anaesthetic_porte: str | None = None
    extra_quantity_percent: Decimal | None = None
    admits_urgency: bool = True
    admits_accommodation: bool = True
    own_video: bool = False
    own_bilateral: bool = False


DatedRow = tuple[PriceRow, date | None, date | None]
"""A row with its first and last day in a table; None is open."""


@dataclass(frozen=True, slots=True)
class Found:
    """The row that prices a line, where it was found, and its validity there."""

    level: int
    row: PriceRow
    valid_from: date | None = None
    valid_to: date | None = None


class PriceTables:
    """Every price row of the catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._editions: dict[str, dict[str, Edition]] = {}
        self._own: dict[tuple[str, str], dict[str, list[PriceRow]]] = {}
        self._known_codes: set[str] = set()
        number = 0
        for schedule_id in sorted(catalogue.schedules):
            editions = catalogue.schedules[schedule_id].editions
            self._editions[schedule_id] = {edition.id: edition for edition in editions}
            for edition in editions:
                key = (schedule_id, edition.id)
                rows = catalogue.prices[key].to_pylist() if key in catalogue.prices else []
                own: dict[str, list[PriceRow]] = {}
                for row in rows:
                    priced = _row(row, number, f"{schedule_id}@{edition.id}")
                    own.setdefault(priced.code, []).append(priced)
                    number += 1
                self._own[key] = own
        for by_code in self._own.values():
            self._known_codes |= {code for code, rows in by_code.items() if _existing(rows)}

    def find(self, line: Line, agreed: Agreement) -> Found:
        """The row of the first level that has one, or the fixed price of the rule."""
        if agreed.rule is not None and agreed.rule.fixed is not None:
            return Found(level=0, row=PriceRow(line.code, Basis.BRL, agreed.rule.fixed))
        if line.code not in self._known_codes:
            raise NotPricedError("unknown_code")
        has_the_code = False
        for level, reference in tables_to_try(agreed):
            tables = self._tables(reference, line.code)
            has_the_code = has_the_code or any(tables)
            for table in tables:
                found = _in_force(table, agreed, line)
                if found is not None:
                    return Found(level, *found)
        raise NotPricedError("price_not_in_force" if has_the_code else "no_price")

    def _tables(self, reference: TableReference, code: str) -> list[list[DatedRow]]:
        """The rows of the code in the pinned edition; with ``current``, in each of them."""
        editions = self._editions[reference.schedule]
        if reference.edition != "current":
            rows = self._rows(reference.schedule, editions[reference.edition], code)
            return [[(row, row.valid_from, row.valid_to) for row in rows]]
        begins = {edition.valid_from for edition in editions.values()}
        return [
            _cut(self._rows(reference.schedule, edition, code), edition, begins)
            for edition in editions.values()
        ]

    def _rows(self, schedule: str, edition: Edition, code: str) -> list[PriceRow]:
        """The rows of the code: the edition's own, else those of the edition it inherits from."""
        while True:
            own = self._own[schedule, edition.id].get(code)
            if own is not None:
                return _existing(own)
            if edition.inherits is None:
                return []
            edition = self._editions[schedule][edition.inherits]


def tables_to_try(agreed: Agreement) -> Iterator[tuple[int, TableReference]]:
    """The tables of the four levels that there are, in their order."""
    plan, terms, rule = agreed.plan, agreed.terms, agreed.rule
    plan_has_tables = False
    if plan is not None:
        if plan.special_table is not None:
            yield 1, plan.special_table
        if plan.procedure_table is not None:
            yield 2, plan.procedure_table
        plan_has_tables = plan.special_table is not None or plan.procedure_table is not None
    if plan_has_tables and terms.plan_tables_exclusive:
        return
    if terms.special_table is not None:
        yield 3, terms.special_table
    if rule is not None and rule.table is not None:
        yield 4, rule.table
    elif terms.procedure_table is not None:
        yield 4, terms.procedure_table


def _existing(rows: list[PriceRow]) -> list[PriceRow]:
    return [row for row in rows if row.basis is not Basis.REMOVED]


def _cut(rows: Iterable[PriceRow], edition: Edition, begins: set[date]) -> list[DatedRow]:
    """The rows that have a day on which the edition is in force, with the days that they have.

    An edition is in force until it ends, or until the next one begins.
    """
    cut: list[DatedRow] = []
    later = [day for day in begins if day > edition.valid_from]
    ends = min(edition.valid_to or date.max, min(later) - ONE_DAY if later else date.max)
    for row in rows:
        first = max(row.valid_from or date.min, edition.valid_from)
        last = min(row.valid_to or date.max, ends)
        if first <= last:
            cut.append((row, first, None if last == date.max else last))
    return cut


def _in_force(table: list[DatedRow], agreed: Agreement, line: Line) -> DatedRow | None:
    """The row in force of the heaviest series that has one."""
    series: dict[int, list[DatedRow]] = defaultdict(list)
    for row, first, last in table:
        weight = _weight(row, agreed, line)
        if weight is not None and (first or date.min) <= agreed.day:
            series[weight].append((row, first, last))
    for weight in sorted(series, reverse=True):
        newest = max(series[weight], key=_beginnings)
        if agreed.day <= (newest[2] or date.max):
            return newest
    return None


def _beginnings(dated: DatedRow) -> tuple[date, date]:
    """First day in the table and, where a cut makes rows begin together, the row's own first day."""
    return dated[1] or date.min, dated[0].valid_from or date.min


def _weight(row: PriceRow, agreed: Agreement, line: Line) -> int | None:
    """Role 4, accommodation 2, setting 1; None when a stated cell is not the line's."""
    if row.role is not None and row.role != line.role:
        return None
    if row.accommodation is not None and row.accommodation != agreed.accommodation:
        return None
    if row.setting is not None and row.setting != line.setting:
        return None
    return (
        4 * (row.role is not None) + 2 * (row.accommodation is not None) + (row.setting is not None)
    )


def _row(cells: dict[str, Any], number: int, defined_by: str) -> PriceRow:
    return PriceRow(
        code=cells["code"],
        basis=Basis(cells["basis"]),
        fee=cells["fee"],
        number=number,
        defined_by=defined_by,
        valid_from=cells["valid_from"],
        valid_to=cells["valid_to"],
        role=ROLES.get(cells["role"]),
        accommodation=bed_type(cells["accommodation"]),
        setting=SETTINGS.get(cells["setting"]),
        porte=cells["porte"],
        unit=cells["unit"],
        group=cells["group"],
        operating_cost=cells["operating_cost"],
        cost_unit=cells["cost_unit"],
        film=cells["film"],
        anaesthetic_porte=cells["anaesthetic_porte"],
        extra_quantity_percent=cells["extra_quantity_percent"],
        admits_urgency=cells["admits_urgency"] is not False,
        admits_accommodation=cells["admits_accommodation"] is not False,
        own_video=cells["own_video"] is True,
        own_bilateral=cells["own_bilateral"] is True,
    )
