"""The audit trail read and verified, a detail erased, and every promise of the record proven again."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from honorarios.services import auditing, check, members
from honorarios.services.check import INVARIANTS
from honorarios.services.operations import Operation
from honorarios.web.answers import File, Go, Page
from honorarios.web.refused import status_of

if TYPE_CHECKING:
    from honorarios.web.answers import Answer
    from honorarios.web.call import Call

PAGE = 100


def index(call: Call) -> Answer:
    """What was done, the newest first."""
    before = _number(call.query.get("depois", ""))
    patient = _number(call.query.get("paciente", ""))
    found = call.take(
        auditing.events(actor=call.actor, patient_id=patient, before=before, limit=PAGE)
    )
    labels = {one.value: one.label for one in Operation}
    people = _people(call)
    rows = [
        {
            "event": one,
            "action": _(labels.get(one.action, one.action)),
            "person": people.get(one.user_id or 0, one.user_id or ""),
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
        return Page("web/audit/prove.html", {"rows": [(one.title, None, ()) for one in INVARIANTS]})
    proof = call.take(check.prove(actor=call.actor))
    broken = {one.name: one.breaches for one in proof.broken}
    rows = [(_(one.title), one.name not in broken, broken.get(one.name, ())) for one in INVARIANTS]
    return Page("web/audit/prove.html", {"rows": rows, "proof": proof})


def _people(call: Call) -> dict[int, str]:
    """Who the members are; only for whoever may see them."""
    if not call.may(Operation.MEMBERS_READ):
        return {}
    found = call.take(members.listed(actor=call.actor))
    return {one.user_id: one.name or one.username for one in found}


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None
