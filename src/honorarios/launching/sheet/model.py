"""The sheet as it is typed, and the lines that it makes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from honorarios.pricing.cells import is_empty

if TYPE_CHECKING:
    from collections.abc import Iterable

    from honorarios.core.findings import Finding
    from honorarios.core.vocabulary import Role
    from honorarios.launching.model import Entry
    from honorarios.pricing.surgery import RuleUsed

Cells = Mapping[str, object]
"""Some fields of an entry, as texts or values, by the names of :func:`launching.reading.read_entry`."""

OF_THE_ACT: Final = (
    "code",
    "access_route",
    "procedure_kind",
    "rank",
    "quantity",
    "technique",
    "laterality",
    "authorised",
)
OF_THE_MEMBER: Final = ("role", "provider", "outside_requested")
OF_THE_LINE: Final = (
    "start",
    "end",
    "cost_centre",
    "access_route",
    "procedure_kind",
    "rank",
    "quantity",
    "technique",
    "laterality",
    "authorised",
    "outside_requested",
    "split_form",
    "split_provider",
    "package_decision",
)
"""What one line may say in place of its act, its member or the head."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the sheet: an act, or somebody of the team."""

    name: str
    """What the sheet knows the row by; unique among its kind."""
    cells: Cells


@dataclass(frozen=True, slots=True)
class Sheet:
    """Acts, team and hours of a surgery, with what was chosen for single lines.

    A sheet without acts and team is one of single entries, each with all of its fields.
    """

    head: Cells = field(default_factory=dict)
    """Hours and cost centre, the same for every line that says nothing else."""
    acts: tuple[Row, ...] = ()
    team: tuple[Row, ...] = ()
    lines: Mapping[str, Cells] = field(default_factory=dict)
    """What was chosen for a line, by :func:`line_name`; ``billed`` says whether it is launched at all."""
    singles: tuple[Row, ...] = ()
    """Entries of their own: visits, consultations, exams."""
    unread: tuple[Finding, ...] = ()
    """What could not be read of the head; told with every line."""


def filled(cells: Cells) -> dict[str, object]:
    """The cells that are not empty."""
    return {name: cell for name, cell in cells.items() if cell is not None and not is_empty(cell)}


def only(cells: Cells, names: Iterable[str]) -> dict[str, object]:
    """The cells of some names that are not empty."""
    there = filled(cells)
    return {name: there[name] for name in names if name in there}


def line_name(act: str, member: str) -> str:
    """What the sheet knows the line of a member in an act by."""
    return f"{act}-{member}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLine:
    """The entry of one member in one act, or a single one."""

    name: str
    """Also the entry's key."""
    act: str
    member: str
    """Names of the rows; of a single entry both are its own."""
    entry: Entry
    rules: tuple[RuleUsed, ...] = ()
    """Why it is as it is; of one that is not launched, the last says why."""
    launched: bool = True
    """Whether it is to be launched."""


@dataclass(frozen=True, slots=True)
class Expansion:
    """The lines of a sheet, in the order of its rows."""

    lines: tuple[SheetLine, ...]
    findings: tuple[Finding, ...] = ()
    """What a person should look at; an act is ``acts.<name>``, somebody ``team.<name>``."""
    roles: tuple[Role, ...] = ()
    """The team that the acts call for; empty while no act is known."""
    team: Mapping[str, Role | None] = field(default_factory=dict)
    """The role of everybody of the team, by the row's name."""
    suggested_to: frozenset[str] = frozenset()
    """Whose role is suggested and not typed."""

    @property
    def entries(self) -> list[Entry]:
        """The entries to launch."""
        return [line.entry for line in self.lines if line.launched]
