"""The audit trail and the record's invariants, asked by people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from ninja import Query
from pydantic import Field

from honorarios.api.call import Call
from honorarios.api.door import Door
from honorarios.api.fields import Given, Key, Reasoned, Size
from honorarios.services import auditing
from honorarios.services.auditing import Erased, EventView
from honorarios.services.check import Proof, prove
from honorarios.services.operations import Operation
from honorarios.services.outcomes import Result

door = Door(tags=["Auditoria"])

Head = Annotated[str, Field(max_length=200)]


@dataclass(frozen=True, slots=True)
class TrailHead:
    """The end of the trail, as one line of text to be kept where the database isn't."""

    head: str


@dataclass(frozen=True, slots=True)
class TrailProof:
    """What verifying the trail found."""

    head: str
    """The end of the chain as it is now, or before the first bad event."""
    first_bad: int | None
    """Number of the first event that was tampered with, or is missing."""


class EventsAsked(Given):
    """Which events to list."""

    patient_id: Key | None = None
    before: Key | None = Field(default=None, description="Só os de número menor.")
    size: Size = 100


class HeadAsked(Given):
    """The head to verify against."""

    expected_head: Head | None = Field(default=None, description="Uma linha já exportada.")


@door.reads("/audit/events", Operation.AUDIT_READ, tuple[EventView, ...])
def events(call: Call, asked: Query[EventsAsked]) -> Result[tuple[EventView, ...]]:
    """Listar eventos da trilha, os mais novos primeiro, ou os que são de um paciente."""
    return auditing.events(
        actor=call.actor, patient_id=asked.patient_id, before=asked.before, limit=asked.size
    )


@door.reads("/audit/head", Operation.AUDIT_VERIFY, TrailHead)
def head(call: Call) -> Result[TrailHead]:
    """Exportar a ponta da trilha, para guardar fora do banco de dados."""
    found = auditing.export_head(actor=call.actor)
    return Result(None if found.value is None else TrailHead(found.value), found.findings)


@door.reads("/audit/proof", Operation.AUDIT_VERIFY, TrailProof)
def verify(call: Call, asked: Query[HeadAsked]) -> Result[TrailProof]:
    """Conferir a trilha inteira, e contra uma ponta que se guardou."""
    found = auditing.verify(actor=call.actor, expected_head=asked.expected_head)
    proof = found.value
    told = None if proof is None else TrailProof(str(proof.head), proof.first_bad)
    return Result(told, found.findings)


@door.writes("/audit/events/{seq}/erase-detail", Operation.AUDIT_ERASE, Erased)
def erase_detail(call: Call, seq: Key, body: Reasoned) -> Result[Erased]:
    """Apagar o detalhe de um evento, como a lei pode pedir; a trilha continua inteira."""
    return auditing.erase_detail(actor=call.actor, seq=seq, reason=body.reason, key=call.key)


@door.reads("/check", Operation.CHECK, Proof)
def check(call: Call) -> Result[Proof]:
    """Provar de novo as invariantes dos registros."""
    return prove(actor=call.actor)
