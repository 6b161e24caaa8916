"""Whose books they are: the office, its hospitals and who bills."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from honorarios.records.models.base import Owned, code_field, name_field


class Office(models.Model):
    """Cliente do sistema: a hospital, clinic, cooperative or billing service that owns its data."""

    name = name_field()
    slug = models.SlugField(
        "identificador", unique=True, help_text="Nome curto, sem espaços, usado em endereços."
    )
    timezone = models.CharField(
        "fuso horário",
        max_length=60,
        default="America/Sao_Paulo",
        help_text="Fuso em que o cliente lê a hora dos registros do sistema.",
    )

    class Meta:
        verbose_name = "cliente do sistema"
        verbose_name_plural = "clientes do sistema"

    def __str__(self) -> str:
        return self.name


class Hospital(Owned):
    """A hospital or clinic where patients are attended."""

    code = code_field("Código do hospital, único no cliente.")
    name = name_field()
    place = models.CharField(
        "praça",
        max_length=60,
        blank=True,
        help_text="Praça do calendário de feriados: sigla do estado ou código IBGE do município.",
    )
    charity_until = models.DateField(
        "CEBAS até",
        null=True,
        blank=True,
        help_text="Último dia da certificação de filantrópico (CEBAS); vazio: não é.",
    )

    class Meta:
        verbose_name = "hospital"
        verbose_name_plural = "hospitais"
        constraints: ClassVar = [
            models.UniqueConstraint(name="hospital_code", fields=["office", "code"]),
        ]

    def __str__(self) -> str:
        return self.name


class BillingUnit(Owned):
    """Unidade de faturamento: who bills; its code is the catalogue's ``billing_unit``."""

    hospital = models.ForeignKey(
        Hospital,
        on_delete=models.PROTECT,
        related_name="billing_units",
        verbose_name="hospital",
        help_text="Hospital a que a unidade pertence.",
    )
    code = code_field("Código da unidade, o mesmo das condições contratuais.")
    name = name_field()
    principal_provider = models.ForeignKey(
        "records.Provider",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="prestador principal",
        help_text="A instituição: recebe o resto de uma divisão e nunca fica fora da conta.",
    )

    class Meta:
        verbose_name = "unidade de faturamento"
        verbose_name_plural = "unidades de faturamento"
        constraints: ClassVar = [
            models.UniqueConstraint(name="billingunit_code", fields=["office", "code"]),
        ]

    def __str__(self) -> str:
        return self.name
