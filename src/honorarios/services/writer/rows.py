"""From a line to its row, with codes resolved to keys."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any, Final

from honorarios.core.vocabulary import LineStatus
from honorarios.records.models import FeeLine, LineFacts
from honorarios.services.loader.terms import code_name

if TYPE_CHECKING:
    from honorarios.launching.model import Line
    from honorarios.launching.reversal import Mirror
    from honorarios.services.loader import Loaded

FACTS: Final = tuple(
    field.attname
    for field in LineFacts._meta.local_fields  # noqa: SLF001 - Django documents it
    if field.name not in {"office", "created_at", "created_by"}
)
"""The columns that say what a line is, in each of its versions."""
LONGEST_DESCRIPTION: Final = 300


def facts_of(line: Line, loaded: Loaded) -> dict[str, Any]:
    """The columns of a line that do not tie it to others."""
    return {
        "kind": line.line_kind.code_name,
        "code": line.code,
        "description": line.description[:LONGEST_DESCRIPTION],
        "start": line.start,
        "end": line.end,
        "provider_id": loaded.provider_id(line.provider),
        "role": code_name(line.role),
        "access_route": code_name(line.access_route),
        "procedure_kind": line.procedure_kind.code_name,
        "rank": line.rank,
        "technique": code_name(line.technique),
        "laterality": code_name(line.laterality),
        "quantity": line.quantity,
        "cost_centre_id": loaded.cost_centre_id(line.cost_centre),
        "unit_value": line.unit_value,
        "total": line.total,
        "charged": line.charged,
        "treatment": line.treatment.code_name,
        "outside_requested": line.outside_requested,
        "outside_stored": line.outside_stored,
        "split_form": line.split_form.code_name,
        "split_provider_id": loaded.provider_id(line.split_provider),
        "split_percent": line.split_percent,
        "special": line.special,
        "kept": line.kept,
        "price_row": line.price_row,
    }


_FIELDS: Final = FeeLine._meta.concrete_fields  # noqa: SLF001 - Django documents it
_ATTRIBUTES: Final = tuple(field.attname for field in _FIELDS)
_EMPTY: Final = {
    field.attname: field.default if field.has_default() and not callable(field.default) else None
    for field in _FIELDS
}


def new_line(**columns: Any) -> FeeLine:  # noqa: ANN401 - any column
    """A row to be inserted; the columns left out are empty or have their default.

    As ``FeeLine(**columns)``, which takes five times as long with so many columns.
    """
    values = {**_EMPTY, "uid": uuid.uuid4(), **columns}
    return FeeLine(*[values[name] for name in _ATTRIBUTES])


def mirror_of(row: FeeLine, mirror: Mirror, number: int, author_id: int) -> FeeLine:
    """The opposite of a row: its own columns, with the other sign of quantity, total and charge."""
    line = mirror.line
    facts = {name: getattr(row, name) for name in FACTS}
    facts |= {
        "version": 1,
        "status": LineStatus.REVERSAL.code_name,
        "quantity": line.quantity,
        "total": line.total,
        "charged": line.charged,
    }
    return new_line(
        office_id=row.office_id,
        part_id=row.part_id,
        billing_unit_id=row.billing_unit_id,
        number=number,
        reverses_id=row.pk,
        reason=mirror.reason,
        created_by_id=author_id,
        **facts,
    )
