"""Idempotency keys: the same request twice has the effect, and the answer, of once.

The answer is stored under (office, user, key) in the transaction that made the money, so there is never
one without the other. Refusals aren't stored: they changed nothing, and mended they may be asked again
with the same key.
"""

from __future__ import annotations

import hashlib
import json
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from django.db import connection
from pydantic_core import to_jsonable_python

from honorarios.records.models import IdempotencyKey
from honorarios.services import codes
from honorarios.services.outcomes import at, refuse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from honorarios.services.actor import Actor
    from honorarios.services.operations import Operation

LONGEST_KEY: Final = 255

_running: set[tuple[int, int, str]] = set()
_running_lock: Final = threading.Lock()


@dataclass(frozen=True, slots=True)
class Claim:
    """A key that was given with a request."""

    office_id: int
    user_id: int
    key: str
    digest: str
    """SHA-256 of the operation and the request, in hexadecimal."""


def claim(*, actor: Actor, operation: Operation, key: str, request: object) -> Claim:
    """The claim of a request on its key; stops with EST-KEY where the key is empty or too long."""
    if not 0 < len(key) <= LONGEST_KEY:
        refuse(at(codes.KEY_INVALID, longest=LONGEST_KEY))
    return Claim(actor.office_id, actor.user_id, key, request_digest(operation, request))


def request_digest(operation: Operation, request: object) -> str:
    """SHA-256 of an operation and what it was asked, the same whatever the order of names."""
    asked = json.dumps(
        [operation.value, to_jsonable_python(request)], sort_keys=True, ensure_ascii=False
    )
    return hashlib.sha256(asked.encode()).hexdigest()


@contextmanager
def alone(claimed: Claim) -> Iterator[None]:
    """Hold the key within this process; stops with EST-IN-FLIGHT where another thread has it."""
    held = (claimed.office_id, claimed.user_id, claimed.key)
    with _running_lock:
        if held in _running:
            refuse(at(codes.IN_FLIGHT))
        _running.add(held)
    try:
        yield
    finally:
        with _running_lock:
            _running.discard(held)


def stored_answer(claimed: Claim) -> dict[str, Any] | None:
    """The answer that the key already has, or None where the request is new; in the transaction.

    Stops with EST-KEY-REUSED where the key answered another request, and with EST-IN-FLIGHT where
    another process holds it. (On SQLite a second process waits for the first one's commit instead:
    there is one writer at a time.)
    """
    _lock(claimed)
    found = IdempotencyKey.objects.filter(
        office_id=claimed.office_id, actor_id=claimed.user_id, key=claimed.key
    ).first()
    if found is None:
        return None
    if found.request_digest != claimed.digest:
        refuse(at(codes.KEY_REUSED))
    return dict(found.response)


def store_answer(claimed: Claim, response: dict[str, Any]) -> None:
    """Keep what was answered, ready for JSON, before the transaction ends."""
    IdempotencyKey.objects.create(
        office_id=claimed.office_id,
        actor_id=claimed.user_id,
        key=claimed.key,
        request_digest=claimed.digest,
        response=response,
    )


def _lock(claimed: Claim) -> None:
    """Hold the key against other processes until the transaction ends."""
    if connection.vendor != "postgresql":
        return
    name = f"idempotency/{claimed.office_id}/{claimed.user_id}/{claimed.key}"
    number = int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], signed=True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [number])
        (held,) = cursor.fetchone()
    if not held:
        refuse(at(codes.IN_FLIGHT))
