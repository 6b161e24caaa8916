"""Contract terms as versioned documents, prices as one typed table; append-only but for their end.

Version ``n`` of an office's catalogue is every row with ``added_in <= n`` and ``removed_in`` empty or
greater than ``n``; it can be rebuilt, hash and all, for as long as the database lives.
"""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from honorarios.core.vocabulary import Role, Setting
from honorarios.records.fields import ExactField, term_check, term_field
from honorarios.records.models.base import Owned


class CatalogueVersion(Owned):
    """One state of the office's terms and prices, with the hash of its content."""

    number = models.PositiveIntegerField("versão", help_text="Número da versão, a partir de 1.")
    hash = models.CharField(
        "hash", max_length=71, help_text="sha256: e 64 algarismos hexadecimais."
    )
    recorded_at = models.DateTimeField(
        "gravada em", auto_now_add=True, help_text="Quando foi gravada."
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        verbose_name="autor",
        help_text="Quem a gravou.",
    )

    class Meta:
        verbose_name = "versão do catálogo"
        verbose_name_plural = "versões do catálogo"
        constraints: ClassVar = [
            models.UniqueConstraint(name="catalogueversion_number", fields=["office", "number"]),
        ]
        indexes: ClassVar = [
            models.Index(name="catalogueversion_by_hash", fields=["office", "hash"]),
        ]

    def __str__(self) -> str:
        return f"{self.number} ({self.hash})"


class Versioned(Owned):
    """A row that belongs to the catalogue's versions from one number up to, not including, another."""

    added_in = models.PositiveIntegerField("desde a versão", help_text="Primeira versão que a tem.")
    removed_in = models.PositiveIntegerField(
        "até a versão", null=True, blank=True, help_text="Primeira versão que não a tem mais."
    )

    class Meta:
        abstract = True


def _removed_later(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=name, condition=Q(removed_in__isnull=True) | Q(removed_in__gt=F("added_in"))
    )


class TermsDocument(Versioned):
    """A contract, standard, coefficient set or schedule head, as the canonical JSON of the catalogue."""

    kind = models.CharField(
        "tipo", max_length=40, help_text="Pasta do catálogo: contracts, standards, manifest."
    )
    document_id = models.CharField(
        "identificador", max_length=120, blank=True, help_text="Identificador do documento."
    )
    content = models.TextField("conteúdo", help_text="JSON canônico do documento.")

    class Meta:
        verbose_name = "documento do catálogo"
        verbose_name_plural = "documentos do catálogo"
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="termsdocument_version", fields=["office", "kind", "document_id", "added_in"]
            ),
            _removed_later("termsdocument_removed_later"),
        ]

    def __str__(self) -> str:
        return f"{self.kind}/{self.document_id}"


class PriceRow(Versioned):
    """A row of a price table: after the keys, the catalogue's price columns under their own names."""

    schedule = models.CharField("tabela", max_length=120, help_text="Identificador da tabela.")
    edition = models.CharField("edição", max_length=120, help_text="Identificador da edição.")
    code = models.CharField("código", max_length=20, help_text="Código TUSS ou SIGTAP.")
    description = models.TextField("descrição", blank=True, help_text="Nome do procedimento.")
    valid_from = models.DateField("início", null=True, blank=True, help_text="Primeiro dia.")
    valid_to = models.DateField("fim", null=True, blank=True, help_text="Último dia.")
    role = term_field(Role, "função", "Preço só desta função.", optional=True)
    accommodation = models.CharField(
        "acomodação", max_length=60, blank=True, help_text="Preço só nesta acomodação."
    )
    setting = term_field(Setting, "regime", "Preço só neste regime.", optional=True)
    basis = models.CharField(
        "base", max_length=8, help_text="O que o honorário conta: BRL, CH, PORTE, UNIT ou REMOVED."
    )
    fee = ExactField("honorário", places=4, null=True, blank=True, help_text="Quantidade da base.")
    porte = models.CharField("porte", max_length=8, blank=True, help_text="1A a 14C.")
    unit = models.CharField("unidade", max_length=40, blank=True, help_text="Unidade própria.")
    group = models.CharField("grupo", max_length=40, blank=True, help_text="Grupo do código.")
    operating_cost = ExactField(
        "custo operacional", places=4, null=True, blank=True, help_text="Quantidade do custo."
    )
    cost_unit = models.CharField(
        "unidade do custo", max_length=40, blank=True, help_text="Unidade do custo operacional."
    )
    film = ExactField("filme (m²)", places=4, null=True, blank=True, help_text="Metros quadrados.")
    incidences = models.IntegerField(
        "incidências", null=True, blank=True, help_text="Número de incidências."
    )
    anaesthetic_porte = models.CharField(
        "porte anestésico", max_length=8, blank=True, help_text="0 a 8, ou uma letra."
    )
    assistants = models.IntegerField(
        "auxiliares", null=True, blank=True, help_text="Número de auxiliares."
    )
    extra_quantity_percent = ExactField(
        "% por unidade extra",
        places=6,
        null=True,
        blank=True,
        help_text="Quanto vale cada unidade depois da primeira.",
    )
    admits_urgency = models.BooleanField(
        "admite urgência", null=True, blank=True, help_text="Se a hora extra se aplica."
    )
    admits_accommodation = models.BooleanField(
        "admite acomodação", null=True, blank=True, help_text="Se o fator de acomodação se aplica."
    )
    own_video = models.BooleanField(
        "vídeo próprio", null=True, blank=True, help_text="O código já é o ato por vídeo."
    )
    own_bilateral = models.BooleanField(
        "bilateral próprio", null=True, blank=True, help_text="O código já é bilateral."
    )
    includes = models.TextField(
        "inclui", blank=True, help_text="Códigos que são etapas deste ato, separados por espaço."
    )
    sex = models.CharField("sexo", max_length=1, blank=True, help_text="M ou F.")
    patient_setting = term_field(
        Setting, "tipo de paciente", "Tipo de paciente do ato.", optional=True
    )
    age_from_months = models.IntegerField(
        "idade mínima (meses)", null=True, blank=True, help_text="Menor idade."
    )
    age_to_months = models.IntegerField(
        "idade máxima (meses)", null=True, blank=True, help_text="Maior idade."
    )
    source = models.TextField("fonte", blank=True, help_text="De onde vem esta linha.")

    class Meta:
        verbose_name = "linha de preço"
        verbose_name_plural = "linhas de preço"
        constraints: ClassVar = [
            term_check("pricerow_role_known", "role", Role, optional=True),
            term_check("pricerow_setting_known", "setting", Setting, optional=True),
            term_check("pricerow_patient_setting_known", "patient_setting", Setting, optional=True),
            _removed_later("pricerow_removed_later"),
        ]
        indexes: ClassVar = [
            # A version is read table by table; the code serves the look-up on screen.
            models.Index(
                name="pricerow_by_table", fields=["office", "schedule", "edition", "code"]
            ),
        ]

    def __str__(self) -> str:
        return f"{self.schedule}@{self.edition}: {self.code}"
