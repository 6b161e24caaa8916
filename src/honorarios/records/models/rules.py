"""Dated rules that an office registers: inside or outside the account, and division of charges.

An empty key field matches everything; which of several rules wins is launching's business.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from honorarios.core.vocabulary import Role, Setting, Side
from honorarios.records.fields import ExactField, ordered_dates, term_check, term_field
from honorarios.records.models.base import Owned, valid_from_field, valid_to_field
from honorarios.records.models.payers import Payer, Plan
from honorarios.records.models.people import Provider


class OfCodes(Owned):
    """A rule of some procedure codes only."""

    codes = models.TextField(
        "códigos",
        blank=True,
        default="",
        help_text="Códigos, começos ou intervalos, separados por espaço; vazio: todos.",
    )

    class Meta:
        abstract = True


class InsideOutsideRule(OfCodes):
    """Regra dentro/fora da conta: prevails over the flag of who launches (``spec: launching 3.12``)."""

    payer = models.ForeignKey(
        Payer,
        on_delete=models.PROTECT,
        related_name="inside_outside_rules",
        verbose_name="convênio",
        help_text="Convênio da regra.",
    )
    plan = models.ForeignKey(
        Plan,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="plano",
        help_text="Só este plano; vazio: todos.",
    )
    provider = models.ForeignKey(
        Provider,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="prestador",
        help_text="Só este prestador; vazio: todos.",
    )
    provider_class = models.CharField(
        "classe de prestador",
        max_length=60,
        blank=True,
        help_text="Só prestadores desta classe; vazia: todas.",
    )
    role = term_field(Role, "função", "Só esta função; vazia: todas.", optional=True)
    setting = term_field(
        Setting, "tipo de paciente", "Só este tipo de paciente; vazio: todos.", optional=True
    )
    side = term_field(Side, "resultado", "Dentro ou fora da conta.")
    valid_from = valid_from_field()
    valid_to = valid_to_field()

    class Meta:
        verbose_name = "regra dentro ou fora da conta"
        verbose_name_plural = "regras dentro ou fora da conta"
        constraints: ClassVar = [
            term_check("insideoutsiderule_role_known", "role", Role, optional=True),
            term_check("insideoutsiderule_setting_known", "setting", Setting, optional=True),
            term_check("insideoutsiderule_side_known", "side", Side),
            ordered_dates("insideoutsiderule_dates_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.payer_id}: {self.side}"


class SplitRule(OfCodes):
    """Regra de divisão de cobrança of a provider, by percentage (``spec: launching 3.10``).

    Its :class:`SplitShare` rows say who receives what; the rest is the principal provider's.
    """

    provider = models.ForeignKey(
        Provider,
        on_delete=models.PROTECT,
        related_name="split_rules",
        verbose_name="prestador",
        help_text="Prestador do lançamento que se divide.",
    )
    contract = models.CharField(
        "condições contratuais",
        max_length=120,
        blank=True,
        help_text="Só este contrato do catálogo; vazio: todos.",
    )
    valid_from = valid_from_field()
    valid_to = valid_to_field()

    class Meta:
        verbose_name = "regra de divisão de cobrança"
        verbose_name_plural = "regras de divisão de cobrança"
        constraints: ClassVar = [
            ordered_dates("splitrule_dates_in_order"),
        ]

    def __str__(self) -> str:
        return str(self.provider_id)


class SplitShare(Owned):
    """What one receiver takes of a divided charge; the shares of a rule add up to 100 % at most."""

    rule = models.ForeignKey(
        SplitRule,
        on_delete=models.PROTECT,
        related_name="shares",
        db_index=False,
        verbose_name="regra",
        help_text="Regra da parte.",
    )
    position = models.PositiveSmallIntegerField(
        "ordem", help_text="Ordem das linhas, a partir de 1."
    )
    provider = models.ForeignKey(
        Provider,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="recebedor",
        help_text="Quem recebe a parte.",
    )
    percent = ExactField("percentual", places=6, help_text="Parte do total, em %, até 6 decimais.")

    class Meta:
        verbose_name = "parte da divisão"
        verbose_name_plural = "partes da divisão"
        constraints: ClassVar = [
            models.UniqueConstraint(name="splitshare_position", fields=["rule", "position"]),
            models.UniqueConstraint(name="splitshare_provider", fields=["rule", "provider"]),
            models.CheckConstraint(
                name="splitshare_percent_in_range",
                condition=Q(percent__gt=0, percent__lte=100),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.percent} %"
