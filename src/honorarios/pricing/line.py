"""One line, dict in and dict out: the form's way into the engine, a batch of one."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Final

import pyarrow as pa

from honorarios.core.calendar import day_of
from honorarios.pricing.cells import (
    accommodation_number,
    code_number,
    day_cell,
    flag_number,
    moment_number,
    name_number,
    term_number,
    whole_number,
)
from honorarios.pricing.columns import INPUT_COLUMNS, OUTPUT_COLUMNS, InputColumn, OutputColumn
from honorarios.pricing.exact import widen
from honorarios.pricing.interned import Lines, Results, new_lines, new_results
from honorarios.pricing.records import FIRST_DAY, LAST_DAY, NONE
from honorarios.pricing.rule import price
from honorarios.pricing.status import Status

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from honorarios.pricing.compile import Compiled

STATUSES: Final = tuple(Status)


def reader(column: InputColumn, compiled: Compiled) -> Callable[[object], int]:
    """The function that reads a cell of a column."""
    if column.name == "accommodation":
        return partial(accommodation_number, numbers=compiled.numbers["accommodation"])
    if column.kind == "name":
        return partial(name_number, numbers=compiled.numbers[column.name])
    if column.kind == "code":
        return partial(code_number, numbers=compiled.numbers["code"])
    if column.spellings is not None:
        return partial(term_number, spellings=column.spellings)
    readers: dict[str, Callable[[object], int]] = {
        "moment": moment_number,
        "day": day_cell,
        "number": whole_number,
        "flag": flag_number,
    }
    return readers[column.kind]


def closed(lines: Lines) -> Lines:
    """The lines, closed to writing as columns of Arrow are: the rule is compiled for one kind of array."""
    for column in lines:
        column.flags.writeable = False
    return lines


class LinePricer:
    """Prices lines one by one or an account at a time, with a compiled catalogue.

    Not to be shared between threads.
    """

    def __init__(self, compiled: Compiled) -> None:
        """Prepare the readers of every column."""
        self._compiled = compiled
        self._writer = ResultWriter(compiled)
        self._readers = [
            (column.name, reader(column, compiled))
            for column in INPUT_COLUMNS
            if column.name in Lines._fields
        ]

    def price(self, lines: list[Mapping[str, object]]) -> list[dict[str, object]]:
        """Price lines; each result is the line itself with the engine's columns."""
        read = new_lines(len(lines))
        for name, cell in self._readers:
            missing = 1 if name == "quantity" else None
            column = getattr(read, name)
            for i, line in enumerate(lines):
                column[i] = cell(line.get(name, missing))
        results = new_results(len(lines))
        price(closed(read), self._compiled.addresses, results)
        if results.wide.any():
            widen(results, read.quantity, self._compiled)
        return [
            {"line_id": i + 1, **line, **self._writer.write(results, i)}
            for i, line in enumerate(lines)
        ]


EMPTY_NUMBERS: Final = {
    "price_rule": NONE,
    "schedule": NONE,
    "price_row": NONE,
    "valid_from": FIRST_DAY,
    "valid_to": LAST_DAY,
}
"""The number that stands for an empty cell in columns that may have one at any stage."""


def _writer(column: OutputColumn, names: Mapping[str, tuple[str, ...]]) -> Callable[[int], object]:
    """The function that turns a column's number into the value that people see."""
    if column.name in names:
        return names[column.name].__getitem__
    if pa.types.is_date32(column.type):
        return day_of
    if pa.types.is_decimal(column.type):
        unit = Decimal(1).scaleb(-column.type.scale)
        return lambda number: number * unit
    return int


class ResultWriter:
    """Turns the rule's results into dictionaries."""

    def __init__(self, compiled: Compiled) -> None:
        """Prepare the writers of every column."""
        names = compiled.names
        self._hash = compiled.hash
        self._columns = [
            (column.name, column.stage, EMPTY_NUMBERS.get(column.name), _writer(column, names))
            for column in OUTPUT_COLUMNS
            if column.name not in ("status", "catalogue_hash")
        ]

    def write(self, results: Results, i: int) -> dict[str, object]:
        """The engine's columns of one line; what comes after the failed step is None."""
        status = STATUSES[results.status[i]]
        row: dict[str, object] = {"status": status.code_name}
        for name, stage, empty, written in self._columns:
            number = int(getattr(results, name)[i])
            row[name] = written(number) if status.stage >= stage and number != empty else None
        row["catalogue_hash"] = self._hash
        return row


def price_line(line: Mapping[str, object], compiled: Compiled) -> dict[str, object]:
    """Price one line: the line itself with the engine's columns, amounts in centavos, decimals exact."""
    return LinePricer(compiled).price([line])[0]
