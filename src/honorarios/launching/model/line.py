"""A line to write, and a line on record."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from honorarios.core.vocabulary import LineKind, LineStatus, ProcedureKind, SplitForm, Treatment

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping
    from datetime import datetime
    from decimal import Decimal

    from honorarios.core.vocabulary import AccessRoute, Laterality, Role, Technique


class TargetPart(StrEnum):
    """Which part of the account a line goes to."""

    THIS = "this"
    PRIVATE = "private"
    """The account's part for private expenses; created if there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line to write. Amounts are whole centavos.

    ``total`` is ``unit_value * quantity``, unless the contract rounds the line and not the unit, or
    pays the units after the first less: then it is what the engine made of the whole.

    Lines of one outcome refer to each other by their number in it, from 0.
    """

    code: str
    start: datetime
    end: datetime | None
    quantity: int
    """1 to 999; negative on a reversal."""
    unit_value: int
    total: int
    charged: int
    """``total``, or 0 where the treatment is COVERED or NOT_CHARGED."""
    kept: Mapping[str, object]
    """The price trace, ready for JSON: the cells the engine was given and the columns it wrote."""
    catalogue_hash: str
    price_row: int | None
    """Number of the price row in that catalogue; None for a price that a rule fixes."""
    description: str = ""
    part: TargetPart = TargetPart.THIS
    line_kind: LineKind = LineKind.PROFESSIONAL_FEE
    provider: str | None = None
    """None on a facility fee only, as is ``role``."""
    role: Role | None = None
    access_route: AccessRoute | None = None
    procedure_kind: ProcedureKind = ProcedureKind.PRINCIPAL
    cost_centre: str | None = None
    treatment: Treatment = Treatment.NORMAL
    outside_requested: bool = False
    outside_stored: bool = False
    """HONORARIOFORA of the seed."""
    split_form: SplitForm = SplitForm.NONE
    split_provider: str | None = None
    split_percent: Decimal | None = None
    split_group: int | None = None
    """Number of the first line of the division that this line is a share of."""
    difference_of: int | None = None
    """Number of the insurer's line whose difference this private line is."""
    automatic_of: int | None = None
    """Number of the line that brought this facility fee."""
    special: bool = False
    technique: Technique | None = None
    laterality: Laterality | None = None
    rank: int | None = None
    authorised: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """A line on record, with what ties it to other lines on record.

    These references are the record's keys; those numbers inside ``line`` mean nothing here.
    """

    key: Hashable
    line: Line
    part: Hashable
    """The key of the part it is in."""
    status: LineStatus = LineStatus.ACTIVE
    version: int = 1
    split_group: Hashable | None = None
    difference_of: Hashable | None = None
    automatic_of: Hashable | None = None
    reverses: Hashable | None = None
