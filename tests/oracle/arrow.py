"""The doors to Arrow: price rows in the catalogue's canonical form, and lines as a typed table."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa

from honorarios.catalogue.schema import PRICE_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

PRICE_TYPES: Final = {
    "text": pa.string(),
    "code": pa.string(),
    "codes": pa.string(),
    "date": pa.date32(),
    "decimal": pa.decimal128(15, 4),
    "percent": pa.decimal128(12, 6),
    "integer": pa.int32(),
    "boolean": pa.bool_(),
    "term": pa.int8(),
    "basis": pa.string(),
}
PRICE_SCHEMA: Final = pa.schema(
    [(column.name, PRICE_TYPES[column.type]) for column in PRICE_COLUMNS]
)
CANONICAL_ORDER: Final = ("code", "role", "accommodation", "setting", "valid_from")

LINE_SCHEMA: Final = pa.schema(
    [
        ("line_id", pa.string()),
        ("contract", pa.string()),
        ("payer", pa.string()),
        ("billing_unit", pa.string()),
        ("route", pa.string()),
        ("plan", pa.string()),
        ("provider", pa.string()),
        ("specialty", pa.string()),
        ("code", pa.string()),
        ("start", pa.timestamp("s")),
        ("end", pa.timestamp("s")),
        ("admission", pa.date32()),
        ("role", pa.string()),
        ("access_route", pa.string()),
        ("procedure_kind", pa.string()),
        ("rank", pa.int32()),
        ("accommodation", pa.string()),
        ("character", pa.string()),
        ("setting", pa.string()),
        ("quantity", pa.int32()),
        ("age_months", pa.int32()),
        ("weight_grams", pa.int32()),
        ("technique", pa.string()),
        ("laterality", pa.string()),
        ("authorised", pa.bool_()),
    ]
)
"""Lines as the engine's table takes them: closed lists are spelled, the rest is typed."""


def price_table(rows: Iterable[Mapping[str, object]]) -> pa.Table:
    """Price rows in canonical order: code, role, accommodation, setting, first day; empty first."""

    def key(row: Mapping[str, Any]) -> list[tuple[bool, Any]]:
        cells = [row.get(name) for name in CANONICAL_ORDER]
        return [(cell is not None, _sortable(cell)) for cell in cells]

    return pa.Table.from_pylist(sorted(rows, key=key), schema=PRICE_SCHEMA)


def _sortable(cell: Any) -> Any:  # noqa: ANN401 - a cell is text, a number or a date
    if cell is None:
        return 0
    return cell.toordinal() if isinstance(cell, date) else cell


def line_table(lines: Sequence[Mapping[str, object]], columns: Sequence[str]) -> pa.Table:
    """The lines as a table with those columns of ``LINE_SCHEMA`` only."""
    schema = pa.schema([LINE_SCHEMA.field(name) for name in columns])
    return pa.Table.from_pylist([dict(line) for line in lines], schema=schema)
