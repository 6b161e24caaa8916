"""The papers of a surgery: which ones there are, who brings each, and what it has to say."""

from __future__ import annotations

from enum import Enum
from typing import Self

from honorarios.planning.deadlines.deadline import Owner


class PaperKind(Enum):
    """A document: its code, its Portuguese name, who brings it, and when it counts as complete."""

    label: str
    owner: Owner
    needs_signature: bool
    about: str

    def __new__(
        cls,
        code: str,
        label: str,
        owner: Owner,
        about: str,
        needs_signature: bool = False,  # noqa: FBT001, FBT002
    ) -> Self:
        """Make the kind from its code, its name, whose it is, and what it has to say."""
        member = object.__new__(cls)
        member._value_ = code
        member.label = label
        member.owner = owner
        member.about = about
        member.needs_signature = needs_signature
        return member

    MEDICAL_REPORT = (
        "medical_report",
        "Relatório médico (laudo)",
        Owner.TEAM,
        "Diagnóstico com CID, indicação, nome do procedimento com código, especialidade, assinatura e CRM.",
    )
    GUIA = (
        "guia",
        "Guia de solicitação de internação",
        Owner.TEAM,
        "Nome e número da carteira, códigos e quantidades, hospital, caráter, assinatura e CRM.",
    )
    JUSTIFICATION = (
        "justification",
        "Justificativa médica",
        Owner.TEAM,
        "Por que este procedimento e este material, com o que já foi tentado.",
    )
    EXAMS = "exams", "Laudos de exames", Owner.PATIENT, "Os que sustentam a indicação, com data."
    PLAN_CARD = "plan_card", "Carteira do convênio", Owner.PATIENT, "Número, plano e validade."
    OPME_REQUEST = (
        "opme_request",
        "Pedido de OPME com três fabricantes",
        Owner.TEAM,
        "Características do material e até três fabricantes à escolha (Res. CFM 2.318/2022).",
    )
    CLASS_CONSENT = (
        "class_consent",
        "Termo da diferença de classe",
        Owner.PATIENT,
        "Opção do paciente, valor e assinatura, antes da internação.",
        True,
    )
    PRIVATE_BUDGET = (
        "private_budget",
        "Orçamento particular assinado",
        Owner.PATIENT,
        "Honorários de cada profissional, forma de pagamento e assinatura, antes da cirurgia.",
        True,
    )
    SURGERY_REPORT = (
        "surgery_report",
        "Descrição cirúrgica assinada",
        Owner.TEAM,
        "O que foi feito, por quem, com hora de início e de fim.",
        True,
    )
    FEE_GUIA = (
        "fee_guia",
        "Guia de honorários",
        Owner.OFFICE,
        "Uma por profissional: função, códigos autorizados, senha e data.",
    )
    REPASSE_REQUEST = (
        "repasse_request",
        "Pedido de repasse ao hospital",
        Owner.TEAM,
        "O cirurgião pede ao hospital os honorários que ele cobrou do convênio.",
    )
    RECEIPT = (
        "receipt",
        "Recibo ou nota fiscal",
        Owner.OFFICE,
        "Receita Saúde de pessoa física ou nota fiscal da empresa, a cada pagamento.",
    )
    REFUND_REQUEST = (
        "refund_request",
        "Pedido de reembolso do paciente",
        Owner.PATIENT,
        "O paciente o faz no convênio; o sistema só confere os papéis.",
    )

    @property
    def complete(self) -> frozenset[str]:
        """States in which nothing of it is missing."""
        return frozenset({"signed"} if self.needs_signature else {"received", "sent", "signed"})
