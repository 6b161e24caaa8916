"""Every command that opens the record, with words that ask nothing impossible."""

from __future__ import annotations

from typing import Final

OPENING: Final = (
    ("check",),
    ("audit", "head"),
    ("audit", "verify"),
    ("account", "show", "1"),
    ("fees", "list"),
    ("fees", "reverse", "1/1", "--reason", "teste"),
    ("fees", "launch", "1", "--code", "31003079"),
    *(
        ("part", verb, "1", "--reason", "teste")
        for verb in ("close", "reopen", "release", "unrelease", "cancel")
    ),
    ("fees", "import", "producao.csv"),
    ("fees", "imports"),
    ("fees", "answer", "1", "confirm"),
    ("fees", "undo", "1"),
    ("registers", "import", "providers", "prestadores.csv"),
    ("part", "bill", "--payer", "p", "--unit", "u"),
    ("part", "rebill", "1", "--reason", "teste"),
    ("part", "invoice", "1", "--number", "1"),
    ("catalogue", "store", "catalogo"),
    ("office", "list"),
    ("office", "create", "casa", "--name", "Casa"),
    ("user", "create", "ana", "--role", "clerk"),
    ("token", "create", "--user", "ana", "--label", "teste"),
    ("backup", "copia.honorarios"),
    ("serve", "--port", "0"),
)
