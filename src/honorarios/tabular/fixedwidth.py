"""Files whose columns are places in a line, as in the layouts of public health exports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from honorarios.core.findings import Place
from honorarios.tabular import codes
from honorarios.tabular.rows import Record, Records

if TYPE_CHECKING:
    from collections.abc import Sequence

    from honorarios.tabular.limits import Limits


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a layout: its places in the line, from 1, both included."""

    name: str
    first: int
    last: int


def parse_fixed_width(text: str, layout: Sequence[Field], file: str, limits: Limits) -> Records:
    """The records of a fixed-width text, headed by the layout's names as record 0."""
    width = max(field.last for field in layout)
    records = [Record(0, [field.name for field in layout])]
    for number, line in enumerate(text.split("\n"), start=1):
        if len(records) > limits.rows:
            too_many = codes.TOO_MANY_ROWS.at(Place(file), limit=limits.rows)
            return Records(file, records, (too_many,))
        records += _record(line.removesuffix("\r"), number, layout, width, file)
    return Records(file, records)


def _record(line: str, number: int, layout: Sequence[Field], width: int, file: str) -> list[Record]:
    if not line.strip():
        return []
    if len(line) < width:
        short = codes.SHORT_LINE.at(Place(file, number), length=len(line), width=width)
        return [Record(number, [line], short)]
    return [Record(number, [line[field.first - 1 : field.last] for field in layout])]
