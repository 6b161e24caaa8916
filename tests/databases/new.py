"""A new database for a program that runs by itself, on either kind of server."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from tests.databases.postgresql import PostgresServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def new_database(kind: str, folder: Path) -> Iterator[str]:
    """The address of a new, empty database: a file of the folder, or a server that goes at the end."""
    if kind == "sqlite":
        yield f"sqlite:///{folder / 'campaign.sqlite3'}"
        return
    server = PostgresServer()
    server.start()
    try:
        yield server.url()
    finally:
        server.stop()
