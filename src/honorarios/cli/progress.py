"""How far a long run has come: a bar on a terminal, a line now and then in a log."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from honorarios.cli import screen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from honorarios.pricing.batch import Progress

LONG: Final = 5.0
"""Seconds from which a run in a log says how far it is."""


@contextmanager
def shown_progress() -> Iterator[Callable[[Progress], None]]:
    """A bar on a terminal, a line for each tenth elsewhere."""
    with _bar() as tell:

        def tell_run(now: Progress) -> None:
            words = "Juntando as partes" if now.joining else "Calculando"
            tell(words, now.done, now.size, now.lines)

        yield tell_run


@contextmanager
def shown_count(words: str) -> Iterator[Callable[[int, int], None]]:
    """The same for something that is counted: told how many there are, and how many there are to be."""
    with _bar() as tell:
        yield lambda done, size: tell(words, min(done, size), size, done)


@contextmanager
def _bar() -> Iterator[Callable[[str, int, int, int], None]]:
    """Something to be told the words, what is done, of how much, and the lines."""
    console = screen.messages()
    if not console.is_terminal:
        yield Tenths()
        return
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[lines]}"),
        TimeRemainingColumn(),
    )
    with Bar(*columns, console=console, transient=True) as bar:
        task = bar.add_task("Preparando", total=None, lines="")

        def tell(words: str, done: int, size: int, lines: int) -> None:
            counted = f"{screen.grouped(lines)} linhas"
            bar.update(task, description=words, completed=done, total=size, lines=counted)

        yield tell


class Tenths:
    """Says each tenth of a long way, for logs."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._said = 0

    def __call__(self, _words: str, done: int, size: int, lines: int) -> None:
        """Say it, if there is another tenth."""
        tenth = done * 10 // size
        if tenth > self._said and time.monotonic() - self._began > LONG:
            self._said = tenth
            screen.say(f"{tenth * 10} %: {screen.grouped(lines)} linhas")
