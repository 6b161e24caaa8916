"""Deadlines: of everything within reach, of a surgery, kept by hand; and the feeds of a calendar."""

from __future__ import annotations

from ninja import Query
from pydantic import Field

from honorarios.api.answers import Document
from honorarios.api.call import Asked, Call
from honorarios.api.door import Door
from honorarios.api.fields import Code, Day, Given, Key
from honorarios.planning.deadlines import Kind, Owner, State
from honorarios.services import deadlines
from honorarios.services.deadlines import (
    CaseDeadlines,
    DeadlinePage,
    DeadlinesAsked,
    DeadlineView,
    FeedView,
)
from honorarios.services.operations import Operation
from honorarios.services.outcomes import Result

door = Door(tags=["Prazos"])

ICALENDAR = "text/calendar"
FILE = "prazos.ics"


class DeadlinesFilter(Given):
    """Which deadlines to list."""

    since: Day | None = Field(default=None, description="Primeiro dia do período.")
    until: Day | None = Field(
        default=None, description="Último dia; ausente: inclui os que não têm data."
    )
    kind: Kind | None = Field(default=None, description="Só deste tipo.")
    owner: Owner | None = Field(default=None, description="Só os que dependem de quem se diz.")
    state: State | None = Field(default=None, description="Só nesta situação.")
    unit: Code = Field(default="", description="Código da unidade de faturamento.")
    done: bool = Field(default=False, description="Inclui os já cumpridos.")
    size: int = Field(
        default=500, ge=1, le=deadlines.MOST_LISTED, description="Quantos, no máximo."
    )


class Which(Given):
    """A deadline of a surgery."""

    kind: Kind
    key: str = Field(default="", max_length=40, description="A chave que a leitura mostrou.")


class KeptDeadline(Which):
    """A deadline that was kept."""

    done_on: Day | None = Field(default=None, description="Dia em que foi feito; ausente: hoje.")


@door.reads("/deadlines", Operation.DEADLINES_READ, DeadlinePage)
def listed(call: Call, asked: Query[DeadlinesFilter]) -> Result[DeadlinePage]:
    """Listar prazos, por dia: das cirurgias ao alcance, e dos acordos para quem os vê.

    Não nomeia pacientes. Nada aqui é parecer jurídico: cada prazo diz a sua regra e a sua fonte.
    """
    return deadlines.listed(actor=call.actor, asked=_asked(asked), size=asked.size)


@door.reads("/deadlines.ics", Operation.DEADLINES_READ, None, media=(ICALENDAR,))
def as_calendar(call: Call) -> Result[Document]:
    """Ler os prazos abertos como iCalendar: os dos últimos meses e os do ano que vem."""
    made = deadlines.calendar(actor=call.actor)
    if made.value is None:
        return Result(findings=made.findings)
    return Result(Document(made.value, ICALENDAR, FILE))


@door.reads("/cases/{case_id}/deadlines", Operation.CASES_READ, CaseDeadlines)
def of_case(call: Call, case_id: Key) -> Result[CaseDeadlines]:
    """Ler todos os prazos de uma cirurgia, os cumpridos e os sem data também."""
    return deadlines.of_case(actor=call.actor, case_id=case_id)


@door.writes("/cases/{case_id}/deadlines/keep", Operation.CASES_WRITE, DeadlineView, key=Asked.NO)
def keep(call: Call, case_id: Key, body: KeptDeadline) -> Result[DeadlineView]:
    """Marcar um prazo como cumprido; de novo só muda o dia.

    Só os que se cumprem à mão; os outros se cumprem quando se registra o que eles esperam.
    """
    return deadlines.keep(
        actor=call.actor, case_id=case_id, kind=body.kind, key=body.key, done_on=body.done_on
    )


@door.writes("/cases/{case_id}/deadlines/reopen", Operation.CASES_WRITE, DeadlineView, key=Asked.NO)
def reopen(call: Call, case_id: Key, body: Which) -> Result[DeadlineView]:
    """Desfazer a marca de um prazo cumprido à mão."""
    return deadlines.reopen(actor=call.actor, case_id=case_id, kind=body.kind, key=body.key)


@door.reads("/calendar-feeds", Operation.CALENDAR_OWN, tuple[FeedView, ...])
def feeds(call: Call) -> Result[tuple[FeedView, ...]]:
    """Listar as próprias assinaturas de agenda, sem os endereços: eles só aparecem ao criar, na tela."""
    return deadlines.feeds(actor=call.actor)


@door.writes("/calendar-feeds/{feed_id}/revoke", Operation.CALENDAR_OWN, FeedView, key=Asked.NO)
def revoke(call: Call, feed_id: Key) -> Result[FeedView]:
    """Revogar uma assinatura de agenda; de novo não muda mais nada."""
    return deadlines.revoke(actor=call.actor, feed_id=feed_id)


def _asked(asked: DeadlinesFilter) -> DeadlinesAsked:
    return DeadlinesAsked(
        since=asked.since,
        until=asked.until,
        kinds=frozenset({asked.kind} if asked.kind else ()),
        owners=frozenset({asked.owner} if asked.owner else ()),
        states=frozenset({asked.state} if asked.state else ()),
        unit=asked.unit,
        done=asked.done,
    )
