"""The memória de cálculo as the panel shows it: its sheet, and why no other table."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from honorarios.pricing.trace.sheet import sheet_of
from honorarios.web.present import writing

if TYPE_CHECKING:
    from honorarios.pricing.trace.sheet import Section
    from honorarios.services.explaining import Explained

TABLES: Final = "Tabelas consultadas"
"""The section of the look-up, which answers why no other table."""


MODES: Final = {
    "REMAINDER": gettext_lazy("O que passa do valor do convênio, pela tabela dele"),
    "DELTA": gettext_lazy("Tabela particular vezes a diferença dos fatores"),
    "TOTAL_MINUS": gettext_lazy("Tabela particular menos o que o convênio paga"),
    "FULL": gettext_lazy("Tabela particular inteira"),
}
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
    return {
        "line": explained.line,
        "sheet": sheet,
        "sections": [(_title(one), one) for one in sorted(sheet.sections, key=_place)],
        "difference": _difference(explained),
    }


def _difference(explained: Explained) -> list[tuple[str, str]]:
    """What the patient pays: the superior price and what is taken from it."""
    kept = explained.difference
    if kept is None:
        return []
    told = [(_("Modo"), str(MODES.get(str(kept.get("mode")), kept.get("mode"))))]
    if kept.get("factor") is not None:
        told.append((_("Fator"), writing.number(Decimal(str(kept["factor"])))))
    superior, less = kept.get("superior_centavos"), kept.get("less_centavos")
    if isinstance(superior, int) and isinstance(less, int):
        told += [
            (_("Na acomodação usada"), writing.reais(superior)),
            (_("Menos"), writing.reais(less)),
            (_("Diferença"), writing.reais(superior - less)),
        ]
    return told


def _place(section: Section) -> int:
    return ORDER.index(section.title) if section.title in ORDER else len(ORDER)


def _title(section: Section) -> str:
    if section.title == TABLES:
        return _("Tabelas consultadas: por que não outra?")
    return section.title
