"""The history of a line: every version it had, who wrote it and what each changed."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime  # noqa: TC003 - part of an answer's type
from typing import TYPE_CHECKING, Final

from honorarios.records import selectors
from honorarios.records.models import FeeLineVersion
from honorarios.services import access
from honorarios.services.fees.listing import line_views
from honorarios.services.fees.recorded import JOINED, line_of
from honorarios.services.fees.views import LineView, view
from honorarios.services.operations import Operation
from honorarios.services.permissions import sees_values_of
from honorarios.services.work import consult

if TYPE_CHECKING:
    from uuid import UUID

    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work

OF_THE_ROW: Final = frozenset({"version", "uid", "part_id", "number", "split_group", "price_row"})
"""What a version has that says nothing of the act."""


@dataclass(frozen=True, slots=True)
class VersionView:
    """A version of a line."""

    line: LineView
    written_at: datetime
    author: str
    """Name of the user that wrote it."""
    changes: tuple[str, ...]
    """Fields of :class:`LineView` that differ from the version before; of the first, none."""


def versions(*, actor: Actor, uid: UUID | str) -> Result[tuple[VersionView, ...]]:
    """Every version of a line within reach, the first one first."""
    return consult(actor=actor, operation=Operation.FEES_LIST, do=lambda work: _versions(work, uid))


def _versions(work: Work, uid: UUID | str) -> tuple[VersionView, ...]:
    found = access.line(work.scope, uid)
    joined = (*JOINED, "created_by")
    row = selectors.lines(work.scope).select_related(*joined).defer("kept").get(pk=found.pk)
    (now,) = line_views([row])
    earlier = FeeLineVersion.objects.filter(line=row).select_related(*joined).defer("kept")
    told = [
        (_as_it_was(one, now), one)
        for one in earlier.order_by("version")
        # What was a colleague's before it was theirs is not a physician's to see.
        if sees_values_of(work.actor, one.provider_id)
    ]
    shown: list[VersionView] = []
    for line, one in [*told, (now, row)]:
        before = shown[-1].line if shown else None
        shown.append(VersionView(line, one.created_at, str(one.created_by), _changed(before, line)))
    return tuple(shown)


def _as_it_was(one: FeeLineVersion, now: LineView) -> LineView:
    """A version in the words of a line, tied to others as the line is today."""
    said = view(line_of(one))
    kept = {name: getattr(now, name) for name in ("uid", "part_id", "number", "automatic_of")}
    values = {field.name: getattr(said, field.name) for field in fields(said)}
    return LineView(
        **{
            **values,
            **kept,
            "version": one.version,
            "status": one.status,
            "split_group": one.split_group,
            "difference_of": now.difference_of,
            "reverses": now.reverses,
        }
    )


def _changed(before: LineView | None, line: LineView) -> tuple[str, ...]:
    if before is None:
        return ()
    return tuple(
        field.name
        for field in fields(line)
        if field.name not in OF_THE_ROW and getattr(before, field.name) != getattr(line, field.name)
    )
