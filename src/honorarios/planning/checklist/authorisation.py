"""The payer's authorisation: the request, its answers, what they leave out, and the senha."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.core.phrase import Phrase
from honorarios.core.phrase import gettext_noop as _
from honorarios.planning.case import DONE, Answer
from honorarios.planning.checklist.item import Item, Stage, Standing, before, done, late
from honorarios.planning.clocks import clocks, ombudsman
from honorarios.planning.deadlines.deadline import Owner

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from honorarios.planning.case import Asked, Case, Senha
    from honorarios.planning.days import Place


def authorisation(case: Case, place: Place, today: date) -> Iterator[Item]:
    """What is asked of the payer; nothing for what the patient pays."""
    if case.is_private or not case.acts:
        return
    standing = [one for one in case.requests if not one.withdrawn]
    yield Item(
        code="request",
        stage=Stage.AUTHORISATION,
        title=_("Pedido enviado ao convênio"),
        standing=done(bool(standing) or case.is_authorised),
        owner=Owner.HOSPITAL,
        why=_("O prazo de resposta conta do pedido; guarde o protocolo."),
    )
    for asked in standing:
        yield _answer(asked, place, today)
        if asked.answer is Answer.DENIED and not case.is_authorised:
            yield _ombudsman(asked, place, today)
    if standing and case.missing and all(one.answer.counts for one in standing):
        codes = ", ".join(act.code for act in case.missing)
        yield Item(
            code="missing",
            stage=Stage.AUTHORISATION,
            title=Phrase(_("Falta autorizar: {codes}"), codes=codes),
            standing=Standing.DONE if case.ended in DONE else Standing.TODO,
            owner=Owner.OFFICE,
            why=_("Código sem autorização não tem honorário: peça de novo, com justificativa."),
            due=before(case, 1),
        )
    yield from (_senha(one, case, today) for one in case.senhas[-1:])


def _answer(asked: Asked, place: Place, today: date) -> Item:
    told = clocks(asked.kind, asked.on, place)
    source = "RN ANS 623/2024" if told.answer == told.answer_by_norm else "RN ANS 566/2022"
    days = min(asked.kind.answer_days, asked.kind.performance_days)
    told_in = (
        _("{kind}: responde em {days} dias úteis ({source}).")
        if days
        else _("{kind}: responde de imediato ({source}).")
    )
    why = Phrase(told_in, kind=asked.kind.label, days=days, source=source)
    if asked.answer is Answer.GENERIC:
        said = _("“Em análise” não conta como resposta ({source}). {why}")
        why = Phrase(said, source=source, why=why)
    return Item(
        code="answer",
        stage=Stage.AUTHORISATION,
        title=Phrase(_("Resposta do convênio: {answer}"), answer=asked.answer.label.lower()),
        standing=late(
            Standing.DONE if asked.answer.counts else Standing.WAITING, told.answer, today
        ),
        owner=Owner.PAYER,
        why=why,
        due=told.answer,
        key=asked.key,
    )


def _ombudsman(asked: Asked, place: Place, today: date) -> Item:
    due = None if asked.answered_on is None else ombudsman(asked.answered_on, place)
    return Item(
        code="ombudsman",
        stage=Stage.AUTHORISATION,
        title=_("Negativa por escrito, e reanálise pela ouvidoria"),
        standing=late(Standing.TODO, due, today),
        owner=Owner.OFFICE,
        why=_(
            "A negativa cita a cláusula ou a norma; a ouvidoria responde em 7 dias úteis (RN ANS 623/2024)."
        ),
        due=due,
        key=asked.key,
    )


def _senha(senha: Senha, case: Case, today: date) -> Item:
    day = case.performed_on or case.planned_on or today
    covered = senha.covers(day)
    title = {
        None: _("Validade da senha {number}: o convênio não informou"),
        True: _("Senha {number} vale no dia da cirurgia"),
        False: _("Senha {number} vence antes da cirurgia: peça a prorrogação"),
    }[covered]
    return Item(
        code="senha",
        stage=Stage.AUTHORISATION,
        title=Phrase(title, number=senha.number),
        standing=Standing.DONE if covered or case.ended in DONE else Standing.TODO,
        owner=Owner.OFFICE,
        why=_("Depois do vencimento o convênio pode recusar o pagamento; 30 dias é o usual."),
        due=senha.valid_until,
    )
