"""Who comes in by a session: the person, the office that they are in, and what they are there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.utils import translation

from honorarios.services import actor as actors
from honorarios.services import preferences, presence
from honorarios.web.call import Call

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest

    from honorarios.services.presence import Place

OFFICE: Final = "office"
"""Where the session keeps the office that was chosen."""


def call_of(request: HttpRequest) -> Call:
    """The call of a request, read anew each time: whoever lost their access has none from then on."""
    user = request.user
    if not user.is_authenticated:
        return Call(request, user, preferences.DEFAULTS)
    who = presence.of_user(user.pk)
    if who.liked.language:
        translation.activate(who.liked.language)
        request.LANGUAGE_CODE = who.liked.language
    place = _place(request, who.places)
    if place is None:
        return Call(request, user, who.liked)
    return Call(request, user, who.liked, place.actor, place.office)


def choose(request: HttpRequest, office_id: int) -> bool:
    """Be in an office from now on; False where the person isn't one of its members."""
    if actors.of_member(user_id=request.user.pk or 0, office_id=office_id) is None:
        return False
    request.session[OFFICE] = office_id
    return True


def _place(request: HttpRequest, known: Sequence[Place]) -> Place | None:
    """The office that was chosen, or the only one that there is."""
    if len(known) == 1:
        return known[0]
    chosen = request.session.get(OFFICE)
    return next((place for place in known if place.office.office_id == chosen), None)
