"""What a kind of import is: the columns of its files, and how their rows are taken in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from honorarios.catalogue.importers import ImportMapping
    from honorarios.core.findings import Finding
    from honorarios.services.imports.answers import Identical
    from honorarios.services.imports.fates import Fate
    from honorarios.services.imports.file import FileRow
    from honorarios.services.operations import Operation
    from honorarios.services.work import Work
    from honorarios.tabular import Column, Rows


class Taker(Protocol):
    """Takes the rows of one file in, some thousands at a time."""

    def read(self, rows: Sequence[FileRow]) -> Sequence[Any]:
        """Understand rows; no database is asked, so that nobody waits meanwhile."""
        ...

    def write(self, work: Work, asked: Sequence[Any], batch_id: int) -> list[Fate]:
        """Put what was read on record, within a unit of work; what becomes of each row, in order."""
        ...

    def weigh(self, work: Work, asked: Sequence[Any]) -> list[Fate]:
        """What would become of each row; nothing is written."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of import."""

    name: str
    """By which requests ask for it."""
    title: str
    """What its rows are, in Portuguese."""
    operation: Operation
    """The permission that it needs."""
    columns: tuple[Column, ...]
    lacking: Callable[[Rows, Mapping[str, str]], list[Finding]]
    """What a file lacks besides compulsory columns, given the values that all rows have in common."""
    taker: Callable[[ImportMapping, Identical], Taker]
    stand_ins: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Columns that may say what another one says, by its name: where a finding about it is."""
    names_patients: bool = False
    """Whether its rows, or what was found in them, may name patients."""
    has_lines: bool = False
    """Whether it makes fee lines, which can be reversed; nothing else is undone."""
