"""What comes out of a file: records as they stand in it, typed rows, and refused rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from honorarios.core.findings import Finding, Place

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from honorarios.tabular.cells import Cell

Value = TypeVar("Value")


class Record(NamedTuple):
    """A line of a file before it is understood."""

    number: int
    """Row as the person sees it: a spreadsheet's row, the first line of a CSV record; from 1."""
    cells: Sequence[Cell]
    problem: Finding | None = None
    """Why the line cannot even be cut into cells."""


class Merged(NamedTuple):
    """Cells of a spreadsheet that are shown as one, over several rows; only the first has the value."""

    top: int
    """Row, from 1."""
    bottom: int
    columns: range
    """Places in a row, from 0."""


@dataclass(frozen=True, slots=True)
class Records:
    """All lines of a file, and what is wrong with the file as a whole."""

    file: str
    records: Sequence[Record] = ()
    findings: tuple[Finding, ...] = ()
    merged: tuple[Merged, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A line that was understood: its values by wanted column; a missing or blank one is None."""

    number: int
    values: Mapping[str, object]
    cells: Sequence[Cell]

    def get(self, name: str, kind: type[Value]) -> Value | None:
        """The value of a column, of the type that the column reads; asking for another raises."""
        value = self.values.get(name)
        if value is None or isinstance(value, kind):
            return value
        message = f"column {name} holds {type(value).__name__}, not {kind.__name__}"
        raise TypeError(message)

    def text(self, name: str) -> str | None:
        """The text of a column."""
        return self.get(name, str)

    def decimal(self, name: str) -> Decimal | None:
        """The number of a column."""
        return self.get(name, Decimal)

    def integer(self, name: str) -> int | None:
        """The whole number of a column."""
        return self.get(name, int)

    def day(self, name: str) -> date | None:
        """The date of a column."""
        return self.get(name, date)


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A line that is not used, and every reason why."""

    number: int
    cells: Sequence[Cell]
    reasons: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """A file read by columns."""

    file: str
    headers: tuple[str, ...] = ()
    """The header as it stands in the file."""
    mapping: Mapping[str, str]
    """Header that each wanted column was read from."""
    rows: tuple[Row, ...] = ()
    refused: tuple[RefusedRow, ...] = ()
    findings: tuple[Finding, ...] = ()
    """What concerns the file or a column as a whole."""

    @property
    def count(self) -> int:
        """Lines below the header that are not blank."""
        return len(self.rows) + len(self.refused)

    @property
    def unused(self) -> tuple[str, ...]:
        """Headers that no wanted column was read from."""
        used = set(self.mapping.values())
        return tuple(header for header in self.headers if header and header not in used)

    def place(self, number: int, name: str = "") -> Place:
        """Where a wanted column of a row is in the file."""
        return Place(self.file, number, self.mapping.get(name, name))
