"""What the operating system says of a file, in Portuguese."""

from __future__ import annotations

import errno
import sqlite3
from typing import Final

FULL: Final = (errno.ENOSPC, errno.EDQUOT)
"""The disk, or somebody's share of it, is full."""

_REASONS: Final = {
    errno.ENOENT: "não existe",
    errno.EACCES: "sem permissão",
    errno.EPERM: "sem permissão",
    errno.EISDIR: "é uma pasta",
    errno.ENOTDIR: "o caminho passa por um arquivo",
    errno.EROFS: "o disco é só de leitura",
    errno.ENAMETOOLONG: "o nome é longo demais",
    errno.EIO: "falha do disco",
    errno.EMFILE: "arquivos demais abertos",
    **dict.fromkeys(FULL, "o disco está cheio"),
}
_LONGEST: Final = 200


def reason_of(problem: Exception) -> str:
    """Why the system or Arrow refused, on one line that a terminal can show."""
    number = problem.errno if isinstance(problem, OSError) else None
    if getattr(problem, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL:
        number = errno.ENOSPC
    if number in _REASONS:
        return _REASONS[number]
    text = getattr(problem, "strerror", None) or str(problem) or type(problem).__name__
    line = text.strip().splitlines()[0]
    return "".join(letter if letter.isprintable() else "?" for letter in line)[:_LONGEST].rstrip(
        "."
    )
