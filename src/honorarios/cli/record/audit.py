"""``honorarios audit``: the end of the audit trail, to keep elsewhere, and its verification."""

from __future__ import annotations

from typing import Annotated

import typer

from honorarios.cli import screen
from honorarios.cli.options import JsonOption
from honorarios.cli.record.ending import answered, end
from honorarios.cli.record.opening import open_office
from honorarios.cli.record.options import OfficeOption
from honorarios.cli.words import OPTIONS, Command, Group

app = typer.Typer(
    cls=Group,
    no_args_is_help=True,
    options_metavar=OPTIONS,
    subcommand_metavar="COMANDO",
    help="Trilha de auditoria: exporta a sua ponta e confere se alguém mexeu nela.",
)
HeadOption = Annotated[
    str | None,
    typer.Option(
        "--head",
        metavar="PONTA",
        help="Ponta exportada antes: mostra também se o fim da trilha foi cortado.",
        show_default=False,
    ),
]


@app.command(cls=Command, options_metavar=OPTIONS)
def head(office: OfficeOption = None, as_json: JsonOption = False) -> None:
    """Escreve a ponta da trilha de auditoria, uma linha para guardar fora do banco de dados.

    Exemplos:
      honorarios audit head
      honorarios audit head >> pontas.txt
    """
    actor = open_office(office, as_json=as_json)
    from honorarios.services import auditing

    told = answered(auditing.export_head(actor=actor), as_json=as_json)
    if as_json:
        screen.write_json({"head": told}, "audit-head")
    else:
        screen.write(told)


@app.command(cls=Command, options_metavar=OPTIONS)
def verify(
    expected: HeadOption = None, office: OfficeOption = None, as_json: JsonOption = False
) -> None:
    """Percorre a trilha de auditoria e nomeia o primeiro evento alterado, apagado ou cortado.

    Exemplos:
      honorarios audit verify
      honorarios audit verify --head "$(tail -n 1 pontas.txt)"
    """
    actor = open_office(office, as_json=as_json)
    from honorarios.services import auditing
    from honorarios.services.outcomes import Refusal

    with screen.notice_when_slow("Percorrendo a trilha de auditoria…"):
        result = auditing.verify(actor=actor, expected_head=expected)
    if result.value is not None and result.refusal is not Refusal.UNAVAILABLE and not result.ok:
        end(result.findings, screen.FINDINGS, as_json=as_json)
    proof = answered(result, as_json=as_json)
    if as_json:
        screen.write_json({"whole": True, "head": str(proof.head)}, "audit")
    else:
        screen.write(f"A trilha está inteira: {screen.grouped(proof.head.seq)} eventos.")
