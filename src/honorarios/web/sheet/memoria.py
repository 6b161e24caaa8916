"""The memória de cálculo as the panel shows it: its sheet, and why no other table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from django.utils.translation import gettext as _

from honorarios.pricing.trace.sheet import sheet_of

if TYPE_CHECKING:
    from honorarios.pricing.trace.sheet import Section
    from honorarios.services.explaining import Explained

TABLES: Final = "Tabelas consultadas"
"""The section of the look-up, which answers why no other table."""

ORDER: Final = (
    "Cálculo",
    "Fatores",
    TABLES,
    "Preço na tabela",
    "Valores na data",
    "Contrato",
    "Modo de calcular",
    "Linha",
)
"""The sections as a panel has them: the sum first, what was asked last."""


def context(explained: Explained) -> dict[str, Any]:
    """What the template of a memória is given."""
    sheet = sheet_of(explained.explanation)
    steps = [*explained.then, *sorted(sheet.sections, key=_place)]
    return {"sheet": sheet, "sections": [(_title(one), one) for one in steps]}


def _place(section: Section) -> int:
    return ORDER.index(section.title) if section.title in ORDER else len(ORDER)


def _title(section: Section) -> str:
    if section.title == TABLES:
        return _("Tabelas consultadas: por que não outra?")
    return section.title
