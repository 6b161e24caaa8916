"""Price tables as rows of the record, and back; the typed columns are the catalogue's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa

from honorarios.catalogue.prices import PRICE_SCHEMA, canonical
from honorarios.catalogue.schema import PRICE_COLUMNS
from honorarios.core.vocabulary import Role, Setting, Term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

COLUMNS: Final = tuple(column.name for column in PRICE_COLUMNS)
"""The columns of a price row, on record as in the catalogue."""

_TERMS: Final[dict[str, type[Term]]] = {
    "role": Role,
    "setting": Setting,
    "patient_setting": Setting,
}
_BLANK: Final = frozenset(
    column.name for column in PRICE_COLUMNS if column.type in {"text", "codes", "code", "basis"}
)
"""Columns whose empty cell the record keeps as empty text."""

Cells = tuple[Any, ...]
"""A price row's cells as the record keeps them, in the order of :data:`COLUMNS`."""


def stored_cells(table: pa.Table) -> list[Cells]:
    """The rows of a canonical price table, as the record keeps them."""
    return list(zip(*(_stored(name, table[name].to_pylist()) for name in COLUMNS), strict=True))


def _stored(name: str, values: list[Any]) -> list[Any]:
    if name in _TERMS:
        names: dict[int | None, str] = {int(term): term.code_name for term in _TERMS[name]}
        names[None] = ""
        return [names[value] for value in values]
    if name in _BLANK:
        return [value or "" for value in values]
    return values


def table_of(rows: Sequence[Cells]) -> pa.Table:
    """The canonical price table of stored rows."""
    columns: Iterable[Sequence[Any]] = zip(*rows, strict=True) if rows else [()] * len(COLUMNS)
    arrays = [
        pa.array(map(_reader(field.name), cells), field.type)
        for field, cells in zip(PRICE_SCHEMA, columns, strict=True)
    ]
    return canonical(pa.table(arrays, schema=PRICE_SCHEMA))


def _reader(name: str) -> Callable[[Any], Any]:
    if name in _TERMS:
        numbers: dict[str, int | None] = {"": None}
        numbers.update({term.code_name: int(term) for term in _TERMS[name]})
        return numbers.__getitem__
    if name in _BLANK:
        return lambda value: value or None
    return lambda value: value
