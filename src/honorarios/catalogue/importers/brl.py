"""Lists in reais: a code and its value, for everyone or by role, accommodation or setting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from honorarios.catalogue.importers.generic import import_columns
from honorarios.catalogue.importers.lists import (
    ANAESTHETIC_PORTE,
    ASSISTANTS,
    CODE_COLUMN,
    DESCRIPTION,
    FILM,
)
from honorarios.catalogue.importers.mapping import ImportMapping
from honorarios.catalogue.importers.pricecells import price_column
from honorarios.catalogue.schema import Basis, ScheduleKind

if TYPE_CHECKING:
    from pathlib import Path

    from honorarios.catalogue.importers.report import Head, ImportReport

COLUMNS: Final = (
    CODE_COLUMN,
    DESCRIPTION,
    price_column(
        "fee",
        "Valor",
        "Valor (R$)",
        "Valor R$",
        "Valor unitário",
        "Valor total",
        "Vlr. Total",
        "Vlr.",
        "Vl.",
        "Preço",
        "Preço (R$)",
        "Honorários",
        "HM",
        "R$",
    ),
    price_column("operating_cost", "Custo Oper.", "Custo Operacional (R$)", "Custo"),
    FILM,
    ASSISTANTS,
    ANAESTHETIC_PORTE,
    price_column("group", "Grupo"),
    price_column("valid_from", "Início da vigência", "Vigência inicial", "Vigência", "Desde"),
    price_column("valid_to", "Fim da vigência", "Vigência final", "Até"),
)
"""What a list in reais may have, besides the selected prices of its mapping."""


def import_brl(path: Path, head: Head, mapping: ImportMapping | None = None) -> ImportReport:
    """Read a list in reais (XLSX, XLS, ODS, CSV, Parquet); nothing is written.

    Args:
        path: The list.
        head: The schedule and edition it becomes.
        mapping: Header by column where names alone do not tell, and prices by role, accommodation
            or setting.
    """
    mapping = mapping or ImportMapping()
    in_reais = mapping.model_copy(
        update={"constants": {**mapping.constants, "basis": Basis.BRL.value}}
    )
    return import_columns(path, head, in_reais, COLUMNS, ScheduleKind.BRL, needed=("fee",))
