"""How people come in, for the library that signs them in: by name and password, and nobody by themselves."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING, Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.db import transaction

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.http import HttpRequest


def name_tried(request: HttpRequest, credentials: Mapping[str, str] | None = None) -> str:
    """The name that somebody tries to come in by, for counting its failures."""
    given = (credentials or {}).get("username") or request.POST.get("login") or ""
    return str(given).strip().lower()


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc] # the library has no types
    """Nobody signs up: an administrator lets people in."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - the library's
        """Never."""
        return False


class SecondStepAdapter(DefaultMFAAdapter):  # type: ignore[misc] # as above
    """The secret of the authenticator app is kept ciphered: the database alone lets nobody in."""

    def encrypt(self, text: str) -> str:
        """The text as the database keeps it."""
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The text again, also if it was ciphered under an earlier secret of the server."""
        return _cipher().decrypt(encrypted_text.encode()).decode()


class SecondStepForm(AuthenticateForm):  # type: ignore[misc] # as above
    """A code is used once, also by two browsers at the same moment."""

    def clean_code(self) -> Any:  # noqa: ANN401 - the library's
        """Look at the person's codes one at a time."""
        with transaction.atomic():
            held = Authenticator.objects.select_for_update().filter(user=self.user)
            list(held.order_by("pk"))
            return super().clean_code()


def _cipher() -> MultiFernet:
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(_key(str(key))) for key in keys])


def _key(secret: str) -> bytes:
    """A key of its own from the server's secret, which has entropy enough for a plain digest."""
    digest = hashlib.sha256(b"honorarios.second_step:" + secret.encode()).digest()
    return base64.urlsafe_b64encode(digest)
