"""Proving an office's trail: exporting its head, and verifying the chain against it."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Final, NamedTuple

from honorarios.records.models import AuditEvent
from honorarios.services import codes
from honorarios.services.audit import chain, trail
from honorarios.services.outcomes import at, refuse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from honorarios.core.findings import Code, Finding

ERASURE: Final = "audit.erase"
"""Action of the event that says which events' details were erased; its subject is one of them."""

_HEAD: Final = re.compile(r"honorarios-audit:(\d+):(\d+):([0-9a-f]{64})")
_BATCH: Final = 2000


@dataclass(frozen=True, slots=True)
class Head:
    """The end of an office's trail at some moment, kept elsewhere to prove that nothing was cut off."""

    office_id: int
    seq: int
    """Number of the last event; 0 for a trail that has none."""
    hash: str

    def __str__(self) -> str:
        """One line of text to print, mail or file away."""
        return f"honorarios-audit:{self.office_id}:{self.seq}:{self.hash}"


@dataclass(frozen=True, slots=True)
class Proof:
    """What verifying found."""

    head: Head
    """The end of the chain as it is now, or before the first bad event."""
    first_bad: int | None = None
    """Number of the first event that was tampered with, or is missing."""
    finding: Finding | None = None

    @property
    def whole(self) -> bool:
        """Whether nothing was tampered with."""
        return self.first_bad is None


def read_head(text: str) -> Head:
    """The head that a line of text says; stops with AUD-HEAD where it says none."""
    found = _HEAD.fullmatch(text.strip())
    if found is None:
        refuse(at(codes.NOT_A_HEAD, text=text))
    return Head(int(found[1]), int(found[2]), found[3])


def head(office_id: int) -> Head:
    """The end of an office's trail as it stands."""
    last = AuditEvent.objects.filter(office_id=office_id).order_by("-seq").first()
    return Head(office_id, last.seq, last.hash) if last else Head(office_id, 0, chain.FIRST)


def verify(office_id: int, *, expected: Head | None = None) -> Proof:
    """Walk an office's trail from its first event, to the first that doesn't hold.

    A cut tail leaves a chain that holds: only a head exported before it tells.
    """
    reached = Head(office_id, 0, chain.FIRST)
    if expected is not None and expected.office_id != office_id:
        return _bad(reached, 1, codes.OTHER_TRAIL)
    key, erased = trail.key(), _erased(office_id)
    for event in _events(office_id):
        seq = event.sealed.seq
        fault = _fault(event, key, after=reached, erased=seq in erased)
        if fault is not None:
            return _bad(reached, reached.seq + 1 if fault is codes.EVENT_MISSING else seq, fault)
        reached = Head(office_id, seq, event.hash)
        if expected is not None and expected.seq == seq and expected != reached:
            return _bad(reached, seq, codes.EVENT_CHANGED)
    if expected is not None and expected.seq > reached.seq:
        return _bad(reached, reached.seq + 1, codes.TAIL_CUT)
    return Proof(reached)


class _Kept(NamedTuple):
    """An event as it is on record."""

    sealed: chain.Sealed
    hash: str
    content: str | None
    """The text of its detail; None where that is gone."""


def _fault(event: _Kept, key: bytes, *, after: Head, erased: bool) -> Code | None:
    """What is wrong with an event, if anything."""
    sealed = event.sealed
    if sealed.seq != after.seq + 1 or sealed.previous != after.hash:
        return codes.EVENT_MISSING
    if event.hash != sealed.hash(key):
        return codes.EVENT_CHANGED
    if event.content is None:
        return None if erased else codes.DETAIL_MISSING
    made = chain.commitment(key, event.content)
    return None if sealed.commitment == made else codes.DETAIL_CHANGED


def _bad(reached: Head, seq: int, code: Code) -> Proof:
    return Proof(reached, seq, at(code, seq=seq))


def _events(office_id: int) -> Iterator[_Kept]:
    """The events of an office in the order of their numbers."""
    columns = [field.name for field in fields(chain.Sealed)]
    rows = AuditEvent.objects.filter(office_id=office_id).order_by("seq", "pk")
    for *own, kept_hash, content in rows.values_list(*columns, "hash", "detail__content").iterator(
        chunk_size=_BATCH
    ):
        yield _Kept(chain.Sealed(*own), kept_hash, content)


def _erased(office_id: int) -> set[int]:
    named = AuditEvent.objects.filter(office_id=office_id, action=ERASURE, subject_type="event")
    return {int(seq) for seq in named.values_list("subject_id", flat=True) if seq.isdecimal()}
