"""``honorarios import``: price lists into a catalogue, every refused row reported."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from honorarios.cli import screen
from honorarios.cli.options import JsonOption
from honorarios.cli.refusal import refuse
from honorarios.cli.words import OPTIONS, Command, Group, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from honorarios.catalogue.importers import Head, ImportMapping, ImportReport
    from honorarios.catalogue.importers.write import Written

    Reader = Callable[[Path, Head, ImportMapping], ImportReport]

app = typer.Typer(
    cls=Group,
    no_args_is_help=True,
    options_metavar=OPTIONS,
    subcommand_metavar="COMANDO",
    help="Importa tabelas de preços para um catálogo.",
)

FileArgument = Annotated[
    Path, typer.Argument(metavar="ARQUIVO", help="XLSX, ODS, CSV ou Parquet.", show_default=False)
]
SigtapArgument = Annotated[
    Path,
    typer.Argument(
        metavar="SIGTAP",
        help="tb_procedimento.txt, a pasta que o contém, ou um CSV com as mesmas colunas.",
        show_default=False,
    ),
]
FolderOption = Annotated[
    Path | None,
    typer.Option(
        "--catalogue", "-c", metavar="PASTA", help="Catálogo que recebe.", show_default=False
    ),
]
DryRunOption = Annotated[bool, typer.Option("--dry-run", help="Só relata; não grava nada.")]
PartialOption = Annotated[
    bool, typer.Option("--partial", help="Grava as linhas aceitas, mesmo com recusadas.")
]
ReplaceOption = Annotated[
    bool, typer.Option("--replace", help="Troca os preços de uma edição que já existe.")
]
RefusedOption = Annotated[
    Path | None,
    typer.Option(
        "--refused",
        metavar="CSV",
        help="Grava as linhas recusadas, com o motivo, para corrigir e importar.",
        show_default=False,
    ),
]


def _text(name: str, metavar: str, text: str) -> object:
    return typer.Option(name, metavar=metavar, help=text, show_default=False)


ScheduleOption = Annotated[str, _text("--schedule", "ID", "Id da tabela no catálogo.")]
EditionOption = Annotated[str, _text("--edition", "ID", "Id da edição.")]
FromOption = Annotated[str, _text("--from", "DATA", "Primeiro dia da edição.")]
SourceOption = Annotated[str, _text("--source", "TEXTO", "De onde a lista vem.")]
ToOption = Annotated[str | None, _text("--to", "DATA", "Último dia da edição.")]
NameOption = Annotated[str, _text("--name", "TEXTO", "Nome da tabela.")]
InheritsOption = Annotated[
    str | None, _text("--inherits", "ID", "Edição cujos preços valem para o que a lista não tem.")
]
MapOption = Annotated[
    list[str] | None, _text("--map", "COLUNA=CABEÇALHO", "Onde está uma coluna; repita a opção.")
]
MappingOption = Annotated[
    Path | None, _text("--mapping", "YAML", "Arquivo de mapeamento: columns, constants, sheet.")
]
SheetOption = Annotated[str, _text("--sheet", "ABA", "Aba da planilha; sem ela, a primeira.")]


@dataclass(frozen=True)
class Wish:
    """What to do with an import once it is read."""

    folder: Path | None
    dry_run: bool
    partial: bool
    replace: bool
    refused: Path | None
    as_json: bool


@app.command(cls=Command, options_metavar=OPTIONS)
def sigtap(
    file: SigtapArgument,
    folder: FolderOption = None,
    schedule: ScheduleOption = "sigtap",
    dry_run: DryRunOption = False,
    partial: PartialOption = False,
    replace: ReplaceOption = False,
    refused: RefusedOption = None,
    as_json: JsonOption = False,
) -> None:
    """Importa uma competência do SIGTAP: SP para internados, SA para ambulatório.

    Exemplos:
      honorarios import sigtap tb_procedimento.txt --dry-run
      honorarios import sigtap tb_procedimento.txt -c catalogo
    """
    from honorarios.catalogue.importers import import_sigtap

    report = import_sigtap(file, schedule=schedule)
    _finish(report, Wish(folder, dry_run, partial, replace, refused, as_json))


def _list_command(name: str, text: str, read: Reader) -> None:
    """Add the command that imports one kind of list."""

    def command(  # noqa: PLR0913 - one for each option
        file: FileArgument,
        *,
        schedule: ScheduleOption,
        edition: EditionOption,
        valid_from: FromOption,
        source: SourceOption,
        folder: FolderOption = None,
        valid_to: ToOption = None,
        title: NameOption = "",
        inherits: InheritsOption = None,
        mapped: MapOption = None,
        mapping: MappingOption = None,
        sheet: SheetOption = "",
        dry_run: DryRunOption = False,
        partial: PartialOption = False,
        replace: ReplaceOption = False,
        refused: RefusedOption = None,
        as_json: JsonOption = False,
    ) -> None:
        from honorarios.catalogue.importers import Head

        head = Head(
            schedule=schedule,
            edition=edition,
            valid_from=_day(valid_from, "--from"),
            valid_to=_day(valid_to, "--to") if valid_to else None,
            source=source,
            name=title,
            inherits=inherits,
        )
        report = read(file, head, mapping_of(mapped or [], mapping, sheet, as_json=as_json))
        _finish(report, Wish(folder, dry_run, partial, replace, refused, as_json))

    command.__doc__ = (
        f"{text}\n\n    Exemplo:\n      honorarios import {name} lista.xlsx --edition 2025"
        " --schedule minha-tabela \\\n          --from 2025-01-01 --source 'lista de 2025'"
        " -c catalogo --dry-run\n"
    )
    app.command(name, cls=Command, options_metavar=OPTIONS)(command)


def _cbhpm(file: Path, head: Head, mapping: ImportMapping) -> ImportReport:
    from honorarios.catalogue.importers import import_cbhpm

    return import_cbhpm(file, head, mapping=mapping.columns, sheet=mapping.sheet)


def _amb(file: Path, head: Head, mapping: ImportMapping) -> ImportReport:
    from honorarios.catalogue.importers import import_amb

    return import_amb(file, head, mapping=mapping.columns, sheet=mapping.sheet)


def _brl(file: Path, head: Head, mapping: ImportMapping) -> ImportReport:
    from honorarios.catalogue.importers import import_brl

    return import_brl(file, head, mapping)


def _table(file: Path, head: Head, mapping: ImportMapping) -> ImportReport:
    from honorarios.catalogue.importers import import_generic

    return import_generic(file, head, mapping)


_list_command(
    "cbhpm", "Importa uma planilha da CBHPM que você possui: porte, fração, UCO, filme.", _cbhpm
)
_list_command("amb", "Importa uma lista da AMB em quantidade de CH.", _amb)
_list_command("brl", "Importa uma lista em reais.", _brl)
_list_command("table", "Importa qualquer lista, com as colunas que você mapear.", _table)


def _day(text: str, option: str) -> date:
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    raise UsageError(f"O valor de {option} não serve: escreva AAAA-MM-DD ou DD/MM/AAAA.")


def mapping_of(mapped: list[str], file: Path | None, sheet: str, *, as_json: bool) -> ImportMapping:
    """The mapping of a file, with what the options say on top of it."""
    from honorarios.catalogue.importers import ImportMapping, parse_options, read_mapping

    columns, faults = parse_options(mapped)
    mapping: ImportMapping | None = ImportMapping()
    if file is not None:
        mapping, of_file = read_mapping(file)
        faults += of_file
    if mapping is None or faults:
        refuse(faults, as_json=as_json)
    update = {"columns": {**mapping.columns, **columns}, "sheet": sheet or mapping.sheet}
    return mapping.model_copy(update=update)


def _finish(report: ImportReport, wish: Wish) -> None:
    """Write what was read, if it is wanted, and tell what became of it."""
    from honorarios.catalogue.importers import write_import
    from honorarios.core.findings import has_errors

    written: Written | None = None
    if wish.refused is not None and report.refused:
        _write_refused(report, wish.refused, as_json=wish.as_json)
    if wish.folder is not None and not wish.dry_run:
        written = write_import(report, wish.folder, partial=wish.partial, replace=wish.replace)
    findings = [*report.all_findings, *(written.findings if written else ())]
    screen.show_findings(dict.fromkeys(findings))
    if wish.as_json:
        files = {"written": list(written.files) if written else []}
        told = report.as_dict() | files | {"findings": [each.as_dict() for each in findings]}
        screen.write_json(told, "import")
    else:
        _show(report, written)
    nothing_written = written is not None and not written.files
    if has_errors(report.findings) or nothing_written or (report.refused and not wish.partial):
        raise typer.Exit(screen.FINDINGS)


def _write_refused(report: ImportReport, path: Path, *, as_json: bool) -> None:
    from honorarios.tabular import write_refused

    problem = write_refused(path, report.headers, report.refused)
    if problem is not None:
        refuse([problem], as_json=as_json)
    screen.say(f"Linhas recusadas em {path}")


def _show(report: ImportReport, written: Written | None) -> None:
    edition = report.schedule.editions[0].id if report.schedule else ""
    prices = report.prices.num_rows if report.prices is not None else 0
    facts = {
        "Tabela": f"{report.schedule.id}@{edition}" if report.schedule else "",
        "Linhas lidas": screen.grouped(report.rows_read),
        "Aceitas": screen.grouped(report.accepted),
        "Sem preço": screen.grouped(len(report.skipped)),
        "Recusadas": screen.grouped(len(report.refused)),
        "Preços": screen.grouped(prices),
        "Colunas": ", ".join(f"{name} de “{header}”" for name, header in report.mapping.items()),
        "Não lidas": ", ".join(report.unused),
        "Gravado": ", ".join(written.files) if written and written.files else "nada",
    }
    screen.show_facts({name: value for name, value in facts.items() if value})
