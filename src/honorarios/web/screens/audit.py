"""The audit trail read and verified, a detail erased, and every promise of the record proven again."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from honorarios.services import auditing, check
from honorarios.services.check import INVARIANTS
from honorarios.services.operations import Operation
from honorarios.web import typed
from honorarios.web.answers import File, Go, Page
from honorarios.web.present.deeds import DEEDS
from honorarios.web.present.meanings import said
from honorarios.web.present.places import BY_NAME
from honorarios.web.refused import status_of

if TYPE_CHECKING:
    from honorarios.services.auditing import EventView
    from honorarios.web.answers import Answer
    from honorarios.web.call import Call

PAGE: Final = 100
LONGEST_SUBJECT: Final = 16
ABOUT: Final = {
    "account": gettext_noop("Conta"),
    "attendance": gettext_noop("Atendimento"),
    "attendances": gettext_noop("Atendimentos"),
    "bulk": gettext_noop("Alteração em lote"),
    "calendar_feed": gettext_noop("Assinatura da agenda"),
    "case": gettext_noop("Cirurgia"),
    "catalogue": gettext_noop("Versão do catálogo"),
    "claim": gettext_noop("Cobrança"),
    "closing": gettext_noop("Fechamento"),
    "event": gettext_noop("Evento"),
    "import": gettext_noop("Importação"),
    "line": gettext_noop("Lançamento"),
    "lines": gettext_noop("Lançamentos"),
    "member": gettext_noop("Acesso"),
    "office": gettext_noop("Cliente"),
    "package": gettext_noop("Pacote"),
    "parameters": gettext_noop("Parâmetros desde"),
    "part": gettext_noop("Parcial"),
    "parts": gettext_noop("Parciais"),
    "patient": gettext_noop("Paciente"),
    "patients": gettext_noop("Pacientes"),
    "payments": gettext_noop("Pagamentos"),
    "provider": gettext_noop("Prestador"),
    "remittance": gettext_noop("Remessa"),
    "session": gettext_noop("Sessão"),
    "special": gettext_noop("Item especial"),
    "split": gettext_noop("Divisão"),
    "stay": gettext_noop("Estadia"),
    "surgery": gettext_noop("Cirurgia"),
    "token": gettext_noop("Chave de acesso"),
    "user": gettext_noop("Usuário"),
}
"""What events are about, by the trail's own names."""


def index(call: Call) -> Answer:
    """What was done, the newest first."""
    before = typed.key(call.query.get("depois", ""))
    patient = typed.key(call.query.get("paciente", ""))
    found = call.take(
        auditing.events(actor=call.actor, patient_id=patient, before=before, limit=PAGE)
    )
    wanted = {one.user_id for one in found if one.user_id is not None}
    people = call.take(auditing.authors(actor=call.actor, user_ids=wanted))
    rows = [
        {
            "event": one,
            "action": said(DEEDS.get(one.action, one.action), one.action.replace(".", ": ")),
            "person": people.get(one.user_id or 0, ""),
            "about": _about(one),
        }
        for one in found
    ]
    context = {
        "rows": rows,
        "patient": patient or "",
        "after": found[-1].seq if len(found) == PAGE else None,
        "erases": call.may(Operation.AUDIT_ERASE),
    }
    return Page("web/audit/index.html", context)


def verify(call: Call) -> Answer:
    """The chain walked from its first event to its last, against a head that was kept if there is one."""
    if not call.posted:
        return Page("web/audit/verify.html", {})
    kept = call.form.get("head", "").strip()
    result = auditing.verify(actor=call.actor, expected_head=kept or None)
    context = {"findings": result.findings, "proof": result.value, "head": kept}
    status = HTTPStatus.OK if result.ok else status_of(result)
    return Page("web/audit/verify.html", context, status)


def head(call: Call) -> Answer:
    """The end of the trail as a line of text, to be kept elsewhere."""
    line = call.take(auditing.export_head(actor=call.actor))
    name = f"trilha-{timezone.localdate():%Y-%m-%d}.txt"
    return File(f"{line}\n".encode(), name, "text/plain; charset=utf-8")


def erase(call: Call, seq: int) -> Answer:
    """The detail of an event erased; the chain still holds."""
    if not call.posted:
        return Page("web/audit/erase.html", {"seq": seq})
    result = auditing.erase_detail(
        actor=call.actor, seq=seq, reason=call.form.get("reason", ""), key=call.key
    )
    if not result.ok:
        context = {"seq": seq, "findings": result.findings, "reason": call.form.get("reason", "")}
        return Page("web/audit/erase.html", context, status_of(result))
    return Go(reverse("audit.index"), _("Detalhe apagado; a trilha continua inteira."))


def prove(call: Call) -> Answer:
    """Every invariant of the record, proven when somebody asks."""
    if not call.posted:
        return Page(
            "web/audit/prove.html",
            {"rows": [(said(one.title, one.name), None, ()) for one in INVARIANTS]},
        )
    proof = call.take(check.prove(actor=call.actor))
    broken = {one.name: one.breaches for one in proof.broken}
    rows = [
        (said(one.title, one.name), one.name not in broken, broken.get(one.name, ()))
        for one in INVARIANTS
    ]
    return Page("web/audit/prove.html", {"rows": rows, "proof": proof})


def _about(event: EventView) -> str:
    """What an event is about, as a person says it; pseudonyms stay what they are."""
    place = BY_NAME.get(event.subject_type)
    word = (
        place.title if place is not None else _(ABOUT.get(event.subject_type, event.subject_type))
    )
    return f"{word} {event.subject_id[:LONGEST_SUBJECT]}"
