"""What each database is asked for, seen on a real connection."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.db.backends.signals import connection_created

from honorarios.config import databases
from honorarios.records.models import Office


def pragma(name: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {name}")
        return cursor.fetchone()[0]


def only_on(vendor: str) -> None:
    if connection.vendor != vendor:
        pytest.skip(f"only on {vendor}")


@pytest.mark.usefixtures("on_own_database")
def test_sqlite_has_the_pragmas_that_the_record_relies_on() -> None:
    """``spec: quality 1.2``: without recursive triggers INSERT OR REPLACE slips past a freeze."""
    only_on("sqlite")
    names = ["journal_mode", "synchronous", "foreign_keys", "recursive_triggers", "busy_timeout"]
    assert [pragma(name) for name in names] == ["wal", 2, 1, 1, databases.BUSY_SECONDS * 1000]


def test_a_transaction_on_sqlite_takes_its_lock_when_it_begins(on_own_database: str) -> None:
    only_on("sqlite")
    Office.objects.exists()
    path = on_own_database.removeprefix("sqlite:///")
    with transaction.atomic():
        assert Office.objects.count() == 0
        # Nothing was written yet, and already nobody else may write.
        other = sqlite3.connect(path, timeout=0)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        assert other.execute("SELECT count(*) FROM records_office").fetchone() == (0,)
        other.close()


@pytest.mark.usefixtures("db")
def test_postgresql_keeps_text_whole_and_stamps_in_utc() -> None:
    only_on("postgresql")
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_encoding")
        assert cursor.fetchone() == ("UTF8",)
        cursor.execute("SHOW timezone")
        assert cursor.fetchone() == ("UTC",)


def test_another_database_is_refused() -> None:
    with pytest.raises(ValueError, match="sqlite or postgresql"):
        databases.connection("mysql://server/honorarios")


def test_options_of_the_address_stay(tmp_path: Path) -> None:
    described = databases.connection("postgresql://server/honorarios?sslmode=require")
    assert described["OPTIONS"]["sslmode"] == "require"
    assert (
        databases.connection(f"sqlite:///{tmp_path}/a.sqlite3")["NAME"] == f"{tmp_path}/a.sqlite3"
    )


def test_a_file_that_was_replaced_is_left_at_the_next_request(on_own_database: str) -> None:
    """A copy restored beside a running server: what is written from then on goes to it."""
    only_on("sqlite")
    path = Path(on_own_database.removeprefix("sqlite:///"))
    connection_created.connect(databases.remember_file)
    try:
        Office.objects.exists()
        databases.leave_replaced_file()
        assert connection.connection is not None
        path.rename(path.with_suffix(".moved"))
        databases.leave_replaced_file()
        assert connection.connection is None
    finally:
        connection_created.disconnect(databases.remember_file)


def test_a_connection_outlives_its_request() -> None:
    described = databases.connection("postgresql://server/honorarios")
    assert described["CONN_MAX_AGE"] == databases.KEPT_SECONDS
    assert described["CONN_HEALTH_CHECKS"]
