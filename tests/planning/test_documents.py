"""Letters say what the payer owes and by when, fence the class difference, and speak plainly to patients."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from honorarios.core.vocabulary import UpgradeReason
from honorarios.planning.case import Answer, Status
from honorarios.planning.checklist import checklist
from honorarios.planning.documents import (
    Fence,
    Told,
    answer_due,
    class_consent,
    fence,
    patient_status,
    refund,
)
from tests.planning.cases import ASKED, PLACE, TODAY, answered, case, granted

TOLD = Told(
    number="2026-0001",
    office="Escritório Fictício",
    patient="Íris Paineira",
    hospital="Hospital Aurora",
    payer="Convênio Aurora",
    plan="Essencial",
    surgeon="Dr. Cícero Manacá",
    contracted="Enfermaria",
    occupied="Apartamento",
    planned_at=datetime(2026, 11, 30, 7, 30),
)
ABOVE: dict[str, Any] = {
    "is_above_contract": True,
    "upgrade_reason": UpgradeReason.PATIENT_OPTION,
    "admitted_on": date(2026, 11, 30),
}


def test_the_payer_is_told_both_terms_with_their_norms() -> None:
    letter = answer_due(TOLD, case(requests=(ASKED,)), ASKED, PLACE, TODAY)
    assert letter.points == (
        "Responder: até 07/12/2026 (10 dias úteis depois do pedido).",
        "Garantir o atendimento: até 22/12/2026 (21 dias úteis depois do pedido).",
    )
    assert "RN ANS 623/2024" in letter.note
    assert "Íris Paineira" in letter.text
    assert "31005497" in letter.text


def test_a_late_payer_is_told_since_when() -> None:
    letter = answer_due(TOLD, case(requests=(ASKED,)), ASKED, PLACE, date(2026, 12, 9))
    assert "terminou em 07/12/2026, há 2 dias corridos" in letter.text


def test_a_request_from_before_the_norm_has_the_performance_term_only() -> None:
    old = replace(ASKED, on=date(2025, 6, 30))
    letter = answer_due(TOLD, case(requests=(old,)), old, PLACE, TODAY)
    assert len(letter.points) == 1
    assert "Garantir" in letter.points[0]


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Answer.GENERIC, "não conta como resposta"),
        (Answer.DENIED, "negativa por escrito"),
        (Answer.PARTIAL, "Falta autorizar: 31307205 (1)"),
    ],
)
def test_each_answer_is_met_by_what_the_norm_asks(answer: Answer, words: str) -> None:
    asked = answered(answer, answer_text="em auditoria")
    one = case(requests=(asked,), acts=granted(1, 1))
    assert words in answer_due(TOLD, one, asked, PLACE, TODAY).text


@pytest.mark.parametrize(
    ("changes", "forbidden", "found"),
    [
        ({}, None, ()),
        ({}, False, ()),
        ({}, True, (Fence.FORBIDDEN,)),
        ({"is_public": True}, None, (Fence.PUBLIC,)),
        ({"is_above_contract": False}, None, (Fence.NO_UPGRADE,)),
        ({"is_above_contract": None}, None, (Fence.NO_UPGRADE,)),
        ({"upgrade_reason": None}, None, (Fence.NO_REASON,)),
        ({"upgrade_reason": UpgradeReason.NO_BED}, None, (Fence.NO_BED,)),
        ({"upgrade_reason": UpgradeReason.MEDICAL_NEED}, None, (Fence.MEDICAL,)),
        ({"admitted_on": date(2026, 11, 22)}, None, (Fence.TOO_LATE,)),
        ({"admitted_on": date(2026, 11, 22), "consent_signed_on": date(2026, 11, 21)}, None, ()),
        ({"admitted_on": None, "performed_on": date(2026, 11, 22)}, None, (Fence.TOO_LATE,)),
    ],
)
def test_the_fence_of_the_class_difference(
    changes: dict[str, Any],
    forbidden: bool | None,  # noqa: FBT001 - a case of the table
    found: tuple[Fence, ...],
) -> None:
    assert fence(case(**ABOVE | changes), forbidden=forbidden, today=TODAY) == found


def test_the_consent_says_that_it_is_the_patients_option_and_never_for_lack_of_beds() -> None:
    text = class_consent(TOLD, case(**ABOVE), TODAY).text
    assert "por minha vontade" in text
    assert "Se não houver leito na acomodação do meu plano" in text
    assert "antes da internação" in text
    urgent = class_consent(TOLD, case(**ABOVE, is_urgent=True), TODAY).text
    assert "nunca depende deste termo" in urgent


def test_a_refund_is_estimated_but_never_promised_nor_filed() -> None:
    known = refund(TOLD, case(), {1: "R$ 500,00"}, "R$ 500,00", TODAY)
    assert "R$ 500,00" in known.text
    assert "só você o pede" in known.text
    assert known.rows[1].cells[-1] == "—"
    unknown = refund(TOLD, case(), {}, "", TODAY)
    assert "peça-a ao convênio" in unknown.text


@pytest.mark.parametrize("status", list(Status))
def test_the_patient_is_told_each_state_without_codes_or_jargon(status: Status) -> None:
    by_status: dict[Status, dict[str, Any]] = {
        Status.INDICATED: {},
        Status.REQUESTED: {"requests": (ASKED,)},
        Status.AUTHORISED: {"acts": granted(1, 2)},
        Status.PARTLY_AUTHORISED: {"acts": granted(1, 1)},
        Status.DENIED: {"requests": (answered(Answer.DENIED),)},
        Status.SCHEDULED: {"acts": granted(1, 2), "planned_on": date(2026, 11, 30)},
    }
    one = case(**by_status.get(status, {"ended": status}))
    letter = patient_status(TOLD, one, checklist(one, PLACE, TODAY), PLACE, TODAY)
    assert letter.to == "Olá, Íris!"
    assert len(letter.paragraphs[0]) > 20
    for jargon in ("glosa", "senha", "OPME", "RN ANS", "31005497", "repasse"):
        assert jargon not in letter.text


def test_the_patient_is_told_what_is_asked_of_them_and_when_the_payer_answers() -> None:
    one = case(requests=(ASKED,))
    letter = patient_status(TOLD, one, checklist(one, PLACE, TODAY), PLACE, TODAY)
    assert "até 07/12/2026 para responder" in letter.text
    assert letter.points == ("Laudos de exames", "Carteira do convênio")
