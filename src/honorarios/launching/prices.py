"""Prices for launching: the engine's answers, the same whether one line was asked for or many.

Few lines go through :class:`~honorarios.pricing.line.LinePricer`, many as a table; what comes back is
equal to the last letter.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Final, TypeAlias

import pyarrow as pa

from honorarios.catalogue.version.content import decimal_text
from honorarios.core.vocabulary import Term
from honorarios.launching.agreements import Agreements
from honorarios.pricing.columns import INPUT_COLUMNS, OUTPUT_COLUMNS
from honorarios.pricing.engine import price_table
from honorarios.pricing.line import LinePricer
from honorarios.pricing.status import Status

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from honorarios.pricing.compile import Compiled

FEW: Final = 64
"""Up to here a line at a time is quicker than a table."""
STATUSES: Final = {status.code_name: status for status in Status}

EngineLine: TypeAlias = "Mapping[str, object]"
"""A line as the engine reads it: its cells by column."""


@dataclass(frozen=True, slots=True)
class Price:
    """What the engine made of one line."""

    status: Status
    unit: int
    """Unit value in centavos; 0 without a price."""
    total: int
    """Total in centavos; 0 without a price."""
    contract: str | None
    """Contract given or found; None where there is none."""
    price_row: int | None
    kept: Mapping[str, object]
    """The price trace, ready for JSON: cells given, columns written; empty ones are left out."""

    @property
    def priced(self) -> bool:
        """Whether there is a value."""
        return self.status is Status.PRICED


class Pricer:
    """A compiled catalogue that prices lines and tells what was agreed for them.

    Not to be shared between threads.
    """

    def __init__(self, compiled: Compiled) -> None:
        """Prepare both ways into the engine."""
        self.compiled = compiled
        self._lines = LinePricer(compiled)
        self.agreements = Agreements(compiled.catalogue)
        self.catalogue_hash = compiled.hash

    def price(self, lines: Sequence[EngineLine]) -> list[Price]:
        """The price of each line, in order."""
        if len(lines) <= FEW:
            return self.one_by_one(lines)
        return self.as_table(lines)

    def one_by_one(self, lines: Sequence[EngineLine]) -> list[Price]:
        """Price lines as a form does."""
        results = self._lines.price(list(lines))
        columns = {name: [told(result[name]) for result in results] for name in WRITTEN}
        return _prices(lines, columns)

    def as_table(self, lines: Sequence[EngineLine]) -> list[Price]:
        """Price lines as an import does; each distinct value of a column is read and told once."""
        table = price_table(_table(lines), self.compiled)
        return _prices(lines, {name: _told_column(table[name]) for name in WRITTEN})


WRITTEN: Final = tuple(column.name for column in OUTPUT_COLUMNS)
_ARROW: Final = {
    "moment": pa.timestamp("s"),
    "day": pa.date32(),
    "number": pa.int64(),
    "flag": pa.bool_(),
}
_GIVEN: Final = tuple(column for column in INPUT_COLUMNS if column.kind != "key")


def _table(lines: Sequence[EngineLine]) -> pa.Table:
    """The lines as a table; a column that no line has is left out."""
    columns = {}
    for column in _GIVEN:
        missing = 1 if column.name == "quantity" else None
        cells = [line.get(column.name, missing) for line in lines]
        if any(cell is not None for cell in cells):
            columns[column.name] = pa.array(cells, _ARROW.get(column.kind, pa.string()))
    return pa.table(columns)


def told(value: object) -> object:
    """A cell as JSON holds it: exact numbers and dates as text.

    >>> told(Decimal("1.500000")), told(date(2025, 1, 31)), told(7), told(None)
    ('1.5', '2025-01-31', 7, None)
    """
    if value is None or type(value) in {str, int}:
        return value
    if isinstance(value, Decimal):
        return decimal_text(value)
    if isinstance(value, datetime):
        return value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    return value.code_name if isinstance(value, Term) else value


def _told_column(column: pa.ChunkedArray) -> list[object]:
    """A column as JSON holds it; each distinct value is told once."""
    whole, scale = column.combine_chunks(), 0
    if pa.types.is_decimal64(whole.type):
        whole, scale = whole.view(pa.int64()), whole.type.scale
    if not pa.types.is_dictionary(whole.type):
        whole = whole.dictionary_encode()
    distinct = whole.dictionary.to_pylist()
    texts = [told(Decimal(value).scaleb(-scale) if scale else value) for value in distinct]
    return [None if place is None else texts[place] for place in whole.indices.to_pylist()]


def _prices(lines: Sequence[EngineLine], columns: Mapping[str, Sequence[object]]) -> list[Price]:
    rows = zip(*columns.values(), strict=True)
    return [
        _price(line, dict(zip(WRITTEN, row, strict=True)))
        for line, row in zip(lines, rows, strict=True)
    ]


def _price(line: EngineLine, written: dict[str, object]) -> Price:
    status = STATUSES[str(written["status"])]
    unit, total = written["unit_centavos"], written["total_centavos"]
    contract, row = written["contract_used"], written["price_row"]
    kept = {name: told(cell) for name, cell in line.items() if cell is not None}
    kept.update((name, cell) for name, cell in written.items() if cell is not None)
    return Price(
        status=status,
        unit=unit if isinstance(unit, int) else 0,
        total=total if isinstance(total, int) else 0,
        contract=None if contract is None else str(contract),
        price_row=row if isinstance(row, int) else None,
        kept=kept,
    )
