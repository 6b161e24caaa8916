"""Patients, and the people and companies that act."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from honorarios.core.vocabulary import CredentialMode, Sex
from honorarios.records.fields import ordered_dates, term_check, term_field
from honorarios.records.models.base import (
    Owned,
    code_field,
    name_field,
    valid_from_field,
    valid_to_field,
)


class Patient(Owned):
    """A patient of the office; every read of one is recorded by the services."""

    code = code_field("Prontuário: o código do paciente no hospital.")
    name = name_field("Nome do paciente.")
    sex = term_field(
        Sex, "sexo", "Para a compatibilidade do procedimento; vazio: não informado.", optional=True
    )
    birth_date = models.DateField(
        "nascimento", null=True, blank=True, help_text="Data de nascimento."
    )
    cpf = models.CharField("CPF", max_length=11, blank=True, help_text="Só os 11 algarismos.")

    class Meta:
        verbose_name = "paciente"
        verbose_name_plural = "pacientes"
        constraints: ClassVar = [
            models.UniqueConstraint(name="patient_code", fields=["office", "code"]),
            term_check("patient_sex_known", "sex", Sex, optional=True),
        ]
        indexes: ClassVar = [
            models.Index(name="patient_by_name", fields=["office", "name"]),
            models.Index(name="patient_by_cpf", fields=["office", "cpf"]),
        ]

    def __str__(self) -> str:
        return self.code


class ProviderKind(models.TextChoices):
    """Whether a provider is a person or a company."""

    PERSON = "person", "Pessoa"
    COMPANY = "company", "Empresa"


class Provider(Owned):
    """Prestador: the person or company that acts, or the institution itself."""

    code = code_field("Código do prestador, o mesmo das condições contratuais e dos arquivos.")
    name = name_field("Nome do prestador.")
    kind = models.CharField(
        "natureza",
        max_length=8,
        choices=ProviderKind.choices,
        default=ProviderKind.PERSON,
        help_text="Pessoa ou empresa.",
    )
    council = models.CharField(
        "conselho", max_length=40, blank=True, help_text="Registro no conselho: CRM-SP 12345."
    )
    specialty = models.CharField(
        "especialidade",
        max_length=60,
        blank=True,
        help_text="Especialidade, como as condições contratuais a escrevem.",
    )
    provider_class = models.CharField(
        "classe",
        max_length=60,
        blank=True,
        help_text="Classe do prestador para as regras dentro ou fora da conta.",
    )

    class Meta:
        verbose_name = "prestador"
        verbose_name_plural = "prestadores"
        constraints: ClassVar = [
            models.UniqueConstraint(name="provider_code", fields=["office", "code"]),
            models.CheckConstraint(
                name="provider_kind_known", condition=models.Q(kind__in=ProviderKind.values)
            ),
        ]
        indexes: ClassVar = [
            models.Index(name="provider_by_name", fields=["office", "name"]),
        ]

    def __str__(self) -> str:
        return self.name


class Credential(Owned):
    """Credenciamento: how a provider stands with a payer, over time; a history, never overwritten."""

    provider = models.ForeignKey(
        Provider,
        on_delete=models.PROTECT,
        related_name="credentials",
        verbose_name="prestador",
        help_text="Quem é credenciado.",
    )
    payer = models.ForeignKey(
        "records.Payer",
        on_delete=models.PROTECT,
        related_name="credentials",
        verbose_name="convênio",
        help_text="Por quem.",
    )
    mode = term_field(CredentialMode, "modo", "Direto com o convênio ou pelo repasse do hospital.")
    valid_from = valid_from_field()
    valid_to = valid_to_field()

    class Meta:
        verbose_name = "credenciamento"
        verbose_name_plural = "credenciamentos"
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="credential_start", fields=["provider", "payer", "valid_from"]
            ),
            term_check("credential_mode_known", "mode", CredentialMode),
            ordered_dates("credential_dates_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.provider_id} / {self.payer_id}"
