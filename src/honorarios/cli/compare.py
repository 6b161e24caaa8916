"""``honorarios compare``: the same surgery under several contracts, side by side."""

from __future__ import annotations

from typing import Annotated

import typer

from honorarios.cli import screen
from honorarios.cli.options import CatalogueOption, JsonOption, compiled
from honorarios.cli.surgery import FileArgument, end_with, read_file, tell_unknown
from honorarios.cli.words import UsageError

ContractsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--contract",
        metavar="ID",
        help="Um contrato; repita a opção. Sem ela, os contratos do arquivo.",
        show_default=False,
    ),
]


def compare(
    file: FileArgument,
    contract: ContractsOption = None,
    catalogue: CatalogueOption = None,
    as_json: JsonOption = False,
) -> None:
    """Compara uma cirurgia sob vários contratos, por pessoa, por ato e no total.

    Exemplos:
      honorarios compare cirurgia.yaml -c catalogo
      honorarios compare cirurgia.yaml --contract aurora-serra-azul --contract iamspe-serra-azul
    """
    from honorarios.cli.surgery_view import show_comparison
    from honorarios.pricing.surgery import compare as compared

    read = read_file(file, as_json=as_json)
    contracts = contract or list(read.contracts)
    if not contracts:
        raise UsageError("Quais contratos? Use --contract, ou contracts no arquivo.")
    agreed = compiled(catalogue, as_json=as_json)
    tell_unknown(contracts, agreed)
    with screen.notice_when_slow():
        found = compared(read, contracts, agreed)
    if as_json:
        screen.write_json(found.as_dict(), "compare")
    else:
        show_comparison(found)
    end_with(finding for quote in found.quotes for finding in quote.suggestion.findings)
