"""Tokens (chaves de acesso): what programs come in by, in somebody's name."""

from __future__ import annotations

from datetime import timedelta
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from honorarios.services import tokens
from honorarios.web.answers import Go, Page
from honorarios.web.refused import status_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from honorarios.web.answers import Answer
    from honorarios.web.call import Call

TERMS: Final = (
    ("30", gettext_noop("30 dias")),
    ("90", gettext_noop("90 dias")),
    ("365", gettext_noop("Um ano")),
    ("", gettext_noop("Até ser revogada")),
)


def index(call: Call) -> Answer:
    """One's keys, and making a new one, which is shown once."""
    if not call.posted:
        return _page(call, {})
    days = call.form.get("days", "")
    known = {value for value, _label in TERMS}
    lasting = timedelta(days=int(days)) if days and days in known else None
    label = call.form.get("label", "")
    result = tokens.issue(actor=call.actor, label=label, valid_for=lasting)
    if result.value is None or not result.ok:
        context = {"findings": result.findings, "label": label, "days": days}
        return _page(call, context, status_of(result))
    # The key exists nowhere else: it is shown here, and a reload makes no other without asking.
    return _page(call, {"made": result.value})


def revoke(call: Call, token_id: int) -> Answer:
    """A key that opens nothing any more."""
    call.take(tokens.revoke(actor=call.actor, token_id=token_id))
    return Go(reverse("tokens.index"), _("Chave revogada."))


def _page(call: Call, context: Mapping[str, object], status: HTTPStatus = HTTPStatus.OK) -> Answer:
    now = timezone.now()
    rows = [
        {
            "token": one,
            "own": one.user_id == call.actor.user_id,
            "state": "revoked"
            if one.revoked_at is not None
            else "expired"
            if one.expires_at is not None and one.expires_at <= now
            else "active",
        }
        for one in call.take(tokens.listed(actor=call.actor))
    ]
    options = [(value, _(label)) for value, label in TERMS]
    shared = {"rows": rows, "terms": options, "days": "90"}
    return Page("web/tokens/index.html", {**shared, **context}, status)
