"""``honorarios explain``: the memória de cálculo of one line."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from honorarios.cli import screen
from honorarios.cli.contracts import unknown_contracts
from honorarios.cli.line_options import takes_line
from honorarios.cli.options import CatalogueOption, JsonOption, compiled
from honorarios.cli.refusal import refuse
from honorarios.cli.words import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

SourceArgument = Annotated[
    Path | None,
    typer.Argument(
        metavar="LINHAS",
        help="Arquivo de linhas, com --line-id; ou - para uma linha em JSON, de stdin.",
        show_default=False,
    ),
]
LineIdOption = Annotated[
    str | None,
    typer.Option(
        "--line-id",
        metavar="ID",
        help="Qual linha do arquivo; sem a coluna line_id, o número dela, a partir de 1.",
        show_default=False,
    ),
]
HtmlOption = Annotated[
    Path | None,
    typer.Option("--html", metavar="ARQUIVO", help="Grava em HTML.", show_default=False),
]


@takes_line
def explain(
    lines: SourceArgument = None,
    line_id: LineIdOption = None,
    catalogue: CatalogueOption = None,
    html: HtmlOption = None,
    json_wanted: JsonOption = False,
    **cells: str | None,
) -> None:
    r"""Mostra a memória de cálculo de uma linha.

    Cada tabela, vigência, coeficiente, fator e arredondamento, com sua fonte. Uma linha sem valor também
    se explica: a memória é a resposta, e o código de saída é 0.

    Exemplos:
      honorarios explain --contract aurora-serra-azul --code 31003583 \
          --start "2025-11-22 21:30" --role cirurgiao --technique video
      honorarios explain linhas.csv --line-id L001 -c catalogo --html memoria.html
      echo '{"contract": "aurora-serra-azul", "code": "10101012", "role": "12",
             "start": "2025-11-22 10:00"}' | honorarios explain - --json
    """
    from honorarios.pricing.line import price_line
    from honorarios.pricing.trace import as_html, as_json, as_text
    from honorarios.pricing.trace import explain as explained

    given = {name: cell for name, cell in cells.items() if cell is not None}
    line = _line(lines, line_id, given, as_json=json_wanted)
    agreed = compiled(catalogue, as_json=json_wanted)
    contract = line.get("contract")
    for unknown in unknown_contracts([str(contract)] if contract else [], agreed):
        screen.say(f"{unknown.message} {unknown.tip}")
    with screen.notice_when_slow():
        told = explained(price_line(line, agreed), agreed)
    if html is not None:
        screen.save(html, as_html(told))
    elif json_wanted:
        screen.write(as_json(told))
    else:
        screen.write(as_text(told, screen.text_width()))


def _line(
    source: Path | None, key: str | None, cells: Mapping[str, str], *, as_json: bool
) -> Mapping[str, Any]:
    """The line that the command line describes or points at; its options win over the file."""
    if source is None and not cells:
        raise UsageError(
            "Descreva a linha (--code, --start, --role, --contract) ou indique LINHAS."
        )
    if source is None:
        return cells
    if str(source) == "-":
        return {**_from_stdin(as_json=as_json), **cells}
    if key is None:
        raise UsageError("Falta --line-id: qual linha do arquivo?")
    from honorarios.pricing.batch import find_line

    line, findings = find_line(source, key)
    if line is None:
        refuse(findings, as_json=as_json)
    return {**line, **cells}


def _from_stdin(*, as_json: bool) -> Mapping[str, Any]:
    from honorarios.cli import codes
    from honorarios.core.findings import Place

    try:
        line = json.load(sys.stdin)
    except ValueError:
        line = None
    if not isinstance(line, dict):
        refuse([codes.NO_LINE.at(Place("stdin"))], as_json=as_json)
    return line
