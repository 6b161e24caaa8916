"""Findings of changing many lines at once."""

from __future__ import annotations

from typing import Final

from honorarios.core.codes import error

MANY: Final = error(
    "LAN-BULK-MANY",
    "O filtro escolhe mais de {most} lançamentos.",
    "Estreite o filtro: por dias, prestador, convênio ou código.",
)
NONE: Final = error(
    "LAN-BULK-NONE",
    "Nenhum lançamento escolhido muda.",
    "Confira o filtro e a mudança: só entram lançamentos em vigor de parciais abertas ou encerradas.",
)
FIELD: Final = error(
    "LAN-BULK-FIELD",
    "O campo “{name}” não se altera em lote.",
    "Altere em lote só: {known}.",
)
DIFFERS: Final = error(
    "LAN-BULK-DIFFERS",
    "Os lançamentos, as regras ou os preços mudaram depois da prévia; nada foi gravado.",
    "Confira a prévia nova e confirme outra vez.",
)
SHAPE: Final = error(
    "LAN-BULK-SHAPE",
    "A mudança criaria ou estornaria linhas de divisão ou de diferença.",
    "Altere este lançamento sozinho, na conta.",
)
UNDONE: Final = error(
    "LAN-BULK-UNDONE", "Esta alteração em lote já foi desfeita.", "Não é preciso fazer nada."
)
NOTHING_TO_UNDO: Final = error(
    "LAN-BULK-NOT-LEFT",
    "Nenhum lançamento do lote pode ser desfeito.",
    "Os lançamentos mudaram depois do lote, ou as parciais não estão mais abertas.",
)
CHANGED_SINCE: Final = error(
    "LAN-BULK-CHANGED",
    "O lançamento mudou depois do lote.",
    "Fica como está; altere-o sozinho se for preciso.",
)
FROZEN: Final = error(
    "LAN-BULK-FROZEN",
    "A parcial do lançamento não está mais aberta.",
    "Reabra a parcial para desfazer.",
)
