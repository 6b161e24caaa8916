"""Idempotency: the same request twice has the effect and the answer of once."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from honorarios.records.models.base import Owned


class IdempotencyKey(Owned):
    """A key that a client gave with a write, what it asked and what it was answered.

    It is written in the transaction of the write itself, so that there is no key without its answer.
    """

    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        verbose_name="autor",
        help_text="Quem pediu.",
    )
    key = models.CharField("chave", max_length=255, help_text="Chave que o cliente escolheu.")
    request_digest = models.CharField(
        "resumo do pedido", max_length=64, help_text="SHA-256 da operação e do pedido."
    )
    response = models.JSONField("resposta", help_text="O que foi respondido, para repetir igual.")
    created_at = models.DateTimeField("criada em", auto_now_add=True, help_text="Quando chegou.")

    class Meta:
        verbose_name = "chave de idempotência"
        verbose_name_plural = "chaves de idempotência"
        constraints: ClassVar = [
            models.UniqueConstraint(name="idempotencykey_key", fields=["office", "actor", "key"]),
        ]

    def __str__(self) -> str:
        return self.key
