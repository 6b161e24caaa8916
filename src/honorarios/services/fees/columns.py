"""Lines of the record as lists show them, from their columns: no row of a model is made for a page of them.

What a line says here is what :func:`honorarios.services.fees.views.view` says of its row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from honorarios.launching.model import TargetPart
from honorarios.records.models import FeeLine
from honorarios.services.fees.views import LineView

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID

    from django.db.models import QuerySet

ALIKE: Final = (
    "uid",
    "part_id",
    "number",
    "version",
    "status",
    "kind",
    "code",
    "description",
    "start",
    "end",
    "role",
    "access_route",
    "procedure_kind",
    "rank",
    "technique",
    "laterality",
    "quantity",
    "unit_value",
    "total",
    "charged",
    "treatment",
    "outside_requested",
    "split_form",
    "split_percent",
    "split_group",
    "reason",
    "special",
    "price_row",
)
"""Columns that a view tells under their own names."""
NAMED: Final = {
    "outside_stored": "outside",
    "provider__code": "provider",
    "split_provider__code": "split_provider",
    "cost_centre__code": "cost_centre",
    "catalogue__hash": "catalogue_hash",
}
"""Those that it tells under another."""
REFERENCES: Final = {
    "difference_of_id": "difference_of",
    "automatic_of_id": "automatic_of",
    "reverses_id": "reverses",
}
"""Those that lead to other lines, which a view tells by their identifiers."""
OF_THE_ORDER: Final = ("pk", "import_batch_id")
"""By which a list may be ordered, besides the others."""


def read(rows: QuerySet[FeeLine]) -> list[dict[str, Any]]:
    """The columns of lines that a view asks for."""
    return list(rows.values(*ALIKE, *NAMED, *REFERENCES, *OF_THE_ORDER))


def views_of(rows: Sequence[dict[str, Any]]) -> tuple[LineView, ...]:
    """Lines as they are shown; one query for the identifiers of the lines that they refer to."""
    uids = {row["pk"]: row["uid"] for row in rows}
    wanted = {key for row in rows for key in _references(row)} - uids.keys()
    if wanted:
        uids |= dict(FeeLine.objects.filter(pk__in=wanted).values_list("pk", "uid"))
    return tuple(_view(row, uids) for row in rows)


def _view(row: Mapping[str, Any], uids: Mapping[int, UUID]) -> LineView:
    told: dict[str, Any] = {name: row[name] for name in ALIKE}
    told |= {name: row[column] for column, name in NAMED.items()}
    told |= {name: uids.get(row[column]) for column, name in REFERENCES.items()}
    return LineView(target=TargetPart.THIS.value, **told)


def _references(row: dict[str, Any]) -> Iterable[int]:
    keys = (row[column] for column in REFERENCES)
    return (key for key in keys if key is not None)
