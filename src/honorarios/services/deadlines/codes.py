"""Findings of deadlines and of the feeds of a calendar (PRZ)."""

from __future__ import annotations

from typing import Final

from honorarios.core.codes import error

UNKNOWN: Final = error(
    "PRZ-UNKNOWN",
    "Esta cirurgia não tem o prazo “{kind}” que se quer marcar.",
    "Abra a cirurgia de novo: o que mudou nela pode ter mudado os prazos.",
)
NOT_BY_HAND: Final = error(
    "PRZ-BY-HAND",
    "“{kind}” não se marca à mão: cumpre-se registrando {where}.",
    "Registre o que aconteceu na página da cirurgia; o prazo se cumpre sozinho.",
)
AHEAD: Final = error(
    "PRZ-AHEAD",
    "O dia {day} ainda não chegou.",
    "Informe o dia em que de fato foi feito.",
)
LABEL_REQUIRED: Final = error(
    "PRZ-FEED-LABEL",
    "Falta dizer onde a agenda será usada.",
    "Escreva um rótulo que você reconheça depois: telefone, agenda do consultório.",
)
NO_FEED: Final = error(
    "PRZ-FEED",
    "Este endereço de agenda não existe ou foi revogado.",
    "Crie outro em Prazos, Assinar a agenda.",
)
BACKWARDS: Final = error(
    "PRZ-WINDOW",
    "O período termina em {until}, antes de começar em {since}.",
    "Troque as duas datas.",
)
