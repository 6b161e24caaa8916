"""What every part of a suggestion works on: the acts, the team, what was agreed, and trial prices."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from honorarios.core.vocabulary import ANAESTHESIA_ROLES, Laterality, Role
from honorarios.pricing.surgery import rules
from honorarios.pricing.surgery.ranking import Ranking
from honorarios.pricing.surgery.suggestion import Draft
from honorarios.pricing.surgery.trials import line_of, plain, stand_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from honorarios.catalogue.schema import RankingBasis, StandardRules
    from honorarios.core.findings import Finding
    from honorarios.pricing.agreed import Agreed
    from honorarios.pricing.surgery.model import Act, Member, Surgery
    from honorarios.pricing.surgery.ranking import Place
    from honorarios.pricing.surgery.routes import Route
    from honorarios.pricing.surgery.rules import RuleUsed
    from honorarios.pricing.surgery.trials import Trials


@dataclass(frozen=True)
class Scene:
    """One surgery under one contract, and the lines and findings gathered so far."""

    surgery: Surgery
    contract: str | None
    agreed: Agreed
    standard: StandardRules
    trials: Trials
    acts: Mapping[int, Act]
    """By their number in the surgery's list, from 1."""
    team: Mapping[int, Member]
    drafts: list[Draft] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def ranking(self) -> Ranking:
        """The standard's own order of acts."""
        return self.ranked_by(self.standard.ranking.by)

    def ranked_by(self, by: RankingBasis) -> Ranking:
        """An order of acts by porte or by value."""
        return Ranking(self.trials, by)

    def add(self, number: int, act: Act, member: int, place: Place, route: Route) -> Draft:
        """Add a member's line in an act at its place."""
        access_route, why = route
        told = {
            "procedure_kind": place.kind,
            "rank": place.position,
            "access_route": access_route,
        }
        draft = self._draft(number, act, member)
        draft.cells |= {name: plain(value) for name, value in told.items() if value is not None}
        draft.rules += [*place.rules, *why, *self._of_both_sides(act, self.team[member])]
        if self.agreed.iamspe:
            draft.rules.append(rules.ROLE_ONLY.used())
        return draft

    def leave_out(self, number: int, member: int, rule: RuleUsed) -> None:
        """Add a member's line in an act, as one that is not billed."""
        self._draft(number, self.acts[number], member).left_out = rule

    def _draft(self, number: int, act: Act, member: int) -> Draft:
        line = line_of(self.surgery, self.contract, act, self.team[member])
        draft = Draft(number, member, {"line_id": f"{number}/{member}", **line})
        self.drafts.append(draft)
        return draft

    def _of_both_sides(self, act: Act, member: Member) -> tuple[RuleUsed, ...]:
        if act.laterality is not Laterality.BOTH or self.agreed.iamspe:
            return ()
        row = self.trials.row(act, member)
        own = row is not None and row.cells["own_bilateral"]
        return ((rules.OWN_BILATERAL if own else rules.BILATERAL).used(),)


def lead_of(members: Iterable[Member], team: str = "") -> Member:
    """The member by whose fee acts are ranked: the surgeon, or who stands in for one."""
    surgical = [member for member in members if member.role not in ANAESTHESIA_ROLES]
    return min(surgical, key=lambda member: member.role, default=stand_in(Role.SURGEON, team))
