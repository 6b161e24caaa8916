"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from honorarios.cli import screen

if TYPE_CHECKING:
    from honorarios.pricing.compile import Compiled

CatalogueOption = Annotated[
    Path | None,
    typer.Option(
        "--catalogue",
        "-c",
        metavar="PASTA",
        help="Pasta do catálogo. Sem ela, o de demonstração.",
        show_default=False,
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Resultado em JSON, para programas.")]


def compiled(folder: Path | None) -> Compiled:
    """The catalogue ready to price; with errors they are shown, and the command ends."""
    from honorarios.pricing.folder import compile_folder

    if folder is None:
        from honorarios.demo import catalogue_path

        screen.say("Sem --catalogue: vale o catálogo de demonstração, de convênios inventados.")
        folder = catalogue_path()
    with screen.notice_when_slow("Lendo e conferindo o catálogo…"):
        found, findings = compile_folder(folder)
    if found is None:
        screen.show_findings(finding for finding in findings if finding.severity > 1)
        raise typer.Exit(screen.FINDINGS)
    return found
