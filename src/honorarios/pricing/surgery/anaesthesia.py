"""The anaesthesia of a surgery: its own acts, order and routes (CBHPM 3.16.02.99-1)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from honorarios.core.findings import Place as Spot
from honorarios.core.vocabulary import Role
from honorarios.pricing.status import Status
from honorarios.pricing.surgery import codes, rules
from honorarios.pricing.surgery.model import Act
from honorarios.pricing.surgery.trials import stand_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from honorarios.catalogue.schema import Anaesthesia
    from honorarios.core.findings import Finding
    from honorarios.pricing.surgery.model import Member, Surgery
    from honorarios.pricing.surgery.ranking import Place, Ranking
    from honorarios.pricing.surgery.rules import RuleUsed
    from honorarios.pricing.surgery.trials import Trials

CODE_WITHOUT_PORTE: Final = "31602347"
"""Anaesthesia in an act without an anaesthetic porte (item 4)."""
HOUR_SECONDS: Final = 3600
LEFT_OUT: Final = {
    Status.NO_ANAESTHETIST: rules.ANAESTHESIA_LOCAL,
    Status.NO_ANAESTHETIC_PORTE: rules.ANAESTHESIA_NONE,
}


@dataclass(frozen=True, slots=True)
class AnaesthesiaActs:
    """The acts that the anaesthetist bills, in their order, and those that are left out."""

    acts: Mapping[int, Act]
    places: Mapping[int, Place]
    left_out: Mapping[int, RuleUsed]
    rules: tuple[RuleUsed, ...] = ()
    findings: tuple[Finding, ...] = ()


def anaesthesia_acts(
    acts: Mapping[int, Act],
    member: Member,
    trials: Trials,
    ranking: Ranking,
    standard: Anaesthesia,
) -> AnaesthesiaActs:
    """Which acts an anaesthetist bills."""
    left_out = {}
    for number, act in acts.items():
        rule = LEFT_OUT.get(trials.status(act, member))
        if rule is not None:
            left_out[number] = rule.used()
    billed = {number: act for number, act in acts.items() if number not in left_out}
    if not billed:
        return _without_porte(acts, member, trials, ranking, left_out)
    places = ranking.suggested(billed, member)
    if standard.highest_only:
        lower = [number for number, place in places.items() if place.position > 1]
        left_out |= {number: rules.ANAESTHESIA_HIGHEST.used() for number in lower}
        billed = {number: act for number, act in billed.items() if number not in lower}
        places = {number: place for number, place in places.items() if number in billed}
    teams = {act.team for act in billed.values()}
    told = (rules.ANAESTHESIA_ALL_TEAMS.used(),) if len(teams) > 1 else ()
    return AnaesthesiaActs(billed, places, left_out, told)


def _without_porte(
    acts: Mapping[int, Act],
    member: Member,
    trials: Trials,
    ranking: Ranking,
    left_out: dict[int, RuleUsed],
) -> AnaesthesiaActs:
    """No act has an anaesthetic porte: the code of its own, or nothing under local anaesthesia."""
    without = {
        number: act
        for number, act in acts.items()
        if trials.status(act, member) is Status.NO_ANAESTHETIC_PORTE
    }
    if not without:
        return AnaesthesiaActs({}, {}, left_out, findings=(codes.LOCAL_ANAESTHESIA.at(Spot()),))
    own = Act(code=CODE_WITHOUT_PORTE)
    if trials.status(own, member) is not Status.PRICED:
        missing = codes.NO_ANAESTHESIA.at(Spot(), code=CODE_WITHOUT_PORTE)
        return AnaesthesiaActs({}, {}, left_out, findings=(missing,))
    first = ranking.in_order(without, stand_in(Role.SURGEON))[0]
    billed = {first: own}
    remaining = {number: rule for number, rule in left_out.items() if number != first}
    told = (rules.ANAESTHESIA_CODE.used(),)
    return AnaesthesiaActs(billed, ranking.suggested(billed, member), remaining, told)


def reasons_for_assistant(
    chosen: AnaesthesiaActs, member: Member, trials: Trials, standard: Anaesthesia, surgery: Surgery
) -> str:
    """Why the anaesthetist may have an assistant (item 8); empty when nothing stated calls one."""
    portes = {anaesthetic_porte(act, member, trials) for act in chosen.acts.values()}
    called = sorted(porte for porte in portes if porte in standard.assistant_portes)
    reasons = [f"porte anestésico {porte}" for porte in called]
    hours = standard.assistant_above_hours
    if hours is not None and surgery.end is not None:
        lasted = (surgery.end - surgery.start).total_seconds()
        if lasted > hours * HOUR_SECONDS:
            reasons.append(f"mais de {hours} h")
    return ", ".join(reasons)


def anaesthetic_porte(act: Act, member: Member, trials: Trials) -> str | None:
    """The anaesthetic porte of the act's price row: 0 to 8, a letter, or none."""
    for one in (member, stand_in(Role.SURGEON)):  # a row of the role alone may not state it
        row = trials.row(act, one)
        if row is not None and row.cells["anaesthetic_porte"] is not None:
            return str(row.cells["anaesthetic_porte"])
    return None
