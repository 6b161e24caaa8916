"""Findings about an explanation: why it cannot be told, or cannot be trusted."""

from __future__ import annotations

from typing import Final

from honorarios.core.codes import error

OTHER_CATALOGUE: Final = error(
    "TRC-OTHER-CATALOGUE",
    "A linha foi calculada com outro catálogo ({kept}) e não com este ({given}).",
    "Explique-a com o catálogo que a calculou, ou calcule-a de novo com este.",
)
NOT_PRICED: Final = error(
    "TRC-NOT-PRICED",
    "A coluna “{column}” falta ou não é a que o cálculo grava.",
    "Explique uma linha calculada, com todas as colunas do resultado e as da própria linha.",
)
OTHER_VALUE: Final = error(
    "TRC-OTHER-VALUE",
    "Os passos dão {worked}, mas a linha diz {kept}.",
    "A linha foi alterada depois do cálculo: calcule-a de novo.",
)
OTHER_STEPS: Final = error(
    "TRC-OTHER-STEPS",
    "O catálogo leva a outro {what} que não o da linha: {found}, e não {kept}.",
    "A linha foi alterada depois do cálculo: calcule-a de novo.",
)
