"""Packages: a payer's dated book of templates, and the package open on an account."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from honorarios.records.fields import WallTimeField, ordered_dates
from honorarios.records.models.accounts import Account
from honorarios.records.models.base import (
    Owned,
    code_field,
    name_field,
    valid_from_field,
    valid_to_field,
)
from honorarios.records.models.payers import Payer


class PackageBook(Owned):
    """Caderno de gabaritos: a payer's dated set of package templates."""

    payer = models.ForeignKey(
        Payer,
        on_delete=models.PROTECT,
        related_name="package_books",
        db_index=False,
        verbose_name="convênio",
        help_text="Convênio do caderno.",
    )
    name = name_field("Nome do caderno.")
    valid_from = valid_from_field()
    valid_to = valid_to_field()

    class Meta:
        verbose_name = "caderno de gabaritos"
        verbose_name_plural = "cadernos de gabaritos"
        constraints: ClassVar = [
            models.UniqueConstraint(name="packagebook_start", fields=["payer", "valid_from"]),
            ordered_dates("packagebook_dates_in_order"),
        ]

    def __str__(self) -> str:
        return self.name


class PackageTemplate(Owned):
    """Gabarito: the items, with allowed quantities, that one all-in price covers."""

    book = models.ForeignKey(
        PackageBook,
        on_delete=models.PROTECT,
        related_name="templates",
        db_index=False,
        verbose_name="caderno",
        help_text="Caderno do gabarito.",
    )
    code = code_field("Código do gabarito, único no caderno.")
    name = name_field("Nome do gabarito.")

    class Meta:
        verbose_name = "gabarito"
        verbose_name_plural = "gabaritos"
        constraints: ClassVar = [
            models.UniqueConstraint(name="packagetemplate_code", fields=["book", "code"]),
        ]

    def __str__(self) -> str:
        return self.name


class PackageItem(Owned):
    """A code that a template covers, and how many of it."""

    template = models.ForeignKey(
        PackageTemplate,
        on_delete=models.PROTECT,
        related_name="items",
        db_index=False,
        verbose_name="gabarito",
        help_text="Gabarito do item.",
    )
    code = models.CharField("código", max_length=20, help_text="Código TUSS ou SIGTAP coberto.")
    quantity = models.PositiveSmallIntegerField(
        "quantidade", help_text="Quantas unidades o pacote cobre."
    )

    class Meta:
        verbose_name = "item do gabarito"
        verbose_name_plural = "itens do gabarito"
        constraints: ClassVar = [
            models.UniqueConstraint(name="packageitem_code", fields=["template", "code"]),
        ]

    def __str__(self) -> str:
        return f"{self.code} x {self.quantity}"


class OpenPackage(Owned):
    """A package in use on an account; at most one is open at a time."""

    account = models.ForeignKey(
        Account,
        on_delete=models.PROTECT,
        related_name="packages",
        verbose_name="conta",
        help_text="Conta em que o pacote vale.",
    )
    template = models.ForeignKey(
        PackageTemplate,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="gabarito",
        help_text="Gabarito aplicado.",
    )
    opened_at = WallTimeField("aberto em", help_text="Desde quando vale, hora do local.")
    closed_at = WallTimeField(
        "fechado em", null=True, blank=True, help_text="Até quando valeu; vazio: aberto."
    )

    class Meta:
        verbose_name = "pacote da conta"
        verbose_name_plural = "pacotes da conta"
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="openpackage_one_at_a_time",
                fields=["account"],
                condition=models.Q(closed_at__isnull=True),
            ),
            ordered_dates("openpackage_hours_in_order", "opened_at", "closed_at"),
        ]

    def __str__(self) -> str:
        return f"{self.account_id}: {self.template_id}"
