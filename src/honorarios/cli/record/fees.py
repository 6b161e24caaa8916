"""``honorarios fees``: launch, reverse and list fees on record."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from honorarios.cli import screen
from honorarios.cli.options import JsonOption
from honorarios.cli.record.asking import carry_out
from honorarios.cli.record.entry_options import takes_entry
from honorarios.cli.record.fees_list import list_fees
from honorarios.cli.record.intake import answer, import_fees, list_imports, undo
from honorarios.cli.record.opening import open_office
from honorarios.cli.record.options import (
    DryRunOption,
    KeyOption,
    OfficeOption,
    ReasonOption,
    VersionOption,
    YesOption,
)
from honorarios.cli.record.telling import as_data
from honorarios.cli.words import OPTIONS, Command, Group, UsageError

if TYPE_CHECKING:
    from honorarios.services.fees import Changed, Launched

app = typer.Typer(
    cls=Group,
    no_args_is_help=True,
    options_metavar=OPTIONS,
    subcommand_metavar="COMANDO",
    help="Honorários das contas: lança, estorna, lista, importa.",
)
PartArgument = Annotated[
    int, typer.Argument(metavar="PARCIAL", min=1, help="Número da parcial.", show_default=False)
]
FileOption = Annotated[
    Path | None,
    typer.Option(
        "--file",
        metavar="JSON",
        help="Uma lista de lançamentos em JSON, ou - para stdin; as opções valem para todos.",
        show_default=False,
    ),
]
LineArgument = Annotated[
    str,
    typer.Argument(
        metavar="LANÇAMENTO",
        help="O lançamento: parcial/número, como as listas o mostram, ou o seu identificador.",
        show_default=False,
    ),
]


@takes_entry
def launch(
    part: PartArgument,
    file: FileOption = None,
    dry_run: DryRunOption = False,
    yes: YesOption = False,
    key: KeyOption = None,
    office: OfficeOption = None,
    as_json: JsonOption = False,
    **cells: str | None,
) -> None:
    r"""Lança honorários em uma parcial: todos, ou nenhum se algum tem erro ou pergunta.

    Todas as conferências são feitas e mostradas de uma vez. O que as regras recusam sai com código 3.

    Exemplos:
      honorarios fees launch 301 --code 31003583 --start "2026-08-22 21:30" \
          --provider m01 --role cirurgiao --dry-run
      honorarios fees launch 301 --file cirurgia.json --idempotency-key cirurgia-4711 --yes
    """
    given = {name: cell for name, cell in cells.items() if cell is not None}
    if file is None and "code" not in given:
        raise UsageError("Descreva o lançamento (--code, --start, --provider) ou indique --file.")
    actor = open_office(office, as_json=as_json)
    from honorarios.cli.record.entries import entries_of, placed
    from honorarios.cli.record.fees_view import summed
    from honorarios.services import fees

    entries = entries_of(given, file, as_json=as_json)
    do = partial(fees.launch, actor=actor, part_id=part, entries=entries, key=key)

    def question(told: Launched) -> str | None:
        lines = [line for entry in told.entries for line in entry.lines]
        return None if told.asks else f"Lança {summed(lines)}, na parcial {part}?"

    told = carry_out(
        lambda only_show: placed(do(dry_run=only_show), file),
        question,
        dry_run=dry_run,
        yes=yes,
        as_json=as_json,
    )
    _show_launched(told, as_json=as_json)
    if not told.written and not dry_run:
        raise typer.Exit(screen.REFUSED)


def _show_launched(told: Launched, *, as_json: bool) -> None:
    from honorarios.cli.record.fees_view import show_entries, summed

    if as_json:
        screen.write_json(as_data(told), "launch")
        return
    show_entries(told.entries)
    lines = [line for entry in told.entries for line in entry.lines]
    words = "Gravado" if told.written else "Não gravado"
    screen.write(f"{words}: {summed(lines)}")


def reverse(
    line: LineArgument,
    reason: ReasonOption = "",
    version: VersionOption = None,
    dry_run: DryRunOption = False,
    yes: YesOption = False,
    key: KeyOption = None,
    office: OfficeOption = None,
    as_json: JsonOption = False,
) -> None:
    """Estorna um lançamento com a sua divisão, a sua diferença e as suas taxas automáticas.

    O motivo é obrigatório, e o estorno não se desfaz: lança-se de novo.

    Exemplo:
      honorarios fees reverse 301/4 --reason "Lançado em dobro"
    """
    actor = open_office(office, as_json=as_json)
    from honorarios.cli.record.fees_view import summed
    from honorarios.cli.record.naming import line_uid
    from honorarios.services import fees

    uid = line_uid(line, actor, as_json=as_json)
    do = partial(fees.reverse, actor=actor, uid=uid, reason=reason, version=version, key=key)

    def question(told: Changed) -> str:
        return f"Estorna {summed(told.lines)}?"

    told = carry_out(
        lambda only_show: do(dry_run=only_show),
        question,
        dry_run=dry_run,
        yes=yes,
        as_json=as_json,
    )
    if as_json:
        screen.write_json({"dry_run": dry_run, **as_data(told)}, "reverse")
        return
    from honorarios.cli.record.fees_view import show_lines

    show_lines(told.added)
    screen.write(f"{'Seria estornado' if dry_run else 'Estornado'}: {summed(told.lines)}")


for _command in (launch, reverse, answer, undo):
    app.command(cls=Command, options_metavar=OPTIONS, no_args_is_help=True)(_command)
app.command("import", cls=Command, options_metavar=OPTIONS, no_args_is_help=True)(import_fees)
app.command("imports", cls=Command, options_metavar=OPTIONS)(list_imports)
app.command("list", cls=Command, options_metavar=OPTIONS)(list_fees)
