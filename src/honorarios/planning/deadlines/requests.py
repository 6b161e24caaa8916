"""What is waited for before the surgery: answers, the service itself, senhas, quotes, tasks."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from honorarios.core.phrase import Phrase
from honorarios.core.phrase import gettext_noop as _
from honorarios.planning.clocks import Request, clocks
from honorarios.planning.cutoff_words import counted
from honorarios.planning.deadlines import sources
from honorarios.planning.deadlines.deadline import Deadline, Kind, Owner, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from honorarios.planning.days import Place
    from honorarios.planning.deadlines.facts import Asked, Quote, Senha, Surgery, Todo

USUAL_SENHA_DAYS: Final = 30
"""Where the payer doesn't say until when a senha holds (``spec: routes 2.1``, an example)."""
QUOTE_DAYS: Final = 7
"""Within which quotes come in practice (``spec: routes 5.7``: 5 to 7)."""


def surgery(one: Surgery, today: date) -> Iterator[Deadline]:
    """The surgery's own day."""
    if one.planned_on is None:
        return
    yield Deadline(
        kind=Kind.SURGERY,
        subject=_("Data planejada"),
        due=one.planned_on,
        rule=Rule(_("dia marcado com a equipe"), sources.PLAN),
        owner=Owner.TEAM,
        today=today,
        done_on=one.performed_on,
    )


def answer(asked: Asked, place: Place, today: date) -> Iterator[Deadline]:
    """The payer's answer; none for what was asked before RN 623/2024."""
    told = clocks(asked.request, asked.on, place)
    if told.answer is None:
        return
    by_answer = told.answer == told.answer_by_norm
    days = asked.request.answer_days if by_answer else asked.request.performance_days
    yield Deadline(
        kind=Kind.ANSWER,
        subject=_subject(asked),
        due=told.answer,
        rule=Rule(_term(asked, days), sources.ANSWER if by_answer else sources.PERFORMANCE),
        owner=Owner.PAYER,
        today=today,
        done_on=asked.answered_on or asked.ended_on,
        key=asked.key,
    )


def performance(asked: Asked, place: Place, today: date) -> Iterator[Deadline]:
    """The day by which what was asked has to be done."""
    yield Deadline(
        kind=Kind.PERFORMANCE,
        subject=_subject(asked),
        due=clocks(asked.request, asked.on, place).performance,
        rule=Rule(_term(asked, asked.request.performance_days), sources.PERFORMANCE),
        owner=Owner.PAYER,
        today=today,
        done_on=asked.performed_on or asked.ended_on,
        key=asked.key,
    )


def senha(one: Senha, today: date) -> Iterator[Deadline]:
    """The last day of an authorisation; the usual term where the payer doesn't say it."""
    presumed = one.valid_until is None
    due = one.valid_until or one.granted_on + timedelta(days=USUAL_SENHA_DAYS)
    text = Phrase(_("vale até {day}"), day=f"{due:%d/%m/%Y}")
    if presumed:
        term = counted(USUAL_SENHA_DAYS, working=False)
        text = Phrase(_("{term} depois da autorização, presumidos"), term=term)
    yield Deadline(
        kind=Kind.SENHA_EXPIRY,
        subject=Phrase(_("Senha {number}"), number=one.number),
        due=due,
        rule=Rule(text, sources.SENHA_USUAL if presumed else sources.SENHA),
        owner=Owner.OFFICE,
        today=today,
        done_on=one.used_on,
        presumed=presumed,
        key=one.key,
    )


def quote(one: Quote, today: date) -> Iterator[Deadline]:
    """A supplier's quote."""
    yield Deadline(
        kind=Kind.OPME_QUOTES,
        subject=one.supplier,
        due=one.requested_on + timedelta(days=QUOTE_DAYS),
        rule=Rule(
            Phrase(_("{term} depois do pedido"), term=counted(QUOTE_DAYS, working=False)),
            sources.QUOTES,
        ),
        owner=Owner.SUPPLIER,
        today=today,
        done_on=one.received_on,
        presumed=True,
        key=one.key,
    )


def todo(one: Todo, today: date) -> Iterator[Deadline]:
    """A pending item."""
    yield Deadline(
        kind=Kind.TASK,
        subject=f"{one.title} ({one.owner})" if one.owner else one.title,
        due=one.due,
        rule=Rule(one.rule or _("combinado na pendência"), sources.PLAN),
        owner=Owner.OFFICE,
        today=today,
        done_on=one.done_on,
        key=one.key,
    )


def _subject(asked: Asked) -> str:
    told = {"request": asked.request.label, "day": f"{asked.on:%d/%m/%Y}"}
    if not asked.protocol:
        return Phrase(_("{request}, pedido de {day}"), **told)
    said = _("{request}, pedido de {day}, protocolo {number}")
    return Phrase(said, **told, number=asked.protocol)


def _term(asked: Asked, days: int) -> str:
    if asked.request is Request.URGENT:
        return _("imediata")
    return Phrase(_("{term} depois do pedido"), term=counted(days, working=True))
