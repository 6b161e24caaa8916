"""What is waited for once a fee was handed in: payment, appeal, reply, receipt, the patient's refund."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from honorarios.core.phrase import Phrase
from honorarios.core.phrase import gettext_noop as _
from honorarios.planning.cutoff_words import counted
from honorarios.planning.days import after
from honorarios.planning.deadlines import sources
from honorarios.planning.deadlines.deadline import Deadline, Kind, Owner, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from honorarios.planning.days import Place
    from honorarios.planning.deadlines.facts import Denied, Paid, Presented, Refund

REFUND_DAYS: Final = 30
"""Calendar days of the payer to refund a patient (Lei 9.656/1998, art. 12, VI)."""


def payment(one: Presented, today: date) -> Iterator[Deadline]:
    """When money is expected: by what the office saw, else by the contract; and when it is overdue."""
    if one.usual_days is None:
        yield _by_contract(one, today)
    else:
        yield _seen(one, Kind.PAYMENT, one.usual_days, _("metade foi paga em até {term}"), today)
    if one.slow_days is not None:
        told = _("quatro em cinco foram pagos em até {term}")
        yield _seen(one, Kind.LATE_PAYMENT, one.slow_days, told, today)


def appeal(one: Denied, place: Place, today: date) -> Iterator[Deadline]:
    """The last day to contest a glosa, and, once contested, that of the reply."""
    yield Deadline(
        kind=Kind.APPEAL,
        subject=one.receiver,
        due=_term(one, one.on, place),
        rule=_appeal_rule(one, _("{term} depois do demonstrativo")),
        owner=Owner.OFFICE,
        today=today,
        done_on=one.filed_on or one.accepted_on,
        key=one.key,
    )
    if one.filed_on is None:
        return
    yield Deadline(
        kind=Kind.APPEAL_REPLY,
        subject=one.receiver,
        due=_term(one, one.filed_on, place),
        rule=_appeal_rule(one, _("{term} depois do recurso")),
        owner=Owner.PAYER,
        today=today,
        done_on=one.replied_on,
        key=one.key,
    )


def fiscal_document(one: Paid, today: date) -> Iterator[Deadline]:
    """The receipt or invoice of a payment; a person paid by a company gets none to give."""
    if not one.to_company and not one.by_patient:
        return
    rule = Rule(_("recibo no dia do pagamento"), sources.FISCAL_RECEIPT)
    if one.to_company:
        rule = Rule(_("nota fiscal no recebimento"), sources.FISCAL_INVOICE)
    yield Deadline(
        kind=Kind.FISCAL_DOCUMENT,
        subject=Phrase(_("Pagamento de {payer}"), payer=one.payer),
        due=one.on,
        rule=rule,
        owner=Owner.OFFICE,
        today=today,
        done_on=one.documented_on,
        key=one.key,
    )


def refund(one: Refund, today: date) -> Iterator[Deadline]:
    """The payer's refund to a patient who chose freely."""
    yield Deadline(
        kind=Kind.REFUND,
        subject=one.payer,
        due=one.papers_on + timedelta(days=REFUND_DAYS),
        rule=Rule(
            Phrase(_("{term} depois dos documentos"), term=counted(REFUND_DAYS, working=False)),
            sources.REFUND,
        ),
        owner=Owner.PAYER,
        today=today,
        done_on=one.refunded_on,
        key=one.key,
    )


def _seen(one: Presented, kind: Kind, days: int, told: str, today: date) -> Deadline:
    return Deadline(
        kind=kind,
        subject=one.payer,
        due=one.on + timedelta(days=days),
        rule=Rule(Phrase(told, term=counted(days, working=False)), sources.HISTORY),
        owner=one.owner,
        today=today,
        done_on=one.paid_on,
        presumed=True,
        key=one.key,
    )


def _by_contract(one: Presented, today: date) -> Deadline:
    known = one.contract_due is not None
    return Deadline(
        kind=Kind.PAYMENT,
        subject=one.payer,
        due=one.contract_due,
        rule=Rule(_("prazo de pagamento das condições da via"), sources.CONTRACT)
        if known
        else Rule(_("prazo de pagamento desconhecido"), sources.UNKNOWN),
        owner=one.owner,
        today=today,
        done_on=one.paid_on,
        key=one.key,
    )


def _term(one: Denied, start: date, place: Place) -> date | None:
    if one.appeal_days is None:
        return None
    if one.working:
        return after(start, one.appeal_days, place)
    return start + timedelta(days=one.appeal_days)


def _appeal_rule(one: Denied, since: str) -> Rule:
    if one.appeal_days is None:
        return Rule(_("prazo de recurso desconhecido"), sources.UNKNOWN)
    term = counted(one.appeal_days, working=one.working)
    return Rule(Phrase(since, term=term), sources.APPEAL)
