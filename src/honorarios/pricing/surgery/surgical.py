"""The lines of the surgical teams: each with its own principal act (CBHPM 4.1, 4.2, 4.4, 5.1, 5.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.catalogue.schema import AssistantBase, RankingBasis, RankingScope
from honorarios.core.findings import Place as Spot
from honorarios.core.vocabulary import ANAESTHESIA_ROLES, ASSISTANTS, ProcedureKind, Role
from honorarios.pricing.status import Status
from honorarios.pricing.surgery import codes, rules
from honorarios.pricing.surgery.routes import surgical_route
from honorarios.pricing.surgery.scene import lead_of
from honorarios.pricing.surgery.steps import chosen_rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from honorarios.core.findings import Finding
    from honorarios.pricing.surgery.model import Act, Member
    from honorarios.pricing.surgery.ranking import Place
    from honorarios.pricing.surgery.rules import RuleUsed
    from honorarios.pricing.surgery.scene import Scene


def add_surgical_lines(scene: Scene, unbilled: Mapping[int, RuleUsed]) -> None:
    """Add the lines of everyone but the anaesthetists, team by team."""
    surgical = {
        number: member
        for number, member in scene.team.items()
        if member.role not in ANAESTHESIA_ROLES
    }
    teams = sorted({act.team for act in scene.acts.values()})
    for name in teams:
        members = {number: one for number, one in surgical.items() if one.team == name}
        acts = {number: act for number, act in scene.acts.items() if act.team == name}
        if members:
            _Team(scene, acts, members, unbilled, alone=len(teams) == 1).add()
        elif surgical:
            scene.findings.extend(
                codes.ACT_WITHOUT_TEAM.at(
                    Spot(field=f"acts.{number - 1}.team"),
                    position=number,
                    code=act.code,
                    team=name,
                )
                for number, act in acts.items()
            )
    for number, member in surgical.items():
        if member.team not in teams:
            scene.findings.append(without_acts(number, member))


def without_acts(number: int, member: Member) -> Finding:
    """The finding about a member whose team has no act."""
    return codes.MEMBER_WITHOUT_ACTS.at(
        Spot(field=f"team.{number - 1}.team"), role=member.role.label, team=member.team
    )


class _Team:
    """One surgical team and its acts."""

    def __init__(
        self,
        scene: Scene,
        acts: Mapping[int, Act],
        members: Mapping[int, Member],
        unbilled: Mapping[int, RuleUsed],
        *,
        alone: bool,
    ) -> None:
        self._scene = scene
        self._members = members
        self._unbilled = {number: rule for number, rule in unbilled.items() if number in acts}
        self._acts = {number: act for number, act in acts.items() if number not in unbilled}
        self._alone = alone
        self._lead = lead_of(members.values())

    def add(self) -> None:
        """Add the team's lines and findings."""
        of_the_act = self._scene.ranking.stated(self._acts, self._lead)
        by_role = self._scene.standard.ranking.scope is RankingScope.ROLE
        for number, member in self._members.items():
            places = of_the_act
            if by_role:
                places = self._scene.ranking.stated(self._acts, member)
            for act, place in places.items():
                self._add_line(act, number, member, place, places)
            for act, rule in self._unbilled.items():
                self._scene.leave_out(act, number, rule)
        self._scene.findings.extend(self._findings(of_the_act))

    def _add_line(
        self, number: int, member_number: int, member: Member, place: Place,
        places: Mapping[int, Place],
    ) -> None:  # fmt: skip
        act = self._acts[number]
        route = surgical_route(number, self._acts, places)
        draft = self._scene.add(number, act, member_number, place, route)
        if not self._alone:
            draft.rules.append(rules.TWO_TEAMS.used())
        draft.rules += chosen_rules(act)
        if member.role in ASSISTANTS:
            full = self._scene.standard.assistant_base is AssistantBase.FULL
            draft.rules.append((rules.ASSISTANT_FULL if full else rules.ASSISTANT_REDUCED).used())
        if member.role is Role.SCRUB_ASSISTANT:
            unpaid = self._scene.trials.status(act, member) is Status.NO_ROLE_PERCENT
            if unpaid:
                draft.left_out = rules.SCRUB_UNPAID.used()
            else:
                draft.rules.append(rules.SCRUB_PAID.used())

    def _findings(self, places: Mapping[int, Place]) -> Iterator[Finding]:
        principals = [one for one in places.values() if one.kind is ProcedureKind.PRINCIPAL]
        if len(principals) > 1:
            yield codes.TWO_PRINCIPALS.at(Spot(field="acts"))
        for number in sorted(places):
            _, why = surgical_route(number, self._acts, places)
            if rules.ROUTE_SUGGESTED.used() in why:
                yield codes.NO_ROUTE.at(
                    Spot(field=f"acts.{number - 1}.access_route"),
                    position=number,
                    code=self._acts[number].code,
                )
        yield from same_role_twice(self._members)
        yield from self._unpaid_scrub()
        yield from self._extra_assistants()

    def _unpaid_scrub(self) -> Iterator[Finding]:
        for number, member in self._members.items():
            if member.role is Role.SCRUB_ASSISTANT and any(
                self._scene.trials.status(act, member) is Status.NO_ROLE_PERCENT
                for act in self._acts.values()
            ):
                yield codes.SCRUB_NOT_IN_CONTRACT.at(Spot(field=f"team.{number - 1}"))

    def _extra_assistants(self) -> Iterator[Finding]:
        """Assistants beyond the number that the act of highest porte has (CBHPM 5.2)."""
        if not self._acts:
            return
        highest = self._scene.ranked_by(RankingBasis.PORTE).in_order(self._acts, self._lead)[0]
        act = self._acts[highest]
        row = self._scene.trials.row(act, self._lead)
        count = None if row is None else row.cells["assistants"]
        if count is None:
            return
        for number, member in self._members.items():
            if member.role in ASSISTANTS and member.role > count:
                yield codes.EXTRA_ASSISTANT.at(
                    Spot(field=f"team.{number - 1}"),
                    role=member.role.label,
                    code=act.code,
                    count=count,
                )


def same_role_twice(members: Mapping[int, Member]) -> Iterator[Finding]:
    """A finding for each member whose role another one of the team already has."""
    seen: set[tuple[Role, str]] = set()
    for number, member in members.items():
        if (member.role, member.team) in seen:
            yield codes.SAME_ROLE_TWICE.at(
                Spot(field=f"team.{number - 1}.role"), role=member.role.label
            )
        seen.add((member.role, member.team))
