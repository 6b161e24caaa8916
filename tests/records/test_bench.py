"""The bench itself: which database a test is on, and what a database of its own is."""

from __future__ import annotations

import os
import subprocess
import sys
import threading

import pytest
from django.db import connection, transaction

from honorarios.records.models import Office
from tests.databases.own import migrated

COUNT = (
    "import honorarios.config as c; c.setup(); from honorarios.records.models import Office;"
    "print(Office.objects.count())"
)


def engine(config: pytest.Config) -> str:
    return str(config.getoption("database"))


@pytest.mark.database
def test_the_tests_are_on_the_database_that_was_asked_for(pytestconfig: pytest.Config) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT version()"
            if engine(pytestconfig) == "postgresql"
            else "SELECT sqlite_version()"
        )
        (version,) = cursor.fetchone()
    assert connection.vendor == engine(pytestconfig)
    assert version.startswith("PostgreSQL" if connection.vendor == "postgresql" else "3.")


@pytest.mark.database
@pytest.mark.parametrize("attempt", [1, 2])
def test_what_a_test_writes_is_gone_for_the_next(attempt: int) -> None:
    assert not Office.objects.exists(), attempt
    Office.objects.create(name="Clínica", slug="clinica")


def test_an_own_database_is_migrated_and_another_process_sees_its_commits(
    on_own_database: str,
) -> None:
    Office.objects.create(name="Clínica", slug="clinica")
    counted = subprocess.run(
        [sys.executable, "-c", COUNT],
        env={**os.environ, "DATABASE_URL": on_own_database},
        capture_output=True,
        text=True,
        check=True,
    )
    assert counted.stdout.strip() == "1"


@pytest.mark.parametrize("attempt", [1, 2])
def test_threads_share_an_own_database_that_is_fresh_each_time(
    on_own_database: str, attempt: int
) -> None:
    assert not Office.objects.exists(), (on_own_database, attempt)

    def create(number: int) -> None:
        with transaction.atomic():
            Office.objects.create(name=f"Clínica {number}", slug=f"clinica-{number}")
        connection.close()

    threads = [threading.Thread(target=create, args=[number]) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Office.objects.count() == 4


def test_migrating_again_changes_nothing(own_database: str) -> None:
    assert migrated(own_database) == own_database
