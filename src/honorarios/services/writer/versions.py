"""Rows on record that change: the next version of an edited line.

The database itself keeps the version that is replaced, and refuses any number but the next.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from honorarios.records.models import FeeLine
from honorarios.services.writer.rows import FACTS, facts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from honorarios.launching.edit import NextVersion
    from honorarios.records.models import CatalogueVersion
    from honorarios.services.loader import Loaded

WRITTEN: Final = (*(name.removesuffix("_id") for name in FACTS), "created_at", "created_by")


def next_versions(
    versions: Iterable[NextVersion],
    rows: Mapping[int, FeeLine],
    loaded: Loaded,
    *,
    catalogue: CatalogueVersion,
    author_id: int,
    now: datetime,
) -> list[FeeLine]:
    """Write the next version of some rows, given by key."""
    changed = []
    for version in versions:
        row = rows[int(str(version.of.key))]
        facts = facts_of(version.line, loaded) | {
            "version": row.version + 1,
            "catalogue_id": catalogue.pk,
            "created_at": now,
            "created_by_id": author_id,
        }
        for name, value in facts.items():
            setattr(row, name, value)
        changed.append(row)
    FeeLine.objects.bulk_update(changed, WRITTEN)
    return changed
