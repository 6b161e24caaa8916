"""``honorarios payments``: sheets of past payments into the history that estimates stand on."""

from __future__ import annotations

from typing import Final

import typer

from honorarios.cli.imports import (
    MapOption,
    MappingOption,
    RefusedOption,
    SheetOption,
    mapping_of,
)
from honorarios.cli.options import JsonOption
from honorarios.cli.record.intake import FileArgument, import_kind
from honorarios.cli.record.opening import open_office
from honorarios.cli.record.options import DryRunOption, OfficeOption, YesOption
from honorarios.cli.words import OPTIONS, Command, Group

app = typer.Typer(
    cls=Group,
    no_args_is_help=True,
    options_metavar=OPTIONS,
    subcommand_metavar="COMANDO",
)
KIND: Final = "payments"


@app.callback()
def of_payments() -> None:
    """Pagamentos já recebidos: o histórico de glosa e de prazo de cada via."""


@app.command("import", cls=Command, options_metavar=OPTIONS)
def import_payments(  # noqa: PLR0913, PLR0917 - one for each option
    file: FileArgument,
    mapped: MapOption = None,
    mapping: MappingOption = None,
    sheet: SheetOption = "",
    refused: RefusedOption = None,
    dry_run: DryRunOption = False,
    yes: YesOption = False,
    office: OfficeOption = None,
    as_json: JsonOption = False,
) -> None:
    """Importa de uma planilha o que já foi apresentado, glosado e pago por cada via.

    A linha diz guia, convênio, via, procedimento, valor e dia da apresentação; glosa, o que o recurso
    trouxe e o dia do pagamento vão nas mesmas linhas. A mesma guia outra vez não conta em dobro. As linhas
    recusadas saem em um arquivo para corrigir e importar, e o código de saída é 3.

    Exemplos:
      honorarios payments import pagamentos.xlsx --dry-run
      honorarios payments import pagamentos.csv --map "presented=Bruto" --refused recusadas.csv --yes
    """
    actor = open_office(office, as_json=as_json)
    agreed = mapping_of(mapped or [], mapping, sheet, as_json=as_json)
    import_kind(
        actor, KIND, file, agreed, "hold", refused, dry_run=dry_run, yes=yes, as_json=as_json
    )
