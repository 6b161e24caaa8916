"""Django's test client, signed in as a member of an office as a browser would be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.test import Client

from honorarios.records.models import User
from honorarios.web.visit import OFFICE

if TYPE_CHECKING:
    from honorarios.services.actor import Actor

BACKEND: Final = "allauth.account.auth_backends.AuthenticationBackend"


def signed_in(actor: Actor) -> Client:
    """A client whose session is a member's, in their office."""
    client = Client(raise_request_exception=False)
    client.force_login(User.objects.get(pk=actor.user_id), backend=BACKEND)
    session = client.session
    session[OFFICE] = actor.office_id
    session.save()
    return client
