"""What a database's error means to whoever asked: try again, a finding, or a fault of the program."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Final

from django.db import DatabaseError

from honorarios.records.triggers import refusal
from honorarios.services import codes
from honorarios.services.outcomes import at

if TYPE_CHECKING:
    from django.db import InterfaceError

    from honorarios.core.findings import Code, Finding

# PostgreSQL's states: serialization failure, deadlock, lock not available; then the server's going away
# (classes 08 and 57P), a full disk (53100) and a read-only one (25006, 58030).
_PG_BUSY: Final = ("40001", "40P01", "55P03")
_PG_AWAY: Final = ("08", "57P", "53300")
_PG_NO_SPACE: Final = ("53100", "25006", "58030")

# SQLite's result codes; the low byte is the kind.
_LITE_BUSY: Final = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_LITE_NO_SPACE: Final = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR)
_LITE_AWAY: Final = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT)


def meaning(problem: DatabaseError | InterfaceError) -> Finding | None:
    """The finding that a database's error is; None where it is the program's fault."""
    if isinstance(problem, DatabaseError) and refusal(problem) is not None:
        # Triggers say why in words of their own, with nobody's data, in the first line.
        return at(codes.PROTECTED, why=str(problem).partition("\n")[0])
    if "NUL (0x00)" in str(problem):
        # SQLite keeps such a text; PostgreSQL's driver refuses it before the server sees it.
        return at(codes.NOT_TEXT, title="Pedido")
    code = _code(problem)
    return None if code is None else at(code)


def _code(problem: DatabaseError | InterfaceError) -> Code | None:
    cause = problem.__cause__
    if isinstance(cause, sqlite3.Error):
        return _of_sqlite(cause)
    return _of_postgresql(getattr(cause, "sqlstate", None), str(problem))


def _of_sqlite(cause: sqlite3.Error) -> Code | None:
    number = getattr(cause, "sqlite_errorcode", None)
    if number is None:
        return None
    kind = number & 0xFF
    if kind in _LITE_BUSY:
        return codes.BUSY
    if kind in _LITE_NO_SPACE:
        return codes.NO_SPACE
    return codes.UNAVAILABLE if kind in _LITE_AWAY else None


def _of_postgresql(state: str | None, text: str) -> Code | None:
    if state is None:
        # The connection could not be made, or died: the driver has no state to tell.
        return codes.UNAVAILABLE if "connection" in text or "server" in text else None
    if state in _PG_BUSY:
        return codes.BUSY
    if state in _PG_NO_SPACE:
        return codes.NO_SPACE
    return codes.UNAVAILABLE if state.startswith(_PG_AWAY) else None
