"""A row of the table of addresses: the address, its view, and who may ask for it by which method."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpResponseBase

    from honorarios.services.operations import Operation


class Access(Enum):
    """Who may ask for an address that no operation of the services guards."""

    PUBLIC = "public"
    """Anybody, signed in or not."""
    PERSON = "person"
    """Whoever is signed in, even before they chose an office."""
    SIGNED_IN = "signed_in"
    """Whoever is signed in and is in an office; the service that the view calls decides the rest."""


PUBLIC: Final = Access.PUBLIC
PERSON: Final = Access.PERSON
SIGNED_IN: Final = Access.SIGNED_IN


@dataclass(frozen=True, slots=True)
class Row:
    """An address of the desk; a method that isn't given is refused with 405.

    The name of the address, for ``{% url %}`` and ``reverse``, is the view's: ``"account.show"`` is the
    function ``show`` of ``honorarios.web.screens.account``.
    """

    path: str
    """As Django writes it, without the first slash: ``"contas/<int:account_id>/"``."""
    view: str
    GET: Operation | Access | None = None
    POST: Operation | Access | None = None
    by: Callable[..., HttpResponseBase] | None = None
    """A view of Django's own kind, from a library; then ``view`` is the name that the library uses."""

    @property
    def methods(self) -> dict[str, Operation | Access]:
        """Who may ask, by method."""
        given = {"GET": self.GET, "POST": self.POST}
        return {method: access for method, access in given.items() if access is not None}


def form(
    path: str,
    view: str,
    access: Operation | Access,
    by: Callable[..., HttpResponseBase] | None = None,
) -> Row:
    """The row of a form: whoever may send it may see it."""
    return Row(path, view, GET=access, POST=access, by=by)
