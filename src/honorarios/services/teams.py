"""The teams that a person enters often, each called by its number, from 1 to 9."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from honorarios.core.vocabulary import Role
from honorarios.records import selectors
from honorarios.records.models import Provider, Team
from honorarios.services import codes
from honorarios.services.operations import Operation
from honorarios.services.outcomes import at, not_found, refuse
from honorarios.services.texts import within
from honorarios.services.work import consult, perform

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.db.models import QuerySet

    from honorarios.core.findings import Finding
    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work

LONGEST_NAME: Final = 80
MOST_MEMBERS: Final = 12
NUMBERS: Final = range(1, 10)


@dataclass(frozen=True, slots=True)
class TeamMember:
    """Somebody in a team."""

    role: str
    """Code name of :class:`~honorarios.core.vocabulary.Role`: ``surgeon``."""
    provider: str
    """Code of the register."""


@dataclass(frozen=True, slots=True)
class NamedMember:
    """Somebody in a team, with the name that a screen shows."""

    role: str
    provider: str
    name: str
    """Empty where the provider is no longer registered."""


@dataclass(frozen=True, slots=True)
class TeamView:
    """A favourite team, its members in the order they are entered."""

    number: int
    name: str
    members: tuple[NamedMember, ...]


@dataclass(frozen=True, slots=True)
class Removed:
    """That something of the actor's is gone."""

    name: str


def listed(*, actor: Actor) -> Result[tuple[TeamView, ...]]:
    """The actor's own teams, by their numbers."""

    def do(work: Work) -> tuple[TeamView, ...]:
        rows = list(_own(work).order_by("number"))
        named = _names(work, (one["provider"] for row in rows for one in row.members))
        return tuple(_view(row, named) for row in rows)

    return consult(actor=actor, operation=Operation.TEAMS_OWN, do=do)


def save(
    *, actor: Actor, number: int, name: str, members: Sequence[TeamMember]
) -> Result[TeamView]:
    """Keep a team under a number, in the place of the one that had it."""

    def do(work: Work) -> TeamView:
        called = within(name, "name", title="Nome", longest=LONGEST_NAME)
        named = _names(work, (member.provider for member in members))
        problems = list(_problems(number, called, members, named))
        if problems:
            refuse(*problems)
        row, _ = Team.objects.update_or_create(
            office_id=work.actor.office_id,
            user_id=work.actor.user_id,
            number=number,
            defaults={
                "name": called,
                "members": [{"role": one.role, "provider": one.provider} for one in members],
            },
        )
        return _view(row, named)

    return perform(actor=actor, operation=Operation.TEAMS_OWN, answer=TeamView, do=do)


def remove(*, actor: Actor, number: int) -> Result[Removed]:
    """Forget a team."""

    def do(work: Work) -> Removed:
        row = _own(work).filter(number=number).first() if number in NUMBERS else None
        if row is None:
            not_found(f"A equipe {number}")
        row.delete()
        return Removed(row.name)

    return perform(actor=actor, operation=Operation.TEAMS_OWN, answer=Removed, do=do)


def _problems(
    number: int, name: str, members: Sequence[TeamMember], named: dict[str, str]
) -> Iterable[Finding]:
    if number not in NUMBERS:
        yield at(codes.TEAM_NUMBER, "number")
    if not name:
        yield at(codes.NAME_REQUIRED, "name")
    if not 1 <= len(members) <= MOST_MEMBERS:
        yield at(codes.TEAM_MEMBERS, "members", most=MOST_MEMBERS)
    known = {role.code_name for role in Role}
    for index, member in enumerate(members):
        if member.role not in known:
            yield at(codes.TEAM_ROLE, f"members.{index}.role", role=member.role)
        if member.provider not in named:
            yield at(codes.TEAM_PROVIDER, f"members.{index}.provider", provider=member.provider)


def _names(work: Work, providers: Iterable[str]) -> dict[str, str]:
    rows = selectors.owned(Provider, work.scope).filter(code__in=set(providers))
    return dict(rows.values_list("code", "name"))


def _own(work: Work) -> QuerySet[Team]:
    return Team.objects.filter(office_id=work.actor.office_id, user_id=work.actor.user_id)


def _view(row: Team, named: dict[str, str]) -> TeamView:
    return TeamView(
        row.number,
        row.name,
        tuple(
            NamedMember(one["role"], one["provider"], named.get(one["provider"], ""))
            for one in row.members
        ),
    )
