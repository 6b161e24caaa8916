"""AMB lists (AMB-90, AMB-92, LPM-96, LPM-99, CIEFAS): quantities of CH, cost in CH, film."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from honorarios.catalogue.importers.assemble import assemble
from honorarios.catalogue.importers.lists import (
    ANAESTHETIC_PORTE,
    ASSISTANTS,
    CODE_COLUMN,
    DESCRIPTION,
    FILM,
    INCIDENCES,
    code_of,
    with_prices,
)
from honorarios.catalogue.importers.pricecells import price_column
from honorarios.catalogue.schema import Basis, ScheduleKind
from honorarios.core.findings import Finding
from honorarios.tabular import read_rows

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from honorarios.catalogue.importers.assemble import Outcome
    from honorarios.catalogue.importers.report import Head, ImportReport
    from honorarios.tabular import Row, Rows

DIGITS: Final = 8
"""Digits of an AMB code; the first groups begin with zeros, which spreadsheets drop."""
COLUMNS: Final = (
    CODE_COLUMN,
    DESCRIPTION,
    price_column(
        "fee",
        "Quantidade de CH",
        "Qtd. CH",
        "Qtde CH",
        "Quant. CH",
        "Nº de CH",
        "CH",
        "HM",
        "Honorários",
        "Honorários (CH)",
    ),
    price_column(
        "operating_cost",
        "Custo Oper.",
        "Custo Op.",
        "Custo Operac.",
        "Custo Operacional (CH)",
        "C. Oper.",
        "CO",
    ),
    FILM,
    INCIDENCES,
    ASSISTANTS,
    ANAESTHETIC_PORTE,
    price_column("group", "Grupo"),
)
"""What an AMB list may have. The column of CH must be there; in a line, a cost alone is a price too."""
_PLAIN: Final = tuple(column.name for column in COLUMNS if column.name not in {"code", "fee"})


def import_amb(
    path: Path, head: Head, *, mapping: Mapping[str, str] | None = None, sheet: str = ""
) -> ImportReport:
    """Read an AMB list in CH (XLSX, XLS, ODS, CSV, Parquet); nothing is written.

    Args:
        path: The list.
        head: The schedule and edition it becomes.
        mapping: Header by column (:data:`COLUMNS`), where names alone do not tell.
        sheet: Name of the workbook's sheet; empty for the first with content.
    """
    rows = read_rows(path, COLUMNS, mapping, sheet=sheet)
    rows = with_prices(rows, COLUMNS, ("fee",))
    return assemble(rows, lambda row: _price(row, rows), head, ScheduleKind.AMB)


def _price(row: Row, rows: Rows) -> Outcome:
    fee = row.decimal("fee")
    stated = [fee, row.decimal("operating_cost"), row.decimal("film")]
    code = code_of(row, rows, stated, digits=DIGITS, padded=True)
    if isinstance(code, Finding):
        return code
    plain = {name: row.values.get(name) for name in _PLAIN}
    return [{"code": code, "basis": Basis.CH, "fee": fee or 0, **plain}]
