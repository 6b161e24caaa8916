"""What the office works through for a surgery: its documents, and what is pending with whom."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from honorarios.records.models.base import Owned
from honorarios.records.models.cases import SurgeryCase
from honorarios.records.models.facts import known_choice


class DocumentKind(models.TextChoices):
    """The papers of a surgery; :mod:`honorarios.planning.checklist` says which ones a case needs."""

    MEDICAL_REPORT = "medical_report", "Relatório médico (laudo)"
    GUIA = "guia", "Guia de solicitação de internação"
    JUSTIFICATION = "justification", "Justificativa médica"
    EXAMS = "exams", "Laudos de exames"
    PLAN_CARD = "plan_card", "Carteira do convênio"
    OPME_REQUEST = "opme_request", "Pedido de OPME com três fabricantes"
    CLASS_CONSENT = "class_consent", "Termo da diferença de classe"
    PRIVATE_BUDGET = "private_budget", "Orçamento particular assinado"
    SURGERY_REPORT = "surgery_report", "Descrição cirúrgica assinada"
    FEE_GUIA = "fee_guia", "Guia de honorários"
    REPASSE_REQUEST = "repasse_request", "Pedido de repasse ao hospital"
    RECEIPT = "receipt", "Recibo ou nota fiscal"
    REFUND_REQUEST = "refund_request", "Pedido de reembolso do paciente"


class DocumentState(models.TextChoices):
    """Where a paper is."""

    MISSING = "missing", "Falta"
    RECEIVED = "received", "Recebido"
    SENT = "sent", "Enviado"
    SIGNED = "signed", "Assinado"


class CaseDocument(Owned):
    """Documento of a surgery; the paper itself stays where the hospital keeps it."""

    case = models.ForeignKey(
        SurgeryCase,
        on_delete=models.PROTECT,
        related_name="documents",
        db_index=False,
        verbose_name="cirurgia",
        help_text="De qual cirurgia.",
    )
    kind = models.CharField(
        "documento", max_length=15, choices=DocumentKind.choices, help_text="Qual documento."
    )
    state = models.CharField(
        "situação",
        max_length=8,
        choices=DocumentState.choices,
        default=DocumentState.MISSING,
        help_text="Falta, recebido, enviado ou assinado.",
    )
    on = models.DateField(
        "em", null=True, blank=True, help_text="Dia em que chegou a essa situação."
    )
    note = models.CharField(
        "observação", max_length=300, blank=True, help_text="Onde está, o que falta nele."
    )

    class Meta:
        verbose_name = "documento da cirurgia"
        verbose_name_plural = "documentos da cirurgia"
        constraints: ClassVar = [
            models.UniqueConstraint(name="casedocument_kind", fields=["case", "kind"]),
            known_choice("casedocument_kind_known", "kind", DocumentKind),
            known_choice("casedocument_state_known", "state", DocumentState),
            models.CheckConstraint(
                name="casedocument_state_has_day",
                condition=Q(on__isnull=False) | Q(state=DocumentState.MISSING),
            ),
        ]

    def __str__(self) -> str:
        return self.kind


class CaseTask(Owned):
    """Pendência of a surgery, with whose turn it is; done, it stays."""

    case = models.ForeignKey(
        SurgeryCase,
        on_delete=models.PROTECT,
        related_name="tasks",
        verbose_name="cirurgia",
        help_text="De qual cirurgia.",
    )
    kind = models.CharField(
        "tipo",
        max_length=40,
        help_text="Código do que a abriu: um item da lista de conferência, ou other.",
    )
    title = models.CharField("título", max_length=300, help_text="O que fazer.")
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="dono",
        help_text="Quem faz; vazio: ainda de ninguém.",
    )
    due = models.DateField("até", null=True, blank=True, help_text="Último dia; vazio: sem prazo.")
    done_on = models.DateField(
        "feita em", null=True, blank=True, help_text="Dia em que foi feita; vazio: pendente."
    )
    rule = models.CharField(
        "regra", max_length=300, blank=True, help_text="Por que se faz, e de onde vem o prazo."
    )

    class Meta:
        verbose_name = "pendência da cirurgia"
        verbose_name_plural = "pendências da cirurgia"
        indexes: ClassVar = [
            models.Index(
                name="casetask_open", fields=["office", "due"], condition=Q(done_on__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return self.title
