"""Calm pages for what can't be done: the status, what happened, and what to do."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from honorarios.services.outcomes import Refusal, Result
from honorarios.web import codes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.http import HttpRequest

    from honorarios.core.findings import Finding

OF_REFUSALS: Final[Mapping[Refusal, HTTPStatus]] = {
    Refusal.INVALID: HTTPStatus.UNPROCESSABLE_ENTITY,
    Refusal.NOT_SIGNED_IN: HTTPStatus.UNAUTHORIZED,
    Refusal.FORBIDDEN: HTTPStatus.FORBIDDEN,
    Refusal.NOT_FOUND: HTTPStatus.NOT_FOUND,
    Refusal.STATE: HTTPStatus.CONFLICT,
    Refusal.STALE: HTTPStatus.PRECONDITION_FAILED,
    Refusal.IN_FLIGHT: HTTPStatus.CONFLICT,
    Refusal.KEY_REUSED: HTTPStatus.UNPROCESSABLE_ENTITY,
    Refusal.UNAVAILABLE: HTTPStatus.SERVICE_UNAVAILABLE,
}
OF_CODES: Final[Mapping[str, HTTPStatus]] = {
    codes.NO_PAGE.name: HTTPStatus.NOT_FOUND,
    codes.BAD_REQUEST.name: HTTPStatus.BAD_REQUEST,
}
"""Of the door's own findings; the others are 422."""
TITLES: Final = {
    HTTPStatus.BAD_REQUEST: _("Não deu para entender o pedido"),
    HTTPStatus.UNAUTHORIZED: _("Entre outra vez"),
    HTTPStatus.FORBIDDEN: _("O seu perfil não faz isto"),
    HTTPStatus.NOT_FOUND: _("Não encontramos esta página"),
    HTTPStatus.METHOD_NOT_ALLOWED: _("Esta página não faz isto"),
    HTTPStatus.CONFLICT: _("Não cabe no estado em que está"),
    HTTPStatus.PRECONDITION_FAILED: _("Alguém alterou antes de você"),
    HTTPStatus.UNPROCESSABLE_ENTITY: _("Falta acertar alguma coisa"),
    HTTPStatus.TOO_MANY_REQUESTS: _("Acesso bloqueado por enquanto"),
    HTTPStatus.INTERNAL_SERVER_ERROR: _("O programa falhou"),
    HTTPStatus.SERVICE_UNAVAILABLE: _("O sistema está ocupado"),
}
"""What the page of a status is headed."""
PAGE: Final = "web/errors/page.html"
FRAGMENT: Final = "web/errors/_fragment.html"
BARE: Final = "web/errors/bare.html"


def status_of(result: Result[Any]) -> HTTPStatus:
    """The status that says why a service refused; 200 where it didn't."""
    refusal = result.refusal
    if refusal is None:
        return HTTPStatus.OK
    own = (OF_CODES.get(finding.code) for finding in result.findings)
    return next((status for status in own if status), OF_REFUSALS[refusal])


def refusal(request: HttpRequest, result: Result[Any]) -> HttpResponse:
    """The page, or the fragment, of what a service refused."""
    return page(request, status_of(result), *result.findings)


def page(request: HttpRequest, status: HTTPStatus, *findings: Finding) -> HttpResponse:
    """The page of a status with what was found, or the fragment of it for htmx."""
    context = {
        "status": status.value,
        "title": TITLES.get(status, TITLES[HTTPStatus.BAD_REQUEST]),
        "findings": findings,
    }
    headers = request.headers
    piece = bool(headers.get("HX-Request")) and not headers.get("HX-Boosted")
    return HttpResponse(
        render_to_string(FRAGMENT if piece else PAGE, context, request), status=status
    )


def bare(status: HTTPStatus, *findings: Finding) -> HttpResponse:
    """A page that asks nothing of the database, for when that may be what failed."""
    context = {"status": status.value, "title": TITLES[status], "findings": findings}
    return HttpResponse(render_to_string(BARE, context), status=status)
