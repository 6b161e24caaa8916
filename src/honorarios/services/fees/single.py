"""One fee line as it stands, for whoever is about to change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.records import selectors
from honorarios.services import access
from honorarios.services.fees.listing import line_views, shown
from honorarios.services.operations import Operation
from honorarios.services.work import consult

if TYPE_CHECKING:
    from uuid import UUID

    from honorarios.services.actor import Actor
    from honorarios.services.fees.views import LineView
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work


def line(*, actor: Actor, uid: UUID | str) -> Result[LineView]:
    """A line within reach, with the version that an edit must name."""
    return consult(actor=actor, operation=Operation.FEES_LIST, do=lambda work: _line(work, uid))


def _line(work: Work, uid: UUID | str) -> LineView:
    found = access.line(work.scope, uid)
    (view,) = line_views(list(shown(selectors.lines(work.scope)).filter(pk=found.pk)))
    return view
