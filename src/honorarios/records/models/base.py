"""What every row of an office has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from datetime import date


class Owned(models.Model):
    """A row of one office; reads always go through it (see :mod:`honorarios.records.selectors`)."""

    # No index of its own: every index that serves a list begins with the office or with its child.
    office = models.ForeignKey(
        "records.Office",
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        editable=False,
        verbose_name="cliente do sistema",
        help_text="Quem é dono do registro.",
    )

    class Meta:
        abstract = True


def code_field(help_text: str, *, longest: int = 60) -> models.CharField[str, str]:
    """The short name by which files and screens call a register's row, unique where it says so."""
    return models.CharField("código", max_length=longest, help_text=help_text)


def name_field(help_text: str = "Nome que as telas mostram.") -> models.CharField[str, str]:
    """The name for people."""
    return models.CharField("nome", max_length=200, help_text=help_text)


def valid_from_field() -> models.DateField[date, date]:
    """First day of a validity."""
    return models.DateField("início", help_text="Primeiro dia de validade, incluído.")


def valid_to_field() -> models.DateField[date | None, date | None]:
    """Last day of a validity."""
    return models.DateField(
        "fim", null=True, blank=True, help_text="Último dia, incluído; vazio: até novo aviso."
    )
