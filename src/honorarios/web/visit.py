"""Who comes in by a session: the person, the office that they are in, and what they are there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.utils import translation

from honorarios.services import actor as actors
from honorarios.services import offices, preferences
from honorarios.web.call import Call

if TYPE_CHECKING:
    from django.http import HttpRequest

    from honorarios.services.offices import OfficeView

OFFICE: Final = "office"
"""Where the session keeps the office that was chosen."""


def call_of(request: HttpRequest) -> Call:
    """The call of a request, read anew each time: whoever lost their access has none from then on."""
    user = request.user
    if not user.is_authenticated:
        return Call(request, user, preferences.DEFAULTS)
    liked = preferences.of_user(user.pk)
    if liked.language:
        translation.activate(liked.language)
        request.LANGUAGE_CODE = liked.language
    place = _place(request, user.pk)
    identity = (
        None if place is None else actors.of_member(user_id=user.pk, office_id=place.office_id)
    )
    return Call(request, user, liked, identity, None if identity is None else place)


def choose(request: HttpRequest, office_id: int) -> bool:
    """Be in an office from now on; False where the person isn't one of its members."""
    if actors.of_member(user_id=request.user.pk or 0, office_id=office_id) is None:
        return False
    request.session[OFFICE] = office_id
    return True


def _place(request: HttpRequest, user_id: int) -> OfficeView | None:
    """The office that was chosen, or the only one that there is."""
    known = offices.of_user(user_id)
    chosen = request.session.get(OFFICE)
    if len(known) == 1:
        return known[0]
    return next((office for office in known if office.office_id == chosen), None)
