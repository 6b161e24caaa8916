"""``honorarios demo``: something to see, and files to try the commands with."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from honorarios.cli import screen
from honorarios.cli.options import JsonOption, compiled
from honorarios.cli.record.opening import command
from honorarios.cli.words import OPTIONS, Command, Group, UsageError

if TYPE_CHECKING:
    from honorarios.pricing.compile import Compiled
    from honorarios.pricing.surgery import Comparison

app = typer.Typer(
    cls=Group,
    invoke_without_command=True,
    options_metavar=OPTIONS,
    subcommand_metavar="[COMANDO]",
)
DEFAULT = "apendicectomia"
NameArgument = Annotated[
    str, typer.Argument(metavar="CIRURGIA", help="Qual delas; --list mostra todas.")
]
ListOption = Annotated[bool, typer.Option("--list", help="Só lista as cirurgias.")]
CopyArgument = Annotated[
    Path, typer.Argument(metavar="PASTA", help="Uma pasta nova.", show_default=False)
]

SeedOption = Annotated[
    int, typer.Option("--seed", min=0, metavar="N", help="O mesmo número faz o mesmo hospital.")
]
LinesOption = Annotated[
    int, typer.Option("--lines", min=500, metavar="N", help="Quantos lançamentos, mais ou menos.")
]
NoServeOption = Annotated[bool, typer.Option("--no-serve", help="Faz e mostra, mas não serve.")]
PortOption = Annotated[
    int | None,
    typer.Option(
        "--port",
        min=0,
        max=65535,
        metavar="PORTA",
        help="Porta; 0 acha uma livre. O padrão é 8000, ou uma livre se está ocupada.",
        show_default=False,
    ),
]

NEXT = """
Para continuar:
  {command} demo                  # um hospital fictício, no navegador
  {command} demo files exemplo    # copia tudo para experimentar
  {command} surgery exemplo/surgeries/{name}.yaml -c exemplo/catalogue
  {command} price exemplo/lines.csv -c exemplo/catalogue -o valores.csv
  {command} explain exemplo/lines.csv --line-id L001 -c exemplo/catalogue
  {command} catalogue check exemplo/catalogue    # depois de mudar um contrato
  {command} --help"""


@app.callback()
def hospital(
    context: typer.Context,
    seed: SeedOption = 1,
    lines: LinesOption = 3_000,
    no_serve: NoServeOption = False,
    port: PortOption = None,
    as_json: JsonOption = False,
) -> None:
    """Demonstração: um hospital fictício, com contas de três meses e um usuário por perfil, no navegador.

    Cria o banco de dados, se não há, preenche-o, diz o endereço e os usuários, e serve até ser
    interrompido (Ctrl-C). Dito outra vez, serve o que já está lá. Os convênios são inventados sobre
    fatos reais; as pessoas não existem. O padrão começa em segundos; --lines 20000 faz o movimento
    inteiro de um hospital médio, em minutos. Com --json, não serve.

    Exemplos:
      honorarios demo
      honorarios demo --no-serve
      honorarios demo --seed 7 --lines 20000
      honorarios demo surgery    # uma cirurgia calculada, sem banco de dados
    """
    if context.invoked_subcommand is not None:
        return
    from honorarios.cli.record.hospital import serve_hospital, show_hospital

    if no_serve or as_json:
        show_hospital(seed, lines, as_json=as_json)
    else:
        serve_hospital(seed, lines, port=port)


@app.command(cls=Command, options_metavar=OPTIONS)
def surgery(
    name: NameArgument = DEFAULT, only_list: ListOption = False, as_json: JsonOption = False
) -> None:
    """Calcula uma cirurgia de demonstração, explica uma linha e compara contratos.

    Exemplos:
      honorarios demo surgery
      honorarios demo surgery cesariana
    """
    from honorarios import demo
    from honorarios.cli.surgery import read_file
    from honorarios.pricing.surgery import compare

    if only_list:
        screen.write("\n".join(demo.surgery_names()))
        return
    if name not in demo.surgery_names():
        raise UsageError(f"Não há a cirurgia “{name}”. Há: {', '.join(demo.surgery_names())}.")
    agreed = compiled(demo.catalogue_path(), as_json=as_json)
    with screen.notice_when_slow():
        read = read_file(demo.surgery_path(name), as_json=as_json)
        comparison = compare(read, read.contracts, agreed)
    if as_json:
        screen.write_json(comparison.as_dict(), "compare")
    else:
        _show(comparison, agreed, name)


def _show(comparison: Comparison, agreed: Compiled, name: str) -> None:
    from honorarios.cli.surgery_view import WIDTH, show_comparison, show_quote
    from honorarios.pricing.trace import as_text, explain

    first, read = comparison.quotes[0], comparison.surgery
    _title(f"1. A cirurgia, sob o primeiro de {len(comparison.quotes)} contratos")
    show_quote(first, read, agreed)
    _title("2. Uma linha, passo a passo")
    screen.write(as_text(explain(first.lines[0].result, agreed), min(screen.text_width(), WIDTH)))
    _title("3. A mesma cirurgia sob cada contrato")
    show_comparison(comparison)
    screen.write(NEXT.format(command=command(), name=name))


def _title(text: str) -> None:
    from honorarios.cli.surgery_view import WIDTH

    console = screen.out()
    console.width = min(console.width, WIDTH)
    console.print()
    console.rule(text, align="left")
    console.print()


@app.command(cls=Command, options_metavar=OPTIONS)
def files(folder: CopyArgument) -> None:
    """Copia o catálogo, as cirurgias e as linhas da demonstração, para mudar e experimentar.

    Exemplo:
      honorarios demo files exemplo
    """
    from honorarios import demo
    from honorarios.core.system import reason_of

    try:
        folder.mkdir(parents=True)
        shutil.copytree(demo.catalogue_path(), folder / "catalogue")
        (folder / "surgeries").mkdir()
        for name in demo.surgery_names():
            shutil.copy(demo.surgery_path(name), folder / "surgeries")
        shutil.copy(demo.lines_path(), folder)
    except FileExistsError:
        screen.say(f"erro: {folder} já existe, e nada foi copiado. Indique uma pasta nova.")
        raise typer.Exit(screen.FINDINGS) from None
    except OSError as problem:
        screen.say(f"erro: {folder} não pôde ser gravada ({reason_of(problem)}).")
        raise typer.Exit(screen.FINDINGS) from None
    screen.say(f"Copiado em {folder}")
