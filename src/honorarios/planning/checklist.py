"""What a planning assistant works through for a surgery, in the order in which it is done.

Every item says whose turn it is, why it is asked for, and by when where a rule says so. What nobody knows
is never taken for done, and never for refused.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from itertools import chain
from typing import TYPE_CHECKING, Final, Self

from honorarios.core.phrase import Phrase
from honorarios.core.phrase import gettext_noop as _
from honorarios.core.vocabulary import Role, UpgradeReason
from honorarios.planning.case import DONE, ENDED, Answer, Status, progress
from honorarios.planning.clocks import clocks, ombudsman
from honorarios.planning.deadlines.deadline import Owner
from honorarios.planning.deadlines.requests import QUOTE_DAYS
from honorarios.planning.papers import PaperKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from honorarios.planning.case import Asked, Case, Senha
    from honorarios.planning.days import Place

QUOTES: Final = 3
"""Suppliers asked for OPME in practice (``spec: routes 1``)."""


class Stage(Enum):
    """When an item is worked through; the value is the stable code."""

    label: str

    def __new__(cls, code: str, label: str) -> Self:
        """Make the stage from its code and its Portuguese word."""
        member = object.__new__(cls)
        member._value_ = code
        member.label = label
        return member

    PLAN = "plan", "Planejamento"
    PAPERS = "papers", "Documentos"
    AUTHORISATION = "authorisation", "Autorização"
    HOSPITAL = "hospital", "Hospital"
    PATIENT = "patient", "Paciente"
    AFTER = "after", "Depois da cirurgia"


class Standing(Enum):
    """How an item stands; the value is the stable code."""

    label: str

    def __new__(cls, code: str, label: str) -> Self:
        """Make the standing from its code and its Portuguese word."""
        member = object.__new__(cls)
        member._value_ = code
        member.label = label
        return member

    LATE = "late", "Atrasado"
    TODO = "todo", "A fazer"
    WAITING = "waiting", "Esperando"
    DONE = "done", "Feito"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing to see to."""

    code: str
    """Stable: ``paper.guia``, ``answer``, ``opme.quotes``."""
    stage: Stage
    title: str
    standing: Standing
    owner: Owner
    why: str = ""
    """The rule, with its source."""
    due: date | None = None
    key: int | None = None
    """The request's, where there may be several."""

    @property
    def is_open(self) -> bool:
        """Whether somebody has to do something."""
        return self.standing is not Standing.DONE


def checklist(case: Case, place: Place, today: date) -> tuple[Item, ...]:
    """All there is to see to in a case; nothing for one that was cancelled."""
    if case.ended is Status.CANCELLED:
        return ()
    before = chain(
        _plan(case),
        _papers(case),
        _opme(case, today),
        _authorisation(case, place, today),
        _hospital(case),
        _patient(case, today),
    )
    return (*before, *_after(case))


def _plan(case: Case) -> Iterator[Item]:
    yield Item(
        code="acts",
        stage=Stage.PLAN,
        title=_("Códigos dos procedimentos"),
        standing=_done(bool(case.acts)),
        owner=Owner.TEAM,
        why=_("O honorário segue os códigos que o convênio autoriza."),
    )
    yield Item(
        code="surgeon",
        stage=Stage.PLAN,
        title=_("Cirurgião da equipe"),
        standing=_done(Role.SURGEON in case.roles),
        owner=Owner.TEAM,
        why=_("Cada profissional é pago pela via em que está credenciado ou filiado."),
    )
    if Role.ANAESTHETIST not in case.roles:
        yield Item(
            code="anaesthetist",
            stage=Stage.PLAN,
            title=_("Anestesista da equipe"),
            standing=Standing.TODO,
            owner=Owner.TEAM,
            why=_("Pode ser de outra via: cooperativa, por exemplo."),
            due=_before(case, 2),
        )
    yield Item(
        code="date",
        stage=Stage.PLAN,
        title=_("Data e hora com a equipe e o hospital"),
        standing=_done(case.planned_on is not None or case.performed_on is not None),
        owner=Owner.OFFICE,
    )


def _papers(case: Case) -> Iterator[Item]:
    due = _before(case, 0) if case.is_urgent else None
    for kind in _wanted(case):
        paper = case.paper(kind.value)
        here = paper is not None and paper.state in kind.complete
        yield Item(
            code=f"paper.{kind.value}",
            stage=Stage.PAPERS,
            title=kind.label,
            standing=_done(here),
            owner=kind.owner,
            why=kind.about,
            due=due,
        )


def _wanted(case: Case) -> tuple[PaperKind, ...]:
    """The papers that are asked for before a surgery."""
    if case.is_private:
        return (PaperKind.MEDICAL_REPORT,)
    wanted = [PaperKind.MEDICAL_REPORT, PaperKind.GUIA, PaperKind.EXAMS, PaperKind.PLAN_CARD]
    if case.needs_opme:
        wanted += [PaperKind.JUSTIFICATION, PaperKind.OPME_REQUEST]
    return tuple(wanted)


def _opme(case: Case, today: date) -> Iterator[Item]:
    if not case.needs_opme:
        return
    came = sum(one.received_on is not None for one in case.quotes)
    asked = [one.requested_on for one in case.quotes]
    due = min(asked) + timedelta(days=QUOTE_DAYS) if asked else None
    standing = Standing.DONE if came >= QUOTES else Standing.WAITING if asked else Standing.TODO
    yield Item(
        code="opme.quotes",
        stage=Stage.PAPERS,
        title=Phrase(
            _("Orçamentos de OPME: {came} de {wanted} recebidos"), came=came, wanted=QUOTES
        ),
        standing=_late(standing, due, today),
        owner=Owner.SUPPLIER if len(asked) >= QUOTES else Owner.HOSPITAL,
        why=_("Na prática, três fornecedores e de 5 a 7 dias."),
        due=due,
    )


def _authorisation(case: Case, place: Place, today: date) -> Iterator[Item]:
    if case.is_private or not case.acts:
        return
    standing = [one for one in case.requests if not one.withdrawn]
    yield Item(
        code="request",
        stage=Stage.AUTHORISATION,
        title=_("Pedido enviado ao convênio"),
        standing=_done(bool(standing) or case.is_authorised),
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
            due=_before(case, 1),
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
        standing=_late(
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
        standing=_late(Standing.TODO, due, today),
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


def _hospital(case: Case) -> Iterator[Item]:
    if case.is_private or case.free_choice:
        return
    asked = case.fees_requested
    yield Item(
        code="fees_requested",
        stage=Stage.HOSPITAL,
        title={
            None: _("Confirmar se o hospital pediu os honorários com a autorização"),
            True: _("O hospital pediu os honorários com a autorização"),
            False: _("O hospital não pediu os honorários: por repasse, só se ainda pedir"),
        }[asked],
        standing=Standing.DONE if asked is not None else Standing.TODO,
        owner=Owner.OFFICE,
        why=_(
            "Sem isso o repasse fica pendente (E3b). Pergunte ao comercial ou ao faturamento do hospital."
        ),
        due=_before(case, 1),
    )


def _patient(case: Case, today: date) -> Iterator[Item]:
    if case.is_private or case.free_choice:
        yield from _private(case, today)
    if case.is_above_contract is None or not case.is_above_contract:
        return
    if case.upgrade_reason is None:
        yield Item(
            code="upgrade_reason",
            stage=Stage.PATIENT,
            title=_("Registrar por que a acomodação é superior à contratada"),
            standing=Standing.TODO,
            owner=Owner.OFFICE,
            why=_(
                "Só a opção do paciente permite cobrar; falta de leito, nunca (Lei 9.656, art. 33)."
            ),
        )
    if case.upgrade_reason is UpgradeReason.PATIENT_OPTION:
        yield _signature(
            code="class_consent",
            title=_("Termo da diferença de classe assinado antes da internação"),
            signed=case.consent_signed_on,
            before=case.admitted_on or case.planned_on,
            today=today,
            why=_(
                "Combinado por escrito e antes; o verbal, depois de internado, não vale (nota CREMERS, 2025)."
            ),
        )


def _private(case: Case, today: date) -> Iterator[Item]:
    yield _signature(
        code="budget",
        title=_("Orçamento particular assinado antes da cirurgia"),
        signed=case.budget_signed_on,
        before=case.planned_on,
        today=today,
        why=_("O custo se combina antes (CEM, art. 61); em urgência, nunca como condição."),
    )
    if not case.free_choice:
        return
    yield Item(
        code="network",
        stage=Stage.PATIENT,
        title=_("Paciente sabe que há opção na rede do convênio"),
        standing=_done(case.knew_of_network is True),
        owner=Owner.OFFICE,
        why=_("Sem isso a cobrança particular fica frágil (E13)."),
    )


def _signature(
    *, code: str, title: str, signed: date | None, before: date | None, today: date, why: str
) -> Item:
    in_time = signed is not None and (before is None or signed <= before)
    return Item(
        code=code,
        stage=Stage.PATIENT,
        title=title,
        standing=_late(_done(in_time), before, today),
        owner=Owner.PATIENT,
        why=why,
        due=before,
    )


def _after(case: Case) -> Iterator[Item]:
    if progress(case) not in DONE:
        return
    for kind in _wanted_after(case):
        paper = case.paper(kind.value)
        yield Item(
            code=f"paper.{kind.value}",
            stage=Stage.AFTER,
            title=kind.label,
            standing=_done(paper is not None and paper.state in kind.complete),
            owner=kind.owner,
            why=kind.about,
        )
    if case.fees_requested:
        yield Item(
            code="repasse",
            stage=Stage.AFTER,
            title=_("Pedir o repasse ao hospital"),
            standing=_done(case.repasse_requested_on is not None),
            owner=Owner.TEAM,
            why=_("O hospital só repassa o que o cirurgião pede, dentro do prazo dele."),
        )


def _wanted_after(case: Case) -> tuple[PaperKind, ...]:
    if case.is_private:
        return PaperKind.SURGERY_REPORT, PaperKind.RECEIPT
    wanted = [PaperKind.SURGERY_REPORT, PaperKind.FEE_GUIA]
    if case.free_choice:
        wanted = [PaperKind.SURGERY_REPORT, PaperKind.RECEIPT, PaperKind.REFUND_REQUEST]
    return tuple(wanted)


def _before(case: Case, days: int) -> date | None:
    """A day before the surgery; nothing for one without a date, or that is over."""
    if case.planned_on is None or case.ended in ENDED:
        return None
    return case.planned_on - timedelta(days=days)


def _done(is_done: bool) -> Standing:  # noqa: FBT001 - the question itself
    return Standing.DONE if is_done else Standing.TODO


def _late(standing: Standing, due: date | None, today: date) -> Standing:
    over = standing is not Standing.DONE and due is not None and due < today
    return Standing.LATE if over else standing
