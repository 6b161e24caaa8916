"""Putting a copy into an empty database, and proving that it is what was copied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import connection
from django.db.migrations.loader import MigrationLoader

from honorarios.records.models import Office
from honorarios.services.audit import trail
from honorarios.services.backup import archive, codes, postgresql, sqlite
from honorarios.services.backup.manifest import FORMAT, Manifest, fingerprint
from honorarios.services.backup.saving import failures, tell_office
from honorarios.services.moment import one_moment
from honorarios.services.outcomes import Refused, Result, at, refuse

if TYPE_CHECKING:
    from pathlib import Path

    from honorarios.services.backup.manifest import TableDigest


@dataclass(frozen=True, slots=True)
class Restored:
    """A copy that is the database now."""

    manifest: Manifest
    key_is_theirs: bool
    """Whether the audit trail can be verified with the key that is here."""


def restore(
    *, path: Path, other_key: bool = False, key_file: str = "audit.key"
) -> Result[Restored]:
    """Put a copy into the configured database, which must be empty.

    Every table is compared with the manifest afterwards, before the database is placed where that is
    possible (SQLite). The database may be of an earlier version: migrate it, then check it, then call
    :func:`record_restoration`.

    Args:
        path: The copy.
        other_key: Restore although the audit key isn't the copied system's.
        key_file: Where the finding says that the key belongs.
    """
    try:
        with failures(path):
            manifest = _manifest(path)
            theirs = manifest.audit_key == fingerprint(trail.key())
            if not theirs and not other_key:
                refuse(at(codes.OTHER_KEY, file=key_file))
            if connection.vendor == "postgresql":
                _into_postgresql(path, manifest)
            else:
                _into_sqlite(path, manifest)
        return Result(Restored(manifest, theirs))
    except Refused as refused:
        return Result(findings=refused.findings)


def record_restoration(manifest: Manifest) -> Result[str]:
    """Put the restoration into each office's audit trail, once the database is of this version."""
    try:
        for office in Office.objects.order_by("pk"):
            tell_office(office.pk, "backup.restore", {"made_at": manifest.made_at.isoformat()})
        return Result("backup.restore")
    except Refused as refused:
        return Result(findings=refused.findings)


def _manifest(path: Path) -> Manifest:
    """The manifest of a copy that this program can restore here."""
    manifest = archive.manifest_of(path)
    if manifest is None:
        refuse(at(codes.NOT_A_COPY, file=path))
    known = MigrationLoader(None, ignore_no_migrations=True).disk_migrations
    names = {f"{app}.{name}" for app, name in known}
    if manifest.format != FORMAT or not names.issuperset(manifest.migrations):
        refuse(at(codes.LATER_FORMAT, version=manifest.program))
    if manifest.vendor != connection.vendor:
        kinds = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
        copied = kinds.get(manifest.vendor, manifest.vendor)
        refuse(at(codes.OTHER_KIND, copied=copied, here=kinds[connection.vendor]))
    return manifest


def _into_sqlite(path: Path, manifest: Manifest) -> None:
    target = sqlite.database_file()
    if not sqlite.is_empty():
        refuse(at(codes.NOT_EMPTY, where=target))
    target.absolute().parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with archive.drafting(target) as draft:
        restored = _unpacked(path, manifest, draft)
        tables, _, _ = sqlite.described(restored)
        _compare(manifest.tables, tables)
        sqlite.place(restored)


def _into_postgresql(path: Path, manifest: Manifest) -> None:
    if not postgresql.is_empty():
        refuse(at(codes.NOT_EMPTY, where=connection.settings_dict["NAME"]))
    with archive.drafting() as draft:
        postgresql.restore(_unpacked(path, manifest, draft))
    with one_moment(), connection.cursor() as cursor:
        tables, _, _ = postgresql.described(cursor)
    _compare(manifest.tables, tables)


def _unpacked(path: Path, manifest: Manifest, draft: Path) -> Path:
    database = draft / archive.DATABASE
    try:
        digest = archive.unpack(path, database)
    except archive.DAMAGES:
        digest = ""
    if digest != manifest.database_sha256:
        refuse(at(codes.DAMAGED, file=path, what="o banco de dados"))
    return database


def _compare(copied: dict[str, TableDigest], restored: dict[str, TableDigest]) -> None:
    """Stop at every table that isn't what was copied."""
    differ = [
        name
        for name in sorted(copied.keys() | restored.keys())
        if copied.get(name) != restored.get(name)
    ]
    if differ:
        refuse(*(at(codes.DIFFERENT, table=name) for name in differ))
