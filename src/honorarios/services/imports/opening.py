"""What is opened from files: attendances, stays and account parts.

They aren't registers: money hangs on them, so that a file opens what is new and never changes what is on
record. A row that says again what is there is no news; one that says otherwise is refused.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar

from honorarios.core.findings import Place
from honorarios.services.imports import codes
from honorarios.services.imports.cells import constants_of
from honorarios.services.imports.fates import IMPORTED, REFUSED, Fate
from honorarios.tabular import Column, Row
from honorarios.tabular import codes as tabular_codes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from honorarios.catalogue.importers import ImportMapping
    from honorarios.core.findings import Code, Finding
    from honorarios.services.imports.answers import Identical
    from honorarios.services.imports.file import FileRow
    from honorarios.services.work import Work
    from honorarios.tabular import Rows

Values = dict[str, Any]


class Wish:
    """A row that was read, and what is wrong with it so far."""

    def __init__(self, number: int, values: Values) -> None:
        """Nothing is wrong yet."""
        self.number = number
        self.values = values
        self.faults: list[Finding] = []

    def refuse(self, code: Code, field: str, **words: object) -> None:
        """Tell what is wrong with a field."""
        self.faults.append(code.at(Place(line=self.number, field=field), **words))

    def differ(self, what: str, record: Mapping[str, Any], titles: Mapping[str, str]) -> bool:
        """Whether it says otherwise than what is on record, which refuses it; what it leaves out agrees."""
        other = [name for name, value in self.values.items() if record.get(name, value) != value]
        if other:
            fields = ", ".join(titles[name] for name in other)
            self.refuse(codes.DIFFERENT, other[0], what=what, fields=fields)
        return bool(other)


class Opener(ABC):
    """Takes rows of one kind in."""

    columns: ClassVar[tuple[Column, ...]]

    def __init__(self, mapping: ImportMapping, _same: Identical) -> None:
        """Remember the values of all rows."""
        self._constants = constants_of(self.columns, mapping.constants)

    def read(self, rows: Sequence[FileRow]) -> Sequence[FileRow]:
        """The rows as they are: their cells were read with the file."""
        return rows

    def write(self, work: Work, asked: Sequence[FileRow], batch_id: int) -> list[Fate]:  # noqa: ARG002 - what is opened doesn't know its import
        """Open what is new."""
        wishes = {row.number: self._wish(row) for row in asked if isinstance(row, Row)}
        whole = [wish for wish in wishes.values() if not wish.faults]
        if whole:
            self.open(work, whole)
        fates = []
        for row in asked:
            reasons = wishes[row.number].faults if isinstance(row, Row) else row.reasons
            fates.append(Fate(row, REFUSED if reasons else IMPORTED, tuple(reasons)))
        return fates

    def weigh(self, work: Work, asked: Sequence[FileRow]) -> list[Fate]:
        """What would become of each row: done and undone again, its events too."""
        with work.scratch() as scratch:
            return self.write(scratch, asked, 0)

    @abstractmethod
    def open(self, work: Work, wishes: Sequence[Wish]) -> None:
        """Put wishes on record, in their order; those that can't be are refused."""

    @property
    def titles(self) -> dict[str, str]:
        """The columns by name, as messages call them."""
        return {column.name: column.label for column in self.columns}

    def _wish(self, row: Row) -> Wish:
        wish = Wish(row.number, {**self._constants, **row.values})
        for column in self.columns:
            if column.required and column.name not in wish.values:
                wish.refuse(tabular_codes.EMPTY_CELL, column.name, column=column.label)
        return wish


def lacks_nothing(_rows: Rows, _constants: Mapping[str, str]) -> list[Finding]:
    """Nothing but its compulsory columns."""
    return []
