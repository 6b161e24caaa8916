"""What the people of the desk keep for themselves: preferences, habits, views, unfinished forms, bulk edits."""

from __future__ import annotations

from typing import ClassVar
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q

from honorarios.records.models.base import Owned


def _owner() -> models.ForeignKey[object, object]:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        verbose_name="pessoa",
        help_text="De quem é.",
    )


class Theme(models.TextChoices):
    """Colours of the screens."""

    SYSTEM = "system", "Como o aparelho"
    LIGHT = "light", "Claro"
    DARK = "dark", "Escuro"


class Preference(models.Model):
    """How a person likes the screens; the same in every office."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="preference",
        verbose_name="pessoa",
        help_text="De quem é.",
    )
    theme = models.CharField(
        "tema",
        max_length=8,
        choices=Theme.choices,
        default=Theme.SYSTEM,
        help_text="Cores das telas.",
    )
    language = models.CharField(
        "idioma", max_length=8, blank=True, help_text="pt-br ou en; vazio: o do navegador."
    )
    single_keys = models.BooleanField(
        "teclas simples", default=True, help_text="Atalhos de uma tecla só (WCAG 2.1.4)."
    )
    dismissed = models.JSONField(
        "dicas dispensadas", default=list, help_text="Dicas que não aparecem mais."
    )

    class Meta:
        verbose_name = "preferência"
        verbose_name_plural = "preferências"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="preference_theme_known", condition=Q(theme__in=Theme.values)
            )
        ]

    def __str__(self) -> str:
        return str(self.user)


class HabitKind(models.TextChoices):
    """What a person chooses often."""

    PROCEDURE = "procedure", "Procedimento"
    PROVIDER = "provider", "Prestador"


class Habit(Owned):
    """Something that a person chose before, by its code: a favourite, or a last used."""

    user = _owner()
    kind = models.CharField(
        "tipo", max_length=12, choices=HabitKind.choices, help_text="Procedimento ou prestador."
    )
    code = models.CharField("código", max_length=60, help_text="Código do que foi escolhido.")
    favourite = models.BooleanField("favorito", default=False, help_text="Se vem primeiro.")
    times = models.PositiveIntegerField("vezes", default=0, help_text="Vezes em que foi usado.")
    used_at = models.DateTimeField(
        "usado em", null=True, blank=True, help_text="Quando foi usado por último."
    )

    class Meta:
        verbose_name = "hábito"
        verbose_name_plural = "hábitos"
        constraints: ClassVar = [
            models.UniqueConstraint(name="habit_once", fields=["office", "user", "kind", "code"]),
            models.CheckConstraint(name="habit_kind_known", condition=Q(kind__in=HabitKind.values)),
        ]

    def __str__(self) -> str:
        return self.code


class Team(Owned):
    """A team that a person enters often, called by its number."""

    user = _owner()
    number = models.PositiveSmallIntegerField("número", help_text="Tecla que a chama, de 1 a 9.")
    name = models.CharField("nome", max_length=80, help_text="Como a pessoa a chama.")
    members = models.JSONField(
        "membros", default=list, help_text="Função e código do prestador de cada um, em ordem."
    )

    class Meta:
        verbose_name = "equipe favorita"
        verbose_name_plural = "equipes favoritas"
        constraints: ClassVar = [
            models.UniqueConstraint(name="team_number", fields=["office", "user", "number"]),
            models.CheckConstraint(
                name="team_number_is_a_key", condition=Q(number__gte=1, number__lte=9)
            ),
        ]

    def __str__(self) -> str:
        return self.name


class SavedView(Owned):
    """The filters of a list under a name."""

    user = _owner()
    screen = models.CharField("tela", max_length=60, help_text="Lista a que pertence.")
    name = models.CharField("nome", max_length=80, help_text="Como a pessoa a chama.")
    query = models.CharField("filtros", max_length=2000, help_text="Os filtros, como no endereço.")
    shared = models.BooleanField(
        "compartilhada", default=False, help_text="Se os colegas do cliente a veem."
    )

    class Meta:
        verbose_name = "visão salva"
        verbose_name_plural = "visões salvas"
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="savedview_name", fields=["office", "user", "screen", "name"]
            )
        ]

    def __str__(self) -> str:
        return self.name


class Draft(Owned):
    """A form that is not finished: kept while it is typed, gone when it is saved."""

    user = _owner()
    kind = models.CharField("formulário", max_length=40, help_text="Que formulário é.")
    place = models.CharField("lugar", max_length=60, help_text="De quê: a parcial, o registro.")
    content = models.JSONField("conteúdo", help_text="Os campos como foram digitados.")
    updated_at = models.DateTimeField(
        "guardado em", auto_now=True, help_text="Quando foi guardado por último."
    )

    class Meta:
        verbose_name = "rascunho"
        verbose_name_plural = "rascunhos"
        constraints: ClassVar = [
            models.UniqueConstraint(name="draft_once", fields=["office", "user", "kind", "place"])
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.place}"


class BulkEdit(Owned):
    """Lines changed together, which may be put back together while their parts are open."""

    uid = models.UUIDField(
        "identificador",
        default=uuid4,
        unique=True,
        editable=False,
        help_text="Como o endereço a chama.",
    )
    user = _owner()
    changes = models.JSONField("mudanças", help_text="Campo e valor novo, como foram pedidos.")
    made_at = models.DateTimeField("feita em", auto_now_add=True, help_text="Quando foi feita.")
    undone_at = models.DateTimeField(
        "desfeita em", null=True, blank=True, help_text="Quando foi desfeita."
    )

    class Meta:
        verbose_name = "alteração em lote"
        verbose_name_plural = "alterações em lote"

    def __str__(self) -> str:
        return str(self.uid)


class BulkEditLine(Owned):
    """A line of a bulk edit, with the versions before and after it."""

    bulk = models.ForeignKey(
        BulkEdit,
        on_delete=models.PROTECT,
        related_name="lines",
        verbose_name="alteração em lote",
        help_text="A que pertence.",
    )
    line = models.ForeignKey(
        "records.FeeLine",
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="lançamento",
        help_text="A linha alterada.",
    )
    before = models.PositiveIntegerField("versão antes", help_text="Versão que a linha tinha.")
    after = models.PositiveIntegerField("versão depois", help_text="Versão com que ficou.")

    class Meta:
        verbose_name = "lançamento de alteração em lote"
        verbose_name_plural = "lançamentos de alteração em lote"
        constraints: ClassVar = [
            models.UniqueConstraint(name="bulkeditline_once", fields=["bulk", "line"])
        ]

    def __str__(self) -> str:
        return str(self.line_id)
