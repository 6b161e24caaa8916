"""What somebody asks to launch."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from honorarios.core.findings import Place
from honorarios.core.vocabulary import ProcedureKind, SplitForm

if TYPE_CHECKING:
    from datetime import datetime

    from honorarios.core.findings import Finding
    from honorarios.core.vocabulary import AccessRoute, Laterality, Role, Technique


class PackageDecision(StrEnum):
    """The answer to "include it in the package?", sent along with the entry."""

    CONFIRM = "confirm"
    DECLINE = "decline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One act of one professional, as somebody enters it; None is an empty field.

    :func:`honorarios.launching.reading.read_entry` makes one from texts.
    """

    code: str | None
    """Digits only."""
    start: datetime | None
    """Local wall time of the place, as is ``end``."""
    end: datetime | None = None
    provider: str | None = None
    """Code of who acted; of the principal provider where a fee is divided by value."""
    role: Role | None = None
    access_route: AccessRoute | None = None
    procedure_kind: ProcedureKind = ProcedureKind.PRINCIPAL
    quantity: int | None = 1
    """1 to 999."""
    cost_centre: str | None = None
    outside_requested: bool = False
    """Whether "Fora da Conta" was ticked (seed, section 06)."""
    split_form: SplitForm = SplitForm.NONE
    """VALUE where "Divisão de cobrança" was ticked; a division by percentage is found by its rule."""
    split_provider: str | None = None
    """"Prestador divisão de honorários": who receives the fee of a division by value."""
    special: bool = False
    """Whether it is entered by the verb for special items."""
    technique: Technique | None = None
    laterality: Laterality | None = None
    rank: int | None = None
    """Place of the act in the surgery, from 1."""
    authorised: bool = True
    """Whether the payer authorised the code."""
    package_decision: PackageDecision | None = None
    key: str | int | None = None
    """Whatever the caller knows the entry by: its own key, or the row's number in a file."""
    unread: tuple[Finding, ...] = ()
    """What could not be read of the fields, which are None then; returned with the other findings."""

    def place(self, field: str) -> Place:
        """Where a field of this entry is."""
        return Place(line=self.key if isinstance(self.key, int) else None, field=field)

    def is_unread(self, field: str) -> bool:
        """Whether a field was filled with what could not be read: it is not empty then."""
        return any(finding.place.field == field for finding in self.unread)
