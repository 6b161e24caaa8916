"""Who pays: payers and their plans."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from honorarios.core.vocabulary import PayerGroup
from honorarios.records.fields import term_check, term_field
from honorarios.records.models.base import Owned, code_field, name_field
from honorarios.records.models.places import AccommodationType


class Payer(Owned):
    """Convênio, self-pay and SUS included; its code is the catalogue's payer id."""

    code = code_field("Código do convênio, o mesmo das condições contratuais.")
    name = name_field()
    group = term_field(
        PayerGroup,
        "grupo",
        "Convênio, particular, SUS ou servidor estadual. Decide o que congela a parcial.",
    )

    class Meta:
        verbose_name = "convênio"
        verbose_name_plural = "convênios"
        constraints: ClassVar = [
            models.UniqueConstraint(name="payer_code", fields=["office", "code"]),
            term_check("payer_group_known", "group", PayerGroup),
        ]

    def __str__(self) -> str:
        return self.name


class Plan(Owned):
    """Plano of a payer; it says the accommodation that was contracted."""

    payer = models.ForeignKey(
        Payer,
        on_delete=models.PROTECT,
        related_name="plans",
        verbose_name="convênio",
        help_text="Convênio do plano.",
    )
    code = code_field("Código do plano, o mesmo das condições contratuais.")
    name = name_field()
    accommodation_type = models.ForeignKey(
        AccommodationType,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="acomodação contratada",
        help_text="Acomodação a que o plano dá direito; vazia: não se cobra diferença.",
    )

    class Meta:
        verbose_name = "plano"
        verbose_name_plural = "planos"
        constraints: ClassVar = [
            models.UniqueConstraint(name="plan_code", fields=["payer", "code"]),
        ]

    def __str__(self) -> str:
        return self.name
