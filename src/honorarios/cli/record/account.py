"""``honorarios account``: an account as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from honorarios.cli import screen
from honorarios.cli.options import JsonOption
from honorarios.cli.record.ending import answered
from honorarios.cli.record.opening import open_office
from honorarios.cli.record.options import OfficeOption
from honorarios.cli.record.telling import as_data, counted, label, reais
from honorarios.cli.words import OPTIONS, Command, Group

if TYPE_CHECKING:
    from honorarios.services.fees import AccountView, PartView, Sums

app = typer.Typer(
    cls=Group,
    no_args_is_help=True,
    options_metavar=OPTIONS,
    subcommand_metavar="COMANDO",
    help="Contas dos atendimentos.",
)
AccountArgument = Annotated[
    int, typer.Argument(metavar="CONTA", min=1, help="Número da conta.", show_default=False)
]


@app.callback()
def account() -> None:
    """Contas dos atendimentos."""


@app.command(cls=Command, options_metavar=OPTIONS)
def show(
    account: AccountArgument, office: OfficeOption = None, as_json: JsonOption = False
) -> None:
    """Mostra uma conta: as suas parciais, os lançamentos de cada uma e as somas.

    O paciente não aparece: ele se lê no atendimento, por quem pode.

    Exemplos:
      honorarios account show 12
      honorarios account show 12 --json
    """
    actor = open_office(office, as_json=as_json)
    from honorarios.services import fees

    told = answered(fees.account(actor=actor, account_id=account), as_json=as_json)
    if as_json:
        screen.write_json(as_data(told), "account")
    else:
        _show(told)


def _show(told: AccountView) -> None:
    screen.write(f"Conta {told.id} (a {told.number}ª do atendimento {told.attendance})")
    for part in told.parts:
        _show_part(part)
    screen.write(f"\nConta: {_sums(told.sums)}")


def _show_part(part: PartView) -> None:
    from honorarios.cli.record.fees_view import show_lines
    from honorarios.core.validity import shown_day
    from honorarios.core.vocabulary import PartStatus

    until = f" a {shown_day(part.period_end)}" if part.period_end else " em diante"
    plan = f", plano {part.plan}" if part.plan else ""
    screen.write(f"\nParcial {part.id}: {part.payer_name}{plan}, unidade {part.billing_unit}")
    invoice = f", nota fiscal {part.tax_invoice}" if part.tax_invoice else ""
    remittance = f", remessa {part.remittance_id}" if part.remittance_id else ""
    status = label(PartStatus, part.status)
    screen.write(f"{status}, de {shown_day(part.period_start)}{until}{invoice}{remittance}")
    if part.lines:
        show_lines(part.lines)
    screen.write(f"Parcial: {_sums(part.sums)}")


def _sums(sums: Sums) -> str:
    count = counted(sums.lines, "lançamento", "lançamentos")
    told = f"{count}, {reais(sums.charged)}"
    if sums.outside:
        told += f" (dentro da conta {reais(sums.inside)}, fora {reais(sums.outside)})"
    return told
