"""A claim as it would be, had an obstacle been put right today."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from honorarios.routing.facts import Fact, FactStatus
from honorarios.routing.obstacles import LEGAL, Mend, Obstacle
from honorarios.routing.pressure import pressed

if TYPE_CHECKING:
    from datetime import date

    from honorarios.routing.option import Case, Option
    from honorarios.routing.pressure import Pressure
    from honorarios.routing.prospect import Prospect


def mended_case(obstacle: Obstacle, case: Case) -> Case:
    """The surgery as it would be: signed, told, or with a senha that reaches its day."""
    match obstacle.mend:
        case Mend.CONSENT:
            case = replace(case, consent_signed_on=case.today)
        case Mend.BUDGET:
            case = replace(case, budget_signed_on=case.today)
        case Mend.NETWORK:
            case = replace(case, knew_of_network=True)
        case Mend.SENHA:
            case = replace(case, senha_valid_until=case.surgery_on)
    return case


def mended(obstacle: Obstacle, prospect: Prospect, table: Pressure, today: date) -> Prospect:
    """An option as it would be; the same where the obstacle is none of its own."""
    match obstacle.mend:
        case Mend.PAPER:
            return _with_paper(obstacle.detail, prospect, table, today)
        case Mend.REANALYSIS:
            return _authorised(prospect)
        case Mend.RECEIVER:
            return _received_as(obstacle.detail, prospect)
    return replace(prospect, option=_agreed(obstacle, prospect.option))


def _with_paper(paper: str, prospect: Prospect, table: Pressure, today: date) -> Prospect:
    """A prospect as it would be with a paper at hand."""
    left = tuple(one for one in prospect.missing if one != paper)
    until = prospect.option.deliver_until
    days = None if until is None else (until - today).days
    own = replace(prospect.terms, loss=prospect.own_loss)
    return replace(prospect, missing=left, terms=pressed(own, left, days, table))


def _authorised(prospect: Prospect) -> Prospect:
    """A prospect whose code the payer authorised after all; what the patient pays is as it was."""
    if prospect.if_authorised is None:
        return prospect
    option = replace(prospect.option, authorised=True, unpriced="")
    return replace(prospect, option=option, gross=prospect.if_authorised)


def _received_as(kind: str, prospect: Prospect) -> Prospect:
    """A prospect that pays the other kind of receiver; one that takes the present kind stays."""
    option, other, legal = prospect.option, prospect.other_receiver, kind == LEGAL
    takes = option.accepts_legal if option.is_legal_person else option.accepts_natural
    if other is None or takes.holds is not False or option.is_legal_person == legal:
        return prospect
    return replace(prospect, option=replace(option, is_legal_person=legal), receiver=other)


def _agreed(obstacle: Obstacle, option: Option) -> Option:
    """An option whose facts are as the deed makes them."""
    match obstacle.mend:
        case Mend.ACCREDITATION:
            return replace(
                option,
                accredited=_settled(option.accredited, holds=True),
                consultation_only=_settled(option.consultation_only, holds=False),
            )
        case Mend.MEMBERSHIP if option.through == obstacle.detail:
            return replace(option, member=_settled(option.member, holds=True))
        case Mend.FEES_REQUEST:
            return replace(option, fees_requested=_settled(option.fees_requested, holds=True))
        case Mend.REPASSE_REQUEST:
            asked = _settled(option.repasse_requested, holds=True)
            return replace(option, repasse_requested=asked)
    return option


def _settled(fact: Fact, *, holds: bool) -> Fact:
    status = FactStatus.CONFIRMED if holds else FactStatus.DENIED
    return replace(fact, status=status, expires_on=None)
