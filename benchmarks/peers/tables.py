"""The core catalogue as plain tables: what any team would load into its own database.

Everything that does not depend on a line is done here, before any clock starts: days of a contract and
plan on which nothing changes become one segment, and overtime becomes a percentage per half hour.
Whole numbers stand for decimals: ``4`` places for quantities, coefficients and factors, ``2`` for
percentages. A catalogue that says more than the core rules is refused.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import holidays as holidays_library

from honorarios.catalogue.schema import Basis, Day, FactorScope
from honorarios.catalogue.schema.base import PORTES
from honorarios.core.vocabulary import PARAMETERISED_ROLES, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from honorarios.catalogue.schema import (
        Calendar,
        Catalogue,
        CoefficientValues,
        Contract,
        PlanTerms,
        StandardRules,
        TableReference,
        Terms,
    )

ZERO: Final = Decimal(0)
EPOCH: Final = date(1970, 1, 1)
OPEN_END: Final = (date(9999, 12, 31) - EPOCH).days
NO_TABLE: Final = -1
HOLIDAY: Final = 7
"""Day class after the seven days of the week, Monday first."""
SLOTS: Final = 48
"""Half hours of a day."""
YEARS: Final = range(2018, 2026)
UNITS: Final = ("BRL", "CH", *PORTES)
ACCESS_ROUTES: Final = {
    None: "single",
    "single": "single",
    "same": "same",
    "different": "different",
}
KINDS: Final = (None, "principal", "secondary")


class Period(NamedTuple):
    """What CH, UCO and film are worth in one period, with four decimals."""

    number: int
    ch: int | None
    uco: int | None
    film: int | None


@dataclass(frozen=True, slots=True)
class Segment:
    """Days of one contract and plan on which nothing changes."""

    contract: str
    plan: str | None
    first: int
    last: int
    terms_from: int
    level_1: int
    level_2: int
    level_3: int
    level_4: int
    coefficients: int
    ch: int | None
    uco: int | None
    film: int | None
    standard: int
    annex: int
    calendar: int
    touches_all: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One price row of one table, its quantities with four decimals."""

    table: int
    code: str
    first: int
    last: int
    valid_to: int | None
    price_row: int
    schedule: str
    basis: str
    fee_unit: str
    fee: int
    operating_cost: int
    film: int
    touches_all: bool
    """Whether just one component is not 0: every factor touches it."""


@dataclass(slots=True)
class CoreTables:
    """All tables of a core catalogue."""

    segments: list[Segment] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    portes: dict[tuple[int, str], int] = field(default_factory=dict)
    """Reais with four decimals by period of coefficients and porte."""
    annex: dict[tuple[int, str], int] = field(default_factory=dict)
    """Factor with four decimals by annex and accommodation type."""
    roles: dict[tuple[int, str], int | None] = field(default_factory=dict)
    """Percentage with two decimals by standard and role; None where the standard lacks one."""
    routes: dict[tuple[int, str | None, str | None], int] = field(default_factory=dict)
    """Percentage with two decimals by standard, access route and procedure kind."""
    overtime: dict[tuple[int, int, int], int] = field(default_factory=dict)
    """Percentage with two decimals by standard, day class and half hour."""
    holidays: set[tuple[int, int]] = field(default_factory=set)
    """Calendar and day."""


def core_tables(catalogue: Catalogue) -> CoreTables:
    """Flatten a core catalogue."""
    tables = CoreTables()
    _check_core(catalogue)
    table_numbers = _price_rows(catalogue, tables.rows)
    calendars = {id_: number for number, id_ in enumerate(catalogue.calendars)}
    for id_, number in calendars.items():
        tables.holidays |= {(number, day) for day in holidays(catalogue.calendars[id_])}
    standards = _standards(catalogue, tables)
    coefficients = _coefficients(catalogue, tables)
    for contract in catalogue.contracts.values():
        for terms in contract.terms:
            annex = len(tables.annex)
            tables.annex |= {
                (annex, row.type): scaled(row.factor, 4) for row in reversed(terms.accommodation)
            }
            for plan in _plans(contract):
                level_1, level_2, level_3, level_4 = _levels(terms, plan, table_numbers)
                for first, last, rules, values in _cuts(
                    terms, standards[terms.standard], coefficients[_given(terms.coefficients)]
                ):
                    tables.segments.append(
                        Segment(
                            contract.id,
                            plan,
                            first,
                            last,
                            day(terms.valid_from),
                            level_1,
                            level_2,
                            level_3,
                            level_4,
                            values.number,
                            values.ch,
                            values.uco,
                            values.film,
                            rules,
                            annex,
                            calendars[_given(contract.calendar)],
                            terms.factor_scope is FactorScope.TABLE_VALUE,
                        )
                    )
    return tables


def day(value: date) -> int:
    """Days since 1970-01-01."""
    return (value - EPOCH).days


def last_day(value: date | None) -> int:
    """The same of a last day, open ends far away."""
    return OPEN_END if value is None else day(value)


def scaled(value: Decimal, places: int) -> int:
    """A decimal as a whole number of its last place; refused when it has more places."""
    number = Decimal(value).scaleb(places)
    if number != number.to_integral_value():
        raise ValueError(f"the peers know {places} decimals only: {value}")
    return int(number)


def optional(value: Decimal | None, places: int) -> int | None:
    """The same, None staying None."""
    return None if value is None else scaled(value, places)


def _check_core(catalogue: Catalogue) -> None:
    for contract in catalogue.contracts.values():
        for terms in contract.terms:
            if terms.price_rules or terms.touches or terms.rounding.point != "UNIT":
                raise ValueError(f"not a core catalogue: {contract.id}")
    for standard in catalogue.standards.values():
        for rules in standard.rules:
            if (
                rules.paediatric
                or rules.overtime.interval != "START"
                or rules.anaesthesia.base != "TABLE"
            ):
                raise ValueError(f"not a core catalogue: {standard.id}")


def _price_rows(catalogue: Catalogue, rows: list[Row]) -> dict[str, int]:
    """Fill the price rows, numbered over the whole catalogue; give each table its number."""
    numbers = {}
    for table, (id_, schedule) in enumerate(sorted(catalogue.schedules.items())):
        numbers[id_] = table
        edition = schedule.editions[0]
        for record in catalogue.prices[id_, edition.id].to_pylist():
            rows.append(_row(table, f"{id_}@{edition.id}", len(rows), record))
    return numbers


def _row(table: int, schedule: str, number: int, record: dict[str, Any]) -> Row:
    basis = record["basis"]
    fee = Decimal(1) if record["fee"] is None else record["fee"]
    quantities = (
        scaled(fee, 4),
        scaled(record["operating_cost"] or ZERO, 4),
        scaled(record["film"] or ZERO, 4),
    )
    return Row(
        table,
        record["code"],
        day(record["valid_from"]),
        last_day(record["valid_to"]),
        None if record["valid_to"] is None else day(record["valid_to"]),
        number,
        schedule,
        basis,
        record["porte"] if basis == Basis.PORTE else basis,
        *quantities,
        sum(quantity != 0 for quantity in quantities) <= 1,
    )


def holidays(calendar: Calendar) -> Iterator[int]:
    """Days of a calendar: national, of the state, optional ones if they count, and local ones."""
    categories = ("public", "optional") if calendar.optional_days else ("public",)
    known = holidays_library.country_holidays(
        "BR", subdiv=calendar.state, categories=categories, years=YEARS
    )
    yield from (day(value) for value in known)
    for local in calendar.local:
        month, day_of_month = map(int, _given(local.day).split("-"))
        yield from (day(date(year, month, day_of_month)) for year in YEARS)


def _standards(catalogue: Catalogue, tables: CoreTables) -> dict[str, list[tuple[int, int, int]]]:
    """Periods of each standard with the number of its rules; fill roles, routes and overtime."""
    periods: dict[str, list[tuple[int, int, int]]] = {}
    number = 0
    for standard in catalogue.standards.values():
        for rules in standard.rules:
            periods.setdefault(standard.id, []).append(
                (day(rules.valid_from), last_day(rules.valid_to), number)
            )
            tables.roles |= {(number, role): percent for role, percent in _roles(rules)}
            tables.routes |= {(number, *key): percent for key, percent in _routes(rules)}
            tables.overtime |= {(number, *key): percent for key, percent in _overtime(rules)}
            number += 1
    return periods


def _roles(rules: StandardRules) -> Iterator[tuple[str, int | None]]:
    for role in Role:
        if role not in PARAMETERISED_ROLES:
            yield role.code_name, 10_000
            continue
        percent = getattr(rules.roles, role.code_name)
        if percent is None and role in {
            Role.SECOND_ASSISTANT,
            Role.THIRD_ASSISTANT,
            Role.FOURTH_ASSISTANT,
        }:
            percent = rules.roles.other_assistants
        yield role.code_name, optional(percent, 2)


def _routes(rules: StandardRules) -> Iterator[tuple[tuple[str | None, str | None], int]]:
    for written, route in ACCESS_ROUTES.items():
        cascade = getattr(rules.access_routes, route)
        for kind in KINDS:
            yield (
                (written, kind),
                scaled(cascade[min(1, len(cascade) - 1)], 2) if kind == "secondary" else 10_000,
            )


def _overtime(rules: StandardRules) -> Iterator[tuple[tuple[int, int], int]]:
    for day_class, name in enumerate(Day):
        for slot in range(SLOTS):
            percents = [
                scaled(rule.percent, 2)
                for rule in rules.overtime.rules
                if name in rule.days and _in_window(slot, _slot(rule.start), _slot(rule.end))
            ]
            yield (day_class, slot), max(percents, default=0)


def _slot(clock: str) -> int:
    hour, minute = map(int, clock.split(":"))
    if minute % 30:
        raise ValueError(f"the peers know half hours only: {clock}")
    return hour * 2 + minute // 30


def _in_window(slot: int, start: int, end: int) -> bool:
    return start <= slot < end if start < end else slot >= start or slot < end


def _coefficients(
    catalogue: Catalogue, tables: CoreTables
) -> dict[str, list[tuple[int, int, Period]]]:
    """Periods of each set with its values of CH, UCO and film; fill the portes."""
    periods: dict[str, list[tuple[int, int, Period]]] = {}
    number = 0
    for set_ in catalogue.coefficients.values():
        for values in set_.values:
            first, last = day(values.valid_from), last_day(values.valid_to)
            period = Period(number, *_plain_units(values))
            periods.setdefault(set_.id, []).append((first, last, period))
            tables.portes |= {
                (number, porte): scaled(value, 4) for porte, value in values.portes.items()
            }
            number += 1
    return periods


def _plain_units(values: CoefficientValues) -> tuple[int | None, int | None, int | None]:
    return optional(values.ch, 4), optional(values.uco, 4), optional(values.film, 4)


def _plans(contract: Contract) -> list[str | None]:
    return [None, *dict.fromkeys(plan.plan for terms in contract.terms for plan in terms.plans)]


def _cuts(
    terms: Terms,
    standards: Iterable[tuple[int, int, int]],
    coefficients: Iterable[tuple[int, int, Period]],
) -> Iterator[tuple[int, int, int, Period]]:
    """Days of the terms cut where standard or coefficients change."""
    for first, last, rules in standards:
        for begin, end, values in coefficients:
            cut = max(first, begin, day(terms.valid_from)), min(last, end, last_day(terms.valid_to))
            if cut[0] <= cut[1]:
                yield *cut, rules, values


def _levels(terms: Terms, plan: str | None, numbers: dict[str, int]) -> list[int]:
    """Numbers of the tables of the four levels."""
    own: PlanTerms | None = next((entry for entry in terms.plans if entry.plan == plan), None)
    special, procedure = (own.special_table, own.procedure_table) if own else (None, None)
    exclusive = terms.plan_tables_exclusive and (special or procedure)
    contract_tables = (None, None) if exclusive else (terms.special_table, terms.procedure_table)
    return [_number(table, numbers) for table in (special, procedure, *contract_tables)]


def _number(table: TableReference | None, numbers: dict[str, int]) -> int:
    return NO_TABLE if table is None else numbers[table.schedule]


def _given(value: str | None) -> str:
    """What the core catalogue always says."""
    if value is None:
        raise ValueError("not a core catalogue: something is left out")
    return value


def iso(days: int | None) -> date | None:
    """The date of a number of days since 1970-01-01."""
    return None if days is None else EPOCH + timedelta(days=days)
