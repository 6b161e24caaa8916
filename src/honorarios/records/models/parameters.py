"""The general parameters of launching, by date."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from honorarios.records.models.base import Owned, valid_from_field


class GeneralParametersVersion(Owned):
    """The office's general parameters from a day on; launching describes and checks their content."""

    valid_from = valid_from_field()
    content = models.JSONField(
        "parâmetros", default=dict, help_text="Os parâmetros e os seus valores."
    )
    recorded_at = models.DateTimeField(
        "gravado em", auto_now_add=True, help_text="Quando foram gravados."
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="autor",
        help_text="Quem os gravou.",
    )

    class Meta:
        verbose_name = "parâmetros gerais"
        verbose_name_plural = "parâmetros gerais"
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="generalparametersversion_start", fields=["office", "valid_from"]
            ),
        ]

    def __str__(self) -> str:
        return str(self.valid_from)
