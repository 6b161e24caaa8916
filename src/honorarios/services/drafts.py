"""Forms that aren't finished: kept while they are typed, for whoever types them, gone when they are saved.

A draft holds what its form holds and no more, nobody else reads it, and after
:data:`EXPIRES_AFTER` it is gone.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from honorarios.records.models import Draft
from honorarios.services import codes
from honorarios.services.operations import Operation
from honorarios.services.outcomes import at, refuse
from honorarios.services.texts import within
from honorarios.services.work import consult, perform

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.db.models import QuerySet

    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work

LONGEST_KIND: Final = 40
LONGEST_PLACE: Final = 60
LARGEST: Final = 128 * 1024
"""Bytes of a draft's content as JSON."""
MOST_LISTED: Final = 50
EXPIRES_AFTER: Final = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class DraftView:
    """A form that isn't finished."""

    kind: str
    place: str
    content: dict[str, Any]
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class Kept:
    """When a draft was kept."""

    updated_at: datetime


@dataclass(frozen=True, slots=True)
class Dropped:
    """Whether there was a draft to drop."""

    was_there: bool


def get(*, actor: Actor, kind: str, place: str) -> Result[DraftView | None]:
    """The actor's own draft of a form; None where there is none, or it has expired."""

    def do(work: Work) -> DraftView | None:
        row = _living(work).filter(kind=kind, place=place).first()
        return None if row is None else _view(row)

    return consult(actor=actor, operation=Operation.DESK_OWN, do=do)


def listed(*, actor: Actor, kind: str = "") -> Result[tuple[DraftView, ...]]:
    """The actor's own drafts, of a form or of all, the last ones first: at most :data:`MOST_LISTED`."""

    def do(work: Work) -> tuple[DraftView, ...]:
        rows = _living(work).order_by("-updated_at", "pk")
        wanted = rows.filter(kind=kind) if kind else rows
        return tuple(map(_view, wanted[:MOST_LISTED]))

    return consult(actor=actor, operation=Operation.DESK_OWN, do=do)


def keep(*, actor: Actor, kind: str, place: str, content: Mapping[str, Any]) -> Result[Kept]:
    """Keep a form as it stands, in the place of what was kept of it; expired drafts are dropped.

    ``content`` is ready for JSON.
    """

    def do(work: Work) -> Kept:
        form = within(kind, "kind", title="Formulário", longest=LONGEST_KIND)
        where = within(place, "place", title="Lugar", longest=LONGEST_PLACE)
        held = dict(content)
        if len(json.dumps(held, ensure_ascii=False).encode()) > LARGEST:
            refuse(at(codes.DRAFT_TOO_LARGE))
        _expired(work).delete()
        row, _ = Draft.objects.update_or_create(
            office_id=work.actor.office_id,
            user_id=work.actor.user_id,
            kind=form,
            place=where,
            defaults={"content": held},
        )
        return Kept(row.updated_at)

    return perform(actor=actor, operation=Operation.DESK_OWN, answer=Kept, do=do)


def drop(*, actor: Actor, kind: str, place: str) -> Result[Dropped]:
    """Forget a draft: its form was saved, or given up."""

    def do(work: Work) -> Dropped:
        count, _ = _own(work).filter(kind=kind, place=place).delete()
        return Dropped(count > 0)

    return perform(actor=actor, operation=Operation.DESK_OWN, answer=Dropped, do=do)


def _own(work: Work) -> QuerySet[Draft]:
    return Draft.objects.filter(office_id=work.actor.office_id, user_id=work.actor.user_id)


def _living(work: Work) -> QuerySet[Draft]:
    return _own(work).filter(updated_at__gt=work.now - EXPIRES_AFTER)


def _expired(work: Work) -> QuerySet[Draft]:
    """The whole office's: whoever has left it comes back to drop none of theirs."""
    old = Draft.objects.filter(office_id=work.actor.office_id)
    return old.filter(updated_at__lte=work.now - EXPIRES_AFTER)


def _view(row: Draft) -> DraftView:
    return DraftView(row.kind, row.place, row.content, row.updated_at)
