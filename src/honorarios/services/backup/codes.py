"""Findings about copies of the record."""

from __future__ import annotations

from typing import Final

from honorarios.core.codes import error

EXISTS: Final = error(
    "BKP-EXISTS", "{file} já existe, e nada foi copiado.", "Escolha outro nome para a cópia."
)
FILE: Final = error(
    "BKP-FILE", "{file}: {why}.", "Confira a pasta, as permissões e o espaço no disco."
)
NO_TOOL: Final = error(
    "BKP-NO-TOOL",
    "O PostgreSQL se copia e se restaura com o programa {tool}, que não foi encontrado.",
    "Instale os programas de cliente do PostgreSQL, da versão do servidor ou posterior, e ponha-os no"
    " PATH (no Debian e no Ubuntu: apt install postgresql-client).",
)
TOOL: Final = error(
    "BKP-TOOL",
    "O programa {tool} não terminou: {why}",
    "Corrigida a causa, repita. A versão de {tool} não pode ser anterior à do servidor.",
)
NOT_A_COPY: Final = error(
    "BKP-NOT-A-COPY",
    "{file} não é uma cópia de segurança inteira.",
    "Use outra cópia. Uma que foi interrompida não tem o nome que lhe foi dado.",
)
DAMAGED: Final = error(
    "BKP-DAMAGED",
    "{file} está danificado: {what} não é o que foi copiado.",
    "Use outra cópia, e confira o disco em que esta foi guardada.",
)
LATER_FORMAT: Final = error(
    "BKP-LATER",
    "A cópia foi feita por uma versão posterior do programa ({version}).",
    "Atualize o programa antes de restaurá-la.",
)
OTHER_KIND: Final = error(
    "BKP-OTHER-KIND",
    "A cópia é de um banco {copied}, e o banco de dados configurado é {here}.",
    "Restaure-a em um banco do mesmo tipo: veja DATABASE_URL.",
)
OTHER_KEY: Final = error(
    "BKP-OTHER-KEY",
    "A chave da trilha de auditoria daqui não é a do sistema que foi copiado.",
    "Ponha a chave daquele sistema em {file} (ou em HONORARIOS_AUDIT_KEY) e repita; ela não está na"
    " cópia. Se ela se perdeu, --other-audit-key restaura sem ela, e a trilha não se confere mais.",
)
NOT_EMPTY: Final = error(
    "BKP-NOT-EMPTY",
    "O banco de dados {where} não está vazio, e nada foi restaurado.",
    "Restaure em um banco novo: outra pasta em HONORARIOS_HOME, ou outro banco em DATABASE_URL.",
)
DIFFERENT: Final = error(
    "BKP-DIFFERENT",
    "Depois de restaurada, a tabela {table} não é igual à que foi copiada.",
    "Não use este banco de dados: apague-o, e restaure a cópia em outro.",
)
