"""What is done with a part: its verbs, each with its checks shown before, and what happened to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from honorarios.core.findings import has_errors
from honorarios.core.vocabulary import BillingRoute
from honorarios.launching.states import TRANSITIONS, Requirement, Verb
from honorarios.services import attendances, fees, names, worklist
from honorarios.services import parts as services
from honorarios.services.attendances import NewPart
from honorarios.services.parts.history import history as history_of
from honorarios.services.parts.places import place
from honorarios.web import typed
from honorarios.web.answers import Fragment, Go, Page
from honorarios.web.present import choices, filters
from honorarios.web.present.findings import Linked, linked
from honorarios.web.refused import status_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from honorarios.core.findings import Finding
    from honorarios.services.outcomes import Result
    from honorarios.services.parts.places import PartPlace
    from honorarios.web.answers import Answer
    from honorarios.web.call import Call

TRIAL: Final = "conferência"
"""The reason of a trial, which is undone; the person's own comes with the deed."""


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb as a person is asked about it."""

    view: str
    title: str
    text: str
    done: str
    do: Callable[..., Result[Any]]
    verb: Verb
    danger: bool = False

    @property
    def reason(self) -> bool:
        """Whether a person must say why."""
        return Requirement.REASON in TRANSITIONS[self.verb].requires

    @property
    def checks(self) -> bool:
        """Whether the closing checks must pass."""
        return Requirement.CLEAN in TRANSITIONS[self.verb].requires


_CLOSE: Final = Deed(
    "parts.close",
    gettext_noop("Encerrar a parcial"),
    gettext_noop("Encerrada, a parcial espera a liberação; ainda pode ser reaberta."),
    gettext_noop("Parcial encerrada."),
    services.close,
    Verb.CLOSE,
)
_REOPEN: Final = Deed(
    "parts.reopen",
    gettext_noop("Reabrir a parcial"),
    gettext_noop("A parcial volta a ficar aberta para lançar e corrigir."),
    gettext_noop("Parcial reaberta."),
    services.reopen,
    Verb.REOPEN,
)
_RELEASE: Final = Deed(
    "parts.release",
    gettext_noop("Liberar a parcial"),
    gettext_noop("Liberada, nada mais muda nela até faturar."),
    gettext_noop("Parcial liberada."),
    services.release,
    Verb.RELEASE,
)
_UNRELEASE: Final = Deed(
    "parts.unrelease",
    gettext_noop("Desfazer a liberação"),
    gettext_noop("A parcial volta a encerrada, e pode ser corrigida."),
    gettext_noop("Liberação desfeita."),
    services.unrelease,
    Verb.UNRELEASE,
)
_CANCEL: Final = Deed(
    "parts.cancel",
    gettext_noop("Cancelar a parcial"),
    gettext_noop("O cancelamento é definitivo: nada desta parcial será cobrado."),
    gettext_noop("Parcial cancelada."),
    services.cancel,
    Verb.CANCEL,
    danger=True,
)


def show(call: Call, part_id: int) -> Answer:
    """The part in its account."""
    return Go(_address(call.take(place(actor=call.actor, part_id=part_id))))


def findings(call: Call, part_id: int) -> Answer:
    """What stands against closing the part, each finding with its line."""
    call.take(place(actor=call.actor, part_id=part_id))
    told = _pending(call, part_id)
    return Fragment("web/parts/_findings.html", {"told": told, "blocked": _blocked(told)})


def history(call: Call, part_id: int) -> Answer:
    """What happened to the part."""
    where = call.take(place(actor=call.actor, part_id=part_id))
    told = call.take(history_of(actor=call.actor, part_id=part_id))
    context = {"place": where, "history": told, "verbs": _VERBS, "back": _address(where)}
    return _piece(call, "history", context)


def close(call: Call, part_id: int) -> Answer:
    """Close an open part."""
    return _deed(call, part_id, _CLOSE)


def reopen(call: Call, part_id: int) -> Answer:
    """Open a closed part again."""
    return _deed(call, part_id, _REOPEN)


def release(call: Call, part_id: int) -> Answer:
    """Release a closed part."""
    return _deed(call, part_id, _RELEASE)


def unrelease(call: Call, part_id: int) -> Answer:
    """Take a released part back."""
    return _deed(call, part_id, _UNRELEASE)


def cancel(call: Call, part_id: int) -> Answer:
    """Cancel a part for good."""
    return _deed(call, part_id, _CANCEL)


def bill(call: Call, part_id: int) -> Answer:
    """Bill one released part, in a remittance of its own."""
    where = call.take(place(actor=call.actor, part_id=part_id))

    def do(*, dry_run: bool = False, reason: str = "", **options: Any) -> Result[Any]:  # noqa: ANN401
        return services.bill(
            actor=call.actor,
            payer_id=where.payer_id,
            billing_unit_id=where.billing_unit_id,
            part_ids=[part_id],
            key=options.get("key"),
            dry_run=dry_run,
        )

    deed = Deed(
        "parts.bill",
        gettext_noop("Faturar a parcial"),
        gettext_noop("Ela entra sozinha numa remessa nova. Para juntar várias, use Remessas."),
        gettext_noop("Parcial faturada."),
        do,
        Verb.BILL,
    )
    return _deed(call, part_id, deed)


def rebill(call: Call, part_id: int) -> Answer:
    """Take a billed part out of its remittance: the one that the person saw it in."""
    where = call.take(place(actor=call.actor, part_id=part_id))
    seen = typed.key(call.form.get("remittance", "")) or where.remittance_id or 0

    def do(*, dry_run: bool = False, reason: str = "", **options: Any) -> Result[Any]:  # noqa: ANN401
        return services.rebill(
            actor=call.actor,
            remittance_id=seen,
            part_ids=[part_id],
            reason=reason,
            key=options.get("key"),
            dry_run=dry_run,
        )

    deed = Deed(
        "parts.rebill",
        gettext_noop("Refaturar a parcial"),
        gettext_noop("Ela sai da remessa, que fica guardada como foi, e volta a liberada."),
        gettext_noop("Parcial retirada da remessa."),
        do,
        Verb.REBILL,
    )
    return _deed(call, part_id, deed)


def invoice(call: Call, part_id: int) -> Answer:
    """Record the tax invoice of a part."""
    where = call.take(place(actor=call.actor, part_id=part_id))
    found: tuple[Finding, ...] = ()
    status = 200
    if call.posted:
        result = services.issue_tax_invoice(
            actor=call.actor,
            part_id=part_id,
            number=call.form.get("number", ""),
            version=call.version,
            key=call.key,
        )
        if result.ok:
            return Go(_address(where), _("Nota fiscal registrada."))
        found, status = result.findings, status_of(result)
    context = {"place": where, "findings": found, "number": call.form.get("number", "")}
    return _piece(call, "invoice", {**context, "back": _address(where)}, status)


def open(call: Call, account_id: int) -> Answer:  # noqa: A001 - the verb of the table
    """Open another part of an account."""
    account = call.take(fees.account(actor=call.actor, account_id=account_id))
    known = call.take(names.choices(actor=call.actor))
    found: tuple[Finding, ...] = ()
    status = 200
    if call.posted:
        form = typed.Fields(call.form, now=timezone.localtime().replace(tzinfo=None))
        start, end = form.day("period_start", required=True), form.day("period_end")
        payer, unit = (
            form.count("payer_id", most=2**31, required=True),
            form.count("billing_unit_id", most=2**31, required=True),
        )
        plan = form.count("plan_id", most=2**31)
        found = tuple(form.findings)
        if start is not None and payer is not None and unit is not None and not found:
            new = NewPart(
                account_id=account_id,
                payer_id=payer,
                billing_unit_id=unit,
                period_start=start,
                period_end=end,
                plan_id=plan,
                contract=form.text("contract"),
                route=filters.member(BillingRoute, call.form.get("route", "")),
            )
            result = attendances.open_part(actor=call.actor, new=new, key=call.key)
            if result.ok and result.value is not None:
                query = f"?parcial={result.value.part_id}"
                return Go(reverse("account.show", args=[account_id]) + query, _("Parcial aberta."))
            found = result.findings
        status = 422
    context = {
        "account": account,
        "findings": found,
        "given": call.form if call.posted else _usual(account),
        "payers": filters.every(((str(one.id), one.name) for one in known.payers), _("Escolha")),
        "units": [(str(one.id), one.name) for one in known.units],
        "plans": [("", _("Sem plano"), ""), *choices.plans_by_payer(call)],
        "routes": filters.every(filters.terms(BillingRoute), _("A do contrato em vigor")),
    }
    return Page("web/parts/open.html", context, status)


def _usual(account: fees.AccountView) -> dict[str, str]:
    """What a new part most often has: the period of the last one."""
    if not account.parts:
        return {}
    last = account.parts[-1]
    start = last.period_start if last.period_end is None else last.period_end
    return {"period_start": typed.day_text(start)}


def _deed(call: Call, part_id: int, deed: Deed) -> Answer:
    """Ask about a verb, with what forbids it; or do it."""
    where = call.take(place(actor=call.actor, part_id=part_id))
    reason = call.form.get("reason", "")
    if call.posted:
        result = _tried(call, where, deed, reason, key=call.key, version=call.version)
        if result.ok:
            return Go(_address(where), _(deed.done))
    else:
        result = _tried(call, where, deed, TRIAL, dry_run=True)
    told = _pending(call, part_id) if deed.checks else ()
    own = [finding for finding in result.findings if finding not in {one.finding for one in told}]
    context = {
        "place": where,
        "deed": deed,
        "title": _(deed.title),
        "text": _(deed.text),
        "action": reverse(deed.view, args=[part_id]),
        "told": told,
        "findings": own,
        "forbidden": not call.posted and has_errors(result.findings),
        "given": reason,
        "back": _address(where),
        "account": call.take(fees.account(actor=call.actor, account_id=where.account_id)),
    }
    status = status_of(result) if call.posted else 200
    return _piece(call, "deed", context, status)


def _tried(
    call: Call,
    where: PartPlace,
    deed: Deed,
    reason: str,
    **options: Any,  # noqa: ANN401
) -> Result[Any]:
    if deed.view in {"parts.bill", "parts.rebill"}:
        return deed.do(reason=reason, **options)
    return deed.do(actor=call.actor, part_id=where.part_id, reason=reason, **options)


def _pending(call: Call, part_id: int) -> tuple[Linked, ...]:
    told = call.take(worklist.pending(actor=call.actor, part_ids=[part_id]))
    return tuple(linked(pair, part_id) for one in told for pair in one.findings)


def _blocked(told: tuple[Linked, ...]) -> bool:
    return has_errors(one.finding for one in told)


def _address(where: PartPlace) -> str:
    here = reverse("account.show", args=[where.account_id])
    return f"{here}?parcial={where.part_id}"


def _piece(call: Call, name: str, context: dict[str, Any], status: int = 200) -> Answer:
    """A dialog for a page that is there, or a page of its own."""
    if call.htmx:
        return Fragment(f"web/parts/_{name}_dialog.html", context, status)
    return Page(f"web/parts/{name}.html", context, status)


_VERBS: Final = {verb.value: verb.label for verb in Verb} | {
    "issue_tax_invoice": gettext_noop("registrar nota fiscal")
}
