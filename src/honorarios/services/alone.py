"""One at a time, over all the processes of a machine: by a file of the data folder."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.core.files import locks

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def alone(file: Path) -> Iterator[None]:
    """Nobody else is inside a ``with`` of the same file; whoever comes meanwhile waits."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with file.open("a") as lock:
        locks.lock(lock, locks.LOCK_EX)
        yield
