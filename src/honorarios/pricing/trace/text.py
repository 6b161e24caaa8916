"""The memória de cálculo as aligned text, for a terminal or an e-mail."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, Final

from honorarios.pricing.trace.sheet import sheet_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from honorarios.pricing.trace.model import Explanation
    from honorarios.pricing.trace.sheet import Row, Section

WIDTH: Final = 96
INDENT: Final = "  "


def as_text(told: Explanation, width: int = WIDTH) -> str:
    """The explanation as lines of at most ``width`` characters where words allow it."""
    sheet = sheet_of(told)
    head = [sheet.title.upper(), sheet.act, sheet.hours, sheet.outcome, sheet.tip]
    lines = [line for line in head if line]
    lines += [f"ATENÇÃO: {warning}" for warning in sheet.warnings]
    for section in sheet.sections:
        lines += ["", section.title, *_rows(section, width)]
    return "\n".join([*lines, "", sheet.footer])


def _rows(section: Section, width: int) -> Iterator[str]:
    first = max(len(row.label) for row in section.rows)
    if section.sums:
        second = max(len(row.value) for row in section.rows)
        third = max(len(row.note) for row in section.rows)
        for row in section.rows:
            line = f"{INDENT}{row.label:<{first}}  {row.value:<{second}}  {row.note:>{third}}"
            yield line.rstrip()
        return
    for row in section.rows:
        yield from _row(row, first, width)


def _row(row: Row, first: int, width: int) -> Iterator[str]:
    """A row, its note beside the value if there is room, else below it."""
    margin = " " * (len(INDENT) + first + 2)
    value = f"{INDENT}{row.label:<{first}}  {row.value}".rstrip()
    if not row.note:
        yield value
        return
    beside = f"{value}  {row.note}" if row.value else f"{margin}{row.note}"
    if len(beside) <= width:
        yield beside
        return
    if row.value or row.label:
        yield value
    room = max(width - len(margin), 20)
    yield from (f"{margin}{part}" for part in wrap(row.note, room))
