"""The audit trail: a chain of commitments per office, which shows any tampering."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from honorarios.records.models.base import Owned


class AuditEvent(Owned):
    """One thing that somebody did; append-only.

    Holds no personal data: the commitment is a keyed digest of what happened, and the hash chains it
    to the event before. The key lives outside the database.
    """

    seq = models.PositiveBigIntegerField("sequência", help_text="Número no cliente, sem falhas.")
    at = models.DateTimeField("em", help_text="Quando aconteceu.")
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        # The index by author, below, begins with it.
        db_index=False,
        verbose_name="autor",
        help_text="Quem fez; vazio: o próprio sistema.",
    )
    action = models.CharField("ação", max_length=60, help_text="Nome da operação: fees.launch.")
    subject_type = models.CharField(
        "tipo do objeto", max_length=40, help_text="Sobre o que foi: part, line, patient."
    )
    subject_id = models.CharField("objeto", max_length=64, help_text="Identificador do objeto.")
    commitment = models.CharField(
        "compromisso", max_length=64, help_text="HMAC-SHA256 do detalhe, em hexadecimal."
    )
    previous = models.CharField(
        "hash anterior", max_length=64, help_text="Hash do evento anterior."
    )
    hash = models.CharField("hash", max_length=64, help_text="HMAC-SHA256 deste evento encadeado.")

    class Meta:
        verbose_name = "evento de auditoria"
        verbose_name_plural = "eventos de auditoria"
        constraints: ClassVar = [
            models.UniqueConstraint(name="auditevent_seq", fields=["office", "seq"]),
        ]
        indexes: ClassVar = [
            models.Index(
                name="auditevent_by_subject", fields=["office", "subject_type", "subject_id"]
            ),
            # Whether somebody ever did a thing, however much they did of others: the first steps.
            models.Index(name="auditevent_by_actor", fields=["actor", "action", "office"]),
        ]

    def __str__(self) -> str:
        return f"{self.seq} {self.action}"


class AuditDetail(Owned):
    """What an event's commitment was made from; the law may have it erased, and the chain still holds."""

    event = models.OneToOneField(
        AuditEvent,
        on_delete=models.PROTECT,
        related_name="detail",
        verbose_name="evento",
        help_text="Evento do detalhe.",
    )
    content = models.TextField("detalhe", help_text="JSON canônico do que aconteceu.")

    class Meta:
        verbose_name = "detalhe de auditoria"
        verbose_name_plural = "detalhes de auditoria"

    def __str__(self) -> str:
        return str(self.event_id)
