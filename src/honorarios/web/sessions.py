"""The sessions of a person: where they are signed in, and ending them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from allauth.usersessions.models import UserSession

if TYPE_CHECKING:
    from datetime import datetime

    from django.http import HttpRequest

ALL_OTHERS: Final = "others"
"""Instead of a session's number: every one but this."""


@dataclass(frozen=True, slots=True)
class SessionView:
    """A session as its person sees it."""

    number: int
    address: str
    """Network address that it was last used from."""
    browser: str
    began: datetime
    seen: datetime
    current: bool


def listed(request: HttpRequest) -> tuple[SessionView, ...]:
    """The person's sessions that haven't ended, the last used first."""
    rows = UserSession.objects.purge_and_list(request.user)
    found = (
        SessionView(
            row.pk, row.ip, row.user_agent, row.created_at, row.last_seen_at, row.is_current()
        )
        for row in rows
    )
    return tuple(sorted(found, key=lambda one: one.seen, reverse=True))


def end(request: HttpRequest, which: str) -> bool:
    """End a session of the person's own by its number, or all but the current one; whether any ended."""
    ended = False
    for row in UserSession.objects.purge_and_list(request.user):
        if str(row.pk) == which or (which == ALL_OTHERS and not row.is_current()):
            row.end()
            ended = True
    return ended
