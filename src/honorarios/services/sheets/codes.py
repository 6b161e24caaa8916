"""Findings of launching a sheet that no single entry knows."""

from __future__ import annotations

from typing import Final

from honorarios.core.codes import error

IDENTICAL: Final = error(
    "LAN-IDENTICAL",
    "Nada foi gravado: {count} lançamento(s) idêntico(s) já existem na conta ou se repetem aqui.",
    "Confira se não é o mesmo ato; se for outro, confirme e salve de novo.",
)
CHANGED: Final = error(
    "LAN-CHANGED",
    "Nada foi gravado: os valores mudaram desde que foram mostrados, de {seen} para {now}.",
    "Confira os valores novos e salve de novo.",
)
NO_SUCH_LINE: Final = error(
    "LAN-NO-LINE",
    "A linha pedida não está entre as que os campos formam.",
    "Confira os atos e a equipe.",
)
