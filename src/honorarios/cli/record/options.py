"""Options that the commands of the record share."""

from __future__ import annotations

from typing import Annotated

import typer

OfficeOption = Annotated[
    str | None,
    typer.Option(
        "--office",
        metavar="CLIENTE",
        help="Identificador do cliente, quando há mais de um.",
        show_default=False,
    ),
]
KeyOption = Annotated[
    str | None,
    typer.Option(
        "--idempotency-key",
        metavar="CHAVE",
        help="Repetir o pedido com a mesma chave não o faz de novo: traz a resposta do primeiro.",
        show_default=False,
    ),
]
DryRunOption = Annotated[
    bool, typer.Option("--dry-run", help="Mostra o que seria feito, sem gravar.")
]
YesOption = Annotated[bool, typer.Option("--yes", help="Grava sem pedir confirmação.")]
VersionOption = Annotated[
    int | None,
    typer.Option(
        "--version",
        metavar="N",
        help="Versão que você viu; se já mudou, nada é gravado.",
        show_default=False,
    ),
]
ReasonOption = Annotated[
    str,
    typer.Option("--reason", metavar="TEXTO", help="Motivo, para a trilha de auditoria."),
]
