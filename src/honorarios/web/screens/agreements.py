"""Agreements: all of them by payer, one of them, what has to be confirmed, and confirming it."""

from __future__ import annotations

from datetime import date, timedelta
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from honorarios.core.findings import Finding
from honorarios.records.models import Contact, FactStatus
from honorarios.services import agreements, registers
from honorarios.services.agreements import Confirmation
from honorarios.services.operations import Operation
from honorarios.services.registers import REGISTERS
from honorarios.web import typed
from honorarios.web.answers import Go, Page
from honorarios.web.present import agreements as present
from honorarios.web.present import registers as shown
from honorarios.web.present.places import BY_NAME
from honorarios.web.refused import status_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from honorarios.services.agreements import GridView, TermsView
    from honorarios.services.registers import RowView
    from honorarios.web.answers import Answer
    from honorarios.web.call import Call
    from honorarios.web.present.places import Place

_PARTIES: Final = frozenset({"provider", "hospital", "cooperative", "payer", "plan"})
USUAL_DAYS: Final = 180
"""How long a confirmation is believed where the one before doesn't say."""


def index(call: Call) -> Answer:
    """Every payer by each hospital and cooperative: how it is known that fees are paid that way."""
    payer = call.query.get("convenio", "")
    found = call.take(agreements.grid(actor=call.actor, payer=payer))
    cooperatives = tuple(one.code for one in found.cooperatives)
    labels = (*(one.name for one in found.hospitals), *cooperatives)
    every = found.payers if not payer else call.take(agreements.grid(actor=call.actor)).payers
    context = {
        "grid": found,
        "lines": [present.line(row, labels) for row in found.payers],
        "acceptance": [present.line(row, cooperatives) for row in found.acceptance],
        "stats": _stats(found),
        "options": [("", _("Todos")), *((one.party.code, one.party.name) for one in every)],
        "payer": payer,
        "writes": call.may(Operation.REGISTERS_WRITE),
    }
    return Page("web/agreements/index.html", context)


def stale(call: Call) -> Answer:
    """What has to be confirmed, the most urgent first, with whom to ask."""
    found = call.take(agreements.stale(actor=call.actor))
    groups = [
        (why, _(title), kind, [present.stale_line(one) for one in found.facts if one.why is why])
        for why, (title, kind) in present.WHY.items()
    ]
    context = {
        "day": found.day,
        "more": found.more,
        "groups": [one for one in groups if one[3]],
        "confirms": call.may(Operation.AGREEMENTS_CONFIRM),
    }
    return Page("web/agreements/stale.html", context)


def show(call: Call, agreement_id: int) -> Answer:
    """One agreement: how it is known, its terms, whom to ask, and what was written of it."""
    found = call.take(agreements.detail(actor=call.actor, agreement_id=agreement_id))
    place, register = BY_NAME["agreements"], REGISTERS["agreements"]
    history = call.take(registers.history(actor=call.actor, register=register, row_id=agreement_id))
    row = call.take(registers.read(actor=call.actor, register=register, row_id=agreement_id))
    rows = [row, *shown.as_it_was(row, history)]
    names = call.take(registers.names(actor=call.actor, register=register, rows=rows))
    one = found.agreement
    context = {
        "one": one,
        "title": present.title(one),
        "kind": present.kind(one),
        "scope": present.scope_of(one) or _("Eletivo e urgência"),
        "special": present.special_of(one),
        "direct": present.answer(one.accepts_direct),
        "mark": present.mark(one.fact),
        "asks": present.contacts(one.fact.asks or tuple(Contact.values)),
        "terms": [_terms(terms) for terms in found.terms],
        "contacts": [(contact, _(Contact(contact.kind).label)) for contact in found.contacts],
        "others": [present.agreed(other) for other in found.others],
        "history": shown.history_shown(place, history, names),
        "writes": call.may(Operation.REGISTERS_WRITE),
        "confirms": call.may(Operation.AGREEMENTS_CONFIRM),
        "place": place,
        "edit": place.url("edit", one.id),
        "succeed": place.url("succeed", one.id),
        "add_terms": f"{BY_NAME['route-terms'].url('new')}?agreement={one.id}",
        "add_contact": _new_contact(one.hospital.code if one.hospital else ""),
    }
    return Page("web/agreements/show.html", context)


def confirm(call: Call, agreement_id: int) -> Answer:
    """Write down what somebody said of an agreement."""
    return _confirm(call, "agreements", agreement_id)


def confirm_membership(call: Call, membership_id: int) -> Answer:
    """Write down what somebody said of a membership."""
    return _confirm(call, "memberships", membership_id)


def confirm_credential(call: Call, credential_id: int) -> Answer:
    """Write down what somebody said of a credential."""
    return _confirm(call, "credentials", credential_id)


def _confirm(call: Call, name: str, row_id: int) -> Answer:
    place, register = BY_NAME[name], REGISTERS[name]
    row = call.take(registers.read(actor=call.actor, register=register, row_id=row_id))
    back = _back(call, place.url("show", row_id))
    if not call.posted:
        return _form(call, place, row, _proposed(row.values), back)
    data = {key: str(call.form[key]) for key in call.form}
    today = timezone.localdate()
    on = typed.day(data.get("confirmed_on", ""), "confirmed_on", today=today)
    until = typed.day(data.get("expires_on", ""), "expires_on", today=today)
    wrong = [one for one in (on, until) if isinstance(one, Finding)]
    if wrong or isinstance(on, Finding) or isinstance(until, Finding):
        return _form(call, place, row, data, back, wrong, HTTPStatus.UNPROCESSABLE_ENTITY)
    result = agreements.confirm(
        actor=call.actor,
        register=name,
        row_id=row_id,
        said=Confirmation(
            status=data.get("fact_status", ""),
            confirmed_by=data.get("confirmed_by", ""),
            confirmed_on=on,
            evidence=data.get("evidence", ""),
            expires_on=until,
        ),
        seen=data.get("seen"),
        key=call.key,
    )
    if result.ok:
        return Go(back, _("Gravado: é assim que se sabe agora."))
    return _form(call, place, row, data, back, result.findings, status_of(result))


def _form(
    call: Call,
    place: Place,
    row: RowView,
    data: Mapping[str, str],
    back: str,
    findings: Sequence[Finding] = (),
    status: HTTPStatus | int = HTTPStatus.OK,
) -> Answer:
    names = call.take(registers.names(actor=call.actor, register=place.register, rows=[row]))
    placed = {"fact_status", "confirmed_by", "confirmed_on", "expires_on", "evidence"}
    context = {
        "place": place,
        "title": _title(place, row, names),
        "data": data,
        "statuses": [(value, _(label)) for value, label in FactStatus.choices],
        "findings": findings,
        "others": [one for one in findings if one.place.field not in placed],
        "seen": call.form.get("seen") or row.tag,
        "back": back,
        "key": call.key,
    }
    return Page("web/agreements/confirm.html", context, status)


def _title(place: Place, row: RowView, names: shown.Names) -> str:
    """Who a fact is about."""
    told = [
        shown.cell(one, row.values[one.name], names).text
        for one in place.register.fields
        if one.name in _PARTIES and row.values[one.name] is not None
    ]
    return " · ".join(told)


def _proposed(values: Mapping[str, Any]) -> dict[str, str]:
    """What the form says before anybody types: confirmed today, for as long as the last time."""
    today = timezone.localdate()
    before, until = values["confirmed_on"], values["expires_on"]
    known = isinstance(before, date) and isinstance(until, date) and until > before
    days = (until - before) if known else timedelta(days=USUAL_DAYS)
    return {
        "fact_status": FactStatus.CONFIRMED.value,
        "confirmed_by": values["confirmed_by"],
        "confirmed_on": typed.day_text(today),
        "expires_on": typed.day_text(today + days),
        "evidence": values["evidence"],
    }


def _back(call: Call, otherwise: str) -> str:
    """Where a confirmation was asked for: the list of what is to be confirmed, or the row itself."""
    source = call.form if call.posted else call.query
    return reverse("agreements.stale") if source.get("de") == "lista" else otherwise


def _stats(found: GridView) -> list[dict[str, object]]:
    """How much of each, in the order of what it asks for."""
    counts = found.counts
    return [
        {"label": _("Confirmados"), "value": counts.get("confirmed", 0), "kind": "ok"},
        {
            "label": _("Confirmar de novo"),
            "value": counts.get("expired", 0),
            "kind": "warn" if counts.get("expired") else "",
        },
        {"label": _("Presumidos"), "value": counts.get("presumed", 0), "kind": ""},
        {
            "label": _("Não confirmados"),
            "value": counts.get("unknown", 0) + counts.get("missing", 0),
            "kind": "",
        },
        {"label": _("Negados"), "value": counts.get("denied", 0), "kind": ""},
    ]


def _terms(terms: TermsView) -> dict[str, object]:
    today = timezone.localdate()
    ended = terms.valid_to is not None and terms.valid_to < today
    return {
        "terms": terms,
        "state": "past" if ended else "future" if terms.valid_from > today else "current",
        "fee_on": present.fee_on(terms.fee_on),
        "natural": present.answer(terms.accepts_natural),
        "legal": present.answer(terms.accepts_legal),
        "href": BY_NAME["route-terms"].url("show", terms.id),
    }


def _new_contact(hospital: str) -> str:
    address = BY_NAME["hospital-contacts"].url("new")
    return f"{address}?hospital={hospital}" if hospital else ""
