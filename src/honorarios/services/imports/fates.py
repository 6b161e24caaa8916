"""What becomes of a row of a file, and how the record keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from honorarios.core.findings import Finding, Place, Severity
from honorarios.records.models import ImportRow, ImportRowState
from honorarios.services.imports.answers import RowView
from honorarios.tabular.cells import cell_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from honorarios.services.imports.file import FileRow
    from honorarios.tabular import Cell

IMPORTED = ImportRowState.IMPORTED
REFUSED = ImportRowState.REFUSED
PENDING = ImportRowState.PENDING
UNDONE = ImportRowState.UNDONE


class Money(NamedTuple):
    """What the lines of rows come to, in centavos."""

    lines: int = 0
    total: int = 0
    charged: int = 0


NOTHING: Final = Money()


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of one row."""

    row: FileRow
    state: ImportRowState
    findings: tuple[Finding, ...] = ()
    money: Money = NOTHING
    part_id: int | None = None
    """The part that waits for an answer about it."""

    def record(self, office_id: int, batch_id: int, headers: Mapping[str, str]) -> ImportRow:
        """The row of the record; it keeps the cells of what has still to be looked at."""
        keeps = self.state in {REFUSED, PENDING}
        return ImportRow(
            office_id=office_id,
            batch_id=batch_id,
            number=self.row.number,
            state=self.state.value,
            findings=[stored(finding, headers) for finding in self.findings],
            content=packed(self.row.cells) if keeps else None,
            part_id=self.part_id,
        )

    def view(self, headers: Mapping[str, str]) -> RowView:
        """As it is shown."""
        keeps = self.state in {REFUSED, PENDING}
        return RowView(
            number=self.row.number,
            state=self.state.value,
            findings=tuple(placed(finding, self.row.number, headers) for finding in self.findings),
            cells=tuple(map(cell_text, self.row.cells)) if keeps else (),
        )


def stored(finding: Finding, headers: Mapping[str, str]) -> dict[str, str]:
    """A finding as the record keeps it; its place is the header of the file that it concerns."""
    return {
        "code": finding.code,
        "severity": finding.severity.name.lower(),
        "field": headers.get(finding.place.field, finding.place.field),
        "message": finding.message,
        "tip": finding.tip,
    }


def restored(kept: Mapping[str, str], number: int) -> Finding:
    """The finding of a row that :func:`stored` kept."""
    return Finding(
        code=kept["code"],
        severity=Severity[kept["severity"].upper()],
        place=Place(line=number, field=kept["field"]),
        message=kept["message"],
        tip=kept["tip"],
    )


def placed(finding: Finding, number: int, headers: Mapping[str, str]) -> Finding:
    """A finding at its row and header."""
    return restored(stored(finding, headers), number)


def view_of(row: ImportRow) -> RowView:
    """A row of the record as it is shown."""
    return RowView(
        number=row.number,
        state=row.state,
        findings=tuple(restored(kept, row.number) for kept in row.findings),
        cells=tuple(map(cell_text, unpacked(row.content))),
    )


def packed(cells: Sequence[Cell]) -> list[Any]:
    """Cells as JSON, numbers of spreadsheets told from texts."""
    return [cell if isinstance(cell, str) else {"number": str(cell)} for cell in cells]


def unpacked(content: Iterable[Any] | None) -> list[Cell]:
    """The cells that :func:`packed` was given."""
    return [cell if isinstance(cell, str) else Decimal(cell["number"]) for cell in (content or ())]
