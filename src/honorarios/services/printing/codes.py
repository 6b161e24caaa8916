"""Findings of making documents."""

from __future__ import annotations

from typing import Final

from honorarios.core.codes import error

MANY_LINES: Final = error(
    "DSK-STATEMENT-MANY",
    "O prestador tem mais de {most} lançamentos no período.",
    "Peça o demonstrativo em períodos menores.",
)
