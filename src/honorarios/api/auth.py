"""Who comes in: the bearer of a token, which is its owner in the token's office and nothing more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ninja.security import HttpBearer

from honorarios.services import tokens

if TYPE_CHECKING:
    from django.http import HttpRequest

    from honorarios.services.actor import Actor


class TokenKey(HttpBearer):
    """``Authorization: Bearer hon_…``."""

    def authenticate(self, request: HttpRequest, token: str) -> Actor | None:  # noqa: ARG002 - ninja's
        """The actor that the key stands for; None is answered 401."""
        return tokens.authenticate(token).value
