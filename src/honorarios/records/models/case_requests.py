"""What was asked of the payer for a surgery, what it answered, and what it authorised."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from honorarios.records.fields import ordered_dates
from honorarios.records.models.base import Owned
from honorarios.records.models.cases import PlannedAct, SurgeryCase
from honorarios.records.models.facts import known_choice


class RequestKind(models.TextChoices):
    """What is asked for: the kinds of :class:`honorarios.planning.clocks.Request`, which have the terms."""

    ELECTIVE_ADMISSION = "elective_admission", "Internação eletiva"
    HIGH_COMPLEXITY = "high_complexity", "Procedimento de alta complexidade"
    DAY_HOSPITAL = "day_hospital", "Hospital-dia"
    BASIC_CONSULTATION = "basic_consultation", "Consulta básica"
    OTHER_CONSULTATION = "other_consultation", "Consulta nas demais especialidades"
    LABORATORY = "laboratory", "Análises clínicas em regime ambulatorial"
    OTHER_DIAGNOSTICS = (
        "other_diagnostics",
        "Demais serviços de diagnóstico e terapia em regime ambulatorial",
    )
    URGENT = "urgent", "Urgência e emergência"


class RequestAnswer(models.TextChoices):
    """What the payer answered; a generic answer doesn't count (RN 623/2024)."""

    PENDING = "pending", "Sem resposta"
    GENERIC = "generic", "Genérica"
    AUTHORISED = "authorised", "Autorizado"
    PARTIAL = "partial", "Autorizado em parte"
    DENIED = "denied", "Negado"


class CaseRequest(Owned):
    """Pedido de autorização; asked again, it is another one."""

    case = models.ForeignKey(
        SurgeryCase,
        on_delete=models.PROTECT,
        related_name="requests",
        verbose_name="cirurgia",
        help_text="Para que se pede.",
    )
    kind = models.CharField(
        "tipo",
        max_length=18,
        choices=RequestKind.choices,
        default=RequestKind.ELECTIVE_ADMISSION,
        help_text="O que se pede: decide o prazo de resposta e o de atendimento.",
    )
    requested_on = models.DateField("pedido em", help_text="Dia em que o convênio recebeu.")
    protocol = models.CharField(
        "protocolo", max_length=60, blank=True, help_text="Número que o convênio deu ao pedido."
    )
    answer = models.CharField(
        "resposta",
        max_length=10,
        choices=RequestAnswer.choices,
        default=RequestAnswer.PENDING,
        help_text="O que o convênio respondeu; a genérica não conta como resposta.",
    )
    answered_on = models.DateField(
        "respondido em", null=True, blank=True, help_text="Dia da última resposta."
    )
    answer_text = models.CharField(
        "texto da resposta",
        max_length=1000,
        blank=True,
        help_text="O que veio escrito; na negativa, a cláusula ou a norma citada.",
    )
    withdrawn_on = models.DateField(
        "retirado em", null=True, blank=True, help_text="Dia em que se desistiu dele."
    )

    class Meta:
        verbose_name = "pedido de autorização"
        verbose_name_plural = "pedidos de autorização"
        constraints: ClassVar = [
            known_choice("caserequest_kind_known", "kind", RequestKind),
            known_choice("caserequest_answer_known", "answer", RequestAnswer),
            ordered_dates("caserequest_answered_after", "requested_on", "answered_on"),
            ordered_dates("caserequest_withdrawn_after", "requested_on", "withdrawn_on"),
            models.CheckConstraint(
                name="caserequest_answer_has_day",
                condition=Q(answered_on__isnull=False) | Q(answer=RequestAnswer.PENDING),
            ),
        ]

    def __str__(self) -> str:
        return self.protocol or str(self.pk)


class Authorisation(Owned):
    """Autorização, with the payer's number for it: the senha."""

    request = models.ForeignKey(
        CaseRequest,
        on_delete=models.PROTECT,
        related_name="authorisations",
        verbose_name="pedido",
        help_text="Pedido a que responde.",
    )
    senha = models.CharField(
        "senha", max_length=60, help_text="Número da autorização dado pelo convênio."
    )
    granted_on = models.DateField("concedida em", help_text="Dia em que foi autorizado.")
    valid_until = models.DateField(
        "válida até",
        null=True,
        blank=True,
        help_text="Último dia da senha; vazio: o convênio não informou.",
    )

    class Meta:
        verbose_name = "autorização"
        verbose_name_plural = "autorizações"
        constraints: ClassVar = [
            models.UniqueConstraint(name="authorisation_senha", fields=["request", "senha"]),
            ordered_dates("authorisation_dates_in_order", "granted_on", "valid_until"),
        ]

    def __str__(self) -> str:
        return self.senha


class AuthorisedAct(Owned):
    """A planned act that an authorisation covers, and how many times."""

    authorisation = models.ForeignKey(
        Authorisation,
        on_delete=models.PROTECT,
        related_name="acts",
        db_index=False,
        verbose_name="autorização",
        help_text="Autorização que o cobre.",
    )
    act = models.ForeignKey(
        PlannedAct,
        on_delete=models.PROTECT,
        related_name="authorised",
        verbose_name="ato",
        help_text="Ato autorizado.",
    )
    quantity = models.PositiveSmallIntegerField(
        "quantidade", help_text="Quantas vezes foi autorizado."
    )

    class Meta:
        verbose_name = "ato autorizado"
        verbose_name_plural = "atos autorizados"
        constraints: ClassVar = [
            models.UniqueConstraint(name="authorisedact_act", fields=["authorisation", "act"]),
            models.CheckConstraint(name="authorisedact_quantity", condition=Q(quantity__gte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.act_id} x {self.quantity}"


class OpmeQuote(Owned):
    """Orçamento de OPME: asked of a supplier by the hospital before the payer is asked."""

    case = models.ForeignKey(
        SurgeryCase,
        on_delete=models.PROTECT,
        related_name="quotes",
        db_index=False,
        verbose_name="cirurgia",
        help_text="Para qual cirurgia.",
    )
    supplier = models.CharField("fornecedor", max_length=120, help_text="De quem.")
    requested_on = models.DateField("pedido em", help_text="Dia do pedido ao fornecedor.")
    received_on = models.DateField(
        "recebido em", null=True, blank=True, help_text="Dia em que chegou; vazio: ainda não."
    )
    centavos = models.BigIntegerField(
        "valor", null=True, blank=True, help_text="Em centavos; vazio: não informado."
    )

    class Meta:
        verbose_name = "orçamento de OPME"
        verbose_name_plural = "orçamentos de OPME"
        constraints: ClassVar = [
            models.UniqueConstraint(name="opmequote_supplier", fields=["case", "supplier"]),
            ordered_dates("opmequote_received_after", "requested_on", "received_on"),
            models.CheckConstraint(
                name="opmequote_value", condition=Q(centavos__isnull=True) | Q(centavos__gte=0)
            ),
        ]

    def __str__(self) -> str:
        return self.supplier
