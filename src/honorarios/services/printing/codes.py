"""Findings of making documents."""

from __future__ import annotations

from typing import Final

from honorarios.core.codes import error

MANY_LINES: Final = error(
    "DSK-STATEMENT-MANY",
    "O prestador tem mais de {most} lançamentos no período.",
    "Peça o demonstrativo em períodos menores.",
)
MANY_ON_PAPER: Final = error(
    "DSK-STATEMENT-PAPER",
    "O demonstrativo tem {lines} lançamentos, e no papel cabem {most}.",
    "Peça a planilha, que leva todos, ou um período menor.",
)
