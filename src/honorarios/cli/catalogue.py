"""``honorarios catalogue``: check, show, hash and compare catalogues; schemas for editors."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from honorarios.cli import screen
from honorarios.cli.options import JsonOption, folder_or_demo
from honorarios.cli.refusal import refuse_catalogue
from honorarios.cli.words import OPTIONS, Command, Group

if TYPE_CHECKING:
    from honorarios.catalogue.schema import Catalogue

app = typer.Typer(
    cls=Group,
    no_args_is_help=True,
    options_metavar=OPTIONS,
    subcommand_metavar="COMANDO",
    help="Confere, mostra e compara catálogos.",
)
FolderArgument = Annotated[
    Path | None,
    typer.Argument(
        metavar="PASTA",
        help="Pasta do catálogo. Sem ela, o de demonstração.",
        show_default=False,
    ),
]
NoTussOption = Annotated[
    bool, typer.Option("--no-tuss", help="Não confere se a TUSS tem os códigos.")
]
OldArgument = Annotated[
    Path, typer.Argument(metavar="ANTES", help="Pasta do catálogo de antes.", show_default=False)
]
NewArgument = Annotated[
    Path, typer.Argument(metavar="DEPOIS", help="Pasta do catálogo de depois.", show_default=False)
]
SchemaFolderArgument = Annotated[
    Path, typer.Argument(metavar="PASTA", help="Onde gravar os esquemas.", show_default=False)
]


@app.command(cls=Command, options_metavar=OPTIONS)
def check(
    folder: FolderArgument = None, no_tuss: NoTussOption = False, as_json: JsonOption = False
) -> None:
    """Confere um catálogo: lacunas, sobreposições, valores que faltam, números suspeitos.

    Exemplos:
      honorarios catalogue check catalogo
      honorarios catalogue check catalogo --no-tuss --json
    """
    from honorarios.catalogue.check import check_folder
    from honorarios.catalogue.tuss import known_codes
    from honorarios.core.findings import Severity, has_errors

    folder = folder_or_demo(folder, said="PASTA")
    _, findings = check_folder(folder, None if no_tuss else known_codes())
    if as_json:
        screen.write_json({"findings": [finding.as_dict() for finding in findings]}, "check")
    else:
        screen.show_findings(findings, on=screen.out())
        errors = sum(finding.severity is Severity.ERROR for finding in findings)
        screen.write(f"Achados: {errors} com erro, {len(findings) - errors} de aviso")
    if has_errors(findings):
        raise typer.Exit(screen.FINDINGS)


@app.command(cls=Command, options_metavar=OPTIONS)
def show(folder: FolderArgument = None, as_json: JsonOption = False) -> None:
    """Mostra o que há em um catálogo: contratos, tabelas, coeficientes, padrões.

    Exemplo:
      honorarios catalogue show catalogo
    """
    from honorarios.cli.catalogue_view import as_dict, show_catalogue

    catalogue = _read(folder_or_demo(folder, said="PASTA"), as_json=as_json)
    if as_json:
        screen.write_json(as_dict(catalogue), "catalogue")
    else:
        show_catalogue(catalogue)


@app.command("hash", cls=Command, options_metavar=OPTIONS)
def hash_(folder: FolderArgument = None, as_json: JsonOption = False) -> None:
    """Mostra o hash do conteúdo: o mesmo que acompanha cada linha calculada.

    Não muda com a ordem dos campos, comentários ou o formato dos arquivos de preços.

    Exemplo:
      honorarios catalogue hash catalogo
    """
    from honorarios.catalogue.version import catalogue_hash

    catalogue = _read(folder_or_demo(folder, said="PASTA"), as_json=as_json)
    found = catalogue_hash(catalogue)
    if as_json:
        screen.write_json({"hash": found}, "hash")
    else:
        screen.write(found)


@app.command(cls=Command, options_metavar=OPTIONS)
def diff(old: OldArgument, new: NewArgument, as_json: JsonOption = False) -> None:
    """Mostra o que muda de um catálogo para outro, campo por campo e preço por preço.

    Exemplo:
      honorarios catalogue diff catalogo-2024 catalogo-2025
    """
    from honorarios.catalogue.version import diff as changes_of

    changes = changes_of(_read(old, as_json=as_json), _read(new, as_json=as_json))
    if as_json:
        screen.write_json({"changes": [change.as_dict() for change in changes]}, "diff")
        return
    document = ""
    for change in changes:
        if change.document != document:
            document = change.document
            screen.write(document)
        screen.write(f"  {change.path}: {_shown(change.before)} -> {_shown(change.after)}")
    screen.write(f"Mudanças: {len(changes)}" if changes else "Os catálogos são iguais.")


@app.command(cls=Command, options_metavar=OPTIONS)
def schema(folder: SchemaFolderArgument) -> None:
    """Grava os JSON Schemas dos documentos, com que um editor completa e confere a digitação.

    Exemplo:
      honorarios catalogue schema esquemas
    """
    from honorarios.catalogue.json_schemas import write_json_schemas
    from honorarios.core.system import reason_of

    try:
        write_json_schemas(folder)
    except OSError as problem:
        screen.say(f"erro: {folder} não pôde ser gravada ({reason_of(problem)}).")
        raise typer.Exit(screen.FINDINGS) from None
    screen.say(f"Gravados em {folder}")


def _read(folder: Path, *, as_json: bool) -> Catalogue:
    """The catalogue of a folder, checked or not; with errors they are shown, and the command ends."""
    from honorarios.catalogue.folder import read_folder

    catalogue, findings = read_folder(folder)
    if catalogue is None:
        refuse_catalogue(findings, as_json=as_json)
    return catalogue


def _shown(value: Any) -> str:  # noqa: ANN401 - any value of a document
    """A value of a document in a line."""
    if value is None:
        return "(não há)"
    if isinstance(value, dict):
        return ", ".join(f"{name} {_shown(each)}" for name, each in value.items())
    if isinstance(value, list):
        return "; ".join(map(_shown, value))
    return str(value)
