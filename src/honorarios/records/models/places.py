"""Where the patient lies and which cost centre pays for it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from honorarios.records.models.base import Owned, code_field, name_field
from honorarios.records.models.offices import Hospital


class AccommodationType(Owned):
    """Acomodação: a kind of room; its code is the catalogue's type id, its rank compares rooms."""

    code = code_field("Código da acomodação, o mesmo do anexo do contrato: ward, apartment.")
    name = name_field()
    rank = models.PositiveSmallIntegerField(
        "ordem", help_text="Quanto maior, superior: só se cobra diferença de quem usa uma superior."
    )

    class Meta:
        verbose_name = "acomodação"
        verbose_name_plural = "acomodações"
        constraints: ClassVar = [
            models.UniqueConstraint(name="accommodationtype_code", fields=["office", "code"]),
        ]

    def __str__(self) -> str:
        return self.name


class CostCentre(Owned):
    """Centro de custo: the accounting unit charged."""

    code = code_field("Código do centro de custo, único no cliente.")
    name = name_field()

    class Meta:
        verbose_name = "centro de custo"
        verbose_name_plural = "centros de custo"
        constraints: ClassVar = [
            models.UniqueConstraint(name="costcentre_code", fields=["office", "code"]),
        ]

    def __str__(self) -> str:
        return self.name


class BedClass(Owned):
    """Classe do leito: ties beds to an accommodation type."""

    code = code_field("Código da classe, único no cliente.")
    name = name_field()
    accommodation_type = models.ForeignKey(
        AccommodationType,
        on_delete=models.PROTECT,
        related_name="bed_classes",
        verbose_name="acomodação",
        help_text="Acomodação que a classe dá.",
    )

    class Meta:
        verbose_name = "classe de leito"
        verbose_name_plural = "classes de leito"
        constraints: ClassVar = [
            models.UniqueConstraint(name="bedclass_code", fields=["office", "code"]),
        ]

    def __str__(self) -> str:
        return self.name


class Bed(Owned):
    """Leito of a hospital."""

    hospital = models.ForeignKey(
        Hospital,
        on_delete=models.PROTECT,
        related_name="beds",
        verbose_name="hospital",
        help_text="Hospital do leito.",
    )
    code = code_field("Código do leito, único no hospital.")
    bed_class = models.ForeignKey(
        BedClass,
        on_delete=models.PROTECT,
        related_name="beds",
        verbose_name="classe",
        help_text="Classe do leito.",
    )
    cost_centre = models.ForeignKey(
        CostCentre,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="centro de custo",
        help_text="Centro de custo do leito, quando ele manda no do lançamento.",
    )

    class Meta:
        verbose_name = "leito"
        verbose_name_plural = "leitos"
        constraints: ClassVar = [
            models.UniqueConstraint(name="bed_code", fields=["hospital", "code"]),
        ]

    def __str__(self) -> str:
        return self.code


class Workstation(Owned):
    """Estação de trabalho: where an outpatient's fees are launched."""

    hospital = models.ForeignKey(
        Hospital,
        on_delete=models.PROTECT,
        related_name="workstations",
        verbose_name="hospital",
        help_text="Hospital da estação.",
    )
    code = code_field("Código da estação, único no hospital.")
    name = name_field()
    cost_centre = models.ForeignKey(
        CostCentre,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="centro de custo",
        help_text="Centro de custo da estação, quando ele manda no do lançamento.",
    )

    class Meta:
        verbose_name = "estação de trabalho"
        verbose_name_plural = "estações de trabalho"
        constraints: ClassVar = [
            models.UniqueConstraint(name="workstation_code", fields=["hospital", "code"]),
        ]

    def __str__(self) -> str:
        return self.name
