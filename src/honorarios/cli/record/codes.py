"""Findings about the record that a command was to open."""

from __future__ import annotations

from typing import Final

from honorarios.core.codes import error

DATABASE_URL: Final = error(
    "CLI-DATABASE-URL",
    "O endereço do banco de dados, na variável DATABASE_URL, não se entende.",
    "Use sqlite:////pasta/arquivo.sqlite3 ou postgresql://usuario:senha@servidor/banco, ou retire a"
    " variável para usar o arquivo da pasta de dados.",
)
NO_DATABASE: Final = error(
    "CLI-NO-DATABASE",
    "Ainda não há banco de dados em {where}.",
    "Crie-o com “{command} migrate”, ou com “{command} demo” para experimentar com dados fictícios;"
    " se ele está em outra pasta, indique-a em HONORARIOS_HOME.",
)
NOT_MIGRATED: Final = error(
    "CLI-NOT-MIGRATED",
    "O banco de dados é de uma versão anterior do programa.",
    "Faça uma cópia de segurança e depois atualize-o com “{command} migrate”.",
)
LATER_VERSION: Final = error(
    "CLI-LATER-VERSION",
    "O banco de dados é de uma versão posterior do programa.",
    "Atualize o programa antes de usá-lo.",
)
UNREADABLE_KEY: Final = error(
    "CLI-AUDIT-KEY",
    "A chave da trilha de auditoria não pôde ser lida nem criada em {where} ({why}).",
    "Confira a pasta de dados (HONORARIOS_HOME), ou informe a chave em HONORARIOS_AUDIT_KEY.",
)
NO_OFFICE: Final = error(
    "CLI-NO-OFFICE",
    "Não há cliente cadastrado.",
    "Crie um com “{command} office create”, ou experimente com “{command} demo”.",
)
UNKNOWN_OFFICE: Final = error("CLI-UNKNOWN-OFFICE", "Não há o cliente “{slug}”.", "Há: {known}.")
WHICH_OFFICE: Final = error(
    "CLI-WHICH-OFFICE", "Há mais de um cliente.", "Diga qual com --office: {known}."
)
FILE: Final = error("CLI-FILE", "{file}: {why}.", "Confira o nome, a pasta e as permissões.")
NOT_ENTRIES: Final = error(
    "CLI-NOT-ENTRIES",
    "{file} não tem uma lista de lançamentos em JSON.",
    'Escreva uma lista de objetos: [{{"code": "31003583", "start": "2025-11-22 21:30", …}}].',
)
NOT_CONFIRMED: Final = error(
    "CLI-NOT-CONFIRMED", "Nada foi gravado: faltou confirmar.", "Repita o comando com --yes."
)
ADDRESS: Final = error(
    "CLI-ADDRESS",
    "O endereço {host}:{port} não pôde ser usado ({why}).",
    "Escolha outra porta com --port, ou encerre o programa que a ocupa.",
)
PROCESSES: Final = error(
    "CLI-PROCESSES",
    "No Windows o servidor atende em um processo só.",
    "Tire --processes; para atender em vários, use uma máquina com Linux.",
)
NOT_EMPTY: Final = error(
    "CLI-NOT-EMPTY",
    "O banco de dados {where} já tem clientes, e a demonstração só se faz em um vazio: a senha dos seus"
    " usuários é pública.",
    "Use outra pasta de dados: HONORARIOS_HOME=demonstracao {command} demo",
)
