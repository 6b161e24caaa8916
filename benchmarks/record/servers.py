"""The two databases that are measured, in a folder that goes when the measurement ends."""

from __future__ import annotations

import os
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from tests.databases import postgresql

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KINDS: Final = ("sqlite", "postgresql")
POSTGRESQL_OPTIONS: Final = (
    "-c listen_addresses=",
    # As an installation has it: a commit that is answered survives a power cut.
    "-c fsync=on",
    "-c full_page_writes=on",
    "-c synchronous_commit=on",
    # A quarter of a small server, and a checkpoint now and then instead of all the time.
    "-c shared_buffers=512MB",
    "-c max_wal_size=4GB",
)


class Durable(postgresql.PostgresServer):
    """The PostgreSQL of the tests, with nothing left out of what a real one does."""

    def _command(self, binaries: Path) -> list[str]:
        return [
            *(str(binaries / "postgres"), "-D", str(self.data)),
            *("-k", str(self.folder)),
            *(word for option in POSTGRESQL_OPTIONS for word in option.split(" ")),
        ]

    def size(self) -> int:
        """Bytes of the cluster on disk."""
        told = subprocess.run(
            ["du", "-sb", self.data], capture_output=True, text=True, check=True
        ).stdout
        return int(told.split()[0])


@contextmanager
def database(kind: str, folder: Path) -> Iterator[dict[str, str]]:
    """What the environment of a process says to use a fresh database of a kind."""
    home = {**os.environ, "HONORARIOS_HOME": str(folder / kind)}
    if kind == "sqlite":
        yield {**home, "DATABASE_URL": f"sqlite:///{folder / kind / 'honorarios.sqlite3'}"}
        return
    server = Durable()
    server.start()
    try:
        yield {**home, "DATABASE_URL": server.url()}
    finally:
        server.stop()
