"""``honorarios fees import`` and ``honorarios registers import``: people's files into the record."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
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
from honorarios.cli.progress import shown_count
from honorarios.cli.record.asking import carry_out
from honorarios.cli.record.ending import answered
from honorarios.cli.record.opening import command, open_office
from honorarios.cli.record.options import DryRunOption, OfficeOption, ReasonOption, YesOption
from honorarios.cli.record.telling import as_data, counted, reais
from honorarios.cli.words import OPTIONS, Command, Group, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from honorarios.services.actor import Actor
    from honorarios.services.imports import ImportAnswer, ImportMapping, Progress
    from honorarios.services.outcomes import Result

registers = typer.Typer(
    cls=Group,
    no_args_is_help=True,
    options_metavar=OPTIONS,
    subcommand_metavar="COMANDO",
)

FileArgument = Annotated[
    Path,
    typer.Argument(metavar="ARQUIVO", help="CSV, XLSX, XLS, ODS ou Parquet.", show_default=False),
]
KindArgument = Annotated[
    str, typer.Argument(metavar="CADASTRO", help="O que o arquivo traz.", show_default=False)
]
BatchArgument = Annotated[
    int,
    typer.Argument(metavar="IMPORTAÇÃO", min=1, help="Número da importação.", show_default=False),
]
DecisionArgument = Annotated[
    str, typer.Argument(metavar="DECISÃO", help="confirm ou decline.", show_default=False)
]
IdenticalOption = Annotated[
    str,
    typer.Option(
        "--identical",
        metavar="hold|launch",
        help="Linha idêntica a um lançamento da conta: espera confirmação (hold) ou é lançada.",
    ),
]
FEES: Final = "fees"
REASONS_SHOWN: Final = 12


def import_fees(  # noqa: PLR0913, PLR0917 - one for each option
    file: FileArgument,
    mapped: MapOption = None,
    mapping: MappingOption = None,
    sheet: SheetOption = "",
    identical: IdenticalOption = "hold",
    refused: RefusedOption = None,
    dry_run: DryRunOption = False,
    yes: YesOption = False,
    office: OfficeOption = None,
    as_json: JsonOption = False,
) -> None:
    """Importa honorários de um arquivo: cada linha é conferida e lançada como na tela.

    A linha diz onde lançar (número do atendimento, ou parcial) e o que (código, início, prestador,
    função…). Cada uma tem o seu destino e o motivo; as recusadas saem em um arquivo para corrigir e
    importar, e o código de saída é 3. Interrompida, a mesma importação continua de onde parou; o mesmo
    arquivo outra vez não lança nada em dobro.

    Exemplos:
      honorarios fees import producao.csv --dry-run
      honorarios fees import producao.xlsx --map "start=Data do ato" --refused recusadas.csv --yes
    """
    actor = open_office(office, as_json=as_json)
    agreed = mapping_of(mapped or [], mapping, sheet, as_json=as_json)
    import_kind(
        actor,
        FEES,
        file,
        agreed,
        identical,
        refused,
        dry_run=dry_run,
        yes=yes,
        as_json=as_json,
    )


@registers.callback()
def of_registers() -> None:
    """Cadastros: pacientes, prestadores, convênios, leitos e os outros."""


@registers.command("import", cls=Command, options_metavar=OPTIONS)
def import_registers(  # noqa: PLR0913, PLR0917 - one for each option
    kind: KindArgument,
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
    """Importa um cadastro de um arquivo; o que já existe com o mesmo código é atualizado.

    Exemplos:
      honorarios registers import providers prestadores.csv --dry-run
      honorarios registers import patients pacientes.xlsx --map "code=Prontuário" --yes
    """
    actor = open_office(office, as_json=as_json)
    agreed = mapping_of(mapped or [], mapping, sheet, as_json=as_json)
    import_kind(
        actor, kind, file, agreed, "hold", refused, dry_run=dry_run, yes=yes, as_json=as_json
    )


def list_imports(office: OfficeOption = None, as_json: JsonOption = False) -> None:
    """Lista as importações, da mais nova à mais antiga.

    Exemplo:
      honorarios fees imports
    """
    actor = open_office(office, as_json=as_json)
    from honorarios.services.imports import imports

    found = answered(imports(actor=actor), as_json=as_json)
    if as_json:
        screen.write_json({"imports": [as_data(one) for one in found]}, "imports")
        return
    for one in found:
        rows = f"{screen.grouped(one.done_rows)}/{screen.grouped(one.total_rows)} linhas"
        screen.write(f"{one.id}  {one.created_at:%d/%m/%Y %H:%M}  {one.state}  {rows}")
        screen.write(f"   {one.title}: {one.file_name}")


def answer(
    batch: BatchArgument,
    decision: DecisionArgument,
    yes: YesOption = False,
    office: OfficeOption = None,
    as_json: JsonOption = False,
) -> None:
    """Responde às linhas de uma importação que esperam resposta: confirma ou recusa todas.

    Exemplos:
      honorarios fees answer 7 confirm
      honorarios fees answer 7 decline --yes
    """
    actor = open_office(office, as_json=as_json)
    from honorarios.services import imports

    if decision not in list(imports.Decision):
        raise UsageError("A decisão é confirm ou decline.")
    if not yes:
        from honorarios.cli.record.asking import confirm

        seen = answered(imports.status(actor=actor, batch_id=batch), as_json=as_json)
        confirm(f"Responde {decision} a {_rows(seen.pending)}?", as_json=as_json)
    made = imports.answer(actor=actor, batch_id=batch, decision=imports.Decision(decision))
    _show(answered(made, as_json=as_json), as_json=as_json)


def undo(
    batch: BatchArgument,
    reason: ReasonOption = "",
    yes: YesOption = False,
    office: OfficeOption = None,
    as_json: JsonOption = False,
) -> None:
    """Desfaz uma importação inteira, por estornos, enquanto as suas parciais estão abertas.

    Exemplo:
      honorarios fees undo 7 --reason "Arquivo do mês errado"
    """
    actor = open_office(office, as_json=as_json)
    from honorarios.services import imports

    if not yes:
        from honorarios.cli.record.asking import confirm

        seen = answered(imports.status(actor=actor, batch_id=batch), as_json=as_json)
        confirm(f"Desfaz {_lines(seen.lines)}, {reais(seen.charged)}?", as_json=as_json)
    undone = answered(imports.undo(actor=actor, batch_id=batch, reason=reason), as_json=as_json)
    if as_json:
        screen.write_json(as_data(undone), "undo")
    else:
        screen.write(f"Desfeita: {_lines(undone.lines)}, {reais(undone.total)}")


def import_kind(  # noqa: PLR0913 - what the options of either command say
    actor: Actor,
    kind: str,
    file: Path,
    mapping: ImportMapping,
    identical: str,
    refused: Path | None,
    *,
    dry_run: bool,
    yes: bool,
    as_json: bool,
) -> None:
    """Import a file of a kind, or show what would become of it."""
    from honorarios.services import imports

    if identical not in list(imports.Identical):
        raise UsageError("O valor de --identical não serve: hold ou launch.")
    do = partial(
        imports.run,
        actor=actor,
        path=file,
        kind=kind,
        mapping=mapping,
        identical=imports.Identical(identical),
    )
    try:
        told = carry_out(
            lambda only_show: _watched(do, dry_run=only_show),
            lambda seen: f"Importa {_summed(seen)}?",
            dry_run=dry_run,
            yes=yes,
            as_json=as_json,
        )
    except KeyboardInterrupt:
        screen.say("O que foi importado está gravado: o mesmo comando continua dali.")
        raise
    if refused is not None and told.refused and told.batch_id is not None:
        written = imports.refused(actor=actor, batch_id=told.batch_id, out=refused)
        screen.say(f"Linhas recusadas em {answered(written, as_json=as_json).path}")
    _show(told, as_json=as_json)
    if told.refused:
        raise typer.Exit(screen.REFUSED)


def _watched(do: partial[Result[ImportAnswer]], *, dry_run: bool) -> Result[ImportAnswer]:
    with shown_count("Conferindo" if dry_run else "Importando") as tell:

        def progress(now: Progress) -> None:
            if now.total:
                tell(now.done, now.total)

        # That the file was imported before, its finding says better than the words for a key.
        return replace(do(dry_run=dry_run, on_progress=progress), replayed=False)


def _show(told: ImportAnswer, *, as_json: bool) -> None:
    if as_json:
        screen.write_json(as_data(told), "import")
        return
    facts = {
        "Arquivo": told.file_name,
        "Importação": str(told.batch_id or ""),
        "Linhas": screen.grouped(told.total_rows),
        "Importadas": screen.grouped(told.imported),
        "Recusadas": screen.grouped(told.refused) if told.refused else "",
        "À espera": screen.grouped(told.pending) if told.pending else "",
        "Desfeitas": screen.grouped(told.undone) if told.undone else "",
        "Lançamentos": _lines(told.lines) if told.lines else "",
        "Cobrado": reais(told.charged) if told.lines else "",
    }
    screen.show_facts({name: value for name, value in facts.items() if value})
    for reason in told.reasons[:REASONS_SHOWN]:
        screen.write(f"\n{reason.code}  {_rows(reason.count)} ({_listed(reason.rows)})")
        screen.write(f"  {reason.message}")
        if reason.tip:
            screen.write(f"  {reason.tip}")
    if told.pending and told.batch_id is not None:
        screen.say(f"Para responder: {command()} fees answer {told.batch_id} confirm")


def _summed(seen: ImportAnswer) -> str:
    """What a dry run would import, in words to be asked about."""
    worth = f", {reais(seen.charged)} em {_lines(seen.lines)}" if seen.lines else ""
    return f"{_rows(seen.imported)} de {screen.grouped(seen.total_rows)}{worth}"


def _rows(count: int) -> str:
    return counted(count, "linha", "linhas")


def _lines(count: int) -> str:
    return counted(count, "lançamento", "lançamentos")


def _listed(rows: Iterable[int]) -> str:
    """The first rows of many: ``2, 3, 5``."""
    return ", ".join(map(str, rows))
