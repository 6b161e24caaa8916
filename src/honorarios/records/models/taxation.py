"""How professionals are taxed, and the parameters of a year as the office keeps them; no tax advice."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from honorarios.records.fields import ExactField, ordered_dates
from honorarios.records.models.base import Owned, valid_from_field, valid_to_field
from honorarios.records.models.facts import ReceivesAs, known_choice
from honorarios.records.models.people import Provider

CENTAVOS = 100


class TaxProfile(Owned):
    """Perfil tributário of a professional, as what they receive, over time."""

    provider = models.ForeignKey(
        Provider,
        on_delete=models.PROTECT,
        related_name="tax_profiles",
        verbose_name="prestador",
        help_text="De quem.",
    )
    receives_as = models.CharField(
        "recebe como",
        max_length=7,
        choices=ReceivesAs.choices,
        default=ReceivesAs.NATURAL,
        help_text="Pessoa física ou jurídica.",
    )
    regime = models.CharField(
        "regime",
        max_length=40,
        blank=True,
        default="",
        help_text="Regime da pessoa jurídica, pelo código dos parâmetros tributários.",
    )
    marginal_rate = ExactField(
        "alíquota na margem",
        places=6,
        null=True,
        blank=True,
        help_text="IRPF de mais um real, em %; vazia: pela tabela do mês.",
    )
    social_used = ExactField(
        "base de INSS já usada",
        places=2,
        default=0,
        help_text="Em R$, no mês indicado: o teto é um só para todas as fontes.",
    )
    social_month = models.DateField(
        "mês da base",
        null=True,
        blank=True,
        help_text="Primeiro dia do mês da base; vazio: a mesma em todos os meses.",
    )
    valid_from = valid_from_field()
    valid_to = valid_to_field()

    class Meta:
        verbose_name = "perfil tributário"
        verbose_name_plural = "perfis tributários"
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="taxprofile_start", fields=["provider", "receives_as", "valid_from"]
            ),
            known_choice("taxprofile_receives_known", "receives_as", ReceivesAs),
            models.CheckConstraint(
                name="taxprofile_regime_of_legal",
                condition=Q(receives_as=ReceivesAs.NATURAL, regime="")
                | (Q(receives_as=ReceivesAs.LEGAL, marginal_rate__isnull=True) & ~Q(regime="")),
            ),
            models.CheckConstraint(
                name="taxprofile_rate_in_range",
                condition=Q(marginal_rate__isnull=True)
                | Q(marginal_rate__gte=0, marginal_rate__lte=100),
            ),
            models.CheckConstraint(
                name="taxprofile_social_not_negative", condition=Q(social_used__gte=0)
            ),
            ordered_dates("taxprofile_dates_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.provider_id}: {self.receives_as}"

    @property
    def social_used_centavos(self) -> int:
        """The base already used, in centavos."""
        return int(self.social_used * CENTAVOS)


class TaxParameters(Owned):
    """Parâmetros tributários of a year as the office keeps them; the newest of a year is in force.

    The office has none of its own until somebody changes those that come with the product.
    """

    year = models.PositiveSmallIntegerField("ano", help_text="Ano em que valem.")
    document = models.TextField("parâmetros", help_text="JSON canônico, com fonte e confiança.")
    content_hash = models.CharField(
        "hash", max_length=71, help_text="sha256: e 64 algarismos hexadecimais do documento."
    )
    source = models.CharField(
        "origem", max_length=400, help_text="De onde vieram: quem os conferiu e quando."
    )
    recorded_at = models.DateTimeField(
        "gravados em", auto_now_add=True, help_text="Quando foram gravados."
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        db_index=False,
        verbose_name="autor",
        help_text="Quem os gravou.",
    )

    class Meta:
        verbose_name = "parâmetros tributários"
        verbose_name_plural = "parâmetros tributários"
        indexes: ClassVar = [
            models.Index(name="taxparameters_by_year", fields=["office", "year"]),
        ]

    def __str__(self) -> str:
        return str(self.year)
