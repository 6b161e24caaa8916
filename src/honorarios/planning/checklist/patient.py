"""What the patient has to sign or to know before the surgery."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.core.phrase import gettext_noop as _
from honorarios.core.vocabulary import UpgradeReason
from honorarios.planning.checklist.item import Item, Stage, Standing, done, late
from honorarios.planning.deadlines.deadline import Owner

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from honorarios.planning.case import Case


def patient(case: Case, today: date) -> Iterator[Item]:
    """The budget of what the patient pays, and the consent to a higher room."""
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
        standing=done(case.knew_of_network is True),
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
        standing=late(done(in_time), before, today),
        owner=Owner.PATIENT,
        why=why,
        due=before,
    )
