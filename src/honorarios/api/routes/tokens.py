"""The keys of programs: listed and revoked; and who the bearer of one is."""

from __future__ import annotations

from dataclasses import dataclass

from honorarios.api.call import Asked, Call
from honorarios.api.door import Door
from honorarios.api.fields import Key
from honorarios.services import tokens
from honorarios.services.operations import Operation
from honorarios.services.outcomes import Result
from honorarios.services.permissions import reach
from honorarios.services.tokens import TokenView

door = Door(tags=["Chaves de acesso"])


@dataclass(frozen=True, slots=True)
class Me:
    """Who asks, and what they may ask for."""

    user_id: int
    office_id: int
    role: str
    billing_unit_ids: tuple[int, ...] | None
    """Units within reach; null: all of the office's."""
    provider_id: int | None
    token_id: int | None
    operations: dict[str, str]
    """How far each operation goes: production, unit or office."""


@door.reads("/me", None, Me)
def me(call: Call) -> Result[Me]:
    """Ler quem se é e o que se pode pedir."""
    actor = call.actor
    reached = {operation.value: reach(actor.role, operation) for operation in Operation}
    return Result(
        Me(
            user_id=actor.user_id,
            office_id=actor.office_id,
            role=actor.role.value,
            billing_unit_ids=None if actor.unit_ids is None else tuple(sorted(actor.unit_ids)),
            provider_id=actor.provider_id,
            token_id=actor.token_id,
            operations={name: far.value for name, far in reached.items() if far is not None},
        )
    )


@door.reads("/tokens", Operation.TOKENS_OWN, tuple[TokenView, ...])
def listed(call: Call) -> Result[tuple[TokenView, ...]]:
    """Listar as próprias chaves, ou as do cliente para quem pode revogá-las."""
    return tokens.listed(actor=call.actor)


@door.writes("/tokens/{token_id}/revoke", Operation.TOKENS_OWN, TokenView, key=Asked.NO)
def revoke(call: Call, token_id: Key) -> Result[TokenView]:
    """Revogar uma chave; de novo não muda mais nada."""
    return tokens.revoke(actor=call.actor, token_id=token_id)
