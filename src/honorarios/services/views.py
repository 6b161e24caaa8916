"""Saved views: the filters of a list under a name, for oneself or for the office's colleagues too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.db.models import Q

from honorarios.records import selectors
from honorarios.records.models import SavedView
from honorarios.services import access, codes
from honorarios.services.operations import Operation
from honorarios.services.outcomes import at, refuse
from honorarios.services.texts import within
from honorarios.services.work import consult, perform

if TYPE_CHECKING:
    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work

LONGEST_SCREEN: Final = 60
LONGEST_NAME: Final = 80
LONGEST_QUERY: Final = 2_000
MOST_VIEWS: Final = 50
"""Of a person on one screen."""


@dataclass(frozen=True, slots=True)
class ViewView:
    """A saved view."""

    view_id: int
    screen: str
    name: str
    query: str
    """The filters as they stand in the address, without the question mark."""
    shared: bool
    own: bool
    """Whether it is the actor's; only theirs can be changed or removed by them."""


@dataclass(frozen=True, slots=True)
class RemovedView:
    """That a view is gone."""

    view_id: int
    name: str


def listed(*, actor: Actor, screen: str) -> Result[tuple[ViewView, ...]]:
    """The actor's own views of a screen and those that colleagues share, by name."""

    def do(work: Work) -> tuple[ViewView, ...]:
        rows = selectors.owned(SavedView, work.scope).filter(screen=screen)
        found = rows.filter(Q(user_id=work.actor.user_id) | Q(shared=True)).order_by("name", "pk")
        return tuple(_view(work, row) for row in found)

    return consult(actor=actor, operation=Operation.DESK_OWN, do=do)


def save(
    *, actor: Actor, screen: str, name: str, query: str, shared: bool = False
) -> Result[ViewView]:
    """Keep filters under a name, in the place of the actor's own view of that name.

    What the filters show is decided when the list is read, by whoever reads it: a shared view shows
    nobody more than their own reach.
    """

    def do(work: Work) -> ViewView:
        place = within(screen, "screen", title="Tela", longest=LONGEST_SCREEN)
        called = within(name, "name", title="Nome", longest=LONGEST_NAME)
        filters = within(query, "query", title="Filtros", longest=LONGEST_QUERY).lstrip("?")
        if not called:
            refuse(at(codes.NAME_REQUIRED, "name"))
        mine = selectors.owned(SavedView, work.scope).filter(
            user_id=work.actor.user_id, screen=place
        )
        if mine.exclude(name=called).count() >= MOST_VIEWS:
            refuse(at(codes.TOO_MANY_VIEWS, "name", most=MOST_VIEWS))
        row, _ = SavedView.objects.update_or_create(
            office_id=work.actor.office_id,
            user_id=work.actor.user_id,
            screen=place,
            name=called,
            defaults={"query": filters, "shared": shared},
        )
        return _view(work, row)

    return perform(actor=actor, operation=Operation.DESK_OWN, answer=ViewView, do=do)


def remove(*, actor: Actor, view_id: int) -> Result[RemovedView]:
    """Forget a view of the actor's own."""

    def do(work: Work) -> RemovedView:
        rows = selectors.owned(SavedView, work.scope).filter(user_id=work.actor.user_id)
        row = access.one(rows, f"A visão {view_id}", pk=view_id)
        row.delete()
        return RemovedView(view_id, row.name)

    return perform(actor=actor, operation=Operation.DESK_OWN, answer=RemovedView, do=do)


def _view(work: Work, row: SavedView) -> ViewView:
    return ViewView(
        view_id=row.pk,
        screen=row.screen,
        name=row.name,
        query=row.query,
        shared=row.shared,
        own=row.user_id == work.actor.user_id,
    )
