"""Commercial agreements on fees: who bills whom for what, and how that is known (``spec: routes 5.1``)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from honorarios.records.fields import ordered_dates
from honorarios.records.models.base import valid_from_field, valid_to_field
from honorarios.records.models.cooperatives import Cooperative
from honorarios.records.models.facts import (
    Answer,
    Confirmable,
    FactStatus,
    answer_field,
    confirmed_has_day,
    expires_after_confirmed,
    known_choice,
)
from honorarios.records.models.offices import BillingUnit, Hospital
from honorarios.records.models.payers import Payer, Plan


class AgreementKind(models.TextChoices):
    """Between whom an agreement is."""

    REPASSE = "repasse", "Repasse: hospital e convênio"
    """The payer pays fees to the hospital, which passes them on."""
    COOPERATIVE = "cooperative", "Cooperativa e convênio"
    """The cooperative bills the payer."""
    ACCEPTANCE = "acceptance", "Hospital e cooperativa"
    """The hospital lets a cooperative bill the surgeries that are done in it."""


class AgreementScope(models.TextChoices):
    """What an agreement holds for."""

    ELECTIVE = "elective", "Eletivo"
    URGENCY = "urgency", "Urgência"
    BOTH = "both", "Eletivo e urgência"
    PACKAGE = "package", "Pacote"
    """The fee is in the package's price."""


class Agreement(Confirmable):
    """Acordo comercial on fees; denied ones are kept, since a refusal is knowledge too."""

    kind = models.CharField(
        "tipo",
        max_length=11,
        choices=AgreementKind.choices,
        help_text="Entre quem é o acordo.",
    )
    hospital = models.ForeignKey(
        Hospital,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="agreements",
        verbose_name="hospital",
        help_text="Hospital do repasse ou que aceita a cooperativa.",
    )
    cooperative = models.ForeignKey(
        Cooperative,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="agreements",
        verbose_name="cooperativa",
        help_text="Cooperativa que cobra.",
    )
    payer = models.ForeignKey(
        Payer,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="agreements",
        verbose_name="convênio",
        help_text="Convênio que paga; vazio só na aceitação de cooperativa: todos.",
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
    billing_unit = models.ForeignKey(
        BillingUnit,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="unidade de faturamento",
        help_text="Só esta unidade do hospital; vazia: todas.",
    )
    scope = models.CharField(
        "âmbito",
        max_length=8,
        choices=AgreementScope.choices,
        default=AgreementScope.BOTH,
        help_text="Eletivo, urgência, ambos ou pacote.",
    )
    codes = models.TextField(
        "códigos",
        blank=True,
        default="",
        help_text="Códigos, começos ou intervalos, separados por espaço; vazio: todos.",
    )
    specialty = models.CharField(
        "especialidade",
        max_length=60,
        blank=True,
        default="",
        help_text="Só esta especialidade; vazia: todas.",
    )
    contract = models.CharField(
        "condições contratuais",
        max_length=120,
        blank=True,
        default="",
        help_text="Contrato do catálogo que dá o preço por esta via; vazio: o da via de faturamento.",
    )
    beside_repasse = models.BooleanField(
        "aceita ao lado do repasse",
        default=False,
        help_text="A aceitação da cooperativa vale mesmo onde o hospital tem repasse.",
    )
    accepts_direct = answer_field(
        "aceita credenciado direto",
        "Se o hospital repassa honorários de médico credenciado direto no convênio.",
    )
    valid_from = valid_from_field()
    valid_to = valid_to_field()

    class Meta:
        verbose_name = "acordo comercial"
        verbose_name_plural = "acordos comerciais"
        constraints: ClassVar = [
            known_choice("agreement_kind_known", "kind", AgreementKind),
            known_choice("agreement_scope_known", "scope", AgreementScope),
            known_choice("agreement_status_known", "fact_status", FactStatus),
            known_choice("agreement_direct_known", "accepts_direct", Answer),
            models.CheckConstraint(
                name="agreement_parties_of_kind",
                condition=Q(
                    kind=AgreementKind.REPASSE,
                    hospital__isnull=False,
                    cooperative__isnull=True,
                    payer__isnull=False,
                )
                | Q(
                    kind=AgreementKind.COOPERATIVE,
                    hospital__isnull=True,
                    cooperative__isnull=False,
                    payer__isnull=False,
                )
                | Q(
                    kind=AgreementKind.ACCEPTANCE,
                    hospital__isnull=False,
                    cooperative__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="agreement_plan_of_payer",
                condition=Q(plan__isnull=True) | Q(payer__isnull=False),
            ),
            confirmed_has_day("agreement_confirmed_has_day"),
            expires_after_confirmed("agreement_expires_after"),
            ordered_dates("agreement_dates_in_order"),
        ]
        indexes: ClassVar = [
            models.Index(name="agreement_by_parties", fields=["office", "kind", "payer"]),
        ]

    def __str__(self) -> str:
        parties = [one for one in (self.hospital, self.cooperative, self.payer, self.plan) if one]
        told = [*map(str, parties), str(self.get_scope_display()).lower()]
        return " · ".join([*told, f"desde {self.valid_from:%d/%m/%Y}"])
