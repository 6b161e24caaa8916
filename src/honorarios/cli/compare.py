"""``honorarios compare``: the same surgery under several contracts, side by side."""

from __future__ import annotations

from typing import Annotated

import typer

from honorarios.cli import screen
from honorarios.cli.contracts import unknown_contracts
from honorarios.cli.options import CatalogueOption, JsonOption, compiled
from honorarios.cli.refusal import refuse
from honorarios.cli.surgery import FileArgument, end_with, read_file, statuses_of
from honorarios.cli.unpriced import nothing_priced
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

    Onde falta o valor, o quadro diz o motivo. O código de saída é 0; é 1 se um contrato não pode ser
    usado, ou se nenhuma linha teve valor.

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
    if unknown := unknown_contracts(contracts, agreed):
        refuse(unknown, as_json=as_json)
    with screen.notice_when_slow():
        found = compared(read, contracts, agreed)
    findings = [
        *(
            (quote.contract, finding)
            for quote in found.quotes
            for finding in quote.suggestion.findings
        ),
        *((None, finding) for finding in nothing_priced(statuses_of(found.quotes))),
    ]
    if not any(quote.lines for quote in found.quotes):
        refuse((finding for _, finding in findings), as_json=as_json)
    if as_json:
        told = [{"contract": contract, **finding.as_dict()} for contract, finding in findings]
        screen.write_json({**found.as_dict(), "findings": told}, "compare")
    else:
        show_comparison(found)
    end_with(finding for _, finding in findings)
