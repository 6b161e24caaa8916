"""What is the same about every request and every response."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings

from honorarios.web import lasting

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse


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
            lasting.check(request)
        return get_response(request)

    return answered
