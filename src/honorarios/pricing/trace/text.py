"""The memória de cálculo as aligned text, for a terminal or an e-mail."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, Final

from honorarios.pricing.trace.sheet import sheet_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from honorarios.pricing.trace.model import Explanation
    from honorarios.pricing.trace.sheet import Row, Section

WIDTH: Final = 96
NARROWEST: Final = 40
"""Columns under which a table cannot be read at all."""
INDENT: Final = "  "
ROOM: Final = 12
"""Columns under which an operation does not stand between its label and its amount."""


def as_text(told: Explanation, width: int = WIDTH, then: Sequence[Section] = ()) -> str:
    """The explanation as lines of at most ``width`` characters, or 40 where that is less.

    ``then`` is what was done with the value afterwards, told after it.
    """
    width = max(width, NARROWEST)
    sheet = sheet_of(told)
    head = [sheet.title.upper(), sheet.act, sheet.hours, sheet.outcome, sheet.tip, *sheet.others]
    head += [f"ATENÇÃO: {warning}" for warning in sheet.warnings]
    lines = [part for text in head for part in _wrapped(text, width)]
    for section in (*sheet.sections, *then):
        rows = _sums(section, width) if section.sums else _rows(section, width)
        lines += ["", section.title, *rows]
    return "\n".join([*lines, "", *_wrapped(sheet.footer, width)])


def _wrapped(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """Text as lines; only a word that is longer than a whole line is ever cut."""
    if not text:
        return []
    return wrap(text, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)


def _rows(section: Section, width: int) -> Iterator[str]:
    first = min(max(len(row.label) for row in section.rows), width // 2)
    for row in section.rows:
        yield from _row(row, first, width)


def _row(row: Row, first: int, width: int) -> Iterator[str]:
    """A row, its note beside the value if there is room, else below it."""
    margin = " " * (len(INDENT) + first + 2)
    label = f"{INDENT}{row.label:<{first}}  "
    beside = f"{label}{INDENT.join(filter(None, (row.value, row.note)))}"
    if len(beside) <= width:
        yield beside.rstrip()
        return
    if len(label) > len(margin):
        yield label.rstrip()
        label = margin
    if row.value:
        yield from _wrapped(row.value, width, label, margin)
        label = margin
    yield from _wrapped(row.note, width, label, margin)


def _sums(section: Section, width: int) -> Iterator[str]:
    """An operation a row, the amounts one under the other."""
    first, second, third = (
        max(map(len, column))
        for column in zip(*((row.label, row.value, row.note) for row in section.rows), strict=True)
    )
    room = width - first - third - 3 * len(INDENT)
    if room < min(second, ROOM):
        yield from _stacked(section, width)
        return
    second = min(second, room)
    for row in section.rows:
        *above, last = _wrapped(row.value, second) or [""]
        label = row.label
        for part in above:
            yield f"{INDENT}{label:<{first}}{INDENT}{part}"
            label = ""
        told = f"{INDENT}{label:<{first}}{INDENT}{last:<{second}}{INDENT}{row.note:>{third}}"
        yield told.rstrip()


def _stacked(section: Section, width: int) -> Iterator[str]:
    """The same where the screen is too narrow for it: what does not fit beside goes below."""
    for row in section.rows:
        told = f"{INDENT}{row.label}{INDENT}{row.value}".rstrip()
        beside = f"{told}{INDENT}{row.note}".rstrip()
        if len(beside) <= width:
            yield f"{told}{row.note:>{width - len(told)}}" if row.note else told
            continue
        yield from _wrapped(told, width, rest=2 * INDENT)
        yield from _wrapped(f"{row.note:>{width}}", width)
