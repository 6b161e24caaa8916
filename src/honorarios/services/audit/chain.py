"""How an event is sealed: a commitment to its detail, and a hash that chains it to the one before.

Both are HMAC-SHA256 with the key of the trail. The event itself holds only numbers and pseudonyms, so
that the law's erasure of a patient, or of an event's detail, leaves the chain whole.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

FIRST: Final = "0" * 64
"""What the first event of an office has before it."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """An event as the chain sees it."""

    office_id: int
    seq: int
    at: datetime
    actor_id: int | None
    action: str
    subject_type: str
    subject_id: str
    commitment: str
    previous: str

    def hash(self, key: bytes) -> str:
        """The hash of the event, in hexadecimal; it covers every field and the hash before."""
        fields = [
            self.office_id,
            self.seq,
            self.at.astimezone(UTC).isoformat(timespec="microseconds"),
            self.actor_id,
            self.action,
            self.subject_type,
            self.subject_id,
            self.commitment,
            self.previous,
        ]
        return _hmac(key, "event", json.dumps(fields))


def canonical(detail: Mapping[str, object]) -> str:
    """The text of an event's detail that its commitment is made from.

    A nonce goes with it: once erased, the detail can't be guessed back from its commitment.
    """
    return json.dumps(
        {"detail": detail, "nonce": secrets.token_hex(16)}, sort_keys=True, ensure_ascii=False
    )


def commitment(key: bytes, content: str) -> str:
    """What an event keeps of its detail."""
    return _hmac(key, "detail", content)


def pseudonym(key: bytes, kind: str, name: object) -> str:
    """What the trail calls a person: the same each time, and nobody's name without the key."""
    return _hmac(key, kind, str(name))[:32]


def digest(rows: Iterable[object]) -> str:
    """SHA-256 over rows of a bulk operation, in their order, for the detail of its one event.

    >>> digest([("a", 1), ("b", 2)]) == digest([("b", 2), ("a", 1)])
    False
    """
    total = hashlib.sha256()
    for row in rows:
        total.update(json.dumps(row, default=str).encode() + b"\n")
    return total.hexdigest()


def _hmac(key: bytes, purpose: str, text: str) -> str:
    return hmac.new(key, f"{purpose}\0{text}".encode(), hashlib.sha256).hexdigest()
