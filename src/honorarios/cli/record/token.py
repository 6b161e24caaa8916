"""``honorarios token``: keys of programs, each acting for a member of the office."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

import typer

from honorarios.cli import screen
from honorarios.cli.options import JsonOption
from honorarios.cli.record.ending import answered
from honorarios.cli.record.opening import open_office
from honorarios.cli.record.options import OfficeOption
from honorarios.cli.record.telling import as_data
from honorarios.cli.words import OPTIONS, Command, Group

app = typer.Typer(
    cls=Group,
    no_args_is_help=True,
    options_metavar=OPTIONS,
    subcommand_metavar="COMANDO",
    help="Chaves de acesso com que programas usam a API em nome de alguém.",
)
UserOption = Annotated[
    str,
    typer.Option(
        "--user", metavar="USUÁRIO", help="Em nome de quem o programa age.", show_default=False
    ),
]
LabelOption = Annotated[
    str,
    typer.Option("--label", metavar="TEXTO", help="Para que a chave serve.", show_default=False),
]
DaysOption = Annotated[
    int | None,
    typer.Option(
        "--days",
        min=1,
        max=3650,
        metavar="DIAS",
        help="Por quanto tempo vale.",
        show_default="até ser revogada",
    ),
]


@app.command(cls=Command, options_metavar=OPTIONS)
def create(
    user: UserOption,
    label: LabelOption,
    days: DaysOption = None,
    office: OfficeOption = None,
    as_json: JsonOption = False,
) -> None:
    """Cria uma chave de acesso e a mostra, esta única vez. Ela pode o que o usuário pode.

    Exemplos:
      honorarios token create --user faturista --label "integração do prontuário"
      honorarios token create --user auditoria --label planilha --days 30
    """
    actor = open_office(office, as_json=as_json)
    from honorarios.services.operator import issue_token

    valid_for = None if days is None else timedelta(days=days)
    result = issue_token(actor=actor, username=user, label=label, valid_for=valid_for)
    made = answered(result, as_json=as_json)
    if as_json:
        screen.write_json(as_data(made), "token")
    else:
        screen.say("Guarde a chave: ela não pode ser mostrada outra vez.")
        screen.write(made.key)
