"""What a person sees: data on stdout, messages on stderr, findings in one form."""

from __future__ import annotations

import json
import os
import sys
from contextlib import contextmanager
from datetime import date
from threading import Timer
from typing import TYPE_CHECKING, Any, Final

import typer
from rich.console import Console
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from honorarios.core.findings import Finding

OK: Final = 0
FINDINGS: Final = 1
"""Findings with errors: what was asked for was not done, or not for all of the data."""
USAGE: Final = 2
REFUSED: Final = 3
"""Entries, rows or facts that the rules refuse."""
STATE: Final = 4
"""What is asked is possible, but not in the state that things are in."""
FORBIDDEN: Final = 5
"""Not permitted, or not within reach."""
TRY_LATER: Final = 75
"""Nothing is wrong with what was asked; the database can't take it now (``sysexits.h``: EX_TEMPFAIL)."""

PIPED_WIDTH: Final = 80
"""Columns of what does not go to a terminal, unless COLUMNS says otherwise."""
LONGEST_LINE: Final = 96
LISTED: Final = 30
"""Findings that are shown one by one; ``--json`` has all of them."""
FIRST_TIME: Final = "Preparando o cálculo: só a primeira vez demora, até um minuto…"
READING: Final = "Lendo e conferindo o catálogo…"
SLOW: Final = 2.0
"""Seconds after which a person wants to know why nothing is seen."""


def out() -> Console:
    """For data."""
    return _console(stderr=False)


def messages() -> Console:
    """For everything that is not data."""
    return _console(stderr=True)


def _console(*, stderr: bool) -> Console:
    stream = sys.stderr if stderr else sys.stdout
    columns = os.environ.get("COLUMNS", "")
    width = int(columns) if columns.isdecimal() else 0
    if not width and not stream.isatty():
        width = PIPED_WIDTH
    return Console(stderr=stderr, highlight=False, width=width or None, soft_wrap=False)


def text_width() -> int:
    """Columns for running text: what the terminal has, up to what is easy to read."""
    return min(out().width, LONGEST_LINE)


def say(text: str) -> None:
    """A message for the person, as it is."""
    messages().print(text, markup=False, soft_wrap=True)


def write(text: str) -> None:
    """Data, as it is."""
    sys.stdout.write(f"{text}\n")


def write_json(content: Any, name: str) -> None:  # noqa: ANN401 - anything that JSON can hold
    """Data for programs, with the name and version of its format first."""
    told = {"format": f"honorarios.{name}/1", **content}
    write(json.dumps(told, ensure_ascii=False, indent=2, default=_as_text))


def _as_text(value: object) -> str:
    """What JSON has no type for: dates and times in ISO form, decimals exact."""
    return value.isoformat() if isinstance(value, date) else str(value)


def show_findings(findings: Iterable[Finding], *, on: Console | None = None) -> None:
    """Findings, the gravest first, each with its place and what to do.

    They are messages, and only the first of many are shown, unless they are the data asked for.
    """
    ordered = sorted(findings, key=lambda finding: -finding.severity)
    shown = ordered if on else ordered[:LISTED]
    console = on or messages()
    for finding in shown:
        style = ("dim", "yellow", "red")[finding.severity]
        text = Text.assemble((f"{finding.severity.label} {finding.code}", style))
        if place := str(finding.place):
            text.append(f"  {place}", "dim")
        text.append(f"\n  {finding.message}")
        if finding.tip:
            text.append(f"\n  {finding.tip}", "dim")
        console.print(text, soft_wrap=True)
    if len(ordered) > len(shown):
        say(f"… e mais {len(ordered) - len(shown)}; --json mostra tudo.")


@contextmanager
def notice_when_slow(words: str = FIRST_TIME) -> Iterator[Callable[[], None]]:
    """Say why nothing is seen, should it take long; what is given says that there is no need."""
    notice = Timer(SLOW, say, [words])
    notice.daemon = True
    notice.start()
    try:
        yield notice.cancel
    finally:
        notice.cancel()


def grouped(number: int) -> str:
    """A whole number as Brazilians write it: ``1.234.567``."""
    return f"{number:,}".replace(",", ".")


def duration(seconds: float, per_second: float) -> str:
    """A time, and how many lines went by each second."""
    return f"{seconds:.1f} s ({grouped(round(per_second))} linhas/s)".replace(".", ",", 1)


def show_facts(facts: Mapping[str, str]) -> None:
    """Names and values, one under the other."""
    width = max(map(len, facts))
    for name, value in facts.items():
        write(f"{name:<{width}}  {value}")


def save(path: Path, text: str) -> None:
    """Write a file that the person asked for, and say so; the command ends if it cannot be."""
    from honorarios.core.system import reason_of

    try:
        path.write_text(text, encoding="utf-8")
    except OSError as problem:
        say(f"erro: {path} não pôde ser gravado ({reason_of(problem)}).")
        raise typer.Exit(FINDINGS) from None
    say(f"Gravado: {path}")
