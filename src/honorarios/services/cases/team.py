"""The team of a surgery: who takes part, in which role, and as what they are paid."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from honorarios.core.vocabulary import Role
from honorarios.records import selectors
from honorarios.records.models import Participation, PlannedAct, Provider
from honorarios.services import access
from honorarios.services.cases import codes
from honorarios.services.cases.held import Ask, Change, change, not_cancelled
from honorarios.services.outcomes import at, not_found, refuse

if TYPE_CHECKING:
    from honorarios.records.models import SurgeryCase
    from honorarios.services.cases.answers import CaseAnswer
    from honorarios.services.cases.requests import NewMember
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work


def add_member(*, ask: Ask, new: NewMember) -> Result[CaseAnswer]:
    """Put somebody in the team."""

    def do(work: Work, case: SurgeryCase) -> Change:
        not_cancelled(case, "a equipe")
        member = enlist(work, case, new)
        return Change({"provider": member.provider_id, "role": member.role}, member.pk)

    return change(ask, do, ["add", asdict(new)])


def remove_member(*, ask: Ask, member_id: int) -> Result[CaseAnswer]:
    """Take somebody out of the team; refused once a fee of theirs was claimed."""

    def do(work: Work, case: SurgeryCase) -> Change:  # noqa: ARG001 - as every change of a surgery
        not_cancelled(case, "a equipe")
        rows = Participation.objects.filter(case=case)
        member = access.one(rows, f"A participação {member_id}", pk=member_id)
        if case.claims.filter(provider_id=member.provider_id, role=member.role).exists():
            refuse(at(codes.ACT_IN_USE, "role", procedure=_label(member.role)))
        detail = {"removed_provider": member.provider_id, "role": member.role}
        member.acts.clear()
        member.delete()
        return Change(detail, member_id)

    return change(ask, do, ["remove", member_id])


def enlist(work: Work, case: SurgeryCase, new: NewMember) -> Participation:
    """Write a participation within a unit of work."""
    providers = selectors.owned(Provider, work.scope)
    if new.provider_id is None:
        told = f"O prestador “{new.provider_code}”"
        provider = access.one(providers, told, code=new.provider_code)
    else:
        provider = access.one(providers, f"O prestador {new.provider_id}", pk=new.provider_id)
    others = list(Participation.objects.filter(case=case, role=new.role.code_name))
    role = new.role.label.lower()
    if any(other.provider_id == provider.pk for other in others):
        refuse(at(codes.MEMBER_TWICE, "provider_id", provider=provider.name, role=role))
    if others:
        work.notice(at(codes.ROLE_TAKEN, "role", role=role))
    member = Participation.objects.create(
        office_id=case.office_id,
        case=case,
        provider=provider,
        role=new.role.code_name,
        receives_as=new.receives_as.value,
    )
    acts = list(PlannedAct.objects.filter(case=case, pk__in=new.act_ids))
    if len(acts) != len(set(new.act_ids)):
        not_found("O ato")
    member.acts.set(acts)
    return member


def _label(role: str) -> str:
    return Role[role.upper()].label
