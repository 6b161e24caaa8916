"""What the facts that billing routes hang on have in common: how each is known, and until when.

The code names are those of :mod:`honorarios.routing.facts`, which decides by them.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from honorarios.records.models.base import Owned

LONGEST_EVIDENCE = 400


class FactStatus(models.TextChoices):
    """How a fact is known; an unknown agreement is the normal state (``spec: routes 0``)."""

    CONFIRMED = "confirmed", "Confirmado"
    PRESUMED = "presumed", "Presumido"
    UNKNOWN = "unknown", "Não confirmado"
    DENIED = "denied", "Negado"


class Contact(models.TextChoices):
    """Who in a hospital confirms a fact, as seed 000 names them."""

    COMMERCIAL = "commercial", "Comercial"
    MEDICAL_STAFF_RELATIONS = "medical_staff_relations", "Relacionamento com o corpo clínico"
    BILLING = "billing", "Setor de faturamento"


class Answer(models.TextChoices):
    """A clause that holds, doesn't, or that nobody has asked about."""

    YES = "yes", "Sim"
    NO = "no", "Não"
    UNKNOWN = "unknown", "Não se sabe"

    @property
    def holds(self) -> bool | None:
        """True, false, or None where nobody knows."""
        return None if self is Answer.UNKNOWN else self is Answer.YES


class ReceivesAs(models.TextChoices):
    """As what a professional is paid."""

    NATURAL = "natural", "Pessoa física"
    LEGAL = "legal", "Pessoa jurídica"


class Confirmable(Owned):
    """A fact of the register: who confirmed it, when, by what, and until when it may be believed."""

    fact_status = models.CharField(
        "situação",
        max_length=9,
        choices=FactStatus.choices,
        default=FactStatus.UNKNOWN,
        help_text="Confirmado ou negado por alguém, presumido, ou ainda não confirmado.",
    )
    evidence = models.CharField(
        "evidência",
        max_length=LONGEST_EVIDENCE,
        blank=True,
        default="",
        help_text="Onde está escrito: cláusula do contrato, data do e-mail, protocolo.",
    )
    confirmed_by = models.CharField(
        "confirmado por",
        max_length=120,
        blank=True,
        default="",
        help_text="Quem confirmou ou negou: nome e setor.",
    )
    confirmed_on = models.DateField(
        "confirmado em", null=True, blank=True, help_text="Dia em que confirmou ou negou."
    )
    expires_on = models.DateField(
        "confirmar até",
        null=True,
        blank=True,
        help_text="Último dia em que se pode acreditar; depois, confirma-se de novo.",
    )
    asks = models.CharField(
        "quem confirma",
        max_length=60,
        blank=True,
        default="",
        help_text="Contatos do hospital que podem confirmar; vazio: qualquer um dos três.",
    )

    class Meta:
        abstract = True


def answer_field(title: str, help_text: str) -> models.CharField[str, str]:
    """A clause's answer; unknown by default, for missing data never closes a route."""
    return models.CharField(
        title,
        max_length=7,
        choices=Answer.choices,
        default=Answer.UNKNOWN,
        help_text=help_text,
    )


def known_choice(
    name: str, field: str, choices: type[models.TextChoices]
) -> models.CheckConstraint:
    """The constraint that a column holds one of its choices."""
    return models.CheckConstraint(name=name, condition=Q(**{f"{field}__in": choices.values}))


def confirmed_has_day(name: str) -> models.CheckConstraint:
    """The constraint that what somebody confirmed or denied says when."""
    return models.CheckConstraint(
        name=name,
        condition=Q(confirmed_on__isnull=False)
        | Q(fact_status__in=[FactStatus.PRESUMED, FactStatus.UNKNOWN]),
    )


def expires_after_confirmed(name: str) -> models.CheckConstraint:
    """The constraint that a fact isn't confirmed after it expires."""
    return models.CheckConstraint(
        name=name,
        condition=Q(expires_on__isnull=True)
        | Q(confirmed_on__isnull=True)
        | Q(expires_on__gte=F("confirmed_on")),
    )
