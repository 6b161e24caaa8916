"""What deadlines are counted with: holidays of a place, the pressure table, and feeds of a calendar."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from honorarios.records.fields import ExactField
from honorarios.records.models.base import Owned, code_field, name_field
from honorarios.records.models.case_work import DocumentKind


class HolidayPlace(Owned):
    """Praça: the holidays of where a hospital is, beyond the country's own."""

    code = code_field("Sigla do estado ou código IBGE do município, como no hospital.", longest=7)
    name = name_field("Nome do município ou do estado.")
    state = models.CharField(
        "UF", max_length=2, blank=True, help_text="Estado cujos feriados contam; vazia: nenhum."
    )
    days = models.CharField(
        "feriados fixos",
        max_length=300,
        blank=True,
        help_text="Os do município, todo ano, como MM-DD separados por espaço: 02-02 para 2 de fevereiro.",
    )
    dates = models.CharField(
        "feriados de um ano só",
        max_length=600,
        blank=True,
        help_text="Decretados para uma data, como AAAA-MM-DD separadas por espaço.",
    )
    carnival_monday = models.BooleanField(
        "segunda de Carnaval", default=False, help_text="Se é feriado na praça."
    )
    carnival_tuesday = models.BooleanField(
        "terça de Carnaval", default=False, help_text="Se é feriado na praça."
    )
    ash_wednesday = models.BooleanField(
        "quarta de Cinzas", default=False, help_text="Se é feriado na praça."
    )
    corpus_christi = models.BooleanField(
        "Corpus Christi", default=False, help_text="Se é feriado na praça."
    )

    class Meta:
        verbose_name = "praça de feriados"
        verbose_name_plural = "praças de feriados"
        constraints: ClassVar = [
            models.UniqueConstraint(name="holidayplace_code", fields=["office", "code"]),
        ]

    def __str__(self) -> str:
        return self.name


class DeadlinePressure(Owned):
    """Pressão do prazo: how likely a missing document costs the fee, so many days before the last one."""

    document = models.CharField(
        "documento",
        max_length=15,
        choices=DocumentKind.choices,
        blank=True,
        default="",
        help_text="O que falta; vazio: qualquer um sem linhas próprias.",
    )
    days_left = models.PositiveSmallIntegerField(
        "dias até o prazo", help_text="Vale quando faltam tantos dias, ou menos."
    )
    loss = ExactField(
        "risco de nada receber", places=4, help_text="Em %, se o documento falta nesse dia."
    )

    class Meta:
        verbose_name = "pressão do prazo"
        verbose_name_plural = "pressão dos prazos"
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="deadlinepressure_row", fields=["office", "document", "days_left"]
            ),
            models.CheckConstraint(
                name="deadlinepressure_document_known",
                condition=Q(document__in=["", *DocumentKind.values]),
            ),
            models.CheckConstraint(
                name="deadlinepressure_loss_in_range", condition=Q(loss__gte=0, loss__lte=100)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document} {self.days_left}: {self.loss}"


class CalendarFeed(Owned):
    """Assinatura de agenda: a private address by which a calendar program reads a person's deadlines."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="calendar_feeds",
        verbose_name="usuário",
        help_text="De quem são os prazos que ela mostra.",
    )
    digest = models.CharField(
        "resumo", max_length=64, unique=True, help_text="SHA-256 do endereço, em hexadecimal."
    )
    label = models.CharField(
        "rótulo", max_length=100, help_text="Onde é usada: telefone, agenda do consultório."
    )
    created_at = models.DateTimeField(
        "criada em", auto_now_add=True, help_text="Quando o endereço foi criado."
    )
    revoked_at = models.DateTimeField(
        "revogada em", null=True, blank=True, help_text="Quando deixou de valer."
    )

    class Meta:
        verbose_name = "assinatura de agenda"
        verbose_name_plural = "assinaturas de agenda"

    def __str__(self) -> str:
        return self.label
