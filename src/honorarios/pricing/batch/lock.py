"""One run at a time for an output: a lock that the system lets go of when the process ends."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class Lock:
    """A lock on a file, held until :meth:`release` or the end of the process."""

    def __init__(self, path: Path) -> None:
        """The file is made if it is not there."""
        self._file = path.open("ab")

    def acquire(self) -> bool:
        """Take the lock; False when another process has it."""
        try:
            if sys.platform == "win32":
                import msvcrt  # noqa: PLC0415 - each system has its own module

                msvcrt.locking(self._file.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                import fcntl  # noqa: PLC0415 - as above

                fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            self._file.close()
            return False
        return True

    def release(self) -> None:
        """Let it go."""
        self._file.close()
