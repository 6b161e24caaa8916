"""Imports: a file taken in, and what became of each of its rows."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from honorarios.records.models.base import Owned


class ImportBatchState(models.TextChoices):
    """Where an import is."""

    RUNNING = "running", "Em curso"
    DONE = "done", "Concluída"
    UNDONE = "undone", "Desfeita"


class ImportBatch(Owned):
    """One file imported; the same content can't be imported twice unless the first was undone."""

    kind = models.CharField(
        "tipo", max_length=40, help_text="O que traz: fees, patients, providers."
    )
    file_name = models.CharField("arquivo", max_length=255, help_text="Nome do arquivo, sem pasta.")
    file_digest = models.CharField(
        "resumo do arquivo", max_length=64, help_text="SHA-256 dos bytes do arquivo."
    )
    options = models.JSONField(
        "opções", default=dict, help_text="Colunas mapeadas e outras escolhas de quem importou."
    )
    state = models.CharField(
        "situação",
        max_length=8,
        choices=ImportBatchState.choices,
        default=ImportBatchState.RUNNING,
        help_text="Em curso, concluída ou desfeita.",
    )
    total_rows = models.PositiveIntegerField("linhas", default=0, help_text="Linhas do arquivo.")
    done_rows = models.PositiveIntegerField(
        "linhas feitas", default=0, help_text="Linhas já tratadas: de onde se recomeça."
    )
    created_at = models.DateTimeField("criada em", auto_now_add=True, help_text="Quando começou.")
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="autor",
        help_text="Quem importou.",
    )
    finished_at = models.DateTimeField(
        "concluída em", null=True, blank=True, help_text="Quando terminou."
    )
    undone_at = models.DateTimeField(
        "desfeita em", null=True, blank=True, help_text="Quando foi desfeita."
    )

    class Meta:
        verbose_name = "importação"
        verbose_name_plural = "importações"
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="importbatch_file_once",
                fields=["office", "kind", "file_digest"],
                condition=~Q(state=ImportBatchState.UNDONE),
            ),
            models.CheckConstraint(
                name="importbatch_state_known", condition=Q(state__in=ImportBatchState.values)
            ),
            models.CheckConstraint(
                name="importbatch_rows_within_total",
                condition=Q(done_rows__lte=models.F("total_rows")),
            ),
        ]

    def __str__(self) -> str:
        return self.file_name


class ImportRowState(models.TextChoices):
    """What became of a row."""

    IMPORTED = "imported", "Importada"
    REFUSED = "refused", "Recusada"
    PENDING = "pending", "Aguarda confirmação"
    UNDONE = "undone", "Desfeita"


class ImportRow(Owned):
    """What became of one row of the file, and why."""

    batch = models.ForeignKey(
        ImportBatch,
        on_delete=models.PROTECT,
        related_name="rows",
        db_index=False,
        verbose_name="importação",
        help_text="Importação da linha.",
    )
    number = models.PositiveIntegerField("número", help_text="Linha do arquivo, a partir de 1.")
    state = models.CharField(
        "situação", max_length=8, choices=ImportRowState.choices, help_text="O que foi feito dela."
    )
    findings = models.JSONField("achados", default=list, help_text="Por que foi assim.")
    content = models.JSONField(
        "conteúdo",
        null=True,
        blank=True,
        help_text="A linha como veio, quando recusada ou pendente.",
    )
    part = models.ForeignKey(
        "records.AccountPart",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
        verbose_name="parcial",
        help_text="A parcial que espera a resposta, enquanto ela está pendente.",
    )

    class Meta:
        verbose_name = "linha importada"
        verbose_name_plural = "linhas importadas"
        constraints: ClassVar = [
            models.UniqueConstraint(name="importrow_number", fields=["batch", "number"]),
            models.CheckConstraint(
                name="importrow_state_known", condition=Q(state__in=ImportRowState.values)
            ),
        ]
        indexes: ClassVar = [
            models.Index(name="importrow_by_state", fields=["batch", "state"]),
            models.Index(
                name="importrow_waiting", fields=["part"], condition=Q(part__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.batch_id}: {self.number}"
