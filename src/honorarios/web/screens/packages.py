"""Packages of an account: opened from an hour on, and closed at one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from honorarios.services import fees
from honorarios.services.packages import account as services
from honorarios.web import typed
from honorarios.web.answers import Fragment, Go, Page
from honorarios.web.present import filters
from honorarios.web.refused import status_of

if TYPE_CHECKING:
    from honorarios.core.findings import Finding
    from honorarios.services.outcomes import Result
    from honorarios.services.packages.account import PackageView
    from honorarios.web.answers import Answer
    from honorarios.web.call import Call

LARGEST_KEY = 2**31 - 1


def open(call: Call, account_id: int) -> Answer:  # noqa: A001 - its name in the table of addresses
    """Put a package in use."""
    form = typed.Fields(call.form, now=timezone.localtime().replace(tzinfo=None))
    tried: Result[PackageView] | None = None
    if call.posted:
        template = form.count("template_id", most=LARGEST_KEY, required=True)
        since = form.moment("opened_at", required=True)
        if template is not None and since is not None:
            tried = services.open_package(
                actor=call.actor,
                account_id=account_id,
                template_id=template,
                opened_at=since,
                key=call.key,
            )
    return _answer(call, account_id, "open", tried, form, _("Pacote aberto."))


def close(call: Call, account_id: int) -> Answer:
    """Take the open package out of use."""
    form = typed.Fields(call.form, now=timezone.localtime().replace(tzinfo=None))
    tried: Result[PackageView] | None = None
    if call.posted:
        end = form.moment("closed_at", required=True)
        if end is not None:
            tried = services.close_package(
                actor=call.actor, account_id=account_id, closed_at=end, key=call.key
            )
    return _answer(call, account_id, "close", tried, form, _("Pacote encerrado."))


def _answer(
    call: Call,
    account_id: int,
    name: str,
    tried: Result[PackageView] | None,
    form: typed.Fields,
    message: str,
) -> Answer:
    back = f"{reverse('account.show', args=[account_id])}?aba=internacao"
    if tried is not None and tried.ok:
        return Go(back, message)
    account = call.take(fees.account(actor=call.actor, account_id=account_id))
    found: tuple[Finding, ...] = ()
    status = 200
    if call.posted:
        found = (*form.findings, *(() if tried is None else tried.findings))
        status = 422 if tried is None else status_of(tried)
    context = {
        "account": account,
        "opening": name == "open",
        "action": reverse(f"packages.{name}", args=[account_id]),
        "templates": filters.every(
            _templates(call, account_id) if name == "open" else (), _("Escolha")
        ),
        "findings": found,
        "now": typed.moment_text(timezone.localtime().replace(tzinfo=None)),
        "given": call.form,
        "back": back,
    }
    if call.htmx:
        return Fragment("web/packages/_dialog.html", context, status)
    return Page("web/packages/form.html", context, status)


def _templates(call: Call, account_id: int) -> list[filters.Option]:
    """What may be opened on an account today."""
    today = timezone.localdate()
    known = call.take(services.offered(actor=call.actor, account_id=account_id, day=today))
    return [(str(one.template_id), f"{one.code} · {one.name}") for one in known]
