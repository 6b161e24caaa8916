"""Making a copy of the whole record."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import DatabaseError, InterfaceError, connection
from django.utils import timezone

from honorarios import __version__
from honorarios.core.system import reason_of
from honorarios.records.models import Office
from honorarios.services import actor as actors
from honorarios.services.audit import trail
from honorarios.services.backup import archive, codes, postgresql, sqlite
from honorarios.services.backup.manifest import FORMAT, Manifest, fingerprint
from honorarios.services.failures import meaning
from honorarios.services.operations import Operation
from honorarios.services.outcomes import Refused, Result, at, refuse
from honorarios.services.work import perform

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from honorarios.services.work import Work


@dataclass(frozen=True, slots=True)
class Saved:
    """A copy that was made."""

    path: str
    size: int
    """Bytes of the file."""
    manifest: Manifest


def save(*, path: Path) -> Result[Saved]:
    """Copy the whole record into a new file, in the name of the machine's operator.

    That it is copied, all patients with it, is an event of each office's audit trail, in the copy too.
    """
    try:
        with failures(path):
            if path.exists():
                refuse(at(codes.EXISTS, file=path))
            with archive.drafting(path) as draft:
                _tell_offices()
                manifest = _write(draft, path)
        return Result(Saved(str(path), path.stat().st_size, manifest))
    except Refused as refused:
        return Result(findings=refused.findings)


@contextmanager
def failures(path: Path) -> Iterator[None]:
    """Turn what the disk and the database refuse into findings."""
    try:
        yield
    except OSError as problem:
        refuse(at(codes.FILE, file=path, why=reason_of(problem)))
    except sqlite3.Error as problem:
        refuse(at(codes.FILE, file=path, why=reason_of(problem)))
    except (DatabaseError, InterfaceError) as problem:
        finding = meaning(problem)
        if finding is None:
            raise
        refuse(finding)


def _write(draft: Path, path: Path) -> Manifest:
    database = draft / archive.DATABASE
    if connection.vendor == "postgresql":
        tables, heads, migrations = postgresql.dump(database)
    else:
        sqlite.copy(database)
        tables, heads, migrations = sqlite.described(database)
    manifest = Manifest(
        format=FORMAT,
        program=__version__,
        vendor=connection.vendor,
        made_at=timezone.now(),
        migrations=migrations,
        tables=tables,
        heads=heads,
        audit_key=fingerprint(trail.key()),
        database_sha256=archive.sha256_of(database),
    )
    # PostgreSQL's own form is compressed already.
    archive.pack(database, manifest, draft, path, compress=connection.vendor == "sqlite")
    return manifest


def _tell_offices() -> None:
    for office in Office.objects.order_by("pk"):
        tell_office(office.pk, "backup.save", {})


def tell_office(office_id: int, action: str, detail: dict[str, object]) -> None:
    """Put an event about a copy into an office's audit trail; stops where it can't be."""

    def do(work: Work) -> str:
        work.record("office", office_id, detail, action=action)
        return action

    told = perform(
        actor=actors.system(office_id=office_id),
        operation=Operation.BACKUP,
        answer=str,
        do=do,
    )
    if not told.ok:
        refuse(*told.findings)
