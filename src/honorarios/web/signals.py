"""What the libraries of the entrance tell, handed to the audit trail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.account.signals import password_changed, user_logged_in
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed
from django.contrib.auth.signals import user_logged_out, user_login_failed
from django.dispatch import receiver

from honorarios.services.entrances import Entrance, record, record_refused
from honorarios.web.lasting import begin

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.http import HttpRequest

    from honorarios.records.models import User


@receiver(user_logged_in)
def signed_in(request: HttpRequest, user: User, **_: object) -> None:
    """Somebody came in."""
    begin(request.session)
    record(user_id=user.pk, what=Entrance.SIGNED_IN)


@receiver(user_login_failed)
def refused(credentials: Mapping[str, str], **_: object) -> None:
    """Somebody tried a name with a wrong password."""
    record_refused(username=str(credentials.get("username") or ""))


@receiver(user_logged_out)
def signed_out(user: User | None, **_: object) -> None:
    """Somebody left, or their session ended."""
    if user is not None:
        record(user_id=user.pk, what=Entrance.SIGNED_OUT)


@receiver(password_changed)
def changed(user: User, **_: object) -> None:
    """Somebody has another password."""
    record(user_id=user.pk, what=Entrance.PASSWORD_CHANGED)


@receiver(authenticator_added)
def turned_on(user: User, authenticator: Authenticator, **_: object) -> None:
    """Somebody turned the second step on."""
    if authenticator.type == Authenticator.Type.TOTP:
        record(user_id=user.pk, what=Entrance.SECOND_STEP_ON)


@receiver(authenticator_removed)
def turned_off(user: User, authenticator: Authenticator, **_: object) -> None:
    """Somebody turned the second step off."""
    if authenticator.type == Authenticator.Type.TOTP:
        record(user_id=user.pk, what=Entrance.SECOND_STEP_OFF)
