"""Any CSV or spreadsheet, by a mapping of its headers to the columns of a price table.

A mapping says which header each column is read from, and which columns have one value for the whole
list. A price of one role, accommodation or setting has a column of its own:
``fee.accommodation.apartment=Apartamento``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from honorarios.catalogue.importers import codes
from honorarios.catalogue.importers.assemble import assemble
from honorarios.catalogue.importers.lists import CODE_COLUMN, code_of, with_prices
from honorarios.catalogue.importers.mapping import ImportMapping
from honorarios.catalogue.importers.pricecells import CELL_TYPES, price_column
from honorarios.catalogue.importers.selectors import FEE, FeeColumn, fee_columns
from honorarios.catalogue.schema import PRICE_COLUMNS, Basis, ScheduleKind
from honorarios.core.findings import Finding, Place
from honorarios.tabular import read_rows
from honorarios.tabular.celltypes import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from honorarios.catalogue.importers.assemble import Outcome, PriceRow
    from honorarios.catalogue.importers.report import Head, ImportReport
    from honorarios.tabular import Column, Row, Rows

COLUMNS: Final = (
    CODE_COLUMN,
    *(
        price_column(column.name, required=column.required)
        for column in PRICE_COLUMNS
        if column.name != "code"
    ),
)
"""Every column of a price table, under its English or its Portuguese name."""
PRICES: Final = (FEE, "porte", "operating_cost", "film")
"""Columns that make a line a price."""


def import_generic(
    path: Path,
    head: Head,
    mapping: ImportMapping | None = None,
    *,
    kind: ScheduleKind = ScheduleKind.OWN,
) -> ImportReport:
    """Read any list by a mapping; nothing is written.

    Args:
        path: The list: XLSX, XLS, ODS, CSV or Parquet.
        head: The schedule and edition it becomes.
        mapping: Header by column, and values for the whole list.
        kind: Family of the schedule.
    """
    return import_columns(path, head, mapping or ImportMapping(), COLUMNS, kind)


def import_columns(
    path: Path,
    head: Head,
    mapping: ImportMapping,
    columns: Sequence[Column],
    kind: ScheduleKind,
    *,
    needed: Sequence[str] = PRICES,
) -> ImportReport:
    """Read a list of those columns; the mapping may add prices by role, accommodation, setting.

    A list with none of the ``needed`` columns and no price of that kind is refused.
    """
    fees, faults = fee_columns(mapping.columns, str(path))
    constants, wrong = _constants(mapping.constants, str(path))
    names = {fee.key for fee in fees} | {column.name for column in columns}
    wanted = [
        *(column for column in columns if column.name not in constants),
        *(fee.column for fee in fees),
    ]
    known = {name: header for name, header in mapping.columns.items() if not _unread(name, names)}
    rows = read_rows(path, wanted, known, sheet=mapping.sheet)
    rows = replace(rows, findings=(*rows.findings, *faults, *wrong))
    rows = with_prices(rows, columns, (*needed, *(fee.key for fee in fees), *constants))
    pricing = _Pricing(rows, fees, constants, mapping.code_digits)
    return assemble(rows, pricing.of, head, kind)


def _unread(name: str, names: set[str]) -> bool:
    """Whether a key of the mapping is a selected price that could not be understood."""
    return name.startswith(f"{FEE}.") and name not in names


def _constants(written: Mapping[str, str], file: str) -> tuple[dict[str, object], list[Finding]]:
    values: dict[str, object] = {}
    faults: list[Finding] = []
    place = Place(file)
    for name, word in written.items():
        if name not in CELL_TYPES or name == "code":
            known = ", ".join(other for other in CELL_TYPES if other != "code")
            faults.append(codes.CONSTANT.at(place, column=name, columns=known))
            continue
        value = CELL_TYPES[name].read(word)
        if isinstance(value, Problem):
            words = {"column": name, "value": word, **value.details}
            faults.append(value.code.at(place, **words))
        else:
            values[name] = value
    return values, faults


@dataclass(frozen=True, slots=True)
class _Pricing:
    """What the lines of one list cost."""

    rows: Rows
    fees: Sequence[FeeColumn]
    constants: Mapping[str, object]
    digits: int | None

    def of(self, row: Row) -> Outcome:
        """The prices of a line: one for everyone, and one for each selected column with a price."""
        values = {**self.constants, **row.values}
        selected = [
            (column.cells, fee)
            for column in self.fees
            if (fee := row.decimal(column.key)) is not None
        ]
        for_everyone = self._for_everyone(values)
        code = code_of(
            row,
            self.rows,
            [for_everyone or None, *(fee for _, fee in selected)],
            digits=self.digits,
            padded=True,
        )
        if isinstance(code, Finding):
            return code
        common = {name: value for name, value in values.items() if name in CELL_TYPES}
        prices: list[PriceRow] = [{**common, "code": code}] if for_everyone else []
        prices += [{**common, **cells, FEE: fee, "code": code} for cells, fee in selected]
        return prices

    def _for_everyone(self, values: Mapping[str, object]) -> bool:
        """Whether a line has a price besides those for one role, accommodation or setting."""
        if values.get("basis") == Basis.REMOVED:
            return True
        # Beside selected prices, a cost or a film alone belongs to each of them.
        names = (FEE, "porte") if self.fees else PRICES
        return any(values.get(name) is not None for name in names)
