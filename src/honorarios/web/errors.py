"""Django's own refusals as pages of the desk: addresses that don't exist, forms that expired, faults."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from django.conf import settings

from honorarios.core.findings import Place
from honorarios.web import codes, refused
from honorarios.web.visit import call_of

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def bad_request(
    request: HttpRequest,  # noqa: ARG001 - Django's signature
    exception: Exception | None = None,  # noqa: ARG001 - as above
) -> HttpResponse:
    """Django's ``handler400``."""
    return refused.bare(HTTPStatus.BAD_REQUEST, codes.BAD_REQUEST.at(Place()))


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - as above
    """Django's ``handler403``."""
    return refused.page(request, HTTPStatus.FORBIDDEN, codes.BAD_REQUEST.at(Place()))


def unknown_address(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - as above
    """Django's ``handler404``."""
    _know(request)
    return refused.page(request, HTTPStatus.NOT_FOUND, codes.NO_PAGE.at(Place()))


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - as above
    """``CSRF_FAILURE_VIEW``: a form of another session, or of another site."""
    _know(request)
    return refused.page(request, HTTPStatus.FORBIDDEN, codes.FORM_EXPIRED.at(Place()))


def locked_out(request: HttpRequest, *_: object, **__: object) -> HttpResponse:
    """What axes answers to whoever tried too many passwords."""
    minutes = int(settings.AXES_COOLOFF_TIME.total_seconds() // 60)
    told = codes.LOCKED_OUT.at(Place(), minutes=minutes)
    return refused.page(request, HTTPStatus.TOO_MANY_REQUESTS, told)


def too_many(request: HttpRequest) -> HttpResponse:
    """``handler429``, of the library that signs people in: too many tries in a short while."""
    return refused.page(request, HTTPStatus.TOO_MANY_REQUESTS, codes.TOO_MANY.at(Place()))


def failure(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """Django's ``handler500``."""
    return refused.bare(HTTPStatus.INTERNAL_SERVER_ERROR, codes.FAILED.at(Place()))


def _know(request: HttpRequest) -> None:
    """Let the page show the menu of whoever asks, where the door didn't meet them before."""
    if hasattr(request, "user") and not hasattr(request, "call"):
        request.call = call_of(request)  # type: ignore[attr-defined] # ours, for the context
