"""The page of commands: what ``--help`` says, in both languages."""

from __future__ import annotations

import inspect
import re
import textwrap
from typing import TYPE_CHECKING, Any, Final

from typer.main import get_command

from docs.generate.markdown import code, table
from honorarios.cli.line_options import PANEL
from honorarios.cli.program import app
from honorarios.cli.words import EXIT_CODES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docs.generate.words import Language, Words

_HEAD: Final[dict[Language, str]] = {
    "pt": """\
# Comandos

Na pasta do projeto, `./run` prepara o que falta e passa adiante o que não é seu: `./run price …` é
`honorarios price …`. Todo comando tem `--help`, com exemplos.
""",
    "en": """\
# Commands

In the project's folder, `./run` sets up what is missing and passes on what is not its own: `./run
price …` is `honorarios price …`. Every command has `--help`, with examples. The program speaks
Portuguese; here its helps are in English.
""",
}
_ARGUMENTS: Final[dict[Language, tuple[str, ...]]] = {
    "pt": ("argumento", "significado"),
    "en": ("argument", "meaning"),
}
_OPTIONS: Final[dict[Language, tuple[str, ...]]] = {
    "pt": ("opção", "valor", "significado"),
    "en": ("option", "value", "meaning"),
}
_REQUIRED: Final[dict[Language, str]] = {"pt": "Obrigatória.", "en": "Compulsory."}
_LINE: Final[dict[Language, str]] = {
    "pt": "A linha, uma opção para cada [coluna](colunas.md#entrada):",
    "en": "The line, an option for each [column](columns.md#input):",
}
_EXAMPLES: Final = re.compile(r"^Exemplos?:\n", re.MULTILINE)
"""What stands before the examples of a help."""


def page(words: Words) -> str:
    """The page as Markdown."""
    told = [_HEAD[words.language], words.portuguese(EXIT_CODES), ""]
    return "\n".join([*told, *_commands(get_command(app), "honorarios", words)])


def _commands(group: Any, path: str, words: Words) -> Iterator[str]:  # noqa: ANN401 - Typer keeps its types private
    for name, command in group.commands.items():
        whole = f"{path} {name}"
        yield from (f"{'#' * len(whole.split())} {code(whole)}", "")
        yield from _help(command, words)
        if hasattr(command, "commands"):
            yield from _commands(command, whole, words)
        else:
            yield from _parameters(command, words)


def _help(command: Any, words: Words) -> Iterator[str]:  # noqa: ANN401 - as above
    prose, *examples = _EXAMPLES.split(inspect.cleandoc(command.help or ""))
    for paragraph in prose.strip().split("\n\n"):
        yield from (words.portuguese(" ".join(paragraph.split())), "")
    for lines in examples:
        yield from ("```sh", *textwrap.dedent(lines).strip().splitlines(), "```", "")


def _parameters(command: Any, words: Words) -> Iterator[str]:  # noqa: ANN401 - as above
    language = words.language
    arguments = [one for one in command.params if one.param_type_name == "argument"]
    options = [one for one in command.params if one.param_type_name == "option"]
    of_line = [one for one in options if one.rich_help_panel == PANEL]
    own = [one for one in options if one not in of_line]
    if arguments:
        rows = [(code(one.metavar.strip("[]")), words.portuguese(one.help)) for one in arguments]
        yield from table(_ARGUMENTS[language], rows)
    if own:
        yield from table(_OPTIONS[language], [_option(one, words) for one in own])
    if of_line:
        yield from (f"{_LINE[language]} {', '.join(code(one.opts[0]) for one in of_line)}.", "")


def _option(option: Any, words: Words) -> tuple[str, ...]:  # noqa: ANN401 - as above
    meaning = words.portuguese(option.help)
    if option.required:
        meaning = f"{meaning} {_REQUIRED[words.language]}"
    value = "" if option.is_flag else code(option.metavar or "")
    return ", ".join(map(code, option.opts)), value, meaning
