"""What a surgery is planned with: its acts and its team."""

from __future__ import annotations

from typing import Final, Literal

from pydantic import Field

from honorarios.api.call import Call
from honorarios.api.door import Door
from honorarios.api.fields import Code, Given, Key, Whole
from honorarios.api.routes.cases.deed import ask_of, deed
from honorarios.core.vocabulary import AccessRoute, Laterality, Role
from honorarios.records.models import ReceivesAs
from honorarios.services import cases
from honorarios.services.cases import CaseAnswer, NewAct, NewMember
from honorarios.services.loader.terms import optional_term, term
from honorarios.services.outcomes import Result

door = Door()

MOST_ACTS: Final = 60

RoleName = Literal[
    "surgeon",
    "first_assistant",
    "second_assistant",
    "third_assistant",
    "fourth_assistant",
    "scrub_assistant",
    "anaesthetist",
    "anaesthetist_assistant",
    "consultant",
    "perfusionist",
    "delivery_paediatrician",
    "diagnostics_assistant",
    "clinician",
    "intensivist",
]


class ActGiven(Given):
    """A planned act."""

    code: Code
    quantity: Whole = 1
    access_route: Literal["single", "same", "different"] = "single"
    laterality: Literal["left", "right", "both", ""] = ""

    def new(self) -> NewAct:
        """As the service takes it."""
        return NewAct(
            code=self.code,
            quantity=self.quantity,
            access_route=term(AccessRoute, self.access_route),
            laterality=optional_term(Laterality, self.laterality),
        )


class MemberGiven(Given):
    """Somebody of the team."""

    provider_id: Key
    role: RoleName
    receives_as: Literal["natural", "legal"] = "natural"
    act_ids: list[Key] = Field(default=[], max_length=MOST_ACTS, description="Vazio: todos.")

    def new(self) -> NewMember:
        """As the service takes them."""
        return NewMember(
            provider_id=self.provider_id,
            role=term(Role, self.role),
            receives_as=ReceivesAs(self.receives_as),
            act_ids=tuple(self.act_ids),
        )


@deed(door, "/cases/{case_id}/acts")
def add_act(call: Call, case_id: Key, body: ActGiven, dry_run: bool = False) -> Result[CaseAnswer]:
    """Incluir um ato."""
    return cases.add_act(ask=ask_of(call, case_id, dry_run=dry_run), new=body.new())


@deed(door, "/cases/{case_id}/acts/{act_id}", method="PUT")
def edit_act(
    call: Call, case_id: Key, act_id: Key, body: ActGiven, dry_run: bool = False
) -> Result[CaseAnswer]:
    """Alterar um ato."""
    ask = ask_of(call, case_id, dry_run=dry_run)
    return cases.edit_act(ask=ask, act_id=act_id, new=body.new())


@deed(door, "/cases/{case_id}/acts/{act_id}", method="DELETE")
def remove_act(call: Call, case_id: Key, act_id: Key, dry_run: bool = False) -> Result[CaseAnswer]:
    """Retirar um ato que não foi autorizado nem cobrado."""
    return cases.remove_act(ask=ask_of(call, case_id, dry_run=dry_run), act_id=act_id)


@deed(door, "/cases/{case_id}/team")
def add_member(
    call: Call, case_id: Key, body: MemberGiven, dry_run: bool = False
) -> Result[CaseAnswer]:
    """Incluir alguém na equipe."""
    return cases.add_member(ask=ask_of(call, case_id, dry_run=dry_run), new=body.new())


@deed(door, "/cases/{case_id}/team/{member_id}", method="DELETE")
def remove_member(
    call: Call, case_id: Key, member_id: Key, dry_run: bool = False
) -> Result[CaseAnswer]:
    """Retirar alguém da equipe."""
    return cases.remove_member(ask=ask_of(call, case_id, dry_run=dry_run), member_id=member_id)
