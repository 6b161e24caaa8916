"""Members of the office: who comes in, as what, and how far they reach."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from honorarios.api.call import Asked, Call
from honorarios.api.door import Door
from honorarios.api.fields import Code, Given, Key, Words
from honorarios.services import members
from honorarios.services.members import MemberAnswer, MemberView, NewMember
from honorarios.services.operations import Operation
from honorarios.services.outcomes import Result

door = Door(tags=["Acessos"])

Role = Literal["clerk", "auditor", "physician", "hospital_finance", "administrator"]


class Access(Given):
    """What somebody is in the office; places and people by their codes."""

    role: Role
    billing_units: Annotated[list[Code], Field(max_length=500)] = Field(
        default=[], description="Nenhuma: todas as do cliente."
    )
    provider: Code | None = Field(default=None, description="Quem o médico é.")


class MemberNew(Access):
    """Somebody to be let into the office."""

    username: Annotated[str, Field(min_length=1, max_length=150)]
    first_name: Words = ""
    last_name: Words = ""


@door.reads("/members", Operation.MEMBERS_READ, tuple[MemberView, ...])
def listed(call: Call) -> Result[tuple[MemberView, ...]]:
    """Listar os acessos do cliente."""
    return members.listed(actor=call.actor)


@door.writes("/members", Operation.MEMBERS_WRITE, MemberAnswer)
def add(call: Call, body: MemberNew, dry_run: bool = False) -> Result[MemberAnswer]:
    """Dar acesso a um usuário novo, ainda sem senha."""
    given = body.model_dump(exclude={"billing_units"})
    new = NewMember(**given, billing_units=tuple(body.billing_units))
    return members.add(actor=call.actor, new=new, key=call.key, dry_run=dry_run)


@door.writes("/members/{member_id}", Operation.MEMBERS_WRITE, MemberAnswer, method="PUT")
def change(call: Call, member_id: Key, body: Access, dry_run: bool = False) -> Result[MemberAnswer]:
    """Dizer de novo o que alguém é no cliente e o que alcança."""
    return members.change(
        actor=call.actor,
        member_id=member_id,
        role=body.role,
        billing_units=body.billing_units,
        provider=body.provider,
        key=call.key,
        dry_run=dry_run,
    )


@door.writes(
    "/members/{member_id}", Operation.MEMBERS_WRITE, MemberAnswer, method="DELETE", key=Asked.NO
)
def remove(call: Call, member_id: Key, dry_run: bool = False) -> Result[MemberAnswer]:
    """Retirar o acesso de alguém, com as suas chaves."""
    return members.remove(actor=call.actor, member_id=member_id, dry_run=dry_run)
