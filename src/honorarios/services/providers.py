"""Searching providers by code, name, council or specialty; those that a person launches for come first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from honorarios.records import selectors
from honorarios.records.models import Provider
from honorarios.services import habits
from honorarios.services.choices import MOST, USUAL, matching
from honorarios.services.habits import HabitKind
from honorarios.services.operations import Operation
from honorarios.services.work import consult

if TYPE_CHECKING:
    from honorarios.services.actor import Actor
    from honorarios.services.habits import Remembered
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work

_CELLS: Final = ("code", "name", "council", "specialty")


@dataclass(frozen=True, slots=True)
class ProviderView:
    """A provider that was found."""

    code: str
    name: str
    council: str
    """Its council's registration: CRM-SP 12345."""
    specialty: str
    favourite: bool
    times: int
    """How often the person launched for them."""


def search(*, actor: Actor, query: str, limit: int = USUAL) -> Result[tuple[ProviderView, ...]]:
    """Providers whose code, name, council or specialty have the words of the query, half typed ones too.

    With an empty query, favourites and those used last come first, and then the others by name.
    """
    most = max(1, min(limit, MOST))

    def do(work: Work) -> tuple[ProviderView, ...]:
        rows = selectors.owned(Provider, work.scope).order_by("name", "pk").values_list(*_CELLS)
        known = habits.remembered(work, HabitKind.PROVIDER)
        # Sorting by habit keeps the order of the names, and that of the grades keeps it in turn.
        views = sorted((_view(cells, known) for cells in rows), key=_rank)
        return tuple(matching(views, query, _told, most))

    return consult(actor=actor, operation=Operation.REGISTERS_READ, do=do)


def _view(cells: tuple[str, str, str, str], known: Remembered) -> ProviderView:
    habit = known.of(cells[0])
    favourite = habit is not None and habit.favourite
    return ProviderView(*cells, favourite, 0 if habit is None else habit.times)


def _rank(provider: ProviderView) -> tuple[bool, int]:
    return not provider.favourite, -provider.times


def _told(provider: ProviderView) -> tuple[str, ...]:
    return provider.code, provider.name, provider.council, provider.specialty
