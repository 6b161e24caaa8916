"""The lines of the anaesthetist and the anaesthetist's assistant (CBHPM 3.16.02.99-1)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from honorarios.core.findings import Place as Spot
from honorarios.core.vocabulary import ANAESTHESIA_ROLES, Role
from honorarios.pricing.surgery import codes, rules
from honorarios.pricing.surgery.anaesthesia import (
    anaesthesia_acts,
    anaesthetic_porte,
    reasons_for_assistant,
)
from honorarios.pricing.surgery.routes import anaesthesia_route
from honorarios.pricing.surgery.surgical import same_role_twice, without_acts
from honorarios.pricing.surgery.trials import stand_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from honorarios.pricing.surgery.anaesthesia import AnaesthesiaActs
    from honorarios.pricing.surgery.model import Act, Member
    from honorarios.pricing.surgery.rules import RuleUsed
    from honorarios.pricing.surgery.scene import Scene

NO_REASON: Final = "nem o porte anestésico nem a duração o preveem"


def add_anaesthesia_lines(scene: Scene, unbilled: Mapping[int, RuleUsed]) -> None:
    """Add the lines of anaesthesia, whose acts are those of every surgical team."""
    members = {
        number: member for number, member in scene.team.items() if member.role in ANAESTHESIA_ROLES
    }
    scene.findings.extend(same_role_twice(members))
    for number, member in members.items():
        acts = {key: act for key, act in scene.acts.items() if member.team in ("", act.team)}
        if not acts:
            scene.findings.append(without_acts(number, member))
            continue
        anaesthetist = _anaesthetist_of(member, members)
        billed = {key: act for key, act in acts.items() if key not in unbilled}
        chosen = anaesthesia_acts(
            billed, anaesthetist, scene.trials, scene.ranking, scene.standard.anaesthesia
        )
        scene.findings.extend(chosen.findings)
        _add_lines(scene, number, anaesthetist, chosen)
        left_out = {key: rule for key, rule in unbilled.items() if key in acts}
        for key, rule in {**left_out, **chosen.left_out}.items():
            scene.leave_out(key, number, rule)


def _anaesthetist_of(member: Member, members: Mapping[int, Member]) -> Member:
    """The anaesthetist whose acts a member shares: the member, or the assistant's own."""
    if member.role is Role.ANAESTHETIST:
        return member
    others = [one for one in members.values() if one.role is Role.ANAESTHETIST]
    same = [one for one in others if one.team == member.team]
    return next(iter([*same, *others]), stand_in(Role.ANAESTHETIST, member.team))


def _add_lines(scene: Scene, number: int, anaesthetist: Member, chosen: AnaesthesiaActs) -> None:
    reasons = reasons_for_assistant(
        chosen, anaesthetist, scene.trials, scene.standard.anaesthesia, scene.surgery
    )
    member = scene.team[number]
    for key, act in chosen.acts.items():
        place = chosen.places[key]
        route = anaesthesia_route(key, chosen.acts, chosen.places)
        draft = scene.add(key, act, number, place, route)
        draft.rules += [*_porte_told(scene, act, anaesthetist), *chosen.rules]
        if not reasons:
            continue
        if member.role is Role.ANAESTHETIST_ASSISTANT:
            draft.rules.append(rules.ASSISTANT_CALLED.used(reasons=reasons))
        elif not _has_assistant(scene):
            draft.rules.append(rules.ASSISTANT_FITS.used(reasons=reasons))
    if member.role is Role.ANAESTHETIST_ASSISTANT and chosen.acts and not reasons:
        uncalled = codes.ASSISTANT_UNCALLED.at(Spot(field=f"team.{number - 1}"), reasons=NO_REASON)
        scene.findings.append(uncalled)


def _has_assistant(scene: Scene) -> bool:
    return any(member.role is Role.ANAESTHETIST_ASSISTANT for member in scene.team.values())


def _porte_told(scene: Scene, act: Act, anaesthetist: Member) -> tuple[RuleUsed, ...]:
    porte = anaesthetic_porte(act, anaesthetist, scene.trials)
    unit = scene.trials.of(act, anaesthetist)["fee_unit"]
    if porte is None or unit is None:
        return ()
    return (rules.ANAESTHETIC_PORTE.used(porte=porte, unit=unit),)
