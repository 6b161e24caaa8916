"""Special items (itens especiais): launched, reversed, and entered again by verbs of their own."""

from __future__ import annotations

from uuid import UUID

from honorarios.api.call import Asked, Call
from honorarios.api.door import Door
from honorarios.api.entries import NewEntry, read
from honorarios.api.fields import Key, Reasoned
from honorarios.api.routes.fees import Launch
from honorarios.services import special
from honorarios.services.fees import Changed, Launched
from honorarios.services.operations import Operation
from honorarios.services.outcomes import Result
from honorarios.services.special import Reentered

door = Door(tags=["Itens especiais"])


class Reenter(Reasoned):
    """The item that takes the place of another."""

    entry: NewEntry


@door.writes("/parts/{part_id}/special-items", Operation.FEES_SPECIAL, Launched, key=Asked.REQUIRED)
def launch(call: Call, part_id: Key, body: Launch) -> Result[Launched]:
    """Lançar itens especiais em uma parcial, todos ou nenhum."""
    return special.launch(
        actor=call.actor, part_id=part_id, entries=read(body.entries), key=call.key
    )


@door.writes(
    "/special-items/{uid}/reverse",
    Operation.FEES_SPECIAL,
    Changed,
    key=Asked.REQUIRED,
    match=Asked.OPTIONAL,
)
def reverse(call: Call, uid: UUID, body: Reasoned) -> Result[Changed]:
    """Estornar um item especial, com tudo o que ele trouxe."""
    return special.reverse(
        actor=call.actor, uid=uid, reason=body.reason, version=call.version, key=call.key
    )


@door.writes(
    "/special-items/{uid}/reenter",
    Operation.FEES_SPECIAL,
    Reentered,
    key=Asked.REQUIRED,
    match=Asked.OPTIONAL,
)
def reenter(call: Call, uid: UUID, body: Reenter) -> Result[Reentered]:
    """Estornar um item especial e lançar outro no seu lugar: os dois ou nenhum."""
    return special.reenter(
        actor=call.actor,
        uid=uid,
        entry=body.entry.entry(1),
        reason=body.reason,
        version=call.version,
        key=call.key,
    )
