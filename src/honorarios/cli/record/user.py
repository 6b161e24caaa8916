"""``honorarios user``: letting somebody into an office."""

from __future__ import annotations

import getpass
import sys
from typing import Annotated

import typer

from honorarios.cli import screen
from honorarios.cli.options import JsonOption
from honorarios.cli.record.ending import answered
from honorarios.cli.record.opening import open_office
from honorarios.cli.record.options import OfficeOption
from honorarios.cli.record.telling import as_data
from honorarios.cli.words import OPTIONS, Command, Group, UsageError

app = typer.Typer(
    cls=Group,
    no_args_is_help=True,
    options_metavar=OPTIONS,
    subcommand_metavar="COMANDO",
    help="Acessos das pessoas de um cliente.",
)
UsernameArgument = Annotated[
    str, typer.Argument(metavar="USUÁRIO", help="Nome de usuário.", show_default=False)
]
RoleOption = Annotated[
    str,
    typer.Option(
        "--role",
        metavar="PERFIL",
        help="clerk (faturista), auditor, physician (médico), hospital_finance (financeiro do"
        " hospital) ou administrator.",
        show_default=False,
    ),
]
UnitOption = Annotated[
    list[str] | None,
    typer.Option(
        "--unit",
        metavar="UNIDADE",
        help="Unidade de faturamento que a pessoa alcança; pode se repetir. Sem ela, todas.",
        show_default=False,
    ),
]
FirstNameOption = Annotated[str, typer.Option("--first-name", metavar="NOME", help="Nome.")]
LastNameOption = Annotated[str, typer.Option("--last-name", metavar="SOBRENOME", help="Sobrenome.")]
ProviderOption = Annotated[
    str | None,
    typer.Option(
        "--provider",
        metavar="PRESTADOR",
        help="Quem o médico é: ele vê só a própria produção.",
        show_default=False,
    ),
]


@app.command(cls=Command, options_metavar=OPTIONS)
def create(
    username: UsernameArgument,
    role: RoleOption,
    unit: UnitOption = None,
    provider: ProviderOption = None,
    first_name: FirstNameOption = "",
    last_name: LastNameOption = "",
    office: OfficeOption = None,
    as_json: JsonOption = False,
) -> None:
    """Cria um usuário e o seu acesso ao cliente. A senha é pedida, ou lida da primeira linha de stdin.

    Exemplos:
      honorarios user create ana --role clerk --unit serra-azul
      honorarios user create rui --role administrator < senha.txt
    """
    actor = open_office(office, as_json=as_json)
    from honorarios.services.members import NewMember
    from honorarios.services.operator import let_in

    new = NewMember(
        username=username,
        role=role,
        first_name=first_name,
        last_name=last_name,
        billing_units=tuple(unit or ()),
        provider=provider,
    )
    made = answered(let_in(actor=actor, new=new, password=_password()), as_json=as_json)
    if as_json:
        screen.write_json({"username": username, **as_data(made)}, "user")
    else:
        screen.write(f"Usuário criado: {username} ({made.role})")


def _password() -> str:
    """The new password, never of the command line, where every program of the machine reads it."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    password = getpass.getpass("Senha: ", sys.stderr)
    if password != getpass.getpass("A mesma senha outra vez: ", sys.stderr):
        raise UsageError("As duas senhas não são iguais.")
    return password
