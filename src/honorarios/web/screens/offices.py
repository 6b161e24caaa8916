"""The office that a person works in, for whoever is a member of several."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from honorarios.core.findings import Place
from honorarios.services import offices
from honorarios.web import codes, visit
from honorarios.web.answers import Go, Page

if TYPE_CHECKING:
    from honorarios.web.answers import Answer
    from honorarios.web.call import Call

TEMPLATE = "web/offices/choose.html"


def choose(call: Call) -> Answer:
    """Choose the office, or change it."""
    known = offices.of_user(call.user.pk or 0)
    if call.posted:
        given = call.form.get("office", "")
        wanted = next((one for one in known if str(one.office_id) == given), None)
        if wanted is not None and visit.choose(call.request, wanted.office_id):
            return Go(_next(call))
    findings = () if known else (codes.NO_OFFICE.at(Place()),)
    status = HTTPStatus.OK if known and not call.posted else HTTPStatus.FORBIDDEN
    return Page(TEMPLATE, {"known": known, "next": _next(call), "findings": findings}, status)


def _next(call: Call) -> str:
    """Where the person was going, within this server."""
    wanted = call.form.get("next") or call.query.get("next") or ""
    if url_has_allowed_host_and_scheme(wanted, {call.request.get_host()}, call.request.is_secure()):
        return wanted
    return reverse("me.home")
