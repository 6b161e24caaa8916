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
from honorarios.records.models.facts import (
    Answer,
    Confirmable,
    FactStatus,
    answer_field,
    expires_after_confirmed,
    known_choice,
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


class CredentialScope(models.TextChoices):
    """What a credential covers (``spec: routes 5.2``, E1 and E2)."""

    ALL = "all", "Tudo"
    SURGERY = "surgery", "Cirurgias"
    CONSULTATION = "consultation", "Só consultas"


class Credential(Confirmable):
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
    scope = models.CharField(
        "âmbito",
        max_length=12,
        choices=CredentialScope.choices,
        default=CredentialScope.ALL,
        help_text="O que o credenciamento cobre.",
    )
    codes = models.TextField(
        "códigos",
        blank=True,
        default="",
        help_text="Códigos, começos ou intervalos, separados por espaço; vazio: todos.",
    )
    forbids_complement = answer_field(
        "veda complemento", "Se o contrato proíbe cobrar do paciente a diferença de classe."
    )
    exclusive = answer_field(
        "exclusividade", "Se o contrato proíbe receber do convênio por outra via."
    )
    # What was registered as a credential stood in a contract.
    fact_status = models.CharField(
        "situação",
        max_length=9,
        choices=FactStatus.choices,
        default=FactStatus.CONFIRMED,
        help_text="Confirmado ou negado por alguém, presumido, ou ainda não confirmado.",
    )
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
            known_choice("credential_scope_known", "scope", CredentialScope),
            known_choice("credential_status_known", "fact_status", FactStatus),
            known_choice("credential_complement_known", "forbids_complement", Answer),
            known_choice("credential_exclusive_known", "exclusive", Answer),
            expires_after_confirmed("credential_expires_after"),
            ordered_dates("credential_dates_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.provider} · {self.payer} · desde {self.valid_from:%d/%m/%Y}"
