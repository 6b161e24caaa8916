"""The options that describe one line: a column each."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Annotated, Final

import typer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

COLUMNS: Final = {
    "code": ("CÓDIGO", "Código TUSS ou SIGTAP."),
    "start": ("DATA HORA", "Início do ato: 2025-11-22 21:30 ou 22/11/2025 21:30."),
    "end": ("DATA HORA", "Fim do ato."),
    "role": ("FUNÇÃO", "Código da tabela TISS 35, ou cirurgiao, primeiro auxiliar, anestesista…"),
    "contract": ("ID", "Contrato; ou payer, billing-unit e route."),
    "payer": ("ID", "Convênio."),
    "billing_unit": ("ID", "Unidade de faturamento."),
    "route": ("VIA", "Via de faturamento: accredited, hospital_repasse, cooperative, private."),
    "plan": ("ID", "Plano."),
    "provider": ("ID", "Prestador."),
    "specialty": ("ID", "Especialidade."),
    "admission": ("DATA", "Internação."),
    "access_route": ("VIA", "Via de acesso: 1 única, 2 mesma, 3 diferentes."),
    "procedure_kind": ("TIPO", "principal ou secundário."),
    "rank": ("N", "Ordem do ato na cirurgia."),
    "accommodation": (
        "ID",
        "Acomodação do leito: enfermaria, apartamento, UTI, ou outra do catálogo.",
    ),
    "character": ("CARÁTER", "1 eletivo, 2 urgência."),
    "setting": ("TIPO", "interno ou externo."),
    "quantity": ("N", "Quantidade; negativa em estorno."),
    "age_months": ("N", "Idade em meses."),
    "weight_grams": ("N", "Peso em gramas."),
    "technique": ("TÉCNICA", "1 convencional, 2 vídeo, 3 robótica."),
    "laterality": ("LADO", "esquerda, direita ou bilateral."),
    "authorised": ("SIM|NÃO", "Se o convênio autorizou."),
}
"""Word for the value and help of each option, by the engine's column."""
PANEL: Final = "A linha"


def takes_line(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command that takes ``**cells`` an option for each column of a line."""
    return takes(command, COLUMNS, PANEL)


def takes(
    command: Callable[..., None], cells: Mapping[str, tuple[str, str]], panel: str
) -> Callable[..., None]:
    """Give a command that takes ``**cells`` an option for each of them, under a title of the help.

    Args:
        command: The command.
        cells: Word for the value and help of each option, by the cell's name.
        panel: The title.
    """
    signature = inspect.signature(command, eval_str=True)
    own = [each for each in signature.parameters.values() if each.kind is not each.VAR_KEYWORD]
    options = [
        inspect.Parameter(
            name,
            inspect.Parameter.KEYWORD_ONLY,
            default=None,
            annotation=Annotated[
                str | None,
                typer.Option(
                    f"--{name.replace('_', '-')}",
                    metavar=word,
                    help=text,
                    rich_help_panel=panel,
                    show_default=False,
                ),
            ],
        )
        for name, (word, text) in cells.items()
    ]
    command.__signature__ = signature.replace(parameters=[*own, *options])  # type: ignore[attr-defined]
    return command
