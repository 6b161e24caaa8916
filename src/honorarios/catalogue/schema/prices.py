"""The price table: one description of its columns, for the reader, the checker and the docs.

A price row says what one code costs in one edition: a *fee* and, apart from it, an *operating cost* and
a *film*, each a quantity of a unit. The unit's value in reais is a coefficient of the contract (R$ per
CH, per porte, per UCO, per m²), except for the unit ``BRL``, which is 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal

QUANTITY_PLACES: Final = 4
"""Decimal places of a quantity (CH, fraction of a porte, UCO, m²) and of a price in reais."""
LARGEST_QUANTITY: Final = 10_000_000
"""No quantity of a price row may be larger (a price in reais, a number of CH)."""
LARGEST_BASE: Final = 9_000_000_000
"""Reais that no quantity times its coefficient may exceed: with 8 decimals it fits 64 bits and 18 digits."""


class Basis(StrEnum):
    """What the ``fee`` of a price row counts (``spec: launching 3.5``)."""

    BRL = "BRL"
    """Reais."""
    CH = "CH"
    """Coeficientes de honorários."""
    PORTE = "PORTE"
    """A fraction of the row's porte (1 when empty)."""
    UNIT = "UNIT"
    """A private unit of a payer, named in the row's ``unit``."""
    REMOVED = "REMOVED"
    """The code of the inherited edition no longer exists in this one."""


ColumnType = Literal[
    "text", "code", "codes", "date", "decimal", "percent", "integer", "boolean", "term", "basis"
]


@dataclass(frozen=True, slots=True)
class PriceColumn:
    """A column of the price table."""

    name: str
    type: ColumnType
    title: str
    """The Portuguese name."""
    description: str
    required: bool = False


PRICE_COLUMNS: Final = (
    PriceColumn(
        "code",
        "code",
        "código",
        "TUSS (8 digits) or SIGTAP (10 digits) code; dots and hyphens are dropped.",
        required=True,
    ),
    PriceColumn("description", "text", "descrição", "Name of the procedure, for people."),
    PriceColumn(
        "valid_from",
        "date",
        "início",
        "First day, included; empty = open, within the edition's period where the contract follows the current edition.",
    ),
    PriceColumn("valid_to", "date", "fim", "Last day, included; empty = open, as above."),
    PriceColumn(
        "role",
        "term",
        "função",
        "Price of this role only: the role's percentage is then 100. Empty = all roles.",
    ),
    PriceColumn(
        "accommodation",
        "text",
        "acomodação",
        "Price in this accommodation only: the accommodation factor is then 1. Empty = all.",
    ),
    PriceColumn(
        "setting",
        "term",
        "regime",
        "Price in this setting only (inpatient, outpatient). Empty = both.",
    ),
    PriceColumn(
        "basis",
        "basis",
        "base",
        "What the fee counts: BRL, CH, PORTE, UNIT or REMOVED.",
        required=True,
    ),
    PriceColumn(
        "fee",
        "decimal",
        "honorário",
        "Reais, CH, fraction of the porte (empty = 1) or private units; up to 4 decimals.",
    ),
    PriceColumn("porte", "text", "porte", "1A to 14C, with basis PORTE."),
    PriceColumn(
        "unit", "text", "unidade", "Name of the private unit, with basis UNIT (``CRS``, ``US``)."
    ),
    PriceColumn(
        "group",
        "text",
        "grupo",
        "Group of the code for coefficients that differ by group (``SADT``, ``HM``).",
    ),
    PriceColumn(
        "operating_cost",
        "decimal",
        "custo operacional",
        "Quantity of the cost unit; up to 4 decimals.",
    ),
    PriceColumn(
        "cost_unit",
        "text",
        "unidade do custo",
        "Unit of the operating cost; empty = BRL for BRL, CH for CH, UCO for PORTE, the private unit for UNIT.",
    ),
    PriceColumn(
        "film", "decimal", "filme (m²)", "Square metres of film, valued at the coefficient FILM."
    ),
    PriceColumn(
        "incidences", "integer", "incidências", "Number of radiological incidences; information."
    ),
    PriceColumn(
        "anaesthetic_porte",
        "text",
        "porte anestésico",
        "0 to 8, or a letter; empty = no anaesthetic act foreseen.",
    ),
    PriceColumn(
        "assistants",
        "integer",
        "auxiliares",
        "Number of surgical assistants; empty = not applicable.",
    ),
    PriceColumn(
        "extra_quantity_percent",
        "percent",
        "% por unidade extra",
        "What each unit after the first is paid, in % of the first; empty = 100.",
    ),
    PriceColumn(
        "admits_urgency", "boolean", "admite urgência", "Whether overtime applies; empty = yes."
    ),
    PriceColumn(
        "admits_accommodation",
        "boolean",
        "admite acomodação",
        "Whether the accommodation factor applies; empty = yes.",
    ),
    PriceColumn(
        "own_video",
        "boolean",
        "vídeo próprio",
        "The code is itself the video act: no video factor; empty = no.",
    ),
    PriceColumn(
        "own_bilateral",
        "boolean",
        "bilateral próprio",
        "The code is itself bilateral: no bilateral factor; empty = no.",
    ),
    PriceColumn(
        "includes",
        "codes",
        "inclui",
        "Codes that are steps of this act and are not billed with it, separated by blanks.",
    ),
    PriceColumn(
        "sex", "text", "sexo", "M or F when the act is of one sex only; checked at launching."
    ),
    PriceColumn(
        "patient_setting",
        "term",
        "tipo de paciente",
        "Setting the act belongs to; checked at launching.",
    ),
    PriceColumn(
        "age_from_months",
        "integer",
        "idade mínima (meses)",
        "Least age, in months; checked at launching.",
    ),
    PriceColumn(
        "age_to_months",
        "integer",
        "idade máxima (meses)",
        "Greatest age, in months; checked at launching.",
    ),
    PriceColumn(
        "source", "text", "fonte", "Where this row comes from, when it is not the edition's source."
    ),
)
"""Every column a price file may have, in canonical order; only ``code`` and ``basis`` are compulsory."""
