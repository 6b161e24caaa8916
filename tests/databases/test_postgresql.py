"""The tests' own PostgreSQL: it comes, it survives being killed, and it leaves nothing behind."""

from __future__ import annotations

import sys

import psycopg
import pytest

from tests.databases.postgresql import PostgresServer

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it listens on a Unix socket")


def test_what_was_committed_survives_a_crash_and_the_folder_goes_at_the_end() -> None:
    server = PostgresServer()
    server.start()
    with psycopg.connect(server.url(), autocommit=True) as connection:
        connection.execute("CREATE TABLE kept (value int)")
        connection.execute("INSERT INTO kept VALUES (41000)")
        connection.execute("BEGIN")
        connection.execute("INSERT INTO kept VALUES (1)")
        server.crash()
        with pytest.raises(psycopg.OperationalError):
            connection.execute("SELECT 1")
    server.start()
    with psycopg.connect(server.url()) as connection:
        assert connection.execute("SELECT value FROM kept").fetchall() == [(41000,)]
    server.stop()
    assert not server.folder.exists()
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(server.url())
