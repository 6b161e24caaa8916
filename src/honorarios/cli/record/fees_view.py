"""Fee lines on the screen: a table of them, and what became of each entry."""

from __future__ import annotations

import csv
import sys
from textwrap import shorten
from typing import TYPE_CHECKING, Final

from honorarios.cli import screen
from honorarios.cli.record.telling import as_data, label, reais
from honorarios.core.vocabulary import LineKind, LineStatus, Role, Treatment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from honorarios.services.fees import EntryAnswer, LineView

NOT_PAID: Final = ("covered", "not_charged")
"""Treatments worth a word: the line shows another amount than its price."""
TRIGGERS: Final = ("=", "+", "-", "@", "\t", "\r")
"""What begins a formula in a spreadsheet."""


def show_lines(lines: Sequence[LineView]) -> None:
    """Lines, two rows each: its name in commands (the part and its number there), then what it is."""
    width = screen.text_width()
    names = [f"{line.part_id}/{line.number}" if line.number else "" for line in lines]
    first = max(map(len, names), default=0)
    for name, line in zip(names, lines, strict=True):
        facts = f"{name:<{first}}  {line.start:%d/%m/%Y %H:%M}  {line.code}  {line.provider or ''}"
        amount = reais(line.charged)
        screen.write(f"{facts:<{width - len(amount) - 1}} {amount}")
        words = (label(Role, line.role), line.description, *_marks(line))
        said = " · ".join(word for word in words if word)
        screen.write(f"{'':<{first}}  {shorten(said, width - first - 2, placeholder='…')}")


def _marks(line: LineView) -> Iterator[str]:
    """What is particular to a line, in a few words each."""
    if line.status != LineStatus.ACTIVE.code_name:
        yield label(LineStatus, line.status).lower()
    if line.reason:
        yield line.reason
    if line.treatment in NOT_PAID:
        yield label(Treatment, line.treatment).lower()
    if line.kind == LineKind.FACILITY_FEE.code_name:
        yield "taxa"
    if line.difference_of is not None or line.target == "private":
        yield "diferença particular"
    if line.outside:
        yield "fora da conta"
    if line.special:
        yield "especial"


def show_entries(entries: Sequence[EntryAnswer]) -> None:
    """What became of each entry: its lines, and its question if it has one."""
    show_lines([line for entry in entries for line in entry.lines])
    for entry in entries:
        if entry.question is not None:
            screen.say(f"Pergunta: {entry.question.message}")


def write_csv(lines: Sequence[LineView]) -> None:
    """Lines as CSV on stdout, every field; a text that begins like a formula is made harmless."""
    if not lines:
        return
    rows = [as_data(line) for line in lines]
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(rows[0])
    for row in rows:
        writer.writerow(_cell(value) for value in row.values())


def _cell(value: object) -> object:
    """A cell that no spreadsheet runs: numbers stay numbers, also negative ones.

    >>> _cell("=1+1"), _cell("-1.50"), _cell(None), _cell(True)
    ("'=1+1", '-1.50', '', 'true')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str) or not value.startswith(TRIGGERS):
        return value
    return value if value.lstrip("-").replace(".", "", 1).isdecimal() else f"'{value}"


def summed(lines: Sequence[LineView]) -> str:
    """How many lines, and what they charge: ``3 lançamentos, R$ 900,00``."""
    from honorarios.cli.record.telling import counted

    count = counted(len(lines), "lançamento", "lançamentos")
    return f"{count}, {reais(sum(line.charged for line in lines))}"
