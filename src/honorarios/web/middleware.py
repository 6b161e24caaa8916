"""What is the same about every response, and how long a session lasts."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import logout

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

BEGAN: Final = "began"
SEEN: Final = "seen"
TOUCH_SECONDS: Final = 60
"""How often the session writes down that its person is there."""


def kept_by_nobody(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """No page is kept on its way or in the browser, unless it says so itself: it may name a patient."""

    def answered(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if "no-store" not in response.get("Cache-Control", ""):
            response["Cache-Control"] = "no-store"
        return response

    return answered


def session_limits(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """End a session that nobody used for a while, or that began too long ago."""

    def answered(request: HttpRequest) -> HttpResponse:
        # An API's request has no session, and asks for none.
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
            _limit(request)
        return get_response(request)

    return answered


def _limit(request: HttpRequest) -> None:
    now = int(time.time())
    session = request.session
    began, seen = session.setdefault(BEGAN, now), session.setdefault(SEEN, now)
    if now - seen > settings.SESSION_IDLE_SECONDS or now - began > settings.SESSION_MOST_SECONDS:
        UserSession.objects.filter(session_key=session.session_key).delete()
        logout(request)
        return
    if now - seen >= TOUCH_SECONDS:
        session[SEEN] = now
        UserSession.objects.create_from_request(request)
