"""What a copy says of itself, to be proven when it is restored."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime  # noqa: TC003 - pydantic reads the annotations
from typing import Final

from pydantic import TypeAdapter, ValidationError

FORMAT: Final = "honorarios.backup/1"


@dataclass(frozen=True, slots=True)
class TableDigest:
    """What a table held."""

    rows: int
    sha256: str
    """Of its rows in the order of their keys, as the database itself writes them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """A copy's description of itself."""

    format: str
    program: str
    """Version of the program that made it."""
    vendor: str
    """``sqlite`` or ``postgresql``: a copy is in the database's own form."""
    made_at: datetime
    migrations: tuple[str, ...]
    """``app.name`` of each that the database had."""
    tables: dict[str, TableDigest]
    heads: dict[str, str]
    """The end of the audit trail of each office, by its short name."""
    audit_key: str
    """Tells whether a key is the one of the copied system, and nothing else about it."""
    database_sha256: str
    """Of the copied database as it stands in the file."""

    @property
    def rows(self) -> int:
        """Rows of all tables."""
        return sum(table.rows for table in self.tables.values())


_MANIFEST: Final = TypeAdapter(Manifest)


def written(manifest: Manifest) -> bytes:
    """A manifest as a file."""
    return _MANIFEST.dump_json(manifest, indent=1)


def read(content: bytes) -> Manifest | None:
    """The manifest of a file; None where it is none."""
    try:
        return _MANIFEST.validate_json(content)
    except ValidationError:
        return None


def fingerprint(key: bytes) -> str:
    """What tells one key of the audit trail from another: it doesn't give the key away."""
    return hmac.new(key, b"backup\0manifest", hashlib.sha256).hexdigest()
