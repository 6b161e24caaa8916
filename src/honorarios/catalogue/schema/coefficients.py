"""Coefficient sets (condições financeiras): what a CH, a porte, a UCO, a m² of film is worth, by date."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from honorarios.catalogue.schema.base import (
    Coefficient,
    Document,
    Identifier,
    Porte,
    Sourced,
    spelled,
)
from honorarios.core.vocabulary import SETTING_SPELLINGS, Setting

Unit = Annotated[
    str,
    Field(
        pattern=r"^[A-Z0-9][A-Z0-9_]{0,31}$",
        description="``CH``, ``UCO``, ``FILM``, a porte (``8A``), ``AN_<letter>`` or a private unit.",
    ),
]


class SpecialValue(Document):
    """A value for some lines only; the most specific that matches wins: code, group, specialty, accommodation, setting."""

    unit: Unit = Field(title="unidade", description="Unit that this value is of.")
    code: str | None = Field(
        default=None, pattern=r"^[0-9]{1,10}$", title="código", description="Only for this code."
    )
    group: str | None = Field(
        default=None, title="grupo", description="Only for rows of this group."
    )
    specialty: str | None = Field(
        default=None, title="especialidade", description="Only for providers of this specialty."
    )
    accommodation: Identifier | None = Field(
        default=None,
        title="acomodação",
        description="Only in this accommodation; the accommodation factor is then 1.",
    )
    setting: Annotated[Setting, spelled(SETTING_SPELLINGS)] | None = Field(
        default=None, title="regime", description="Only inpatient or only outpatient."
    )
    value: Coefficient = Field(title="valor", description="Reais per unit, up to 4 decimals.")


class CoefficientValues(Sourced):
    """The values of one period."""

    portes: dict[Porte, Coefficient] = Field(
        default_factory=dict,
        title="portes",
        description="Reais per porte; a CBHPM set has all 42, rising.",
    )
    ch: Coefficient | None = Field(default=None, title="CH", description="Reais per CH.")
    uco: Coefficient | None = Field(default=None, title="UCO", description="Reais per UCO.")
    film: Coefficient | None = Field(
        default=None, title="filme", description="Reais per m² of film."
    )
    units: dict[Unit, Coefficient] = Field(
        default_factory=dict,
        title="outras unidades",
        description="Reais per private unit or anaesthetic letter.",
    )
    special: tuple[SpecialValue, ...] = Field(
        default=(),
        title="valores específicos",
        description="Values by code, group, specialty, accommodation or setting.",
    )


class CoefficientSet(Document):
    """A coefficient set: its values over time."""

    id: Identifier = Field(
        title="conjunto", description="Name by which contracts refer to the set."
    )
    name: str = Field(min_length=1, title="nome", description="Name shown to people.")
    series: str = Field(default="", title="série", description="Series it belongs to: ``AMB``.")
    band: str = Field(
        default="",
        title="faixa",
        description="Band of the series: ``ORIGINAL``, ``I``, ``II``, ``III``.",
    )
    values: tuple[CoefficientValues, ...] = Field(
        min_length=1, title="valores", description="One entry per period; periods do not overlap."
    )
