"""The door of the desk: each request meets its row of the table before it meets a view.

No row: 404. No such method: 405. Nobody signed in: to the login, or 401 to a script. No office chosen: to
the choice. No permission: 403. Then the view, and its answer or its refusal as a page.
"""

from __future__ import annotations

from http import HTTPStatus
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode

from django.db import DatabaseError, InterfaceError
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from honorarios.core.findings import Place
from honorarios.services import codes as service_codes
from honorarios.services.failures import meaning
from honorarios.services.outcomes import Result
from honorarios.services.permissions import allows
from honorarios.web import codes, refused
from honorarios.web.answers import respond
from honorarios.web.call import Call, Stopped
from honorarios.web.row import Access
from honorarios.web.visit import call_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from django.http import HttpRequest, HttpResponseBase

    from honorarios.services.operations import Operation
    from honorarios.web.row import Row

SCREENS: Final = "honorarios.web.screens"
LOGIN: Final = "account_login"
CHOICE: Final = "offices.choose"


def view_of(rows: Mapping[str, Row]) -> Callable[..., HttpResponseBase]:
    """The view of an address: ``rows`` are its rows by method."""

    def answered(request: HttpRequest, **given: Any) -> HttpResponseBase:  # noqa: ANN401 - converters'
        try:
            return _answer(request, rows, given)
        except (DatabaseError, InterfaceError) as problem:
            told = meaning(problem)
            if told is None:
                raise
            return refused.bare(HTTPStatus.SERVICE_UNAVAILABLE, told)

    return answered


def screen(row: Row) -> Callable[..., Any]:
    """The function of a row's view."""
    noun, _, verb = row.view.rpartition(".")
    found: Callable[..., Any] = getattr(import_module(f"{SCREENS}.{noun}"), verb)
    return found


def _answer(
    request: HttpRequest, rows: Mapping[str, Row], given: Mapping[str, Any]
) -> HttpResponseBase:
    call = call_of(request)
    # Templates find it through the context processor, those of libraries too.
    request.call = call  # type: ignore[attr-defined] # ours, for the context
    # What was done when, and what day it is, are told by the clocks of the office.
    with timezone.override(call.zone):
        return _shown(call, rows, given)


def _shown(call: Call, rows: Mapping[str, Row], given: Mapping[str, Any]) -> HttpResponseBase:
    request = call.request
    method = "GET" if request.method == "HEAD" else str(request.method)
    row = rows.get(method)
    if row is None:
        response = refused.page(request, HTTPStatus.METHOD_NOT_ALLOWED, codes.METHOD.at(Place()))
        response["Allow"] = ", ".join(sorted(rows))
        return response
    stopped = _turned_away(call, row.methods[method])
    if stopped is not None:
        return stopped
    if row.by is not None:
        return row.by(request, **given)
    try:
        return respond(request, screen(row)(call, **given))
    except Stopped as stop:
        return refused.refusal(request, stop.result)


def _turned_away(call: Call, access: Operation | Access) -> HttpResponseBase | None:
    """The answer to whoever may not come in by a row; None where they may."""
    if access is Access.PUBLIC:
        return None
    if not call.user.is_authenticated:
        return _signed_out(call)
    if access is Access.PERSON:
        return None
    if call.identity is None:
        return _to(CHOICE, call)
    if isinstance(access, Access) or allows(call.identity, access):
        return None
    told = service_codes.NOT_ALLOWED.at(
        Place(), role=call.identity.role.label, operation=access.label
    )
    return refused.refusal(call.request, Result(findings=(told,)))


def _signed_out(call: Call) -> HttpResponseBase:
    if not call.request.headers.get("HX-Request"):
        return _to(LOGIN, call)
    response = refused.page(call.request, HTTPStatus.UNAUTHORIZED, codes.SIGNED_OUT.at(Place()))
    # What was typed stays where it is: the page's script asks to sign in beside it.
    response["HX-Reswap"] = "none"
    response["HX-Trigger"] = "honorarios:signed-out"
    return response


def _to(name: str, call: Call) -> HttpResponseBase:
    """To another address, which comes back to this page; of a form that was sent, to the page it was on."""
    # An address that only takes forms can't be come back to.
    wanted = call.came_from if call.posted else call.request.get_full_path()
    return HttpResponseRedirect(f"{reverse(name)}?{urlencode({'next': wanted})}", status=303)
