"""Which door tells a refusal of Django's own: the API's as findings, the desk's as a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from honorarios.api import errors as api
from honorarios.web import errors as web

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

API = "/api/"


def _door(request: HttpRequest) -> Any:  # noqa: ANN401 - a module
    return api if request.path_info.startswith(API) else web


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's ``handler400``."""
    response: HttpResponse = _door(request).bad_request(request, exception)
    return response


def unknown_address(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's ``handler404``."""
    response: HttpResponse = _door(request).unknown_address(request, exception)
    return response


def failure(request: HttpRequest) -> HttpResponse:
    """Django's ``handler500``."""
    response: HttpResponse = _door(request).failure(request)
    return response
