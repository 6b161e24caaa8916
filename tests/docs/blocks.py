"""The fenced blocks of a Markdown page that do something when read as instructions.

- A block with ``title="path"`` is a file that the reader writes.
- A ``console`` block is a terminal: lines that begin with ``$`` are commands, the others their output.
- A ``python`` block is a session at Python's prompt.

Blocks of any other kind show something and do nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

FENCE: Final = re.compile(
    r"^(?P<indent> *)(?P<fence>```+)(?P<language>\w*)(?P<options>[^\n]*)\n(?P<text>.*?)^(?P=indent)(?P=fence)$",
    re.MULTILINE | re.DOTALL,
)
TITLE: Final = re.compile(r'title="(?P<path>[^"]+)"')


@dataclass(frozen=True, slots=True)
class File:
    """A file that the reader writes."""

    line: int
    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Command:
    """A command that the reader gives, and what the page says that it answers."""

    line: int
    text: str
    output: str
    """Empty when the page shows none."""


@dataclass(frozen=True, slots=True)
class Session:
    """Lines at Python's prompt."""

    line: int
    text: str


def blocks(page: str) -> Iterator[File | Command | Session]:
    """What a page makes its reader do, in order."""
    for found in FENCE.finditer(page):
        line = page.count("\n", 0, found.start()) + 2
        text = re.sub(rf"^{found['indent']}", "", found["text"], flags=re.MULTILINE)
        if title := TITLE.search(found["options"]):
            yield File(line, title["path"], text)
        elif found["language"] == "console":
            yield from commands(text, line)
        elif found["language"] == "python":
            yield Session(line, text)


def commands(text: str, first_line: int) -> Iterator[Command]:
    """The commands of a terminal; a line that ends in a backslash goes on in the next."""
    number, lines = first_line, text.splitlines()
    while lines:
        start, command = number, lines.pop(0)
        number += 1
        assert command.startswith("$ "), f"line {start}: a terminal begins with a command"
        while command.endswith("\\"):
            command = command[:-1] + lines.pop(0).strip()
            number += 1
        output = []
        while lines and not lines[0].startswith("$ "):
            output.append(lines.pop(0))
            number += 1
        yield Command(start, command[2:], "\n".join(output).strip("\n"))
