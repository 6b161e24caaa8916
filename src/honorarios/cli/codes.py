"""Findings about what a command was given, besides those of the data itself."""

from __future__ import annotations

from typing import Final

from honorarios.core.codes import error

UNKNOWN_CONTRACT: Final = error(
    "CLI-UNKNOWN-CONTRACT",
    "O catálogo não tem o contrato “{name}”.",
    "{near}Ele tem: {known}.",
)
NOTHING_PRICED: Final = error(
    "CLI-NOTHING-PRICED",
    "Nenhuma linha teve valor. O motivo de {count} de {lines}: {reason}",
    "{tip}",
)
NO_LINE: Final = error(
    "CLI-NO-LINE",
    "A entrada (stdin) não tem uma linha em JSON.",
    "Escreva um objeto com as colunas da linha: contract, code, start, role.",
)
