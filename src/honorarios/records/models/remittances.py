"""Remittances: account parts sent together to a payer, and those taken out to be billed again."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from honorarios.records.models.accounts import AccountPart
from honorarios.records.models.base import Owned
from honorarios.records.models.offices import BillingUnit
from honorarios.records.models.payers import Payer


class Remittance(Owned):
    """Remessa: released parts of one payer and billing unit, frozen together; append-only."""

    number = models.PositiveIntegerField("número", help_text="Número da remessa, único no cliente.")
    payer = models.ForeignKey(
        Payer,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="convênio",
        help_text="A quem se cobra.",
    )
    billing_unit = models.ForeignKey(
        BillingUnit,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="unidade de faturamento",
        help_text="Quem cobra.",
    )
    total = models.BigIntegerField(
        "total",
        help_text="Em centavos: soma das parciais na emissão, as retiradas depois incluídas.",
    )
    created_at = models.DateTimeField(
        "emitida em", auto_now_add=True, help_text="Quando foi emitida."
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        verbose_name="emitida por",
        help_text="Quem emitiu.",
    )

    class Meta:
        verbose_name = "remessa"
        verbose_name_plural = "remessas"
        constraints: ClassVar = [
            models.UniqueConstraint(name="remittance_number", fields=["office", "number"]),
        ]

    def __str__(self) -> str:
        return str(self.number)


class RemittanceItem(Owned):
    """An account part as it was sent in a remittance; append-only."""

    remittance = models.ForeignKey(
        Remittance,
        on_delete=models.PROTECT,
        related_name="items",
        db_index=False,
        verbose_name="remessa",
        help_text="Remessa em que foi.",
    )
    part = models.ForeignKey(
        AccountPart,
        on_delete=models.PROTECT,
        related_name="remittance_items",
        verbose_name="parcial",
        help_text="Parcial enviada.",
    )
    total = models.BigIntegerField(
        "total", help_text="Em centavos: o cobrado da parcial na emissão."
    )

    class Meta:
        verbose_name = "parcial da remessa"
        verbose_name_plural = "parciais da remessa"
        constraints: ClassVar = [
            models.UniqueConstraint(name="remittanceitem_part", fields=["remittance", "part"]),
        ]

    def __str__(self) -> str:
        return f"{self.remittance_id}: {self.part_id}"


class RemittanceExit(Owned):
    """A part taken out of its remittance by rebilling (refaturamento); append-only."""

    item = models.OneToOneField(
        RemittanceItem,
        on_delete=models.PROTECT,
        related_name="exit",
        verbose_name="parcial da remessa",
        help_text="O que saiu.",
    )
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        verbose_name="autor",
        help_text="Quem retirou.",
    )
    at = models.DateTimeField("em", auto_now_add=True, help_text="Quando saiu.")
    reason = models.CharField("motivo", max_length=500, blank=True, help_text="Por que saiu.")

    class Meta:
        verbose_name = "saída da remessa"
        verbose_name_plural = "saídas da remessa"

    def __str__(self) -> str:
        return str(self.item_id)
