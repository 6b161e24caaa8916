"""The hash of what a report says, printed on it: two prints with one hash say the same."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def digest(content: DataclassInstance) -> str:
    """SHA-256 of all that a report says, in hexadecimal; when and for whom it is printed is left out."""
    told = json.dumps(
        asdict(content), default=_plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    return hashlib.sha256(f"{type(content).__name__}\n{told}".encode()).hexdigest()


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)
