"""Medical cooperatives, who is a member of them, and whom to ask in a hospital."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from honorarios.records.fields import ordered_dates
from honorarios.records.models.base import (
    Owned,
    code_field,
    name_field,
    valid_from_field,
    valid_to_field,
)
from honorarios.records.models.facts import (
    Answer,
    Confirmable,
    Contact,
    FactStatus,
    ReceivesAs,
    answer_field,
    confirmed_has_day,
    expires_after_confirmed,
    known_choice,
)
from honorarios.records.models.offices import Hospital
from honorarios.records.models.people import Provider


class HospitalContact(Owned):
    """Whom to ask in a hospital; the seed names three kinds (``spec: routes 5.2``)."""

    hospital = models.ForeignKey(
        Hospital,
        on_delete=models.PROTECT,
        related_name="contacts",
        verbose_name="hospital",
        help_text="Hospital do contato.",
    )
    kind = models.CharField(
        "setor",
        max_length=24,
        choices=Contact.choices,
        help_text="Comercial, relacionamento com o corpo clínico ou faturamento.",
    )
    name = name_field("Nome da pessoa ou do setor.")
    email = models.CharField("e-mail", max_length=120, blank=True, help_text="E-mail do setor.")
    phone = models.CharField("telefone", max_length=40, blank=True, help_text="Com DDD e ramal.")
    note = models.CharField(
        "observação", max_length=400, blank=True, help_text="Horário, como preferem ser procurados."
    )
    valid_from = valid_from_field()
    valid_to = valid_to_field()

    class Meta:
        verbose_name = "contato do hospital"
        verbose_name_plural = "contatos dos hospitais"
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="hospitalcontact_start", fields=["hospital", "kind", "name", "valid_from"]
            ),
            known_choice("hospitalcontact_kind_known", "kind", Contact),
            ordered_dates("hospitalcontact_dates_in_order"),
        ]

    def __str__(self) -> str:
        return self.name


class Cooperative(Owned):
    """Cooperativa médica: bills payers for its members by agreements of its own."""

    code = code_field("Sigla da cooperativa, única no cliente.")
    name = name_field("Nome da cooperativa.")
    roles = models.CharField(
        "funções",
        max_length=400,
        blank=True,
        default="",
        help_text="Funções cujos honorários ela cobra; vazio: todas.",
    )
    specialties = models.CharField(
        "especialidades",
        max_length=400,
        blank=True,
        default="",
        help_text="Especialidades que ela aceita, separadas por ponto e vírgula; vazio: todas.",
    )
    accepts_natural = answer_field("paga pessoa física", "Se paga ao médico pessoa física.")
    accepts_legal = answer_field("paga pessoa jurídica", "Se paga à empresa do médico.")

    class Meta:
        verbose_name = "cooperativa"
        verbose_name_plural = "cooperativas"
        constraints: ClassVar = [
            models.UniqueConstraint(name="cooperative_code", fields=["office", "code"]),
            known_choice("cooperative_natural_known", "accepts_natural", Answer),
            known_choice("cooperative_legal_known", "accepts_legal", Answer),
        ]

    def __str__(self) -> str:
        return self.name


class CooperativeMembership(Confirmable):
    """Filiação: a professional as a member of a cooperative, over time."""

    provider = models.ForeignKey(
        Provider,
        on_delete=models.PROTECT,
        related_name="memberships",
        verbose_name="prestador",
        help_text="Quem é associado.",
    )
    cooperative = models.ForeignKey(
        Cooperative,
        on_delete=models.PROTECT,
        related_name="memberships",
        verbose_name="cooperativa",
        help_text="De qual cooperativa.",
    )
    receives_as = models.CharField(
        "recebe como",
        max_length=7,
        choices=ReceivesAs.choices,
        default=ReceivesAs.NATURAL,
        help_text="Pessoa física ou jurídica, perante a cooperativa.",
    )
    valid_from = valid_from_field()
    valid_to = valid_to_field()

    class Meta:
        verbose_name = "filiação a cooperativa"
        verbose_name_plural = "filiações a cooperativas"
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="cooperativemembership_start",
                fields=["provider", "cooperative", "valid_from"],
            ),
            known_choice("cooperativemembership_receives_known", "receives_as", ReceivesAs),
            known_choice("cooperativemembership_status_known", "fact_status", FactStatus),
            confirmed_has_day("cooperativemembership_confirmed_has_day"),
            expires_after_confirmed("cooperativemembership_expires_after"),
            ordered_dates("cooperativemembership_dates_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.provider} · {self.cooperative} · desde {self.valid_from:%d/%m/%Y}"
