"""Invitations: made by who lets people in, opened by the person, who chooses the password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from honorarios.core.findings import Place
from honorarios.services.members import invitations
from honorarios.web import codes
from honorarios.web.answers import Go, Page
from honorarios.web.refused import status_of

if TYPE_CHECKING:
    from honorarios.web.answers import Answer
    from honorarios.web.call import Call


def make(call: Call, member_id: int) -> Answer:
    """An invitation for a member, shown this once."""
    made = call.take(invitations.invite(actor=call.actor, member_id=member_id))
    address = reverse("invitations.accept", args=[made.user_id, made.token])
    context = {"url": call.request.build_absolute_uri(address), "username": made.username}
    return Page("web/invitations/made.html", context)


def accept(call: Call, user_id: int, token: str) -> Answer:
    """Choose the password by which one comes in from now on."""
    username = call.take(invitations.invited(user_id=user_id, token=token))
    context = {"username": username}
    if not call.posted:
        return Page("web/invitations/accept.html", context)
    password = call.form.get("password", "")
    if password != call.form.get("again", ""):
        findings = (codes.NOT_THE_SAME.at(Place(field="again")),)
        return Page("web/invitations/accept.html", {**context, "findings": findings}, 422)
    result = invitations.accept(user_id=user_id, token=token, password=password)
    if not result.ok:
        told = {**context, "findings": result.findings}
        return Page("web/invitations/accept.html", told, status_of(result))
    return Go(reverse("account_login"), _("Senha escolhida. Entre com ela."))
