"""How long a session lasts: it ends when nobody uses it, and in any case after half a day."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import logout

if TYPE_CHECKING:
    from django.contrib.sessions.backends.base import SessionBase
    from django.http import HttpRequest

BEGAN: Final = "began"
SEEN: Final = "seen"
TOUCH_SECONDS: Final = 60
"""How often the session writes down that its person is there."""


def begin(session: SessionBase) -> None:
    """Count from now: somebody came in."""
    session[BEGAN] = session[SEEN] = int(time.time())


def check(request: HttpRequest) -> None:
    """End the session of a request whose time is over, or note that its person is there."""
    session, now = request.session, int(time.time())
    if BEGAN not in session:
        begin(session)
    idle, whole = now - session[SEEN], now - session[BEGAN]
    if idle > settings.SESSION_IDLE_SECONDS or whole > settings.SESSION_MOST_SECONDS:
        UserSession.objects.filter(session_key=session.session_key).delete()
        logout(request)
    elif idle >= TOUCH_SECONDS:
        session[SEEN] = now
        UserSession.objects.create_from_request(request)
