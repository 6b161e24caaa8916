"""One line, dict in and dict out: the form's way into the engine, a batch of one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Final

from honorarios.catalogue.schema import Basis
from honorarios.core.calendar import day_of
from honorarios.pricing.cells import (
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
from honorarios.pricing.layout import (
    FIRST_DAY,
    LAST_DAY,
    NONE,
    Lines,
    Results,
    new_lines,
    new_results,
)
from honorarios.pricing.rule import price
from honorarios.pricing.status import STATUS_NAMES, Stage, Status

if TYPE_CHECKING:
    from honorarios.pricing.compile import Compiled

BASES: Final = tuple(basis.value for basis in Basis)


def reader(column: InputColumn, compiled: Compiled) -> Callable[[object], int]:
    """The function that reads a cell of a column."""
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


class LinePricer:
    """Prices lines one by one or an account at a time, with a compiled catalogue.

    Not to be shared between threads.
    """

    def __init__(self, compiled: Compiled) -> None:
        """Prepare the readers of every column."""
        self._compiled = compiled
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
        price(read, self._compiled.addresses, results)
        if results.wide.any():
            widen(results, read.quantity, self._compiled)
        return [
            {"line_id": i, **line, **result_dict(results, i, self._compiled)}
            for i, line in enumerate(lines)
        ]


def _shown(places: int) -> Callable[[int, Compiled], Decimal]:
    unit = Decimal(1).scaleb(-places)
    return lambda number, _compiled: number * unit


def _day(number: int, _compiled: Compiled) -> date | None:
    return None if number in (FIRST_DAY, LAST_DAY) else day_of(number)


_WRITERS: Final[dict[str, tuple[str, Callable[[int, Compiled], object]]]] = {
    "contract_used": ("contract", lambda number, compiled: compiled.contracts[number]),
    "terms_from": (
        "segment",
        lambda number, compiled: day_of(int(compiled.arrays.segments["terms_from"][number])),
    ),
    "price_rule": (
        "rule",
        lambda number, compiled: None if number == NONE else compiled.rule_names[number],
    ),
    "level": ("level", lambda number, _compiled: number),
    "schedule": (
        "schedule",
        lambda number, compiled: None if number == NONE else compiled.schedules[number],
    ),
    "price_row": ("price_row", lambda number, _compiled: None if number == NONE else number),
    "valid_from": ("valid_from", _day),
    "valid_to": ("valid_to", _day),
    "basis": ("basis", lambda number, _compiled: BASES[number]),
    "fee_unit": ("fee_unit", lambda number, compiled: compiled.units[number]),
    "unit_centavos": ("unit_centavos", lambda number, _compiled: number),
    "total_centavos": ("total_centavos", lambda number, _compiled: number),
}


def _writer(column: OutputColumn) -> tuple[str, Callable[[int, Compiled], object]]:
    if column.name in _WRITERS:
        return _WRITERS[column.name]
    return column.name, _shown(column.type.scale)


_BY_STAGE: Final = [
    (column.name, column.stage, *_writer(column))
    for column in OUTPUT_COLUMNS
    if column.name not in ("status", "catalogue_hash")
]


def result_dict(results: Results, i: int, compiled: Compiled) -> dict[str, object]:
    """The engine's columns of one line; what comes after the failed step is None."""
    status = int(results.status[i])
    stage: Stage = Status(status).stage
    row: dict[str, object] = {"status": STATUS_NAMES[status]}
    for name, needed, field, written in _BY_STAGE:
        row[name] = written(int(getattr(results, field)[i]), compiled) if stage >= needed else None
    row["catalogue_hash"] = compiled.hash
    return row


def price_line(line: Mapping[str, object], compiled: Compiled) -> dict[str, object]:
    """Price one line: the line itself with the engine's columns, amounts in centavos, decimals exact."""
    return LinePricer(compiled).price([line])[0]
