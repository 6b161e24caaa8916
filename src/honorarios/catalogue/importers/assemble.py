"""Rows of a list into the head and the canonical price table of an edition."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from honorarios.catalogue.documents import read_document
from honorarios.catalogue.importers import codes
from honorarios.catalogue.importers.report import Head, ImportReport
from honorarios.catalogue.prices import KEY, price_rows, row_findings
from honorarios.catalogue.schema import FeeSchedule, ScheduleKind
from honorarios.catalogue.yaml_source import Data, YamlDocument
from honorarios.core.findings import Finding, Place, Severity, has_errors
from honorarios.tabular import RefusedRow, Row, Rows

if TYPE_CHECKING:
    import pyarrow as pa

PriceRow = Mapping[str, object]
"""Values by price column; a missing one is empty."""
Outcome = Sequence[PriceRow] | Finding
"""The prices of a line, or why it gives none: an error refuses the line, a warning skips it."""
Pricing = Callable[[Row], Outcome]
Key = tuple[object, ...]
_LISTED: Final = 10
"""Lines that a message names."""


def assemble(rows: Rows, price: Pricing, head: Head, kind: ScheduleKind) -> ImportReport:
    """Price every line of a list, and put the prices together as an edition.

    Args:
        rows: The list, read by columns.
        price: What a line costs.
        head: The schedule and edition it becomes.
        kind: Family of the schedule.
    """
    lines = _Lines(rows)
    for row in rows.rows:
        lines.add(row, price(row))
    lines.refuse_conflicts()
    table = lines.table()
    schedule, faults = _schedule(head, kind, rows.file)
    findings = [*rows.findings, *faults]
    if not table.num_rows and not has_errors(findings):
        findings.append(codes.NO_PRICES.at(Place(rows.file)))
    return ImportReport(
        file=rows.file,
        schedule=schedule,
        prices=table,
        rows_read=rows.count,
        refused=tuple(sorted(lines.refused.values(), key=_number)),
        skipped=tuple(sorted(lines.skipped, key=_number)),
        findings=tuple(findings),
        headers=rows.headers,
        mapping=rows.mapping,
        unused=rows.unused,
    )


def _number(row: RefusedRow) -> int:
    return row.number


def _schedule(
    head: Head, kind: ScheduleKind, file: str
) -> tuple[FeeSchedule | None, list[Finding]]:
    edition: dict[str, Data] = {
        "id": head.edition,
        "valid_from": head.valid_from.isoformat(),
        "valid_to": head.valid_to.isoformat() if head.valid_to else None,
        "source": head.source,
        "inherits": head.inherits,
        "prices": f"{head.schedule}-{head.edition}.csv",
    }
    data: dict[str, Data] = {
        "id": head.schedule,
        "name": head.name or head.schedule,
        "kind": str(kind),
        "tiss_code": head.tiss_code,
        "owner": head.owner or None,
        "licence_note": head.licence_note or None,
        "editions": [_stated(edition)],
    }
    return read_document(FeeSchedule, YamlDocument(_stated(data), {}), file)


def _stated(data: dict[str, Data]) -> dict[str, Data]:
    """Only what is stated: what is left to defaults is not written into a catalogue."""
    return {name: value for name, value in data.items() if value is not None}


@dataclass(slots=True)
class _Lines:
    """The lines of a list as they are priced."""

    rows: Rows
    priced: dict[int, Sequence[PriceRow]] = field(default_factory=dict)
    """Prices by line."""
    sources: dict[int, Row] = field(default_factory=dict)
    refused: dict[int, RefusedRow] = field(default_factory=dict)
    skipped: list[RefusedRow] = field(default_factory=list)
    repeated: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.refused = {row.number: row for row in self.rows.refused}

    def add(self, row: Row, outcome: Outcome) -> None:
        """Keep what became of a line."""
        self.sources[row.number] = row
        if not isinstance(outcome, Finding):
            self.priced[row.number] = outcome
        elif outcome.severity is Severity.ERROR:
            self._refuse(row.number, outcome)
        else:
            self.skipped.append(RefusedRow(row.number, row.cells, (outcome,)))

    def _refuse(self, number: int, reason: Finding) -> None:
        self.priced.pop(number, None)
        before = self.refused[number].reasons if number in self.refused else ()
        cells = self.sources[number].cells
        self.refused[number] = RefusedRow(number, cells, (*before, reason))

    def refuse_conflicts(self) -> None:
        """Two lines that price the same thing: skipped if they agree, refused if they do not."""
        lines: dict[Key, list[int]] = defaultdict(list)
        for number, prices in self.priced.items():
            for price in prices:
                lines[_key(price)].append(number)
        for key, numbers in lines.items():
            if len(numbers) > 1:
                self._settle(str(key[0]), sorted(set(numbers)))

    def _settle(self, code: str, numbers: Sequence[int]) -> None:
        first, *others = (number for number in numbers if number not in self.repeated)
        if not others:
            return
        if all(self._same_prices(first, other) for other in others):
            for number in others:
                self._repeat(number, code, first)
            return
        told = ", ".join(map(str, numbers[:_LISTED])) + (" e outras" if numbers[_LISTED:] else "")
        for number in (first, *others):
            self._refuse(number, codes.CONFLICT.at(self.rows.place(number), code=code, lines=told))

    def _same_prices(self, first: int, second: int) -> bool:
        """Whether both lines still count and say the same, in whatever words."""
        both = [self.priced.get(number) for number in (first, second)]
        values = [[{**price, "description": None} for price in prices or ()] for prices in both]
        return values[0] == values[1] != []

    def _repeat(self, number: int, code: str, first: int) -> None:
        del self.priced[number]
        self.repeated.add(number)
        reason = codes.REPEATED.at(self.rows.place(number), code=code, line=first)
        self.skipped.append(RefusedRow(number, self.sources[number].cells, (reason,)))

    def table(self) -> pa.Table:
        """The canonical table of the lines that hold every rule of a price row."""
        table = self._table()
        number_of = {
            _key(price): number for number, prices in self.priced.items() for price in prices
        }
        keys = list(zip(*(table[name].to_pylist() for name in KEY), strict=True))

        def place(row: int, column: str) -> Place:
            return self.rows.place(number_of[keys[row]], column)

        broken = row_findings(table, place)
        for finding in broken:
            self._refuse(finding.place.line or 0, finding)
        return self._table() if broken else table

    def _table(self) -> pa.Table:
        return price_rows(price for prices in self.priced.values() for price in prices)


def _key(price: PriceRow) -> Key:
    return tuple(price.get(name) for name in KEY)
