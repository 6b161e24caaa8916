"""The first page after the login: what waits for this person, by what they are in the office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from honorarios.core.vocabulary import PartStatus
from honorarios.services import deadlines, drafts, first_steps, worklist
from honorarios.services.actor import ActorRole
from honorarios.services.first_steps import Step
from honorarios.services.operations import Operation
from honorarios.services.parts.places import places
from honorarios.services.worklist import WorkFilter
from honorarios.web import table
from honorarios.web.answers import Page
from honorarios.web.present import steps
from honorarios.web.present.deadlines import shown
from honorarios.web.present.parts import kind_of
from honorarios.web.screens.launch import DRAFT

if TYPE_CHECKING:
    from honorarios.services.worklist import WorkRow
    from honorarios.web.answers import Answer
    from honorarios.web.call import Call

ROWS: Final = 6
"""Parts that the page shows before its link to all of them."""


DUE_WITHIN: Final = timedelta(days=31)
"""No kind of deadline is reminded of earlier."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """What of the work list waits for a role, and what is said when nothing does."""

    title: str
    status: PartStatus | None
    none: str


@dataclass(frozen=True, slots=True)
class Door:
    """A way into the desk, with what is behind it."""

    view: str
    label: str
    text: str
    icon: str
    key: str = ""


_OPEN: Final = Waiting(_("Parciais abertas"), PartStatus.OPEN, _("Nenhuma parcial aberta."))
_CLOSED: Final = Waiting(
    _("À espera de liberação"), PartStatus.CLOSED, _("Nada à espera de liberação.")
)
_RELEASED: Final = Waiting(_("Prontas para faturar"), PartStatus.RELEASED, _("Nada para faturar."))
_OWN: Final = Waiting(_("Contas com a sua produção"), None, _("Nenhuma conta com atos seus ainda."))
WAITING: Final = {
    ActorRole.CLERK: _OPEN,
    ActorRole.AUDITOR: _CLOSED,
    ActorRole.HOSPITAL_FINANCE: _RELEASED,
    ActorRole.PHYSICIAN: _OWN,
}
DOORS: Final = {
    ActorRole.CLERK: (
        Door(
            "attendances.open",
            _("Novo atendimento"),
            _("Paciente, leito, conta e parcial."),
            "plus",
            "Alt+A",
        ),
        Door(
            "worklist.index",
            _("Contas"),
            _("Procurar, conferir, encerrar e liberar."),
            "receipt-text",
        ),
        Door("lines.list", _("Lançamentos"), _("Todas as linhas, por filtro."), "stethoscope"),
        Door("dashboard.show", _("Painel"), _("O lançado e o que está parado."), "chart-column"),
    ),
    ActorRole.AUDITOR: (
        Door("worklist.index", _("Contas"), _("O que conferir e liberar."), "receipt-text"),
        Door(
            "lines.list",
            _("Lançamentos"),
            _("Cada linha com a sua memória de cálculo."),
            "stethoscope",
        ),
        Door(
            "dashboard.show",
            _("Painel"),
            _("O que está parado, onde e por quê."),
            "chart-column",
        ),
        Door("audit.index", _("Trilha de auditoria"), _("Quem fez o quê, e quando."), "history"),
    ),
    ActorRole.HOSPITAL_FINANCE: (
        Door("worklist.index", _("Contas"), _("Parciais liberadas e faturadas."), "receipt-text"),
        Door("remittances.index", _("Remessas"), _("O que foi enviado a cada convênio."), "send"),
        Door(
            "dashboard.show",
            _("Painel"),
            _("Por convênio, prestador e dia."),
            "chart-column",
        ),
        Door("reports.closing", _("Fechamento"), _("O período em uma página."), "file-text"),
    ),
    ActorRole.PHYSICIAN: (
        Door(
            "production.show",
            _("Minha produção"),
            _("Quanto, quando e por quê."),
            "wallet",
        ),
        Door("lines.list", _("Meus lançamentos"), _("Cada ato, com o seu valor."), "stethoscope"),
        Door("worklist.index", _("Contas"), _("A situação de cada conta."), "receipt-text"),
    ),
    ActorRole.ADMINISTRATOR: (
        Door("members.index", _("Acessos"), _("Quem entra, e o que pode fazer."), "users"),
        Door("registers.index", _("Cadastros"), _("Convênios, prestadores, leitos."), "database"),
        Door(
            "terms.index",
            _("Condições contratuais"),
            _("Tabelas, padrões e valores, com vigência."),
            "scale",
        ),
        Door("audit.index", _("Trilha de auditoria"), _("Quem fez o quê, e quando."), "history"),
    ),
}


def show(call: Call) -> Answer:
    """The page of the actor's role."""
    context: dict[str, Any] = {"doors": _doors(call), "drafts": _drafts(call)}
    waiting = WAITING.get(call.actor.role)
    if waiting is not None:
        rows = _rows(call, waiting)
        query = f"?situacao={waiting.status.code_name}" if waiting.status else ""
        context |= {
            "waiting": gettext(waiting.title),
            "none": gettext(waiting.none),
            "rows": [{"row": row, "kind": kind_of(row.status)} for row in rows],
            "all": reverse("worklist.index") + query,
        }
    if call.may(Operation.DEADLINES_READ):
        context |= _due(call)
    if call.actor.role is ActorRole.CLERK and steps.HINT not in call.preference.dismissed:
        context |= _checklist(call)
    return Page("web/me/home.html", context)


def _rows(call: Call, waiting: Waiting) -> tuple[WorkRow, ...]:
    asked = WorkFilter(status=waiting.status)
    return call.take(worklist.listed(actor=call.actor, only=asked, size=ROWS)).rows


def _due(call: Call) -> dict[str, Any]:
    """The most pressing deadlines: what is late, and what is due soon."""
    told = call.take(deadlines.pressing(actor=call.actor, ahead=DUE_WITHIN, size=ROWS))
    return {"due": shown(call, told.deadlines), "due_looked": told.looked}


def _doors(call: Call) -> list[dict[str, str]]:
    return [
        {
            "href": reverse(door.view),
            "label": gettext(door.label),
            "text": gettext(door.text),
            "icon": door.icon,
            "key": door.key,
            "shown": door.key.replace("+", " "),
        }
        for door in DOORS.get(call.actor.role, ())
        if table.may(call.actor, door.view)
    ]


def _drafts(call: Call) -> list[dict[str, object]]:
    """Surgeries that were left in the middle."""
    if not table.may(call.actor, "launch.show", "POST"):
        return []
    kept = call.take(drafts.listed(actor=call.actor, kind=DRAFT))
    at = {
        int(number): draft.updated_at
        for draft in kept[:ROWS]
        if (number := draft.place.partition(":")[2]).isdigit()
    }
    parts = call.take(places(actor=call.actor, part_ids=tuple(at)))
    return [
        {"href": reverse("launch.show", args=[one.part_id]), "part": one, "at": at[one.part_id]}
        for one in parts
    ]


def _checklist(call: Call) -> dict[str, Any]:
    taken: frozenset[Step] = call.take(first_steps.taken(actor=call.actor))
    done = set(taken)
    if steps.SEEN in call.preference.dismissed:
        done.add(Step.TRACE)
    return {"steps": steps.checklist(done), "done": len(done), "steps_hint": steps.HINT}
