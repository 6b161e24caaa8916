"""The second step of a member who lost it: taken away by whoever lets people in, and told in the trail."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession

from honorarios.records import selectors
from honorarios.records.models import Membership
from honorarios.services import access
from honorarios.services.members import codes
from honorarios.services.operations import Operation
from honorarios.services.outcomes import at, refuse
from honorarios.services.work import perform

if TYPE_CHECKING:
    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work


@dataclass(frozen=True, slots=True)
class Reset:
    """Whose second step was taken away."""

    member_id: int


def reset(*, actor: Actor, member_id: int) -> Result[Reset]:
    """Take a member's second step away, with its recovery codes, and end their sessions.

    They come in by their password alone, and may turn the second step on anew. Of oneself nobody does it,
    nor of whoever is in another office too: the step guards that one as well.
    """

    def do(work: Work) -> Reset:
        members = selectors.owned(Membership, work.scope).select_related("user")
        member = access.one(members, f"O acesso {member_id}", pk=member_id)
        if member.user_id == work.actor.user_id:
            refuse(at(codes.OWN_ACCESS))
        if Membership.objects.filter(user_id=member.user_id).count() > 1:
            refuse(at(codes.STEP_ELSEWHERE))
        held = Authenticator.objects.filter(user_id=member.user_id)
        if not held.exists():
            refuse(at(codes.NO_SECOND_STEP))
        held.delete()
        for session in UserSession.objects.filter(user_id=member.user_id):
            session.end()
        detail = {"user": member.user_id}
        work.record("member", member.pk, detail, action="members.reset_second_step")
        return Reset(member.pk)

    return perform(actor=actor, operation=Operation.MEMBERS_WRITE, answer=Reset, do=do)
