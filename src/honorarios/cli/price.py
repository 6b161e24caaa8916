"""``honorarios price``: a file of lines in, the same lines with their values out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape

from honorarios.cli import screen
from honorarios.cli.options import CatalogueOption, JsonOption, compiled
from honorarios.cli.progress import shown_progress
from honorarios.cli.refusal import refuse
from honorarios.cli.unpriced import nothing_priced

if TYPE_CHECKING:
    from honorarios.pricing.batch import Progress, Summary

LinesArgument = Annotated[
    Path,
    typer.Argument(metavar="LINHAS", help="CSV, Parquet ou pasta de Parquet.", show_default=False),
]
OutOption = Annotated[
    Path,
    typer.Option(
        "--out",
        "-o",
        metavar="SAÍDA",
        help="Termina em .parquet ou .csv; um nome sem ponto é uma pasta de partes Parquet.",
        show_default=False,
    ),
]
WorkersOption = Annotated[
    int | None,
    typer.Option(
        "--workers", min=1, metavar="N", help="Linhas de execução.", show_default="uma por núcleo"
    ),
]
OverwriteOption = Annotated[
    bool, typer.Option("--overwrite", help="Troca a saída que existe, só ao final.")
]
RestartOption = Annotated[
    bool, typer.Option("--restart", help="Descarta um cálculo interrompido e começa de novo.")
]


def price(
    lines: LinesArgument,
    out: OutOption,
    catalogue: CatalogueOption = None,
    workers: WorkersOption = None,
    overwrite: OverwriteOption = False,
    restart: RestartOption = False,
    as_json: JsonOption = False,
) -> None:
    """Calcula um arquivo de linhas de honorários.

    As colunas podem ter nomes em inglês (code, start, role) ou português (código, início, função); as
    que o cálculo não conhece passam como vieram. Uma linha sem valor sai com o motivo em status, e o
    código de saída é 0; é 1 se nenhuma linha teve valor, ou se há linhas recusadas.

    Interrompido (Ctrl-C, queda de energia), o mesmo comando continua de onde parou.

    Exemplos:
      honorarios price linhas.csv --catalogue catalogo --out valores.csv
      honorarios price linhas.parquet -c catalogo -o valores.parquet
      honorarios price pasta-de-parquet -c catalogo -o valores --json
    """
    from honorarios.core.findings import has_errors
    from honorarios.pricing.batch import price_files

    agreed = compiled(catalogue, as_json=as_json)
    try:
        with shown_progress() as tell, screen.notice_when_slow() as no_need:

            def progress(now: Progress) -> None:
                no_need()
                tell(now)

            summary = price_files(
                lines,
                agreed,
                out,
                workers=workers,
                progress=progress,
                resume=not restart,
                overwrite=overwrite,
            )
    except KeyboardInterrupt:
        screen.say("O que foi feito está guardado: o mesmo comando continua dali.")
        raise
    if not summary.complete:
        refuse(summary.findings, as_json=as_json)
    unpriced = nothing_priced(summary.statuses)
    summary = replace(summary, findings=(*summary.findings, *unpriced))
    screen.show_findings(summary.findings)
    if as_json:
        screen.write_json(summary.as_dict(), "price")
    else:
        _show(summary)
    if has_errors(summary.findings):
        raise typer.Exit(screen.FINDINGS)


def _show(summary: Summary) -> None:
    from honorarios.core.money import format_brl

    rows = {
        "Linhas": screen.grouped(summary.lines),
        "Com valor": screen.grouped(summary.priced),
        "Total": format_brl(summary.total_centavos),
        "Sem valor": screen.grouped(summary.lines - summary.priced),
        "Recusadas": screen.grouped(summary.refused_rows) if summary.refused_rows else "",
        "Tempo": screen.duration(summary.seconds, summary.lines_per_second),
        "Continuado de": f"{summary.resumed_parts} de {summary.parts} partes"
        if summary.resumed_parts
        else "",
        "Saída": summary.output,
    }
    screen.show_facts({name: value for name, value in rows.items() if value})
    if summary.not_priced:
        _show_reasons(summary)


def _show_reasons(summary: Summary) -> None:
    """Why lines have no value: each reason with how many, its first line and what to do."""
    from rich.table import Table

    from honorarios.pricing.status import Status

    table = Table("Sem valor", "motivo", box=None, padding=(0, 2, 0, 0))
    table.columns[0].justify = "right"
    for name, count in summary.not_priced.items():
        status = Status[name.upper()]
        where = f"{name}; a primeira tem line_id {summary.first_lines[name]}"
        table.add_row(screen.grouped(count), escape(f"{status.message} {status.tip}\n({where})"))
    screen.out().print("", table)
    screen.write("\nCada linha se explica: honorarios explain ARQUIVO --line-id ID")
