"""Who may come in: users, what they are in an office, and the tokens of programs."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.db import models

from honorarios.records.models.base import Owned


class User(AbstractUser):
    """Somebody who signs in; what they may do is said by their memberships."""

    class Meta(AbstractUser.Meta):
        verbose_name = "usuário"
        verbose_name_plural = "usuários"


class MembershipRole(models.TextChoices):
    """What a user is in an office; services decide from it what each may do."""

    CLERK = "clerk", "Faturista"
    AUDITOR = "auditor", "Auditor"
    PHYSICIAN = "physician", "Médico"
    HOSPITAL_FINANCE = "hospital_finance", "Financeiro do hospital"
    ADMINISTRATOR = "administrator", "Administrador"


class Membership(Owned):
    """A user's place in an office; no billing unit named means all of the office's."""

    user = models.ForeignKey(
        User,
        on_delete=models.PROTECT,
        related_name="memberships",
        verbose_name="usuário",
        help_text="De quem é o acesso.",
    )
    role = models.CharField(
        "perfil",
        max_length=24,
        choices=MembershipRole.choices,
        help_text="O que a pessoa faz no cliente.",
    )
    billing_units = models.ManyToManyField(
        "records.BillingUnit",
        blank=True,
        related_name="+",
        verbose_name="unidades de faturamento",
        help_text="Unidades que a pessoa alcança; nenhuma: todas.",
    )
    provider = models.ForeignKey(
        "records.Provider",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="prestador",
        help_text="Quem o médico é: ele vê só a própria produção.",
    )

    class Meta:
        verbose_name = "acesso"
        verbose_name_plural = "acessos"
        constraints: ClassVar = [
            models.UniqueConstraint(name="membership_user", fields=["office", "user"]),
            models.CheckConstraint(
                name="membership_role_known",
                condition=models.Q(role__in=MembershipRole.values),
            ),
            models.CheckConstraint(
                name="membership_physician_is_somebody",
                condition=~models.Q(role=MembershipRole.PHYSICIAN)
                | models.Q(provider__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} ({self.get_role_display()})"


class ApiToken(Owned):
    """The key of a program that acts for a user; only its digest is kept."""

    user = models.ForeignKey(
        User,
        on_delete=models.PROTECT,
        related_name="api_tokens",
        verbose_name="usuário",
        help_text="Em nome de quem o programa age.",
    )
    digest = models.CharField(
        "resumo", max_length=64, unique=True, help_text="SHA-256 da chave, em hexadecimal."
    )
    label = models.CharField(
        "rótulo", max_length=100, help_text="Para que serve, nas palavras de quem a criou."
    )
    created_at = models.DateTimeField(
        "criada em", auto_now_add=True, help_text="Quando a chave foi criada."
    )
    expires_at = models.DateTimeField(
        "vence em", null=True, blank=True, help_text="Depois deste instante ela não entra mais."
    )
    revoked_at = models.DateTimeField(
        "revogada em", null=True, blank=True, help_text="Quando foi cancelada."
    )

    class Meta:
        verbose_name = "chave de acesso"
        verbose_name_plural = "chaves de acesso"

    def __str__(self) -> str:
        return self.label
