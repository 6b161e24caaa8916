"""``honorarios office``: beginning an office without the demonstration."""

from __future__ import annotations

from typing import Annotated

import typer

from honorarios.cli import screen
from honorarios.cli.options import JsonOption
from honorarios.cli.record.ending import answered, no_traceback
from honorarios.cli.record.opening import command, open_record
from honorarios.cli.record.telling import as_data
from honorarios.cli.words import OPTIONS, Command, Group

app = typer.Typer(
    cls=Group,
    no_args_is_help=True,
    options_metavar=OPTIONS,
    subcommand_metavar="COMANDO",
    help="Clientes do sistema: cada um com os seus cadastros, contas e acessos, sem ver os outros.",
)
SlugArgument = Annotated[
    str,
    typer.Argument(
        metavar="CLIENTE",
        help="Identificador, sem espaços nem acentos: hospital-serra.",
        show_default=False,
    ),
]
NameOption = Annotated[
    str, typer.Option("--name", metavar="NOME", help="Nome por extenso.", show_default=False)
]
NEXT = """
Para continuar:
  {command} catalogue store PASTA --office {slug}    # contratos, tabelas e preços
  {command} user create NOME --role administrator --office {slug}
  {command} serve"""


@app.command(cls=Command, options_metavar=OPTIONS)
def create(slug: SlugArgument, name: NameOption, as_json: JsonOption = False) -> None:
    """Cria um cliente do sistema, vazio.

    Exemplo:
      honorarios office create hospital-serra --name "Hospital Serra Azul"
    """
    open_record(as_json=as_json)
    from honorarios.services import offices

    made = answered(offices.create(slug=slug, name=name), as_json=as_json)
    if as_json:
        screen.write_json(as_data(made), "office")
    else:
        screen.write(f"Cliente criado: {made.name} ({made.slug})")
        screen.say(NEXT.format(command=command(), slug=made.slug))


@app.command("list", cls=Command, options_metavar=OPTIONS)
def list_(as_json: JsonOption = False) -> None:
    """Mostra os clientes do sistema.

    Exemplo:
      honorarios office list
    """
    open_record(as_json=as_json)
    from honorarios.records.models import Office

    with no_traceback(as_json=as_json):
        found = list(Office.objects.order_by("slug").values("slug", "name"))
    if as_json:
        screen.write_json({"offices": found}, "offices")
        return
    for office in found:
        screen.write(f"{office['slug']}  {office['name']}")
