"""``honorarios agreements``: sheets of agreements into the record, and what has to be confirmed again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

import typer

from honorarios.cli import screen
from honorarios.cli.imports import (
    MapOption,
    MappingOption,
    RefusedOption,
    SheetOption,
    mapping_of,
)
from honorarios.cli.options import JsonOption
from honorarios.cli.record.ending import answered
from honorarios.cli.record.intake import FileArgument, import_kind
from honorarios.cli.record.opening import open_office
from honorarios.cli.record.options import DryRunOption, OfficeOption, YesOption
from honorarios.cli.record.telling import as_data, counted
from honorarios.cli.words import OPTIONS, Command, Group

if TYPE_CHECKING:
    from honorarios.services.agreements import StaleFact

app = typer.Typer(
    cls=Group,
    no_args_is_help=True,
    options_metavar=OPTIONS,
    subcommand_metavar="COMANDO",
    help="Acordos de honorários: importa planilhas, e diz o que confirmar de novo.",
)
WithinOption = Annotated[
    int,
    typer.Option(
        "--within",
        metavar="DIAS",
        min=0,
        max=3660,
        help="Também o que vence em tantos dias.",
    ),
]
KIND: Final = "agreements"
HEADINGS: Final = {
    "expired": "Venceram",
    "soon": "Vencem logo",
    "unconfirmed": "Ninguém confirmou",
}
STATUSES: Final = {
    "confirmed": "confirmado",
    "presumed": "presumido",
    "unknown": "não confirmado",
    "denied": "negado",
}


@app.command("import", cls=Command, options_metavar=OPTIONS)
def import_agreements(  # noqa: PLR0913, PLR0917 - one for each option
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
    """Importa acordos de uma planilha, cada linha com as suas condições.

    A linha diz tipo, hospital ou cooperativa, convênio, início e como se sabe; taxa, prazos e documentos
    vão nas mesmas linhas. Uma linha entra inteira ou não entra; as recusadas saem em um arquivo para
    corrigir e importar, e o código de saída é 3.

    Exemplos:
      honorarios agreements import acordos.xlsx --dry-run
      honorarios agreements import acordos.csv --map "payer=Operadora" --refused recusadas.csv --yes
    """
    actor = open_office(office, as_json=as_json)
    agreed = mapping_of(mapped or [], mapping, sheet, as_json=as_json)
    import_kind(
        actor, KIND, file, agreed, "hold", refused, dry_run=dry_run, yes=yes, as_json=as_json
    )


@app.command("stale", cls=Command, options_metavar=OPTIONS)
def stale(
    within: WithinOption = 30, office: OfficeOption = None, as_json: JsonOption = False
) -> None:
    """Lista o que tem de ser confirmado: vencido, por vencer ou nunca confirmado, e com quem.

    Exemplos:
      honorarios agreements stale
      honorarios agreements stale --within 60 --json
    """
    actor = open_office(office, as_json=as_json)
    from honorarios.services import agreements

    found = answered(agreements.stale(actor=actor, within=within), as_json=as_json)
    if as_json:
        screen.write_json(as_data(found), "stale")
        return
    if not found.facts:
        screen.write("Nada a confirmar.")
    for why in agreements.Why:
        facts = [one for one in found.facts if one.why is why]
        if facts:
            screen.write(f"\n{HEADINGS[why.value]}: {counted(len(facts), 'fato', 'fatos')}")
        for one in facts:
            _show(one)
    if found.more:
        screen.say("São muitos: aqui estão os mais urgentes de cada tipo.")


def _show(one: StaleFact) -> None:
    fact = one.fact
    until = "" if fact.expires_on is None else f", até {fact.expires_on:%d/%m/%Y}"
    screen.write(f"  {one.title}: {STATUSES[fact.status]}{until}")
    for contact in one.contacts:
        told = [text for text in (contact.name, contact.phone, contact.email) if text]
        screen.write(f"     {', '.join(told)}")
