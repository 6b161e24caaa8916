"""A full disk, a database that goes away, a process that is killed: run again, it is as if nothing was."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

from django.db import connection

from honorarios.records.models import ImportBatch, ImportRow
from honorarios.services import imports
from honorarios.services.imports import running
from honorarios.services.outcomes import Refusal
from tests.services.hospital import make_house
from tests.services.imports.files import acts, write

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

KILLS = 50
"""The campaign kills more often, and a server of PostgreSQL too."""
ROWS = 5_000
KILLING = """
import json, sys
from dataclasses import asdict
from pathlib import Path
from honorarios import config
config.setup()
from tests.databases.own import copies, migrated
from tests.services.imports.kills import Imports

folder, rows, kills = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
told = Imports(copies(migrated, folder).fresh, folder, rows, seed=0).until(kills)
print(json.dumps(asdict(told)))
"""
"""A process of its own with one thread, on the database of this run."""


def test_a_full_disk_keeps_what_was_done_and_the_import_goes_on_later(
    on_own_database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert on_own_database
    monkeypatch.setattr(running, "CHUNK_ROWS", 50)
    house = make_house()
    file = write(tmp_path / "a.csv", acts(400))
    _fill_the_disk()
    result = imports.run(actor=house.clerk, path=file, kind="fees")
    assert [finding.code for finding in result.findings] == [
        *("EST-NO-SPACE", "REG-IMPORT-STOPPED"),
    ]
    assert result.refusal is Refusal.UNAVAILABLE
    assert result.value is not None
    done = ImportBatch.objects.get().done_rows
    assert 0 < done < 400
    assert result.value.done_rows == done == len(house.lines()) == ImportRow.objects.count()
    _free_the_disk()
    again = imports.run(actor=house.clerk, path=file, kind="fees").require()
    assert (again.state, again.imported) == ("done", 400)
    assert len(house.lines()) == ImportRow.objects.count() == 400


def _fill_the_disk() -> None:
    """Leave room for some chunks: a limit of pages on SQLite, on PostgreSQL the error itself."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA page_count")
            (pages,) = cursor.fetchone()
            cursor.execute(f"PRAGMA max_page_count = {pages + 120}")
            return
        cursor.execute(
            "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            " IF NEW.number > 180 THEN RAISE EXCEPTION 'could not extend file: No space left on"
            " device' USING ERRCODE = '53100'; END IF; RETURN NEW; END $$"
        )
        cursor.execute(
            "CREATE TRIGGER full_disk BEFORE INSERT ON records_importrow"
            " FOR EACH ROW EXECUTE FUNCTION full_disk()"
        )


def _free_the_disk() -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA max_page_count = 1000000000")
        else:
            cursor.execute("DROP FUNCTION full_disk CASCADE")


def test_killed_at_random_points_the_import_ends_as_if_it_never_was(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", KILLING, str(tmp_path), str(ROWS), str(KILLS)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["faults"] == []
    assert told["kills"] == KILLS
    assert told["killed_with_rows_done"] > 0
