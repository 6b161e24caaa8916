"""The office that a person works in, for whoever is a member of several."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from honorarios.core.findings import Place
from honorarios.services import offices
from honorarios.web import codes, visit
from honorarios.web.answers import Go, Page

if TYPE_CHECKING:
    from honorarios.web.answers import Answer
    from honorarios.web.call import Call

TEMPLATE: Final = "web/offices/choose.html"
FORBIDDEN: Final = HTTPStatus.FORBIDDEN
INVALID: Final = HTTPStatus.UNPROCESSABLE_ENTITY


def choose(call: Call) -> Answer:
    """Choose the office, or change it."""
    known = offices.of_user(call.user.pk or 0)
    if call.posted:
        given = call.form.get("office", "")
        wanted = next((one for one in known if str(one.office_id) == given), None)
        if wanted is not None and visit.choose(call.request, wanted.office_id):
            return Go(_next(call))
    context = {"known": known, "next": _next(call)}
    if not known:
        return Page(TEMPLATE, {**context, "findings": [codes.NO_OFFICE.at(Place())]}, FORBIDDEN)
    if call.posted:
        return Page(TEMPLATE, {**context, "findings": [codes.OFFICE_CHOICE.at(Place())]}, INVALID)
    return Page(TEMPLATE, context)


def _next(call: Call) -> str:
    """Where the person was going, within this server."""
    wanted = call.form.get("next") or call.query.get("next") or ""
    if url_has_allowed_host_and_scheme(wanted, {call.request.get_host()}, call.request.is_secure()):
        return wanted
    return reverse("me.home")
