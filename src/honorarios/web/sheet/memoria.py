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


def context(explained: Explained) -> dict[str, Any]:
    """What the template of a memória is given."""
    sheet = sheet_of(explained.explanation)
    return {
        "line": explained.line,
        "sheet": sheet,
        "sections": [(_title(section), section) for section in sheet.sections],
        "difference": explained.difference,
    }


def _title(section: Section) -> str:
    if section.title == TABLES:
        return _("Tabelas consultadas: por que não outra?")
    return section.title
