"""Typer's own words in Portuguese: usage, panels of the help, what is wrong with a command line."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperCommand, TyperGroup

if TYPE_CHECKING:
    from collections.abc import Sequence

OPTIONS = "[OPÇÕES]"
EXIT_CODES = (
    "Código de saída: 0 feito, mesmo que alguma linha tenha ficado sem valor; 1 há achados com erro, "
    "nenhuma linha teve valor, ou um invariante não vale; 2 comando mal escrito; 3 dados que as regras "
    "recusam; 4 a situação não permite; 5 sem permissão ou fora do alcance; 75 tente mais tarde; 130 "
    "interrompido. Dados saem em stdout, mensagens em stderr."
)
"""How each help ends."""
PANELS = {
    "ARGUMENTS_PANEL_TITLE": "Argumentos",
    "OPTIONS_PANEL_TITLE": "Opções",
    "COMMANDS_PANEL_TITLE": "Comandos",
    "DEFAULT_STRING": "[padrão: {}]",
    "REQUIRED_LONG_STRING": "[obrigatório]",
}
"""Constants that Typer offers for this, in a module that is loaded only when help is shown."""


def _flowing(text: str) -> str:
    """Help whose paragraphs flow; examples keep their lines."""
    return "\n\n".join(
        each if each.startswith("Exemplo") else each.replace("\n", " ")
        for each in text.split("\n\n")
    )


class _Portuguese:
    """What commands and groups of commands share."""

    help: str | None
    epilog: str | None

    def format_usage(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - Typer keeps their types private
        pieces = self.collect_usage_pieces(ctx)  # type: ignore[attr-defined]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="Uso: ")

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - as above
        from typer import rich_utils

        vars(rich_utils).update(PANELS)
        self.help = _flowing(self.help or "")
        self.epilog = EXIT_CODES
        super().format_help(ctx, formatter)  # type: ignore[misc]

    def get_help_option(self, ctx: Any) -> Any:  # noqa: ANN401 - as above
        option = super().get_help_option(ctx)  # type: ignore[misc]
        option.help = "Mostra esta ajuda."
        return option


class Command(_Portuguese, TyperCommand):
    """A command whose help is in Portuguese."""


class Group(_Portuguese, TyperGroup):
    """Commands whose help is in Portuguese; an unknown one brings those that are near."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401 - as above
        """The command that the first word names."""
        names = self.list_commands(ctx)
        if args[0] not in names and not args[0].startswith("-"):
            near = _near(args[0], names) or f" Há: {', '.join(names)}."
            raise UsageError(f"Não há o comando “{args[0]}”.{near}")
        return super().resolve_command(ctx, args)


class UsageError(typer.TyperException):
    """A command line that cannot be understood."""

    exit_code = 2


def problem_text(problem: typer.TyperException) -> str:
    """What is wrong with a command line, in Portuguese."""
    name: str = getattr(problem, "option_name", "")
    match type(problem).__name__:
        case "NoSuchOption":
            known = getattr(problem, "possibilities", None) or ()
            return f"Não há a opção {name}.{_near(name, known)}"
        case "MissingParameter":
            return f"Falta {_parameter(problem)}."
        case "BadParameter":
            return f"O valor de {_parameter(problem)} não serve.{_wanted(problem)}"
        case "BadOptionUsage":
            return f"A opção {name} está sem valor, ou com um valor a mais."
    extra = _EXTRA.search(problem.message)
    return f"Há argumentos a mais: {extra[1]}." if extra else problem.message


_EXTRA = re.compile(r"unexpected extra argument\(s\) \((.*)\)")


def _parameter(problem: typer.TyperException) -> str:
    """An option as it is typed, an argument as the help calls it."""
    param: Any = getattr(problem, "param", None)
    if param is None:
        return "um argumento"
    if param.param_type_name == "option":
        return str(max(param.opts, key=len))
    return str(param.metavar or param.name)


def _wanted(problem: typer.TyperException) -> str:
    """What the value of an option of whole numbers may be."""
    described: Any = getattr(getattr(problem, "param", None), "type_descriptor", None)
    if described is None or described.annotation is not int:
        return ""
    told = described.parameter_info
    return f" Use um número inteiro{_bounds(told.min, told.max)}."


def _bounds(least: float | None, most: float | None) -> str:
    if least is None:
        return "" if most is None else f" até {most}"
    return f", {least} ou mais" if most is None else f" de {least} a {most}"


def _near(word: str, known: Sequence[str]) -> str:
    found = get_close_matches(word, known, n=3, cutoff=0.5)
    return f" Será {' ou '.join(found)}?" if found else ""
