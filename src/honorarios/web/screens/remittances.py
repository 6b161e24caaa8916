"""Remittances: their list, what one sent, billing parts together, taking parts out and checking one again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _

from honorarios.core.vocabulary import PartStatus
from honorarios.services import names, worklist
from honorarios.services import parts as verbs
from honorarios.services import remittances as services
from honorarios.services.parts.places import places
from honorarios.services.worklist import WorkFilter
from honorarios.web import typed
from honorarios.web.answers import Go, Page
from honorarios.web.present import filters
from honorarios.web.refused import status_of

if TYPE_CHECKING:
    from honorarios.core.findings import Finding
    from honorarios.services.names import Choices, Named
    from honorarios.services.outcomes import Result
    from honorarios.services.parts import RemittanceAnswer
    from honorarios.web.answers import Answer
    from honorarios.web.call import Call

PAGE: Final = 50
MOST_BILLED: Final = 200
"""Parts that one page offers to bill."""


def index(call: Call) -> Answer:
    """The remittances within reach, the newest first."""
    known = call.take(names.choices(actor=call.actor))
    payer, unit = _chosen(known.payers, call, "convenio"), _chosen(known.units, call, "unidade")
    after = call.query.get("depois", "")
    found = call.take(
        services.listed(
            actor=call.actor,
            payer_id=None if payer is None else payer.id,
            billing_unit_id=None if unit is None else unit.id,
            before=typed.key(after),
            limit=PAGE + 1,
        )
    )
    rows = found[:PAGE]
    fields = _fields(call, known)
    return Page(
        "web/remittances/index.html",
        {
            "rows": [
                {
                    "remittance": row,
                    "payer": _of_id(known.payers, row.payer_id),
                    "unit": _of_id(known.units, row.billing_unit_id),
                }
                for row in rows
            ],
            "after": str(rows[-1].number) if len(found) > PAGE else None,
            "first": bool(after),
            "fields": fields,
            "active": filters.chips(fields, call.query),
        },
    )


def show(call: Call, remittance_id: int) -> Answer:
    """What a remittance sent, and what was taken out of it since."""
    return _show(call, remittance_id)


def bill(call: Call) -> Answer:
    """Bill released parts of a payer and a unit together."""
    source = call.form if call.posted else call.query
    known = call.take(names.choices(actor=call.actor))
    payer, unit = (
        _of(known.payers, source.get("convenio", "")),
        _of(known.units, source.get("unidade", "")),
    )
    tried: Result[RemittanceAnswer] | None = None
    chosen = typed.keys(source.getlist("parcial"))
    if call.posted and payer is not None and unit is not None:
        tried = verbs.bill(
            actor=call.actor,
            payer_id=payer.id,
            billing_unit_id=unit.id,
            part_ids=chosen,
            key=call.key,
        )
        if tried.ok and tried.value is not None:
            text = _("Remessa %(number)s emitida.") % {"number": tried.value.number}
            return Go(reverse("remittances.show", args=[tried.value.remittance_id]), text)
    released: tuple[worklist.WorkRow, ...] = ()
    more = False
    if payer is not None and unit is not None:
        only = WorkFilter(status=PartStatus.RELEASED, payer=payer.code, billing_unit=unit.code)
        page = call.take(worklist.listed(actor=call.actor, only=only, size=MOST_BILLED))
        released, more = page.rows, page.after is not None
    context = {
        "fields": _fields(call, known, required=True),
        "payer": payer,
        "unit": unit,
        "rows": released,
        "more": more,
        "chosen": chosen if call.posted else [row.part_id for row in released],
        "total": sum(row.sums.charged for row in released),
        "findings": () if tried is None else tried.findings,
    }
    status = 200 if tried is None else status_of(tried)
    return Page("web/remittances/bill.html", context, status)


def rebill(call: Call, remittance_id: int) -> Answer:
    """Take parts out of a remittance, to be corrected and billed again."""
    tried = verbs.rebill(
        actor=call.actor,
        remittance_id=remittance_id,
        part_ids=typed.keys(call.form.getlist("parcial")),
        reason=call.form.get("reason", ""),
        key=call.key,
    )
    if tried.ok:
        back = reverse("remittances.show", args=[remittance_id])
        return Go(back, _("Parciais retiradas; voltaram a liberadas."))
    return _show(call, remittance_id, tried.findings, status_of(tried))


def reprocess(call: Call, remittance_id: int) -> Answer:
    """Check that what was sent is what the lines still charge."""
    tried = verbs.reprocess(actor=call.actor, remittance_id=remittance_id)
    if tried.ok:
        back = reverse("remittances.show", args=[remittance_id])
        return Go(back, _("Remessa refeita: os valores são os mesmos que foram enviados."))
    return _show(call, remittance_id, tried.findings, status_of(tried))


def _show(
    call: Call, remittance_id: int, findings: tuple[Finding, ...] = (), status: int = 200
) -> Answer:
    detail = call.take(services.detail(actor=call.actor, remittance_id=remittance_id))
    known = call.take(names.choices(actor=call.actor))
    sent = {one.part_id: one for one in detail.sent}
    where = call.take(places(actor=call.actor, part_ids=list(sent)))
    inside = [one for one in detail.sent if one.taken_out_at is None]
    context = {
        "remittance": detail.remittance,
        "payer": _of_id(known.payers, detail.remittance.payer_id),
        "unit": _of_id(known.units, detail.remittance.billing_unit_id),
        "rows": [{"place": one, "sent": sent[one.part_id]} for one in where],
        "inside": len(inside),
        "inside_total": sum(one.total for one in inside),
        "findings": findings,
        "reason": call.form.get("reason", ""),
    }
    return Page("web/remittances/show.html", context, status)


def _chosen(known: tuple[Named, ...], call: Call, name: str) -> Named | None:
    return _of(known, call.query.get(name, ""))


def _of(known: tuple[Named, ...], code: str) -> Named | None:
    return next((one for one in known if one.code == code), None)


def _of_id(known: tuple[Named, ...], key: int) -> str:
    return next((one.name for one in known if one.id == key), str(key))


def _fields(call: Call, known: Choices, *, required: bool = False) -> list[filters.Field]:
    source: Any = call.form if call.posted else call.query
    return [
        filters.Field(
            name=name,
            label=label,
            value=source.get(name, ""),
            type="select",
            options=filters.every(
                ((one.code, one.name) for one in rows), _("Escolha") if required else any_of_them
            ),
        )
        for name, label, rows, any_of_them in (
            ("convenio", _("Convênio"), known.payers, _("Todos")),
            ("unidade", _("Unidade"), known.units, _("Todas")),
        )
    ]
