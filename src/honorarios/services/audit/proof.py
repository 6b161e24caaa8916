"""Proving an office's trail: exporting its head, and verifying the chain against it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

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
    erased = _erased(office_id)
    for event, content in _events(office_id):
        fault = _fault(event, content, after=reached, erased=event.seq in erased)
        if fault is not None:
            missing = fault is codes.EVENT_MISSING
            return _bad(reached, reached.seq + 1 if missing else event.seq, fault)
        reached = Head(office_id, event.seq, event.hash)
        if expected is not None and expected.seq == reached.seq and expected != reached:
            return _bad(reached, event.seq, codes.EVENT_CHANGED)
    if expected is not None and expected.seq > reached.seq:
        return _bad(reached, reached.seq + 1, codes.TAIL_CUT)
    return Proof(reached)


def _fault(event: AuditEvent, content: str | None, *, after: Head, erased: bool) -> Code | None:
    """What is wrong with an event, if anything."""
    if event.seq != after.seq + 1 or event.previous != after.hash:
        return codes.EVENT_MISSING
    key = trail.key()
    if event.hash != sealed(event).hash(key):
        return codes.EVENT_CHANGED
    if content is None:
        return None if erased else codes.DETAIL_MISSING
    return None if event.commitment == chain.commitment(key, content) else codes.DETAIL_CHANGED


def _bad(reached: Head, seq: int, code: Code) -> Proof:
    return Proof(reached, seq, at(code, seq=seq))


def _events(office_id: int) -> Iterator[tuple[AuditEvent, str | None]]:
    """The events of an office in the order of their numbers, each with its detail's text."""
    rows = AuditEvent.objects.filter(office_id=office_id).select_related("detail")
    for event in rows.order_by("seq", "pk").iterator(chunk_size=_BATCH):
        detail = getattr(event, "detail", None)
        yield event, detail.content if detail is not None else None


def _erased(office_id: int) -> set[int]:
    named = AuditEvent.objects.filter(office_id=office_id, action=ERASURE, subject_type="event")
    return {int(seq) for seq in named.values_list("subject_id", flat=True) if seq.isdecimal()}


def sealed(event: AuditEvent) -> chain.Sealed:
    """An event on record as the chain sees it."""
    return chain.Sealed(
        office_id=event.office_id,
        seq=event.seq,
        at=event.at,
        actor_id=event.actor_id,
        action=event.action,
        subject_type=event.subject_type,
        subject_id=event.subject_id,
        commitment=event.commitment,
        previous=event.previous,
    )
