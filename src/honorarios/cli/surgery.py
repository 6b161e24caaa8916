"""``honorarios surgery``: acts, team and hours become priced lines, each with its rules."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from honorarios.cli import screen
from honorarios.cli.contracts import unknown_contracts
from honorarios.cli.options import CatalogueOption, JsonOption, compiled
from honorarios.cli.refusal import refuse
from honorarios.cli.unpriced import nothing_priced

if TYPE_CHECKING:
    from collections.abc import Iterable

    from honorarios.core.findings import Finding
    from honorarios.pricing.surgery import Quote, Surgery

FileArgument = Annotated[
    Path,
    typer.Argument(metavar="CIRURGIA", help="Arquivo YAML ou JSON.", show_default=False),
]
ContractOption = Annotated[
    str | None,
    typer.Option(
        "--contract",
        metavar="ID",
        help="Contrato, no lugar do que o arquivo diz.",
        show_default=False,
    ),
]


ExplainOption = Annotated[
    bool, typer.Option("--explain", help="Mostra também a memória de cálculo de cada linha.")
]


def surgery(
    file: FileArgument,
    contract: ContractOption = None,
    catalogue: CatalogueOption = None,
    explain: ExplainOption = False,
    as_json: JsonOption = False,
) -> None:
    """Calcula uma cirurgia: atos, equipe e horário viram linhas com valor.

    Cada sugestão diz sua regra (ordem dos atos, via, auxiliares, anestesia); o que o arquivo diz vence.
    Uma linha sem valor diz o motivo, e o código de saída é 0; é 1 se nenhuma linha teve valor.

    Exemplos:
      honorarios surgery cirurgia.yaml -c catalogo
      honorarios surgery cirurgia.yaml --contract jacaranda-serra-azul --json
      honorarios surgery cirurgia.yaml --explain
    """
    from honorarios.cli.surgery_view import quote_dict, show_explanations, show_quote
    from honorarios.pricing.surgery import quote
    from honorarios.pricing.trace import explain as explained

    read = read_file(file, as_json=as_json)
    agreed = compiled(catalogue, as_json=as_json)
    if unknown := unknown_contracts([contract or read.first_contract], agreed):
        refuse(unknown, as_json=as_json)
    with screen.notice_when_slow():
        found = quote(read, agreed, contract)
    if found.suggestion.contract is None:  # none could be found, and there is nothing to show
        refuse(found.suggestion.findings, as_json=as_json)
    told = [explained(line.result, agreed) for line in found.lines] if explain else None
    findings = [*found.suggestion.findings, *nothing_priced(statuses_of([found]))]
    if as_json:
        screen.write_json(quote_dict(found, findings, told), "surgery")
    else:
        show_quote(found, read, agreed)
        show_explanations(told or ())
    end_with(findings)


def read_file(file: Path, *, as_json: bool) -> Surgery:
    """The surgery of a file; with errors they are shown, and the command ends."""
    from honorarios.pricing.surgery import read_surgery_file

    read, findings = read_surgery_file(file)
    if read is None:
        refuse(findings, as_json=as_json)
    return read


def statuses_of(quotes: Iterable[Quote]) -> Counter[str]:
    """How many lines came to each status."""
    return Counter(line.status.code_name for quote in quotes for line in quote.lines)


def end_with(findings: Iterable[Finding]) -> None:
    """Show findings; the command ends here if one is an error."""
    from honorarios.core.findings import has_errors

    found = list(findings)
    screen.show_findings(found)
    if has_errors(found):
        raise typer.Exit(screen.FINDINGS)
