"""Python's collector of reference cycles, told to rest while many rows are in hand.

Thousands of lines are a great many objects that all live until they are written: looking for cycles
among them again and again takes as long as the work itself.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class _Rest:
    """How many units of work want rest now, in all threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._wanted = 0

    def begin(self) -> None:
        with self._lock:
            self._wanted += 1
            gc.disable()

    def end(self) -> None:
        with self._lock:
            self._wanted -= 1
            if not self._wanted:
                gc.enable()


_rest = _Rest()


@contextmanager
def at_rest() -> Iterator[None]:
    """Let the collector rest; it is at work again when nobody wants rest any more."""
    _rest.begin()
    try:
        yield
    finally:
        _rest.end()
