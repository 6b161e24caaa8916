"""The commands of the program, gathered, and a command line run."""

from __future__ import annotations

import typer

from honorarios import __version__
from honorarios.cli import INTERRUPTED, catalogue, demo, imports, screen
from honorarios.cli.compare import compare
from honorarios.cli.explain import explain
from honorarios.cli.options import JsonOption
from honorarios.cli.price import price
from honorarios.cli.record import (
    account,
    agreements,
    audit,
    fees,
    office,
    part,
    payments,
    token,
    user,
)
from honorarios.cli.record.backup import backup, restore
from honorarios.cli.record.catalogue_store import store
from honorarios.cli.record.check import check
from honorarios.cli.record.deadlines import deadlines
from honorarios.cli.record.intake import registers
from honorarios.cli.record.migrate import migrate
from honorarios.cli.record.route import rerank, route
from honorarios.cli.record.serve import serve
from honorarios.cli.surgery import surgery
from honorarios.cli.words import OPTIONS, Command, Group, problem_text

app = typer.Typer(
    name="honorarios",
    cls=Group,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    options_metavar=OPTIONS,
    subcommand_metavar="COMANDO",
)


@app.callback()
def honorarios() -> None:
    """Honorários médicos, calculados ao centavo e explicados."""


def version(as_json: JsonOption = False) -> None:
    """Mostra a versão do programa."""
    if as_json:
        screen.write_json({"version": __version__}, "version")
    else:
        screen.write(__version__)


for _command in (price, explain, surgery, compare):
    app.command(cls=Command, options_metavar=OPTIONS, no_args_is_help=True)(_command)
catalogue.app.command(cls=Command, options_metavar=OPTIONS, no_args_is_help=True)(store)
app.add_typer(catalogue.app, name="catalogue")
app.add_typer(imports.app, name="import")
app.add_typer(demo.app, name="demo")
app.add_typer(fees.app, name="fees")
app.add_typer(account.app, name="account")
app.add_typer(part.app, name="part")
app.add_typer(registers, name="registers")
app.add_typer(agreements.app, name="agreements")
app.add_typer(payments.app, name="payments")
app.add_typer(office.app, name="office")
app.add_typer(user.app, name="user")
app.add_typer(token.app, name="token")
app.add_typer(audit.app, name="audit")
for _command in (backup, restore, route):
    app.command(cls=Command, options_metavar=OPTIONS, no_args_is_help=True)(_command)
for _command in (check, deadlines, migrate, rerank, serve, version):
    app.command(cls=Command, options_metavar=OPTIONS)(_command)


command = typer.main.get_command(app)
"""The commands put together, whose every option is read from the signatures: once for many runs."""


def run() -> int:
    """Run the command of this process's command line; its exit code.

    Raises:
        KeyboardInterrupt: if it was interrupted.
    """
    try:
        code = command(standalone_mode=False)
    except typer.TyperException as problem:
        screen.say(problem_text(problem))
        code = problem.exit_code
    if code == INTERRUPTED:  # so Typer tells of it, without a word
        raise KeyboardInterrupt
    return code if isinstance(code, int) else screen.OK
