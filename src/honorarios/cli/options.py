"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from honorarios.cli import screen
from honorarios.cli.refusal import refuse_catalogue

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


def folder_or_demo(folder: Path | None, *, said: str = "--catalogue") -> Path:
    """The folder of the catalogue; when none is given that of the demonstration, and it is said."""
    if folder is not None:
        return folder
    from honorarios.demo import catalogue_path

    screen.say(f"Sem {said}: vale o catálogo de demonstração, de convênios inventados.")
    return catalogue_path()


def compiled(folder: Path | None, *, as_json: bool) -> Compiled:
    """The catalogue ready to price; with errors they are shown, and the command ends."""
    from honorarios.pricing.folder import compile_folder

    folder = folder_or_demo(folder)
    with screen.notice_when_slow(screen.READING):
        found, findings = compile_folder(folder)
    if found is None:
        refuse_catalogue(findings, as_json=as_json)
    return found
