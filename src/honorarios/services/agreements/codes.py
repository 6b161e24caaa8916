"""Findings of agreements."""

from __future__ import annotations

from typing import Final

from honorarios.core.codes import error

NO_FACT: Final = error(
    "REG-FACT", "Em “{register}” não há fato que se confirme.", "Use um destes: {known}."
)
TAX_DOCUMENT: Final = error(
    "REG-TAX-DOCUMENT", "Os parâmetros tributários não servem: {why}", "Corrija e envie de novo."
)
TAX_SOURCE: Final = error(
    "REG-TAX-SOURCE",
    "Falta a origem dos parâmetros tributários.",
    "Diga quem os conferiu, com que norma e quando.",
)
