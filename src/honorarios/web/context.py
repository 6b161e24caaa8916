"""What every template has at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from honorarios.services import preferences

if TYPE_CHECKING:
    from django.http import HttpRequest


def desk(request: HttpRequest) -> dict[str, Any]:
    """``call``, ``actor``, ``office``, ``preference``; None before somebody signed in."""
    call = getattr(request, "call", None)
    return {
        "call": call,
        "actor": call and call.identity,
        "office": call and call.place,
        "preference": call.preference if call else preferences.DEFAULTS,
    }
